// Prints what a search costs its reader: bytes of the first and of the next
// query, sizes of the index, time of a query in Chromium, and how well known
// pages are found. `node benches/search/figures.mjs --pages 10000`; Chromium is
// driven by the browser tests' own packages, so run `npm ci` in tests/browser.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { build, option } from "./corpus.mjs";
import { compressed, filesBelow, openSite, quantile, reciprocalRanks } from "./index.mjs";

// As many as the dialog shows at first.
const SHOWN = 6;
const pages = Number(option("pages", 10_000));
const made = build(pages, Number(option("items", 200)));
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const print = (what, figure) => console.log(`${what.padEnd(58)} ${figure}`);

console.log(`${pages} pages, built in ${made.seconds.toFixed(2)} s (with everything)\n`);
index();
await bytesOfQueries();
await relevance();
await times();

function index() {
  const of = (part) => filesBelow(join(made.site, "search", part)).map(compressed);
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
  const [words, vocabulary, addresses, records] = ["words", "vocabulary", "pages", "records"].map(of);
  const core = compressed(join(made.site, "search", "core.js"));
  const facets = compressed(join(made.site, "search", "facets.js"));
  const all = core + facets + sum(words) + sum(vocabulary) + sum(addresses);
  print("index without records, compressed (at most 3 MB)", kB(all));
  print("  core (at most 40 kB)", kB(core));
  print("  facets, for who narrows", kB(facets));
  print(`  words, ${words.length} files`, kB(sum(words)));
  print("  largest file of words (at most 16 kB)", kB(Math.max(...words)));
  print(`  vocabulary, ${vocabulary.length} files, largest ${kB(Math.max(...vocabulary))}`, kB(sum(vocabulary)));
  print(`  addresses, ${addresses.length} files`, kB(sum(addresses)));
  print(`records, median of ${records.length}`, kB(quantile(records, 0.5)));
}

/** Two words each: a fresh reader's first query, and the next of the same reader. */
async function bytesOfQueries() {
  const queries = made.items.filter(({ slice }) => slice === "body" || slice === "title");
  const two = queries.map(({ query }) => query.split(" ").slice(0, 2).join(" "));
  const first = [];
  const next = [];
  for (let at = 0; at + 1 < two.length; at += 2) {
    let bytes = 0;
    const engine = openSite(made.site, (path) => (bytes += compressed(path)));
    for (const [query, into] of [[two[at], first], [two[at + 1], next]]) {
      bytes = 0;
      const found = await engine.search(query, {}, { facets: false });
      await Promise.all(found.pages.slice(0, SHOWN).map((page) => engine.record(page)));
      into.push(bytes);
    }
  }
  print("first query of two words, median (at most 90 kB)", kB(quantile(first, 0.5)));
  print("next query of two words, median (at most 40 kB)", kB(quantile(next, 0.5)));
}

async function relevance() {
  const engine = openSite(made.site);
  const places = [];
  for (const { slice, query, route } of made.items) {
    const found = await engine.search(query, {}, { last: slice === "prefix" });
    const shown = await Promise.all(found.pages.slice(0, SHOWN).map((page) => engine.record(page)));
    places.push(1 + shown.findIndex(({ url }) => url === route));
  }
  for (const [slice, rank] of reciprocalRanks(made.items, places)) {
    print(`known pages by ${slice}, mean reciprocal rank`, rank.toFixed(3));
  }
}

/** In Chromium over http: the first time, files among it, and again without them. */
async function times() {
  const require = createRequire(new URL("../../tests/browser/package.json", import.meta.url));
  const { chromium } = require("playwright-core");
  const types = { ".js": "text/javascript", ".html": "text/html", ".css": "text/css" };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1);
    try {
      const body = await readFile(join(made.site, path));
      response.writeHead(200, { "content-type": types[path.slice(path.lastIndexOf("."))] ?? "text/plain" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const home = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.goto(`${home}404.html`);
  for (const part of ["words", "lines", "lookup", "score", "excerpt", "engine"]) {
    await page.addScriptTag({ url: `${home}theme/search-${part}.js` });
  }
  const queries = made.items.map(({ query, slice }) => ({ query, last: slice === "prefix" }));
  const { cold, warm } = await page.evaluate(measure, { queries, home });
  print("query in Chromium, 95th percentile (at most 20 ms)", `${quantile(warm, 0.95).toFixed(1)} ms`);
  print("  median", `${quantile(warm, 0.5).toFixed(1)} ms`);
  print("  with its files from loopback, median", `${quantile(cold, 0.5).toFixed(1)} ms`);
  await browser.close();
  server.close();
}

/** Runs in the page. */
async function measure({ queries, home }) {
  const waiting = new Map();
  globalThis.playbookSearch = (what, name, version, payload) => waiting.get(`${what} ${name}`)(payload);
  const load = (what, name) =>
    new Promise((done) => {
      waiting.set(`${what} ${name}`, done);
      const script = document.createElement("script");
      script.src = `${home}search/${playbookSearchEngine.path(what, name)}`;
      document.head.append(script);
    });
  const engine = playbookSearchEngine.create(load);
  const cold = [];
  const warm = [];
  for (const times of [cold, warm]) {
    for (const { query, last } of queries) {
      const start = performance.now();
      await engine.search(query, {}, { last, facets: false });
      times.push(performance.now() - start);
    }
  }
  return { cold, warm };
}

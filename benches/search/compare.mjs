// The same generated playbook under Pagefind and MiniSearch, beside our own
// search: bytes, time and memory of indexing, and how well known pages are found.
// `npm install` in this folder, `npm ci` in tests/browser, then
// `node benches/search/compare.mjs --pages 1000`. Neither is a dependency.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

import { build, option } from "./corpus.mjs";
import { compressed, filesBelow, openSite, quantile, reciprocalRanks } from "./index.mjs";
import { measured } from "./measured.mjs";

const SHOWN = 10;
const here = fileURLToPath(new URL(".", import.meta.url));
const pages = Number(option("pages", 1000));
const made = build(pages, Number(option("items", 100)));
const rows = [["", "index", "first query", "indexing", "memory", "title", "body", "typo", "prefix"]];

rows.push(await ours());
rows.push(await miniSearch());
rows.push(await pagefind());
for (const row of rows) console.log(row.map((cell, at) => cell[at ? "padStart" : "padEnd"](14)).join(""));

function row(name, index, first, seconds, memory, places) {
  const ranks = new Map(reciprocalRanks(made.items, places));
  const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
  const of = ["title", "body", "typo", "prefix"].map((slice) => (ranks.get(slice) ?? 0).toFixed(3));
  return [name, kB(index), kB(first), seconds, memory, ...of];
}

async function ours() {
  let bytes = 0;
  const firsts = [];
  const places = [];
  const ask = async (engine, { slice, query, route }) => {
    const found = await engine.search(query, {}, { last: slice === "prefix" });
    const shown = await Promise.all(found.pages.slice(0, SHOWN).map((page) => engine.record(page)));
    return 1 + shown.findIndex(({ url }) => url === route);
  };
  for (const item of made.items) {
    bytes = 0;
    places.push(await ask(openSite(made.site, (path) => (bytes += compressed(path))), item));
    firsts.push(bytes);
  }
  const files = filesBelow(join(made.site, "search")).filter((path) => !path.includes("/records/"));
  const index = files.map(compressed).reduce((sum, it) => sum + it, 0);
  return row("playbook", index, quantile(firsts, 0.5), "in the build", "", places);
}

/** One index of everything, loaded whole; its defaults with prefixes and typos on. */
async function miniSearch() {
  const { default: MiniSearch } = await import("minisearch");
  const records = filesBelow(join(made.site, "search", "records")).map((path) => {
    let record;
    vm.runInNewContext(readFileSync(path, "utf8"), { playbookSearch: (...said) => (record = said[3]) });
    const text = record.passages.map(([, heading, words]) => `${heading} ${words}`).join(" ");
    return { id: record.url, title: record.title, summary: record.summary, text };
  });
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const index = new MiniSearch({ fields: ["title", "summary", "text"], searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } } });
  index.addAll(records);
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const memory = `${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`;
  const bytes = gzipSync(JSON.stringify(index), { level: 9 }).length;
  const places = made.items.map(({ query, route }) =>
    1 + index.search(query).slice(0, SHOWN).findIndex(({ id }) => id === route));
  return row("MiniSearch", bytes, bytes, seconds, memory, places);
}

async function pagefind() {
  const run = join(here, "node_modules", ".bin", "pagefind");
  const { seconds, memory } = await measured(run, ["--site", made.site, "--quiet"]);
  const { places, first } = await inBrowser();
  const bytes = filesBelow(join(made.site, "pagefind")).map(compressed).reduce((sum, it) => sum + it, 0);
  return row("Pagefind", bytes, first, `${seconds.toFixed(1)} s`, `${Math.round(memory / 1e6)} MB`, places);
}

/** Pagefind needs a browser: places of the pages, and bytes of a first query. */
async function inBrowser() {
  const require = createRequire(new URL("../../tests/browser/package.json", import.meta.url));
  const { chromium } = require("playwright-core");
  let bytes = 0;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1);
    if (path === "") return response.writeHead(200, { "content-type": "text/html" }).end("<title>-</title>");
    try {
      const body = await readFile(join(made.site, path));
      bytes += compressed(join(made.site, path));
      const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".json") ? "application/json" : "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const home = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const ask = (page, query) =>
    page.evaluate(async ([query, shown]) => {
      globalThis.engine ??= await import("/pagefind/pagefind.js");
      const { results } = await globalThis.engine.search(query);
      const found = await Promise.all(results.slice(0, shown).map((it) => it.data()));
      return found.map(({ url }) => url.replace(/^\//, ""));
    }, [query, SHOWN]);
  const firsts = [];
  for (const { query } of made.items.slice(0, 20)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(home);
    bytes = 0;
    await ask(page, query);
    firsts.push(bytes);
    await context.close();
  }
  const page = await browser.newPage();
  await page.goto(home);
  const places = [];
  for (const { query, route } of made.items) places.push(1 + (await ask(page, query)).indexOf(route));
  await browser.close();
  server.close();
  return { places, first: quantile(firsts, 0.5) };
}

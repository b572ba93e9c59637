// The same generated playbook built by us, by Hugo with Pagefind, and by Zola with
// its own search: cold, in turns, medians. The peers build the workflow pages only,
// with the small themes beside this file; we build all that we build.
// `npm install` in ../search, then
// `node benches/peers/compare.mjs --pages 10000 [--runs 3] [--hugo PATH] [--zola PATH]`.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { generated, option, program, temporary } from "../search/corpus.mjs";
import { filesBelow, quantile } from "../search/index.mjs";
import { measured } from "../search/measured.mjs";
import { forHugo, forZola, workflows } from "./content.mjs";

const runs = Number(option("runs", 3));
const hugo = option("hugo", "hugo");
const zola = option("zola", "zola");
const pagefind = fileURLToPath(new URL("../search/node_modules/.bin/pagefind", import.meta.url));
const ours = program();
const folder = temporary("peers");
const playbook = generated(Number(option("pages", 1000)), join(folder, "playbook"));
const figures = new Map();

found("playbook", ours, "--version");
const records = ourRecords();
const hasHugo = found("Hugo", hugo, "version");
const hasPagefind = hasHugo && found("Pagefind", pagefind, "--version");
const hasZola = found("Zola", zola, "--version");
if (hasHugo) forHugo(playbook, join(folder, "hugo"));
if (hasZola) forZola(playbook, records, join(folder, "zola"));

for (let run = 1; run <= runs; run += 1) {
  console.error(`${records.size} pages: ${run} of ${runs}`);
  await takeOurs(join(folder, `playbook-${run}`));
  if (hasHugo) await takeHugo(join(folder, `hugo-${run}`));
  if (hasZola) await takeZola(join(folder, `zola-${run}`));
}
print();

/** Says which version a command is, or that there is none. */
function found(name, command, version) {
  try {
    const said = execFileSync(command, [version], { encoding: "utf8" });
    console.log(said.trim().split(/\s+/).slice(0, 2).join(" "));
    return true;
  } catch (error) {
    console.log(`${name} is left out: ${error.message}`);
    return false;
  }
}

/** One build that is not measured: what front matter says, and all files in the cache. */
function ourRecords() {
  const site = join(folder, "records");
  execFileSync(ours, ["build", "--root", playbook, "--output", site, "--quiet"], { stdio: "ignore" });
  const { pages } = JSON.parse(readFileSync(join(site, "playbook.json"), "utf8"));
  return new Map(pages.filter(({ kind }) => kind === "workflow").map((page) => [page.id, page]));
}

async function takeOurs(site) {
  take("playbook", await measured(ours, ["build", "--root", playbook, "--output", site, "--quiet"]), site);
}

async function takeHugo(site) {
  const source = join(folder, "hugo");
  const built = await measured(hugo, ["--source", source, "--destination", site, "--cacheDir", `${site}-cache`, "--quiet"]);
  complete(site);
  take("Hugo", built, site);
  if (!hasPagefind) return;
  const indexed = await measured(pagefind, ["--site", site, "--quiet"]);
  const { languages } = JSON.parse(readFileSync(join(site, "pagefind", "pagefind-entry.json"), "utf8"));
  if (languages.en.page_count !== records.size) throw new Error(`Pagefind has ${languages.en.page_count} pages`);
  take("Pagefind", indexed, join(site, "pagefind"));
  const both = { seconds: built.seconds + indexed.seconds, cpu: built.cpu + indexed.cpu, memory: Math.max(built.memory, indexed.memory) };
  take("Hugo + Pagefind", both, site);
}

async function takeZola(site) {
  const built = await measured(zola, ["--root", join(folder, "zola"), "build", "--output-dir", site]);
  complete(site);
  take("Zola", built, site);
}

/** A page that a peer dropped would make it look fast. */
function complete(site) {
  for (const path of workflows(playbook)) {
    const page = join(site, "workflows", path.replace(/\.md$/, ""), "index.html");
    if (!existsSync(page)) throw new Error(`${page} is missing`);
  }
}

function take(name, { seconds, cpu, memory }, site) {
  if (!figures.has(name)) figures.set(name, []);
  figures.get(name).push({ seconds, cpu, memory, files: filesBelow(site).length });
}

function print() {
  const rows = [["", "seconds", "CPU seconds", "peak memory", "files"]];
  for (const [name, taken] of figures) {
    const median = (what) => quantile(taken.map((it) => it[what]), 0.5);
    const memory = `${Math.round(median("memory") / 1e6)} MB`;
    rows.push([name, median("seconds").toFixed(2), median("cpu").toFixed(2), memory, String(median("files"))]);
  }
  for (const row of rows) console.log(row.map((cell, at) => (at ? cell.padStart(13) : cell.padEnd(16))).join(""));
}

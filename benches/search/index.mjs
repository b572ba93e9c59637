// The published index as a browser sees it: the engine's own scripts, files from
// the disk, and how many compressed bytes each query asked for.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

const sizes = new Map();

/** Bytes of a file as a web server sends it. */
export function compressed(path) {
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(path), { level: 9 }).length);
  return sizes.get(path);
}

/** Every file below a folder. */
export function filesBelow(folder) {
  const found = readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)));
  return found.filter((path) => statSync(path).isFile());
}

/** The engine over a published site; `asked` gets the path of each file it loads. */
export function openSite(site, asked = () => {}) {
  for (const part of ["words", "lines", "lookup", "score", "excerpt", "engine"]) {
    vm.runInThisContext(readFileSync(join(site, "theme", `search-${part}.js`), "utf8"));
  }
  const engine = vm.runInThisContext("playbookSearchEngine");
  return engine.create(async (what, name) => {
    const path = join(site, "search", engine.path(what, name));
    asked(path);
    let payload;
    vm.runInNewContext(readFileSync(path, "utf8"), { playbookSearch: (...said) => (payload = said[3]) });
    return payload;
  });
}

/** Queries with the page that each should find, from `playbook search --known-items`. */
export function readItems(text) {
  const rows = text.trim().split("\n").slice(1).map((row) => row.split("\t"));
  return rows.map(([slice, query, route]) => ({ slice, query, route }));
}

/** The value below which this share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** One row for each slice: mean of one divided by the place of the page. */
export function reciprocalRanks(items, places) {
  const bySlice = new Map();
  items.forEach(({ slice }, at) => {
    const ranks = bySlice.get(slice) ?? bySlice.set(slice, []).get(slice);
    ranks.push(places[at] ? 1 / places[at] : 0);
  });
  return [...bySlice].map(([slice, ranks]) => [slice, ranks.reduce((sum, it) => sum + it, 0) / ranks.length]);
}

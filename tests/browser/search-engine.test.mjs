// The browser's search engine under Node, over an index that the generator
// wrote: it reads words as the generator does and ranks as `playbook search`
// does, to the digit.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import vm from "node:vm";

import { binary, build, projectRoot as root } from "./support/playbook.mjs";

let site;
let engine;

/** Loads files of the index as a page does, but from the disk. */
function loader(folder) {
  return async (what, name) => {
    let called;
    const script = readFileSync(join(folder, "search", engine.path(what, name)), "utf8");
    vm.runInNewContext(script, { playbookSearch: (...said) => (called = said) });
    assert.deepEqual(called.slice(0, 2), [what, name]);
    return JSON.parse(JSON.stringify(called[3]));
  };
}

function scripts(folder) {
  for (const part of ["words", "lines", "lookup", "score", "excerpt", "engine"]) {
    vm.runInThisContext(readFileSync(join(folder, "theme", `search-${part}.js`), "utf8"));
  }
  return vm.runInThisContext("playbookSearchEngine");
}

before(() => {
  site = build(root);
  engine = scripts(site.folder);
});

test("texts become the same words", async () => {
  const { spellings } = await loader(site.folder)("core", "");
  const cases = JSON.parse(readFileSync(join(root, "tests/search/normalise.json"), "utf8"));
  for (const [text, words] of cases) {
    const told = ({ whole, parts }) => parts.join("+") + (whole ? `=${whole}` : "");
    assert.equal(engine.compounds(text, spellings).map(told).join("|"), words, text);
  }
});

/** A query of a list: its words, and what it chooses of each facet. */
function asked(query) {
  const filters = {};
  const words = query.split(/\s+/).filter((word) => {
    const [, facet, id] = word.match(/^(role|layer|tool|data|status):(.*)$/) ?? [];
    if (facet) (filters[facet] ??= []).push(id);
    return !facet;
  });
  return { words: words.join(" "), filters };
}

for (const list of ["queries.tsv", "thirty.tsv", "hostile.tsv"]) {
  test(`the terminal and the browser rank alike: ${list}`, async () => {
    const search = engine.create(loader(site.folder));
    const { queries } = playbookAnswers(list);
    assert.ok(queries.length >= 10);
    for (const { query, slice, results, whole, found } of queries) {
      const { words, filters } = asked(query);
      const given = await search.search(words, filters, { last: slice === "prefix" });
      const urls = await Promise.all(given.pages.slice(0, 10).map((it) => search.record(it)));
      const ours = urls.map(({ url }, at) => [url, given.scores[at]]);
      assert.deepEqual({ results: given.pages.length, whole: given.whole, found: ours },
        { results, whole, found }, query);
    }
  });
}

function playbookAnswers(list) {
  const file = join(root, "tests/search", list);
  const args = ["search", "--root", root, "--json", "--least", "0", "--eval", file];
  return JSON.parse(execFileSync(binary(), args, { encoding: "utf8", maxBuffer: 1 << 26 }));
}

test("facet counts follow the query and the other facets", async () => {
  const search = engine.create(loader(site.folder));
  const all = await search.search("renewal", {});
  const support = await search.search("renewal", { role: ["support"], layer: ["judgment"] });
  const counts = (result, facet) => result.facets.find((it) => it.id === facet).values;
  for (const facet of ["role", "layer"]) {
    for (const { id, count, chosen } of counts(support, facet)) {
      const other = facet === "role" ? { layer: ["judgment"] } : { role: ["support"] };
      const alone = await search.search("renewal", { ...other, [facet]: [id] });
      assert.equal(count, alone.pages.length, `${facet}:${id}`);
      assert.equal(chosen, id === (facet === "role" ? "support" : "judgment"));
    }
  }
  assert.ok(support.pages.length < all.pages.length);
});

test("an excerpt shows the words of the query and where they are", async () => {
  const search = engine.create(loader(site.folder));
  const result = await search.search("pormpt renewal", {});
  const record = await search.record(result.pages[0]);
  const { text, marks } = search.excerpt(record, result);
  assert.ok(marks.length > 0 && text.length < 240, text);
  for (const [start, end] of marks) assert.match(text.slice(start, end), /prompt|renewal/i);
  for (const { anchor } of search.places(record, result)) assert.match(anchor, /^[\p{L}\p{N}-]+$/u);
});

// What a page weighs before its content, uncompressed: HTML around the main
// part, all style sheets, the scripts of one page, and those that come when somebody
// searches.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { describe, test } from "node:test";

import { build, files, projectRoot } from "./support/playbook.mjs";

const chrome = 12_000;
const styles = 35_000;
const scripts = 40_000;
/** What the dialog loads when somebody first searches: the engine is half of it. */
const search = 40_000;
/** What the form for new pages loads when somebody opens it, but for the names of pages. */
const form = 80_000;

const { folder } = build(projectRoot);
const pages = files(folder, ".html").map((path) => ({ path, html: readFileSync(`${folder}/${path}`, "utf8") }));
const size = (path) => statSync(`${folder}/${path}`).size;
const total = (paths) => paths.reduce((sum, path) => sum + size(path), 0);

function chromeBytes(html) {
  const [start, end] = [html.indexOf("<main"), html.lastIndexOf("</main>")];
  assert.ok(start >= 0 && end > start, "a page has one main part");
  return Buffer.byteLength(html) - Buffer.byteLength(html.slice(start, end));
}

describe("the budget", () => {
  test(`HTML around the main part: at most ${chrome} bytes`, () => {
    const heavy = pages.map(({ path, html }) => `${path}: ${chromeBytes(html)}`);
    assert.deepEqual(heavy.filter((line) => Number(line.split(": ")[1]) > chrome), []);
  });

  test(`style sheets: at most ${styles} bytes in all`, () => {
    const sheets = files(folder, ".css");
    assert.ok(sheets.length > 0);
    assert.ok(total(sheets) <= styles, `${total(sheets)} bytes in ${sheets.join(", ")}`);
  });

  test(`scripts: at most ${scripts} bytes on any page`, () => {
    for (const { path, html } of pages.filter(({ path }) => path !== "404.html")) {
      const found = [...html.matchAll(/<script[^>]*\ssrc="([^"?#]+)/g)];
      const loaded = found.map(([, href]) => posix.join(posix.dirname(path), href));
      assert.ok(total(loaded) <= scripts, `${path}: ${total(loaded)} bytes`);
    }
  });

  test(`scripts that the form loads: at most ${form} bytes`, () => {
    const loaded = files(folder, ".js").filter((path) => /^theme\/form-/.test(path));
    assert.ok(loaded.length >= 12, loaded.join(", "));
    assert.ok(total(loaded) <= form, `${total(loaded)} bytes in ${loaded.join(", ")}`);
  });

  test(`scripts that a search loads: at most ${search} bytes`, () => {
    const loaded = files(folder, ".js").filter((path) => /^theme\/search-(?!page|marks)/.test(path));
    assert.ok(loaded.length >= 8, loaded.join(", "));
    assert.ok(total(loaded) <= search, `${total(loaded)} bytes in ${loaded.join(", ")}`);
  });
});

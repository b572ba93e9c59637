// axe-core finds nothing serious or critical on one page of every kind, in the
// light and in the dark scheme, on a desk and on a phone, in wide letters and in
// narrow ones. All rules are asked once for each size; what depends on colours
// again in the dark, what depends on sizes again in the other letters.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { launch, open } from "./support/browser.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { build } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = {
  resultTypes: ["violations"],
  // Part of WCAG 2.2 AA, and off unless asked for.
  rules: { "target-size": { enabled: true } },
};
const sizes = [
  { width: 1280, height: 800 },
  { width: 320, height: 740 },
];
const control = `<!doctype html><html><title>x</title><main><h1>x</h1><img src="index.html">
<input></main>`;

const { folder } = build(playbookInEveryState(), { basePath });
const kinds = onePagePerKind(folder);

/** Rules whose answer changes with the scheme, and with the letters. */
const ofColours = ["color-contrast", "link-in-text-block"];
const ofSizes = ["target-size", "scrollable-region-focusable"];

let browser;
let narrow;
let server;
let page;
before(async () => {
  browser = await launch("wide");
  narrow = await launch("narrow");
  server = await serve(folder, { "control.html": control });
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await narrow?.close();
  await server?.close();
});

async function violations(page, where, rules) {
  const asked = rules ? { ...options, runOnly: { type: "rule", values: rules } } : options;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const results = await page.evaluate((options) => window.axe.run(document, options), asked);
  const bad = results.violations.filter((it) => ["serious", "critical"].includes(it.impact));
  return bad.flatMap((it) => it.nodes.map((node) => `${where}: ${it.id} (${it.impact}): ${node.html.slice(0, 200)}`));
}

describe("axe-core finds nothing serious", () => {
  for (const [kind, path] of kinds) {
    test(`${kind} (${path})`, async () => {
      const found = [];
      await page.emulateMedia({ colorScheme: "light" });
      await open(page, server.address(path));
      for (const size of sizes) {
        await page.setViewportSize(size);
        found.push(...(await violations(page, `light, ${size.width} px`)));
      }
      await page.emulateMedia({ colorScheme: "dark" });
      for (const size of sizes) {
        await page.setViewportSize(size);
        found.push(...(await violations(page, `dark, ${size.width} px`, ofColours)));
      }
      assert.deepEqual(found, []);
    });
  }
});

test("what is pressed is large enough, in narrow letters too", async () => {
  const slim = await narrow.newPage();
  const found = [];
  for (const path of kinds.values()) {
    await open(slim, server.address(path));
    for (const size of sizes) {
      await slim.setViewportSize(size);
      found.push(...(await violations(slim, `${path}, ${size.width} px`, ofSizes)));
    }
  }
  assert.deepEqual(found, []);
});

test("both schemes are there", async () => {
  await open(page, server.address("index.html"));
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notEqual(await ground(), light);
});

test("a page that is hard to use is noticed", async () => {
  await open(page, server.address("control.html"));
  const found = (await violations(page, "control")).join("\n");
  for (const rule of ["html-has-lang", "image-alt", "label"]) assert.ok(found.includes(rule), found);
});

// axe-core finds nothing serious or critical on one page of every kind, in the
// light and in the dark scheme, on a desk and on a phone.

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

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = await serve(folder, { "control.html": control });
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function violations(where) {
  await page.evaluate(axe);
  const results = await page.evaluate((options) => window.axe.run(document, options), options);
  const bad = results.violations.filter((it) => ["serious", "critical"].includes(it.impact));
  return bad.flatMap((it) => it.nodes.map((node) => `${where}: ${it.id} (${it.impact}): ${node.html.slice(0, 200)}`));
}

describe("axe-core finds nothing serious", () => {
  for (const [kind, path] of kinds) {
    test(`${kind} (${path})`, async () => {
      const found = [];
      await open(page, server.address(path));
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        for (const size of sizes) {
          await page.setViewportSize(size);
          found.push(...(await violations(`${colorScheme}, ${size.width} px`)));
        }
      }
      assert.deepEqual(found, []);
    });
  }
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
  const found = (await violations("control")).join("\n");
  for (const rule of ["html-has-lang", "image-alt", "label"]) assert.ok(found.includes(rule), found);
});

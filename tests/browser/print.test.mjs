// On paper nothing is cut: one page of every kind, as wide as a sheet, in narrow
// letters and in wide ones. Nothing scrolls there, and nobody presses anything.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, open } from "./support/browser.mjs";
import { playbookOfExtremes } from "./support/extremes.mjs";
import { fontSets } from "./support/fonts.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { cutOff, paper, stickingOut } from "./support/layout.mjs";
import { build } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const { folder } = build(playbookInEveryState(), { basePath });
const extremes = build(playbookOfExtremes(), { basePath }).folder;
const control = `<!doctype html><html lang="en"><title>x</title>
<textarea wrap="off" cols="20">${"A line that is far too long for a sheet of paper. ".repeat(9)}</textarea>`;

let server;
let far;
before(async () => {
  server = await serve(folder, { "control.html": control });
  far = await serve(extremes);
});
after(async () => {
  await server?.close();
  await far?.close();
});

for (const fonts of fontSets) {
  describe(`on paper, in ${fonts} letters`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch(fonts);
      page = await browser.newPage({ viewport: paper });
      await page.emulateMedia({ media: "print" });
    });
    after(() => browser?.close());

    for (const [kind, path] of onePagePerKind(folder)) {
      test(`${kind} (${path})`, async () => {
        await open(page, server.address(path));
        assert.deepEqual(await page.evaluate(stickingOut), []);
        assert.deepEqual(await page.evaluate(cutOff), []);
        const buttons = page.locator("button").filter({ visible: true });
        assert.deepEqual(await buttons.allInnerTexts(), [], "buttons on paper");
      });
    }

    test("far too much of everything", async () => {
      for (const path of onePagePerKind(extremes).values()) {
        await open(page, far.address(path));
        assert.deepEqual(await page.evaluate(stickingOut), [], path);
        assert.deepEqual(await page.evaluate(cutOff), [], path);
      }
    });

    test("what is cut is noticed", async () => {
      await open(page, server.address("control.html"));
      assert.equal((await page.evaluate(cutOff)).length, 1);
    });
  });
}

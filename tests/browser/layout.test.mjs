// Nothing is wider than the narrowest phone, and wide content scrolls inside
// its own box: one page of every kind at 320 px.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, open } from "./support/browser.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { build } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const { folder } = build(playbookInEveryState(), { basePath });
const control = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>x</title><table width="900"><tr><td>x</td></tr></table>`;

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = await serve(folder, { "control.html": control });
  page = await browser.newPage({ viewport: { width: 320, height: 740 } });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What sticks out to the right of the window, outside any box that scrolls. */
function stickingOut() {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element),
  );
  const names = out.map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
  if (document.documentElement.scrollWidth > width) {
    names.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  }
  return names;
}

describe("nothing is wider than 320 px", () => {
  for (const [kind, path] of onePagePerKind(folder)) {
    test(`${kind} (${path})`, async () => {
      await open(page, server.address(path));
      assert.deepEqual(await page.evaluate(stickingOut), []);
    });
  }
});

test("what is too wide is noticed", async () => {
  await open(page, server.address("control.html"));
  assert.notDeepEqual(await page.evaluate(stickingOut), []);
});

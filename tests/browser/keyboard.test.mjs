// By keyboard alone: the skip link comes first and skips, everything that can
// be used is reached in turn, and one always sees where one is.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, open } from "./support/browser.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { build } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const { folder } = build(playbookInEveryState(), { basePath });

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = await serve(folder);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Where the focus is, and whether a reader can see it there. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const inWindow = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return {
    stop: element.stop,
    name: `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 50)}"`,
    skips: element.matches("a.skip"),
    inMain: Boolean(element.closest("main")),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    visible: inWindow && box.width > 1 && box.height > 1 && style.visibility === "visible",
  };
}

/** Everything that a keyboard should reach, each with a number that it keeps. */
function usable() {
  const wanted = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";
  // A group of radio buttons is one stop; arrows go on from there.
  const groups = new Set();
  const isStop = (it) => it.type !== "radio" || (!groups.has(it.name) && groups.add(it.name));
  const shown = [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility() && isStop(element));
  return shown.map((element, at) => [(element.stop = at), `${element.tagName}: ${element.textContent.trim().slice(0, 50)}`]);
}

describe("every page by keyboard", () => {
  for (const [kind, path] of onePagePerKind(folder)) {
    test(`${kind} (${path})`, async () => {
      await open(page, server.address(path));
      const missed = new Map(await page.evaluate(usable));
      const unseen = [];
      for (let first = true, left = missed.size + 50; left > 0; first = false, left -= 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(focused);
        if (!at) break;
        if (first) assert.ok(at.skips, `the first stop is ${at.name}`);
        if (!at.outlined || !at.visible) unseen.push(at.name);
        missed.delete(at.stop);
      }
      assert.deepEqual([...missed.values()], [], "never reached");
      assert.deepEqual(unseen, [], "reached, and not to be seen");
    });
  }
});

test("the skip link leads past the navigation", async () => {
  await open(page, server.address("index.html"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const at = await page.evaluate(focused);
  assert.ok(at?.inMain, `the focus is on ${at?.name}`);
});

// Nothing is wider than the narrowest phone, and wide content scrolls inside
// its own box: one page of every kind at 320 px, and pages with far too much on
// them. Nothing jumps when scripts run, and the first screen holds what decides.
// All of it in narrow letters and in wide ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, open, rememberRole } from "./support/browser.mjs";
import { playbookOfExtremes } from "./support/extremes.mjs";
import { fontSets } from "./support/fonts.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { jumped, overlapping, smallPhrases, stickingOut } from "./support/layout.mjs";
import { build, files } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const { folder } = build(playbookInEveryState(), { basePath });
const extremes = build(playbookOfExtremes(), { basePath }).folder;
const control = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>x</title><table width="900"><tr><td>x</td></tr></table>`;

const firstScreens = [
  ["home", "index.html", [".tiles li:last-child", ".opening .entry:last-child", ".ask-first"]],
  ["fluency: the prompt", "workflows/renewal-brief.html", [".trust-panel", ".paste", ".key-sections .prompt [data-copy]", ".key-sections [data-field]"]],
  ["judgment: the three rules", "workflows/churn-flag.html", [".trust-panel", ".paste", ".rules section:nth-child(3) li"]],
  ["redesign: old and new way", "workflows/renewal-desk.html", [".trust-panel", ".paste", ".part-old-way li", ".part-new-way li"]],
  ["a path: what is next", "collections/renewals-ninety-days.html", [".behaviours", "[data-part=next]", "[data-day]"]],
  ["a role: its jobs", "roles/customer-success.html", [".jobs tbody tr"]],
];

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
  describe(`in ${fonts} letters`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch(fonts);
      page = await browser.newPage({ viewport: { width: 320, height: 740 } });
    });
    after(() => browser?.close());

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

    describe("far too much of everything", () => {
      for (const [kind, path] of onePagePerKind(extremes)) {
        test(`${kind} (${path})`, async () => {
          await open(page, far.address(path));
          for (const width of [320, 768, 1280, 1600]) {
            await page.setViewportSize({ width, height: 800 });
            assert.deepEqual(await page.evaluate(stickingOut), [], `${width} px`);
            assert.deepEqual(await page.evaluate(overlapping), [], `${width} px: on one another`);
          }
        });
      }
    });

    test("a title that runs from right to left begins at the right", async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page, far.address("guides/right-to-left.html"));
      const gaps = await page.evaluate(() =>
        ["h1", "h2"].map((heading) => {
          const box = document.querySelector(`main ${heading}`);
          const range = document.createRange();
          range.selectNodeContents(box);
          return Math.round(box.getBoundingClientRect().right - range.getBoundingClientRect().right);
        }),
      );
      assert.ok(gaps.every((gap) => gap < 40), `text ends ${gaps} px before its box`);
    });

    describe("each phrase of an exercise can be hit", () => {
      const drills = files(folder, ".html").filter((path) => path.startsWith("drills/"));
      for (const width of [320, 1280]) {
        test(`${width} px`, async () => {
          await page.setViewportSize({ width, height: 800 });
          const small = {};
          for (const path of drills) {
            await open(page, server.address(path));
            const { count, found } = await page.evaluate(smallPhrases);
            assert.ok(count > 1, `${path} has phrases`);
            if (found.length > 0) small[path] = found;
          }
          assert.deepEqual(small, {});
        });
      }
    });

    describe("nothing jumps when scripts run", () => {
      for (const width of [320, 1280]) {
        test(`${width} px`, async () => {
          const fresh = await uncached(browser, width);
          for (const path of onePagePerKind(folder).values()) await standsStill(fresh, path);
          await rememberRole(fresh, server.address("index.html"), "roles/sales.html");
          for (const path of ["index.html", "roles/sales.html", "drills.html"]) await standsStill(fresh, path);
          await fresh.close();
        });
      }
    });

    describe("nothing jumps where a page arrives in two parts", () => {
      for (const path of ["collections.html", "roles/sales.html"]) {
        test(path, async () => {
          const html = readFileSync(join(folder, path), "utf8");
          const tags = [...html.matchAll(/<(?:li|ul|tr|td|nav|form|main|footer|p)\b/g)].map(({ index }) => index);
          const slow = {};
          const slowly = await serve(folder, slow);
          const fresh = await uncached(browser, 1280);
          // About fifteen places: each takes a third of a second.
          const step = Math.ceil(tags.length / 15);
          try {
            for (const at of tags.filter((_, nth) => nth % step === 0)) {
              slow[path] = [html.slice(0, at), html.slice(at)];
              await standsStill(fresh, path, slowly);
            }
          } finally {
            await fresh.close();
            await slowly.close();
          }
        });
      }
    });

    describe("the first screen, at 1280 by 800, holds what decides", () => {
      for (const [name, path, wanted] of firstScreens) {
        test(name, async () => {
          await page.setViewportSize({ width: 1280, height: 800 });
          await open(page, server.address(path));
          for (const selector of wanted) {
            const box = await page.locator(selector).first().boundingBox();
            assert.ok(box && box.y + Math.min(box.height, 60) <= 800, `${selector} at ${box?.y}`);
          }
        });
      }
    });
  });
}

/** A tab that asks the server for everything each time, as on the first visit. */
async function uncached(browser, width) {
  const fresh = await browser.newPage({ viewport: { width, height: 800 } });
  const session = await fresh.context().newCDPSession(fresh);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return fresh;
}

async function standsStill(page, path, from = server) {
  await page.goto(from.address(path), { waitUntil: "load" });
  const { sum, seen } = await page.evaluate(jumped);
  assert.ok(sum < 0.01, `${path}: ${sum}: ${seen.join(", ")}`);
}

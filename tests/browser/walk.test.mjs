// A colleague without a mouse, from home to a copied prompt and a finished
// exercise: every step by Tab, Space, Enter and arrows, what is used found by
// its role and its name alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./support/browser.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";

const { folder } = build(projectRoot, { basePath });

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Presses Tab until the focus is on what `locator` finds. */
async function tabTo(locator) {
  await locator.first().waitFor();
  for (let left = 200; left > 0; left -= 1) {
    await page.keyboard.press("Tab");
    if (await locator.first().evaluate((it) => it === document.activeElement)) return;
  }
  assert.fail(`${locator} is not reached`);
}

async function follow(locator, address) {
  await tabTo(locator);
  await page.keyboard.press("Enter");
  await page.waitForURL(address);
}

test("home, role, write-up, prompt, copy, exercise", async () => {
  await open(page, server.address("index.html"));
  await follow(page.locator(".tiles").getByRole("link", { name: "Customer success" }), "**/roles/customer-success.html");
  await follow(page.getByRole("link", { name: "Prepare a renewal call from one page" }), "**/workflows/renewal-brief.html");

  const prompt = page.getByRole("figure").filter({ hasText: "Renewal brief" });
  await tabTo(prompt.getByRole("textbox"));
  await page.keyboard.type("Halden Cold Storage");
  await page.keyboard.press("Shift+Tab");
  const copy = prompt.getByRole("button", { name: "Copy prompt" });
  assert.ok(await copy.evaluate((it) => it === document.activeElement), "Copy stands before the first field");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Copied." }).waitFor({ state: "attached" });
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Halden Cold Storage/);

  await follow(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Drills" }), "**/drills.html");
  await follow(page.getByRole("link", { name: "Promised, wished or overheard" }), "**/drills/promised-or-wished.html");
  await tabTo(page.locator(".phrase"));
  await page.keyboard.press("Space");
  await tabTo(page.getByRole("radio", { name: "Use it as it is" }));
  await page.keyboard.press("ArrowDown");
  await follow(page.getByRole("button", { name: "Check my answer" }), "**/drills/promised-or-wished.html");
  assert.match(await page.locator(".result").innerText(), /^You found \d of \d/);
  assert.ok(await page.locator(".drill details ol").isVisible());
});

// With scripts off, a colleague still gets from home to the prompt and back,
// and reads every kind of page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./support/browser.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";

const { folder } = build(projectRoot, { basePath });

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = await serve(folder);
  page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("home leads to a role, the role to a workflow, the workflow to its prompt", async () => {
  await page.goto(server.address("index.html"));
  await page.locator('main a[href="roles/sales.html"]').first().click();
  await page.waitForURL("**/roles/sales.html");
  await page.locator('main a[href="../workflows/outreach-email.html"]').first().click();
  await page.waitForURL("**/workflows/outreach-email.html");
  const prompt = page.locator("main pre").filter({ hasText: "Below are a draft I am about to send" });
  assert.ok(await prompt.isVisible(), "the prompt can be read");
  assert.ok(await page.getByText("their mail threads").first().isVisible(), "so can what may never be pasted");
  await page.locator('header a[href="../index.html"]').first().click();
  await page.waitForURL("**/index.html");
});

test("the answers of a drill open", async () => {
  await page.goto(server.address("drills/promised-or-wished.html"));
  const answer = page.getByText("Bram leads IT");
  assert.equal(await answer.isVisible(), false, "not before they are asked for");
  await page.locator("main summary").first().click();
  assert.equal(await answer.isVisible(), true);
});

test("an address that moved leads on", async () => {
  await page.goto(server.address("workflows/account-one-pager.html"));
  await page.waitForURL("**/workflows/renewal-brief.html");
});

test("every kind of page reads", async () => {
  const empty = [];
  for (const path of onePagePerKind(folder).values()) {
    await page.goto(server.address(path));
    const title = await page.locator("h1").innerText();
    const text = await page.locator("main").innerText();
    if (!title.trim() || text.length < title.length + 20) empty.push(path);
  }
  assert.deepEqual(empty, []);
});

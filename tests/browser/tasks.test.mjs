// Five things that a new colleague comes for, from home: each is done with at
// most three clicks. Typing into a field is no click; pressing a button is.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open } from "./support/browser.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(projectRoot, { basePath });
const most = 3;

const site = stage(folder);

/** Somebody who has never been here, on home, with their clicks counted. */
async function colleague(viewport) {
  const context = await site.browser.newContext({ viewport });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await open(page, site.server.address("index.html"));
  let clicks = 0;
  return {
    page,
    nav: page.getByRole("navigation", { name: "Main" }),
    async click(locator) {
      clicks += 1;
      assert.ok(clicks <= most, `${locator} is click ${clicks}`);
      await locator.first().click();
    },
  };
}

for (const [name, viewport] of [["on a desk", { width: 1280, height: 800 }], ["on a phone", { width: 360, height: 740 }]]) {
  describe(name, () => {
    test("how do I prepare a renewal call?", async () => {
      const { page, click } = await colleague(viewport);
      await click(page.locator(".tiles").getByRole("link", { name: "Customer success" }));
      await click(page.getByRole("link", { name: "Prepare a renewal call from one page" }));
      await page.getByRole("heading", { level: 1, name: "Prepare a renewal call from one page" }).waitFor();
    });

    test("may I paste customer data into the free chat?", async () => {
      const { page, nav, click } = await colleague(viewport);
      await click(nav.getByRole("link", { name: "What may I paste?" }));
      await page.getByText("confidential").first().waitFor();
      await click(page.getByRole("link", { name: "free account" }));
      assert.match(await page.locator(".notice").innerText(), /Not approved: do not use it\s+Use instead: Assistant/);

      const other = await colleague(viewport);
      await other.click(other.nav.getByRole("link", { name: "Tools" }));
      await other.click(other.page.getByRole("link", { name: "Free chat accounts" }));
      await other.page.getByText("Not approved: do not use it").waitFor();
    });

    test("fill in a prompt and take it away", async () => {
      const { page, click } = await colleague(viewport);
      await click(page.locator(".tiles").getByRole("link", { name: "Customer success" }));
      await click(page.getByRole("link", { name: "Prepare a renewal call from one page" }));
      // Nobody types before the scripts have come.
      await page.waitForLoadState("domcontentloaded");
      const prompt = page.getByRole("figure").filter({ hasText: "Renewal brief" });
      await prompt.getByRole("textbox").first().fill("Halden Cold Storage");
      await click(prompt.getByRole("button", { name: "Copy prompt" }));
      await page.getByRole("status").filter({ hasText: "Copied." }).waitFor({ state: "attached" });
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Halden Cold Storage/);
    });

    test("do a drill", async () => {
      const { page, nav, click } = await colleague(viewport);
      await click(nav.getByRole("link", { name: "Drills" }));
      await click(page.locator("[data-next] a"));
      await click(page.locator(".phrase"));
      assert.equal(await page.locator(".phrase[aria-pressed=true]").count(), 1);
    });

    test("who can show me?", async () => {
      const { page, nav, click } = await colleague(viewport);
      await click(nav.getByRole("link", { name: "People" }));
      const row = page.locator(".rows li").filter({ hasText: "Prepare a renewal call from one page" }).first();
      assert.match(await row.innerText(), /Will show you[\s\S]+Ask in #/);

      const of = await colleague(viewport);
      await of.click(of.page.locator(".tiles").getByRole("link", { name: "Customer success" }));
      await of.click(of.page.getByRole("link", { name: "Prepare a renewal call from one page" }));
      assert.match(await of.page.locator(".rail").innerText(), /Who can show me\s+Priya Raman · ask in #cs-ai/);

      const tool = await colleague(viewport);
      await tool.click(tool.nav.getByRole("link", { name: "Tools" }));
      await tool.click(tool.page.locator(".rows").getByRole("link", { name: "Assistant" }));
      await tool.page.getByText("Who can show me").waitFor();
    });
  });
}

test("the next drill is of the reader's role and not done yet", async () => {
  const { page, click } = await colleague({ width: 1280, height: 800 });
  await click(page.locator(".tiles").getByRole("link", { name: "Finance" }));
  await open(page, site.server.address("drills.html"));
  assert.equal(await page.locator("[data-next] a").innerText(), "October in one paragraph");
});

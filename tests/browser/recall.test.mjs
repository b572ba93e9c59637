// A prompt that was stopped or mended: whoever copied it on this device is told on home, by
// the reader's own clock; and one that nobody has run for long stands behind a click.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

import { open } from "./support/browser.mjs";
import { build, projectRoot, temporaryFolder } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const root = join(temporaryFolder(), "playbook");
for (const part of ["content", "playbook.toml"]) {
  cpSync(join(projectRoot, part), join(root, part), { recursive: true });
}
const { folder } = build(root, { basePath });
const site = stage(folder);

/** What is written into the front matter of a page, in one line as in a forge's editor. */
function write(page, line) {
  const path = join(root, "content/workflows", page);
  writeFileSync(path, readFileSync(path, "utf8").replace("---\n", `---\n${line}\n`));
}

const held = "workflows/prospect-research.html";
const corrected = "workflows/renewal-brief.html";
const untouched = "workflows/handover.html";

describe("a prompt that was wrong", () => {
  test("is recalled on home where it was copied, until the reader has read it", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const on = (day) => page.clock.setFixedTime(new Date(`${day}T12:00:00`));
    const go = (path) => open(page, site.server.address(path));
    const recalls = page.locator(".recalls li:visible");
    await on("2026-11-10");
    for (const path of [held, corrected, untouched]) {
      await go(path);
      await page.locator("[data-copy]").first().click();
      await page.locator("[data-copy]", { hasText: /Copied|Press/ }).first().waitFor();
    }
    await go("index.html");
    assert.equal(await recalls.count(), 0);

    write("sales/prospect-research.md", "hold: It invents turnover figures since the update");
    const what = "what: It left out the sites that are closed, do: Look at the calls of November";
    write("customer-success/renewal-brief.md", `corrected: [{date: 2026-11-24, wrong_since: 2026-11-02, ${what}}]`);
    build(root, { output: folder, basePath });
    await on("2026-12-01");
    await go("index.html");
    assert.match(await recalls.nth(0).innerText(), /Stop: It invents turnover figures since the update/);
    assert.match(await recalls.nth(1).innerText(), /Corrected on 24 November 2026.*sites that are closed.*calls of November/s);
    assert.equal(await recalls.count(), 2);
    await recalls.nth(1).getByRole("button").click();
    assert.equal(await recalls.count(), 1);
    await go("index.html");
    assert.equal(await recalls.count(), 1);
    await recalls.getByRole("button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".recalls").isVisible(), false);
    await go("index.html");
    assert.equal(await recalls.count(), 0);

    // Nothing to copy, and no trace of it, where the page is stopped.
    await go(held);
    assert.equal(await page.locator("[data-copy]").count(), 0);
    // Copied after it was mended, it is the right one.
    await go(corrected);
    await page.locator("[data-copy]").first().click();
    await page.locator("[data-copy]", { hasText: /Copied|Press/ }).first().waitFor();
    await go("index.html");
    assert.equal(await recalls.count(), 0);
    await context.close();
  });

  test("says so at the head of its page for 90 days", async () => {
    const strip = (page) => page.getByText("Corrected on 24 November 2026");
    for (const [day, isTold] of [["2026-12-01", true], ["2027-02-22", true], ["2027-02-23", false]]) {
      await site.visit(`${site.disk}index.html`, async (page) => {
        await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
        await open(page, `${site.disk}${corrected}`);
        assert.equal(await strip(page).isVisible(), isTold, day);
      });
    }
  });
});

test("a prompt that nobody has run for twice its interval stands behind a click", async () => {
  await site.visit(site.server.address("index.html"), async (page) => {
    const prompt = page.locator("figure.prompt").first();
    await page.clock.setFixedTime(new Date("2026-12-01T12:00:00"));
    await open(page, site.server.address(untouched));
    assert.equal(await prompt.locator("pre").isVisible(), true);
    assert.equal(await prompt.locator("[data-show-prompt]").isVisible(), false);
    await page.clock.setFixedTime(new Date("2028-12-01T12:00:00"));
    await open(page, site.server.address(untouched));
    assert.deepEqual([await prompt.locator("pre").isVisible(), await prompt.locator("[data-copy]").isVisible()], [false, false]);
    await prompt.locator("[data-show-prompt]").click();
    assert.equal(await prompt.locator("pre").isVisible(), true);
    assert.equal(await prompt.locator("[data-copy]").evaluate((it) => it === document.activeElement), true);
  });
});

// A page that was renamed since: what a reader's device kept under its old name works
// under the new one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

import { open } from "./support/browser.mjs";
import { binary, build, projectRoot, temporaryFolder } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const root = join(temporaryFolder(), "playbook");
for (const part of ["content", "playbook.toml"]) {
  cpSync(join(projectRoot, part), join(root, part), { recursive: true });
}
const { folder } = build(root, { basePath });
const site = stage(folder);

function rename(from, to) {
  const run = spawnSync(binary(), ["mv", from, to, "--root", root], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
}

describe("a role, a path and a drill that are renamed", () => {
  test("what the device kept before works after", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const go = (path) => open(page, site.server.address(path));
    const ticks = page.getByRole("checkbox", { name: "I have done this on real work" });
    await go("roles/customer-success.html");
    await page.locator("[data-my-role]").first().click();
    await go("collections/renewals-ninety-days.html");
    await ticks.nth(1).check();
    const line = await page.locator('[data-part="line"]').innerText();
    await go("drills/nordvang-in-four-lines.html");
    await page.locator("[data-verdict-of]").first().check();
    await page.locator("[data-judge]").click();

    rename("roles/customer-success", "client-success");
    rename("renewals-ninety-days", "renewals-in-a-quarter");
    rename("drills/nordvang-in-four-lines", "nordvang");
    build(root, { output: folder, basePath });

    // By an address of before, as a bookmark has it.
    await page.goto(site.server.address("roles/customer-success.html"), { waitUntil: "commit" });
    await page.waitForURL(/roles\/client-success\.html$/);
    assert.equal(await page.evaluate(() => document.documentElement.classList.contains("is-my-role")), true);
    await go("index.html");
    const mine = page.locator(".my-role [data-role]");
    assert.match(await mine.getAttribute("href"), /roles\/client-success\.html$/);
    await go("collections/renewals-in-a-quarter.html");
    assert.deepEqual([await ticks.nth(0).isChecked(), await ticks.nth(1).isChecked()], [false, true]);
    await page.getByRole("textbox", { name: /another device/ }).fill(line);
    await page.keyboard.press("Enter");
    await page.locator('[data-part="message"]').filter({ hasText: /already/ }).waitFor();
    await go("drills.html");
    await page.locator("li.done").filter({ has: page.locator('a[href$="drills/nordvang.html"]') }).waitFor();

    // Back again: each name leads to the other one now, and nothing is lost on the way.
    rename("roles/client-success", "customer-success");
    build(root, { output: folder, basePath });
    await go("index.html");
    assert.match(await mine.getAttribute("href"), /roles\/customer-success\.html$/);
    await context.close();
  });
});

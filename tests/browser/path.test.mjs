// A path: "done on real work" is ticked per checkpoint and kept on this device;
// one line of counts leaves it, and moves it to another.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, describe, test } from "node:test";

import { open } from "./support/browser.mjs";
import { jumped } from "./support/layout.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(projectRoot, { basePath });
const path = "collections/renewals-ninety-days.html";

const site = stage(folder);
let page;
const fresh = async () => {
  const context = await site.browser.newContext({ acceptDownloads: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await open(page, site.server.address(path));
  return page;
};
beforeEach(async () => {
  await page?.context().close();
  page = await fresh();
});

const ticks = (page) => page.getByRole("checkbox", { name: "I have done this on real work" });
const part = (page, name) => page.locator(`[data-part="${name}"]`);

/** Puts a line from another device in, and gives what is said about it. */
async function imported(page, line) {
  await part(page, "message").evaluate((it) => (it.textContent = ""));
  await page.getByRole("textbox", { name: /another device/ }).fill(line);
  await page.keyboard.press("Enter");
  return part(page, "message").filter({ hasText: /./ }).innerText();
}

describe("progress on a path", () => {
  test("says what is next, and moves on with each tick, by mouse and by keyboard", async () => {
    assert.match(await part(page, "next").innerText(), /^Day 10/);
    await ticks(page).nth(0).check();
    assert.match(await part(page, "next").innerText(), /^Day 30/);
    await ticks(page).nth(1).focus();
    await page.keyboard.press("Space");
    assert.match(await part(page, "next").innerText(), /^Day 60/);
    const all = await ticks(page).count();
    assert.equal(await part(page, "count").innerText(), `2 of ${all} checkpoints done on real work`);
    await page.getByRole("status").filter({ hasText: `2 of ${all}` }).waitFor({ state: "attached" });
    await open(page, site.server.address(path));
    assert.equal(await ticks(page).nth(1).isChecked(), true, "it is there the next time");
    await part(page, "next").getByRole("link").click();
    assert.match(page.url(), /#day-60$/);
  });

  test("leaves the device as one line of counts, and comes to another by it", async () => {
    await ticks(page).nth(0).check();
    await page.getByRole("button", { name: "Copy this line" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(line, /^renewals-ninety-days: 1 of \d done on real work \(10\)$/);
    const other = await fresh();
    assert.equal(await imported(other, line), "Added: one checkpoint.");
    assert.equal(await ticks(other).nth(0).isChecked(), true);
    assert.equal(await imported(other, line), "All of that is ticked here already.");
    assert.equal(await imported(other, line.replace("(10)", "(30, 60)")), "Added: 2 checkpoints.");
    await other.context().close();
  });

  test("refuses a line that adds nothing, in words, and keeps it in sight", async () => {
    for (const [line, said] of [
      ["some-other-path: 4 of 4 (10, 30)", "That line is not of this path."],
      ["renewals-ninety-days: 4 of 4 done on real work", "That line names no day of this path, so nothing was added."],
      ["renewals-ninety-days: 1 of 4 done on real work (11)", "That line names no day of this path, so nothing was added."],
      ["(10)", "That line is not of this path."],
    ]) {
      assert.equal(await imported(page, line), said, line);
      assert.equal(await page.getByRole("textbox", { name: /another device/ }).inputValue(), line);
    }
    assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(await part(page, "message").innerText(), "", "what was said of an earlier line is over");
  });

  test("what it says looks like text, not like a correction", async () => {
    const looks = (locator) => locator.evaluate((it) => [getComputedStyle(it).textDecorationLine, getComputedStyle(it).color]);
    const [, ink] = await looks(page.locator("body"));
    await imported(page, "renewals-ninety-days: 1 of 4 done on real work (10)");
    assert.deepEqual(await looks(part(page, "message")), ["none", ink]);
    await imported(page, "some-other-path: 1 of 4 (10)");
    assert.deepEqual(await looks(part(page, "message")), ["none", ink]);
  });

  test("is forgotten on Clear", async () => {
    await ticks(page).nth(0).check();
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(await ticks(page).nth(0).isChecked(), false);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  test("has a calendar file with a day per checkpoint, from the learner's first day", async () => {
    await page.getByLabel("First day").fill("2026-12-01");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the file" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    assert.equal(download.suggestedFilename(), "renewals-ninety-days.ics");
    assert.match(text, /DTSTART;VALUE=DATE:20261211\r\nSUMMARY:Day 10/);
    assert.match(text, /DTSTART;VALUE=DATE:20261231\r\nSUMMARY:Day 30/);
  });

  test("without script the path reads, with nothing that does nothing", async () => {
    const bare = await (await site.browser.newContext({ javaScriptEnabled: false })).newPage();
    await bare.goto(site.server.address(path));
    assert.equal(await bare.locator(":is(main, aside) :is(button, input)").filter({ visible: true }).count(), 0);
    assert.ok(await bare.getByRole("heading", { name: "For the coach" }).isVisible());
    await bare.context().close();
  });
});

describe("a role that is remembered", () => {
  const said = (text) => page.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" });
  const myRole = () => page.getByRole("link", { name: "My role" });
  const first = () => page.locator(".tiles li").first();

  test("is chosen at home with a tile, and its page says so, with a way back", async () => {
    await open(page, site.server.address("index.html"));
    await page.locator("[data-role]", { hasText: "Sales" }).click();
    await page.waitForURL("**/roles/sales.html");
    await said("Kept on this device as your role.");
    assert.ok(await page.getByText("Your role, kept on this device.").isVisible());
    const button = page.locator("[data-my-role]");
    assert.equal(await button.innerText(), "Forget my role");
    await button.focus();
    await page.keyboard.press("Enter");
    await said("Forgotten. No role is kept on this device.");
    assert.equal(await button.innerText(), "This is my role");
    assert.equal(await page.getByText("Your role, kept on this device.").isVisible(), false);
    assert.match(await myRole().getAttribute("href"), /roles\.html$/, "My role leads to all of them again");
    await page.keyboard.press("Enter");
    await said("Kept on this device as your role.");
    assert.equal(await button.innerText(), "Forget my role", "the button that sets it does not forget it");
  });

  test("comes first at home, is where My role leads, and stays when another is only looked at", async () => {
    await open(page, site.server.address("index.html"));
    const order = await page.locator(".tiles .page-link").allInnerTexts();
    await page.locator("[data-role]", { hasText: "Sales" }).click();
    await page.waitForURL("**/roles/sales.html");
    await open(page, site.server.address("index.html"));
    const now = await page.locator(".tiles .page-link").allInnerTexts();
    assert.deepEqual(now, ["Sales", ...order.filter((it) => it !== "Sales")]);
    assert.match(await first().innerText(), /Sales\s*Your role/);
    assert.equal(await page.locator("[data-new-in]").first().innerText(), "Sales");
    await page.locator("[data-role]", { hasText: "Finance" }).click();
    await page.waitForURL("**/roles/finance.html");
    assert.equal(await page.locator("[data-my-role]").innerText(), "This is my role");
    await myRole().click();
    await page.waitForURL("**/roles/sales.html");
  });

  test("is forgotten at home, in words", async () => {
    await open(page, site.server.address("roles/sales.html"));
    await page.getByRole("button", { name: "This is my role" }).click();
    await open(page, site.server.address("index.html"));
    await first().getByRole("button", { name: "Forget my role" }).click();
    await said("Forgotten. No role is kept on this device.");
    assert.equal(await page.locator("li.my-role").count(), 0);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Sales", "the focus is not lost");
    await myRole().click();
    await page.waitForURL("**/roles.html");
  });
});

describe("a write-up", () => {
  const at = async (day) => {
    const other = await (await site.browser.newContext()).newPage();
    await other.clock.setFixedTime(new Date(`${day}T12:00:00`));
    await open(other, site.server.address("workflows/renewal-brief.html"));
    return other;
  };

  test("is due by the reader's clock", async () => {
    const iso = await page.request.get(site.server.address("workflows/renewal-brief.html"));
    const due = /class="due" datetime="([\d-]+)"/.exec(await iso.text())[1];
    const on = await at(due);
    assert.equal(await on.locator(".overdue").count(), 0, "not on the day itself");
    const later = await at(new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10));
    assert.match(await later.locator(".overdue").innerText(), /^Overdue since/);
    await on.context().close();
    await later.context().close();
  });

  test("is marked in lists by the reader's clock, and nothing jumps", async () => {
    const context = await site.browser.newContext({ viewport: { width: 320, height: 740 } });
    const list = await context.newPage();
    for (const path of ["index.html", "roles/customer-success.html", "lists/roles/sales/1.html", "layers/judgment.html"]) {
      for (const [year, is] of [["2026-01-01", 0], ["2036-01-01", 1]]) {
        await list.clock.setFixedTime(new Date(`${year}T12:00:00`));
        await list.goto(site.server.address(path), { waitUntil: "load" });
        const marked = await list.locator(".late:visible").allInnerTexts();
        assert.equal(marked.length > 0, Boolean(is), `${path} in ${year}`);
        assert.ok(marked.every((it) => /^Overdue since \d+ \w+ \d{4}$/.test(it)), marked.join(", "));
        const { sum, seen } = await list.evaluate(jumped);
        assert.ok(sum < 0.01, `${path}: ${sum}: ${seen.join(", ")}`);
      }
    }
    await context.close();
  });

  test("is copied for a chat: what it is for, what may go in, where it is", async () => {
    await open(page, site.server.address("workflows/renewal-brief.html"));
    await page.getByRole("button", { name: "Copy for chat" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^Prepare a renewal call/);
    assert.match(text, /May paste.*\nNever paste: .*\nhttp.*\/workflows\/renewal-brief\.html$/s);
  });
});

test("a write-up on a path leads to what is before and after it there", async () => {
  await open(page, site.server.address("workflows/renewal-brief.html"));
  const place = page.locator("aside li", { hasText: "day 10" });
  await place.getByRole("link", { name: "after this" }).first().click();
  await page.waitForURL((url) => !url.href.includes("renewal-brief"));
  const back = page.locator("aside li", { hasText: "Ninety days" }).getByRole("link", { name: "before this" });
  await back.first().click();
  await page.waitForURL("**/workflows/renewal-brief.html");
});

// A prompt is a form: what is typed appears in the text, is copied with it, and
// stays on this device. By mouse and by keyboard, where copying is allowed and
// where it is not, with storage and without.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { open } from "./support/browser.mjs";
import { build } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { playbookWithPrompts } from "./support/prompts.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(playbookWithPrompts(), { basePath });
const path = "workflows/every-field.html";

const site = stage(folder);
let page;
beforeEach(async () => {
  await page?.context().close();
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  await open(page, site.server.address(path));
});

const first = () => page.locator("figure.prompt").first();
const preview = () => first().locator("pre").innerText();
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const said = async (pattern) => page.getByRole("status").filter({ hasText: pattern }).waitFor({ state: "attached" });

describe("a prompt as a form", () => {
  test("has a field for each blank, with its label, its example and its choices", async () => {
    const account = first().getByRole("textbox", { name: "account name the name in the CRM" });
    assert.equal(await account.getAttribute("placeholder"), "e.g. Teulings Parcel");
    assert.equal(await account.inputValue(), "", "an example is never a value");
    assert.deepEqual(await first().getByRole("radio").evaluateAll((all) => all.map((it) => it.value)), ["plain", "warm"]);
    const region = first().getByRole("combobox", { name: "region" });
    assert.deepEqual(await region.locator("option").allInnerTexts(), ["", "UK", "Benelux", "Nordics", "DACH", "Iberia"]);
    assert.equal(await first().getByRole("textbox", { name: /^notes/ }).evaluate((it) => it.tagName), "TEXTAREA");
  });

  test("shows what is typed in every place of the blank, and copies the finished text", async () => {
    await first().getByRole("textbox", { name: /^account name/ }).fill("Halden & <b>Sons</b>");
    await first().getByRole("radio", { name: "warm" }).check();
    await first().getByRole("combobox", { name: "region" }).selectOption("Nordics");
    await first().getByRole("textbox", { name: /^notes/ }).fill("one\ntwo");
    const text = "Write to Halden & <b>Sons</b> in a warm tone, Nordics.\nNotes: one\ntwo\nAgain: Halden & <b>Sons</b>.";
    assert.equal((await preview()).trim(), text);
    assert.equal(await first().locator("pre b").count(), 0, "what is typed is text");
    await first().getByRole("button", { name: "Copy prompt" }).click();
    await first().getByRole("button", { name: "Copied" }).waitFor();
    assert.equal((await copied()).trim(), text);
    await said(/^Copied\.$/);
  });

  test("says how many blanks are still open", async () => {
    await first().getByRole("textbox", { name: /^account name/ }).fill("Halden");
    await first().getByRole("button", { name: "Copy prompt" }).click();
    await said("3 blanks are still open");
    assert.match(await copied(), /Write to Halden in a \[tone\] tone/);
  });

  test("works by keyboard alone", async () => {
    await first().getByRole("button", { name: "Copy prompt" }).focus();
    const inForm = () => page.evaluate(() => document.activeElement.dataset.field);
    while ((await inForm()) !== "account_name") await page.keyboard.press("Tab");
    await page.keyboard.type("Halden");
    while ((await inForm()) !== "tone") await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await first().getByRole("button", { name: "Copy prompt" }).focus();
    await page.keyboard.press("Enter");
    await first().getByRole("button", { name: "Copied" }).waitFor();
    assert.match(await copied(), /Write to Halden in a (plain|warm) tone/);
  });

  test("keeps what was typed for the session, longer when asked, and forgets it on Clear", async () => {
    const account = () => page.locator('[data-field="account_name"]').first();
    await account().fill("Halden");
    await open(page, site.server.address(path));
    assert.equal(await account().inputValue(), "Halden");
    const other = await page.context().newPage();
    await open(other, site.server.address(path));
    assert.equal(await other.locator('[data-field="account_name"]').first().inputValue(), "", "another tab is another session");
    await first().getByRole("checkbox", { name: /^Keep/ }).check();
    await open(other, site.server.address(path));
    assert.equal(await other.locator('[data-field="account_name"]').first().inputValue(), "Halden");
    await first().getByRole("button", { name: "Clear" }).click();
    const left = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
    assert.deepEqual(left, [0, 0]);
    assert.equal(await account().inputValue(), "");
    assert.match(await preview(), /\[account name\]/);
    assert.ok(!page.url().includes("Halden"), "never in an address");
  });

  test("warns of what looks like somebody's address or number, above the page's rung", async () => {
    const account = first().getByRole("textbox", { name: /^account name/ });
    const warning = first().getByRole("alert");
    for (const [text, what] of [
      ["jo.lee@example.com", "an e-mail address"],
      ["+44 20 7946 0958", "a phone number"],
      ["GB29 NWBK 6016 1331 9268 19", "an account number"],
      ["4111 1111 1111 1111", "an account number"],
    ]) {
      await account.fill(text);
      assert.equal(await warning.innerText(), `This looks like ${what}. Never paste: their mail threads`);
    }
    for (const text of ["2026-10-30 and 30.10.2026", "1,250 pallets, 40 docks", "Halden @ Venlo"]) {
      await account.fill(text);
      assert.equal(await warning.isVisible(), false, text);
    }
    await open(page, site.server.address("workflows/confidential.html"));
    await first().getByRole("textbox").first().fill("jo.lee@example.com");
    assert.equal(await first().getByRole("alert").count(), 0, "it may go in there");
  });

  test("blanks with the names of a program's own parts are blanks, and what is no name is text", async () => {
    await open(page, site.server.address("workflows/odd-names.html"));
    const names = await first().locator("[data-field]").evaluateAll((all) => all.map((it) => it.dataset.field));
    assert.deepEqual(names, ["constructor", "tostring"]);
    for (const name of names) await first().locator(`[data-field="${name}"]`).fill(`<i>${name}</i>`);
    const filled = names.map((name) => `<i>${name}</i>`).join(", ");
    assert.equal((await preview()).trim(), `Odd: {{__proto__}}, ${filled}.`);
    assert.equal(await page.evaluate(() => Object.keys(Object.prototype).length), 0);
  });

  test("thirty on a page do not disturb one another", async () => {
    await open(page, site.server.address("workflows/thirty.html"));
    assert.equal(await page.locator("figure.prompt").count(), 30);
    await page.locator("#prompt-7 [data-field]").fill("seventh");
    assert.match(await page.locator("#prompt-7 pre").innerText(), /seventh/);
    assert.match(await page.locator("#prompt-8 pre").innerText(), /\[word\]/);
  });
});

describe("where something is not allowed", () => {
  test("no clipboard: the old way copies, or the text is selected for the reader's own keys", async () => {
    const context = await site.browser.newContext();
    const plain = await context.newPage();
    await plain.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = (command) => (window.asked = command) === "none";
    });
    await open(plain, site.server.address(path));
    await plain.getByRole("button", { name: "Copy prompt" }).first().click();
    await plain.getByRole("button", { name: "Press Ctrl+C" }).waitFor();
    assert.equal(await plain.evaluate(() => window.asked), "copy");
    assert.match(await plain.evaluate(() => getSelection().toString()), /^Write to \[account name\]/);
    await context.close();
  });

  test("no storage: the form works, and forgets", async () => {
    const context = await site.browser.newContext();
    const blocked = await context.newPage();
    const errors = [];
    blocked.on("pageerror", (error) => errors.push(error.message));
    await blocked.addInitScript(() => {
      for (const area of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, area, { get: () => { throw new DOMException("no", "SecurityError"); } });
      }
    });
    await open(blocked, site.server.address(path));
    await blocked.locator("[data-field]").first().fill("Halden");
    assert.match(await blocked.locator("figure.prompt pre").first().innerText(), /Write to Halden/);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test("no script: a plain block with what to put in, and nothing that does nothing", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    await bare.goto(site.server.address(path));
    const figure = bare.locator("figure.prompt").first();
    assert.match(await figure.innerText(), /Write to \[account name\] in a \[tone\] tone/);
    assert.match(await figure.innerText(), /e\.g\. Teulings Parcel/);
    assert.match(await figure.innerText(), /UK, Benelux, Nordics, DACH, Iberia/);
    assert.equal(await bare.locator("main :is(button, input, select, textarea)").filter({ visible: true }).count(), 0);
    await context.close();
  });

  test("from the disk: the form works as it does from a server", async () => {
    await open(page, `${site.disk}${path}`);
    await page.locator("[data-field]").first().fill("Halden");
    assert.match(await preview(), /Write to Halden/);
    await first().getByRole("button", { name: "Copy prompt" }).click();
    await first().getByRole("button", { name: /Copied|Press Ctrl/ }).waitFor();
  });
});

// An exercise: phrases are marked by mouse, touch or keyboard; a verdict opens
// the answers beside what was marked; the score stays on this device.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { open } from "./support/browser.mjs";
import { playbookWithDrills } from "./support/drills.mjs";
import { build } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(playbookWithDrills(), { basePath });
const seeded = "drills/two-errors.html";
const clean = "drills/clean.html";

const site = stage(folder);
let page;
beforeEach(async () => {
  await page?.context().close();
  page = await (await site.browser.newContext({ hasTouch: true })).newPage();
  await open(page, site.server.address(seeded));
});

const phrase = (text) => page.locator(".phrase", { hasText: text });
const pressed = () => page.locator('.phrase[aria-pressed="true"]').allInnerTexts();
const check = () => page.getByRole("button", { name: "Check my answer" });
const result = () => page.locator(".result").innerText();

describe("an exercise", () => {
  test("keeps its answers closed, and its text whole", async () => {
    assert.equal(await page.getByText("The order form says 240").isVisible(), false);
    const text = await page.locator(".drill blockquote").evaluate((it) => it.textContent);
    assert.equal(text, "Halden renews on 14 March, with 420 seats at the old price.\nTheir sponsor is Mr Lund, who signed in 2024.");
  });

  test("is marked with the mouse, by click and by selecting", async () => {
    await phrase("with 420 seats").click();
    assert.deepEqual(await pressed(), ["with 420 seats at the old price."]);
    await phrase("with 420 seats").click();
    assert.deepEqual(await pressed(), [], "a second click takes it back");
    const from = await phrase("Their sponsor").boundingBox();
    await page.mouse.move(from.x + 20, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + from.height / 2, { steps: 4 });
    await page.mouse.up();
    assert.deepEqual(await pressed(), ["Their sponsor is Mr Lund,"]);
  });

  test("is marked by touch", async () => {
    await phrase("with 420 seats").tap();
    assert.deepEqual(await pressed(), ["with 420 seats at the old price."]);
  });

  test("is done by keyboard alone, and shows what was found, missed and marked for nothing", async () => {
    await phrase("Halden renews").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual(await pressed(), ["Halden renews on 14 March,", "with 420 seats at the old price."]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getByRole("radio", { name: "Fix it first" }).isChecked(), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.match(await result(), /You found 1 of 2\..*One phrase you marked is fine\..*Your verdict is ours\./);
    assert.deepEqual(await page.locator("mark.found").allInnerTexts(), ["420 seats"]);
    assert.deepEqual(await page.locator("mark.missed").allInnerTexts(), ["Mr Lund"]);
    assert.deepEqual(await page.locator("mark.extra").allInnerTexts(), ["Halden renews on 14 March,"]);
    const answers = page.locator(".drill details");
    assert.match(await answers.innerText(), /You found it\.\s*420 seats The order form says 240/);
    assert.match(await answers.innerText(), /You missed it\.\s*Mr Lund[\s\S]*found by: the last invoice/);
    assert.equal(await page.evaluate(() => document.activeElement.className), "result scripted");
  });

  test("asks for a verdict first", async () => {
    await check().click();
    assert.match(await result(), /Decide first/);
    assert.equal(await page.getByText("The order form says 240").isVisible(), false);
  });

  test("one without errors is found to be fine", async () => {
    await open(page, site.server.address(clean));
    await page.getByRole("radio", { name: "Use it as it is" }).check();
    await check().click();
    assert.match(await result(), /Nothing was wrong with it\..*Your verdict is ours\./);
    await open(page, site.server.address(clean));
    await page.locator(".phrase").first().click();
    await page.getByRole("radio", { name: "Reject it" }).check();
    await check().click();
    assert.match(await result(), /One phrase you marked is fine\..*We would decide otherwise\./);
  });

  test("the score stays on the device, and the list says which were done", async () => {
    await phrase("with 420 seats").click();
    await page.getByRole("radio", { name: "Fix it first" }).check();
    await check().click();
    await page.getByRole("button", { name: "Try again" }).click();
    assert.deepEqual(await pressed(), []);
    await open(page, site.server.address(seeded));
    assert.match(await result(), /Last time you found 1 of 2/);
    await open(page, site.server.address("drills.html"));
    assert.match(await page.locator("li.done").innerText(), /done: found 1 of 2/);
  });

  test("without script the answers open by themselves", async () => {
    const bare = await (await site.browser.newContext({ javaScriptEnabled: false })).newPage();
    await bare.goto(site.server.address(seeded));
    assert.equal(await bare.locator("main :is(button, input)").filter({ visible: true }).count(), 0);
    await bare.locator("summary").click();
    assert.equal(await bare.getByText("The order form says 240").isVisible(), true);
    await bare.context().close();
  });

  test("works from the disk", async () => {
    await open(page, `${site.disk}${seeded}`);
    await phrase("Mr Lund").click();
    await page.getByRole("radio", { name: "Fix it first" }).check();
    await check().click();
    assert.match(await result(), /You found 1 of 2/);
  });
});

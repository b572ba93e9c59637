// Every button of every kind of page is pressed twice, over http and from the
// disk. When its message is over it says what it said at first; while it lasts
// no message looks like a correction; and nothing is left on any element.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { listen, open, rememberRole } from "./support/browser.mjs";
import { playbookWithDrills } from "./support/drills.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { build } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(playbookWithDrills(), { basePath });
const kinds = [...onePagePerKind(folder)];
const role = "roles/sales.html";
/** What is not on a page as it is opened first: by its path, and what makes it appear. */
const more = [
  ["roles/finance.html"],
  ["search.html#q=prompt"],
  ["search.html#q=zzzzqqqq"],
  [
    "tools.html",
    async (page) => {
      await page.locator("#page\\:search").click();
      await page.locator("dialog[open] input").fill("prompt");
      await page.locator("dialog[open] a.hit").first().waitFor();
    },
  ],
];

const site = stage(folder);

/** Buttons that do their work once: pressed, they are no longer there. */
const once = new Set(["Forget my role", "Try again", "Clear", "Close", "Clear the form", "Remove checkpoint 1"]);

/** The next button in sight that was not pressed yet. */
function nextButton() {
  globalThis.seen ??= new WeakSet();
  const phrases = [...document.querySelectorAll(".drill")].map((it) => it.querySelector(".phrase"));
  const scope = document.querySelector("dialog[open]") ?? document;
  const all = [...scope.querySelectorAll("button"), ...(scope === document ? phrases : [])];
  const next = all.find((it) => it?.checkVisibility() && !it.disabled && !globalThis.seen.has(it));
  if (next) globalThis.seen.add(next);
  return next ?? null;
}

/** What says something now: whether it is struck through, or says a program's own words. */
function misread() {
  const program = /native code|undefined|\[object|NaN|null|=>/;
  const struck = (it) => it && (getComputedStyle(it).textDecorationLine.includes("line-through") || struck(it.parentElement));
  const said = [...document.querySelectorAll("button, [role=status], [role=alert], .message, .result, [data-part]")];
  return said.filter((it) => program.test(it.textContent) || (it.textContent.trim() && struck(it))).map((it) => it.outerHTML);
}

/** Elements that carry something of a script's own; by themselves they have none but what they list. */
function marked() {
  const isListed = (it, name) => /^\d+$/.test(name) || it.elements?.namedItem(name);
  const own = (it) => Object.getOwnPropertyNames(it).filter((name) => !isListed(it, name));
  return [...document.querySelectorAll("*")].flatMap((it) => own(it).map((name) => `${it.localName}.${name}`));
}

/** Presses the button twice, waits until that is over, and gives what is wrong with it then. */
async function pressTwice(page, button) {
  const text = () => button.evaluate((it) => it.innerText);
  const inSight = () => button.evaluate((it) => it.isConnected && it.checkVisibility());
  const first = await text();
  const wrong = [];
  const isOpen = await page.locator("dialog[open]").count();
  // The dialog opens once its scripts are there, which may be after the press.
  const close = () => page.evaluate(() => document.querySelector("dialog[open]")?.close());
  for (let press = 0; press < 2 && (await inSight()); press += 1) {
    if (!isOpen) await close();
    await button.click({ timeout: 1500 }).catch(async () => {
      await close();
      await button.click({ timeout: 5000 });
    });
    if (/copy/i.test(first)) await copied(button);
    wrong.push(...(await page.evaluate(misread)));
    if (!isOpen) await close();
  }
  // What was copied is said when the device has it: a message may begin late.
  for (let wait = 0; wait < 20; wait += 1) {
    await page.clock.fastForward(10_000);
    if (!(await inSight()) || (await text()) === first) break;
    await new Promise((later) => setTimeout(later, 100));
  }
  wrong.push(...(await page.evaluate(misread)));
  if (await inSight()) {
    const last = await text();
    if (last !== first) wrong.push(`"${first}" has become "${last}"`);
  } else if (!once.has(first)) {
    wrong.push(`"${first}" is gone`);
  }
  return { first, wrong };
}

async function copied(button) {
  await button.evaluate(async (it) => {
    const last = Date.now() + 60_000;
    while (!/Copied|Press Ctrl/.test(it.textContent) && Date.now() < last) await new Promise((later) => setTimeout(later, 5));
    if (Date.now() >= last) throw new Error(`"${it.textContent}" has not copied`);
  });
}

async function pressEverything(page, address, prepare) {
  await open(page, address);
  await prepare?.(page);
  for (const group of await page.locator(".verdicts").all()) await group.locator("[data-verdict-of]").first().check();
  await page.clock.fastForward(2000);
  const pressed = [];
  for (;;) {
    const button = (await page.evaluateHandle(nextButton)).asElement();
    if (!button) break;
    const { first, wrong } = await pressTwice(page, button);
    pressed.push(first);
    assert.deepEqual(wrong, [], `${address}: ${first}`);
  }
  assert.deepEqual(await page.evaluate(marked), [], `${address}: kept on elements`);
  return pressed;
}

for (const place of ["http", "disk"]) {
  test(`every button of every kind of page, ${place}`, async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    if (place === "http") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const address = place === "http" ? site.server.address : (path) => site.disk + path;
    const page = await context.newPage();
    await page.clock.install();
    const pressed = new Set();
    for (const [path, prepare] of [...kinds.map(([, path]) => [path]), ...more]) {
      if (place === "disk" && path === "404.html") continue;
      if (path === "index.html" || path === role) await rememberRole(page, address("index.html"), role);
      for (const text of await pressEverything(page, address(path), prepare)) pressed.add(text);
      await page.evaluate(() => localStorage.clear());
    }
    for (const text of ["Copy", "Copy prompt", "Copy for chat", "Copy this line", "This is my role", "More results", ...once]) {
      assert.ok(pressed.has(text), `${text} is among ${[...pressed].join(", ")}`);
    }
    await context.close();
  });
}

describe("the search, once it is loaded,", () => {
  test("changes nothing of the page below it", async () => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
    for (const [kind, path] of kinds.filter(([, path]) => path !== "search.html")) {
      await open(page, site.server.address(path));
      const changed = await page.evaluate(async () => {
        // After a judged exercise there is more to see.
        document.querySelectorAll("[data-verdict-of]").forEach((it) => it.click());
        document.querySelectorAll("[data-judge]").forEach((it) => it.click());
        const names = ["display", "color", "font", "margin", "padding", "background-color", "box-shadow", "text-decoration"];
        const look = (it) => names.map((name) => getComputedStyle(it).getPropertyValue(name)).join();
        const all = [...document.querySelectorAll("main *, aside *")];
        const before = all.map(look);
        const sheet = document.createElement("link");
        Object.assign(sheet, { rel: "stylesheet", href: new URL("search.css", document.querySelector("link[href*='theme/']").href) });
        await new Promise((done, failed) => {
          Object.assign(sheet, { onload: done, onerror: failed });
          document.head.append(sheet);
        });
        return all.filter((it, at) => look(it) !== before[at]).map((it) => it.outerHTML.slice(0, 100));
      });
      assert.deepEqual(changed, [], kind);
    }
    await page.close();
  });
});

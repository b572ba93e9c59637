// `playbook serve` beside an editor: what is saved is seen at once, and what the
// reader had open, typed or scrolled to stays. Messages come and go by themselves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, beforeEach, afterEach, test } from "node:test";

import { launch, listen, open } from "./support/browser.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { build } from "./support/playbook.mjs";
import { preview } from "./support/preview.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const file = "content/workflows/sales/preview-me.md";
const route = "workflows/preview-me.html";

const long = Array.from({ length: 60 }, (_, n) => `Paragraph ${n} of a page that is longer than a screen.`).join("\n\n");

const text = `---
title: A page that is being written
summary: It is looked at while it is written.
roles: [sales]
layer: fluency
owner: ines-carvalho
data: internal
---

## When to use it

On the first day.

## Prompt

\`\`\`prompt
Write to {{account}} in a {{tone|plain, warm}} tone.
\`\`\`

## Steps

1. Begin.

${long}

The last words are here.
`;

let browser;
let served;
let page;
let complaints;
before(async () => (browser = await launch()));
after(() => browser?.close());
beforeEach(async () => {
  served = await preview({ files: { [file]: text } });
  page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
  ({ complaints } = await listen(page, served.home));
});
afterEach(async () => {
  await page.close();
  await served.close();
});

/** An answer without a body counts as failed, and a browser asks for an icon by itself. */
const isWrong = (complaint) => /^(policy|script|dialog|popup|leaves)/.test(complaint);

const panel = () => page.locator("playbook-preview .panel");
const badge = () => page.locator("playbook-preview .badge");

test("new text comes without losing scroll, forms or what is open", async () => {
  await open(page, served.address(route));
  await page.evaluate(() => {
    const add = (name, properties) =>
      document.querySelector("main").prepend(Object.assign(document.createElement(name), properties));
    add("input", { id: "half-filled" });
    add("details", { id: "opened", innerHTML: "<summary>More</summary>Words" });
    document.querySelector("#opened").open = true;
    window.isTheSamePage = true;
  });
  await page.fill("#half-filled", "half an answ");
  await page.getByText("The last words are here.").scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  assert.ok(scrolled > 500);
  served.replace(file, text.replace("The last words", "The newest words"));
  await page.getByText("The newest words are here.").waitFor({ timeout: 3000 });
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  assert.equal(await page.inputValue("#half-filled"), "half an answ");
  assert.equal(await page.evaluate(() => document.querySelector("#opened").open), true);
  assert.equal(await page.evaluate(() => window.isTheSamePage), true, "it was not loaded again");
  assert.deepEqual(complaints().filter(isWrong), []);
});

test("a broken page stays, with the message over it until it is mended", async () => {
  await open(page, served.address(route));
  served.replace(file, text.replace("title: A page that is being written", "title: ["));
  await panel().waitFor({ timeout: 3000 });
  const message = await panel().textContent();
  assert.match(message, /1 error/);
  assert.match(message, /content\/workflows\/sales\/preview-me\.md:2:/);
  assert.match(message, /title: \[/, "the source line is shown");
  assert.match(message, /shown as it was before/);
  assert.ok(await page.getByText("The last words are here.").count(), "the last good page is shown");
  await page.reload();
  assert.ok(await page.getByText("The last words are here.").count(), "also when it is loaded again");
  await panel().waitFor({ timeout: 3000 });
  served.replace(file, text.replace("The last words", "The mended words"));
  await page.getByText("The mended words are here.").waitFor({ timeout: 3000 });
  await panel().waitFor({ state: "hidden", timeout: 3000 });
});

test("a page that never stood shows what is wrong with it, and becomes the page", async () => {
  const never = "content/workflows/sales/never-stood.md";
  const broken = text.replace("layer: fluency", "layer: flunecy").replace("A page that is", "A page that was");
  await served.write(never, broken);
  const address = served.address("workflows/never-stood.html");
  for (const end = Date.now() + 20_000; Date.now() < end && (await fetch(address)).status !== 503; ) await page.waitForTimeout(100);
  await open(page, address);
  await panel().waitFor({ timeout: 3000 });
  assert.equal(await page.locator("h1").innerText(), "This page cannot be shown yet");
  assert.match(await panel().innerText(), /"flunecy" is no layer[^]*line 5[^]*Write this instead:\s+layer: fluency/);
  assert.equal(await panel().locator("pre", { hasText: "5 | layer: flunecy" }).isVisible(), false, "the compiler's view is behind it");
  await panel().getByText("The lines in the file").first().click();
  assert.equal(await panel().locator("pre", { hasText: "5 | layer: flunecy" }).isVisible(), true);
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] }));
  assert.deepEqual(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  served.replace(never, broken.replace("flunecy", "fluency"));
  await page.getByRole("heading", { level: 1, name: "A page that was being written" }).waitFor({ timeout: 5000 });
  assert.deepEqual(complaints().filter(isWrong), []);
});

test("no editor is opened that was not chosen, and it is asked for once", async () => {
  await open(page, served.address(route));
  served.replace(file, text.replace("layer: fluency", "layer: both").replace("data: internal", "data: nowhere"));
  await panel().waitFor({ timeout: 3000 });
  assert.equal(await panel().locator("a").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "body", "the focus stays where it was");
  await panel().getByRole("button", { name: "Open in the editor" }).first().click();
  const chooser = panel().getByRole("group", { name: /Which editor/ });
  await page.keyboard.press("Escape");
  assert.equal(await chooser.count(), 0, "it can be left");
  assert.ok(await panel().isVisible());
  const focused = () => page.evaluate(() => document.querySelector("playbook-preview").shadowRoot.activeElement?.textContent);
  assert.equal(await focused(), "Open in the editor");
  await page.keyboard.press("Enter");
  await chooser.getByRole("button", { name: "None: show the path" }).click();
  const places = panel().locator("code.file");
  assert.match(await places.first().innerText(), /^\/.*\/preview-me\.md:\d+$/);
  assert.ok((await places.count()) > 1, "it is an answer for all of them");
  await panel().getByRole("button", { name: "Choose another editor" }).click();
  const others = chooser.getByText("Other editors");
  if (await others.count()) await others.click();
  await chooser.getByRole("button", { name: "Zed" }).click();
  const link = panel().getByRole("link", { name: "Open in Zed" }).first();
  await link.waitFor({ timeout: 3000 });
  await page.reload();
  await link.waitFor({ timeout: 3000 });
  assert.match(await link.getAttribute("href"), /^zed:\/\/file\/.*preview-me\.md:\d+:\d+$/);
});

test("the panel is worked by keyboard, copies a line, and stays hidden when it was hidden", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, served.address(route));
  served.replace(file, text.replace("layer: fluency", "layer: flunecy"));
  await panel().waitFor({ timeout: 3000 });
  const status = page.locator("playbook-preview [role=status]");
  assert.match(await status.textContent(), /^1 error.*"flunecy" is no layer/);
  await panel().getByRole("button", { name: "Copy" }).first().press("Enter");
  await status.filter({ hasText: "Copied" }).waitFor({ state: "attached", timeout: 3000 });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "layer: fluency");
  await panel().getByRole("button", { name: "Copied" }).press("Escape");
  assert.equal(await panel().isVisible(), false);
  const focused = () => page.evaluate(() => document.querySelector("playbook-preview").shadowRoot.activeElement?.className);
  assert.equal(await focused(), "badge error");
  // On another page, and when something else is saved, it is a count.
  await open(page, served.address("index.html"));
  await badge().waitFor({ timeout: 3000 });
  assert.equal(await panel().isVisible(), false);
  served.write("content/guides/another.md", "---\ntitle: Another guide\n---\n");
  await page.keyboard.press("Tab");
  await badge().filter({ hasText: "1 error" }).press("Enter");
  assert.equal(await focused(), "", "the heading of what was opened");
  await panel().getByText("1 error elsewhere").click();
  assert.match(await panel().innerText(), /"flunecy" is no layer/);
});

test("a wrong address leads to the page that was meant", async () => {
  await open(page, served.address("workflows/preview-me"));
  await page.getByRole("link", { name: "A page that is being written" }).click();
  await page.waitForURL(`**/${route}`);
});

test("messages are text, whatever is in them", async () => {
  await open(page, served.address(route));
  const hostile = `content/workflows/sales/x.md`;
  served.write(hostile, `---\ntitle: x\nlayer: "<img src=x onerror=window.pwned=1>"\n---\n`);
  await panel().waitFor({ timeout: 3000 });
  assert.match(await panel().textContent(), /<img src=x onerror/);
  assert.equal(await panel().locator("img").count(), 0);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
});

test("the badge tells what the page in view lacks", async () => {
  await open(page, served.address(route));
  await badge().waitFor({ timeout: 3000 });
  assert.match(await badge().textContent(), /1 gap/);
  await badge().click();
  assert.match(await panel().textContent(), /gap\[PB\d+\]/);
  await open(page, served.address("index.html"));
  await page.waitForTimeout(500);
  assert.equal(await badge().isVisible(), false, "it is another page's");
});

test("a style sheet is exchanged in place", async () => {
  await served.close();
  const settings = served.read("playbook.toml").replace('theme = "default"', 'theme = "ours"');
  const sheet = (color) => `body { outline: 3px solid ${color}; }`;
  const files = { "playbook.toml": settings, "themes/ours/static/tokens.css": sheet("red"), [file]: text };
  served = await preview({ files });
  await open(page, served.address(route));
  await page.evaluate(() => (window.isTheSamePage = true));
  const color = () => page.evaluate(() => getComputedStyle(document.body).outlineColor);
  assert.equal(await color(), "rgb(255, 0, 0)");
  await page.waitForTimeout(300);
  served.write("themes/ours/static/tokens.css", sheet("blue"));
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === "rgb(0, 0, 255)", null, { timeout: 3000 });
  assert.equal(await page.evaluate(() => window.isTheSamePage), true);
});

test("a script that a page was sent with is exchanged by loading the page again", async () => {
  await served.close();
  const settings = served.read("playbook.toml").replace('theme = "default"', 'theme = "ours"');
  const script = (version) => `globalThis.version = ${version};`;
  served = await preview({ files: { "playbook.toml": settings, "themes/ours/static/search.js": script(1) } });
  await open(page, served.address("index.html"));
  const is = (version) => page.waitForFunction((it) => globalThis.version === it, version, { timeout: 3000 });
  await is(1);
  await page.waitForTimeout(300);
  served.write("themes/ours/static/search.js", script(2));
  await is(2);
});

test("ten tabs follow", async () => {
  const context = await browser.newContext();
  const tabs = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
  for (const tab of tabs) await open(tab, served.address(route));
  served.replace(file, text.replace("The last words", "Words for ten"));
  await Promise.all(tabs.map((tab) => tab.getByText("Words for ten are here.").waitFor({ timeout: 5000 })));
  await context.close();
});

test("a preview that starts broken comes up by itself", async () => {
  await served.close();
  served = await preview({ files: { "playbook.toml": "[site\n", [file]: text } });
  await open(page, served.address("index.html"));
  assert.match(await page.textContent("main"), /playbook\.toml:1/);
  served.write("playbook.toml", '[site]\ntitle = "It is here"\n');
  await page.getByRole("link", { name: "It is here" }).first().waitFor({ timeout: 10_000 });
  await panel().waitFor({ state: "hidden", timeout: 10_000 });
});

test("another run's pages are loaded again", async () => {
  await open(page, served.address(route));
  const port = new URL(served.home).port;
  await served.close();
  served = await preview({ files: { [file]: text.replace("The last words", "Another run") }, port });
  await page.getByText("Another run are here.").waitFor({ timeout: 8000 });
});

test("the same page of another run is loaded again, once", async () => {
  const opened = loads(page);
  await open(page, served.address(route));
  const port = new URL(served.home).port;
  await served.close();
  served = await preview({ files: { [file]: text }, port });
  await page.waitForFunction(() => performance.getEntriesByType("navigation")[0].type === "reload", null, { timeout: 8000 });
  await page.waitForTimeout(1500);
  assert.equal(opened(), 2);
});

/** Counts how often a page has been loaded. */
function loads(page) {
  let count = 0;
  page.on("framenavigated", (frame) => (count += frame === page.mainFrame() ? 1 : 0));
  return () => count;
}

/** How long a page is left alone. */
const idle = process.env.PLAYBOOK_FULL ? 5000 : 2000;

test("a page of any kind that is left open is never loaded again", async () => {
  await served.close();
  const root = playbookInEveryState();
  const kinds = onePagePerKind(build(root).folder);
  served = await preview({ root });
  const wrong = ["no-such.html", "workflows/no-such", "search/no-such.js", "no-such.png"];
  const addresses = [...kinds.values(), ...wrong];
  assert.ok(kinds.size >= 20, `${kinds.size} kinds`);
  const context = await browser.newContext();
  const tabs = await Promise.all(
    addresses.map(async (address) => {
      const tab = await context.newPage();
      const opened = loads(tab);
      await open(tab, served.address(address));
      return { address, tab, opened };
    }),
  );
  await page.waitForTimeout(idle);
  // A save of another page is no change of theirs either, nor is what they have searched.
  served.write("content/guides/another.md", "---\ntitle: Another guide\ndraft: true\n---\n");
  await Promise.all(tabs.map(({ tab }) => tab.bringToFront()));
  await page.waitForTimeout(idle);
  const again = tabs.filter(({ opened }) => opened() !== 1).map(({ address, opened }) => `${address}: ${opened()}`);
  await context.close();
  assert.deepEqual(again, []);
});

test("a wrong address follows: its page when it begins to exist, and when it goes", async () => {
  const opened = loads(page);
  await open(page, served.address("workflows/later.html"));
  await page.locator("h1").waitFor();
  const later = "content/workflows/sales/later.md";
  served.write(later, text.replace("A page that is being written", "A page that came later"));
  await page.getByRole("heading", { level: 1, name: "A page that came later" }).waitFor({ timeout: 3000 });
  assert.ok(opened() <= 2, `${opened()} loads`);
  const before = opened();
  served.write(later, text.replace("A page that is being written", "A page with a list").replace("1. Begin.", "1. Begin.\n2. End."));
  await page.getByRole("heading", { level: 1, name: "A page with a list" }).waitFor({ timeout: 3000 });
  assert.equal(opened(), before, "only its text has changed");
  served.remove(later);
  await page.getByRole("heading", { level: 1, name: "A page with a list" }).waitFor({ state: "detached", timeout: 3000 });
  assert.ok(opened() <= before + 1, `${opened()} loads`);
});

test("a page that gets another script is loaded again, once", async () => {
  const plain = "content/guides/plain.md";
  const guide = (body) => `---\ntitle: A plain guide\n---\n\n${body}\n`;
  served.write(plain, guide("Words."));
  const opened = loads(page);
  await open(page, served.address("guides/plain.html"));
  await page.getByText("Words.").waitFor({ timeout: 3000 });
  const before = opened();
  served.replace(plain, guide("```prompt\nWrite to {{account}}.\n```"));
  await page.getByText("Write to").first().waitFor({ timeout: 3000 });
  await page.waitForTimeout(500);
  assert.equal(opened(), before + 1);
});

test("no heading can take the place of what the preview adds", async () => {
  const names = ["playbook-preview", "Playbook preview", "Panel", "Badge", "Waiting", "host", "script"];
  const hostile = text.replace("## Steps", names.map((name) => `## ${name}\n\nWords.\n`).join("\n") + "\n## Steps");
  await served.write(file, hostile.replace("summary: It is looked at while it is written.\n", ""));
  // Until it is served: a busy machine takes longer than any pause that one would choose.
  const isServed = async () => (await (await fetch(served.address(route))).text()).includes('id="playbook-preview"');
  for (const end = Date.now() + 20_000; Date.now() < end && !(await isServed()); ) await page.waitForTimeout(100);
  await open(page, served.address(`${route}#playbook-preview`));
  await badge().waitFor({ timeout: 3000 });
  const target = await page.evaluate(() => document.querySelector(":target")?.outerHTML);
  assert.match(target, /^<h\d id="playbook-preview"/, "the link leads to the heading");
  // Nothing that the preview adds to the document has a name that content could have.
  const added = await page.evaluate(async () => {
    const sent = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const named = (page) => [...page.querySelectorAll("[id], [class]")].map((it) => it.localName).sort();
    const host = document.querySelector("playbook-preview");
    return { attributes: host.getAttributeNames(), inside: host.childNodes.length, more: named(document).length - named(sent).length };
  });
  assert.deepEqual({ attributes: added.attributes, inside: added.inside }, { attributes: ["data-of-preview"], inside: 0 });
  served.replace(file, hostile.replace("layer: fluency", "layer: both"));
  await panel().waitFor({ timeout: 3000 });
  assert.match(await panel().textContent(), /1 error/);
});

test("drafts are shown with a band, and Ctrl-C ends with 130", async () => {
  served.replace(file, text.replace("layer: fluency", "layer: fluency\ndraft: true"));
  await open(page, served.address(route));
  await page.locator(".notice.draft").waitFor({ timeout: 3000 });
  assert.equal(await served.close(), 130);
});

for (const [scheme, width] of [["light", 320], ["dark", 1000]]) {
  test(`the panel is readable at ${width} px, ${scheme}`, async () => {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, served.address(route));
    served.replace(file, text.replace("layer: fluency", "layer: both"));
    await panel().waitFor({ timeout: 3000 });
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(wide <= width, `${wide} px wide`);
    const colors = await panel().evaluate((it) => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]);
    assert.ok(contrast(...colors) >= 4.5, colors.join(" on "));
  });
}

function contrast(a, b) {
  const light = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [more, less] = [light(a), light(b)].sort((x, y) => y - x);
  return (more + 0.05) / (less + 0.05);
}

test("a search finds what was just saved, and one that finds nothing is listed", async () => {
  await open(page, served.address("index.html"));
  const ask = async (query) => {
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill(query);
    await page.waitForFunction(() => document.querySelector("dialog[open]:not([aria-busy]) .count")?.textContent);
  };
  await ask("xqzvwkj");
  await page.keyboard.press("Escape");
  await badge().filter({ hasText: "1 search without a result" }).click();
  assert.match(await panel().innerText(), /Searched and not found: xqzvwkj/);
  await panel().getByRole("button", { name: "Hide" }).click();
  await served.write(file, text.replace("On the first day.", "When quokkas call."));
  await page.waitForTimeout(1000);
  await ask("quokkas");
  await page.locator("a.hit").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${route}*`);
  assert.deepEqual(complaints().filter(isWrong), []);
});

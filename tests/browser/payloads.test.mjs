// At least 200 payloads, each through every sink: no dialog, no request that
// leaves the site, no element or attribute but those that harmless pages have.
// Without the policy, as if no browser knew one; with PLAYBOOK_FULL=1 with it too,
// as it is published, and what takes a search each is done for all of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, listen, open } from "./support/browser.mjs";
import { stayingPages } from "./support/kinds.mjs";
import { payloads } from "./support/payloads.mjs";
import { build, files, temporaryFolder } from "./support/playbook.mjs";
import { preview } from "./support/preview.mjs";
import { basePath, serve } from "./support/server.mjs";
import { filesNamedLikePayloads, inTextsOf, titles, writePlaybookOfPayloads } from "./support/sinks.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const texts = payloads.map(({ text }) => text);

const full = process.env.PLAYBOOK_FULL === "1";

/** Tabs that work through the pages side by side. */
const tabs = 3;

const sites = {};
for (const html of ["text", "allowlist"]) {
  const root = temporaryFolder();
  writePlaybookOfPayloads(root, html);
  sites[html] = build(root, { basePath }).folder;
}
const expected = markupOf(build(playbookInEveryState(), { basePath }).folder);

let browser;
const servers = {};
before(async () => {
  browser = await launch();
  for (const [html, folder] of Object.entries(sites)) servers[html] = await serve(folder);
});
after(async () => {
  await browser?.close();
  for (const server of Object.values(servers)) await server.close();
});

/** The names of elements and attributes that the pages of a harmless playbook have. */
function markupOf(folder) {
  // What markdown, the allow-list and the scripts can make beside them.
  const elements = new Set("html head body abbr b br code del details em h4 h5 h6 hr i img ins kbd mark ol option pre s select small strong sub summary sup table tbody td th thead tr ul dialog fieldset legend".split(" "));
  const attributes = new Set("align checked disabled start open title tabindex aria-hidden aria-expanded aria-controls aria-autocomplete aria-selected aria-activedescendant aria-labelledby aria-busy aria-pressed data-heading autocapitalize enterkeyhint inputmode spellcheck hidden".split(" "));
  for (const path of files(folder, ".html")) {
    const html = readFileSync(join(folder, path), "utf8");
    for (const [tag, name] of html.matchAll(/<([a-z][a-z0-9]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g)) {
      elements.add(name);
      for (const [, attribute] of tag.replace(/"[^"]*"/g, "").matchAll(/\s([a-z][a-zA-Z-]*)(?==|\s|>)/g)) attributes.add(attribute);
    }
  }
  return { elements: [...elements], attributes: [...attributes] };
}

/** What a page has that no payload may make. */
function planted({ elements, attributes }) {
  const found = [];
  if (window.__pwned !== undefined) found.push("a script ran");
  if (typeof playbook?.word !== "function") found.push("the page's own script is gone");
  if (document.getElementById("page:main")?.localName !== "main") found.push("the main part is not the main part");
  const known = { elements: new Set(elements), attributes: new Set(attributes) };
  const ours = new Set(["stylesheet", "icon", "alternate", "canonical"]);
  const ids = new Set();
  for (const element of document.querySelectorAll("*")) {
    const html = element.outerHTML.slice(0, 160);
    if (!known.elements.has(element.localName)) found.push(html);
    for (const { name } of element.attributes) {
      // A button that says "Copied" keeps its width.
      const isOfAnswer = name === "style" && element.matches("button[style^='min-width']");
      const isKnown = known.attributes.has(name) && name !== "style" && !name.startsWith("on");
      if (!isKnown && !isOfAnswer) found.push(`${name} of ${html}`);
    }
    if (element.id && ids.has(element.id)) found.push(`twice: ${element.id}`);
    ids.add(element.id);
    if (element.localName === "script" && (!element.src.startsWith(location.origin) || element.textContent)) found.push(html);
    if (element.localName === "link" && !ours.has(element.rel)) found.push(html);
    if (/^(a|area)$/.test(element.localName) && element.href && !/^(https?|mailto):/.test(element.protocol)) found.push(html);
    if (element.localName === "form" && !element.action.startsWith(location.origin)) found.push(html);
    if (element.localName === "img" && !element.src.startsWith(location.origin)) found.push(html);
    if (element.localName === "meta" && element.httpEquiv && element.httpEquiv !== "Content-Security-Policy") found.push(html);
  }
  return found;
}

/** Does what a reader can do on a page: opens what is closed, judges, ticks, copies. */
function useAll() {
  document.querySelectorAll("details").forEach((it) => (it.open = true));
  document.querySelectorAll("main [type=radio], main [type=checkbox]").forEach((it) => it.click());
  const buttons = [...document.querySelectorAll("main button:not([type=submit])")];
  for (const it of buttons) if (it.checkVisibility()) it.click();
}

/** Visits pages in several tabs; what is wrong with any of them, by its path. */
async function visit(server, paths, { off, act, init }) {
  const wrong = {};
  const left = [...paths];
  const context = await browser.newContext({ bypassCSP: off });
  if (init) await context.addInitScript(init.script, init.value);
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const page = await context.newPage();
      const { complaints } = await listen(page, server.address(""));
      for (let path = left.shift(); path !== undefined; path = left.shift()) {
        await page.goto(server.address("") + path, { waitUntil: "load" });
        await act?.(page, path);
        const found = [...(await page.evaluate(planted, expected)), ...complaints().filter((it) => !it.startsWith("404: ") && !/status of 404/.test(it))];
        if (found.length > 0) wrong[path] = found.slice(0, 5);
      }
      await page.close();
    }),
  );
  await context.close();
  return wrong;
}

const isTitle = (path) => path.startsWith("workflows/title-");

/** Goes from wrong address to wrong address without loading the page, whose script reads each anew. */
async function moveOn(parts) {
  const place = document.querySelector("[data-search-results=address]");
  for (const part of parts.filter((it) => it.trim())) {
    history.replaceState(null, "", encodeURIComponent(part));
    const script = document.createElement("script");
    script.src = new URL("search-page.js", document.querySelector("script[src*='theme/core.js']").src);
    await new Promise((done, failed) => {
      Object.assign(script, { onload: done, onerror: failed });
      document.head.append(script);
    });
    await new Promise((later) => setTimeout(later, 40));
    // Two results show what all of them would.
    place.querySelectorAll("li:nth-child(n+3)").forEach((it) => it.remove());
  }
  if (place.querySelectorAll("a.hit").length < parts.length / 2) throw new Error("nothing was found for any of them");
}

/** Puts payloads where the scripts of the site keep something on a device. */
function keep(texts) {
  const n = Number(new URLSearchParams(location.search).get("n"));
  const some = texts.slice(n * 25, n * 25 + 25);
  const drills = texts.map((text) => ({ key: `drills/drill-1.html#${text}`, day: text, found: text, of: text, extra: text }));
  const kept = {
    role: { path: `roles/${some.join("").replaceAll("/", "")}.html` },
    drills: [...drills, { ...drills[0], key: "drills/drill-1.html#drill-1" }],
    "search searches": texts,
    "search opened": texts.map((text) => ({ url: text, title: text })),
    "search missed": texts,
    sought: { page: location.pathname.split("/").slice(3).join("/"), words: texts },
    "path collections/path-1.html": texts,
    "prompt workflows/all-0.html prompt-1": ["account", "tone", "notes", "blank", ...some].map((name) => [name, some.join(" ")]),
  };
  for (const area of [localStorage, sessionStorage]) {
    for (const [key, value] of Object.entries(kept)) area.setItem(`playbook /pr-preview/12/ ${key}`, JSON.stringify(value));
  }
}

test("there are payloads, and pages of them", () => {
  assert.ok(payloads.length >= 200, `${payloads.length} payloads`);
  const pages = stayingPages(sites.text).filter(isTitle);
  assert.equal(pages.length, titles.length);
  const html = readFileSync(join(sites.text, pages[0]), "utf8");
  assert.match(html, /<title>zq &lt;script>|<title>zq &lt;script&gt;/);
});

// Without the policy anything would run; with it, complaints would be heard.
for (const off of full ? [false, true] : [true]) {
  const step = full ? (off ? 1 : 4) : 10;
  const fewer = (all) => all.filter((_, n) => n % step === 0);

  describe(`nothing comes of any payload, ${off ? "without the policy" : "with the policy"}`, () => {
    test("on every page", async () => {
      // A page that has a payload as its title, and nothing else, is opened without
      // the policy only: what the policy would stop runs there.
      const isOpened = (path, n) => path !== "404.html" && (!isTitle(path) || (off && (full || n % 8 === 0)));
      const act = (page) => page.evaluate(useAll);
      const pages = stayingPages(sites.text);
      assert.deepEqual(await visit(servers.text, pages.filter(isOpened), { off, act }), {});
    });

    test("where some HTML is allowed", async () => {
      const pages = stayingPages(sites.allowlist).filter((path) => /^guides\/all|^index/.test(path));
      assert.ok(pages.length > 10, `${pages.length} pages`);
      assert.deepEqual(await visit(servers.allowlist, pages, { off }), {});
    });

    test("as a wrong address", async () => {
      // The page reads a hundred characters of an address.
      const parts = inTextsOf(100);
      const paths = parts.filter((_, n) => n % 20 === 0).map((text) => `nothing/${encodeURIComponent(text)}`);
      const act = (page) => page.evaluate(moveOn, fewer(parts));
      assert.deepEqual(await visit(servers.text, paths.slice(1), { off }), {});
      assert.deepEqual(await visit(servers.text, paths.slice(0, 1), { off, act }), {});
    });

    test("as a search, on its page and in the dialog", async () => {
      const act = async (page, path) => {
        await page.locator("#page\\:search").click();
        if (path === "search.html") await page.locator("#page\\:search").fill("zq");
        else await page.locator("dialog[open] input").waitFor();
        await page.evaluate(async (texts) => {
          // Nobody waits for the next letter here.
          const later = window.setTimeout;
          window.setTimeout = (act) => later(act, 0);
          const box = document.querySelector("dialog[open] input") ?? document.getElementById("page:search");
          const status = (box.closest("dialog") ?? document).querySelector(".count");
          for (const text of texts.filter((it) => it.trim())) {
            status.textContent = "";
            box.value = text;
            box.dispatchEvent(new Event("input", { bubbles: true }));
            const last = Date.now() + 10_000;
            while (!status.textContent && Date.now() < last) await new Promise((done) => later(done, 2));
            if (!status.textContent) throw new Error(`no answer for ${text}`);
          }
        }, fewer(texts));
      };
      assert.deepEqual(await visit(servers.text, ["search.html", "tools.html"], { off, act }), {});
    });

    test("as what the device has kept", async () => {
      const act = (page, path) => path.startsWith("tools") && page.locator("#page\\:search").click();
      // What is one text takes 25 of them at a time; lists take all of them.
      const each = Array.from({ length: Math.ceil(texts.length / 25) }, (_, n) => [`index.html?n=${n}`, `workflows/all-0.html?n=${n}`]).flat();
      const paths = [...each, "drills.html", "drills/drill-1.html", "roles/role-1.html", "collections/path-1.html", "search.html", "tools.html"];
      assert.deepEqual(await visit(servers.text, paths, { off, act, init: { script: keep, value: texts } }), {});
    });

    test("as what a reader types into a prompt or imports into a path", async () => {
      const type = (texts) => {
        const fields = [...document.querySelectorAll("[data-field]:not([type=radio]), [data-part=import]")];
        for (const text of texts) {
          for (const field of fields) {
            field.value = field.dataset.part ? `path-1: ${text} (1, 2)` : text;
            for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
          }
        }
      };
      const act = (page) => page.evaluate(type, texts);
      assert.deepEqual(await visit(servers.text, ["workflows/all-0.html", "collections/path-1.html"], { off, act }), {});
    });
  });
}

test("nothing comes of a file's name or of a message, in the preview", async (t) => {
  const served = await preview({ files: filesNamedLikePayloads() });
  // Also when it fails: a server that goes on would hold up the runner.
  t.after(() => served.close());
  const page = await browser.newPage();
  const { complaints } = await listen(page, served.home);
  await page.goto(served.home);
  // None of them is about the page in view: the panel opens when it is asked for.
  await page.locator("playbook-preview .badge").click();
  await page.locator("playbook-preview .panel").waitFor();
  const found = await page.evaluate(() => {
    const inside = [...document.querySelector("playbook-preview").shadowRoot.querySelectorAll("*")];
    const odd = inside.filter((it) => !/^(link|section|header|div|h2|h3|button|p|ol|li|a|span|pre|code|details|summary)$/.test(it.localName));
    return { pwned: window.__pwned, odd: odd.map((it) => it.outerHTML), text: inside.map((it) => it.textContent).join() };
  });
  assert.deepEqual({ pwned: found.pwned, odd: found.odd }, { pwned: undefined, odd: [] });
  assert.match(found.text, /<img src=x onerror=/, "the names are in the messages");
  await page.evaluate(() => document.querySelectorAll("script[data-playbook], playbook-preview").forEach((it) => it.remove()));
  assert.deepEqual(await page.evaluate(planted, expected), []);
  assert.deepEqual(complaints(), []);
  await page.close();
});

test("what is planted is noticed", async () => {
  const page = await browser.newPage();
  await open(page, servers.text.address("index.html"));
  await page.evaluate(() => {
    document.querySelector("main").insertAdjacentHTML("beforeend", '<b onclick="x">x</b><iframe></iframe><a href="javascript:x">x</a><img src="//elsewhere.example">');
  });
  assert.equal((await page.evaluate(planted, expected)).length, 4);
  await page.close();
});

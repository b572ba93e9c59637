// The search in the dialog: by keyboard alone, from the disk, under the strict
// policy, for whoever hears the page, with hostile queries, and when a part of
// it does not load.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";

import { listen, open } from "./support/browser.mjs";
import { keys, launchFirefox } from "./support/firefox.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { folder } = build(projectRoot, { basePath });
const site = stage(folder);
const on = site.visit;

const field = (page) => page.getByRole("combobox");
const options = (page) => page.getByRole("option");
const dialog = (page) => page.getByRole("dialog");

async function ask(page, text) {
  await page.keyboard.press("/");
  await field(page).waitFor();
  await page.keyboard.insertText(text);
  await settled(page);
}

const settled = (page) =>
  page.waitForFunction(() => {
    const dialog = document.querySelector("dialog[open]");
    const said = [...(dialog?.querySelectorAll(".count, .fault") ?? [])].some((it) => it.textContent);
    return said && !dialog.hasAttribute("aria-busy");
  });

describe("a page is found through a typo, by keyboard alone, on the disk", () => {
  test("in Chromium", async () => {
    await on(`${site.disk}index.html`, async (page) => {
      await page.keyboard.press("/");
      await field(page).waitFor();
      await page.keyboard.type("renewal breif", { delay: 10 });
      await page.locator("a.hit").first().waitFor();
      await settled(page);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/workflows/*renewal*.html*");
      assert.match(await page.locator("h1").innerText(), /renewal/i);
    });
  });

  test("in Firefox", async () => {
    const firefox = await launchFirefox();
    try {
      await firefox.open(`${site.disk}index.html`);
      assert.match(await firefox.evaluate(`document.querySelector("meta[http-equiv]").content`), /^default-src 'none'; script-src 'self'; style-src 'self'/);
      await firefox.type("/");
      await firefox.until(`document.activeElement.role === "combobox" || document.activeElement.getAttribute("role") === "combobox"`);
      await firefox.type("renewal breif");
      await firefox.until(`document.querySelector("a.hit") && !document.querySelector("dialog").hasAttribute("aria-busy")`);
      await firefox.type(keys.Enter);
      await firefox.until(`location.pathname.includes("/workflows/") && document.querySelector("h1")`);
      assert.match(await firefox.evaluate(`document.querySelector("h1").textContent`), /renewal/i);
      assert.deepEqual(firefox.complaints(), []);
    } finally {
      await firefox.close();
    }
  });
});

describe("the dialog", () => {
  test("has what was typed before it was there, and gives the focus back", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await page.route("**/theme/search-dialog.js", async (route) => {
        await new Promise((later) => setTimeout(later, 400));
        await route.continue();
      });
      const link = page.locator("main a").first();
      await link.focus();
      await page.keyboard.type("/renewal");
      await field(page).waitFor();
      await settled(page);
      assert.equal(await field(page).inputValue(), "renewal");
      await page.keyboard.press("Escape");
      assert.ok(await link.evaluate((it) => it === document.activeElement));
      assert.equal(await page.locator("#page\\:search").inputValue(), "");
    });
  });

  test("is a combobox with a list of links, the first of them chosen", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await ask(page, "renewal");
      assert.equal(await field(page).getAttribute("aria-expanded"), "true");
      const list = await field(page).getAttribute("aria-controls");
      assert.equal(await page.locator(`[id="${list}"]`).getAttribute("role"), "listbox");
      assert.ok(await dialog(page).getAttribute("aria-label"));
      const first = options(page).first();
      assert.equal(await first.getAttribute("aria-selected"), "true");
      assert.equal(await field(page).getAttribute("aria-activedescendant"), await first.getAttribute("id"));
      assert.match(await first.getAttribute("href"), /\.html$/);
      assert.match(await dialog(page).getByRole("status").innerText(), /\d+ pages|One page/);
      assert.ok((await first.locator("mark").count()) > 0, "the word is marked");
    });
  });

  test("arrows go round, Home and End stay the text's", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await ask(page, "renewal");
      const chosen = () => options(page).evaluateAll((all) => all.findIndex((it) => it.hasAttribute("aria-selected")));
      const last = (await options(page).count()) - 1;
      await page.keyboard.press("ArrowUp");
      assert.equal(await chosen(), last);
      await page.keyboard.press("ArrowDown");
      assert.equal(await chosen(), 0);
      await page.keyboard.press("ArrowDown");
      assert.equal(await chosen(), 1);
      await page.keyboard.press("Home");
      await page.keyboard.press("Shift+End");
      assert.equal(await chosen(), 1);
      assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), "renewal");
    });
  });

  test("opens again at once after it was closed, and finds", async () => {
    await on(site.server.address("index.html"), async (page) => {
      for (let time = 0; time < 20; time += 1) {
        await ask(page, "renewal");
        assert.ok((await options(page).count()) > 0, `the ${time + 1}. time`);
        await page.keyboard.press("Escape");
        await dialog(page).waitFor({ state: "hidden" });
      }
    });
  });

  test("Escape gives the focus back to where it was", async () => {
    await on(site.server.address("workflows.html"), async (page) => {
      await page.locator("main a").nth(2).focus();
      const before = await page.evaluate(() => document.activeElement.outerHTML);
      for (const key of ["/", "Control+k", "Meta+k"]) {
        await page.keyboard.press(key);
        await field(page).waitFor();
        await page.keyboard.press("Escape");
        await dialog(page).waitFor({ state: "hidden" });
        assert.equal(await page.evaluate(() => document.activeElement.outerHTML), before, key);
      }
    });
  });

  test("opens from the box in the header, and takes what was typed there", async () => {
    await on(site.server.address("workflows.html"), async (page) => {
      await page.locator("header input").click();
      await field(page).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.type("fore");
      await field(page).waitFor();
      await page.keyboard.type("cast");
      await settled(page);
      assert.equal(await field(page).inputValue(), "forecast");
      assert.match(await options(page).first().innerText(), /forecast/i);
    });
  });

  test("a slash in a field is a slash", async () => {
    await on(site.server.address("workflows/renewal-brief.html"), async (page) => {
      const blank = page.locator("input[data-field], textarea[data-field]").first();
      await blank.fill("");
      await blank.press("/");
      assert.equal(await blank.inputValue(), "/");
      assert.equal(await page.locator("dialog[open]").count(), 0);
    });
  });

  test("Control and Enter open the page beside this one", async () => {
    await on(site.server.address("index.html"), async (page, complaints) => {
      await ask(page, "renewal");
      const [popup] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Control+Enter")]);
      await popup.waitForLoadState();
      assert.match(popup.url(), /\.html/);
      assert.ok(await dialog(page).isVisible());
      await popup.close();
      complaints();
    });
  });

  test("shows six results, then six more, each under its heading", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await ask(page, "customer renewal");
      assert.equal(await page.locator("a.hit").count(), 6);
      await page.getByRole("button", { name: "More results" }).click();
      await page.locator("a.hit").nth(6).waitFor();
      assert.equal(await field(page).evaluate((it) => it === document.activeElement), true);
      const records = await page.evaluate(() => performance.getEntriesByType("resource").filter((it) => it.name.includes("/search/records/")).length);
      assert.ok(records <= 24, `${records} records for twelve results`);
    });
  });

  test("leads to parts of a page, and to the search page", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await ask(page, "renewal");
      assert.match(await page.locator("a.place").first().getAttribute("href"), /#/);
      assert.match(await page.getByRole("link", { name: /All results/ }).getAttribute("href"), /search\.html#q=renewal$/);
    });
  });

  test("remembers searches and pages on this device, until they are cleared", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await ask(page, "renewal");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/workflows/*");
      await page.keyboard.press("/");
      await page.locator(".recent").first().waitFor();
      assert.equal(await page.locator(".recent").count(), 2);
      assert.equal(await options(page).first().getAttribute("aria-selected"), null);
      await dialog(page).getByRole("button", { name: "Clear" }).click();
      assert.equal(await page.locator(".recent").count(), 0);
    });
  });

  test("says what else to do when nothing is found", async () => {
    await on(site.server.address("index.html"), async (page) => {
      await ask(page, "xqzvwkj");
      assert.match(await dialog(page).innerText(), /Nothing found for “xqzvwkj”/);
      const wish = await dialog(page).getByRole("link", { name: "Ask for this page" }).getAttribute("href");
      assert.match(wish, /^mailto:playbook@example\.com\?subject=[^&]*xqzvwkj/);
      assert.equal(await field(page).getAttribute("aria-expanded"), "false");
    });
  });
});

describe("axe-core finds nothing serious", () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      test(`${colorScheme}, ${width} px`, async () => {
        await on(site.server.address("index.html"), async (page) => {
          for (const text of ["renewal pormpt", "xqzvwkj"]) {
            await ask(page, text);
            await page.evaluate(axe);
            const rules = { "target-size": { enabled: true } };
            const { violations } = await page.evaluate((rules) => window.axe.run(document, { resultTypes: ["violations"], rules }), rules);
            const bad = violations.filter((it) => ["serious", "critical"].includes(it.impact));
            assert.deepEqual(bad.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 200)}`)), []);
            const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(wider <= 0, `${wider} px too wide`);
            await page.keyboard.press("Escape");
            await dialog(page).waitFor({ state: "hidden" });
          }
        }, { colorScheme, viewport: { width, height: 740 } });
      });
    }
  }
});

describe("a hostile query", () => {
  const queries = {
    markup: `<img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script>`,
    "regular expressions": "(a+)+$ [^ \\d{2,} .* (?<x>",
    "ten kilobytes": "renewal ".repeat(1250),
    "one word of ten kilobytes": "x".repeat(10_000),
    chinese: "续约 会议",
    "right to left": "\u202eתזכורת لقاء",
    "only stop words": "what should i do with the",
    marks: "́̂̃ 👩‍👩‍👧‍👧 \u0000 \ufffd",
    prototype: "__proto__ constructor toString",
  };
  for (const [name, query] of Object.entries(queries)) {
    test(name, async () => {
      await on(`${site.disk}index.html`, async (page) => {
        await ask(page, query);
        assert.equal(await page.evaluate(() => window.__pwned), undefined);
        assert.equal(await page.locator("dialog img, dialog script").count(), 0);
        const text = await dialog(page).innerText();
        assert.ok(text.length > 60 && text.length < 10_000, `${text.length} characters`);
        assert.equal(await page.locator(".fault").count(), 0);
      });
    });
  }
});

describe("what does not load is said", () => {
  /** The dialog over a site in which some files are something else. */
  async function broken(files, act) {
    const page = await site.browser.newPage();
    try {
      for (const [pattern, answer] of Object.entries(files)) await page.route(pattern, answer);
      await open(page, site.server.address("index.html"));
      await ask(page, "renewal");
      await act(page);
    } finally {
      await page.close();
    }
  }
  const said = async (page, text) => {
    assert.match(await page.locator(".fault").innerText(), text);
    assert.equal(await options(page).count(), 0);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Load the page again" }).click()]);
  };
  const script = (body) => (route) => route.fulfill({ body, contentType: "text/javascript" });
  const login = script("<!doctype html><title>Sign in</title>");

  test("a file that is not there", () =>
    broken({ "**/search/words/*": (route) => route.fulfill({ status: 404, body: "" }) }, (page) => said(page, /did not load/)));
  test("no network", () => broken({ "**/search/core.js*": (route) => route.abort() }, (page) => said(page, /offline/)));
  test("a login page", () => broken({ "**/search/core.js*": login }, (page) => said(page, /signed out/)));
  test("a record that is a login page", () => broken({ "**/search/records/**": login }, (page) => said(page, /signed out/)));
  test("a version that stays old", () => {
    const words = async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/^(playbookSearch\("words","[^"]*",)"[^"]*"/, '$1"0000"');
      return route.fulfill({ body, contentType: "text/javascript" });
    };
    return broken({ "**/search/words/*": words }, (page) => said(page, /published anew/));
  });

  test("an old core is asked for once more, and then the answer is there", async () => {
    let cores = 0;
    const core = async (route) => {
      const answer = await route.fetch();
      const body = await answer.text();
      const old = body.replace(/("words":\{)([^}]*)/, (_, start, files) => start + files.replace(/:"[^"]*"/g, ':"0000"'));
      cores += 1;
      return route.fulfill({ body: cores === 1 ? old : body, contentType: "text/javascript" });
    };
    await broken({ "**/search/core.js*": core }, async (page) => {
      assert.equal(cores, 2);
      assert.ok((await options(page).count()) > 0);
    });
  });

  test("a newer answer is never replaced by an older one", async () => {
    const slow = async (route) => {
      await new Promise((later) => setTimeout(later, 1500));
      await route.continue();
    };
    await on(site.server.address("index.html"), async (page, complaints) => {
      await page.route("**/search/words/w-f*", slow);
      await page.keyboard.press("/");
      await field(page).waitFor();
      await page.keyboard.insertText("forecast");
      await page.waitForTimeout(300);
      await field(page).fill("renewal");
      await settled(page);
      const first = await options(page).first().innerText();
      await page.waitForTimeout(1600);
      assert.equal(await options(page).first().innerText(), first);
      assert.match(first, /renewal/i);
      complaints();
    });
  });
});

describe("the page that a result leads to", () => {
  const marked = (page) => page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].map((it) => it.toString().toLowerCase()));

  test("has the words marked, until Escape", async () => {
    await on(`${site.disk}index.html`, async (page) => {
      await ask(page, "renewal");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/workflows/*");
      await page.waitForFunction(() => CSS.highlights.has("search"));
      assert.ok(!page.url().includes("q="), "the words are not in the address");
      const words = await marked(page);
      assert.ok(words.length > 0 && words.every((it) => it.startsWith("renew")), words.join());
      await page.keyboard.press("Escape");
      assert.deepEqual(await marked(page), []);
    });
  });

  test("opens without them where the browser cannot mark", async () => {
    const page = await site.browser.newPage();
    await page.addInitScript(() => delete globalThis.Highlight);
    const { complaints } = await listen(page, site.server.address(""));
    await open(page, site.server.address("index.html"));
    await ask(page, "renewal");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workflows/*");
    assert.deepEqual(complaints(), []);
    await page.close();
  });
});

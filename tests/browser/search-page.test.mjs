// The search page: what is searched and chosen stands behind `#`, filters count,
// the browser's own buttons work; without a script it is a page of links. The
// page for a wrong address searches for its last part.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { build, projectRoot } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const { folder } = build(projectRoot, { basePath });
const site = stage(folder);
const on = site.visit;

const field = (page) => page.getByRole("searchbox").or(page.locator("main .find input"));
const hits = (page) => page.locator("main a.hit");
const hash = (page) => page.evaluate(() => location.hash);
const count = async (page) => Number(/\d+/.exec(await page.locator("main [role=status]").innerText())?.[0] ?? 0);
const filter = (page, name) => page.getByRole("checkbox", { name });
/** Waits for the answer after something was done. */
async function answered(page, act) {
  const before = await page.locator("main .hits").innerText();
  await act();
  await page.waitForFunction((before) => document.querySelector("main .hits").innerText !== before, before);
}

for (const [where, address] of [["below a path", () => site.server.address("search.html")], ["on the disk", () => `${site.disk}search.html`]]) {
  describe(`the search page ${where}`, () => {
    test("shows what its address says", async () => {
      await on(`${address()}#q=renewal&layer=judgment`, async (page) => {
        await hits(page).first().waitFor();
        assert.equal(await field(page).inputValue(), "renewal");
        assert.ok(await filter(page, /^Judgment/).isChecked());
        const layers = await page.locator("main .hit .layer").allInnerTexts();
        assert.deepEqual([...new Set(layers)], ["Judgment"]);
        assert.equal(await page.locator("[data-search-browse]").isVisible(), false);
      });
    });

    test("keeps each search in the browser's history", async () => {
      await on(address(), async (page) => {
        assert.ok(await page.getByRole("heading", { name: "Titles from A to Z" }).isVisible());
        await field(page).fill("renewal");
        await page.keyboard.press("Enter");
        await hits(page).first().waitFor();
        assert.equal(await hash(page), "#q=renewal");
        const all = await count(page);
        await answered(page, () => filter(page, /^Redesign/).check());
        assert.equal(await hash(page), "#q=renewal&layer=redesign");
        const fewer = await count(page);
        assert.ok(fewer > 0 && fewer < all, `${fewer} of ${all}`);
        await answered(page, () => page.goBack());
        assert.equal(await count(page), all);
        assert.equal(await filter(page, /^Redesign/).isChecked(), false);
        await answered(page, () => page.goForward());
        assert.equal(await count(page), fewer);
        assert.ok(await filter(page, /^Redesign/).isChecked());
      });
    });

    test("counts follow the query and the other filters", async () => {
      await on(`${address()}#q=renewal`, async (page) => {
        await hits(page).first().waitFor();
        const counts = () => page.locator("fieldset").nth(1).locator("label").allInnerTexts();
        const before = await counts();
        await answered(page, () => filter(page, /^Judgment/).check());
        assert.deepEqual(await counts(), before, "its own facet does not count");
        await answered(page, () => filter(page, /^Sales/).check());
        assert.notDeepEqual(await counts(), before);
        assert.equal(await page.locator("fieldset").nth(1).locator("label").count(), 3, "values without a page stay");
      });
    });

    test("a filter that leaves nothing can be left out", async () => {
      await on(`${address()}#q=renewal&role=finance&layer=judgment&status=retired`, async (page) => {
        const way = page.getByRole("button", { name: /^Without / }).first();
        await way.waitFor();
        await answered(page, () => way.click());
        assert.ok((await hits(page).count()) > 0);
      });
    });

    test("a facet alone is a search", async () => {
      await on(`${address()}#role=sales`, async (page) => {
        await hits(page).first().waitFor();
        assert.ok((await count(page)) > 5);
      });
    });

    test("what found nothing is listed for the curator, on this device", async () => {
      await on(`${address()}#q=xqzvwkj`, async (page) => {
        await page.getByRole("heading", { name: "What was searched here and not found" }).waitFor();
        const letter = await page.getByRole("link", { name: "Send to the curator" }).getAttribute("href");
        assert.match(letter, /^mailto:playbook@example\.com\?subject=.+&body=xqzvwkj/);
        await page.getByRole("button", { name: "Clear" }).click();
        assert.equal(await page.getByText("not found").count(), 0);
      });
    });

    test("more results go on where the first end", async () => {
      await on(`${address()}#q=customer`, async (page) => {
        await hits(page).nth(9).waitFor();
        await page.getByRole("button", { name: "More results" }).click();
        await hits(page).nth(10).waitFor();
        assert.ok(await hits(page).nth(10).evaluate((it) => it === document.activeElement));
        const links = await hits(page).evaluateAll((all) => all.map((it) => it.href));
        assert.equal(new Set(links).size, links.length);
      });
    });
  });
}

describe("a form without a script", () => {
  test("has its words moved behind # when one runs", async () => {
    await on(`${site.server.address("search.html")}?q=renewal+call`, async (page) => {
      await hits(page).first().waitFor();
      assert.equal(await page.evaluate(() => location.search + location.hash), "#q=renewal+call");
    });
  });

  test("leads to a page of links", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.server.address("roles/sales.html"));
    await page.locator("header input").fill("renewal");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search.html?q=renewal");
    for (const name of ["Sales", "Judgment: Judge it", "All workflows", "Everyone"]) {
      assert.ok(await page.locator("main").getByRole("link", { name, exact: true }).first().isVisible(), name);
    }
    await page.getByRole("link", { name: /^All \d+ under R$/ }).click();
    await page.waitForURL("**/lists/titles/r/1.html");
    assert.match(await page.locator("main").innerText(), /Rebuild/);
    await page.close();
  });
});

test("a hostile address is text", async () => {
  const hostile = encodeURIComponent(`"><img src=x onerror=alert(1)>`);
  await on(`${site.server.address("search.html")}#q=${hostile}&role=${hostile}&layer=__proto__&x=1`, async (page) => {
    await page.locator("main [role=status]:not(:empty)").waitFor();
    assert.equal(await page.locator("main img").count(), 0);
    assert.equal(await field(page).inputValue(), `"><img src=x onerror=alert(1)>`);
  });
});

test("nothing is wider than 320 px", async () => {
  await on(`${site.server.address("search.html")}#q=renewal`, async (page) => {
    await hits(page).first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await page.getByText("Narrow down").click();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  }, { viewport: { width: 320, height: 700 } });
});

describe("a wrong address", () => {
  test("is searched for", async () => {
    const page = await site.browser.newPage();
    await page.goto(site.server.address("workflows/renewal-breif.html"));
    await hits(page).first().waitFor();
    assert.match(await hits(page).first().innerText(), /renewal/i);
    assert.ok(await page.getByRole("heading", { name: "Perhaps one of these" }).isVisible());
    await hits(page).first().click();
    await page.waitForURL("**/workflows/**");
    await page.close();
  });

  test("of a write-up as earlier sites had it leads to the page", async () => {
    const page = await site.browser.newPage();
    await page.goto(site.server.address("go/renewal-brief.html"));
    await page.waitForURL(site.server.address("workflows/renewal-brief.html"));
    await page.close();
  });

  test("that is like nothing stays as it is", async () => {
    const page = await site.browser.newPage();
    await page.goto(site.server.address("%3Cimg%20src=x%3E/xqzvwkj"));
    await page.waitForTimeout(500);
    assert.equal(await page.getByText("Perhaps one of these").count(), 0);
    await page.close();
  });
});

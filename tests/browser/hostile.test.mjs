// A playbook full of attacks opens as text: no script of its runs, nothing is
// reported by the policy, no link of it does more than lead somewhere.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { follow, listen, open } from "./support/browser.mjs";
import { writeHostilePlaybook } from "./support/hostile.mjs";
import { movedPages, stayingPages } from "./support/kinds.mjs";
import { build, temporaryFolder } from "./support/playbook.mjs";
import { basePath } from "./support/server.mjs";
import { stage } from "./support/stage.mjs";

const root = temporaryFolder();
writeHostilePlaybook(root);
const { folder } = build(root, { basePath });
const pages = stayingPages(folder);

const site = stage(folder);

/** What stands in the document that content must not be able to make. */
function planted() {
  const found = [];
  if (window.__pwned !== undefined) found.push("a script ran");
  const outside = /^(?!https?:|mailto:|file:)/;
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    const html = element.outerHTML.slice(0, 120);
    if (["iframe", "object", "embed", "base", "style"].includes(tag)) found.push(html);
    if (tag === "script" && (!element.src || element.textContent)) found.push(html);
    if (element.hasAttribute("style")) found.push(html);
    if ([...element.attributes].some((attribute) => attribute.name.startsWith("on"))) found.push(html);
    if ((tag === "a" || tag === "area") && element.href && outside.test(element.href)) found.push(html);
    if (tag === "form" && outside.test(element.action)) found.push(html);
  }
  return found;
}

async function wrongOn(paths, home, address) {
  const page = await site.browser.newPage();
  const { complaints } = await listen(page, home);
  const wrong = {};
  for (const path of paths) {
    await open(page, address(path));
    for (const summary of await page.locator("summary:visible").all()) await summary.click();
    const found = [...(await page.evaluate(planted)), ...complaints()];
    if (found.length > 0) wrong[path] = found;
  }
  for (const path of movedPages(folder)) {
    await follow(page, address(path));
    const heard = complaints();
    if (heard.length > 0) wrong[path] = heard;
  }
  await page.close();
  return wrong;
}

describe("a hostile playbook", () => {
  test("is published", () => assert.ok(pages.length > 15, `${pages.length} pages`));

  test("is inert below a path", async () => {
    assert.deepEqual(await wrongOn(pages, site.server.address(""), site.server.address), {});
  });

  test("is inert on the disk", async () => {
    const home = site.disk;
    const paths = pages.filter((path) => path !== "404.html");
    assert.deepEqual(await wrongOn(paths, home, (path) => home + encodeURI(path)), {});
  });

  test("shows what was written, as text", async () => {
    const page = await site.browser.newPage();
    for (const path of ["workflows/fluency.html", "roles/clerks.html", "tools/chatbot.html", "collections/path.html"]) {
      await open(page, site.server.address(path));
      const text = await page.locator("main").innerText();
      assert.ok(text.includes("</title><script>window.__pwned=1</script>"), `${path}: the markup`);
      assert.ok(text.includes("{{ 7*7 }}"), `${path}: the template's words`);
      assert.match(await page.title(), /<script>window\.__pwned=1<\/script>/, `${path}: the title`);
    }
    await page.close();
  });
});

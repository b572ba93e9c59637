// Every page of the sample opens from the disk, and one of each kind with every
// third of the rest below a path of a server (all of them with `PLAYBOOK_FULL=1`),
// with nothing on the console, nothing reported by the policy, nothing missing and
// no request that leaves the site.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { follow, launch, listen, open } from "./support/browser.mjs";
import { movedPages, onePagePerKind, stayingPages } from "./support/kinds.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";

const { folder } = build(projectRoot, { basePath });
const pages = stayingPages(folder);
const moved = movedPages(folder);
const provoking = `<!doctype html><html lang="en"><title>x</title>
<img src="https://elsewhere.example/x.png" alt=""><p style="color: red">x</p><img src="gone.png" alt="">`;

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(folder, { "provoking.html": provoking });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function tab(home) {
  const page = await browser.newPage();
  return { page, ...(await listen(page, home)) };
}

/** What was wrong with each page, by its path; empty when nothing was. */
async function complaintsOf(paths, home, address, visit = open) {
  const { page, complaints } = await tab(home);
  const wrong = {};
  for (const path of paths) {
    await visit(page, address(path));
    const heard = complaints();
    if (heard.length > 0) wrong[path] = heard;
  }
  await page.close();
  return wrong;
}

describe("every page opens", () => {
  test("there are pages", () => assert.ok(pages.length > 20, `${pages.length} pages`));

  test("from the disk", async () => {
    const home = pathToFileURL(folder).href;
    // 404.html is served at any depth, so its links start at the domain.
    const paths = pages.filter((path) => path !== "404.html");
    assert.deepEqual(await complaintsOf(paths, `${home}/`, (path) => `${home}/${encodeURI(path)}`), {});
  });

  test("below a path, with the policy as a header", async () => {
    const ofEachKind = [...onePagePerKind(folder).values()];
    const paths = pages.filter((path, nth) => process.env.PLAYBOOK_FULL || nth % 3 === 0 || ofEachKind.includes(path));
    assert.deepEqual(await complaintsOf(paths, server.address(""), server.address), {});
    assert.deepEqual(server.missed, [], "asked for, and not there");
  });

  test("an address that moved leads on, in both", async () => {
    assert.ok(moved.length > 0, "the sample has one");
    const disk = `${pathToFileURL(folder).href}/`;
    for (const home of [disk, server.address("")]) {
      assert.deepEqual(await complaintsOf(moved, home, (path) => home + encodeURI(path), follow), {});
    }
  });

  test("the style is applied in both", async () => {
    for (const address of [server.address("index.html"), pathToFileURL(`${folder}/index.html`).href]) {
      const page = await browser.newPage();
      await open(page, address);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.notEqual(ground, "rgba(0, 0, 0, 0)", address);
      await page.close();
    }
  });
});

test("an address that is not there shows 404.html, which leads home", async () => {
  const page = await browser.newPage();
  const response = await open(page, server.address("no/such/page.html"));
  assert.equal(response.status(), 404);
  const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length));
  assert.ok(sheets.length > 0 && sheets.every((rules) => rules > 0), "404.html is styled at any depth");
  await page.locator("main a").first().click();
  await page.waitForURL(server.address("index.html"));
  await page.close();
});

test("what these tests look for is noticed", async () => {
  const { page, complaints } = await tab(server.address(""));
  await open(page, server.address("provoking.html"));
  const heard = complaints().join("\n");
  assert.match(heard, /leaves the site: https:\/\/elsewhere\.example|policy: img-src/);
  assert.match(heard, /policy: style-src-attr/);
  assert.match(heard, /404: .*gone\.png/);
  await page.close();
});

// linkinator, which shares no code with the generator, walks the served sample:
// no internal link, image or anchor is broken, and every page can be reached
// from home, but for list pages, which only a hub that is too long links to.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { LinkChecker } from "linkinator";

import { movedPages, stayingPages } from "./support/kinds.mjs";
import { build, projectRoot } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";

const { folder } = build(projectRoot, { basePath });
const control = `<!doctype html><html lang="en"><title>x</title>
<a href="gone.html">gone</a> <a href="index.html#no-such-place">no such place</a>`;

let server;
before(async () => {
  server = await serve(folder, { "control.html": control });
});
after(() => server?.close());

async function check(paths) {
  const outside = async (link) => !link.startsWith(server.origin);
  const options = { recurse: true, checkFragments: true, concurrency: 8, linksToSkip: outside };
  const { links } = await new LinkChecker().check({ path: paths.map(server.address), ...options });
  return links;
}

function broken(links) {
  const wrong = links.filter((link) => link.state === "BROKEN");
  const relative = (url) => url?.slice(server.address("").length);
  return wrong.map((link) => `${relative(link.parent) ?? ""} -> ${relative(link.url)} (${link.status})`).sort();
}

test("no internal link is broken, and home leads to every page", async () => {
  const links = await check([""]);
  assert.deepEqual(broken(links), []);
  const reached = new Set(links.filter((link) => link.state === "OK").map((link) => link.url.split("#")[0]));
  const pages = stayingPages(folder).filter((path) => path !== "404.html" && !path.startsWith("lists/"));
  assert.deepEqual(pages.filter((path) => !reached.has(server.address(path))), [], "no link leads there");
});

test("the pages that no link leads to have no broken link either", async () => {
  assert.deepEqual(broken(await check([...movedPages(folder), "404.html"])), []);
});

test("a broken link and a broken anchor are noticed", async () => {
  const wrong = broken(await check(["control.html"])).join("\n");
  assert.match(wrong, /control\.html -> gone\.html/);
  assert.match(wrong, /control\.html -> index\.html#no-such-place/);
});

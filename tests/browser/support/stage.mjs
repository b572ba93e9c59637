// What the tests of a file share: one browser, and the site on a server and on
// the disk. Both are there before the first test and gone after the last.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, listen, open } from "./browser.mjs";
import { serve } from "./server.mjs";

/** A browser and a server for the site in `folder`, for the file that calls it. */
export function stage(folder) {
  const made = { disk: `${pathToFileURL(folder).href}/`, visit };
  before(async () => {
    made.browser = await launch();
    made.server = await serve(folder);
  });
  after(async () => {
    await made.browser?.close();
    await made.server?.close();
  });

  /** A page that has to have nothing to complain about at the end, and is closed. */
  async function visit(address, act, options = {}) {
    const page = await made.browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    try {
      const home = address.startsWith("file:") ? made.disk : made.server.address("");
      const { complaints } = await listen(page, home);
      await open(page, address);
      await act(page, complaints);
      assert.deepEqual(complaints(), []);
    } finally {
      await page.close();
    }
  }

  return made;
}

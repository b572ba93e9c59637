// Nothing of the machine changes a result: whoever runs the tests may have any
// fonts, language, time zone and home. Asked under settings that are odd on
// purpose, since where these tests are written everything is always right.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

process.env.TZ = "Pacific/Kiritimati";
Object.assign(process.env, { LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", LANGUAGE: "de", FONTCONFIG_FILE: "/nonexistent/fonts.conf" });

const { launch } = await import("./support/browser.mjs");
const { environment, language, timeZone } = await import("./support/environment.mjs");
const { familyOf, fontSets } = await import("./support/fonts.mjs");

test("this process has the zone of the tests", () => {
  assert.equal(new Intl.DateTimeFormat().resolvedOptions().timeZone, timeZone);
  assert.equal(new Date("2026-07-01T12:00:00").getTimezoneOffset(), -120);
});

for (const fonts of fontSets) {
  describe(`a browser with ${fonts} letters`, () => {
    test("has their families, and the tests' language and zone", async () => {
      const browser = await launch(fonts);
      try {
        const page = await browser.newPage();
        const names = ["serif", "sans-serif", "monospace", "system-ui", "No Such Family"];
        await page.setContent(names.map((name) => `<p style="font-family: ${JSON.stringify(name).replaceAll('"', /\s/.test(name) ? "'" : "")}">Words</p>`).join(""));
        const sans = familyOf(fonts, "sans-serif");
        const expected = [familyOf(fonts, "serif"), sans, familyOf(fonts, "monospace"), sans];
        assert.deepEqual((await used(page)).slice(0, 4), expected);
        assert.ok(!(await used(page)).includes(undefined), "every letter has a font");
        assert.equal(await page.evaluate(() => navigator.language), language);
        assert.equal(await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone), timeZone);
      } finally {
        await browser.close();
      }
    });
  });
}

test("a browser sees none of the home of whoever runs the tests", () => {
  const given = environment("wide");
  assert.notEqual(given.HOME, process.env.HOME);
  assert.deepEqual(Object.keys(given).filter((name) => /^LC_|^GTK|^CHROM/.test(name)), []);
});

/** The family that each paragraph is drawn with. */
async function used(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "p" });
  const fonts = await Promise.all(nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })));
  return fonts.map(({ fonts }) => fonts[0]?.familyName);
}

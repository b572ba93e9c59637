// node shots.mjs [--root DIR] [--out DIR] [--full]: builds a playbook (without
// --root the sample, with a workflow in every state) and takes pictures of one
// page of every kind: on a desk and on a phone, in the light and the dark
// scheme, and in print (a PDF with its page breaks, and a picture).

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { launch, open } from "./support/browser.mjs";
import { onePagePerKind } from "./support/kinds.mjs";
import { paper } from "./support/layout.mjs";
import { build } from "./support/playbook.mjs";
import { basePath, serve } from "./support/server.mjs";
import { playbookInEveryState } from "./support/states.mjs";

const { values } = parseArgs({
  options: {
    root: { type: "string" },
    out: { type: "string", default: fileURLToPath(new URL("shots", import.meta.url)) },
    full: { type: "boolean", default: false },
  },
});

const sizes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 320, height: 740 },
};

async function shoot(page, kind, to) {
  await page.emulateMedia({ media: "screen" });
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(to, `${kind}.${name}.${colorScheme}.png`), fullPage: values.full });
    }
  }
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize(paper);
  await page.screenshot({ path: join(to, `${kind}.print.png`), fullPage: true });
  await page.pdf({ path: join(to, `${kind}.print.pdf`), format: "A4", preferCSSPageSize: true });
}

const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const { folder } = build(values.root ? resolve(values.root) : playbookInEveryState(), { basePath });
const server = await serve(folder);
const browser = await launch();
try {
  const page = await browser.newPage();
  const kinds = [...onePagePerKind(folder)];
  for (const [kind, path] of kinds) {
    await open(page, server.address(path));
    await shoot(page, kind, out);
    console.log(`${kind}: ${path}`);
  }
  console.log(`${kinds.length} kinds of page in ${out}`);
} finally {
  await browser.close();
  await server.close();
}

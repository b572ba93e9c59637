// The sample playbook and, beside its own pages, pages whose prompts are hard
// to show: every sort of field, odd names, thirty at once.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { playbookInEveryState } from "./states.mjs";

const page = (title, data, body) => `---
title: ${title}
summary: One line.
roles: [sales]
layer: fluency
owner: dana-whitlock
data: ${data}
tools: [assistant]
verified: 2026-10-28
---
## When to use it

A customer has asked.

## Before you start

**May paste:** your own notes.

**Never paste:** their mail threads

## Prompt

${body}
`;

const fence = (text, list = "") => `\`\`\`prompt name="Answer" tool=assistant\n${text}\n\`\`\`\n${list}\n`;

const pages = {
  "every-field": page(
    "A page with every field",
    "internal",
    fence(
      `Write to {{account_name}} in a {{tone|plain, warm}} tone, {{region|UK, Benelux, Nordics, DACH, Iberia}}.
Notes: {{notes...}}
Again: {{account_name}}.`,
      "- account_name: the name in the CRM, e.g. Teulings Parcel\n- tone: how it should sound\n- region: where they are\n- notes: as they were taken",
    ),
  ),
  confidential: page("A page that takes names", "confidential", fence("Write to {{account}}.", "- account: who it is")),
  "odd-names": page(
    "A page with odd names",
    "internal",
    fence("Odd: {{__proto__}}, {{constructor}}, {{toString}}.", "- __proto__: one\n- constructor: two\n- toString: three"),
  ),
  thirty: page(
    "A page with thirty prompts",
    "internal",
    Array.from({ length: 30 }, (_, n) => fence(`Number ${n + 1}: {{word}}.`, "- word: any")).join("\n"),
  ),
};

/** A folder with the playbook; it goes with the process. */
export function playbookWithPrompts() {
  const root = playbookInEveryState();
  const folder = join(root, "content/workflows/prompts");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.md`), text);
  return root;
}

// Every place of a playbook that text can be put into, filled with payloads: a
// page of each kind for a handful of them, and a small page for each, whose
// title it is.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { payloads } from "./payloads.mjs";

/** Payloads that share pages. */
const together = 24;

const groups = Array.from({ length: Math.ceil(payloads.length / together) }, (_, n) =>
  payloads.slice(n * together, (n + 1) * together).map(({ text }) => text),
);

/** The payloads in a row, as many in each text as fit into so many characters. */
export function inTextsOf(characters) {
  const texts = [""];
  for (const { text } of payloads) {
    if (texts.at(-1) && texts.at(-1).length + text.length > characters) texts.push("");
    texts[texts.length - 1] += text;
  }
  return texts;
}

export const titles = inTextsOf(185);

/** A text as a YAML value: a JSON text is one. */
const value = (text) => JSON.stringify(text);
const line = (text) => text.replace(/\s*\n\s*/g, " ").trim();
const page = (front, body = "") => `---\n${front.trim()}\n---\n${body}`;

/** What markdown can hold. */
const body = (spells) => spells.map((spell, n) => markdown(line(spell), spell, n)).join("\n");
const markdown = (one, spell, n) => `
## Words ${one}

Text ${one} and \`code ${one}\`, **bold ${one}**, _slanted ${one}_, ~~struck ${one}~~.
[text ${one}](#x) [url](${one}) [url](<${one}>) [title](#x "${one}") [title](#x '${one}')
![alt ${one}](missing.png "${one}") ![url](${one}) [by reference][r${n}] [${one}]

[r${n}]: <${one}> "${one}"

- item ${one}
- [ ] task ${one}

1. step ${one} (20 min, ${one})

| ${one} | head |
|---|---|
| ${one} | [cell](${one}) |

> quote ${one}

> [!NOTE]
> ${one}

A note.[^n${n}] Another.[^${one}]

[^n${n}]: ${one}

\`\`\`${one}
${one}
\`\`\`

${spell}
`;

/** The blocks and sections of a write-up. */
const blocks = (spells) => {
  const [all, ...each] = [spells.map(line).join(" "), ...spells.map(line)];
  const lines = (make) => each.map(make).join("\n");
  return `
## When to use it

${lines((it) => `- ${it}`)}

## Not for

${lines((it) => `- ${it}`)}

## Before you start

**May paste:** ${all}

**Never paste:** ${all}

## Steps

${lines((it) => `1. ${it}`)}

## Prompt

\`\`\`prompt name=${value(each[0])} tool=${value(each[1] ?? "x")}
Write {{account}} in {{tone|${each.map((it) => it.replaceAll("|", "/").replaceAll(",", " ")).join(", ")}}} with {{notes...}}.
{{few|${each.slice(0, 3).map((it) => it.replaceAll("|", "/").replaceAll(",", " ")).join(", ")}}}
${lines((it) => `{{${it}}} {{blank|${it}, other}} ${it}`)}
\`\`\`
- account: ${all}, e.g. ${all}
- notes: ${all}
${lines((it) => `- ${it}: ${it}`)}

## Check before you use it

${lines((it) => `- [ ] ${it} (source: ${it})`)}

## What went wrong

${lines((it) => `\`\`\`caught
AI said: ${it}
In fact: ${it}
Noticed because: ${it}
Kind: ${it}
Reached: ${it}
Cost: ${it}
When: ${it}
Caught by: ${it}
\`\`\`
`)}

## Old way

${lines((it) => `1. Words ${it} (20 min, ${it}) - removed: memory`)}
${lines((it) => `1. Words ${it} - kept: ${it}`)}

## New way

${lines((it) => `1. Words ${it} (2 min, AI)`)}

## Log

${lines((it) => `- 2026-10-01: ${it}`)}

## Drill

${lines((it) => `\`\`\`drill
Context: ${it}
Text: A sentence ${it}, and one more.
Error: ${it}
Kind: ${it}
Why: ${it}
How to check: ${it}
Verdict: ${it}
\`\`\`
`)}
`;
};

/** The pages that a handful of payloads share. */
function shared(spells, n) {
  const all = value(spells.join(" "));
  const list = `[${spells.map(value).join(", ")}]`;
  const title = (words) => value(`${words} ${n}`);
  const layer = ["fluency", "judgment", "redesign"][n % 3];
  const each = (make) => spells.map((it) => `\n  - ${make(value(it))}`).join("");
  const own = `roles: [role-${n}]`;
  return {
    [`workflows/all-${n}`]: page(
      `title: ${title("Every field of a write-up")}
summary: ${all}
${own}
layer: ${layer}
owner: person-${n}
byline: ${all}
data: internal
tools: [tool-${n}]
verified: 2026-10-01
verified_with: ${all}
job: ${value(spells[0])}
stopped: ${list}
instead: ${list}
minutes: {before: 40, after: 10, per: run}
keywords: ${list}
interview: ${list}
repeated_by:${each((it) => `{who: ${it}, date: 2026-10-02, result: worked, note: ${it}}`)}
evidence:${each((it) => `{what: ${it}, from: ${it}, to: ${it}, n: 12, period: ${it}, source: self}`)}`,
      blocks(spells),
    ),
    [`workflows/unknown-${n}`]: page(
      `title: ${title("Names that nobody knows")}\nsummary: ${all}\n${own}\nlayer: fluency\nowner: ${all}\ntools: ${list}
data: ${all}\nverified: ${all}\nstakes: ${all}\nretired: {date: 2026-10-01, reason: ${all}, replaced_by: ${all}}\nbuilds_on: ${list}
${value(line(spells[0]).slice(0, 40))}: x`,
      "Words.\n",
    ),
    [`guides/all-${n}`]: page(`title: ${title("Every mark of markdown")}\nsummary: ${all}\nnav: false\nkeywords: ${list}`, body(spells)),
    [`roles/role-${n}`]: page(
      `name: ${title("A role")}\nsummary: ${all}\naliases: ${list}\nchannel: ${all}\nstart_with: ${all}
priorities:${each((it) => `{job: ${it}, when: ${it}}`)}`,
    ),
    [`tools/tool-${n}`]: page(
      `name: ${title("A tool")}\nsummary: ${all}\naliases: ${list}\nstatus: approved\ndata_max: confidential
good_for: ${list}\nnot_good_for: ${list}\nlink: ${value(spells[0])}\nask: ${all}`,
    ),
    [`people/person-${n}`]: page(`name: ${title("Somebody")}\n${own}\nchampion: true\nshows: [${layer}]\nask: ${all}`),
    [`collections/path-${n}`]: page(
      `title: ${title("A path")}\nsummary: ${all}\n${own}\ncurator: person-${n}\ndays: 90\nbecause: ${all}\ntarget_behaviours: ${list}
checkpoints:${spells.map((it, at) => `\n  - {day: ${at + 1}, goal: ${value(it)}, do: [${layer}, ${value(it)}], evidence: ${value(it)}, coach_asks: ${value(it)}, manager_asks: ${value(it)}}`).join("")}`,
    ),
    [`drills/drill-${n}`]: page(`title: ${title("An exercise")}\n${own}\nfrom: ${all}`, blocks(spells)),
    [`wanted/wanted-${n}`]: page(`title: ${title("A wish")}\n${own}\nlayer: ${layer}\njob: ${value(spells[0])}\nwhy: ${all}\nseen: 3`),
  };
}

/** Payloads as a title, which has at most 200 characters. */
const titled = (text) => page(`title: ${value(`zq ${text}`.slice(0, 190))}\nsummary: ${value(text)}\nroles: [role-1]\nlayer: fluency\nowner: person-1`);

/** Names as far as a disk takes them. */
const fileName = (text) => text.replace(/[/\0]/g, "_").slice(0, 60);

const files = {
  "index.md": body(groups[0]),
  ...Object.fromEntries(["fluency", "judgment", "redesign"].map((layer, n) => [
    `layers/${layer}.md`,
    page(`name: ${value(groups[n][0])}\nsummary: ${value(groups[n].join(" "))}\nsubtitle: ${value(groups[n][1])}`),
  ])),
};
for (const [n, spells] of groups.entries()) {
  for (const [path, text] of Object.entries(shared(spells, n))) files[`${path}.md`] = text;
}
for (const [n, title] of titles.entries()) files[`workflows/titles/title-${n}.md`] = titled(title);
for (const [n, payload] of payloads.entries()) {
  files[`guides/names/${n}${fileName(payload.text)}.md`] = page("title: A name");
}

/** Files whose names, keys and values are payloads, for a playbook that has others. */
export function filesNamedLikePayloads() {
  const some = payloads.filter((_, n) => n % 4 === 0);
  const path = ({ text }) => `content/workflows/${fileName(text)}.md`;
  return Object.fromEntries(some.map((it) => [path(it), `---\ntitle: A name\nlayer: ${value(it.text)}\n${value(it.text)}: x\n---\n`]));
}

const settings = `[site]
title = ${value(groups[3][0])}
base_url = "https://playbook.example"
links = [${payloads.slice(0, 20).map(({ text }) => `{ text = ${value(text)}, url = "https://elsewhere.example/" }`).join(", ")}]
`;

/**
 * Writes the playbook below `folder`; `html` is what the settings say of raw
 * HTML. Where some is allowed, only what is markdown makes a difference.
 */
export function writePlaybookOfPayloads(folder, html) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("playbook.toml", `${settings}[build]\nraw_html = "${html}"\n`);
  const isWanted = (path) => html === "text" || path.startsWith("guides/all") || path === "index.md";
  for (const [path, text] of Object.entries(files)) if (isWanted(path)) write(`content/${path}`, text);
}

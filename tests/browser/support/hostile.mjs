// A playbook that somebody wrote to run a script in colleagues' browsers: an
// attack in every field, heading, block and link that content can hold.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What every attack would leave behind. */
export const attack = "window.__pwned=1";

const script = `<script>${attack}</script>`;
const image = `<img src=x onerror="${attack}">`;

/** Breaks out of a title, of text, of an attribute; asks a template to count. */
export const spell = `</title>${script}"'>${image}{{ 7*7 }}{% include "x" %}`;

/** The same as one YAML value: a JSON text is one. */
const value = JSON.stringify(spell);
const named = (text) => JSON.stringify(`${text} ${spell}`);

const links = [
  `javascript:${attack}`,
  `JaVaScRiPt:${attack}`,
  `java&#115;cript:${attack}`,
  `java&Tab;script:${attack}`,
  `java&NewLine;script:${attack}`,
  `&#1;javascript:${attack}`,
  `javascript&colon;${attack}`,
  `%6aavascript:${attack}`,
  `vbscript:${attack}`,
  `data:text/html,${encodeURIComponent(script)}`,
  `data:text/html;base64,${Buffer.from(script).toString("base64")}`,
  `blob:${attack}`,
  `\\\\javascript:${attack}`,
];

const markup = [
  script,
  image,
  `<svg onload="${attack}"><animate onbegin="${attack}"></svg>`,
  `<iframe srcdoc="${script}"></iframe>`,
  `<style>@import "https://elsewhere.example/x.css";</style>`,
  `<base href="https://elsewhere.example/">`,
  `<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">`,
  `<form action="https://elsewhere.example/"><button autofocus onfocus="${attack}">x</button></form>`,
  `<a href="javascript:${attack}" style="position:fixed;inset:0">x</a>`,
  `<!-- ${script} -->`,
];

const body = `
Text ${spell} and \`code ${spell}\`, **bold ${spell}**.

${links.map((link, n) => `- [link ${n} ${script}](<${link}> "${image.replaceAll('"', "'")}") ![picture ${n}](<${link}>)`).join("\n")}
- <javascript:${attack}> and [by reference][r] and ![from elsewhere](https://elsewhere.example/x.png)

[r]: javascript:${attack} "${script.replaceAll('"', "'")}"

${markup.join("\n\n")}

## ${spell}

### __proto__

### page:main

### body

\`\`\`js"><script>${attack}</script>
${spell}
\`\`\`

| ${script} | ${image} |
|---|---|
| ${spell} | [x](javascript:${attack}) |

> [!NOTE]
> ${spell}

A note.[^1${script}] Another.[^n]

[^n]: ${spell} [x](javascript:${attack})
`;

const workflow = `
## When to use it

Words ${spell}

## Not for

- Words ${spell}

## Before you start

**May paste:** ${spell}

**Never paste:** ${spell}

## Steps

1. Words ${spell}

## Prompt

\`\`\`prompt name="x" tool=chatbot
Draft for {{account}} in {{tone|plain ${script}, "'>${image}}} with {{__proto__}} and {{notes...}}.
Words ${spell}
\`\`\`
- account: ${spell}, e.g. ${spell}
- __proto__: ${spell}
- notes: ${spell}

\`\`\`prompt name='${script}' tool='"><script>'
Words ${spell}
\`\`\`

## Trust it when

- Words ${spell}

## Override when

- Words ${spell}

## Do not rely on it when

- Words ${spell}

## Check before you use it

- [ ] Words ${spell} (source: ${spell})

## What went wrong

\`\`\`caught
AI said: ${spell}
In fact: ${spell}
Noticed because: ${spell}
Kind: ${spell}
Reached: draft
Cost: ${spell}
When: ${spell}
Caught by: ${spell}
\`\`\`

## Old way

1. Words ${spell} (20 min, ${script}) - removed: memory
2. Words ${spell} - kept: ${script}

## New way

1. Words ${spell} (2 min, AI)

## What stays human

Words ${spell}

## Who agreed, how to roll back

Words ${spell}

## Drill

\`\`\`drill
Context: ${spell}
Text: A sentence ${spell} and one more.
Error: A sentence ${spell}
Kind: ${spell}
Why: ${spell}
How to check: ${spell}
Verdict: ${spell}
\`\`\`
`;

const fields = `summary: ${value}
roles: [clerks]
owner: ann
byline: ${value}
data: internal
tools: [chatbot]
verified: 2026-10-01
verified_with: ${value}
job: ${value}
stopped: ${value}
instead: ${value}
minutes: {before: 40, after: 10, per: run}
keywords: [${value}]
interview: [${value}]
repeated_by:
  - {who: ${value}, date: 2026-10-02, result: worked, note: ${value}}
evidence:
  - {what: ${value}, from: ${value}, to: ${value}, n: 12, period: ${value}, source: self}
`;

const page = (front, text = body) => `---\n${front.trim()}\n---\n${text}`;

const playbook = {
  "playbook.toml": `[site]
title = ${value}
base_url = "https://playbook.example"
links = [{ text = ${value}, url = "https://elsewhere.example/" }]
`,
  "content/index.md": body,
  "content/roles/clerks.md": page(`name: ${named("Clerks")}
summary: ${value}
aliases: [${value}]
channel: ${value}
priorities:
  - {job: filing, when: ${value}}
  - {job: ${value}, when: ${value}}`),
  "content/layers/fluency.md": page(`name: ${named("Fluency")}\nsummary: ${value}\nsubtitle: ${value}`),
  "content/layers/judgment.md": page(`name: ${named("Judgment")}\nsummary: ${value}\nsubtitle: ${value}`),
  "content/layers/redesign.md": page(`name: ${named("Redesign")}\nsummary: ${value}\nsubtitle: ${value}`),
  "content/tools/chatbot.md": page(`name: ${named("Chatbot")}
summary: ${value}
aliases: [${value}]
status: approved
data_max: confidential
good_for: [${value}]
not_good_for: [${value}]
link: "javascript:${attack}"
ask: ${value}`),
  "content/tools/banned.md": page(`name: ${named("Banned")}\nsummary: ${value}\nstatus: not-approved\nreplaced_by: chatbot`),
  "content/people/ann.md": page(`name: ${named("Ann")}\nroles: [clerks]\nchampion: true\nshows: [fluency]\nask: "javascript:${attack}"`),
  "content/collections/path.md": page(`title: ${named("A path")}
summary: ${value}
roles: [clerks]
curator: ann
days: 60
because: ${value}
target_behaviours: [${value}, ${value}, ${value}]
checkpoints:
  - {day: 30, goal: ${value}, do: [fluency, "drill:exercise"], evidence: ${value}, coach_asks: ${value}, manager_asks: ${value}}`),
  "content/drills/exercise.md": page(`title: ${named("An exercise")}\nroles: [clerks]\nfrom: judgment`, workflow),
  "content/wanted/help.md": page(`title: ${named("Help wanted")}
roles: [clerks]
layer: judgment
job: filing
why: ${value}
seen: 3`),
  "content/guides/guide.md": page(`title: ${named("A guide")}\nsummary: ${value}\nnav: true\nkeywords: [${value}]`),
  "content/workflows/stopped.md": page(
    `title: ${named("A stopped page")}\nlayer: fluency\n${fields.replace("tools: [chatbot]", "tools: [banned]")}`,
    workflow,
  ),
  "content/workflows/retired.md": page(
    `title: ${named("A retired page")}\nlayer: fluency\nretired: {date: 2026-10-01, reason: ${value}, replaced_by: fluency}\n${fields}`,
    workflow,
  ),
  "content/workflows/no-such.md": page(
    `title: ${named("Nobody knows these")}\nlayer: fluency\n${fields
      .replace("owner: ann", `owner: ${value}`)
      .replace("tools: [chatbot]", `tools: [${value}]`)
      .replace("roles: [clerks]", `roles: [${value}]`)}redirect_from: ["old/<script>.html"]`,
    workflow,
  ),
};
for (const layer of ["fluency", "judgment", "redesign"]) {
  const front = `title: ${named(`A ${layer} page`)}\nlayer: ${layer}\n${fields}`;
  playbook[`content/workflows/${layer}.md`] = page(front, workflow + body);
}

/** Writes the playbook below `folder`. */
export function writeHostilePlaybook(folder) {
  for (const [path, text] of Object.entries(playbook)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

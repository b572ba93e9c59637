// A playbook with far too much of everything, and far too little: very long
// titles and words, 40 roles, 30 prompts on a page, a page with no tools, no
// summary, no owner, one that runs from right to left.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { temporaryFolder } from "./playbook.mjs";

const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const title = `Prepare the ${word} renewal call`;
const many = (count, make) => Array.from({ length: count }, (_, n) => make(n + 1));
const page = (fields, text = "") => `---\n${fields.trim()}\n---\n${text}`;

const body = `
## When to use it

${word.repeat(3)} is due and ${word} has called.

## Not for

- ${word}

## Before you start

**May paste:** ${word}, ${word}

**Never paste:** ${word}, ${word}

## Prompt

${many(30, (n) => `\`\`\`prompt name="${word} ${n}" tool=tool-1
Write {{a_very_long_blank_name_${n}}} for {{${word.toLowerCase().replaceAll("ä", "a")}}}, {{tone|${word}, plain}}, ${word}.
\`\`\`
- a_very_long_blank_name_${n}: ${word}, e.g. ${word}
- ${word.toLowerCase().replaceAll("ä", "a")}: ${word}
- tone: how it sounds
`).join("\n")}

## Trust it when

- ${word}

## Override when

- ${word}

## Do not rely on it when

- ${word}

## Check before you use it

- [ ] ${word} (source: ${word})

## What went wrong

\`\`\`caught
AI said: ${word}
In fact: ${word}
Noticed because: ${word}
\`\`\`

## Old way

1. ${word} (20 min, ${word}) - removed: memory
2. ${word} (20 min, ${word}) - kept: judgment

## New way

1. ${word} (2 min, AI)

## What stays human

${word}

## Who agreed, how to roll back

${word}
`;

const fields = (layer) => `title: ${title}
summary: ${word} ${word}
roles: [role-1, role-2, role-3]
layer: ${layer}
owner: person-1
byline: ${word}, ${word}
data: internal
tools: [${many(12, (n) => `tool-${n}`).join(", ")}]
verified: 2026-10-28
verified_with: ${word}
job: job-1
stakes: high
minutes: {before: 90, after: 10, per: run}
instead: ${word}
stopped: [${word}]
evidence:
  - {what: ${word}, from: ${word}, to: ${word}, n: 12, period: ${word}, source: self}`;

const files = {
  "playbook.toml": `[site]\ntitle = "${word} playbook"\nbase_url = "https://playbook.example"\n[contact]\nurl = "mailto:x@example.com"\n`,
  "content/index.md": `${word} ${word}.\n\nMore about ${word}.\n`,
  "content/people/person-1.md": page(`name: ${word} ${word}\nroles: [role-1]\nchampion: true\nshows: [fluency]\nask: "#${word}"`),
  "content/collections/path.md": page(`title: ${title}
summary: ${word}
roles: [role-1]
curator: person-1
days: 90
target_behaviours: [${word}, ${word}, ${word}]
checkpoints:
  - {day: 10, goal: ${word}, do: [fluency], evidence: ${word}, coach_asks: ${word}, manager_asks: ${word}}
  - {day: 1000, goal: ${word}, do: [judgment, "drill:exercise"], evidence: ${word}}`),
  "content/drills/exercise.md": page(
    `title: ${title}\nroles: [role-1]\nmade_up: true`,
    `\`\`\`drill\nContext: ${word}\nText: ${word} ${word}, ${word}.\nError: ${word},\nWhy: ${word}\nHow to check: ${word}\nVerdict: fix\n\`\`\`\n`,
  ),
  "content/wanted/wanted.md": page(`title: ${title}\nroles: [role-1]\nlayer: judgment\njob: job-9\nwhy: ${word}\nseen: 12`),
  "content/guides/guide.md": page(`title: ${title}\nnav: true`, `## ${word}\n\n\`${word.repeat(4)}\`\n`),
  "content/guides/right-to-left.md": page("title: תקציר לשיחה עם הלקוח", "## לפני השיחה\n\nקראו את התקציר.\n"),
  "content/workflows/bare.md": page("title: A page with no tools and no summary\nlayer: fluency"),
};
for (const layer of ["fluency", "judgment", "redesign"]) {
  files[`content/workflows/${layer}.md`] = page(fields(layer), body);
  files[`content/layers/${layer}.md`] = page(`name: ${layer} ${word}\nsummary: ${word}\nsubtitle: ${word}`);
}
for (const n of many(40, (n) => n)) {
  const jobs = many(n === 1 ? 12 : 1, (job) => `  - {job: job-${job}, when: ${word} ${job}}`).join("\n");
  files[`content/roles/role-${n}.md`] = page(`name: Role ${n} ${n % 5 ? "" : word}\naliases: [${word}, R${n}]\npriorities:\n${jobs}`);
}
for (const n of many(12, (n) => n)) {
  files[`content/tools/tool-${n}.md`] = page(`name: Tool ${n} ${word}\nsummary: ${word}\nstatus: approved\ndata_max: internal\ngood_for: [${word}]\nnot_good_for: [${word}]`);
}

/** A folder with the playbook; it goes with the process. */
export function playbookOfExtremes() {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

// The sample playbook and, beside its own pages, a workflow in each state that
// the sample has no reason to be in: what a reader sees on a bad day. Needs the
// sample's roles, people and tools by their ids.

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot, temporaryFolder } from "./playbook.mjs";

const front = {
  summary: "One line that says what a colleague has after this page.",
  roles: "[sales]",
  owner: "dana-whitlock",
  data: "internal",
  tools: "[assistant]",
  verified: "2026-10-28",
};

const body = `
## When to use it

A customer has asked, and the answer is in three places.

## Not for

- Anything that is signed.

## Before you start

**May paste:** your own notes.

**Never paste:** their mail threads.

## Steps

1. Collect the three places.
2. Fill in the prompt.

## Prompt

\`\`\`prompt name="Three places" tool=assistant
Answer {{question...}} for {{account}} from the notes below, {{tone|plainly, warmly}}.
\`\`\`
- question: as it was asked, e.g. When does Venlo start?
- account: the name in the CRM, e.g. Teulings Parcel

## What good looks like

> Venlo starts on 4 January.

## Check before you use it

- [ ] Each date (source: order form)

## What went wrong

None yet; we watch for dates.
`;

const states = {
  stopped: { tools: "[free-chat]" },
  retired: { retired: "{date: 2026-05-04, reason: The tool does it alone now, replaced_by: renewal-brief}" },
  "to-review": { tools: "[mailwriter]" },
  rebuilding: {
    layer: "redesign",
    rebuilding: "{since: 2026-09-01, until: 2026-12-01, room_from: VP sales}",
  },
};

/** A folder with the playbook; it goes with the process. */
export function playbookInEveryState() {
  const root = temporaryFolder();
  for (const name of ["playbook.toml", "content"]) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  const folder = join(root, "content/workflows/states");
  mkdirSync(folder);
  for (const [name, changes] of Object.entries(states)) {
    const fields = { title: `A page that is ${name}`, layer: "fluency", ...front, ...changes };
    const lines = Object.entries(fields).map(([key, text]) => `${key}: ${text}`);
    writeFileSync(join(folder, `${name}.md`), `---\n${lines.join("\n")}\n---\n${body}`);
  }
  // A first version by somebody in a hurry: no owner, no date, no data line.
  writeFileSync(join(folder, "first.md"), "---\ntitle: A page that is new\nlayer: judgment\n---\n\nIt worked twice.\n");
  return root;
}

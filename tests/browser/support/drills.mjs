// The sample playbook and, beside its own exercises, one with two errors and
// one with none, whose scores the tests know.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { playbookInEveryState } from "./states.mjs";

const exercises = {
  "two-errors": `---
title: Two errors in two lines
roles: [sales]
made_up: true
---
\`\`\`drill
Context: Order form: 240 seats. Sponsor: Ms Lund.
Text: Halden renews on 14 March, with 420 seats at the old price.
  Their sponsor is Mr Lund, who signed in 2024.
Error: 420 seats
Kind: swapped values
Why: The order form says 240
How to check: the order form
Error: Mr Lund
Kind: wrong person or title
Why: She is Ms Lund
How to check: the last invoice
Verdict: fix
\`\`\`
`,
  clean: `---
title: Nothing wrong here
roles: [sales]
made_up: true
---
\`\`\`drill
Text: Halden renews on 14 March. The order form says 240 seats.
Verdict: use
\`\`\`
`,
};

/** A folder with the playbook; it goes with the process. */
export function playbookWithDrills() {
  const root = playbookInEveryState();
  for (const [name, text] of Object.entries(exercises)) writeFileSync(join(root, "content/drills", `${name}.md`), text);
  return root;
}

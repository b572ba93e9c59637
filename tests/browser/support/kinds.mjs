// Which pages stand for all others: one of every kind, where a workflow's
// layer and state, and whether a page has moved, count as kinds too. Read off
// the published files alone, so that it fits any playbook.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { files } from "./playbook.mjs";

/** A map from the kind's name (`workflows-judgment`) to a page of it. */
export function onePagePerKind(folder) {
  const kinds = new Map();
  for (const path of files(folder, ".html")) {
    const html = readFileSync(join(folder, path), "utf8");
    const kind = kindOf(path, html);
    const known = kinds.get(kind);
    // The longest page of a kind shows most of what the kind can show.
    if (!known || html.length > known.length) kinds.set(kind, { path, length: html.length });
  }
  return new Map([...kinds].map(([kind, { path }]) => [kind, path]));
}

/** Whether a page only says where its content has moved. */
export function isRedirect(html) {
  return html.includes('http-equiv="refresh"');
}

function kindOf(path, html) {
  const parts = path.split("/");
  if (isRedirect(html)) return "moved";
  if (parts.length === 1) return parts[0].replace(/\.html$/, "").replace(/-\d+$/, "");
  if (parts.length > 2) return `${parts[0]}-list`;
  if (parts[0] !== "workflows") return parts[0];
  const layer = /class="sheet (\w+)"/.exec(html)?.[1] ?? "any";
  const state = /<p class="notice ([\w-]+)/.exec(html)?.[1];
  return ["workflows", layer, state].filter(Boolean).join("-");
}

// The published pages, sorted: those that stay, those that only lead on to
// where their content has moved, and one of every kind (layer and state count)
// to stand for the others. Read off the published files alone, so that it fits
// any playbook.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { files } from "./playbook.mjs";

/** A map from the kind's name (`workflows-judgment`) to a page of it. */
export function onePagePerKind(folder) {
  const kinds = new Map();
  for (const path of stayingPages(folder)) {
    const html = read(folder, path);
    const kind = kindOf(path, html);
    const known = kinds.get(kind);
    // The longest page of a kind shows most of what the kind can show.
    if (!known || html.length > known.length) kinds.set(kind, { path, length: html.length });
  }
  return new Map([...kinds].map(([kind, { path }]) => [kind, path]));
}

/** Pages that are there to be read. */
export function stayingPages(folder) {
  return files(folder, ".html").filter((path) => !leadsOn(read(folder, path)));
}

/** Pages that only say where their content has moved. */
export function movedPages(folder) {
  return files(folder, ".html").filter((path) => leadsOn(read(folder, path)));
}

function read(folder, path) {
  return readFileSync(join(folder, path), "utf8");
}

function leadsOn(html) {
  const head = html.slice(0, html.indexOf("</head>"));
  return head.includes('<meta http-equiv="refresh"');
}

function kindOf(path, html) {
  const [folder, ...rest] = path.replace(/\.html$/, "").split("/");
  if (rest.length === 0) return folder;
  if (rest.length > 1) return `${folder}-page`;
  const layer = folder === "workflows" ? /class="sheet (\w+)/.exec(html)?.[1] : "page";
  const notice = /class="notice(?: ([\w-]+))?"/.exec(html);
  const state = notice && (notice[1] ?? "notice");
  return [folder, layer, state].filter(Boolean).join("-");
}

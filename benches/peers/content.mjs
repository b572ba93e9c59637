// The workflow pages of a playbook as the peers read them. Hugo takes the files as
// they are; Zola knows only its own fields and its own links.

import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { filesBelow } from "../search/index.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Paths of a playbook's workflow pages, below their folder. */
export function workflows(playbook) {
  const folder = join(playbook, "content", "workflows");
  return filesBelow(folder).map((path) => relative(folder, path));
}

/** The site Hugo builds: the theme beside this file over the playbook's own files. */
export function forHugo(playbook, folder) {
  cpSync(join(here, "hugo"), folder, { recursive: true });
  writeSections(workflows(playbook), join(folder, "sections"));
  for (const source of [join(playbook, "content", "workflows"), join("sections", "workflows")]) {
    const mount = `\n[[module.mounts]]\nsource = ${JSON.stringify(source)}\ntarget = "content/workflows"\n`;
    appendFileSync(join(folder, "hugo.toml"), mount);
  }
}

/** The site Zola builds; `records` are what `playbook.json` says, by the file's name. */
export function forZola(playbook, records, folder) {
  cpSync(join(here, "zola"), folder, { recursive: true });
  const content = join(folder, "content");
  const paths = workflows(playbook);
  writeSections(paths, content);
  writeFileSync(join(content, "_index.md"), frontMatter(section("Generated playbook")));
  const known = new Set(paths);
  for (const path of paths) {
    const { title, summary, roles, layer, tools } = records.get(basename(path, ".md"));
    const source = readFileSync(join(playbook, "content", "workflows", path), "utf8");
    const [, date] = /^verified: *(\S+)/m.exec(source);
    const front = { title, description: summary, date, taxonomies: { roles, layer: [layer], tools } };
    const body = source.replace(/^---\n.*?\n---\n/s, "");
    writeFileSync(join(content, "workflows", path), frontMatter(front) + zolaBody(body, path, known));
  }
}

function zolaBody(body, from, known) {
  return body
    // What Zola would run as shortcodes, in code too.
    .replace(/\{\{(\s*\w+\(.*?\)\s*)\}\}/g, "{{/*$1*/}}")
    .replace(/\{%(\s*(?:\w+\(.*?\)|end)\s*)%\}/g, "{%/*$1*/%}")
    // An anchor may be one that only our theme makes; Zola would refuse it.
    .replace(/\]\(([^()\s#:]+\.md)(#[^()\s]*)?\)/g, (link, path) => {
      const to = posix.join(posix.dirname(from), path);
      return known.has(to) ? `](@/workflows/${to})` : link;
    });
}

/** Both take a folder for a section only where it has an `_index.md`. */
function writeSections(paths, content) {
  for (const folder of new Set([".", ...paths.map((path) => dirname(path))])) {
    const below = join(content, "workflows", folder);
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, "_index.md"), frontMatter(section(basename(below))));
  }
}

/** Hugo passes over the fields that only Zola knows. */
function section(title) {
  return { title, sort_by: "date", paginate_by: 100, transparent: true, generate_feeds: true };
}

/** JSON is YAML too. */
function frontMatter(fields) {
  return `---\n${JSON.stringify(fields)}\n---\n`;
}

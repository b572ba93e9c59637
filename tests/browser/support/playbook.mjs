// Builds a playbook with the binary into a new folder that goes with the
// process. What comes out: the folder, and the site's files by their path.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder: its `playbook.toml` is the sample playbook's. */
export const projectRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** A new empty folder that is removed when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "playbook-browser-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Publishes the playbook at `root` and gives the site's folder. `basePath` is
 * the path below which the site will be served, for the one page (404) whose
 * links start at the domain.
 */
export function build(root, { output, basePath = "" } = {}) {
  const folder = output ?? join(temporaryFolder(), "site");
  const base = ["--base-url", `https://playbook.example${basePath}`];
  const args = ["build", "--root", root, "--output", folder, ...base];
  const run = spawnSync(binary(), args, { encoding: "utf8", maxBuffer: Infinity });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`playbook ${args.join(" ")}\n${run.stderr}`);
  return { folder, messages: run.stderr };
}

/** Every file of the site with this ending, as its path from the site's root. */
export function files(folder, ending) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  const paths = found.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  return paths.map((path) => path.split(sep).join("/")).sort();
}

/** The binary that is tested. */
export function binary() {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const path = process.env.PLAYBOOK_BIN ?? resolve(projectRoot, target, "debug", "playbook");
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`cargo build\`, or set PLAYBOOK_BIN`);
  return path;
}

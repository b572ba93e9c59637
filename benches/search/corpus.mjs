// A generated playbook of so many pages, built with the release binary.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { readItems } from "./index.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "release");
export const binary = join(target, "playbook");

/** An option of the command line: `--pages 10000`. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

function cargo(...args) {
  execFileSync("cargo", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

/** The release binary, built anew, or that of `--playbook`. */
export function program() {
  if (!option("playbook")) cargo("build", "--release");
  return option("playbook", binary);
}

/** A temporary folder that goes when the process does. */
export function temporary(name) {
  const folder = mkdtempSync(join(tmpdir(), `playbook-${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A playbook of so many pages, written into the folder, or that of `--root`. */
export function generated(pages, folder) {
  if (option("root")) return resolve(option("root"));
  cargo("bench", "--bench", "scale", "--no-run");
  const scale = readdirSync(join(target, "deps")).filter((it) => /^scale-[0-9a-f]+$/.test(it));
  const newest = scale.map((it) => join(target, "deps", it)).filter(existsSync).at(-1);
  execFileSync(newest, ["--pages", String(pages), "--write", folder], { stdio: "ignore" });
  return folder;
}

/** Its folder, the site's folder, queries with their page, seconds of the build. */
export function build(pages, items) {
  const run = program();
  const folder = temporary("search");
  const playbook = generated(pages, join(folder, "playbook"));
  const site = join(folder, "site");
  const start = performance.now();
  execFileSync(run, ["build", "--root", playbook, "--output", site, "--quiet"], { stdio: "ignore" });
  const seconds = (performance.now() - start) / 1000;
  const list = execFileSync(run, ["search", "--root", playbook, "--known-items", String(items), "--quiet"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { folder, playbook, site, seconds, items: readItems(list) };
}

// A copy of a playbook with `playbook serve` beside it, for tests that write
// while a browser looks on.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { binary, projectRoot, temporaryFolder } from "./playbook.mjs";

/** What of the project is the sample playbook. */
const parts = ["content", "playbook.toml"];

/** A copy of the sample. */
function sample() {
  const root = temporaryFolder();
  for (const part of parts) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  return root;
}

/**
 * Serves the playbook at `root`, which may be written to, or else a copy of the
 * sample, changed by `files` (text by path), on a free port, or this one, until
 * `close`.
 */
export async function preview({ root = sample(), files = {}, port = 0 } = {}) {
  const path = (file) => join(root, file);
  const read = (file) => readFileSync(path(file), "utf8");
  const write = (file, text) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  Object.entries(files).forEach(([file, text]) => write(file, text));
  const server = spawn(binary(), ["serve", "--root", root, "--port", `${port}`]);
  process.once("exit", () => server.kill("SIGKILL"));
  const ended = new Promise((done) => server.once("exit", done));
  const home = await firstLine(server);
  return {
    root,
    home,
    read,
    write,
    remove: (file) => rmSync(path(file)),
    /** As an editor does that writes a new file and puts it in place. */
    replace(file, text) {
      write(`${file}~`, text);
      renameSync(path(`${file}~`), path(file));
    },
    address: (route) => home + encodeURI(route),
    /** Presses Ctrl-C and gives the exit code. */
    close() {
      server.kill("SIGINT");
      return ended;
    },
  };
}

function firstLine(server) {
  return new Promise((found, failed) => {
    let [said, complained] = ["", ""];
    server.stderr.on("data", (text) => (complained += text));
    server.stdout.on("data", (text) => {
      said += text;
      if (said.includes("\n")) found(said.split("\n")[0]);
    });
    server.once("error", failed);
    server.once("exit", (code) => failed(new Error(`serve ended with ${code}\n${complained}`)));
  });
}

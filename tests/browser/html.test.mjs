// The Nu HTML checker finds no error in any HTML file of the sample.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { build, files, projectRoot, temporaryFolder } from "./support/playbook.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

test("the Nu checker finds no error", () => {
  const { folder } = build(projectRoot);
  assert.ok(files(folder, ".html").length > 20);
  // One file that is wrong shows that the checker did read what it was given.
  const wrong = join(temporaryFolder(), "wrong.html");
  writeFileSync(wrong, "<!doctype html><html lang=en><title>x</title><p><ul></p><img src=x.png>");
  const options = ["--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always"];
  const run = spawnSync("java", ["-Xss8m", "-jar", jar, ...options, folder, wrong], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(run.status, 0, run.error?.message ?? run.stderr);
  const { messages } = JSON.parse(run.stderr);
  const found = messages.map((it) => `${decodeURI(it.url ?? "")}:${it.lastLine}: ${it.message} ${it.extract ?? ""}`);
  const ours = found.filter((line) => !line.includes("wrong.html"));
  assert.ok(found.length > ours.length, "the wrong file was noticed");
  assert.deepEqual(ours.map((line) => line.replace(/^file:.*\/site\//, "")), []);
});

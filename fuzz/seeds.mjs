#!/usr/bin/env node
// What a fuzzer begins with: the sample's pages, the examples of every rule's
// page and of the specification of markdown, in the form that each target reads.
// node fuzz/seeds.mjs FOLDER writes FOLDER/TARGET/*.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const to = process.argv[2];
// In the order of `PATHS` in src/front_matter.rs.
const KINDS = ["workflows", "roles", "layers", "tools", "people", "collections", "drills", "wanted", "guides"];
const LAYERS = ["fluency", "judgment", "redesign"];

function all(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function seed(target, ...parts) {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  mkdirSync(join(to, target), { recursive: true });
  writeFileSync(join(to, target, name), bytes);
}

function page(path, text) {
  const kind = KINDS.indexOf(path.split("content/")[1]?.split("/")[0]);
  if (kind < 0) return;
  // Long pages slow the fuzzer down, and say nothing that short ones do not.
  const short = text.slice(0, 3000);
  seed("front_matter", [kind], short.split("\n---\n")[0] + "\n---\n\nText.\n");
  const body = short.split("\n---\n").slice(1).join("\n---\n");
  if (!body.trim()) return;
  const layer = LAYERS.findIndex((layer) => text.includes(`\nlayer: ${layer}`));
  if (kind === 0) seed("blocks", [Math.max(layer, 0)], body);
  seed("markdown", [kind % 4], body);
  seed("search", `${body.split(/\W+/).slice(1, 4).join(" ")}\n${body.split(/\W+/).slice(3, 8).join(" ")}\n`, body.slice(0, 800));
}

for (const path of all("content").filter((path) => extname(path) === ".md")) {
  page(path, readFileSync(path, "utf8"));
}
for (const path of all("src/diagnostic/rules").filter((path) => extname(path) === ".md")) {
  const text = readFileSync(path, "utf8");
  for (const [, name, , example] of text.matchAll(/`([^`\n]+)`\n(`{3,})\w*\n([\s\S]*?)\n\2/g)) {
    if (name === "playbook.toml") seed("settings", example);
    if (name.endsWith(".md")) page(name, example);
    seed("names", `${name}\n`);
  }
}
for (const name of ["commonmark-0.31.2.json", "gfm-0.29.json"]) {
  for (const { markdown } of JSON.parse(readFileSync(join(root, "tests/fixtures/spec", name), "utf8"))) {
    seed("markdown", [3], markdown);
  }
}
seed("settings", readFileSync(join(root, "playbook.toml")));
const paths = all("content").map((path) => path.slice(root.length + 1));
for (let at = 0; at < paths.length; at += 5) seed("names", paths.slice(at, at + 5).join("\n"));
for (const line of readFileSync(join(root, "tests/search/queries.tsv"), "utf8").split("\n").slice(0, 60)) {
  seed("search", `${line.split("\t")[0]}\nPrepare a call\nPrepare the renewal call with the account's usage.\n`);
}

// Bodies of one line for each byte: the numbers of lines in `LINES` of src/blocks.rs.
for (const lines of [
  [2, 0, 26, 32, 33, 31, 34, 36],
  [0, 28, 37, 38, 39, 40, 41, 42, 43, 44, 31],
  [9, 0, 29, 45, 46, 47, 49, 50, 51, 31],
  [1, 0, 13, 14, 18, 22, 7, 0, 15, 16, 17],
  [5, 0, 53, 0, 54, 6, 0, 20, 21],
  [10, 12, 24, 25, 0, 55, 30, 12, 31],
]) {
  for (const layer of [129, 130, 131]) seed("blocks", [layer, ...lines]);
}

const entry = '"index.html":ENTRY,"old/page.html":ENTRY';
for (const files of [entry, `${entry},"../content/secret.md":ENTRY`, `${entry},"notes.txt":{"size":4,"mtime":0,"blake3":""}`, ""]) {
  seed("manifest", `{"schema":1,"generator":"GENERATOR","inputs":"INPUTS","exit_code":0,"summary":"x","files":{${files}}}\n`);
}

const HOST = "Host: 127.0.0.1:PORT\r\n";
const close = "Connection: close\r\n\r\n";
for (const [line, headers] of [
  ["GET / HTTP/1.1", HOST],
  ["GET /workflows/prepare.html HTTP/1.1", `Host: localhost\r\nIf-None-Match: "x"\r\n`],
  ["HEAD /search/core.js HTTP/1.0", `Host: [::1]:PORT\r\n`],
  ["GET /__playbook/problems?token=TOKEN&route=index.html HTTP/1.1", HOST],
  ["GET /__playbook/events?token=TOKEN HTTP/1.1", HOST],
  ["POST /__playbook/missed?token=TOKEN&query=a%20b HTTP/1.1", `${HOST}Content-Length: 0\r\n`],
  ["GET /__playbook/client.js HTTP/1.1", `${HOST}Sec-Fetch-Site: cross-site\r\n`],
  ["GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", HOST],
  ["GET http://evil.example/ HTTP/1.1", HOST],
  ["GET / HTTP/1.1", "Host: evil.example\r\n"],
  ["GET / HTTP/1.1", `${HOST}Host: evil.example\r\n`],
  ["GET / HTTP/1.1", `${HOST}Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\n`],
  ["OPTIONS * HTTP/1.1", HOST],
  ["POST / HTTP/1.1", `${HOST}Transfer-Encoding: chunked\r\n`],
]) {
  seed("http", `${line}\r\n${headers}${close}`);
}

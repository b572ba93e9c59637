// A plain file server, as a company's own would be: files below a path, no
// folder index but the home page, the policy as a header too, `404.html` for
// what is not there. Nothing is rewritten.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Where previews of pull requests are usually published. */
export const basePath = "/pr-preview/12";

/** The policy that is recommended for every server, so that it is the one that is tried. */
const nginx = readFileSync(new URL("../../../docs/headers/nginx.conf", import.meta.url), "utf8");
export const policy = nginx.match(/^add_header Content-Security-Policy "(.+)" always;$/m)[1];

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".xml": "application/xml",
};

/**
 * Serves a folder on a free port of this machine until `close`. `missed` are
 * the paths that were asked for and are not there; `extra` maps paths of the
 * site to texts that are served as if they were files of it, or to the parts of
 * one, which arrive a quarter of a second apart and are kept in no cache.
 */
export async function serve(folder, extra = {}) {
  const missed = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    const found = await read(folder, extra, path);
    if (!found) missed.push(path);
    const body = found ?? (await read(folder, extra, `${basePath}/404.html`));
    const type = (found && types[extname(path)]) ?? types[".html"];
    const headers = { "content-type": type, "content-security-policy": policy, "x-content-type-options": "nosniff" };
    if (Array.isArray(body?.bytes)) return inParts(response, headers, body.bytes);
    response.writeHead(found ? 200 : 404, headers).end(body?.bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    missed,
    address: (path) => `${origin}${basePath}/${encodeURI(path)}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function inParts(response, headers, parts) {
  response.writeHead(200, { ...headers, "cache-control": "no-store" });
  for (const part of parts.slice(0, -1)) {
    response.write(part);
    await sleep(250);
  }
  response.end(parts.at(-1));
}

async function read(folder, extra, path) {
  if (!path.startsWith(`${basePath}/`)) return undefined;
  const inside = path.slice(basePath.length + 1) || "index.html";
  if (inside.split("/").includes("..")) return undefined;
  if (inside in extra) return { bytes: extra[inside] };
  const bytes = await readFile(join(folder, inside)).catch(() => undefined);
  return bytes && { bytes };
}

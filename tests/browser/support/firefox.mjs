// Debian's Firefox, steered through WebDriver BiDi, which it speaks by itself:
// a browser with one tab that opens addresses, types and answers questions.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { WebSocket } from "undici";

import { environment } from "./environment.mjs";

/** Keys as WebDriver names them. */
export const keys = { Enter: "\uE007", Escape: "\uE00C", ArrowDown: "\uE015" };

/** The browser; the caller closes it. */
export async function launchFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "playbook-firefox-"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const child = spawn(process.env.FIREFOX ?? "firefox-esr", args, { env: environment("wide"), stdio: ["ignore", "ignore", "pipe"] });
  const address = await listening(child);
  const connection = await connect(`${address}/session`);
  await connection.send("session.new", { capabilities: {} });
  const { contexts } = await connection.send("browsingContext.getTree", {});
  const context = contexts[0].context;
  const heard = [];
  await connection.send("session.subscribe", { events: ["log.entryAdded"] });
  connection.onevent = ({ params }) => params.level === "error" && heard.push(params.text);

  return {
    /** Errors on the console since the last call. */
    complaints: () => heard.splice(0),
    open: (url) => connection.send("browsingContext.navigate", { context, url, wait: "complete" }),
    /** Types text, or one of `keys`, as a keyboard would. */
    async type(text) {
      const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
      await connection.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
    },
    /** The value of an expression, as JSON can say it. */
    async evaluate(expression) {
      const params = { expression: `JSON.stringify(${expression})`, target: { context }, awaitPromise: true };
      const { result, exceptionDetails } = await connection.send("script.evaluate", params);
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
    /** Waits until an expression is true. */
    async until(expression) {
      const last = Date.now() + 15_000;
      while (!(await this.evaluate(`Boolean(${expression})`).catch(() => false))) {
        if (Date.now() > last) throw new Error(`never: ${expression}`);
        await new Promise((later) => setTimeout(later, 50));
      }
    },
    async close() {
      const ended = new Promise((done) => child.once("exit", done));
      connection.close();
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function listening(child) {
  return new Promise((done, failed) => {
    let text = "";
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`Firefox ended with ${code}: ${text}`)));
    child.stderr.on("data", (data) => {
      text += data;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text);
      if (found) done(found[1]);
    });
  });
}

async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((done, failed) => Object.assign(socket, { onopen: done, onerror: failed }));
  const waiting = new Map();
  let last = 0;
  const connection = {
    onevent: () => {},
    send(method, params) {
      const id = ++last;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((done, failed) => waiting.set(id, { done, failed }));
    },
    close: () => socket.close(),
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "event") return connection.onevent(message);
    const { done, failed } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "error") failed(new Error(`${message.error}: ${message.message}`));
    else done(message.result);
  };
  return connection;
}

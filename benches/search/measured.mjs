// What a command costs, with all that it starts: seconds on the clock, seconds of
// processors, most memory. The last two are read from /proc.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const TICKS = 100;

/** Runs a command; what it complains of is told when it fails. */
export function measured(command, args) {
  return new Promise((done, failed) => {
    const before = processors();
    const start = performance.now();
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    let complaints = "";
    child.stderr.on("data", (text) => (complaints += text));
    let memory = 0;
    const timer = setInterval(() => {
      for (const pid of family(child.pid)) memory = Math.max(memory, residentPeak(pid));
    }, 20);
    child.on("error", failed);
    child.on("close", (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) done({ seconds, cpu: processors() - before, memory });
      else failed(new Error(`${command} ended with ${code}\n${complaints}`));
    });
  });
}

/** Seconds of processors of all children that have ended, and of theirs. */
function processors() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").replace(/^.*\) /s, "").split(" ");
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return Number.NaN;
  }
}

function family(pid) {
  try {
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return [pid, ...below.flatMap((child) => family(child))];
  } catch {
    return [];
  }
}

function residentPeak(pid) {
  try {
    return 1024 * Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

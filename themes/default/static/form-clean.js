// What people paste from documents and chats, as plain markdown: bullets,
// boxes, numbers and blanks. Text enters and leaves; nothing here knows a page.
"use strict";

const playbookFormClean = (() => {
  const BULLET = /^([ \t]*)(?:[\u2022\u25cf\u25e6\u2023\u2219\u25aa\u25ab\u25b8\u27a4\u00b7\uf0b7\uf0a7\u2013\u2014*]|o(?=\t))[ \t]+(?=\S)/;
  const OPEN_BOX = /^([ \t]*)(?:[-*] )?(?:[\u2610\u25a1\u25fb\u2751\u274f\uf0a8]|\[ ?\])[ \t]*(?=\S)/;
  const DONE_BOX = /^([ \t]*)(?:[-*] )?(?:[\u2611\u2612\u2714\u2705\uf0fe]|\[[xX]\])[ \t]*(?=\S)/;
  const NUMBER = /^([ \t]*)\(?(\d{1,3})[.)](?:[ \t]+|\t)(?=\S)/;
  const FENCE = /^ {0,3}(`{3,}|~{3,})/;

  /** What no eye sees, and line ends of other systems, in the way of this one. */
  function plain(text) {
    return text
      .replace(/\r\n?|[\u2028\u2029\u000b\u000c]/g, "\n")
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/[\u00a0\u202f\u2007]/g, " ");
  }

  /** Lines with, for each, whether it is in a block of code; its fences are. */
  function inCode(lines) {
    let fence = "";
    return lines.map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (fence) {
        const closes = mark?.startsWith(fence) && line.trim() === mark;
        if (closes) fence = "";
        return true;
      }
      fence = mark ?? "";
      return Boolean(mark);
    });
  }

  /** A line of a list or a check as markdown has it. */
  function line(text) {
    if (OPEN_BOX.test(text)) return text.replace(OPEN_BOX, "$1- [ ] ");
    if (DONE_BOX.test(text)) return text.replace(DONE_BOX, "$1- [x] ");
    if (NUMBER.test(text)) return text.replace(NUMBER, "$1$2. ");
    return text.replace(BULLET, "$1- ");
  }

  /** Prose and lists. Curly quotes stay: they are good typography. */
  function prose(text) {
    const lines = plain(text).split("\n");
    const code = inCode(lines);
    return lines.map((it, at) => (code[at] ? it : line(it).trimEnd())).join("\n");
  }

  /** One line, for front matter. */
  function one(text) {
    return plain(text).replace(/\s+/g, " ").trim();
  }

  /** The name of a blank: `Account name` is `account_name`. */
  function blankName(label) {
    const name = label.trim().normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
    return /^\d/.test(name) ? `n_${name}` : name;
  }

  // No link, no box, no footnote, no index: a name in square brackets.
  const SQUARE = /(^|[^\p{L}\p{N}\]\)!\\[])\[(\p{L}[\p{L}\p{N} '’/&_.,-]{1,58}?)(\.{3}|…)?\](?![(\[\]])/gmu;

  /** A prompt with `{{blanks}}`, and what the writer called each of them. */
  function prompt(text) {
    const labels = new Map();
    const filled = plain(text).replace(SQUARE, (whole, before, label, long, at, all) => {
      const name = blankName(label);
      // `[x]: ` at the start of a line is where a link of that name leads.
      const isTarget = before === "" && all[at + whole.length] === ":";
      if (!name || isTarget) return whole;
      if (!labels.has(name)) labels.set(name, label.trim());
      // `[plain / warm]` is a choice.
      const choices = label.includes(" / ") ? `|${label.split("/").map((it) => it.trim()).join(", ")}` : "";
      return `${before}{{${name}${choices}${long ? "..." : ""}}}`;
    });
    return { text: filled.split("\n").map((it) => it.trimEnd()).join("\n"), labels };
  }

  return { plain, prose, one, prompt, inCode, blankName };
})();

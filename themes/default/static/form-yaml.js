// The lines of front matter: which key stands where, what it says, and a new
// value in its place. Everything works on ranges of the text, so that whatever is
// not meant keeps its bytes. Deliberately absent: YAML as a whole. What is not
// understood is kept and not offered.
"use strict";

const playbookFormYaml = (() => {
  /** Lines with their places; `end` is before the line end, `next` after it. */
  function lines(text, from, to) {
    const found = [];
    for (let start = from; start < to; ) {
      const feed = text.indexOf("\n", start);
      const next = feed === -1 || feed >= to ? to : feed + 1;
      const end = text.slice(start, next).replace(/\r?\n$/, "").length + start;
      found.push({ start, end, next, text: text.slice(start, end) });
      start = next;
    }
    return found;
  }

  const KEY = /^(\s*)(?:- +)?(?:"([^"]+)"|'([^']+)'|([\p{L}_][\p{L}\p{N}_ -]*?))\s*:(?=\s|$)/u;
  const isIdle = (line) => /^\s*(#|$)/.test(line.text);
  const indent = (text) => /^ */.exec(text)[0].length;

  /** The keys of a map whose lines are indented by `depth`. */
  function entries(text, from, to, depth = 0) {
    const found = [];
    for (const line of lines(text, from, to)) {
      const key = KEY.exec(line.text);
      const first = found.length === 0 && /^\s*- /.test(line.text);
      const column = first ? indent(line.text.replace("-", " ")) : indent(line.text);
      if (key && column === depth && (first || !/^\s*- /.test(line.text)) && !isIdle(line)) {
        found.push({ key: key[2] ?? key[3] ?? key[4], start: line.start, valueStart: line.start + key[0].length, end: line.end, next: line.next });
      } else if (found.length > 0 && !isIdle(line)) {
        // Comments and empty lines belong to a key only when more of it follows.
        found.at(-1).end = line.end;
        found.at(-1).next = line.next;
      }
    }
    return found;
  }

  /** Where a plain value ends, and the comment behind it begins. */
  function plainEnd(text) {
    const comment = /\s#/.exec(text);
    return (comment ? text.slice(0, comment.index) : text).trimEnd().length;
  }

  /** A quoted text at the start of `text`: what it says, and how long it is. */
  function quoted(text) {
    const double = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(text);
    if (double) {
      const inner = double[1].replace(/\s*\n\s*/g, " ");
      try {
        return { text: JSON.parse(`"${inner.replace(/\t/g, "\\t")}"`), length: double[0].length };
      } catch {
        return undefined;
      }
    }
    const single = /^'((?:[^']|'')*)'/.exec(text);
    return single ? { text: single[1].replace(/''/g, "'").replace(/\s*\n\s*/g, " "), length: single[0].length } : undefined;
  }

  /** One value in a line: what it says and where it stands. */
  function scalar(text, from, to) {
    const skip = /^\s*/.exec(text.slice(from, to))[0].length;
    const start = from + skip;
    const rest = text.slice(start, to);
    const marked = quoted(rest);
    if (marked) return { text: marked.text, start, end: start + marked.length };
    if (/^[&*!|>{\[%@`]/.test(rest)) return undefined;
    const end = start + plainEnd(rest);
    return { text: text.slice(start, end).replace(/\s*\n\s*/g, " "), start, end };
  }

  /** `[a, "b, c"]`: its items with their places. */
  function flow(text, from, to) {
    const items = [];
    let at = from + 1;
    for (;;) {
      at += /^\s*/.exec(text.slice(at, to))[0].length;
      if (at >= to) return undefined;
      if (text[at] === "]") return { items, end: at + 1 };
      const marked = quoted(text.slice(at, to));
      const length = marked?.length ?? /^[^,\]\[{}#]*/.exec(text.slice(at, to))[0].trimEnd().length;
      if (length === 0) return undefined;
      items.push({ text: marked?.text ?? text.slice(at, at + length).replace(/\s*\n\s*/g, " "), start: at, end: at + length });
      at += length;
      at += /^\s*/.exec(text.slice(at, to))[0].length;
      if (text[at] === ",") at += 1;
      else if (text[at] !== "]") return undefined;
    }
  }

  /** A list with an item on each line. */
  function block(text, from, to) {
    const items = [];
    for (const line of lines(text, from, to)) {
      if (isIdle(line)) continue;
      const mark = /^\s*- +/.exec(line.text);
      if (!mark || KEY.test(line.text)) return undefined;
      const item = scalar(text, line.start + mark[0].length, line.end);
      if (!item) return undefined;
      items.push({ ...item, line });
    }
    return items.length > 0 ? { items } : undefined;
  }

  /** What a key says: a text, a list, or nothing that a form could show. */
  function read(text, entry) {
    const rest = text.slice(entry.valueStart, entry.end);
    const skip = /^[ \t]*/.exec(rest)[0].length;
    const start = entry.valueStart + skip;
    const body = rest.slice(skip);
    if (/^(#.*)?$/.test(body)) return { text: "", start: entry.valueStart, end: entry.valueStart };
    if (body.startsWith("[")) {
      const list = flow(text, start, entry.end);
      return list && { ...list, start, isFlow: true };
    }
    const firstEnd = entry.valueStart + rest.split(/\r?\n/, 1)[0].length;
    if (/^(#.*)?$/.test(text.slice(start, firstEnd).trim())) {
      const after = text.indexOf("\n", firstEnd - 1) + 1;
      const list = after > 0 ? block(text, after, entry.end) : undefined;
      return list && { ...list, start: after, end: entry.end };
    }
    return scalar(text, start, entry.end);
  }

  const RESERVED = /^(true|false|yes|no|on|off|null|y|n|~)$/i;

  /** A text as a value. A JSON string is a YAML string, whatever is in it. */
  function write(text, inFlow = false) {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
    const isCount = /^\d{1,9}$/.test(text) && !/^0\d/.test(text);
    const isWords = /^\p{L}[\p{L}\p{N} _.()\/+%;!?,’–&'-]*$/u.test(text) && !/\s$/.test(text) && !RESERVED.test(text);
    if (isDate || isCount || (isWords && !(inFlow && text.includes(",")))) return text;
    return JSON.stringify(text).replace(/[\u0080-\u009f\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }

  const list = (texts) => `[${texts.map((it) => write(it, true)).join(", ")}]`;

  /** The change of a list: of single items where it can be, else of all of it. */
  function listEdits(text, entry, found, texts) {
    const before = found?.items ?? [];
    if (before.length === texts.length && before.length > 0) {
      const changed = before.flatMap((item, at) => (item.text === texts[at] ? [] : [{ start: item.start, end: item.end, text: write(texts[at], true) }]));
      return changed;
    }
    if (found?.isFlow) return [{ start: found.start, end: found.end, text: list(texts) }];
    if (before.length > 0 && before[0].line) {
      const mark = /^\s*- +/.exec(before[0].line.text)[0];
      const added = texts.slice(before.length);
      // More of the same at its end: what stands there keeps its place.
      if (added.length > 0 && before.every((it, at) => it.text === texts[at])) {
        return [{ start: before.at(-1).line.end, end: before.at(-1).line.end, text: added.map((it) => `\n${mark}${write(it)}`).join("") }];
      }
      const gone = texts.length < before.length && rest(before, texts);
      if (gone) return gone.map((it) => ({ start: it.line.start, end: it.line.next, text: "" }));
    }
    return [{ start: entry.valueStart, end: entry.end, text: texts.length === 0 ? " []" : ` ${list(texts)}` }];
  }

  /** The items that are gone, where the others are left as they were. */
  function rest(before, texts) {
    let at = 0;
    const gone = before.filter((it) => (it.text === texts[at] ? (at += 1, false) : true));
    return at === texts.length && texts.length > 0 ? gone : undefined;
  }

  /** The change that lets a key say `value`, a text or a list; nothing where it says so already. */
  function edits(text, entry, value) {
    const found = read(text, entry);
    if (Array.isArray(value)) {
      const before = found?.items?.map((it) => it.text) ?? (found?.text ? [found.text] : []);
      if (found && before.join("\n") === value.join("\n") && before.length === value.length) return [];
      return listEdits(text, entry, found, value);
    }
    if (found && !found.items && found.text === value) return [];
    const written = value === "" ? "" : write(value);
    // Without a comment behind it, which stays where it is.
    if (found && !found.items) return [{ start: found.start, end: found.end, text: found.start === entry.valueStart && written ? ` ${written}` : written }];
    return [{ start: entry.valueStart, end: entry.end, text: written && ` ${written}` }];
  }

  /** The text with changes in it, none of which overlap; its line ends are kept. */
  function apply(text, changes) {
    const feed = text.includes("\r\n") ? "\r\n" : "\n";
    const ordered = changes.map((it, at) => ({ ...it, at })).sort((a, b) => a.start - b.start || a.end - b.end || a.at - b.at);
    let made = "";
    let from = 0;
    for (const { start, end, text: words } of ordered) {
      made += text.slice(from, start) + words.replace(/\r?\n/g, feed);
      from = end;
    }
    return made + text.slice(from);
  }

  return { lines, entries, read, write, list, edits, apply };
})();

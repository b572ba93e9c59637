// One whole pasted page, whatever it is: markdown with front matter, an
// assistant's answer around it, a document with headings of its own. The source of
// a page leaves, with what could not be put into it.
"use strict";

const playbookFormSort = (() => {
  const clean = playbookFormClean;
  const yaml = playbookFormYaml;
  const { compose, fold, idOf, inText, read, sectionOf } = playbookFormDocument;

  const isFence = (line) => /^\s*(`{3,}|~{3,})\s*$/.test(line);

  /** The page inside the fence of an assistant's answer, and the words around it. */
  function unwrapped(text) {
    const lines = text.split("\n");
    const open = lines.findIndex((it) => /^\s*(`{3,}|~{3,})\s*(markdown|md|yaml|yml|text)?\s*$/i.test(it));
    const first = open === -1 ? "" : lines.slice(open + 1).find((it) => it.trim()) ?? "";
    if (open === -1 || !/^(---|#{1,2} )/.test(first.trim())) return { text, around: "" };
    const inner = lines.slice(open + 1);
    const above = lines.slice(0, open).join("\n").trim();
    if (/ya?ml/i.test(lines[open])) {
      // Only the front matter is in the fence.
      const close = inner.findIndex(isFence);
      if (close >= 0) return { text: [...inner.slice(0, close), ...inner.slice(close + 1)].join("\n"), around: above };
    }
    const close = inner.findLastIndex(isFence);
    const end = close === -1 ? inner.length : close;
    const below = inner.slice(end + 1).join("\n").trim();
    return { text: `${inner.slice(0, end).join("\n")}\n`, around: [above, below].filter(Boolean).join("\n\n") };
  }

  /** A greeting above the first `---`, which begins the page. */
  function ungreeted(text) {
    const start = /^---[ \t]*\n(?=[\s\S]*?^[\w"-]+ *:[\s\S]*?^---[ \t]*$)/m.exec(text);
    if (!start || start.index === 0 || start.index > 2000 || /^#/m.test(text.slice(0, start.index))) return { text, around: "" };
    return { text: text.slice(start.index), around: text.slice(0, start.index).trim() };
  }

  /** A line as the heading that it is meant as: its words, and what follows them on the line. */
  function heading(form, line) {
    const marks = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const bold = /^\s*(?:\d+[.)]\s+)?(\*\*|__)(.+?)\1\s*:?\s*$/.exec(line);
    const words = (marks?.[2] ?? bold?.[2] ?? line).replace(/\*\*|__/g, "").replace(/[:：]\s*$/, "").trim();
    if (words && words.length < 60 && !/^[-*+|>]/.test(words) && sectionOf(form, words)) {
      return { title: words.replace(/^\d+[.)]\s+/, ""), rest: "", isSection: true };
    }
    const label = /^\s*(\*\*)?([^:*]{3,40}?)\s*(?:\1:|:\1)\s+(\S.*)$/.exec(line);
    const name = label && sectionOf(form, label[2]);
    if (name && (label[1] || fold(label[2]).includes(" "))) return { title: label[2], rest: label[3], isSection: true };
    return marks && { title: words, level: marks[1].length, rest: "" };
  }

  /** `Owner: Ruth` above the first section: the field, and its value. */
  function field(form, line) {
    const found = /^\s*(?:[-*] +)?\*{0,2}([\p{L}][\p{L} _-]{1,30}?)\*{0,2}\s*[:：]\*{0,2}\s+(\S.*)$/u.exec(line);
    const name = found && form.field_names[fold(found[1])];
    return name && { name, value: found[2].trim() };
  }

  function value(form, name, text) {
    const { shape, of } = form.fields.find((it) => it.name === name);
    const one = (it) => idOf(form.pages[of], clean.one(it).replace(/^["']|["']$/g, ""));
    if (shape === "date") return yaml.write(playbookFormCheck.written(form.said, one(text)));
    if (!["ids", "texts"].includes(shape)) return yaml.write(one(text));
    return yaml.list(text.replace(/^\[|\]$/g, "").split(",").map(one).filter(Boolean));
  }

  /** A document without front matter as the source of a page. */
  function fromProse(form, text) {
    const lines = clean.prose(text).split("\n");
    const isText = inText(lines);
    const front = new Map();
    const body = [];
    let isBelow = false;
    lines.forEach((line, at) => {
      const found = isText[at] ? heading(form, line) : undefined;
      if (found?.isSection) {
        isBelow = true;
        body.push("", `## ${found.title}`, "");
        if (found.rest) body.push(found.rest);
      } else if (found?.level === 1 && !front.has("title")) {
        front.set("title", yaml.write(clean.one(found.title)));
      } else if (found && found.level <= 2) {
        isBelow = true;
        body.push("", `## ${found.title}`, "");
      } else {
        const known = !isBelow && isText[at] ? field(form, line) : undefined;
        if (known && !front.has(known.name)) front.set(known.name, value(form, known.name, known.value));
        else body.push(line);
      }
    });
    if (!front.has("title")) title(front, body);
    const head = form.fields.filter((it) => front.has(it.name)).map((it) => `${it.name}: ${front.get(it.name)}\n`);
    const rest = body.join("\n").replace(/\n{3,}/g, "\n\n").trim();
    return `---\n${head.join("")}---\n${rest && `\n${rest}\n`}`;
  }

  /** The first line is the title where it looks like one: short, and no sentence. */
  function title(front, body) {
    const at = body.findIndex((it) => it.trim());
    const line = clean.one(body[at] ?? "").replace(/\*\*/g, "");
    if (at === -1 || line.length > 100 || /[.!?:]$|^[-*+>|#`\d]/.test(line)) return;
    front.set("title", yaml.write(line));
    body.splice(at, 1);
  }

  /** The source with its sections in the form that they have on a page. */
  function dressed(form, source) {
    const values = read(form, source);
    for (const [key, text] of Object.entries(values.sections)) {
      if (key !== "may" && key !== "never") values.sections[key] = playbookFormDress.section(key, text, form.notes.said);
    }
    return compose(form, source, values);
  }

  /**
   * The source of the page in `pasted`; `around`: words that belong to no page. It is a
   * source, byte for byte, only where nothing had to be taken away from it.
   */
  function sort(form, pasted) {
    const text = pasted.replace(/^\ufeff/, "");
    if (/^---[ \t]*\r?\n/.test(text)) return { source: pasted, around: "", isSource: true };
    const open = unwrapped(clean.plain(text));
    const page = open.around || open.text !== clean.plain(text) ? open : ungreeted(open.text);
    const inner = page.text.trimStart();
    if (/^---[ \t]*\n/.test(inner)) return { source: inner, around: page.around, isSource: false };
    return { source: dressed(form, fromProse(form, page.text)), around: page.around, isSource: false };
  }

  /** The layer whose sections a page has. */
  function layerOf(sections) {
    const has = (...keys) => keys.some((key) => sections[key]);
    if (has("old-way", "new-way", "stays-human")) return "redesign";
    return has("trust", "override", "do-not-rely") ? "judgment" : "fluency";
  }

  return { sort, layerOf };
})();

// The source of a page as ranges of its text: front matter by keys, sections
// by headings. Values are read from it and put into it; what nobody edited keeps
// its bytes. `form` is what the generator tells of fields and sections.
"use strict";

const playbookFormDocument = (() => {
  const yaml = playbookFormYaml;

  /** A name without case and marks, as section names are compared. */
  function fold(text) {
    return text.normalize("NFC").toLowerCase().replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /** A heading without the number that a word processor gave it: `1.`, `2.1`, `b)`, `(3)`, `IV.` */
  function unnumbered(heading) {
    const [, , inner, close, rest] = /^\s*(\(*)(\S*?)([.):]*)\s+(.*)$/s.exec(heading) ?? [];
    if (!inner) return undefined;
    const isLetters = close && /^([a-z]|[ivx]+)$/i.test(inner);
    return /^[\d.]*\d[\d.]*$/.test(inner) || isLetters ? rest : undefined;
  }

  /** The section that a heading names: as it is, without its number, without its article. */
  function sectionOf(form, heading) {
    const known = (name) => (Object.hasOwn(form.names, name) ? form.names[name] : undefined);
    const of = (words) => {
      const name = fold(words);
      const [article] = name.split(" ", 1);
      return known(name) ?? (form.articles.includes(article) ? known(name.slice(article.length + 1)) : undefined);
    };
    const words = heading.replace(/\s*\{#[^}]*\}\s*$/, "");
    const bare = unnumbered(words);
    return of(words) ?? (bare === undefined ? undefined : of(bare));
  }

  /** Which lines are neither code nor comment. */
  function inText(lines) {
    const code = playbookFormClean.inCode(lines);
    let hidden = false;
    return lines.map((line, at) => {
      if (code[at] && !hidden) return false;
      const before = hidden;
      const last = (mark) => line.lastIndexOf(mark);
      if (last("<!--") > last("-->")) hidden = true;
      else if (last("-->") >= 0) hidden = false;
      return !before && !hidden;
    });
  }

  /** The range without the empty lines around it. */
  function trimmed(text, start, end) {
    const part = text.slice(start, end);
    const from = /^(?:[ \t]*\r?\n)*/.exec(part)[0].length;
    const size = part.trimEnd().length;
    return size > from ? { start: start + from, end: start + size } : { start, end: start };
  }

  function head(text) {
    const open = /^\ufeff?---[ \t]*(?:\r?\n|$)/.exec(text);
    if (!open) return { start: 0, end: 0, next: 0, entries: [], isMissing: true };
    const start = open[0].length;
    const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text.slice(start));
    if (!close) return { start: 0, end: 0, next: 0, entries: [], isMissing: true };
    const end = start + close.index;
    return { start, end, next: end + close[0].length, entries: yaml.entries(text, start, end) };
  }

  /** `**May paste:** the rest` and the line of what must stay out, where they end the section. */
  function boundary(form, text, range) {
    const lines = yaml.lines(text, range.start, range.end);
    const found = {};
    let current;
    for (const line of lines) {
      const mark = /^\s*(?:[-*] +)?([*_]{0,2})([^:*_\n]{2,40}?)\s*(?:\1:|:\1)\s*/.exec(line.text);
      const key = mark && Object.keys(form.boundary).find((it) => form.boundary[it].names.includes(fold(mark[2])));
      if (key && !found[key]) {
        current = { line: line.start, start: line.start + mark[0].length, end: line.end };
        found[key] = current;
      } else if (line.text.trim() === "") {
        current = undefined;
      } else if (current) {
        current.end = line.end;
      } else if (Object.keys(found).length > 0) {
        // Something else below: the section is shown in one field.
        return undefined;
      }
    }
    return found.may || found.never ? found : undefined;
  }

  /** The parts of a page, each with its place. */
  function parse(form, text) {
    const front = head(text);
    const lines = yaml.lines(text, front.next, text.length);
    const isText = inText(lines.map((it) => it.text));
    const sections = [];
    const seen = new Set();
    lines.forEach((line, at) => {
      const title = isText[at] && /^ {0,3}##[ \t]+(.*?)[ \t#]*$/.exec(line.text)?.[1];
      if (!title) return;
      if (sections.length > 0) sections.at(-1).end = line.start;
      const name = sectionOf(form, title);
      const key = name && !seen.has(name) ? name : `other:${sections.length}`;
      seen.add(name);
      sections.push({ key, title, start: line.start, textStart: line.next, end: text.length });
    });
    for (const section of sections) section.range = trimmed(text, section.textStart, section.end);
    const intro = trimmed(text, front.next, sections[0]?.start ?? text.length);
    const before = sections.find((it) => it.key === "before");
    if (before) before.boundary = boundary(form, text, before.range);
    return { text, front, sections, intro };
  }

  /** What a page says: of front matter, of sections, above the first of them. */
  function read(form, text) {
    const page = parse(form, text);
    const fields = {};
    const kept = [];
    for (const entry of page.front.entries) {
      const found = yaml.read(text, entry);
      if (found && !Object.hasOwn(fields, entry.key)) fields[entry.key] = found.items ? found.items.map((it) => it.text) : found.text;
      else if (!found) kept.push(entry.key);
    }
    const sections = {};
    const titles = {};
    const words = ({ start, end }) => text.slice(start, end).replace(/\r\n/g, "\n");
    for (const { key, title, range, boundary } of page.sections) {
      titles[key] = title;
      sections[key] = words(range);
      if (!boundary) continue;
      const first = Math.min(...Object.values(boundary).map((it) => it.line));
      sections[key] = words({ start: range.start, end: first }).trimEnd();
      for (const [name, place] of Object.entries(boundary)) sections[name] = words(place);
    }
    return { fields, kept, sections, titles, intro: words(page.intro) };
  }

  const isSame = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
  const isEmpty = (value) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

  /** The lines of front matter that change. */
  function headEdits(form, page, before, fields) {
    const edits = [];
    const order = form.fields.map((it) => it.name);
    for (const key of order) {
      if (!Object.hasOwn(fields, key) || isSame(fields[key], before[key])) continue;
      const entry = page.front.entries.find((it) => it.key === key);
      if (entry && isEmpty(fields[key])) edits.push({ start: entry.start, end: entry.next, text: "" });
      else if (entry) edits.push(...yaml.edits(page.text, entry, fields[key]));
      else if (!isEmpty(fields[key])) {
        const value = Array.isArray(fields[key]) ? yaml.list(fields[key]) : yaml.write(fields[key]);
        // Behind the last of the keys that come before it.
        const above = page.front.entries.filter((it) => order.includes(it.key) && order.indexOf(it.key) < order.indexOf(key));
        const place = above.length > 0 ? Math.max(...above.map((it) => it.next)) : page.front.start;
        edits.push({ start: place, end: place, text: `${key}: ${value}\n` });
      }
    }
    return edits;
  }

  const line = (form, key, text) => `**${form.boundary[key].name}:** ${text.replace(/\s*\n\s*/g, " ")}`;

  /** The changes of *Before you start*, which has two lines of its own. */
  function beforeEdits(form, section, before, sections) {
    const edits = [];
    const { range, boundary = {} } = section;
    const lines = Object.values(boundary).map((it) => it.line);
    const first = lines.length > 0 ? Math.min(...lines) : range.end;
    if (!isSame(sections.before, before.before)) {
      edits.push({ start: range.start, end: first, text: sections.before + (lines.length > 0 ? "\n\n" : "") });
    }
    for (const key of ["may", "never"]) {
      const text = sections[key] ?? "";
      if (isSame(text, before[key])) continue;
      const place = boundary[key];
      if (place) edits.push({ start: text ? place.start : place.line, end: place.end, text: text.replace(/\s*\n\s*/g, " ") });
      else if (text) edits.push({ start: range.end, end: range.end, text: `\n\n${line(form, key, text)}` });
    }
    return edits;
  }

  /** The text of a section that is not there yet. */
  function newText(form, sections, key) {
    if (key !== "before") return sections[key];
    const lines = ["may", "never"].filter((it) => sections[it]).map((it) => line(form, it, sections[it]));
    return [sections.before, ...lines].filter(Boolean).join("\n\n");
  }

  function sectionEdits(form, page, before, sections) {
    const edits = [];
    for (const section of page.sections) {
      const { key, range } = section;
      if (key === "before" && (sections.before || sections.may || sections.never)) {
        edits.push(...beforeEdits(form, section, before, sections));
      } else if (Object.hasOwn(sections, key) && !isSame(sections[key], before[key])) {
        if (!sections[key]) edits.push({ start: section.start, end: section.end, text: "" });
        else if (range.end > range.start) edits.push({ ...range, text: sections[key] });
        else edits.push({ start: section.textStart, end: section.textStart, text: `\n${sections[key]}\n` });
      }
    }
    for (const key of form.order) {
      const text = newText(form, sections, key);
      if (!text || page.sections.some((it) => it.key === key)) continue;
      const after = form.order.slice(form.order.indexOf(key) + 1);
      const next = page.sections.find((it) => after.includes(it.key));
      const heading = `## ${form.sections[key].heading}\n\n${text}\n`;
      if (next) edits.push({ start: next.start, end: next.start, text: `${heading}\n` });
      else edits.push({ start: page.text.length, end: page.text.length, text: `${/\n$/.test(page.text) ? "" : "\n"}\n${heading}` });
    }
    return edits;
  }

  /** The source with other values in it; `values` has the parts that `read` gives. */
  function compose(form, source, values) {
    const isBare = head(source).isMissing;
    const text = isBare ? `---\n---\n${source.trim() ? `\n${source}` : ""}` : source;
    const page = parse(form, text);
    const before = read(form, text);
    const edits = [...headEdits(form, page, before.fields, values.fields), ...sectionEdits(form, page, before.sections, values.sections)];
    if (!isSame(values.intro, before.intro)) {
      const { start, end } = page.intro;
      edits.push({ start, end, text: end > start ? values.intro : `\n${values.intro}\n` });
    }
    return yaml.apply(text, edits);
  }

  /** The id that a writer means, who may know the name only. */
  function idOf(pages = [], typed) {
    const text = typed.replace(/\s+/g, " ").trim();
    const isName = (it) => fold(it.title) === fold(text);
    const isOther = (it) => it.aliases?.some((other) => fold(other) === fold(text));
    return (pages.find((it) => it.id === text) ?? pages.find(isName) ?? pages.find(isOther))?.id ?? text;
  }

  /** Names as they are compared: of sections, of the lines about pasting, of fields. */
  function prepare(data) {
    const form = data.workflow;
    form.names = {};
    for (const [key, { names }] of Object.entries(form.sections)) for (const name of names) form.names[fold(name)] = key;
    for (const line of Object.values(form.boundary)) line.names = line.names.map(fold);
    form.field_names = {};
    for (const { name, names } of form.fields) {
      for (const other of names.map(fold)) Object.assign(form.field_names, { [other]: name, [other.replace(/[sn]$/, "")]: name });
    }
    form.pages = data.names;
    form.said = data.said;
    // A path has no sections of a contract.
    Object.assign(data.path, { names: {}, articles: [], order: [], sections: {}, boundary: {} });
    return data;
  }

  return { prepare, fold, idOf, sectionOf, parse, read, compose, inText };
})();

// The source of a path: its checkpoints as ranges of the text, read and put in
// one by one, so that one item that is swapped leaves all other bytes as they were.
"use strict";

const playbookFormPath = (() => {
  const yaml = playbookFormYaml;
  const pages = playbookFormDocument;

  /** The checkpoints of a page, each with its place and its keys. */
  function checkpoints(page) {
    const entry = page.front.entries.find((it) => it.key === "checkpoints");
    if (!entry) return { list: [] };
    const { text } = page;
    const lines = yaml.lines(text, text.indexOf("\n", entry.start) + 1 || entry.next, entry.next);
    const dash = /^( *)- +/.exec(lines.find((it) => /^\s*-/.test(it.text))?.text ?? "");
    if (!dash) return { entry, list: [] };
    const list = [];
    for (const line of lines) {
      const isFirst = new RegExp(`^ {${dash[1].length}}- `).test(line.text);
      if (isFirst) list.push({ start: line.start, end: line.next, depth: /^ *- +/.exec(line.text)[0].length });
      else if (list.length > 0) list.at(-1).end = line.next;
    }
    for (const it of list) it.entries = yaml.entries(text, it.start, it.end, it.depth);
    return { entry, list, dash: dash[0] };
  }

  /** What a path says: as of any page, and of each checkpoint. */
  function read(form, text) {
    const values = pages.read(form, text);
    const page = pages.parse(form, text);
    const said = checkpoints(page).list.map(({ entries }, at) => {
      const fields = {};
      for (const entry of entries) {
        const found = yaml.read(text, entry);
        if (found) fields[entry.key] = found.items ? found.items.map((it) => it.text) : found.text;
      }
      return { at, fields };
    });
    // Shown by themselves, below.
    return { ...values, kept: values.kept.filter((it) => it !== "checkpoints" || said.some((one) => Object.keys(one.fields).length === 0)), checkpoints: said };
  }

  const isEmpty = (value) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  const written = (value) => (Array.isArray(value) ? yaml.list(value) : yaml.write(value));

  function lineOf(form, fields, lead, pad) {
    const keys = form.checkpoint.map((it) => it.name).filter((key) => !isEmpty(fields[key]));
    return keys.map((key, at) => `${at === 0 ? lead : pad}${key}: ${written(fields[key])}\n`).join("");
  }

  function changed(form, page, place, fields, before) {
    const edits = [];
    const last = place.entries.at(-1)?.next ?? place.end;
    for (const { name } of form.checkpoint) {
      if (!Object.hasOwn(fields, name) || JSON.stringify(fields[name] ?? "") === JSON.stringify(before[name] ?? "")) continue;
      const entry = place.entries.find((it) => it.key === name);
      const isFirst = entry === place.entries[0];
      // The first key bears the dash of its list.
      if (entry && isEmpty(fields[name]) && !isFirst) edits.push({ start: entry.start, end: entry.next, text: "" });
      else if (entry) edits.push(...yaml.edits(page.text, entry, fields[name]));
      else if (!isEmpty(fields[name])) edits.push({ start: last, end: last, text: `${" ".repeat(place.depth)}${name}: ${written(fields[name])}\n` });
    }
    return edits;
  }

  /** The source with other values in it; `values` has the parts that `read` gives. */
  function compose(form, source, values) {
    const text = pages.compose(form, source, values);
    const page = pages.parse(form, text);
    const { entry, list, dash = "  - " } = checkpoints(page);
    const before = read(form, text).checkpoints;
    const edits = [];
    list.forEach((place, at) => {
      const kept = values.checkpoints.find((it) => it.at === at);
      if (!kept) edits.push({ start: place.start, end: place.end, text: "" });
      else edits.push(...changed(form, page, place, kept.fields, before[at].fields));
    });
    const added = values.checkpoints.filter((it) => it.at === undefined);
    const words = added.map((it) => lineOf(form, it.fields, dash, " ".repeat(dash.length))).join("");
    if (words) {
      const place = list.at(-1)?.end ?? entry?.next ?? page.front.end;
      if (entry && list.length === 0) edits.push({ start: entry.start, end: entry.next, text: `checkpoints:\n${words}` });
      else edits.push({ start: place, end: place, text: entry ? words : `checkpoints:\n${words}` });
    }
    return yaml.apply(text, edits);
  }

  return { read, compose };
})();

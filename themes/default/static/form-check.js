// What `check` says of one page, as far as a browser can know it: dates, names, lengths,
// tools that may not be used, jobs, blanks of a prompt. Values of the form enter,
// messages leave, each with the field that it is about. Every sentence comes with the
// data of the form; a test holds both against `check`.
"use strict";

const playbookFormCheck = (() => {
  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
  const texts = (value) => (Array.isArray(value) ? value : value ? [value] : []);
  const two = (number) => String(number).padStart(2, "0");

  /** A day that is there, as `2026-11-24`. */
  function day(year, month, date) {
    const [y, m, d] = [year, month, date].map(Number);
    const made = new Date(Date.UTC(y, m - 1, d));
    const isThere = y >= 2000 && y <= 2100 && made.getUTCMonth() === m - 1 && made.getUTCDate() === d;
    return isThere ? `${y}-${two(m)}-${two(d)}` : undefined;
  }

  function month(said, word) {
    const name = word.replace(/\.$/, "").toLowerCase();
    if (name.length < 3) return 0;
    const found = said.months.map((months) => months.findIndex((it) => it.toLowerCase().startsWith(name))).find((it) => it >= 0);
    return (found ?? -1) + 1;
  }

  /** The days that a text can be: one, or two where day and month may change places. */
  function days(said, typed) {
    const text = typed.trim().replace(/[T ][\d:.+Z-]*:[\d:.+Z-]*$/, "").replace(/(\d)\. (?=\d)/g, "$1.");
    const first = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
    if (first) return [day(first[1], first[3], first[4])].filter(Boolean);
    const last = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
    if (last) {
      const [, one, sign, other, year] = last;
      const found = [day(year, other, one), ...(sign === "." ? [] : [day(year, one, other)])].filter(Boolean);
      // With full stops the day comes first, if it can.
      return found.length === 0 && sign === "." ? [day(year, one, other)].filter(Boolean) : [...new Set(found)];
    }
    const words = text.replace(/\./g, ". ").split(/[\s,-]+/).filter((it) => it && !/^(on|the|of|am|den|der|vom|\p{L}*day|\p{L}+tag|mittwoch)$/iu.test(it));
    if (words.length !== 3 || !/^\d{4}$/.test(words[2])) return [];
    const [name, number] = month(said, words[0]) ? words : [words[1], words[0]];
    const date = /^(\d{1,2})(\.|st|nd|rd|th)?$/i.exec(number)?.[1];
    return date && month(said, name) ? [day(words[2], month(said, name), date)].filter(Boolean) : [];
  }

  /** A date as it is written, where a text has one reading; otherwise the text. */
  function written(said, text) {
    const found = days(said, text);
    return found.length === 1 ? found[0] : text;
  }

  /** How many letters differ; neighbours that have changed places are one. */
  function distance(one, other) {
    const [a, b] = [[...one], [...other]];
    const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
      rows.push(row);
    }
    return rows[a.length][b.length];
  }

  /** The nearest of some names, of whose letters at most one in `part` differs. */
  function nearest(word, names, part) {
    const length = [...word].length;
    const allowed = Math.max(1, Math.floor(length / part));
    const near = names
      .filter((it) => Math.abs([...it].length - length) <= allowed)
      .map((it) => [distance(word.toLowerCase(), it.toLowerCase()), it])
      .filter(([many]) => many <= allowed);
    return near.sort((one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : 1))[0]?.[1];
  }

  function message(said, at, key, values) {
    const { message: text, label, help } = said.messages[key];
    const fill = (it) => filled(it, values);
    return { at, message: fill(text), label: label && fill(label), help: help.map(fill) };
  }

  function dates(data, fields, today) {
    const { said } = data;
    return data.workflow.fields.filter((it) => it.shape === "date" && fields[it.name]).flatMap(({ name }) => {
      const text = fields[name];
      const found = days(said, text);
      // Numbers may stand alone in a message; what a writer wrote stands in quotes.
      const values = { key: name, found: JSON.stringify(text), date: found[0] };
      if (found.length === 0) return [message(said, name, "date", values)];
      if (found.length > 1) {
        const words = (iso) => `${Number(iso.slice(8))} ${said.months[0][Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
        return [message(said, name, "two_dates", { ...values, first: found[0], second: found[1], first_words: words(found[0]), second_words: words(found[1]) })];
      }
      const form = text === found[0] ? [] : [message(said, name, "date_form", values)];
      const isFuture = name === "verified" && found[0] > today;
      return isFuture ? [...form, message(said, name, "future", { key: name, found: found[0], as_of: today })] : form;
    });
  }

  function lengths({ said }, fields) {
    const { limits } = said;
    const found = [];
    const [title, summary] = [fields.title, fields.summary].map((it) => [...(it ?? "")].length);
    if (title > 0 && title < limits.title_least) found.push(message(said, "title", "short_title", { length: title, title: fields.title }));
    if (title > limits.title_most) found.push(message(said, "title", "long_title", { length: title }));
    if (summary > limits.summary) found.push(message(said, "summary", "long_summary", { length: summary }));
    const roles = texts(fields.roles).filter((it) => it !== "everyone").length;
    if (roles > limits.roles) found.push(message(said, "roles", "many_roles", { count: roles }));
    return found;
  }

  const find = (pages, name) => pages.find((it) => it.id === name);

  /** The first reason for which a page may not be used, or has to be run again. */
  function tools({ said, names, workflow }, fields) {
    const known = texts(fields.tools).map((it) => find(names.tools, it)).filter(Boolean);
    const ladder = workflow.fields.find((it) => it.name === "data")?.choices.map(([rung]) => rung) ?? [];
    const rung = ladder.indexOf(fields.data);
    const tell = (at, key, tool, more = {}) => message(said, at, tool.instead ? `${key}_instead` : key, { tool: tool.id, instead: tool.instead, ...more });
    const found = known.filter((it) => it.status === "retired").map((it) => tell("tools", "retired", it));
    const banned = known.find((it) => it.status === "not-approved");
    const low = known.find((it) => it.data_max && rung > ladder.indexOf(it.data_max));
    if (banned) found.unshift(tell("tools", "banned", banned));
    else if (low) found.unshift(tell("data", "too_delicate", low, { data: fields.data, most: low.data_max }));
    return found;
  }

  /** Names for which there is no page: those that are left out, and the owner's. */
  function names(data, fields) {
    const { said } = data;
    const found = ["roles", "builds_on", "next"].flatMap((name) => {
      const folder = data.workflow.fields.find((it) => it.name === name)?.of;
      const pages = data.names[folder] ?? [];
      const ids = pages.map((it) => it.id);
      const unknown = texts(fields[name]).filter((it) => !ids.includes(it) && it !== "everyone");
      return unknown.map((word) => {
        const near = nearest(word, ids, 3);
        const listed = ids.slice(0, 12).join(", ") + (ids.length > 12 ? ", ..." : "");
        return message(said, name, near ? "unknown_near" : "unknown", { word, near, folder, noun: said.nouns[folder], known: listed });
      });
    });
    const owner = fields.owner && find(data.names.people, fields.owner);
    if (owner?.has_left) found.push(message(said, "owner", "left", { owner: owner.id }));
    return found;
  }

  const jobKey = (job) => job.split(/\s+/).filter(Boolean).join(" ").toLowerCase();

  function job({ said, names: { roles } }, fields) {
    const key = jobKey(fields.job ?? "");
    const jobs = new Map();
    for (const role of roles) for (const it of role.jobs ?? []) if (!jobs.has(jobKey(it))) jobs.set(jobKey(it), { near: it, role: role.title });
    if (!key || jobs.has(key)) return [];
    const near = nearest(key, [...jobs.keys()], 5);
    return near ? [message(said, "job", "job", { job: fields.job, ...jobs.get(near) })] : [];
  }

  /** Blanks of the first prompt, and what is said of them in the list below it. */
  function blanks({ said }, text = "") {
    const found = [];
    for (const [, , prompt, list] of text.matchAll(/^(`{3,}|~{3,}) *prompt[^\n]*\n([\s\S]*?)\n\1[ \t]*\n?((?:\s*\n|[-*+] [^\n]*(?:\n|$))*)/gm)) {
      const used = new Set([...prompt.matchAll(/\{\{\s*([\p{L}_][\p{L}\p{N}_]*)[^{}]*\}\}/gu)].map((it) => it[1]));
      const described = new Set([...list.matchAll(/^[-*+] +[`*{]*([\p{L}_][\p{L}\p{N}_]*)[`*}]*\s*:/gmu)].map((it) => it[1]));
      for (const name of used) if (!described.has(name)) found.push(message(said, "prompt", "blank", { name }));
    }
    return found;
  }

  /** What `check` says of a page besides the parts that are missing. */
  function problems(data, { fields, sections }, today) {
    return [dates(data, fields, today), lengths(data, fields), tools(data, fields), names(data, fields), job(data, fields), blanks(data, sections.prompt)].flat();
  }

  /** Names of tools and of an owner that have no page: they count as parts that are missing. */
  function parts({ said, names: { tools: all, people } }, fields) {
    const unknown = (part, at, word, pages) => {
      const near = nearest(word, pages.map((it) => it.id), 3);
      const { name, help } = said.parts[near ? `${part}_near` : part];
      return { at, name: filled(name, { word }), help: filled(help, { word, near }) };
    };
    const found = texts(fields.tools).filter((it) => !find(all, it)).map((it) => unknown("tool", "tools", it, all));
    const isUnknown = fields.owner && !find(people, fields.owner) && !said.has_hidden_people;
    return isUnknown ? [...found, unknown("owner", "owner", fields.owner, people)] : found;
  }

  return { problems, parts, written, days };
})();

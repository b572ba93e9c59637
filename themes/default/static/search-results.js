// What the dialog and the search page show alike: results, and what to say when
// there are none. Text of pages and of readers only ever becomes text nodes.
"use strict";

playbook.searchResults = (() => {
  const { word, element, button, today, root } = playbook;
  const { opened } = playbook.searchHistory;
  const { ask } = playbookSearchLoader;
  const facetIds = ["role", "layer", "tool", "data", "status"];

  /** Results that a whole page shows at a time. */
  const step = 10;

  /** An answer with the engine that gave it, and names for its values. */
  function find(text, filters, options) {
    return ask(async (engine) => {
      const core = await engine.core();
      const result = await engine.search(text, filters, options);
      return { engine, result, text, filters, name: names(core) };
    });
  }

  /** Names of values by facet and id. */
  function names(core) {
    const tables = new Map(core.facets.map(({ id, values }) => [id, new Map(values)]));
    return (facet, id) => tables.get(facet)?.get(id) ?? id;
  }

  /** So many results from `from` on, each with its record, in the order of the answer. */
  async function records({ engine, result }, from, many = step) {
    const numbers = result.pages.slice(from, from + many);
    return Promise.all(numbers.map(async (number, at) => ({ record: await engine.record(number), place: from + at })));
  }

  /** Text in which some stretches are marked. */
  function marked(text, ranges) {
    const parts = document.createDocumentFragment();
    let at = 0;
    for (const [start, end] of ranges ?? []) {
      parts.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    parts.append(text.slice(at));
    return parts;
  }

  const address = (record, anchor) => {
    const path = record.url.split("/").map(encodeURIComponent).join("/");
    return new URL(path + (anchor ? `#${encodeURIComponent(anchor)}` : ""), root).href;
  };

  function date(iso) {
    const day = new Date(`${iso}T12:00:00`);
    return Number.isNaN(day.getTime()) ? iso : day.toLocaleDateString(document.documentElement.lang, { dateStyle: "medium" });
  }

  /** Layer or kind, status, freshness, roles. */
  function facts(record, name) {
    const line = element("p", "facts");
    const add = (text, classes = "") => line.append(element("span", classes, text), " ");
    if (record.kind !== "workflow") add(word(`js-kind-${record.kind}`), "of-kind");
    if (record.layer && record.kind !== "layer") {
      const layer = element("span", "layer");
      layer.append(element("span", "mark"), name("layer", record.layer));
      const place = element("span");
      place.append(layer);
      line.append(place, " ");
    }
    if (record.status) add(name("status", record.status), /stopped|retired/.test(record.status) ? "warning-text" : "");
    if (record.due && record.due < today()) add(word("js-search-due"), "warning-text");
    else if (record.verified) add(word("js-search-run", { date: date(record.verified) }));
    const roles = (record.roles ?? []).map((role) => name("role", role));
    if (roles.length && !["role", "person"].includes(record.kind)) add(roles.join(", "));
    return line;
  }

  /** A result: a link to its page, and up to three to parts of it. */
  function hit(answer, record) {
    const { engine, result, text, name } = answer;
    const remember = (link) => link.addEventListener("click", () => opened(record, text, result));
    const link = element("a", `hit entry ${record.layer ?? ""} is-${record.status ?? "page"}`);
    link.href = address(record);
    const title = element("b", "page-link");
    title.append(marked(record.title, engine.marks(record.title, result)));
    const best = engine.excerpt(record, result);
    const excerpt = element("p");
    if (best?.text) excerpt.append(marked(best.text, best.marks));
    else excerpt.append(marked(record.summary, engine.marks(record.summary, result)));
    link.append(title, excerpt, facts(record, name));
    remember(link);
    const places = engine.places(record, result).map((place) => {
      const part = element("a", "place");
      part.href = address(record, place.anchor);
      part.append(marked(place.heading, engine.marks(place.heading, result)));
      remember(part);
      return part;
    });
    return { link, places };
  }

  /** The heading that a result comes under, where there are two groups. */
  function group({ result }, place) {
    const { whole, pages } = result;
    if (whole === pages.length || whole === 0) return undefined;
    return word(place < whole ? "js-search-whole" : "js-search-some");
  }

  function count({ result, text }) {
    const { length } = result.pages;
    if (length === 0) return word(text.trim() ? "js-search-none" : "js-search-none-filters", { query: shown(text) });
    return length === 1 ? word("js-search-one") : word("js-search-pages", { n: length.toLocaleString(document.documentElement.lang) });
  }

  /** What was typed, but never a page of it. */
  const shown = (text) => (text.trim().length > 60 ? `${text.trim().slice(0, 60)}…` : text.trim());

  /** How words were read that are on no page as they were typed. */
  function readings({ result, text }) {
    const read = { typo: "typo", beginning: "typo", joined: "split", split: "split", none: "unknown" };
    const unsaid = result.pages.length > 0 || result.words.length > 1;
    const words = text.trim() ? result.words.filter(({ how }) => read[how] && (how !== "none" || unsaid)) : [];
    return words.slice(0, 5).map(({ typed, how, found }) => {
      const listed = found.slice(0, 4).join(", ");
      return element("p", "", word(`js-search-${read[how]}`, { typed: shown(typed), found: listed }));
    });
  }

  function fill(title, text) {
    const { contact } = playbook.search;
    const put = { "{title}": title, "{text}": text };
    return contact?.replace(/\{title\}|\{text\}/g, (blank) => encodeURIComponent(put[blank]));
  }

  /** A link that writes to whoever keeps up the playbook. */
  function letter(label, title, text) {
    const href = fill(title, text);
    if (!href || /^\s*(javascript|data|vbscript):/i.test(href)) return undefined;
    const link = element("a", "", label);
    link.href = href;
    return link;
  }

  const chosen = (filters) => facetIds.flatMap((id) => (filters?.[id] ?? []).map((value) => ({ id, value })));

  /**
   * What to do when nothing was found: leave out a filter, take a near word,
   * ask for the page. `change(text, filters)` searches anew.
   */
  async function nothing(answer, change) {
    const { engine, result, text, filters, name } = answer;
    const lines = [];
    const line = (label, parts) => {
      if (!parts.length) return;
      const made = element("p", "ways-on");
      if (label) made.append(`${label} `);
      for (const part of parts) made.append(part, " ");
      lines.push(made);
    };
    const drop = async (fewer, label, names = {}) => {
      const { pages } = await engine.search(text, fewer);
      const n = pages.length;
      return n ? [button(word(label, { ...names, n }), "toggle", () => change(text, fewer))] : [];
    };
    const given = chosen(filters);
    const without = given.slice(0, 6).map(({ id, value }) => {
      const fewer = { ...filters, [id]: filters[id].filter((it) => it !== value) };
      return drop(fewer, "js-search-drop", { filter: name(id, value) });
    });
    line("", (await Promise.all(without)).flat());
    if (given.length > 1 && !lines.length) line("", await drop({}, "js-search-drop-all"));
    const near = result.near.slice(0, 5);
    line(word("js-search-near"), near.map((near) => button(near, "toggle", () => change(near, filters))));
    const query = shown(text);
    if (query) {
      const wish = letter(word("js-search-ask"), word("js-search-ask-title", { query }), word("js-search-ask-text", { query, page: location }));
      const write = Object.assign(element("a", "", word("js-search-write")), { href: `${root}contribute.html` });
      line("", [write, wish ?? ""]);
    }
    return lines;
  }

  /** A fault as a sentence, with a way out of it. */
  function fault(error) {
    const reason = error.kind ? `file-${error.kind}` : "failed";
    const said = element("p", "fault");
    said.append(element("b", "warning-text", word(`js-search-${reason}`)), " ");
    said.append(button(word("js-search-reload"), "toggle", () => location.reload()));
    if (!error.kind) console.error(error);
    return said;
  }

  return { find, records, address, hit, group, count, readings, nothing, fault, letter, chosen, facetIds };
})();

// Searches the index: what was typed enters, pages in their order leave. Knows
// neither the page that it runs in nor how files are loaded, and takes the steps
// of the generator's `search/query`: tests hold the two to the same answers.
"use strict";

Object.assign(playbookSearchEngine, (() => {
  const LETTERS = 200,
    WORDS = 16,
    FEW = 4,
    READ = 20,
    NAMED = 1280,
    ONE = 1024,
    BLOCK = 128;
  const div = (number, by) => Math.floor(number / by);

  function typedOf(text, core) {
    const { compounds, plain } = playbookSearchEngine;
    const read = [...text].slice(0, LETTERS).join("");
    const quoted = read.split(/["\u201c\u201d\u201e]/).filter((_, at) => at % 2);
    const phrases = quoted.map((it) => plain(it, core.spellings)).filter((it) => it.includes(" "));
    return {
      compounds: compounds(read, core.spellings).slice(0, WORDS),
      phrases,
      plain: plain(read, core.spellings),
    };
  }

  const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : []);

  /** What a table says of runs of up to three words, those that `at` belongs to or all. */
  function saidOf(table, words, at) {
    const found = new Set();
    for (let length = 1; length <= 3; length += 1) {
      for (let start = 0; start + length <= words.length; start += 1) {
        if (at < start || at >= start + length) continue;
        for (const it of own(table, words.slice(start, start + length).join(" "))) found.add(it);
      }
    }
    return [...found];
  }

  /** Pages that all of the query or a run of its words names. */
  function namedBy(typed, { names }) {
    return { all: own(names, typed.plain), some: saidOf(names, typed.plain.split(" ")) };
  }

  /** The words that are looked for. Those that say nothing only when there are no others. */
  async function meantBy(shelf, typed, last) {
    const { core } = shelf;
    const all = [];
    for (const { whole, parts } of typed.compounds) {
      if (whole && (await shelf.exact(whole))) all.push(whole);
      else all.push(...parts);
    }
    const any = all.some((word) => !core.stop.includes(word));
    const found = [];
    for (const [at, word] of all.entries()) {
      const isLast = last && at + 1 === all.length;
      const isStop = any && core.stop.includes(word);
      if (isStop && !isLast) continue;
      const joined = [];
      if (at > 0) joined.push(all[at - 1] + word);
      if (at + 1 < all.length) joined.push(word + all[at + 1]);
      const synonyms = saidOf(core.synonyms, all, at).sort();
      const meant = await playbookSearchEngine.find(shelf, { word, isLast, isStop, joined, synonyms });
      found.push(...meant.map((it) => ({ typed: word, ...it })));
    }
    return found;
  }

  /** What a page has in a column. */
  function valuesIn(column, page) {
    column.numbers ??= playbookSearchEngine.numbers(column.of);
    return column.sets[column.numbers[page]] ?? [];
  }

  /**
   * What is chosen of each facet, and what pages have of it. Without `columns`,
   * which only narrowing needs, nothing is chosen and nothing counted.
   */
  function narrowed(core, columns, filters) {
    const valuesOf = (page, facet) => valuesIn(columns[facet], page);
    const chosen = core.facets.map(({ id, values }) => {
      const ids = filters[id] ?? [];
      const numbers = values.flatMap(([value], number) => (ids.includes(value) ? [number] : []));
      return { given: ids.length > 0, ids, numbers };
    });
    const admits = (page, except = -1) =>
      chosen.every(({ given, numbers }, facet) =>
        !given || facet === except || valuesOf(page, facet).some((it) => numbers.includes(it)));
    const counts = (pages) =>
      (columns ? core.facets : []).map(({ id, values }, facet) => {
        const count = values.map(() => 0);
        for (const page of pages) {
          if (admits(page, facet)) for (const it of valuesOf(page, facet)) count[it] += 1;
        }
        const { ids } = chosen[facet];
        return {
          id,
          values: values.map(([value, name], at) => (
            { id: value, name, count: count[at], chosen: ids.includes(value) })),
        };
      });
    const factor = (page) => {
      const status = core.statuses[valuesIn(core.status, page)[0]] ?? ONE;
      const kind = core.kinds[valuesIn(core.kind, page)[0]]?.[1] ?? ONE;
      return div(status * kind, ONE);
    };
    const age = (page) => playbookSearchEngine.digitAt(core.ages, page, 63);
    return { admits, counts, factor, age };
  }

  /** Without a word, everything that the facets admit, what can be relied on first. */
  function everything(core, narrow, text, given) {
    const all = Array.from({ length: core.pages }, (_, page) => page);
    const pages = text.trim() || !given ? [] : all.filter((page) => narrow.admits(page));
    pages.sort((a, b) =>
      narrow.factor(b) - narrow.factor(a) || narrow.age(a) - narrow.age(b) || a - b);
    const scores = pages.map(narrow.factor);
    return { words: [], pages, scores, whole: pages.length, facets: narrow.counts(all), near: [] };
  }

  /** A retired page never stands above the one to use instead. */
  function putReplacementsFirst(core, narrow, worth) {
    for (const [old, instead] of core.replaced) {
      const place = worth.findIndex((it) => it.page === old);
      if (place < 0) continue;
      const later = worth.findIndex((it) => it.page === instead);
      if (later > place) worth.splice(place, 0, ...worth.splice(later, 1));
      else if (later < 0 && narrow.admits(instead)) {
        worth.splice(place, 0, { ...worth[place], page: instead });
      }
    }
  }

  function create(load) {
    const engine = playbookSearchEngine;
    const kept = engine.keeper();
    let shelf;

    /** What is known before the query. */
    const core = () => kept("core", () => load("core", "", ""));

    /** What is shown of a page. */
    function record(page) {
      return kept(page, async () => {
        const known = await core();
        const block = div(page, BLOCK);
        const names = await kept(`pages ${block}`, () =>
          load("pages", String(block), known.addresses[block]));
        return load("records", names.split("\n")[page % BLOCK], known.version);
      });
    }

    /** Pages that say the phrases in these words, of the best; how many they are. */
    async function putPhrasesFirst(known, typed, worth) {
      const best = worth.splice(0, READ);
      const said = await Promise.all(best.map(async ({ page }) => {
        const { title, summary, passages } = await record(page);
        const texts = [title, summary, ...passages.flatMap(([, heading, text]) => [heading, text])]
          .map((text) => ` ${engine.plain(text, known.spellings)} `);
        return typed.phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase} `)));
      }));
      const yes = best.filter((_, at) => said[at]);
      worth.unshift(...yes, ...best.filter((_, at) => !said[at]));
      return yes.length;
    }

    /** Searches; `last`: the last word may be unfinished; `facets`: count them. */
    async function search(text, filters = {}, { last = false, facets = true } = {}) {
      const known = await core();
      shelf ??= engine.shelf(known, load);
      const typed = typedOf(text, known);
      const given = Object.values(filters).some((ids) => ids.length);
      const columns = facets || given ? await kept("facets", () => load("facets", "", known.values)) : null;
      const narrow = narrowed(known, columns, filters);
      const words = await meantBy(shelf, typed, last);
      if (!words.length) return everything(known, narrow, text, given);
      const scored = words.filter((it) => it.how !== "none").map((it) => engine.ofWord(it, known));
      const named = namedBy(typed, known);
      let worth = engine.ofPages(scored, known);
      for (const page of named.all) {
        if (!worth.some((it) => it.page === page)) worth.push({ page, score: 1, words: scored.length });
      }
      for (const it of worth) {
        const weighed = div(it.score * narrow.factor(it.page), ONE);
        it.score = div(weighed * (named.some.includes(it.page) ? NAMED : ONE), ONE);
      }
      const matched = worth.map((it) => it.page);
      worth = worth.filter((it) => narrow.admits(it.page));
      const hasAll = (it) => scored.length <= FEW && it.words === scored.length;
      const isNamed = (it) => named.all.includes(it.page);
      worth.sort((a, b) =>
        isNamed(b) - isNamed(a) || hasAll(b) - hasAll(a) || b.score - a.score
        || narrow.age(a.page) - narrow.age(b.page) || a.page - b.page);
      putReplacementsFirst(known, narrow, worth);
      const isComplete = scored.length === words.length;
      let whole = worth.filter((it) => isComplete && it.words === scored.length).length;
      if (scored.length > FEW || scored.length === 1) whole = worth.length;
      if (typed.phrases.length) whole = await putPhrasesFirst(known, typed, worth);
      const missing = worth.length ? [] : words.filter((it) => it.how === "none");
      const near = await Promise.all(missing.map((it) => engine.suggestions(shelf, it.typed)));
      return {
        words: words.map(({ typed: word, how, found, lines }) => ({
          typed: word, how, found, forms: lines.flatMap(([line]) => line.words) })),
        pages: worth.map((it) => it.page),
        scores: worth.map((it) => it.score),
        whole,
        facets: narrow.counts(matched),
        near: near.flat(),
      };
    }

    return { ...engine, core, record, search };
  }

  return { create };
})());

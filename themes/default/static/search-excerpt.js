// What a result shows of a page: where its text has the words of the query.
"use strict";

Object.assign(playbookSearchEngine, (() => {
  const LENGTH = 160,
    BEFORE = 50,
    PLACES = 3;

  const formsOf = (result) =>
    (result.forms ??= new Set(result.words.flatMap((word) => [word.typed, ...word.found, ...word.forms])));

  /** Start and end of what is to be marked in a text. */
  function marks(text, result) {
    const forms = formsOf(result);
    const found = [];
    for (const { whole, parts, start, end } of playbookSearchEngine.compounds(text, [])) {
      if ((whole && forms.has(whole)) || parts.some((part) => forms.has(part))) found.push([start, end]);
    }
    return found;
  }

  /** How many different words of the query a text has, then how many at all. */
  function weight(text, result) {
    const found = marks(text, result).map(([start, end]) => text.slice(start, end).toLowerCase());
    return new Set(found).size * 100 + Math.min(found.length, 99);
  }

  /** The run of a text with the most marks in it. */
  function around(text, all) {
    let best = 0;
    let most = 0;
    for (const [start] of all) {
      const many = all.filter(([from, to]) => from >= start && to <= start + LENGTH - BEFORE).length;
      if (many > most) [best, most] = [start, many];
    }
    let from = Math.max(0, best - BEFORE);
    if (text.length - from < LENGTH) from = Math.max(0, text.length - LENGTH);
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    return [from, to];
  }

  /** The passage that says most of the query, as one short text; none when none does. */
  function excerpt(record, result) {
    let best = null;
    let most = 0;
    for (const [anchor, heading, text] of record.passages) {
      const heavy = weight(text, result);
      if (heavy > most) [best, most] = [{ anchor, heading, text }, heavy];
    }
    if (!best) return null;
    const all = marks(best.text, result);
    const [from, to] = around(best.text, all);
    const shown = `${from > 0 ? "… " : ""}${best.text.slice(from, to)}${to < best.text.length ? " …" : ""}`;
    return { anchor: best.anchor, heading: best.heading, text: shown, marks: marks(shown, result) };
  }

  /** Up to three places of the page that have words of the query. */
  function places(record, result) {
    return record.passages
      .map(([anchor, heading, text]) => (
        { anchor, heading, weight: weight(heading, result) * 2 + weight(text, result) }))
      .filter((place) => place.anchor && place.heading && place.weight)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, PLACES);
  }

  return { marks, excerpt, places };
})());

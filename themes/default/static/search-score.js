// What a page is worth for a query, in whole numbers: BM25 over all its words,
// and over title, headings and summary as far as they have the query. The
// generator's `search/query/score.rs` comes to the same digit.
"use strict";

Object.assign(playbookSearchEngine, (() => {
  const FULL = 1024;
  // k1 x b of a text and of a title, in thousandths.
  const LONG = 900,
    LONG_TITLE = 600;
  const [TITLE, HEADING, SUMMARY] = [1, 2, 4];
  const div = (number, by) => Math.floor(number / by);

  /** The logarithm of a number in parts of 65,536, in parts of 1,024. */
  function log2(number) {
    let mantissa = Math.max(number, 65536);
    let log = 0;
    while (mantissa >= 131072) {
      mantissa = div(mantissa, 2);
      log += 1024;
    }
    for (let bit = 512; bit >= 1; bit /= 2) {
      mantissa = div(mantissa * mantissa, 65536);
      if (mantissa >= 131072) {
        mantissa = div(mantissa, 2);
        log += bit;
      }
    }
    return log;
  }

  /** How rare a word is. */
  const idf = (pages, having) => Math.max(16, log2(div((2 * pages + 2) * 65536, 2 * having + 1)));

  /** Adds up where a word stands: the best weight for each place. */
  function ofWord(meant, core) {
    const hits = new Map();
    for (const [line, weight] of meant.lines) {
      for (const { page, count, flags } of line.postings) {
        let hit = hits.get(page);
        if (!hit) hits.set(page, (hit = { text: 0, count: 0, title: 0, heading: 0, summary: 0 }));
        if (weight > hit.text || (weight === hit.text && count > hit.count)) {
          hit.text = weight;
          hit.count = count;
        }
        if (flags & TITLE) hit.title = Math.max(hit.title, weight);
        if (flags & HEADING) hit.heading = Math.max(hit.heading, weight);
        if (flags & SUMMARY) hit.summary = Math.max(hit.summary, weight);
      }
    }
    return { idf: idf(core.pages, hits.size), hits };
  }

  /** The least length of a class. */
  const lengthOf = (kind) => div((4 + (kind & 3)) * 2 ** (kind >> 2), 4);

  /** What a count is divided by, in thousandths; `mean` is in sixteenths. */
  const damped = (count, length, mean, long) =>
    1000 * count + (1200 - long) + div(long * length * 16, Math.max(1, mean));

  const digitAt = (text, page, otherwise) =>
    page < text.length ? playbookSearchEngine.value(text[page]) : otherwise;

  function add(sums, idf, hit, page, core) {
    const length = lengthOf(digitAt(core.lengths, page, 0));
    const titleLength = digitAt(core.title_lengths, page, 1);
    sums.words += 1;
    const counted = div(idf * hit.count * 2200, damped(hit.count, length, core.mean, LONG));
    sums.text += div(counted * hit.text, FULL);
    sums.all += div(idf * hit.text, FULL);
    if (hit.title) {
      const part = div(idf * 2200, damped(1, titleLength, core.mean_title, LONG_TITLE));
      sums.title.score += div(part * hit.title, FULL);
      sums.title.idf += div(idf * hit.title, FULL);
    }
    for (const [part, weight] of [[sums.heading, hit.heading], [sums.summary, hit.summary]]) {
      part.score += div(idf * weight, FULL);
      part.idf += div(idf * weight, FULL);
    }
  }

  function score(sums, total) {
    const squared = (part) => {
      const share = div(part.idf * 1024, total);
      return div(div(part.score * share, 1024) * share, 1024);
    };
    const share = div(sums.all * 1024, total);
    const text = div(sums.text * (512 + div(share, 2)), 1024);
    return text + 2 * squared(sums.title) + squared(sums.heading) + squared(sums.summary);
  }

  /** Every page that has any of the words: page, score, how many it has. */
  function ofPages(words, core) {
    const total = Math.max(1, words.reduce((sum, word) => sum + word.idf, 0));
    const part = () => ({ score: 0, idf: 0 });
    const pages = new Map();
    for (const word of words) {
      for (const [page, hit] of word.hits) {
        let sums = pages.get(page);
        if (!sums) {
          sums = { text: 0, all: 0, title: part(), heading: part(), summary: part(), words: 0 };
          pages.set(page, sums);
        }
        add(sums, word.idf, hit, page, core);
      }
    }
    return [...pages].map(([page, sums]) => ({ page, score: score(sums, total), words: sums.words }));
  }

  return { ofWord, ofPages, digitAt };
})());

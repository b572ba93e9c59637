// How a typed word is found: as it is, by its beginning, with a typo mended, cut
// in two, or at least by its first letters. The first that gives anything is
// taken, so that nothing is guessed where something is known. The generator's
// `search/query/lookup.rs` takes the same steps.
"use strict";

var playbookSearchEngine = Object.assign(globalThis.playbookSearchEngine ?? {}, (() => {
  const FULL = 1024;
  const BEGINNING_ALONE = 820;
  const BEGINNING_BESIDE = 420;
  const JOINED = 920;
  const SYNONYM = 640;
  const ONE_TYPO = 800;
  const TWO_TYPOS = 560;
  const SAME_START = 400;
  const LINES = 24;
  const MENDED = 3;
  const SHORTEST_TYPO = 4;
  const SHORTEST_TWO = 8;
  const SHORTEST_HALF = 3;
  const SAME_LETTERS = 4;
  const FILES = 4;

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
  const value = (digit) => VALUES.get(digit) ?? 0;

  /** Numbers in base 64, five bits to a letter. */
  function numbers(text) {
    const found = [];
    let number = 0;
    let scale = 1;
    for (const letter of text) {
      const digit = value(letter);
      number += (digit & 31) * scale;
      scale *= 32;
      if (digit < 32) {
        found.push(number);
        number = 0;
        scale = 1;
      }
    }
    return found;
  }

  /** Pages with a word: number, count, and flags for title, heading, summary. */
  function postings(line) {
    if (!line.postings) {
      const said = numbers(line.text);
      line.postings = [];
      let next = 0;
      for (let at = 0; at < said.length; at += 1) {
        const page = next + (said[at] >> 1);
        // Most words stand once on a page, in its text.
        const more = said[at] & 1 ? said[(at += 1)] : 8;
        line.postings.push({ page, count: more >> 3, flags: more & 7 });
        next = page + 1;
      }
    }
    return line.postings;
  }

  /** What the words of a file begin with: other scripts by blocks of 128. */
  function bucket(word) {
    const first = word.codePointAt(0);
    return first < 128 ? word[0] : `*${(first >> 7).toString(16)}*`;
  }

  const keyOf = (word) => (word.codePointAt(0) < 128 ? word : bucket(word) + word);

  /** Where a file of the index lies in its folder. Letters and digits are themselves. */
  function path(what, name) {
    if (what === "core" || what === "facets") return `${what}.js`;
    if (what === "pages" || what === "records") return `${what}/${name}.js`;
    const letter = (it) => (/[a-z0-9]/.test(it) ? it : `_${it.codePointAt(0).toString(16)}`);
    return `${what}/w-${Array.from(name, letter).join("")}.js`;
  }

  /** Text in the order of its code points, as the generator sorts. */
  function compare(one, other) {
    const [a, b] = [[...one], [...other]];
    for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
      if (a[at] !== b[at]) return a[at].codePointAt(0) - b[at].codePointAt(0);
    }
    return a.length - b.length;
  }

  /** The files of the index, opened as they are needed. */
  function shelf(core, load) {
    const open = new Map();
    const files = Object.keys(core.files);

    function read(text) {
      const lines = [];
      const byWord = new Map();
      for (const row of text.split("\n")) {
        if (!row) continue;
        const blank = row.indexOf(" ");
        const line = { words: row.slice(0, blank).split(","), text: row.slice(blank + 1) };
        for (const word of line.words) byWord.set(word, line);
        lines.push(line);
      }
      return { lines, byWord };
    }

    function file(what, key, versions) {
      const name = `${what} ${key}`;
      if (!open.has(name)) {
        const reading = load(what, key, versions[key]).then((text) =>
          what === "words" ? read(text) : text.split("\n").filter(Boolean),
        );
        // What failed may work the next time.
        reading.catch(() => open.delete(name));
        open.set(name, reading);
      }
      return open.get(name);
    }

    function keyWith(word) {
      const letters = [...keyOf(word)];
      for (let end = letters.length; end > 0; end -= 1) {
        const key = letters.slice(0, end).join("");
        if (Object.hasOwn(core.files, key)) return key;
      }
      return null;
    }

    async function exact(word) {
      const key = word ? keyWith(word) : null;
      return key === null ? undefined : (await file("words", key, core.files)).byWord.get(word);
    }

    /** Every line with a word that begins so, and that word. */
    async function beginning(prefix) {
      const key = keyOf(prefix);
      const own = keyWith(prefix);
      const below = files.filter((it) => it.startsWith(key) && it !== own);
      const keys = [own, ...below].filter((it) => it !== null).slice(0, FILES);
      const found = [];
      for (const { lines } of await Promise.all(keys.map((it) => file("words", it, core.files)))) {
        for (const line of lines) {
          const word = line.words.find((it) => it.startsWith(prefix));
          if (word !== undefined) found.push([word, line]);
        }
      }
      return found;
    }

    async function vocabulary(key) {
      if (!Object.hasOwn(core.vocabulary, key)) return [];
      const rows = await file("vocabulary", key, core.vocabulary);
      return rows.map((row) => ({ word: row.slice(0, -2), kind: value(row.at(-1)) }));
    }

    return { core, exact, beginning, vocabulary };
  }

  /** Row by row: letters lost, added, changed or swapped with their neighbour. */
  function lastRow(typed, known) {
    let [before, row] = [[], known.map((_, at) => at)];
    row.push(known.length);
    for (let i = 0; i < typed.length; i += 1) {
      const next = [i + 1];
      for (let j = 0; j < known.length; j += 1) {
        const changed = row[j] + (typed[i] === known[j] ? 0 : 1);
        let least = Math.min(changed, row[j + 1] + 1, next[j] + 1);
        if (i > 0 && j > 0 && typed[i - 1] === known[j] && known[j - 1] === typed[i]) {
          least = Math.min(least, before[j - 1] + 1);
        }
        next.push(least);
      }
      [before, row] = [row, next];
    }
    return row;
  }

  function distance(typed, known, most) {
    if (Math.abs(typed.length - known.length) > most) return null;
    const far = lastRow(typed, known).at(-1);
    return far <= most ? far : null;
  }

  function distanceToBeginning(typed, known, most) {
    const far = Math.min(...lastRow(typed, known.slice(0, typed.length + most)));
    return far <= most ? far : null;
  }

  const nearer = (one, other) =>
    one.far - other.far || other.kind - one.kind || compare(one.word, other.word);

  async function within(shelf, key, letters, most, measure) {
    const found = [];
    for (const { word, kind } of await shelf.vocabulary(key)) {
      const known = [...word];
      const far = measure(letters, known, most);
      if (far !== null) found.push({ far: 2 * far + (letters[0] === known[0] ? 0 : 1), kind, word });
    }
    return found;
  }

  /** Words within a typo or two. A wrong first letter is looked for by the second. */
  async function nearest(shelf, word, isLast) {
    const letters = [...word];
    if (letters.length < SHORTEST_TYPO) return [];
    const most = letters.length < SHORTEST_TWO ? 1 : 2;
    let found = await within(shelf, bucket(word), letters, most, distance);
    if (!found.some((it) => it.far < 4)) {
      const keys = [bucket(letters.slice(1).join("")), `-${letters[1]}`, `-${letters[0]}`];
      for (const key of keys.filter((it, at) => it !== keys[at - 1])) {
        found.push(...(await within(shelf, key, letters, most, distance)));
      }
    }
    if (!found.length && isLast) {
      found = await within(shelf, bucket(word), letters, most, distanceToBeginning);
    }
    found.sort(nearer);
    return found.filter((it, at) => it.word !== found[at - 1]?.word);
  }

  /** A word cut in two words that are both known, the first as long as can be. */
  async function split(shelf, word) {
    const letters = [...word];
    for (let end = letters.length - SHORTEST_HALF; end >= SHORTEST_HALF; end -= 1) {
      const left = letters.slice(0, end).join("");
      const leftLine = await shelf.exact(left);
      if (!leftLine) continue;
      const right = letters.slice(end).join("");
      const rightLine = await shelf.exact(right);
      if (!rightLine) continue;
      return [[left, leftLine], [right, rightLine]].map(([half, line]) => ({
        how: "split", found: [half], lines: [[line, FULL]],
      }));
    }
    return null;
  }

  /** Words that share the most first letters, at least four. */
  async function sameStart(shelf, word) {
    const letters = [...word];
    const shared = (known) => {
      const at = [...known].findIndex((letter, place) => letter !== letters[place]);
      return at < 0 ? [...known].length : at;
    };
    const found = (await shelf.vocabulary(bucket(word)))
      .map((it) => ({ ...it, shared: shared(it.word) }))
      .filter((it) => it.shared >= SAME_LETTERS)
      .sort((a, b) => b.shared - a.shared || b.kind - a.kind || compare(a.word, b.word));
    return found.filter((it) => it.shared === found[0].shared).slice(0, MENDED);
  }

  function add(meant, how, word, line, weight) {
    if (meant.how === "none") meant.how = how;
    meant.found.push(word);
    meant.lines.push([line, weight]);
  }

  async function beginnings(shelf, prefix, beside, meant) {
    if (new TextEncoder().encode(prefix).length < 2) return;
    const known = [...meant.found];
    const found = (await shelf.beginning(prefix))
      .filter(([, line]) => !known.some((word) => line.words.includes(word)))
      .map(([word, line]) => ({ word, line, pages: postings(line).length }))
      .sort((a, b) => b.pages - a.pages || compare(a.word, b.word));
    for (const { word, line } of found.slice(0, LINES)) {
      add(meant, "prefix", word, line, beside ? BEGINNING_BESIDE : BEGINNING_ALONE);
    }
  }

  async function mended(shelf, asked) {
    const near = await nearest(shelf, asked.word, asked.isLast);
    const halves = near[0]?.far < 4 ? null : await split(shelf, asked.word);
    if (halves) return halves;
    const meant = { how: "none", found: [], lines: [] };
    for (const { far, word } of near.filter((it) => it.far === near[0].far).slice(0, MENDED)) {
      const line = await shelf.exact(word);
      if (line) add(meant, "typo", word, line, far < 4 ? ONE_TYPO : TWO_TYPOS);
    }
    if (meant.how === "none") {
      for (const { word } of await sameStart(shelf, asked.word)) {
        const line = await shelf.exact(word);
        if (line) add(meant, "beginning", word, line, SAME_START);
      }
    }
    return [meant];
  }

  /** What is meant by a word; two when it was cut. */
  async function find(shelf, asked) {
    const meant = { how: "none", found: [], lines: [] };
    if (asked.isStop) {
      await beginnings(shelf, asked.word, true, meant);
      return meant.how === "none" ? [] : [meant];
    }
    const attempt = async (how, word, weight) => {
      const line = await shelf.exact(word);
      if (line) add(meant, how, word, line, weight);
    };
    await attempt("exact", asked.word, FULL);
    for (const word of asked.joined) await attempt("joined", word, JOINED);
    for (const word of asked.synonyms) await attempt("exact", word, SYNONYM);
    if (asked.isLast || meant.how === "none") {
      await beginnings(shelf, asked.word, meant.how !== "none", meant);
    }
    return meant.how === "none" ? mended(shelf, asked) : [meant];
  }

  /** Words that are nearest to one that was not found, for a reader to choose from. */
  async function suggestions(shelf, word) {
    const letters = [...word];
    const most = Math.min(3, Math.max(1, Math.floor(letters.length / 2)));
    const found = await within(shelf, bucket(word), letters, most, distance);
    return found.sort(nearer).slice(0, MENDED).map((it) => it.word);
  }

  return { value, numbers, postings, path, shelf, find, suggestions };
})());

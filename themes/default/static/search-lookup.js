// How a typed word is found: as it is, by its beginning, with a typo mended, cut
// in two, or at least by its first letters. The first that gives anything is
// taken, so that nothing is guessed where something is known. The generator's
// `search/query/lookup.rs` takes the same steps.
"use strict";

Object.assign(playbookSearchEngine, (() => {
  const FULL = 1024,
    BEGINNING_ALONE = 820,
    BEGINNING_BESIDE = 420,
    JOINED = 920,
    SYNONYM = 640,
    ONE_TYPO = 800,
    TWO_TYPOS = 560,
    SAME_START = 400,
    LINES = 24,
    MENDED = 3,
    SHORTEST_TYPO = 4,
    SHORTEST_TWO = 8,
    SHORTEST_HALF = 3,
    SAME_LETTERS = 4,
    FILES = 4;

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const value = (digit) => Math.max(0, DIGITS.indexOf(digit));

  /** Numbers in base 64, five bits to a letter and a sixth that says that more follow. */
  const numbers = (text) =>
    (text.match(/[g-z0-9_-]*[A-Za-f]/g) ?? []).map((letters) =>
      [...letters].reduceRight((number, letter) => number * 32 + (value(letter) & 31), 0));

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
    const [a, b] = [one, other].map((word) => Array.from(word, (it) => it.codePointAt(0)));
    const at = a.findIndex((letter, place) => letter !== b[place]);
    return at < 0 ? a.length - b.length : a[at] - (b[at] ?? 0);
  }

  /** Remembers what was made under a key. What failed may work the next time. */
  function keeper() {
    const made = new Map();
    return (key, make) => {
      if (!made.has(key)) {
        made.set(key, make());
        made.get(key).catch(() => made.delete(key));
      }
      return made.get(key);
    };
  }

  const byWord = (lines) =>
    new Map(lines.flatMap((line) => line.words.map((word) => [word, line])));

  /** The files of the index, opened as they are needed. */
  function shelf(core, load) {
    const kept = keeper();

    function file(what, key) {
      const { lines, known } = playbookSearchEngine;
      const read = what === "words" ? (text) => byWord(lines(text)) : known;
      return kept(what + key, () => load(what, key, core[what][key]).then(read));
    }

    /** The file with a word: the longest key that it begins with. */
    function keysWith(word) {
      const letters = [...keyOf(word)];
      const keys = letters.map((_, at) => letters.slice(0, at + 1).join(""));
      return keys.filter((key) => Object.hasOwn(core.words, key)).slice(-1);
    }

    async function exact(word) {
      const [key] = keysWith(word);
      return key === undefined ? undefined : (await file("words", key)).get(word);
    }

    /** Every line with a word that begins so, and that word. */
    async function beginning(prefix) {
      const own = keysWith(prefix);
      const below = Object.keys(core.words).filter((it) => it.startsWith(keyOf(prefix)));
      const keys = [...new Set([...own, ...below])].slice(0, FILES);
      const files = await Promise.all(keys.map((it) => file("words", it)));
      return files.flatMap((words) =>
        [...new Set(words.values())].flatMap((line) => {
          const word = line.words.find((it) => it.startsWith(prefix));
          return word === undefined ? [] : [[word, line]];
        }));
    }

    /** Words, each with the class of the number of its pages: those that begin as one does, or all. */
    async function vocabulary(word) {
      const keys = Object.keys(core.vocabulary).filter((it) => !word || it === bucket(word));
      return (await Promise.all(keys.map((it) => file("vocabulary", it)))).flat();
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

  const distance = (typed, known, most) =>
    Math.abs(typed.length - known.length) > most ? Infinity : lastRow(typed, known).at(-1);

  const distanceToBeginning = (typed, known, most) =>
    Math.min(...lastRow(typed, known.slice(0, typed.length + most)));

  const nearer = (one, other) =>
    one.far - other.far || other.kind - one.kind || compare(one.word, other.word);

  function within(words, letters, most, measure) {
    const found = [];
    for (const { word, kind } of words) {
      const known = [...word];
      const far = measure(letters, known, most);
      if (far <= most) found.push({ far: 2 * far + (letters[0] === known[0] ? 0 : 1), kind, word });
    }
    return found;
  }

  /** Whether a word's first letter may be lost, added, changed or swapped. */
  const isShifted = ([first, second], [one, other]) =>
    one === second || other === second || other === first;

  /** Words within a typo or two. A wrong first letter is looked for in all words. */
  async function nearest(shelf, word, isLast) {
    const letters = [...word];
    if (letters.length < SHORTEST_TYPO) return [];
    const most = letters.length < SHORTEST_TWO ? 1 : 2;
    const own = await shelf.vocabulary(word);
    let found = within(own, letters, most, distance);
    if (!found.some((it) => it.far < 4)) {
      const mayBe = (await shelf.vocabulary()).filter((it) => isShifted(letters, it.word));
      found = found.concat(within(mayBe, letters, most, distance));
    }
    if (!found.length && isLast) found = within(own, letters, most, distanceToBeginning);
    found.sort(nearer);
    return found.filter((it, at) => it.word !== found[at - 1]?.word);
  }

  /** A word cut in two words that are both known, the first as long as can be. */
  async function split(shelf, word) {
    const letters = [...word];
    for (let end = letters.length - SHORTEST_HALF; end >= SHORTEST_HALF; end -= 1) {
      const halves = [letters.slice(0, end).join(""), letters.slice(end).join("")];
      const lines = [await shelf.exact(halves[0])];
      if (lines[0]) lines.push(await shelf.exact(halves[1]));
      if (lines[1]) {
        return halves.map((half, at) => ({ how: "split", found: [half], lines: [[lines[at], FULL]] }));
      }
    }
    return null;
  }

  /** Words that share the most first letters, at least four. */
  async function sameStart(shelf, word) {
    const letters = [...word];
    const shared = (known) => {
      let at = 0;
      while (at < letters.length && letters[at] === known[at]) at += 1;
      return at;
    };
    const found = (await shelf.vocabulary(word))
      .map((it) => ({ ...it, shared: shared([...it.word]) }))
      .filter((it) => it.shared >= SAME_LETTERS)
      .sort((a, b) => b.shared - a.shared || b.kind - a.kind || compare(a.word, b.word));
    return found.filter((it) => it.shared === found[0].shared).slice(0, MENDED).map((it) => it.word);
  }

  const nothing = () => ({ how: "none", found: [], lines: [] });

  function add(meant, how, word, line, weight) {
    if (meant.how === "none") meant.how = how;
    meant.found.push(word);
    meant.lines.push([line, weight]);
  }

  async function attempt(shelf, meant, how, words, weight) {
    for (const word of words) {
      const line = await shelf.exact(word);
      if (line) add(meant, how, word, line, weight);
    }
  }

  async function beginnings(shelf, prefix, beside, meant) {
    if (new TextEncoder().encode(prefix).length < 2) return;
    const found = (await shelf.beginning(prefix))
      .filter(([, line]) => !meant.found.some((word) => line.words.includes(word)))
      .sort(([a, one], [b, other]) => other.postings.length - one.postings.length || compare(a, b));
    for (const [word, line] of found.slice(0, LINES)) {
      add(meant, "prefix", word, line, beside ? BEGINNING_BESIDE : BEGINNING_ALONE);
    }
  }

  async function mended(shelf, asked) {
    const near = await nearest(shelf, asked.word, asked.isLast);
    const halves = near[0]?.far < 4 ? null : await split(shelf, asked.word);
    if (halves) return halves;
    const meant = nothing();
    const words = near.filter((it) => it.far === near[0].far).slice(0, MENDED).map((it) => it.word);
    await attempt(shelf, meant, "typo", words, near[0]?.far < 4 ? ONE_TYPO : TWO_TYPOS);
    if (meant.how === "none") {
      await attempt(shelf, meant, "beginning", await sameStart(shelf, asked.word), SAME_START);
    }
    return [meant];
  }

  /** What is meant by a word; two when it was cut. */
  async function find(shelf, asked) {
    const meant = nothing();
    if (asked.isStop) {
      await beginnings(shelf, asked.word, true, meant);
      return meant.how === "none" ? [] : [meant];
    }
    await attempt(shelf, meant, "exact", [asked.word], FULL);
    await attempt(shelf, meant, "joined", asked.joined, JOINED);
    await attempt(shelf, meant, "exact", asked.synonyms, SYNONYM);
    if (asked.isLast || meant.how === "none") {
      await beginnings(shelf, asked.word, meant.how !== "none", meant);
    }
    return meant.how === "none" ? mended(shelf, asked) : [meant];
  }

  /** Words that are nearest to one that was not found, for a reader to choose from. */
  async function suggestions(shelf, word) {
    const letters = [...word];
    const most = Math.min(3, Math.max(1, Math.floor(letters.length / 2)));
    const found = within(await shelf.vocabulary(word), letters, most, distance);
    return found.sort(nearer).slice(0, MENDED).map((it) => it.word);
  }

  return { value, numbers, path, keeper, shelf, find, suggestions };
})());

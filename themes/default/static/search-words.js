// The one way in which a text becomes words, as the generator does it for what
// it indexes: one fixture holds both to it. Runs in a browser and under Node.
"use strict";

/** All parts of the engine, each in its file. */
var playbookSearchEngine = (() => {
  const LONGEST = 40,
    MOST_PARTS = 4,
    LETTER = "\\p{Alphabetic}\\p{N}\\p{M}",
    CHUNKS = new RegExp(`[${LETTER}]+(?:[_.\\-'\u2019][${LETTER}]+)*`, "gu"),
    MARKS = /\p{M}/gu,
    WORD = /[\p{Alphabetic}\p{N}]/u;
  // Han, kana and Hangul.
  const UNSPACED =
    /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u{20000}-\u{2fa1f}]/u;
  const FOLDED = {
    ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", ς: "σ",
  };

  const bytes = new TextEncoder();
  const size = (text) => (/^[\0-\x7f]*$/.test(text) ? text.length : bytes.encode(text).length);

  /** In small letters; letters that no normalisation takes apart as others write them. */
  function lower(piece) {
    let text = "";
    for (const letter of piece) {
      for (const small of letter.toLowerCase()) {
        if (/[a-z0-9]/.test(small)) text += small;
        else if (FOLDED[small]) text += FOLDED[small];
        else if (WORD.test(small)) text += small;
      }
    }
    return text;
  }

  function spelled(word, spellings) {
    const pair = spellings.find(([from]) => word.startsWith(from));
    return pair ? pair[1] + word.slice(pair[0].length) : word;
  }

  /** Cuts at joints and where a small letter meets a capital. */
  function pieces(chunk) {
    const found = [[]];
    const letters = [...chunk].filter((letter) => letter !== "'" && letter !== "\u2019");
    let before = "";
    letters.forEach((letter, at) => {
      if (letter === "_" || letter === "." || letter === "-") {
        found.push([]);
        before = "";
        return;
      }
      const isHump = /\p{Lowercase}/u.test(before) && /\p{Uppercase}/u.test(letter);
      const isFollowed = WORD.test(letters[at + 1] ?? "");
      if (isHump && isFollowed && found.at(-1).length > 1) found.push([]);
      found.at(-1).push(letter);
      before = letter;
    });
    return found;
  }

  /** What is written without blanks between words is read in pairs of letters. */
  function wordsOf(letters, spellings, words) {
    for (let at = 0; at < letters.length; ) {
      const unspaced = UNSPACED.test(letters[at]);
      let end = at;
      while (end < letters.length && UNSPACED.test(letters[end]) === unspaced) end += 1;
      const run = letters.slice(at, end);
      if (!unspaced) words.push(spelled(lower(run.join("")), spellings));
      else if (run.length === 1) words.push(run[0]);
      else run.slice(1).forEach((letter, before) => words.push(run[before] + letter));
      at = end;
    }
  }

  function compound(chunk, spellings) {
    const found = pieces(chunk.normalize("NFKD").replace(MARKS, "").normalize("NFC"));
    const parts = [];
    let whole = "";
    let unspaced = false;
    for (const piece of found) {
      unspaced ||= piece.some((letter) => UNSPACED.test(letter));
      whole += lower(piece.join(""));
      wordsOf(piece, spellings, parts);
    }
    const isOne = parts.length < 2 || parts.length > MOST_PARTS || unspaced;
    const kept = parts.filter((part) => part && size(part) <= LONGEST);
    const isWhole = !isOne && size(whole) <= LONGEST && kept.length > 1;
    return { whole: isWhole ? whole : null, parts: kept };
  }

  /**
   * A text cut at what cannot be part of a word: `closed_won` has the parts
   * `closed` and `won` and the whole `closedwon`.
   */
  function compounds(text, spellings) {
    const found = [];
    for (const match of text.matchAll(CHUNKS)) {
      const { whole, parts } = compound(match[0], spellings);
      if (parts.length) found.push({ whole, parts, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /** The text in its words with one blank between them. */
  function plain(text, spellings) {
    return compounds(text, spellings).flatMap((it) => it.parts).join(" ");
  }

  return { compounds, plain };
})();

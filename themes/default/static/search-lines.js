// What the files of words and of the vocabulary hold: bits of a binary range
// coder in base 64. The generator's `search/coder.rs` and `search/lines.rs` write
// them, and say why they are as they are.
"use strict";

Object.assign(playbookSearchEngine, (() => {
  // Where the models of each number begin, those of letters at 0.
  const [SHARED, MORE, MANY, CLASS, STEP, TIMES, FAR, FLAGGED, FLAGS, COUNT, MODELS] =
    [128, 160, 162, 186, 202, 458, 586, 610, 642, 770, 1026];
  const LEVELS = [0, 1, 2, 3, 5, 10],
    VOWELS = [1, 5, 9, 15, 21];

  function reader(text) {
    const bytes = atob(text);
    const zero = new Uint16Array(MODELS).fill(1024);
    const seen = new Uint8Array(MODELS).fill(1);
    const letters = [];
    let range = 2 ** 32 - 1;
    let code = 0;
    let at = 0;

    // Past the end is no number, and no bits.
    const shift = () => (code = ((code << 8) | bytes.charCodeAt(at++)) >>> 0);
    for (let first = 0; first < 4; first += 1) shift();

    /** Goes to the nth of the parts that a range is cut into. */
    function take(part, n, left) {
      code -= part * n;
      for (range = left; range < 2 ** 24; range *= 256) shift();
      return n;
    }

    function bit(model) {
      const cut = (range >>> 11) * zero[model];
      const is = take(cut, +(code >= cut), code < cut ? cut : range - cut);
      const step = 32 - Math.clz32(seen[model]);
      zero[model] += is ? -(zero[model] >> step) : (2048 - zero[model]) >> step;
      if (seen[model] < 16) seen[model] += 1;
      return is;
    }

    function plain(bits) {
      const part = range >>> bits;
      return take(part, Math.floor(code / part), part);
    }

    function tree(model, bits) {
      let node = 1;
      for (let n = 0; n < bits; n += 1) node = node * 2 + bit(model + node);
      return node - 2 ** bits;
    }

    function unary(model, most) {
      let value = 0;
      while (value < most && bit(model + value)) value += 1;
      return value;
    }

    function number(model) {
      const bits = unary(model, 23);
      return 2 ** bits + plain(bits) - 1;
    }

    function word() {
      letters.length = tree(SHARED, 5);
      for (let kind, context = 0; (kind = tree(32 * context, 5)); ) {
        if (kind > 26) letters.push(kind > 27 ? String.fromCodePoint(plain(21)) : plain(4));
        else letters.push(String.fromCharCode(96 + kind));
        context = VOWELS.includes(kind) ? 1 : kind > 26 ? 3 : 2;
      }
      return letters.join("");
    }

    function gap(step) {
      const times = unary(TIMES + 8 * step, 8);
      return (times < 8 ? times : 8 + number(FAR)) * 2 ** step + plain(step);
    }

    function postings() {
      const many = number(MANY);
      const kind = 2 * Math.min(15, 32 - Math.clz32(many));
      const step = tree(STEP + 8 * kind, 4);
      let page = -1;
      let flagged = 0;
      return Array.from({ length: many }, () => {
        page += 1 + gap(step);
        flagged = +bit(FLAGGED + kind + flagged);
        const flags = flagged && tree(FLAGS + 4 * kind, 3);
        return { page, count: LEVELS[unary(COUNT + 8 * (kind + flagged), 5)], flags };
      });
    }

    function line() {
      const words = [];
      do words.push(word());
      while (bit(MORE + (words.length > 1)));
      return { words, postings: postings() };
    }

    const known = () => ({ word: word(), kind: tree(CLASS, 4) });
    return { many: number(MANY), line, known };
  }

  function all(text, what) {
    const read = reader(text);
    return Array.from({ length: read.many }, read[what]);
  }

  return {
    /** Words of one stem, and the pages that have them: number, count, and flags for title, heading, summary. */
    lines: (text) => all(text, "line"),
    /** Every word, with the class of the number of its pages. */
    known: (text) => all(text, "known"),
  };
})());

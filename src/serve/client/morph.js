// Turns the document that is shown into the one that was built, where the two
// builds differ and nowhere else: what readers opened, typed or scrolled to, and
// what the site's own scripts have added, stays.

const playbookMorph = (() => {
  "use strict";

  /** `live` was `before` when it was loaded, and becomes `after`. */
  function morph(live, before, after) {
    if (before.isEqualNode(after)) return;
    if (!(after instanceof Element)) {
      if (live.data !== after.data) live.data = after.data;
      return;
    }
    attributes(live, before, after);
    children(live, before, after);
  }

  function attributes(live, before, after) {
    for (const { name } of before.attributes) {
      if (!after.hasAttribute(name)) live.removeAttribute(name);
    }
    for (const { name, value } of after.attributes) {
      // Whether something is open is the reader's business by now.
      if (name === "open") continue;
      if (before.getAttribute(name) !== value) live.setAttribute(name, value);
    }
  }

  /** What the site's scripts say on the root, that they run, is no part of a build. */
  function root(before, after) {
    const classes = document.documentElement.className;
    morph(document.documentElement, before, after);
    document.documentElement.className = classes;
  }

  function children(live, before, after) {
    const known = [...before.childNodes];
    const wanted = [...after.childNodes];
    // What a script has added since has no place among the known, and stays.
    const shown = [...live.childNodes].filter((node) => node.dataset?.ofPreview === undefined);
    const places = pair(shown, known);
    const partners = pair(known, wanted);
    const kept = new Set(partners.values());
    for (const [at, place] of places) if (!kept.has(at)) shown[place].remove();
    let last = null;
    for (const [at, node] of wanted.entries()) {
      const partner = partners.get(at);
      let here = shown[places.get(partner)];
      if (here) {
        morph(here, known[partner], node);
      } else if (partner === undefined) {
        here = document.importNode(node, true);
        live.insertBefore(here, last ? last.nextSibling : live.firstChild);
      }
      last = here ?? last;
    }
  }

  /** From places in `wanted` to places in `old`, both rising. */
  function pair(old, wanted) {
    const pairs = new Map();
    let [start, oldEnd, end] = [0, old.length, wanted.length];
    while (start < oldEnd && start < end && old[start].isEqualNode(wanted[start])) {
      pairs.set(start, start);
      start += 1;
    }
    while (oldEnd > start && end > start && old[oldEnd - 1].isEqualNode(wanted[end - 1])) {
      oldEnd -= 1;
      end -= 1;
      pairs.set(end, oldEnd);
    }
    let from = start;
    for (let at = start; at < end; at += 1) {
      const rest = old.slice(from, oldEnd);
      let found = rest.findIndex((node) => node.isEqualNode(wanted[at]));
      if (found < 0) found = rest.findIndex((node) => isSameThing(node, wanted[at]));
      if (found < 0) continue;
      pairs.set(at, from + found);
      from += found + 1;
    }
    return pairs;
  }

  function isSameThing(a, b) {
    return a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "");
  }

  return (before, after) => root(before.documentElement, after.documentElement);
})();

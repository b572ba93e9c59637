// What a reader would see go wrong with a page's boxes. The functions run in
// the page.

/** A4 without its margins, in CSS pixels. */
export const paper = { width: 680, height: 1000 };

/** What sticks out to the right of the window, outside any box that scrolls. */
export function stickingOut() {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element),
  );
  const names = out.map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
  if (document.documentElement.scrollWidth > width) {
    names.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  }
  return names;
}

/**
 * Phrases without a place for a square of 24 px: what a finger needs. A phrase
 * that wraps is as large as its largest piece.
 */
export function smallPhrases() {
  const phrases = [...document.querySelectorAll(".phrase")];
  const isLarge = (box) => box.width >= 24 && box.height >= 24;
  const small = phrases.filter((it) => ![...it.getClientRects()].some(isLarge));
  return { count: phrases.length, found: small.map((it) => it.textContent) };
}

/** Text that paper would lose: in a box that scrolls or hides what is too wide for it. */
export function cutOff() {
  const cuts = (it) => getComputedStyle(it).overflowX !== "visible" && it.scrollWidth > it.clientWidth + 1;
  const shown = [...document.body.querySelectorAll("*")].filter((it) => it.checkVisibility() && it.clientWidth > 1);
  return shown.filter(cuts).map((it) => `${it.tagName}.${it.className}: ${it.textContent.trim().slice(0, 60)}`);
}

/** Texts that stand on one another: boxes of links, headings and controls. */
export function overlapping() {
  const wanted = "main h1, main h2, main h3, main a, main button, main input, main select, main textarea, aside a, aside button";
  const boxes = [...document.querySelectorAll(wanted)]
    .filter((it) => it.checkVisibility() && !it.classList.contains("anchor"))
    .flatMap((it) => [...it.getClientRects()].map((box) => ({ it, box })));
  const found = [];
  for (const [n, a] of boxes.entries()) {
    for (const b of boxes.slice(n + 1)) {
      if (a.it === b.it || a.it.contains(b.it) || b.it.contains(a.it)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Lines of running text may touch by their leading.
      if (wide > 2 && high > 6) found.push(`${a.it.textContent.trim().slice(0, 40)} / ${b.it.textContent.trim().slice(0, 40)}`);
    }
  }
  return found;
}

/** How far things have jumped since the page began to load (Chromium's sum). */
export function jumped() {
  return new Promise((done) => {
    let sum = 0;
    const seen = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        sum += entry.value;
        seen.push(...entry.sources.map(({ node }) => `${node?.nodeName}.${node?.className ?? ""}`));
      }
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done({ sum, seen }), 120);
  });
}

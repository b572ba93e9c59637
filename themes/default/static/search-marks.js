// Marks the words of a search on the page that it led to, without changing the
// page; Escape takes the marks away.
"use strict";

playbook.searchMarks = (words) => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const sought = new Set(words.filter((it) => typeof it === "string").map(plain));
  const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
  const runs = [...sought].filter((it) => unspaced.test(it));
  const most = 500;
  const ranges = [];

  function mark(node, start, end) {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    ranges.push(range);
  }

  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && ranges.length < most) {
    const node = walker.currentNode;
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (sought.has(plain(word))) mark(node, index, index + word.length);
      else if (unspaced.test(word)) {
        for (const run of runs) {
          for (let at = word.indexOf(run); at >= 0; at = word.indexOf(run, at + 1)) mark(node, index + at, index + at + run.length);
        }
      }
    }
  }
  CSS.highlights.set("search", new Highlight(...ranges));

  document.addEventListener("keydown", function clear({ key }) {
    if (key !== "Escape" || document.querySelector("dialog[open]")) return;
    CSS.highlights.delete("search");
    document.removeEventListener("keydown", clear);
  });
};

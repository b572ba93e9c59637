// The search box on every page: opens the dialog, whose scripts are loaded when
// somebody first wants to search.
"use strict";

playbook.search = (() => {
  const { word, element, root, here, session, stored } = playbook;
  const box = document.getElementById("page:search");
  const contact = box?.form.dataset.contact;
  const address = (name) => new URL(`theme/${name}`, root).href;

  function loaded(made) {
    return new Promise((done, failed) => {
      made.onload = done;
      made.onerror = failed;
      document.head.append(made);
    });
  }

  function script(name) {
    const made = element("script");
    made.async = false;
    made.src = address(name);
    return loaded(made);
  }

  function style() {
    if (document.querySelector('link[href$="theme/search.css"]')) return undefined;
    const made = element("link");
    made.rel = "stylesheet";
    made.href = address("search.css");
    return loaded(made);
  }

  const shared = ["words", "lines", "lookup", "score", "excerpt", "engine", "loader", "history", "results"];
  const scripts = new Map();
  /** Everything that the dialog or the search page is made of, in order. */
  function load(face) {
    for (const part of [...shared, face]) {
      if (!scripts.has(part)) scripts.set(part, script(`search-${part}.js`));
    }
    return Promise.all([style(), ...scripts.values()]);
  }

  /** The address of the search page with these words. */
  function page(text = "") {
    const url = new URL("search.html", root);
    if (text) url.hash = new URLSearchParams({ q: text });
    return url.href;
  }

  let opening = 0;
  /** Where the focus was when a key opened the search: it goes back there. */
  let before;
  async function open(text = "") {
    const mine = ++opening;
    try {
      await load("dialog");
    } catch {
      // The search page says what is wrong.
      location.href = page(text);
      return;
    }
    if (mine !== opening) return;
    const typed = box?.value || text;
    if (before) {
      box.blur();
      before.focus({ preventScroll: true });
      before = undefined;
    }
    playbook.searchDialog.open(typed, box);
  }

  const place = document.querySelector("[data-search-results]");
  const isPage = place?.dataset.searchResults === "";
  if (place) load("page").catch(() => place.append(element("p", "warning-text", word("js-search-file-missing"))));

  if (box && !isPage) {
    box.addEventListener("focus", () => load("dialog").catch(() => {}));
    box.addEventListener("click", () => open());
    box.addEventListener("input", () => open());
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      open();
    });
  }

  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    // Until it is drawn anew, a dialog that was closed still has the focus.
    const isGone = target.closest?.("dialog:not([open])");
    const typing = !isGone && (target.isContentEditable || target.closest?.("input, textarea, select"));
    const slash = key === "/" && !typing && !ctrlKey && !metaKey && !altKey;
    const k = key?.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !event.shiftKey;
    if (event.defaultPrevented || !(slash || k)) return;
    event.preventDefault();
    if (!isPage) {
      // What is typed before the dialog is there is typed into the box.
      before ??= box && document.activeElement;
      box?.focus({ preventScroll: true });
      return void open();
    }
    box.focus();
    box.select();
  });

  // This page was opened from the results: its words are marked.
  const sought = stored(session, "sought");
  if (sought?.page === here && globalThis.Highlight) {
    session.remove("sought");
    Promise.all([style(), script("search-marks.js")])
      .then(() => playbook.searchMarks(sought.words))
      .catch(() => {});
  }

  return { open, page, contact };
})();

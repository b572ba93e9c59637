// The search box on every page: opens the dialog, whose scripts are loaded when
// somebody first wants to search.
"use strict";

playbook.search = (() => {
  const { root, here, session, stored } = playbook;
  const box = document.getElementById("page:search");
  const contact = box?.form.dataset.contact;
  const address = (name) => new URL(`theme/${name}`, root).href;

  function loaded(element) {
    return new Promise((done, failed) => {
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  function script(name) {
    const element = document.createElement("script");
    element.async = false;
    element.src = address(name);
    return loaded(element);
  }

  function style() {
    if (document.querySelector('link[href$="theme/search.css"]')) return undefined;
    const element = document.createElement("link");
    element.rel = "stylesheet";
    element.href = address("search.css");
    return loaded(element);
  }

  const parts = ["engine", "loader", "history", "results", "dialog"];
  let loading;
  /** Everything that the dialog is made of, in order. */
  function load() {
    const has = (part) => document.querySelector(`script[src$="theme/search-${part}.js"]`);
    const missing = parts.filter((part) => !has(part));
    loading ??= Promise.all([style(), ...missing.map((part) => script(`search-${part}.js`))]);
    return loading;
  }

  /** The address of the search page with these words. */
  const page = (text = "") => new URL(`search.html${text ? `#${new URLSearchParams({ q: text })}` : ""}`, root).href;

  let opening = 0;
  async function open(text = "") {
    const mine = ++opening;
    try {
      await load();
    } catch {
      // The page of its own can say what is wrong.
      location.href = page(text);
      return;
    }
    if (mine === opening) playbook.searchDialog.open(box?.value || text, box);
  }

  const isPage = document.querySelector('[data-search-results=""]');
  if (box && !isPage) {
    box.addEventListener("focus", () => load().catch(() => {}));
    box.addEventListener("click", () => open());
    box.addEventListener("input", () => open());
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      open();
    });
  }

  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const typing = target.isContentEditable || target.closest?.("input, textarea, select");
    const slash = key === "/" && !typing && !ctrlKey && !metaKey && !altKey;
    const k = key?.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !event.shiftKey;
    if (event.defaultPrevented || !(slash || k)) return;
    event.preventDefault();
    if (!isPage) return void open();
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

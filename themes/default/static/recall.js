// Prompts that this device copied before they were stopped or mended. Which ones
// were copied is kept here and sent nowhere; a button forgets it.
"use strict";

(() => {
  const { word, device, stored, say } = playbook;
  const copied = new Map(Object.entries(stored(device, "copied") ?? {}));
  const found = new Set();

  /** Whether the last copy is of a day on which the prompt was wrong. */
  function isWrong({ dataset: { path, since = "", until = "9999" } }) {
    const day = copied.get(path);
    return typeof day === "string" && since <= day && day <= until;
  }

  // While the page is read, so that nothing jumps.
  const reading = new MutationObserver(show);
  function show() {
    for (const item of document.querySelectorAll("[data-path]")) {
      // The page may have come only so far.
      if (found.has(item) || !item.querySelector("[data-got-it]")) continue;
      found.add(item);
      if (!isWrong(item)) continue;
      item.hidden = false;
      item.closest(".recalls").hidden = false;
    }
  }
  reading.observe(document, { childList: true, subtree: true });

  function forget({ currentTarget }) {
    const list = currentTarget.closest(".recalls");
    copied.delete(currentTarget.closest("li").dataset.path);
    if (copied.size > 0) device.set("copied", JSON.stringify(Object.fromEntries(copied)));
    else device.remove("copied");
    for (const item of list.querySelectorAll("li")) item.hidden = !isWrong(item);
    const next = list.querySelector("li:not([hidden]) [data-got-it]");
    list.hidden = !next;
    (next ?? document.querySelector("h1 + * input, h1 + * a"))?.focus();
    say(word("js-recall-done"));
  }

  document.addEventListener("DOMContentLoaded", () => {
    show();
    reading.disconnect();
    for (const button of document.querySelectorAll("[data-got-it]")) button.addEventListener("click", forget);
  });
})();

// Prompts as forms: what is typed appears in the text, and stays on this
// device. Names of blanks are keys of maps and values are text nodes, so
// nothing that a page or a reader writes is ever read as markup or code.
"use strict";

(() => {
  const { word, session, device, stored, element, say, copy, here, today } = playbook;

  // What looks like somebody's address or number, and how many rungs of the
  // data ladder must be open above a page before it does not belong there.
  const looks = [
    ["js-email", 2, /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i],
    ["js-account", 1, /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,}/i],
    ["js-phone", 2, /(?:\+|\b00|\b0|\()\d(?:[\s()./-]*\d){6,}/],
    ["js-account", 1, /\b\d(?:[ -]?\d){9,}\b/],
  ];

  /** The word for what `text` looks like, if that may not go in. */
  function lookAlike(text, above) {
    const dates = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g;
    const plain = text.replace(dates, "");
    return looks.find(([, room, pattern]) => above >= room && pattern.test(plain))?.[0];
  }

  /** Home tells its reader when a prompt was wrong that this device has copied. */
  function rememberCopy() {
    const copied = new Map(Object.entries(stored(device, "copied") ?? {}));
    // The one that was copied longest ago is the first to be forgotten.
    copied.delete(here);
    copied.set(here, today());
    device.set("copied", JSON.stringify(Object.fromEntries([...copied].slice(-500))));
  }

  function start(figure) {
    figure.querySelector("[data-show-prompt]")?.addEventListener("click", () => {
      figure.classList.add("is-shown");
      figure.querySelector("[data-copy]").focus();
    });
    const preview = figure.querySelector("pre");
    const key = `prompt ${here} ${figure.id}`;
    const above = Number(figure.dataset.above);
    const values = new Map();
    const inputs = [...figure.querySelectorAll("[data-field]")];
    const marks = [...preview.querySelectorAll("[data-blank]")].map((mark) => [mark, mark.textContent]);
    const keep = figure.querySelector("[data-keep]");
    const warning = element("p", "warning");
    warning.setAttribute("role", "alert");

    function read() {
      for (const input of inputs) {
        if (input.type !== "radio") values.set(input.dataset.field, input.value.trim());
        else if (input.checked) values.set(input.dataset.field, input.value);
      }
    }

    function show() {
      for (const [mark, blank] of marks) {
        const value = values.get(mark.dataset.blank);
        mark.textContent = value || blank;
        mark.classList.toggle("filled", Boolean(value));
      }
    }

    function warn() {
      const found = lookAlike([...values.values()].join("\n"), above);
      const never = figure.dataset.never || word("js-ask-first");
      const text = found ? word("js-looks-like", { what: word(found), never }) : "";
      if (warning.textContent !== text) warning.textContent = text;
      if (text && !warning.parentNode) figure.querySelector(".fields").append(warning);
      warning.hidden = !text;
    }

    function remember() {
      const filled = [...values].filter(([, value]) => value);
      for (const area of [session, device]) area.remove(key);
      if (filled.length > 0) (keep.checked ? device : session).set(key, JSON.stringify(filled));
    }

    function restore() {
      const long = stored(device, key);
      const before = long ?? stored(session, key);
      if (!Array.isArray(before)) return;
      keep.checked = Boolean(long);
      const known = new Map(before.filter((it) => Array.isArray(it) && it.every((x) => typeof x === "string")));
      for (const input of inputs) {
        const value = known.get(input.dataset.field);
        if (value === undefined) continue;
        if (input.type === "radio") input.checked = input.value === value;
        else input.value = value;
      }
    }

    function update() {
      read();
      show();
      warn();
      remember();
    }

    figure.querySelector("[data-copy]").addEventListener("click", (event) => {
      const open = new Set(marks.map(([mark]) => mark.dataset.blank).filter((name) => !values.get(name)));
      const left = open.size === 0 ? "" : word(open.size === 1 ? "js-blank-left" : "js-blanks-left", { n: open.size });
      copy(preview.textContent, event.currentTarget, preview, left);
      rememberCopy();
    });
    // By hand too.
    preview.addEventListener("copy", rememberCopy);
    if (inputs.length === 0) return;
    // Browsers keep what was typed when a page is loaded again; the device's
    // memory alone decides.
    for (const input of inputs) {
      if (input.type === "radio") input.checked = false;
      else input.value = "";
      input.addEventListener("input", update);
      input.addEventListener("change", update);
    }
    keep.checked = false;
    keep.addEventListener("change", update);
    figure.querySelector("[data-clear]").addEventListener("click", () => {
      for (const input of inputs) {
        if (input.type === "radio") input.checked = false;
        else input.value = "";
      }
      values.clear();
      keep.checked = false;
      update();
      say(word("js-cleared"));
      inputs[0].focus();
    });
    restore();
    read();
    show();
    warn();
  }

  document.querySelectorAll("figure.prompt").forEach(start);
})();

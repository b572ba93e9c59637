// Loaded before anything is drawn, so that what needs scripts takes its place
// at once and nothing jumps. The words of the language are put above this file.
"use strict";

const playbook = (() => {
  const words = playbookWords;
  const root = new URL("..", document.currentScript.src);
  document.documentElement.classList.add("js");

  /** A sentence of the language with its blanks filled in. */
  function word(key, values = {}) {
    return (words[key] ?? key).replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
  }

  /** Text that is kept on this device, in `area`; in memory where that is not allowed. */
  function storage(area) {
    const memory = new Map();
    const prefix = `playbook ${root.pathname} `;
    const attempt = (act, otherwise) => {
      try {
        return act(window[area]);
      } catch {
        return otherwise();
      }
    };
    return {
      get: (key) => attempt((it) => it.getItem(prefix + key), () => memory.get(key) ?? null),
      /** Says whether the text is kept beyond this page. */
      set: (key, text) => attempt((it) => (it.setItem(prefix + key, text), true), () => (memory.set(key, text), false)),
      remove: (key) => attempt((it) => it.removeItem(prefix + key), () => memory.delete(key)),
      keys: () => attempt((it) => Object.keys(it).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)), () => [...memory.keys()]),
    };
  }
  const session = storage("sessionStorage");
  const device = storage("localStorage");

  /** What was stored as JSON; undefined when it is not there or not readable. */
  function stored(where, key) {
    try {
      return JSON.parse(where.get(key)) ?? undefined;
    } catch {
      return undefined;
    }
  }

  const moved = new Map(Object.entries(playbookMoved));
  /** The address now of the page that had this one. */
  const current = (path) => moved.get(path) ?? path;

  /**
   * What is kept under the address of a page that was renamed since is kept under the one
   * that it has now: once, until another is renamed. Addresses stand between quotes, blanks
   * and `#`, in keys as in values.
   */
  function follow(area) {
    const done = JSON.stringify(playbookMoved);
    if (moved.size === 0 || area.get("moved") === done) return;
    const renewed = (text) => text.replace(/(^|[" ])([^" #]+)(?=[" #]|$)/g, (_, before, path) => before + current(path));
    for (const key of area.keys().filter((key) => key !== "moved")) {
      const text = renewed(area.get(key));
      if (renewed(key) !== key) area.remove(key);
      // What was done on the page since it has its new name goes before.
      if (renewed(key) === key || area.get(renewed(key)) === null) area.set(renewed(key), text);
    }
    area.set("moved", done);
  }
  follow(session);
  follow(device);

  /** An element with classes and text. */
  function element(name, classes = "", text = "") {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.textContent = text;
    return made;
  }

  function button(text, classes, act) {
    const made = element("button", classes, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  let live;
  /** Tells people who cannot see what has changed. */
  function say(text) {
    if (!live) {
      live = element("p", "unseen");
      live.setAttribute("role", "status");
      document.body.append(live);
    }
    live.textContent = "";
    setTimeout(() => (live.textContent = text), 50);
  }

  async function written(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed, or the page came over plain http.
      const area = element("textarea", "unseen");
      const focused = document.activeElement;
      area.value = text;
      document.body.append(area);
      area.select();
      let done = false;
      try {
        done = document.execCommand("copy");
      } catch {}
      area.remove();
      focused?.focus();
      return done;
    }
  }

  /** Buttons that are saying something else than their own words, which come back. */
  const answering = new WeakMap();

  /** Lets a button say `text` for a while. */
  function answer(from, text) {
    const { words = from.textContent, timer } = answering.get(from) ?? {};
    clearTimeout(timer);
    // Narrower words do not move what stands beside it.
    if (!timer) from.style.minWidth = `${from.offsetWidth}px`;
    from.textContent = text;
    const end = () => {
      answering.delete(from);
      from.textContent = words;
      from.style.minWidth = "";
    };
    answering.set(from, { words, timer: setTimeout(end, 2500) });
  }

  /**
   * Copies and says so on the button and aloud. Where nothing may be copied,
   * `shown` is selected instead, for the reader's own keys.
   */
  async function copy(text, from, shown, more = "") {
    const done = await written(text);
    if (!done && shown) getSelection().selectAllChildren(shown);
    answer(from, word(done ? "js-copied" : "js-copy-keys"));
    say([word(done ? "js-copied-say" : "js-copy-keys-say"), more].filter(Boolean).join(" "));
  }

  /** Today where the reader is: `2026-09-30`. */
  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }

  /** The path of this page inside the site. */
  const here = location.pathname.slice(root.pathname.length) || "index.html";

  /** The path of the role that the reader has chosen on this device. */
  function myRole() {
    const path = stored(device, "role")?.path;
    return /^roles\/[^/]+\.html$/.test(path) ? path : undefined;
  }

  /** Chooses a role for this device, or none. */
  function setMyRole(path) {
    if (path) device.set("role", JSON.stringify({ path }));
    else device.remove("role");
    showMyRole();
  }

  let roleLinks = [];
  /** "My role" leads to the role, and the role's own page says that it is the one. */
  function showMyRole() {
    const path = myRole();
    document.documentElement.classList.toggle("is-my-role", path === here);
    for (const link of roleLinks) {
      link.href = new URL(path ?? "roles.html", root).href;
      if ((path ?? "roles.html") === here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
  showMyRole();
  document.addEventListener("DOMContentLoaded", () => {
    roleLinks = [...document.querySelectorAll('.masthead a[href$="roles.html"]')];
    showMyRole();
  });

  // Lists hold the day on which a page is due; which of them are over is shown
  // while the page is read, so that nothing jumps. So are notices that had their
  // time, and prompts that nobody has run for too long.
  new MutationObserver(() => {
    const { longDue } = document.querySelector("main")?.dataset ?? {};
    document.documentElement.classList.toggle("is-long-due", longDue < today());
    for (const notice of document.querySelectorAll(".notice[data-until]")) notice.hidden = notice.dataset.until < today();
    for (const late of document.querySelectorAll(".late[hidden]")) {
      // The page may have come only so far.
      if (!(late.firstChild?.dateTime < today())) continue;
      late.prepend(word("js-overdue"), " ");
      late.hidden = false;
    }
  }).observe(document, { childList: true, subtree: true });

  return { word, session, device, stored, element, button, say, copy, today, here, root, current, myRole, setMyRole };
})();

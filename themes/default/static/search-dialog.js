// The search as a dialog over any page: a text field that steers a list of links
// (the combobox pattern of WAI-ARIA). The focus stays in the field.
"use strict";

playbook.searchDialog = (() => {
  const { word, element, button } = playbook;
  const { find, records, address, hit, group, count, readings, nothing, fault } = playbook.searchResults;
  const history = playbook.searchHistory;
  const inPreview = document.querySelector("script[data-playbook]");

  const dialog = element("dialog", "search");
  dialog.setAttribute("aria-label", word("js-search-label"));
  const field = document.createElement("input");
  Object.assign(field, { type: "text", inputMode: "search", enterKeyHint: "go", autocomplete: "off", spellcheck: false });
  field.placeholder = document.getElementById("page:search")?.placeholder ?? "";
  const list = element("div", "hits");
  list.id = "search:list";
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocapitalize: "none" };
  for (const [name, value] of Object.entries({ ...attributes, "aria-label": word("js-search-label") })) field.setAttribute(name, value);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", word("js-search-list"));
  const status = element("p", "count");
  status.setAttribute("role", "status");
  const notes = element("div", "notes");
  const more = button(word("js-search-more"), "toggle", () => extend(true));
  const all = element("a", "", word("js-search-all"));
  const keys = element("span", "", word("js-search-keys"));
  keys.setAttribute("aria-hidden", "true");
  /** Results at a time: as many as are seen, each costs its record. */
  const STEP = 6;

  const head = element("div", "find large");
  head.append(field, button(word("js-search-close"), "toggle", () => dialog.close()));
  const body = element("div", "body");
  const forget = button(word("js-search-clear"), "quiet", () => {
    history.clear("searches", "opened");
    start();
    field.focus();
  });
  body.append(status, notes, list, more, forget);
  const foot = element("p", "foot");
  foot.append(all);
  // Whoever points with a finger has no keys.
  if (matchMedia("(hover: hover)").matches) foot.append(keys);
  dialog.append(head, body, foot);
  document.body.append(dialog);

  let answer;
  let shown = 0;
  let active;
  let wantsFirst = false;

  // -- options

  const options = () => [...list.querySelectorAll('[role="option"]')];

  function choose(option, scroll = true) {
    active?.removeAttribute("aria-selected");
    active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      field.setAttribute("aria-activedescendant", option.id);
      if (scroll) option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  let made = 0;
  function asOption(link) {
    link.setAttribute("role", "option");
    link.id = `search:${++made}`;
    link.tabIndex = -1;
    link.addEventListener("pointermove", () => link !== active && choose(link, false));
    return link;
  }

  /** The part of the list under a heading, which is made when it is missing. */
  function part(heading) {
    const last = list.lastElementChild;
    if (last && last.dataset.heading === (heading ?? "")) return last;
    const section = element("div");
    section.dataset.heading = heading ?? "";
    if (heading) {
      const title = element("p", "of", heading);
      title.id = `search:${++made}`;
      title.setAttribute("role", "presentation");
      section.setAttribute("role", "group");
      section.setAttribute("aria-labelledby", title.id);
      section.append(title);
    } else {
      section.setAttribute("role", "presentation");
    }
    list.append(section);
    return section;
  }

  function empty() {
    choose(undefined);
    list.replaceChildren();
    notes.replaceChildren();
    more.hidden = true;
    forget.hidden = true;
    shown = 0;
  }

  function settle() {
    const some = options().length > 0;
    list.hidden = !some;
    field.setAttribute("aria-expanded", some);
  }

  // -- showing

  function add(found) {
    for (const { record, place } of found) {
      const { link, places } = hit(answer, record);
      part(group(answer, place)).append(asOption(link), ...places.map(asOption));
    }
    shown += found.length;
    more.hidden = shown >= answer.result.pages.length;
    settle();
  }

  let extending = false;
  async function extend(moves) {
    if (extending) return;
    extending = true;
    const mine = answer;
    try {
      const found = await records(mine, shown, STEP);
      const before = options().length;
      if (mine === answer) add(found);
      if (moves && mine === answer) {
        field.focus();
        choose(options()[before]);
      }
    } catch (error) {
      if (mine === answer) notes.replaceChildren(fault(error));
    }
    extending = false;
  }

  /** Nothing is typed: what was searched and opened last. */
  function start() {
    answer = undefined;
    empty();
    all.href = playbook.search.page();
    status.textContent = "";
    const searches = history.searches();
    const pages = history.pages();
    for (const text of searches) {
      const option = asOption(element("div", "recent", text));
      option.addEventListener("click", () => {
        field.value = text;
        field.focus();
        search();
      });
      part(word("js-search-recent")).append(option);
    }
    for (const page of pages) {
      const link = asOption(element("a", "recent", page.title));
      link.href = address(page);
      part(word("js-search-opened")).append(link);
    }
    const none = searches.length + pages.length === 0;
    if (none) notes.append(element("p", "", word("js-search-start")));
    forget.hidden = none;
    settle();
  }

  async function show(found, mine) {
    const first = await records(found, 0, STEP);
    const ways = found.result.pages.length ? [] : await nothing(found, change);
    if (mine !== asked) return;
    answer = found;
    empty();
    notes.append(...readings(found), ...ways);
    status.textContent = count(found);
    add(first);
    body.scrollTop = 0;
    choose(options()[0], false);
    if (wantsFirst && active) active.click();
  }

  function change(text) {
    field.value = text;
    field.focus();
    search();
  }

  // -- asking

  let asked = 0;
  let timer;
  let idle;
  let slow;

  function search() {
    clearTimeout(timer);
    clearTimeout(idle);
    clearTimeout(slow);
    const mine = ++asked;
    const text = field.value;
    wantsFirst = false;
    all.href = playbook.search.page(text);
    if (!text.trim()) {
      dialog.removeAttribute("aria-busy");
      return start();
    }
    dialog.setAttribute("aria-busy", "true");
    // Said only when it takes so long that one wonders.
    slow = setTimeout(() => (status.textContent = word("js-search-busy")), 400);
    timer = setTimeout(async () => {
      try {
        const found = await find(text, {}, { last: true, facets: false });
        await show(found, mine);
        if (mine === asked && !found.result.pages.length) idle = setTimeout(() => history.missed(text), 1200);
      } catch (error) {
        if (mine === asked) {
          empty();
          settle();
          status.textContent = "";
          notes.append(fault(error));
        }
      }
      if (mine !== asked) return;
      clearTimeout(slow);
      dialog.removeAttribute("aria-busy");
    }, 60);
  }
  field.addEventListener("input", search);

  // -- keys

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    const links = options();
    if ((key === "ArrowDown" || key === "ArrowUp") && links.length) {
      event.preventDefault();
      const at = links.indexOf(active);
      const next = key === "ArrowDown" ? at + 1 : Math.max(at, 0) - 1;
      choose(links.at(next % links.length));
    } else if (key === "Enter") {
      event.preventDefault();
      if (dialog.hasAttribute("aria-busy")) wantsFirst = true;
      else if (active && (event.ctrlKey || event.metaKey) && active.href) tab(active);
      else active?.click();
    }
  });

  /** Opened beside this page. */
  function tab(link) {
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true, metaKey: true, view: window }));
  }

  // A click outside of it closes it. A link into this page does too.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    const link = event.target.closest("a");
    if (link && link.pathname === location.pathname && !event.ctrlKey && !event.metaKey) dialog.close();
  });

  dialog.addEventListener("close", () => {
    // It comes late, when the dialog may be open again.
    if (dialog.open) return;
    ++asked;
    clearTimeout(timer);
    clearTimeout(slow);
    dialog.removeAttribute("aria-busy");
    const missed = answer && !answer.result.pages.length && answer.text;
    clearTimeout(idle);
    if (missed) history.missed(missed);
    answer = undefined;
  });

  function open(text, box) {
    if (box) box.value = "";
    if (dialog.open) return field.select();
    if (inPreview) playbookSearchLoader.renew();
    dialog.showModal();
    field.value = text;
    field.focus();
    search();
  }

  return { open };
})();

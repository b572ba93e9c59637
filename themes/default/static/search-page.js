// The search as a page of its own, with filters. What is searched stands behind
// `#`, where no server sees it, so that a search can be kept and passed on. On
// the page for a wrong address its last part is searched for.
"use strict";

(() => {
  const { word, element, button, say, root } = playbook;
  const { find, records, hit, group, count, readings, nothing, fault, letter, chosen, facetIds } = playbook.searchResults;
  const memory = playbook.searchHistory;
  const place = document.querySelector("[data-search-results]");
  const ofAddress = place.dataset.searchResults === "address";
  if (document.querySelector("script[data-playbook]")) playbookSearchLoader.renew();

  const status = element("p", "count");
  status.setAttribute("role", "status");
  const notes = element("div", "notes");
  const filters = element("details", "filters");
  filters.append(element("summary", "", word("js-search-filters")));
  filters.open = matchMedia("(min-width: 52rem)").matches;
  filters.hidden = true;
  const results = element("div", "hits");
  const more = button(word("js-search-more"), "toggle", extend);
  more.hidden = true;
  const found = element("div", "answer");
  const column = element("div");
  column.append(status, notes, results, more);
  found.append(filters, column);

  let answer;
  let shown = 0;
  let asked = 0;

  // -- results

  function list(heading) {
    const last = results.lastElementChild;
    if (last && last.dataset.heading === (heading ?? "")) return last;
    if (heading) results.append(element("h2", "of", heading));
    const made = element("ol", "log");
    made.dataset.heading = heading ?? "";
    results.append(made);
    return made;
  }

  function add(some) {
    for (const { record, place } of some) {
      const { link, places } = hit(answer, record);
      const item = element("li");
      item.append(link, ...places);
      list(group(answer, place)).append(item);
    }
    shown += some.length;
    more.hidden = ofAddress || shown >= answer.result.pages.length;
  }

  async function extend() {
    const mine = answer;
    more.disabled = true;
    try {
      const some = await records(mine, shown);
      if (mine !== answer) return;
      const before = results.querySelectorAll("a.hit").length;
      add(some);
      results.querySelectorAll("a.hit")[before]?.focus();
    } catch (error) {
      if (mine === answer) notes.replaceChildren(fault(error));
    } finally {
      more.disabled = false;
    }
  }

  function clear() {
    results.replaceChildren();
    notes.replaceChildren();
    more.hidden = true;
    shown = 0;
  }

  async function show(state, last) {
    const mine = ++asked;
    const slow = setTimeout(() => (status.textContent = word("js-search-busy")), 400);
    try {
      const next = await find(state.text, state.filters, { last });
      const some = await records(next, 0);
      const ways = next.result.pages.length || ofAddress ? [] : await nothing(next, change);
      if (mine !== asked) return false;
      answer = next;
      clear();
      status.textContent = ofAddress ? "" : count(next);
      if (!ofAddress) notes.append(...readings(next), ...ways);
      add(some);
      offer(next);
    } catch (error) {
      if (mine !== asked) return false;
      clear();
      status.textContent = "";
      notes.append(fault(error));
    } finally {
      clearTimeout(slow);
    }
    return true;
  }

  // -- the page for a wrong address

  if (ofAddress) {
    const parts = location.pathname.split("/").filter(Boolean);
    let text = parts.at(-1) ?? "";
    // Earlier sites had an address for each write-up there.
    if (parts.at(-2) === "go") return location.replace(`../workflows/${text}`);
    try {
      text = decodeURIComponent(text);
    } catch {}
    text = text.replace(/\.[a-z]{2,5}$/i, "").replace(/[-_.+]+/g, " ").trim().slice(0, 100);
    if (!text || text === "404") return;
    show({ text, filters: {} }, true).then(() => {
      if (!answer?.result.pages.length) return;
      place.append(element("h2", "", word("js-search-address")), column);
    });
    return;
  }

  // -- the search page

  const browse = document.querySelector("[data-search-browse]");
  const box = document.getElementById("page:search");
  place.hidden = true;
  place.append(found);

  /** The groups of checkboxes, which stay as they are while counts change. */
  const boxes = new Map();

  function offer({ result, filters: now }) {
    if (ofAddress) return;
    for (const { id, values } of result.facets) {
      if (!values.length) continue;
      if (!boxes.has(id)) boxes.set(id, fieldset(id, values));
      for (const value of values) {
        const line = boxes.get(id).get(value.id);
        if (!line) continue;
        line.check.checked = (now[id] ?? []).includes(value.id);
        line.count.textContent = value.count;
        line.label.classList.toggle("zero", value.count === 0);
      }
    }
    filters.hidden = boxes.size === 0;
  }

  function fieldset(id, values) {
    const made = element("fieldset");
    made.append(element("legend", "", word(`js-facet-${id}`)));
    const lines = new Map();
    for (const value of values) {
      const check = element("input");
      Object.assign(check, { type: "checkbox", name: id, value: value.id });
      check.addEventListener("change", () => enter(read()));
      const count = element("small");
      const label = element("label");
      label.append(check, element("span", "", value.name), " ", count);
      made.append(label);
      lines.set(value.id, { check, count, label });
    }
    filters.append(made);
    return lines;
  }

  /** What the page's own fields say. */
  function read() {
    const filters = {};
    for (const [id, lines] of boxes) {
      const values = [...lines].filter(([, { check }]) => check.checked).map(([value]) => value);
      if (values.length) filters[id] = values;
    }
    return { text: box.value, filters };
  }

  function fromAddress() {
    const fields = new URLSearchParams(location.hash.slice(1));
    const filters = {};
    for (const id of facetIds) {
      const values = fields.getAll(id).flatMap((it) => it.split(",")).filter(Boolean).slice(0, 40);
      if (values.length) filters[id] = values;
    }
    return { text: fields.get("q") ?? "", filters };
  }

  function address({ text, filters }) {
    const fields = new URLSearchParams();
    if (text.trim()) fields.set("q", text.trim());
    for (const { id, value } of chosen(filters)) fields.append(id, value);
    return `${location.pathname}${location.search}#${fields}`;
  }

  /** A search is entered: it has a place of its own in the browser's history. */
  function enter(state) {
    if (address(state) !== address(fromAddress())) history.pushState(null, "", address(state));
    present(state, false);
  }

  function change(text, filters) {
    enter({ text, filters });
    box.focus();
  }

  let idle;
  async function present(state, last = true) {
    clearTimeout(idle);
    if (box.value.trim() !== state.text.trim()) box.value = state.text;
    const asks = state.text.trim() || chosen(state.filters).length;
    browse.hidden = Boolean(asks);
    place.hidden = !asks;
    if (!asks) {
      ++asked;
      answer = undefined;
      clear();
      status.textContent = "";
      return;
    }
    if (!(await show(state, last))) return;
    const none = answer?.text === state.text && !answer.result.pages.length;
    if (none && !chosen(state.filters).length) {
      idle = setTimeout(() => {
        memory.missed(state.text);
        foot();
      }, last ? 1200 : 0);
    }
  }

  let typing;
  box.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      const state = read();
      history.replaceState(null, "", address(state));
      present(state);
    }, 80);
  });
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    enter(read());
  });
  addEventListener("popstate", () => present(fromAddress(), false));
  addEventListener("hashchange", () => address(fromAddress()) !== address(read()) && present(fromAddress(), false));

  // -- the foot: searches that found nothing

  const missed = element("section", "part");
  place.parentElement.append(missed);

  function foot() {
    const texts = memory.missing();
    missed.replaceChildren();
    if (!texts.length) return;
    const items = element("ul");
    items.append(...texts.map((text) => element("li", "", text)));
    const ways = element("p", "ways-on");
    const send = letter(word("js-search-missed-send"), word("js-search-missed-title"), texts.join("\r\n"));
    if (send) ways.append(send, " ");
    ways.append(
      button(word("js-search-clear"), "quiet", () => {
        memory.clear("missed");
        foot();
        say(word("js-cleared"));
      }),
    );
    missed.append(element("h2", "", word("js-search-missed")), element("p", "", word("js-search-missed-about")), items, ways);
  }

  // A form without scripts has put the words before `#`.
  const sent = new URLSearchParams(location.search).get("q");
  if (sent !== null) {
    const fields = new URLSearchParams({ q: sent });
    const target = `${location.pathname}#${fields}`;
    try {
      history.replaceState(null, "", target);
    } catch {
      location.replace(target);
    }
  }
  foot();
  present(fromAddress(), false);
})();

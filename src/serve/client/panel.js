// What is wrong, in a panel over the page: for each problem a sentence and the
// line to write, and behind them the lines of the file. It opens by itself for the
// page in view and for what the last save has brought, and never takes the focus.
// All words come from the preview; all text becomes text nodes.

const playbookPanel = (preview) => {
  "use strict";

  const { style, ask } = preview;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /** A store that a browser may refuse. */
  const store = (kind, name) => ({
    get() {
      try {
        return window[kind].getItem(name);
      } catch {
        return null;
      }
    },
    set(value) {
      try {
        window[kind].setItem(name, value);
      } catch {
        // Then it is asked for again.
      }
    },
  });
  const chosen = store("localStorage", "playbook:editor");
  const dismissed = store("sessionStorage", "playbook:dismissed");

  /** What is stored by somebody who wants to see the path. */
  const PATH = "path";

  // An element of a name that no page can have, without an id or a class, and all
  // else in its shadow: whatever a heading is called, its id is not one of ours.
  const host = document.createElement("playbook-preview");
  host.dataset.ofPreview = "";
  const badge = make("button", { type: "button", className: "badge", hidden: true });
  const panel = make("section", { className: "panel", hidden: true });
  // In place before it says anything, or it would not be read out.
  const status = make("p", { className: "unseen" });
  status.setAttribute("role", "status");
  const root = host.attachShadow({ mode: "open" });
  root.append(make("link", { rel: "stylesheet", href: style }), status, panel, badge);

  // A page that stands in for one that cannot be shown has room for it.
  const room = document.querySelector("main[data-preview]");
  if (room) panel.className = "panel in-page";
  (room ?? document.documentElement).append(host);

  let found;
  let text = "";
  let errors = "[]";
  // Then no news closes it, unless nothing is left to show.
  let isOpenedByHand = false;
  // Of which problem the editor is being chosen.
  let choosing;

  async function refresh() {
    const answer = await ask(chosen.get());
    if (answer === undefined || answer === text) return;
    text = answer;
    found = JSON.parse(text);
    for (const it of [panel, badge, status]) it.setAttribute("lang", found.language);
    panel.setAttribute("aria-label", found.words.panel);
    const now = JSON.stringify(found.errors.map((it) => it.text));
    if (now !== errors) {
      if (!isOpenedByHand) panel.hidden = found.errors.length === 0 || dismissed.get() === now;
      say(found.errors.length ? `${found.here}. ${found.errors[0].message}` : found.words.mended);
    }
    errors = now;
    if (room) panel.hidden = !found.errors.length && !found.page.length;
    show();
  }

  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };

  // -- what is shown

  /** Draws it anew; what is open stays open, and the focus where it was. */
  function show() {
    const focused = root.activeElement?.dataset.key;
    const open = new Set([...panel.querySelectorAll("details[open]")].map((it) => it.dataset.key));
    const { words, summary } = found;
    badge.textContent = summary;
    badge.className = found.errors.length || found.elsewhere.length ? "badge error" : "badge";
    if (!summary) panel.hidden = true;
    isOpenedByHand &&= !panel.hidden;
    badge.hidden = Boolean(room) || !summary || !panel.hidden;
    const heading = make("h2", { tabIndex: -1 }, found.here);
    heading.dataset.key = "heading";
    const close = button(words.hide, "hide", () => hide());
    const parts = [make("header", {}, heading, ...(room ? [] : [close]))];
    if (found.kept) parts.push(make("p", {}, words["as-before"]));
    if (found.more) parts.push(make("p", {}, found.more));
    parts.push(make("ol", {}, ...[...found.errors, ...found.page].map(entry)));
    if (found.elsewhere.length) {
      parts.push(folded("elsewhere", found.others, make("ol", {}, ...found.elsewhere.map(entry))));
    }
    if (found.missed.length) parts.push(make("p", {}, `${words["missed-list"]} ${found.missed.join(" · ")}`));
    if (chosen.get() && found.editors.length) parts.push(changeEditor());
    panel.replaceChildren(...parts);
    for (const it of panel.querySelectorAll("details")) it.open = open.has(it.dataset.key);
    if (focused) keyed(focused)?.focus({ preventScroll: true });
  }

  const keyed = (key) => [...panel.querySelectorAll("[data-key]")].find((it) => it.dataset.key === key);

  function button(words, key, onclick) {
    const element = make("button", { type: "button", onclick }, words);
    element.dataset.key = key;
    return element;
  }

  function folded(key, words, ...children) {
    const element = make("details", {}, make("summary", {}, words), ...children);
    element.dataset.key = key;
    return element;
  }

  function entry(problem) {
    const key = `${problem.code} ${problem.place}`;
    const item = make("li", { className: problem.severity });
    item.append(make("p", { className: "says" }, make("span", { className: "kind" }, problem.kind), " ", ...marked(problem.message)));
    if (problem.stands) item.append(make("p", { className: "stands" }, problem.stands));
    if (problem.label) item.append(make("p", {}, ...marked(problem.label)));
    problem.mends.forEach((mend, at) => item.append(...lines(mend, `${key} ${at}`)));
    for (const help of problem.help) item.append(make("p", {}, ...marked(help)));
    const shown = make("pre", { tabIndex: 0 }, problem.text);
    item.append(folded(`${key} file`, found.words["in-file"], shown));
    if (problem.file) item.append(...opener(problem, `${key} open`));
    return item;
  }

  /** A sentence: what stands between backticks is code, and a plain first word has a capital. */
  function marked(words) {
    const sentence = words.replace(/^\p{Ll}(?=\p{L}*[ ,:])/u, (letter) => letter.toUpperCase());
    return sentence.split(/`([^`]+)`/).map((part, at) => (at % 2 ? make("code", {}, part) : part));
  }

  function lines({ says, lines: written, copied }, key) {
    const shown = make("pre", { className: copied ? "mend" : "mend gone" }, written);
    const row = make("div", { className: "row" }, shown);
    if (copied) row.append(copier(written, shown, key));
    return [make("p", {}, says), row];
  }

  function copier(written, shown, key) {
    const element = button(found.words.copy, `${key} copy`, async () => {
      try {
        await navigator.clipboard.writeText(written);
        say(found.words.copied);
        element.textContent = found.words.copied;
        setTimeout(() => (element.textContent = found.words.copy), 2000);
      } catch {
        getSelection().selectAllChildren(shown);
        say(found.words.selected);
      }
    });
    return element;
  }

  // -- the editor, which nobody has until they choose one

  function opener(problem, key) {
    if (choosing === key) return [chooser(key)];
    if (!found.editors.length || chosen.get() === PATH) {
      const shown = make("code", { className: "file" }, problem.file);
      return [make("div", { className: "row" }, shown, copier(problem.file, shown, key))];
    }
    const editor = found.editors.find(({ id }) => id === chosen.get());
    if (!problem.editor || !editor) return [button(found.words.open, key, () => choose(key))];
    const link = make("a", { href: problem.editor }, found.words["open-in"].replace("{editor}", editor.name));
    link.dataset.key = key;
    return [link];
  }

  function chooser(key) {
    const { words, editors } = found;
    const option = ({ id, name }) => button(name, `${key} ${id}`, () => take(id, key));
    const likely = editors.filter((it) => it.first).map(option);
    const others = editors.filter((it) => !it.first).map(option);
    const group = make("div", { className: "chooser" }, make("p", {}, words["ask-editor"]));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words["ask-editor"]);
    group.append(...likely, button(words["show-path"], `${key} ${PATH}`, () => take(PATH, key)));
    if (likely.length) group.append(folded(`${key} others`, words["other-editors"], ...others));
    else group.append(...others);
    return group;
  }

  function changeEditor() {
    if (choosing === "change") return chooser("change");
    return button(found.words["change-editor"], "change", () => choose("change"));
  }

  function choose(key) {
    choosing = key;
    show();
    panel.querySelector(".chooser button")?.focus();
  }

  /** Keeps the choice, and opens what it was made for. */
  async function take(id, key) {
    chosen.set(id);
    choosing = undefined;
    text = "";
    await refresh().catch(() => {});
    const opened = keyed(key);
    opened?.focus();
    if (opened?.localName === "a") opened.click();
  }

  // -- opened and hidden by hand

  function hide() {
    dismissed.set(errors);
    isOpenedByHand = false;
    panel.hidden = true;
    badge.hidden = !badge.textContent;
    badge.focus();
  }

  badge.onclick = () => {
    isOpenedByHand = true;
    panel.hidden = false;
    badge.hidden = true;
    keyed("heading")?.focus();
  };

  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    const opener = choosing;
    choosing = undefined;
    if (!opener) return room || hide();
    show();
    keyed(opener)?.focus();
  });

  return { refresh };
};

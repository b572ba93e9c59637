// Shows in an open tab what was saved: asks for the page again when there is a
// new build, and lists what is wrong. All text from outside becomes text nodes.

(() => {
  "use strict";

  const script = document.currentScript;
  const { token, route } = script.dataset;
  const own = (path, more = "") => `/__playbook/${path}?token=${token}${more}`;
  const again = `playbook:${location.pathname}`;

  // Before any script of the site has run: the page as it was served.
  let served = document.cloneNode(true);
  let etag = script.dataset.etag;
  const tags = new Map();

  // -- news

  function listen() {
    if (!window.SharedWorker) return listenAlone();
    const worker = new SharedWorker(own("worker.js"));
    worker.onerror = listenAlone;
    worker.port.onmessage = ({ data }) => (data.lost ? lost() : refresh());
    addEventListener("pagehide", () => worker.port.postMessage("leave"));
    // Back again, as it was left.
    addEventListener("pageshow", ({ persisted }) => persisted && worker.port.postMessage("return"));
  }

  /** Without a shared stream only the tab in view has one. */
  function listenAlone() {
    let stream;
    const follow = () => {
      stream?.close();
      if (document.hidden) return;
      stream = new EventSource(own("events"));
      stream.addEventListener("built", refresh);
      stream.onerror = () => stream.readyState === EventSource.CLOSED && lost();
    };
    document.addEventListener("visibilitychange", follow);
    follow();
  }

  /** The stream has ended: if another run has taken over, its pages know more. */
  async function lost() {
    const answer = await fetch(own("problems"), { cache: "no-store" }).catch(() => undefined);
    if (answer?.status === 403) reload();
    else if (!answer) setTimeout(lost, 1000);
  }

  // -- the page

  let busy = false;
  let more = false;

  async function refresh() {
    more = true;
    // A tab that nobody sees waits until somebody does.
    if (busy || document.hidden) return;
    busy = true;
    while (more) {
      more = false;
      try {
        await page();
        await Promise.all([pieces(), problems()]);
      } catch {
        // The preview is being started again; the stream tells when it is back.
      }
    }
    busy = false;
  }

  /** Asks for `address`, unless it is still the one with this tag. */
  function ask(address, tag, method = "GET") {
    return fetch(address, { method, cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} });
  }

  async function page() {
    const answer = await ask(location.pathname + location.search, etag);
    if (answer.status === 304) return;
    if (!answer.headers.get("content-type")?.startsWith("text/html")) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    etag = answer.headers.get("etag");
    if (scriptsOf(next) !== scriptsOf(served)) return reload();
    playbookMorph(served, next);
    served = next;
    document.dispatchEvent(new CustomEvent("playbook:morphed"));
  }

  function scriptsOf(page) {
    const scripts = [...page.querySelectorAll("script:not([data-playbook])")];
    return scripts.map((script) => script.getAttribute("src")).join("\n");
  }

  /** Style sheets, pictures and scripts, each only when it has changed. */
  async function pieces() {
    const shown = document.querySelectorAll("link[rel=stylesheet], img[src], script[src]:not([data-playbook])");
    const byAddress = new Map();
    for (const element of shown) {
      const address = new URL(element.href ?? element.src);
      if (address.origin !== location.origin) continue;
      byAddress.set(address.pathname, [...(byAddress.get(address.pathname) ?? []), element]);
    }
    await Promise.all([...byAddress].map(([path, elements]) => piece(path, elements)));
  }

  async function piece(path, elements) {
    const known = tags.get(path);
    const answer = await ask(path, known, "HEAD");
    const tag = answer.headers.get("etag");
    if (answer.status === 304 || !tag) return;
    tags.set(path, tag);
    if (known && known !== tag) elements.forEach(renew);
  }

  function renew(element) {
    if (element.localName === "script") return reload();
    const name = element.localName === "link" ? "href" : "src";
    const address = `${element.getAttribute(name).split("?")[0]}?g=${Date.now()}`;
    if (name === "src") return element.setAttribute(name, address);
    // The old sheet goes when the new one is there: no moment without style.
    const sheet = element.cloneNode();
    sheet.dataset.ofPreview = "";
    sheet.onload = () => {
      element.remove();
      delete sheet.dataset.ofPreview;
    };
    sheet.setAttribute(name, address);
    element.after(sheet);
  }

  // -- state that outlives a reload

  const fields = () => [...document.querySelectorAll("input, textarea, select")];

  function reload() {
    const open = [...document.querySelectorAll("details")].map((it) => it.open);
    const values = fields().map((it) => [it.value, it.checked ?? false]);
    sessionStorage.setItem(again, JSON.stringify({ x: scrollX, y: scrollY, open, values }));
    location.reload();
  }

  function restore() {
    const saved = sessionStorage.getItem(again);
    if (!saved) return;
    sessionStorage.removeItem(again);
    const { x, y, open, values } = JSON.parse(saved);
    [...document.querySelectorAll("details")].forEach((it, at) => (it.open = open[at] ?? it.open));
    fields().forEach((it, at) => {
      if (!values[at] || it.type === "file") return;
      [it.value, it.checked] = values[at];
    });
    scrollTo(x, y);
  }

  // -- what is wrong

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const counted = (count, name) => (count ? `${count} ${name}${count === 1 ? "" : "s"}` : "");

  const host = Object.assign(document.createElement("div"), { id: "playbook-preview" });
  host.dataset.ofPreview = "";
  const style = make("link", { rel: "stylesheet", href: own("preview.css") });
  const badge = make("button", { type: "button", className: "badge", hidden: true });
  const panel = make("section", { className: "panel", hidden: true });
  panel.setAttribute("aria-label", "What is wrong");
  host.attachShadow({ mode: "open" }).append(style, panel, badge);

  let told = "[]";

  async function problems() {
    const answer = await ask(own("problems", `&route=${encodeURIComponent(route)}`));
    if (!answer.ok) return;
    const found = await answer.json();
    const errors = JSON.stringify(found.errors.map((it) => it.text));
    // New errors show themselves; mended ones take the panel with them.
    if (errors !== told) panel.hidden = found.errors.length === 0;
    told = errors;
    show(found);
  }

  // The site's search tells of what it did not find.
  document.addEventListener("playbook:missed", async ({ detail }) => {
    await fetch(own("missed", `&query=${encodeURIComponent(detail)}`), { method: "POST" }).catch(() => {});
    await problems().catch(() => {});
  });

  function show({ kept, errors, more: hidden, page, missed }) {
    const of = (severity) => page.filter((it) => it.severity === severity).length;
    const error = counted(errors.length + hidden, "error");
    const searches = missed.length ? `${missed.length} searched and not found` : "";
    const words = [error, counted(of("gap"), "gap"), counted(of("warn"), "warning"), searches].filter(Boolean).join(", ");
    badge.textContent = words;
    badge.className = errors.length ? "badge error" : "badge";
    badge.hidden = !words || !panel.hidden;
    if (!words) panel.hidden = true;
    const close = make("button", { type: "button", className: "close" }, "Hide");
    close.onclick = () => toggle(true);
    const heading = make("h2", {}, words);
    heading.setAttribute("role", "status");
    const notes = [];
    if (kept) notes.push(make("p", {}, "This page is shown as it was before: it cannot be shown as it is now."));
    const list = make("ol", {}, ...[...errors, ...page].map(entry));
    if (hidden) notes.push(make("p", {}, `The first ${errors.length} are listed.`));
    if (missed.length) notes.push(make("p", {}, `Searched and not found: ${missed.join(" · ")}`));
    panel.replaceChildren(make("header", {}, heading, close), ...notes, list);
  }

  function entry(problem) {
    const place = problem.editor
      ? make("a", { href: problem.editor, title: "Open in the editor" }, problem.place)
      : make("span", {}, problem.place);
    return make("li", { className: problem.severity }, place, make("pre", { tabIndex: 0 }, problem.text));
  }

  function toggle(hide) {
    panel.hidden = hide;
    badge.hidden = !hide || !badge.textContent;
  }
  badge.onclick = () => toggle(false);

  restore();
  document.documentElement.append(host);
  document.addEventListener("visibilitychange", () => more && refresh());
  listen();
})();

// Shows in an open tab what was saved: asks for the page again, and for what is
// wrong with it, when there is a new build.

(() => {
  "use strict";

  const script = document.currentScript;
  const { token, route } = script.dataset;
  const here = location.pathname + location.search;
  const own = (path, more = "") => `/__playbook/${path}?token=${token}${more}`;
  const again = `playbook:${location.pathname}`;

  // What this tab was sent. Not the document: the site's scripts have been at it,
  // and what they made of it is no part of any build.
  let etag = script.dataset.etag;
  let served = sent();
  const tags = new Map();

  /** The page with our tag; nothing when a newer one has come meanwhile. */
  async function sent() {
    try {
      // The browser has just stored it.
      const page = await parsed(await fetch(here, { cache: "force-cache" }));
      return marks(page).etag === script.dataset.etag ? page : undefined;
    } catch {
      return undefined;
    }
  }

  async function parsed(answer) {
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /** What the preview wrote into a page: its tag, its address and its run. */
  function marks(page) {
    return page.querySelector("script[data-playbook]")?.dataset ?? {};
  }

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

  /** The stream has ended: if another run has taken over, its pages are others. */
  async function lost() {
    const answer = await fetch(own("problems"), { cache: "no-store" }).catch(() => undefined);
    if (answer?.status === 403) refresh();
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
        await Promise.all([pieces(), panel.refresh()]);
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

  /** Equal tags, equal bytes: then there is nothing to do, whatever page it is. */
  async function page() {
    const answer = await ask(here, etag);
    if (answer.status === 304 || answer.headers.get("etag") === etag) return;
    if (!answer.headers.get("content-type")?.startsWith("text/html")) return;
    const [before, next] = [await served, await parsed(answer)];
    const marked = marks(next);
    if (!marked.etag || marked.etag === etag) return;
    etag = marked.etag;
    served = next;
    if (!before || marked.token !== token || scriptsOf(next) !== scriptsOf(before)) return reload();
    playbookMorph(before, next);
    document.dispatchEvent(new CustomEvent("playbook:morphed"));
  }

  const scripts = "script[src]:not([data-playbook])";
  const scriptsOf = (page) => addresses(page).join("\n");
  const addresses = (page) => [...page.querySelectorAll(scripts)].map((it) => it.getAttribute("src"));

  /**
   * Style sheets, pictures and scripts, each only when it has changed. Of the
   * scripts those that the page was sent with: what the site's own scripts load
   * while they run is their business, and no reason to load the page again.
   */
  async function pieces() {
    const before = await served;
    const named = new Set(before && addresses(before));
    const isSent = (it) => it.localName !== "script" || named.has(it.getAttribute("src"));
    const shown = [...document.querySelectorAll(`link[rel=stylesheet], img[src], ${scripts}`)].filter(isSent);
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
    if (answer.status === 304) return;
    const tag = answer.ok ? answer.headers.get("etag") : "missing";
    if (!tag) return;
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

  const panel = playbookPanel({
    style: own("preview.css"),
    async ask(editor) {
      const chosen = editor ? `&editor=${encodeURIComponent(editor)}` : "";
      const answer = await ask(own("problems", `&route=${encodeURIComponent(route)}${chosen}`));
      return answer.ok ? answer.text() : undefined;
    },
  });

  // The site's search tells of what it did not find.
  document.addEventListener("playbook:missed", async ({ detail }) => {
    await fetch(own("missed", `&query=${encodeURIComponent(detail)}`), { method: "POST" }).catch(() => {});
    await panel.refresh().catch(() => {});
  });

  restore();
  document.addEventListener("visibilitychange", () => more && refresh());
  listen();
})();

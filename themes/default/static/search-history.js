// What this device remembers of searches: the last ones, the pages they led to,
// and those that found nothing. Nothing of it is ever sent by itself.
"use strict";

playbook.searchHistory = (() => {
  const { device, session, stored, root } = playbook;
  const most = { searches: 6, opened: 6, missed: 50 };
  const longest = 200;

  const get = (list) => {
    const found = stored(device, `search ${list}`);
    return Array.isArray(found) ? found : [];
  };

  /** Puts an entry in front; one of the same name goes. */
  function add(list, entry, name = (it) => it) {
    const others = get(list).filter((it) => name(it) !== name(entry));
    device.set(`search ${list}`, JSON.stringify([entry, ...others].slice(0, most[list])));
  }

  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, longest);

  /** A result is opened: remembers it, and what to mark on its page. */
  function opened(record, text, result) {
    if (short(text)) add("searches", short(text));
    add("opened", { url: record.url, title: record.title }, (it) => it.url);
    const forms = result.words.flatMap(({ typed, found, forms }) => [typed, ...found, ...forms]);
    const words = [...new Set(forms)].slice(0, 200);
    const page = new URL(record.url, root).pathname.slice(root.pathname.length);
    if (words.length) session.set("sought", JSON.stringify({ page, words }));
  }

  /** A search has found nothing. */
  function missed(text) {
    const query = short(text);
    if (query.length < 2) return;
    add("missed", query, (it) => it.toLowerCase());
    // The preview has a list of its own.
    document.dispatchEvent(new CustomEvent("playbook:missed", { detail: query }));
  }

  /** Only what this file can have written. */
  function pages() {
    const isOurs = (it) => typeof it?.url === "string" && typeof it.title === "string" && !/^([a-z]+:|\/|\\)/i.test(it.url);
    return get("opened").filter(isOurs);
  }
  const texts = (list) => get(list).filter((it) => typeof it === "string");

  function clear(...lists) {
    for (const list of lists) device.remove(`search ${list}`);
  }

  return { opened, missed, pages, clear, searches: () => texts("searches"), missing: () => texts("missed") };
})();

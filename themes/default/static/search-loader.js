// Loads the files of the search index: scripts that call `playbookSearch`, the
// only way that works over http, from a folder on a disk and under a strict
// policy. What comes back and is not one of them has a name for each case.
"use strict";

/** Called by every file of the index. */
function playbookSearch(what, name, version, payload) {
  playbookSearchLoader.take(what, name, version, payload);
}

const playbookSearchLoader = (() => {
  const root = new URL("..", document.currentScript.src);
  const pending = new Map();
  const id = (what, name) => `${what} ${name}`;

  /** Set when core has to come past every cache. */
  let renewed = "";

  function address(what, name, version) {
    const path = playbookSearchEngine.path(what, name).split("/").map(encodeURIComponent).join("/");
    const url = new URL(`search/${path}`, root);
    const query = what === "core" ? renewed : version;
    if (query) url.searchParams.set("v", query);
    return url.href;
  }

  function fault(kind, what, name) {
    return Object.assign(new Error(`search: ${id(what, name)} is ${kind}`), { kind });
  }

  /**
   * The payload of a file. Fails with the kind `missing` (it does not load),
   * `foreign` (it is no file of the index: a login page) or `stale` (it is of
   * another version of the site).
   */
  function load(what, name, version) {
    const key = id(what, name);
    const known = pending.get(key);
    if (known?.version === version) return known.promise;
    const asked = { version };
    asked.promise = new Promise((resolve, reject) => Object.assign(asked, { resolve, reject }));
    pending.set(key, asked);
    const script = document.createElement("script");
    const end = (kind) => {
      script.remove();
      if (pending.get(key) === asked) pending.delete(key);
      // Nothing happens when it has been taken.
      asked.reject(fault(kind, what, name));
    };
    script.onload = () => end("foreign");
    script.onerror = () => end("missing");
    script.src = address(what, name, version);
    document.head.append(script);
    return asked.promise;
  }

  function take(what, name, version, payload) {
    const asked = pending.get(id(what, name));
    // A record has no version of its own.
    const differs = asked?.version && version && asked.version !== version;
    if (differs) asked.reject(fault("stale", what, name));
    else asked?.resolve(payload);
  }

  let engine;
  /**
   * What `act` finds with the engine. When the site has been published anew
   * meanwhile, the engine begins again, once; after a fault the next question
   * does.
   */
  async function ask(act, mayRenew = true) {
    engine ??= playbookSearchEngine.create(load);
    const mine = engine;
    try {
      return await act(mine);
    } catch (error) {
      if (engine === mine) engine = undefined;
      if (error.kind !== "stale" || !mayRenew) throw error;
      renewed = String(Date.now());
      return ask(act, false);
    }
  }

  /** The next question begins anew: in the preview the site may have changed. */
  function renew() {
    engine = undefined;
    renewed = String(Date.now());
  }

  return { load, take, ask, renew };
})();

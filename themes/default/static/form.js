// Opens the form for new pages when somebody asks for it, or has typed there
// before: its parts, and what it is made of, are loaded then and not earlier.
"use strict";

/** Called by `contribute.js`. */
function playbookForm(data) {
  playbookFormStart.take(data);
}

const playbookFormStart = (() => {
  const { root, word, stored, device } = playbook;
  const theme = new URL(".", document.currentScript.src);
  const parts = ["clean", "html", "yaml", "document", "dress", "check", "sort", "path", "ways", "fields", "hand-in", "page", "collection", "open", "shell"];
  const place = document.querySelector("[data-form-here]");

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = reject;
      script.src = address;
      document.head.append(script);
    });
  }

  let taken;
  let loading;
  async function shell() {
    for (const part of parts) await load(new URL(`form-${part}.js`, theme).href);
    await load(new URL("contribute.js", root).href);
    return playbookFormShell(taken, place);
  }

  async function open(what, isAsked, wish) {
    loading ??= shell();
    let form;
    try {
      form = await loading;
    } catch {
      loading = undefined;
      place.textContent = word("js-form-failed");
      return;
    }
    form.open(what, isAsked, wish);
  }

  document.querySelectorAll("[data-form]").forEach((it) => {
    it.addEventListener("click", () => open(it.dataset.form, true));
  });
  // A link to a page that nobody has written says which one is meant.
  const asked = new URLSearchParams(location.search);
  const wish = Object.fromEntries(["role", "job", "name"].map((key) => [key, asked.get(key)?.slice(0, 200) ?? ""]));
  const isWish = Object.values(wish).some(Boolean);
  const layer = document.querySelector(`[data-form="${CSS.escape(location.hash.slice(1))}"]`)?.dataset.form ?? "fluency";
  const typed = ["workflow", "path"].find((kind) => stored(device, `form 1 ${kind}`));
  if (isWish) open(layer, true, { ...wish, layer });
  else if (typed) open(typed === "path" ? "path" : stored(device, "form 1 workflow").layer, false);

  return { take: (data) => (taken = data) };
})();

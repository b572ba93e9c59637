// The frame of both forms: what was typed before, what takes its place and the way
// back, and the way to clear all of it. How a whole page comes in is in
// `form-open.js`.
"use strict";

/** Opens the form in `place`. `data`: what it is made of. */
function playbookFormShell(data, place) {
  const { element, button, device, stored, say } = playbook;
  const word = (key, values = {}) => playbookFormWays.filled(data.words[key] ?? key, values);
  playbookFormDocument.prepare(data);

  const isLayer = (layer) => data.workflow.layers.some(({ id }) => id === layer);
  const isRecord = (it) => it !== null && typeof it === "object" && !Array.isArray(it);
  const MAX_REPLACED = 5;

  /** Whether this can be shown: it may be of another version of the form. */
  function isDraft(kind, it) {
    const isWhole = isRecord(it) && typeof it.source === "string" && isRecord(it.values) && isRecord(it.values.fields) && isRecord(it.values.sections);
    if (!isWhole || (kind === "workflow" && !isLayer(it.layer))) return false;
    if (it.published) it.origin = "published";
    return kind === "workflow" || Array.isArray(it.values.checkpoints);
  }

  /** What was typed before. */
  function before(kind) {
    const draft = stored(device, `form 1 ${kind}`);
    return isDraft(kind, draft) ? draft : undefined;
  }

  /** A form with nothing in it but what is known of the page that is asked for. */
  function empty(kind, layer, { role, job, name } = {}) {
    const known = { ...(data.names.roles.some(({ id }) => id === role) && { roles: [role] }), ...(job && { job }) };
    const values = { fields: known, sections: {}, intro: "", ...(kind === "path" ? { checkpoints: [{ fields: {} }] } : {}) };
    return { source: "", layer, values, name, start: JSON.stringify(values) };
  }

  let kind;
  let draft;
  let isTyped = false;
  const note = element("p", "note");
  const message = element("p", "message");
  message.setAttribute("role", "status");
  const back = button(word("form-undo"), "toggle", () => swap());
  const body = element("div");
  const heading = element("h2");
  heading.tabIndex = -1;

  function keep() {
    isTyped = false;
    const isKept = device.set(`form 1 ${kind}`, JSON.stringify(draft));
    note.textContent = word(isKept ? "form-kept" : "form-not-kept");
    note.classList.toggle("none", !isKept);
  }

  // A tab that is closed or put aside may be gone a moment later.
  const keepTyped = () => isTyped && keep();
  addEventListener("pagehide", keepTyped);
  document.addEventListener("visibilitychange", () => document.hidden && keepTyped());

  /** Does `act` when nobody types any more, and while somebody types once in a second. */
  function paced(act) {
    let timer;
    let since;
    return () => {
      isTyped = true;
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(() => {
        since = undefined;
        if (isTyped) keep();
        act();
      }, Math.max(0, Math.min(250, since + 1000 - Date.now())));
    };
  }

  function show() {
    const layer = data.workflow.layers.find(({ id }) => id === draft.layer);
    heading.textContent = kind === "path" ? word("form-title-path") : word("form-title-page", { layer: layer.name });
    place.className = `part form ${kind === "path" ? "" : draft.layer}`;
    const form = kind === "path" ? playbookFormCollection(data, word, draft, paced) : playbookFormPage(data, word, draft, { paced, setLayer, takeFile });
    body.replaceChildren(form.node);
    back.hidden = replaced().length === 0;
  }

  function setLayer(layer) {
    Object.assign(draft, { layer, isChosen: true });
    keep();
    show();
    body.querySelector("select").focus();
  }

  const hasText = (it) => it.source !== "" || JSON.stringify(it.values) !== it.start;

  /** Drafts that others have taken the place of, the last of them first to come back. */
  const replaced = () => {
    const drafts = stored(device, `form 1 ${kind} before`);
    return Array.isArray(drafts) ? drafts.filter((it) => isDraft(kind, it)) : [];
  };

  function keepReplaced(drafts) {
    // What has no room any more goes from the oldest on.
    for (let from = Math.max(0, drafts.length - MAX_REPLACED); from < drafts.length; from += 1) {
      if (device.set(`form 1 ${kind} before`, JSON.stringify(drafts.slice(from)))) return;
    }
    if (drafts.length === 0) device.remove(`form 1 ${kind} before`);
  }

  /** Shows another draft; what somebody typed before can be brought back. */
  function instead(next) {
    if (hasText(draft)) keepReplaced([...replaced(), draft]);
    draft = next;
    keep();
    show();
  }

  function swap() {
    const drafts = replaced();
    const other = drafts.pop();
    if (!other) return;
    // Pressed again it goes round, so that nothing is lost by it.
    keepReplaced(hasText(draft) ? [draft, ...drafts] : drafts);
    draft = other;
    keep();
    show();
    message.textContent = word("form-undone");
    heading.focus();
  }

  const opener = playbookFormOpen(data, word, {
    kind: () => kind,
    draft: () => draft,
    take: (next, said) => {
      instead(next);
      message.textContent = said;
      heading.focus();
    },
    tell: (said) => (message.textContent = said),
    keepLater: paced(() => {}),
  });
  const takeFile = (text) => opener.takeFile(text);

  function clearButton() {
    let isSure = false;
    let timer;
    const act = button(word("form-clear"), "toggle", () => {
      clearTimeout(timer);
      if (!isSure) {
        isSure = true;
        act.textContent = word("form-clear-sure");
        timer = setTimeout(() => {
          isSure = false;
          act.textContent = word("form-clear");
        }, 5000);
        return;
      }
      isTyped = false;
      draft = undefined;
      for (const which of ["", " before"]) device.remove(`form 1 ${kind}${which}`);
      place.replaceChildren(element("p", "note", word("form-cleared")));
      say(word("form-cleared"));
      document.querySelector("[data-form]").focus();
    });
    return act;
  }

  /** Shows a form: `what` is `path`, `page`, or a layer; `wish`: a page that a link asks for. */
  function open(what, isAsked, wish) {
    kind = what === "path" ? "path" : "workflow";
    const known = before(kind);
    const isOther = wish && known?.name !== wish.name;
    draft = known ?? empty(kind, isLayer(what) ? what : "fluency");
    if (isOther) {
      if (known && hasText(known)) keepReplaced([...replaced(), known]);
      draft = empty(kind, what, wish);
    }
    if (isLayer(what)) Object.assign(draft, { layer: what, isChosen: true });
    const panel = opener.panel();
    panel.open = what === "page" || Boolean(draft.pasted);
    message.textContent = known && !isOther ? word("form-restored") : "";
    if (isOther && wish.job) message.textContent = word("form-wish", { job: wish.job });
    note.textContent = word("form-kept");
    note.classList.remove("none");
    place.replaceChildren(heading, note, message, back, panel, body, clearButton());
    show();
    if (isAsked) heading.focus();
    // A link to a page that is asked for comes from elsewhere.
    if (wish) heading.scrollIntoView();
  }

  return { open };
}

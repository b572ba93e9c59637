// The frame of both forms: what was typed before, a whole page to paste or to
// open, and the way to clear all of it.
"use strict";

/** Opens the form in `place`. `data`: what it is made of. */
function playbookFormShell(data, place) {
  const { element, button, device, stored, say, root } = playbook;
  const fields = playbookFormFields;
  const word = (key, values = {}) => playbookFormWays.filled(data.words[key] ?? key, values);
  playbookFormDocument.prepare(data);

  const isLayer = (layer) => data.workflow.layers.some(({ id }) => id === layer);
  const isRecord = (it) => it !== null && typeof it === "object" && !Array.isArray(it);
  /** What was typed before, if it can be read: it may be of another version of the form. */
  function before(kind) {
    const draft = stored(device, `form 1 ${kind}`);
    const isWhole = isRecord(draft) && typeof draft.source === "string" && isRecord(draft.values) && isRecord(draft.values.fields) && isRecord(draft.values.sections);
    if (!isWhole || (kind === "workflow" && !isLayer(draft.layer))) return undefined;
    return kind === "workflow" || Array.isArray(draft.values.checkpoints) ? draft : undefined;
  }

  const empty = (kind, layer) => ({
    source: "", layer, values: { fields: {}, sections: {}, intro: "", ...(kind === "path" ? { checkpoints: [{ fields: {} }] } : {}) },
  });

  let kind;
  let draft;
  const note = element("p", "note");
  const message = element("p", "message");
  message.setAttribute("role", "status");

  function keep() {
    const isKept = device.set(`form 1 ${kind}`, JSON.stringify(draft));
    note.textContent = word(isKept ? "form-kept" : "form-not-kept");
    note.classList.toggle("none", !isKept);
  }

  const body = element("div");
  const heading = element("h2");
  heading.tabIndex = -1;

  function show() {
    const layer = data.workflow.layers.find(({ id }) => id === draft.layer);
    heading.textContent = kind === "path" ? word("form-title-path") : word("form-title-page", { layer: layer.name });
    place.className = `part form ${kind === "path" ? "" : draft.layer}`;
    const form = kind === "path" ? playbookFormCollection(data, word, draft, keep) : playbookFormPage(data, word, draft, keep, (next) => {
      draft.layer = next;
      keep();
      show();
      body.querySelector("select").focus();
    });
    body.replaceChildren(form.node);
  }

  /** Puts the source of a page into the fields; `path`: its file, where that is known. */
  function take(source, { path, around = "", isPublished = false }) {
    const form = kind === "path" ? data.path : data.workflow;
    const values = kind === "path" ? playbookFormPath.read(form, source) : playbookFormDocument.read(form, source);
    const written = String(values.fields.layer ?? "").toLowerCase().replace("judgement", "judgment");
    const opened = isLayer(written) ? written : undefined;
    const known = data.names[kind === "path" ? "collections" : "workflows"];
    const title = values.fields.title;
    const found = path ?? (title && known.find((it) => it.title === title)?.path);
    draft = { source, values, around, path: found, opened, layer: opened ?? playbookFormSort.layerOf(values.sections), published: isPublished };
    keep();
    show();
    const names = [...form.fields.filter((it) => values.fields[it.name]?.length).map((it) => it.label), ...Object.keys(values.titles).map((it) => values.titles[it])];
    message.textContent = word("form-paste-done", { fields: names.join(", ") });
    heading.focus();
  }

  function sorted(text, path) {
    if (!text.trim()) {
      message.textContent = word("form-paste-nothing");
      return;
    }
    if (kind === "path") return void take(text, { path });
    const { source, around } = playbookFormSort.sort(data.workflow, text);
    take(source, { path, around });
  }

  /** The file of this name among the pages, or where a new one of it belongs. */
  function pathOf(name) {
    const [folder, known] = kind === "path" ? ["collections", data.names.collections] : ["workflows", data.names.workflows];
    const found = known.find((it) => it.path.endsWith(`/${name}`));
    return found?.path ?? (/\.md$/i.test(name) ? `content/${folder}/${name}` : undefined);
  }

  function fileField() {
    const control = fields.attributes(element("input"), { type: "file", accept: ".md,.markdown,.txt" });
    control.addEventListener("change", async () => {
      const file = control.files[0];
      if (!file) return;
      try {
        const bytes = await file.arrayBuffer();
        // `ignoreBOM` keeps the mark, which is a part of the file.
        sorted(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), pathOf(file.name));
      } catch {
        message.textContent = word("form-file-failed");
      }
      control.value = "";
    });
    return fields.labelled(control, word("form-file-label"), "", true);
  }

  function publishedField() {
    const known = data.names.workflows;
    let chosen = "";
    const list = fields.suggestions(known);
    const field = fields.labelled(fields.input("", (typed) => (chosen = typed.trim()), { list: list.id }), word("form-published-label"), "", true);
    const act = button(word("form-published-act"), "toggle", async () => {
      const page = known.find((it) => it.id === chosen || it.title === chosen);
      if (!page) return void (message.textContent = word("form-published-none"));
      if (location.protocol === "file:") return void (message.textContent = word("form-published-disk"));
      try {
        const answer = await fetch(new URL(`workflows/${encodeURIComponent(page.id)}.md`, root));
        const text = await answer.text();
        // Whoever has been signed out is given a page to sign in.
        if (!answer.ok || !text.startsWith("---\n")) throw new Error("no page");
        take(text, { path: page.path, isPublished: true });
      } catch {
        message.textContent = word("form-published-failed");
      }
    });
    field.append(list, act);
    return field;
  }

  function pastePanel() {
    const panel = element("details", "paste-in");
    const inner = element("div", "fields");
    let typed = "";
    const area = fields.area("", (text) => (typed = text), 6);
    const act = button(word("form-paste-act"), "primary", () => sorted(typed));
    const way = element("p", "field long");
    way.append(act);
    inner.append(fields.labelled(area, word("form-paste-label"), word("form-paste-about"), true), way, fileField());
    if (kind !== "path") inner.append(publishedField());
    panel.append(element("summary", "", word("form-paste-title")), inner);
    return panel;
  }

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
      device.remove(`form 1 ${kind}`);
      place.replaceChildren(element("p", "note", word("form-cleared")));
      say(word("form-cleared"));
      document.querySelector("[data-form]").focus();
    });
    return act;
  }

  /** Shows a form: `open` is `path`, `page`, or a layer. */
  function open(what, isAsked) {
    kind = what === "path" ? "path" : "workflow";
    const known = before(kind);
    draft = known ?? empty(kind, isLayer(what) ? what : "fluency");
    if (isLayer(what)) draft.layer = what;
    const panel = pastePanel();
    panel.open = what === "page";
    message.textContent = known ? word("form-restored") : "";
    note.textContent = word("form-kept");
    note.classList.remove("none");
    place.replaceChildren(heading, note, message, panel, body, clearButton());
    show();
    if (isAsked) heading.focus();
  }

  return { open };
}

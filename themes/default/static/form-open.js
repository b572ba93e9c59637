// How a whole page comes into the form: pasted, as a file, or as the site has
// published it. Only the source of a page may take its file's place: what was published
// has lost its comments and half of its front matter, so that it gives changes and no file.
"use strict";

/** `now`: the kind and the draft at this moment, and who takes the next one. */
function playbookFormOpen(data, word, now) {
  const { element, button, root } = playbook;
  const fields = playbookFormFields;
  const isPath = () => now.kind() === "path";
  const form = () => (isPath() ? data.path : data.workflow);
  const known = () => data.names[isPath() ? "collections" : "workflows"];
  const read = (source) => (isPath() ? playbookFormPath : playbookFormDocument).read(form(), source);

  /** Whether this is a page as the site has it, which says how far to trust it. */
  function isPublished(source) {
    const keys = playbookFormDocument.parse(form(), source).front.entries.map((it) => it.key);
    if (!isPath()) return keys.includes("standing");
    return !keys.includes("checkpoints") && known().some((it) => it.title === read(source).fields.title);
  }

  function layerIn(values) {
    const written = String(values.fields.layer ?? "").toLowerCase().replace("judgement", "judgment");
    return data.workflow.layers.find(({ id }) => id === written)?.id;
  }

  let folded;

  /** What somebody changed in a published page, in its source; what has no place in it is left over. */
  function carry(from, values) {
    const before = read(from.source);
    const left = [];
    for (const [key, typed] of Object.entries(from.values.sections)) {
      const was = before.sections[key] ?? "";
      if (typed === was) continue;
      // Elsewhere the source has links and comments that were not there to be changed.
      if ((values.sections[key] ?? "") === was) values.sections[key] = typed;
      else left.push(`## ${before.titles[key] ?? form().sections[key]?.heading ?? form().boundary[key]?.name ?? key}\n\n${typed}`);
    }
    return left.join("\n\n");
  }

  /** The source of a page into the fields; `path`: its file, where that is known. */
  function take(source, { path, around = "", origin }) {
    const values = read(source);
    const title = values.fields.title;
    const sameTitle = title && known().find((it) => it.title === title)?.path;
    const draft = now.draft();
    const isSame = draft.origin === "published" && origin === "source" && draft.values.fields.title === title;
    const left = isSame ? carry(draft, values) : "";
    const opened = isPath() ? undefined : layerIn(values);
    const layer = opened ?? (draft.isChosen ? draft.layer : playbookFormSort.layerOf(values.sections));
    // Words that came without the front matter of a page are a page of their own.
    const file = path ?? (origin === "text" ? undefined : sameTitle);
    const names = [...form().fields.filter((it) => values.fields[it.name]?.length).map((it) => it.label), ...Object.keys(values.titles).map((it) => values.titles[it])];
    const said = [word("form-paste-done", { fields: names.join(", ") })];
    if (sameTitle && origin === "text") said.push(word("form-paste-alike", { file: sameTitle }));
    const next = { source, values, around: [around, left].filter(Boolean).join("\n\n"), path: file, file, opened, layer, isChosen: draft.isChosen, origin, name: draft.name };
    if (folded) folded.open = false;
    now.take(next, said.join(" "));
  }

  function sorted(text, path) {
    if (!text.trim()) return void now.tell(word("form-paste-nothing"));
    if (isPath() && isPublished(text)) return void now.tell(word("form-source-not"));
    if (isPath()) return void take(text, { path, origin: "source" });
    const { source, around, isSource } = playbookFormSort.sort(data.workflow, text);
    take(source, { path, around, origin: isPublished(source) ? "published" : isSource ? "source" : "text" });
  }

  /** The text of the file of the page that is shown as it is published. */
  function takeFile(text) {
    const isSource = /^\ufeff?---[ \t]*\r?\n/.test(text) && !isPublished(text) && read(text).fields.title;
    if (!isSource) return void now.tell(word("form-source-not"));
    take(text, { path: now.draft().path, origin: "source" });
  }

  /** The file of this name among the pages, or where a new one of it belongs. */
  function pathOf(name) {
    const found = known().find((it) => it.path.endsWith(`/${name}`));
    return found?.path ?? (/\.md$/i.test(name) ? `content/${isPath() ? "collections" : "workflows"}/${name}` : undefined);
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
        now.tell(word("form-file-failed"));
      }
      control.value = "";
    });
    return fields.labelled(control, word("form-file-label"), "", true);
  }

  function publishedField() {
    const pages = data.names.workflows;
    let chosen = "";
    const list = fields.suggestions(pages);
    const field = fields.labelled(fields.input("", (typed) => (chosen = typed.trim()), { list: list.id }), word("form-published-label"), "", true);
    const act = button(word("form-published-act"), "toggle", async () => {
      const page = pages.find((it) => it.id === chosen || it.title === chosen);
      if (!page) return void now.tell(word("form-published-none"));
      if (location.protocol === "file:") return void now.tell(word("form-published-disk"));
      try {
        const answer = await fetch(new URL(`workflows/${encodeURIComponent(page.id)}.md`, root));
        const text = await answer.text();
        // Whoever has been signed out is given a page to sign in.
        if (!answer.ok || !text.startsWith("---\n")) throw new Error("no page");
        take(text, { path: page.path, origin: "published" });
      } catch {
        now.tell(word("form-published-failed"));
      }
    });
    field.append(list, act);
    return field;
  }

  /** Everything by which a page comes in, to fold out. */
  function panel() {
    const made = element("details", "paste-in");
    const inner = element("div", "fields");
    const area = fields.area(now.draft().pasted ?? "", (text) => {
      now.draft().pasted = text;
      now.keepLater();
    }, 6);
    const act = button(word("form-paste-act"), "primary", () => {
      sorted(area.value);
      if (now.draft().pasted === undefined) area.value = "";
    });
    const way = element("p", "field long");
    way.append(act);
    inner.append(fields.labelled(area, word("form-paste-label"), word("form-paste-about"), true), way, fileField());
    if (!isPath()) inner.append(publishedField());
    made.append(element("summary", "", word("form-paste-title")), inner);
    folded = made;
    return made;
  }

  return { panel, takeFile };
}

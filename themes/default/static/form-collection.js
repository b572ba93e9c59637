// The form for a path: its fields, and its checkpoints one below the other.
"use strict";

/** `data`: contract of the form; `draft`: what was typed before; `paced`: keeps it while one types. */
function playbookFormCollection(data, word, draft, paced) {
  const { element, button } = playbook;
  const fields = playbookFormFields;
  const form = data.path;
  const node = element("div");
  const { values } = draft;
  const titles = new Set([...data.names.workflows.map((it) => it.id), ...data.names.drills.map((it) => `drill:${it.id}`)]);
  const names = {
    ...data.names,
    items: [...data.names.workflows, ...data.names.drills.map((it) => ({ id: `drill:${it.id}`, title: it.title }))],
  };
  const before = playbookFormPath.read(form, draft.source);
  const missing = element("section", "missing");
  const foot = playbookFormHandIn.make(data, word, (path) => {
    draft.path = path;
    later();
  });

  /** The path of the file: its own, or one that no path has. */
  function pathOf() {
    const ids = data.names.collections.map((it) => it.id);
    return draft.path || `content/collections/${playbookFormWays.fileName(values.fields.title ?? "", "", ids)}.md`;
  }

  function showMissing() {
    const lines = values.fields.title ? [] : [...form.title_missing];
    const unknown = values.checkpoints.flatMap((it) => it.fields.do ?? []).filter((it) => !titles.has(it));
    if (unknown.length > 0) lines.push(word("form-missing-path", { names: unknown.join(", ") }));
    const made = (lines.length > 0 ? lines : [word("form-missing-nothing")]).map((it) => playbookFormHandIn.marked("p", it));
    missing.replaceChildren(element("h3", "", word("form-missing")), ...made);
  }

  function show() {
    const intro = values.intro === before.intro ? values.intro : playbookFormClean.prose(values.intro ?? "").trim();
    const path = pathOf();
    const text = playbookFormPath.compose(form, draft.source, { ...values, intro });
    showMissing();
    foot.show({ title: values.fields.title, path, text, isTaken: data.names.collections.some((it) => it.path === path), origin: draft.origin, isFile: path === draft.file });
  }

  const later = paced(show);

  function fieldOf(field, target) {
    return fields.make(field, target[field.name], names, word, (value) => {
      target[field.name] = value;
      later();
    });
  }

  const list = element("div");
  function checkpoint(one, at) {
    const group = element("fieldset", "checkpoint");
    const inner = element("div", "fields");
    inner.append(...form.checkpoint.map((it) => fieldOf(it, one.fields)));
    const remove = button(word("form-path-remove", { n: at + 1 }), "quiet", () => {
      values.checkpoints = values.checkpoints.filter((it) => it !== one);
      showCheckpoints();
      add.focus();
      later();
    });
    group.append(element("legend", "", word("form-path-checkpoint", { n: at + 1 })), inner, remove);
    return group;
  }

  function showCheckpoints() {
    list.replaceChildren(...values.checkpoints.map(checkpoint));
  }

  const add = button(word("form-path-add"), "toggle", () => {
    values.checkpoints.push({ fields: {} });
    list.append(checkpoint(values.checkpoints.at(-1), values.checkpoints.length - 1));
    list.lastChild.querySelector("input").focus();
    later();
  });

  const head = element("div", "fields");
  head.append(...form.fields.filter((it) => !before.kept.includes(it.name)).map((it) => fieldOf(it, values.fields)));
  const intro = element("div", "fields");
  intro.append(fields.labelled(fields.area(values.intro, (text) => {
    values.intro = text;
    later();
  }, 4), word("form-path-body"), "", true));
  const kept = element("p", "note", before.kept.length > 0 ? word("form-kept-keys", { keys: before.kept.join(", ") }) : "");
  kept.hidden = before.kept.length === 0;
  node.append(element("h3", "", word("form-fields")), head, kept, intro, element("h3", "", word("form-path-checkpoints")), list, add, missing, foot.node);
  showCheckpoints();
  show();
  return { node };
}

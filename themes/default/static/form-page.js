// The form for a page of a workflow: fields for what its layer asks for, a whole
// page sorted into them, what is missing, the way out. All that is typed is kept on
// the device by whoever opened it.
"use strict";

/** `data`: contract of the form; `draft`: what was typed before; `paced`: keeps it while one types. */
function playbookFormPage(data, word, draft, { paced, setLayer, takeFile }) {
  const { element, button } = playbook;
  const form = data.workflow;
  const fields = playbookFormFields;
  const pages = playbookFormDocument;
  const clean = playbookFormClean;
  const said = form.notes.said;
  const { marked } = playbookFormHandIn;

  const node = element("div");
  const values = draft.values;
  const isCopy = draft.origin === "published";
  const head = element("div", "fields");
  const moreHead = element("details");
  const kept = element("p", "note");
  const sections = element("div");
  const missing = element("section", "missing");
  const around = element("details");
  const foot = playbookFormHandIn.make(data, word, (path) => {
    draft.path = path;
    later();
  }, isCopy);

  let before;
  function readSource() {
    before = pages.read(form, draft.source);
  }

  /** What is typed, as the page has it; what was there already as it was. */
  function finished() {
    const text = {};
    for (const [key, typed] of Object.entries(values.sections)) {
      const isLine = key === "may" || key === "never";
      if (typed === before.sections[key]) text[key] = typed;
      else text[key] = isLine ? clean.one(typed) : playbookFormDress.section(key, typed, said);
    }
    const intro = values.intro === before.intro ? values.intro : clean.prose(values.intro ?? "").trim();
    // A layer in other words that mean it stays as it is written.
    const written = draft.layer === draft.opened ? {} : { layer: draft.layer };
    const dates = form.fields.filter((it) => it.shape === "date" && values.fields[it.name] !== before.fields[it.name]);
    const days = Object.fromEntries(dates.map(({ name }) => [name, playbookFormCheck.written(data.said, values.fields[name] ?? "")]));
    const roles = !draft.source && !values.fields.roles?.length ? { roles: ["everyone"] } : {};
    return { fields: { ...values.fields, ...days, ...roles, ...written }, sections: text, intro };
  }

  /** The sections that differ from the published ones, for whoever has the source. */
  function changes(done) {
    const keys = [...form.order, ...Object.keys(done.sections).filter((it) => it.startsWith("other:"))];
    const differs = (key) => (done.sections[key] ?? "") !== (before.sections[key] ?? "");
    const parts = keys.filter(differs).map((key) => `## ${before.titles[key] ?? form.sections[key].heading}\n\n${done.sections[key]}\n`);
    for (const key of ["may", "never"].filter(differs)) parts.push(`**${form.boundary[key].name}:** ${done.sections[key]}\n`);
    const title = word("form-changes-head", { title: before.fields.title, file: draft.path });
    return parts.length > 0 ? `${title}\n\n${parts.join("\n")}` : "";
  }

  function pathOf(done) {
    if (draft.path) return draft.path;
    const ids = data.names.workflows.map((it) => it.id);
    const role = done.fields.roles?.[0] ?? "everyone";
    const folder = /^[\p{L}\p{N}_-]+$/u.test(role) ? role : "everyone";
    return `content/workflows/${folder}/${playbookFormWays.fileName(done.fields.title || draft.name || "", draft.layer, ids)}.md`;
  }

  /** The field that a message is about; also where it is not in the form. */
  const fieldAt = (at) => node.querySelector(`[data-part="${CSS.escape(at)}"]`);

  /** A message with a link to its field. */
  function told(at, name, ...parts) {
    const item = element("li");
    const place = fieldAt(at)?.querySelector("input, textarea, select");
    const link = element(place ? "a" : "b", "", name);
    if (place) link.href = `#${place.id}`;
    item.append(link, ...parts.filter(Boolean).flatMap((it) => [" ", marked("span", it)]));
    return item;
  }

  /** Beside a field stands what is wrong with it. */
  function showAtFields(problems) {
    node.querySelectorAll(".at-field").forEach((it) => it.remove());
    node.querySelectorAll("[aria-describedby]").forEach((it) => it.removeAttribute("aria-describedby"));
    for (const { at, message, label } of problems) {
      const field = form.fields.some(({ name }) => name === at) && fieldAt(at);
      if (!field) continue;
      const line = marked("p", label ? `${message} (${label})` : message);
      line.className = "at-field warning-text";
      line.id = fields.freshId();
      field.append(line);
      field.querySelector("input, select").setAttribute("aria-describedby", line.id);
    }
  }

  function showMissing(done) {
    const found = playbookFormWays.missing(data, draft.layer, { ...done, kept: before.kept });
    // A published page has not all of its front matter.
    const problems = isCopy ? [] : playbookFormCheck.problems(data, done, playbook.today());
    const lists = [found.parts.map((it) => told(it.at, it.name.replace(/`/g, ""), it.help)), problems.map((it) => {
      const field = form.fields.find(({ name }) => name === it.at);
      return told(it.at, `${field?.label ?? form.sections[it.at].heading}:`, it.message, it.label && `(${it.label})`, ...it.help);
    })];
    const lines = [...found.title, found.sentence].filter(Boolean).map((it) => marked("p", it));
    if (lines.length === 0 && problems.length === 0) lines.push(element("p", "", word("form-missing-nothing")));
    const [parts, others] = lists.map((items) => {
      const list = element("ul");
      list.append(...items);
      return items.length > 0 ? [list] : [];
    });
    const more = problems.length > 0 ? [marked("p", word("form-problems"))] : [];
    missing.replaceChildren(element("h3", "", word("form-missing")), ...lines, ...parts, ...more, ...others, marked("p", word("form-missing-more")));
    showAtFields(problems);
  }

  function show() {
    const done = finished();
    const path = pathOf(done);
    const text = !isCopy ? pages.compose(form, draft.source, done) : changes(done);
    showMissing(done);
    const size = new TextEncoder().encode(text).length / 1_048_576;
    if (size > 2) missing.append(element("p", "none", word("form-too-long", { size: size.toFixed(1) })));
    foot.show({ title: done.fields.title, path, text, isTaken: data.names.workflows.some((it) => it.path === path), origin: draft.origin, isFile: path === draft.file });
  }

  const later = paced(show);

  function fieldOf(field) {
    const made = fields.make(field, values.fields[field.name], { ...data.names, said: data.said }, word, (value) => {
      values.fields[field.name] = value;
      later();
    });
    made.dataset.part = field.name;
    return made;
  }

  function showFields() {
    const shown = form.fields.filter((it) => !before.kept.includes(it.name) && it.name !== "layer");
    // A page as it is published has not all of its front matter.
    const main = isCopy ? [] : shown.filter((it) => it.is_main);
    const more = isCopy ? [] : shown.filter((it) => !it.is_main);
    head.replaceChildren(...main.map(fieldOf));
    head.hidden = main.length === 0;
    const inner = element("div", "fields");
    inner.append(...more.map(fieldOf));
    moreHead.replaceChildren(element("summary", "", word("form-fields-more")), inner);
    moreHead.hidden = more.length === 0;
    const names = isCopy ? [] : [...before.kept, ...Object.keys(before.fields).filter((it) => it !== "layer" && !form.fields.some(({ name }) => name === it))];
    kept.textContent = names.length > 0 ? word("form-kept-keys", { keys: names.join(", ") }) : "";
    kept.hidden = names.length === 0;
  }

  function typed(key, label, about, rows, isPrompt) {
    const tell = (text) => {
      values.sections[key] = text;
      later();
    };
    const made = fields.labelled(fields.area(values.sections[key], tell, rows, isPrompt), label, about, true);
    made.dataset.part = key;
    return made;
  }

  function sectionOf(key) {
    const known = form.sections[key];
    if (!known) return [typed(key, values.titles?.[key] ?? key, "", 5)];
    const example = known.example ? word("form-example", { example: known.example }) : "";
    const about = [known.about, example].filter(Boolean).join(" ");
    const made = [typed(key, known.heading, about, key === "when" ? 2 : 5, key === "prompt")];
    const isSplit = key === "before" && !hasLines(values.sections.before);
    if (isSplit || (key === "before" && (values.sections.may || values.sections.never))) {
      made.push(typed("may", form.boundary.may.name, word("form-may-about"), 2), typed("never", form.boundary.never.name, word("form-never-about"), 2));
    }
    return made;
  }

  /** Whether the lines about pasting stand in the text of the section itself. */
  function hasLines(text = "") {
    const names = [...form.boundary.may.names, ...form.boundary.never.names];
    return text.split("\n").some((it) => names.some((name) => pages.fold(it).startsWith(name)));
  }

  function showSections() {
    const contract = form.contract[draft.layer];
    const others = Object.keys(values.sections).filter((it) => values.sections[it] && !contract.includes(it) && !["may", "never"].includes(it));
    const more = [...new Set([...form.optional[draft.layer], ...others])].sort((a, b) => place(a) - place(b));
    const main = element("div", "fields");
    main.append(...contract.flatMap(sectionOf));
    const inner = element("div", "fields");
    inner.append(...more.flatMap(sectionOf));
    const details = element("details");
    details.open = others.length > 0;
    details.append(element("summary", "", word("form-sections-more")), inner);
    if (values.intro) inner.prepend(introOf());
    sections.replaceChildren(element("h3", "", word("form-sections")), main, details);
    if (values.intro) details.open = true;
  }

  const place = (key) => (form.order.includes(key) ? form.order.indexOf(key) : 99 + Number(key.split(":")[1] ?? 0));

  function introOf() {
    return fields.labelled(fields.area(values.intro, (text) => {
      values.intro = text;
      later();
    }, 4), word("form-other"), "", true);
  }

  function showAround() {
    around.hidden = !draft.around;
    const words = element("pre", "", draft.around ?? "");
    words.tabIndex = 0;
    around.replaceChildren(element("summary", "", word("form-around")), words);
    around.open = true;
  }

  /** That this is no file, and where its text is put that is one. */
  function copyNotice() {
    const notice = element("div", "notice");
    notice.append(element("p", "", word("form-published-about")));
    const at = data.forge && playbookFormWays.forge(data, data.forge.root + draft.path, "", false);
    if (at) {
      const line = element("p");
      const link = element("a", "", word("form-source-open", { forge: data.forge.name }));
      fields.attributes(link, { href: at.href, target: "_blank", rel: "noopener" });
      line.append(link);
      notice.append(line);
    }
    let text = "";
    const area = fields.attributes(element("textarea"), { rows: 3 });
    area.addEventListener("input", () => (text = area.value));
    const inner = element("div", "fields");
    const way = element("p", "field long");
    way.append(button(word("form-source-act"), "toggle", () => takeFile(text)));
    inner.append(fields.labelled(area, word("form-source-label"), "", true), way);
    notice.append(inner);
    return notice;
  }

  const choice = fields.labelled(
    fields.select(draft.layer, form.layers.map((it) => [it.id, `${it.name}: ${it.subtitle}`]), (layer) => setLayer(layer)),
    word("form-layer"), "", true);
  const top = element("div", "fields");
  top.append(choice);
  readSource();
  showFields();
  showSections();
  showAround();
  if (isCopy) node.append(copyNotice());
  node.append(around, top, element("h3", "", word("form-fields")), head, moreHead, kept, sections, missing, foot.node);
  show();
  return { node };
}

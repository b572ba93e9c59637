// One field of the form each: what the generator tells of it and its value
// enter, elements leave, and whatever is typed is told to `tell`. No field knows
// what page it belongs to.
"use strict";

const playbookFormFields = (() => {
  const { element, button } = playbook;
  const clean = playbookFormClean;
  const { idOf } = playbookFormDocument;
  /** With more names than these they are typed and not ticked. */
  const MAX_BOXES = 30;

  let count = 0;
  /** An id that is on the page once. */
  const freshId = () => `form:${(count += 1)}`;

  function attributes(node, values) {
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    return node;
  }

  /** A label, with what explains the field behind it. */
  function labelled(control, label, about, isLong) {
    const field = element("div", isLong ? "field long" : "field");
    const id = freshId();
    const words = attributes(element("label", "", label), { for: id });
    if (about) words.append(" ", element("span", "", about));
    control.id = id;
    field.append(words, control);
    return field;
  }

  function input(value, tell, values = {}) {
    const control = attributes(element("input"), { type: "text", autocomplete: "off", ...values });
    control.value = value ?? "";
    control.addEventListener("input", () => tell(control.value));
    return control;
  }

  /** The markdown of what is on the clipboard, if its markup says more than its text. */
  function pasted(clipboard) {
    const text = clipboard.getData("text/plain");
    const html = clipboard.getData("text/html");
    const isMarked = /<(h[1-6]|ul|ol|table|b|strong|a)\b|mso-list/i.test(html);
    if (!isMarked || /^\s*---\r?\n|^ {0,3}```/m.test(text)) return clean.prose(text);
    return clean.prose(playbookFormHtml.read(html)) || clean.prose(text);
  }

  /** Puts text where the cursor is, so that it can be undone where the browser can do that. */
  function insert(area, text) {
    area.focus();
    let done = false;
    try {
      done = text.length < 100_000 && document.execCommand("insertText", false, text);
    } catch {}
    if (done) return;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** A large field. What is pasted into it is cleaned; a prompt keeps its own signs. */
  function area(value, tell, rows, isPrompt = false) {
    const control = attributes(element("textarea"), { rows });
    control.value = value ?? "";
    control.addEventListener("input", () => tell(control.value));
    control.addEventListener("paste", (event) => {
      if (!event.clipboardData) return;
      event.preventDefault();
      insert(control, isPrompt ? clean.plain(event.clipboardData.getData("text/plain")) : pasted(event.clipboardData));
    });
    return control;
  }

  function select(value, choices, tell, empty) {
    const control = element("select");
    const all = value && !choices.some(([id]) => id === value) ? [...choices, [value, value]] : choices;
    for (const [id, text] of empty === undefined ? all : [["", empty], ...all]) {
      const option = element("option", "", text);
      option.value = id;
      control.append(option);
    }
    control.value = value ?? "";
    control.addEventListener("change", () => tell(control.value));
    return control;
  }

  /** Names to choose from while one types. */
  function suggestions(names) {
    const list = element("datalist");
    list.id = freshId();
    for (const { id, title } of names) {
      const option = element("option", "", title);
      option.value = id;
      list.append(option);
    }
    return list;
  }

  function oneName(field, value, names, tell) {
    const list = suggestions(names);
    const made = labelled(input(value, (typed) => tell(idOf(names, typed)), { list: list.id }), field.label, field.about);
    made.append(list);
    return made;
  }

  /** Names to tick; those that are unknown are there and ticked. */
  function boxes(field, value, names, tell) {
    const group = element("fieldset", "field long");
    const legend = element("legend", "", field.label);
    if (field.about) legend.append(" ", element("span", "", field.about));
    group.append(legend);
    const chosen = new Set(value);
    const unknown = value.filter((it) => !names.some(({ id }) => id === it)).map((id) => ({ id, title: id }));
    for (const { id, title } of [...names, ...unknown]) {
      const box = attributes(element("input"), { type: "checkbox" });
      box.checked = chosen.has(id);
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(id);
        else chosen.delete(id);
        tell([...chosen]);
      });
      const label = element("label", "tick");
      label.append(box, title);
      group.append(label);
    }
    return group;
  }

  /** A list in one line, with commas. */
  function commas(field, value, names, tell) {
    const read = (typed) => typed.split(",").map((it) => idOf(names, it)).filter(Boolean);
    return labelled(input(value.join(", "), (typed) => tell(read(typed))), field.label, field.about, true);
  }

  /** A list with a field for each item, whose order counts. */
  function items(field, value, names, word, tell) {
    const group = element("fieldset", "field long");
    const legend = element("legend", "", field.label);
    if (field.about) legend.append(" ", element("span", "", field.about));
    const list = suggestions(names);
    const typed = value.length > 0 ? [...value] : [""];
    const add = (at) => {
      const name = word("form-path-item", { n: at + 1 });
      const control = input(typed[at], (text) => {
        typed[at] = idOf(names, text);
        tell(typed.filter(Boolean));
      }, { list: list.id, "aria-label": `${field.label}: ${name}` });
      more.before(control);
      return control;
    };
    const more = button(word("form-path-item-add"), "quiet", () => {
      typed.push("");
      add(typed.length - 1).focus();
    });
    group.append(legend, more, list);
    typed.forEach((it, at) => add(at));
    return group;
  }

  const lines = (typed) => typed.split("\n").map(clean.one).filter(Boolean);
  const texts = (value) => (Array.isArray(value) ? value : value ? [value] : []);

  /** A field of front matter. `names`: the pages of each kind; `word`: a sentence of the form. */
  function make(field, value, names, word, tell) {
    const known = names[field.of] ?? [];
    const one = texts(value)[0] ?? "";
    if (field.shape === "texts") {
      return labelled(area(texts(value).join("\n"), (typed) => tell(lines(typed)), 2), field.label, [field.about, word("form-lines")].filter(Boolean).join(". "), true);
    }
    if (field.shape === "ids") {
      if (field.name === "do") return items(field, texts(value), names.items, word, tell);
      return (known.length > 0 && known.length <= MAX_BOXES ? boxes : commas)(field, texts(value), known, tell);
    }
    if (field.shape === "id") return oneName(field, one, known, tell);
    if (field.shape === "choice") {
      return labelled(select(one, field.choices, tell, word("form-choose")), field.label, field.about);
    }
    const isDate = field.shape === "date" && /^(\d{4}-\d{2}-\d{2})?$/.test(one);
    const values = { type: isDate ? "date" : "text", inputmode: field.shape === "count" ? "numeric" : undefined, "aria-required": field.is_required ? "true" : undefined };
    if (field.name === "job") {
      const jobs = [...new Set((names.roles ?? []).flatMap((it) => it.jobs ?? []))];
      const list = suggestions(jobs.map((id) => ({ id, title: "" })));
      const made = labelled(input(one, (typed) => tell(clean.one(typed)), { list: list.id }), field.label, field.about);
      made.append(list);
      return made;
    }
    const isLong = ["title", "summary", "goal", "byline", "because"].includes(field.name);
    const control = input(one, (typed) => tell(clean.one(typed)), values);
    if (isDate) control.addEventListener("paste", (event) => pasteDay(event, control, names.said));
    return labelled(control, field.label, field.about, isLong);
  }

  /** A field for a day takes no other form of one by itself: `24.11.2026`. */
  function pasteDay(event, control, said) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const day = playbookFormCheck.written(said, text);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
    event.preventDefault();
    control.value = day;
    control.dispatchEvent(new Event("input"));
  }

  return { make, labelled, input, area, select, suggestions, attributes, freshId };
})();

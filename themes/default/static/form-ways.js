// What is still missing, in the words of `check`, and the ways out of the form:
// a name for the file, the forge's editor, a mail. Values enter; texts and
// addresses leave. Every sentence comes with the data of the form.
"use strict";

const playbookFormWays = (() => {
  /** The longest address that every browser and forge takes. */
  const MAX_ADDRESS = 6000;
  /** The longest mail that mail programs take from a link. */
  const MAX_MAIL = 1800;

  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
  const isThere = (text) => Boolean(text?.replace(/<!--[\s\S]*?(?:-->|$)/g, "").trim());
  const noted = (names, text) => names.some((name) => text.toLowerCase().includes(`(${name.toLowerCase()}:`));

  function missingSections(form, layer, fields, sections, isRebuilding) {
    const contract = isRebuilding ? form.rebuilding : form.contract[layer];
    const parts = [];
    for (const key of contract) {
      const text = sections[key] ?? "";
      const { name, add, no_source } = form.sections[key];
      if (!isThere(text) && !(key === "before" && (sections.may || sections.never))) parts.push({ at: key, name, help: add });
      else if (key === "check" && layer === "judgment" && !noted(form.notes.source, text)) parts.push({ at: key, name, help: no_source });
    }
    const isBegun = isThere(sections.before) || sections.may || sections.never;
    for (const key of contract.includes("before") && isBegun ? ["may", "never"] : []) {
      const { name, help, names } = form.boundary[key];
      const isSaid = sections[key] || (sections.before ?? "").split("\n").some((it) => names.some((one) => playbookFormDocument.fold(it).startsWith(one)));
      if (!isSaid) parts.push({ at: key, name: `"${name}:"`, help });
    }
    if (fields.stakes === "high" && !isRebuilding && !noted(form.notes.by, sections.check ?? "")) parts.push({ at: "check", ...form.second_person });
    return { of: contract.length, parts };
  }

  /** What a page lacks: a sentence, and for each part what to write. */
  function missing(data, layer, { fields, sections, kept = [] }) {
    const form = data.workflow;
    const asked = form.fields.filter((it) => it.gap && !(it.name === "verified" && fields.example === "true"));
    const isRead = ({ name, shape }) => (shape === "date" ? playbookFormCheck.days(data.said, fields[name] ?? "").length === 1 : Boolean(fields[name]?.length));
    const lacking = asked.filter((it) => !isRead(it) && !kept.includes(it.name));
    const found = missingSections(form, layer, fields, sections, kept.includes("rebuilding") || Boolean(fields.rebuilding));
    const unknown = playbookFormCheck.parts(data, fields);
    const parts = [...found.parts, ...lacking.map((it) => ({ at: it.name, ...it.gap })), ...unknown];
    const counted = found.parts.filter((it) => form.sections[it.at]?.name === it.name).length + lacking.length;
    const of = found.of + asked.length + (parts.length - counted);
    const have = of - parts.length;
    const pattern = form.sentences[have === 0 ? "none" : have === 1 ? "one" : "many"];
    const names = parts.map((it) => it.name).join(", ");
    return {
      title: fields.title ? [] : form.title_missing,
      sentence: parts.length === 0 ? "" : filled(pattern, { have, of, layer, names }),
      parts,
    };
  }

  /** A file name of words that every system takes. */
  function slug(title) {
    const words = title.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
    let name = words.join("-");
    while (new TextEncoder().encode(name).length > 80) name = name.slice(0, -1);
    return name.replace(/-+$/, "");
  }

  /** A name that no page has: that of the title, then with the layer, then with a number. */
  function fileName(title, layer, ids) {
    const taken = new Set(ids.map((it) => it.toLowerCase()));
    const name = slug(title) || "new-page";
    const names = [name, ...(layer ? [`${name}-${layer}`] : [])];
    for (let number = 2; number < 1000; number += 1) names.push(`${name}-${number}`);
    return names.find((it) => !taken.has(it));
  }

  const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  const byParts = (path) => path.split("/").map(encoded).join("/");

  function address(pattern, path, text) {
    const folder = path.replace(/\/[^/]*$/, "");
    const values = { file: encoded(path), name: encoded(path.replace(/^.*\//, "")), path: byParts(path), folder: byParts(folder), folder_query: encoded(folder), text: encoded(text) };
    return filled(pattern, values);
  }

  /**
   * Where a page can be handed in at the forge: with its text where that fits, the
   * editor with an empty file or the folder's page otherwise.
   */
  function forge(form, path, text, isNew) {
    if (!form.forge) return undefined;
    const { new_file, new_empty, edit } = form.forge;
    if (!isNew) return { href: address(edit, path, ""), takes: false };
    if (new_file) {
      const href = address(new_file, path, text);
      if (href.length <= MAX_ADDRESS) return { href, takes: true };
    }
    return { href: address(new_empty, path, ""), takes: false };
  }

  /**
   * A mail, with the text in it where it fits, and otherwise with a sentence. By its last
   * line, `end`, whoever reads it sees that nothing was cut off.
   */
  function mail(form, subject, text, sentence, end) {
    if (!form.contact) return undefined;
    const body = (words) => encoded(words.replace(/\r?\n/g, "\r\n"));
    const of = (words) => form.contact.replaceAll("{title}", encoded(subject)).replaceAll("{text}", body(words));
    const whole = of(`${text.trimEnd()}\n\n${end}\n`);
    return whole.length <= MAX_MAIL ? { href: whole, takes: true } : { href: of(`${sentence}\n\n\n${end}\n`), takes: false };
  }

  return { missing, fileName, forge, mail, filled };
})();

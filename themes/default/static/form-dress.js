// What somebody typed into the field of a section, in the form that the section
// has on a page: steps with numbers, checks with boxes, a prompt in its block.
// What has that form already stays as it is.
"use strict";

const playbookFormDress = (() => {
  const clean = playbookFormClean;
  const LISTED = /^\s*(?:[-*+]|\d+[.)])\s/;

  const written = (text) => text.split("\n").filter((it) => it.trim());
  /** Each line of a text that has no list yet. */
  const each = (text, mark) => written(text).map((it, at) => `${mark(at)}${it.trim()}`).join("\n");

  /** Headings below that of the section, so that none of them ends it. */
  function below(text) {
    const lines = text.split("\n");
    const code = clean.inCode(lines);
    return lines.map((it, at) => (code[at] ? it : it.replace(/^ {0,3}#{1,2} +(?=\S)/, "### "))).join("\n");
  }

  function numbered(text) {
    const lines = written(text);
    if (lines.length < 2 || lines.some((it) => /^\s*\d+[.)]\s/.test(it)) || /^ {0,3}(```|~~~)/m.test(text)) return text;
    if (!lines.every((it) => LISTED.test(it)) && lines.some((it) => LISTED.test(it))) return text;
    let number = 0;
    // What is indented belongs to the step above it.
    return lines.map((it) => (/^\s/.test(it) ? it : `${(number += 1)}. ${it.replace(/^[-*+]\s+/, "")}`)).join("\n");
  }

  function bulleted(text) {
    const lines = written(text);
    const isProse = lines.length < 2 || lines.some((it) => LISTED.test(it) || /^\s*[|>#`~]/.test(it)) || /\n\s*\n/.test(text.trim());
    return isProse ? text : each(text, () => "- ");
  }

  function checks(text) {
    const lines = text.split("\n");
    if (lines.some((it) => /^\s*[-*+] \[[ xX]\]/.test(it)) || /^ {0,3}(```|~~~)/m.test(text)) return text;
    if (!written(text).some((it) => LISTED.test(it))) return each(text, () => "- [ ] ");
    return lines.map((it) => it.replace(/^(?:[-*+]|\d+[.)])\s+/, "- [ ] ")).join("\n");
  }

  /** A fence that nothing in the text ends. */
  function fenced(text, info) {
    const longest = Math.max(2, ...[...text.matchAll(/^ {0,3}(`{3,})/gm)].map((it) => it[1].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${info}\n${text.trim()}\n${fence}`;
  }

  /** A prompt in its block, each blank below it in the writer's own words. */
  function prompt(text) {
    if (/^ {0,3}(`{3,}|~{3,}) *prompt/m.test(text)) return text;
    const bare = /^\s*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n\1\s*$/.exec(text)?.[2] ?? text;
    const { text: filled, labels } = clean.prompt(bare);
    const list = [...labels].map(([name, label]) => `- ${name}: ${label}`);
    return [fenced(filled, "prompt"), ...(list.length > 0 ? ["", ...list] : [])].join("\n");
  }

  /** Lines like `AI said: ...` in a block of their own. */
  function caught(text, names) {
    if (/^ {0,3}(```|~~~)/m.test(text)) return text;
    const said = written(text)[0]?.split(":", 1)[0] ?? "";
    const isKeyed = text.includes(":") && names.includes(said.replace(/[*_]/g, "").trim().toLowerCase());
    return isKeyed ? fenced(written(text).map((it) => it.replace(/^[-*]\s+|\*\*/g, "")).join("\n"), "caught") : text;
  }

  const forms = {
    steps: numbered, "old-way": numbered, "new-way": numbered, check: checks,
    "not-for": bulleted, trust: bulleted, override: bulleted, "do-not-rely": bulleted,
  };

  /** The text of a section as its page has it. `names`: how a caught error begins. */
  function section(key, typed, names) {
    if (key === "prompt") return typed.trim() && prompt(clean.plain(typed).replace(/^\n+|\s+$/g, ""));
    const text = below(clean.prose(typed)).replace(/^\n+|\s+$/g, "");
    if (!text) return "";
    if (key === "wrong") return caught(text, names);
    return Object.hasOwn(forms, key) ? forms[key](text) : text;
  }

  return { section };
})();

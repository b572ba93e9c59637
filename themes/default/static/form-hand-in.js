// The foot of the form: the file as it is now, and every way that it can take
// from here: copied, downloaded, to the forge, by mail.
"use strict";

const playbookFormHandIn = (() => {
  const { element, button, copy } = playbook;
  const ways = playbookFormWays;

  function download(name, text) {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** A sentence of `check`, in which what stands in backticks is code. */
  function marked(name, text) {
    const made = element(name);
    text.split(/`([^`\n]+)`/).forEach((part, at) => made.append(at % 2 === 1 ? element("code", "", part) : part));
    return made;
  }

  function link(text, href, about) {
    const line = element("p", "way");
    const made = element("a", "primary", text);
    made.href = href;
    // Mail opens beside the page; the forge takes its place in a tab of its own.
    if (!href.startsWith("mailto:")) {
      made.setAttribute("target", "_blank");
      made.setAttribute("rel", "noopener");
    }
    line.append(made, " ", element("span", "", about));
    return line;
  }

  /**
   * The foot, and how it is shown: `show({ title, path, text, isTaken, origin, isFile })`:
   * whether a page lies at `path`, what the text was made of, and whether of the file at
   * `path`. Only the source of a page may take its place.
   */
  function make(data, word, setPath, isCopy = false) {
    const node = element("section", "hand-in");
    const pathField = playbookFormFields.labelled(
      playbookFormFields.input("", (typed) => setPath(typed.trim())), word("form-file-name"), "", true);
    const control = pathField.querySelector("input");
    control.toggleAttribute("readonly", isCopy);
    const preview = element("pre");
    preview.tabIndex = 0;
    const look = element("details");
    const name = element("summary", "", word("form-show"));
    look.append(name, preview);
    let now = { path: "", text: "" };
    const showText = () => {
      if (look.open) preview.textContent = now.text;
    };
    look.addEventListener("toggle", showText);
    const buttons = element("p", "way");
    const file = () => (isCopy ? "changes.md" : now.path.replace(/^.*\//, ""));
    buttons.append(
      button(word(isCopy ? "form-copy-changes" : "form-copy"), "primary", (event) => {
        preview.textContent = now.text;
        look.open = true;
        copy(now.text, event.currentTarget, preview);
      }),
      " ",
      button(word("form-download"), "primary", () => download(file(), now.text)),
    );
    const links = element("div");
    const heading = element("h3", "", word("form-hand-in"));
    const inner = element("div", "fields");
    inner.append(pathField);
    node.append(heading, inner, look, buttons, links);

    /** The forge, if the text can be put there as a file. */
    function atForge() {
      const isNew = !now.isTaken;
      const found = ways.forge(data, data.forge.root + now.path, now.text, isNew);
      const about = found.takes ? "form-forge-takes" : isNew ? "form-forge-empty" : "form-forge-change";
      return link(word("form-forge", { forge: data.forge.name }), found.href, word(about, { forge: data.forge.name }));
    }

    function show(next) {
      now = next;
      if (document.activeElement !== control) control.value = now.path;
      name.textContent = word(isCopy ? "form-changes-only" : "form-show");
      showText();
      const made = [];
      buttons.hidden = look.hidden = now.text === "";
      if (now.text === "") return links.replaceChildren(element("p", "note", word("form-changes-none")));
      // A page of its own in the place of another one would be the end of that.
      const isInTheWay = now.isTaken && !(now.origin === "source" && now.isFile);
      if (isInTheWay && !isCopy) made.push(element("p", "notice", word("form-taken", { file: now.path })));
      if (data.forge && !isInTheWay) made.push(atForge());
      const subject = word(now.isTaken ? "form-mail-change" : "form-mail-subject", { title: now.title || now.path });
      const mail = ways.mail(data, subject, now.text, word("form-mail-text", { file: now.path }), word("letter-end"));
      if (mail) made.push(link(word("form-mail"), mail.href, word(mail.takes ? "form-mail-takes" : "form-mail-empty")));
      if (!data.forge && !mail) made.push(element("p", "notice", word("form-no-way")));
      links.replaceChildren(...made);
    }

    return { node, show };
  }

  return { make, marked };
})();

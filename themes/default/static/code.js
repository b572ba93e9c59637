// A button on every block of code that copies it.
"use strict";

for (const code of document.querySelectorAll("pre > code")) {
  const { word, element, button, copy } = playbook;
  const box = element("div", "code");
  code.parentNode.before(box);
  const act = (event) => copy(code.textContent, event.currentTarget, code);
  box.append(code.parentNode, button(word("js-copy"), "primary", act));
}

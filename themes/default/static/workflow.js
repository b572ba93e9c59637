// A write-up's page: whether it is due for a look is decided here, with the
// reader's own clock; and a few lines about it to paste into a chat.
"use strict";

(() => {
  const { word, copy, today } = playbook;

  const due = document.querySelector("time.due");
  if (due && due.dateTime < today()) {
    due.closest("div").classList.add("overdue");
    due.closest("div").querySelector("dt").textContent = word("js-overdue");
  }

  // "25 days ago" is read faster than a date; the date stays in the title.
  const ran = document.querySelector("time.ran");
  const days = ran && Math.round((Date.parse(today()) - Date.parse(ran.dateTime)) / 86_400_000);
  if (ran && days >= 0 && days < 60) {
    ran.title = ran.textContent;
    const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    ran.textContent = format.format(-days, "day");
  }

  // The contents say where the reader is.
  const links = new Map([...document.querySelectorAll(".toc a")].map((it) => [it.hash.slice(1), it]));
  const headings = [...document.querySelectorAll("h2[id]")].filter((it) => links.has(it.id));
  function mark() {
    const passed = headings.filter((it) => it.getBoundingClientRect().top < innerHeight / 3);
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(passed.at(-1)?.id)?.setAttribute("aria-current", "true");
  }
  addEventListener("scroll", mark, { passive: true });
  mark();

  const text = (selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim();
  document.querySelector("[data-chat]")?.addEventListener("click", (event) => {
    const lines = [
      text("h1"),
      text(".lede"),
      text(".notice b"),
      ...[...document.querySelectorAll(".paste > *")].map((it) => it.innerText.replace(/\s*\n\s*/g, ": ")),
      location.href.split("#")[0],
    ];
    copy(lines.filter(Boolean).join("\n"), event.currentTarget);
  });
})();

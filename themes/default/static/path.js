// Progress on a path: "done on real work" per checkpoint, kept on this device.
// What leaves it is one line of counts that the learner copies.
"use strict";

(() => {
  const { word, device, stored, say, copy, element, here, current } = playbook;
  const path = document.querySelector("[data-path]");
  if (!path) return;
  const key = `path ${here}`;
  const name = here.replace(/^.*\/|\.html$/g, "");
  const boxes = [...path.querySelectorAll("[data-day]")];
  const progress = document.querySelector("[data-progress]");
  const part = (name) => progress.querySelector(`[data-part="${name}"]`);

  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.day);
  const line = () => {
    const days = ticked();
    const values = { path: name, done: days.length, of: boxes.length };
    return word("js-export", values) + (days.length ? ` (${days.join(", ")})` : "");
  };

  function show() {
    const next = boxes.find((box) => !box.checked);
    for (const box of boxes) box.closest("li").classList.toggle("done", box.checked);
    part("count").textContent = word("js-progress", { done: ticked().length, of: boxes.length });
    part("next").textContent = "";
    if (next) {
      const link = element("a", "", next.closest("li").querySelector("h2").textContent.replace(/\s+/g, " ").trim());
      link.href = `#${next.closest("li").id}`;
      part("next").append(link);
    } else {
      part("next").textContent = word("js-path-done");
    }
    part("line").textContent = line();
  }

  function update() {
    device.set(key, JSON.stringify(ticked()));
    // What was said of an earlier change is over.
    part("message").textContent = "";
    show();
  }

  const before = stored(device, key);
  for (const box of boxes) {
    box.checked = Array.isArray(before) && before.includes(box.dataset.day);
    box.addEventListener("change", () => {
      update();
      say(part("count").textContent);
    });
  }

  part("export").addEventListener("click", (event) => copy(line(), event.currentTarget, part("line")));

  /** Ticks the days of a line from another device, and gives what there is to say about it. */
  function add(line) {
    const [, path, list = ""] = /^\s*([^:]+):.*?(?:\(([\d, ]*)\))?\s*$/.exec(line) ?? [];
    // A line of before the path was renamed is one of it.
    if (current(`collections/${path}.html`) !== here) return word("js-import-no");
    const days = list.split(",").map((day) => day.trim());
    const named = boxes.filter((box) => days.includes(box.dataset.day));
    if (named.length === 0) return word("js-import-no-day");
    const fresh = named.filter((box) => !box.checked);
    for (const box of fresh) box.checked = true;
    update();
    part("import").value = "";
    if (fresh.length === 0) return word("js-import-known");
    return word(fresh.length === 1 ? "js-import-one" : "js-import-done", { n: fresh.length });
  }

  part("import").addEventListener("change", (event) => {
    const line = event.currentTarget.value;
    if (!line.trim()) return;
    const message = add(line);
    part("message").textContent = message;
    say(message);
  });

  part("clear").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    update();
    device.remove(key);
    say(word("js-cleared"));
  });

  // A calendar with a day per checkpoint, counted from the day the reader begins.
  part("calendar").addEventListener("click", () => {
    const from = Date.parse(`${part("start").value || playbook.today()}T00:00:00Z`);
    const stamp = (days) => new Date(from + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
    const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ").trim();
    const events = boxes.map((box) => [
      "BEGIN:VEVENT",
      `UID:${name}-${box.dataset.day}-${stamp(0)}@playbook`,
      `DTSTAMP:${stamp(0)}T000000Z`,
      `DTSTART;VALUE=DATE:${stamp(Number(box.dataset.day))}`,
      `SUMMARY:${escaped(box.closest("li").querySelector("h2").textContent)}`,
      `DESCRIPTION:${escaped(location.href.split("#")[0])}`,
      "END:VEVENT",
    ]);
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//playbook//EN", ...events.flat(), "END:VCALENDAR", ""];
    const file = element("a");
    file.href = URL.createObjectURL(new Blob([lines.join("\r\n")], { type: "text/calendar" }));
    file.download = `${name}.ics`;
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 1000);
  });

  show();
})();

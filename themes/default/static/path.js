// Progress on a path: "done on real work" per checkpoint, kept on this device.
// What leaves it is one line of counts that the learner copies.
"use strict";

(() => {
  const { word, device, stored, say, copy, element, here } = playbook;
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

  part("import").addEventListener("change", (event) => {
    // The same line from another device: its days, and only of this path.
    const found = /^\s*([^:]+):.*?(?:\(([\d, ]*)\))?\s*$/.exec(event.currentTarget.value);
    if (!found || found[1] !== name) return void say((part("said").textContent = word("js-import-no")));
    const days = (found[2] ?? "").split(",").map((day) => day.trim());
    for (const box of boxes) box.checked ||= days.includes(box.dataset.day);
    event.currentTarget.value = "";
    update();
    say((part("said").textContent = word("js-import-done")));
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

// An exercise: the text is cut into phrases that can be marked by mouse, touch
// or keyboard; a verdict opens the answers beside what was marked. The cuts are
// made by punctuation alone, so that they give nothing away. Scores stay on
// this device.
"use strict";

(() => {
  const { word, device, stored, element, button, say, here, today } = playbook;
  const kept = "drills";

  const history = () => {
    const found = stored(device, kept);
    return Array.isArray(found) ? found.filter((it) => typeof it?.key === "string") : [];
  };

  /**
   * Where phrases begin and end: at punctuation and line ends, and after 9 words.
   * What is too short to be hit ("3.", "it.") goes with its neighbour in the line.
   */
  function phrases(text) {
    const found = [];
    const pattern = /\s*(?:[^\s.,;:!?\u2013\u2014]+(?:[.,;:!?](?=\S)[^\s.,;:!?]*)*[ \t]*){1,9}[.,;:!?\u2013\u2014]*["')\u201d]*/g;
    for (const match of text.matchAll(pattern)) {
      const start = match.index + /^\s*/.exec(match[0])[0].length;
      const end = match.index + match[0].trimEnd().length;
      if (end === start) continue;
      const last = found.at(-1);
      const isJoined = last && !text.slice(last.end, start).includes("\n") && (isTiny(last) || isTiny({ start, end }));
      if (isJoined) last.end = end;
      else found.push({ start, end, marked: false });
    }
    return found;

    function isTiny({ start, end }) {
      return text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, "").length < 4;
    }
  }

  function start(drill) {
    const quote = drill.querySelector("blockquote");
    const text = quote.textContent;
    const answers = drill.querySelector("details");
    const key = `${here}#${drill.id}`;
    const parts = phrases(text);
    const errors = [...answers.querySelectorAll("[data-quote]")].map((item) => {
      const begin = text.indexOf(item.dataset.quote);
      return { item, start: begin, end: begin + item.dataset.quote.length };
    });
    const overlaps = (a, b) => a.start < b.end && b.start < a.end;
    const result = drill.querySelector(".result");

    function toggle(part) {
      part.marked = !part.marked;
      part.span.setAttribute("aria-pressed", String(part.marked));
    }

    function ask() {
      quote.textContent = "";
      let at = 0;
      for (const part of parts) {
        part.marked = false;
        const words = text.slice(part.start, part.end);
        part.span = element("span", words.length > 12 ? "phrase" : "phrase boxed", words);
        part.span.tabIndex = 0;
        part.span.setAttribute("role", "button");
        part.span.setAttribute("aria-pressed", "false");
        part.span.addEventListener("click", () => selecting || toggle(part));
        part.span.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          toggle(part);
        });
        quote.append(text.slice(at, part.start), part.span);
        at = part.end;
      }
      quote.append(text.slice(at));
      drill.classList.add("asking");
    }

    // A selection made with the mouse or a finger marks what it touches; the
    // click that ends it is not another mark.
    let selecting = false;
    quote.addEventListener("pointerup", () => {
      const selection = getSelection();
      if (selection.isCollapsed || !drill.classList.contains("asking")) return;
      const touched = parts.filter((part) => selection.containsNode(part.span, true));
      for (const part of touched.filter((part) => !part.marked)) toggle(part);
      selection.removeAllRanges();
      selecting = true;
      setTimeout(() => (selecting = false), 50);
    });

    /** The text again, with what was seeded and what was marked. */
    function reveal(marked) {
      const edges = [0, text.length, ...[...errors, ...marked].flatMap((it) => [it.start, it.end])];
      const cuts = [...new Set(edges)].filter((it) => it >= 0).sort((a, b) => a - b);
      quote.textContent = "";
      for (let n = 0; n + 1 < cuts.length; n++) {
        const piece = { start: cuts[n], end: cuts[n + 1] };
        const error = errors.find((it) => overlaps(it, piece));
        const mark = marked.find((it) => overlaps(it, piece));
        const kind = error ? (error.found ? "found" : "missed") : mark && !mark.hit ? "extra" : "";
        const words = text.slice(piece.start, piece.end);
        quote.append(kind ? element("mark", kind, words) : words);
      }
      drill.classList.remove("asking");
    }

    function judge(verdict) {
      const marked = parts.filter((part) => part.marked);
      for (const error of errors) error.found = marked.some((part) => overlaps(part, error));
      for (const part of marked) part.hit = errors.some((error) => overlaps(part, error));
      const found = errors.filter((error) => error.found).length;
      const extra = marked.filter((part) => !part.hit).length;
      const right = drill.dataset.verdict === verdict;
      for (const { item, found } of errors) {
        item.querySelector(".tally")?.remove();
        item.prepend(element("b", found ? "tally" : "tally not-found", word(found ? "js-found" : "js-missed")));
      }
      reveal(marked);
      answers.open = true;
      const lines = [
        errors.length === 0 ? word("js-clean") : word("js-score", { found, of: errors.length }),
        extra === 0 ? "" : word(extra === 1 ? "js-extra-one" : "js-extra", { n: extra }),
        drill.dataset.verdict ? word(right ? "js-verdict-right" : "js-verdict-other") : "",
      ];
      result.textContent = "";
      for (const line of lines.filter(Boolean)) result.append(element("span", "", line), " ");
      result.append(button(word("js-again"), "quiet", again));
      const others = history().filter((it) => it.key !== key);
      others.push({ key, day: today(), found, of: errors.length, extra, right });
      device.set(kept, JSON.stringify(others.slice(-200)));
      result.focus();
      say(lines.filter(Boolean).join(" "));
    }

    function again() {
      answers.open = false;
      result.textContent = "";
      for (const tally of drill.querySelectorAll(".tally")) tally.remove();
      for (const input of drill.querySelectorAll("[data-verdict-of]")) input.checked = false;
      ask();
      parts[0]?.span.focus();
    }

    drill.querySelector("[data-judge]").addEventListener("click", () => {
      const chosen = drill.querySelector("[data-verdict-of]:checked");
      if (chosen) return judge(chosen.value);
      result.textContent = word("js-no-verdict");
      say(word("js-no-verdict"));
    });
    // What was asked for is there: nobody asks for it any longer.
    drill.querySelector(".verdicts").addEventListener("change", () => {
      if (drill.classList.contains("asking")) result.textContent = "";
    });
    ask();
    const last = history().find((it) => it.key === key);
    if (last) result.textContent = word(last.of ? "js-last" : "js-last-clean", last);
  }

  // A list of exercises says which were done here, and the last result.
  for (const link of document.querySelectorAll("[data-drills] a.page-link")) {
    const path = new URL(link.href).pathname.slice(playbook.root.pathname.length);
    const done = history().find((it) => it.key.startsWith(`${path}#`));
    if (!done) continue;
    link.closest("li").classList.add("done");
    link.after(" ", element("small", "done", word(done.of ? "js-done" : "js-done-clean", done)));
  }

  // The next one for the reader's role that is not done; without a role, of all.
  const next = document.querySelector("[data-next]");
  const left = [...document.querySelectorAll("[data-drills] li:not(.done)")];
  const role = playbook.myRole();
  const own = left.find((it) => it.dataset.roles?.split(" ").includes(role)) ?? left[0];
  if (own) next?.querySelector("a").replaceWith(own.querySelector("a").cloneNode(true));
  else next?.remove();

  document.querySelectorAll(".drill").forEach(start);
})();

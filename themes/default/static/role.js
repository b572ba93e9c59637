// "I work in ...": the chosen role is kept on this device and nowhere else. That
// it is kept is said in words, beside a button that forgets it.
"use strict";

(() => {
  const { word, session, say, here, root, myRole, setMyRole } = playbook;
  const path = (link) => new URL(link.href).pathname.slice(root.pathname.length);
  const found = new Set();

  /** Home: the reader's own role comes first, and its tile says so. */
  function order() {
    if (!myRole()) return;
    for (const link of document.querySelectorAll("[data-role], [data-new-in]")) {
      if (found.has(link) || path(link) !== myRole()) continue;
      found.add(link);
      const place = link.closest("li, div");
      place.parentNode.prepend(place);
      if (link.matches("[data-role]")) place.classList.add("my-role");
    }
  }
  // While the page is read, so that nothing jumps.
  const reading = new MutationObserver(order);
  reading.observe(document, { childList: true, subtree: true });

  /** Home: whoever has no role yet chooses it with a tile. The role's page says that it is kept. */
  function choose({ currentTarget }) {
    if (myRole()) return;
    setMyRole(path(currentTarget));
    session.set("chosen", "role");
  }

  function forget({ currentTarget }) {
    const tile = currentTarget.closest("li");
    setMyRole(undefined);
    tile.classList.remove("my-role");
    tile.querySelector("a").focus();
    say(word("js-role-forgotten"));
  }

  function toggle() {
    const isMine = myRole() === here;
    setMyRole(isMine ? undefined : here);
    say(word(isMine ? "js-role-forgotten" : "js-role-kept"));
  }

  function start() {
    order();
    reading.disconnect();
    const press = (selector, act) => {
      for (const it of document.querySelectorAll(selector)) it.addEventListener("click", act);
    };
    press("[data-role]", choose);
    press("[data-forget-role]", forget);
    press("[data-my-role]", toggle);
    if (!session.get("chosen") || myRole() !== here) return;
    session.remove("chosen");
    say(word("js-role-kept"));
  }
  document.addEventListener("DOMContentLoaded", start);
})();

// "I work in ...": the chosen role is kept on this device and nowhere else.
"use strict";

(() => {
  const { word, device, stored, say, here, root, myRole } = playbook;
  const path = (link) => new URL(link.href).pathname.slice(root.pathname.length);
  const mine = () => stored(device, "role")?.path;

  // Home: choosing a tile is remembered; the tile says so the next time.
  for (const link of document.querySelectorAll("[data-role]")) {
    link.addEventListener("click", () => device.set("role", JSON.stringify({ path: path(link) })));
    if (path(link) === mine()) link.closest("li").classList.add("mine");
  }

  // A role's page: a button that keeps it, or forgets it.
  const toggle = document.querySelector("[data-my-role]");
  if (!toggle) return;
  const show = () => toggle.setAttribute("aria-pressed", String(mine() === here));
  toggle.addEventListener("click", () => {
    const was = mine() === here;
    if (was) device.remove("role");
    else device.set("role", JSON.stringify({ path: here }));
    show();
    myRole();
    say(word(was ? "js-role-forgotten" : "js-role-kept"));
  });
  show();
})();

/* Keys in a list: J and K move, Enter opens (it is a link), X picks, R goes to the advice, L to
   handing over, ? lists them. R and L mean the row one stands on, and open it first where another
   is open. They can be switched off, which the person's account remembers, and are silent while
   one writes (WCAG 2.1.4). One box picks all on the page. */
"use strict";

(() => {
  const dialog = document.querySelector("[data-shortcuts]");
  const bar = document.querySelector("[data-keys]");
  const on = bar?.dataset.keys === "on";
  const all = document.querySelector("[data-pick-all]");
  const told = document.querySelector("[data-picked]");
  const WRITING = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog";

  const items = () => [...document.querySelectorAll("[data-queue-item]")];
  const boxes = () => [...document.querySelectorAll("[data-pick]")];
  const row = () => document.activeElement?.closest("tr");

  function step(by) {
    const links = items();
    if (links.length === 0) return;
    const open = document.querySelector("[data-queue-item][aria-current]");
    const here = links.indexOf(row()?.querySelector("[data-queue-item]") ?? open);
    const next = here === -1 ? (by > 0 ? 0 : links.length - 1) : here + by;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
  }

  function count() {
    const picked = boxes().filter((box) => box.checked).length;
    if (told) told.textContent = picked ? String(picked) : "";
    if (all) all.checked = picked > 0 && picked === boxes().length;
  }

  function pick() {
    const box = row()?.querySelector("[data-pick]");
    if (!box) return;
    box.checked = !box.checked;
    count();
  }

  function opens(place) {
    const link = row()?.querySelector("[data-queue-item]");
    if (!link || link.getAttribute("aria-current") === "true") return false;
    location.assign(`${link.href}#${place}`);
    return true;
  }

  function advise() {
    document.querySelector("[data-advice] textarea")?.focus();
  }

  function hand() {
    const field = document.querySelector("[data-advice] [name=unit]");
    const fold = field?.closest("details");
    if (fold) fold.open = true;
    field?.focus();
  }

  const places = { radgivning: advise, overlamning: hand };

  function go(place) {
    if (bar.dataset.keysAdvice === undefined || opens(place)) return;
    places[place]();
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    x: pick,
    r: () => go("radgivning"),
    l: () => go("overlamning"),
    "?": () => dialog?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (!on || event.target.closest(WRITING)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = keys[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run();
  });

  all?.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    count();
  });
  for (const box of boxes()) box.addEventListener("change", count);

  for (const opener of document.querySelectorAll("[data-shortcuts-open]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog?.showModal());
  }
  for (const hint of document.querySelectorAll("[data-shortcuts-hint]")) hint.hidden = false;
  count();
  places[location.hash.slice(1)]?.();
})();

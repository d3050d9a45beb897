/* Keys in the queue: J and K move, Enter opens (it is a link), R goes to the advice, ? lists them.
   They can be switched off, and are silent while one writes (WCAG 2.1.4). */
"use strict";

(() => {
  const KEY = "utblick.shortcuts";
  const dialog = document.querySelector("[data-shortcuts]");
  const toggle = document.querySelector("[data-shortcuts-toggle]");

  function on() {
    return localStorage.getItem(KEY) !== "off";
  }

  function show() {
    if (toggle) toggle.textContent = on() ? toggle.dataset.off : toggle.dataset.on;
    for (const hint of document.querySelectorAll("[data-shortcuts-hint]")) hint.hidden = !on();
  }

  function items() {
    return [...document.querySelectorAll("[data-queue-item]")];
  }

  function step(by) {
    const all = items();
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    const next = here === -1 ? (by > 0 ? 0 : all.length - 1) : here + by;
    all[Math.min(Math.max(next, 0), all.length - 1)].focus();
  }

  function advise() {
    const field = document.querySelector("[data-advice] textarea, textarea[data-advice]");
    const link = document.activeElement?.closest("tr")?.querySelector("[data-advise]");
    if (link) link.click();
    else field?.focus();
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    r: advise,
    "?": () => dialog?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (!on() || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const run = keys[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run();
  });

  toggle?.addEventListener("click", () => {
    localStorage.setItem(KEY, on() ? "off" : "on");
    show();
  });

  for (const opener of document.querySelectorAll("[data-shortcuts-open]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog?.showModal());
  }

  show();
})();

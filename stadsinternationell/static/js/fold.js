/* Folds are open in the HTML, so everything can be read without this script.
   data-fold="896" closes a fold on windows narrower than 896 pixels. On paper every fold opens.
   The account menu closes when one clicks or tabs away from it, and on Escape. */
"use strict";

for (const fold of document.querySelectorAll("details[data-fold]")) {
  if (window.innerWidth < Number(fold.dataset.fold)) fold.open = false;
}

let unfolded = [];

window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const fold of unfolded) fold.open = true;
});

window.addEventListener("afterprint", () => {
  for (const fold of unfolded) fold.open = false;
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const menu of document.querySelectorAll("details[data-menu]")) {
  const summary = menu.querySelector("summary");
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      summary.focus();
    }
  });
}

/* After a rejected form the errors are what matters: put the reader there. */
document.querySelector("[data-focus]")?.focus();

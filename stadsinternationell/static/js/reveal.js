/* data-reveal="name=value|value" shows a question only while another has one of the values.
   Without this script every question is shown, and the server decides what counts. */
"use strict";

(() => {
  function answers(form, name) {
    return new FormData(form).getAll(name);
  }

  function update(root) {
    for (const part of root.querySelectorAll("[data-reveal]")) {
      const form = part.closest("form");
      if (!form) continue;
      const at = part.dataset.reveal.indexOf("=");
      const name = part.dataset.reveal.slice(0, at);
      const wanted = part.dataset.reveal.slice(at + 1).split("|");
      const invalid = part.querySelector('[aria-invalid="true"]') !== null;
      part.hidden = !invalid && !answers(form, name).some((answer) => wanted.includes(answer));
    }
  }

  update(document);
  document.addEventListener("change", () => update(document));
  document.addEventListener("htmx:after:swap", () => update(document));
})();

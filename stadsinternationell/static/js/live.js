/* Glue around htmx: the CSRF header, the saved line, and what a screen reader is told.
   The panel the server sends may carry data-saved-at="10.42" and data-status="Kontrollen är ...". */
"use strict";

(() => {
  const line = document.querySelector("[data-autosave]");
  const spoken = document.querySelector("[data-check-status]");

  function tell(state, text) {
    if (!line) return;
    line.dataset.state = state;
    line.querySelector("span").textContent = text;
  }

  function token() {
    return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  }

  function saves(event) {
    return event.detail.ctx.request.method !== "GET";
  }

  document.addEventListener("htmx:config:request", (event) => {
    if (saves(event)) event.detail.ctx.request.headers["X-CSRFToken"] = token();
  });

  document.addEventListener("htmx:before:request", (event) => {
    if (saves(event)) tell("saving", line?.dataset.saving);
  });

  /* 422 is the form with its errors and may be shown. Any other refusal must not replace the page. */
  document.addEventListener("htmx:after:request", (event) => {
    const { raw, status } = event.detail.ctx.response;
    const signedOut = raw.redirected || status === 401 || status === 403;
    if (!signedOut && (status < 400 || status === 422)) return;
    event.preventDefault();
    tell("failed", signedOut ? line?.dataset.signedout : line?.dataset.failed);
  });

  document.addEventListener("htmx:error", (event) => {
    event.preventDefault();
    tell("failed", line?.dataset.failed);
  });

  document.addEventListener("htmx:after:swap", () => {
    const saved = document.querySelector("[data-saved-at]")?.dataset.savedAt;
    if (saved) tell("saved", `${line?.dataset.saved} ${saved}`);
    const status = document.querySelector("[data-status]")?.dataset.status;
    if (spoken && status && spoken.textContent !== status) spoken.textContent = status;
    const sum = document.querySelector("[data-sum]")?.dataset.sum;
    for (const place of document.querySelectorAll("[data-sum-here]")) {
      if (sum) place.textContent = sum;
    }
  });
})();

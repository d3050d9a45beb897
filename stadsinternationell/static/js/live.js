/* Glue around htmx: the CSRF header, the saved line, the errors of answers that could not be saved,
   and what a screen reader is told. The panel the server sends may carry data-save="saved",
   data-line="Utkast sparat ..." and data-status="Kontrollen är ...". */
"use strict";

(() => {
  const line = document.querySelector("[data-autosave]");
  const signIn = line?.querySelector("[data-signin]");
  const spoken = document.querySelector("[data-check-status]");
  const TOKEN = "input[name=csrfmiddlewaretoken]";

  function tell(state, text) {
    if (!line) return;
    line.dataset.state = state;
    line.querySelector("span").textContent = text;
    signIn.hidden = state !== "signedout";
  }

  function token() {
    return document.querySelector(TOKEN)?.value ?? "";
  }

  function saves(event) {
    return event.detail.ctx.request.method !== "GET";
  }

  /* Say at each question what could not be saved. The focus stays where the person writes. */
  function showErrors(told) {
    for (const place of document.querySelectorAll("[data-errors-of]")) {
      const found = told.querySelector(`[data-of="${CSS.escape(place.dataset.errorsOf)}"]`);
      if (!found && place.childElementCount === 0) continue;
      place.replaceChildren(...(found ? found.cloneNode(true).children : []));
      const field = place.closest(".ub-field");
      field.classList.toggle("ub-invalid", Boolean(found));
      for (const control of field.querySelectorAll("fieldset, input, select, textarea")) {
        const described = new Set((control.getAttribute("aria-describedby") ?? "").split(" "));
        described.delete("");
        described.delete(place.id);
        if (found) described.add(place.id);
        if (control.matches("fieldset") || !control.closest("fieldset")) {
          control.setAttribute("aria-describedby", [...described].join(" "));
        }
        if (found) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    }
  }

  /* Signed in anew in another tab: this page's token is old, so take the new one and save. */
  async function goOn() {
    if (line?.dataset.state !== "signedout") return;
    const answer = await fetch(location.href);
    if (answer.redirected || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(TOKEN)?.value;
    for (const input of document.querySelectorAll(TOKEN)) input.value = fresh;
    document.querySelector("form[hx-post]")?.dispatchEvent(new Event("change"));
  }

  window.addEventListener("focus", goOn);

  document.addEventListener("htmx:config:request", (event) => {
    if (saves(event)) event.detail.ctx.request.headers["X-CSRFToken"] = token();
  });

  /* What is on its way to be saved gets there before the whole step is sent. The two could overtake
     each other, and the older answers would be the last. Nobody waits longer than PATIENCE. */
  const PATIENCE = 8000;
  let underway = 0;
  let waiting = null;

  function send() {
    if (!waiting) return;
    const { form, button, patience } = waiting;
    clearTimeout(patience);
    underway = 0;
    waiting = null;
    form.requestSubmit(button);
  }

  document.addEventListener("htmx:before:request", (event) => {
    if (saves(event)) underway += 1;
  });

  document.addEventListener("htmx:finally:request", (event) => {
    if (!saves(event)) return;
    underway = Math.max(underway - 1, 0);
    // The next in the queue begins at once, if there is one.
    setTimeout(() => underway || send());
  });

  document.addEventListener("submit", (event) => {
    if (!underway || !event.target.matches("form[hx-post]")) return;
    event.preventDefault();
    clearTimeout(waiting?.patience);
    waiting = { form: event.target, button: event.submitter, patience: setTimeout(send, PATIENCE) };
  });

  /* Who goes somewhere else meanwhile gets there; what was written is being saved all the same. */
  window.addEventListener("beforeunload", () => {
    clearTimeout(waiting?.patience);
    waiting = null;
  });

  /* Who is signed out keeps the link to sign in: leaving a box saves, and must not move it. */
  document.addEventListener("htmx:before:request", (event) => {
    const out = line?.dataset.state === "signedout";
    if (saves(event) && !out) tell("saving", line?.dataset.saving);
  });

  /* 422 is the form with its errors and may be shown. Any other refusal must not replace the page. */
  document.addEventListener("htmx:after:request", (event) => {
    const { raw, status } = event.detail.ctx.response;
    const signedOut = raw.redirected || status === 401 || status === 403;
    if (!signedOut && (status < 400 || status === 422)) return;
    event.preventDefault();
    if (signedOut) tell("signedout", line?.dataset.signedout);
    else tell("failed", line?.dataset.failed);
  });

  document.addEventListener("htmx:error", (event) => {
    event.preventDefault();
    tell("failed", line?.dataset.failed);
  });

  document.addEventListener("htmx:after:swap", () => {
    const saved = document.querySelector("[data-save]")?.dataset;
    if (saved) tell(saved.save, saved.line);
    const misread = document.querySelector("[data-misread]");
    if (misread) showErrors(misread);
    const status = document.querySelector("[data-status]")?.dataset.status;
    if (spoken && status && spoken.textContent !== status) spoken.textContent = status;
    const sum = document.querySelector("[data-sum]")?.dataset.sum;
    for (const place of document.querySelectorAll("[data-sum-here]")) {
      if (sum) place.textContent = sum;
    }
  });
})();

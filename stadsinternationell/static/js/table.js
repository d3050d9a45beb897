/* At the committee's table. Without this script all items stand on one long page and every press
   is a form. With it: one item at a time, all screens follow, and a press is kept in the device
   until the server has answered. Each press has a key of its own, so one sent twice counts once. */
"use strict";

(() => {
  const place = document.querySelector("[data-table]");
  if (!place) return;
  const net = place.querySelector("[data-net]");
  /* Each reader's own: what one pressed is never sent in the name of who signs in after them. */
  const KEPT = `utblick-bordet-${place.dataset.reader}-${place.dataset.meeting}`;
  const EVERY = 2500;
  let seen = "";
  let busy = false;

  const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  const keep = (presses) => localStorage.setItem(KEPT, JSON.stringify(presses));

  function tell(text) {
    net.hidden = !text;
    if (net.textContent !== text) net.textContent = text;
  }

  /* Take in the live parts of an answer; the focus, and what is being typed, stay. */
  function show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const part of page.querySelectorAll("[data-part]")) {
      const old = document.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
      if (!old || old.dataset.html === part.innerHTML) continue;
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      const boxes = [...old.querySelectorAll("input.ds-input, select.ds-input")];
      const typed = new Map(boxes.map((box) => [box.id, box.value]));
      const opened = [...old.querySelectorAll("details[open]")].map((fold) => fold.id);
      old.dataset.html = part.innerHTML;
      old.replaceChildren(...part.childNodes);
      for (const [id, value] of typed) {
        const box = document.getElementById(id);
        if (box) box.value = value;
      }
      for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
      if (focused) document.getElementById(focused)?.focus();
    }
    mark();
    return page.querySelector("[data-error]")?.textContent ?? "";
  }

  function signedOut(answer) {
    return answer.redirected || answer.status === 401 || answer.status === 403;
  }

  async function send() {
    if (busy) return;
    busy = true;
    try {
      for (let presses = kept(); presses.length; presses = kept()) {
        const [press, ...left] = presses;
        const body = new URLSearchParams(press.body);
        body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
        const answer = await fetch(press.url, { method: "POST", body, headers: { "X-Bordet": "1" } });
        if (signedOut(answer)) return tell(place.dataset.signedout);
        if (answer.status >= 500) return tell(place.dataset.failed);
        keep(left);
        tell(answer.ok || answer.status === 409 ? show(await answer.text()) : place.dataset.failed);
      }
    } catch {
      tell(place.dataset.offline);
    } finally {
      busy = false;
    }
  }

  async function follow() {
    if (kept().length) return send();
    try {
      const answer = await fetch(place.dataset.table, {
        cache: "no-store",
        headers: seen ? { "If-None-Match": seen } : {},
      });
      if (signedOut(answer)) return tell(place.dataset.signedout);
      if (net.textContent === place.dataset.offline) tell("");
      if (answer.status !== 200) return;
      seen = answer.headers.get("ETag") ?? "";
      show(await answer.text());
    } catch {
      tell(place.dataset.offline);
    }
  }

  function fresh() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-press]");
    if (!form) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    if (body.has("key")) body.set("key", fresh());
    keep([...kept(), { url: form.getAttribute("action"), body: body.toString() }]);
    tell("");
    send();
  });

  /* One item at a time, by the address, so that Back works. */
  function mark() {
    for (const link of document.querySelectorAll(".ib__list a")) {
      if (link.hash === `#${shown?.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  const items = [...place.querySelectorAll(".ib__item")];
  let shown = null;

  function turn() {
    const all = location.hash === "#hela";
    shown = all ? null : (items.find((item) => `#${item.id}` === location.hash) ?? items[0]);
    for (const item of items) item.hidden = !all && item !== shown;
    mark();
  }

  for (const box of place.querySelectorAll("[data-note]")) {
    const name = `utblick-anteckning-${box.dataset.note}`;
    box.value = localStorage.getItem(name) ?? "";
    box.addEventListener("input", () => localStorage.setItem(name, box.value));
  }

  window.addEventListener("hashchange", () => {
    turn();
    const heading = (shown ?? items[0])?.querySelector("h2");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });
  window.addEventListener("online", follow);
  turn();
  send();
  setInterval(follow, EVERY);
})();

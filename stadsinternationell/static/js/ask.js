/* data-ask="address" on the box of the page head: links to what somebody may mean are listed under
   it while they write. Arrow down goes to them, also from an empty box; Escape closes. Without this
   script, or without an answer, the box searches as it does. */
"use strict";

(() => {
  const WAIT = 250;
  const timers = new WeakMap();

  function parts(inside) {
    const form = inside.closest("form");
    return {
      box: form.querySelector("[data-ask]"),
      list: form.querySelector("[data-asked]"),
      status: form.querySelector("[data-asked-status]"),
    };
  }

  function close(inside) {
    const { box, list, status } = parts(inside);
    clearTimeout(timers.get(box));
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
  }

  async function look(box, text) {
    const query = new URLSearchParams({ q: text, i: box.id });
    let answer;
    try {
      answer = await fetch(`${box.dataset.ask}?${query}`);
    } catch {
      return;
    }
    if (!answer.ok || answer.redirected || box.value !== text) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { list, status } = parts(box);
    if (!box.form.contains(document.activeElement)) return;
    const told = page.querySelector("[data-told]");
    status.textContent = told?.textContent ?? "";
    told?.remove();
    list.replaceChildren(...page.body.children);
    list.hidden = list.childElementCount === 0;
  }

  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!box.matches?.("[data-ask]")) return;
    const text = box.value;
    clearTimeout(timers.get(box));
    if (text.trim() === "") {
      close(box);
      return;
    }
    timers.set(
      box,
      setTimeout(() => look(box, text), WAIT),
    );
  });

  document.addEventListener("keydown", async (event) => {
    const form = event.target.closest?.("form:has([data-ask])");
    if (!form) return;
    const { box, list } = parts(form);
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close(form);
      box.focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (list.hidden) await look(box, box.value);
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    (at < 0 ? box : (links[at] ?? links.at(-1) ?? box)).focus();
  });

  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.("form:has([data-ask])");
    if (form && !form.contains(event.relatedTarget)) close(form);
  });
})();

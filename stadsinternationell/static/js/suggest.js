/* data-suggest="address" on a box: what the registers know is listed under it while one writes.
   data-suggest-country names the question of the country. A choice fills in the box, and country,
   city and kind where they are still empty. Without this script the next page asks instead. */
"use strict";

(() => {
  const WAIT = 250;
  const timers = new WeakMap();

  function parts(box) {
    const field = box.closest(".ds-field");
    return {
      list: field.querySelector("[data-suggestions]"),
      status: field.querySelector("[data-suggested]"),
    };
  }

  function clear(box) {
    const { list, status } = parts(box);
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
  }

  async function look(box) {
    const text = box.value.trim();
    if (text.length < 2) {
      clear(box);
      return;
    }
    const land = box.form.elements[box.dataset.suggestCountry]?.value ?? "";
    const query = new URLSearchParams({ text, land });
    let answer;
    try {
      answer = await fetch(`${box.dataset.suggest}?${query}`);
    } catch {
      return;
    }
    if (!answer.ok || answer.redirected || box.value.trim() !== text) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { list, status } = parts(box);
    list.replaceChildren(...page.body.children);
    list.hidden = list.childElementCount === 0;
    status.textContent = list.querySelector("p")?.textContent ?? "";
  }

  function fill(form, name, value) {
    const control = form.elements[name];
    if (!value || !control || control.value) return;
    control.value = value;
    control.dispatchEvent?.(new Event("change", { bubbles: true }));
  }

  function pick(button) {
    const box = button.closest(".ds-field").querySelector("[data-suggest]");
    const { pick: name, country, city, kind } = button.dataset;
    box.value = name;
    fill(box.form, box.dataset.suggestCountry, country);
    if (box.name !== "city") fill(box.form, "city", city);
    fill(box.form, "counterpart_kind", kind);
    clear(box);
    box.focus();
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!box.matches?.("[data-suggest]")) return;
    clearTimeout(timers.get(box));
    timers.set(
      box,
      setTimeout(() => look(box), WAIT),
    );
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-pick]");
    if (button) pick(button);
  });

  document.addEventListener("keydown", (event) => {
    const field = event.key === "Escape" && event.target.closest?.(".ds-field");
    const box = field && field.querySelector("[data-suggest]");
    if (!box) return;
    clear(box);
    box.focus();
  });
})();

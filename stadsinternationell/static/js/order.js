/* Drag a matter to its place under its heading. The buttons Upp and Ned do the same without this
   script, and for those who do not drag; what is dropped is sent by the matter's own form. */
"use strict";

for (const list of document.querySelectorAll("[data-order]")) {
  let dragged = null;
  for (const row of list.children) row.draggable = list.children.length > 1;

  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-pk]");
    event.dataTransfer.effectAllowed = "move";
  });

  list.addEventListener("dragover", (event) => {
    if (dragged) event.preventDefault();
  });

  list.addEventListener("drop", (event) => {
    const target = event.target.closest("[data-pk]");
    if (!dragged || !target || target === dragged) return;
    event.preventDefault();
    const form = dragged.querySelector("form");
    const rows = [...list.children];
    const down = rows.indexOf(dragged) < rows.indexOf(target);
    const before = down ? target.nextElementSibling : target;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "before";
    field.value = before ? before.dataset.pk : "0";
    form.append(field);
    form.submit();
  });

  list.addEventListener("dragend", () => {
    dragged = null;
  });
}

// Forms: the list of errors gets the focus, and a text has the room it needs.

const showErrors = (root) => root.querySelector("[data-error-summary]")?.focus();

// Browsers without field-sizing: the textarea is as high as its text.
const grow = (area) => {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
};
const growAll = (root) => {
  if (!CSS.supports("field-sizing", "content")) root.querySelectorAll("textarea").forEach(grow);
};

addEventListener("input", ({ target }) => {
  if (target.matches("textarea") && !CSS.supports("field-sizing", "content")) grow(target);
});
for (const [moment, root] of [["htmx:afterSettle", null], ["pageshow", document]]) {
  addEventListener(moment, ({ target }) => {
    showErrors(root ?? target);
    growAll(root ?? target);
  });
}

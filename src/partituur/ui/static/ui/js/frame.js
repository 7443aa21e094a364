// What stands on every page: the theme, menus, dialogs and toasts. Everything here makes a page
// pleasanter that already works without it. Hooks are data- attributes.

// Theme: <select data-theme-choice>, values "", "light", "dark". The server reads the cookie.
const choice = document.querySelector("[data-theme-choice]");
if (choice) {
  choice.closest("[hidden]")?.removeAttribute("hidden");
  choice.value = document.documentElement.dataset.theme ?? "";
  choice.addEventListener("change", () => {
    document.documentElement.dataset.theme = choice.value;
    document.cookie = `theme=${choice.value}; path=/; max-age=31536000; samesite=lax`;
  });
}

// Menus: <details class="menu" data-menu> closes on Escape, on a click elsewhere and when left.
const close = (menu, back) => {
  menu.open = false;
  if (back) menu.querySelector("summary").focus();
};
addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("[data-menu][open]");
  if (menu) close(menu, menu.contains(document.activeElement));
});
for (const kind of ["click", "focusin"]) {
  addEventListener(kind, (event) => {
    for (const menu of document.querySelectorAll("[data-menu][open]")) {
      if (!menu.contains(event.target)) close(menu);
    }
  });
}

// Dialogs: <a href="/its/own/page" data-dialog="id"> opens <dialog id="id">.
addEventListener("click", (event) => {
  const { target } = event;
  const opener = target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog?.showModal && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    dialog.showModal();
  } else if (target.matches("dialog[open]") || target.closest("dialog [data-close]")) {
    target.closest("dialog").close();
  }
});

// Toasts: what arrives in [data-toasts] is announced and goes by itself, but never while someone
// points at it or has the focus in it. One that can be undone stays longer.
const region = document.querySelector("[data-toasts]");
const leave = (toast) => {
  const time = toast.querySelector("form, a") ? 20000 : 7000;
  setTimeout(() => {
    if (toast.matches(":hover, :focus-within")) leave(toast);
    else toast.remove();
  }, time);
};
if (region) {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.matches?.(".toast")) leave(node);
    }
  }).observe(region, { childList: true });
  region.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) event.target.closest(".toast").remove();
  });
  // A live region only speaks of what changes in it: put again what the page came with.
  const came = [...region.children];
  setTimeout(() => {
    for (const toast of came) {
      if (toast.contains(document.activeElement)) leave(toast);
      else region.append(toast);
    }
  }, 150);
}

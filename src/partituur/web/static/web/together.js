// The sheet with others: what a colleague changes appears, and who else is here is named.
//
// A signal says where something changed. Words of a field are asked for by themselves; for anything
// else the sheet is asked for again and the pieces that differ are put in place. What somebody is
// writing in, or has the focus or a selection in, is never touched: it is looked at again later.

import { listen } from "../ui/js/live.js";

const HERE = 20000; // milliseconds between two times that we say that we are here
const SPREAD = 700; // so that not everyone asks at the same moment
const QUIET = 15000; // between two times that a change is said aloud

const bench = document.querySelector(".bench");
const said = JSON.parse(bench.dataset.said);
const token = document.querySelector("#act [name=csrfmiddlewaretoken]").value;
const sheet = new URL(".", location.href).href;
const names = () => document.querySelector("[data-here]");
const waiting = new Map(); // id of a field → what to ask once it is closed
let isWaiting = false; // the sheet is to be asked again once nothing is being written
let timer = 0, saidAt = -QUIET;

const busy = (element) => {
  const selection = getSelection();
  return element.matches(".editing") || element.querySelector(".editing, details.menu[open]") !== null
    || (element.contains(document.activeElement) && document.activeElement !== element)
    || (!selection.isCollapsed && selection.containsNode(element, true));
};

// The reader's place on the screen stays, whatever grows or shrinks above it.
const inPlace = (change) => {
  const all = [...document.querySelectorAll(".sheet .goal, .sheet .principles > li, .sheet .part")];
  const anchor = all.find((each) => each.getBoundingClientRect().top >= 0);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!anchor?.isConnected) return;
  const moved = anchor.getBoundingClientRect().top - before;
  if (moved) scrollBy({ top: moved, behavior: "instant" });
};

const show = (element) => {
  element.classList.add("fresh");
  element.addEventListener("animationend", () => element.classList.remove("fresh"), { once: true });
  if (performance.now() - saidAt < QUIET) return;
  saidAt = performance.now();
  const live = document.getElementById("live");
  live.textContent = "";
  setTimeout(() => { live.textContent = said.changed; }, 100);
};

// --- words of one field ------------------------------------------------------------------------

const fieldOf = (anchor, key) => {
  const owner = document.getElementById(anchor);
  const end = anchor.startsWith("doel-") ? `/${key}/` : "/";
  const links = [...(owner?.querySelectorAll(".field a") ?? [])];
  const link = links.find((a) => a.getAttribute("href").endsWith(`${anchor.replace("-", "/")}${end}`));
  return link?.closest(".field") ?? null;
};

// Only the words are put in place: who stands on the label beside them is not disturbed.
const held = (field) => field.matches(".editing") || busy(field.querySelector("[data-words]"));

const words = async (about) => {
  const [anchor, key, version] = about.split("/");
  const field = fieldOf(anchor, key);
  if (!field) {
    later(); // not on this sheet yet, or without a link: the sheet knows where it goes
    return;
  }
  if (Number(field.dataset.version ?? -1) >= Number(version)) return; // our own
  if (held(field)) {
    waiting.set(`${anchor}/${key}`, about);
    return;
  }
  const path = anchor.replace("-", "/") + (anchor.startsWith("doel-") ? `/${key}/nu/` : "/nu/");
  const answer = await fetch(sheet + path).catch(() => null);
  if (!answer?.ok || answer.redirected) {
    later();
    return;
  }
  put(field, (await answer.text()).trim(), answer.headers.get("X-Version"), about);
};

const put = (field, html, version, about) => {
  if (held(field)) {
    waiting.set(about.split("/").slice(0, 2).join("/"), about);
    return;
  }
  const place = field.querySelector("[data-words]");
  const now = document.createElement("template");
  now.innerHTML = html;
  field.dataset.version = version;
  if (now.innerHTML === place.innerHTML.trim()) return;
  inPlace(() => {
    if (html) place.replaceChildren(now.content);
    else place.textContent = said.empty;
    place.toggleAttribute("lang", Boolean(html));
    if (html) place.lang = "nl";
    (place.closest("h3") ?? field).classList.toggle("empty", !html);
  });
  show(place);
};

// --- the whole sheet ---------------------------------------------------------------------------

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(renewSheet, 100 + Math.random() * SPREAD);
};

const renewSheet = async () => {
  const answer = await fetch(sheet).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(".bench");
  if (!fresh) return;
  isWaiting = false;
  const changed = [];
  inPlace(() => {
    children(document.querySelector("main.sheet"), fresh.querySelector("main.sheet"), changed);
    for (const id of ["outline", "rail"]) swap(document.getElementById(id), fresh.querySelector(`#${id}`), changed);
  });
  bench.dataset.mark = fresh.dataset.mark;
  if (fresh.dataset.live && changed.length) begin(fresh.dataset.live);
  const seen = changed.find((each) => each.matches(".part, .goal, .principles > li"));
  if (seen) show(seen);
  if (changed.some((each) => each.id === "outline")) document.dispatchEvent(new Event("sheet:outline"));
};

const bare = (element) => {
  const copy = element.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[data-version], [aria-current], .fresh, .field")]) {
    each.removeAttribute("data-version");
    each.removeAttribute("aria-current");
    each.classList.remove("fresh");
    if (each.className === "") each.removeAttribute("class");
  }
  return copy.outerHTML;
};

const swap = (old, fresh, changed) => {
  if (!old || !fresh || bare(old) === bare(fresh)) return;
  if (!busy(old)) {
    old.replaceWith(fresh);
    changed.push(fresh);
  } else if (old.matches(".part, .principles")) children(old, fresh, changed);
  else isWaiting = true;
};

// The children with an id, each by itself: new ones come, gone ones go, order follows.
const children = (old, fresh, changed) => {
  const mine = (root) => [...root.querySelectorAll(":scope > [id], :scope > .principles > [id]")];
  const wanted = new Map(mine(fresh).map((each) => [each.id, each]));
  const had = mine(old);
  const kicker = old.querySelector(":scope > .sheet-head > .kicker");
  if (kicker) swap(kicker, fresh.querySelector(":scope > .sheet-head > .kicker"), changed);
  for (const each of had) {
    if (wanted.has(each.id)) continue;
    if (busy(each)) isWaiting = true;
    else each.remove();
  }
  let last = null;
  for (const [id, each] of wanted) {
    const here = had.find((one) => one.id === id && one.isConnected);
    if (here) {
      swap(here, each, changed);
      const now = here.isConnected ? here : each;
      if (last && last.nextElementSibling !== now && last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING) {
        if (busy(now)) isWaiting = true;
        else last.after(now);
      }
      last = now;
    } else if (last) {
      last.after(each);
      changed.push(each);
      last = each;
    } else {
      const first = had.find((one) => one.isConnected);
      if (first) first.before(each);
      else isWaiting = true;
      changed.push(each);
      last = each;
    }
  }
};

document.addEventListener("sheet:closed", () => {
  const asked = [...waiting.values()];
  waiting.clear();
  asked.forEach(words);
  if (isWaiting) later();
});

// --- who is here -------------------------------------------------------------------------------

const form = (fields) => new URLSearchParams({ csrfmiddlewaretoken: token, ...fields });

const tell = async (fields = {}) => {
  const answer = await fetch(`${sheet}hier/`, { method: "POST", body: form(fields) }).catch(() => null);
  if (!answer?.ok || answer.redirected) return null;
  const html = (await answer.text()).trim(), place = names();
  if (place.innerHTML.trim() !== html) place.innerHTML = html;
  place.hidden = !html;
  const mark = answer.headers.get("X-Mark");
  if (mark && mark !== bench.dataset.mark) later();
  return answer.headers.get("X-Live");
};

let beat = 0;
const stay = () => {
  clearInterval(beat);
  if (document.hidden) return;
  beat = setInterval(tell, HERE);
};
const go = () => {
  clearInterval(beat);
  navigator.sendBeacon(`${sheet}hier/`, form({ gone: "1" }));
};
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) tell();
  stay();
});
addEventListener("htmx:load", ({ target }) => { if (target.id === "inhoud") tell(); }); // a new head
addEventListener("pagehide", go);
addEventListener("pageshow", ({ persisted }) => { if (persisted) stay(); });
stay();

// --- listening ---------------------------------------------------------------------------------

const heard = (topic, about) => {
  if (topic === "") tell({ doubt: "1" });
  else if (about === "hier") tell();
  else if (about.includes("/")) words(about);
  else later();
};

let end = null;
const begin = (address) => {
  end?.();
  end = listen(address, heard, { renew: () => tell({ renew: "1" }) });
};
begin(bench.dataset.live);

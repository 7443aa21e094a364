// A piece of a page that keeps up with a meeting: the screen, a phone, and where it is run.
//
// [data-piece] asks for itself again whenever the meeting changed, and keeps what somebody is
// writing in it. Its forms are sent without leaving the page. An answer ([data-answer]) is sent
// until the server has it, with the same key each time, so that it counts once.

import { listen } from "../ui/js/live.js";

const HEADERS = { "HX-Request": "true" };
const RETRY = [700, 1500, 3000, 5000]; // milliseconds; then every five seconds
const TYPED = "textarea, input:not([type=hidden], [type=checkbox], [type=radio])";

let piece = document.querySelector("[data-piece]");
const pace = Number(piece.dataset.pace ?? 0);
const clock = { server: Number(piece.dataset.now ?? 0), mine: performance.now() };

const fetchPiece = async (options = {}) => {
  const answer = await fetch(options.address ?? location.href, { ...options, headers: HEADERS });
  const html = await answer.text();
  const made = document.createRange().createContextualFragment(html).querySelector("[data-piece]");
  return { answer, made };
};

// --- putting a new piece in place without disturbing anybody --------------------------------------

const sameQuestion = (made) =>
  made.dataset.point === piece.dataset.point && made.dataset.round === piece.dataset.round;

const isTouched = (field) =>
  field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

const put = (made, { sent = null } = {}) => {
  const focused = piece.contains(document.activeElement) ? document.activeElement : null;
  if (sameQuestion(made)) {
    for (const old of piece.querySelectorAll("details[id][open]")) {
      const place = made.querySelector(`#${CSS.escape(old.id)}`);
      if (place && !sent?.contains(old) && !old.contains(sent)) place.open = true;
    }
    for (const old of piece.querySelectorAll("textarea[id], input[id]")) {
      const place = made.querySelector(`#${CSS.escape(old.id)}`);
      if (!place || sent?.contains(old) || (!isTouched(old) && old !== focused)) continue;
      if (old.matches(TYPED)) place.replaceWith(old);
      else place.checked = old.checked;
    }
  } else if (focused?.matches(TYPED) && isTouched(focused)) {
    unsent = { words: focused.value, title: piece.querySelector("h1")?.textContent ?? "" };
  }
  const id = focused?.id;
  const selection = focused?.matches("textarea") ? [focused.selectionStart, focused.selectionEnd] : null;
  const top = piece.querySelector(".words")?.scrollTop;
  const same = sameQuestion(made);
  piece.replaceWith(made);
  piece = made;
  if (same && top) piece.querySelector(".words")?.scrollTo(0, top);
  if (id) {
    const again = piece.querySelector(`#${CSS.escape(id)}`);
    again?.focus({ preventScroll: true });
    if (selection && again?.setSelectionRange) again.setSelectionRange(...selection);
  } else if (focused) {
    piece.focus({ preventScroll: true });
  }
  if (!same && piece.matches(".phone")) scrollTo({ top: 0 });
  showUnsent();
};

// What was being written when the meeting went on is shown below, not thrown away.
let unsent = null;
const showUnsent = () => {
  if (!unsent) return;
  const kept = document.createElement("p");
  kept.className = "soft";
  kept.lang = "nl";
  kept.textContent = `„${unsent.title}”: ${unsent.words}`;
  piece.append(kept);
};

// --- asking again ---------------------------------------------------------------------------------

let asking = null, wanted = false, last = 0, timer = 0;

const refresh = async () => {
  if (asking) {
    wanted = true;
    return asking;
  }
  asking = (async () => {
    const before = busy.size ? -1 : turn;
    try {
      const { answer, made } = await fetchPiece();
      if (answer.redirected || !made) location.reload();
      // What was asked for before an answer came in may not know of it: it is asked for again.
      else if ((!busy.size && before === turn) || !piece.matches(".phone")) put(made);
      else wanted = true;
    } catch { /* no network: the channel asks again when it is back */ }
  })();
  await asking;
  asking = null;
  last = performance.now();
  if (wanted) {
    wanted = false;
    soon();
  }
};

// Counts come at most so often; phones do not all ask at the same moment.
const soon = () => {
  if (asking) wanted = true; // at its end it is known how long to wait
  if (asking || timer) return;
  const spread = Math.random() * Number(piece.dataset.spread ?? 0);
  const wait = Math.max(spread, pace - (performance.now() - last), 0);
  timer = setTimeout(() => {
    timer = 0;
    refresh();
  }, wait);
};

if (piece.dataset.live) {
  listen(piece.dataset.live, soon, {
    renew: async () => {
      await refresh();
      return piece.dataset.live;
    },
  });
}

// --- sending --------------------------------------------------------------------------------------

const busy = new Set();

const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};

const say = (words) => {
  const status = piece.querySelector("[data-status]");
  if (status && status.textContent !== (words ?? "")) status.textContent = words ?? "";
};

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Which answer counts is decided by when it was chosen, on the clock of the server.
const chosenAt = () => Math.round(clock.server + performance.now() - clock.mine);

let turn = 0;
const sendAnswer = async (form, body) => {
  const mine = ++turn;
  body.set("key", newKey());
  body.set("moment", String(chosenAt()));
  busy.add(mine);
  try {
    for (let tries = 0; ; tries++) {
      if (mine !== turn) return; // another answer was chosen meanwhile: that one is sent
      say(tries ? piece.dataset.retrying : piece.dataset.sending);
      try {
        const { answer, made } = await fetchPiece({ method: "POST", body, address: form.action });
        if (answer.status < 500 && answer.status !== 429) {
          if (answer.redirected || !made) location.reload();
          else put(made, { sent: answer.ok ? form : null });
          return;
        }
      } catch { /* no answer: once more */ }
      await wait(RETRY[Math.min(tries, RETRY.length - 1)]);
    }
  } finally {
    busy.delete(mine);
    if (mine === turn) say("");
  }
};

const sendAct = async (form, body) => {
  try {
    const { answer, made } = await fetchPiece({ method: "POST", body, address: form.action });
    if (!made) location.reload();
    else put(made, { sent: answer.ok ? form : null });
  } catch {
    form.submit(); // the browser says what is wrong
  }
};

addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!piece.contains(form)) return;
  const body = new URLSearchParams(new FormData(form, submitter));
  if (form.matches("[data-answer], [data-here]")) {
    event.preventDefault();
    sendAnswer(form, body);
  } else if (form.matches("[data-act]")) {
    event.preventDefault();
    sendAct(form, body);
  } else if (form.matches("[data-step]")) {
    event.preventDefault();
    step(form, body);
  }
});

// --- the screen is stepped through with keys --------------------------------------------------------

const step = async (form, body) => {
  await fetch(form.action, { method: "POST", body, headers: HEADERS, redirect: "manual" }).catch(() => null);
  refresh();
};

const KEYS = { ArrowRight: "on", PageDown: "on", " ": "on", ArrowLeft: "back", PageUp: "back" };
addEventListener("keydown", (event) => {
  const form = piece.querySelector(`[data-step="${KEYS[event.key]}"]`);
  if (!form || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("button, a, input, textarea")) return;
  event.preventDefault();
  form.requestSubmit();
});

// Who opens the page is there: nobody has to press anything for that.
piece.querySelector("[data-here]")?.requestSubmit();

// Writing on the sheet, where the words stand.
//
// A field holds words ([data-words]) and a link to the field's own page (a[data-open]). A click on
// either opens the form of that page in place. It saves by itself after a pause, and again when the
// writer leaves. Each save names the version it was written on, and carries a key that a repetition
// repeats. What is not saved stays in the form, in view; nothing is kept in the browser's storage.

const PAUSE = 900; // milliseconds without typing before a save
const RETRY = [1000, 3000, 8000, 15000]; // after a save that got no answer; then every 15 seconds
const HEADERS = { "HX-Request": "true" }; // asks a view for the piece, not the page

const bench = document.querySelector(".bench");
const said = JSON.parse(bench.dataset.said);
const coming = new Map(); // address → promise of the form, asked for when the pointer comes near
let current = null;

const piece = async (address) => {
  const answer = await fetch(address, { headers: HEADERS });
  return { ok: answer.ok && !answer.redirected, html: await answer.text() };
};

const ask = (address) => {
  if (!coming.has(address)) {
    coming.set(address, piece(address));
    setTimeout(() => coming.delete(address), 3000);
  }
  return coming.get(address);
};

const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};

class Writing {
  constructor(field) {
    this.field = field;
    this.place = field.querySelector("[data-words]");
    this.address = field.querySelector("a[data-open]").href;
    this.shown = field.matches(".empty") || this.place.closest(".empty") ? "" : this.place.innerHTML;
    this.tries = 0;
    this.isOpen = false;
    this.dirty = false;
  }

  get form() { return this.place.querySelector("form"); }
  get area() { return this.place.querySelector("textarea, input[type=text]"); }
  get deciding() { return Boolean(this.place.querySelector(".clash")); }

  async open() {
    const answer = await ask(this.address).catch(() => null);
    if (current !== this) return;
    if (!answer?.ok) {
      location.href = this.address; // the page itself says why
      return;
    }
    this.isOpen = true;
    this.field.classList.add("editing");
    this.place.innerHTML = answer.html;
    this.listen();
    this.area.focus({ preventScroll: true });
    this.area.selectionStart = this.area.value.length;
    this.form.scrollIntoView({ block: "nearest" });
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", () => this.touch());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.touch();
      this.submitter = event.submitter;
      this.close();
    });
    form.addEventListener("keydown", (event) => {
      const enter = event.key === "Enter" && (event.ctrlKey || event.metaKey || event.target.matches("input"));
      if (event.key !== "Escape" && !enter) return;
      event.preventDefault();
      if (!this.deciding) this.close(true);
    });
    form.addEventListener("click", ({ target }) => {
      const example = target.closest("[data-take]");
      if (!example) return;
      this.area.value = example.dataset.take;
      this.touch();
      this.area.focus();
    });
    form.addEventListener("focusout", () => setTimeout(() => {
      const left = this.isOpen && document.hasFocus() && !this.place.contains(document.activeElement);
      if (left && !this.deciding) this.close();
    }, 100));
  }

  touch() {
    this.dirty = true;
    this.form.elements.save_key.value = newKey();
    if (this.deciding) return; // two texts: the writer presses the button
    this.say("writing");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  say(name, time = "") {
    const status = this.place.querySelector("[data-status]");
    if (!status) return;
    status.className = `saved ${{ writing: "busy", unsaved: "failed", refused: "failed" }[name] ?? ""}`;
    const words = said[name].replace("{time}", time);
    if (status.textContent !== words) status.textContent = words;
  }

  // One save at a time; what is typed meanwhile goes with the next.
  async save() {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (!this.dirty || !this.form) return;
    this.sending = this.send();
    await this.sending;
    this.sending = null;
  }

  async send() {
    const body = new URLSearchParams(new FormData(this.form, this.submitter));
    this.submitter = null;
    this.dirty = false;
    const keepalive = body.toString().length < 50000; // an open page may be closed meanwhile
    let answer = null, html = "";
    try {
      answer = await fetch(this.address, { method: "POST", body, headers: HEADERS, keepalive });
      html = await answer.text();
    } catch { /* no answer: below */ }
    if (answer?.redirected || [403, 404].includes(answer?.status)) this.hold("refused");
    else if (answer?.status === 200) this.saved(answer, html);
    else if (answer?.status === 409 || answer?.status === 422) this.decide(html);
    else this.again();
  }

  saved(answer, html) {
    this.tries = 0;
    this.shown = html.trim();
    this.field.classList.toggle("empty", !this.shown);
    const version = this.place.querySelector("[data-version]");
    if (version) version.value = answer.headers.get("X-Version");
    this.field.dataset.version = answer.headers.get("X-Version");
    if (!this.dirty) this.say("saved", answer.headers.get("X-Saved-At"));
  }

  hold(name) {
    this.dirty = true;
    this.say(name);
  }

  again() {
    this.hold("unsaved");
    this.timer = setTimeout(() => this.save(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
  }

  // Somebody else wrote too, or something could not be read: the form comes back with both texts,
  // or with what is wrong.
  decide(html) {
    this.place.innerHTML = html;
    this.listen();
    (this.place.querySelector("[data-lead]") ?? this.area).focus();
    this.dirty = false;
    this.asked = true;
  }

  async close(toLabel = false) {
    this.asked = false;
    await this.save();
    if (!this.isOpen || this.dirty || this.asked) return;
    this.isOpen = false;
    if (current === this) current = null;
    this.field.classList.remove("editing");
    this.field.classList.toggle("empty", !this.shown);
    if (!this.shown && this.field.dataset.added) {
      this.field.remove();
      return;
    }
    if (this.shown) this.place.innerHTML = this.shown;
    else this.place.textContent = said.empty;
    if (toLabel) this.field.querySelector("a[data-open]").focus();
    document.dispatchEvent(new Event("sheet:closed")); // what a colleague changed meanwhile: together.js
  }
}

const open = (field) => {
  if (current?.field === field) return;
  current?.close();
  current = new Writing(field);
  current.open();
};

// The field that a pointer or a key means; only where its page says that one may write.
const fieldAt = (target) => {
  const field = target.closest("[data-writable] .field");
  return field?.querySelector("a[data-open]") ? field : null;
};

// An optional field that is not on the sheet yet: give it its row, and open it.
const add = (link) => {
  const row = document.createElement("div");
  row.className = "field empty";
  row.dataset.added = "";
  row.innerHTML = "<dt><a data-open></a></dt><dd data-words></dd>";
  const label = row.querySelector("a");
  label.href = link.href;
  label.textContent = link.textContent;
  link.closest(".goal").querySelector("dl").append(row);
  open(row);
};

addEventListener("click", (event) => {
  const { target } = event;
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.closest(".editing, summary, button")) return;
  const link = target.closest("a");
  if (link?.matches("[data-add]")) {
    event.preventDefault();
    add(link);
    return;
  }
  if (link ? !link.matches("[data-open]") : !target.closest("[data-words]") || String(getSelection())) return;
  const field = fieldAt(target);
  if (!field) return;
  event.preventDefault();
  open(field);
});

addEventListener("pointerover", ({ target, pointerType }) => {
  const field = pointerType === "mouse" && target.closest("[data-words]") ? fieldAt(target) : null;
  if (!field || field === current?.field) return;
  setTimeout(() => {
    if (field.matches(":hover")) ask(field.querySelector("a[data-open]").href).catch(() => {});
  }, 90);
});

addEventListener("beforeunload", (event) => {
  if (!current?.dirty) return;
  current.save();
  event.preventDefault();
});

// Adding, moving, removing, sharing: what is being written is saved first, then the pieces of the
// sheet that changed are put in place.
addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  if (target.id !== "act") return;
  event.preventDefault();
  await current?.close();
  submitter.closest(".toast")?.remove();
  htmx.ajax("POST", submitter.formAction, { source: target, swap: "none" });
});

// Where the reader is, marked in the outline.
const follow = () => {
  const entries = new Map();
  document.querySelectorAll(".outline a[href^='#']").forEach((a) => entries.set(a.hash.slice(1), a));
  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      entries.forEach((a) => a.removeAttribute("aria-current"));
      entries.get(target.id).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-12% 0px -80% 0px" });
  for (const id of entries.keys()) {
    const part = document.getElementById(id);
    if (part) watcher.observe(part);
  }
  return watcher;
};
let watcher = follow();
const followAgain = () => {
  watcher.disconnect();
  watcher = follow();
};
addEventListener("htmx:load", ({ target }) => { if (target.id === "outline") followAgain(); });
document.addEventListener("sheet:outline", followAgain);

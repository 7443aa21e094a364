/* Writing on the sheet, where the words stand.
 *
 * A field is a <dt> with a link to the field's own page, and a <dd> with its words. A click on
 * either opens the form of that page in place. It saves by itself after a pause, and again when the
 * writer leaves; each save names the version it was written on and a key that a repetition repeats.
 * Nothing typed is kept in the browser's storage; while it is not saved, it stays in the form. */

const PAUSE = 900; // milliseconds without typing before a save
const RETRY = [1000, 3000, 8000, 15000]; // and then every 15 seconds
const asked = new Map(); // address → promise of its form, asked for on approach

const text = (name) => document.body.dataset[name] ?? "";

function form(address) {
  if (!asked.has(address)) {
    asked.set(address, fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" })
      .then((answer) => answer.text().then((html) => ({ ok: answer.ok, html }))));
  }
  const promise = asked.get(address);
  setTimeout(() => asked.delete(address), 3000);
  return promise;
}

function fieldOf(target) {
  const field = target.closest(".field[data-path], .headline[data-path]");
  return field && field.closest("[data-writable]") ? field : null;
}

class Editing {
  constructor(field) {
    this.field = field;
    this.place = field.querySelector("[data-words]");
    this.before = this.place.innerHTML;
    this.timer = 0;
    this.tries = 0;
    this.dirty = false;
    this.saving = null;
    this.open = false;
  }

  async begin() {
    this.field.classList.add("editing");
    let answer;
    try {
      answer = await form(this.field.dataset.path);
    } catch {
      location.href = this.field.dataset.path;
      return;
    }
    if (!answer.ok) {
      location.href = this.field.dataset.path;
      return;
    }
    this.place.innerHTML = answer.html;
    this.place.classList.remove("empty");
    this.open = true;
    this.listen();
    const area = this.area;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    grow(area);
    area.closest("form").scrollIntoView({ block: "nearest" });
  }

  get form() { return this.place.querySelector("form"); }
  get area() { return this.form.querySelector("textarea, input[type=text]"); }
  get status() { return this.form.querySelector("[data-status]"); }

  listen() {
    const form = this.form;
    form.addEventListener("input", (event) => {
      if (event.target.matches("textarea")) grow(event.target);
      this.touch();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submitter = event.submitter;
      this.changed();
      this.leave();
    });
    form.addEventListener("keydown", (event) => {
      const done = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
      const single = event.key === "Enter" && event.target.matches("input");
      if (done || single) {
        event.preventDefault();
        this.leave(true);
      }
    });
    form.addEventListener("click", (event) => {
      const example = event.target.closest("[data-take]");
      if (example) {
        event.preventDefault();
        this.area.value = [this.area.value.trim(), example.dataset.take].filter(Boolean).join(" ");
        grow(this.area);
        this.touch();
        this.area.focus();
      }
    });
    form.addEventListener("focusout", () => {
      setTimeout(() => {
        if (this.open && document.hasFocus() && !this.place.contains(document.activeElement)) this.leave();
      }, 120);
    });
  }

  touch() {
    this.changed();
    this.say("writing");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  changed() {
    this.dirty = true;
    this.form.elements.save_key.value = crypto.randomUUID?.() ?? key();
  }

  say(name, detail = "") {
    const status = this.status;
    if (!status) return;
    const said = text(name).replace("{time}", detail);
    status.dataset.tone = name;
    if (status.textContent !== said) status.textContent = said;
  }

  /* One save at a time; what was typed meanwhile goes with the next. */
  async save() {
    if (this.saving) return this.saving.then(() => (this.dirty && this.open ? this.save() : undefined));
    if (!this.dirty) return undefined;
    clearTimeout(this.timer);
    this.saving = this.send().finally(() => { this.saving = null; });
    return this.saving;
  }

  async send() {
    const data = new FormData(this.form, this.submitter ?? null);
    this.submitter = null;
    this.dirty = false;
    let answer, html;
    try {
      answer = await fetch(this.form.action, {
        method: "POST", body: new URLSearchParams(data), credentials: "same-origin",
        headers: { "HX-Request": "true" }, keepalive: data.toString().length < 60000,
      });
      html = await answer.text();
    } catch {
      answer = null;
    }
    if (answer?.redirected || answer?.status === 403) return this.refused();
    if (!answer || answer.status >= 500) return this.again();
    this.tries = 0;
    if (answer.status === 200) {
      this.before = html;
      const version = this.form.querySelector("[data-version]");
      version.value = answer.headers.get("X-Version");
      this.say(this.dirty ? "writing" : "saved", answer.headers.get("X-Saved-At"));
      return undefined;
    }
    return this.ask(html, answer.status);
  }

  /* The answer did not come: the same words, with the same key, until it does. */
  again() {
    this.dirty = true;
    this.say("unsaved");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
  }

  /* Signed out, or no longer allowed: the words stay in the form. */
  refused() {
    this.dirty = true;
    this.say("refused");
  }

  /* Somebody else wrote too, or something could not be read: the writer decides. */
  ask(html, status) {
    const focus = document.activeElement;
    const kept = this.area ? { value: this.area.value } : null;
    if (status === 422 && focus && this.place.contains(focus) && this.dirty) return;
    this.place.innerHTML = html;
    this.asking = true;
    this.listen();
    const area = this.place.querySelector("textarea");
    if (area) grow(area);
    const lead = this.place.querySelector("[data-lead]");
    (lead ?? this.area).focus();
    this.kept = kept;
  }

  async leave(toLabel = false) {
    if (!this.open) return;
    await this.save();
    if (this.dirty || this.saving || (this.asking && this.place.querySelector("[data-lead]"))) {
      this.asking = false;
      return;
    }
    this.close(toLabel);
  }

  close(toLabel) {
    this.open = false;
    this.place.innerHTML = this.before;
    this.place.classList.toggle("empty", !this.before.trim());
    if (!this.before.trim()) this.place.textContent = text("empty");
    this.field.classList.remove("editing");
    if (this.field.dataset.added && !this.before.trim()) this.field.remove();
    if (toLabel) this.field.querySelector("a[data-open]")?.focus();
    if (current === this) current = null;
  }
}

let current = null;

function open(field) {
  if (current?.field === field) return;
  current?.leave();
  current = new Editing(field);
  current.begin();
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.rows = Math.max(2, area.value.split("\n").reduce((n, line) => n + 1 + Math.floor(line.length / 62), 0));
}

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/* An optional field that was not there yet: give it a row, then open it. */
function add(link) {
  const row = document.createElement("div");
  row.className = "field";
  row.dataset.path = link.getAttribute("href");
  row.dataset.added = "1";
  const dt = document.createElement("dt");
  const label = document.createElement("a");
  label.href = link.href;
  label.dataset.open = "";
  label.textContent = link.textContent.trim();
  dt.append(label);
  const dd = document.createElement("dd");
  dd.dataset.words = "";
  row.append(dt, dd);
  link.closest(".goal").querySelector("dl").append(row);
  link.closest("li")?.remove();
  open(row);
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("form, .editing")) return;
  const more = event.target.closest("a[data-add]");
  if (more) {
    event.preventDefault();
    add(more);
    return;
  }
  const link = event.target.closest("a");
  if (link && !link.matches("[data-open]")) return;
  if (!link && String(getSelection()).length) return;
  const field = fieldOf(event.target);
  if (field) {
    event.preventDefault();
    open(field);
  }
});

document.addEventListener("pointerover", (event) => {
  const field = event.pointerType === "mouse" ? fieldOf(event.target) : null;
  if (field && current?.field !== field && !field.dataset.near) {
    field.dataset.near = "1";
    setTimeout(() => {
      delete field.dataset.near;
      if (field.matches(":hover")) form(field.dataset.path).catch(() => asked.delete(field.dataset.path));
    }, 80);
  }
});

addEventListener("beforeunload", (event) => {
  if (current?.dirty) {
    current.save();
    event.preventDefault();
  }
});

addEventListener("pagehide", () => current?.save());

/* Where the reader is, in the outline. */
const entries = new Map([...document.querySelectorAll(".outline a[href^='#']")].map((a) => [a.hash.slice(1), a]));
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    entries.forEach((a) => a.removeAttribute("aria-current"));
    entries.get(target.id)?.setAttribute("aria-current", "true");
  }
}, { rootMargin: "-15% 0px -75% 0px" });
const watch = () => entries.forEach((_, id) => {
  const part = document.getElementById(id);
  if (part) watcher.observe(part);
});
watch();
document.addEventListener("htmx:afterSettle", watch);

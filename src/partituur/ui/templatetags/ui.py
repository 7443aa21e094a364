"""The components, as template tags with a Python signature.

A misspelt argument fails when the template is loaded. A component is only here when it has
elements in elements or ARIA to wire; a button, a link, a chip and a field of the sheet are plain
HTML with a class. All of it is shown at ``/stijl/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import template
from django.forms import BaseForm, BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from partituur.ui.icons import ICONS

register = template.Library()

_NOTICES = {"info", "success", "warning", "error"}
_STATES = {"", "ok", "todo", "wrong"}
_THEMES = {"light", "dark"}
_TONES = {"a", "b", "c"}


def _known(value: str, known: Iterable[str], what: str) -> str:
    """Return ``value``, or fail loudly: a wrong word in a template is a programmer's slip.

    :raises ValueError: when ``value`` is not one of ``known``
    """
    if value not in known:
        raise ValueError(f"“{value}” is no {what}; choose from {', '.join(sorted(known))}")
    return value


# --- small marks ------------------------------------------------------------------------------


@register.simple_tag
def icon(name: str, *, label: str = "") -> SafeString:
    """An icon (pictogram). Without ``label`` it is decoration and screen readers skip it."""
    drawing = mark_safe(ICONS[_known(name, ICONS, "icon")])
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>',
            label,
            drawing,
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        drawing,
    )


@register.simple_tag
def state(word: str, tone: str = "") -> SafeString:
    """A word for how far something is (stand): "ok" ✓, "todo" ○, "wrong" !, or no sign."""
    _known(tone, _STATES, "state")
    return format_html('<span class="state {}">{}</span>', tone, word)


def initials(name: str) -> str:
    """At most two capitals of a name: "Jamila El Amrani" gives "JA", "IB" stays "IB"."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][:2].upper() if words[0].isupper() else words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


@register.simple_tag
def face(name: str, *, tone: str = "a", large: bool = False) -> SafeString:
    """Someone's initials in a circle. The name itself must stand next to it, in words.

    ``tone``: "a" petrol, "b" brass (the IB'er), "c" green.
    """
    _known(tone, _TONES, "tone")
    return format_html(
        '<span class="face{}{}" aria-hidden="true">{}</span>',
        "" if tone == "a" else f" {tone}",
        " large" if large else "",
        initials(name),
    )


# --- boxes ------------------------------------------------------------------------------------


@register.simple_block_tag
def card(content: str, *, title: str, level: int = 2, id: str = "") -> SafeString:
    """A titled box in the rail or on a page, named by its heading."""
    return render_to_string(
        "ui/card.html", {"content": content, "title": title, "level": level, "id": id}
    )


@register.simple_block_tag
def notice(
    content: str, *, kind: str = "info", title: str = "", level: int = 2, live: bool = False
) -> SafeString:
    """A message in its place on the page (mededeling).

    ``live``: it arrives in an open page (an htmx answer), so screen readers must be told:
    at once for "error", politely for the other kinds.
    """
    _known(kind, _NOTICES, "kind of notice")
    role = ("alert" if kind == "error" else "status") if live else ""
    return render_to_string(
        "ui/notice.html",
        {"content": content, "kind": kind, "title": title, "level": level, "role": role},
    )


@register.simple_block_tag
def empty_state(content: str, *, title: str, example: str = "", level: int = 2) -> SafeString:
    """A place where nothing is yet: what belongs here (``title``), why (``content``, which may end
    with one ``.actions``), and an example to take over."""
    return render_to_string(
        "ui/empty_state.html",
        {"content": content, "title": title, "example": example, "level": level},
    )


@register.simple_block_tag
def dialog(content: str, *, id: str, title: str) -> SafeString:
    """A question on top of the page. Opened by ``<a href="…" data-dialog="{id}">``, whose address
    is a page that asks the same, for who has no JavaScript."""
    return render_to_string("ui/dialog.html", {"content": content, "id": id, "title": title})


@register.simple_block_tag
def menu(
    content: str, *, label: str, icon: str = "more", face: str = "", tone: str = "a"
) -> SafeString:
    """A button that opens a short list of links and buttons.

    It shows someone's ``face``, an ``icon``, or (both empty) its ``label`` in words; with a face
    or an icon the label is for screen readers.
    """
    _known(tone, _TONES, "tone")
    return render_to_string(
        "ui/menu.html",
        {"content": content, "label": label, "icon": icon, "face": face, "tone": tone},
    )


# --- forms ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the error summary: the words, and the address of the field."""

    text: str
    target: str


def _first_control(bound: BoundField) -> str:
    """The id that an error leads to: the control, or the first choice of a group."""
    if isinstance(bound.field.widget, RadioSelect | CheckboxSelectMultiple):
        return bound[0].id_for_label or bound.auto_id if len(bound) else bound.auto_id
    return bound.id_for_label or bound.auto_id


@register.simple_tag
def error_summary(form: BaseForm, *, level: int = 2) -> SafeString:
    """What has to be mended in a form, with links; gets the focus. Nothing when all is well."""
    problems = [Problem(str(text), "") for text in form.non_field_errors()]
    for bound in form:
        problems += [Problem(str(text), _first_control(bound)) for text in bound.errors]
    if not problems:
        return mark_safe("")
    return render_to_string("ui/error_summary.html", {"problems": problems, "level": level})


@register.simple_tag
def field(
    bound: BoundField, *, hint: str = "", large: bool = False, big: bool = False
) -> SafeString:
    """One question of a form: label, hint, error and control, tied together.

    ``hint`` stands in for the form's own help text; ``large`` shows the label as a heading, and
    ``big`` shows choices as large as a thumb.
    """
    bound.form.use_required_attribute = False  # no bubbles of the browser: we answer ourselves
    hint = hint or str(bound.help_text)
    widget = bound.field.widget
    context = {
        "bound": bound,
        "hint": hint,
        "hint_id": f"{bound.auto_id}_hint",
        "error_id": f"{bound.auto_id}_error",
        "large": large,
        "big": big,
        "optional": not bound.field.required and not isinstance(widget, CheckboxInput),
    }
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return render_to_string(
            "ui/field_choices.html", {**context, "ids": _described(bound, hint)}
        )
    context["control"] = bound.as_widget(attrs=_wiring(bound, hint))
    if isinstance(widget, CheckboxInput):
        return render_to_string("ui/field_checkbox.html", context)
    return render_to_string("ui/field.html", context)


def _described(bound: BoundField, hint: str) -> str:
    ids = [f"{bound.auto_id}_hint"] if hint else []
    return " ".join([*ids, f"{bound.auto_id}_error"] if bound.errors else ids)


def _wiring(bound: BoundField, hint: str) -> dict[str, str | bool]:
    """The ARIA attributes of one control."""
    attrs: dict[str, str | bool] = {}
    if ids := _described(bound, hint):
        attrs["aria-describedby"] = ids
    if bound.field.required and not isinstance(bound.field.widget, CheckboxInput):
        attrs["aria-required"] = "true"
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return attrs


# --- reading what was, and where you are -------------------------------------------------------


@register.simple_tag
def steps(current: int, names: Sequence[str]) -> SafeString:
    """Where you are in a short row of pages: "Stap 2 van 3", with the names."""
    row = [
        {"name": name, "done": number < current, "current": number == current}
        for number, name in enumerate(names, start=1)
    ]
    return render_to_string("ui/steps.html", {"current": current, "total": len(row), "steps": row})


@register.simple_tag
def timeline(entries: Iterable[Mapping[str, Any]], *, label: str) -> SafeString:
    """What happened, newest first. An entry: ``what`` (words), ``when`` (words), and if there is
    one ``moment`` (a datetime), ``who``, ``text``, ``url``."""
    return render_to_string("ui/timeline.html", {"entries": list(entries), "label": label})


class Stretch(Protocol):
    """A piece of a compared text: ``kind`` is "same", "gone" or "new"."""

    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


@register.simple_tag
def compare(changes: Iterable[Stretch], *, before: str, after: str, level: int = 3) -> SafeString:
    """Two texts side by side, what went struck through and what came underlined.

    ``changes``: stretches in reading order; ``before`` and ``after`` are the headings.
    """
    stretches = list(changes)
    return render_to_string(
        "ui/compare.html",
        {
            "before": before,
            "after": after,
            "old": [each for each in stretches if each.kind != "new"],
            "new": [each for each in stretches if each.kind != "gone"],
            "level": level,
        },
    )


# --- the frame --------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def toasts(context: Context) -> SafeString:
    """The corner where short messages appear: Django's messages, and what htmx puts there.

    A message whose ``extra_tags`` begins with "/" can be undone by a POST to that address.
    """
    shown = []
    for message in context.get("messages") or ():
        undo = message.extra_tags if (message.extra_tags or "").startswith("/") else ""
        shown.append({"text": message.message, "kind": message.level_tag, "undo": undo})
    return render_to_string(
        "ui/toasts.html", {"shown": shown, "csrf_token": context.get("csrf_token", "")}
    )


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The theme that this browser chose ("light", "dark"), or "" to follow the system."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if request else ""
    return chosen if chosen in _THEMES else ""


@register.simple_tag
def toast(text: str, *, kind: str = "success", undo: str = "", csrf_token: str = "") -> SafeString:
    """One short message, to send along with an htmx answer. ``undo``: address to POST to."""
    return render_to_string(
        "ui/toast.html", {"text": text, "kind": kind, "undo": undo, "csrf_token": csrf_token}
    )


@register.filter
def breakable(label: str) -> SafeString:
    """A label that may go on on the next line after a slash: "Beginsituatie/doelstelling"."""
    return mark_safe(escape(label).replace("/", "/<wbr>"))


@register.filter
def demo_sentence(day: Any) -> str:
    """The line of the demo strip."""
    from django.utils.formats import date_format

    return _("Demo · het is hier {day}").format(day=date_format(day, "l j F Y"))

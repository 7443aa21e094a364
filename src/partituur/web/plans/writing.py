"""Writing in a field: in place on the sheet, or on a page of its own; and the field's history.

One view serves all ways. Without JavaScript a goal is a form with all its fields, a field a form
with one. With it the same form, cut down to the field, opens where the words stand, and its answer
is the field as it now reads. Each field carries the version that the writer saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID, uuid4, uuid5

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from partituur.kernel.errors import Refusal
from partituur.plans import comparing, history, moments, queries, rules
from partituur.plans.actions import importing, writing
from partituur.plans.format import Field
from partituur.plans.models import PRINCIPLE, TITLE, Goal, Revision, Text, UnplacedText
from partituur.web.plans.doors import LineHere, goal_or_404, principle_or_404
from partituur.web.plans.rows import beside
from partituur.web.plans.sheet import readers
from partituur.web.request import Request


@dataclass(slots=True)
class Editor:
    """A field in a form: what was typed, on which version, and what is wrong with it."""

    field: Field
    body: str
    moment: str
    hours: str
    version: int
    save_key: str
    path: str  # of the field's own page
    talk: str  # of the page where it is talked over
    error: str = ""
    clash: writing.Clash | None = None
    html: str = ""
    beside: str = ""

    @property
    def id(self) -> str:
        return f"veld-{self.field.key}"

    @property
    def single_line(self) -> bool:
        return self.field.key == TITLE

    @property
    def described_by(self) -> str:
        """The ids of what explains the field to a screen reader."""
        ids = [f"{self.id}-hint"] if self.field.hint else []
        return " ".join([*ids, f"{self.id}-error"] if self.error else ids)

    @property
    def proposal(self) -> str:
        """One text out of two, for when both wrote."""
        return comparing.together(self.clash.text.body, self.body) if self.clash else self.body


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def goal(request: Request, school: str, year: str, goal: UUID, key: str = "") -> HttpResponse:
    """A goal as a form: all its fields, or the one named ``key``."""
    here = goal_or_404(request, school, year, goal)
    return _form(request, here, _fields(here, key), key)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def principle(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """A principle as a form."""
    here = principle_or_404(request, school, year, principle)
    return _form(request, here, [principle_field()], PRINCIPLE)


def _form(request: Request, here: LineHere, fields: list[Field], key: str) -> HttpResponse:
    if here.why_not_write:
        return _answer(request, here, [], key, status=403)
    if request.method == "POST":
        return _save(request, here, fields, key)
    texts = {text.key: text for text in here.line.texts.all()}
    editors = [editor_of(here, each, texts.get(each.key) or Text(key=each.key)) for each in fields]
    return _answer(request, here, editors, key)


def _save(request: Request, here: LineHere, fields: list[Field], key: str) -> HttpResponse:
    """Save each field that the form carries; what cannot be saved stays in the form."""
    editors = [typed(here, each, request.POST) for each in fields if each.key in request.POST]
    inserted = _inserted(here, request.POST)
    for editor in editors:
        if inserted:
            editor.body = comparing.together(editor.body, inserted.body).strip()
        save_one(here, editor, request.POST)
    if inserted and not any(each.error or each.clash for each in editors):
        importing.place(unplaced=inserted, at=here.now)
    open_again = [each for each in editors if each.error or each.clash]
    if request.htmx:
        status = 422 if any(each.error for each in editors) else 409 if open_again else 200
        return _answer(request, here, editors, key, status=status)
    if open_again:
        return _answer(request, here, open_again, key, status=422 if open_again[0].error else 409)
    return redirect(f"{here.path}#{here.anchor}")


def _inserted(here: LineHere, post: QueryDict) -> UnplacedText | None:
    """The text from a document that goes into this field, when that button was pressed."""
    wanted = post.get("insert")
    if not wanted or rules.why_not_arrange(here.plan, here.member):
        return None
    return next(
        (each for each in queries.unplaced(here.plan) if str(each.public_id) == wanted), None
    )


def save_one(here: LineHere, editor: Editor, post: QueryDict) -> None:
    if post.get("choice") == "theirs":
        _show(editor, queries.text_of(here.line, editor.field.key))
        return
    try:
        words = writing.Words.typed(
            body=editor.body,
            moment=editor.moment if editor.field.moment else "",
            hours=editor.hours if editor.field.hours else "",
            start_year=here.plan.year.start,
        )
        outcome = writing.save(
            line=here.line,
            key=editor.field.key,
            words=words,
            base=editor.version,
            save_key=UUID(editor.save_key),
            by=here.member,
            at=here.now,
        )
    except Refusal as refusal:
        editor.error = refusal.reason
        return
    if isinstance(outcome, writing.Clash):
        editor.clash = outcome
        editor.beside = beside(outcome.text)
        _keep_beside(editor, outcome.text)
        editor.version = outcome.text.version
        editor.save_key = str(uuid4())
    else:
        _show(editor, outcome.text)


def _keep_beside(editor: Editor, theirs: Text) -> None:
    """What somebody else put beside the text stays, where the writer put nothing there."""
    editor.moment = editor.moment or _moment_in_words(theirs.moment)
    editor.hours = editor.hours or hours_typed(theirs.hours)


def _show(editor: Editor, text: Text) -> None:
    editor.version = text.version
    editor.html = mark_safe(text.html)
    editor.beside = beside(text)


def _answer(
    request: Request, here: LineHere, editors: list[Editor], key: str, status: int = 200
) -> HttpResponse:
    """The page, or (to the script on the sheet) the piece of it that changed."""
    context = {
        "here": here,
        "editors": editors,
        "key": key,
        "save_key": uuid4(),
        "refused": here.why_not_write if status == 403 else "",
        "form_errors": [each for each in editors if each.error],
        "is_goal": isinstance(here.line, Goal),
        "unplaced": _unplaced(here) if request.method != "POST" or status != 200 else [],
    }
    if not request.htmx:
        context["readers"] = _readers(here)
        return render(request, "plans/writing.html", context, status=status)
    context["editor"] = editors[0] if editors else None
    partial = "shown" if request.method == "POST" and status == 200 else "editor"
    if status == 409:
        partial = "clash"
    answer = render(request, f"plans/writing.html#{partial}", context, status=status)
    if editors:
        answer["X-Version"] = str(editors[0].version)
        answer["X-Saved-At"] = timezone.localtime(here.now).strftime("%H:%M")
    return answer


def _readers(here: LineHere) -> str:
    """Who can read what is written here, in plain words."""
    if here.part is None:
        return _("het hele team leest mee")
    partners = queries.partners_of(here.part, day=here.today)
    return readers(here.part, [each.name for each in partners])


def _unplaced(here: LineHere) -> list[UnplacedText]:
    if rules.why_not_arrange(here.plan, here.member):
        return []
    return list(queries.unplaced(here.plan))


@require_safe
def goal_now(request: Request, school: str, year: str, goal: UUID, key: str) -> HttpResponse:
    """A field of a goal as it now reads: what a sheet asks when it is told of other words."""
    here = goal_or_404(request, school, year, goal)
    return _now(request, here, _fields(here, key)[0])


@require_safe
def principle_now(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """A principle as it now reads."""
    here = principle_or_404(request, school, year, principle)
    return _now(request, here, principle_field())


def _now(request: Request, here: LineHere, each: Field) -> HttpResponse:
    text = queries.text_of(here.line, each.key)
    editor = editor_of(here, each, text)
    _show(editor, text)
    answer = render(request, "plans/writing.html#shown", {"editor": editor})
    answer["X-Version"] = str(text.version)
    return answer


# --- which fields ----------------------------------------------------------------------------


def fields_of(here: LineHere) -> list[Field]:
    """The fields of a goal that can be written, its title in front."""
    return _fields(here, "")


def _fields(here: LineHere, key: str) -> list[Field]:
    assert isinstance(here.line, Goal)
    kind = queries.format_of_goal(here.line, _).kind(here.line.part.kind)
    shown = list(kind.shown)
    if not kind.headline:
        shown.insert(0, _title_field())
    if not key:
        return shown
    found = [each for each in shown if each.key == key]
    if not found:
        raise Http404
    return found


def _title_field() -> Field:
    return Field(
        TITLE,
        _("Korte titel"),
        _("Hoe noem je dit doel?"),
        hint=_("Een paar woorden."),
        example=_("Rust in de overgangen"),
    )


def principle_field() -> Field:
    """The one field of a principle."""
    return Field(
        PRINCIPLE,
        _("Uitgangspunt"),
        _("Waar gaan jullie dit jaar van uit?"),
        hint=_("Eén zin, in jullie eigen woorden."),
    )


def editor_of(here: LineHere, each: Field, text: Text) -> Editor:
    return Editor(
        field=each,
        body=text.body,
        moment=_moment_in_words(text.moment),
        hours=hours_typed(text.hours),
        version=text.version,
        save_key=str(uuid4()),
        path=_path(here, each.key),
        talk=_talk(here, each.key),
    )


def hours_typed(hours: Decimal | None) -> str:
    """An amount of hours as it stands in a form: "2,5"."""
    return "" if hours is None else format(hours.normalize(), "f").replace(".", ",")


def _moment_in_words(kept: str) -> str:
    return str(moments.kept(kept)) if kept else ""


def typed(here: LineHere, each: Field, post: QueryDict) -> Editor:
    """What came with the form. A missing or false version or key is made safe, not trusted."""
    version, save_key = post.get(f"{each.key}.version", ""), post.get("save_key", "")
    try:
        key = uuid5(UUID(save_key), each.key)
    except ValueError:
        key = uuid4()
    return Editor(
        field=each,
        body=post.get(each.key, ""),
        moment=post.get(f"{each.key}.moment", ""),
        hours=post.get(f"{each.key}.hours", ""),
        version=int(version) if version.isascii() and version.isdigit() else 0,
        save_key=str(key),
        path=_path(here, each.key),
        talk=_talk(here, each.key),
    )


def _talk(here: LineHere, key: str) -> str:
    if isinstance(here.line, Goal):
        tail = "" if key == TITLE else f"{key}/"
        return f"{here.path}gesprek/doel/{here.line.public_id}/{tail}"
    return f"{here.path}gesprek/uitgangspunt/{here.line.public_id}/"


def _path(here: LineHere, key: str) -> str:
    if isinstance(here.line, Goal):
        return f"{here.path}doel/{here.line.public_id}/{key}/"
    return f"{here.path}uitgangspunt/{here.line.public_id}/"


# --- history ---------------------------------------------------------------------------------


@require_safe
def goal_history(request: Request, school: str, year: str, goal: UUID, key: str) -> HttpResponse:
    """Who made what of a field of a goal, and when."""
    here = goal_or_404(request, school, year, goal)
    return _history(request, here, _fields(here, key)[0])


@require_safe
def principle_history(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """Who made what of a principle, and when."""
    here = principle_or_404(request, school, year, principle)
    return _history(request, here, principle_field())


def _history(request: Request, here: LineHere, each: Field) -> HttpResponse:
    text = queries.text_of(here.line, each.key)
    context = {
        "here": here,
        "field": each,
        "path": _path(here, each.key),
        "text": text,
        "entries": _entries(here, text),
    }
    return render(request, "plans/history.html", context)


def _entries(here: LineHere, text: Text) -> list[history.Entry]:
    since = None if here.is_partner else history.begins_for_readers(here.part)
    return history.of(text, since=since)


@require_POST
def take_back_goal(request: Request, school: str, year: str, goal: UUID, key: str) -> HttpResponse:
    """Make an earlier text of a field the text again."""
    here = goal_or_404(request, school, year, goal)
    return _take_back(request, here, _fields(here, key)[0])


@require_POST
def take_back_principle(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """Make an earlier text of a principle the text again."""
    here = principle_or_404(request, school, year, principle)
    return _take_back(request, here, principle_field())


def _take_back(request: Request, here: LineHere, each: Field) -> HttpResponse:
    if here.why_not_write:
        return _answer(request, here, [], each.key, status=403)
    text = queries.text_of(here.line, each.key)
    wanted = request.POST.get("revision", "")
    earlier = next((e.revision for e in _entries(here, text) if str(e.revision.pk) == wanted), None)
    if earlier is None:
        raise Http404
    editor = _from_revision(here, each, text, earlier)
    if isinstance(_saved(here, editor, earlier), writing.Clash):
        return redirect(f"{editor.path}geschiedenis/")
    return redirect(f"{here.path}#{here.anchor}")


def _from_revision(here: LineHere, each: Field, text: Text, earlier: Revision) -> Editor:
    editor = editor_of(here, each, text)
    editor.body = earlier.body
    return editor


def _saved(here: LineHere, editor: Editor, earlier: Revision) -> writing.Saved | writing.Clash:
    return writing.save(
        line=here.line,
        key=editor.field.key,
        words=writing.Words(earlier.body, earlier.moment, earlier.hours),
        base=editor.version,
        save_key=UUID(editor.save_key),
        by=here.member,
        at=here.now,
        apart=True,
    )

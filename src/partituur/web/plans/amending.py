"""Amending an adopted plan (bijstellen): a proposal, its reason, and what the team does with it.

Plain forms on pages of their own; nothing here asks for a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.adoption import amendments
from partituur.adoption import rules_amending as rules
from partituur.adoption.actions import amending
from partituur.adoption.amendments import Change
from partituur.adoption.models import Amendment
from partituur.kernel.errors import Refusal
from partituur.plans import comparing, moments, queries
from partituur.plans import rules as plans
from partituur.plans.actions.writing import Words
from partituur.plans.format import Field
from partituur.plans.models import PRINCIPLE, Goal, Text
from partituur.plans.printing import hours_in_words
from partituur.schools import queries as schools
from partituur.web import mails
from partituur.web.plans import writing
from partituur.web.plans.arranging import refused
from partituur.web.plans.doors import (
    LineHere,
    PlanHere,
    goal_or_404,
    plan_or_404,
    principle_or_404,
)
from partituur.web.plans.rows import beside
from partituur.web.plans.standing import of_amendment
from partituur.web.plans.writing import Editor
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class OnPage:
    """One change of a proposal, as a page shows it."""

    change: Change
    heading: str  # "Jesse Bakker · Doel 2"
    label: str  # of the field
    said: list[str]  # what changes, in plain sentences
    stretches: list[comparing.Change]
    path: str  # where its words are chosen again
    edit: str  # where they are written


@dataclass(frozen=True, slots=True)
class AmendmentHere(PlanHere):
    """A proposal that the asker may read, and what of it."""

    amendment: Amendment
    changes: list[Change]

    @property
    def url(self) -> str:
        return f"{self.path}bijstellen/{self.amendment.public_id}/"

    @property
    def is_mine(self) -> bool:
        return self.amendment.by_id == self.member.pk


# --- other words for one text -----------------------------------------------------------------


@require_safe
def fields(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """The fields of a goal, to choose the one that should change."""
    here = goal_or_404(request, school, year, goal)
    if reason := _why_not_amend(here):
        return refused(request, here, reason)
    texts = {text.key: text for text in here.line.texts.all()}
    found = [(each, texts.get(each.key)) for each in writing.fields_of(here)]
    return render(request, "plans/amend_goal.html", {"here": here, "fields": found})


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: Request, school: str, year: str, goal: UUID, key: str) -> HttpResponse:
    """Propose other words for a field of a goal."""
    here = goal_or_404(request, school, year, goal)
    field = next((each for each in writing.fields_of(here) if each.key == key), None)
    if field is None:
        raise Http404
    return _form(request, here, field)


@require_http_methods(["GET", "HEAD", "POST"])
def principle(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """Propose other words for a principle."""
    here = principle_or_404(request, school, year, principle)
    return _form(request, here, writing.principle_field())


def _form(request: Request, here: LineHere, field: Field) -> HttpResponse:
    """The words as they stand, the words proposed, and why; kept in the member's draft."""
    if reason := _why_not_amend(here):
        return refused(request, here, reason)
    now = queries.text_of(here.line, field.key)
    draft = amendments.draft_of(here.plan, here.member)
    mine = _in_draft(draft, here, field.key)
    if request.method != "POST":
        editor = writing.editor_of(here, field, now)
        if mine is not None:
            _fill(editor, mine.words)
        drifted = mine is not None and mine.has_drifted
        why = draft.reason if draft else ""
        return _amend_page(request, here, editor, now, mine, why=why, drifted=drifted)
    if request.POST.get("choice") == "theirs":
        if draft is not None:
            amending.drop_text(amendment=draft, line=here.line, key=field.key, by=here.member)
        return redirect("amend-draft", here.school.slug, here.plan.year.slug)
    editor, why = writing.typed(here, field, request.POST), request.POST.get("reason", "")
    if editor.version != now.version:
        editor.version = now.version
        return _amend_page(request, here, editor, now, mine, why=why, drifted=True, status=409)
    try:
        _keep(here, editor, why)
    except Refusal as refusal:
        editor.error = refusal.reason
        return _amend_page(request, here, editor, now, mine, why=why, status=422)
    messages.success(request, _("Toegevoegd aan je voorstel. Nog niemand anders ziet het."))
    return redirect("amend-draft", here.school.slug, here.plan.year.slug)


@transaction.atomic
def _keep(here: LineHere, editor: Editor, why: str) -> None:
    draft = amending.begin_or_get(plan=here.plan, by=here.member, at=here.now)
    amending.change_text(
        amendment=draft, line=here.line, key=editor.field.key, words=_words(here, editor),
        by=here.member, at=here.now, base=editor.version,
    )  # fmt: skip
    amending.explain(amendment=draft, reason=why, by=here.member)


def _amend_page(
    request: Request, here: LineHere, editor: Editor, now: Text, mine: Change | None,
    *, why: str = "", drifted: bool = False, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "here": here,
        "editors": [editor],
        "now": now,
        "now_beside": beside(now),
        "has_draft": mine is not None,
        "drifted": drifted,
        "why": why,
        "asks_why": True,
        "form_errors": [editor] if editor.error else [],
    }
    return render(request, "plans/amend.html", context, status=status)


def _in_draft(draft: Amendment | None, here: LineHere, key: str) -> Change | None:
    """What the draft says about this text already."""
    if draft is None:
        return None
    found = amendments.changes_of(draft)
    return next(
        (each for each in found if each.amended.key == key and each.line == here.line), None
    )


def _fill(editor: Editor, words: Words) -> None:
    """Show the proposed words in the form; the version stays that of the text in the plan."""
    shown = Text(key=editor.field.key, body=words.body, moment=words.moment, hours=words.hours)
    editor.body = shown.body
    editor.moment = str(moments.kept(shown.moment)) if shown.moment else ""
    editor.hours = writing.hours_typed(shown.hours)


def _words(here: LineHere, editor: Editor) -> Words:
    return Words.typed(
        body=editor.body,
        moment=editor.moment if editor.field.moment else "",
        hours=editor.hours if editor.field.hours else "",
        start_year=here.plan.year.start,
    )


def _why_not_amend(here: LineHere) -> str | None:
    is_partner = here.part is not None and plans.is_personal(here.part) and here.is_partner
    return rules.why_not_amend(here.plan, here.part, here.member, is_partner=is_partner)


# --- one's own proposal -----------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: Request, school: str, year: str) -> HttpResponse:
    """My proposal: what it changes, why, and whether it is small; and proposing it."""
    here = plan_or_404(request, school, year)
    found = amendments.draft_of(here.plan, here.member)
    error = ""
    if request.method == "POST":
        if found is None:
            return redirect("amend-draft", school, year)
        try:
            done = _propose(here, found, request.POST)
        except Refusal as refusal:
            error = refusal.reason
        else:
            messages.success(request, _("Je voorstel is gedaan."))
            return redirect(f"{here.path}bijstellen/{done.public_id}/")
    changes = amendments.changes_of(found) if found else []
    context = {
        "here": here,
        "amendment": found,
        "changes": [_on_page(here, each) for each in changes],
        "drifted": any(each.has_drifted for each in changes),
        "error": error,
        "typed": request.POST.get("reason", found.reason if found else ""),
        "size": request.POST.get("size", ""),
        "why_not": plans.why_closed(here.plan) if here.plan.state == "evaluated" else "",
    }
    return render(request, "plans/amend_draft.html", context, status=422 if error else 200)


@transaction.atomic
def _propose(here: PlanHere, found: Amendment, post: QueryDict) -> Amendment:
    size = post.get("size", "")
    if size not in ("small", "real"):
        raise Refusal(_("Kies of de wijziging klein is of echt iets verandert."))
    done = amending.propose(
        amendment=found, reason=post.get("reason", ""), is_small=size == "small",
        by=here.member, at=here.now,
    )  # fmt: skip
    _tell(here, done)
    return done


def _tell(here: PlanHere, amendment: Amendment) -> None:
    """Mail about a small change to everybody who may ask for the meeting, at a decent hour."""
    if amendment.state != rules.ANNOUNCED or amendment.counts_from is None:
        return
    members = schools.members_of(here.school, day=here.today).select_related("person")
    for member in members.exclude(pk=here.member.pk):
        if amendments.changes_of(amendment, member, here.today):
            mails.amendment(amendment=amendment, member=member, at=here.now)


@require_POST
def drop(request: Request, school: str, year: str, text: UUID) -> HttpResponse:
    """Leave one text of my draft as it is after all."""
    here = plan_or_404(request, school, year)
    amended = amendments.amended_or_none(here.school, text)
    if amended is None or amended.amendment.by_id != here.member.pk:
        raise Http404
    line = amended.goal or amended.principle
    assert line is not None
    try:
        amending.drop_text(amendment=amended.amendment, line=line, key=amended.key, by=here.member)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    return redirect("amend-draft", school, year)


@require_http_methods(["GET", "HEAD", "POST"])
def again(request: Request, school: str, year: str, text: UUID) -> HttpResponse:
    """The text changed under my proposal: both beside each other, and the choice."""
    plan = plan_or_404(request, school, year)
    amended = amendments.amended_or_none(plan.school, text)
    if amended is None or amended.amendment.by_id != plan.member.pk:
        raise Http404
    amendment = amended.amendment
    change = next(
        each for each in amendments.changes_of(amendment) if each.amended.pk == amended.pk
    )
    if amendment.plan_id != plan.plan.pk:
        raise Http404
    here = _line_here(request, school, year, change)
    if reason := rules.why_not_choose_again(amendment, plan.member):
        return refused(request, plan, reason)
    editor = writing.editor_of(here, _field(here, amended.key), change.now)
    if request.method != "POST" or not change.has_drifted:
        _fill(editor, change.words)
        return _again_page(request, here, editor, change)
    try:
        words = Words(change.now.body, change.now.moment, change.now.hours)
        if request.POST.get("choice") != "theirs":
            editor = writing.typed(here, editor.field, request.POST)
            words = _words(here, editor)
        _choose(plan, change, words, editor.version)
    except Refusal as refusal:
        editor.error, editor.version = refusal.reason, change.now.version
        return _again_page(request, here, editor, change, status=422)
    messages.success(request, _("Je keuze is bewaard."))
    if amendment.state == rules.DRAFT:
        return redirect("amend-draft", school, year)
    return redirect(f"{plan.path}bijstellen/{amendment.public_id}/")


@transaction.atomic
def _choose(here: PlanHere, change: Change, words: Words, base: int) -> None:
    done = amending.choose_again(
        amended=change.amended, words=words, base=base, by=here.member, at=here.now
    )
    _tell(here, done)


def _again_page(
    request: Request, here: LineHere, editor: Editor, change: Change, status: int = 200
) -> HttpResponse:
    context = {
        "here": here,
        "editors": [editor],
        "now": change.now,
        "now_beside": beside(change.now),
        "has_draft": False,
        "drifted": change.has_drifted,
        "why": "",
        "asks_why": False,
        "form_errors": [editor] if editor.error else [],
    }
    return render(request, "plans/amend.html", context, status=status)


def _line_here(request: Request, school: str, year: str, change: Change) -> LineHere:
    if isinstance(change.line, Goal):
        return goal_or_404(request, school, year, change.line.public_id)
    return principle_or_404(request, school, year, change.line.public_id)


def _field(here: LineHere, key: str) -> Field:
    if key == PRINCIPLE:
        return writing.principle_field()
    found = next((each for each in writing.fields_of(here) if each.key == key), None)
    return found or Field(key, key)  # the school hid the field meanwhile


# --- a proposal, for the team -----------------------------------------------------------------


def amendment_or_404(request: Request, school: str, year: str, amendment: UUID) -> AmendmentHere:
    """A proposal of which the asker may read something; a draft is its writer's alone."""
    here = plan_or_404(request, school, year)
    found = amendments.amendment_or_none(here.school, amendment)
    if found is None or found.plan_id != here.plan.pk:
        raise Http404
    if found.state == rules.DRAFT and found.by_id != here.member.pk:
        raise Http404
    changes = amendments.changes_of(found, here.member, here.today)
    if not changes and found.by_id != here.member.pk:
        raise Http404
    found.plan = here.plan
    return AmendmentHere(here.school, here.member, here.now, here.plan, found, changes)


@require_safe
def amendment(request: Request, school: str, year: str, amendment: UUID) -> HttpResponse:
    """What changes, why, and since when it counts; asking for the meeting."""
    here = amendment_or_404(request, school, year, amendment)
    if here.amendment.state == rules.DRAFT:
        return redirect("amend-draft", school, year)
    return _page(request, here)


@require_POST
def ask(request: Request, school: str, year: str, amendment: UUID) -> HttpResponse:
    """Ask that a small change goes to the meeting."""
    here = amendment_or_404(request, school, year, amendment)
    try:
        with transaction.atomic():
            done = amending.ask_for_meeting(amendment=here.amendment, by=here.member, at=here.now)
            if not here.is_mine and here.amendment.state != done.state:
                mails.amendment_asked(amendment=done, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(request, _("Jullie bespreken dit in de teamvergadering."))
    return redirect(here.url)


@require_POST
def withdraw(request: Request, school: str, year: str, amendment: UUID) -> HttpResponse:
    """Take my proposal back."""
    here = amendment_or_404(request, school, year, amendment)
    try:
        amending.withdraw(amendment=here.amendment, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(request, _("Je voorstel is ingetrokken. Het plan blijft zoals het is."))
    return redirect(here.path)


def _page(request: Request, here: AmendmentHere) -> HttpResponse:
    found = here.amendment
    context = {
        "here": here,
        "amendment": found,
        "who": found.by.name if found.by else _("iemand die er niet meer werkt"),
        "changes": [_on_page(here, each) for each in here.changes],
        "drifted": found.state in rules.RUNNING and any(each.has_drifted for each in here.changes),
        "why_not_ask": rules.why_not_ask(found, here.member, day=here.today),
        "why_not_withdraw": rules.why_not_withdraw(found, here.member),
        "standing": of_amendment(found),
    }
    return render(request, "plans/amendment.html", context)


def _on_page(here: PlanHere, change: Change) -> OnPage:
    before, after = change.base, change.words
    return OnPage(
        change=change,
        heading=_heading(change),
        label=_label(change),
        said=[*comparing.in_words(before.body, after.body), *_beside(before, after)],
        stretches=comparing.compare(before.body, after.body),
        path=f"{here.path}bijstellen/tekst/{change.amended.public_id}/",
        edit=f"{here.path}bijstellen/{_address(change)}",
    )


def _heading(change: Change) -> str:
    if not isinstance(change.line, Goal):
        return _("Uitgangspunt {number}").format(number=change.line.position + 1)
    number = _("Doel {number}").format(number=change.line.position + 1)
    return f"{change.line.part.heading} · {number}"


def _address(change: Change) -> str:
    if isinstance(change.line, Goal):
        return f"doel/{change.line.public_id}/{change.amended.key}/"
    return f"uitgangspunt/{change.line.public_id}/"


def _label(change: Change) -> str:
    if not isinstance(change.line, Goal):
        return ""
    fmt = queries.format_of(change.line.part.plan.school, _)
    if change.amended.key == "title":
        return _("Korte titel")
    labels = {each.key: each.label for each in fmt.kind(change.line.part.kind).fields}
    return labels.get(change.amended.key, change.amended.key)


def _beside(before: Words, after: Words) -> list[str]:
    """What changes in the moment and the hours beside a text."""
    pairs = [
        (_("Wanneer"), _moment(before), _moment(after)),
        (_("Uren"), _hours(before), _hours(after)),
    ]
    return [
        _("{what}: {before} wordt {after}.").format(
            what=what, before=old or _("leeg"), after=new or _("leeg")
        )
        for what, old, new in pairs
        if old != new
    ]


def _moment(words: Words) -> str:
    return str(moments.kept(words.moment)) if words.moment else ""


def _hours(words: Words) -> str:
    return "" if words.hours is None else hours_in_words(words.hours)

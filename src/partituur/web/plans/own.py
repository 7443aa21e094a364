"""My part (mijn deel): where a teacher lands. Three questions first, and the rest when wanted.

It is the same part and the same fields as on the sheet, on a page that asks one thing at a time:
no training, two minutes.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from partituur.adoption.rules_amending import why_not_amend
from partituur.kernel.errors import Refusal
from partituur.plans import queries, rules
from partituur.plans.actions import arranging
from partituur.plans.models import Goal, Handover, Part, Text
from partituur.schools import queries as schools
from partituur.talking import queries as talking
from partituur.web.doors import here_or_404
from partituur.web.plans import writing
from partituur.web.plans.doors import LineHere, PlanHere, goal_or_404, plan_or_404
from partituur.web.plans.writing import Editor
from partituur.web.request import Request

FIRST = 3  # questions to begin with


@require_safe
def now(request: Request, school: str) -> HttpResponse:
    """To my part in the plan of today's school year."""
    here = here_or_404(request, school)
    start = schools.year_on(here.today)
    if queries.plan_or_none(here.school, year_start=start) is None:
        return redirect("plan-now", school)
    return redirect("my-part", school, f"{start}-{start + 1}")


@require_http_methods(["GET", "HEAD", "POST"])
def my_part(request: Request, school: str, year: str) -> HttpResponse:
    """My own part of a plan, as a few questions."""
    here = plan_or_404(request, school, year)
    mine = _own(here)
    goal = (
        Goal.objects.filter(part=mine, removed_at__isnull=True).order_by("position", "pk").first()
    )
    if mine is None or goal is None:
        return render(request, "plans/my_part.html", _frame(here, mine))
    line = goal_or_404(request, school, year, goal.public_id)
    if request.method == "POST" and not line.why_not_write:
        return _save(request, here, line, mine)
    return _page(request, here, line, mine, _editors(line))


def _own(here: PlanHere) -> Part | None:
    """The own part, one's own before that of a learning team."""
    parts = list(rules.own_parts(here.plan, here.member, here.today).order_by("position", "pk"))
    return next((each for each in parts if each.kind != "learning_team"), None)


def _save(request: Request, here: PlanHere, line: LineHere, mine: Part) -> HttpResponse:
    """Save what the form carries; what cannot be saved stays in it."""
    editors = [
        writing.typed(line, each, request.POST)
        for each in writing.fields_of(line)
        if each.key in request.POST
    ]
    for editor in editors:
        writing.save_one(line, editor, request.POST)
    try:
        if "emphasis" in request.POST or "guidance" in request.POST:
            arranging.shape_part(
                part=mine, emphasis=request.POST.get("emphasis", ""),
                guidance=request.POST.get("guidance", ""),
            )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, refusal.reason)
    wrong = [each for each in editors if each.error or each.clash]
    if wrong:
        kept = {each.field.key: each for each in editors}
        editors = [kept.get(each.field.key, each) for each in _editors(line)]
        return _page(request, here, line, mine, editors, status=422 if wrong[0].error else 409)
    messages.success(request, _("Bewaard. Je kunt altijd verder schrijven."))
    return redirect(request.path)


def _editors(line: LineHere) -> list[Editor]:
    texts = {text.key: text for text in line.line.texts.all()}
    return [
        writing.editor_of(line, each, texts.get(each.key) or Text(key=each.key))
        for each in writing.fields_of(line)
        if each.key != "title"
    ]


def _page(
    request: Request, here: PlanHere, line: LineHere, mine: Part, editors: list[Editor],
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    is_subject = True
    context = _frame(here, mine) | {
        "line": line,
        "first": editors[:FIRST],
        "rest": editors[FIRST:],
        "rest_open": any(each.body or each.error or each.clash for each in editors[FIRST:]),
        "began": any(each.version for each in editors),
        "save_key": uuid4(),
        "form_errors": [each for each in editors if each.error],
        "why_not_write": line.why_not_write,
        "agrees": rules.is_agreed_by_partners(mine),
        "alone": mine.guidance == Part.Guidance.TOGETHER and mine.subjects.count() < 2,
        "may_amend": not why_not_amend(here.plan, mine, here.member, is_partner=True),
        "may_share": not rules.why_not_share(here.plan, mine, is_subject=is_subject),
        "emphases": [("", _("geen keuze")), *Part.Emphasis.choices],
        "guidances": [("", _("geen keuze")), *Part.Guidance.choices],
        "unplaced": [],
    }
    return render(request, "plans/my_part.html", context, status=status)


def _frame(here: PlanHere, mine: Part | None) -> dict[str, Any]:
    partners = queries.partners_of(mine, day=here.today) if mine else []
    return {
        "here": here,
        "part": mine,
        "first": [],
        "handover": Handover.objects.filter(part=mine).select_related("to").first()
        if mine
        else None,
        "partners": [each for each in partners if each.pk != here.member.pk],
        "principles": queries.principles_of(here.plan),
        "asked": list(talking.asked_of(here.member, here.plan)),
    }

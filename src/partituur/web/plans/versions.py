"""Adopted versions: which there are, one to read, one on paper, and two beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partituur.adoption import queries as adopted
from partituur.adoption import verifying
from partituur.adoption.models import PlanVersion
from partituur.exchange import printed, registry
from partituur.exchange.printed import PrintedPart
from partituur.kernel import richtext
from partituur.kernel.errors import Refusal
from partituur.plans import differing, queries
from partituur.plans.models import Plan
from partituur.plans.snapshot import PlanShot
from partituur.web.plans.arranging import refused
from partituur.web.plans.doors import PlanHere, plan_or_404
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class Listed:
    """A version in the list."""

    version: PlanVersion
    fingerprint: str
    present: adopted.Attendance
    before: int  # the number of the one before it; 0 for the first


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a goal as it is printed."""

    label: str
    html: SafeString
    beside: str


@dataclass(frozen=True, slots=True)
class GoalToRead:
    """A goal of a version."""

    heading: str
    vision: tuple[str, ...]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class PartToRead:
    """A part of a version; ``agreed`` for its partners of then, and nobody else."""

    id: str
    printed: PrintedPart
    goals: list[GoalToRead]
    agreed: list[str]


@require_safe
def versions(request: Request, school: str, year: str) -> HttpResponse:
    """The versions of a plan, the latest first."""
    here = plan_or_404(request, school, year)
    found = adopted.versions_of(here.plan)
    listed = [
        Listed(each, adopted.fingerprint(each), adopted.attendance(each), each.number - 1)
        for each in found
    ]
    context = {"here": here, "versions": listed, "earlier": _year_before(here.plan)}
    return render(request, "plans/versions.html", context)


@require_safe
def version(request: Request, school: str, year: str, number: int) -> HttpResponse:
    """One version, to read like the sheet."""
    here, found = _version_or_404(request, school, year, number)
    try:
        shot = adopted.shot_of(found, here.member, here.today)
    except Refusal as refusal:
        return refused(request, here, refusal.reason, status=422)
    agreed = adopted.agreed_of(found, here.member)
    context = {
        "here": here,
        "version": found,
        "shot": shot,
        "principles": [
            (mark_safe(richtext.to_html(each.text)), each.new_accent) for each in shot.principles
        ],
        "parts": list(_parts(shot, agreed)),
        **_decided(adopted.decision_of(found, here.member, here.today)),
        "present": adopted.attendance(found),
        "fingerprint": adopted.fingerprint(found),
        "problems": verifying.problems_of(found),
        "formats": registry.FORMATS.values(),
    }
    return render(request, "plans/version.html", context)


@require_safe
def version_document(
    request: Request, school: str, year: str, number: int, key: str
) -> HttpResponse:
    """One version as a document, as far as the asker may read it."""
    here, found = _version_or_404(request, school, year, number)
    entry = registry.FORMATS.get(key)
    if entry is None:
        raise Http404
    shot = adopted.shot_of(found, here.member, here.today)
    name = slugify(f"begeleidingsplan {here.school.slug} {shot.year} versie {number}")
    answer = HttpResponse(
        entry.write(shot, fingerprint=adopted.fingerprint(found)), content_type=entry.content_type
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}.{entry.suffix}"'
    return answer


@require_safe
def compare(request: Request, school: str, year: str) -> HttpResponse:
    """What changed between two versions, or since last year's plan."""
    here = plan_or_404(request, school, year)
    choices = dict(_choices(here))
    van, naar = request.GET.get("van", ""), request.GET.get("naar", "")
    keys = list(choices)
    if naar not in choices:
        naar = keys[0] if keys else ""
    if van not in choices:
        van = next((key for key in keys if key != naar), naar)
    context: dict[str, Any] = {
        "here": here,
        "choices": [(key, label) for key, (label, _shot) in choices.items()],
        "van": van,
        "naar": naar,
        "sections": [],
        "enough": len(choices) > 1,
    }
    if context["enough"]:
        before, after = choices[van][1](), choices[naar][1]()
        context["sections"] = differing.between(before, after)
        context["before"], context["after"] = choices[van][0], choices[naar][0]
    return render(request, "plans/differences.html", context)


# --- doors and what can be compared -----------------------------------------------------------


def _version_or_404(
    request: Request, school: str, year: str, number: int
) -> tuple[PlanHere, PlanVersion]:
    here = plan_or_404(request, school, year)
    found = adopted.version_or_none(here.plan, number)
    if found is None:
        raise Http404
    return here, found


def _choices(here: PlanHere) -> Iterator[tuple[str, tuple[str, Any]]]:
    """What the asker can compare: key in the address, label, and how to get its snapshot."""
    plans = [here.plan]
    if earlier := _year_before(here.plan):
        plans.append(earlier)
    for plan in plans:
        found = adopted.versions_of(plan)
        if plan == here.plan and (not found or plan.state not in verifying.SEALED_STATES):
            yield _now(here, plan)
        for each in found:
            name = verifying.name_of(plan, each.number)
            yield (
                f"{plan.year.slug}.{each.number}",
                (name[:1].upper() + name[1:], _shot(here, each)),
            )
        if plan != here.plan and not found:
            yield _now(here, plan)


def _now(here: PlanHere, plan: Plan) -> tuple[str, tuple[str, Any]]:
    """A plan without a version, as it is now."""

    def shot() -> PlanShot:
        return queries.take(plan, member=here.member, day=here.today, only_shared=True)

    label = _("Het plan van {year}, zoals het nu is").format(year=plan.year)
    return plan.year.slug, (label, shot)


def _shot(here: PlanHere, version: PlanVersion) -> Any:
    return lambda: adopted.shot_of(version, here.member, here.today)


def _year_before(plan: Plan) -> Plan | None:
    """Last year's plan of the same school."""
    found = queries.plan_or_none(plan.school, year_start=plan.year.start - 1)
    if found is not None:
        found.school = plan.school
    return found


def _decided(decision: dict[str, Any]) -> dict[str, Any]:
    """The decisions in words, and how the points of the meeting went."""
    decisions = decision.get("decisions") or [decision]
    empty = {"words": "", "way": "", "at": ""}
    points = [
        {"counts": [], "remarks": [], "outcome": "", "heading": "", **each}
        for each in decision.get("points", ())
    ]
    return {
        "decisions": [{**empty, **each} for each in decisions if each.get("words")],
        "points": [{**each, "remarks": list(map(_remark, each["remarks"]))} for each in points],
    }


def _remark(remark: dict[str, Any]) -> dict[str, Any]:
    return {"choice": "", "words": "", "name": "", "met": "", **remark}


# --- to read ----------------------------------------------------------------------------------


def _parts(shot: PlanShot, agreed: dict[str, list[str]]) -> Iterator[PartToRead]:
    for part, paper in zip(shot.parts, printed.parts(shot), strict=True):
        goals = [
            GoalToRead(
                ": ".join(filter(None, (goal.number, goal.headline))),
                goal.vision.values if goal.vision else (),
                [
                    Row(line.label, mark_safe(richtext.to_html(line.body)), line.beside)
                    for line in goal.lines
                ],
            )
            for goal in paper.goals
        ]
        yield PartToRead(part.id, paper, goals, agreed.get(part.id, []))

"""The working agreement of a part (werkafspraak): read it as it is printed, and say yes to it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partituur.kernel.errors import Refusal
from partituur.plans import agreeing, queries, rules
from partituur.plans.actions import agreeing as acts
from partituur.plans.agreeing import Content, Difference, Standing
from partituur.plans.models import Agreement
from partituur.schools.models import Membership, VisionStatement
from partituur.web.plans.arranging import back, refused
from partituur.web.plans.doors import PartHere, part_or_404
from partituur.web.plans.standing import in_words
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the printed part."""

    label: str
    html: str
    beside: str


@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Read what a part prints, see what changed since somebody agreed, and agree."""
    here = part_or_404(request, school, year, part)
    if not rules.is_partner(here.part, here.member, is_subject=here.is_subject):
        return refused(request, here, _only_partners())
    content = _content(here)
    if request.method != "POST":
        return _page(request, here, content)
    why_not = rules.why_not_agree(here.plan, here.part, here.member, is_subject=here.is_subject)
    if why_not:
        return refused(request, here, why_not)
    try:
        acts.agree(
            part=here.part,
            by=here.member,
            is_subject=here.is_subject,
            seen=request.POST.get("seen", ""),
            content=content,
            at=here.now,
        )
    except Refusal as refusal:
        return _page(request, here, content, error=refusal.reason, status=422)
    return back(request, here, f"deel-{here.part.public_id}", said=_("Jij bent akkoord."))


@require_POST
def take_back(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Take an agreement back, until the team adopts."""
    here = part_or_404(request, school, year, part)
    try:
        acts.take_back(part=here.part, by=here.member, is_subject=here.is_subject, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    said = _("Je akkoord is teruggenomen.")
    return back(request, here, f"deel-{here.part.public_id}", said=said)


def _only_partners() -> str:
    return _("Akkoord gaan de mensen om wie het gaat, met hun intern begeleider.")


def _content(here: PartHere) -> Content:
    fmt = queries.format_of(here.school)
    vision = {each.pk: each for each in VisionStatement.objects.filter(school=here.school)}
    loaded = queries.load_part(here.part, day=here.today)
    return agreeing.content_of(fmt.kind(here.part.kind), loaded, vision)


def _page(
    request: Request, here: PartHere, content: Content, *, error: str = "", status: int = 200
) -> HttpResponse:
    digest = agreeing.digest_of(content)
    standings = agreeing.standings(
        queries.partners_of(here.part, day=here.today),
        Agreement.objects.filter(part=here.part),
        digest,
    )
    mine = next((each for each in standings if each.member.pk == here.member.pk), None)
    context = {
        "here": here,
        "digest": digest,
        "error": error,
        "standings": [in_words(each) for each in standings],
        "changed": [_changed(each, content) for each in standings if each.lapsed],
        "agreed": bool(mine and mine.stands),
        "given": bool(mine and mine.agreement),
        "why_not": rules.why_not_agree(
            here.plan, here.part, here.member, is_subject=here.is_subject
        ),
        "goals": [
            {"title": goal["title"], "vision": goal["vision"], "lines": _lines(goal["lines"])}
            for goal in content["goals"]
        ],
    }
    return render(request, "plans/agreement.html", context, status=status)


def _lines(lines: list[list[str]]) -> list[Line]:
    return [Line(line[1], line[3], agreeing.beside(line)) for line in lines]


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed since a partner agreed."""

    member: Membership
    differences: list[Difference]


def _changed(standing: Standing, now: Content) -> Changed:
    assert standing.agreement
    return Changed(standing.member, agreeing.differences(standing.agreement.content, now))

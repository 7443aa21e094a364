"""The doors to a plan and what is in it. Strangers, and what is not there, find 404."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from partituur.plans import queries, rules
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools import queries as schools
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class PlanHere(Here):
    """Who asks, and which plan."""

    plan: Plan

    @property
    def path(self) -> str:
        """The address of the sheet; what is in the plan has an address below it."""
        return f"/school/{self.school.slug}/plan/{self.plan.year.slug}/"


@dataclass(frozen=True, slots=True)
class PartHere(PlanHere):
    """A part, and whether it is the asker's own."""

    part: Part
    is_subject: bool

    @property
    def why_not_write(self) -> str | None:
        return rules.why_not_write(self.plan, self.part, self.member, is_subject=self.is_subject)


@dataclass(frozen=True, slots=True)
class LineHere(PlanHere):
    """A goal or a principle, and the reason why the asker may not write there, if any."""

    line: Goal | Principle
    why_not_write: str | None
    is_partner: bool

    @property
    def part(self) -> Part | None:
        return self.line.part if isinstance(self.line, Goal) else None

    @property
    def anchor(self) -> str:
        return f"{'doel' if isinstance(self.line, Goal) else 'uitgangspunt'}-{self.line.public_id}"


def plan_or_404(request: Request, school: str, year: str) -> PlanHere:
    """The plan of a school for a year."""
    here = here_or_404(request, school)
    start = schools.start_of(year)
    plan = queries.plan_or_none(here.school, year_start=start) if start else None
    if plan is None:
        raise Http404
    plan.school = here.school
    return PlanHere(here.school, here.member, here.now, plan)


def part_or_404(request: Request, school: str, year: str, part: UUID) -> PartHere:
    """A part that the asker may read."""
    here = here_or_404(request, school)
    found = queries.part_or_none(here.school, part)
    if found is None or found.plan.year.slug != year:
        raise Http404
    is_subject = _is_subject(found, here)
    if rules.why_not_read(found, here.member, is_subject=is_subject):
        raise Http404
    found.plan.school = here.school
    return PartHere(here.school, here.member, here.now, found.plan, found, is_subject)


def goal_or_404(request: Request, school: str, year: str, goal: UUID) -> LineHere:
    """A goal in a part that the asker may read."""
    here = here_or_404(request, school)
    found = queries.goal_or_none(here.school, goal)
    if found is None or found.part.plan.year.slug != year:
        raise Http404
    part, plan = found.part, found.part.plan
    is_subject = part.partner_id != here.member.pk and _is_subject(part, here)
    if rules.why_not_read(part, here.member, is_subject=is_subject):
        raise Http404
    plan.school = here.school
    reason = rules.why_not_write(plan, part, here.member, is_subject=is_subject)
    partner = rules.is_partner(part, here.member, is_subject=is_subject)
    partner = partner or not rules.is_personal(part)
    return LineHere(here.school, here.member, here.now, plan, found, reason, partner)


def principle_or_404(request: Request, school: str, year: str, principle: UUID) -> LineHere:
    """A principle of a plan."""
    here = here_or_404(request, school)
    found = queries.principle_or_none(here.school, principle)
    if found is None or found.plan.year.slug != year:
        raise Http404
    found.plan.school = here.school
    reason = rules.why_not_write(found.plan, None, here.member)
    return LineHere(here.school, here.member, here.now, found.plan, found, reason, True)


def _is_subject(part: Part, here: Here) -> bool:
    """Asked only where it makes a difference: it costs a query."""
    if not rules.is_personal(part):
        return False
    return rules.is_subject(part, here.member, here.today)

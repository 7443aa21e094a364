"""A school year without a plan: how to begin."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from partituur.plans import queries, rules
from partituur.plans.actions import starting
from partituur.plans.models import Plan
from partituur.schools import queries as schools
from partituur.schools.models import SchoolYear
from partituur.web.doors import Here, here_or_404
from partituur.web.plans.arranging import refused
from partituur.web.plans.doors import PlanHere
from partituur.web.request import Request


def begin_page(request: Request, here: Here, start: int | None) -> HttpResponse:
    """What can be done with a year that has no plan: begin empty, or read in a document."""
    if start is None or not 2000 <= start <= 2100:
        raise Http404
    draft = Plan(school=here.school, year=SchoolYear(school=here.school, start=start))
    reason = rules.why_not_arrange(draft, here.member)
    earlier = Plan.objects.filter(school=here.school).select_related("year")
    context = {
        "here": PlanHere(here.school, here.member, here.now, draft),
        "year": draft.year,
        "reason": reason,
        "earlier": earlier.order_by("-year__start"),
    }
    return render(request, "plans/begin.html", context)


@require_POST
def begin(request: Request, school: str, year: str) -> HttpResponse:
    """Begin an empty plan for a year."""
    here = here_or_404(request, school)
    start = schools.start_of(year)
    if start is None or not 2000 <= start <= 2100:
        raise Http404
    draft = Plan(school=here.school, year=SchoolYear(school=here.school, start=start))
    there = PlanHere(here.school, here.member, here.now, draft)
    if reason := rules.why_not_arrange(draft, here.member):
        return refused(request, there, reason)
    if queries.plan_or_none(here.school, year_start=start) is None:
        starting.start(school=here.school, start_year=start, at=here.now)
    return redirect("plan", school, year)

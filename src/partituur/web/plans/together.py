"""Who else has the sheet open, and the way back for a sheet that may have missed something."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partituur.live import presence, tickets
from partituur.plans import queries, rules, telling
from partituur.plans.models import Part
from partituur.schools import queries as schools
from partituur.schools.models import Membership
from partituur.web.plans.doors import PlanHere, plan_or_404
from partituur.web.request import Request


@require_POST
def here_now(request: Request, school: str, year: str) -> HttpResponse:
    """Say that one has the sheet open (or, with ``gone``, no longer); the names of who else has.

    With ``doubt`` the answer carries the mark of what the sheet should now show; with ``renew`` a
    fresh address of the live channel. Nothing of who was here is kept.
    """
    here = plan_or_404(request, school, year)
    topic = f"sheet:{here.plan.public_id}"
    if request.POST.get("gone"):
        if presence.leave(topic=topic, who=here.member.public_id):
            telling.tell_plan(here.plan, telling.HERE)
        return HttpResponse(status=204)
    if presence.arrive(topic=topic, who=here.member.public_id, at=here.now):
        telling.tell_plan(here.plan, telling.HERE)
    answer = render(request, "plans/_here.html", {"others": _others(here, topic)})
    if request.POST.get("doubt"):
        loaded = queries.load(here.plan, member=here.member, day=here.today, translate=_)
        answer["X-Mark"] = queries.mark_of(loaded)
    if request.POST.get("renew"):
        answer["X-Live"] = _address(here)
    return answer


def _others(here: PlanHere, topic: str) -> list[Membership]:
    """By when they came; who asks is not among them."""
    ids = presence.here_now(topic=topic, at=here.now)
    members = schools.members_of(here.school, day=here.today).filter(public_id__in=ids)
    place = {who: number for number, who in enumerate(ids)}
    others = [each for each in members if each.pk != here.member.pk]
    return sorted(others, key=lambda each: place[each.public_id])


def _address(here: PlanHere) -> str:
    standing = Part.objects.filter(plan=here.plan, removed_at__isnull=True)
    parts = rules.with_subjecthood(standing, here.member, here.today)
    mine = [(part, bool(getattr(part, "is_subject", False))) for part in parts]
    return tickets.address(telling.topics_for(here.plan, mine, here.member))

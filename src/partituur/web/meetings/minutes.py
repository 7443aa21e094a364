"""The minutes (verslag): on a page, and with the whole plan as a document in one click."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partituur.adoption import queries as versions
from partituur.exchange import registry
from partituur.exchange.minuted import Front
from partituur.meetings import minutes as writing
from partituur.meetings.models import Decision, Meeting
from partituur.plans import queries as plans
from partituur.plans.snapshot import PlanShot
from partituur.web.meetings import showing
from partituur.web.meetings.doors import MeetingHere, meeting_or_404, refused
from partituur.web.request import Request


@require_safe
def minutes(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Who was there, what was said and decided, and what was given afterwards."""
    here = meeting_or_404(request, school, meeting)
    if reason := _why_not(here):
        return refused(request, here, reason)
    decision = _adopting(here)
    context = {
        "here": here,
        "meeting": here.meeting,
        "minutes": writing.of(here.meeting),
        "fingerprint": showing.fingerprint_of(decision) if decision else "",
    }
    return render(request, "meetings/minutes.html", context)


@require_safe
def document(request: Request, school: str, meeting: UUID, key: str) -> HttpResponse:
    """The minutes with the whole plan behind them, as PDF or Word."""
    here = meeting_or_404(request, school, meeting)
    entry = registry.FORMATS.get(key)
    if entry is None or not entry.takes_minutes:
        raise Http404
    if reason := _why_not(here):
        return refused(request, here, reason)
    decision = _adopting(here)
    fingerprint = showing.fingerprint_of(decision) if decision else ""
    more: dict[str, Any] = {"printed_on": here.today} if key == "pdf" else {}
    front = Front(writing.of(here.meeting), fingerprint)
    data = entry.write(_plan(here, decision), front=front, fingerprint=fingerprint, **more)
    day = timezone.localtime(here.meeting.starts_at)
    name = slugify(f"verslag teamvergadering {here.school.slug} {day:%Y-%m-%d}")
    answer = HttpResponse(data, content_type=entry.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{entry.suffix}"'
    return answer


def _why_not(here: MeetingHere) -> str | None:
    if here.meeting.state == Meeting.State.CLOSED:
        return None
    return _("Het verslag staat hier als de vergadering is afgelopen.")


def _adopting(here: MeetingHere) -> Decision | None:
    """The last decision that made a version of the plan."""
    made = here.meeting.decisions.filter(version__isnull=False).select_related("version")
    return made.order_by("-at").first()


def _plan(here: MeetingHere, decision: Decision | None) -> PlanShot:
    """The plan as it was adopted, as far as the asker may read it; else what is shared of it."""
    if decision is not None and decision.version is not None:
        return versions.shot_of(decision.version, here.member, here.today)
    return plans.take(here.meeting.plan, member=here.member, day=here.today, only_shared=True)

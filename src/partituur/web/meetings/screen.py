"""The screen in front (digibord): one thing at a time, readable from eight metres."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from partituur.meetings import queries, rules
from partituur.meetings.models import Meeting
from partituur.web.meetings import showing
from partituur.web.meetings.doors import meeting_or_404
from partituur.web.request import Request


@vary_on_headers("HX-Request")
@require_safe
def screen(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """What the whole team looks at. Nothing private is on it, whoever opened it."""
    here = meeting_or_404(request, school, meeting)
    join = settings.ADDRESS + reverse("join-code", args=[here.meeting.code or "-"])
    entries = queries.entries_of(here.meeting)
    point = here.meeting.point
    number = next((at for at, each in enumerate(entries) if point and each.point.pk == point.pk), 0)
    leads = rules.why_not_lead(here.meeting, here.member) is None
    context = {
        "here": here,
        "meeting": here.meeting,
        "is_open": here.meeting.state == Meeting.State.OPEN,
        "is_over": here.meeting.state in (Meeting.State.CLOSED, Meeting.State.CANCELLED),
        "now": showing.on_screen(here.meeting, here.today),
        "agenda": queries.under_headings(entries),
        "point": point,
        "present": queries.present(here.meeting).count(),
        "join": settings.ADDRESS.partition("//")[2] + reverse("join").rstrip("/"),
        "qr": showing.qr(join) if here.meeting.code else "",
        "decision": queries.decision_of(here.meeting, point.purpose) if point else None,
        "before": entries[number - 1].point if leads and number else None,
        "after": entries[number + 1].point if leads and number + 1 < len(entries) else None,
        "live": showing.address_with_counts(here.meeting),
    }
    template = "meetings/screen.html#piece" if request.htmx else "meetings/screen.html"
    return render(request, template, context)

"""Minutes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from partituur.web.meetings.doors import meeting_or_404
from partituur.web.request import Request


def minutes(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def document(request: Request, school: str, meeting: UUID, key: str) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})

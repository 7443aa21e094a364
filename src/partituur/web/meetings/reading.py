"""Reading."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from partituur.web.meetings.doors import meeting_or_404
from partituur.web.request import Request


def meetings(request: Request, school: str) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def meeting(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def excuse(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def come(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def ics(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def afterwards(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})

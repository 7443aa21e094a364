"""Planning."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from partituur.web.meetings.doors import meeting_or_404
from partituur.web.request import Request


def new(request: Request, school: str) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def change(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def cancel(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def members(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def invite(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})

"""Agenda."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from partituur.web.meetings.doors import meeting_or_404
from partituur.web.request import Request


def arrange(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def renew(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def add(request: Request, school: str, meeting: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def move(request: Request, school: str, meeting: UUID, point: UUID, up: bool) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})


def remove(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    here = meeting_or_404(request, school, meeting)
    return render(request, "meetings/meeting.html", {"here": here})

"""The doors to a meeting and what is in it. Strangers, and what is not there, find 404."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from partituur.meetings import queries, rules
from partituur.meetings.models import Meeting, Point
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class MeetingHere(Here):
    """Who asks, and which meeting. Every member of the school may look at its page."""

    meeting: Meeting

    @property
    def path(self) -> str:
        """The address of the meeting; what is in it has an address below it."""
        return f"/school/{self.school.slug}/vergadering/{self.meeting.public_id}/"

    @property
    def manages(self) -> bool:
        """Whether the asker makes meetings ready, and leads them."""
        return rules.why_not_plan(self.member) is None


@dataclass(frozen=True, slots=True)
class PointHere(MeetingHere):
    """Who asks, and which point of which meeting."""

    point: Point


def meeting_or_404(
    request: Request, school: str, meeting: UUID, *, for_a_phone: bool = False
) -> MeetingHere:
    """A meeting of the asker's school."""
    here = here_or_404(request, school)
    found = queries.meeting_or_none(here.school, meeting, for_a_phone=for_a_phone)
    if found is None:
        raise Http404
    return MeetingHere(here.school, here.member, here.now, found)


def point_or_404(request: Request, school: str, meeting: UUID, point: UUID) -> PointHere:
    """A point of a meeting of the asker's school."""
    here = meeting_or_404(request, school, meeting)
    found = queries.point_or_none(here.meeting, point)
    if found is None:
        raise Http404
    found.meeting = here.meeting
    return PointHere(here.school, here.member, here.now, here.meeting, found)


def refused(request: Request, here: Here, reason: str, *, status: int = 403) -> HttpResponse:
    """The reason in place of the page, with the way back."""
    context = {"here": here, "reason": reason}
    return render(request, "meetings/refused.html", context, status=status)

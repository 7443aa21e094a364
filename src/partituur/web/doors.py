"""The doors: the only way in which a page gets something of a school.

A stranger finds nothing: what belongs to another school answers 404, as if it were not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect

from partituur.kernel import clock
from partituur.schools import queries as schools
from partituur.schools.models import Membership, School
from partituur.web.request import THROUGH_SCHOOL, THROUGH_SECOND_STEP, Request


@dataclass(frozen=True, slots=True)
class Here:
    """Who asks, in which school, and when."""

    school: School
    member: Membership
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()


def here_or_404(request: Request, school: str) -> Here:
    """The school with this address, if the one who asks has a place in it today."""
    now = clock.now()
    member = schools.place_of(request.user, school_slug=school, day=now.date())
    if member is None or request.session.get(THROUGH_SCHOOL) not in (None, member.school_id):
        raise Http404
    if settings.SECOND_STEP_FOR_MANAGERS and _lacks_second_step(request, member):
        raise ImmediateHttpResponse(redirect("mfa_index"))
    request.here = Here(member.school, member, now)
    return request.here


def _lacks_second_step(request: Request, member: Membership) -> bool:
    """Whether who manages a school signed in without the second step that this asks for."""
    manages = member.is_coordinator or member.is_leader
    has_one = member.has_second_step or request.session.get(THROUGH_SECOND_STEP)  # type: ignore[attr-defined]
    return manages and not has_one

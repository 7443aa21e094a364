"""The doors: the only way in which a page gets something of a school.

A stranger finds nothing: what belongs to another school answers 404, as if it were not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from partituur.kernel import clock
from partituur.schools import queries as schools
from partituur.schools.models import Membership, School
from partituur.web.request import Request


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
    if member is None:
        raise Http404
    request.here = Here(member.school, member, now)
    return request.here

"""The doors to what is in a school, and the answer to who may look but not change."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from partituur.schools import queries, rules
from partituur.schools.models import LearningTeam, LearningTeamMember, Membership, VisionStatement
from partituur.web.doors import Here
from partituur.web.request import Request

Thing = TypeVar("Thing")


def why_not_manage(here: Here) -> str | None:
    """The reason why the asker only looks, or None."""
    return rules.why_not_manage(here.member)


def member_or_404(here: Here, public_id: UUID) -> Membership:
    """A member of this school, also one who left."""
    return _found(queries.member_or_none(here.school, public_id))


def team_or_404(here: Here, public_id: UUID) -> LearningTeam:
    """A learning team of this school, with its places."""
    return _found(queries.learning_teams_of(here.school).filter(public_id=public_id).first())


def place_or_404(here: Here, team: UUID, member: UUID) -> LearningTeamMember:
    """The place of a member in a learning team of this school."""
    found = team_or_404(here, team)
    place = next((each for each in found.places.all() if each.member.public_id == member), None)
    return _found(place)


def statement_or_404(here: Here, public_id: UUID) -> VisionStatement:
    """A statement of this school's vision, also a retired one."""
    return _found(queries.vision_of(here.school).filter(public_id=public_id).first())


def refused(request: Request, here: Here, reason: str, *, back: str) -> HttpResponse:
    """The reason in place of the form.

    :param back: the name of the page where the asker can look
    """
    context = {"here": here, "reason": reason, "back": back}
    return render(request, "schools/refused.html", context, status=403)


def _found(thing: Thing | None) -> Thing:
    if thing is None:
        raise Http404
    return thing

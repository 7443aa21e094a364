"""Fills the demo school with its team meetings: last year's, and the one that comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from partituur.meetings import queries
from partituur.meetings.actions import answering, deciding, holding, planning
from partituur.meetings.models import Meeting, Point, Seat
from partituur.plans.models import Plan
from partituur.schools.models import Membership

At = Callable[[str], datetime]


class Meetings:
    """Holds and plans meetings as stands in the content, with the actions of the team itself."""

    def __init__(self, members: Mapping[str, Membership], at: At) -> None:
        self.members, self.at = members, at

    def plan(self, plan: Plan, said: Mapping[str, Any]) -> Meeting:
        """A meeting that comes: its invitation is out, and some said that they cannot be there."""
        by = self.members[said["by"]]
        meeting = planning.plan_meeting(
            plan=plan, purposes=said["purposes"], starts_at=self.at(said["starts_at"]),
            place=said["place"], way="consent", quorum=50, threshold=50, run_by=by, by=by,
            at=self.at(said["planned_at"]),
        )  # fmt: skip
        for each in said.get("own_points", ()):
            planning.add_point(
                meeting=meeting, title=each, asks=False, by=by, at=self.at(said["planned_at"])
            )
        planning.mark_invited(meeting=meeting, by=by, at=self.at(said["invited_at"]))
        for key, when in said.get("excused", {}).items():
            holding.excuse(seat=self._seat(meeting, key), at=self.at(when))
        return meeting

    def hold(self, plan: Plan, said: Mapping[str, Any]) -> Meeting:
        """A meeting that was: hands were counted, some gave words, the team decided."""
        meeting = self.plan(plan, said)
        by, now = self.members[said["by"]], meeting.starts_at
        holding.open_meeting(meeting=meeting, by=by, at=now)
        away = {self.members[key].pk for key in [*said.get("excused", ()), *said.get("away", ())]}
        for seat in Seat.objects.filter(meeting=meeting).exclude(member__in=away):
            seat.meeting = meeting
            holding.arrive(seat=seat, at=now)
        for number, point in enumerate(meeting.points.order_by("position", "pk")):
            point.meeting = meeting
            self._go_through(point, said, now + timedelta(minutes=3 * number))
        ends = now + timedelta(minutes=said["minutes"])
        for purpose, words in said["decided"].items():
            meeting.refresh_from_db()
            deciding.decide(
                meeting=meeting, purpose=purpose, passed=True, words=words, by=by, at=ends
            )
        meeting.refresh_from_db()
        until = (ends + timedelta(days=7)).date()
        holding.close_meeting(meeting=meeting, answers_until=until, by=by, at=ends)
        return meeting

    def _go_through(self, point: Point, said: Mapping[str, Any], at: datetime) -> None:
        by = self.members[said["by"]]
        holding.go_to(point=point, by=by, at=at)
        point.refresh_from_db()
        earlier = point.meeting.points.filter(kind=point.kind, position__lt=point.position)
        is_first = not earlier.exists()  # of its kind: there they answered with their phones
        given = [each for each in said["answers"] if each["to"] == point.kind and is_first]
        for number, each in enumerate(given):
            self._answer(point, each, at + timedelta(seconds=number))
        if point.asks and not given and point.kind != Point.Kind.ACCENTS:
            everybody = queries.present(point.meeting).count()
            answering.count_hands(point=point, agree=everybody, note=0, object=0, by=by, at=at)
        if is_first and (outcome := said.get("outcomes", {}).get(point.kind)):
            holding.say_outcome(point=point, words=outcome, by=by, at=at)
        holding.close_point(point=point, by=by, at=at + timedelta(minutes=2))

    def _answer(self, point: Point, said: Mapping[str, Any], at: datetime) -> None:
        answering.answer(
            point=point, member=self.members[said["by"]], round=point.round,
            choice=said["choice"], words=said.get("words", ""), picks=said.get("picks", ()),
            with_name=said.get("with_name", False), wants_word=False,
            moment=int(at.timestamp() * 1000), key=uuid4(), at=at,
        )  # fmt: skip

    def _seat(self, meeting: Meeting, key: str) -> Seat:
        seat = Seat.objects.get(meeting=meeting, member=self.members[key])
        seat.meeting = meeting
        return seat

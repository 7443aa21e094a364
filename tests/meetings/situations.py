"""A plan in overleg with words in it, and a meeting about it; conftest.py makes fixtures of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from partituur.meetings.actions import answering, planning
from partituur.meetings.models import Answer, Meeting, Point
from partituur.plans import queries
from partituur.plans.actions import arranging, sharing, starting, writing
from partituur.plans.models import Part, Plan
from partituur.schools.models import Membership


def write_plan(plan: Plan, coordinator: Any, teacher: Any, moment: datetime) -> Plan:
    """A plan with a principle, a general goal, a shared part and one that is not shared."""
    fmt = queries.format_of(plan.school)
    starting.write_principle(
        plan=plan, body="Leren van elkaar.", greven=0, by=coordinator, at=moment
    )
    goal = Part.objects.get(plan=plan, kind="general").goals.get()
    _write(goal, fmt.kind("general").headline, "We lezen elke dag.", coordinator, moment)
    for heading, shared in (("Leraar Sanne", True), ("Leraar Thijs", False)):
        part = arranging.add_part(
            plan=plan, kind="teacher", heading=heading, fmt=fmt, subjects=[teacher],
            partner=coordinator,
        )  # fmt: skip
        _write(part.goals.get(), "approach", f"Samen kijken, {heading}.", teacher, moment)
        if shared:
            sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    Plan.objects.filter(pk=plan.pk).update(state=Plan.State.IN_CONSULTATION)
    plan.refresh_from_db()
    return plan


def _write(goal: Any, key: str, body: str, by: Any, at: datetime) -> None:
    writing.save(
        line=goal, key=key, words=writing.Words(body), base=0, save_key=uuid4(), by=by, at=at
    )


def plan_meeting(written: Plan, by: Any, moment: datetime, **changes: Any) -> Meeting:
    """A meeting; consent, to adopt, unless something else is asked."""
    asked: dict[str, Any] = {
        "plan": written, "purposes": ["adopt"], "starts_at": moment + timedelta(days=7),
        "place": "Teamkamer", "way": Meeting.Way.CONSENT, "quorum": 50, "threshold": 50,
        "run_by": None, "by": by, "at": moment,
    }  # fmt: skip
    return planning.plan_meeting(**asked | changes)


def answerer(moment: datetime) -> Callable[..., Answer]:
    """Answers a point, each time a second later; what is not asked for is plain."""
    ticks = iter(range(1, 10**6))

    def answer(point: Point, member: Membership, choice: str = "agree", **changes: Any) -> Answer:
        at = changes.pop("at", moment + timedelta(seconds=next(ticks)))
        asked: dict[str, Any] = {
            "point": point, "member": member, "round": Point.objects.get(pk=point.pk).round,
            "choice": choice, "words": "", "picks": [], "with_name": False, "wants_word": False,
            "moment": int(at.timestamp() * 1000), "key": uuid4(), "at": at,
        }  # fmt: skip
        return answering.answer(**asked | changes)

    return answer


def point_of(meeting: Meeting, kind: str) -> Point:
    """The first point of a kind."""
    point = meeting.points.filter(kind=kind).order_by("position")[0]
    point.meeting = meeting
    return point

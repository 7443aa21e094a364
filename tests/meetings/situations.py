"""A plan in overleg with words in it, and a meeting about it; conftest.py makes fixtures of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from partituur.adoption.actions import amending
from partituur.adoption.models import Amendment
from partituur.meetings.actions import answering, deciding, holding, planning
from partituur.meetings.models import Answer, Decision, Meeting, Point
from partituur.plans import queries
from partituur.plans.actions import arranging, sharing, starting, writing
from partituur.plans.models import Goal, Part, Plan
from partituur.schools.models import Membership, School


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


def plan_meeting(written: Plan, planner: Any, moment: datetime, **changes: Any) -> Meeting:
    """A meeting; consent, to adopt, unless something else is asked."""
    asked: dict[str, Any] = {
        "plan": written, "purposes": ["adopt"], "starts_at": moment + timedelta(days=7),
        "place": "Teamkamer", "way": Meeting.Way.CONSENT, "quorum": 50, "threshold": 50,
        "run_by": None, "by": planner, "at": moment,
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


def adopt(meeting: Meeting, by: Membership, at: datetime) -> Decision:
    """Decide in an open meeting that the plan is adopted, and close it."""
    made = deciding.decide(
        meeting=meeting, purpose="adopt", passed=True, words="We doen het zo.", by=by, at=at
    )
    holding.close_meeting(meeting=meeting, answers_until=None, by=by, at=at)
    meeting.plan.refresh_from_db()
    return made


def to_meeting(plan: Plan, by: Membership, body: str, at: datetime) -> Amendment:
    """A proposal that goes to the meeting: other words for the general goal."""
    goal = Goal.objects.get(part__plan=plan, part__kind="general")
    key = queries.format_of(plan.school).kind("general").headline
    draft = amending.begin_or_get(plan=Plan.objects.get(pk=plan.pk), by=by, at=at)
    amending.change_text(
        amendment=draft, line=goal, key=key, words=writing.Words(body), by=by, at=at
    )
    return amending.propose(
        amendment=draft, reason="Zo past het beter.", is_small=False, by=by, at=at
    )


AT = datetime(2026, 9, 8, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def people(school: School, *, more: int = 0) -> dict[str, Membership]:
    """An IB'er, a school leader, two teachers, and ``more`` colleagues: "m1", "m2"."""
    who: dict[str, dict[str, Any]] = {
        "coordinator": {"is_coordinator": True}, "leader": {"is_leader": True},
        "teacher": {"is_teacher": True}, "other": {"is_teacher": True},
    }  # fmt: skip
    who |= {f"m{number}": {"is_teacher": True} for number in range(1, more + 1)}
    return {
        name: Membership.objects.create(
            school=school, name=f"Collega {name}", email=f"{name}@voorbeeld.test", **fields
        )
        for name, fields in who.items()
    }


def from_nothing(
    slug: str = "de-notenbalk", *, more: int = 0
) -> tuple[Meeting, dict[str, Membership]]:
    """A school, its people, a written plan, and a meeting that is open, without any fixture."""
    school = School.objects.create(name="De Notenbalk", slug=slug, region="middle")
    members = people(school, more=more)
    plan = starting.start(school=school, start_year=2026, at=AT)
    write_plan(plan, members["coordinator"], members["teacher"], AT)
    meeting = plan_meeting(plan, members["coordinator"], AT)
    holding.open_meeting(meeting=meeting, by=members["coordinator"], at=AT)
    return meeting, members

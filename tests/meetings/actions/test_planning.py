"""Making a meeting ready, and the plan in overleg."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.meetings.situations import adopt, point_of

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.meetings import queries
from partituur.meetings.actions import holding, planning
from partituur.meetings.models import Meeting, Seat
from partituur.plans.actions import starting
from partituur.plans.models import Plan


def changed(meeting: Meeting, by: Any, at: datetime, **changes: Any) -> None:
    asked: dict[str, Any] = {
        "starts_at": meeting.starts_at, "place": meeting.place, "way": meeting.way,
        "quorum": meeting.quorum, "threshold": meeting.threshold, "run_by": None,
    }  # fmt: skip
    planning.change(meeting=meeting, by=by, at=at, **asked | changes)


def test_the_whole_team_of_that_day_is_invited(
    plan_a_meeting: Callable[..., Meeting], teacher: Any, other_teacher: Any, moment: datetime
) -> None:
    other_teacher.until_date = moment.date() + timedelta(days=3)  # gone before the meeting
    other_teacher.save()
    meeting = plan_a_meeting(starts_at=moment + timedelta(days=7))
    assert {seat.member.name for seat in queries.seats_of(meeting)} == {
        "Marieke de Vries", "Peter Hendriks", teacher.name,
    }  # fmt: skip
    assert LogEntry.objects.get(act="meeting.planned").facts == {"meeting": str(meeting.public_id)}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"purposes": []}, "Kies wat jullie doen"),
        ({"purposes": ["adopt", "adjust"]}, "Kies wat jullie doen"),
        ({"purposes": ["adjust"]}, "pas als het plan is vastgesteld"),
        ({"purposes": ["evaluate"]}, "Evalueren kan pas"),
        ({"way": "lot"}, "hoe jullie besluiten"),
        ({"quorum": 101}, "van 0 tot en met 100"),
        ({"threshold": 100}, "van 0 tot en met 99"),
        ({"threshold": -1}, "van 0 tot en met 99"),
    ],
)
def test_a_meeting_that_cannot_be_is_not_made(
    plan_a_meeting: Callable[..., Meeting], changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        plan_a_meeting(**changes)
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("who", ["teacher", "stranger"])
def test_who_may_not_plan_makes_nothing_and_leads_nothing(
    plan_a_meeting: Callable[..., Meeting], request: pytest.FixtureRequest, who: str
) -> None:
    member = request.getfixturevalue(who)
    for changes in ({"by": member}, {"run_by": member}):
        with pytest.raises(Refusal):
            plan_a_meeting(**changes)
    assert not Meeting.objects.exists()


def test_last_years_plan_is_looked_back_on_with_the_new_one(
    meeting: Meeting, school: Any, coordinator: Any, moment: datetime
) -> None:
    from tests.meetings.situations import plan_meeting

    adopt(meeting, coordinator, moment)
    new = starting.start(school=school, start_year=2027, at=moment)
    both = plan_meeting(new, coordinator, moment, purposes=["adopt", "evaluate"])
    assert both.looks_back_on == meeting.plan
    assert both.plan_for("evaluate") == meeting.plan
    assert both.plan_for("adopt") == new


def test_a_meeting_is_changed_until_it_is_open(
    plan_a_meeting: Callable[..., Meeting], coordinator: Any, leader: Any, moment: datetime
) -> None:
    meeting = plan_a_meeting()
    changed(meeting, coordinator, moment, way="vote", run_by=leader)
    meeting.refresh_from_db()
    assert (meeting.way, meeting.run_by, meeting.sequence) == ("vote", leader, 0)
    changed(meeting, coordinator, moment, place="Aula")
    assert Meeting.objects.get().sequence == 1  # calendars take the new one
    stale = Meeting.objects.get()
    holding.open_meeting(meeting=meeting, by=coordinator, at=moment)
    with pytest.raises(Refusal, match="ligt nu vast"):
        changed(stale, coordinator, moment, way="announced")
    assert Meeting.objects.get().way == "vote"


def test_a_meeting_is_called_off_until_it_is_open(
    plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    meeting = plan_a_meeting()
    planning.cancel(meeting=meeting, by=coordinator, at=moment)
    assert (meeting.state, meeting.sequence) == ("cancelled", 1)
    with pytest.raises(Refusal, match="voorbij"):
        planning.cancel(meeting=meeting, by=coordinator, at=moment)
    other = plan_a_meeting()
    holding.open_meeting(meeting=other, by=coordinator, at=moment)
    with pytest.raises(Refusal, match="al begonnen"):
        planning.cancel(meeting=other, by=coordinator, at=moment)


def test_inviting_anew_keeps_who_came(
    meeting: Meeting, coordinator: Any, teacher: Any, other_teacher: Any, stranger: Any,
    moment: datetime,
) -> None:  # fmt: skip
    seat = queries.seat_of(meeting, teacher)
    assert seat is not None
    holding.arrive(seat=seat, at=moment)
    planning.invite_members(
        meeting=meeting, members=[other_teacher, stranger], by=coordinator, at=moment
    )
    assert {each.member for each in Seat.objects.select_related("member")} == {
        teacher, other_teacher,
    }  # fmt: skip


def test_inviting_puts_the_plan_in_overleg(
    plan: Plan, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    meeting = plan_a_meeting()
    Plan.objects.update(state=Plan.State.DRAFT)
    meeting.plan.refresh_from_db()
    planning.mark_invited(meeting=meeting, by=coordinator, at=moment)
    plan.refresh_from_db()
    assert (plan.state, meeting.invited_at) == ("in_consultation", moment)


STATES = Plan.State.values


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", ["coordinator", "leader", "teacher", "stranger"])
def test_the_plan_goes_to_overleg_and_back_and_nowhere_else(
    plan: Plan, request: pytest.FixtureRequest, moment: datetime, state: str, who: str
) -> None:
    by = request.getfixturevalue(who)
    for act, before, after in (
        (planning.open_consultation, "draft", "in_consultation"),
        (planning.back_to_draft, "in_consultation", "draft"),
    ):
        Plan.objects.update(state=state)
        plan.refresh_from_db()
        allowed = state == before and who in ("coordinator", "leader")
        if allowed:
            act(plan=plan, by=by, at=moment)
        else:
            with pytest.raises(Refusal):
                act(plan=plan, by=by, at=moment)
        assert Plan.objects.get().state == (after if allowed else state)


def test_the_plan_stays_in_overleg_while_a_meeting_is_open(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="bezig"):
        planning.back_to_draft(plan=meeting.plan, by=coordinator, at=moment)


def test_points_are_moved_one_place_and_stop_at_the_ends(
    plan_a_meeting: Callable[..., Meeting], coordinator: Any, teacher: Any, moment: datetime
) -> None:
    meeting = plan_a_meeting()

    def order() -> list[str]:
        return [point.kind for point in meeting.points.order_by("position", "pk")]

    before = order()
    planning.move_point(point=point_of(meeting, "principles"), up=True, by=coordinator, at=moment)
    assert order() == before
    planning.move_point(point=point_of(meeting, "principles"), up=False, by=coordinator, at=moment)
    assert order() == [before[1], before[0], *before[2:]]
    with pytest.raises(Refusal):
        planning.move_point(point=point_of(meeting, "accents"), up=True, by=teacher, at=moment)


def test_a_point_goes_unless_it_decides_or_was_looked_at(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    planning.remove_point(point=point_of(meeting, "accents"), by=coordinator, at=moment)
    assert not meeting.points.filter(kind="accents").exists()
    for kind in ("decision", "principles"):
        with pytest.raises(Refusal, match="blijft"):
            planning.remove_point(point=point_of(meeting, kind), by=coordinator, at=moment)

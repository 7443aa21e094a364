"""Holding a meeting, from its opening to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from tests.meetings.situations import point_of

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.meetings import codes, queries
from partituur.meetings.actions import deciding, holding, planning
from partituur.meetings.models import Answer, Meeting, Point
from partituur.plans.actions import writing
from partituur.plans.actions.writing import Words
from partituur.plans.models import PRINCIPLE, Goal, Part, Plan, Principle, Text


def seat_of(meeting: Meeting, member: Any) -> Any:
    seat = queries.seat_of(meeting, member)
    assert seat is not None
    seat.meeting = meeting
    return seat


def test_opening_gives_a_code_and_shows_the_first_point(
    plan_a_meeting: Callable[..., Meeting], leader: Any, moment: datetime
) -> None:
    meeting = plan_a_meeting()
    holding.open_meeting(meeting=meeting, by=leader, at=moment)
    assert (meeting.state, meeting.run_by, meeting.opened_at) == ("open", leader, moment)
    assert queries.open_by_code(meeting.code) == meeting
    first = point_of(meeting, "principles")
    assert (meeting.point, first.opened_at) == (first, moment)
    assert LogEntry.objects.filter(act="meeting.opened").count() == 1


def test_a_plan_has_one_open_meeting_and_a_meeting_opens_once(
    meeting: Meeting, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="al een vergadering over dit plan"):
        holding.open_meeting(meeting=plan_a_meeting(), by=coordinator, at=moment)
    with pytest.raises(Refusal, match="al geopend"):
        holding.open_meeting(meeting=meeting, by=coordinator, at=moment)


def test_codes_are_never_the_same_twice() -> None:
    taken: set[str] = set()
    for _time in range(500):
        code = codes.new_code(taken)
        assert code not in taken
        taken.add(code)


def test_every_code_fits_in_its_place() -> None:
    length = Meeting._meta.get_field("code").max_length
    assert length is not None
    assert max(len(f"{word} 999") for word in codes.WORDS) <= length


def test_everything_that_changes_is_told_by_the_beat(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    beat = Meeting.objects.get().beat
    for step in (holding.go_to, holding.close_point, holding.reopen_point):
        step(point=point_of(meeting, "goal"), by=coordinator, at=moment)
        beat += 1
        assert Meeting.objects.get().beat == beat


def test_who_leads_sees_a_meeting_as_it_is_now(
    meeting: Meeting, coordinator: Any, leader: Any, moment: datetime
) -> None:
    """A page that still says it is open does nothing any more."""
    point = point_of(meeting, "goal")
    stale = Meeting.objects.get()
    holding.close_meeting(meeting=meeting, answers_until=None, by=coordinator, at=moment)
    point.meeting = stale
    steps: list[Callable[[], Any]] = [
        lambda: holding.go_to(point=point, by=leader, at=moment),
        lambda: holding.close_point(point=point, by=leader, at=moment),
        lambda: holding.reopen_point(point=point, by=leader, at=moment),
        lambda: holding.say_outcome(point=point, words="Zo.", by=leader, at=moment),
        lambda: holding.close_meeting(meeting=stale, answers_until=None, by=leader, at=moment),
    ]
    for step in steps:
        stale.state = Meeting.State.OPEN
        with pytest.raises(Refusal, match="niet open"):
            step()
    assert Meeting.objects.get().point is None


def test_what_the_team_decided_about_is_not_opened_again(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    deciding.decide(
        meeting=meeting, purpose="adopt", passed=False, words="Nee.", by=coordinator, at=moment
    )
    point = point_of(meeting, "principles")
    with pytest.raises(Refusal, match="al besloten"):
        holding.reopen_point(point=point, by=coordinator, at=moment)
    holding.go_to(point=point, by=coordinator, at=moment)  # looking at it is fine
    assert Point.objects.get(pk=point.pk).closed_at is not None


# --- who is there ------------------------------------------------------------------------------


def test_who_comes_goes_and_comes_back_keeps_the_first_moment(
    meeting: Meeting, teacher: Any, moment: datetime
) -> None:
    seat = seat_of(meeting, teacher)
    holding.leave(seat=seat, at=moment)  # who did not come cannot leave
    assert not queries.present(meeting).exists()
    holding.arrive(seat=seat, at=moment)
    holding.arrive(seat=seat, at=moment + timedelta(minutes=1))
    holding.leave(seat=seat, at=moment + timedelta(minutes=2))
    assert not queries.present(meeting).exists()
    holding.arrive(seat=seat, at=moment + timedelta(minutes=3))
    here = queries.present(meeting).get()
    assert (here.member, here.came_at, here.left_at) == (teacher, moment, None)


@pytest.mark.parametrize("state", Meeting.State.values)
def test_who_comes_leaves_or_says_so_does_it_in_time(
    meeting: Meeting, teacher: Any, moment: datetime, state: str
) -> None:
    seat = seat_of(meeting, teacher)
    for act, when in (
        (holding.excuse, ("planned", "open")), (holding.will_come, ("planned", "open")),
        (holding.arrive, ("open",)), (holding.leave, ("open",)),
    ):  # fmt: skip
        meeting.state = state
        if state in when:
            act(seat=seat, at=moment)
        else:
            with pytest.raises(Refusal):
                act(seat=seat, at=moment)


def test_who_can_come_after_all_is_not_excused(
    meeting: Meeting, teacher: Any, moment: datetime
) -> None:
    seat = seat_of(meeting, teacher)
    holding.excuse(seat=seat, at=moment)
    assert seat_of(meeting, teacher).excused_at == moment
    holding.will_come(seat=seat, at=moment)
    assert seat_of(meeting, teacher).excused_at is None


# --- words -------------------------------------------------------------------------------------


def reword(point: Point, line: Any, key: str, by: Any, at: datetime, base: int = 1) -> Any:
    return holding.reword(
        point=point, line=line, key=key, words=Words("Anders."), base=base, save_key=uuid4(),
        by=by, at=at,
    )  # fmt: skip


def test_a_principle_is_reworded_on_the_spot(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    reword(point, Principle.objects.get(), PRINCIPLE, coordinator, moment)
    assert Text.objects.get(principle__isnull=False).body == "Anders."
    assert Point.objects.get(pk=point.pk).round == 2


def test_a_rewording_on_an_old_version_asks_nobody_again(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    reword(point, Principle.objects.get(), PRINCIPLE, coordinator, moment)
    clash = holding.reword(
        point=point, line=Principle.objects.get(), key=PRINCIPLE, words=Words("Weer anders."),
        base=1, save_key=uuid4(), by=coordinator, at=moment,
    )  # fmt: skip
    assert isinstance(clash, writing.Clash)
    assert Text.objects.get(principle__isnull=False).body == "Anders."
    assert Point.objects.get(pk=point.pk).round == 2


def test_only_what_belongs_to_the_point_is_reworded(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    personal = Part.objects.get(heading="Leraar Sanne").goals.get()
    team = Goal.objects.get(part__kind="general")
    for line, key in ((personal, "approach"), (team, "goal"), (Principle.objects.get(), "goal")):
        with pytest.raises(Refusal, match="hoort niet bij dit punt"):
            reword(point, line, key, coordinator, moment)
    goal = point_of(meeting, "goal")
    holding.go_to(point=goal, by=coordinator, at=moment)
    with pytest.raises(Refusal, match="hoort niet bij dit punt"):
        reword(goal, personal, "approach", coordinator, moment)


def test_what_came_out_is_written_down_and_kept_short(
    meeting: Meeting, coordinator: Any, teacher: Any, moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    holding.say_outcome(point=point, words=" Een\r\ntwee\x00 ", by=coordinator, at=moment)
    assert Point.objects.get(pk=point.pk).outcome == "Een\ntwee"
    with pytest.raises(Refusal, match=r"4\.000"):
        holding.say_outcome(point=point, words="x" * 4001, by=coordinator, at=moment)
    with pytest.raises(Refusal):
        holding.say_outcome(point=point, words="Ik.", by=teacher, at=moment)


def test_how_an_objection_was_met_belongs_to_that_objection(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    seen = say(point, teacher, "object", words="Te veel.")
    say(point, teacher, "object", words="Iets heel anders.")
    with pytest.raises(Refusal, match="net veranderd"):
        holding.meet_objection(answer=seen, words="Minder dan.", by=coordinator, at=moment)
    now = Answer.objects.select_related("point__meeting").get()
    assert now.met == ""
    holding.meet_objection(answer=now, words="Zo.", by=coordinator, at=moment)
    assert Answer.objects.get().met == "Zo."
    assert say(point, teacher, "object", words="Nog eens.").met == ""  # another one: not met yet
    agreed = say(point, teacher)
    with pytest.raises(Refusal, match="geen bezwaar"):
        holding.meet_objection(answer=agreed, words="Zo.", by=coordinator, at=moment)


# --- the end -----------------------------------------------------------------------------------


def test_closing_ends_what_was_open(meeting: Meeting, coordinator: Any, moment: datetime) -> None:
    holding.close_meeting(meeting=meeting, answers_until=moment.date(), by=coordinator, at=moment)
    assert (meeting.state, meeting.code, meeting.point) == ("closed", "", None)
    assert point_of(meeting, "principles").closed_at == moment
    with pytest.raises(Refusal):
        holding.close_meeting(meeting=meeting, answers_until=None, by=coordinator, at=moment)
    planning.back_to_draft(plan=Plan.objects.get(), by=coordinator, at=moment)


def test_the_term_is_a_day_from_today_on(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="vanaf vandaag"):
        holding.close_meeting(
            meeting=meeting, answers_until=moment.date() - timedelta(days=1), by=coordinator,
            at=moment,
        )  # fmt: skip
    assert Meeting.objects.get().state == "open"

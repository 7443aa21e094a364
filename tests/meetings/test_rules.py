"""Who may do what in a meeting, in every state, by every role; each reason is one sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from itertools import product
from typing import Any

import pytest
from tests.meetings.situations import point_of

from partituur.meetings import queries, rules
from partituur.meetings.models import Answer, Decision, Meeting, Point, Purpose
from partituur.plans.models import Plan

LEADING = {"coordinator", "leader"}
MEETING_STATES = tuple(Meeting.State.values)
PLAN_STATES = tuple(Plan.State.values)


@pytest.fixture
def people(coordinator: Any, leader: Any, teacher: Any, stranger: Any) -> dict[str, Any]:
    return {
        "coordinator": coordinator, "leader": leader, "teacher": teacher, "stranger": stranger,
    }  # fmt: skip


def who(people: dict[str, Any], ask: Callable[[Any], str | None]) -> set[str]:
    """Who gets no reason why not; every reason is a sentence."""
    reasons = {name: ask(member) for name, member in people.items()}
    assert all(reason.endswith(".") for reason in reasons.values() if reason)
    return {name for name, reason in reasons.items() if reason is None}


def test_ibers_and_leaders_plan(people: dict[str, Any]) -> None:
    assert who(people, rules.why_not_plan) == {"coordinator", "leader", "stranger"}  # of her own


@pytest.mark.parametrize("state", MEETING_STATES)
def test_a_meeting_is_changed_and_led_by_ibers_and_leaders_in_its_own_time(
    meeting: Meeting, people: dict[str, Any], state: str
) -> None:
    meeting.state = state
    going_on = state in ("planned", "open")
    assert who(people, lambda each: rules.why_not_change(meeting, each)) == (
        LEADING if going_on else set()
    )
    assert who(people, lambda each: rules.why_not_run(meeting, each)) == LEADING
    assert who(people, lambda each: rules.why_not_lead(meeting, each)) == (
        LEADING if state == "open" else set()
    )


@pytest.mark.parametrize("purpose", Purpose.values)
def test_a_meeting_opens_when_the_plan_is_where_its_purpose_asks(
    plan_a_meeting: Callable[..., Meeting], people: dict[str, Any], purpose: str
) -> None:
    meeting = plan_a_meeting()
    meeting.purposes = [purpose]
    allowed = {"adopt": "in_consultation", "adjust": "adopted", "evaluate": "adopted"}[purpose]
    for meeting_state, plan_state in product(MEETING_STATES, PLAN_STATES):
        meeting.state, meeting.plan.state = meeting_state, plan_state
        fits = meeting_state == "planned" and plan_state == allowed
        found = who(people, lambda each: rules.why_not_open(meeting, each))
        assert found == (LEADING if fits else set()), (meeting_state, plan_state)


def test_a_meeting_is_for_one_thing_or_for_looking_back_too(plan: Plan) -> None:
    allowed = []
    for chosen in product((False, True), repeat=3):
        purposes = {each.value for each, yes in zip(Purpose, chosen, strict=True) if yes}
        for state in PLAN_STATES:
            plan.state = state
            if rules.why_not_purposes(purposes, plan, plan) is None:
                allowed.append((sorted(purposes), state))
    assert allowed == [
        (["evaluate"], "draft"), (["evaluate"], "in_consultation"), (["evaluate"], "adopted"),
        (["evaluate"], "evaluated"), (["adjust"], "adopted"), (["adjust", "evaluate"], "adopted"),
        (["adopt"], "draft"), (["adopt"], "in_consultation"),
        (["adopt", "evaluate"], "draft"), (["adopt", "evaluate"], "in_consultation"),
    ]  # fmt: skip
    assert rules.why_not_purposes({"evaluate"}, plan, None)


def test_rewording_is_for_what_is_of_all_and_on_the_screen_and_open(
    meeting: Meeting, people: dict[str, Any]
) -> None:
    found = {}
    for point in meeting.points.order_by("position"):
        point.meeting = meeting
        meeting.point = point
        found[point.kind] = who(people, partial(rules.why_not_reword, point))  # fmt: skip
    assert {kind for kind, may in found.items() if may == LEADING} == {"principles", "goal"}
    assert {kind for kind, may in found.items() if not may} == set(found) - {"principles", "goal"}


@pytest.mark.parametrize("wrong", ["not on the screen", "closed", "over", "adopted", "personal"])
def test_rewording_is_refused_when_one_thing_is_not_so(
    meeting: Meeting, coordinator: Any, moment: datetime, wrong: str
) -> None:
    point = point_of(meeting, "goal")
    meeting.point = point
    assert rules.why_not_reword(point, coordinator) is None
    if wrong == "not on the screen":
        meeting.point = point_of(meeting, "decision")
    elif wrong == "closed":
        point.closed_at = moment
    elif wrong == "over":
        meeting.state = Meeting.State.CLOSED
    elif wrong == "adopted":
        meeting.plan.state = Plan.State.ADOPTED
    else:
        point.kind = Point.Kind.PART
    assert rules.why_not_reword(point, coordinator)


@pytest.mark.parametrize("state", MEETING_STATES)
def test_an_answer_asks_for_a_seat_and_a_point_that_is_open_and_asks(
    meeting: Meeting, teacher: Any, stranger: Any, moment: datetime, state: str
) -> None:
    point, seat, day = point_of(meeting, "goal"), queries.seat_of(meeting, teacher), moment.date()
    assert seat is not None
    meeting.state, point.opened_at = state, moment
    assert (rules.why_not_answer(point, seat, day) is None) == (state == "open")
    assert rules.why_not_answer(point, queries.seat_of(meeting, stranger), day)
    for field, value in (
        ("asks", False), ("opened_at", None), ("closed_at", moment), ("by_hands", True),
        ("meeting_id", point.meeting_id + 1),
    ):  # fmt: skip
        before = getattr(point, field)
        setattr(point, field, value)
        assert rules.why_not_answer(point, seat, day), field
        setattr(point, field, before)
        point.meeting = meeting


@pytest.mark.parametrize(
    ("came", "until", "allowed"),
    [
        (False, 0, True), (False, 7, True), (False, -1, False), (False, None, False),
        (True, 7, False), ("and left", 7, False), ("excused", 7, True),
    ],
)  # fmt: skip
def test_who_was_not_there_answers_afterwards_within_the_term(
    meeting: Meeting, teacher: Any, moment: datetime, came: Any, until: int | None, allowed: bool
) -> None:
    seat, day = queries.seat_of(meeting, teacher), moment.date()
    assert seat is not None
    meeting.state = Meeting.State.CLOSED
    meeting.answers_until = None if until is None else day + timedelta(days=until)
    if came == "excused":
        seat.excused_at = moment
    elif came:
        seat.came_at, seat.left_at = moment, moment if came == "and left" else None
    point = point_of(meeting, "goal")
    point.closed_at = moment
    assert (rules.why_not_answer(point, seat, day) is None) == allowed


def test_hands_are_counted_by_who_leads_at_a_point_that_asks_and_is_open(
    meeting: Meeting, people: dict[str, Any], moment: datetime
) -> None:
    point = point_of(meeting, "goal")
    point.opened_at = moment
    for by_hands in (None, True):
        point.by_hands = by_hands
        assert who(people, lambda each: rules.why_not_count_hands(point, each)) == LEADING
    for field, value in (
        ("asks", False), ("opened_at", None), ("closed_at", moment), ("by_hands", False),
        ("kind", "accents"),
    ):  # fmt: skip
        before = getattr(point, field)
        setattr(point, field, value)
        assert who(people, lambda each: rules.why_not_count_hands(point, each)) == set(), field
        setattr(point, field, before)


@pytest.mark.parametrize("plan_state", PLAN_STATES)
@pytest.mark.parametrize("state", MEETING_STATES)
def test_a_decision_is_recorded_by_who_leads_once_and_for_what_the_meeting_is_for(
    meeting: Meeting, people: dict[str, Any], moment: datetime, state: str, plan_state: str
) -> None:
    meeting.state, meeting.plan.state = state, plan_state
    fits = state == "open" and plan_state == "in_consultation"
    ask = rules.why_not_decide
    assert who(people, lambda each: ask(meeting, "adopt", each)) == (LEADING if fits else set())
    for other in ("adjust", "evaluate"):
        assert who(people, partial(ask, meeting, other)) == set()
    Decision.objects.create(
        school_id=meeting.school_id, meeting=meeting, purpose="adopt", passed=False, words="Nee.",
        at=moment,
    )  # fmt: skip
    assert who(people, lambda each: ask(meeting, "adopt", each)) == set()


def test_evaluating_waits_for_adjusting_in_the_same_meeting(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    meeting.purposes, meeting.plan.state = ["adjust", "evaluate"], Plan.State.ADOPTED
    meeting.looks_back_on = meeting.plan
    assert rules.why_not_decide(meeting, "adjust", coordinator) is None
    assert "eerst" in (rules.why_not_decide(meeting, "evaluate", coordinator) or "")
    Decision.objects.create(
        school_id=meeting.school_id, meeting=meeting, purpose="adjust", passed=False, words="Nee.",
        at=moment,
    )  # fmt: skip
    assert rules.why_not_decide(meeting, "evaluate", coordinator) is None


def test_each_kind_of_point_has_its_own_answers() -> None:
    found = {
        kind: [str(each) for each in rules.choices_of(Point(kind=kind))]
        for kind in Point.Kind.values
    }
    going_on = ["go_on", "adjust", "done"]
    own = {"evaluation": going_on, "looking_back": going_on, "accents": ["accents"]}
    agreeing = ["agree", "note", "object"]
    assert found == {kind: own.get(kind, agreeing) for kind in Point.Kind.values}
    assert {str(each) for each in rules.NEED_WORDS} == {"note", "object"}


@pytest.mark.parametrize(
    ("present", "answers", "passes"),
    [
        (1, ["agree"], False),  # of three, and 60% is asked
        (2, ["agree", "object"], False),  # half is not more than half
        (2, ["agree", "note"], True),
        (3, ["agree", "note", "object"], True),
        (2, [], False),  # nobody voted
        (3, ["agree"], True),
    ],
)
def test_a_vote_passes_with_enough_people_and_more_than_the_threshold(
    meeting: Meeting, people: dict[str, Any], moment: datetime, present: int, answers: list[str],
    passes: bool,
) -> None:  # fmt: skip
    meeting.way, meeting.quorum, meeting.threshold = Meeting.Way.VOTE, 60, 50
    meeting.save()
    point = point_of(meeting, "decision")
    seats = list(queries.seats_of(meeting))
    for seat in seats[:present]:
        seat.came_at = moment
        seat.save()
    for number, (seat, choice) in enumerate(zip(seats, answers, strict=False)):
        _answer(point, seat.member, choice, number, moment)
    assert (rules.why_not_pass(meeting, "adopt") is None) == passes


def _answer(point: Point, member: Any, choice: str, number: int, at: datetime) -> None:
    from uuid import uuid4

    Answer.objects.create(
        school_id=point.school_id, point=point, member=member, round=point.round, choice=choice,
        moment=number, key=uuid4(), at=at,
    )  # fmt: skip


def test_consent_looks_at_the_standing_objections_of_its_own_purpose(
    meeting: Meeting, teacher: Any, moment: datetime
) -> None:
    point = point_of(meeting, "goal")
    _answer(point, teacher, "object", 1, moment)
    assert "bezwaren: 1" in (rules.why_not_pass(meeting, "adopt") or "")
    assert rules.why_not_pass(meeting, "evaluate") is None
    for change in ({"round": 0}, {"met": "Zo."}, {"afterwards": True}, {"choice": "note"}):
        saved = Answer.objects.values("round", "met", "afterwards", "choice").get()
        Answer.objects.update(**change)
        assert rules.why_not_pass(meeting, "adopt") is None, change
        Answer.objects.update(**saved)
    meeting.way = Meeting.Way.ANNOUNCED
    assert rules.why_not_pass(meeting, "adopt") is None


def test_an_objection_by_hands_is_met_in_what_came_out(meeting: Meeting) -> None:
    point = point_of(meeting, "goal")
    Point.objects.filter(pk=point.pk).update(by_hands=True, hands_agree=2, hands_object=1)
    assert rules.why_not_pass(meeting, "adopt")
    Point.objects.filter(pk=point.pk).update(outcome="We beginnen klein.")
    assert rules.why_not_pass(meeting, "adopt") is None


def test_the_day_is_looked_at_not_the_hour(meeting: Meeting, teacher: Any) -> None:
    seat = queries.seat_of(meeting, teacher)
    assert seat is not None
    meeting.answers_until = date(2026, 9, 15)
    assert rules.why_not_afterwards(meeting, seat, date(2026, 9, 15)) is None
    assert rules.why_not_afterwards(meeting, seat, date(2026, 9, 16))

"""Counting: what a point's answers come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.meetings.situations import point_of

from partituur.meetings import queries, tallying
from partituur.meetings.actions import answering, holding
from partituur.meetings.models import Answer, Meeting, Point

_ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["agree", "note", "object", "go_on", "adjust", "done", "accents"]),
        st.lists(st.sampled_from(["classroom", "talks", "learning_teams"]), unique=True),
    )
)


@given(_ANSWERS, st.integers(0, 50))
def test_every_answer_is_counted_once(answers: list[tuple[str, list[str]]], present: int) -> None:
    tally = tallying.counted(answers, present)
    choices = Counter(choice for choice, _picks in answers)
    for name in ("agree", "note", "object", "go_on", "adjust", "done"):
        assert getattr(tally, name) == choices[name]
    assert tally.given == len(answers)
    assert tally.silent == max(0, present - len(answers))
    assert tally.accents == Counter(pick for _choice, picks in answers for pick in picks)


def test_what_was_given_afterwards_or_in_an_older_round_is_not_counted(
    meeting: Meeting, teacher: Any, leader: Any, coordinator: Any, say: Callable[..., Answer],
    moment: datetime,
) -> None:  # fmt: skip
    point = point_of(meeting, "principles")
    for member in (teacher, leader, coordinator):
        say(point, member)
    Answer.objects.filter(member=teacher).update(afterwards=True)
    Answer.objects.filter(member=leader).update(round=0)
    tally = tallying.of(point)
    assert (tally.agree, tally.given, tally.silent) == (1, 1, 2)


@pytest.mark.parametrize("kind", ["goal", "evaluation", "looking_back"])
def test_hands_are_counted_in_the_choices_of_the_point(meeting: Meeting, kind: str) -> None:
    point = point_of(meeting, "goal")
    point.kind, point.by_hands = kind, True
    point.hands_agree, point.hands_note, point.hands_object = 5, 2, 1
    tally = tallying.of(point)
    counts = (tally.agree, tally.note, tally.object), (tally.go_on, tally.adjust, tally.done)
    assert counts == (((5, 2, 1), (0, 0, 0)) if kind == "goal" else ((0, 0, 0), (5, 2, 1)))
    assert (tally.given, tally.by_hands) == (8, True)
    assert tallying.standing_objections(point) == (1 if kind == "goal" else 0)


def test_who_left_is_not_waited_for(
    meeting: Meeting, teacher: Any, leader: Any, moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    for member in (teacher, leader):
        seat = queries.seat_of(meeting, member)
        assert seat is not None
        holding.arrive(seat=seat, at=moment)
    assert tallying.of(point).silent == 2
    seat = queries.seat_of(meeting, leader)
    assert seat is not None
    holding.leave(seat=seat, at=moment)
    assert tallying.of(point).silent == 1
    assert tallying.attendance(meeting) == (3, 1)


def test_answers_and_hands_never_mix(
    meeting: Meeting, teacher: Any, coordinator: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    from partituur.kernel.errors import Refusal

    def count(point: Point, agree: int) -> None:
        answering.count_hands(point=point, agree=agree, note=0, object=0, by=coordinator, at=moment)

    point = point_of(meeting, "principles")
    count(point, 1)
    with pytest.raises(Refusal, match="handen geteld"):
        say(point, teacher)
    count(point, 0)  # emptied: phones may answer now
    say(point, teacher)
    with pytest.raises(Refusal, match="gaan niet samen"):
        count(point, 2)
    point.refresh_from_db()
    assert (point.by_hands, point.hands_agree, tallying.of(point).agree) == (False, 0, 1)

"""The minutes: what was decided and said, with a name only where somebody wanted it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import translation
from tests.meetings.situations import adopt, point_of

from partituur.adoption.models import SealedText
from partituur.adoption.sealing import DECISION_TEXTS
from partituur.meetings import minutes, queries
from partituur.meetings.actions import answering, deciding, holding
from partituur.meetings.models import Answer, Decision, Meeting


def names_in(value: Any) -> list[str]:
    """Every string under a key that says who, in whatever depth."""
    if isinstance(value, dict):
        own = [each for key, each in value.items() if key in ("name", "member") and each]
        return own + [name for each in value.values() for name in names_in(each)]
    if isinstance(value, list | tuple):
        return [name for each in value for name in names_in(each)]
    return []


def test_nobodys_words_stand_with_a_name_unless_they_want_it(
    meeting: Meeting, teacher: Any, leader: Any, coordinator: Any, say: Callable[..., Answer],
    moment: datetime,
) -> None:  # fmt: skip
    point = point_of(meeting, "principles")
    say(point, teacher, "object", words="Te veel in een jaar.", wants_word=True)
    say(point, leader, "note", words="Graag met muziek.", with_name=True)
    told = minutes.of(meeting)
    remarks = {each.words: (each.name, each.member) for each in told.points[0].remarks}
    assert remarks == {
        "Te veel in een jaar.": ("", ""),
        "Graag met muziek.": (leader.name, str(leader.public_id)),
    }
    points = [asdict(each) for each in told.points]
    assert set(names_in(points)) == {leader.name, str(leader.public_id)}


def test_nor_in_what_a_version_seals(
    meeting: Meeting, teacher: Any, coordinator: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    answer = say(point_of(meeting, "principles"), teacher, "object", words="Te veel.")
    answer.point.meeting = meeting
    holding.meet_objection(answer=answer, words="Twee keer per week.", by=coordinator, at=moment)
    decision = adopt(meeting, coordinator, moment)
    assert decision.version is not None
    points = decision.version.structure["decision"]["points"]
    remark = points[0]["remarks"][0]
    assert (remark["name"], remark["member"]) == ("", "")
    sealed = SealedText.objects.get(body="Te veel.")
    assert (sealed.member, sealed.part) == (None, None)
    assert SealedText.objects.filter(body="Twee keer per week.").exists()


def test_every_word_of_the_minutes_is_a_text_that_a_version_seals(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    say(point_of(meeting, "principles"), teacher, "note", words="Graag.", with_name=True)
    decision = adopt(meeting, coordinator, moment)
    assert decision.version is not None
    data = minutes.data_of(Decision.objects.select_related("meeting").get(pk=decision.pk))
    plain = {
        "school", "year", "day", "begun", "ended", "purpose", "passed", "at", "by_hands", "choice",
        "part", "number", "answers_until", "way", "meeting",
    }  # fmt: skip
    containers = {
        "led_by", "present", "excused", "absent", "points", "decisions", "counts", "remarks",
        "afterwards", "remarks_afterwards", "by",
    }  # fmt: skip
    assert keys_of(data) <= plain | containers | DECISION_TEXTS
    raw = repr(decision.version.structure["decision"])
    for words in ("Graag.", teacher.name, str(teacher.public_id), "We doen het zo.", "Teamkamer"):
        assert words not in raw


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys_of(each)}
    if isinstance(value, list | tuple):
        return {key for each in value for key in keys_of(each)}
    return set()


def test_who_was_there_who_said_so_and_who_was_not(
    meeting: Meeting, coordinator: Any, teacher: Any, leader: Any, moment: datetime
) -> None:
    seats = {seat.member: seat for seat in queries.seats_of(meeting)}
    for seat in seats.values():
        seat.meeting = meeting
    holding.arrive(seat=seats[coordinator], at=moment)
    holding.leave(seat=seats[coordinator], at=moment + timedelta(hours=1))
    holding.excuse(seat=seats[leader], at=moment)
    told = minutes.of(meeting)
    who = [[each.name for each in group] for group in (told.present, told.excused, told.absent)]
    assert who == [[coordinator.name], [leader.name], [teacher.name]]
    assert told.led_by.name == coordinator.name


def test_counts_are_in_the_words_of_the_point_for_answers_and_for_hands(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    say(point_of(meeting, "principles"), teacher)
    goal = point_of(meeting, "goal")
    holding.go_to(point=goal, by=coordinator, at=moment)
    for seat in queries.seats_of(meeting):
        seat.meeting = meeting
        holding.arrive(seat=seat, at=moment)
    answering.count_hands(point=goal, agree=2, note=1, object=0, by=coordinator, at=moment)
    accents = point_of(meeting, "accents")
    holding.go_to(point=accents, by=coordinator, at=moment)
    say(accents, teacher, "accents", picks=["talks"])
    told = [
        [(count.label, count.number) for count in each.counts]
        for each in minutes.of(meeting).points
    ]
    assert told[0] == [("akkoord", 1)]
    assert told[1] == [("akkoord", 2), ("akkoord, met een kanttekening", 1)]
    assert told[5] == [("Gesprekken met leraren", 1)]
    assert [each.by_hands for each in minutes.of(meeting).points][:2] == [False, True]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_paper_is_dutch_whoever_prints_it(
    meeting: Meeting, coordinator: Any, moment: datetime, language: str
) -> None:
    with translation.override(language):
        deciding.decide(
            meeting=meeting, purpose="adopt", passed=False, words="Nog niet.", by=coordinator,
            at=moment,
        )  # fmt: skip
        holding.close_meeting(
            meeting=meeting, answers_until=date(2026, 9, 15), by=coordinator, at=moment
        )
        told = minutes.of(meeting)
    made = told.decisions[0]
    assert (made.purpose, made.passed, made.at) == (
        "vaststellen", False, "8 september 2026, 10.00 uur",
    )  # fmt: skip
    assert (told.begun, told.ended, told.answers_until) == (
        "10.00 uur", "10.00 uur", "15 september 2026",
    )  # fmt: skip
    assert made.way == "instemming: niemand heeft een beargumenteerd bezwaar"

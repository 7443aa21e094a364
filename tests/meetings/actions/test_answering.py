"""Answers: the one chosen last counts, once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.meetings.situations import point_of

from partituur.kernel.errors import Refusal
from partituur.meetings import accents, minutes, queries, tallying
from partituur.meetings.actions import answering, holding
from partituur.meetings.models import Answer, Meeting, Point
from partituur.plans.actions.writing import Words
from partituur.plans.models import Goal

# --- of two answers, the later one -------------------------------------------------------------


@dataclass(frozen=True)
class Tap:
    """A choice on a phone: when it was made, and what."""

    moment: int
    choice: str
    key: UUID


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[Tap], list[int]]:
    """Up to five taps at different moments, and in which order they arrive, repetitions too."""
    moments = draw(st.lists(st.integers(1, 10**6), min_size=1, max_size=5, unique=True))
    taps = [
        Tap(moment, draw(st.sampled_from(["agree", "note", "object"])), UUID(int=moment))
        for moment in moments
    ]
    every = list(range(len(taps)))
    order = draw(st.permutations(every + draw(st.lists(st.sampled_from(every), max_size=6))))
    return taps, order


def deliver(point: Point, member: Any, tap: Tap, at: datetime) -> Answer:
    return answering.answer(
        point=point, member=member, round=1, choice=tap.choice, words=f"Gezegd om {tap.moment}.",
        picks=[], with_name=False, wants_word=False,
        moment=int(at.timestamp() * 1000) - 10**7 + tap.moment, key=tap.key, at=at,
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(delivered=deliveries())
def test_the_answer_chosen_last_counts_in_whatever_order_they_arrive(
    meeting: Meeting, teacher: Any, moment: datetime, delivered: tuple[list[Tap], list[int]]
) -> None:
    taps, order = delivered
    last = max(taps, key=lambda tap: tap.moment)
    counts = arrived(meeting, teacher, moment, taps, order)
    assert (counts.choice, counts.words) == (last.choice, f"Gezegd om {last.moment}.")


def test_the_last_to_arrive_counts_when_nobody_looks_at_moments(
    meeting: Meeting, teacher: Any, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without the moments an answer that was on its way for long wins."""

    def heedless(point: Point, member: Any, values: dict[str, Any]) -> tuple[Answer, bool]:
        answer, _made = Answer.objects.update_or_create(
            point=point, member=member, defaults=values | {"school_id": point.school_id}
        )
        return answer, True

    taps = [Tap(1, "agree", uuid4()), Tap(2, "object", uuid4())]
    assert arrived(meeting, teacher, moment, taps, [1, 0]).choice == "object"
    monkeypatch.setattr(answering, "_put", heedless)
    assert arrived(meeting, teacher, moment, taps, [1, 0]).choice == "agree"


def arrived(
    meeting: Meeting, member: Any, at: datetime, taps: list[Tap], order: list[int]
) -> Answer:
    """The one answer that is there after these taps arrived, in a meeting without any."""
    Answer.objects.all().delete()
    point = point_of(meeting, "principles")
    for number in order:
        deliver(point, member, taps[number], at)
    assert tallying.of(point).given == 1
    return Answer.objects.get()


def test_a_repetition_counts_once_and_changes_nothing(
    meeting: Meeting, teacher: Any, moment: datetime
) -> None:
    point, tap = point_of(meeting, "principles"), Tap(5, "note", uuid4())
    first = deliver(point, teacher, tap, moment)
    again = deliver(point, teacher, tap, moment + timedelta(minutes=3))
    assert (again.pk, again.at, again.public_id) == (first.pk, first.at, first.public_id)
    assert tallying.of(point).note == tallying.of(point).given == 1


def test_a_phone_whose_clock_is_ahead_does_not_shut_out_its_own_next_answer(
    meeting: Meeting, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    say(point, teacher, "agree", moment=10**15, at=moment)
    later = moment + timedelta(seconds=2)
    assert say(point, teacher, "note", words="Toch wel.", at=later).choice == "note"


# --- rewording ---------------------------------------------------------------------------------


def reword(meeting: Meeting, by: Any, at: datetime, body: str) -> Point:
    point = point_of(meeting, "goal")
    holding.go_to(point=point, by=by, at=at)
    line = point.goal
    assert isinstance(line, Goal)
    text = line.texts.get(body="We lezen elke dag.") if body else None
    assert text is not None
    holding.reword(
        point=point, line=line, key=text.key, words=Words(body), base=text.version,
        save_key=uuid4(), by=by, at=at,
    )  # fmt: skip
    return point


def test_a_rewording_asks_again_and_an_answer_to_the_old_words_is_refused(
    meeting: Meeting, coordinator: Any, teacher: Any, leader: Any, say: Callable[..., Answer],
    moment: datetime,
) -> None:  # fmt: skip
    point = point_of(meeting, "goal")
    holding.go_to(point=point, by=coordinator, at=moment)
    say(point, teacher, "object", words="Elke dag is veel.")
    reword(meeting, coordinator, moment, "We lezen vaak.")

    assert tallying.of(Point.objects.get(pk=point.pk)).given == 0
    with pytest.raises(Refusal, match="net veranderd"):
        say(point, leader, "agree", round=1)
    answer = say(point, teacher, "agree")
    assert (answer.round, answer.choice, answer.words) == (2, "agree", "")
    assert Answer.objects.filter(point=point).count() == 1


def test_after_a_rewording_an_answer_counts_though_its_moment_was_not_later(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "goal")
    holding.go_to(point=point, by=coordinator, at=moment)
    say(point, teacher, "object", words="Nee.", moment=1000)
    reword(meeting, coordinator, moment, "We lezen vaak.")
    assert say(point, teacher, "agree", moment=900).choice == "agree"


def test_the_same_words_again_ask_nobody_again(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "goal")
    holding.go_to(point=point, by=coordinator, at=moment)
    say(point, teacher)
    reword(meeting, coordinator, moment, "We lezen elke dag.")
    assert tallying.of(Point.objects.get(pk=point.pk)).agree == 1


def test_hands_are_counted_anew_after_a_rewording(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    point = point_of(meeting, "goal")
    holding.go_to(point=point, by=coordinator, at=moment)
    answering.count_hands(point=point, agree=3, note=0, object=1, by=coordinator, at=moment)
    point = reword(meeting, coordinator, moment, "We lezen vaak.")
    assert (point.by_hands, point.hands_agree, point.hands_object) == (None, 0, 0)


# --- closed, open again, afterwards ------------------------------------------------------------


def test_a_closed_point_refuses_until_it_is_open_again(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    say(point, teacher)
    holding.close_point(point=point, by=coordinator, at=moment)
    with pytest.raises(Refusal, match="gesloten"):
        say(point, teacher, "object", words="Nee.")
    with pytest.raises(Refusal, match="open is"):
        answering.count_hands(point=point, agree=1, note=0, object=0, by=coordinator, at=moment)
    assert tallying.of(point).agree == 1
    holding.reopen_point(point=point, by=coordinator, at=moment)
    assert say(point, teacher, "object", words="Nee.").choice == "object"


def test_who_was_away_answers_afterwards_and_it_stands_apart(
    meeting: Meeting, coordinator: Any, teacher: Any, leader: Any, say: Callable[..., Answer],
    moment: datetime,
) -> None:  # fmt: skip
    point = point_of(meeting, "principles")
    say(point, leader, "object", words="In de vergadering.")
    holding.close_meeting(
        meeting=meeting, answers_until=moment.date() + timedelta(days=7), by=coordinator, at=moment
    )
    answer = say(point, teacher, "note", words="Achteraf.", wants_word=True)
    assert (answer.afterwards, answer.wants_word) == (True, False)
    with pytest.raises(Refusal, match="erbij"):
        say(point, leader, "agree")
    with pytest.raises(Refusal, match="voorbij"):
        say(point, teacher, "agree", at=moment + timedelta(days=8))

    tally = tallying.of(point)
    assert (tally.object, tally.note, tally.given) == (1, 0, 1)
    told = minutes.of(meeting).points[0]
    assert [each.words for each in told.remarks] == ["In de vergadering."]
    assert [each.words for each in told.remarks_afterwards] == ["Achteraf."]
    assert [each.name for each in minutes.of(meeting).present] == [leader.name]


def test_a_late_comer_is_there_by_answering_and_who_left_is_back(
    meeting: Meeting, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "principles")
    assert not queries.present(meeting).exists()
    say(point, teacher)
    seat = queries.present(meeting).get()
    holding.leave(seat=seat, at=moment)
    assert tallying.of(point).agree == 1  # what was said stays
    say(point, teacher, "note", words="Nog iets.")
    assert queries.present(meeting).get().came_at == moment + timedelta(seconds=1)


def test_who_was_excused_and_comes_after_all_is_there(
    meeting: Meeting, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    seat = queries.seat_of(meeting, teacher)
    assert seat is not None
    seat.meeting = meeting
    holding.excuse(seat=seat, at=moment)
    say(point_of(meeting, "principles"), teacher)
    told = minutes.of(meeting)
    assert ([each.name for each in told.present], told.excused) == ([teacher.name], ())


@pytest.mark.parametrize("who", ["stranger", "other_teacher"])
def test_who_is_not_invited_does_not_answer(
    meeting: Meeting, request: pytest.FixtureRequest, say: Callable[..., Answer], who: str
) -> None:
    with pytest.raises(Refusal, match="niet uitgenodigd"):
        say(point_of(meeting, "principles"), request.getfixturevalue(who))


# --- what an answer says -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "words", "reason"),
    [
        ("object", "  \n", "Zonder reden"), ("note", "", "kanttekening"),
        ("agree", "x" * 2001, "2.000"), ("go_on", "", "Kies een"), ("weg", "", "Kies een"),
        ("accents", "", "Kies een"),
    ],
)  # fmt: skip
def test_an_answer_that_says_nothing_is_refused_and_nobody_came(
    meeting: Meeting, teacher: Any, say: Callable[..., Answer], choice: str, words: str, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        say(point_of(meeting, "principles"), teacher, choice, words=words)
    assert not Answer.objects.exists()
    assert not queries.present(meeting).exists()


def test_accents_are_at_most_three_known_ones_or_words_of_ones_own(
    meeting: Meeting, teacher: Any, coordinator: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    point = point_of(meeting, "accents")
    holding.go_to(point=point, by=coordinator, at=moment)
    keys = [each.key for each in accents.options(meeting.plan)]
    assert len(keys) == 4
    with pytest.raises(Refusal, match="hoogstens drie"):
        say(point, teacher, "accents", picks=keys)
    with pytest.raises(Refusal, match="Kies een accent"):
        say(point, teacher, "accents", picks=["goal:weg"])
    answer = say(point, teacher, "accents", picks=[keys[0], keys[0], "goal:weg", keys[1]])
    assert answer.picks == keys[:2]
    assert tallying.of(point).accents == {keys[0]: 1, keys[1]: 1}
    assert say(point, teacher, "accents", words="Muziek.").picks == []


def test_words_are_kept_plain(meeting: Meeting, teacher: Any, say: Callable[..., Answer]) -> None:
    answer = say(point_of(meeting, "principles"), teacher, words=" een\r\ntwee\x00 ")
    assert answer.words == "een\ntwee"


# --- hands -------------------------------------------------------------------------------------


@pytest.mark.parametrize("counts", [(-1, 0, 0), (501, 0, 0), (0, 0, 10**6)])
def test_hands_are_a_number_of_people(
    meeting: Meeting, coordinator: Any, moment: datetime, counts: tuple[int, int, int]
) -> None:
    agree, note, against = counts
    with pytest.raises(Refusal, match="als een getal"):
        answering.count_hands(
            point=point_of(meeting, "principles"), agree=agree, note=note, object=against,
            by=coordinator, at=moment,
        )  # fmt: skip


def test_there_are_no_more_hands_than_people(
    meeting: Meeting, coordinator: Any, teacher: Any, moment: datetime
) -> None:
    seat = queries.seat_of(meeting, teacher)
    assert seat is not None
    holding.arrive(seat=seat, at=moment)
    with pytest.raises(Refusal, match="er zijn er 1"):
        answering.count_hands(
            point=point_of(meeting, "principles"), agree=1, note=1, object=0, by=coordinator,
            at=moment,
        )  # fmt: skip

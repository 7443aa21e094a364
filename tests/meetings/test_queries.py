"""What a point shows may stand on a wall: never what is not shared, never whose words it were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.meetings.situations import adopt, point_of

from partituur.evaluations.models import Evaluation
from partituur.meetings import minutes, queries
from partituur.meetings.actions import holding, planning
from partituur.meetings.models import Answer, Meeting, Point
from partituur.plans import queries as plans
from partituur.plans.actions import arranging, sharing
from partituur.plans.models import Part, Text

PRIVATE = "Samen kijken, Leraar Thijs."  # in the part that is not shared
SHARED = "Samen kijken, Leraar Sanne."


def everything_shown(meeting: Meeting, at: datetime) -> str:
    """All that any point shows, and the agenda with it, as one text."""
    shown = []
    for entry in queries.entries_of(meeting):
        entry.point.meeting = meeting
        found = queries.shown_at(entry.point, at.date())
        told = [(each.came_of_it, each.helped) for each in found.evaluations]
        shown.append((entry.title, asdict(found), told))
    return repr((shown, [(each.label, each.entries) for each in queries.agenda_of(meeting)]))


def test_a_point_shows_what_is_shared_and_names_the_rest(
    meeting: Meeting, moment: datetime
) -> None:
    shown = everything_shown(meeting, moment)
    assert PRIVATE not in shown
    assert SHARED in shown
    assert "We lezen elke dag." in shown
    assert "Leren van elkaar." in shown
    others = queries.shown_at(point_of(meeting, "others"), moment.date())
    assert (others.names, others.goals) == (["Leraar Thijs"], [])


def test_a_part_that_was_taken_back_after_the_agenda_was_made_shows_its_heading_only(
    meeting: Meeting, teacher: Any, moment: datetime
) -> None:
    part = Part.objects.select_related("plan").get(heading="Leraar Sanne")
    sharing.take_back(part=part, by=teacher, is_subject=True, at=moment)
    point = point_of(meeting, "part")
    shown = queries.shown_at(point, moment.date())
    assert (shown.title, shown.goals, shown.lines, shown.items) == ("Leraar Sanne", [], [], [])
    assert SHARED not in everything_shown(meeting, moment)
    assert SHARED not in repr(minutes.of(meeting))


def test_a_late_part_that_was_taken_back_shows_not_even_the_title_of_its_goal(
    meeting: Meeting, coordinator: Any, teacher: Any, plan_a_meeting: Callable[..., Meeting],
    moment: datetime,
) -> None:  # fmt: skip
    """In an adopted plan a part that no version holds is still its partners'."""
    adopt(meeting, coordinator, moment)
    part = Part.objects.select_related("plan").get(heading="Leraar Thijs")
    goal = part.goals.get()
    Text.objects.create(
        school_id=part.school_id, goal=goal, key="title", body="Woorden van Thijs", version=1
    )
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    Evaluation.objects.create(
        school_id=part.school_id, goal=goal, by=teacher, came_of_it="Terugblik van Thijs",
        written_at=moment, shared_at=moment,
    )  # fmt: skip
    looking = plan_a_meeting(purposes=["evaluate"])
    holding.open_meeting(meeting=looking, by=coordinator, at=moment)
    point = looking.points.get(goal=goal)
    holding.go_to(point=point, by=coordinator, at=moment)
    assert "Woorden van Thijs" in everything_shown(looking, moment)
    assert "Terugblik van Thijs" in everything_shown(looking, moment)

    part.refresh_from_db()
    sharing.take_back(part=part, by=teacher, is_subject=True, at=moment)
    shown = everything_shown(looking, moment) + repr(minutes.of(looking))
    for words in ("Woorden van Thijs", "Terugblik van Thijs", PRIVATE):
        assert words not in shown
    assert queries.title_of(looking.points.get(goal=goal)) == "Leraar Thijs"


def test_words_have_no_name_unless_the_giver_wants_it(
    meeting: Meeting, teacher: Any, leader: Any, say: Callable[..., Answer]
) -> None:
    point = point_of(meeting, "principles")
    say(point, teacher, "note", words="Zonder naam.")
    say(point, leader, "note", words="Met naam.", with_name=True)
    said = {each.words: each.name for each in queries.words_of(point)}
    assert said == {"Zonder naam.": "", "Met naam.": leader.name}


def test_the_order_of_words_tells_nothing_of_who_it_was(
    meeting: Meeting, teacher: Any, leader: Any, say: Callable[..., Answer]
) -> None:
    point = point_of(meeting, "principles")
    for member in (teacher, leader):
        say(point, member, "note", words=f"Woorden van {member.pk}.")
    for low, high in ((teacher, leader), (leader, teacher)):
        Answer.objects.filter(member=low).update(public_id="00000000-0000-4000-8000-000000000001")
        Answer.objects.filter(member=high).update(public_id="00000000-0000-4000-8000-000000000002")
        assert [each.words for each in queries.words_of(point)] == [
            f"Woorden van {low.pk}.", f"Woorden van {high.pk}.",
        ]  # fmt: skip
        Answer.objects.filter(member=low).update(public_id="00000000-0000-4000-8000-000000000003")


def test_words_of_an_older_round_or_of_afterwards_stand_apart(
    meeting: Meeting, teacher: Any, leader: Any, say: Callable[..., Answer]
) -> None:
    point = point_of(meeting, "principles")
    say(point, teacher, "note", words="Eerder.")
    say(point, leader, "note", words="Achteraf.")
    Answer.objects.filter(member=leader).update(afterwards=True)
    Point.objects.filter(pk=point.pk).update(round=2)
    point = point_of(meeting, "principles")
    assert queries.words_of(point) == []
    Answer.objects.filter(member=leader).update(round=2)
    assert [each.words for each in queries.words_of(point, afterwards=True)] == ["Achteraf."]


def test_who_wants_to_speak_is_named_in_the_order_of_asking(
    meeting: Meeting, teacher: Any, leader: Any, coordinator: Any, say: Callable[..., Answer],
    moment: datetime,
) -> None:  # fmt: skip
    point = point_of(meeting, "principles")
    for member in (leader, teacher):
        say(point, member, wants_word=True)
    say(point, coordinator)
    assert queries.hands_up(point) == [leader, teacher]
    answer = Answer.objects.get(member=leader)
    holding.let_speak(answer=answer, by=coordinator, at=moment)
    assert queries.hands_up(point) == [teacher]


@pytest.mark.parametrize("typed", ["kwart 274", "KWART-274", " kwart274", "Kwart 2 7 4"])
def test_a_code_finds_its_meeting_however_it_is_typed_while_it_is_open(
    meeting: Meeting, coordinator: Any, moment: datetime, typed: str
) -> None:
    Meeting.objects.update(code="KWART 274")
    assert queries.open_by_code(typed) == meeting
    assert queries.open_by_code("KWART 275") is None
    assert queries.open_by_code("") is None
    holding.close_meeting(meeting=meeting, answers_until=None, by=coordinator, at=moment)
    assert queries.open_by_code(typed) is None


def test_the_nearest_meeting_of_a_plan_is_the_one_that_is_open(
    meeting: Meeting, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    sooner = plan_a_meeting(starts_at=moment - timedelta(days=1))
    assert queries.next_of(meeting.plan) in (meeting, sooner)
    planning.cancel(meeting=sooner, by=coordinator, at=moment)
    assert queries.next_of(meeting.plan) == meeting
    holding.close_meeting(meeting=meeting, answers_until=None, by=coordinator, at=moment)
    assert queries.next_of(meeting.plan) is None


def test_the_agenda_costs_the_same_however_long_it_is(
    meeting: Meeting, coordinator: Any, teacher: Any, moment: datetime
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            queries.agenda_of(Meeting.objects.select_related("school").get(pk=meeting.pk))
        return len(caught)

    before = asked()
    fmt = plans.format_of(meeting.school)
    for number in range(5):
        part = arranging.add_part(
            plan=meeting.plan, kind="teacher", heading=f"Leraar {number}", fmt=fmt,
            subjects=[teacher], partner=coordinator,
        )  # fmt: skip
        sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    planning.renew_agenda(meeting=meeting, by=coordinator, at=moment)
    assert (asked(), meeting.points.count()) == (before, 12)


def test_a_section_with_one_point_of_its_own_name_stands_alone(meeting: Meeting) -> None:
    alone = {each.label: each.is_alone for each in queries.agenda_of(meeting)}
    assert alone["Uitgangspunten"]
    assert not alone["Leraren en leerteams"]
    assert not any(each.is_done for each in queries.agenda_of(meeting))

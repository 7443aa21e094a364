"""Bringing a document into a plan, and taking it out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import strategies

from partituur.exchange.json import reading as json_reading
from partituur.exchange.json import writing as json_writing
from partituur.kernel.models import LogEntry
from partituur.plans import queries
from partituur.plans.actions import importing, starting, writing
from partituur.plans.actions.importing import Loose
from partituur.plans.format import Changes, format_for
from partituur.plans.models import FormatSettings, Goal, Import, Part, Plan, Principle
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, PrincipleShot, TextShot
from partituur.schools.models import Membership, School, VisionStatement


def document(**fields: Any) -> PlanShot:
    """A small plan as a document brings it."""
    goal = GoalShot(
        "", {"goal": TextShot("Rust in de klas."), "approach": TextShot("Samen kijken.")}
    )
    given: dict[str, Any] = {
        "school": "De Notenbalk",
        "year": "2026-2027",
        "state": "draft",
        "format": format_for(),
        "principles": (PrincipleShot("", "We werken samen."),),
        "parts": (
            PartShot("", "team", "Schoolteam", goals=(goal,)),
            PartShot("", "teacher", "Jesse Bakker", shared=False, goals=(goal,)),
        ),
    }
    return PlanShot(**(given | fields))


@pytest.fixture
def bring(plan: Plan, coordinator: Any, moment: datetime) -> Any:
    def now(shot: PlanShot | None = None, **fields: Any) -> Import:
        return importing.bring_in(
            plan=plan, shot=shot or document(), file_name="plan.docx", by=coordinator, at=moment,
            partner=coordinator, **fields,
        )  # fmt: skip

    return now


def taken(plan: Plan, moment: datetime) -> PlanShot:
    return queries.take(plan, member=None, day=moment.date(), only_shared=False)


def test_a_document_becomes_principles_parts_and_texts(
    bring: Any, plan: Plan, teacher: Any, coordinator: Any, moment: datetime
) -> None:
    bring()
    shot = taken(plan, moment)
    assert [each.text for each in shot.principles] == ["We werken samen."]
    [team] = shot.parts_of("team")
    assert [goal.text("goal").body for goal in team.goals] == ["Rust in de klas."]
    [part] = shot.parts_of("teacher")
    assert (part.subjects, part.partner) == (("Jesse Bakker",), coordinator.name)
    assert LogEntry.objects.get().act == "plan.imported"


def test_a_word_file_shares_nobodys_part(bring: Any, plan: Plan, teacher: Any) -> None:
    shot = document()
    shared = tuple(replace(part, shared=True) for part in shot.parts)
    bring(replace(shot, parts=shared))
    assert Part.objects.get(plan=plan, kind="teacher").shared_at is None


def test_what_stands_in_the_plan_already_stays(
    bring: Any, plan: Plan, coordinator: Any, moment: datetime
) -> None:
    goal = Goal.objects.get(part__plan=plan, part__kind="team")
    writing.save(
        line=goal, key="goal", words=writing.Words("Was er al."), base=0, save_key=uuid4(),
        by=coordinator, at=moment,
    )  # fmt: skip
    bring()
    [team] = taken(plan, moment).parts_of("team")
    assert [each.text("goal").body for each in team.goals] == ["Was er al.", "Rust in de klas."]


def test_a_person_named_twice_is_a_subject_once(bring: Any, plan: Plan, teacher: Any) -> None:
    twice = PartShot("", "teacher", "Groep 5", subjects=("Jesse Bakker", "JESSE BAKKER"))
    bring(document(parts=(twice,)))
    part = Part.objects.get(plan=plan, heading="Groep 5")
    assert [each.member for each in part.subjects.all()] == [teacher]


def test_undoing_takes_out_what_the_document_brought_and_nothing_else(
    bring: Any, plan: Plan, coordinator: Any, moment: datetime
) -> None:
    starting.write_principle(plan=plan, body="Van onszelf.", greven=0, by=coordinator, at=moment)
    arrival = bring()
    later = starting.write_principle(
        plan=plan, body="Van daarna.", greven=0, by=coordinator, at=moment
    )
    importing.undo_import(arrival=arrival, at=moment)
    shot = taken(plan, moment)
    assert [each.text for each in shot.principles] == ["Van onszelf.", "Van daarna."]
    assert list(shot.parts_of("teacher")) == []
    assert later.pk


def test_undoing_can_be_undone(bring: Any, plan: Plan, moment: datetime) -> None:
    arrival = bring()
    before = taken(plan, moment)
    importing.undo_import(arrival=arrival, at=moment)
    importing.redo_import(arrival=arrival)
    assert taken(plan, moment) == before


def test_what_was_removed_by_hand_does_not_come_back_with_the_rest(
    bring: Any, plan: Plan, moment: datetime
) -> None:
    arrival = bring()
    Principle.objects.filter(arrived_with=arrival).update(removed_at=moment.replace(hour=9))
    importing.undo_import(arrival=arrival, at=moment)
    importing.redo_import(arrival=arrival)
    assert taken(plan, moment).principles == ()


def test_a_text_without_a_place_waits_until_it_has_one(
    bring: Any, plan: Plan, moment: datetime
) -> None:
    bring(loose=[Loose("Los zinnetje.", heading="Bijlage"), Loose("Nog een.")])
    first, second = queries.unplaced(plan)
    assert (first.body, first.heading) == ("Los zinnetje.", "Bijlage")
    importing.place(unplaced=first, at=moment)
    assert list(queries.unplaced(plan)) == [second]


def test_texts_without_a_place_go_with_the_document_that_is_undone(
    bring: Any, plan: Plan, moment: datetime
) -> None:
    arrival = bring(loose=[Loose("Los.")])
    importing.undo_import(arrival=arrival, at=moment)
    assert not queries.unplaced(plan).exists()


# --- a plan of ours, out and in again ----------------------------------------------------------

SCHOOLS_PLANS = st.tuples(strategies.CHANGES, strategies.WORDS_OF_SCHOOLS).flatmap(
    lambda made: st.tuples(st.just(made), strategies.plans(st.just(strategies.bare(*made))))
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=SCHOOLS_PLANS)
def test_a_plan_comes_back_from_its_json_as_it_was(made: Any, db: None, moment: datetime) -> None:
    (changes, words), generated = made
    with transaction.atomic():
        plan = a_school_for(generated, changes, words, moment)
        importing.bring_in(plan=plan, shot=generated, file_name="a", by=None, at=moment)
        assert all_texts(taken(plan, moment)) == all_texts(generated)
        first = json_writing.write(taken(plan, moment))
        Plan.objects.all().delete()
        VisionStatement.objects.all().delete()
        again = starting.start(school=plan.school, start_year=plan.year.start, at=moment)
        shot = json_reading.read(first)
        importing.bring_in(plan=again, shot=shot, file_name="b", by=None, at=moment)
        second = json_writing.write(taken(again, moment))
        assert without_fresh_ids(second, shot) == without_fresh_ids(first, shot)
        transaction.set_rollback(True)


def a_school_for(shot: PlanShot, changes: Changes, words: Any, moment: datetime) -> Plan:
    """A school with the people of this plan, and an empty plan."""
    school = School.objects.create(
        name=shot.school, slug="s", region="middle", word_coordinator=words.coordinator,
        word_teacher=words.teacher, word_learning_team=words.learning_team,
    )  # fmt: skip
    FormatSettings.objects.create(school=school, changes=changes.to_data())
    names = {part.partner for part in shot.parts} | {
        name for part in shot.parts for name in part.subjects
    }
    for name in {each.casefold(): each for each in names if each}.values():
        Membership.objects.create(school=school, name=name[:120], is_teacher=True)
    return starting.start(school=school, start_year=int(shot.year[:4]), at=moment)


def all_texts(shot: PlanShot) -> list[tuple[str, str, TextShot]]:
    """Each text with its place, in the order of the plan."""
    return [
        (part.kind, key, text)
        for part in shot.parts
        for goal in part.goals
        for key, text in sorted(goal.texts.items())
    ]


def without_fresh_ids(data: bytes, shot: PlanShot) -> bytes:
    """The ids of the two parts that every plan begins with are new each time."""
    for part in json_reading.read(data).parts:
        if part.kind in ("general", "team"):
            data = data.replace(part.id.encode(), part.kind.encode())
            for goal in part.goals:
                known = {each.id for one in shot.parts for each in one.goals if each.texts}
                if goal.id not in known:
                    data = data.replace(goal.id.encode(), b"doel")
    return data

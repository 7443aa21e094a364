"""Advice comes where the article asks for something, and goes when it is there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from partituur.plans import advice, queries
from partituur.plans.actions import arranging, starting, writing
from partituur.plans.models import Goal, Plan
from partituur.schools.models import VisionStatement


@pytest.fixture
def say(plan: Plan, coordinator: Any, teacher: Any, moment: datetime) -> Any:
    """``say()``: what the IB'er is advised now."""

    def now(member: Any = coordinator) -> str:
        loaded = queries.load(plan, member=member, day=moment.date())
        found = advice.on(loaded, [teacher], 2026, arranges=member is coordinator)
        return "\n".join(each.text for each in found)

    return now


@pytest.fixture
def goal(plan: Plan) -> Goal:
    return Goal.objects.get(part__plan=plan, part__kind="team")


def write(goal: Goal, key: str, body: str, by: Any, at: datetime, **more: Any) -> None:
    writing.save(
        line=goal, key=key, words=writing.Words(body, **more), base=0, save_key=uuid4(), by=by,
        at=at,
    )  # fmt: skip


def test_a_plan_without_principles_is_asked_for_them(
    say: Any, plan: Plan, coordinator: Any, moment: datetime
) -> None:
    assert "Kies de uitgangspunten" in say()
    starting.write_principle(plan=plan, body="Samen.", greven=0, by=coordinator, at=moment)
    assert "Kies de uitgangspunten" not in say()


def test_the_sixth_principle_gets_a_plain_warning(say: Any, plan: Plan) -> None:
    for _time in range(5):
        arranging.add_principle(plan=plan)
    assert "kost focus" not in say()
    arranging.add_principle(plan=plan)
    assert "Jullie hebben 6 uitgangspunten. Meer dan vijf kost focus." in say()


def test_a_part_without_words_is_said_to_be_empty(
    say: Any, goal: Goal, coordinator: Any, moment: datetime
) -> None:
    assert "Schoolteam is nog leeg." in say()
    write(goal, "start", "We zijn begonnen.", coordinator, moment)
    assert "Schoolteam is nog leeg." not in say()
    missing = "“Doel”, “Aanpak”, “Uitvoering door” en “Evaluatie” ontbreken nog."
    assert f"Schoolteam: {missing}" in say()


def test_an_evaluation_without_a_moment_is_asked_when(
    say: Any, goal: Goal, coordinator: Any, moment: datetime
) -> None:
    write(goal, "evaluation", "In de teamvergadering.", coordinator, moment)
    assert "Schoolteam: wanneer evalueren jullie?" in say()


@pytest.mark.parametrize(
    ("body", "beside"), [("In december.", ""), ("In de vergadering.", "2026-12-10")]
)
def test_a_moment_in_the_words_or_beside_them_is_enough(
    say: Any, goal: Goal, coordinator: Any, moment: datetime, body: str, beside: str
) -> None:
    write(goal, "evaluation", body, coordinator, moment, moment=beside)
    assert "wanneer evalueren" not in say()


def test_a_goal_without_a_tie_to_the_vision_is_asked_for_one(
    say: Any, goal: Goal, coordinator: Any, moment: datetime
) -> None:
    write(goal, "start", "We zijn begonnen.", coordinator, moment)
    assert "visie-uitspraak" not in say()  # what is not there cannot be chosen
    statement = VisionStatement.objects.create(school=goal.school, text="Rust", position=0)
    assert "Schoolteam: bij welke visie-uitspraak hoort dit doel?" in say()
    arranging.point_at_vision(goal=goal, statements=[statement])
    assert "visie-uitspraak" not in say()


def test_a_school_without_a_vision_is_asked_for_it(say: Any, goal: Goal, moment: datetime) -> None:
    assert "De visie van de school staat er nog niet." in say()
    statement = VisionStatement.objects.create(school=goal.school, text="Rust", position=0)
    assert "De visie van de school" not in say()
    statement.retired_at = moment
    statement.save()
    assert "De visie van de school staat er nog niet." in say()


def test_a_teacher_without_a_place_is_named(
    say: Any, plan: Plan, teacher: Any, coordinator: Any
) -> None:
    assert "Jesse Bakker heeft nog geen plek in het plan." in say()
    arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator,
    )  # fmt: skip
    assert "geen plek" not in say()


def test_nobody_is_advised_about_what_others_write(say: Any, teacher: Any) -> None:
    assert say(teacher) == ""

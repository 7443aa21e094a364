"""Beginning a plan, and giving everyone a place in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from partituur.kernel.errors import Refusal
from partituur.plans import queries
from partituur.plans.actions import starting
from partituur.plans.models import PRINCIPLE, Goal, Part, Plan
from partituur.schools.models import LearningTeam, School, SchoolYear


def test_a_plan_begins_with_an_empty_goal_for_the_school_and_for_the_team(plan: Plan) -> None:
    parts = Part.objects.filter(plan=plan)
    assert {each.kind for each in parts} == {"general", "team"}
    assert Goal.objects.filter(part__plan=plan).count() == 2
    assert plan.state == Plan.State.DRAFT


def test_a_year_that_is_not_there_yet_is_added(school: School, moment: datetime) -> None:
    starting.start(school=school, start_year=2027, at=moment)
    assert SchoolYear.objects.get(school=school).start == 2027


def test_a_year_has_one_plan(plan: Plan, moment: datetime) -> None:
    with pytest.raises(Refusal, match="al een plan"):
        starting.start(school=plan.school, start_year=2026, at=moment)
    assert Plan.objects.count() == 1


def test_a_principle_comes_with_its_words(plan: Plan, coordinator: Any, moment: datetime) -> None:
    principle = starting.write_principle(
        plan=plan, body="We werken *samen*.", greven=2, by=coordinator, at=moment
    )
    assert queries.text_of(principle, PRINCIPLE).html == "<p>We werken <em>samen</em>.</p>"


def test_everyone_gets_a_place_once(
    plan: Plan, coordinator: Any, teacher: Any, other_teacher: Any, leader: Any, moment: datetime
) -> None:
    LearningTeam.objects.create(school=plan.school, name="Leerteam Lezen")
    made = starting.give_places(plan=plan, by=coordinator, day=moment.date())
    assert sorted((each.kind, each.heading) for each in made) == [
        ("coordinator", "Marieke de Vries"),
        ("learning_team", "Leerteam Lezen"),
        ("teacher", "Jesse Bakker"),
        ("teacher", "Karin Smit"),
    ]
    assert {each.partner for each in made} == {coordinator}
    assert starting.give_places(plan=plan, by=coordinator, day=moment.date()) == []


def test_who_left_gets_no_place(
    plan: Plan, coordinator: Any, teacher: Any, moment: datetime
) -> None:
    teacher.until_date = moment.date().replace(month=8)
    teacher.save()
    made = starting.give_places(plan=plan, by=coordinator, day=moment.date())
    assert [each.kind for each in made] == ["coordinator"]

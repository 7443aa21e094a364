"""Accents are made from the plan, from what is of all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from partituur.meetings import accents
from partituur.plans import queries
from partituur.plans.actions import arranging
from partituur.plans.models import Goal, Plan, Text

ALWAYS = ["classroom", "talks", "learning_teams"]


def test_goals_of_all_and_learning_teams_can_be_chosen_and_no_word_of_a_person(
    written: Plan, coordinator: Any, moment: datetime
) -> None:
    fmt = queries.format_of(written.school)
    team = arranging.add_part(
        plan=written, kind="learning_team", heading="Leerteam lezen", fmt=fmt, partner=coordinator
    )
    goal = Goal.objects.get(part__plan=written, part__kind="general")
    found = accents.options(written)
    assert [(each.key, each.label) for each in found[:2]] == [
        (f"goal:{goal.public_id}", "We lezen elke dag."),
        (f"part:{team.public_id}", "Leerteam lezen"),
    ]
    assert [each.key for each in found[2:]] == ALWAYS
    assert not any("Samen kijken" in each.label for each in found)


def test_what_was_removed_or_has_no_words_cannot_be_chosen(written: Plan, moment: datetime) -> None:
    goal = Goal.objects.get(part__plan=written, part__kind="general")
    goal.removed_at = moment
    goal.save()
    assert [each.key for each in accents.options(written)] == ALWAYS


def test_a_long_goal_is_one_line(written: Plan) -> None:
    Text.objects.filter(goal__part__kind="general").update(body="Lezen\n\n" + "en schrijven " * 40)
    label = accents.options(written)[0].label
    assert label.startswith("Lezen en schrijven")
    assert (label[-1], "\n" in label, len(label) <= 140) == ("…", False, True)

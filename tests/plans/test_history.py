"""The history of a text: what it was, who wrote it, for whom it can be seen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from partituur.plans import history, queries
from partituur.plans.actions import writing
from partituur.plans.comparing import Change
from partituur.plans.models import Goal, Plan, Text

HOUR = timedelta(hours=1)


@pytest.fixture
def goal(plan: Plan) -> Goal:
    return Goal.objects.get(part__plan=plan, part__kind="general")


def write(goal: Goal, body: str, base: int, by: Any, at: datetime, **beside: Any) -> None:
    writing.save(
        line=goal, key="approach", words=writing.Words(body, **beside), base=base,
        save_key=uuid4(), by=by, at=at,
    )  # fmt: skip


def bodies(text: Text, since: datetime | None = None) -> list[str]:
    return [each.revision.body for each in history.of(text, since=since)]


def test_a_text_that_nobody_wrote_has_no_history(goal: Goal) -> None:
    assert history.of(queries.text_of(goal, "approach"), since=None) == []


def test_the_newest_comes_first_and_is_marked_as_the_text_of_now(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime
) -> None:
    write(goal, "een", 0, coordinator, moment)
    write(goal, "een twee", 1, second_coordinator, moment + HOUR)
    entries = history.of(queries.text_of(goal, "approach"), since=None)
    assert [(each.revision.body, each.author, each.is_current) for each in entries] == [
        ("een twee", second_coordinator.name, True),
        ("een", coordinator.name, False),
    ]


def test_words_that_were_set_aside_are_found_back(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime
) -> None:
    write(goal, "een", 0, coordinator, moment)
    write(goal, "anders", 0, second_coordinator, moment)
    assert set(bodies(queries.text_of(goal, "approach"))) == {"een", "anders"}


def test_a_reader_by_sharing_sees_the_text_of_that_moment_and_what_came_after(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime
) -> None:
    write(goal, "eerst", 0, coordinator, moment)
    write(goal, "toen", 1, coordinator, moment + HOUR)
    write(goal, "opzij", 0, second_coordinator, moment + HOUR)
    write(goal, "later", 2, coordinator, moment + 3 * HOUR)
    text = queries.text_of(goal, "approach")
    assert bodies(text, since=moment + 2 * HOUR) == ["later", "toen"]


def test_a_writer_who_is_gone_has_no_name(goal: Goal, coordinator: Any, moment: datetime) -> None:
    write(goal, "een", 0, coordinator, moment)
    coordinator.delete()
    [entry] = history.of(queries.text_of(goal, "approach"), since=None)
    assert entry.author == ""


def test_each_text_is_beside_the_one_before_it_and_the_one_of_now(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    for number, body in enumerate(["een", "een twee", "drie"]):
        write(goal, body, number, coordinator, moment + number * HOUR)
    now, _between, first = history.of(queries.text_of(goal, "approach"), since=None)
    assert first.changes == [Change("new", "een")]
    assert first.since_then == [Change("gone", "een"), Change("new", "drie")]
    assert now.since_then == []


def test_a_moment_that_changed_is_seen_also_where_the_text_says_it(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    write(goal, "in mei", 0, coordinator, moment, moment="2027-05")
    write(goal, "in mei", 1, coordinator, moment + HOUR, moment="2027-06")
    now, before = history.of(queries.text_of(goal, "approach"), since=None)
    assert [each.text for each in now.beside if each.kind != "same"] == ["mei", "juni"]
    assert before.since_then != []

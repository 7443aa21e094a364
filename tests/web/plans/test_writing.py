"""Writing in a field, through the pages that people use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from partituur.plans.actions import arranging
from partituur.plans.models import Goal, Revision, Text

HTMX = {"HX-Request": "true"}


@pytest.fixture
def goal(plan: Any, coordinator: Any) -> Goal:
    """The first general goal, still empty."""
    return Goal.objects.get(part__plan=plan, part__kind="general")


def path_of(goal: Goal, key: str = "approach") -> str:
    return f"/school/de-notenbalk/plan/2026-2027/doel/{goal.public_id}/{key}/"


def post(client: Client, goal: Goal, words: str, version: int, key: str = "") -> Any:
    data = {"approach": words, "approach.version": version, "save_key": key or str(uuid4())}
    return client.post(path_of(goal), data, headers=HTMX)


def test_a_save_is_shown_and_kept(
    goal: Goal, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    answer = post(client_of(coordinator), goal, "Samen *kijken*.", 0)

    assert answer.status_code == 200
    assert answer["X-Version"] == "1"
    assert "<em>kijken</em>" in answer.content.decode()
    assert Revision.objects.get().author == coordinator


def test_the_same_save_twice_changes_nothing_twice(
    goal: Goal, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    client, key = client_of(coordinator), str(uuid4())

    for _time in range(2):
        assert post(client, goal, "Samen kijken.", 0, key).status_code == 200

    assert Text.objects.get().version == 1
    assert Revision.objects.count() == 1


def test_two_writers_of_one_field_see_both_texts(
    goal: Goal, coordinator: Any, second_coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    post(client_of(coordinator), goal, "Van de eerste.", 0)

    answer = post(client_of(second_coordinator), goal, "Van de tweede.", 0)

    assert answer.status_code == 409
    both = answer.content.decode()
    assert "Van de eerste." in both
    assert "Van de tweede." in both
    assert Text.objects.get().body == "Van de eerste."
    assert Revision.objects.filter(accepted=False).get().body == "Van de tweede."


def test_a_moment_that_somebody_else_chose_is_shown_and_stays(
    goal: Goal, coordinator: Any, second_coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    first = {"evaluation": "Gesprek.", "evaluation.version": 0, "save_key": str(uuid4()),
             "evaluation.moment": "10 december"}  # fmt: skip
    client_of(coordinator).post(path_of(goal, "evaluation"), first)
    second = {"evaluation": "Met video.", "evaluation.version": 0, "save_key": str(uuid4())}

    both = client_of(second_coordinator).post(path_of(goal, "evaluation"), second)

    assert both.status_code == 409
    page = both.content.decode()
    assert '<p class="beside">10 december 2026</p>' in page
    assert 'name="evaluation.moment" value="10 december 2026"' in page


def test_without_a_script_the_form_leads_back_to_the_plan(
    goal: Goal, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    data = {"goal": "Een doel.", "goal.version": 0, "evaluation": "Gesprek", "evaluation.version": 0,
            "evaluation.moment": "10 december", "save_key": str(uuid4())}  # fmt: skip
    page = f"/school/de-notenbalk/plan/2026-2027/doel/{goal.public_id}/"

    answer = client_of(coordinator).post(page, data)

    assert answer.status_code == 302
    assert Text.objects.get(key="evaluation").moment == "2026-12-10"


def test_a_moment_that_is_none_stays_in_the_form_with_one_sentence(
    goal: Goal, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    data = {"evaluation": "Gesprek", "evaluation.version": 0, "evaluation.moment": "ooit eens",
            "save_key": str(uuid4())}  # fmt: skip

    answer = client_of(coordinator).post(path_of(goal, "evaluation"), data)

    assert answer.status_code == 422
    assert "ooit eens" in answer.content.decode()
    assert "Dat is geen dag, week of maand." in answer.content.decode()
    assert not Text.objects.exists()


def test_a_teacher_is_told_who_writes_the_general_goals(
    goal: Goal, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    answer = client_of(teacher).get(path_of(goal))

    assert answer.status_code == 403
    assert "Hier schrijft de intern begeleider." in answer.content.decode()


def test_a_stranger_finds_nothing(
    goal: Goal, stranger: Any, client_of: Callable[[Any], Client]
) -> None:
    assert client_of(stranger).get(path_of(goal)).status_code == 404
    assert client_of(stranger).get("/school/de-notenbalk/plan/2026-2027/").status_code == 404


def test_a_part_that_is_not_shared_shows_its_name_and_nothing_else(
    plan: Any,
    teacher: Any,
    other_teacher: Any,
    coordinator: Any,
    client_of: Callable[[Any], Client],
) -> None:
    from partituur.plans import queries

    part = arranging.add_part(
        plan=plan, kind="teacher", heading="Jesse Bakker", subjects=[teacher],
        partner=coordinator, fmt=queries.format_of(plan.school),
    )  # fmt: skip
    own = part.goals.get()
    assert post(client_of(teacher), own, "Onmiskenbaar.", 0).status_code == 200

    sheet = "/school/de-notenbalk/plan/2026-2027/"
    mine = client_of(teacher).get(sheet).content.decode()
    theirs = client_of(other_teacher).get(sheet).content.decode()

    assert "Onmiskenbaar." in mine
    assert "Jesse Bakker" in theirs
    assert "Onmiskenbaar." not in theirs
    assert client_of(other_teacher).get(path_of(own)).status_code == 404

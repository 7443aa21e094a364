"""Agreeing through the pages, with and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from partituur.plans import queries
from partituur.plans.actions import arranging
from partituur.plans.models import Agreement, Goal, Part, Plan

PLAN = "/school/de-notenbalk/plan/2026-2027/"


@pytest.fixture
def part(plan: Plan, coordinator: Any, teacher: Any) -> Part:
    return arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator,
    )  # fmt: skip


def seen(client: Client, part: Part) -> str:
    """The fingerprint of what the page of the agreement shows."""
    page = client.get(f"{PLAN}deel/{part.public_id}/akkoord/").content.decode()
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found
    return found[1]


def write(client: Client, part: Part, words: str, version: int) -> None:
    goal = Goal.objects.get(part=part)
    answer = client.post(
        f"{PLAN}doel/{goal.public_id}/approach/",
        {
            "approach": words, "approach.version": version,
            "save_key": f"00000000-0000-4000-8000-{version:012}",
        },
        headers={"HX-Request": "true"},
    )  # fmt: skip
    assert answer.status_code == 200


def test_both_agree_and_a_changed_word_shows_to_both_what_is_different(
    part: Part, coordinator: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    ib, jesse = client_of(coordinator), client_of(teacher)
    write(jesse, part, "Samen kijken.", 0)
    address = f"{PLAN}deel/{part.public_id}/akkoord/"
    for client in (ib, jesse):
        assert client.post(address, {"seen": seen(client, part)}).status_code == 302
    assert "Jesse Bakker: akkoord" in ib.get(PLAN).content.decode()

    write(ib, part, "Samen langer kijken.", 1)

    for client in (ib, jesse):
        assert "Jesse Bakker: veranderd sinds akkoord" in client.get(PLAN).content.decode()
        page = client.get(address).content.decode()
        assert "Veranderd sinds Jesse Bakker akkoord ging" in page
        assert re.findall("<ins>(.*?)</ins>", page)[0].strip() == "langer"


def test_what_changed_while_it_was_read_is_not_agreed_to(
    part: Part, coordinator: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    ib, jesse = client_of(coordinator), client_of(teacher)
    old = seen(jesse, part)
    write(ib, part, "Iets nieuws.", 0)
    answer = jesse.post(f"{PLAN}deel/{part.public_id}/akkoord/", {"seen": old})
    assert answer.status_code == 422
    assert "Intussen is er iets veranderd" in answer.content.decode()
    assert not Agreement.objects.exists()


def test_others_see_nothing_of_who_agreed(
    part: Part, teacher: Any, leader: Any, moment: Any, client_of: Callable[[Any], Client]
) -> None:
    Part.objects.filter(pk=part.pk).update(shared_at=moment)
    jesse = client_of(teacher)
    jesse.post(f"{PLAN}deel/{part.public_id}/akkoord/", {"seen": seen(jesse, part)})
    assert "Jesse Bakker: akkoord" not in client_of(leader).get(PLAN).content.decode()


def test_an_agreement_is_taken_back(
    part: Part, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    jesse = client_of(teacher)
    jesse.post(f"{PLAN}deel/{part.public_id}/akkoord/", {"seen": seen(jesse, part)})
    jesse.post(f"{PLAN}deel/{part.public_id}/akkoord/terug/")
    assert "Jesse Bakker: nog niet akkoord" in jesse.get(PLAN).content.decode()


def test_at_the_part_of_the_coordinator_nobody_is_asked_to_agree(
    plan: Plan, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    own = arranging.add_part(
        plan=plan, kind="coordinator", heading="Marieke", fmt=queries.format_of(plan.school),
        subjects=[coordinator], partner=coordinator,
    )  # fmt: skip
    client = client_of(coordinator)
    sheet = client.get(PLAN).content.decode()
    assert f"deel/{own.public_id}/begeleiding/" in sheet
    assert f"deel/{own.public_id}/akkoord/" not in sheet
    assert "akkoord/" not in client.get(f"{PLAN}mijn-deel/").content.decode()
    page = client.get(f"{PLAN}deel/{own.public_id}/akkoord/").content.decode()
    assert "Ik ga akkoord" not in page
    assert "Over dit deel gaat het team akkoord, in zijn vergadering." in page


def test_a_part_that_was_taken_out_of_the_plan_prints_nothing(
    part: Part, teacher: Any, moment: Any, client_of: Callable[[Any], Client]
) -> None:
    arranging.remove(line=part, at=moment)
    assert client_of(teacher).get(f"{PLAN}deel/{part.public_id}/blad.pdf").status_code == 404

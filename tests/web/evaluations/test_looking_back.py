"""The page of looking back: three taps and a sentence, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from partituur.evaluations.actions import evaluating
from partituur.evaluations.models import Evaluation
from partituur.plans.models import Goal, Part, Plan
from partituur.schools.models import Membership

ClientOf = Callable[[Membership], Client]
PLAN = "/school/de-notenbalk/plan/2026-2027/"
EVIL = "<script>alert(1)</script>"
SAID = {
    "reached": "partly", "came_of_it": "Elke ochtend hetzelfde liedje.", "helped": "Mijn maatje.",
    "next": "go_on", "shared": "no",
}  # fmt: skip


def address(goal: Goal, more: str = "") -> str:
    return f"{PLAN}evaluatie/doel/{goal.public_id}/{more}"


def words(answer: Any) -> str:
    return str(answer.content.decode())


def into(state: str) -> None:
    Plan.objects.update(state=state)


# --- writing ----------------------------------------------------------------------------------


def test_a_teacher_looks_back_and_keeps_it_to_herself(
    adopted: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership
) -> None:
    client = client_of(teacher)
    assert "Evalueren" in words(client.get(PLAN))
    page = words(client.get(address(adopted)))
    assert "Alleen jij leest het." in page
    answer = client.post(address(adopted), SAID)
    assert answer["Location"] == f"{PLAN}#doel-{adopted.public_id}"
    assert "Alleen jij leest het." in words(client.get(answer["Location"]))
    assert "Mijn evaluatie" in words(client.get(PLAN))
    kept = words(client.get(address(adopted)))
    assert "Elke ochtend hetzelfde liedje." in kept
    for page in (PLAN, address(adopted)):
        assert "liedje" not in words(client_of(coordinator).get(page))


def test_what_is_shared_stands_beside_the_goal_for_the_whole_team(
    adopted: Goal, client_of: ClientOf, teacher: Membership, leader: Membership
) -> None:
    client_of(teacher).post(address(adopted), SAID | {"shared": "yes"})
    for page in (PLAN, address(adopted)):
        read = words(client_of(leader).get(page))
        assert "Elke ochtend hetzelfde liedje." in read
        assert "deels bereikt" in read
        assert "Jesse Bakker" in read
    client_of(teacher).post(address(adopted), SAID)
    assert "liedje" not in words(client_of(leader).get(PLAN))


def test_every_member_may_say_something_of_a_goal_of_the_team(
    adopted: Goal, client_of: ClientOf, other_teacher: Membership
) -> None:
    goal = Goal.objects.get(part__kind="team")
    client = client_of(other_teacher)
    assert client.post(address(goal), SAID | {"shared": "yes"}).status_code == 302
    assert "Karin Smit" in words(client.get(PLAN))


def test_what_is_wrong_is_said_and_what_was_typed_stays(
    adopted: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    without = {name: said for name, said in SAID.items() if name != "reached"}
    answer = client.post(address(adopted), without)
    assert answer.status_code == 422
    assert "Kies hoe ver dit doel gekomen is." in words(answer)
    assert "Elke ochtend hetzelfde liedje." in words(answer)
    long = client.post(address(adopted), SAID | {"helped": "x" * 4001})
    assert long.status_code == 422
    assert "x" * 4001 in words(long)
    assert Evaluation.objects.count() == 0


def test_what_is_typed_does_nothing_on_any_page(
    adopted: Goal, client_of: ClientOf, teacher: Membership, leader: Membership
) -> None:
    client_of(teacher).post(
        address(adopted), SAID | {"came_of_it": EVIL, "helped": EVIL, "shared": "yes"}
    )
    for member in (teacher, leader):
        for page in (PLAN, address(adopted), "/school/de-notenbalk/mijn-gegevens/"):
            assert EVIL not in words(client_of(member).get(page))
    assert "&lt;script&gt;" in words(client_of(leader).get(PLAN))


def test_a_window_that_lagged_behind_writes_nothing_over_unseen(
    adopted: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    client.post(address(adopted), SAID)
    late = client.post(address(adopted), SAID | {"came_of_it": "Uit het oude venster."})
    assert late.status_code == 422
    page = words(late)
    assert "in een ander venster" in page
    assert "Elke ochtend hetzelfde liedje." in page
    assert "Uit het oude venster." in page
    assert Evaluation.objects.get().came_of_it == SAID["came_of_it"]
    seen = Evaluation.objects.get().written_at.isoformat()
    assert seen in page
    again = {"came_of_it": "Uit het oude venster.", "seen": seen}
    assert client.post(address(adopted), SAID | again).status_code == 302
    assert Evaluation.objects.get().came_of_it == "Uit het oude venster."


def test_the_same_sent_twice_is_kept_once(
    adopted: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    typed = SAID | {"came_of_it": "Eerst dit.\r\nDan dat."}
    for _time in range(2):
        assert client.post(address(adopted), typed).status_code == 302
    assert Evaluation.objects.get().came_of_it == "Eerst dit.\nDan dat."


def test_in_a_part_that_is_not_shared_there_is_nothing_to_share(
    adopted: Goal, part: Part, client_of: ClientOf, teacher: Membership
) -> None:
    Part.objects.filter(pk=part.pk).update(shared_at=None)
    client = client_of(teacher)
    page = words(client.get(address(adopted)))
    assert "Dit deel is niet met het team gedeeld." in page
    assert 'name="shared"' not in page
    client.post(address(adopted), SAID | {"shared": "yes"})
    assert Evaluation.objects.get().shared_at is None


# --- who comes here, and when -------------------------------------------------------------------


def test_strangers_find_nothing(adopted: Goal, client_of: ClientOf, stranger: Membership) -> None:
    client = client_of(stranger)
    assert client.get(address(adopted)).status_code == 404
    assert client.post(address(adopted), SAID).status_code == 404


def test_others_read_and_do_not_write(
    adopted: Goal, client_of: ClientOf, leader: Membership, second_coordinator: Membership
) -> None:
    for member in (leader, second_coordinator):
        client = client_of(member)
        page = words(client.get(address(adopted)))
        assert "Wat zij delen, lees je hier." in page
        assert "<textarea" not in page
        assert client.post(address(adopted), SAID).status_code == 403
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize("state", ["draft", "in_consultation"])
def test_before_adopting_it_is_too_early(
    adopted: Goal, client_of: ClientOf, teacher: Membership, state: str
) -> None:
    into(state)
    client = client_of(teacher)
    assert "Evalueren" not in words(client.get(PLAN))
    for answer in (client.get(address(adopted)), client.post(address(adopted), SAID)):
        assert answer.status_code == 403
        assert "zodra het team dit plan heeft vastgesteld" in words(answer)


def test_after_evaluating_it_is_read_and_can_still_be_shared_or_taken_back(
    adopted: Goal, client_of: ClientOf, teacher: Membership, leader: Membership
) -> None:
    client = client_of(teacher)
    client.post(address(adopted), SAID)
    into("evaluated")
    assert "Mijn evaluatie" in words(client.get(PLAN))
    page = words(client.get(address(adopted)))
    assert "Elke ochtend hetzelfde liedje." in page
    assert "<textarea" not in page
    assert client.post(address(adopted), SAID).status_code == 403
    client.post(address(adopted, "delen/"))
    assert "liedje" in words(client_of(leader).get(PLAN))
    client.post(address(adopted, "niet-delen/"))
    assert "liedje" not in words(client_of(leader).get(PLAN))


def test_who_wrote_nothing_has_nothing_to_share(
    adopted: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership
) -> None:
    client_of(teacher).post(address(adopted), SAID)
    assert client_of(coordinator).post(address(adopted, "delen/")).status_code == 404


def test_a_goal_that_was_removed_has_no_page(
    adopted: Goal, client_of: ClientOf, teacher: Membership, moment: Any
) -> None:
    Goal.objects.filter(pk=adopted.pk).update(removed_at=moment)
    assert client_of(teacher).get(address(adopted)).status_code == 404


# --- what the team said -------------------------------------------------------------------------


def test_what_the_team_said_stands_beside_goals_and_principles(
    adopted: Goal, plan: Plan, client_of: ClientOf, teacher: Membership, leader: Membership,
    coordinator: Membership, moment: Any,
) -> None:  # fmt: skip
    from partituur.plans.actions import starting

    Plan.objects.update(state=Plan.State.IN_CONSULTATION)  # before the team adopted it
    principle = starting.write_principle(
        plan=plan, body="Samen.", greven=0, by=coordinator, at=moment
    )
    Plan.objects.update(state=Plan.State.ADOPTED)
    for line in (Goal.objects.get(part__kind="team"), principle):
        if line is principle:
            line.plan = Plan.objects.get()
        evaluating.write_for_team(
            line=line, came_of_it=f"Van {type(line).__name__}.", helped="", next="adjust",
            by=leader, at=moment,
        )  # fmt: skip
    page = words(client_of(teacher).get(PLAN))
    assert "Van Goal." in page
    assert "Van Principle." in page
    assert page.count("Het team") >= 2
    assert "bijstellen" in page

"""Erasing through the pages: one asks, another confirms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.test import Client

from partituur.plans.models import Part, Plan
from partituur.schools.models import ErasureRequest, Membership
from partituur.talking.actions import saying
from partituur.talking.models import Conversation


def address(member: Membership) -> str:
    return f"/school/de-notenbalk/mensen/{member.public_id}/wissen/"


def test_one_asks_and_another_confirms(
    coordinator: Any, leader: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    page = address(teacher)
    asking, confirming = client_of(coordinator), client_of(leader)
    assert "Vraag om te wissen" in asking.get(page).content.decode()
    asking.post(page, {"step": "ask"})
    assert Membership.objects.filter(pk=teacher.pk).exists()
    assert "Wis nu, voorgoed" not in asking.get(page).content.decode()
    assert "Wis nu, voorgoed" in confirming.get(page).content.decode()
    answer = confirming.post(page, {"step": "confirm"}, follow=True)
    assert "Jesse Bakker is gewist." in answer.content.decode()
    assert not Membership.objects.filter(pk=teacher.pk).exists()


def test_who_asked_cannot_confirm(
    coordinator: Any, leader: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    client = client_of(coordinator)
    client.post(address(teacher), {"step": "ask"})
    answer = client.post(address(teacher), {"step": "confirm"})
    assert answer.status_code == 422
    assert "Laat iemand anders het bevestigen." in answer.content.decode()
    assert Membership.objects.filter(pk=teacher.pk).exists()


def test_confirming_what_nobody_asked_only_asks(
    coordinator: Any, leader: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    client_of(coordinator).post(address(teacher), {"step": "confirm"})
    assert Membership.objects.filter(pk=teacher.pk).exists()
    assert ErasureRequest.objects.get().asked_by == coordinator


def test_the_request_is_taken_back(
    coordinator: Any, leader: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    client = client_of(coordinator)
    client.post(address(teacher), {"step": "ask"})
    client.post(address(teacher), {"step": "withdraw"})
    assert not ErasureRequest.objects.exists()


def test_under_a_hold_nobody_is_erased(
    coordinator: Any, leader: Any, teacher: Any, client_of: Callable[[Any], Client], moment: Any
) -> None:
    from partituur.privacy.actions import holding

    client_of(coordinator).post(address(teacher), {"step": "ask"})
    holding.ask_hold(reason="Een onderzoek.", by=coordinator, at=moment)
    answer = client_of(leader).post(address(teacher), {"step": "confirm"})
    assert "bewaarplicht" in answer.content.decode()
    assert Membership.objects.filter(pk=teacher.pk).exists()


def test_a_conversation_in_which_only_the_member_spoke_goes_along(
    plan: Plan, coordinator: Any, leader: Any, teacher: Any, moment: datetime,
    client_of: Callable[[Any], Client],
) -> None:  # fmt: skip
    part = Part.objects.get(plan=plan, kind="team")
    _alone, answered = (
        saying.begin(about=saying.About(plan, part=part), body="Hallo?", by=teacher, at=moment)
        for _ in range(2)
    )
    saying.say(conversation=answered, body="Ja.", by=leader, at=moment)
    client_of(coordinator).post(address(teacher), {"step": "ask"})
    client_of(leader).post(address(teacher), {"step": "confirm"})
    assert list(Conversation.objects.all()) == [answered]

"""Inviting one colleague, or everybody who does not take part yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from partituur.mail.models import Mail
from partituur.schools.models import Invitation, Membership

ClientOf = Callable[[Membership], Client]
INVITE = "/school/de-notenbalk/mensen/uitnodigen/"


@pytest.fixture
def newcomers(school: Any) -> list[Membership]:
    return [
        Membership.objects.create(
            school=school, name=name, email=f"{name.lower()}@voorbeeld.test", is_teacher=True
        )
        for name in ("Noor", "Sem")
    ]


def ids(members: list[Membership]) -> list[str]:
    return [str(each.public_id) for each in members]


def test_a_whole_list_is_invited_in_one_go(
    client_of: ClientOf, coordinator: Membership, newcomers: list[Membership]
) -> None:
    client = client_of(coordinator)
    page = client.get(INVITE).content.decode()
    assert page.count(" checked") == 2

    client.post(INVITE, {"member": ids(newcomers)})

    assert sorted(Mail.objects.values_list("to", flat=True)) == [each.email for each in newcomers]
    for mail in Mail.objects.all():
        assert "http://127.0.0.1:8000/uitnodiging/" in mail.body
    assert Invitation.objects.count() == 2


def test_who_takes_part_already_or_has_no_address_is_not_invited(
    client_of: ClientOf, coordinator: Membership, teacher: Membership, school: Any
) -> None:
    silent = Membership.objects.create(school=school, name="Loes", is_teacher=True)
    answer = client_of(coordinator).post(INVITE, {"member": ids([teacher, silent])})
    assert answer.status_code == 422
    assert "Vul eerst een e-mailadres in bij Loes" in answer.content.decode()
    assert Mail.objects.count() == 0


def test_in_a_holiday_the_mail_waits_unless_it_is_said_otherwise(
    client_of: ClientOf, coordinator: Membership, newcomers: list[Membership],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    christmas = datetime(2026, 12, 24, 11, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: christmas)
    client = client_of(coordinator)
    assert "maandag 4 januari om 08:00" in client.get(INVITE).content.decode()

    made = client.post(INVITE, {"member": ids(newcomers[:1])}, follow=True)
    assert "De mail gaat weg op maandag 4 januari om 08:00." in made.content.decode()
    client.post(INVITE, {"member": ids(newcomers[1:]), "now": "1"})

    waits, goes = Mail.objects.order_by("pk")
    assert (
        (waits.due_at.astimezone(ZoneInfo("Europe/Amsterdam")).isoformat()[:13]) == "2027-01-04T08"
    )
    assert goes.due_at == christmas
    first = Invitation.objects.get(member=newcomers[0])
    assert (first.expires_at - first.leaves_at).days == 5


def test_the_mail_is_in_dutch_also_when_who_invites_reads_english(
    client_of: ClientOf, coordinator: Membership, newcomers: list[Membership]
) -> None:
    client = client_of(coordinator)
    english = {"accept-language": "en"}
    assert "Who has not joined yet?" in client.get(INVITE, headers=english).content.decode()

    client.post(INVITE, {"member": ids(newcomers[:1])}, headers=english)

    mail = Mail.objects.get()
    assert (
        mail.subject
        == f"{coordinator.name} nodigt je uit voor het plan van {coordinator.school.name}"
    )
    assert mail.body.startswith("Hallo Noor,")
    assert "Kom binnen met deze link:" in mail.body


def test_a_teacher_invites_nobody(
    client_of: ClientOf, teacher: Membership, newcomers: list[Membership]
) -> None:
    assert client_of(teacher).post(INVITE, {"member": ids(newcomers)}).status_code == 403
    assert Mail.objects.count() == 0


def test_a_member_of_another_school_is_not_invited_from_here(
    client_of: ClientOf, coordinator: Membership, stranger: Membership
) -> None:
    theirs = Membership.objects.create(
        school=stranger.school, name="Zij", email="zij@voorbeeld.test", is_teacher=True
    )
    client_of(coordinator).post(INVITE, {"member": ids([theirs])})
    assert Mail.objects.count() == 0

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from partituur.accounts.models import Person
from partituur.schools.models import Membership

ClientOf = Callable[[Membership], Client]


def test_who_is_in_one_school_goes_straight_to_the_plan_of_this_year(
    client_of: ClientOf, teacher: Membership
) -> None:
    answer = client_of(teacher).get("/")

    assert answer.status_code == 302
    assert answer["Location"] == "/school/de-notenbalk/plan/2026-2027/"


def test_who_is_in_two_schools_chooses_one(
    client_of: ClientOf, teacher: Membership, stranger: Membership
) -> None:
    Membership.objects.create(
        school=stranger.school, person=teacher.person, name="J. Bakker", is_teacher=True
    )

    answer = client_of(teacher).get("/")

    assert "/school/de-notenbalk/plan/2026-2027/" in answer.content.decode()
    assert "/school/de-fermate/plan/2026-2027/" in answer.content.decode()


def test_from_one_school_a_menu_leads_to_the_other_and_only_then(
    plan: Any, coordinator: Membership, teacher: Membership, stranger: Membership,
    client_of: Callable[[Membership], Client],
) -> None:  # fmt: skip
    Membership.objects.create(
        school=stranger.school, person=teacher.person, name="Jesse B.", is_coordinator=True
    )
    address = f"/school/{teacher.school.slug}/visie/"
    assert "Naar een andere school" in client_of(teacher).get(address).content.decode()
    assert "Naar een andere school" not in client_of(coordinator).get(address).content.decode()


def test_who_is_in_no_school_is_told_whom_to_ask(db: None) -> None:
    client = Client()
    client.force_login(Person.objects.create_user("los@voorbeeld.test"))

    assert "nog geen plek" in client.get("/").content.decode()


def test_who_left_the_school_no_longer_comes_in(
    client_of: ClientOf, teacher: Membership, moment: Any
) -> None:
    Membership.objects.filter(pk=teacher.pk).update(until_date=moment.date().replace(month=7))

    assert "nog geen plek" in client_of(teacher).get("/").content.decode()


# --- the demo ---------------------------------------------------------------------------------


def test_the_demo_offers_each_role_and_the_other_teachers(
    settings: Settings,
    coordinator: Membership,
    teacher: Membership,
    leader: Membership,
    other_teacher: Membership,
) -> None:
    settings.MODE = "demo"

    page = Client().get("/").content.decode()

    for member in (coordinator, teacher, leader, other_teacher):
        assert str(member.public_id) in page


def test_the_demo_says_what_to_do_when_it_is_empty(db: None, settings: Settings) -> None:
    settings.MODE = "demo"

    assert "make demo" in Client().get("/").content.decode()


def test_one_click_lets_you_look_as_somebody(coordinator: Membership) -> None:
    client = Client()

    answer = client.post("/demo/kijk-als/", {"member": str(coordinator.public_id)})

    assert answer["Location"] == "/"
    assert client.get("/")["Location"] == "/school/de-notenbalk/plan/2026-2027/"


@pytest.mark.parametrize("member", ["", "nobody", "00000000-0000-4000-8000-000000000000"])
def test_looking_as_nobody_answers_that_there_is_nothing(db: None, member: str) -> None:
    assert Client().post("/demo/kijk-als/", {"member": member}).status_code == 404


@pytest.mark.parametrize("mode", ["production", "development"])
def test_looking_as_somebody_does_not_exist_outside_a_demo(
    settings: Settings, coordinator: Membership, mode: str
) -> None:
    settings.MODE = mode
    client = Client()

    answer = client.post("/demo/kijk-als/", {"member": str(coordinator.public_id)})

    assert answer.status_code == 404
    assert client.get("/demo/").status_code == 404
    assert "_auth_user_id" not in client.session


# --- how it looks -----------------------------------------------------------------------------


def test_the_language_can_be_chosen_and_goes_back_to_where_you_were(db: None) -> None:
    client = Client()

    answer = client.post("/taal/", {"language": "en", "next": "/inloggen/"})

    assert answer["Location"] == "/inloggen/"
    assert '<html lang="en"' in client.get("/inloggen/").content.decode()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_can_be_chosen_without_a_script(theme: str, db: None) -> None:
    client = Client()

    answer = client.post("/kleuren/", {"theme": theme, "next": "/inloggen/"})

    assert answer["Location"] == "/inloggen/"
    assert f'data-theme="{theme}"' in client.get("/inloggen/").content.decode()


def test_an_unknown_theme_changes_nothing_and_nobody_is_sent_elsewhere() -> None:
    answer = Client().post("/kleuren/", {"theme": "paars", "next": "https://elders.test/"})

    assert "theme" not in answer.cookies
    assert answer["Location"] == "/"


# --- pages for what went wrong ----------------------------------------------------------------


def test_an_address_that_is_not_there_answers_warmly(db: None) -> None:
    answer = Client().get("/bestaat/niet/")

    assert answer.status_code == 404
    assert "Hier is niets te vinden" in answer.content.decode()


def test_a_page_that_stood_open_too_long_says_so() -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/kleuren/", {"theme": "dark"})

    assert answer.status_code == 403
    assert "stond te lang open" in answer.content.decode()


def test_a_fault_of_ours_shows_a_page_that_needs_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = Client(raise_request_exception=False)

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("partituur.web.start.views.redirect", broken)
    answer = client.get("/")

    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in answer.content.decode()


# --- for who finds a weakness ------------------------------------------------------------------


def test_whom_to_tell_of_a_weakness_is_published_when_it_is_set(settings: Settings) -> None:
    assert Client().get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:beheer@school.nl"
    answer = Client().get("/.well-known/security.txt")
    said = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert said.startswith("Contact: mailto:beheer@school.nl\nExpires: 20")

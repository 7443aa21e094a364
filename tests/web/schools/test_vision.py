"""The page of the vision."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.web.schools.conftest import Ask

from partituur.schools.actions import vision
from partituur.schools.models import Membership, School, VisionStatement


@pytest.fixture
def statements(school: School, moment: datetime) -> list[VisionStatement]:
    return [
        vision.add_statement(school=school, text=text, by=None, at=moment)
        for text in ("Elk kind telt.", "Wij leren samen.")
    ]


@pytest.fixture
def path(statements: list[VisionStatement]) -> str:
    return f"visie/{statements[0].public_id}/"


def _standing(school: School) -> list[str]:
    standing = school.vision.filter(retired_at__isnull=True).order_by("position", "pk")
    return [each.text for each in standing]


def test_a_statement_is_added(ask: Ask, school: School, coordinator: Membership) -> None:
    answer = ask(coordinator, "visie/", {"text": "Rust en ruimte."})

    assert (answer.status_code, answer["Location"]) == (302, "/school/de-notenbalk/visie/")
    assert _standing(school) == ["Rust en ruimte."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Schrijf een zin op."),
        ("Elk kind telt.", "Deze uitspraak staat er al."),
        ("z" * 301, "Hier passen 300 tekens"),
    ],
)
def test_words_that_cannot_be_are_refused_and_kept(
    ask: Ask, coordinator: Membership, statements: list[VisionStatement], text: str, reason: str
) -> None:
    answer = ask(coordinator, "visie/", {"text": text})

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert f"{text}</textarea>" in answer.content.decode()


def test_other_words_keep_the_statement(
    ask: Ask, school: School, coordinator: Membership, path: str
) -> None:
    ask(coordinator, path, {"text": "Ieder kind telt.", "way": "same"})

    assert _standing(school) == ["Ieder kind telt.", "Wij leren samen."]
    assert school.vision.count() == 2


def test_a_new_thought_comes_in_the_place_of_the_old_one(
    ask: Ask, school: School, coordinator: Membership, path: str
) -> None:
    ask(coordinator, path, {"text": "Wij durven.", "way": "new"})

    assert _standing(school) == ["Wij durven.", "Wij leren samen."]
    assert "Elk kind telt." in ask(coordinator, "visie/").content.decode()


def test_rewording_into_another_statement_is_refused_and_kept(
    ask: Ask, coordinator: Membership, path: str
) -> None:
    answer = ask(coordinator, path, {"text": "Wij leren samen.", "way": "same"})

    assert answer.status_code == 422
    assert "Deze uitspraak staat er al." in answer.content.decode()


def test_statements_move(ask: Ask, school: School, coordinator: Membership, path: str) -> None:
    ask(coordinator, f"{path}omlaag/", {})
    assert _standing(school) == ["Wij leren samen.", "Elk kind telt."]

    ask(coordinator, f"{path}omhoog/", {})

    assert _standing(school) == ["Elk kind telt.", "Wij leren samen."]


def test_a_statement_goes_and_comes_back(
    ask: Ask, school: School, coordinator: Membership, path: str
) -> None:
    ask(coordinator, f"{path}vervalt/", {})
    assert _standing(school) == ["Wij leren samen."]

    ask(coordinator, f"{path}terug/", {})

    assert _standing(school) == ["Elk kind telt.", "Wij leren samen."]


def test_a_refusal_of_a_button_is_said_on_the_page(
    ask: Ask, school: School, coordinator: Membership, path: str, moment: datetime
) -> None:
    ask(coordinator, f"{path}vervalt/", {})

    answer = ask(coordinator, f"{path}omhoog/", {})

    said = next(iter(answer.wsgi_request._messages))  # type: ignore[attr-defined]
    assert answer.status_code == 302
    assert "vervallen" in str(said)


def test_a_teacher_reads_the_vision(
    ask: Ask, teacher: Membership, statements: list[VisionStatement]
) -> None:
    assert "Elk kind telt." in ask(teacher, "visie/").content.decode()


def test_an_empty_vision_shows_an_example(ask: Ask, coordinator: Membership) -> None:
    assert "Hier komt de visie van de school" in ask(coordinator, "visie/").content.decode()

"""The pages about the school itself: settings, name, words, years."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.schools.conftest import Ask

from partituur.schools.models import Membership, School, SchoolYear

SCHOOL = {"name": "De Noot", "brin": "12ab03", "region": "south"}
WORDS = {"coordinator": "KC’er", "teacher": "stamgroepleider", "learning_team": "bouw"}


def test_setting_up_leads_to_every_subject(ask: Ask, coordinator: Membership) -> None:
    page = ask(coordinator, "inrichten/").content.decode()

    for path in ("mensen", "leerteams", "visie", "jaren", "indeling", "woorden", "school"):
        assert f'href="/school/de-notenbalk/{path}/"' in page


def test_the_school_is_changed_and_the_page_comes_back(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    answer = ask(coordinator, "school/", SCHOOL)

    school.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, "/school/de-notenbalk/school/")
    assert (school.name, school.brin, school.region) == ("De Noot", "12AB03", "south")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"brin": "12"}, "twee cijfers en twee letters"),
        ({"name": "  "}, "Vul de naam van de school in."),
        ({"name": "n" * 121}, "Hier passen 120 tekens"),
        ({"region": "west"}, "geldige keuze"),
        ({"region": ""}, "Kies een vakantieregio"),
    ],
)
def test_a_wrong_value_gets_its_sentence_and_keeps_what_was_typed(
    ask: Ask, school: School, coordinator: Membership, wrong: dict[str, str], reason: str
) -> None:
    answer = ask(coordinator, "school/", SCHOOL | {"name": "Getypt"} | wrong)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert reason in page
    assert "data-error-summary" in page
    assert "<title>Fout:" in page
    if "name" not in wrong:
        assert 'value="Getypt"' in page
    school.refresh_from_db()
    assert school.name == "Basisschool De Notenbalk"


def test_a_brin_of_another_school_is_refused_with_the_reason(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    School.objects.create(name="Ander", slug="ander", brin="99ZZ", region="north")

    answer = ask(coordinator, "school/", SCHOOL | {"brin": "99zz"})

    assert answer.status_code == 422
    assert "BRIN 99ZZ" in answer.content.decode()
    assert 'value="99zz"' in answer.content.decode()


def test_a_teacher_reads_what_the_school_is_called(ask: Ask, teacher: Membership) -> None:
    page = ask(teacher, "school/").content.decode()

    assert "12AB" in page
    assert "Midden" in page


def test_the_school_s_words_are_used_from_then_on(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    answer = ask(coordinator, "woorden/", WORDS)

    assert answer.status_code == 302
    page = ask(coordinator, "mensen/").content.decode()
    assert "KC’er" in page
    assert "Inzet stamgroepleider" in ask(coordinator, "indeling/").content.decode()


def test_a_missing_word_is_asked_for_and_the_others_are_kept(
    ask: Ask, coordinator: Membership
) -> None:
    answer = ask(coordinator, "woorden/", WORDS | {"teacher": ""})

    assert answer.status_code == 422
    assert "Vul een woord in voor een leraar." in answer.content.decode()
    assert 'value="bouw"' in answer.content.decode()


def test_a_teacher_reads_the_school_s_words(ask: Ask, teacher: Membership) -> None:
    assert "leerteam" in ask(teacher, "woorden/").content.decode()


def test_a_year_is_added_and_shown_with_its_holidays(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    answer = ask(coordinator, "jaren/", {"start": "2026"})

    assert answer.status_code == 302
    page = ask(coordinator, "jaren/").content.decode()
    assert "2026–2027" in page
    assert "za 17 oktober 2026" in page
    assert "advies" in page


def test_the_coming_year_is_proposed(ask: Ask, school: School, coordinator: Membership) -> None:
    SchoolYear.objects.create(school=school, start=2026)

    page = ask(coordinator, "jaren/").content.decode()

    assert '<option value="2027" selected>' in page
    assert '<option value="2026"' not in page


@pytest.mark.parametrize("start", ["", "2026", "1900", "x"])
def test_a_year_that_cannot_be_added_says_why(
    ask: Ask, school: School, coordinator: Membership, start: str
) -> None:
    SchoolYear.objects.create(school=school, start=2026)

    answer = ask(coordinator, "jaren/", {"start": start})

    assert answer.status_code == 422
    assert school.years.count() == 1


def test_a_year_beyond_the_lists_says_not_yet_known(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    SchoolYear.objects.create(school=school, start=2031)

    assert "nog niet bekend" in ask(coordinator, "jaren/").content.decode()


def test_without_a_year_the_page_says_what_belongs_there(ask: Ask, teacher: Any) -> None:
    assert "Nog geen schooljaar" in ask(teacher, "jaren/").content.decode()

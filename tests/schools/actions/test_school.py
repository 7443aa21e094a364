"""Making a school, its name, BRIN, words and years."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.schools.actions import school as schools
from partituur.schools.models import Membership, School, SchoolYear


def _create(at: datetime, **given: str) -> School:
    fields: dict[str, Any] = {
        "name": "De Stelling",
        "slug": "de-stelling",
        "brin": "",
        "region": "north",
    }
    return schools.create_school(at=at, **(fields | given))


@pytest.mark.django_db
def test_a_new_school_has_the_usual_words_and_no_members(moment: datetime) -> None:
    school = _create(moment, brin=" 12 ab 03 ")

    school.refresh_from_db()
    assert (school.name, school.slug, school.brin, school.region) == (
        "De Stelling", "de-stelling", "12AB03", "north",
    )  # fmt: skip
    assert school.word_coordinator == "intern begeleider"
    assert not school.members.exists()
    entry = LogEntry.objects.get(school_id=school.public_id)
    assert (entry.act, entry.personal) == ("school.created", {"name": "partituur"})


@pytest.mark.parametrize("brin", ["12AB", "12ab", "12AB03", "12 AB", "12AB-03", "12.ab.03"])
def test_a_brin_is_kept_in_capitals_without_spaces(brin: str) -> None:
    cleaned = schools.clean_brin(brin)

    assert cleaned is not None
    assert cleaned.startswith("12AB")


@pytest.mark.parametrize("brin", ["", "  "])
def test_no_brin_is_no_brin(brin: str) -> None:
    assert schools.clean_brin(brin) is None


@pytest.mark.parametrize(
    "brin", ["1AB", "123AB", "12A", "12ABC", "AB12", "12AB1", "12AB123", "12ÄB", "１２AB"]
)
def test_what_is_no_brin_gets_one_clear_sentence(brin: str) -> None:
    with pytest.raises(Refusal, match="twee cijfers en twee letters"):
        schools.clean_brin(brin)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"name": "  "}, "naam van de school"),
        ({"name": "x" * 121}, "120 tekens"),
        ({"slug": "De Stelling"}, "kleine letters"),
        ({"slug": ""}, "kleine letters"),
        ({"slug": "-"}, "kleine letters"),
        ({"slug": "a" * 61}, "kleine letters"),
        ({"brin": "12"}, "BRIN"),
        ({"region": "west"}, "Noord, Midden of Zuid"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    moment: datetime, wrong: dict[str, str], reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        _create(moment, **wrong)

    assert not School.objects.exists()


def test_an_address_or_brin_of_another_school_is_refused(school: School, moment: datetime) -> None:
    with pytest.raises(Refusal, match="met dit adres"):
        _create(moment, slug=school.slug)
    with pytest.raises(Refusal, match="met BRIN 12AB"):
        _create(moment, brin="12ab")


def test_two_schools_made_at_the_same_moment_get_a_sentence_too(
    school: School, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schools, "_free", lambda *_args, **_kwargs: None)

    with pytest.raises(Refusal, match="net gekregen"):
        _create(moment, slug=school.slug)


def test_changing_a_school_keeps_its_address(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    schools.change_school(
        school=school, name=" De  Noot ", brin="", region="south", by=coordinator, at=moment
    )

    school.refresh_from_db()
    assert (school.name, school.brin, school.region, school.slug) == (
        "De Noot", None, "south", "de-notenbalk",
    )  # fmt: skip


def test_saving_what_was_already_so_leaves_no_line_in_the_log(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    schools.change_school(
        school=school, name=school.name, brin="12AB", region="middle", by=coordinator, at=moment
    )

    assert not LogEntry.objects.exists()


def test_a_brin_of_another_school_cannot_be_taken(
    school: School, stranger: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="12AB"):
        schools.change_school(
            school=stranger.school, name="F", brin="12AB", region="south", by=stranger, at=moment
        )


def test_words_are_kept_tidy(school: School, coordinator: Membership, moment: datetime) -> None:
    schools.set_words(
        school=school, coordinator=" KC'er ", teacher="stamgroep  leider", learning_team="bouw",
        by=coordinator, at=moment,
    )  # fmt: skip

    school.refresh_from_db()
    assert (school.word_coordinator, school.word_teacher, school.word_learning_team) == (
        "KC'er", "stamgroep leider", "bouw",
    )  # fmt: skip


@pytest.mark.parametrize(("word", "reason"), [(" ", "gewone woord"), ("x" * 41, "40 tekens")])
def test_an_empty_or_long_word_is_refused(
    school: School, coordinator: Membership, moment: datetime, word: str, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        schools.set_words(
            school=school, coordinator=word, teacher="leraar", learning_team="leerteam",
            by=coordinator, at=moment,
        )  # fmt: skip


def test_a_year_is_added_once(school: School, coordinator: Membership, moment: datetime) -> None:
    year = schools.add_year(school=school, start=2026, by=coordinator, at=moment)

    assert str(year) == "2026–2027"
    with pytest.raises(Refusal, match="2026–2027 is er al"):
        schools.add_year(school=school, start=2026, by=coordinator, at=moment)


@pytest.mark.parametrize("start", [-1, 26, 1999, 2101, 10**9])
def test_a_year_out_of_reach_is_refused(
    school: School, coordinator: Membership, moment: datetime, start: int
) -> None:
    with pytest.raises(Refusal, match="tussen 2000 en 2100"):
        schools.add_year(school=school, start=start, by=coordinator, at=moment)


# --- what the database guarantees ------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("brin", ["12", "12ab", "1234", "12AB1", "x12AB"])
def test_the_database_keeps_what_is_no_brin_out(brin: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        School.objects.create(name="X", slug="x", brin=brin, region="north")


@pytest.mark.django_db
def test_the_database_keeps_a_year_twice_and_a_wrong_year_out(school: School) -> None:
    SchoolYear.objects.create(school=school, start=2026)

    for start in (2026, 1999, 2101):
        with pytest.raises(IntegrityError), transaction.atomic():
            SchoolYear.objects.create(school=school, start=start)

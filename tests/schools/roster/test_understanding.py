"""In each row of a list a person is found, whatever the shape."""

from __future__ import annotations

from datetime import date

import pytest

from partituur.schools.models import Role, School
from partituur.schools.roster import reading, wording
from partituur.schools.roster.understanding import Entry, Understood, understand

SCHOOL = School(name="De Notenbalk", word_coordinator="begeleider", word_teacher="stamleider")
COORDINATOR, TEACHER, LEADER = Role.COORDINATOR, Role.TEACHER, Role.LEADER


def _read(text: str) -> Understood:
    return understand(reading.read_pasted(text), wording.role_words(SCHOOL))


def _one(text: str) -> Entry:
    entries = _read(text).entries
    assert len(entries) == 1
    return entries[0]


@pytest.mark.parametrize(
    ("line", "name", "email", "roles", "note"),
    [
        ("Anna Bos", "Anna Bos", "", set(), ""),
        ("Anna Bos; anna@s.nl", "Anna Bos", "anna@s.nl", set(), ""),
        ("Anna Bos; anna@s.nl; leraar; groep 5", "Anna Bos", "anna@s.nl", {TEACHER}, "groep 5"),
        ("Anna Bos;leraar;groep 5;anna@s.nl", "Anna Bos", "anna@s.nl", {TEACHER}, "groep 5"),
        ("anna@s.nl; Anna Bos", "Anna Bos", "anna@s.nl", set(), ""),
        ("Anna Bos <Anna@S.nl>", "Anna Bos", "anna@s.nl", set(), ""),
        ('"Bos, Anna" <anna@s.nl>', "Anna Bos", "anna@s.nl", set(), ""),
        ("Anna Bos, anna@s.nl", "Anna Bos", "anna@s.nl", set(), ""),
        ("Anna Bos, anna@s.nl, IB'er", "Anna Bos", "anna@s.nl", {COORDINATOR}, ""),
        ("Anna Bos; IB’er", "Anna Bos", "", {COORDINATOR}, ""),
        ("Anna Bos, IB'er", "Anna Bos", "", {COORDINATOR}, ""),
        ("Anna Bos, groep 5", "Anna Bos", "", set(), "groep 5"),
        ("Anna Bos, 5/6", "Anna Bos", "", set(), "5/6"),
        ("Anna Bos (groep 5)", "Anna Bos", "", set(), "groep 5"),
        ("Anna Bos (plusklas)", "Anna Bos", "", set(), "plusklas"),
        ("Anna Bos - groep 5", "Anna Bos", "", set(), "groep 5"),
        ("Anna Bos: gr. 5", "Anna Bos", "", set(), "gr. 5"),
        ("Anna Bos - de Vries", "Anna Bos - de Vries", "", set(), ""),
        ("Bos, Anna", "Anna Bos", "", set(), ""),
        ("Vries, Marieke de", "Marieke de Vries", "", set(), ""),
        ("Jansen-de Vries, Els; els@s.nl", "Els Jansen-de Vries", "els@s.nl", set(), ""),
        ("Anna\tBos\tanna@s.nl", "Anna Bos", "anna@s.nl", set(), ""),
        ("Anna\tde\tVries\tanna@s.nl", "Anna de Vries", "anna@s.nl", set(), ""),
        ("Vries\tAnna de\tanna@s.nl", "Anna de Vries", "anna@s.nl", set(), ""),
        ("Anna Bos\tgroep 5\tanna@s.nl", "Anna Bos", "anna@s.nl", set(), "groep 5"),
        ("Anna\tgroep 5", "Anna", "", set(), "groep 5"),
        ("leraar; Anna Bos", "Anna Bos", "", {TEACHER}, ""),
        ("Juf Anna", "Juf Anna", "", set(), ""),
        ("Ib Jansen", "Ib Jansen", "", set(), ""),
        ("Leraar J.", "Leraar J.", "", set(), ""),
        ("Anna Bos; begeleider", "Anna Bos", "", {COORDINATOR}, ""),
        ("Anna Bos; stamleider", "Anna Bos", "", {TEACHER}, ""),
        ("Anna Bos; leraar / IB'er", "Anna Bos", "", {TEACHER, COORDINATOR}, ""),
        ("Anna Bos; leerkracht groep 5", "Anna Bos", "", {TEACHER}, "groep 5"),
        ("Anna Bos; directeur en leraar", "Anna Bos", "", {TEACHER, LEADER}, ""),
        ("Anna Bos; Kwaliteitscoördinator", "Anna Bos", "", {COORDINATOR}, ""),
        ("Anna Bos; adjunct-directeur; MT", "Anna Bos", "", {LEADER}, "MT"),
        ("Anna Bos; groep 5; di, do", "Anna Bos", "", set(), "groep 5, di, do"),
    ],
)
def test_a_line_without_headings_is_understood(
    line: str, name: str, email: str, roles: set[Role], note: str
) -> None:
    entry = _one(line)

    assert (entry.name, entry.email, entry.note) == (name, email, note)
    assert set(entry.roles) == roles
    assert entry.problem == ""


@pytest.mark.parametrize(
    "heading",
    ["Naam\tE-mail\tFunctie\tGroep", "NAAM:\tE-mailadres\tRol\tKlas",
     "Medewerker\tmail\trol\tgroep of taak"],
)  # fmt: skip
def test_columns_are_read_by_their_headings(heading: str) -> None:
    understood = _read(f"{heading}\nAnna Bos\tanna@s.nl\tleraar\t5")

    entry = understood.entries[0]
    assert (entry.number, entry.name, entry.email, entry.note) == (
        2, "Anna Bos", "anna@s.nl", "5",
    )  # fmt: skip
    assert entry.roles == {TEACHER}
    assert understood.notices == ()


def test_a_name_in_three_columns_becomes_one_name() -> None:
    understood = _read("Achternaam\tRoepnaam\tTussenvoegsel\nVries\tAnna\tde\nBos\tBert\t")

    assert [each.name for each in understood.entries] == ["Anna de Vries", "Bert Bos"]


def test_a_single_column_may_have_a_heading() -> None:
    assert [each.name for each in _read("Naam\nAnna\nBert").entries] == ["Anna", "Bert"]


def test_dates_are_read_from_their_columns() -> None:
    entry = _read("Naam\tVanaf\tTot en met\nAnna\t1-8-2026\t31 januari 2027").entries[0]

    assert (entry.from_date, entry.until_date) == (date(2026, 8, 1), date(2027, 1, 31))


def test_columns_that_are_not_ours_are_named_and_not_kept() -> None:
    understood = _read("Naam\tGeboortedatum\t\tLeeg\nAnna\t1-1-1990\tx\t")

    assert understood.notices == ("Deze kolommen lezen we niet in: Geboortedatum, kolom 3.",)
    assert "1990" not in repr(understood.entries)


def test_a_word_that_is_no_role_goes_with_the_task_and_says_so() -> None:
    entry = _read("Naam\tRol\nAnna\tConciërge").entries[0]

    assert entry.roles == frozenset()
    assert entry.note == "Conciërge"
    assert "Conciërge" in entry.remarks[0]


def test_a_task_beside_a_role_is_kept() -> None:
    entry = _read("Naam\tRol\tGroep\nAnna\tleraar, bouwcoördinator\tgroep 5").entries[0]

    assert entry.roles == {TEACHER}
    assert entry.note == "groep 5, bouwcoördinator"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Anna; anna@school", "geen e-mailadres"),
        ("Anna; anna@@s.nl", "geen e-mailadres"),
        ("Anna; a@s.nl; b@s.nl", "twee e-mailadressen"),
        ("anna@s.nl", "geen naam"),
        ("12345", "geen naam"),
        ("---", "geen naam"),
        ("A" * 121, "te lang"),
        ("Anna; " + "taak " * 20, "60 tekens"),
    ],
)
def test_a_row_that_cannot_be_used_says_why_and_stays(line: str, reason: str) -> None:
    assert reason in _one(line).problem


def test_a_date_that_is_none_is_a_problem_of_its_row_only() -> None:
    understood = _read("Naam\tVanaf\nAnna\tvolgend jaar\nBert\t1-8-2026")

    assert "geen datum" in understood.entries[0].problem
    assert understood.entries[1].problem == ""


def test_an_end_before_the_beginning_is_a_problem() -> None:
    entry = _read("Naam\tVanaf\tT/m\nAnna\t1-8-2026\t1-7-2026").entries[0]

    assert "laatste dag" in entry.problem


def test_the_wrong_address_is_shown_as_it_was_typed() -> None:
    assert _one("Anna; Anna@School").email == "Anna@School"

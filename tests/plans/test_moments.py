"""Moments: a day, a week or a month, out of what people write."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from partituur.kernel.errors import Refusal
from partituur.plans import moments


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        ("2026-12-10", "10 december 2026", date(2026, 12, 10), date(2026, 12, 10)),
        ("2026-W50", "week 50 van 2026", date(2026, 12, 7), date(2026, 12, 13)),
        ("2026-W53", "week 53 van 2026", date(2026, 12, 28), date(2027, 1, 3)),
        ("2027-W01", "week 1 van 2027", date(2027, 1, 4), date(2027, 1, 10)),
        ("2026-12", "december 2026", date(2026, 12, 1), date(2026, 12, 31)),
        ("2028-02", "februari 2028", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_kept_moment_has_days_and_a_name(
    text: str, printed: str, first: date, last: date
) -> None:
    moment = moments.kept(text)
    assert (str(moment), moment.first, moment.last) == (printed, first, last)
    assert moment.kept == text


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-13", "2026-00", "2027-02-29", "2026-W54", "2027-W53", "0000-01", "2026-1",
     "2026-12-10 ", "10-12-2026", "٢٠٢٦-12", "2026-W5", "9999-12-32", "december"],
)  # fmt: skip
def test_nothing_else_is_kept(text: str) -> None:
    with pytest.raises(Refusal, match="geen dag, week of maand"):
        moments.kept(text)


FOUND = [
    ("Gesprek op 10 december 2026.", "2026-12-10"),
    ("Gesprek op 10 december.", "2026-12-10"),
    ("10 Dec. 2026", "2026-12-10"),
    ("10 dec '26", "2026-12-10"),
    ("donderdag 10 december, in de klas", "2026-12-10"),
    ("1e mei", "2027-05-01"),
    ("de 21ste maart", "2027-03-21"),
    ("1 mei en 1 juni", "2027-05-01"),
    ("10 en 11 december", "2026-12-10"),
    ("10, 11 en 12 december", "2026-12-10"),
    ("10-12 december", "2026-12-10"),
    ("10-12-2026", "2026-12-10"),
    ("10/12/2026", "2026-12-10"),
    ("10.12.2026.", "2026-12-10"),
    ("10-12-26", "2026-12-10"),
    ("op 10-12", "2026-12-10"),
    ("ma 14/12", "2026-12-14"),
    ("2026-12-10", "2026-12-10"),
    ("week 50", "2026-W50"),
    ("Week 3", "2027-W03"),
    ("in week 53", "2026-W53"),
    ("wk 50 en 51", "2026-W50"),
    ("week 50/51", "2026-W50"),
    ("weeknummer 2 (2028)", "2028-W02"),
    ("week 50 van 2026", "2026-W50"),
    ("week 31", "2026-W31"),
    ("week 30", "2027-W30"),
    ("half mei", "2027-05"),
    ("eind januari 2027", "2027-01"),
    ("Peiling in januari en juni 2027.", "2027-01"),
    ("begin augustus", "2026-08"),
    ("juli", "2027-07"),
    ("maart/april", "2027-03"),
    ("in jan", "2027-01"),
    ("eind sept", "2026-09"),
    ("sept. 2026", "2026-09"),
    ("mrt", "2027-03"),
    ("tussen nov en feb", "2026-11"),
    ("Na de toets van februari, gesprek op 3 maart", "2027-02"),
    ("Teamvergadering van 10 februari 2027, met de kijkwijzers.", "2027-02-10"),
    ("29 februari 2028", "2028-02-29"),
    ("juni ’27", "2027-06"),
]


@pytest.mark.parametrize(("text", "kept"), FOUND)
def test_the_first_moment_of_a_text_is_found(text: str, kept: str) -> None:
    moment = moments.found_in(text, start_year=2026)
    assert moment is not None
    assert moment.kept == kept


@pytest.mark.parametrize(
    "text",
    ["", "Na elke ronde", "elke week 5 minuten", "per week 3 uur", "om de week 2 keer", "week 60",
     "een week 20 minuten", "groep 5-6", "10-12 leerlingen", "2-3 keer", "2.5 uur", "1/2 dag",
     "Samen met Jan", "Jan en Juf Anna", "Ook Jun doet mee", "31 april", "45 mei", "29 februari",
     "99-99-2026", "week 53 van 2027", "versie 1.10.2", "groep 7/8", "meisjes", "maartje", "decor",
     "10:30", "weekend 3", "de week erna", "tel. 010-12-2026-1", "week 5,5"],
)  # fmt: skip
def test_what_is_no_moment_is_not_found(text: str) -> None:
    assert moments.found_in(text, start_year=2026) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("10 december 2026", "2026-12-10"),
        (" op  10 december ", "2026-12-10"),
        ("donderdag 10-12-2026", "2026-12-10"),
        ("do 10-12", "2026-12-10"),
        ("10-12", "2026-12-10"),
        ("10/12", "2026-12-10"),
        ("Jan", "2027-01"),
        ("dec.", "2026-12"),
        ("half mei", "2027-05"),
        ("eind januari 2027", "2027-01"),
        ("medio maart", "2027-03"),
        ("in de week 50", "2026-W50"),
        ("Week 50 van 2026", "2026-W50"),
        ("2026-W50", "2026-W50"),
        ("2026-12", "2026-12"),
    ],
)
def test_a_moment_that_somebody_wrote_is_understood(text: str, kept: str) -> None:
    assert moments.written(text, start_year=2026).kept == kept


@pytest.mark.parametrize(
    "text",
    ["", "x", "1 mei en 1 juni", "10 en 11 december", "week 50/51", "week 50 en 51", "31 april",
     "31-4", "na de vakantie", "december en januari", "10 december, met de klas", "week 60",
     "2026-02-30"],
)  # fmt: skip
def test_more_or_less_than_a_moment_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="Schrijf bijvoorbeeld"):
        moments.written(text, start_year=2026)


def test_an_english_reader_is_refused_in_english() -> None:
    with translation.override("en"), pytest.raises(Refusal, match="not a day, week or month"):
        moments.written("na de vakantie", start_year=2026)
    with translation.override("en"), pytest.raises(Refusal, match="not a day, week or month"):
        moments.kept("december")


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("Gesprek op 10 december.", "2026-12-10", True),
        ("Gesprek op 10-12-2026.", "2026-12-10", True),
        ("Eerst 3 maart, dan 10 mei.", "2027-05-10", True),
        ("In december.", "2026-12-10", False),
        ("Op 10 december.", "2026-12", False),
        ("10 december 2025", "2026-12-10", False),
        ("week 50", "2026-W50", True),
        ("Peiling in mei.", "2027-05", True),
        ("", "2027-05", False),
    ],
)
def test_a_text_says_a_moment_in_whatever_notation(text: str, kept: str, said: bool) -> None:
    assert moments.says(text, moments.kept(kept)) is said


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(DAYS)
def test_every_day_is_read_back_as_it_is_printed(day: date) -> None:
    moment = moments.kept(day.isoformat())
    assert moments.written(str(moment), start_year=1999) == moment
    assert moments.says(f"Gesprek op {moment}, met de klas.", moment)


@given(DAYS)
def test_every_month_and_week_is_read_back_as_it_is_printed(day: date) -> None:
    week = moments.kept(f"{day.isocalendar().year}-W{day.isocalendar().week:02}")
    for moment in (week, moments.kept(f"{day:%Y-%m}")):
        assert moment.first <= day <= moment.last
        assert moments.written(str(moment), start_year=1999) == moment


@given(DAYS)
def test_a_day_without_a_year_falls_in_the_school_year(day: date) -> None:
    start = day.year - (day.month < moments.FIRST_MONTH)
    found = moments.found_in(f"{day.day} {moments.MONTHS[day.month - 1]}", start_year=start)
    assert found is not None
    assert found.first == day


@given(st.integers(1, 52), st.integers(2020, 2035))
def test_a_week_without_a_year_touches_the_school_year(week: int, start: int) -> None:
    found = moments.found_in(f"week {week}", start_year=start)
    assert found is not None
    assert found.last >= date(start, 8, 1)
    assert found.first <= date(start + 1, 7, 31)


@given(st.text(max_size=60))
def test_any_text_has_a_moment_or_none(text: str) -> None:
    moments.found_in(text, start_year=2026)
    with suppress(Refusal):
        moments.written(text, start_year=2026)


@pytest.mark.parametrize(
    "text", ["1, " * 5000, "week " * 5000, "1-" * 5000, "mei " * 5000, "1 en " * 5000]
)
def test_a_hostile_text_is_read_all_the_same(text: str) -> None:
    moments.found_in(text, start_year=2026)

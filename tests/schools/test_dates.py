"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from partituur.schools import dates


@pytest.mark.parametrize(
    "typed",
    [
        "1-8-2026", "01-08-2026", "1/8/2026", "1.8.2026", "1-8-26", "2026-08-01",
        "2026-08-01 00:00:00", "1 augustus 2026", "1 aug 2026", "1 Aug. 2026",
        " 1  augustus  2026 ",
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_ways_people_write_it(typed: str) -> None:
    assert dates.day_of(typed) == date(2026, 8, 1)


@pytest.mark.parametrize(
    "typed",
    ["", "augustus", "1 augustus", "31-2-2026", "1-13-2026", "1 foo 2026", "1-8-0206", "1-8-206"],
)
def test_what_is_no_day_is_no_day(typed: str) -> None:
    assert dates.day_of(typed) is None


@pytest.mark.parametrize("day", [date(2026, 8, 1), date(1999, 12, 31)])
def test_a_day_in_a_form_is_read_back_as_the_same_day(day: date) -> None:
    assert dates.day_of(dates.typed_as(day)) == day


def test_no_day_is_an_empty_field() -> None:
    assert dates.typed_as(None) == ""

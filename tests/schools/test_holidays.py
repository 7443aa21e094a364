"""School holidays by region."""

from __future__ import annotations

from datetime import date

import pytest

from partituur.schools.holidays import SchoolHoliday, school_holidays
from partituur.schools.models import School


def _holiday(key: str, start: int, region: str) -> SchoolHoliday:
    found = school_holidays(start=start, region=region).holidays
    return next(each for each in found if each.key == key)


def test_the_autumn_holiday_of_2026_in_the_north_is_the_minister_s() -> None:
    autumn = _holiday("autumn", 2026, School.Region.NORTH)

    assert (autumn.first, autumn.last) == (date(2026, 10, 10), date(2026, 10, 18))
    assert autumn.label == "Herfstvakantie"


def test_the_summer_holiday_of_2027_in_the_south_is_the_minister_s() -> None:
    summer = _holiday("summer", 2026, School.Region.SOUTH)

    assert (summer.first, summer.last) == (date(2027, 7, 24), date(2027, 9, 5))


def test_the_christmas_holiday_runs_over_new_year_in_one_piece() -> None:
    christmas = _holiday("christmas", 2026, School.Region.MIDDLE)

    assert (christmas.first, christmas.last) == (date(2026, 12, 19), date(2027, 1, 3))


@pytest.mark.parametrize("region", School.Region.values)
@pytest.mark.parametrize("start", range(2014, 2030))
def test_a_known_year_has_five_holidays_in_order_and_inside_it(start: int, region: str) -> None:
    found = school_holidays(start=start, region=region)

    assert [each.key for each in found.holidays] == [
        "autumn", "christmas", "spring", "may", "summer",
    ]  # fmt: skip
    assert found.reason == ""
    assert all(each.first < each.last for each in found.holidays)
    firsts = [each.first for each in found.holidays]
    assert firsts == sorted(firsts)
    assert date(start, 8, 1) <= firsts[0]
    assert firsts[-1] <= date(start + 1, 7, 31)


def test_only_autumn_and_spring_are_advice() -> None:
    found = school_holidays(start=2026, region="north").holidays

    assert [each.key for each in found if each.is_advice] == ["autumn", "spring"]


@pytest.mark.parametrize("start", [2030, 2031, 2050])
def test_a_year_beyond_what_is_known_says_not_yet_known(start: int) -> None:
    found = school_holidays(start=start, region="middle")

    assert found.holidays == ()
    assert "nog niet bekend" in found.reason


def test_a_year_from_before_the_lists_says_so() -> None:
    found = school_holidays(start=2009, region="middle")

    assert found.holidays == ()
    assert "kennen we" in found.reason

"""When a school is not to be disturbed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partituur.schools import quiet
from partituur.schools.models import School

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SCHOOL = School(name="De Notenbalk", slug="de-notenbalk", region="middle")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("asked", "opens"),
    [
        ("2026-09-08 10:00", "2026-09-08 10:00"),  # a Tuesday morning
        ("2026-09-08 17:59", "2026-09-08 17:59"),
        ("2026-09-08 18:00", "2026-09-09 08:00"),  # the evening
        ("2026-09-08 06:30", "2026-09-08 08:00"),  # before school
        ("2026-09-11 20:00", "2026-09-14 08:00"),  # Friday evening
        ("2026-09-12 12:00", "2026-09-14 08:00"),  # Saturday
        ("2026-10-21 11:00", "2026-10-26 08:00"),  # autumn holiday, Midden
        ("2026-12-24 11:00", "2027-01-04 08:00"),  # Christmas
        ("2026-07-29 09:00", "2026-08-31 08:00"),  # summer, Midden
        ("2026-10-25 02:30", "2026-10-26 08:00"),  # the night the clock goes back
        ("2027-03-28 02:30", "2027-03-30 08:00"),  # it goes forward: no such time; Easter Monday
        ("2027-05-17 09:00", "2027-05-18 08:00"),  # Whit Monday
    ],
)
def test_mail_waits_for_a_school_day_between_eight_and_six(asked: str, opens: str) -> None:
    assert quiet.opens_at(SCHOOL, at(asked)) == at(opens)


MINUTES = st.integers(0, 3 * 365 * 24 * 60)
REGIONS = st.sampled_from(["north", "middle", "south"])


@given(MINUTES, REGIONS)
def test_it_never_opens_in_the_evening_the_weekend_or_a_holiday(minutes: int, region: str) -> None:
    school = School(region=region)
    moment = at("2026-08-01 00:00") + timedelta(minutes=minutes)
    opens = quiet.opens_at(school, moment).astimezone(AMSTERDAM)
    assert 8 <= opens.hour < 18
    assert opens.weekday() < 5
    assert not quiet.in_holiday(school, opens.date())
    assert not quiet.is_quiet(school, opens)


@pytest.mark.parametrize(
    ("day", "number", "found"),
    [
        ("2026-09-08", 1, "2026-09-09"),  # a Tuesday: the next day
        ("2026-09-08", 5, "2026-09-15"),  # over the weekend
        ("2026-09-12", 1, "2026-09-14"),  # from a Saturday
        ("2026-10-15", 5, "2026-10-29"),  # over the autumn holiday, Midden
        ("2026-12-17", 2, "2027-01-04"),  # over Christmas
        ("2027-03-25", 1, "2027-03-30"),  # over Good Friday and Easter
        ("2027-07-15", 3, "2027-08-31"),  # over the summer
    ],
)
def test_school_days_are_counted_over_weekends_and_holidays(
    day: str, number: int, found: str
) -> None:
    assert quiet.school_day_after(SCHOOL, date.fromisoformat(day), number) == date.fromisoformat(
        found
    )


@given(st.dates(date(2024, 8, 1), date(2029, 7, 31)), st.integers(1, 12), REGIONS)
def test_exactly_so_many_school_days_lie_between(day: date, number: int, region: str) -> None:
    school = School(region=region)
    found = quiet.school_day_after(school, day, number)
    after = [day + timedelta(days=each) for each in range(1, (found - day).days + 1)]
    assert [quiet.is_school_day(school, each) for each in after].count(True) == number
    assert quiet.is_school_day(school, found)
    assert quiet.school_day_after(school, day, number + 1) > found


def test_a_year_whose_holidays_are_not_known_keeps_to_weekdays(school: Any) -> None:
    assert quiet.opens_at(school, at("2045-08-05 12:00")) == at("2045-08-07 08:00")

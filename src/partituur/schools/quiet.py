"""When a school is not to be disturbed (evenings, weekends, holidays), and its school days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from partituur.schools.holidays import is_public_holiday, school_holidays
from partituur.schools.models import School
from partituur.schools.queries import year_on

OPENS, CLOSES = time(8), time(18)
FURTHEST = 120  # days; no holiday is longer


def is_quiet(school: School, at: datetime) -> bool:
    """Whether ``at`` is a time at which no mail goes to a school's members."""
    return opens_at(school, at) != at


def opens_at(school: School, at: datetime) -> datetime:
    """The first moment from ``at`` on at which mail may go: a school day from 8.00 to 18.00."""
    local = timezone.localtime(at)
    if is_school_day(school, local.date()) and OPENS <= local.time() < CLOSES:
        return at
    first = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    day = _school_day_from(school, first)
    return datetime.combine(day, OPENS, tzinfo=timezone.get_current_timezone()) if day else at


def school_day_after(school: School, day: date, number: int) -> date:
    """The ``number``-th school day after ``day``, which does not count itself.

    Weekends, school holidays and public holidays are no school days. Where no school day comes (a
    year of which nothing is known), the days of the calendar count.
    """
    for _each in range(number):
        following = day + timedelta(days=1)
        day = _school_day_from(school, following) or following
    return day


def _school_day_from(school: School, first: date) -> date | None:
    days = (first + timedelta(days=each) for each in range(FURTHEST))
    return next((day for day in days if is_school_day(school, day)), None)


def in_holiday(school: School, day: date) -> bool:
    """Whether a day is in a school holiday of this school, weekends at its ends included."""
    year = year_on(day)  # a summer that began in July still is the one of the year before
    known = (school_holidays(start=each, region=school.region) for each in (year, year - 1))
    return any(one.first <= day <= one.last for found in known for one in found.holidays)


def is_school_day(school: School, day: date) -> bool:
    """Whether the children come to school on a day, as far as holidays tell."""
    return day.weekday() < 5 and not is_public_holiday(day) and not in_holiday(school, day)

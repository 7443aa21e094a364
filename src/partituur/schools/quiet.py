"""When a school is not to be disturbed: in the evening, in weekends, in school holidays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from partituur.schools.holidays import school_holidays
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
    if _is_school_day(school, local.date()) and OPENS <= local.time() < CLOSES:
        return at
    first = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    for days in range(FURTHEST):
        day = first + timedelta(days=days)
        if _is_school_day(school, day):
            return datetime.combine(day, OPENS, tzinfo=timezone.get_current_timezone())
    return at


def in_holiday(school: School, day: date) -> bool:
    """Whether a day is in a school holiday of this school, weekends at its ends included."""
    year = year_on(day)  # a summer that began in July still is the one of the year before
    known = (school_holidays(start=each, region=school.region) for each in (year, year - 1))
    return any(one.first <= day <= one.last for found in known for one in found.holidays)


def _is_school_day(school: School, day: date) -> bool:
    return day.weekday() < 5 and not in_holiday(school, day)

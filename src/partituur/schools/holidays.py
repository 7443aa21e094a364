"""School holidays (schoolvakanties) of a school year, by region.

The dates come from the package ``holidays``, which has them from the Staatscourant. The minister
sets Christmas, the first week of May and the summer; autumn and spring are advice. Source:
Regeling vaststelling schoolvakanties 2025-2030 (Stcrt. 2024, 19237) and the ones before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.utils.translation import gettext as _

from partituur.kernel.marking import N_
from partituur.schools.models import School

FIRST_KNOWN = 2014  # the package knows no school year before this one
ADVICE = frozenset({"autumn", "spring"})
LABELS = {
    "autumn": N_("Herfstvakantie"),
    "christmas": N_("Kerstvakantie"),
    "spring": N_("Voorjaarsvakantie"),
    "may": N_("Meivakantie"),
    "summer": N_("Zomervakantie"),
}  # in the order of the year; the Dutch words are the package's own names as well
_KEYS = {label: key for key, label in LABELS.items()}
_SUBDIVISIONS = {
    School.Region.NORTH: "Noord",
    School.Region.MIDDLE: "Midden",
    School.Region.SOUTH: "Zuid",
}


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """A school holiday (schoolvakantie), weekends included."""

    key: str  # our own: "autumn", "christmas", "spring", "may", "summer"
    first: date
    last: date

    @property
    def label(self) -> str:
        return _(LABELS[self.key])

    @property
    def is_advice(self) -> bool:
        """Whether a school may choose other dates."""
        return self.key in ADVICE


@dataclass(frozen=True, slots=True)
class SchoolHolidays:
    """The holidays of a school year, or why there are none."""

    holidays: tuple[SchoolHoliday, ...]
    reason: str = ""


def school_holidays(*, start: int, region: str) -> SchoolHolidays:
    """The holidays of the school year that begins in ``start``, from autumn up to the summer.

    :param region: one of School.Region
    """
    if found := _known(start, region):
        return SchoolHolidays(found)
    if start < FIRST_KNOWN:
        return SchoolHolidays((), _("Van dit schooljaar kennen we de schoolvakanties niet."))
    return SchoolHolidays((), _("De schoolvakanties van dit schooljaar zijn nog niet bekend."))


@cache
def _known(start: int, region: str) -> tuple[SchoolHoliday, ...]:
    """All five, or nothing: half a year of holidays would mislead."""
    first, last = date(start, 8, 1), date(start + 1, 7, 31)
    found = {each.key: each for each in _stretches(start, region) if first <= each.first <= last}
    return tuple(found[key] for key in LABELS) if set(LABELS) <= set(found) else ()


def is_public_holiday(day: date) -> bool:
    """Whether ``day`` is a public holiday, on which schools are closed (Easter Monday)."""
    return day in _public(day.year)


@cache
def _public(year: int) -> frozenset[date]:
    from holidays.countries.netherlands import Netherlands  # late: it is big, and rarely asked

    return frozenset(Netherlands(years=year))  # type: ignore[no-untyped-call]


def _stretches(start: int, region: str) -> Iterator[SchoolHoliday]:
    from holidays.countries.netherlands import Netherlands  # late: it is big, and rarely asked

    days: dict[date, str] = Netherlands(  # type: ignore[no-untyped-call]
        subdiv=_SUBDIVISIONS[School.Region(region)],
        years=[start, start + 1],
        categories=("school",),
        language="nl",
    )
    stretch: list[date] = []
    key = ""
    for day, name in sorted(days.items()):
        if stretch and (_KEYS.get(name) != key or day - stretch[-1] > timedelta(days=1)):
            yield SchoolHoliday(key, stretch[0], stretch[-1])
            stretch = []
        key = _KEYS.get(name, "")
        stretch.append(day)
    if stretch:
        yield SchoolHoliday(key, stretch[0], stretch[-1])

"""How long what is kept (bewaartermijnen): each kind of data once, with our term and its bounds.

There is no term by law for files as these; two years after somebody leaves is customary. A school
may choose another term within the bounds; it can never keep the guidance log for longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from partituur.kernel.marking import N_


@dataclass(frozen=True, slots=True)
class Term:
    """One kind of data. ``months`` count from the end of a school year, a last day or an act."""

    key: str
    label: str
    about: str
    months: int
    least: int
    most: int


TERMS = (
    Term(
        "guidance_log",
        N_("Begeleidingslogboek"),
        N_("Aantekeningen van de partners. Gewist zoveel maanden na het einde van het schooljaar."),
        12, 1, 12,
    ),
    Term(
        "personal_parts",
        N_("Delen van personen"),
        N_("Wat niet gedeeld was, wordt gewist; wat gedeeld was, blijft zonder naam. "
           "Zoveel maanden na het einde van het schooljaar."),
        36, 12, 60,
    ),
    Term(
        "leavers",
        N_("Wie uit het team is"),
        N_("Alles van een collega die weg is: account, eigen deel, gesprekken. "
           "Zoveel maanden na de laatste dag."),
        24, 1, 24,
    ),
    Term(
        "log",
        N_("Namen in het logboek"),
        N_("Wie iets deed. Wat er gedaan is, blijft staan. Zoveel maanden later."),
        12, 6, 24,
    ),
)  # fmt: skip
BY_KEY = {term.key: term for term in TERMS}


def months_before(day: date, months: int) -> date:
    """The day so many months before: 31 March less one month is 28 February."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = divmod(whole, 12)
    return _clamped(year, month + 1, day.day)


def months_after(day: date, months: int) -> date:
    """The day so many months after."""
    return months_before(day, -months)


def _clamped(year: int, month: int, day: int) -> date:
    for last in (day, 30, 29, 28):
        try:
            return date(year, month, min(day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")

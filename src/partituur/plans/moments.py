"""Moments (momenten): a day, a week or a month, as people write them and as a plan keeps them.

Kept as text: "2026-12-10", "2026-W50" or "2026-12". A plan's text leads; the moment stands beside
it so that the product can count with it, and is printed only where the text does not say it yet.
Weeks are those of ISO 8601. What falls in no year is taken to fall in the school year at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
FIRST_MONTH = 8  # a school year runs from 1 August up to and including 31 July

_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"mrt": 3, "sept": 9}
_NAMES = "|".join([*MONTHS, *sorted(_SHORT, key=len, reverse=True)])
_YEAR = r"(?:,?\s+(?:van\s+)?\(?(?P<year>20[0-9]{2})\b\)?|,?\s*['’‘](?P<short_year>[0-9]{2})\b)?"
_DAY = r"(?<![\w.,:/-])(?P<day>[0-3]?[0-9])(?:e|ste|de)?"
_ALSO = r"(?P<also>(?:\s*(?:[-–,&/]|en|of|t/m|tot(?: en met)?)\s*[0-3]?[0-9](?:e|ste|de)?){0,4})"
_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo"

_ISO = re.compile(
    r"(?<![\w-])(?P<year>[0-9]{4})-"
    r"(?:W(?P<week>[0-9]{2})|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)(?![\w-])"
)
_DAY_MONTH = re.compile(rf"{_DAY}{_ALSO}\s+(?P<month>{_NAMES})\b\.?{_YEAR}", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\w.,:/-])(?P<day>[0-3]?[0-9])(?P<sign>[-/.])(?P<month>[01]?[0-9])(?P=sign)"
    r"(?:(?P<year>20[0-9]{2})|(?P<short_year>[0-9]{2}))(?![\w/-]|[.,][0-9])"
)
_WITHOUT_YEAR = re.compile(  # "10-12" can be a day, but also two numbers: something must say so
    rf"\b(?:op|d\.?d\.?|{_DAYS})\.?\s+(?P<day>[0-3]?[0-9])[-/](?P<month>[01]?[0-9])(?![\w/-]|[.,][0-9])",
    re.IGNORECASE,
)
_UNIT = r"\s*(?:minuten|minuut|min\b|uren|uur|u\b|keer|x\b|maal|dag|les|kwartier|kind|leerling|%|€)"
_WEEK = re.compile(
    r"(?<!per )(?<!elke )(?<!iedere )(?<!om de )(?<!een )(?<!hele )\b"
    rf"(?:week(?:nr\.?|nummer)?|wk\.?)\s*(?P<week>[0-5]?[0-9])(?![\w]|[.,][0-9]|{_UNIT})"
    rf"(?:\s*(?:[-–/&]|\ben\b|\bof\b|\bt/m\b)\s*[0-5]?[0-9]\b(?!{_UNIT})){{0,4}}{_YEAR}",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![\w-])(?<![0-9] )(?P<month>{_NAMES})\b\.?{_YEAR}", re.IGNORECASE)
_PATTERNS = (_ISO, _DAY_MONTH, _NUMERIC, _WITHOUT_YEAR, _WEEK, _MONTH)
_BEFORE_SHORT = re.compile(
    r"(?:^|\b(?:in|eind|begin|half|medio|midden|van|vanaf|voor|vóór|na|tot|en|of|tussen|rond)\s|[/–-])$"
)
_AROUND = re.compile(
    rf"\b(?:in|op|van|de|d\.?d|rond|omstreeks|ongeveer|eind|einde|begin|half|medio|midden|{_DAYS})\b"
    r"|[.,()]"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a week or a month: from its first day up to and including its last."""

    kept: str  # the text that is kept: "2026-12-10", "2026-W50", "2026-12"
    first: date
    last: date

    def __str__(self) -> str:
        """In Dutch, as printed: "10 december 2026", "week 50 van 2026", "december 2026"."""
        if "W" in self.kept:
            year, week = self.kept.split("-W")
            return f"week {int(week)} van {year}"
        month = f"{MONTHS[self.first.month - 1]} {self.first.year}"
        return month if len(self.kept) == 7 else f"{self.first.day} {month}"


def kept(text: str) -> Moment:
    """The moment that is kept as ``text``.

    :raises Refusal: it is not one of the three forms, or no such day, week or month exists
    """
    match = _ISO.fullmatch(text)
    moment = _from(match, 0) if match else None
    if moment is None:
        raise _no_moment()
    return moment


def written(text: str, *, start_year: int) -> Moment:
    """The moment that somebody wrote, and nothing but that: "half mei", "do 10-12", "Jan".

    :param start_year: the school year's first calendar year; a month without a year falls in it
    :raises Refusal: there is no moment in it, or more than a moment
    """
    text = " ".join(text.split())
    alone = re.fullmatch(r"(?P<day>[0-3]?[0-9])[-/](?P<month>[01]?[0-9])", text)
    if alone and (moment := _from(alone, start_year)):
        return moment
    for match, moment in _matches(text, start_year, sure=False):
        rest = _AROUND.sub(" ", (text[: match.start()] + " " + text[match.end() :]).lower())
        if not rest.strip() and not match.groupdict().get("also") and not _has_more(match[0]):
            return moment
        break
    raise _no_moment()


def found_in(text: str, *, start_year: int) -> Moment | None:
    """The first moment that a text names, or None.

    "1 mei en 1 juni" gives 1 May; "half mei" gives May; "elke week 5 minuten" and "samen met Jan"
    give none.

    :param start_year: as for ``written``
    """
    return next((moment for _match, moment in _matches(text, start_year)), None)


def says(text: str, moment: Moment) -> bool:
    """Whether a text names this moment, in whatever notation.

    A year that the text leaves out is that of the moment's own school year.
    """
    start_year = moment.first.year - (moment.first.month < FIRST_MONTH)
    return any(found.kept == moment.kept for _match, found in _matches(text, start_year))


def _no_moment() -> Refusal:
    return Refusal(
        _("Dat is geen dag, week of maand. Schrijf bijvoorbeeld 10 december 2026, week 50 of mei.")
    )


def _matches(
    text: str, start_year: int, *, sure: bool = True
) -> Iterator[tuple[re.Match[str], Moment]]:
    """What names a moment, in the order of the text; of two at one place, the longest.

    :param sure: leave out a short name of a month that may well be a word ("Jan")
    """
    found = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if sure and pattern is _MONTH and not _is_month(text, match):
                continue
            if moment := _from(match, start_year):
                found.append((match, moment))
    end = 0
    for match, moment in sorted(found, key=lambda each: (each[0].start(), -each[0].end())):
        if match.start() >= end:
            yield match, moment
            end = match.end()


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month without a day is one: "Jan" may be a colleague, "in jan" is a month."""
    if match["month"].lower() in _NUMBERS or match["year"] or match["short_year"]:
        return True
    return match["month"].islower() and bool(_BEFORE_SHORT.search(text[: match.start()].lower()))


def _has_more(text: str) -> bool:
    """Whether what looks like one moment names more: "week 50/51"."""
    return bool(re.search(r"week.*[0-9]\s*(?:[-–/&]|en|of|t/m)\s*[0-9]", text, re.IGNORECASE))


def _from(match: re.Match[str], start_year: int) -> Moment | None:
    """The moment that a match means; None when no such day, week or month exists."""
    parts = match.groupdict()
    year = parts.get("year") or parts.get("short_year")
    given = None if not year else int(year) if len(year) == 4 else 2000 + int(year)
    try:
        if parts.get("week"):
            return _week_in(start_year, int(parts["week"]), given)
        name = parts["month"].lower()
        month = int(name) if name.isdigit() else _NUMBERS.get(name) or _SHORT[name]
        in_year = start_year if month >= FIRST_MONTH else start_year + 1
        in_year = in_year if given is None else given
        if parts.get("day"):
            return _day(in_year, month, int(parts["day"]))
        return _month(in_year, month)
    except (ValueError, KeyError):
        return None


def _week_in(start_year: int, number: int, given: int | None) -> Moment:
    if given is not None:
        return _week(given, number)
    turn = date(start_year, FIRST_MONTH, 1).isocalendar().week
    return _week(start_year if number >= turn else start_year + 1, number)


def _day(year: int, month: int, day: int) -> Moment:
    that = date(year, month, day)
    return Moment(that.isoformat(), that, that)


def _week(year: int, week: int) -> Moment:
    first = date.fromisocalendar(year, week, 1)
    return Moment(f"{year}-W{week:02}", first, first + timedelta(days=6))


def _month(year: int, month: int) -> Moment:
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return Moment(f"{year}-{month:02}", first, following - timedelta(days=1))

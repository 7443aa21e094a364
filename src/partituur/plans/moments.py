"""Moments (momenten): a day, a week or a month, as people write them and as a plan keeps them.

Kept as text: "2026-12-10", "2026-W50" or "2026-12". A plan's text leads; the moment stands beside
it so that the product can count with it, and is printed only where the text does not say it yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from partituur.kernel.errors import Refusal

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"mrt": 3, "sept": 9}
_MONTH = (
    "(?P<month>" + "|".join([*MONTHS, "sept", "mrt", *(name[:3] for name in MONTHS)]) + r")\b\.?"
)
_YEAR = r"(?:\s*,?\s*(?P<year>20\d\d))?"
_DAY_MONTH = re.compile(rf"\b(?P<day>[0-3]?\d)\s+{_MONTH}{_YEAR}", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(?P<day>[0-3]?\d)[-/.](?P<month>[01]?\d)(?:[-/.](?P<year>20\d\d))?\b")
_WEEK = re.compile(rf"\bweek\s+(?P<week>[0-5]?\d)\b{_YEAR}", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b{_MONTH}{_YEAR}", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})-(?:W(?P<week>\d\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?)")


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
    found = _ISO.fullmatch(text)
    try:
        if not found:
            raise ValueError(text)
        year = int(found["year"])
        if found["week"]:
            return _week(year, int(found["week"]))
        if found["day"]:
            return _day(year, int(found["month"]), int(found["day"]))
        return _month(year, int(found["month"]))
    except ValueError:
        raise Refusal(
            "Dat is geen dag, week of maand. Schrijf bijvoorbeeld 10 december 2026, week 50 of mei."
        ) from None


def written(text: str, *, start_year: int) -> Moment:
    """The moment that somebody wrote, and nothing but that.

    :param start_year: the school year's first calendar year; a month without a year falls in it
    :raises Refusal: there is no moment in it, or more than a moment
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        return kept(text)
    moment = found_in(text, start_year=start_year)
    rest = text if moment is None else _leftover(text)
    if moment is None or rest:
        raise Refusal(
            "Dat is geen dag, week of maand. Schrijf bijvoorbeeld 10 december 2026, week 50 of mei."
        )
    return moment


def found_in(text: str, *, start_year: int) -> Moment | None:
    """The first moment that a text names, or None."""
    earliest: tuple[int, Moment] | None = None
    for pattern in (_DAY_MONTH, _NUMBERS, _WEEK, _MONTH_ONLY):
        for match in pattern.finditer(text):
            moment = _from_match(match, start_year)
            if moment and (earliest is None or match.start() < earliest[0]):
                earliest = (match.start(), moment)
                break
    return earliest[1] if earliest else None


def _leftover(text: str) -> str:
    for pattern in (_DAY_MONTH, _NUMBERS, _WEEK, _MONTH_ONLY):
        if match := pattern.search(text):
            text = text[: match.start()] + text[match.end() :]
            break
    return re.sub(
        r"\b(van|in|op|omstreeks|eind|begin|half|maandag|dinsdag|woensdag|donderdag|vrijdag|20\d\d)\b|[.,]",
        "",
        text.lower(),
    ).strip()


def _from_match(match: re.Match[str], start_year: int) -> Moment | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    try:
        if parts.get("week"):
            week = int(parts["week"])
            return _week(year or (start_year if week > 30 else start_year + 1), week)
        name = parts["month"].lower()
        month = int(name) if name.isdigit() else _SHORT.get(name[:3]) or _SHORT[name]
        year = year or (start_year if month >= 8 else start_year + 1)
        if parts.get("day"):
            return _day(year, month, int(parts["day"]))
        return _month(year, month)
    except (ValueError, KeyError):
        return None


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

"""Days as people write them: 1-8-2026, 1/8/26, 1 augustus 2026, 2026-08-01."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_NUMBERS = re.compile(r"(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2}) ?[-/.] ?(?P<year>\d{4}|\d\d)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]00:00(?::00)?)?")
_WORDS = re.compile(r"(?P<day>\d{1,2})\s+(?P<name>[a-z]{3,9})\.?\s+(?P<year>\d{4})")


def day_of(typed: str) -> date | None:
    """The day that was typed; None when it is not one, or when the year is missing."""
    text = " ".join(typed.lower().split())
    found = _ISO.fullmatch(text) or _NUMBERS.fullmatch(text) or _WORDS.fullmatch(text)
    if not found:
        return None
    parts = found.groupdict()
    month = int(parts["month"]) if "month" in parts else _month(parts["name"])
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    try:
        return date(year, month, int(parts["day"])) if 1950 <= year <= 2100 else None
    except ValueError:
        return None


def typed_as(day: date | None) -> str:
    """A day as it stands in a form: "1-8-2026"."""
    return f"{day.day}-{day.month}-{day.year}" if day else ""


def _month(name: str) -> int:
    """The number of a month by its name or its first letters; 0 when there is no such month."""
    short = {"mrt": 3, "sept": 9, "okt": 10}
    if name in short:
        return short[name]
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(name)), 0)

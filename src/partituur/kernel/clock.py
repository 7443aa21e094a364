"""The clock. Read at the edge (a view, a command) and passed in from there.

A demo school lives on one believable day: ``PARTITUUR_DEMO_DAY`` fixes the date and leaves the time
of day alone. A check refuses it in production.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The moment it is, aware, in Europe/Amsterdam; in a demo on the demo's own day."""
    moment = timezone.localtime()
    if day := demo_day():
        return moment.replace(year=day.year, month=day.month, day=day.day)
    return moment


def today() -> date:
    """The date in Europe/Amsterdam."""
    return now().date()


def demo_day() -> date | None:
    """The day on which the demo plays, or None outside a demo."""
    day: date | None = settings.DEMO_DAY
    return day

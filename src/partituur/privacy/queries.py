"""What has had its time, and what soon will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from partituur.kernel.models import LogEntry
from partituur.plans.models import Part
from partituur.plans.rules import PERSONAL_KINDS
from partituur.privacy import terms
from partituur.privacy.models import LegalHold, RetentionTerms
from partituur.schools.models import Membership, School
from partituur.talking.models import GuidanceNote

SOON = timedelta(days=90)  # how long before it is shown what will go


@dataclass(frozen=True, slots=True)
class Strike:
    """So much of one kind goes on one day."""

    term: terms.Term
    day: date
    number: int


def months_of(school: School) -> dict[str, int]:
    """The terms that count for a school, in months."""
    chosen = RetentionTerms.objects.filter(school=school).values_list("months", flat=True).first()
    return {term.key: (chosen or {}).get(term.key, term.months) for term in terms.TERMS}


def hold_of(school: School) -> LegalHold | None:
    """What holds destroying up now, confirmed or not yet."""
    return (
        LegalHold.objects.filter(school=school, lifted_at__isnull=True)
        .select_related("asked_by", "lift_asked_by")
        .first()
    )


def last_year(on: date, months: int) -> int:
    """The latest school year (its first calendar year) that ended so many months before ``on``."""
    end = terms.months_before(on, months)
    return end.year - 1 if (end.month, end.day) >= (7, 31) else end.year - 2


def guidance_notes(school: School, on: date) -> QuerySet[GuidanceNote]:
    start = last_year(on, months_of(school)["guidance_log"])
    return GuidanceNote.objects.filter(school=school, part__plan__year__start__lte=start)


def personal_parts(school: School, on: date) -> QuerySet[Part]:
    """Parts of persons that still have a person, or that were never shared."""
    start = last_year(on, months_of(school)["personal_parts"])
    return Part.objects.filter(
        Q(subjects__isnull=False) | Q(partner__isnull=False) | Q(shared_at__isnull=True),
        school=school, kind__in=PERSONAL_KINDS, plan__year__start__lte=start,
    ).distinct()  # fmt: skip


def leavers(school: School, on: date) -> QuerySet[Membership]:
    before = terms.months_before(on, months_of(school)["leavers"])
    return Membership.objects.filter(school=school, until_date__lte=before)


def log_entries(school: School, on: date) -> QuerySet[LogEntry]:
    """Entries that still say who, of longer ago than the term."""
    before = terms.months_before(on, months_of(school)["log"])
    until = datetime.combine(before, time.min, tzinfo=timezone.get_current_timezone())
    return LogEntry.objects.filter(school_id=school.public_id, at__lt=until, personal__isnull=False)


def strikes(school: School, today: date) -> list[Strike]:
    """What goes in the coming three months, by day; what is overdue counts as today."""
    found = [each for each in _strikes(school, today) if each.number]
    return sorted(found, key=lambda each: (each.day, each.term.key))


def _strikes(school: School, today: date) -> Iterator[Strike]:
    soon = today + SOON
    months = months_of(school)
    for term, of in (("guidance_log", guidance_notes), ("personal_parts", personal_parts)):
        start = last_year(soon, months[term])
        day = max(today, terms.months_after(date(start + 1, 7, 31), months[term]))
        yield Strike(terms.BY_KEY[term], day, of(school, soon).count())
    for member in leavers(school, soon):
        assert member.until_date
        day = max(today, terms.months_after(member.until_date, months["leavers"]))
        yield Strike(terms.BY_KEY["leavers"], day, 1)
    yield Strike(terms.BY_KEY["log"], soon, log_entries(school, soon).count())

"""Reads of a school."""

from __future__ import annotations

from datetime import date

from partituur.accounts.models import Person
from partituur.schools.models import Membership, MembershipQuerySet, School, SchoolYear


def place_of(person: Person, *, school_slug: str, day: date) -> Membership | None:
    """The membership with which a person is in a school on ``day``; its school comes along."""
    return (
        Membership.objects.on(day)
        .select_related("school")
        .filter(person=person, school__slug=school_slug)
        .first()
    )


def places_of(person: Person, *, day: date) -> MembershipQuerySet:
    """Every school that a person has a place in on ``day``."""
    return (
        Membership.objects.on(day)
        .select_related("school")
        .filter(person=person)
        .order_by("school__name")
    )


def members_of(school: School, *, day: date) -> MembershipQuerySet:
    """The members of a school on ``day``, by name."""
    return Membership.objects.on(day).filter(school=school).order_by("name")


def year_on(day: date) -> int:
    """The calendar year in which the school year of ``day`` began: it turns on 1 August."""
    return day.year if day.month >= 8 else day.year - 1


def start_of(slug: str) -> int | None:
    """The first calendar year of a school year written "2026-2027"; None when it is not one."""
    first, dash, second = slug.partition("-")
    if dash and first.isdigit() and second.isdigit() and len(first) == 4:
        start = int(first)
        return start if int(second) == start + 1 else None
    return None


def year_or_none(school: School, slug: str) -> SchoolYear | None:
    """The year of a school that is written ``slug``."""
    start = start_of(slug)
    return None if start is None else SchoolYear.objects.filter(school=school, start=start).first()

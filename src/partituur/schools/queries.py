"""Reads of a school."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from partituur.accounts.factors import second_step_of
from partituur.accounts.models import Person
from partituur.schools.models import (
    LearningTeam,
    LearningTeamMember,
    Membership,
    MembershipQuerySet,
    Role,
    School,
    SchoolYear,
    VisionStatement,
)


def place_of(person: Person, *, school_slug: str, day: date) -> Membership | None:
    """The membership with which a person is in a school on ``day``; its school comes along.

    ``has_second_step`` says whether the person signs in with one, ``elsewhere`` whether there is
    a place in another school too.
    """
    others = Membership.objects.on(day).filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    return (
        Membership.objects.on(day)
        .select_related("school")
        .annotate(has_second_step=second_step_of("person"), elsewhere=Exists(others))
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


# --- people ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Everyone:
    """All members of a school, by name: who is in it now, who comes, and who was in it."""

    now: list[Membership] = field(default_factory=list)
    later: list[Membership] = field(default_factory=list)
    earlier: list[Membership] = field(default_factory=list)


def everyone(school: School, *, day: date) -> Everyone:
    """All members of a school, with their accounts."""
    found = Everyone()
    members = Membership.objects.filter(school=school).select_related("person")
    for member in sorted(members, key=lambda each: (each.name.casefold(), each.pk)):
        if member.until_date and member.until_date < day:
            found.earlier.append(member)
        elif member.from_date and member.from_date > day:
            found.later.append(member)
        else:
            found.now.append(member)
    return found


def member_or_none(school: School, public_id: UUID) -> Membership | None:
    """A member of a school, also one who left; the school comes along."""
    return (
        Membership.objects.select_related("school", "person")
        .filter(school=school, public_id=public_id)
        .first()
    )


def role_names(school: School) -> dict[Role, str]:
    """What the roles are called in a school: its own words for IB'er and leraar."""
    return {
        Role.COORDINATOR: _(school.word_coordinator),
        Role.TEACHER: _(school.word_teacher),
        Role.LEADER: str(Role.LEADER.label),
    }


def roles_in_words(roles: Iterable[Role], names: dict[Role, str]) -> str:
    """The names of roles, in a fixed order: "intern begeleider, leraar"."""
    chosen = frozenset(roles)
    return ", ".join(name for role, name in names.items() if role in chosen)


# --- learning teams --------------------------------------------------------------------------


def learning_teams_of(school: School) -> QuerySet[LearningTeam]:
    """The learning teams of a school by name, each with its places and their members."""
    places = LearningTeamMember.objects.select_related("member").order_by("member__name", "pk")
    return (
        LearningTeam.objects.filter(school=school)
        .select_related("school")
        .prefetch_related(Prefetch("places", places))
        .order_by("name")
    )


# --- vision and years ------------------------------------------------------------------------


def vision_of(school: School) -> QuerySet[VisionStatement]:
    """The statements of a school's vision in their order, retired ones too."""
    return (
        VisionStatement.objects.filter(school=school)
        .select_related("school")
        .order_by("position", "pk")
    )


def years_of(school: School) -> QuerySet[SchoolYear]:
    """The school years of a school, the latest first."""
    return SchoolYear.objects.filter(school=school).order_by("-start")

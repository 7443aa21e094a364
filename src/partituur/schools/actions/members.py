"""Giving people a place in a school (teamleden): add, change, end, open again."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.accounts import factors
from partituur.accounts.models import Person
from partituur.kernel.errors import Refusal
from partituur.schools import rules
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import Membership, Role, School

DETAILS = (
    "name", "email", "note", "is_coordinator", "is_teacher", "is_leader", "from_date", "until_date",
)  # fmt: skip


@transaction.atomic
def add_member(
    *,
    school: School,
    name: str,
    roles: Iterable[Role],
    email: str = "",
    note: str = "",
    from_date: date | None = None,
    until_date: date | None = None,
    person: Person | None = None,
    by: Membership | None,
    at: datetime,
) -> Membership:
    """Give somebody a place in a school. An account can be tied to it later, by an invitation.

    :param name: as it is printed in the plan: "Leraar J." or "Marieke de Vries"
    :param note: the group or task that stands beside the name: "groep 5"
    :param person: the account, where it is known already
    :raises Refusal: see rules.why_not_manage; or a value cannot be
    """
    allow(by, school)
    hold(school)
    member = Membership(school=school, person=person)
    _fill(member, _details(name, roles, email, note, from_date, until_date))
    if reason := why_not_this_email(school, member.email):
        raise Refusal(reason)
    if person and Membership.objects.filter(school=school, person=person).exists():
        raise Refusal(_("Dit account heeft al een plek in deze school."))
    member.save(force_insert=True)
    _note(member, "member.added", by=by, at=at, changed=[])
    return member


@transaction.atomic
def change_member(
    *,
    member: Membership,
    name: str,
    roles: Iterable[Role],
    email: str,
    note: str,
    from_date: date | None,
    until_date: date | None,
    by: Membership | None,
    at: datetime,
) -> Membership:
    """Change what is known of a member. What stays the same is not logged.

    :raises Refusal: see rules.why_not_manage and why_not_without; or a value cannot be
    """
    allow(by, member.school)
    hold(member.school)
    fresh = Membership.objects.select_related("school").get(pk=member.pk)
    before = copy(fresh)
    _fill(fresh, _details(name, roles, email, note, from_date, until_date))
    changed = [key for key in DETAILS if getattr(fresh, key) != getattr(before, key)]
    if "email" in changed and (
        reason := why_not_this_email(fresh.school, fresh.email, besides=fresh)
    ):
        raise Refusal(reason)
    if reason := why_not_so(before, fresh, timezone.localdate(at)):
        raise Refusal(reason)
    if changed:
        fresh.save(update_fields=changed)
        ended = changed == ["until_date"] and fresh.until_date is not None
        _note(fresh, "member.ended" if ended else "member.changed", by=by, at=at, changed=changed)
        sign_out_who_left(fresh, timezone.localdate(at))
    return fresh


def sign_out_who_left(member: Membership, today: date) -> None:
    """End the sessions of somebody who has no place in any school any more."""
    if member.person and not Membership.objects.on(today).filter(person=member.person).exists():
        factors.end_sessions(member.person)


def end_member(
    *, member: Membership, until: date, by: Membership | None, at: datetime
) -> Membership:
    """Let somebody's place end (uit het team); ``until`` is the last day. Texts stay.

    :raises Refusal: see rules.why_not_manage and why_not_without; it ends before it begins
    """
    return _with_until(member, until, by=by, at=at)


def reopen_member(*, member: Membership, by: Membership | None, at: datetime) -> Membership:
    """Let somebody's place have no end: they came back, or the end was a mistake.

    :raises Refusal: see rules.why_not_manage
    """
    return _with_until(member, None, by=by, at=at)


def why_not_this_email(
    school: School, email: str, *, besides: Membership | None = None
) -> str | None:
    """Whether an address is free in a school; nobody shares one."""
    if not email:
        return None
    others = Membership.objects.filter(school=school, email=email)
    other = (others.exclude(pk=besides.pk) if besides else others).first()
    if other is None:
        return None
    if other.until_date:
        return _("Dit e-mailadres is van {name}, die eerder in het team zat.").format(
            name=other.name
        )
    return _("Dit e-mailadres is al van {name}.").format(name=other.name)


def why_not_so(before: Membership, after: Membership, today: date) -> str | None:
    """Whether somebody who can sign in still manages the school after this change."""
    manages = after.is_coordinator or after.is_leader
    if not manages or (after.from_date and after.from_date > today):
        return rules.why_not_without(before, on=today)
    if after.until_date and after.until_date != before.until_date:
        return rules.why_not_without(before, on=max(today, after.until_date + timedelta(days=1)))
    return None


def clean_email(typed: str) -> str:
    """An address as it is kept: lower case, without spaces around it; "" when there is none.

    :raises Refusal: it is not an e-mail address
    """
    email = typed.strip().lower()
    if not email:
        return ""
    try:
        validate_email(email)
        if len(email) > 254:
            raise ValidationError("")
    except ValidationError:
        raise Refusal(
            _("“{email}” is geen e-mailadres. Schrijf het als naam@school.nl.").format(
                email=typed.strip()
            )
        ) from None
    return email


@dataclass(frozen=True, slots=True)
class _Details:
    """What is known of a member, checked."""

    name: str
    roles: frozenset[Role]
    email: str
    note: str
    from_date: date | None
    until_date: date | None


def _details(
    name: str,
    roles: Iterable[Role],
    email: str,
    note: str,
    from_date: date | None,
    until_date: date | None,
) -> _Details:
    chosen = frozenset(roles)
    if not chosen:
        raise Refusal(_("Kies minstens één rol."))
    if from_date and until_date and until_date < from_date:
        raise Refusal(_("De laatste dag ligt voor de eerste dag. Kijk de datums na."))
    return _Details(
        name=words(name, most=120, missing=_("Vul een naam in.")),
        roles=chosen,
        email=clean_email(email),
        note=words(note, most=60, missing="") if note.strip() else "",
        from_date=from_date,
        until_date=until_date,
    )


def _fill(member: Membership, details: _Details) -> None:
    for key in ("name", "email", "note", "from_date", "until_date"):
        setattr(member, key, getattr(details, key))
    for role in Role:
        setattr(member, f"is_{role.value}", role in details.roles)


@transaction.atomic
def _with_until(
    member: Membership, until: date | None, *, by: Membership | None, at: datetime
) -> Membership:
    fresh = Membership.objects.select_related("school").get(pk=member.pk)
    return change_member(
        member=fresh,
        name=fresh.name,
        roles=fresh.roles,
        email=fresh.email,
        note=fresh.note,
        from_date=fresh.from_date,
        until_date=until,
        by=by,
        at=at,
    )


def _note(
    member: Membership, act: str, *, by: Membership | None, at: datetime, changed: list[str]
) -> None:
    facts: dict[str, Any] = {
        "member": str(member.public_id),
        "roles": sorted(role.value for role in member.roles),
    }
    if changed:
        facts["changed"] = changed
    note(member.school, act, by=by, at=at, facts=facts)

"""Erasing a member (wissen): asked by one, confirmed by another, and then for good.

The own parts go with their words and history; the account, places and agreements go; what was
written for the school stays, nameless. The log loses the words about the member under an entry
that says so, and still holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q

from partituur.accounts.models import Person
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.live import presence
from partituur.mail import outbox
from partituur.plans import erasing, telling
from partituur.plans.models import Agreement, UnplacedText
from partituur.schools import rules
from partituur.schools.models import ErasureRequest, Membership


@transaction.atomic
def ask(*, member: Membership, by: Membership, at: datetime) -> ErasureRequest:
    """Ask that a member be erased; nothing goes before somebody else confirms it.

    :raises Refusal: see schools.rules.why_not_ask_erasure
    """
    if reason := rules.why_not_ask_erasure(by, member, on=at.date()):
        raise Refusal(reason)
    request, _made = ErasureRequest.objects.update_or_create(
        member=member, defaults={"school": member.school, "asked_by": by, "asked_at": at}
    )
    return request


def withdraw(*, member: Membership) -> None:
    """Take a request back."""
    ErasureRequest.objects.filter(member=member).delete()


@transaction.atomic
def confirm(*, request: ErasureRequest, by: Membership, at: datetime) -> None:
    """Erase the member whom the request is about.

    :raises Refusal: see schools.rules.why_not_confirm_erasure
    """
    member = request.member
    reason = rules.why_not_confirm_erasure(by, member, request.asked_by, on=at.date())
    if reason:
        raise Refusal(reason)
    is_self = by == member
    who = {"name": "partituur"} if is_self else {"id": str(by.public_id), "name": by.name}
    erase_member(member=member, who=who, at=at)


@transaction.atomic
def erase_member(*, member: Membership, who: Mapping[str, str], at: datetime) -> None:
    """Erase a member for good; whether that may be, who calls it asked.

    :param who: in whose name it is written in the log
    """
    parts = erasing.own_parts(member)
    facts = erasing.take_elsewhere(member, parts)
    for part in parts:
        telling.tell_line(part)
        part.delete()
    # With whom a part is, is in what was agreed to: the others agree anew, without the name.
    of_member = Q(part__subjects__member=member) | Q(part__partner=member)
    Agreement.objects.filter(of_member).delete()
    for loose in erasing.naming(member, UnplacedText.objects.filter(placed_at__isnull=False)):
        loose.delete()  # put away, so nobody sees it to mend it
    person, school = member.person, member.school
    chain.erase(school=school.public_id, who=str(member.public_id), at=at, by=who, facts=facts)
    for address in {member.email, person.email if person else ""} - {""}:
        outbox.forget(address)
    presence.forget(who=member.public_id)
    member.delete()
    if person is not None and not person.memberships.exists():
        _end_sessions(person)
        person.delete()


def _end_sessions(person: Person) -> None:
    """Nobody stays signed in to an account that is gone."""
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()

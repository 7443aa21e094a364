"""Inviting members, and tying an account to a member (uitnodigen, meedoen)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.accounts.models import Person
from partituur.kernel.errors import Refusal
from partituur.schools import rules
from partituur.schools.actions.asking import allow, hold, note
from partituur.schools.models import Invitation, Membership

HOLDS_FOR = timedelta(days=5)


@transaction.atomic
def invite(
    *, member: Membership, by: Membership | None, at: datetime, leaves_at: datetime | None = None
) -> str:
    """Make a link for a member; an earlier one stops working. Who calls it mails it.

    :param leaves_at: when the mail may go; the five days count from then
    :returns: the secret part of the link, which is kept nowhere
    :raises Refusal: see rules.why_not_manage and why_not_invite
    """
    allow(by, member.school)
    hold(member.school)
    if reason := rules.why_not_invite(member, on=timezone.localdate(at)):
        raise Refusal(reason)
    token = secrets.token_urlsafe(24)
    leaves_at = leaves_at or at
    Invitation.objects.update_or_create(
        member=member,
        defaults={
            "school": member.school, "digest": _digest(token), "made_at": at,
            "leaves_at": leaves_at, "expires_at": leaves_at + HOLDS_FOR,
        },
    )  # fmt: skip
    note(member.school, "member.invited", by=by, at=at, facts={"member": str(member.public_id)})
    return token


def find(token: str, *, at: datetime) -> Invitation | None:
    """The invitation that a link is of, when it still holds."""
    found = (
        Invitation.objects.select_related("member__school", "member__person")
        .filter(digest=_digest(token), expires_at__gt=at, member__person__isnull=True)
        .first()
    )
    return found if found and found.member.holds_on(_last_of(found.member, at)) else None


@transaction.atomic
def accept(*, token: str, person: Person, at: datetime) -> Membership:
    """Tie an account to the member whom the link was for. Once: the link is worthless after it.

    :raises Refusal: the link does not hold any more; or the account is in this school already
    """
    invitation = find(token, at=at)
    if invitation is None:
        raise Refusal(
            _("Deze uitnodiging geldt niet meer. Vraag je intern begeleider om een nieuwe.")
        )
    member = invitation.member
    hold(member.school)
    if Membership.objects.filter(school=member.school, person=person).exists():
        raise Refusal(_("Met dit account zit je al in het team van deze school."))
    # The filter is what makes it once, also for two who press at the same moment.
    if not Membership.objects.filter(pk=member.pk, person__isnull=True).update(person=person):
        raise Refusal(_("Deze uitnodiging is al gebruikt."))
    invitation.delete()
    member.person = person
    note(member.school, "member.joined", by=member, at=at, facts={"member": str(member.public_id)})
    return member


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _last_of(member: Membership, at: datetime) -> date:
    """A day on which the member is in the team: today, or the first day of who still comes."""
    today = timezone.localdate(at)
    return max(today, member.from_date) if member.from_date else today

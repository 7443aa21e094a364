"""Agreeing (akkoord gaan) with a part, and taking that back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import rules, telling
from partituur.plans.agreeing import Content, digest_of
from partituur.plans.models import Agreement, Part
from partituur.schools.models import Membership


@transaction.atomic
def agree(
    *, part: Part, by: Membership, is_subject: bool, seen: str, content: Content, at: datetime
) -> Agreement:
    """Say yes to what a part prints.

    :param seen: the digest of what was on the screen of who agrees
    :param content: what the part prints now
    :raises Refusal: see rules.why_not_agree; or the part changed after it was shown
    """
    if reason := rules.why_not_agree(part.plan, part, by, is_subject=is_subject):
        raise Refusal(reason)
    digest = digest_of(content)
    if seen != digest:
        raise Refusal(
            _("Intussen is er iets veranderd in dit deel. Kijk het na en ga dan akkoord.")
        )
    agreement, _made = Agreement.objects.update_or_create(
        part=part,
        member=by,
        defaults={
            "school_id": part.school_id,
            "digest": digest,
            "content": content,
            "agreed_at": at,
            "withdrawn_at": None,
        },
    )
    _record(part, by, at, "part.agreed", digest)
    return agreement


@transaction.atomic
def take_back(*, part: Part, by: Membership, is_subject: bool, at: datetime) -> None:
    """Take an agreement back; nothing happens when there is none.

    :raises Refusal: see rules.why_not_agree
    """
    if reason := rules.why_not_agree(part.plan, part, by, is_subject=is_subject):
        raise Refusal(reason)
    taken = Agreement.objects.filter(part=part, member=by, withdrawn_at__isnull=True)
    for agreement in taken:
        _record(part, by, at, "part.agreement_withdrawn", agreement.digest)
    taken.update(withdrawn_at=at)


def _record(part: Part, by: Membership, at: datetime, act: str, digest: str) -> None:
    chain.record(
        school=by.school.public_id,
        act=act,
        at=at,
        by={"id": str(by.public_id), "name": by.name},
        facts={"part": str(part.public_id), "digest": digest},
    )
    telling.tell_part(part)

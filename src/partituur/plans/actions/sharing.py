"""Sharing (delen): a part is private to its partners until its subject opens it to the team."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import rules, telling
from partituur.plans.models import Part
from partituur.schools.models import Membership


@transaction.atomic
def share(*, part: Part, by: Membership, is_subject: bool, at: datetime) -> None:
    """Open a part to the team.

    :raises Refusal: see rules.why_not_share
    """
    _change(part, by=by, is_subject=is_subject, at=at, shared=True)


@transaction.atomic
def take_back(*, part: Part, by: Membership, is_subject: bool, at: datetime) -> None:
    """Make a shared part private to its partners again.

    :raises Refusal: see rules.why_not_share
    """
    _change(part, by=by, is_subject=is_subject, at=at, shared=False)


def _change(part: Part, *, by: Membership, is_subject: bool, at: datetime, shared: bool) -> None:
    if reason := rules.why_not_share(part.plan, part, is_subject=is_subject):
        raise Refusal(reason)
    changed = Part.objects.filter(pk=part.pk, shared_at__isnull=shared).update(
        shared_at=at if shared else None
    )
    if changed:
        chain.record(
            school=by.school.public_id,
            act="part.shared" if shared else "part.taken_back",
            at=at,
            by={"id": str(by.public_id), "name": by.name},
            facts={"part": str(part.public_id)},
        )
        telling.tell_line(part)

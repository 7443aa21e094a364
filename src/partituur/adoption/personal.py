"""Own data, with what was proposed to amend: evaluations.personal and what lies above it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from partituur.adoption.models import AmendedText, Amendment
from partituur.schools.models import Membership
from partituur.evaluations import personal

Data = dict[str, Any]


def data_of(member: Membership, *, at: datetime) -> Data:
    """Everything of ``member``: see evaluations.personal.data_of, and what they proposed or asked."""
    return personal.data_of(member, at=at) | {
        "amendments": [_amendment(each, member) for each in amendments_of(member)]
    }


def amendments_of(member: Membership) -> list[Amendment]:
    """The proposals of a member, and those the member wanted to talk over; the oldest first."""
    found = Amendment.objects.filter(Q(by=member) | Q(asked_by=member))
    return list(found.select_related("plan__year").order_by("begun_at", "pk"))


def _amendment(amendment: Amendment, member: Membership) -> Data:
    """One proposal; its words only for who wrote them."""
    is_mine = amendment.by_id == member.pk
    texts = AmendedText.objects.filter(amendment=amendment).order_by("pk") if is_mine else ()
    proposed, asked = amendment.proposed_at, amendment.asked_at
    return {
        "year": amendment.plan.year.slug,
        "state": amendment.state,
        "mine": is_mine,
        "reason": amendment.reason if is_mine else "",
        "proposed_at": proposed.isoformat() if proposed else None,
        "asked_at": asked.isoformat() if asked and amendment.asked_by_id == member.pk else None,
        "texts": [{"field": each.key, "text": each.body} for each in texts],
    }

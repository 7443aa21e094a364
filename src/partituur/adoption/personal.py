"""Own data (mijn gegevens), with what was proposed to amend and what the sealed versions hold.

See evaluations.personal for what lies below.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from partituur.adoption import sealing
from partituur.adoption.models import AmendedText, Amendment, PlanVersion, SealedText
from partituur.evaluations import personal
from partituur.plans.personal import own_parts
from partituur.schools.models import Membership

Data = dict[str, Any]


def data_of(member: Membership, *, at: datetime) -> Data:
    """Everything of ``member``: see evaluations.personal.data_of, and what stands in this room."""
    return personal.data_of(member, at=at) | {
        "amendments": [_amendment(each, member) for each in amendments_of(member)],
        "sealed": _sealed(member, at),
        "member_at": [
            {"year": each.plan.year.slug, "version": each.number, "at": each.at.isoformat()}
            for each in PlanVersion.objects.filter(members__member=member)
            .select_related("plan__year")
            .order_by("at")
        ],
    }


def _sealed(member: Membership, at: datetime) -> list[Data]:
    """The member's own texts and name in versions that the team adopted."""
    mine = [each.public_id for each in own_parts(member, at.date())]
    texts = SealedText.objects.filter(
        Q(part__in=mine) | Q(member=member.public_id), version__school=member.school
    ).exclude(body=None)
    places: dict[int, dict[int, str]] = {}
    found = []
    for text in texts.select_related("version__plan__year").order_by("version", "number"):
        where = places.setdefault(text.version_id, _places(text.version))
        found.append(
            {
                "year": text.version.plan.year.slug,
                "version": text.version.number,
                "where": where.get(text.number, ""),
                "text": text.body,
            }
        )
    return [each for each in found if each["text"] != str(member.public_id)]


def _places(version: PlanVersion) -> dict[int, str]:
    return {each.number: each.where for each in sealing.places(version.structure)}


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

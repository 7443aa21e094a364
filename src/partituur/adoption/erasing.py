"""What goes out of the sealed versions when somebody is erased, or their time is over.

The words and their salt go, the commitments stay: the version still verifies, and nobody can find
out what stood there. Which texts went stands in the log, under the entry that says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from partituur.adoption import sealing
from partituur.adoption.models import PlanVersion, SealedText
from partituur.plans.erasing import has_name, names_of
from partituur.plans.models import Part
from partituur.schools.models import Membership

FACT = "sealed"  # the key in the facts of a log entry: [{"plan", "version", "texts": [numbers]}]


def take(member: Membership | None, parts: list[Part], names_only: bool) -> Mapping[str, Any]:
    """Erase what the versions keep of a member and of these parts; the facts for the log.

    :param names_only: the words of the parts stay, without what says whose they were
    """
    ids = {each.public_id for each in parts}
    mine = Q(part__in=ids) | (Q(member=member.public_id) if member else Q(pk=None))
    versions = {member.school_id} if member else {each.school_id for each in parts}
    taken = []
    for version in PlanVersion.objects.filter(school__in=versions).order_by("plan", "number"):
        numbers = _numbers(version, mine, member, {str(each) for each in ids}, names_only)
        if numbers:
            SealedText.objects.filter(version=version, number__in=numbers).erase()
            plan = str(version.plan.public_id)
            taken.append({"plan": plan, "version": version.number, "texts": sorted(numbers)})
    return {FACT: taken} if taken else {}


def _numbers(
    version: PlanVersion, mine: Q, member: Membership | None, parts: set[str], names_only: bool
) -> set[int]:
    texts = SealedText.objects.filter(version=version, body__isnull=False)
    found = set(texts.filter(mine).values_list("number", flat=True))
    names = {each.number for each in sealing.places(version.structure) if each.is_name}
    if names_only:
        return found & names
    if member is not None:
        found |= _named_elsewhere(texts.filter(number__in=names), member)
    return found


def _named_elsewhere(headings: Any, member: Membership) -> set[int]:
    """Headings of others that say the name: of a part of two, of a point of the meeting."""
    said = names_of(member)
    return {
        number for number, body in headings.values_list("number", "body") if has_name(body, said)
    }

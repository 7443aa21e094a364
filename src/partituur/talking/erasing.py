"""Where others wrote the name of somebody who is to be erased, in what they say to each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partituur.plans.erasing import Mention, has_name, names_of
from partituur.plans.models import Plan
from partituur.schools.models import Membership
from partituur.talking import queries
from partituur.talking.models import Remark, Suggestion


def mentions_of(member: Membership, *, reader: Membership, day: date) -> list[Mention]:
    """Remarks and suggestions of others with the name in them, as far as ``reader`` reads them."""
    return list(_mentions(member, reader, day))


def _mentions(member: Membership, reader: Membership, day: date) -> Iterator[Mention]:
    names = names_of(member)
    for plan in Plan.objects.filter(school=member.school).order_by("pk"):
        readable = queries.readable(plan, reader, day)
        for model in (Remark, Suggestion):
            found = model._default_manager.filter(conversation__in=readable)
            for each in found.exclude(author=member).select_related("conversation__part"):
                if has_name(each.body, names):
                    part = each.conversation.part
                    yield Mention(part.heading if part else "", each.body)

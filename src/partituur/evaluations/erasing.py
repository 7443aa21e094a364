"""Where others wrote the name of somebody who is to be erased, in what they looked back on.

What the member wrote goes with the member, shared or not; what the team said stays.
"""

from __future__ import annotations

from datetime import date

from partituur.evaluations import rules
from partituur.evaluations.models import Evaluation
from partituur.plans.erasing import Mention, has_name, names_of
from partituur.schools.models import Membership


def mentions_of(member: Membership, *, reader: Membership, day: date) -> list[Mention]:
    """Evaluations of others with the name in them, as far as ``reader`` reads them."""
    names = names_of(member)
    found = Evaluation.objects.filter(school=member.school).exclude(by=member)
    return [
        Mention(each.goal.part.heading if each.goal else "", text)
        for each in found.select_related("goal__part").order_by("pk")
        for text in (each.came_of_it, each.helped)
        if has_name(text, names) and not rules.why_not_read(each, reader, day=day)
    ]

"""What erasing a member takes and leaves (wissen), to be seen before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q

from partituur.plans.models import Part, Revision, Text, UnplacedText
from partituur.schools.models import Membership


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where others wrote the name; theirs to mend."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go, what would lose its writer's name, and where others wrote the name."""

    parts: list[Part]  # go, with their words and history
    together: list[Part]  # stay, with those with whom they were
    nameless: int  # stretches of writing elsewhere that stay without a name
    mentions: list[Mention]


def preview_of(member: Membership) -> Preview:
    """What erasing ``member`` would do now."""
    parts = own_parts(member)
    together = list(
        Part.objects.filter(subjects__member=member).exclude(pk__in=[each.pk for each in parts])
    )
    nameless = Revision.objects.filter(author=member).exclude(text__goal__part__in=parts)
    return Preview(parts, together, nameless.count(), list(mentions_of(member, without=parts)))


def own_parts(member: Membership) -> list[Part]:
    """The parts that are of this member alone, of all years, removed ones too."""
    alone = Part.objects.annotate(people=Count("subjects")).filter(people=1)
    return list(alone.filter(subjects__member=member, learning_team=None).order_by("pk"))


def mentions_of(member: Membership, *, without: list[Part]) -> Iterator[Mention]:
    """Texts and headings of others in which a name of the member stands."""
    names = names_of(member)
    asked = Q()
    for name in names:
        asked |= Q(body__icontains=name)
    texts = Text.objects.filter(asked, school=member.school).exclude(goal__part__in=without)
    for text in texts.select_related("goal__part").order_by("pk"):
        if _names(text.body, names):
            where = text.goal.part.heading if text.goal else ""
            yield Mention(where, text.body)
    for part in Part.objects.filter(school=member.school).exclude(pk__in=[p.pk for p in without]):
        if _names(part.heading, names):
            yield Mention(part.heading, part.heading)
    for loose in UnplacedText.objects.filter(asked, school=member.school, placed_at=None):
        if _names(loose.body, names):
            yield Mention(loose.heading, loose.body)


def names_of(member: Membership) -> list[str]:
    """The whole name, and the first name where it is long enough to be one."""
    first = member.name.split()[0]
    return [member.name, first] if len(first) > 2 and first != member.name else [member.name]


def _names(text: str, names: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names)

"""What erasing a member takes and leaves (wissen), to be seen before it is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from partituur.plans import rules
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


def preview_of(member: Membership, *, reader: Membership, day: date) -> Preview:
    """What erasing ``member`` would do now.

    :param reader: who looks; of parts that are not theirs to read, nothing is told
    """
    parts = own_parts(member)
    together = list(
        Part.objects.filter(subjects__member=member).exclude(pk__in=[each.pk for each in parts])
    )
    nameless = Revision.objects.filter(author=member).exclude(text__goal__part__in=parts)
    return Preview(parts, together, nameless.count(), list(_told(member, parts, reader, day)))


def own_parts(member: Membership) -> list[Part]:
    """The parts that are of this member alone, of all years, removed ones too."""
    alone = Part.objects.annotate(people=Count("subjects")).filter(people=1)
    return list(alone.filter(subjects__member=member, learning_team=None).order_by("pk"))


def _told(member: Membership, gone: list[Part], reader: Membership, day: date) -> Iterator[Mention]:
    """The mentions that ``reader`` may read."""
    readable = set(rules.visible_parts(reader, day).values_list("pk", flat=True))
    for part, text in mentions_of(member, without=gone):
        if part is None or part.pk in readable:
            yield Mention(part.heading if part else "", text)
    if reader.is_coordinator:
        for loose in naming(member, UnplacedText.objects.filter(placed_at__isnull=True)):
            yield Mention(_("Nog te plaatsen"), loose.body)


def naming(member: Membership, found: QuerySet[UnplacedText]) -> list[UnplacedText]:
    """Of loose texts of documents, those with a name of the member in or around them."""
    names = names_of(member)
    return [
        each
        for each in found.filter(school=member.school).order_by("pk")
        if has_name(" ".join((each.heading, each.before, each.body, each.after)), names)
    ]


def mentions_of(member: Membership, *, without: list[Part]) -> Iterator[tuple[Part | None, str]]:
    """Texts and heads of parts of others in which a name of the member stands, with their part."""
    names = names_of(member)
    asked = Q()
    for name in names:
        asked |= Q(body__icontains=name)
    texts = Text.objects.filter(asked, school=member.school).exclude(goal__part__in=without)
    for text in texts.select_related("goal__part").order_by("pk"):
        if has_name(text.body, names):
            yield text.goal.part if text.goal else None, text.body
    for part in Part.objects.filter(school=member.school).order_by("pk"):
        for said in (part.heading, part.note):
            if part not in without and has_name(said, names):
                yield part, said


def names_of(member: Membership) -> list[str]:
    """The whole name, and the first name where it is long enough to be one."""
    first = member.name.split()[0]
    return [member.name, first] if len(first) > 2 and first != member.name else [member.name]


def has_name(text: str, names: list[str]) -> bool:
    """Whether one of the names stands in a text as a word of its own."""
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names)


# --- what a room above keeps of the same person ------------------------------------------------

# (the member, or None where only their time is over; their parts; whether words may stay) → facts
# for the entry in the log under which it was erased. A room says so once, when it is ready.
Taker = Callable[[Membership | None, list[Part], bool], Mapping[str, Any]]
_takers: list[Taker] = []


def also(taker: Taker) -> None:
    """Let a room above take what it keeps of whom is erased."""
    if taker not in _takers:
        _takers.append(taker)


def take_elsewhere(
    member: Membership | None, parts: list[Part], *, names_only: bool = False
) -> dict[str, Any]:
    """Let the rooms above take theirs, before the rows here go; the facts for the log.

    :param names_only: what was shared stays as words of the school; who it was, goes
    """
    facts: dict[str, Any] = {}
    for taker in _takers:
        facts |= taker(member, parts, names_only)
    return facts

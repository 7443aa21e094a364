"""Where others wrote the name of somebody who is to be erased, in what they say to each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import html

from partituur.kernel import richtext
from partituur.plans import rules
from partituur.plans.erasing import Mention, has_name, names_of
from partituur.plans.models import Part, Plan
from partituur.schools.models import Membership
from partituur.talking import queries
from partituur.talking.models import (
    GuestLink,
    GuidanceNote,
    Remark,
    Suggestion,
    SupportQuestion,
)


def mentions_of(member: Membership, *, reader: Membership, day: date) -> list[Mention]:
    """Words of others around the plan with the name in them, as far as ``reader`` reads them."""
    names = names_of(member)
    found = [
        *_said(member, reader, day),
        *_asked(member, reader, day),
        *_noted(member, reader, day),
    ]
    return [each for each in found if has_name(each.text, names)]


def _said(member: Membership, reader: Membership, day: date) -> Iterator[Mention]:
    """Remarks and suggestions."""
    for plan in Plan.objects.filter(school=member.school).order_by("pk"):
        readable = queries.readable(plan, reader, day)
        for model in (Remark, Suggestion):
            found = model._default_manager.filter(conversation__in=readable).exclude(author=member)
            for each in found.select_related("conversation__part"):
                part = each.conversation.part
                yield Mention(part.heading if part else "", each.body)


def _asked(member: Membership, reader: Membership, day: date) -> Iterator[Mention]:
    """Questions for support with their answers, and what stands in and under a guest's link."""
    of_reader = Q(goal__part__in=_written_by(reader, day))
    asked = SupportQuestion.objects.filter(of_reader | Q(colleague=reader), school=member.school)
    for each in asked.exclude(colleague=member).select_related("goal__part"):
        if each.asked_by_id != member.pk:
            yield Mention(each.goal.part.heading, each.question)
        yield Mention(each.goal.part.heading, each.answer)
    for link in GuestLink.objects.filter(of_reader, school=member.school).select_related(
        "goal__part"
    ):
        shown = [richtext.to_plain(html.strip_tags(line[1])) for line in link.content]
        for words in (link.name, link.effort, *shown):
            yield Mention(link.goal.part.heading, words)


def _noted(member: Membership, reader: Membership, day: date) -> Iterator[Mention]:
    """The guidance log, of the parts in which the reader is a partner."""
    found = GuidanceNote.objects.filter(part__in=_partner_in(reader, day)).exclude(author=member)
    for each in found.select_related("part"):
        yield Mention(each.part.heading, each.body)


def _partner_in(reader: Membership, day: date) -> QuerySet[Part]:
    return rules.with_subjecthood(Part.objects.filter(school=reader.school), reader, day).filter(
        Q(is_subject=True) | Q(partner=reader), kind__in=rules.PERSONAL_KINDS
    )


def _written_by(reader: Membership, day: date) -> QuerySet[Part]:
    """The parts in which the reader asks for support: own ones, for an IB’er the school’s too."""
    if not reader.is_coordinator:
        return _partner_in(reader, day)
    of_school = Part.objects.filter(school=reader.school).exclude(kind__in=rules.PERSONAL_KINDS)
    return Part.objects.filter(
        Q(pk__in=_partner_in(reader, day).values("pk")) | Q(pk__in=of_school.values("pk"))
    )

"""Conversations and suggestions (gesprekken, voorstellen)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.plans import queries as plans
from partituur.plans import rules as plan_rules
from partituur.plans.actions import writing
from partituur.plans.models import PRINCIPLE, Goal, Part, Plan, Principle, Text
from partituur.schools.models import Membership
from partituur.talking import rules
from partituur.talking.models import Conversation, Remark, Suggestion

LONGEST = 4000  # characters in one remark


@dataclass(frozen=True, slots=True)
class About:
    """What a conversation is about: a part, a goal in it, a field of that; or a principle."""

    plan: Plan
    part: Part | None = None
    goal: Goal | None = None
    key: str = ""
    principle: Principle | None = None


@transaction.atomic
def begin(*, about: About, body: str, by: Membership, at: datetime) -> Conversation:
    """Begin a conversation with a first remark. Whether ``by`` may read there, the door asked.

    :raises Refusal: nothing is said, or too much
    """
    words = _words(body)
    conversation = _open(about, at)
    _say(conversation, words, by, at)
    return conversation


@transaction.atomic
def say(*, conversation: Conversation, body: str, by: Membership, at: datetime) -> Remark:
    """Say something in a conversation; a settled one opens again by it.

    :raises Refusal: see rules.why_not_read; nothing is said, or too much
    """
    if reason := rules.why_not_read(conversation, by, day=at.date()):
        raise Refusal(reason)
    words = _words(body)
    Conversation.objects.filter(pk=conversation.pk).update(settled_at=None)
    return _say(conversation, words, by, at)


def settle(*, conversation: Conversation, by: Membership, at: datetime, settled: bool) -> None:
    """Settle a conversation, or open it again. Who reads it may.

    :raises Refusal: see rules.why_not_read
    """
    if reason := rules.why_not_read(conversation, by, day=at.date()):
        raise Refusal(reason)
    Conversation.objects.filter(pk=conversation.pk).update(settled_at=at if settled else None)


def take_away(*, remark: Remark, by: Membership) -> None:
    """Take one's own remark away; a conversation without remarks and suggestions goes with it.

    :raises Refusal: it is somebody else's
    """
    if remark.author_id != by.pk:
        raise Refusal(_("Alleen wie dit zei, haalt het weg."))
    conversation = remark.conversation
    remark.delete()
    clear_empty(Conversation.objects.filter(pk=conversation.pk))


def clear_empty(conversations: QuerySet[Conversation]) -> None:
    """Remove conversations in which nothing is said any more."""
    conversations.filter(remarks__isnull=True, suggestions__isnull=True).delete()


@transaction.atomic
def suggest(
    *, about: About, conversation: Conversation | None, body: str, by: Membership, at: datetime
) -> Suggestion:
    """Suggest other words for a field; a conversation begins with it when there is none.

    :raises Refusal: see rules.why_not_suggest; nothing is suggested, or what stands there already
    """
    conversation = conversation or _open(about, at)
    if reason := rules.why_not_suggest(conversation):
        raise Refusal(reason)
    now = text_of(conversation)
    words = body.replace("\r\n", "\n").replace("\x00", "").strip()
    if not words:
        raise Refusal(_("Schrijf hoe het volgens jou kan."))
    if words == now.body.strip():
        raise Refusal(_("Dit staat er al zo."))
    if len(words) > writing.LONGEST:
        raise Refusal(_("Deze tekst is te lang: houd hem onder de 20.000 tekens."))
    Conversation.objects.filter(pk=conversation.pk).update(settled_at=None)
    return Suggestion.objects.create(
        school_id=conversation.school_id, conversation=conversation, author=by, body=words,
        before=now.body, at=at,
    )  # fmt: skip


@transaction.atomic
def accept(*, suggestion: Suggestion, seen: int, by: Membership, at: datetime) -> bool:
    """Make a suggestion the text of its field. False when the text changed since it was seen.

    :param seen: the version of the text beside which the suggestion was shown
    :raises Refusal: see rules.why_not_decide
    """
    if reason := rules.why_not_decide(suggestion, by, day=at.date()):
        raise Refusal(reason)
    line, now = suggestion.conversation.line, text_of(suggestion.conversation)
    assert line is not None
    if now.version != seen:
        return False
    saved = writing.save(
        line=line, key=_key(suggestion.conversation),
        words=writing.Words(suggestion.body, now.moment, now.hours), base=seen,
        save_key=uuid4(), by=by, at=at, apart=True,
    )  # fmt: skip
    if isinstance(saved, writing.Clash):
        transaction.set_rollback(True)
        return False
    _decide(suggestion, Suggestion.State.ACCEPTED, by, at)
    return True


@transaction.atomic
def decline(*, suggestion: Suggestion, by: Membership, at: datetime) -> None:
    """Leave the text as it is; the suggestion stays to be read. Its maker takes it back by it.

    :raises Refusal: see rules.why_not_decide
    """
    if suggestion.author_id == by.pk and suggestion.state == Suggestion.State.OPEN:
        _decide(suggestion, Suggestion.State.WITHDRAWN, by, at)
        return
    if reason := rules.why_not_decide(suggestion, by, day=at.date()):
        raise Refusal(reason)
    _decide(suggestion, Suggestion.State.DECLINED, by, at)


def text_of(conversation: Conversation) -> Text:
    """The words that a conversation is about, as they are now."""
    assert conversation.line is not None
    return plans.text_of(conversation.line, _key(conversation))


def _key(conversation: Conversation) -> str:
    return PRINCIPLE if conversation.principle_id else conversation.key


def _decide(suggestion: Suggestion, state: Suggestion.State, by: Membership, at: datetime) -> None:
    Suggestion.objects.filter(pk=suggestion.pk, state=Suggestion.State.OPEN).update(
        state=state, decided_by=by, decided_at=at
    )


def _open(about: About, at: datetime) -> Conversation:
    """Keep who can read along from now on: the partners of today, or the team."""
    part = Part.objects.get(pk=about.part.pk) if about.part else None  # as it is shared now
    private = part is not None and plan_rules.is_personal(part) and part.shared_at is None
    conversation = Conversation.objects.create(
        school_id=about.plan.school_id, plan=about.plan, part=part, goal=about.goal, key=about.key,
        principle=about.principle, began_at=at,
        audience=Conversation.Audience.PARTNERS if private else Conversation.Audience.TEAM,
    )  # fmt: skip
    if private and part is not None:
        conversation.readers.set(plans.partners_of(part, day=at.date()))
    return conversation


def _say(conversation: Conversation, words: str, by: Membership, at: datetime) -> Remark:
    remark = Remark.objects.create(
        school_id=conversation.school_id, conversation=conversation, author=by, body=words, at=at
    )
    remark.mentions.set(mentioned(words, audience_of(conversation, at), by))
    return remark


def audience_of(conversation: Conversation, at: datetime) -> list[Membership]:
    """Who reads along today, and so can be mentioned."""
    if conversation.audience == Conversation.Audience.PARTNERS:
        return list(conversation.readers.order_by("name"))
    return list(
        Membership.objects.on(at.date()).filter(school=conversation.school_id).order_by("name")
    )


def mentioned(words: str, readers: Iterable[Membership], by: Membership) -> list[Membership]:
    """Whom ``@Naam`` calls: by the whole name, or by the first name when only one has it."""
    readers = [each for each in readers if each.pk != by.pk]
    first: dict[str, list[Membership]] = {}
    for each in readers:
        first.setdefault(each.name.split()[0].casefold(), []).append(each)
    called = []
    for each in readers:
        alone = len(first[each.name.split()[0].casefold()]) == 1
        names = [each.name, *([each.name.split()[0]] if alone else [])]
        if any(re.search(rf"@{re.escape(name)}\b", words, re.IGNORECASE) for name in names):
            called.append(each)
    return called


def _words(typed: str) -> str:
    """:raises Refusal: nothing is said, or too much"""
    words = typed.replace("\r\n", "\n").replace("\x00", "").strip()
    if not words:
        raise Refusal(_("Schrijf eerst wat je wilt zeggen."))
    if len(words) > LONGEST:
        raise Refusal(_("Dit is te lang. Houd het onder de 4.000 tekens."))
    return words

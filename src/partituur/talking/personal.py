"""Own data, with what was said around the plan: plans.personal and what lies above it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q

from partituur.accounts import factors
from partituur.mail.models import Mail
from partituur.plans import personal
from partituur.plans.models import Part
from partituur.schools.models import Membership
from partituur.talking.models import GuestLink, GuidanceNote, Remark, Suggestion, SupportQuestion

Data = dict[str, Any]


def data_of(member: Membership, *, at: datetime) -> Data:
    """Everything of ``member``: see plans.personal.data_of, and what is said and asked."""
    mine = personal.own_parts(member, at.date())
    return personal.data_of(member, at=at) | {
        "signing_in": _signing_in(member),
        "remarks": [_remark(each) for each in _remarks(member, mine)],
        "suggestions": [_suggestion(each) for each in _suggestions(member, mine)],
        "support": [_question(each) for each in _questions(member, mine)],
        "guests": [
            {"name": each.name, "made_at": each.made_at.isoformat(), "effort": each.effort}
            for each in GuestLink.objects.filter(Q(made_by=member) | Q(goal__part__in=mine))
        ],
        "guidance_log": [
            {
                "part": each.part.heading, "kind": each.kind, "day": each.day.isoformat(),
                "by": each.author.name, "text": each.body,
            }
            for each in GuidanceNote.objects.filter(Q(author=member) | Q(part__in=mine))
            .select_related("part", "author")
        ],
    }  # fmt: skip


def _signing_in(member: Membership) -> Data | None:
    person = member.person
    if person is None:
        return None
    return {
        "second_steps": [
            {"kind": each.type, "since": each.created_at.isoformat()}
            for each in Authenticator.objects.filter(user=person)
        ],
        "services": [
            {"service": each.provider, "subject": each.uid, "told": each.extra_data}
            for each in SocialAccount.objects.filter(user=person)
        ],
        "sessions": [
            {"since": each.created_at.isoformat(), "from": each.ip, "browser": each.user_agent}
            for each in factors.sessions_of(person)
        ],
        "mail": [
            {"kind": each.kind, "at": each.made_at.isoformat(), "left": each.has_left}
            for each in Mail.objects.filter(to__iexact=person.email)
        ],
    }


def _remarks(member: Membership, mine: list[Part]) -> list[Remark]:
    """What the member said, and what was said in the own parts where the member reads along."""
    heard = Q(conversation__part__in=mine) & (
        Q(conversation__readers=member) | Q(conversation__audience="team")
    )
    found = Remark.objects.filter(Q(author=member) | heard).select_related("author")
    return list(found.distinct().order_by("at", "pk"))


def _suggestions(member: Membership, mine: list[Part]) -> list[Suggestion]:
    found = Suggestion.objects.filter(Q(author=member) | Q(conversation__part__in=mine))
    return list(found.select_related("author").order_by("at", "pk"))


def _questions(member: Membership, mine: list[Part]) -> list[SupportQuestion]:
    found = SupportQuestion.objects.filter(
        Q(colleague=member) | Q(asked_by=member) | Q(goal__part__in=mine)
    )
    return list(found.select_related("colleague").order_by("pk"))


def _remark(remark: Remark) -> Data:
    return {"at": remark.at.isoformat(), "by": remark.author.name, "text": remark.body}


def _suggestion(suggestion: Suggestion) -> Data:
    return {
        "at": suggestion.at.isoformat(),
        "by": suggestion.author.name,
        "text": suggestion.body,
        "state": suggestion.state,
    }


def _question(question: SupportQuestion) -> Data:
    return {
        "asked_at": question.asked_at.isoformat(),
        "to": question.colleague.name,
        "question": question.question,
        "says_yes": question.says_yes,
        "answer": question.answer,
    }

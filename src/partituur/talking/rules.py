"""Who reads and who speaks around a plan. Each rule returns the reason why not, or None."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from partituur.plans import rules as plans
from partituur.plans.models import Part
from partituur.schools.models import Membership
from partituur.talking.models import Conversation, Suggestion, SupportQuestion


def why_not_read(conversation: Conversation, member: Membership, *, day: date) -> str | None:
    """A conversation keeps the audience that it began with.

    What the team could read stays readable only as long as the part itself is.
    """
    if conversation.school_id != member.school_id:
        return _("Dit gesprek is er niet.")
    part = conversation.part
    if conversation.audience == Conversation.Audience.PARTNERS:
        if conversation.readers.filter(pk=member.pk).exists():
            return None
        return _("Dit gesprek is van wie het aangaat.")
    if part is None:
        return None
    is_subject = plans.is_subject(part, member, day)
    return plans.why_not_read(part, member, is_subject=is_subject)


def why_not_suggest(conversation: Conversation) -> str | None:
    """A suggestion is about the words of a field or a principle, while these can be written."""
    if conversation.line is None or (conversation.goal and not conversation.key):
        return _("Een voorstel gaat over één veld. Kies eerst een veld.")
    return plans.why_closed(conversation.plan, conversation.part)


def why_not_decide(suggestion: Suggestion, member: Membership, *, day: date) -> str | None:
    """Who may write there accepts or declines it; not who made it."""
    if suggestion.state != Suggestion.State.OPEN:
        return _("Over dit voorstel is al besloten.")
    if suggestion.author_id == member.pk:
        return _("Dit is je eigen voorstel. Een ander beslist erover.")
    part, plan = suggestion.conversation.part, suggestion.conversation.plan
    own = part is not None and plans.is_subject(part, member, day)
    return plans.why_not_write(plan, part, member, is_subject=own)


def why_not_ask_support(part: Part, member: Membership, *, is_subject: bool) -> str | None:
    """Partners ask for support, and give a guest a link; in a part of the school, who writes it."""
    return plans.why_not_write(part.plan, part, member, is_subject=is_subject)


def why_not_answer(question: SupportQuestion, member: Membership) -> str | None:
    """Only who was asked answers, and may change that."""
    if question.colleague_id == member.pk:
        return None
    return _("Deze vraag is aan iemand anders gesteld.")


def may_read_goal(question: SupportQuestion) -> bool:
    """Who said yes sees the goal; before that, the question that was put."""
    return question.says_yes is True


def why_not_guide(part: Part, member: Membership, *, is_subject: bool) -> str | None:
    """The guidance log is of the partners, shared part or not."""
    if plans.is_personal(part) and plans.is_partner(part, member, is_subject=is_subject):
        return None
    return _("Dit logboek is alleen van wie het aangaat.")

"""Support asked of people (ondersteuning): a colleague says yes or no; a guest writes an effort."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.plans.models import Goal
from partituur.schools.models import Membership
from partituur.talking import rules
from partituur.talking.models import GuestLink, SupportQuestion

LINK_HOLDS_FOR = timedelta(days=30)
LONGEST = 2000  # characters


def ask(
    *,
    goal: Goal,
    colleague: Membership,
    question: str,
    takes: set[str],
    by: Membership,
    at: datetime,
) -> SupportQuestion:
    """Ask a colleague to support a goal. Whether ``by`` may, the door asked.

    :param takes: of "time", "exchange", "class": what it takes of the colleague
    :raises Refusal: the question is empty or too long; it is put to oneself, to another school, or
        was put already
    """
    words = _words(question, _("Schrijf wat je vraagt."))
    if colleague.school_id != goal.school_id or not colleague.holds_on(at.date()):
        raise Refusal(_("Deze collega zit niet in het team."))
    if colleague == by:
        raise Refusal(_("Vraag het aan een ander dan jezelf."))
    try:
        with transaction.atomic():
            return SupportQuestion.objects.create(
                school_id=goal.school_id, goal=goal, asked_by=by, colleague=colleague,
                question=words, asked_at=at, takes_time="time" in takes,
                takes_exchange="exchange" in takes, takes_class="class" in takes,
            )  # fmt: skip
    except IntegrityError:
        raise Refusal(_("{name} is hiervoor al gevraagd.").format(name=colleague.name)) from None


def answer(
    *, question: SupportQuestion, says_yes: bool, words: str, by: Membership, at: datetime
) -> None:
    """Say yes or no; it may be changed later.

    :raises Refusal: see rules.why_not_answer; the words are too many
    """
    if reason := rules.why_not_answer(question, by):
        raise Refusal(reason)
    SupportQuestion.objects.filter(pk=question.pk).update(
        says_yes=says_yes, answer=_words(words, ""), answered_at=at
    )


def withdraw(*, question: SupportQuestion) -> None:
    """Take a question back: who was asked sees nothing of it any more."""
    question.delete()


def invite_guest(
    *, goal: Goal, name: str, content: list[list[str]], by: Membership, at: datetime
) -> str:
    """Make a link to a frozen view of a goal. Whether ``by`` may, the door asked.

    :param content: what the guest sees: [label, html] for each line, made from what stands there
    :returns: the secret part of the link, which is kept nowhere
    :raises Refusal: the name is empty or too long
    """
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > 120:
        raise Refusal(_("Vul een naam in, bijvoorbeeld: de logopedist."))
    token = secrets.token_urlsafe(24)
    GuestLink.objects.create(
        school_id=goal.school_id, goal=goal, made_by=by, name=tidy, digest=_digest(token),
        content=content, made_at=at, expires_at=at + LINK_HOLDS_FOR,
    )  # fmt: skip
    return token


def guest_link(token: str, *, at: datetime) -> GuestLink | None:
    """The link that holds, when there is one."""
    found = GuestLink.objects.select_related("goal__part", "school").filter(
        digest=_digest(token), expires_at__gt=at, goal__removed_at__isnull=True,
        goal__part__removed_at__isnull=True,
    )  # fmt: skip
    return found.first()


def write_effort(*, link: GuestLink, words: str, at: datetime) -> None:
    """Let a guest say what they will do.

    :raises Refusal: the words are too many
    """
    GuestLink.objects.filter(pk=link.pk).update(effort=_words(words, ""), effort_at=at)


def withdraw_link(*, link: GuestLink, at: datetime) -> None:
    """End a link; what the guest wrote stays with the goal."""
    GuestLink.objects.filter(pk=link.pk).update(expires_at=at)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _words(typed: str, missing: str) -> str:
    words = typed.replace("\r\n", "\n").replace("\x00", "").strip()
    if not words and missing:
        raise Refusal(missing)
    if len(words) > LONGEST:
        raise Refusal(_("Dit is te lang. Houd het onder de 2.000 tekens."))
    return words

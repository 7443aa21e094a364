"""Saving words (schrijven): one text at a time, never over somebody else's.

A save names the version it was written on. When somebody else saved in between, nothing is
overwritten: the words are set aside in the history and handed back beside the other's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F
from django.utils.html import escape
from django.utils.translation import gettext as _

from partituur.kernel import richtext
from partituur.kernel.errors import Refusal
from partituur.plans import moments, rules, telling
from partituur.plans.models import TITLE, Goal, Plan, Principle, Revision, Text
from partituur.schools.models import Membership

PAUSE = timedelta(minutes=2)  # after a longer silence, the same writer begins a new revision
LONGEST = 20_000  # characters in one text
MOST_HOURS = Decimal(2000)  # more than a working year


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote in one field: rich-text source, and what stands beside it."""

    body: str
    moment: str = ""
    hours: Decimal | None = None

    @classmethod
    def typed(cls, *, body: str, moment: str, hours: str, start_year: int) -> Words:
        """Read what was typed in a form.

        :param start_year: the school year's first year; a month without a year falls in it
        :raises Refusal: a moment or an amount of hours that cannot be read
        """
        return cls(
            body=body.replace("\r\n", "\n").replace("\x00", ""),
            moment=moments.written(moment, start_year=start_year).kept if moment.strip() else "",
            hours=_hours(hours),
        )


@dataclass(frozen=True, slots=True)
class Saved:
    """The words are the text now (or were already: a repeated save changes nothing)."""

    text: Text


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else wrote in between: ``text`` has their words, ``aside`` keeps ours."""

    text: Text
    aside: Revision


def save(
    *,
    line: Goal | Principle,
    key: str,
    words: Words,
    base: int,
    save_key: UUID,
    by: Membership | None,
    at: datetime,
    apart: bool = False,
    when_closed: bool = False,
) -> Saved | Clash:
    """Make ``words`` the text of a field, if nobody saved it since version ``base``.

    Whether ``by`` may write there has been asked by the door (``rules.why_not_write``).

    :param base: the version that the writer saw; 0 for a field without words
    :param save_key: the same for a save and its repetitions
    :param apart: begin a new revision, also in the middle of the writer's stretch
    :param when_closed: also where writing has ended: for what the team itself amends
    :raises Refusal: the words are too many; the team adopted the plan a moment ago
    """
    if len(words.body) > LONGEST:
        raise Refusal(_("Deze tekst is te lang: houd hem onder de 20.000 tekens."))
    with transaction.atomic():
        _hold_plan(line)
        found = _text_of(line, key, may_begin=base == 0)
        if not when_closed and (reason := _why_closed(found)):
            return _saved_before(found, save_key, reason)
        if not _overwrite(found, key, words, base, at):
            return _late(found, words, save_key, by, at)
        if apart or not _grow(found, words, base, save_key, by, at):
            _begin(found, words, base, save_key, by, at)
        telling.tell_text(line, key, base + 1)
    found.version = base + 1
    return Saved(found)


def text_now(line: Goal | Principle, key: str) -> str:
    """The words of a field as they are now; empty when nobody wrote there yet."""
    owner = {"goal": line} if isinstance(line, Goal) else {"principle": line}
    found = Text.objects.filter(key=key, **owner).values_list("body", flat=True).first()
    return found or ""


def _text_of(line: Goal | Principle, key: str, *, may_begin: bool) -> Text:
    owner = {"goal": line} if isinstance(line, Goal) else {"principle": line}
    if may_begin:
        fresh = Text(school_id=line.school_id, key=key, **owner)
        Text.objects.bulk_create([fresh], ignore_conflicts=True)
    return Text.objects.select_related("goal__part__plan", "principle__plan").get(key=key, **owner)


def _hold_plan(line: Goal | Principle) -> None:
    """Let nobody adopt the plan while this is written. On SQLite writers wait for each other."""
    if connection.features.has_select_for_update:
        held = {"parts__goals": line} if isinstance(line, Goal) else {"principles": line}
        Plan.objects.select_for_update(of=("self",), no_key=True).filter(**held).first()


def _why_closed(text: Text) -> str | None:
    """Asked again inside the transaction: between the door and here the team may have adopted."""
    if text.goal is not None:
        return rules.why_closed(text.goal.part.plan, text.goal.part)
    assert text.principle is not None
    return rules.why_closed(text.principle.plan)


def _saved_before(text: Text, save_key: UUID, reason: str) -> Saved:
    """What was saved while the plan was open is saved, also when the browser sends it again.

    :raises Refusal: it was not
    """
    if Revision.objects.filter(text=text, save_key=save_key, accepted=True).exists():
        return Saved(text)
    raise Refusal(reason)


def _overwrite(text: Text, key: str, words: Words, base: int, at: datetime) -> bool:
    """The one statement that decides between two writers: the version must still be ``base``."""
    text.body, text.moment, text.hours, text.saved_at = words.body, words.moment, words.hours, at
    text.html = escape(words.body) if key == TITLE else richtext.to_html(words.body)
    return bool(
        Text.objects.filter(pk=text.pk, version=base).update(
            body=text.body,
            html=text.html,
            moment=text.moment,
            hours=text.hours,
            saved_at=at,
            version=F("version") + 1,
        )
    )


def _grow(
    text: Text, words: Words, base: int, save_key: UUID, by: Membership | None, at: datetime
) -> bool:
    """Let the writer's last revision grow, when they wrote on without a pause."""
    if by is None:
        return False
    growing = Revision.objects.filter(
        text=text, version=base, accepted=True, author=by,
        saved_at__gt=at - PAUSE, saved_at__lte=at + PAUSE,
    )  # fmt: skip
    return bool(
        growing.update(
            version=base + 1, saved_at=at, save_key=save_key,
            body=words.body, moment=words.moment, hours=words.hours,
        )
    )  # fmt: skip


def _begin(
    text: Text, words: Words, base: int, save_key: UUID, by: Membership | None, at: datetime
) -> None:
    """Keep the words as a revision of their own."""
    Revision.objects.create(
        school_id=text.school_id, text=text, version=base + 1, author=by,
        body=words.body, moment=words.moment, hours=words.hours,
        began_at=at, saved_at=at, save_key=save_key,
    )  # fmt: skip


def _late(
    text: Text, words: Words, save_key: UUID, by: Membership | None, at: datetime
) -> Saved | Clash:
    """A save on an old version: a repetition, the same words, or a clash."""
    now = Text.objects.get(pk=text.pk)
    before = Revision.objects.filter(text=text, save_key=save_key).first()
    if before is not None:
        return Saved(now) if before.accepted else Clash(now, before)
    if (now.body, now.moment, now.hours) == (words.body, words.moment, words.hours):
        return Saved(now)
    aside = Revision.objects.create(
        school_id=now.school_id, text=now, version=now.version, accepted=False, author=by,
        body=words.body, moment=words.moment, hours=words.hours,
        began_at=at, saved_at=at, save_key=save_key,
    )  # fmt: skip
    return Clash(now, aside)


def _hours(typed: str) -> Decimal | None:
    typed = typed.strip().lower().removesuffix("uur").strip().replace(",", ".")
    if not typed:
        return None
    try:
        hours = Decimal(typed).quantize(Decimal("0.01"))
    except InvalidOperation:
        hours = Decimal(-1)
    if not (hours.is_finite() and 0 <= hours <= MOST_HOURS):
        raise Refusal(_("Schrijf de uren als een getal, bijvoorbeeld 3 of 2,5."))
    return hours

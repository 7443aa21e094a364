"""Answering (antwoorden): each for themselves, or hands are counted; never both at one point."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.meetings import accents, queries, rules
from partituur.meetings.actions import holding
from partituur.meetings.changing import changed, counts_changed, hold
from partituur.meetings.models import Answer, Meeting, Point
from partituur.schools.models import Membership

LONGEST = 2000  # characters with an answer
MOST_HANDS = 500


@transaction.atomic
def answer(
    *,
    point: Point,
    member: Membership,
    round: int,
    choice: str,
    words: str,
    picks: Iterable[str],
    with_name: bool,
    wants_word: bool,
    moment: int,
    key: UUID,
    at: datetime,
) -> Answer:
    """Give an answer, or change it. Of two answers of one member, the one chosen last counts.

    An answer that comes again (the same ``key``) changes nothing; so does one that was on its way
    for so long that a later one was here first.

    :param round: of the point when it was on the phone; after a rewording it is asked again
    :param moment: when the choice was made, in the server's milliseconds since 1970
    :return: the answer that counts now
    :raises Refusal: see rules.why_not_answer; words are missing; the point was reworded
    """
    point = _held(point)
    seat = queries.seat_of(point.meeting, member)
    if reason := rules.why_not_answer(point, seat, timezone.localdate(at)):
        raise Refusal(reason)
    assert seat is not None
    if round != point.round:
        raise Refusal(_("De tekst van dit punt is net veranderd. Lees hem nog even, en antwoord."))
    given = _checked(point, choice, words, picks)
    afterwards = point.meeting.state == Meeting.State.CLOSED
    values = given | {
        "round": round, "with_name": with_name, "moment": min(moment, _milliseconds(at)),
        "wants_word": wants_word and not afterwards, "key": key, "at": at, "met": "",
        "afterwards": afterwards,
    }  # fmt: skip
    mine, is_written = _put(point, member, values)
    if is_written and not afterwards:
        if point.by_hands is None:
            Point.objects.filter(pk=point.pk).update(by_hands=False)
        if seat.came_at is None or seat.left_at is not None:
            seat.meeting = point.meeting
            holding.arrive(seat=seat, at=at)
        counts_changed(point.meeting)
    return mine


def _held(point: Point) -> Point:
    """The point as it is now, held until this answer is in: closing and rewording wait for it."""
    found = Point.objects.select_for_update(of=("self",)).select_related(
        "meeting__plan__school", "meeting__looks_back_on"
    )
    return found.get(pk=point.pk)


def _checked(point: Point, choice: str, words: str, picks: Iterable[str]) -> dict[str, Any]:
    if choice not in rules.choices_of(point):
        raise Refusal(_("Kies een van de antwoorden."))
    words = words.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(words) > LONGEST:
        raise Refusal(_("Houd het korter: hoogstens 2.000 tekens."))
    if choice in rules.NEED_WORDS and not words:
        raise Refusal(
            _("Schrijf erbij waarom. Zonder reden kan het team er niets mee.")
            if choice == Answer.Choice.OBJECT
            else _("Schrijf je kanttekening erbij.")
        )
    chosen = list(dict.fromkeys(picks)) if choice == Answer.Choice.ACCENTS else []
    if choice == Answer.Choice.ACCENTS:
        known = {each.key for each in accents.options(point.meeting.plan)}
        chosen = [each for each in chosen if each in known]
        if len(chosen) > accents.MOST:
            raise Refusal(_("Kies er hoogstens drie: anders is niets een accent."))
        if not chosen and not words:
            raise Refusal(_("Kies een accent, of schrijf er zelf een op."))
    return {"choice": choice, "words": words, "picks": chosen}


def _put(point: Point, member: Membership, values: dict[str, Any]) -> tuple[Answer, bool]:
    """Write the answer, unless a later one or this very one is here; whether it was written.

    Nobody else writes at this point meanwhile: it is held (see ``_held``).
    """
    mine = Answer.objects.filter(point=point, member=member).first()
    if mine is None:
        made = Answer(school_id=point.school_id, point=point, member=member, **values)
        made.save(force_insert=True)
        return made, True
    is_newer = mine.moment < values["moment"] or mine.round < values["round"]
    if mine.key == values["key"] or not is_newer:
        return mine, False
    for name, value in values.items():
        setattr(mine, name, value)
    mine.save(update_fields=list(values))
    return mine, True


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


@transaction.atomic
def count_hands(
    *, point: Point, agree: int, note: int, object: int, by: Membership, at: datetime
) -> None:
    """Count hands at a point, or count them again. All zero empties it: phones may answer then.

    The three counts are those of the point's own choices in their order (``choices_of``): looking
    back they are door, bijstellen and klaar.

    :raises Refusal: see rules.why_not_count_hands; more hands than people
    """
    hold(point.meeting)
    point = _held(point)
    if reason := rules.why_not_count_hands(point, by):
        raise Refusal(reason)
    counts = (agree, note, object)
    present = queries.present(point.meeting).count()
    if any(not 0 <= each <= MOST_HANDS for each in counts):
        raise Refusal(_("Schrijf de handen als een getal."))
    if present and sum(counts) > present:
        raise Refusal(
            _("Dat zijn meer handen dan mensen: er zijn er {number}.").format(number=present)
        )
    Point.objects.filter(pk=point.pk).update(
        by_hands=True if any(counts) else None,
        hands_agree=agree, hands_note=note, hands_object=object,
    )  # fmt: skip
    changed(point.meeting)
    counts_changed(point.meeting)

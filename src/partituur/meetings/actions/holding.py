"""Holding a meeting (vergaderen): from point to point, who is there, rewording, objections met."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.meetings import codes, rules
from partituur.meetings.actions import planning
from partituur.meetings.changing import changed, counts_changed, hold
from partituur.meetings.models import Answer, Meeting, Point, Seat
from partituur.plans.actions import writing
from partituur.plans.models import PRINCIPLE, Goal, Principle
from partituur.schools.models import Membership

LONGEST = 4000  # characters of an outcome, or of how an objection was met


@transaction.atomic
def open_meeting(*, meeting: Meeting, by: Membership, at: datetime) -> None:
    """Open a meeting: it gets its code, the agenda is brought in line, the first point is shown.

    :raises Refusal: see rules.why_not_open; another meeting about this plan is open
    """
    if reason := rules.why_not_open(meeting, by):
        raise Refusal(reason)
    planning.renew(meeting, timezone.localdate(at))
    code = _free_code()
    try:
        with transaction.atomic():
            opened = Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.PLANNED).update(
                state=Meeting.State.OPEN, code=code, opened_at=at, run_by=by
            )
    except IntegrityError:
        raise Refusal(_("Er is al een vergadering over dit plan bezig.")) from None
    if not opened:
        raise Refusal(_("Deze vergadering is al geopend."))
    meeting.refresh_from_db()
    _record(meeting, "meeting.opened", by, at)
    first = meeting.points.order_by("position", "pk").first()
    if first is not None:
        _show(meeting, first, at)
    changed(meeting)


def _lead(meeting: Meeting, by: Membership) -> None:
    """Take the meeting as it is now, for who may lead it.

    :raises Refusal: see rules.why_not_lead
    """
    hold(meeting)
    if reason := rules.why_not_lead(meeting, by):
        raise Refusal(reason)


def _free_code() -> str:
    return codes.new_code(set(Meeting.objects.exclude(code="").values_list("code", flat=True)))


@transaction.atomic
def go_to(*, point: Point, by: Membership, at: datetime) -> None:
    """Put a point on the screen; it is open for answers unless it was closed before.

    :raises Refusal: see rules.why_not_lead
    """
    _lead(point.meeting, by)
    _show(point.meeting, point, at)
    changed(point.meeting)


def _show(meeting: Meeting, point: Point, at: datetime) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(point=point)
    Point.objects.filter(pk=point.pk, opened_at__isnull=True).update(opened_at=at)
    meeting.point = point


@transaction.atomic
def close_point(*, point: Point, by: Membership, at: datetime) -> None:
    """Close a point: its answers are what they are.

    :raises Refusal: see rules.why_not_lead
    """
    _lead(point.meeting, by)
    Point.objects.filter(pk=point.pk, opened_at__isnull=False).update(closed_at=at)
    changed(point.meeting)


@transaction.atomic
def reopen_point(*, point: Point, by: Membership, at: datetime) -> None:
    """Open a point again: answers can be changed once more, until the team has decided.

    :raises Refusal: see rules.why_not_reopen
    """
    hold(point.meeting)
    if reason := rules.why_not_reopen(point, by):
        raise Refusal(reason)
    Point.objects.filter(pk=point.pk).update(closed_at=None)
    changed(point.meeting)


@transaction.atomic
def close_meeting(
    *, meeting: Meeting, answers_until: date | None, by: Membership, at: datetime
) -> None:
    """End a meeting. Who was not there can add an answer until ``answers_until``.

    :param answers_until: a day from today on; None for no answers afterwards
    :raises Refusal: see rules.why_not_lead; the day has passed
    """
    _lead(meeting, by)
    today = timezone.localdate(at)
    if answers_until is not None and answers_until < today:
        raise Refusal(_("Kies een dag vanaf vandaag."))
    meeting.points.filter(closed_at__isnull=True, opened_at__isnull=False).update(closed_at=at)
    closed = Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.OPEN).update(
        state=Meeting.State.CLOSED, code="", closed_at=at, answers_until=answers_until, point=None
    )
    if not closed:
        raise Refusal(_("Deze vergadering is al gesloten."))
    meeting.refresh_from_db()
    _record(meeting, "meeting.closed", by, at)
    changed(meeting)


# --- who is there ------------------------------------------------------------------------------


@transaction.atomic
def arrive(*, seat: Seat, at: datetime) -> None:
    """A member is there, for the first time or again. In an open meeting only."""
    _sure_it_is_open(seat)
    came = Seat.objects.filter(pk=seat.pk, came_at__isnull=True).update(came_at=at)
    back = Seat.objects.filter(pk=seat.pk, left_at__isnull=False).update(left_at=None)
    if came or back:
        seat.refresh_from_db(fields=["came_at", "left_at"])
        counts_changed(seat.meeting)


@transaction.atomic
def leave(*, seat: Seat, at: datetime) -> None:
    """A member went; what they answered stays."""
    _sure_it_is_open(seat)
    gone = Seat.objects.filter(pk=seat.pk, came_at__isnull=False, left_at__isnull=True)
    if gone.update(left_at=at):
        seat.refresh_from_db(fields=["left_at"])
        counts_changed(seat.meeting)


def _sure_it_is_open(seat: Seat) -> None:
    if seat.meeting.state != Meeting.State.OPEN:
        raise Refusal(_("Deze vergadering is niet open."))


@transaction.atomic
def excuse(*, seat: Seat, at: datetime) -> None:
    """A member cannot come and says so beforehand."""
    if seat.meeting.state not in (Meeting.State.PLANNED, Meeting.State.OPEN):
        raise Refusal(_("Deze vergadering is voorbij."))
    Seat.objects.filter(pk=seat.pk, came_at__isnull=True).update(excused_at=at)
    seat.refresh_from_db(fields=["excused_at"])


@transaction.atomic
def will_come(*, seat: Seat, at: datetime) -> None:
    """A member can come after all."""
    if seat.meeting.state not in (Meeting.State.PLANNED, Meeting.State.OPEN):
        raise Refusal(_("Deze vergadering is voorbij."))
    Seat.objects.filter(pk=seat.pk).update(excused_at=None)
    seat.excused_at = None


# --- words -------------------------------------------------------------------------------------


@transaction.atomic
def reword(
    *,
    point: Point,
    line: Goal | Principle,
    key: str,
    words: writing.Words,
    base: int,
    save_key: UUID,
    by: Membership,
    at: datetime,
) -> writing.Saved | writing.Clash:
    """Reword what is on the screen. Earlier answers to it are asked again: a new round.

    :param line: the goal of the point, or one of the plan's principles
    :param key: the field of the goal; ``PRINCIPLE`` for a principle
    :raises Refusal: see rules.why_not_reword; the line is not of this point; too many words
    """
    hold(point.meeting)
    reason = rules.why_not_reword(point, by)
    if reason or not _belongs(point, line, key):
        raise Refusal(reason or _("Deze tekst hoort niet bij dit punt."))
    before = writing.text_now(line, key)
    done = writing.save(
        line=line, key=key, words=words, base=base, save_key=save_key, by=by, at=at, apart=True
    )
    if isinstance(done, writing.Saved) and done.text.body != before:
        ask_again(point)
    return done


def _belongs(point: Point, line: Goal | Principle, key: str) -> bool:
    if isinstance(line, Principle):
        plan = point.meeting.plan_for(point.purpose)
        return point.kind == Point.Kind.PRINCIPLES and key == PRINCIPLE and line.plan_id == plan.pk
    return point.kind == Point.Kind.GOAL and line.pk == point.goal_id


def ask_again(point: Point) -> None:
    """A new round: what was answered or counted before does not count any more."""
    Point.objects.filter(pk=point.pk).update(
        round=F("round") + 1, by_hands=None, hands_agree=0, hands_note=0, hands_object=0, outcome=""
    )
    point.refresh_from_db()
    changed(point.meeting)


@transaction.atomic
def say_outcome(*, point: Point, words: str, by: Membership, at: datetime) -> None:
    """Write down what came out of a point; for hands with an objection: how it was met.

    :raises Refusal: see rules.why_not_lead; too many words
    """
    _lead(point.meeting, by)
    Point.objects.filter(pk=point.pk).update(outcome=_words(words))
    point.refresh_from_db(fields=["outcome"])
    changed(point.meeting)


@transaction.atomic
def meet_objection(*, answer: Answer, words: str, by: Membership, at: datetime) -> None:
    """Write down how an objection was met. Empty words take that back.

    :param answer: as who writes saw it; another objection of the same member is another one
    :raises Refusal: it is no objection, or no longer this one; see rules.why_not_lead
    """
    _lead(answer.point.meeting, by)
    if answer.choice != Answer.Choice.OBJECT:
        raise Refusal(_("Dit is geen bezwaar."))
    same = Answer.objects.filter(pk=answer.pk, key=answer.key, choice=Answer.Choice.OBJECT)
    if not same.update(met=_words(words)):
        raise Refusal(_("Dit bezwaar is net veranderd. Kijk wat er nu staat."))
    counts_changed(answer.point.meeting)


@transaction.atomic
def let_speak(*, answer: Answer, by: Membership, at: datetime) -> None:
    """Somebody has said what they wanted to say: the hand goes down.

    :raises Refusal: see rules.why_not_lead
    """
    _lead(answer.point.meeting, by)
    Answer.objects.filter(pk=answer.pk).update(wants_word=False)
    counts_changed(answer.point.meeting)


def _words(words: str) -> str:
    words = words.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(words) > LONGEST:
        raise Refusal(_("Houd het korter: hoogstens 4.000 tekens."))
    return words


def _record(meeting: Meeting, act: str, by: Membership, at: datetime) -> None:
    chain.record(
        school=by.school.public_id, act=act, at=at,
        by={"id": str(by.public_id), "name": by.name},
        facts={"meeting": str(meeting.public_id)},
    )  # fmt: skip

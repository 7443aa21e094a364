"""Counting (tellen): what a point's answers come to, and who is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Q, QuerySet

from partituur.meetings.choices import choices_of
from partituur.meetings.models import Answer, Meeting, Point, Seat


@dataclass(frozen=True, slots=True)
class Tally:
    """What was answered to a point, in its last round. ``silent``: who is there and did not yet."""

    agree: int = 0
    note: int = 0
    object: int = 0
    go_on: int = 0
    adjust: int = 0
    done: int = 0
    accents: dict[str, int] = field(default_factory=dict)
    given: int = 0
    silent: int = 0
    by_hands: bool = False


def of(point: Point) -> Tally:
    """The tally of a point. What was given afterwards is not in it."""
    present = Seat.objects.filter(IS_THERE, meeting=point.meeting_id).count()
    if point.by_hands:
        hands = (point.hands_agree, point.hands_note, point.hands_object)
        raised: list[tuple[str, list[str]]] = []
        for choice, number in zip(choices_of(point), hands, strict=False):
            raised += [(choice, [])] * number
        return replace(counted(raised, present), by_hands=True)
    answers = list(standing(point).values_list("choice", "picks"))
    return counted(answers, present)


def counted(answers: Iterable[tuple[str, list[str]]], present: int) -> Tally:
    answers = list(answers)
    choices = Counter(choice for choice, _picks in answers)
    picks = Counter(pick for _choice, picked in answers for pick in picked)
    return Tally(
        agree=choices[Answer.Choice.AGREE],
        note=choices[Answer.Choice.NOTE],
        object=choices[Answer.Choice.OBJECT],
        go_on=choices[Answer.Choice.GO_ON],
        adjust=choices[Answer.Choice.ADJUST],
        done=choices[Answer.Choice.DONE],
        accents=dict(picks.most_common()),
        given=len(answers),
        silent=max(0, present - len(answers)),
    )


def standing(point: Point) -> QuerySet[Answer]:
    """The answers that count: of the last round, given in the meeting."""
    return Answer.objects.filter(point=point, round=point.round, afterwards=False)


def standing_objections(point: Point) -> int:
    """How many objections to a point were neither taken back nor met."""
    if point.by_hands:
        is_met = bool(point.outcome.strip()) or Answer.Choice.OBJECT not in choices_of(point)
        return 0 if is_met else point.hands_object
    return standing(point).filter(choice=Answer.Choice.OBJECT, met="").count()


def attendance(meeting: Meeting) -> tuple[int, int]:
    """How many were invited, and how many of them are there now."""
    seats = Seat.objects.filter(meeting=meeting)
    return seats.count(), seats.filter(IS_THERE).count()


IS_THERE = Q(came_at__isnull=False, left_at__isnull=True)

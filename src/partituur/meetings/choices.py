"""What can be answered (keuzes): it depends on what a point is about."""

from __future__ import annotations

from partituur.meetings.models import Answer, Point

AGREEING = (Answer.Choice.AGREE, Answer.Choice.NOTE, Answer.Choice.OBJECT)
GOING_ON = (Answer.Choice.GO_ON, Answer.Choice.ADJUST, Answer.Choice.DONE)
_OF_KIND = {
    Point.Kind.EVALUATION: GOING_ON,
    Point.Kind.LOOKING_BACK: GOING_ON,
    Point.Kind.ACCENTS: (Answer.Choice.ACCENTS,),
}


def choices_of(point: Point) -> tuple[Answer.Choice, ...]:
    """What can be answered to a point, in the order in which hands are counted."""
    return _OF_KIND.get(Point.Kind(point.kind), AGREEING)

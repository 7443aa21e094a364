"""Own data, with what was said in meetings: adoption.personal and what lies above it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from partituur.adoption import personal as adoption
from partituur.meetings import queries
from partituur.meetings.models import Answer, Seat
from partituur.schools.models import Membership

Data = dict[str, Any]


def data_of(member: Membership, *, at: datetime) -> Data:
    """Everything of ``member``: see adoption.personal.data_of, meetings and own answers."""
    seats = Seat.objects.filter(member=member).select_related("meeting")
    answers = Answer.objects.filter(member=member).select_related(
        "point__meeting__school", "point__goal__part", "point__part"
    )
    return adoption.data_of(member, at=at) | {
        "meetings": [_seat(each) for each in seats.order_by("meeting__starts_at", "pk")],
        "answers": [_answer(each) for each in answers.order_by("at", "pk")],
    }


def _seat(seat: Seat) -> Data:
    return {
        "day": _day(seat.meeting.starts_at),
        "excused": seat.excused_at is not None,
        "came_at": seat.came_at.isoformat() if seat.came_at else None,
        "left_at": seat.left_at.isoformat() if seat.left_at else None,
    }


def _answer(answer: Answer) -> Data:
    return {
        "day": _day(answer.point.meeting.starts_at),
        "about": queries.title_of(answer.point),
        "answer": str(answer.get_choice_display()),
        "accents": answer.picks,
        "words": answer.words,
        "met": answer.met,
        "with_name": answer.with_name,
        "afterwards": answer.afterwards,
        "at": answer.at.isoformat(),
    }


def _day(at: datetime) -> str:
    return timezone.localdate(at).isoformat()

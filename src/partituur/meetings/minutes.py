"""The minutes (verslag) of a meeting, as plain data: what is printed, and what a version seals.

Words come without a name unless who said it wants that. What was given afterwards stands apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation

from partituur.meetings import accents, queries, tallying
from partituur.meetings.models import Decision, Meeting, Point
from partituur.meetings.queries import Entry, Said
from partituur.meetings.tallying import Tally
from partituur.plans.rules import is_personal
from partituur.schools.models import Membership


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name. ``member``: public id, so that the name can be erased with the person."""

    name: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """So many gave this answer, or chose this accent."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Words that came with an answer."""

    choice: str  # in words: "bezwaar"
    words: str
    name: str = ""  # only when the giver wants it
    member: str = ""  # public id; only with the name
    met: str = ""  # how an objection was met


@dataclass(frozen=True, slots=True)
class MinutedPoint:
    """A point as it went. ``counts``: only what was given.

    ``part``: public id of the personal part it is about; what is said of it goes with that part.
    """

    heading: str
    title: str
    part: str
    counts: tuple[Count, ...]
    by_hands: bool
    remarks: tuple[Remark, ...]
    outcome: str
    afterwards: tuple[Count, ...] = ()
    remarks_afterwards: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutedDecision:
    """A decision in words."""

    purpose: str  # "vaststellen"
    passed: bool
    words: str
    at: str  # "14 september 2026, 15.42 uur"
    by: Named
    way: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """The whole, in the language of the paper: Dutch."""

    school: str
    year: str
    day: str
    begun: str
    ended: str
    place: str
    led_by: Named
    present: tuple[Named, ...]
    excused: tuple[Named, ...]
    absent: tuple[Named, ...]
    points: tuple[MinutedPoint, ...]
    decisions: tuple[MinutedDecision, ...]
    answers_until: str = ""


_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_COUNTED = (
    ("agree", "akkoord"),
    ("note", "akkoord, met een kanttekening"),
    ("object", "bezwaar"),
    ("go_on", "door"),
    ("adjust", "bijstellen"),
    ("done", "klaar"),
)


def of(meeting: Meeting) -> Minutes:
    """The minutes as they are now."""
    with translation.override("nl"):
        seats = list(queries.seats_of(meeting))
        away = [each for each in seats if each.came_at is None]
        return Minutes(
            school=meeting.school.name,
            year=meeting.plan.year.slug,
            day=_day(timezone.localdate(meeting.opened_at or meeting.starts_at)),
            begun=_time(meeting.opened_at),
            ended=_time(meeting.closed_at),
            place=meeting.place,
            led_by=_named(meeting.run_by),
            present=tuple(_named(each.member) for each in seats if each.came_at),
            excused=tuple(_named(each.member) for each in away if each.excused_at),
            absent=tuple(_named(each.member) for each in away if not each.excused_at),
            points=tuple(_point(meeting, entry) for entry in queries.entries_of(meeting)),
            decisions=tuple(
                _decision(each) for each in meeting.decisions.select_related("by").order_by("at")
            ),
            answers_until=_day(meeting.answers_until) if meeting.answers_until else "",
        )


def _named(member: Membership | None) -> Named:
    return Named(member.name, str(member.public_id)) if member else Named("")


def _point(meeting: Meeting, entry: Entry) -> MinutedPoint:
    point = entry.point
    point.meeting = meeting
    later = point.answers.filter(afterwards=True)
    return MinutedPoint(
        heading=point.section,
        title=entry.title if entry.title != point.section else "",
        part=str(point.part.public_id) if point.part and is_personal(point.part) else "",
        counts=_counts(point, tallying.of(point)) if point.asks and point.opened_at else (),
        by_hands=bool(point.by_hands),
        remarks=_remarks(queries.words_of(point)),
        outcome=point.outcome,
        afterwards=_counts(point, tallying.counted(later.values_list("choice", "picks"), 0)),
        remarks_afterwards=_remarks(queries.words_of(point, afterwards=True)),
    )


def _counts(point: Point, tally: Tally) -> tuple[Count, ...]:
    if point.kind == Point.Kind.ACCENTS:
        labels = {each.key: each.label for each in accents.options(point.meeting.plan)}
        return tuple(Count(labels[key], n) for key, n in tally.accents.items() if key in labels)
    given = (Count(word, getattr(tally, name)) for name, word in _COUNTED)
    return tuple(each for each in given if each.number)


def _remarks(said: Iterable[Said]) -> tuple[Remark, ...]:
    return tuple(
        Remark(each.label, each.words, each.name, each.member if each.name else "", each.met)
        for each in said
    )


def _decision(decision: Decision) -> MinutedDecision:
    return MinutedDecision(
        purpose=decision.get_purpose_display(),
        passed=decision.passed,
        words=decision.words,
        at=f"{_day(timezone.localdate(decision.at))}, {_time(decision.at)}",
        by=_named(decision.by),
        way=decision.meeting.get_way_display(),
    )


def data_of(decision: Decision) -> dict[str, Any]:
    """What a version seals of the meeting at the moment of the decision: see ``Minutes``.

    Its keys are those of ``adoption.sealing.DECISION_TEXTS`` where words or names stand.
    """
    meeting = decision.meeting
    found = asdict(of(meeting))
    found["decisions"] = [asdict(_decision(decision))]
    found["way"] = meeting.way
    found["meeting"] = str(meeting.public_id)
    return found


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _time(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%H.%M} uur" if at else ""

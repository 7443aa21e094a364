"""The printed minutes (het verslag op papier): what stands before the plan, in PDF and in Word.

The same lines for both: headings, and under them labels with texts. Dutch throughout, as the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Paragraph, Span
from partituur.meetings.minutes import (
    Count,
    MinutedDecision,
    MinutedPoint,
    Minutes,
    Named,
    Remark,
)

TITLE = "Verslag van de teamvergadering"
RUNNING = "Verslag en begeleidingsplan"
DECISION = "Besluit"
NOT_PASSED = "nog niet"
IN_WORDS, WAY, AT, BY = "In woorden", "Manier", "Genomen", "Vastgelegd door"
FINGERPRINT = "Vingerafdruk"
WHO_WERE_THERE = "Wie er waren"
PRESENT, EXCUSED, ABSENT, LED_BY = "Aanwezig", "Afgemeld", "Afwezig", "Voorzitter"
NOBODY = "niemand"
COUNTED, BY_HANDS = "Geteld", "met opgestoken handen"
SAID, OUTCOME = "Gezegd", "Wat eruit kwam"
AFTERWARDS, SAID_AFTERWARDS = "Achteraf gegeven", "Achteraf gezegd"
MET = "Zo is eraan tegemoetgekomen"
UNTIL = "Wie er niet bij was, kan antwoorden tot en met"


@dataclass(frozen=True, slots=True)
class Front:
    """What goes before a plan: the minutes, and the fingerprint of the version they led to."""

    minutes: Minutes
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its text."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Rows under a heading of the second level; without a title right under the passage's own."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading of the first level, and what stands under it."""

    heading: str
    topics: tuple[Topic, ...]


def subtitle(minutes: Minutes) -> str:
    """Where and when: "De Notenbalk, 14 september 2026, 15.30 uur – 16.45 uur, teamkamer"."""
    hours = " – ".join(filter(None, (minutes.begun, minutes.ended)))
    return ", ".join(filter(None, map(_line, (minutes.school, minutes.day, hours, minutes.place))))


def passages(front: Front) -> Iterator[Passage]:
    """The minutes in the order in which they are read: what was decided comes first."""
    minutes = front.minutes
    for decision in minutes.decisions:
        yield _decision(decision)
    if front.fingerprint:
        yield Passage(FINGERPRINT, (Topic("", (_row("Versie", front.fingerprint),)),))
    yield Passage(WHO_WERE_THERE, (Topic("", tuple(_attendance(minutes))),))
    for heading, points in groupby(minutes.points, lambda each: each.heading):
        yield Passage(_line(heading), tuple(_topic(each) for each in points))


def _decision(decision: MinutedDecision) -> Passage:
    heading = f"{DECISION}: {decision.purpose}"
    rows = [_row(IN_WORDS, decision.words), _row(WAY, decision.way), _row(AT, decision.at)]
    if decision.by.name:
        rows.append(_row(BY, decision.by.name))
    said = heading if decision.passed else f"{heading} ({NOT_PASSED})"
    return Passage(_line(said), (Topic("", tuple(rows)),))


def _attendance(minutes: Minutes) -> Iterator[Row]:
    yield _row(PRESENT, _names(minutes.present) or NOBODY)
    for label, names in ((EXCUSED, minutes.excused), (ABSENT, minutes.absent)):
        if names:
            yield _row(label, _names(names))
    if minutes.led_by.name:
        yield _row(LED_BY, minutes.led_by.name)
    if minutes.answers_until:
        yield _row(AFTERWARDS, f"{UNTIL} {minutes.answers_until}.")


def _topic(point: MinutedPoint) -> Topic:
    rows = []
    if point.counts:
        counted = _counts(point.counts)
        rows.append(_row(COUNTED, f"{counted} ({BY_HANDS})" if point.by_hands else counted))
    if point.remarks:
        rows.append(Row(SAID, _said(point.remarks)))
    if point.outcome:
        rows.append(_row(OUTCOME, point.outcome))
    if point.afterwards:
        rows.append(_row(AFTERWARDS, _counts(point.afterwards)))
    if point.remarks_afterwards:
        rows.append(Row(SAID_AFTERWARDS, _said(point.remarks_afterwards)))
    return Topic(_line(point.title), tuple(rows))


def _counts(counts: Iterable[Count]) -> str:
    return ", ".join(f"{each.number} {each.label}" for each in counts)


def _said(remarks: Iterable[Remark]) -> tuple[Block, ...]:
    return (Listing(False, tuple(_remark(each) for each in remarks)),)


def _remark(remark: Remark) -> Item:
    name = f" ({_line(remark.name)})" if remark.name else ""
    lines = [f"{remark.choice}: {_plain(remark.words)}{name}"]
    if remark.met:
        lines.append(f"{MET}: {_plain(remark.met)}")
    return Item((Span("\n".join(lines)),))


def _names(people: Iterable[Named]) -> str:
    return ", ".join(_line(each.name) for each in people if each.name)


def _row(label: str, words: str) -> Row:
    """Words as they were typed, paragraph by paragraph; nothing in them is markup."""
    parts = [each.strip("\n") for each in _plain(words).split("\n\n")]
    return Row(label, tuple(Paragraph((Span(each),)) for each in parts if each.strip()))


def _plain(words: str) -> str:
    return richtext.clean(words).replace("\t", " ").strip()


def _line(words: str) -> str:
    return " ".join(_plain(words).split())

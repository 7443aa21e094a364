"""What a meeting shows at this moment: on the screen in front, on a phone, to whoever runs it.

Made anew at every asking. On the screen and on phones there are counts, never who gave what.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from partituur.adoption import queries as versions
from partituur.kernel.marking import N_
from partituur.live import tickets
from partituur.meetings import accents, queries, rules, tallying
from partituur.meetings.changing import counts_topic_of, topic_of
from partituur.meetings.models import Answer, Decision, Meeting, Point, Purpose
from partituur.meetings.queries import Shown
from partituur.meetings.tallying import Tally
from partituur.web.doors import Here

# All phones together do not ask at the same moment: beside them answers come in, and the screen in
# front is first. A team of twenty hardly waits for it.
SPREAD = 8  # milliseconds for each phone
MOST_SPREAD = 2500


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its word, and its colour as the name of a class."""

    key: str
    number: int
    word: str
    tone: str  # "leaf", "brass", "rose", "soft" or "accent"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the bar below the counts, in percents of its length."""

    start: str
    width: str
    tone: str


@dataclass(frozen=True, slots=True)
class OnScreen:
    """The point of the moment, as everybody sees it."""

    point: Point
    shown: Shown
    question: str
    counts: list[Count]
    bar: list[Stretch]
    accents: list[Count]
    speakers: list[str]  # only who asked to say something
    is_closed: bool


def question_of(point: Point) -> str:
    """What everybody is asked at a point; empty where nothing is asked."""
    if not point.asks:
        return ""
    if point.kind == Point.Kind.DECISION:
        return _(_DECISIONS[Purpose(point.purpose)])
    return _(_QUESTIONS.get(Point.Kind(point.kind), _AGREE))


_AGREE = N_("Kun je hiermee leven en er dit jaar aan bijdragen?")
_QUESTIONS = {
    Point.Kind.ACCENTS: N_("Waar wil jij dit jaar het accent van onze IB’er?"),
    Point.Kind.EVALUATION: N_("Hoe gaan we hiermee verder?"),
    Point.Kind.LOOKING_BACK: N_("Hoe gaan we verder met deze uitgangspunten?"),
    Point.Kind.AMENDMENT: N_("Kun je leven met deze wijziging?"),
}
_DECISIONS = {
    Purpose.ADOPT: N_("Stellen we dit plan vast?"),
    Purpose.ADJUST: N_("Passen we het plan zo aan?"),
    Purpose.EVALUATE: N_("Sluiten we het jaar zo af?"),
}


def on_screen(meeting: Meeting, day: date) -> OnScreen | None:
    """The point of the moment; None before the first and after the last."""
    point = meeting.point
    if point is None:
        return None
    point.meeting = meeting
    tally = tallying.of(point)
    counts = list(_counts(point, tally)) if point.asks else []
    return OnScreen(
        point=point,
        shown=queries.shown_at(point, day),
        question=question_of(point),
        counts=counts,
        bar=_bar(counts),
        accents=_accents(meeting, tally) if point.kind == Point.Kind.ACCENTS else [],
        speakers=[each.name for each in queries.hands_up(point)],
        is_closed=point.closed_at is not None,
    )


def _counts(point: Point, tally: Tally) -> Iterator[Count]:
    if point.kind == Point.Kind.ACCENTS:
        yield Count("given", tally.given, _("kozen een accent"), "accent")
    elif point.kind in (Point.Kind.EVALUATION, Point.Kind.LOOKING_BACK):
        yield Count("go_on", tally.go_on, _("door"), "leaf")
        yield Count("adjust", tally.adjust, _("bijstellen"), "brass")
        yield Count("done", tally.done, _("klaar"), "accent")
    else:
        yield Count("agree", tally.agree, _("akkoord"), "leaf")
        yield Count("note", tally.note, _("akkoord, met een kanttekening"), "brass")
        yield Count("object", tally.object, _("bezwaar"), "rose")
    yield Count("silent", tally.silent, _("nog geen antwoord"), "soft")


def counts_of(point: Point) -> list[Count]:
    """What was given at a point, without who did not."""
    if point.kind == Point.Kind.ACCENTS:
        return _accents(point.meeting, tallying.of(point))
    return [each for each in _counts(point, tallying.of(point)) if each.key != "silent"]


def _bar(counts: list[Count]) -> list[Stretch]:
    whole = sum(each.number for each in counts)
    found, start = [], 0.0
    for each in counts:
        width = 100 * each.number / whole if whole else 0.0
        if each.tone != "soft" and width:
            found.append(Stretch(f"{start:.2f}%", f"{width:.2f}%", each.tone))
        start += width
    return found


def _accents(meeting: Meeting, tally: Tally) -> list[Count]:
    labels = {each.key: each.label for each in accents.options(meeting.plan)}
    most = max(tally.accents.values(), default=0)
    return [
        Count(key, number, labels[key], "leaf" if number == most else "accent")
        for key, number in tally.accents.items()
        if key in labels
    ]


# --- a choice on a phone -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a phone offers."""

    key: str
    label: str
    about: str
    asks: str  # the question above the words that go with it
    needs_words: bool
    is_mine: bool
    tone: str


def choices_of(point: Point, mine: Answer | None) -> list[Choice]:
    """The answers that a phone offers at a point, with the one that was given."""
    given = mine.choice if mine else ""
    return [_choice(each, each == given) for each in rules.choices_of(point)]


def _choice(choice: Answer.Choice, is_mine: bool) -> Choice:
    about, asks, tone = _ABOUT[choice]
    return Choice(
        key=choice.value,
        label=str(choice.label).capitalize(),
        about=_(about) if about else "",
        asks=_(asks) if asks else "",
        needs_words=choice in rules.NEED_WORDS,
        is_mine=is_mine,
        tone=tone,
    )


_ABOUT = {  # what it means, what is asked with it, and its colour
    Answer.Choice.AGREE: (N_("Ik draag dit mee."), "", "leaf"),
    Answer.Choice.NOTE: (N_("Ik wil er iets bij zeggen."), N_("Wat wil je erbij zeggen?"), "brass"),
    Answer.Choice.OBJECT: (
        N_("Zo kan ik het niet dragen, want …"),
        N_("Waarom kun je het zo niet dragen? Wat zou helpen?"),
        "rose",
    ),
    Answer.Choice.GO_ON: (N_("Dit houden we zo."), N_("Wat hielp?"), "leaf"),
    Answer.Choice.ADJUST: (N_("Dit gaat anders verder."), N_("Wat moet er anders?"), "brass"),
    Answer.Choice.DONE: (N_("Dit hoeft niet meer."), N_("Wat hielp?"), "accent"),
    Answer.Choice.ACCENTS: ("", N_("Iets anders, of een toelichting"), "accent"),
}


# --- the frame ---------------------------------------------------------------------------------


def address_for_everybody(meeting: Meeting) -> str:
    """Where a phone hears that something else is shown."""
    return tickets.address([topic_of(meeting.public_id)])


def address_with_counts(meeting: Meeting) -> str:
    """Where the screen and whoever runs the meeting hear of counts as well."""
    return tickets.address([topic_of(meeting.public_id), counts_topic_of(meeting.public_id)])


def spread_of(meeting: Meeting) -> int:
    """Over how many milliseconds the phones of a meeting spread their asking."""
    return min(MOST_SPREAD, SPREAD * queries.present(meeting).count())


def fingerprint_of(decision: Decision) -> str:
    """The fingerprint of the version that a decision made; empty when it made none."""
    return versions.fingerprint(decision.version) if decision.version else ""


def usual_term(here: Here) -> date:
    """The day until when absent colleagues usually answer: a week later."""
    return here.today + timedelta(days=7)


@lru_cache(maxsize=16)
def qr(address: str) -> SafeString:
    """A QR code as SVG, without a colour or style of its own."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=0,
        svgclass="qr-code", lineclass="qr-line", nl=False,
    )  # fmt: skip
    return mark_safe(out.getvalue().decode())

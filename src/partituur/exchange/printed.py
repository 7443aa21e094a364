"""The printed plan (de afdruk): what stands around the lines, in Word and in Markdown.

Which lines a goal has is decided in ``plans.printing``; here, which goals and parts are printed,
with what stands beside them. Dutch throughout: paper speaks the language of the plan, not of who
prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from partituur.kernel import richtext
from partituur.kernel.richtext import Block
from partituur.plans import printing
from partituur.plans.format import PartKind
from partituur.plans.printing import Line
from partituur.plans.snapshot import PartShot, PlanShot

TITLE = "Begeleidingsplan"
SCHOOL_YEAR = "Schooljaar"
PRINCIPLES = "Uitgangspunten en principes"
NEW_ACCENT = "nieuw accent"
NOT_SHARED = "Dit deel is niet gedeeld."
NOT_HERE = "Dit deel is hier niet te lezen."  # of a version: it may be there for others
NOTHING_YET = "Hier staat nog niets."
NO_GOAL_YET = "Nog geen doel"
VISION = "Visie"
WHO, WITH, EMPHASIS = "Wie", "Samen met", "Nadruk"
EMPHASES = {"light": "licht", "intensive": "intensief"}  # gewoon needs no saying
STATES = {
    "draft": "concept",
    "in_consultation": "in overleg",
    "adopted": "vastgesteld",
    "evaluated": "geëvalueerd",
}


@dataclass(frozen=True, slots=True)
class About:
    """A line of particulars (gegevens) under a heading: what it is about, and what it says."""

    label: str
    values: tuple[str, ...]

    @property
    def between(self) -> str:
        """What stands between two values: names take a comma, statements end in a full stop."""
        return " · " if self.label == VISION else ", "


@dataclass(frozen=True, slots=True)
class PrintedGoal:
    """A goal on paper."""

    number: str  # "Doel 2"; empty where the goal needs none
    headline: str  # plain text; a line break is a newline
    vision: About | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A part on paper."""

    kind: PartKind
    heading: str
    note: str  # beside the heading
    about: tuple[About, ...]
    notice: str  # a sentence in place of the goals
    goals: tuple[PrintedGoal, ...]


@dataclass(frozen=True, slots=True)
class PrintedPrinciple:
    """A principle on paper."""

    blocks: tuple[Block, ...]
    accent: str  # "nieuw accent"


def state(plan: PlanShot) -> str:
    """The state in words, with the version once there is one: "vastgesteld, versie 2"."""
    said = STATES.get(plan.state, plan.state)
    return f"{said}, versie {plan.version}" if plan.version else said


def year(plan: PlanShot) -> str:
    """The school year as it is written: "2026–2027"."""
    return plan.year.replace("-", "–")


def principles(plan: PlanShot) -> Iterator[PrintedPrinciple]:
    """The principles that have words."""
    for each in plan.principles:
        if blocks := richtext.parse(each.text):
            yield PrintedPrinciple(blocks, NEW_ACCENT if each.new_accent else "")


def parts(plan: PlanShot) -> Iterator[PrintedPart]:
    """The parts, in the order of the plan; withheld ones by their heading alone."""
    for part in plan.parts:
        kind = plan.kind_of(part)
        heading = one_line(part.heading) or kind.label
        if part.withheld:
            yield PrintedPart(kind, heading, "", (), NOT_HERE if plan.version else NOT_SHARED, ())
            continue
        goals = tuple(_goals(plan, part))
        notice = "" if goals else NOTHING_YET
        yield PrintedPart(
            kind, heading, one_line(part.note), tuple(_about(part, heading)), notice, goals
        )


def one_line(text: str) -> str:
    """A plain text on one line, without what paper cannot hold."""
    return " ".join(richtext.clean(text).split("\n")).replace("\t", " ").strip()


def _about(part: PartShot, heading: str) -> Iterator[About]:
    """What is said under a heading: who it is of, and with whom, where the heading does not."""
    names = [one_line(name) for name in part.subjects]
    unnamed = tuple(name for name in names if name and name.lower() not in heading.lower())
    if unnamed:
        yield About(WHO, unnamed)
    partner = one_line(part.partner)
    if partner and partner not in names and partner.lower() not in heading.lower():
        yield About(WITH, (partner,))
    if emphasis := EMPHASES.get(part.emphasis):
        yield About(EMPHASIS, (emphasis,))


def _goals(plan: PlanShot, part: PartShot) -> Iterator[PrintedGoal]:
    """The goals that have words. Of several without a heading field, each has a number."""
    kind = plan.kind_of(part)
    found = []
    for goal in part.goals:
        statements = tuple(filter(None, (one_line(plan.vision_text(id)) for id in goal.vision)))
        vision = About(VISION, statements) if statements else None
        headline = printing.headline(kind, goal)
        if not kind.headline:
            headline = one_line(headline)
        lines = tuple(printing.lines(kind, goal))
        if headline or vision or lines:
            found.append(PrintedGoal("", headline, vision, lines))
    for number, each in enumerate(found, 1):
        numbered = len(found) > 1 and not kind.headline
        yield PrintedGoal(
            f"Doel {number}" if numbered else "", each.headline, each.vision, each.lines
        )

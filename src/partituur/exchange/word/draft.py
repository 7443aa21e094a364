"""The plan in the making: what was found so far, and where in the plan the reader is.

Keeps the books too: which words of the document were labels and headings (``used``), and which the
plan has once more than the document (``twice``), so that ``promise`` can count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from partituur.exchange.reading import ReadPlan, Unplaced
from partituur.exchange.word import cover
from partituur.exchange.word.headings import GOALS, GROUP, as_printed
from partituur.exchange.word.labels import OPENERS, Label, unnumbered
from partituur.exchange.word.lines import Line
from partituur.exchange.word.promise import words_of
from partituur.exchange.word.sentences import sentences
from partituur.exchange.word.values import Part, cut, source_of
from partituur.kernel import richtext

FRONT, UNKNOWN = "front", "unknown"  # places that no heading names: before the plan, and nowhere
PSEUDO_LEVEL = 10  # of a bold line that stands as a heading, below every real one

_PRINCIPLE_LEAD = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]|[•·▪●○*■□►➢❖✓✔☑☒→]|[-–—](?=\s)|[a-z]\))\s*(?=\S)"
)


@dataclass(slots=True)
class Goal:
    """A goal in the making: the lines of each field."""

    fields: dict[str, list[Part]] = field(default_factory=dict)
    intro: list[Line] = field(default_factory=list)  # what stands before its first label
    titled: bool = False  # the line above its labels gave the goal's text
    numbered: bool = False

    @property
    def labelled(self) -> bool:
        """Whether it has more than the line above its labels."""
        return any(key != "goal" or not self.titled for key in self.fields)

    @property
    def under_way(self) -> bool:
        """Whether it has more than where it starts from and what it wants."""
        return any(key not in OPENERS for key in self.fields)


@dataclass(slots=True)
class Section:
    """A part in the making."""

    kind: str
    subject: str
    level: int
    goals: list[Goal] = field(default_factory=lambda: [Goal()])


@dataclass(slots=True)
class Place:
    """Where in the plan the reader is."""

    what: str = FRONT  # FRONT, UNKNOWN, or what a heading opens
    kind: str = ""  # general or team among the goals; of the parts in a group
    level: int = 0
    heading: str = ""


@dataclass(slots=True)
class Draft:
    """The plan so far."""

    plan: ReadPlan = field(default_factory=ReadPlan)
    used: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    general: list[Goal] = field(default_factory=list)
    team: list[Goal] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    section: Section | None = None
    goal: Goal | None = None
    key_open: str | None = None  # the field that text goes to
    front: list[Line] = field(default_factory=list)  # the lines before the first part
    pending: Line | None = None  # a heading of which nothing is known yet
    over: str = ""  # the word over several labels that come next: "inzet"
    stranger: str = ""  # a label without a field, of which the text comes next
    boxed: int = 0  # the text box that the last text stood in
    recording: bool = False  # in a grid, where every row says itself that it is another goal

    @property
    def kind(self) -> str:
        """The kind of part that a label would belong to here."""
        if self.section is not None:
            return self.section.kind
        if self.place.what == GOALS:
            return self.place.kind
        return ""

    def key(self, label: Label) -> str | None:
        """The field that a label names here."""
        if self.kind:
            return label.key(self.kind)
        if self.place.what == GROUP and self.place.kind:
            return label.key(self.place.kind)
        return label.key("teacher") or label.key("general") or next(iter(label.keys.values()), None)

    @property
    def level(self) -> int:
        """The level of the heading that opened this place."""
        return self.section.level if self.section is not None else self.place.level

    @property
    def group_kind(self) -> str:
        """The kind of the parts in this group; empty outside groups, and where they differ."""
        return self.place.kind if self.place.what == GROUP else ""

    def goal_for(self, key: str) -> Goal:
        """The goal that a label belongs to: a second "doel" begins a second goal."""
        goal = self.goal or self.new_goal()
        if key == "goal" and goal.titled and not self.recording:
            for part in goal.fields.pop("goal", []):
                self.unplaced_part(part)
            goal.titled = False
        if self.recording or key not in OPENERS:
            return goal
        again = bool(goal.fields.get(key))
        if key == "goal" and "start_goal" in goal.fields and goal.under_way:
            again = True
        if key in ("start", "start_goal") and "goal" in goal.fields and goal.under_way:
            again = True
        if key == "goal" and not again and "start" in goal.fields:
            return goal
        return self.new_goal() if again else goal

    def value(self, part: Part) -> None:
        """Text for the field that is open."""
        if self.goal is None or self.key_open is None:
            self._strange_value(part)
            return
        self.goal.fields.setdefault(self.key_open, []).append(part)

    def _strange_value(self, part: Part) -> None:
        """Text under a label that names no field: both are unplaced, together."""
        label, self.stranger = self.stranger, ""
        if label:
            self.unplaced(f"{label}: {part.text}")
        else:
            self.unplaced_part(part)

    @property
    def waiting(self) -> bool:
        """Whether a label has just been read, and its text not yet."""
        return (
            self.goal is not None
            and self.key_open is not None
            and not self.goal.fields.get(self.key_open, [True])
        )

    def read_year_of(self, line: Line) -> None:
        """A heading may name the school year: "Algemene doelen 2026-2027"."""
        if self.plan.year is None and (year := cover.year_in(line.text)):
            self.plan.year = year[0]
            self.twice.append(year[0])

    def close(self) -> None:
        """Leave the part that is open."""
        self.section = None
        self.goal = None
        self.key_open = None

    def settle(self) -> None:
        """A heading of which nothing came is itself unplaced."""
        if self.pending is not None:
            self.unplaced_line(self.pending)
            self.pending = None

    def open_section(self, kind: str, heading: str, level: int) -> None:
        """A part begins, under a heading with these words."""
        self.pending = None
        self.over = ""
        self.section = Section(kind, as_printed(heading), level)
        self.sections.append(self.section)
        self.claim(heading, self.section.subject)
        self.goal = self.section.goals[0]
        self.key_open = None
        inside = self.place.what == GROUP and level > self.place.level
        beside = self.place.what == GROUP and level == self.place.level == PSEUDO_LEVEL
        if not inside and not beside:
            self.place = Place(GROUP, "", level - 1)

    def new_goal(self) -> Goal:
        """Another goal begins, in the part that is open."""
        goal = Goal()
        if self.section is not None:
            if not self.section.goals[-1].fields and not self.section.goals[-1].intro:
                self.section.goals.pop()
            self.section.goals.append(goal)
        elif self.place.what == GOALS and self.place.kind == "team":
            self.team.append(goal)
        else:
            self.general.append(goal)
        self.goal = goal
        self.key_open = None
        return goal

    def titled_goal(self, line: Line) -> None:
        """A goal of the school begins with a line that is the goal."""
        goal = self.new_goal()
        goal.titled = True
        number = line.text[: len(line.text) - len(unnumbered(line.text))]
        goal.numbered = bool(number) or (line.mark is not None and line.mark.ordered)
        self.used.append(number)
        goal.fields["goal"] = [Part(cut(line.runs, len(number)))]
        self.key_open = None

    @property
    def has_begun(self) -> bool:
        """Whether the plan has a goal or a part yet."""
        return bool(self.general or self.team or self.sections)

    def principle(self, line: Line) -> None:
        """A principle per item of a list; a paragraph splits into sentences."""
        text = line.text
        lead = _PRINCIPLE_LEAD.match(text)
        runs = cut(line.runs, lead.end()) if lead else line.runs
        if lead:
            self.used.append(lead[0])
        if line.mark is not None or lead:
            self.plan.principles.append(source_of([Part(runs)]))
            return
        if text.rstrip().endswith(":"):
            self.unplaced_line(line)
            return
        for start, end in sentences(text):
            self.plan.principles.append(source_of([Part(cut(line.runs, start, end))]))

    @property
    def zone(self) -> str:
        """The kind of part that a table stands in."""
        return self.kind or ("teacher" if self.place.what == GROUP else "")

    def claim(self, written: str, *placed: str) -> None:
        """Words that the plan has in these texts, or that said no more than they do."""
        left = words_of([written]) - words_of(placed)
        self.used.extend(left.elements())
        self.twice.extend((words_of(placed) - words_of([written])).elements())

    def unplaced_line(self, line: Line, heading: str | None = None) -> None:
        """Keep a line that has no place."""
        self.unplaced(source_of([Part(line.runs, line.mark)]), heading=heading, raw=True)

    def unplaced_part(self, part: Part) -> None:
        """Keep a piece of a line that has no place."""
        self.unplaced(source_of([part]), raw=True)

    def unplaced(
        self, text: str, *, before: str = "", heading: str | None = None, raw: bool = False
    ) -> None:
        """Keep a text that has no place, under the heading where it stood.

        :param raw: the text is source already
        """
        if not text.strip():
            return
        here = self.section.subject if self.section else self.place.heading
        source = text if raw else richtext.from_plain(text)
        where = here if heading is None else heading
        self.plan.unplaced.append(Unplaced(source, before=before, heading=where))

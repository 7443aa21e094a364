"""Makes a plan of headings, labels and texts, in the order in which a reader meets them.

The builder always knows where in the plan it is: before it, among the principles, in the goals of
the school, in somebody's part. What a line means follows from that place, from how the line looks,
and from what comes after it. What has no place goes to ``unplaced``, never away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from partituur.exchange.reading import ReadGoal, ReadPlan, ReadSection, Unplaced
from partituur.exchange.word import cover, tables
from partituur.exchange.word.headings import (
    ASIDE,
    GOALS,
    GROUP,
    PERSON,
    PRINCIPLES,
    TITLE,
    Headings,
    Topic,
    as_printed,
    bare_heading,
    is_name,
    kind_of,
    role_of,
)
from partituur.exchange.word.labels import (
    ABOUT,
    LEARNING_TEAMS,
    SCHOOL,
    SUBJECT,
    TEACHERS,
    YEAR,
    Label,
    Vocabulary,
    plain,
)
from partituur.exchange.word.promise import words_of
from partituur.exchange.word.scanning import Candidate, Line, is_emphatic, scan
from partituur.exchange.word.sentences import sentences
from partituur.exchange.word.source import Block, Box, Document, Para, Table
from partituur.exchange.word.values import Part, cut, source_of, stripped
from partituur.kernel import richtext
from partituur.plans.format import Format

FRONT, UNKNOWN = "front", "unknown"
PSEUDO_LEVEL = 10  # of a bold line that stands as a heading, below every real one
MOST_HEADING_WORDS = 14
SURROUNDINGS = 120  # characters of what stands before and after an unplaced text
_NUMBERED = re.compile(r"^\s*\(?(\d{1,2})[.):]\s+|^\s*(\d{1,2})\s+(?=[A-Z])")
_OPENERS = ("start", "goal", "start_goal")
_PRINCIPLE_LEAD = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[•·▪●○*■□►✓]|[-–—](?=\s)|[a-z]\))\s*(?=\S)")
_GOAL_DIVIDER = re.compile(
    r"^(?:(?:eerste|tweede|derde|vierde) (?:\w*doel|doelstelling|leervraag)|(?:\w*doel|doelstelling|leervraag) \d)$"
)

Item = Line | Table


@dataclass(slots=True)
class _Goal:
    """A goal in the making."""

    fields: dict[str, list[Part]] = field(default_factory=dict)
    intro: list[Line] = field(default_factory=list)
    titled: bool = False  # its own heading gave the goal's text
    numbered: bool = False

    @property
    def labelled(self) -> bool:
        return any(key != "goal" or not self.titled for key in self.fields)


@dataclass(slots=True)
class _Section:
    """A part in the making."""

    kind: str
    subject: str
    level: int
    goals: list[_Goal] = field(default_factory=lambda: [_Goal()])


@dataclass(slots=True)
class _Place:
    """Where in the plan the builder is."""

    what: str = FRONT
    kind: str = ""  # general or team in GOALS; of the parts in a GROUP
    level: int = 0
    heading: str = ""


def items_of(blocks: Sequence[Block], boxed: bool = False) -> list[Item]:
    """Paragraphs as lines, text boxes opened, tables as they are."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Table):
            items.append(block)
        elif isinstance(block, Box):
            items.extend(items_of(block.blocks, boxed=True))
        elif block.runs:
            items.extend(_lines(block, boxed))
    return items


def _lines(para: Para, boxed: bool) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for text in para.text.split("\n"):
        runs = cut(para.runs, at, at + len(text))
        at += len(text) + 1
        if runs:
            mark = None if lines else para.mark
            joined = bool(lines)
            lines.append(Line(runs, para.level, mark, joined, para.contents, para.subtitle, boxed))
    return lines


class Builder:
    """Builds one plan."""

    def __init__(self, fmt: Format) -> None:
        self.vocabulary = Vocabulary(fmt)
        self.headings = Headings(fmt)
        self.tables = tables.Tables(self.vocabulary, self.headings)
        self.own_kinds = {kind.key for kind in fmt.kinds if kind.own}
        self.plan = ReadPlan()
        self.used: list[str] = []  # words of labels and headings
        self.twice: list[str] = []  # texts that the plan has once more than the document
        self.place = _Place()
        self.general: list[_Goal] = []
        self.team: list[_Goal] = []
        self.sections: list[_Section] = []
        self.section: _Section | None = None
        self.goal: _Goal | None = None
        self.field: str | None = None
        self.front: list[Line] = []
        self.pending: Line | None = None  # a heading of which nothing is known yet
        self.told: set[str] = set()  # school and year, once their words are accounted for
        self.size = 0
        self.recording = False  # in a grid, where every row says itself that it is another goal

    def build(self, document: Document) -> ReadPlan:
        """The plan in a document."""
        items = items_of(document.blocks)
        self.size = _ordinary_size(items)
        self.run(items)
        self._settle()
        self._read_cover()
        for aside in document.asides:
            self.unplaced(aside.text, before=aside.at)
        self._write()
        self.plan.notes = list(document.notes)
        return self.plan

    # Reading along

    def run(self, items: Sequence[Item], floor: int = 0, follows: Label | None = None) -> None:
        """Read lines and tables in order.

        :param floor: how much of a heading each line is at least, by the place where it stands
        :param follows: the label that comes after the last of them
        """
        for at, item in enumerate(items):
            if isinstance(item, Table):
                self._table(item)
            else:
                self._line(items, at, item, floor, follows)

    def _line(
        self, items: Sequence[Item], at: int, line: Line, floor: int, follows: Label | None
    ) -> None:
        if line.contents:
            self.unplaced_line(line)
            return
        candidates = self._accepted(line, floor)
        if not candidates:
            self._unlabelled(line, self._ahead(items, at + 1, follows), floor)
            return
        first = candidates[0]
        if first.start > 0:
            head = Line(cut(line.runs, 0, first.start), line.level, line.mark, line.joined,
                        boxed=line.boxed, subtitle=line.subtitle)  # fmt: skip
            self._unlabelled(head, first.label, floor, strict=True)
        elif lead := line.text[: line.text.find(first.written)]:
            self.used.append(lead)
        for index, each in enumerate(candidates):
            end = candidates[index + 1].start if index + 1 < len(candidates) else None
            runs = stripped(cut(line.runs, each.end, end), " \t\n|")
            self.used.append(each.written)
            self._open(each.label, each.written, line)
            if runs and not each.bare:
                self._value(Part(runs))

    def _ahead(self, items: Sequence[Item], at: int, follows: Label | None) -> Label | None:
        """The label that comes next, unless something else comes first."""
        for item in items[at : at + 3]:
            if isinstance(item, Table):
                return self._label_of(item)
            if item.contents:
                continue
            found = [each for each in scan(item, self.vocabulary) if each.first]
            if found:
                return found[0].label
            if item.level is not None or self.headings.topic(item.text):
                return None
        return follows if at >= len(items) - 1 else None

    def _label_of(self, table: Table) -> Label | None:
        """The label that a table begins with; None when it begins with a name or heading."""
        steps = [s for s in self.tables.steps(table, self.kind) if not isinstance(s, tables.Used)]
        if steps and isinstance(steps[0], tables.Flow):
            inner = items_of(steps[0].blocks)
            return self._ahead(inner, 0, None) if inner else None
        return _follows(steps)

    def _first_label(self, table: Table) -> Label | None:
        for row in table.rows[:3]:
            for cell in row.filled:
                label = self.vocabulary.cell(cell.text)
                if label is not None and label.keys:
                    return label
                line = next((x for x in items_of(cell.blocks) if isinstance(x, Line)), None)
                if line is not None:
                    found = [each for each in scan(line, self.vocabulary) if each.first]
                    if found:
                        return found[0].label
        return None

    # Labels

    @property
    def kind(self) -> str:
        """The kind of part that a label would belong to here."""
        if self.section is not None:
            return self.section.kind
        if self.place.what == GOALS:
            return self.place.kind
        return ""

    def _key(self, label: Label) -> str | None:
        if self.kind:
            return label.key(self.kind)
        if self.place.what == GROUP and self.place.kind:
            return label.key(self.place.kind)
        return label.key("teacher") or label.key("general") or next(iter(label.keys.values()), None)

    def _accepted(self, line: Line, floor: int) -> list[Candidate]:
        """The candidates on a line that are labels, here."""
        subject = self.section.subject if self.section else ""
        kept: list[Candidate] = []
        taken = {} if self.goal is None else dict.fromkeys(self.goal.fields)
        active = self.field
        for each in scan(line, self.vocabulary, subject):
            key = SUBJECT if each.label.about == SUBJECT else self._key(each.label)
            if key is None:
                continue
            if each.bare and not self._is_bare_label(line, each, key, floor):
                continue
            if not each.bare and not self._is_label(line, each, key, taken, active, kept):
                continue
            kept.append(each)
            if key in _OPENERS and key in taken:
                taken = {}
            taken[key] = None
            active = key
        return kept

    def _is_bare_label(self, line: Line, each: Candidate, key: str, floor: int) -> bool:
        """A line that is nothing but a label; its text comes after it."""
        colon = line.text.rstrip().endswith(":")
        topic = self.headings.topic(line.text)
        if topic is not None and topic.what in (GOALS, GROUP, PERSON):
            inside = self.goal is not None and (self.goal.fields or self.section is not None)
            level = self._level_now()
            if not inside or (line.level is not None and line.level <= level):
                return False
        if colon or line.level is not None or each.strong:
            return True
        if (
            self.field is not None
            and self.goal is not None
            and not self.goal.fields.get(self.field)
        ):
            # Here a text is waited for: is this the text, or was the text left empty?
            return key not in self.goal.fields and (each.several_words or self._forward(key))
        if line.mark is not None:
            return False
        return self.goal is None or key not in self.goal.fields or key in _OPENERS

    def _forward(self, key: str) -> bool:
        order = list(self.vocabulary.order.get(self.kind, ()))
        if key not in order or self.field not in order:
            return False
        return order.index(key) > order.index(self.field)

    def _level_now(self) -> int:
        return self.section.level if self.section is not None else self.place.level

    def _is_label(
        self,
        line: Line,
        each: Candidate,
        key: str,
        taken: dict[str, None],
        active: str | None,
        before: list[Candidate],
    ) -> bool:
        """Words before a colon, or in a manner of their own, within a line."""
        if self.place.what == PRINCIPLES and not (
            each.first and (each.strong or each.several_words)
        ):
            return False
        pair = active == "start_goal" and key in ("start", "goal")
        if each.first:
            return self._is_first_label(line, each, key, taken, pair)
        if pair or key in taken:
            return False
        if each.strong:
            return True
        if before and before[0].strong and not (each.several_words and each.ended):
            return False
        if not each.capital:
            return each.ended and bool(before) and not before[0].capital
        if each.ended:
            return True
        return not each.joined and (each.several_words or self._forward_from(active, key))

    def _forward_from(self, active: str | None, key: str) -> bool:
        order = list(self.vocabulary.order.get(self.kind, ()))
        if active is None or active not in order or key not in order:
            return active is None
        return order.index(key) > order.index(active)

    def _is_first_label(
        self, line: Line, each: Candidate, key: str, taken: dict[str, None], pair: bool
    ) -> bool:
        if pair and not (self.goal and self._later(self.goal)):
            return False
        if line.mark is not None and not each.strong and (not each.capital or key in taken):
            return False
        again = key in taken and not each.strong
        return not (again and (key not in _OPENERS or not each.capital))

    def _later(self, goal: _Goal) -> bool:
        """Whether a goal has more than where it starts from and what it wants."""
        return any(key not in _OPENERS for key in goal.fields)

    def _open(self, label: Label, written: str, line: Line | None = None) -> None:
        """A label: from here on the text is that of its field."""
        if label.about == SUBJECT:
            self._await_subject(written, line)
            return
        self._need_place(label, line)
        key = self._key(label)
        goal = self._goal_for(key or "")
        if key is None:
            self.field = None
            self.unplaced(written)
            return
        goal.fields.setdefault(key, [])
        self.field = key

    def _await_subject(self, written: str, line: Line | None) -> None:
        text = "" if line is None else line.text.partition(":")[2].strip()
        if text and line is not None:
            self._open_section(kind_of(text, self._group_kind()), text, PSEUDO_LEVEL)
            self.field = None
        self._skip_value = bool(text)

    _skip_value = False

    def _need_place(self, label: Label, line: Line | None) -> None:
        """A label outside any goal or part: make the place that its surroundings suggest."""
        if self.kind and self.goal is not None:
            return
        if self.place.what == GOALS:
            return
        if self.pending is not None:
            heading = self.pending
            self.pending = None
            self._open_section(
                kind_of(heading.text, self._group_kind()),
                heading.text,
                self._heading_level(heading),
            )
        elif self.place.what == GROUP:
            self._open_section(self.place.kind or "other", self.place.heading, self.place.level)
        elif label.personal_only or "start_goal" in label.keys.values():
            self._open_section("teacher", "", PSEUDO_LEVEL)
        else:
            self.place = _Place(GOALS, "general", PSEUDO_LEVEL)
            self._new_goal()

    def _group_kind(self) -> str:
        return self.place.kind if self.place.what == GROUP else ""

    def _goal_for(self, key: str) -> _Goal:
        """The goal that a label belongs to: a second "doel" begins a second goal."""
        goal = self.goal or self._new_goal()
        if key == "goal" and goal.titled and not goal.labelled and not self.recording:
            for part in goal.fields.pop("goal", []):
                self.unplaced_part(part)
            goal.titled = False
        if self.recording or key not in _OPENERS:
            return goal
        again = key in goal.fields
        if key == "goal" and "start_goal" in goal.fields and self._later(goal):
            again = True
        if key in ("start", "start_goal") and "goal" in goal.fields and self._later(goal):
            again = True
        if key == "goal" and not again and "start" in goal.fields:
            return goal
        return self._new_goal() if again else goal

    def _value(self, part: Part) -> None:
        """Text for the field that is open."""
        if self._skip_value:
            self._skip_value = False
            return
        if self.goal is None or self.field is None:
            self.unplaced_part(part)
            return
        self.goal.fields.setdefault(self.field, []).append(part)

    # Lines without a label

    def _unlabelled(
        self, line: Line, ahead: Label | None, floor: int, strict: bool = False
    ) -> None:
        strength = max(floor, self._strength(line))
        topic = self.headings.topic(line.text) if strength >= 2 or _is_short(line) else None
        if self._is_heading(line, topic, strength, ahead, strict):
            self._heading(line, topic, ahead)
        else:
            self._text(line, ahead, strength)

    def _strength(self, line: Line) -> int:
        """3: a heading by its style; 2: by its looks; 1: short enough to be one; 0: no."""
        if line.level is not None:
            return 3
        words = line.text.split()
        if len(words) > MOST_HEADING_WORDS or (line.mark is not None and not line.mark.ordered):
            return 0
        runs = [run for run in line.runs if run.text.strip(" .:–-")]
        dressed = all(
            run.manner.bold or run.manner.underline or run.manner.caps
            or (self.size and run.manner.size >= self.size + 4)
            for run in runs
        )  # fmt: skip
        letters = [each for each in line.text if each.isalpha()]
        capitals = len(letters) >= 4 and not any(each.islower() for each in letters)
        if runs and (dressed or capitals):
            return 2
        return 1 if len(words) <= 10 else 0

    @property
    def _waiting(self) -> bool:
        """Whether a label has just been read, and its text not yet."""
        return (
            self.goal is not None
            and self.field is not None
            and not self.goal.fields.get(self.field, [True])
        )

    def _is_heading(
        self, line: Line, topic: Topic | None, strength: int, ahead: Label | None, strict: bool
    ) -> bool:
        if strength == 3:
            return True
        again = self._opens_again(ahead)
        if topic is not None and strength == 2:
            return topic.what != ASIDE or not self._waiting
        if topic is not None and strength == 1:
            return self._is_plain_topic(line, topic, ahead, again)
        if strength == 2:
            return self._is_bold_heading(line, ahead, again)
        return (
            strength == 1
            and again
            and self.section is not None
            and line.mark is None
            and is_name(line.text)
            and (not self._waiting or strict)
        )

    def _opens_again(self, ahead: Label | None) -> bool:
        """Whether the next label is one that the goal here already has."""
        if ahead is None or self.goal is None:
            return False
        key = self._key(ahead)
        return (
            key is not None and key in self.goal.fields and (key != self.field or not self._waiting)
        )

    def _is_plain_topic(self, line: Line, topic: Topic, ahead: Label | None, again: bool) -> bool:
        """A line in plain type that says no more than a heading would."""
        if (
            line.mark is not None
            or re.search(r"[.;!?,]$", line.text.strip())
            and not re.search(r"\b\w\.$", line.text.strip())
        ):
            return False
        if self._waiting:
            return again
        if topic.what == PERSON:
            if self.place.what == FRONT and ahead is None:
                return False
            return ahead is not None or line.text.strip().endswith(":")
        if topic.what == GROUP and not topic.kind and self.section is not None:
            return ahead is None and self.field is None
        if topic.what == ASIDE:
            return self.place.what == FRONT or self.field is None
        return len(line.text.split()) <= 6

    def _is_bold_heading(self, line: Line, ahead: Label | None, again: bool) -> bool:
        if self._waiting and not again:
            return False
        if self.place.what == PRINCIPLES and self.section is None:
            return ahead is not None and line.mark is None and not line.text.rstrip().endswith(".")
        if self.place.what == FRONT and self.section is None:
            return ahead is not None
        if self.kind in ("general", "team"):
            return ahead is not None or self.field is None or bool(_NUMBERED.match(line.text))
        ends = re.search(r"(?:\w{2,}[.;,]|[?!])$", line.text.strip())
        return not ends or ahead is not None

    def _heading_level(self, line: Line) -> int:
        return PSEUDO_LEVEL if line.level is None else max(1, line.level)

    def _heading(self, line: Line, topic: Topic | None, ahead: Label | None) -> None:
        level = self._heading_level(line)
        if topic is None:
            self._unknown_heading(line, level, ahead)
        elif topic.what == TITLE:
            if self.place.what == FRONT:
                self.front.append(line)
            else:
                self._unknown_heading(line, level, ahead)
        elif topic.what == PERSON:
            self._settle()
            self._open_section(topic.kind, line.text, level)
        elif topic.what == ASIDE and ahead is not None:
            self._unknown_heading(line, level, ahead)
        else:
            self._settle()
            self._close()
            self.place = _Place(topic.what, topic.kind, level, line.text)
            if topic.what == ASIDE:
                self.unplaced_line(line)
            else:
                self.used.append(line.text)
                self._read_year_of(line)

    def _read_year_of(self, line: Line) -> None:
        if self.plan.year is None and (year := cover.year_in(line.text)):
            self.plan.year = year[0]
            self.twice.append(year[0])

    def _close(self) -> None:
        self.section = None
        self.goal = None
        self.field = None

    def _settle(self) -> None:
        """A heading of which nothing came is itself unplaced."""
        if self.pending is not None:
            self.unplaced_line(self.pending)
            self.pending = None

    def _unknown_heading(self, line: Line, level: int, ahead: Label | None) -> None:
        if self.kind in ("general", "team") and self._is_goal_title(line, level, ahead):
            self._titled_goal(line)
            return
        if self.place.what == FRONT and (ahead is None or line.level == 0 or line.subtitle):
            self._front(line)
            return
        if self.section is not None and self._is_inside(line, level, ahead):
            self._inner_heading(line)
            return
        among = self.place.what == PRINCIPLES and self.section is None and ahead is None
        if among and line.level is not None and level > self.place.level:
            self._principle(line)
            return
        self._settle()
        if ahead is not None:
            group = self._group_kind() if level > self.place.level or level == PSEUDO_LEVEL else ""
            self._open_section(kind_of(line.text, group), line.text, level)
            return
        if self.place.what not in (FRONT, ASIDE, GROUP) or level <= self.place.level:
            self.place = _Place(UNKNOWN, "", level, line.text)
        self._close()
        self.pending = line

    def _front(self, line: Line) -> None:
        self.front.append(line)

    def _is_goal_title(self, line: Line, level: int, ahead: Label | None) -> bool:
        """Whether an unknown heading among the goals of the school is that of a goal."""
        if line.level is not None:
            return level > self.place.level
        if level > self.place.level:
            return not (ahead is not None and ahead.personal_only)
        pair = ahead is not None and "start_goal" in ahead.keys.values()
        if pair or (ahead is not None and ahead.personal_only and is_name(line.text)):
            return False
        return not (role_of(line.text) or re.search(r"\bgroep \d", line.text.casefold()))

    def _is_inside(self, line: Line, level: int, ahead: Label | None) -> bool:
        """Whether an unknown heading belongs to the part that is open."""
        section = self.section
        if section is None:
            return False
        if _GOAL_DIVIDER.match(plain(bare_heading(line.text))):
            return True
        if level <= section.level:
            return False
        if level < PSEUDO_LEVEL:
            return True
        starts = ahead is not None and ahead.key(section.kind) in _OPENERS
        return not (starts and is_name(line.text))

    def _inner_heading(self, line: Line) -> None:
        self.field = None
        self.unplaced_line(line)
        if self.goal is not None and self.goal.fields:
            self._new_goal()

    def _open_section(self, kind: str, heading: str, level: int) -> None:
        self.pending = None
        self.section = _Section(kind, as_printed(heading), level)
        self.sections.append(self.section)
        self._claim(heading, self.section.subject)
        self.goal = self.section.goals[0]
        self.field = None
        if self.place.what not in (GROUP,) or level <= self.place.level:
            group = self.place.what == GROUP and level == self.place.level == PSEUDO_LEVEL
            if not group:
                self.place = _Place(GROUP, "", level - 1)

    def _new_goal(self) -> _Goal:
        goal = _Goal()
        if self.section is not None:
            if not self.section.goals[-1].fields and not self.section.goals[-1].intro:
                self.section.goals.pop()
            self.section.goals.append(goal)
        elif self.place.what == GOALS and self.place.kind == "team":
            self.team.append(goal)
        else:
            self.general.append(goal)
        self.goal = goal
        self.field = None
        return goal

    def _titled_goal(self, line: Line) -> None:
        goal = self._new_goal()
        goal.titled = True
        number = _NUMBERED.match(line.text)
        goal.numbered = bool(number) or (line.mark is not None and line.mark.ordered)
        runs = cut(line.runs, number.end()) if number else line.runs
        if number:
            self.used.append(number[0])
        goal.fields["goal"] = [Part(stripped(runs))]
        self.field = None

    def _text(self, line: Line, ahead: Label | None, strength: int) -> None:
        """A line that is text: it goes where the reader of the document would put it."""
        if self.kind in ("general", "team"):
            self._text_of_goals(line, ahead)
        elif self.section is not None:
            self._text_of_section(line)
        elif self.place.what == PRINCIPLES:
            self._principle(line)
        elif self.place.what == FRONT:
            self._front(line)
        elif self.pending is not None and self._has_begun:
            heading, self.pending = self.pending, None
            kind = role_of(heading.text) or self._group_kind() or "other"
            self._open_section(kind, heading.text, self._heading_level(heading))
            self._text_of_section(line)
        elif self.place.what == GROUP and self.place.kind == "other":
            self._open_section("other", self.place.heading, self.place.level)
            self._text_of_section(line)
        else:
            self._settle()
            self.unplaced_line(line)

    @property
    def _has_begun(self) -> bool:
        return bool(self.general or self.team or self.sections)

    def _text_of_goals(self, line: Line, ahead: Label | None) -> None:
        goal = self.goal
        if goal is None:
            if (
                ahead is not None
                and ahead.key(self.place.kind) == "goal"
                and not _NUMBERED.match(line.text)
            ):
                self.unplaced_line(line)
            elif line.text.rstrip().endswith(":") and not _NUMBERED.match(line.text):
                self.unplaced_line(line)
            else:
                self._titled_goal(line)
            return
        if self._waiting:
            self._value(Part(line.runs, line.mark, line.joined))
            return
        if not goal.labelled and goal.titled:
            if self._is_next_goal(line):
                self._titled_goal(line)
            else:
                self.field = None
                goal.fields["goal"].append(Part(line.runs, line.mark, line.joined))
            return
        numbered = self._is_next_number(line, goal)
        if not line.joined and (numbered or (self._opens_again(ahead) and line.mark is None)):
            self._titled_goal(line)
        elif self.field is None or line.boxed:
            self.unplaced_line(line)
        else:
            self._value(Part(line.runs, line.mark, line.joined))

    def _is_next_goal(self, line: Line) -> bool:
        """Goals without labels, one after another."""
        if line.joined:
            return False
        return bool(_NUMBERED.match(line.text)) or line.mark is not None

    def _is_next_number(self, line: Line, goal: _Goal) -> bool:
        if not goal.titled or not goal.numbered:
            return False
        if line.mark is not None and line.mark.ordered and line.mark.depth == 0:
            return not any(part.mark for part in goal.fields.get(self.field or "", []))
        number = _NUMBERED.match(line.text)
        goals = self.team if self.place.kind == "team" else self.general
        return number is not None and int(number[1] or number[2]) == len(goals) + 1

    def _text_of_section(self, line: Line) -> None:
        goal = self.goal
        if goal is None:
            goal = self._new_goal()
        if line.boxed and self.field is not None and not self._waiting:
            self.unplaced_line(line)
        elif self.field is None:
            goal.intro.append(line)
        else:
            self._value(Part(line.runs, line.mark, line.joined))

    def _principle(self, line: Line) -> None:
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

    # Tables

    def _table(self, table: Table) -> None:
        zone = self.kind
        is_cover = self.place.what == FRONT and not self._has_begun
        steps = self.tables.steps(table, zone, is_cover)
        if self._is_text_only(steps):
            self._layout(table, steps)
            return
        for at, step in enumerate(steps):
            self._step(step, _follows(steps[at + 1 :]))
        self.recording = False
        if any(isinstance(step, tables.Record) for step in steps):
            self.field = None

    def _is_text_only(self, steps: Sequence[tables.Step]) -> bool:
        return all(isinstance(step, tables.Flow) for step in steps)

    def _layout(self, table: Table, steps: Sequence[tables.Step]) -> None:
        """A table without labels: text, when text is waited for; else row by row unplaced."""
        inner = [
            item
            for step in steps
            if isinstance(step, tables.Flow)
            for item in items_of(step.blocks)
        ]
        telling = any(self._tells(item) for item in inner)
        several = max((len(row.filled) for row in table.rows), default=0) > 1
        free = (
            self.place.what in (FRONT, PRINCIPLES)
            or self._waiting
            or (self.section is not None and self.section.kind == "other")
            or (self.pending is not None and self._has_begun)
        )
        if telling or not several or free:
            if self.place.what == PRINCIPLES and self.section is None and not telling:
                self._principle_rows(table)
                return
            self.run(inner)
            return
        for row in table.rows:
            if row.filled:
                self.unplaced("\n".join(cell.text for cell in row.filled))

    def _principle_rows(self, table: Table) -> None:
        for row in table.rows:
            for cell in row.filled:
                if len(cell.text) < 6 and cell.text.strip(" .)").isdigit():
                    self.used.append(cell.text)
                    continue
                for item in items_of(cell.blocks):
                    if isinstance(item, Line):
                        self._principle(item)
                    else:
                        self._table(item)

    def _tells(self, item: Item) -> bool:
        if isinstance(item, Table):
            return self._first_label(item) is not None
        if any(each.first for each in scan(item, self.vocabulary)):
            return True
        return self._strength(item) >= 2 and self.headings.topic(item.text) is not None

    def _step(self, step: tables.Step, follows: Label | None) -> None:
        if isinstance(step, tables.Used):
            self.used.append(step.text)
        elif isinstance(step, tables.Loose):
            self.unplaced(step.text)
        elif isinstance(step, tables.Flow):
            self.run(items_of(step.blocks), follows=follows)
        elif isinstance(step, tables.Heading):
            self.recording = False
            self.run(items_of(step.blocks), 2 if step.bold_enough else 0, follows)
        elif isinstance(step, tables.More):
            self._values(step.blocks)
        elif isinstance(step, tables.Record):
            self._record(step)
        else:
            self._pair(step)

    def _values(self, blocks: Sequence[Block]) -> None:
        for item in items_of(blocks):
            if isinstance(item, Line):
                self._value(Part(item.runs, item.mark, item.joined))
            else:
                for row in item.rows:
                    for cell in row.filled:
                        self._values(cell.blocks)

    def _record(self, step: tables.Record) -> None:
        self.recording = True
        self.field = None
        topic = self.headings.topic(step.subject) if step.subject else None
        if step.again and self.section is not None:
            self._new_goal()
        elif topic is not None and topic.what == GOALS:
            self._close()
            self.used.append(step.subject)
            self.place = _Place(GOALS, topic.kind, PSEUDO_LEVEL, step.subject)
            self._new_goal()
        elif step.subject and (step.personal or self.kind not in ("general", "team")):
            self._record_of_somebody(step, topic)
        elif self.kind in ("general", "team") or not step.personal:
            self._record_of_goals(step)
        elif self.section is not None:
            self._new_goal()
        else:
            self._open_section(self._group_kind() or "teacher", "", PSEUDO_LEVEL)

    def _record_of_goals(self, step: tables.Record) -> None:
        if self.place.what != GOALS:
            self._close()
            self.place = _Place(GOALS, "general", PSEUDO_LEVEL)
        self._new_goal()
        if step.subject:
            self.unplaced(step.subject)

    def _record_of_somebody(self, step: tables.Record, topic: Topic | None) -> None:
        self._settle()
        subject = self._named(step.header, step.subject)
        known = topic.kind if topic is not None and topic.what in (PERSON, GROUP) else ""
        kind = known or self._kind_by_header(step.header, subject)
        group = self.place if self.place.what == GROUP else _Place(GROUP, "", 0)
        self._open_section(kind, subject, PSEUDO_LEVEL)
        if subject != step.subject:
            self.twice.append(step.header)
        self.place = group

    def _kind_by_header(self, header: str, subject: str) -> str:
        words = {plain(each) for each in re.split(r"[\s/]+", header)}
        group = self._group_kind()
        if not group and words & TEACHERS and not words & LEARNING_TEAMS:
            group = "teacher"
        elif not group and words & LEARNING_TEAMS and not words & TEACHERS:
            group = "learning_team"
        kind = kind_of(subject, group)
        return "teacher" if kind == "other" and is_name(subject) else kind

    def _named(self, header: str, name: str) -> str:
        """A bare initial, or the bare name of a learning team, is printed with the word above it."""
        word = plain(header.strip(" :"))
        if role_of(name):
            return name
        if word in LEARNING_TEAMS or (
            word in TEACHERS and re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}", name)
        ):
            return f"{header.strip(' :').capitalize()} {name}"
        return name

    def _pair(self, step: tables.Pair) -> None:
        label = step.label
        text = tables.text_of(step.blocks)
        if label is not None and label.keys and self._pair_key(label) is not None:
            self.used.append(step.text)
            self._open(label, step.text)
            self._values(step.blocks)
            if step.copied:
                self.twice.append(text)
        elif label is not None and label.about in (SCHOOL, YEAR) and self._cover_pair(label, text):
            self.used.append(step.text)
        elif label is not None and label.about == SUBJECT and text:
            self.used.append(step.text)
            if self.place.what == GOALS and self.kind:
                self._close()
            self._record_of_somebody(tables.Record(text, step.text), self.headings.topic(text))
        elif label is not None and label.about == ABOUT and self._is_coordinator_row(step):
            self.used.append(step.text)
            self._record_of_somebody(tables.Record(text, step.text), Topic(PERSON, "coordinator"))
        elif text:
            self.field = None
            self.unplaced(f"{step.text.rstrip(' :')}: {text}" if step.text else text)
        elif label is None or not label.about:
            self.unplaced(step.text)
        else:
            self.used.append(step.text)

    def _pair_key(self, label: Label) -> str | None:
        if self.kind:
            return self._key(label)
        return next(iter(label.keys.values()), None)

    def _is_coordinator_row(self, step: tables.Pair) -> bool:
        return (
            self.place.what != FRONT
            and role_of(step.text) == "coordinator"
            and self.section is None
        )

    def _cover_pair(self, label: Label, text: str) -> bool:
        if self.section is not None or not text:
            return False
        if label.about == SCHOOL and self.plan.school is None:
            self.plan.school = cover.as_school(" ".join(text.split()))
            return True
        if label.about == YEAR and self.plan.year is None and (year := cover.year_in(text)):
            if text[: year[1]].strip() or text[year[2] :].strip():
                return False
            self.plan.year = year[0]
            self._claim(text, year[0])
            return True
        return False

    # At the end

    def _read_cover(self) -> None:
        """School and year, from what stands before the first part."""
        named = False
        looks = []
        for at, line in enumerate(self.front):
            title = (
                bool(re.search(r"(?i)begeleidingsplan", line.text)) and len(line.text.split()) < 14
            )
            near = at > 0 and len(self.front) <= 8 and (named or line.boxed)
            dressed = self._strength(line) >= 2 or line.subtitle
            prominent = (near or dressed or line.subtitle) and len(line.text.split()) <= 7
            found = cover.look(line.text, title=title, prominent=prominent and (named or dressed))
            looks.append((line, found))
            named = named or title
        sure = [f for line, f in looks if f.school and (f.all_told or line.subtitle)] or [
            f for _line, f in looks if f.school
        ]
        if self.plan.school is None and sure:
            self.plan.school = sure[0].school
        for line, found in looks:
            if self.plan.year is None and found.year:
                self.plan.year = found.year
            told = found.all_told and found.school in (None, self.plan.school)
            told = told and found.year in (None, self.plan.year)
            if told:
                self._claim(line.text, *self._told(found))
            else:
                self.unplaced_line(line, first=True)
        self._order_front()

    def _told(self, found: cover.Found) -> list[str]:
        """What a line of the cover tells that no line before it told."""
        told = [each for each in (found.school, found.year) if each and each not in self.told]
        self.told.update(told)
        return told

    def _order_front(self) -> None:
        front = [each for each in self.plan.unplaced if each.heading == FRONT]
        rest = [each for each in self.plan.unplaced if each.heading != FRONT]
        for each in front:
            each.heading = ""
        self.plan.unplaced = front + rest

    def _write(self) -> None:
        self.plan.general = [self._written(goal) for goal in self.general if goal.fields]
        self.plan.team = [self._written(goal) for goal in self.team if goal.fields]
        for section in self.sections:
            goals = [self._written_of_section(goal, section) for goal in section.goals]
            found = ReadSection(
                section.kind, section.subject, [g for g in goals if g.texts] or [ReadGoal()]
            )
            self.plan.sections.append(found)

    def _written(self, goal: _Goal) -> ReadGoal:
        texts = {key: source_of(parts) for key, parts in goal.fields.items()}
        return ReadGoal({key: text for key, text in texts.items() if text})

    def _written_of_section(self, goal: _Goal, section: _Section) -> ReadGoal:
        free = not any(key in goal.fields for key in _OPENERS)
        if goal.intro and free and section.kind not in self.own_kinds:
            parts = [Part(line.runs, line.mark, line.joined) for line in goal.intro]
            goal.fields = {"start_goal": parts, **goal.fields}
        else:
            for line in goal.intro:
                self.unplaced(
                    source_of([Part(line.runs, line.mark)]), heading=section.subject, raw=True
                )
        return self._written(goal)

    # What found no place

    def _claim(self, written: str, *placed: str) -> None:
        """Words of the document that the plan has in these texts, or that said no more than those."""
        left = words_of([written]) - words_of(placed)
        self.used.extend(left.elements())
        self.twice.extend((words_of(placed) - words_of([written])).elements())

    def unplaced_line(self, line: Line, first: bool = False) -> None:
        text = source_of([Part(line.runs, line.mark)])
        self.unplaced(text, heading=FRONT if first else "", raw=True)

    def unplaced_part(self, part: Part) -> None:
        self.unplaced(source_of([part]), raw=True)

    def unplaced(
        self, text: str, *, before: str = "", heading: str = "", raw: bool = False
    ) -> None:
        """Keep a text that has no place, under the heading where it stood."""
        if not text.strip():
            return
        where = heading or (self.section.subject if self.section else self.place.heading)
        source = text if raw else richtext.from_plain(text)
        self.plan.unplaced.append(Unplaced(source, before=before, heading=where))


def _follows(steps: Sequence[tables.Step]) -> Label | None:
    """The label that comes next in a table; None when a name comes first."""
    for step in steps:
        if isinstance(step, tables.Pair):
            return step.label
        if isinstance(step, tables.Heading) or (isinstance(step, tables.Record) and step.subject):
            return None
    return None


def _is_short(line: Line) -> bool:
    return len(line.text) <= 90


def _ordinary_size(items: Sequence[Item]) -> int:
    """The size in which most of the text is set; 0 when the document does not say."""
    sizes: dict[int, int] = {}
    for item in items:
        if isinstance(item, Line):
            for run in item.runs:
                if not is_emphatic(run.manner):
                    sizes[run.manner.size] = sizes.get(run.manner.size, 0) + len(run.text)
    most = max(sizes, key=lambda size: sizes[size], default=0)
    return most or (22 if any(size > 26 for size in sizes) else 0)

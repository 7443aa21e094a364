"""Makes a plan of headings, labels and texts, in the order in which a reader meets them.

The builder always knows where in the plan it is: before it, among the principles, in the goals of
the school, in somebody's part. What a line means follows from that place, from how the line looks,
and from what comes after it. What has no place goes to ``unplaced``, never away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from partituur.exchange.word import finishing, tables
from partituur.exchange.word.draft import FRONT, PSEUDO_LEVEL, UNKNOWN, Draft, Place
from partituur.exchange.word.filling import Filling, follows_in
from partituur.exchange.word.headings import (
    ASIDE,
    GOALS,
    GROUP,
    PERSON,
    PRINCIPLES,
    TITLE,
    Headings,
    Topic,
    divides,
    goes_on,
    kind_of,
    role_of,
)
from partituur.exchange.word.judging import NUMBERED, Judge, is_short
from partituur.exchange.word.labels import ABOUT, OVER_SEVERAL, SUBJECT, Label, Vocabulary
from partituur.exchange.word.lines import Item, Line, items_of
from partituur.exchange.word.scanning import Candidate, scan
from partituur.exchange.word.signs import Signs
from partituur.exchange.word.source import Document, Table
from partituur.exchange.word.values import Part, cut, stripped
from partituur.plans.format import Format

_INTRODUCTION = re.compile(
    r"^\s*(?:hieronder|onderstaand|in dit (?:hoofdstuk|deel))", re.IGNORECASE
)
_DIVIDER = re.compile(r"^(?:\W\s*){3,}$|^[_\W]{3,}$")  # "* * *", a line of dashes
_PAGE = re.compile(r"(?:\t|\.{3,}|…)\s*\d{1,3}$")


class Builder:
    """Builds one plan."""

    def __init__(self, document: Document, fmt: Format) -> None:
        self.document = document
        self.items = items_of(document.blocks)
        self.own_kinds = {kind.key for kind in fmt.kinds if kind.own}
        self.vocabulary = Vocabulary(fmt)
        self.headings = Headings(fmt)
        self.tables = tables.Tables(self.vocabulary, self.headings)
        self.signs = Signs(self.vocabulary, self.headings)
        self.draft = Draft()
        self.judge = Judge(self.draft, self.vocabulary, self.headings, self.items)
        self.rows = Filling(self, self.draft, self.judge, self.tables)

    def build(self) -> Draft:
        """The plan in the document, with the account of its words."""
        self.run(self.items)
        self.draft.settle()
        finishing.read_cover(self.draft, self.judge)
        for aside in self.document.asides:
            self.draft.unplaced(aside.text, before=aside.at)
        finishing.write(self.draft, self.own_kinds)
        self.draft.plan.notes = list(self.document.notes)
        return self.draft

    def run(self, items: Sequence[Item], floor: int = 0, follows: Label | None = None) -> None:
        """Read lines and tables in order.

        :param floor: how much of a heading each line is at least, by the place where it stands
        :param follows: the label that comes after the last of them
        """
        for at, item in enumerate(items):
            if isinstance(item, Table):
                self.rows.table(item)
            else:
                self._line(items, at, item, floor, follows)

    def _line(
        self, items: Sequence[Item], at: int, line: Line, floor: int, follows: Label | None
    ) -> None:
        if line.contents or self._is_typed_contents(line):
            self.draft.unplaced_line(line)
            return
        if _DIVIDER.match(line.text):
            return
        candidates = self.judge.accepted(line, floor)
        if not candidates:
            if not self._opens_people(line, items[at + 1 : at + 2]):
                self.unlabelled(line, self._ahead(items, at + 1, follows), floor)
            return
        self._labelled(line, candidates, floor)

    def _labelled(self, line: Line, candidates: Sequence[Candidate], floor: int) -> None:
        """A line with labels: each opens its field for the text behind it."""
        first = candidates[0]
        if first.start > 0:
            head = Line(cut(line.runs, 0, first.start), line.level, line.mark, line.joined,
                        boxed=line.boxed, subtitle=line.subtitle)  # fmt: skip
            self.unlabelled(head, first.label, floor, strict=True)
        elif lead := line.text[: line.text.find(first.written)]:
            self.draft.used.append(lead)
        for index, each in enumerate(candidates):
            end = candidates[index + 1].start if index + 1 < len(candidates) else None
            runs = stripped(cut(line.runs, each.end, end), " \t\n|" + ("" if end is None else ";,"))
            if each.label.about == SUBJECT or self.draft.key(each.label) is not None:
                self.draft.used.append(each.written)
            if each.label.about == SUBJECT:
                self._named("".join(run.text for run in runs))
                continue
            self.open(each.label, each.written)
            if runs and not each.bare:
                self.draft.value(Part(runs))
                self.draft.boxed = line.boxed

    def _opens_people(self, line: Line, after: Sequence[Item]) -> bool:
        """A heading in the school's own words over a table of people: "Wie doet wat"."""
        if not after or not isinstance(after[0], Table) or self.draft.section is not None:
            return False
        dressed = self.judge.strength(line) >= 2 and not self.draft.waiting
        if not dressed or self.headings.topic(line.text) is not None:
            return False
        steps = [s for s in self.tables.steps(after[0], "") if not isinstance(s, tables.Used)]
        first = steps[0] if steps else None
        if not (isinstance(first, tables.Record) and first.personal and first.subject):
            return False
        self.draft.settle()
        self.draft.close()
        self.draft.place = Place(GROUP, "", self._heading_level(line), line.text)
        self.draft.used.append(line.text)
        return True

    def _is_typed_contents(self, line: Line) -> bool:
        """A line of a table of contents that somebody typed: a heading and its page."""
        return self.draft.place.what in (FRONT, ASIDE) and bool(_PAGE.search(line.text))

    def _ahead(self, items: Sequence[Item], at: int, follows: Label | None) -> Label | None:
        """The label that comes next, unless something else comes first."""
        for item in items[at : at + 3]:
            if isinstance(item, Table):
                return self._label_of(item)
            sign = self.signs.of(item)
            if sign.ends:
                return sign.label
        return follows if at >= len(items) - 1 else None

    def _label_of(self, table: Table) -> Label | None:
        """The label that a table begins with; None when it begins with a name or heading."""
        steps = [
            s for s in self.tables.steps(table, self.draft.zone) if not isinstance(s, tables.Used)
        ]
        if steps and isinstance(steps[0], tables.Flow):
            inner = items_of(steps[0].blocks)
            return self._ahead(inner, 0, None) if inner else None
        return follows_in(steps)

    def first_label(self, table: Table) -> Label | None:
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

    def open(self, label: Label, written: str) -> None:
        """A label: from here on the text is that of its field."""
        if label.text in OVER_SEVERAL:
            self.draft.over = label.text
        elif not label.text.startswith(self.draft.over):
            self.draft.over = ""
        if label.about == ABOUT or (self.draft.kind and self.draft.key(label) is None):
            self.draft.key_open = None
            self.draft.stranger = written
            return
        self._need_place(label)
        key = self.draft.key(label)
        goal = self.draft.goal_for(key or "")
        if key is None:
            self.draft.key_open = None
            self.draft.unplaced(written)
            return
        goal.fields.setdefault(key, [])
        self.draft.key_open = key

    def _named(self, name: str) -> None:
        """ "Naam: Joke": the part of Joke begins."""
        kind = kind_of(name, self.draft.group_kind)
        self.draft.open_section(kind, name, PSEUDO_LEVEL)

    def _need_place(self, label: Label) -> None:
        """A label outside any goal or part: make the place that its surroundings suggest."""
        if self.draft.kind and self.draft.goal is not None:
            return
        if self.draft.place.what == GOALS:
            return
        if self.draft.pending is not None:
            heading = self.draft.pending
            self.draft.pending = None
            self.draft.open_section(
                kind_of(heading.text, self.draft.group_kind),
                heading.text,
                self._heading_level(heading),
            )
        elif self.draft.place.what == GROUP:
            self.draft.open_section(
                self.draft.place.kind or "other", self.draft.place.heading, self.draft.place.level
            )
        elif label.personal_only or "start_goal" in label.keys.values():
            self.draft.open_section("teacher", "", PSEUDO_LEVEL)
        else:
            self.draft.place = Place(GOALS, "general", PSEUDO_LEVEL)
            self.draft.new_goal()

    def unlabelled(self, line: Line, ahead: Label | None, floor: int, strict: bool = False) -> None:
        strength = max(floor, self.judge.strength(line))
        topic = self.headings.topic(line.text) if strength >= 2 or is_short(line) else None
        if self.judge.is_heading(line, topic, strength, ahead, strict):
            self._heading(line, topic, ahead)
        else:
            self._text(line, ahead, strength)

    def _heading_level(self, line: Line) -> int:
        return PSEUDO_LEVEL if line.level is None else max(1, line.level)

    def _heading(self, line: Line, topic: Topic | None, ahead: Label | None) -> None:
        level = self._heading_level(line)
        if topic is None:
            self._unknown_heading(line, level, ahead)
        elif topic.what == TITLE:
            if self.draft.place.what == FRONT:
                self.draft.front.append(line)
            else:
                self._unknown_heading(line, level, ahead)
        elif topic.what == PERSON:
            self.draft.settle()
            self.draft.open_section(topic.kind, line.text, level)
        elif topic.what == ASIDE and ahead is not None:
            self._unknown_heading(line, level, ahead)
        else:
            self.draft.settle()
            self.draft.close()
            self.draft.place = Place(topic.what, topic.kind, level, line.text)
            if topic.what == ASIDE:
                self.draft.unplaced_line(line)
            elif topic.kind == "other" and ahead is None and goes_on(line.text):
                self.draft.place = Place(UNKNOWN, "", level, line.text)
                self.draft.unplaced_line(line)
            elif topic.kind == "other" and ahead is None:
                self.draft.pending = line
            else:
                self.draft.used.append(line.text)
                self.draft.read_year_of(line)

    def _unknown_heading(self, line: Line, level: int, ahead: Label | None) -> None:
        if self.draft.kind in ("general", "team") and self.judge.is_goal_title(line, level, ahead):
            self.draft.titled_goal(line)
            return
        if self.draft.place.what == FRONT and (ahead is None or line.level == 0 or line.subtitle):
            self.draft.front.append(line)
            return
        if self.draft.section is not None and self.judge.is_inside(line, level, ahead):
            self._inner_heading(line)
            return
        among = self.draft.place.what == PRINCIPLES and self.draft.section is None and ahead is None
        if among and line.level is not None and level > self.draft.place.level:
            self.draft.principle(line)
            return
        self.draft.settle()
        if ahead is not None:
            group = (
                self.draft.group_kind
                if level > self.draft.place.level or level == PSEUDO_LEVEL
                else ""
            )
            self.draft.open_section(kind_of(line.text, group), line.text, level)
            return
        if self.draft.place.what not in (FRONT, ASIDE, GROUP) or level <= self.draft.place.level:
            self.draft.place = Place(UNKNOWN, "", level, line.text)
        self.draft.close()
        self.draft.pending = line

    def _inner_heading(self, line: Line) -> None:
        self.draft.key_open = None
        if divides(line.text):
            self.draft.used.append(line.text)
        else:
            self.draft.unplaced_line(line)
        if self.draft.goal is not None and self.draft.goal.fields:
            self.draft.new_goal()

    def _text(self, line: Line, ahead: Label | None, strength: int) -> None:
        """A line that is text: it goes where the reader of the document would put it."""
        if self.draft.kind in ("general", "team"):
            self._text_of_goals(line, ahead)
        elif self.draft.section is not None:
            self._text_of_section(line)
        elif self.draft.place.what == PRINCIPLES:
            self.draft.principle(line)
        elif self.draft.place.what == FRONT:
            self.draft.front.append(line)
        elif self.draft.pending is not None and self.draft.has_begun:
            heading, self.draft.pending = self.draft.pending, None
            kind = role_of(heading.text) or self.draft.group_kind or "other"
            self.draft.open_section(kind, heading.text, self._heading_level(heading))
            self._text_of_section(line)
        elif self.draft.place.what == GROUP and self.draft.place.kind == "other":
            self.draft.open_section("other", self.draft.place.heading, self.draft.place.level)
            self._text_of_section(line)
        else:
            self.draft.settle()
            self.draft.unplaced_line(line)

    def _text_of_goals(self, line: Line, ahead: Label | None) -> None:
        goal = self.draft.goal
        if goal is None:
            if (
                ahead is not None
                and ahead.key(self.draft.place.kind) == "goal"
                and not NUMBERED.match(line.text)
            ) or self._introduces(line):
                self.draft.unplaced_line(line)
            else:
                self.draft.titled_goal(line)
            return
        if self.draft.waiting:
            self._value(line)
            return
        if not goal.labelled and goal.titled:
            if self.judge.is_next_goal(line):
                self.draft.titled_goal(line)
            else:
                self.draft.key_open = None
                goal.fields["goal"].append(Part(line.runs, line.mark, line.joined))
            return
        numbered = self.judge.is_next_number(line, goal)
        if not line.joined and (numbered or (self.judge.opens_again(ahead) and line.mark is None)):
            self.draft.titled_goal(line)
        elif self.draft.key_open is None or self._is_apart(line):
            self.draft.unplaced_line(line)
        else:
            self._value(line)

    def _value(self, line: Line) -> None:
        self.draft.value(Part(line.runs, line.mark, line.joined))
        self.draft.boxed = line.boxed

    def _is_apart(self, line: Line) -> bool:
        """Whether a line and the text before it stand in two boxes, or only one of them in one."""
        return line.boxed != self.draft.boxed and not self.draft.waiting

    def _introduces(self, line: Line) -> bool:
        """ "Hieronder staan twee doelen": about the goals, not one of them."""
        if NUMBERED.match(line.text):
            return False
        return line.text.rstrip().endswith(":") or bool(_INTRODUCTION.match(line.text))

    def _text_of_section(self, line: Line) -> None:
        goal = self.draft.goal
        if goal is None:
            goal = self.draft.new_goal()
        if self.draft.key_open is not None and self._is_apart(line):
            self.draft.unplaced_line(line)
        elif self.draft.key_open is None and not goal.fields:
            goal.intro.append(line)
        elif self.draft.key_open is None:
            self.draft.unplaced_line(line)
        else:
            self._value(line)

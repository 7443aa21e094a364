"""Follows the steps of a table into the draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from partituur.exchange.word import cover, tables
from partituur.exchange.word.draft import FRONT, PSEUDO_LEVEL, Draft, Place
from partituur.exchange.word.headings import (
    GOALS,
    GROUP,
    PERSON,
    PRINCIPLES,
    Topic,
    is_name,
    kind_of,
    named_under,
    role_of,
)
from partituur.exchange.word.judging import Judge
from partituur.exchange.word.labels import (
    ABOUT,
    LEARNING_TEAMS,
    OPENERS,
    SCHOOL,
    SUBJECT,
    TEACHERS,
    YEAR,
    Label,
    plain,
)
from partituur.exchange.word.lines import Item, Line, items_of
from partituur.exchange.word.scanning import scan
from partituur.exchange.word.source import Block, Run, Table
from partituur.exchange.word.values import Part


class Reader(Protocol):
    """Who reads running text; a cell may hold that too."""

    def run(self, items: Sequence[Item], floor: int = 0, follows: Label | None = None) -> None:
        """Read lines and tables in order."""

    def open(self, label: Label, written: str) -> None:
        """Open the field that a label names."""

    def first_label(self, table: Table) -> Label | None:
        """The first label near the top of a table."""


class Filling:
    """Fills the draft from tables."""

    def __init__(self, reader: Reader, draft: Draft, judge: Judge, known: tables.Tables) -> None:
        self.reader = reader
        self.draft = draft
        self.judge = judge
        self.tables = known
        self.vocabulary = known.vocabulary
        self.headings = known.headings

    def table(self, table: Table) -> None:
        is_cover = self.draft.place.what == FRONT and not self.draft.has_begun
        steps = self.tables.steps(table, self.draft.zone, is_cover)
        if self._is_text_only(steps):
            self._layout(table, steps)
            return
        goes_on = self._goes_on(steps)
        for at, step in enumerate(steps):
            if not (goes_on and isinstance(step, tables.Record)):
                self._step(step, follows_in(steps[at + 1 :]))
        self.draft.recording = False
        self._leave()

    def _leave(self) -> None:
        """What comes after a table is no part of its last text, unless that is still to come."""
        if not self.draft.waiting:
            self.draft.key_open = None

    def _goes_on(self, steps: Sequence[tables.Step]) -> bool:
        """Whether a grid of one nameless row has the fields that the goal above it still lacks."""
        records = [step for step in steps if isinstance(step, tables.Record)]
        goal = self.draft.goal
        if len(records) != 1 or records[0].subject or self.draft.section is None or goal is None:
            return False
        labels = [step.label for step in steps if isinstance(step, tables.Pair) and step.label]
        keys = {self.draft.key(label) for label in labels} - {None}
        return bool(goal.fields and keys) and not keys & {*OPENERS, *goal.fields}

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
            self.draft.place.what in (FRONT, PRINCIPLES)
            or self.draft.waiting
            or (self.draft.section is not None and self.draft.section.kind == "other")
            or (self.draft.pending is not None and self.draft.has_begun and not several)
        )
        if telling or not several or free:
            if self.draft.place.what == PRINCIPLES and self.draft.section is None and not telling:
                self._principle_rows(table)
                return
            self.reader.run(inner)
            if several:
                self._leave()
            return
        for row in table.rows:
            if row.filled:
                self.draft.unplaced("\n".join(cell.text for cell in row.filled))

    def _principle_rows(self, table: Table) -> None:
        for row in table.rows:
            for cell in row.filled:
                if len(cell.text) < 6 and cell.text.strip(" .)").isdigit():
                    self.draft.used.append(cell.text)
                    continue
                for item in items_of(cell.blocks):
                    if isinstance(item, Line):
                        self.draft.principle(item)
                    else:
                        self.table(item)

    def _tells(self, item: Item) -> bool:
        if isinstance(item, Table):
            return self.reader.first_label(item) is not None
        if any(each.first for each in scan(item, self.vocabulary)):
            return True
        return self.judge.strength(item) >= 2 and self.headings.topic(item.text) is not None

    def _step(self, step: tables.Step, follows: Label | None) -> None:
        if isinstance(step, tables.Used):
            self.draft.used.append(step.text)
        elif isinstance(step, tables.Copied):
            self.draft.twice.append(step.text)
        elif isinstance(step, tables.Loose):
            self.draft.unplaced(
                f"{step.title.rstrip(' :')}: {step.text}" if step.title else step.text
            )
            if step.copied:
                self.draft.twice.append(step.title)
        elif isinstance(step, tables.Flow):
            self.reader.run(items_of(step.blocks), follows=follows)
        elif isinstance(step, tables.Heading):
            self.draft.recording = False
            self.reader.run(items_of(step.blocks), 2 if step.bold_enough else 0, follows)
        elif isinstance(step, tables.More):
            self._values(step.blocks)
        elif isinstance(step, tables.Record):
            self._record(step)
        else:
            self._pair(step)

    def _values(self, blocks: Sequence[Block]) -> None:
        for item in items_of(blocks):
            if isinstance(item, Line):
                self.draft.value(Part(item.runs, item.mark, item.joined))
            else:
                for row in item.rows:
                    for cell in row.filled:
                        self._values(cell.blocks)

    def _record(self, step: tables.Record) -> None:
        self.draft.recording = True
        self.draft.key_open = None
        topic = self.headings.topic(step.subject) if step.subject else None
        if step.again and self.draft.section is not None:
            self.draft.new_goal()
        elif topic is not None and topic.what == GOALS:
            self.draft.close()
            self.draft.used.append(step.subject)
            self.draft.place = Place(GOALS, topic.kind, PSEUDO_LEVEL, step.subject)
            self.draft.new_goal()
        elif step.subject and (step.personal or self.draft.kind not in ("general", "team")):
            self._record_of_somebody(step, topic)
        elif self.draft.kind in ("general", "team") or not step.personal:
            self._record_of_goals(step)
        elif self.draft.section is not None:
            self.draft.new_goal()
        else:
            self.draft.open_section(self.draft.group_kind or "teacher", "", PSEUDO_LEVEL)

    def _record_of_goals(self, step: tables.Record) -> None:
        if self.draft.place.what != GOALS:
            self.draft.close()
            self.draft.place = Place(GOALS, "general", PSEUDO_LEVEL)
        self.draft.new_goal()
        if step.subject:
            self.draft.unplaced(step.subject)

    def _record_of_somebody(self, step: tables.Record, topic: Topic | None) -> None:
        self.draft.settle()
        subject = self._named(step.header, step.subject)
        known = topic.kind if topic is not None and topic.what in (PERSON, GROUP) else ""
        kind = known or self._kind_by_header(step.header, subject)
        group = self.draft.place if self.draft.place.what == GROUP else Place(GROUP, "", 0)
        self.draft.open_section(kind, subject, PSEUDO_LEVEL)
        if subject != step.subject:
            self.draft.twice.append(step.header)
        self.draft.place = group

    def _kind_by_header(self, header: str, subject: str) -> str:
        words = {plain(each) for each in re.split(r"[\s/]+", header)}
        group = self.draft.group_kind
        if not group and words & TEACHERS and not words & LEARNING_TEAMS:
            group = "teacher"
        elif not group and words & LEARNING_TEAMS and not words & TEACHERS:
            group = "learning_team"
        kind = kind_of(subject, group)
        named = is_name(subject) and len(subject.split()) > 1
        return "teacher" if kind == "other" and named else kind

    def _named(self, header: str, name: str) -> str:
        """A bare initial, or the bare name of a learning team, gets the word above it."""
        return name if role_of(name) else named_under(header, name)

    def _pair(self, step: tables.Pair) -> None:
        label = step.label
        text = tables.text_of(step.blocks)
        if label is not None and label.keys and self._pair_key(label) is not None:
            self.draft.used.append(step.text)
            self.reader.open(label, step.text)
            self._values(step.blocks)
            if step.copied:
                self.draft.twice.append(text)
        elif label is not None and label.about in (SCHOOL, YEAR) and self._cover_pair(label, text):
            self.draft.used.append(step.text)
        elif label is not None and label.about == SUBJECT and text:
            self.draft.used.append(step.text)
            if self.draft.place.what == GOALS and self.draft.kind:
                self.draft.close()
            self._record_of_somebody(tables.Record(text, step.text), self.headings.topic(text))
        elif label is not None and label.about == ABOUT and self._is_coordinator_row(step):
            self.draft.used.append(step.text)
            self._record_of_somebody(tables.Record(text, step.text), Topic(PERSON, "coordinator"))
        elif label is None and self._is_cover_row(step.text, text):
            self.draft.front.append(Line((Run(step.text),)))
            self.draft.front.extend(x for x in items_of(step.blocks) if isinstance(x, Line))
        elif text:
            self.draft.key_open = None
            self.draft.unplaced(f"{step.text.rstrip(' :')}: {text}" if step.text else text)
        elif label is None or not label.about:
            self.draft.unplaced(step.text)
        else:
            self.draft.used.append(step.text)

    def _pair_key(self, label: Label) -> str | None:
        if self.draft.kind:
            return self.draft.key(label)
        return next(iter(label.keys.values()), None)

    def _is_coordinator_row(self, step: tables.Pair) -> bool:
        return (
            self.draft.place.what != FRONT
            and role_of(step.text) == "coordinator"
            and self.draft.section is None
        )

    def _is_cover_row(self, *texts: str) -> bool:
        """Two cells beside each other on the cover: the name of the school and of the plan."""
        on_cover = self.draft.place.what == FRONT and not self.draft.has_begun
        return on_cover and any(cover.look(" ".join(each.split())).all_told for each in texts)

    def _cover_pair(self, label: Label, text: str) -> bool:
        if self.draft.section is not None or not text:
            return False
        if label.about == SCHOOL and self.draft.plan.school is None:
            self.draft.plan.school = cover.as_school(" ".join(text.split()))
            return True
        if label.about == YEAR and self.draft.plan.year is None and (year := cover.year_in(text)):
            if text[: year[1]].strip() or text[year[2] :].strip():
                return False
            self.draft.plan.year = year[0]
            self.draft.claim(text, year[0])
            return True
        return False


def follows_in(steps: Sequence[tables.Step]) -> Label | None:
    """The label that comes next in a table; None when a name comes first."""
    for step in steps:
        if isinstance(step, tables.Pair):
            return step.label
        if isinstance(step, tables.Heading) or (isinstance(step, tables.Record) and step.subject):
            return None
    return None

"""Judges what a line is, from where it stands, how it looks, and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from partituur.exchange.word.draft import FRONT, PSEUDO_LEVEL, Draft, Goal
from partituur.exchange.word.headings import (
    ASIDE,
    GOALS,
    GROUP,
    PERSON,
    PRINCIPLES,
    Headings,
    Topic,
    divides,
    is_name,
    role_of,
)
from partituur.exchange.word.labels import ABOUT, OPENERS, Label, Vocabulary
from partituur.exchange.word.lines import Item, Line
from partituur.exchange.word.scanning import Candidate, is_emphatic, scan
from partituur.exchange.word.values import cut

MOST_HEADING_WORDS = 14
NUMBERED = re.compile(r"^\s*\(?(\d{1,2})[.):]\s+|^\s*(\d{1,2})\s+(?=[A-Z])")


class Judge:
    """Judges lines, with the draft to see where they stand."""

    def __init__(
        self, draft: Draft, vocabulary: Vocabulary, headings: Headings, items: Sequence[Item]
    ) -> None:
        self.draft = draft
        self.vocabulary = vocabulary
        self.headings = headings
        self.size = _ordinary_size(items)

    def accepted(self, line: Line, floor: int) -> list[Candidate]:
        """The candidates on a line that are labels, here."""
        subject = self.draft.section.subject if self.draft.section else ""
        kept: list[Candidate] = []
        taken = {} if self.draft.goal is None else dict.fromkeys(self.draft.goal.fields)
        active = self.draft.key_open
        found = scan(line, self.vocabulary, subject, self.draft.over)
        if self._begins_anew(line, found):
            taken, active = {}, None
        for each in found:
            key = each.label.about or self.draft.key(each.label)
            if key is None or key == ABOUT:
                if self._is_stranger(each):
                    kept.append(each)
                    active = None
                continue
            if key == "goal" and self._only_titled(taken):
                taken.pop("goal", None)
            if each.under and self._has_nothing_yet(line, each, key, kept):
                taken.pop(key, None)
            if each.bare and not self._is_bare_label(line, each, key, floor):
                continue
            if not each.bare and not self._is_label(line, each, key, taken, active, kept):
                continue
            kept.append(each)
            if key in OPENERS and key in taken:
                taken = {}
            taken[key] = None
            active = key
        return kept

    def _is_stranger(self, each: Candidate) -> bool:
        """A label that names no field here; its text cannot be that of the label before it."""
        if not self.draft.kind or each.bare:
            return False
        if each.label.about == ABOUT:
            return each.first and each.capital
        return each.capital and each.ended and each.several_words

    def _begins_anew(self, line: Line, found: Sequence[Candidate]) -> bool:
        """A name or a goal in bold before the labels, where these were had before."""
        goal = self.draft.goal
        if not found or found[0].start == 0 or goal is None or self.draft.waiting or line.joined:
            return False
        lead = cut(line.runs, 0, found[0].start)
        bold = lead and all(run.manner.bold for run in lead if run.text.strip(" .:–-"))
        return bool(bold) and self.draft.key(found[0].label) in goal.fields

    def _has_nothing_yet(
        self, line: Line, each: Candidate, key: str, before: Sequence[Candidate]
    ) -> bool:
        """Whether "Inzet" is only the word over this label, and opened its field for nothing."""
        if before:
            return not line.text[before[-1].end : each.start].strip()
        return self.draft.goal is not None and not self.draft.goal.fields.get(key)

    def _only_titled(self, taken: Collection[str]) -> bool:
        """Whether the goal has a heading but no more than that: its "doel" may still come."""
        return (
            self.draft.goal is not None
            and self.draft.goal.titled
            and set(taken) <= {"goal", "start"}
        )

    def _is_bare_label(self, line: Line, each: Candidate, key: str, floor: int) -> bool:
        """A line that is nothing but a label; its text comes after it."""
        colon = line.text.rstrip().endswith(":")
        topic = self.headings.topic(line.text)
        if topic is not None and topic.what in (GOALS, GROUP, PERSON):
            inside = self.draft.goal is not None and (
                self.draft.goal.fields or self.draft.section is not None
            )
            level = self.draft.level
            if not inside or (line.level is not None and line.level <= level):
                return False
        if colon or line.level is not None or each.strong or line.over:
            return True
        if (
            self.draft.key_open is not None
            and self.draft.goal is not None
            and not self.draft.goal.fields.get(self.draft.key_open)
        ):
            # Here a text is waited for: is this the text, or was the text left empty?
            return key not in self.draft.goal.fields and (each.several_words or self._forward(key))
        if line.mark is not None:
            return False
        return self.draft.goal is None or key not in self.draft.goal.fields or key in OPENERS

    def _forward(self, key: str) -> bool:
        order = list(self.vocabulary.order.get(self.draft.kind, ()))
        if key not in order or self.draft.key_open not in order:
            return False
        return order.index(key) > order.index(self.draft.key_open)

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
        if self.draft.place.what == PRINCIPLES and not (
            each.first and (each.strong or each.several_words)
        ):
            return False
        if each.under:
            return key not in taken and (each.first or each.ended)
        pair = active == "start_goal" and key in ("start", "goal")
        if each.first:
            return self._is_first_label(line, each, key, taken, pair)
        manner = each.label.text == "hoe" and active == "evaluation"  # "Evaluatie: hoe: …"
        if pair or key in taken or (manner and not each.strong):
            return False
        if each.strong:
            return True
        if before and before[0].strong and not (each.several_words and each.ended):
            return False
        if not each.capital:
            return each.ended and bool(before) and not before[0].capital
        if each.ended:
            return True
        forward = self._forward_from(active, key)
        if each.joined:  # "… schuift één keer aan Inzet derden: geen"
            return bool(before) and forward
        return each.several_words or forward

    def _forward_from(self, active: str | None, key: str) -> bool:
        order = list(self.vocabulary.order.get(self.draft.kind, ()))
        if active is None or active not in order or key not in order:
            return active is None
        return order.index(key) > order.index(active)

    def _is_first_label(
        self, line: Line, each: Candidate, key: str, taken: dict[str, None], pair: bool
    ) -> bool:
        if pair and not (self.draft.goal and self.draft.goal.under_way):
            return False
        if line.mark is not None and not each.strong and (not each.capital or key in taken):
            return False
        again = key in taken and not each.strong
        return not (again and (key not in OPENERS or not each.capital))

    def strength(self, line: Line) -> int:
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

    def is_heading(
        self, line: Line, topic: Topic | None, strength: int, ahead: Label | None, strict: bool
    ) -> bool:
        if strength == 3:
            return True
        again = self.opens_again(ahead)
        if topic is not None and strength == 2:
            return topic.what != ASIDE or not self.draft.waiting
        if topic is not None and strength == 1:
            return self._is_plain_topic(line, topic, ahead, again)
        if strength == 2:
            return self._is_bold_heading(line, ahead, again)
        if self.draft.section is not None and divides(line.text):
            return True
        first = self.draft.place.what == GROUP and self.draft.section is None and ahead is not None
        return (
            strength == 1
            and (first or (again and self.draft.section is not None))
            and line.mark is None
            and is_name(line.text)
            and (not self.draft.waiting or strict)
        )

    def opens_again(self, ahead: Label | None) -> bool:
        """Whether the next label is one that the goal here already has."""
        if ahead is None or self.draft.goal is None:
            return False
        key = self.draft.key(ahead)
        return (
            key is not None
            and key in self.draft.goal.fields
            and (key != self.draft.key_open or not self.draft.waiting)
        )

    def _is_plain_topic(self, line: Line, topic: Topic, ahead: Label | None, again: bool) -> bool:
        """A line in plain type that says no more than a heading would."""
        text = line.text.strip()
        if topic.kind == "other" and line.mark is None:
            return not self.draft.waiting
        is_sentence = re.search(r"[.;!?,]$", text) and not re.search(r"\b\w\.$", text)
        if line.mark is not None or is_sentence:
            return False
        if self.draft.waiting:
            return again
        if topic.what == PERSON:
            if self.draft.place.what == FRONT and ahead is None:
                return False
            return ahead is not None or line.text.strip().endswith(":")
        if topic.what == GROUP and not topic.kind and self.draft.section is not None:
            return ahead is None and self.draft.key_open is None
        if topic.what == ASIDE:
            return self.draft.place.what == FRONT or self.draft.key_open is None
        return len(line.text.split()) <= 6

    def _is_bold_heading(self, line: Line, ahead: Label | None, again: bool) -> bool:
        if self.draft.waiting and not again:
            return False
        if self.draft.place.what == PRINCIPLES and self.draft.section is None:
            return ahead is not None and line.mark is None and not line.text.rstrip().endswith(".")
        if self.draft.place.what == FRONT and self.draft.section is None:
            return ahead is not None
        if self.draft.kind in ("general", "team"):
            return (
                ahead is not None or self.draft.key_open is None or bool(NUMBERED.match(line.text))
            )
        ends = re.search(r"(?:\w{2,}[.;,]|[?!])$", line.text.strip())
        return not ends or ahead is not None

    def is_goal_title(self, line: Line, level: int, ahead: Label | None) -> bool:
        """Whether an unknown heading among the goals of the school is that of a goal."""
        if line.level is not None:
            return level > self.draft.place.level
        if level > self.draft.place.level:
            return not (ahead is not None and ahead.personal_only)
        pair = ahead is not None and "start_goal" in ahead.keys.values()
        if pair or (ahead is not None and ahead.personal_only and is_name(line.text)):
            return False
        return not (role_of(line.text) or re.search(r"\bgroep \d", line.text.casefold()))

    def is_inside(self, line: Line, level: int, ahead: Label | None) -> bool:
        """Whether an unknown heading belongs to the part that is open."""
        section = self.draft.section
        if section is None:
            return False
        if divides(line.text):
            return True
        if level <= section.level:
            return False
        if level < PSEUDO_LEVEL:
            return True
        starts = ahead is not None and ahead.key(section.kind) in OPENERS
        return not (starts and is_name(line.text))

    def is_next_goal(self, line: Line) -> bool:
        """Goals without labels, one after another."""
        if line.joined:
            return False
        return bool(NUMBERED.match(line.text)) or line.mark is not None

    def is_next_number(self, line: Line, goal: Goal) -> bool:
        if not goal.titled or not goal.numbered:
            return False
        if line.mark is not None and line.mark.ordered and line.mark.depth == 0:
            return not any(part.mark for part in goal.fields.get(self.draft.key_open or "", []))
        number = NUMBERED.match(line.text)
        goals = self.draft.team if self.draft.place.kind == "team" else self.draft.general
        return number is not None and int(number[1] or number[2]) == len(goals) + 1


def is_short(line: Line) -> bool:
    """Whether a line is short enough to be a heading."""
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

"""Keeps the promise that no word of a document is dropped.

Counts the words of what a reader of the document sees against the words that were placed, listed as
unplaced, or used as a label or heading. Whatever is missing is listed after all, with the line
that it stood in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from partituur.exchange.reading import ReadGoal, ReadPlan, Unplaced
from partituur.exchange.word.source import Document, paragraphs
from partituur.kernel import richtext

_WORD = re.compile(r"\w+")
SURROUNDINGS = 160  # characters before and after an unplaced text


def words_of(texts: Iterable[str]) -> Counter[str]:
    """The words of texts, however they are written, with how often they occur."""
    return Counter(word for text in texts for word in _WORD.findall(text.casefold()))


def lines_of(document: Document) -> list[str]:
    """The lines of everything visible, in reading order."""
    lines = [line for each in paragraphs(document.blocks) for line in each.text.split("\n")]
    return [line for line in [*lines, *(each.text for each in document.asides)] if line.strip()]


def texts_of(plan: ReadPlan) -> Iterator[str]:
    """All texts that a plan holds, placed or not, as plain text."""
    yield from (text for text in (plan.school, plan.year) if text)
    yield from map(richtext.to_plain, plan.principles)
    for goal in (*plan.general, *plan.team):
        yield from _texts(goal)
    for section in plan.sections:
        yield section.subject
        for goal in section.goals:
            yield from _texts(goal)
    yield from (richtext.to_plain(each.text) for each in plan.unplaced)


def _texts(goal: ReadGoal) -> Iterator[str]:
    yield from map(richtext.to_plain, goal.texts.values())


def keep(document: Document, plan: ReadPlan, used: Sequence[str], twice: Sequence[str]) -> None:
    """List as unplaced what was lost on the way.

    :param used: the words of labels and headings
    :param twice: texts of the plan that the document has once less
    """
    lines = lines_of(document)
    missing = words_of(lines) - (words_of([*texts_of(plan), *used]) - words_of(twice))
    if not missing:
        return
    for line in lines:
        if not missing:
            return
        lost = words_of([line]) & missing
        if lost:
            plan.unplaced.append(Unplaced(richtext.from_plain(line)))
            missing -= lost


def surround(document: Document, plan: ReadPlan) -> None:
    """Say what the document has before and after each unplaced text, and put them in its order."""
    lines = lines_of(document)
    places = _Places(lines)
    order: dict[int, int] = {}
    for each in plan.unplaced:
        text = richtext.to_plain(each.text).split("\n")
        found = places.of(text[0])
        at = found.pop(0) if len(found) > 1 else found[0] if found else len(lines)
        order[id(each)] = at
        after = at + len(text)
        each.before = each.before or ("".join(lines[at - 1 : at])[-SURROUNDINGS:] if at else "")
        each.after = each.after or "".join(lines[after : after + 1])[:SURROUNDINGS]
    plan.unplaced.sort(key=lambda each: order[id(each)])


class _Places:
    """Where texts stand among the lines of a document; the keys of lines are made once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.whole: dict[str, list[int]] = {}
        self.starts: list[int] = []  # of each line in ``text``
        keys = [_key(line) for line in lines]
        at = 0
        for number, key in enumerate(keys):
            self.whole.setdefault(key, []).append(number)
            self.starts.append(at)
            at += len(key) + 1
        self.text = "\n".join(keys)

    def of(self, text: str) -> list[int]:
        """The lines that are this text, with or without its label before it, or have it in them."""
        bare = _key(text.partition(": ")[2])
        known = self.whole.get(_key(text)) or (self.whole.get(bare) if bare else None)
        return known or self._within(bare, text)

    def _within(self, bare: str, text: str) -> list[int]:
        key = bare or _key(text)
        at = self.text.find(key) if key else -1
        return [] if at < 0 else [bisect_right(self.starts, at) - 1]


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))

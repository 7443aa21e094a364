"""What a line announces to the lines before it: the label it begins with, or another heading.

Up to three lines before it ask that, and the answer is the same for each of them, so that it is
looked for once.
"""

from __future__ import annotations

from dataclasses import dataclass

from partituur.exchange.word.headings import Headings
from partituur.exchange.word.labels import Label, Vocabulary
from partituur.exchange.word.lines import Line
from partituur.exchange.word.scanning import scan

MOST_KEPT = 8  # lines that are asked for again soon; the answer to an older one may go


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line announces."""

    label: Label | None = None
    ends: bool = False  # whoever looks ahead need look no further


class Signs:
    """Looks what lines announce, and remembers it of the last few."""

    def __init__(self, vocabulary: Vocabulary, headings: Headings) -> None:
        self.vocabulary = vocabulary
        self.headings = headings
        self.kept: dict[int, tuple[Line, Sign]] = {}  # with the line, so that its id stays its own

    def of(self, line: Line) -> Sign:
        """What a line announces."""
        if (known := self.kept.get(id(line))) is not None:
            return known[1]
        if len(self.kept) >= MOST_KEPT:
            del self.kept[next(iter(self.kept))]
        sign = self._look(line)
        self.kept[id(line)] = (line, sign)
        return sign

    def _look(self, line: Line) -> Sign:
        if line.contents:
            return Sign()
        found = [each for each in scan(line, self.vocabulary) if each.first]
        if found:
            return Sign(found[0].label, ends=True)
        return Sign(ends=line.level is not None or self.headings.topic(line.text) is not None)

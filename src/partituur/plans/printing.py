"""What is printed (afgedrukt) of a plan: which lines, in which order, in which words.

Word, PDF, Markdown, *akkoord* and the sheet all take their lines from here, so that paper and
screen say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from partituur.kernel import richtext
from partituur.plans import moments
from partituur.plans.format import Field, PartKind
from partituur.plans.snapshot import GoalShot, TextShot

BESIDE = " · "  # between a text and the moment or hours that stand beside it


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of a goal: its label and its text."""

    key: str  # of the field, or of the fields that are printed together
    label: str
    text: tuple[richtext.Block, ...]
    beside: str = ""  # the moment or hours, in words, where the text does not say them

    @property
    def body(self) -> str:
        """The text as rich-text source."""
        return richtext.from_blocks(self.text)

    @property
    def plain(self) -> str:
        """The text without its manner, with what stands beside it."""
        return richtext.plain(self.blocks)

    @property
    def blocks(self) -> tuple[richtext.Block, ...]:
        """The text with what stands beside it at its end, for a writer to walk over."""
        if not self.beside:
            return self.text
        last = self.text[-1] if self.text else None
        if isinstance(last, richtext.Paragraph):
            ended = richtext.Paragraph((*last.spans, richtext.Span(BESIDE + self.beside)))
            return richtext.normalised([*self.text[:-1], ended])
        return (*self.text, richtext.Paragraph((richtext.Span(self.beside),)))


def lines(kind: PartKind, goal: GoalShot) -> Iterator[Line]:
    """The lines of a goal below its headline; empty and hidden fields print nothing."""
    done = {kind.headline}
    for each in kind.shown:
        if each.key in done:
            continue
        pair = _pair(kind, each.key)
        done |= {one.key for one in pair}
        label = next((two for two in kind.together if len(pair) > 1 and each.key in two.keys), each)
        texts = [goal.text(one.key) for one in pair]
        parsed = [richtext.parse(text.body) for text in texts]
        both = parsed[0] if len(parsed) == 1 else richtext.normalised(chain.from_iterable(parsed))
        said = BESIDE.join(filter(None, map(beside, texts, parsed)))
        if both or said:
            yield Line(label.key, label.label, both, said)


def _pair(kind: PartKind, key: str) -> list[Field]:
    """The fields that are printed as one with this one, in their order; itself where none are."""
    for pair in kind.together:
        if key in pair.keys:
            return [each for each in kind.shown if each.key in pair.keys]
    return [kind.field(key)]


def headline(kind: PartKind, goal: GoalShot) -> str:
    """The goal's own heading (plain text): the field that serves as one, or its optional title."""
    return richtext.to_plain(goal.text(kind.headline).body) if kind.headline else goal.title


def beside(text: TextShot, blocks: Iterable[richtext.Block] | None = None) -> str:
    """The moment and hours in words, as far as the text does not say them already.

    :param blocks: the text, where it was parsed already
    """
    if not (text.moment or text.hours):
        return ""
    plain = richtext.to_plain(text.body) if blocks is None else richtext.plain(blocks)
    return not_said_in(plain, text.moment, Decimal(text.hours) if text.hours else None)


def not_said_in(plain: str, moment: str, hours: Decimal | None) -> str:
    """The moment and hours in words, as far as a plain text does not say them already."""
    said = []
    if moment and not moments.says(plain, that := moments.kept(moment)):
        said.append(str(that))
    if hours is not None and hours not in _hours_in(plain):
        said.append(hours_in_words(hours))
    return BESIDE.join(said)


def all_beside(moment: str, hours: Decimal | None) -> str:
    """The moment and hours in words, whatever the text says."""
    return not_said_in("", moment, hours)


def hours_in_words(hours: Decimal) -> str:
    """ "3 uur", "2,5 uur"."""
    number = format(hours.normalize(), "f").replace(".", ",")
    return f"{number} uur"


_HOURS = re.compile(
    r"(?<![\w.,])(?:(?P<number>[0-9]{1,6}(?:[.,][0-9]{1,2})?)|(?P<word>[a-zé]+(?: half)?))"
    r"\s*(?:uur|uren|u)\b",
    re.IGNORECASE,
)
_WORDS = {
    "half": "0.5", "een half": "0.5", "anderhalf": "1.5", "een": "1", "één": "1", "twee": "2",
    "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8", "negen": "9",
    "tien": "10", "elf": "11", "twaalf": "12",
}  # fmt: skip


def _hours_in(text: str) -> set[Decimal]:
    """The amounts of hours that a text names: "twee uur", "2,5 uur", "drie uren"."""
    said = (
        found["number"] or _WORDS.get(found["word"].lower(), "") for found in _HOURS.finditer(text)
    )
    return {Decimal(each.replace(",", ".")) for each in said if each}

"""What is printed (afgedrukt) of a plan: which lines, in which order, in which words.

Word, PDF, Markdown, *akkoord* and the sheet all take their lines from here, so that paper and
screen say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from partituur.kernel import richtext
from partituur.plans import moments
from partituur.plans.format import PartKind
from partituur.plans.snapshot import GoalShot, TextShot

BESIDE = " · "  # between a text and the moment or hours that stand beside it


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of a goal: its label and its text (rich-text source)."""

    key: str  # of the field, or of the fields that are printed together
    label: str
    body: str
    beside: str = ""  # the moment or hours, in words, where the text does not say them

    @property
    def blocks(self) -> tuple[richtext.Block, ...]:
        """The text with what stands beside it at its end, for a writer to walk over."""
        blocks = richtext.parse(self.body)
        if not self.beside:
            return blocks
        if not blocks:
            return (richtext.Paragraph((richtext.Span(self.beside),)),)
        last = blocks[-1]
        if isinstance(last, richtext.Paragraph):
            ended = richtext.Paragraph((*last.spans, richtext.Span(BESIDE + self.beside)))
            return (*blocks[:-1], ended)
        return (*blocks, richtext.Paragraph((richtext.Span(self.beside),)))


def lines(kind: PartKind, goal: GoalShot) -> Iterator[Line]:
    """The lines of a goal below its headline; empty fields print nothing."""
    pairs = {pair.keys[0]: pair for pair in kind.together}
    inside = {key for pair in kind.together for key in pair.keys[1:]}
    for each in kind.shown:
        if each.key == kind.headline or each.key in inside:
            continue
        if pair := pairs.get(each.key):
            texts = [goal.text(key) for key in pair.keys]
            body = "\n\n".join(text.body for text in texts if text.body)
            line = Line(pair.key, pair.label, body)
        else:
            text = goal.text(each.key)
            line = Line(each.key, each.label, text.body, beside(text))
        if line.body or line.beside:
            yield line


def headline(kind: PartKind, goal: GoalShot) -> str:
    """The goal's own heading (plain text): the field that serves as one, or its optional title."""
    return richtext.to_plain(goal.text(kind.headline).body) if kind.headline else goal.title


def beside(text: TextShot) -> str:
    """The moment and hours in words, as far as the text does not say them already."""
    plain = richtext.to_plain(text.body).lower()
    said = []
    if text.moment:
        said.append(str(moments.kept(text.moment)))
    if text.hours:
        said.append(hours_in_words(Decimal(text.hours)))
    return BESIDE.join(each for each in said if each.lower() not in plain)


def hours_in_words(hours: Decimal) -> str:
    """ "3 uur", "2,5 uur"."""
    number = format(hours.normalize(), "f").replace(".", ",")
    return f"{number} uur"

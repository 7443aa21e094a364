"""From the runs of a document to the source of a text in the plan.

Bold, italic, links and lists stay. What only dressed the whole text, as the bold of a label or of a
cell, does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from partituur.exchange.word.source import Mark, Run
from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Paragraph, Span

_BULLET = re.compile(r"^(?:[•·▪●○◦■□►➢❖✓✔*]\s*|[-–—]\s+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a text, as it stood in the document."""

    runs: tuple[Run, ...]
    mark: Mark | None = None
    joined: bool = False  # to the line before it, by a line break

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def cut(runs: Sequence[Run], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs of a stretch of text, without space around it."""
    found = []
    at = 0
    for run in runs:
        last = at + len(run.text)
        low, high = max(start, at), last if end is None else min(end, last)
        if low < high:
            found.append(run.saying(run.text[low - at : high - at]))
        at = last
    return stripped(found)


def stripped(runs: Sequence[Run], signs: str = " \t\n") -> tuple[Run, ...]:
    """Runs without these signs at the beginning and the end."""
    left = list(runs)
    while left:
        text = left[0].text.lstrip(signs)
        if text:
            left[0] = left[0].saying(text)
            break
        left.pop(0)
    while left:
        text = left[-1].text.rstrip(signs)
        if text:
            left[-1] = left[-1].saying(text)
            break
        left.pop()
    return tuple(left)


def source_of(parts: Sequence[Part]) -> str:
    """The source of a text that was found in these lines."""
    return richtext.from_blocks(_blocks(_undressed([_marked(each) for each in parts if each.text])))


def _marked(part: Part) -> Part:
    """A line with a typed bullet is an item of a list."""
    bullet = _BULLET.match(part.text)
    if bullet is None:
        return part
    runs = cut(part.runs, bullet.end())
    return Part(runs, part.mark or Mark(ordered=False)) if runs else part


def _undressed(parts: Sequence[Part]) -> list[Part]:
    runs = [run for part in parts for run in part.runs if run.text.strip()]
    for dress in ("bold", "italic"):
        if runs and all(getattr(run.manner, dress) for run in runs):
            parts = [_without(part, dress) for part in parts]
    return list(parts)


def _without(part: Part, dress: str) -> Part:
    off: Callable[[Run], Run] = (
        (lambda run: replace(run, manner=replace(run.manner, bold=False)))
        if dress == "bold"
        else (lambda run: replace(run, manner=replace(run.manner, italic=False)))
    )
    return replace(part, runs=tuple(off(run) for run in part.runs))


def _spans(part: Part) -> tuple[Span, ...]:
    return tuple(
        Span(
            run.text.replace("\t", " "),
            bold=run.manner.bold,
            italic=run.manner.italic,
            href=run.href if run.href.startswith(("http://", "https://", "mailto:")) else "",
        )
        for run in part.runs
    )


def _blocks(parts: Sequence[Part]) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    while at < len(parts):
        if parts[at].mark is not None:
            end = at
            while end < len(parts) and parts[end].mark is not None:
                end += 1
            blocks.extend(_lists(parts[at:end]))
            at = end
            continue
        spans = _spans(parts[at])
        at += 1
        while at < len(parts) and parts[at].joined and parts[at].mark is None:
            spans = (*spans, Span("\n"), *_spans(parts[at]))
            at += 1
        blocks.append(Paragraph(spans))
    return blocks


def _lists(parts: Sequence[Part]) -> list[Listing]:
    """Lists of marked lines; what is deeper goes into the item before it."""
    found: list[Listing] = []
    at = 0
    while at < len(parts):
        first = parts[at].mark or Mark(ordered=False)
        items: list[Item] = []
        while at < len(parts):
            mark = parts[at].mark or first
            if items and mark.depth <= first.depth and mark.ordered != first.ordered:
                break
            end = at + 1
            while end < len(parts) and (parts[end].mark or first).depth > first.depth:
                end += 1
            items.append(Item(_spans(parts[at]), tuple(_lists(parts[at + 1 : end]))))
            at = end
        found.append(Listing(first.ordered, tuple(items)))
    return found

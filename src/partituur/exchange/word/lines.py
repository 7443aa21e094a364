"""The document as lines and tables, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeGuard

from partituur.exchange.word.source import Block, Box, Mark, Para, Run, Table
from partituur.exchange.word.values import cut


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document: a paragraph, or what a line break leaves of one."""

    runs: tuple[Run, ...]
    level: int | None = None
    mark: Mark | None = None
    joined: bool = False
    contents: bool = False
    subtitle: bool = False
    over: bool = False  # an item of a list with items of its own
    boxed: int = 0  # which text box it stands in

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


Item = Line | Table


def items_of(blocks: Sequence[Block], boxed: int = 0) -> list[Item]:
    """Paragraphs as lines, text boxes opened, tables as they are."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Table):
            items.append(block)
        elif isinstance(block, Box):
            items.extend(items_of(block.blocks, boxed=id(block)))
        elif block.runs:
            items.extend(_lines(block, boxed))
    return [
        replace(item, over=True) if _is_over(item, after) else item
        for item, after in zip_longest(items, items[1:])
    ]


def _is_over(item: Item, after: Item | None) -> TypeGuard[Line]:
    """Whether what comes next is deeper in the same list."""
    if not isinstance(item, Line) or not isinstance(after, Line):
        return False
    if item.mark is None or after.mark is None:
        return False
    return after.mark.depth > item.mark.depth


def _lines(para: Para, boxed: int) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for text in para.text.split("\n"):
        runs = cut(para.runs, at, at + len(text))
        at += len(text) + 1
        if runs:
            mark = None if lines else para.mark
            joined = bool(lines)
            lines.append(
                Line(runs, para.level, mark, joined, para.contents, para.subtitle, boxed=boxed)
            )
    return lines

"""The document as lines and tables, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    return items


def _lines(para: Para, boxed: int) -> list[Line]:
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

"""Labels that a table cuts up or hides: in two cells beside each other, or in the cell of the text.

What is said here once over several rows ("Inzet", beside "leraar", "IB'er" and "derden") is said
again in each of them, so that a row can be read by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partituur.exchange.word.labels import Vocabulary
from partituur.exchange.word.source import Cell, Row

LEAST_UNDER = 2  # rows that a word over several must have under it


def joined(rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[list[Row], list[str]]:
    """The rows with each label in one cell.

    :returns: the rows, and the words that they have once more than the document
    """
    found: list[Row] = []
    again: list[str] = []
    at = 0
    while at < len(rows):
        group, first = _group(rows, at)
        under = _under(rows, first, group, vocabulary) if group is not None else []
        if group is None or len(under) < LEAST_UNDER:
            found.append(rows[at])
            at += 1
            continue
        found.extend(_with(group, row, first == at) for row in under)
        again.extend([group.text] * (len(under) - 1))
        at = first + len(under)
    return found, again


def _group(rows: Sequence[Row], at: int) -> tuple[Cell | None, int]:
    """The cell that may speak for several rows, and the first of those."""
    filled = rows[at].filled
    if not filled or filled[0] is not rows[at].cells[0]:
        return None, at
    if len(filled) == 1:
        return filled[0], at + 1
    return (filled[0], at) if len(rows[at].cells) > 2 else (None, at)


def _under(rows: Sequence[Row], first: int, group: Cell, vocabulary: Vocabulary) -> list[Row]:
    """The rows from here on of which the label goes on where the group begins."""
    beside = first < len(rows) and group in rows[first].cells
    under = []
    for row in rows[first:]:
        cell = _cell_under(row, group, beside)
        if cell is None or vocabulary.exact(f"{group.text} {cell.text}") is None:
            break
        under.append(row)
    return under


def _cell_under(row: Row, group: Cell, beside: bool) -> Cell | None:
    """The cell with the rest of the label; None when the row has no place for one."""
    if len(row.cells) < (3 if beside else 2):
        return None
    if beside and row.cells[0].text and row.cells[0] is not group:
        return None
    cell = row.cells[1 if beside else 0]
    return cell if cell.text else None


def _with(group: Cell, row: Row, beside: bool) -> Row:
    """A row with the words of the group before its label."""
    cell = row.cells[1 if beside else 0]
    label = replace(
        cell,
        blocks=[*group.blocks, *cell.blocks],
        column=row.cells[0].column,
        span=cell.span + (row.cells[0].span if beside else 0),
    )
    return Row([label, *row.cells[2 if beside else 1 :]])


def have_own_labels(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether each cell has its label above or before its own text."""
    cells = [cell for row in rows if len(row.filled) > 1 for cell in row.filled]
    telling = [cell for cell in cells if _has_own_label(cell, vocabulary)]
    labels = [cell for cell in cells if vocabulary.exact(cell.text) is not None]
    others = len(cells) - len(telling) - len(labels)
    return len(telling) >= 2 and len(telling) >= 3 * others and len(telling) >= len(labels)


def _has_own_label(cell: Cell, vocabulary: Vocabulary) -> bool:
    first, _, below = cell.text.partition("\n")
    before, _, after = first.partition(":")
    if below.strip() and vocabulary.exact(first) is not None:
        return True
    return bool(after.strip()) and vocabulary.exact(before) is not None

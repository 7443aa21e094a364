"""What the shape of rows and cells says of a table, before any label in it is looked up."""

from __future__ import annotations

from dataclasses import replace

from partituur.exchange.word.labels import folded
from partituur.exchange.word.source import Block, Cell, Row

_OF_LABELS = {"onderdeel", "onderdelen", "onderwerp", "veld", "rubriek", "aspect", "item", "vraag"}
_OF_TEXTS = {
    "beschrijving", "omschrijving", "inhoud", "tekst", "toelichting", "invulling", "uitwerking",
    "afspraak", "afspraken", "antwoord", "beschrijf", "wat", "notities", "concreet",
}  # fmt: skip


def says_only_what_cells_are(row: Row) -> bool:
    """A row above a card: "Onderdeel | Beschrijving"."""
    filled = row.filled
    return (
        len(filled) == 2
        and folded(filled[0].text) in _OF_LABELS
        and folded(filled[1].text) in _OF_TEXTS
    )


def mirrored(row: Row) -> Row:
    """The same row from right to left."""
    width = max(cell.column + max(1, cell.span) for cell in row.cells)
    turned = [
        replace(cell, column=width - cell.column - max(1, cell.span)) for cell in row.cells[::-1]
    ]
    return replace(row, cells=turned)


def is_value_place(cell: Cell, row: Row) -> bool:
    """A last cell has no room for a text beside it: a word in it that is a label is a text."""
    return cell is row.cells[-1] and cell.column > 0


def spans(row: Row) -> bool:
    """Whether a row has one cell, or one that spans others."""
    return len(row.cells) == 1 or row.filled[0].span > 1


def is_split(rows: list[Row]) -> bool:
    """Whether two rows of labels are one: a label that spans, with others under it."""
    return (any(cell.span > 1 for cell in rows[0].filled) and len(rows[0].filled) > 1) or any(
        cell.merged for cell in rows[1].cells
    )


def is_surely_split(rows: list[Row]) -> bool:
    """Whether the second row has texts only under cells that span, and is merged elsewhere."""
    under = {
        column
        for cell in rows[0].filled
        if cell.span > 1
        for column in range(cell.column, cell.column + cell.span)
    }
    below = rows[1].cells
    return (
        any(cell.merged for cell in below)
        and any(cell.text for cell in below)
        and all(cell.column in under for cell in below if not cell.merged)
    )


def is_number(text: str) -> bool:
    """Whether a text is a number and no more."""
    return len(text) < 6 and text.strip(" .)(").isdigit()


def row_blocks(row: Row) -> list[Block]:
    """All that stands in a row."""
    return [block for cell in row.cells for block in cell.blocks]


def all_blocks(rows: list[Row]) -> list[Block]:
    """All that stands in some rows."""
    return [block for row in rows for block in row_blocks(row)]

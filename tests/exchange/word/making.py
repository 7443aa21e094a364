"""Makes small Word files for tests, from lines in a shorthand.

``# Kop``, ``## Kop``, ``T Titel``, ``S Ondertitel``, ``- item``, ``-- item in een item``,
``1- genummerd item`` and ``| cel | cel |``; ``**vet**``, ``\\n`` for a line break, ``\\t`` for a
tab, ``\\p`` for a new paragraph in a cell. In a row, ``<<`` merges with the cell before and ``^^``
with the cell above; a row with one cell spans the table.
"""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as DocumentType
from docx.table import Table
from docx.text.paragraph import Paragraph

STYLES = {
    "T ": "Title",
    "S ": "Subtitle",
    "- ": "List Bullet",
    "-- ": "List Bullet 2",
    "1- ": "List Number",
    "# ": "Heading 1",
    "## ": "Heading 2",
    "### ": "Heading 3",
}


def made(text: str) -> bytes:
    """The bytes of a Word file with these lines."""
    document = Document()
    rows: list[list[str]] = []
    for line in [*text.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        style, words = _styled(line)
        _write(document.add_paragraph(style=style), words)
    return packed(document)


def packed(document: DocumentType) -> bytes:
    """The bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _styled(line: str) -> tuple[str | None, str]:
    for mark, style in STYLES.items():
        if line.startswith(mark):
            return style, line[len(mark) :]
    return None, line


def _write(paragraph: Paragraph, text: str) -> None:
    for number, part in enumerate(text.split("**")):
        for piece in re.split(r"(\\n|\\t)", part):
            if not piece:
                continue
            run = paragraph.add_run()
            if piece == "\\n":
                run.add_break()
            elif piece == "\\t":
                run.add_tab()
            else:
                run.text = piece
                run.bold = number % 2 == 1 or None


def _table(document: DocumentType, rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    table = document.add_table(len(rows), width)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text not in ("<<", "^^"):
                _fill(table, at, column, text)
    for at, row in enumerate(rows):
        if len(row) == 1 and width > 1:
            table.cell(at, 0).merge(table.cell(at, width - 1))
        for column, text in enumerate(row):
            if text == "<<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            elif text == "^^":
                table.cell(at - 1, column).merge(table.cell(at, column))


def _fill(table: Table, row: int, column: int, text: str) -> None:
    cell = table.cell(row, column)
    for number, line in enumerate(text.split("\\p")):
        style, words = _styled(line)
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if style:
            paragraph.style = style
        _write(paragraph, words)

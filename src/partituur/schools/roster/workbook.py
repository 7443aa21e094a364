"""Reads the cells of an Excel workbook (.xlsx), after a look at the box it comes in.

A workbook is a zip with XML. Before anything is parsed the box is checked: no more than so much
when unpacked, no document type (with which XML can fetch and multiply), no macros, no encryption.
Formulas give the value that Excel last saw; nothing is calculated here.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from partituur.kernel.errors import Unreadable

MOST_UNPACKED = 60 * 1024 * 1024
MOST_FILES = 500
FURTHEST_ROW = 1_048_576  # Excel has no more; a file may claim to
OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx with a password

Cells = tuple[int, tuple[Any, ...]]


def read(
    content: bytes, *, most_rows: int, most_columns: int
) -> tuple[list[Cells], tuple[str, ...]]:
    """The rows of the first sheet that has any, each with its number; and what was left aside.

    One row more than ``most_rows`` may come back, so that the caller can see that there are more.

    :raises Unreadable: it is not a workbook, or not one that we open
    """
    _inspect(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return _first_with_rows(book, most_rows, most_columns)
    except Unreadable:
        raise
    except Exception:  # whatever a damaged file makes the parser raise, the answer is the same
        raise _damaged() from None


def _damaged() -> Unreadable:
    return Unreadable(
        _("Dit Excel-bestand is beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx.")
    )


def _inspect(content: bytes) -> None:
    if content[:4] == OLD_EXCEL:
        raise Unreadable(
            _("Dit is een oud bestand, of het heeft een wachtwoord. Bewaar het als gewoon .xlsx.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            _inspect_box(box)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        raise _damaged() from None


def _inspect_box(box: zipfile.ZipFile) -> None:
    inside = box.infolist()
    if len(inside) > MOST_FILES or sum(each.file_size for each in inside) > MOST_UNPACKED:
        raise Unreadable(
            _("Dit Excel-bestand is uitgepakt te groot. Bewaar alleen het blad met namen.")
        )
    if any(each.flag_bits & 0x1 for each in inside):
        raise Unreadable(_("Dit bestand heeft een wachtwoord. Bewaar het zonder wachtwoord."))
    if any(each.filename.lower().endswith("vbaproject.bin") for each in inside):
        raise Unreadable(_("Dit bestand heeft macro’s. Bewaar het als gewoon .xlsx-bestand."))
    for each in inside:
        if each.filename.lower().endswith((".xml", ".rels", ".vml")):
            _inspect_xml(box.read(each))


def _inspect_xml(xml: bytes) -> None:
    """Refuse document types, also in an encoding in which they would not be seen."""
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml[:200] or b"<!DOCTYPE" in xml.upper():
        raise _damaged()


def _first_with_rows(
    book: Workbook, most_rows: int, most_columns: int
) -> tuple[list[Cells], tuple[str, ...]]:
    found: list[Cells] = []
    aside: list[str] = []
    for sheet in book.worksheets:
        if found:
            aside.append(sheet.title)
        elif isinstance(sheet, ReadOnlyWorksheet) and sheet.sheet_state == "visible":
            found = list(_rows(sheet, most_rows, most_columns))
    if not found or not aside:
        return found, ()
    return found, (
        _("We lezen alleen het eerste blad. Niet gelezen: {sheets}.").format(
            sheets=", ".join(aside)
        ),
    )


def _cells(sheet: Any, most_columns: int) -> Iterator[tuple[Any, ...]]:
    """openpyxl's stubs know this method of a writable sheet only."""
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(
        max_row=FURTHEST_ROW, max_col=most_columns, values_only=True
    )
    return rows


def _rows(sheet: ReadOnlyWorksheet, most_rows: int, most_columns: int) -> Iterator[Cells]:
    """Rows with something in them. Their number is bounded, and so is how far we look."""
    sheet.reset_dimensions()  # what the file says of its size need not be so
    found = 0
    cells = _cells(sheet, most_columns)
    for number, values in enumerate(cells, 1):
        if any(value not in (None, "") for value in values):
            found += 1
            yield number, tuple(values)
        if found > most_rows:
            return

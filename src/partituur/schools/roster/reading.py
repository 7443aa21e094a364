"""Makes a table of a pasted list, a CSV file or an Excel file. Looks no further than cells."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from partituur.kernel.errors import Unreadable
from partituur.schools.roster import workbook

MOST_BYTES = 5 * 1024 * 1024  # of a file; 1,000 colleagues are less than a tenth of it
MOST_CHARACTERS = 200_000  # of a pasted list
MOST_ROWS = 1000
MOST_COLUMNS = 200

_ADDRESSED = re.compile(r"([^<>]*)<\s*(?:mailto:)?([^<>\s]+)\s*>")  # Naam <naam@school.nl>
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]\s+|\d{1,3}[.)]\s+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row (regel) with something in it; ``number`` is its place in the list, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What was handed in, as text in cells, and what the reader left aside."""

    rows: tuple[Row, ...]
    notices: tuple[str, ...] = ()

    def as_text(self) -> str:
        """The same, to be pasted again: cells with tabs between them."""
        return "\n".join("\t".join(row.cells) for row in self.rows)


def read_pasted(text: str) -> Table:
    """Read a list as people paste it: a person per line, in any of the shapes they come in.

    :raises Unreadable: there is nothing in it, or too much
    """
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(_("Deze lijst is te lang. Plak haar in een paar delen."))
    lines = list(enumerate(text.splitlines(), 1))
    tabs = "\t" in text
    rows = (
        Row(number, cells)
        for number, line in lines
        for cells in (_by(line, "\t") if tabs else _line(line))
    )
    return _table(rows)


def read_file(name: str, content: bytes) -> Table:
    """Read a file by its name and content: .csv or .txt, or Excel's .xlsx.

    :raises Unreadable: it is of another kind, damaged, empty or too big
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Dit bestand is groter dan 5 MB. Bewaar alleen de lijst met namen."))
    ending = name.lower().rpartition(".")[2]
    if content[:4] == b"PK\x03\x04" or ending == "xlsx":
        found, notices = workbook.read(content, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
        return _table((Row(n, tuple(_said(cell) for cell in cells)) for n, cells in found), notices)
    if ending not in ("csv", "txt", "tsv"):
        raise Unreadable(
            _("Dit soort bestand kunnen we niet lezen. Bewaar de lijst als .xlsx of als .csv.")
        )
    return _table(_csv(_decoded(content)))


# --- a pasted line ---------------------------------------------------------------------------


def _line(line: str) -> Iterator[tuple[str, ...]]:
    """The people on a line without tabs; more than one only in an address line of a mail."""
    line = _BULLET.sub("", line)
    people = list(_ADDRESSED.finditer(line))
    if len(people) > 1:
        for each in people:
            yield (each[1].strip(" ,;\"'"), each[2])
    elif people:
        rest = line[people[0].end() :].strip(" ,;")
        yield (people[0][1].strip(" ,;\"'"), people[0][2], *_split(rest))
    elif ";" not in line and line.count(",") == 1 and "@" not in line:
        yield (line,)  # "Vries, Marieke de": whoever looks for people knows better
    else:
        yield from _by(line, ";" if ";" in line else ",")


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(";" if ";" in text else ",")) if text else ()


def _by(line: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    """Cells of one line. A lone quotation mark is a character like any other."""
    if line.count('"') % 2:
        yield tuple(line.split(delimiter))
    else:
        yield from (tuple(row) for row in csv.reader([line], delimiter=delimiter))


# --- a file ----------------------------------------------------------------------------------


def _decoded(content: bytes) -> str:
    """The text of a file. Excel writes Windows' own characters or, as "Unicode text", UTF-16."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _csv(text: str) -> Iterator[Row]:
    if "\0" in text:
        raise Unreadable(_("Dit bestand is geen lijst met tekst. Bewaar het als .xlsx of .csv."))
    delimiter, first = _delimiter(text)
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, 1):
            if number >= first:
                yield Row(number, tuple(cells))
    except csv.Error:
        raise Unreadable(
            _("Dit bestand is beschadigd. Bewaar het opnieuw als .csv of .xlsx.")
        ) from None


def _delimiter(text: str) -> tuple[str, int]:
    """What stands between cells, and the first row: Excel may say it in a line "sep=;"."""
    head = text[:5000].splitlines()[:10]
    if head and re.fullmatch(r"sep=[;,\t]", head[0].strip(" \r"), re.IGNORECASE):
        return head[0].strip(" \r")[-1], 2
    counts = {each: sum(each in line for line in head) for each in ("\t", ";", ",")}
    return max(counts, key=lambda each: counts[each]), 1


def _said(cell: Any) -> str:
    """A cell of a workbook as text: a day as 2026-08-01, a whole number without a point."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


# --- both ------------------------------------------------------------------------------------


def _table(rows: Iterator[Row], notices: tuple[str, ...] = ()) -> Table:
    """The rows that have something in them, tidied.

    :raises Unreadable: none has, or more than MOST_ROWS have
    """
    kept: list[Row] = []
    for row in rows:
        cells = [_tidy(cell) for cell in row.cells[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            kept.append(Row(row.number, tuple(cells)))
        if len(kept) > MOST_ROWS:
            said = _("Deze lijst heeft meer dan {most} regels. Lees haar in een paar delen in.")
            raise Unreadable(said.format(most=MOST_ROWS))
    if not kept:
        raise Unreadable(_("Er staat niets in de lijst. Zet er minstens één naam in."))
    return Table(tuple(kept), notices)


def _tidy(cell: str) -> str:
    """Single spaces, composed letters, nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", cell)
    seen = "".join(
        " " if char.isspace() else char
        for char in composed
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return " ".join(seen.split())

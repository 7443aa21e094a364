"""Finds a person in each row of a table: which cell is the name, the address, the role."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.schools import dates
from partituur.schools.actions.members import clean_email
from partituur.schools.models import Role
from partituur.schools.roster import wording
from partituur.schools.roster.reading import Row, Table
from partituur.schools.roster.wording import (
    EMAIL,
    FIRST,
    FROM,
    INFIX,
    LAST,
    NAME,
    NOTE,
    ROLE,
    UNTIL,
    plain,
)

_GROUP = r"(?:groep|gr\.?|klas|unit|stamgroep|kleuters|onderbouw|middenbouw|bovenbouw)\b.*"
_NAME_AND_GROUP = re.compile(
    rf"(?P<name>.+?)\s*(?:[-–:]\s*|\()(?P<group>{_GROUP}?)\)?", re.IGNORECASE
)
INFIXES = frozenset(
    ("de", "van", "van de", "van der", "van den", "van het", "van 't", "den", "der", "ter", "ten",
     "te", "het", "'t", "in 't", "op de", "op den", "von", "el", "la", "le", "du", "da", "dos")
)  # fmt: skip
_NAME_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<group>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as the list has them. ``problem`` says why the row cannot be used."""

    number: int  # the row in the list
    name: str
    email: str = ""
    roles: frozenset[Role] = frozenset()  # those that the list names; none when it names none
    note: str = ""
    from_date: date | None = None
    until_date: date | None = None
    remarks: tuple[str, ...] = ()  # what was read in another way than it was written
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """The people in a list, and what of it was left aside."""

    entries: tuple[Entry, ...]
    notices: tuple[str, ...] = ()


def understand(table: Table, words: Mapping[str, Role]) -> Understood:
    """The people in a table; with a row of headings its columns are read by their names.

    :param words: see wording.role_words
    """
    columns = _columns(table.rows[0])
    if not columns:
        return Understood(tuple(_free(row, words) for row in table.rows), table.notices)
    entries = tuple(_by_column(row, columns, words) for row in table.rows[1:])
    unread = _unread(table, columns)
    if not unread:
        return Understood(entries, table.notices)
    said = _("Deze kolommen lezen we niet in: {columns}.").format(columns=", ".join(unread))
    return Understood(entries, (*table.notices, said))


# --- with headings ---------------------------------------------------------------------------


def _unread(table: Table, columns: Mapping[int, str]) -> list[str]:
    """The columns with something in them that are not ours, by their headings."""
    filled = {place for row in table.rows[1:] for place, cell in enumerate(row.cells) if cell}
    headings = _headings(table)
    return [
        headings[place] or _("kolom {number}").format(number=place + 1)
        for place in sorted(filled - set(columns))
    ]


def _headings(table: Table) -> list[str]:
    widest = max(len(row.cells) for row in table.rows)
    first = table.rows[0].cells
    return [*first, *[""] * (widest - len(first))]


def _columns(first: Row) -> dict[int, str]:
    """The columns by their place, when the first row has headings; else nothing."""
    if any("@" in cell for cell in first.cells):
        return {}
    found = {place: wording.column_of(cell) for place, cell in enumerate(first.cells)}
    columns = {place: column for place, column in found.items() if column}
    return columns if {NAME, FIRST, LAST, EMAIL} & set(columns.values()) else {}


def _by_column(row: Row, columns: Mapping[int, str], words: Mapping[str, Role]) -> Entry:
    cells: dict[str, list[str]] = {}
    for place, column in columns.items():
        if place < len(row.cells) and row.cells[place]:
            cells.setdefault(column, []).append(row.cells[place])
    parts = [" ".join(cells.get(each, [])) for each in (FIRST, INFIX, LAST)]
    name = ", ".join(cells.get(NAME, [])) or " ".join(part for part in parts if part)
    entry = Entry(row.number, name)
    entry = _with_roles(entry, " / ".join(cells.get(ROLE, [])), words)
    entry = _with_note(entry, cells.get(NOTE, []), first=True)
    entry = _with_dates(entry, cells.get(FROM, []), cells.get(UNTIL, []))
    return _checked(_with_email(entry, cells.get(EMAIL, [])))


# --- without ---------------------------------------------------------------------------------


def _free(row: Row, words: Mapping[str, Role]) -> Entry:
    """A row without headings: an address has an @, a role is a word for one, and of the rest the
    first is a name and what follows the group."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) == 1:
        cells = _after_comma(cells[0], words)
    emails = [cell for cell in cells if "@" in cell]
    rest = [cell for cell in cells if "@" not in cell]
    roles = [cell for cell in rest[1:] if wording.roles_in(cell, words)[0]]
    if rest and plain(rest[0]) in words and len(rest) > len(roles) + 1:
        roles.insert(0, rest[0])
    name, others = _name_of([cell for cell in rest if cell not in roles])
    entry = _with_roles(Entry(row.number, name), " / ".join(roles), words)
    return _checked(_with_email(_with_note(entry, others), emails))


def _after_comma(cell: str, words: Mapping[str, Role]) -> list[str]:
    """ "Marieke Jansen, groep 5" are two things; "Jansen, Marieke" is one name."""
    first, _comma, second = (part.strip() for part in cell.partition(","))
    if second and (wording.roles_in(second, words)[0] or not _is_name(second)):
        return [first, second]
    return [cell]


def _name_of(cells: list[str]) -> tuple[str, list[str]]:
    """The name, from one cell or from a first and a last one; and the cells that are left."""
    if len(cells) < 2 or " " in cells[0] or not _is_name(cells[1]):
        return (cells[0] if cells else ""), cells[1:]
    if len(cells) > 2 and plain(cells[1]) in INFIXES:
        return " ".join(cells[:3]), cells[3:]
    if plain(cells[1]).rpartition(" ")[2] in INFIXES:  # Vries | Marieke de
        return f"{cells[1]} {cells[0]}", cells[2:]
    return f"{cells[0]} {cells[1]}", cells[2:]


def _is_name(cell: str) -> bool:
    """Whether a cell beside a name may be the rest of it, rather than a group."""
    looks = cell[:1].isupper() or plain(cell) in INFIXES
    return looks and not re.search(r"\d", cell) and not re.match(_GROUP, cell, re.IGNORECASE)


# --- piece by piece --------------------------------------------------------------------------


def _with_roles(entry: Entry, text: str, words: Mapping[str, Role]) -> Entry:
    if not text:
        return entry
    roles, besides = wording.roles_in(text, words)
    entry = replace(entry, roles=roles)
    if not roles:
        said = _("“{word}” kennen we niet als rol. Het komt bij groep of taak te staan.")
        entry = _remark(entry, said.format(word=text))
    return _with_note(entry, besides)


def _with_note(entry: Entry, texts: list[str], *, first: bool = False) -> Entry:
    """Put texts with the group or task; what stands there already is not said twice."""
    there = [entry.note] if entry.note else []
    new = [text for text in texts if text and text not in there]
    return replace(entry, note=", ".join(new + there if first else there + new))


def _with_email(entry: Entry, typed: list[str]) -> Entry:
    if not typed:
        return entry
    if len(typed) > 1:
        return replace(entry, problem=_("Er staan twee e-mailadressen op deze regel. Kies er één."))
    try:
        return replace(entry, email=clean_email(typed[0].removeprefix("mailto:").strip("<>")))
    except Refusal as refusal:
        return replace(entry, email=typed[0], problem=refusal.reason)


def _with_dates(entry: Entry, first: list[str], last: list[str]) -> Entry:
    for key, typed in (("from_date", first), ("until_date", last)):
        if not typed:
            continue
        day = dates.day_of(typed[0])
        if day is None:
            said = _("“{day}” is geen datum. Schrijf het als 1-8-2026.").format(day=typed[0])
            return replace(entry, problem=said)
        entry = replace(entry, **{key: day})  # type: ignore[arg-type]
    return entry


def _checked(entry: Entry) -> Entry:
    """The name as it is printed; and what makes the row unusable."""
    entry = _turned_round(_without_group(entry))
    if entry.problem:
        return entry
    problem = ""
    if not re.search(r"[^\W\d_]", entry.name):
        problem = _("Op deze regel staat geen naam.")
    elif len(entry.name) > 120:
        problem = _("Deze naam is te lang: er passen 120 tekens.")
    elif len(entry.note) > 60:
        problem = _("Bij groep of taak passen 60 tekens. Maak het iets korter.")
    elif entry.from_date and entry.until_date and entry.until_date < entry.from_date:
        problem = _("De laatste dag ligt voor de eerste dag. Kijk de datums na.")
    return replace(entry, problem=problem)


def _without_group(entry: Entry) -> Entry:
    """ "Marieke de Vries (groep 5)" and "Marieke de Vries - groep 5" are a name and a group."""
    found = _NAME_AND_GROUP.fullmatch(entry.name) or _NAME_IN_BRACKETS.fullmatch(entry.name)
    if not found:
        return entry
    return _with_note(replace(entry, name=found["name"]), [found["group"]], first=True)


def _turned_round(entry: Entry) -> Entry:
    """ "Vries, Marieke de" is printed as "Marieke de Vries"."""
    last, comma, first = (part.strip() for part in entry.name.partition(","))
    if not comma or not last or not first or "," in first:
        return entry
    return replace(entry, name=f"{first} {last}")


def _remark(entry: Entry, text: str) -> Entry:
    return replace(entry, remarks=(*entry.remarks, text))

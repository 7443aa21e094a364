"""Pasted lists, CSV and Excel become a table; bad files become one sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from partituur.kernel.errors import Unreadable
from partituur.schools.roster import reading, workbook


def _cells(table: reading.Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def _xlsx(*rows: list[Any], more: dict[str, list[list[Any]]] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for title, others in (more or {}).items():
        extra = book.create_sheet(title)
        for row in others:
            extra.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _with_part(content: bytes, name: str, data: bytes) -> bytes:
    """The same box with one file in it added or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.infolist():
            if each.filename != name:
                new.writestr(each, old.read(each))
        new.writestr(name, data)
    return made.getvalue()


# --- pasted ----------------------------------------------------------------------------------


def test_a_line_is_a_row_and_an_empty_line_is_none() -> None:
    table = reading.read_pasted("Anna Bos\n\n   \nBert Kok\n")

    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ("Anna Bos",)),
        (4, ("Bert Kok",)),
    ]


def test_semicolons_part_a_line_into_cells() -> None:
    table = reading.read_pasted("Anna Bos; anna@s.nl; leraar; groep 5")

    assert _cells(table) == [("Anna Bos", "anna@s.nl", "leraar", "groep 5")]


def test_tabs_part_a_line_and_leave_commas_alone() -> None:
    table = reading.read_pasted("Naam\tGroep\nBos, Anna\tgroep 5, 6")

    assert _cells(table) == [("Naam", "Groep"), ("Bos, Anna", "groep 5, 6")]


@pytest.mark.parametrize("bullet", ["- ", "• ", "1. ", "12) ", "* "])
def test_bullets_and_numbers_before_a_name_fall_away(bullet: str) -> None:
    assert _cells(reading.read_pasted(f"{bullet}Anna Bos")) == [("Anna Bos",)]


def test_a_name_with_an_address_in_angle_brackets_is_two_cells() -> None:
    assert _cells(reading.read_pasted("Anna Bos <anna@s.nl>")) == [("Anna Bos", "anna@s.nl")]


def test_what_follows_an_address_in_brackets_is_kept() -> None:
    table = reading.read_pasted("Anna Bos <anna@s.nl>; leraar; groep 5")

    assert _cells(table) == [("Anna Bos", "anna@s.nl", "leraar", "groep 5")]


@pytest.mark.parametrize("between", ["; ", ", "])
def test_an_address_line_of_a_mail_is_a_row_for_each_person(between: str) -> None:
    table = reading.read_pasted(f'"Bos, Anna" <anna@s.nl>{between}Bert Kok <bert@s.nl>')

    assert _cells(table) == [("Bos, Anna", "anna@s.nl"), ("Bert Kok", "bert@s.nl")]


def test_a_single_comma_without_an_address_stays_in_the_cell() -> None:
    assert _cells(reading.read_pasted("Vries, Marieke de")) == [("Vries, Marieke de",)]


def test_commas_part_a_line_that_has_an_address() -> None:
    assert _cells(reading.read_pasted("Anna Bos, anna@s.nl")) == [("Anna Bos", "anna@s.nl")]


def test_a_lone_quotation_mark_swallows_no_other_line() -> None:
    table = reading.read_pasted('"Anna; groep 5\nBert')

    assert _cells(table) == [('"Anna', "groep 5"), ("Bert",)]


def test_hidden_characters_and_double_spaces_fall_away() -> None:
    assert _cells(reading.read_pasted("Anna\u200b\u00a0  Bos\u202e")) == [("Anna Bos",)]


def test_a_letter_with_a_loose_accent_becomes_one_letter() -> None:
    assert _cells(reading.read_pasted("Zoe\u0308")) == [("Zoë",)]


@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_an_empty_list_says_that_it_is_empty(text: str) -> None:
    with pytest.raises(Unreadable, match="niets in de lijst"):
        reading.read_pasted(text)


def test_too_many_rows_are_refused_with_the_number() -> None:
    with pytest.raises(Unreadable, match="1000"):
        reading.read_pasted("\n".join(f"Naam {n}" for n in range(1001)))


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="te lang"):
        reading.read_pasted("a" * 200_001)


def test_a_table_can_be_pasted_again_and_reads_the_same() -> None:
    table = reading.read_file("a.csv", b"naam;groep\nAnna Bos;5, 6\n")

    assert _cells(reading.read_pasted(table.as_text())) == _cells(table)


# --- CSV -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_in_every_usual_spelling(encoding: str, delimiter: str) -> None:
    text = f"naam{delimiter}groep\r\nZoë Ünal{delimiter}5\r\n"

    table = reading.read_file("lijst.csv", text.encode(encoding))

    assert _cells(table) == [("naam", "groep"), ("Zoë Ünal", "5")]


def test_a_line_that_names_the_separator_is_no_row() -> None:
    table = reading.read_file("a.csv", b"sep=;\r\nnaam;groep\r\nAnna, of An;5\r\n")

    assert _cells(table) == [("naam", "groep"), ("Anna, of An", "5")]


def test_a_quoted_cell_may_hold_the_separator_and_a_line_end() -> None:
    table = reading.read_file("a.csv", b'naam;groep\n"Bos; Anna";"5\nen 6"\n')

    assert _cells(table)[1] == ("Bos; Anna", "5 en 6")


def test_a_binary_file_called_csv_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match="Bewaar het als"):
        reading.read_file("a.csv", b"naam\0\0\0")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a", "a.xml"])
def test_another_kind_of_file_says_which_kinds_can_be_read(name: str) -> None:
    with pytest.raises(Unreadable, match=r"\.xlsx of als \.csv"):
        reading.read_file(name, b"naam")


def test_a_big_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="5 MB"):
        reading.read_file("a.csv", b"a" * (reading.MOST_BYTES + 1))


# --- Excel -----------------------------------------------------------------------------------


def test_a_workbook_gives_its_cells_as_text() -> None:
    content = _xlsx(
        ["Naam", "Groep", "Vanaf", "Deeltijd"],
        [None, None, None, None],
        ["Anna Bos", 5, date(2026, 8, 1), True],
        ["Bert Kok", 5.5, datetime(2026, 8, 1, 0, 0), None],  # noqa: DTZ001 - as Excel has it
    )

    table = reading.read_file("team.xlsx", content)

    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ("Naam", "Groep", "Vanaf", "Deeltijd")),
        (3, ("Anna Bos", "5", "2026-08-01")),
        (4, ("Bert Kok", "5.5", "2026-08-01")),
    ]


def test_a_formula_is_not_calculated() -> None:
    table = reading.read_file("a.xlsx", _xlsx(["Anna", '=HYPERLINK("http://x.nl")']))

    assert _cells(table) == [("Anna",)]


def test_other_sheets_are_named_as_not_read() -> None:
    content = _xlsx(["Anna"], more={"Oud team": [["Bert"]]})

    table = reading.read_file("a.xlsx", content)

    assert _cells(table) == [("Anna",)]
    assert "Oud team" in table.notices[0]


def test_an_empty_first_sheet_gives_way_to_the_next() -> None:
    content = _xlsx(more={"Team": [["Anna"]]})

    assert _cells(reading.read_file("a.xlsx", content)) == [("Anna",)]


def test_a_row_far_down_is_found() -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"], book.active["A20000"] = "Anna", "Bert"
    file = io.BytesIO()
    book.save(file)

    table = reading.read_file("a.xlsx", file.getvalue())

    assert [row.number for row in table.rows] == [1, 20000]


def test_a_workbook_with_too_many_rows_is_refused() -> None:
    with pytest.raises(Unreadable, match="1000"):
        reading.read_file("a.xlsx", _xlsx(*[[f"Naam {n}"] for n in range(1005)]))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 and then nothing", "beschadigd"),
        (b"naam;groep", "beschadigd"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "oud bestand"),
    ],
)
def test_a_damaged_workbook_says_so(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        reading.read_file("a.xlsx", content)


def test_a_zip_that_is_no_workbook_says_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as box:
        box.writestr("hallo.txt", "hallo")

    with pytest.raises(Unreadable, match="beschadigd"):
        reading.read_file("a.xlsx", file.getvalue())


def test_a_workbook_with_a_document_type_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><sst>&b;</sst>'
    content = _with_part(_xlsx(["Anna"]), "xl/sharedStrings.xml", bomb)

    with pytest.raises(Unreadable, match="beschadigd"):
        reading.read_file("a.xlsx", content)


def test_a_document_type_in_another_encoding_is_refused_too() -> None:
    bomb = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><sst/>'.encode("utf-16")
    content = _with_part(_xlsx(["Anna"]), "xl/sharedStrings.xml", bomb)

    with pytest.raises(Unreadable, match="beschadigd"):
        reading.read_file("a.xlsx", content)


def test_a_workbook_with_macros_is_refused() -> None:
    content = _with_part(_xlsx(["Anna"]), "xl/vbaProject.bin", b"\0")

    with pytest.raises(Unreadable, match="macro"):
        reading.read_file("a.xlsx", content)


def test_a_workbook_that_unpacks_too_big_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1000)

    with pytest.raises(Unreadable, match="te groot"):
        reading.read_file("a.xlsx", _xlsx(["Anna"]))


def test_a_workbook_with_too_many_files_in_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_FILES", 2)

    with pytest.raises(Unreadable, match="te groot"):
        reading.read_file("a.xlsx", _xlsx(["Anna"]))


def test_a_row_number_that_excel_does_not_know_ends_the_reading() -> None:
    sheet = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        b'2006/main"><sheetData><row r="99999999999"><c r="A1" t="inlineStr"><is><t>Anna</t></is>'
        b"</c></row></sheetData></worksheet>"
    )
    content = _with_part(_xlsx(["Anna"]), "xl/worksheets/sheet1.xml", sheet)

    with pytest.raises(Unreadable):
        reading.read_file("a.xlsx", content)

"""The fingerprint of a version stands on every page, and is read out of the file again."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partituur.exchange import fingerprints, registry
from partituur.kernel.errors import Unreadable
from partituur.plans.format import STANDARD
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, TextShot

MARK = "v12-0f3a9c27d10f3a9c27d10f3a"
LONG = "Een lange tekst over samen kijken in de klas. " * 300
PLAN = PlanShot(
    school="De Notenbalk",
    year="2026-2027",
    state="adopted",
    version=12,
    format=STANDARD,
    parts=(PartShot("p", "general", "Algemene doelen", goals=(
        GoalShot("g", {"goal": TextShot("Lezen"), "approach": TextShot(LONG)}),)),),
)  # fmt: skip


@pytest.mark.parametrize("key", ["pdf", "docx"])
def test_what_is_written_in_a_document_is_read_out_of_it(key: str) -> None:
    assert fingerprints.read(registry.FORMATS[key].write(PLAN, fingerprint=MARK)) == MARK


def test_it_is_read_out_of_a_dated_pdf_too() -> None:
    data = registry.FORMATS["pdf"].write(PLAN, fingerprint=MARK, printed_on=date(2026, 9, 14))
    assert fingerprints.read(data) == MARK


def test_it_stands_with_state_and_version_at_the_foot_of_every_page() -> None:
    opened: Any = pymupdf.open(  # type: ignore[no-untyped-call]
        stream=registry.FORMATS["pdf"].write(PLAN, fingerprint=MARK), filetype="pdf"
    )
    pages = [page.get_text() for page in opened]
    assert len(pages) > 2
    assert all(f"Vastgesteld, versie 12 · {MARK}" in page for page in pages)


def test_it_stands_at_the_foot_in_word_and_beside_the_state_in_markdown() -> None:
    with zipfile.ZipFile(
        io.BytesIO(registry.FORMATS["docx"].write(PLAN, fingerprint=MARK))
    ) as file:
        feet = [file.read(name).decode() for name in file.namelist() if "footer" in name]
    assert any(f"vastgesteld, versie 12 · {MARK}" in foot for foot in feet)
    assert f"versie 12 · {MARK}" in registry.FORMATS["md"].write(PLAN, fingerprint=MARK).decode()


@pytest.mark.parametrize("key", ["pdf", "docx"])
def test_a_document_without_one_says_so(key: str) -> None:
    with pytest.raises(Unreadable, match="geen vingerafdruk"):
        fingerprints.read(registry.FORMATS[key].write(PLAN))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04kapot", b"\x89PNG", MARK.encode()])
def test_what_is_no_document_of_ours_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable):
        fingerprints.read(data)


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    for start in (b"PK\x03\x04", b"%PDF-1.7\n", b""):
        with pytest.raises(Unreadable):
            fingerprints.read(start + data)

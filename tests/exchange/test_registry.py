"""The registry: one list of formats, for screens and for the command line."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import docx
import pytest

from partituur.exchange import registry
from partituur.plans.format import format_for
from partituur.plans.snapshot import PartShot, PlanShot

PLAN = PlanShot(
    school="De Notenbalk",
    year="2026-2027",
    state="draft",
    format=format_for(),
    parts=(PartShot("d1", "teacher", "Leraar J."),),
)


def test_a_plan_goes_out_in_four_formats() -> None:
    assert list(registry.FORMATS) == ["docx", "pdf", "md", "json"]
    for key, each in registry.FORMATS.items():
        assert each.key == key == each.suffix
        assert each.name
        assert each.purpose
        assert "/" in each.content_type


@pytest.mark.parametrize(
    ("key", "beginning"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("md", b"# "), ("json", b"{")]
)
def test_every_format_is_written(key: str, beginning: bytes) -> None:
    assert registry.FORMATS[key].write(PLAN).startswith(beginning)


def test_only_a_pdf_can_hold_a_single_part() -> None:
    assert registry.FORMATS["pdf"].write(PLAN, part="d1").startswith(b"%PDF-")
    with pytest.raises(TypeError):
        registry.FORMATS["docx"].write(PLAN, part="d1")


def test_word_gives_a_word_file() -> None:
    document = docx.Document(BytesIO(registry.FORMATS["docx"].write(PLAN)))
    assert any(each.text.startswith("Leraar J.") for each in document.paragraphs)


def test_the_list_is_there_before_word_and_pdf_are_loaded() -> None:
    code = (
        "import sys; from partituur.exchange import registry; "
        "sys.exit(bool({'docx', 'typst', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""The Word file that a plan becomes: for people, for other programs, by the standard."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx2python import docx2python
from hypothesis import given, settings
from openxml_audit import OpenXmlValidator
from tests.exchange.pdf.examples import ORDINARY
from tests.strategies import plans

from partituur.exchange import printed
from partituur.exchange.word import reading, writing
from partituur.kernel import richtext
from partituur.plans.snapshot import PlanShot

NO_OFFICE = "No LibreOffice: install it (on Debian: apt-get install libreoffice-writer-nogui)."
OFFICE_DEADLINE = 300  # seconds; guards against hanging only


@pytest.fixture(scope="module")
def plan() -> PlanShot:
    return ORDINARY


@pytest.fixture(scope="module")
def made(plan: PlanShot) -> bytes:
    return writing.write(plan)


@settings(max_examples=30)
@given(plans())
def test_the_file_is_valid_by_the_standard(plan: PlanShot) -> None:
    assert faults_in(writing.write(plan)) == []


def test_a_file_that_is_not_valid_is_found_out(made: bytes) -> None:
    spoiled = with_part(
        made, "word/document.xml", lambda xml: xml.replace(b"w:pStyle", b"w:pStijl")
    )
    assert faults_in(spoiled) != []


def test_another_reader_finds_every_line_of_the_plan(plan: PlanShot, made: bytes) -> None:
    with docx2python(io.BytesIO(made)) as opened:
        found = squeezed(opened.text)
    for part in printed.parts(plan):
        assert squeezed(part.heading) in found
        for goal in part.goals:
            for line in goal.lines:
                assert squeezed(line.label) in found
                for block in line.blocks:
                    if isinstance(block, richtext.Paragraph):
                        assert squeezed(richtext.plain([block])) in found


def test_headings_and_lists_are_real_ones(made: bytes) -> None:
    paragraphs = Document(io.BytesIO(made)).paragraphs
    styles = {each.style.name for each in paragraphs if each.style}
    assert {"Title", "Heading 1"} <= styles
    assert any(each._p.pPr is not None and each._p.pPr.numPr is not None for each in paragraphs)


def test_the_paper_is_a4_and_the_language_dutch(made: bytes) -> None:
    document = Document(io.BytesIO(made))
    size = document.sections[0]
    assert size.page_width is not None
    assert size.page_height is not None
    assert (round(size.page_width.mm), round(size.page_height.mm)) == (210, 297)
    assert document.core_properties.language == "nl-NL"


def test_the_foot_of_a_page_names_the_plan_its_state_and_the_page(
    plan: PlanShot, made: bytes
) -> None:
    foot = Document(io.BytesIO(made)).sections[0].footer
    said = "".join(foot.paragraphs[0]._p.itertext())
    assert printed.state(plan) in said
    assert "Pagina" in said
    instructions = foot._element.xpath(".//w:fldSimple/@w:instr")
    assert instructions == ["PAGE", "NUMPAGES"]


def test_equal_plans_give_equal_bytes(plan: PlanShot, made: bytes) -> None:
    assert writing.write(plan) == made


@settings(max_examples=30)
@given(plans())
def test_nothing_in_the_file_is_hidden(plan: PlanShot) -> None:
    data = writing.write(plan)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = set(file.namelist())
        text = file.read("word/document.xml") + file.read("word/styles.xml")
    assert names <= VISIBLE
    for mark in (b"w:vanish", b"w:specVanish", b"w:docVar", b"w:sdt", b"w:bookmarkStart", b"<!--"):
        assert mark not in text
    for id in (each.id.encode() for each in plan.parts if each.id):
        assert id not in text


VISIBLE = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/theme.xml",
    "word/footer1.xml",
}


@pytest.mark.endurance
def test_libreoffice_opens_the_file_and_saves_it_with_nothing_lost(
    plan: PlanShot, made: bytes, tmp_path: Path
) -> None:
    saved = through_libreoffice(made, tmp_path)
    first, again = reading.read(made, plan.format), reading.read(saved, plan.format)
    assert again.sections == first.sections
    assert (again.general, again.team) == (first.general, first.team)
    assert again.principles == first.principles
    assert again.unplaced == []


# --- helpers -----------------------------------------------------------------------------------


def faults_in(data: bytes) -> list[str]:
    """What a checker of Open XML finds wrong; nothing when the file is as the standard says."""
    path = Path(os.environ["PARTITUUR_TEST_SCRATCH"]) / f"valid-{os.getpid()}.docx"
    path.write_bytes(data)
    try:
        return [str(each) for each in OpenXmlValidator().validate(path).errors]
    finally:
        path.unlink()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            part = old.read(each)
            new.writestr(each, change(part) if each == name else part)
    return made.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it after opening it."""
    office = shutil.which("soffice")
    assert office, NO_OFFICE
    (folder / "plan.docx").write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run(
        [*command, str(folder / "plan.docx")],
        check=True, capture_output=True, timeout=OFFICE_DEADLINE,
    )  # fmt: skip
    return (out / "plan.docx").read_bytes()

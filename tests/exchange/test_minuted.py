"""The minutes on paper, before the plan: what the files promise, and that no word is lost."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import outloud
import pytest
from tests.exchange.pdf.examples import DAY, ORDINARY
from tests.exchange.pdf.tagged import Reading, letters
from tests.exchange.word.test_writing import faults_in

from partituur.exchange.minuted import Front
from partituur.exchange.pdf import writing as pdf
from partituur.exchange.word import writing as word
from partituur.meetings.minutes import (
    Count,
    MinutedDecision,
    MinutedPoint,
    Minutes,
    Named,
    Remark,
)

SAID = Remark("bezwaar", "Te veel ineens.\n\n*Niet* nu.", met="We beginnen met groep 5.")
POINT = MinutedPoint(
    heading="Algemene doelen", title="We lezen elke dag.", part="",
    counts=(Count("akkoord", 8), Count("bezwaar", 1)), by_hands=False,
    remarks=(SAID, Remark("akkoord, met een kanttekening", "Ik help mee.", "Karin Smit", "k")),
    outcome="Eerst groep 5.\n\nDaarna de rest.",
    afterwards=(Count("akkoord", 1),), remarks_afterwards=(Remark("bezwaar", "Ik mis de kleuters."),),
)  # fmt: skip
MINUTES = Minutes(
    school="De Notenbalk", year="2026-2027", day="14 september 2026", begun="15.30 uur",
    ended="16.40 uur", place="Teamkamer", led_by=Named("Marieke de Vries", "m"),
    present=(Named("Karin Smit", "k"), Named("Jesse Bakker", "j")), excused=(),
    absent=(Named("Tom Willems", "t"),),
    points=(POINT, replace(POINT, title="Rust in de school.", by_hands=True, remarks=())),
    decisions=(
        MinutedDecision(
            "vaststellen", True, "We stellen het plan vast.", "14 september 2026, 16.35 uur",
            Named("Marieke de Vries", "m"), "instemming",
        ),
    ),
    answers_until="21 september 2026",
)  # fmt: skip
FINGERPRINT = "v1-0f3a9c0f3a9c0f3a9c0f3a9c"
FRONT = Front(MINUTES, FINGERPRINT)
WORDS = (
    "We stellen het plan vast.", "Te veel ineens.", "*Niet* nu.", "We beginnen met groep 5.",
    "Ik help mee. (Karin Smit)", "Eerst groep 5.", "Daarna de rest.", "Ik mis de kleuters.",
    "Tom Willems", "8 akkoord, 1 bezwaar (met opgestoken handen)", "1 akkoord", FINGERPRINT,
    "21 september 2026", "Teamkamer",
)  # fmt: skip


@pytest.fixture(scope="module")
def paper() -> bytes:
    return pdf.write(ORDINARY, printed_on=DAY, front=FRONT, fingerprint=FINGERPRINT)


@pytest.fixture(scope="module")
def file() -> bytes:
    return word.write(ORDINARY, front=FRONT, fingerprint=FINGERPRINT)


def test_the_pdf_keeps_what_pdf_ua_asks(paper: bytes, tmp_path: Path) -> None:
    made = tmp_path / "verslag.pdf"
    made.write_bytes(paper)
    result = outloud.check(str(made), layers=["conformance"])
    assert result.error is None
    assert [str(each) for each in result.findings] == []


def test_every_word_of_the_minutes_is_in_the_pdf_and_the_plan_follows(paper: bytes) -> None:
    text = letters(Reading(paper).text)
    assert [each for each in WORDS if letters(each) not in text] == []
    plan = letters(ORDINARY.parts[0].heading)
    assert text.index(letters("We stellen het plan vast.")) < text.rindex(plan)


def test_the_headings_of_the_pdf_are_real_and_skip_no_level(paper: bytes) -> None:
    found = [each for each in Reading(paper).document.all("Title", "H1", "H2")]
    text = [letters(each.text) for each in found]
    for heading in ("Besluit: vaststellen", "Wie er waren", "Algemene doelen", "Begeleidingsplan"):
        assert letters(heading) in text
    assert text.count(letters("We lezen elke dag.")) == 1


def test_the_word_file_is_valid_by_the_standard(file: bytes) -> None:
    assert faults_in(file) == []


def test_every_word_of_the_minutes_is_in_the_word_file_under_real_headings(file: bytes) -> None:
    paragraphs = docx.Document(io.BytesIO(file)).paragraphs
    text = letters(" ".join(each.text for each in paragraphs))
    assert [each for each in WORDS if letters(each) not in text] == []
    styles = {each.text: each.style.name for each in paragraphs if each.style}
    assert styles["Besluit: vaststellen"] == styles["Wie er waren"]
    assert "1" in styles["Wie er waren"]
    assert "2" in styles["We lezen elke dag."]


def test_a_plan_without_minutes_is_as_it_was() -> None:
    assert "Verslag" not in Reading(pdf.write(ORDINARY, printed_on=DAY)).text

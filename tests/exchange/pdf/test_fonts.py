"""The fonts that we ship: each is the one that was noted, and a first visit is light."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from partituur.exchange.pdf.writing import fonts

SOURCE = Path(__file__).parents[3] / "src" / "partituur"
WEB = SOURCE / "ui/static/ui/fonts"
PAPER = SOURCE / "exchange/pdf/fonts"
RULES = (WEB.parent / "fonts.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [WEB, PAPER], ids=["web", "paper"])
def test_each_font_is_the_one_that_was_noted_and_has_its_licence(folder: Path) -> None:
    note = (folder / "VENDORED.txt").read_text(encoding="utf-8")
    files = sorted([*folder.glob("*.woff2"), *folder.glob("*.ttf")])
    assert files
    for file in files:
        assert f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" in note
    for licence in re.findall(r"LICENSE-[\w-]+\.txt", note):
        assert (folder / licence).stat().st_size > 3000


def test_the_rules_name_each_file_once_and_no_other() -> None:
    assert sorted(re.findall(r'url\("fonts/(.+?)"\)', RULES)) == sorted(
        file.name for file in WEB.glob("*.woff2")
    )
    assert "http" not in RULES


def test_a_rule_covers_no_letter_that_its_file_lacks_of_dutch() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éëèêïöüáàäçñ€‘’“”–…·&@"
    for name in ("atkinson-latin", "atkinson-italic-latin", "literata-latin"):
        has = TTFont(WEB / f"{name}.woff2").getBestCmap()
        assert [each for each in letters if ord(each) not in has] == []


def test_what_a_first_visit_fetches_is_light() -> None:
    fetched = [WEB / "atkinson-latin.woff2", WEB / "literata-latin.woff2"]
    assert sum(file.stat().st_size for file in fetched) < 45_000
    assert all(file.stat().st_size < 35_000 for file in WEB.glob("*.woff2"))


def test_paper_has_each_style_under_the_name_by_which_the_template_asks() -> None:
    found = {(font.family, font.style, font.weight) for font in fonts().fonts()}
    text = "Atkinson Hyperlegible Next"
    assert found >= {
        (text, "normal", 400),
        (text, "normal", 700),
        (text, "italic", 400),
        (text, "italic", 700),
        ("Literata", "normal", 600),
    }


def test_the_coverage_is_what_the_fonts_have() -> None:
    ranges = json.loads((PAPER / "coverage.json").read_text(encoding="ascii"))
    noted = {point for first, last in ranges for point in range(first, last + 1)}
    has: set[int] = set()
    for file in PAPER.glob("*.ttf"):
        has |= set(TTFont(file).getBestCmap())
    assert noted == {point for point in has if not 0xE000 <= point <= 0xF8FF}

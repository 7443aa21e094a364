"""Characters on paper: the ones that have a shape, the ones that have none, and long words."""

from __future__ import annotations

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exchange.pdf.tagged import Reading, letters

from partituur.exchange.pdf.glyphs import printable
from partituur.exchange.pdf.writing import fonts, standards

PAGE = b"""
#set document(title: "Proef")
#set text(font: ("Atkinson Hyperlegible Next", "DejaVu Sans", "Noto Emoji"))
#title()
#par(sys.inputs.text)
"""


def _set(text: str) -> Reading:
    made = typst.compile(
        PAGE,
        font_paths=fonts(),
        ignore_system_fonts=True,
        pdf_standards=standards(dated=True),
        sys_inputs={"text": text},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return Reading(made)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(), max_size=200))
def test_any_text_can_be_set(text: str) -> None:
    assert _set(printable(text)).text.startswith("Proef")


@pytest.mark.parametrize(
    "text",
    [
        "Eén coördinator, naïef, ĳsvogel, Łódź, İstanbul, Nguyễn",
        "“Zo”, ‘zo’ – en zo… € 5 · ½ × 3 ≥ 1",
        "→ ☐ ✓ ★ ♥",
        "Ελλάδα Київ",
        "😀 👍🏽 👩‍🏫 🇳🇱 3️⃣ 🎻",
    ],
)
def test_what_schools_write_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text
    assert letters(text) in letters(_set(text).text)


@pytest.mark.parametrize("loose", ["e\u0301e\u0308n", "Nguye\u0302\u0303n"])
def test_loose_accents_are_joined_to_their_letter_and_read_once(loose: str) -> None:
    joined = printable(loose)
    assert len(joined) < len(loose)
    assert _set(joined).text == "Proef" + joined


@pytest.mark.parametrize("text", ["漢字", "\ue000\uf8ff", "हि", "\U000f0000\ud800"])
def test_what_has_no_shape_becomes_a_box_each(text: str) -> None:
    assert printable(f"a {text} b") == f"a {'□' * len(text)} b"


@pytest.mark.parametrize("unseen", ["\x00", "\x7f", "\u202e", "\ufeff", "\u2066", "\U000e0067"])
def test_what_cannot_be_seen_is_left_out(unseen: str) -> None:
    assert printable(f"a{unseen}b") == "ab"


@pytest.mark.parametrize("space", ["\t", "\u2028"])
def test_other_white_space_becomes_a_space(space: str) -> None:
    assert printable(f"a{space}b") == "a b"


def test_a_long_word_can_be_broken_and_an_ordinary_one_is_left_alone() -> None:
    assert printable("Verantwoordelijkheidsverdeling") == "Verantwoordelijkheidsverdeling"
    address = "https://school.example/een/heel-lang/adres?met=van&alles=" + "x" * 60
    broken = printable(address)
    assert broken.replace("\u200b", "") == address
    assert max(map(len, broken.split("\u200b"))) <= 24

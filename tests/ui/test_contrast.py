"""The colours can be read, in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partituur import ui

SOURCE = (Path(ui.__file__).parent / "static/ui/app.css").read_text()
_BOTH = re.compile(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);")
_PLAIN = re.compile(r"^    --([\w-]+): (#\w+);", re.M)
LIGHT = {name: light for name, light, _dark in _BOTH.findall(SOURCE)}
DARK = {name: dark for name, _light, dark in _BOTH.findall(SOURCE)}
PLAIN = dict(_PLAIN.findall(SOURCE))

TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "accent", "accent-deep", "brass", "leaf", "rose")
      for ground in ("paper", "desk")],
    *[(name, f"{name}-wash") for name in ("accent", "brass", "leaf", "rose")],
    *[("ink", f"{name}-wash") for name in ("accent", "brass", "leaf", "rose")],
    ("ink-soft", "accent-wash"),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-deep"),
    ("accent-ink", "rose"),
    ("accent-ink", "rose-deep"),
    ("paper", "ink"),
    ("paper", "rose"),
]  # fmt: skip
EDGES = [(edge, ground) for edge in ("edge", "accent", "rose") for ground in ("paper", "desk")]


def _light(colour: str) -> float:
    """Relative luminance, 0 to 1, of "#rgb" or "#rrggbb"."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(each * 2 for each in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_measure() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_what_you_fill_in_can_be_found(theme: dict[str, str], edge: str, ground: str) -> None:
    assert contrast(theme[edge], theme[ground]) >= 3


def test_browsers_without_light_dark_get_the_light_colours() -> None:
    assert {name: PLAIN.get(name) for name in LIGHT} == LIGHT

"""Which characters (tekens) the fonts can print, and what is printed for the others.

A document that promises to read aloud well may not hold a character without a shape, so the setter
refuses one. Texts come from anywhere; a teacher should never meet that refusal.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib import resources

STAND_IN = "□"  # stands where a character cannot be printed; the document says so at its end

_SPACES = re.compile("[\t\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]"  # controls, marks of direction, parts of flags
)
_LONG_WORD = re.compile(r"\S{41,}")
_PLACE_TO_BREAK = re.compile(rf"[\w{STAND_IN}]{{24}}(?=[\w{STAND_IN}])|[/?&=._-]+(?=\w)")
_BREAK = "\u200b"  # zero-width space: a line may end here


def printable(text: str) -> str:
    """The text with only characters that the fonts can print, and long words that can be broken."""
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
        text = _without_shape().sub(STAND_IN, unicodedata.normalize("NFC", text))
    return _LONG_WORD.sub(_breakable, text)


def _breakable(word: re.Match[str]) -> str:
    """Web addresses and the like would run out of the column."""
    return _PLACE_TO_BREAK.sub(lambda place: place[0] + _BREAK, word[0])


@cache
def _without_shape() -> re.Pattern[str]:
    fonts = resources.files(__package__).joinpath("fonts")
    ranges = json.loads(fonts.joinpath("coverage.json").read_text(encoding="ascii"))
    covered = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)
    return re.compile(f"[^\n{covered}]")

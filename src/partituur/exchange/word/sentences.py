"""Splits a paragraph into sentences, with an eye for abbreviations and initials."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“„‘'(\[]?[A-ZÀ-Þ0-9])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|o\.a|d\.w\.z|m\.a\.w|bijv|bv|m\.b\.t|t\.a\.v|i\.v\.m|i\.p\.v|n\.a\.v|enz|"
    r"etc|nr|"
    r"resp|incl|excl|dhr|mevr|mw|drs|dr|ir|ing|prof|st|max|min|ca|evt|i\.s\.m|t/m|o\.l\.v|e\.d|"
    r"z\.o\.z|"
    r"t\.b\.v|a\.d\.h\.v|z\.s\.m|blz|vgl|m\.n|p\.w|e\.a|d\.m\.v)\.$",
    re.IGNORECASE,
)
_LONGEST = 20  # characters of an abbreviation, with some room
_INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end."""
    found = []
    start = 0
    for end in _END.finditer(text):
        last = text[max(start, end.start() - _LONGEST) : end.end()].rstrip()
        if _INITIAL.search(last) or (_SHORT.search(last) and not _closes(last)):
            continue
        found.append((start, start + len(text[start : end.end()].rstrip())))
        start = end.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _closes(sentence: str) -> bool:
    """Words such as "enz." may well end a sentence."""
    return bool(re.search(r"(?:^|\s)(?:enz|etc|e\.d|e\.a)\.$", sentence, re.IGNORECASE))

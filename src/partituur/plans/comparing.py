"""Comparing two texts (vergelijken), word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that both texts have ("same"), that went ("gone") or that came ("new")."""

    kind: Literal["same", "gone", "new"]
    text: str


def compare(before: str, after: str) -> list[Change]:
    """What goes and what comes between two texts, in reading order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    changes: list[Change] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for op, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if op == "equal":
            changes.append(Change("same", "".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            changes.append(Change("gone", "".join(old[old_from:old_to])))
        if new_to > new_from:
            changes.append(Change("new", "".join(new[new_from:new_to])))
    return changes


def together(theirs: str, mine: str) -> str:
    """A first proposal for one text out of two: nothing of either is missing."""
    if theirs.strip() in mine:
        return mine
    if mine.strip() in theirs:
        return theirs
    return f"{theirs.rstrip()}\n\n{mine.lstrip()}"

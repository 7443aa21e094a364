"""Comparing two texts (vergelijken), word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")
_SENTENCES = re.compile(r"[^.!?\n]*(?:[.!?\n]+\s*|$)")
MOST = (
    250_000  # pairs of words that are weighed against one another; the work grows with their square
)

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that both texts have ("same"), that went ("gone") or that came ("new")."""

    kind: Kind
    text: str


def compare(before: str, after: str) -> list[Change]:
    """What goes and what comes between two texts, in reading order.

    Long texts that differ all over are compared by the sentence, so that nobody waits for it.
    """
    changes: list[Change] = []
    for kind, words in _pieces(_WORDS.findall(before), _WORDS.findall(after)):
        text = "".join(words)
        if text and changes and changes[-1].kind == kind:
            changes[-1] = Change(kind, changes[-1].text + text)
        elif text:
            changes.append(Change(kind, text))
    return changes


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    """Set the common beginning and end apart: mostly somebody changed one place."""
    begin = _alike(old, new)
    end = _alike(old[begin:][::-1], new[begin:][::-1])
    yield "same", old[:begin]
    yield from _middle(old[begin : len(old) - end], new[begin : len(new) - end])
    yield "same", old[len(old) - end :]


def _alike(one: list[str], two: list[str]) -> int:
    """How many words are the same from the beginning."""
    number = 0
    for number, (left, right) in enumerate(zip(one, two, strict=False), 1):
        if left != right:
            return number - 1
    return number


def _middle(old: list[str], new: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    if len(old) * len(new) <= MOST:
        yield from _matched(old, new)
        return
    for gone, came in _by_sentence("".join(old), "".join(new)):
        if len(gone) * len(came) <= MOST:
            yield from _matched(gone, came)
        else:
            yield "gone", gone
            yield "new", came


def _by_sentence(before: str, after: str) -> Iterator[tuple[list[str], list[str]]]:
    """Stretches that belong together, as words: the same on both sides, or one for the other."""
    old, new = (list(filter(None, _SENTENCES.findall(each))) for each in (before, after))
    if len(old) * len(new) > MOST:
        yield _WORDS.findall(before), _WORDS.findall(after)
        return
    for op, *at in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = old[at[0] : at[1]], new[at[2] : at[3]]
        if op == "equal":
            yield from ((_WORDS.findall(each), _WORDS.findall(each)) for each in gone)
        else:
            yield _WORDS.findall("".join(gone)), _WORDS.findall("".join(came))


def _matched(old: list[str], new: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    for op, *at in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            yield "same", old[at[0] : at[1]]
        else:
            yield "gone", old[at[0] : at[1]]
            yield "new", new[at[2] : at[3]]


def together(theirs: str, mine: str) -> str:
    """A first proposal for one text out of two: nothing of either is missing."""
    if theirs.strip() in mine:
        return mine
    if mine.strip() in theirs:
        return theirs
    return f"{theirs.rstrip()}\n\n{mine.lstrip()}"

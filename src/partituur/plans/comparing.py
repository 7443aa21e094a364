"""Comparing two texts (vergelijken), word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from django.utils.translation import gettext as _

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


MOST_SAID = 6  # more separate changes than this are no help in words
QUOTED = 90  # characters of a text that are quoted in a sentence


def in_words(before: str, after: str) -> list[str]:
    """What changes between two texts, in plain sentences; nothing when they are the same."""
    if before == after:
        return []
    if not before.strip():
        return [_("Hier stond nog niets. Nu komt er tekst.")]
    if not after.strip():
        return [_("De tekst gaat weg.")]
    said = [_sentence(gone, new) for gone, new in _swaps(compare(before, after))]
    if len(said) > MOST_SAID:
        return [_("De tekst verandert op veel plaatsen. Lees de twee teksten naast elkaar.")]
    return said or [_("De woorden blijven gelijk; de indeling van de tekst verandert.")]


def _swaps(changes: list[Change]) -> list[tuple[str, str]]:
    """What goes and what comes in its place; a lone space in between is part of both."""
    found: list[tuple[str, str]] = []
    gone = new = between = ""
    for each in [*changes, Change("same", "·")]:
        if each.kind == "same" and not each.text.strip() and (gone or new):
            between = each.text
        elif each.kind == "same":
            found.append((gone.strip(), new.strip()))
            gone = new = between = ""
        else:
            gone, new, between = gone + between, new + between, ""
            gone += each.text if each.kind == "gone" else ""
            new += each.text if each.kind == "new" else ""
    return [pair for pair in found if pair[0] != pair[1]]


def _sentence(gone: str, new: str) -> str:
    gone, new = _quoted(gone), _quoted(new)
    if not new:
        return _("“{words}” gaat weg.").format(words=gone)
    if not gone:
        return _("“{words}” komt erbij.").format(words=new)
    return _("“{before}” wordt “{after}”.").format(before=gone, after=new)


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED].rsplit(' ', 1)[0]} …"


def together(theirs: str, mine: str) -> str:
    """A first proposal for one text out of two: nothing of either is missing."""
    if theirs.strip() in mine:
        return mine
    if mine.strip() in theirs:
        return theirs
    return f"{theirs.rstrip()}\n\n{mine.lstrip()}"

"""Finds what may be a label in a line of running text, and how strong each sign of it is.

Whether it *is* one depends on where in the plan the line stands; the builder decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from partituur.exchange.word.labels import (
    ABOUT,
    MOST_LABEL_WORDS,
    OVER_SEVERAL,
    SUBJECT,
    Label,
    Vocabulary,
    folded,
)
from partituur.exchange.word.lines import Line
from partituur.exchange.word.source import Run
from partituur.exchange.word.styles import Manner

MOST_COLONS = 300  # looked at in one line; a real line has fewer than twenty

_STOP = re.compile(  # the points of "I.B." stop nothing
    r"(?<!\b[A-Za-z])\.|\.(?![A-Za-z][.'’]|['’]|$)|[!?;:\n\t|•]|\s[–—-]\s"
)
_LEAD = re.compile(r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?|[-–—•·*▪●○]|[a-z]\))?\s*$")
_DASHED = re.compile(r"^([^:.!?\t]{2,70}?)(?:\s*\t\s*|\s+[–—-]\s+|\s*=\s*)(?=\S)")
_OVER = re.compile(r"^\s*(\w+)\s*[:–-]")
_NOTHING = re.compile(r"(?:(:)|\s)\s*([-–—]+)\s*$")
_BULLETS = " \t-–—•·*▪●○"
_DASH = re.compile(r"\s+[–—-]\s+(?=\S)")
_ENDED = re.compile(r"[.!?;:…|)\]\"”’\t\n–—]\s*$|\t\s*$")
_SMALL_WORDS = {
    "de", "het", "een", "onze", "mijn", "deze", "dit", "en", "of", "van", "bij", "in", "als",
    "naar",
    "voor", "met", "op", "over", "aan", "zijn", "haar", "hun", "per", "die", "dat", "uw", "je",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may be a label."""

    start: int
    end: int  # where its text begins
    label: Label
    written: str
    bare: bool = False  # it is the whole line
    first: bool = False  # nothing stands before it on the line
    strong: bool = False  # it looks different from the text around it
    ended: bool = False  # what stands before it is finished
    under: bool = False  # it goes on where a word over several labels began
    joined: bool = False  # a small word before it makes it part of a sentence

    @property
    def capital(self) -> bool:
        return self.written[:1].isupper()

    @property
    def several_words(self) -> bool:
        return len(self.label.text.split()) > 1 or "/" in self.label.text


def scan(line: Line, vocabulary: Vocabulary, subject: str = "", over: str = "") -> list[Candidate]:
    """All that may be labels on a line, from left to right, none over another.

    :param subject: the name above the part
    :param over: the word over several labels under which the line stands: "inzet"
    """
    text = line.text
    strong = _is_dressed(line.runs)
    whole = vocabulary.exact(text, subject)
    if whole is None and text.rstrip().endswith("?") and (strong or line.level is not None):
        whole = vocabulary.cell(text, subject)  # "Wat wil ik bereiken?", in bold
    if whole is not None and (dash := _dash_for_text(line, strong)) is not None:
        return [_candidate(line, 0, dash, whole)]
    if whole is not None:
        return [Candidate(0, len(text), whole, text, bare=True, first=True, strong=strong)]
    found: dict[int, Candidate] = {}
    for each in [
        *_under(line, vocabulary, over),
        *_before_colons(line, vocabulary, subject),
        *_dressed(line, vocabulary, subject),
        *_before_dash(line, vocabulary, subject),
    ]:
        if each.start not in found or (each.strong and not found[each.start].strong):
            found[each.start] = each
    return _apart(sorted(found.values(), key=lambda each: each.start))


def _dash_for_text(line: Line, strong: bool) -> int | None:
    """Where "Inzet derden: –" has its dash; None where a dash only closes the label."""
    found = _NOTHING.search(line.text)
    dressed = bool(line.runs) and is_emphatic(line.runs[0].manner) and not strong
    return found.start(2) if found and (found[1] or dressed) else None


def _apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for each in candidates:
        if kept and each.start < kept[-1].end:
            if each.strong and not kept[-1].strong:
                kept[-1] = each
            continue
        kept.append(each)
    return kept


def _before_colons(line: Line, vocabulary: Vocabulary, subject: str) -> list[Candidate]:
    text = line.text
    found = []
    for colon in islice(re.finditer(r"\s?:", text), MOST_COLONS):
        low = 0
        for stop in _STOP.finditer(text, max(0, colon.start() - 130), colon.start()):
            low = stop.end()
        low = max(low, colon.start() - 110)
        words = [low + each.start() for each in re.finditer(r"\S+", text[low : colon.start()])]
        for start in words[-MOST_LABEL_WORDS:]:
            if text[start].isdigit() and not _LEAD.match(text[:start]):
                continue
            label = vocabulary.exact(text[start : colon.start()], subject)
            if label is None and _LEAD.match(text[:start]):
                label = _name_label(vocabulary, text[start : colon.start()])
            if label is not None:
                found.append(_candidate(line, start, colon.end(), label))
                break
    return found


def _under(line: Line, vocabulary: Vocabulary, over: str) -> list[Candidate]:
    """Who puts in something, under or behind the one word "Inzet"."""
    text = line.text
    lead = _OVER.match(text)
    if lead and folded(lead[1]) in OVER_SEVERAL:
        over = folded(lead[1])
    if not over:
        return []
    found = []
    for colon in islice(re.finditer(r"\s?:", text), MOST_COLONS):
        low = max([0, *(each.end() for each in _STOP.finditer(text, 0, colon.start()))])
        words = text[low : colon.start()].lstrip(_BULLETS)
        label = vocabulary.exact(f"{over} {words}")
        if label is not None:
            start = colon.start() - len(words)
            found.append(replace(_candidate(line, start, colon.end(), label), under=True))
    return found


def _name_label(vocabulary: Vocabulary, text: str) -> Label | None:
    label = vocabulary.about(text)
    if label is None or (label.about == SUBJECT and not label.text.startswith("naam")):
        return None
    return label if label.about in (SUBJECT, ABOUT) else None


def _dressed(line: Line, vocabulary: Vocabulary, subject: str) -> list[Candidate]:
    """Stretches in a manner of their own that are a label, with or without a colon."""
    found = []
    at = 0
    stretch: tuple[int, int, Manner] | None = None
    stretches: list[tuple[int, int, Manner]] = []
    for run in line.runs:
        end = at + len(run.text)
        if is_emphatic(run.manner):
            if stretch and (stretch[2] == run.manner):
                stretch = (stretch[0], end, stretch[2])
                stretches[-1] = stretch
            else:
                stretch = (at, end, run.manner)
                stretches.append(stretch)
        elif run.text.strip(" :"):
            stretch = None
        at = end
    text = line.text
    for low, high, _manner in stretches:
        words = text[low:high]
        start = low + len(words) - len(words.lstrip())
        lead = re.match(r"^\s*(?:\d{1,2}[.)]|[-–•*])\s+", words)
        start = low + lead.end() if lead else start
        label = vocabulary.exact(text[start:high], subject)
        if label is not None:
            rest = re.match(r"\s*(?::|[–—-](?=\s*\S))?\s*", text[high:])
            found.append(_candidate(line, start, high + (rest.end() if rest else 0), label))
    return found


def _before_dash(line: Line, vocabulary: Vocabulary, subject: str) -> list[Candidate]:
    """A label with a dash behind it; where a line begins so, others in it may be like that too."""
    match = _DASHED.match(line.text)
    label = vocabulary.exact(match[1], subject) if match else None
    if match is None or label is None:
        return []
    found = [_candidate(line, 0, match.end(), label)]
    for dash in islice(_DASH.finditer(line.text, match.end()), MOST_COLONS):
        if start := _label_before(line.text, dash.start(), vocabulary, subject):
            found.append(_candidate(line, start[0], dash.end(), start[1]))
    return found


def _label_before(
    text: str, end: int, vocabulary: Vocabulary, subject: str
) -> tuple[int, Label] | None:
    """The longest label that ends here, with a capital, and where it begins."""
    low = max([stop.end() for stop in _STOP.finditer(text, max(0, end - 130), end)], default=0)
    words = [low + each.start() for each in re.finditer(r"\S+", text[low:end])]
    for start in words[-MOST_LABEL_WORDS:]:
        label = vocabulary.exact(text[start:end], subject) if text[start].isupper() else None
        if label is not None:
            return start, label
    return None


def _candidate(line: Line, start: int, end: int, label: Label) -> Candidate:
    text = line.text
    before = text[:start]
    first = bool(_LEAD.match(before))
    last = before.split()[-1].casefold() if before.split() else ""
    return Candidate(
        0 if first else start,
        end,
        label,
        text[start:end].strip(" :\t–—-="),
        first=first,
        strong=_differs(line.runs, start, end),
        ended=first or bool(_ENDED.search(before)),
        joined=last in _SMALL_WORDS,
    )


def is_emphatic(manner: Manner) -> bool:
    """Whether text in this manner draws attention."""
    return manner.bold or manner.underline or manner.italic or manner.caps


def _is_dressed(runs: Sequence[Run]) -> bool:
    return all(is_emphatic(run.manner) for run in runs if run.text.strip())


def _look(manner: Manner) -> tuple[bool, bool, bool, bool, str]:
    return manner.bold, manner.underline, manner.italic, manner.caps, manner.colour


def _differs(runs: Sequence[Run], start: int, end: int) -> bool:
    """Whether the label looks different from the text that comes after it."""
    label = None
    at = 0
    for run in runs:
        last = at + len(run.text)
        if at < end and last > start and run.text[max(0, start - at) : end - at].strip(" :\t–-"):
            if label is None:
                label = run.manner
            elif _look(label) != _look(run.manner):
                return False
        elif at >= end and run.text.strip() and label is not None:
            return _look(run.manner) != _look(label) and _stands_out(label, run.manner)
        if last > end and label is not None and run.text[max(0, end - at) :].strip():
            return _look(run.manner) != _look(label) and _stands_out(label, run.manner)
        at = last
    return label is not None and is_emphatic(label)


def _stands_out(label: Manner, text: Manner) -> bool:
    return is_emphatic(label) or label.colour != text.colour

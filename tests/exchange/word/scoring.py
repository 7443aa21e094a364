"""Scores what the reader of Word plans printed against what a human reads in the file.

An expectation has the keys of the reader's output, and may have: ``alternatives`` (path to a list
of acceptable texts), ``ignore`` (texts whose place does not matter), ``anywhere`` (texts, as of
footnotes, that must be found in some field or in ``unplaced``) and ``labels`` (the words of labels
and headings, for ``lost_words``). Texts are compared with their white space normalised and
without soft hyphens; subjects and the school's name also without regard to case, since headings
may be in capitals.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Record = dict[str, Any]

CONTENT = ("principles", "general", "team", "sections", "unplaced")
MATCH_AT_LEAST = 0.35  # below this likeness two records are not each other


@dataclass
class Score:
    """How much was read right, and what was not."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)
    lost_words: list[str] = field(default_factory=list)

    def count(self, fine: bool, message: str) -> None:
        """Count one point, right or wrong."""
        self.total += 1
        if fine:
            self.right += 1
        else:
            self.wrong.append(message)


def normal(text: str | None) -> str:
    """A text with single spaces, no soft hyphens and straight quotes."""
    text = (text or "").replace("\xad", "").replace("\u2011", "-")
    text = re.sub(r"[\u2018\u2019\u00b4`]", "'", re.sub(r"[\u201c\u201d\u201e]", '"', text))
    return " ".join(text.split())


def words(text: str | None) -> list[str]:
    """The words of a text, folded, without the signs around them."""
    found = (re.sub(r"^\W+|\W+$", "", word) for word in normal(text).casefold().split())
    return [word for word in found if word]


def texts(value: Any) -> list[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else []


def lost_words(source_words: Iterable[str], got: Record, labels: Iterable[str] = ()) -> list[str]:
    """Words of the visible source that are neither placed, nor unplaced, nor in a label."""
    kept = Counter(word for text in [*texts(got), *labels] for word in words(text))
    source = Counter(word for text in source_words for word in words(text))
    return sorted((source - kept).elements())


def same(expected: str | None, got: str, extra: Sequence[str] = ()) -> bool:
    """Whether two texts are the same; texts of ``extra`` may stand in the second one."""
    left, right = normal(expected), normal(got)
    if left == right:
        return True
    for text in extra:
        mark = re.escape(normal(text))
        right = re.sub(rf"[\[(]?\s*(?:\d+[.:)]?\s*)?{mark}\s*[\])]?", " ", right)
    if not extra:
        return False
    return re.sub(r"\s|\[\d+\]", "", left) == re.sub(r"\s|\[\d+\]", "", right)


def likeness(expected: Record, got: Record) -> float:
    """How far two records look like each other, from 0 to 1."""
    name = 0.0
    if "subject" in expected:
        subjects = [normal(record.get("subject")).casefold() for record in (expected, got)]
        name = SequenceMatcher(None, subjects[0], subjects[1]).ratio()
    sides = [Counter(word for text in texts(r) for word in words(text)) for r in (expected, got)]
    common = (sides[0] & sides[1]).total()
    overlap: float = 2 * common / max(1, sides[0].total() + sides[1].total())
    return max(overlap, 0.5 * name + 0.5 * overlap)


def aligned(expected: list[Record], got: list[Record]) -> list[tuple[int | None, int | None]]:
    """Pairs of places, in order, that make the most of the likeness; None where one is missing."""
    rows, columns = len(expected), len(got)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    like = [[likeness(left, right) for right in got] for left in expected]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            pair = like[i][j] + best[i + 1][j + 1] if like[i][j] >= MATCH_AT_LEAST else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < rows and j < columns:
        fits = like[i][j] >= MATCH_AT_LEAST
        if fits and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs + [(k, None) for k in range(i, rows)] + [(None, k) for k in range(j, columns)]


class Scorer:
    """Compares one expectation with one output."""

    def __init__(self, expected: Record, got: Record) -> None:
        self.expected = expected
        self.got = got
        self.alternatives: dict[str, list[str]] = expected.get("alternatives", {})
        self.extra: list[str] = [*expected.get("anywhere", []), *expected.get("ignore", [])]
        self.score = Score()

    def run(self) -> Score:
        """Compare everything."""
        for key in ("title", "school", "year"):
            self.header(key)
        self.principles()
        for key in ("general", "team", "sections"):
            self.records(key)
        self.rest()
        return self.score

    def choices(self, path: str, text: str | None) -> list[str | None]:
        """The acceptable texts at a path."""
        return [text, *self.alternatives.get(path, [])]

    def header(self, key: str) -> None:
        """The title, school or year; null is an answer too."""
        wanted, found = self.expected.get(key), self.got.get(key)
        choices = [normal(choice).casefold() for choice in self.choices(key, wanted)]
        fine = normal(found).casefold() in choices
        self.score.count(fine, f"{key}: expected {wanted!r}, got {found!r}")

    def principles(self) -> None:
        """Each expected principle, in order, and each that is too many."""
        wanted = [{"text": text} for text in self.expected.get("principles", [])]
        found = [{"text": text} for text in self.got.get("principles", [])]
        for i, j in aligned(wanted, found):
            if i is None:
                self.surplus(f"principles: too many: {found[j or 0]['text']!r}", found[j or 0])
                continue
            text = found[j]["text"] if j is not None else ""
            choices = self.choices(f"principles.{i}", wanted[i]["text"])
            fine = any(same(choice, text, self.extra) for choice in choices)
            message = f"principles.{i}: expected {wanted[i]['text']!r}, got {text!r}"
            self.score.count(fine, message)

    def surplus(self, message: str, record: Record) -> None:
        """Something that should not be there, unless its place does not matter."""
        if any(not same("", text, self.extra) for text in texts(record)):
            self.score.count(False, message)

    def records(self, key: str) -> None:
        """Goals or sections, aligned."""
        wanted, found = self.expected.get(key, []), self.got.get(key, [])
        for i, j in aligned(wanted, found):
            if i is None:
                self.surplus(f"{key}: too many: {found[j or 0]!r}", found[j or 0])
            else:
                self.record(f"{key}.{i}", wanted[i], found[j] if j is not None else {})

    def record(self, path: str, wanted: Record, found: Record) -> None:
        """Subject with kind, and each field."""
        if "subject" in wanted:
            choices = self.choices(f"{path}.subject", wanted["subject"])
            name = normal(found.get("subject")).casefold()
            fine = any(normal(choice).casefold() == name for choice in choices)
            kinds = self.choices(f"{path}.kind", wanted["kind"])
            fine = fine and found.get("kind") in kinds
            pair = (found.get("kind"), found.get("subject"))
            self.score.count(
                fine, f"{path}: expected {(wanted['kind'], wanted['subject'])}, got {pair}"
            )
        for key in [*wanted, *(key for key in found if key not in wanted)]:
            if key in ("kind", "subject"):
                continue
            text, got = wanted.get(key) or "", found.get(key) or ""
            choices = self.choices(f"{path}.{key}", text)
            fine = any(same(choice, got, self.extra) for choice in choices)
            if text or not fine:
                self.score.count(fine, f"{path}.{key}: expected {text!r}, got {got!r}")

    def rest(self) -> None:
        """Texts that must be unplaced, texts that may be anywhere, and words that were lost."""
        unplaced = normal(" ".join(self.got.get("unplaced", [])))
        for at, text in enumerate(self.expected.get("unplaced", [])):
            choices = self.choices(f"unplaced.{at}", text)
            fine = any(normal(choice) in unplaced for choice in choices)
            self.score.count(fine, f"unplaced.{at}: not found: {text!r}")
        everything = normal(" ".join(texts(self.got)))
        for text in self.expected.get("anywhere", []):
            self.score.count(normal(text) in everything, f"anywhere: not found: {text!r}")
        given = {key: self.expected.get(key, []) for key in CONTENT}
        ignored = [*self.expected.get("labels", []), *self.expected.get("ignore", [])]
        source = [*texts(given), *self.expected.get("anywhere", [])]
        self.score.lost_words = lost_words(source, self.got, ignored)


def score(expected: Record, got: Record) -> Score:
    """Compare an output with an expectation, field for field.

    ``lost_words`` are here words of the expectation that the output has nowhere; use the function
    ``lost_words`` with the visible text of the file for the words of the file itself.
    """
    return Scorer(expected, got).run()

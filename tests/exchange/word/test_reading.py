"""The reader of Word files, on whole documents: the examples, and a set with known answers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.word.scoring import Score, lost_words, score, texts, words

from partituur.exchange.word.promise import lines_of
from partituur.exchange.word.reading import read
from partituur.exchange.word.source import visible

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE / "examples").glob("*.docx"))
LABELLED = (
    "dev",
    "blind",
    "blind_second",
    "blind_third",
    "blind_fourth",
)  # whose answers name the words of labels too
CORPUS = sorted(path for name in LABELLED for path in (HERE / "corpus" / name).glob("*.docx"))
KEPT = ("principles", "general", "team", "sections", "unplaced")
FLOOR = 0.95  # of the fields of each document


def _expected(path: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return expected


def _scored(path: Path) -> Score:
    return score(_expected(path), read(path.read_bytes()).to_data())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_is_read_field_for_field(path: Path) -> None:
    data = read(path.read_bytes()).to_data()
    expected = _expected(path)

    assert data == {**expected, "unplaced": []}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_document_of_the_corpus_is_read_well(path: Path) -> None:
    result = _scored(path)

    assert result.right >= FLOOR * result.total, "\n".join(result.wrong)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_document_of_the_corpus_loses_no_word(path: Path) -> None:
    data = path.read_bytes()
    expected = _expected(path)
    allowed = [*expected.get("labels", []), *expected.get("ignore", [])]

    lost = lost_words(lines_of(visible(data)), read(data).to_data(), allowed)

    assert lost == []


@pytest.mark.parametrize(
    "name",
    ["dev", "held_out", "later", "blind", "blind_second", "blind_third", "blind_fourth"],
)
def test_a_set_as_a_whole_is_read_well_and_keeps_every_word_of_its_answers(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sorted((HERE / "corpus" / name).glob("*.docx"))
    results = [_scored(path) for path in paths]
    right = sum(result.right for result in results)
    total = sum(result.total for result in results)

    with capsys.disabled():
        print(f"\nWord, {name}: {right} of {total} fields right")  # noqa: T201

    assert len(paths) >= 8
    assert right >= 0.98 * total
    assert [word for path in paths for word in _lost_of_answers(path)] == []


def _lost_of_answers(path: Path) -> list[str]:
    """Words that a careful reader finds in a document, and that the reader kept nowhere."""
    expected = {key: each for key, each in _expected(path).items() if key in KEPT}
    got = read(path.read_bytes()).to_data()
    wanted = Counter(word for text in texts(expected) for word in words(text))
    kept = Counter(word for text in texts(got) for word in words(text))
    return sorted((wanted - kept).elements())

"""What a line announces, looked for once."""

from __future__ import annotations

import pytest
from tests.exchange.word.making import made

from partituur.exchange.word import signs
from partituur.exchange.word.headings import Headings
from partituur.exchange.word.labels import Vocabulary
from partituur.exchange.word.lines import Line
from partituur.exchange.word.reading import read
from partituur.exchange.word.scanning import scan
from partituur.exchange.word.signs import MOST_KEPT, Sign, Signs
from partituur.exchange.word.source import Run
from partituur.plans.format import format_for


def _signs() -> Signs:
    return Signs(Vocabulary(format_for()), Headings(format_for()))


def _line(text: str, *, contents: bool = False) -> Line:
    return Line((Run(text),), contents=contents)


def test_label_and_heading_end_the_look_ahead_and_text_does_not() -> None:
    known = _signs()

    label = known.of(_line("Aanpak: oefenen"))

    assert label.label is not None
    assert label.label.key("teacher") == "approach"
    assert known.of(_line("Algemene doelen")) == Sign(ends=True)
    assert known.of(_line("Wij oefenen elke dag met de groep.")) == Sign()
    assert known.of(_line("Aanpak: bladzijde 3", contents=True)) == Sign()


def test_answer_to_a_line_stays_its_own_when_others_come_by() -> None:
    known = _signs()
    lines = [_line("Aanpak: a" if at % 3 else "Gewone tekst.") for at in range(4 * MOST_KEPT)]

    first = [known.of(line).ends for line in lines]

    assert first == [bool(at % 3) for at in range(4 * MOST_KEPT)]
    assert [known.of(line).ends for line in lines] == first
    assert len(known.kept) == MOST_KEPT


def test_line_is_looked_at_once_however_many_lines_before_it_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(line: Line, vocabulary: Vocabulary) -> object:
        asked.append(line.text)
        return scan(line, vocabulary)

    monkeypatch.setattr(signs, "scan", counted)
    texts = [f"Gewone zin nummer {at}, zonder label." for at in range(40)]

    read(made("# Algemene doelen\nEen doel.\n" + "\n".join(texts)))

    assert set(texts) <= set(asked)
    assert len(asked) == len(set(asked))

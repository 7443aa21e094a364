"""No word of a document is ever dropped: it is placed, or it is listed as unplaced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.word.making import made
from tests.exchange.word.scoring import texts, words

from partituur.exchange.word import promise
from partituur.exchange.word.draft import Draft
from partituur.exchange.word.reading import read

LABELS = [
    "Beginsituatie", "Doel", "Beginsituatie/doelstelling", "Aanpak", "Uitvoering door", "Wie",
    "Ondersteuning", "Evaluatie", "Delen opbrengst met", "Inzet leraar", "Inzet IB'er",
    "Inzet derden", "Naam", "School", "Schooljaar", "Hoe",
]  # fmt: skip
HEADINGS = [
    "Uitgangspunten en principes", "Algemene doelen", "Schoolteam", "Leraren", "Leerteams",
    "Leraar J.", "Leerteam X", "Intern begeleider", "Etc.", "Begeleiding", "Inhoud",
]  # fmt: skip
LAYOUTS = ["{0}: {1}", "**{0}:** {1}", "**{0}**\n{1}", "{0}\n{1}", "{0}\\t{1}", "{0}:\\n{1}"]
BEFORE = ["", "", "- ", "-- ", "1- ", "# ", "## ", "### ", "T ", "S ", "1. ", "- met ", "\\t"]
AFTER = ["", ".", ":", ";", "?", " (nieuw)", ", 2026-2027", "\\n", "**"]
many = settings(max_examples=40, deadline=None)

payloads = st.integers(0, 9999).map("woord{:04}".format)
sentences = st.lists(payloads, min_size=1, max_size=5).map(" ".join)
texts_ = st.builds("{}{}{}".format, st.sampled_from(BEFORE), sentences, st.sampled_from(AFTER))
fields = st.builds(
    lambda layout, label, text: layout.format(label, text),
    st.sampled_from(LAYOUTS),
    st.sampled_from(LABELS),
    sentences,
)
running = st.lists(fields.filter(lambda text: "\n" not in text), min_size=2, max_size=4).map(
    " ".join
)
headings = st.builds("{}{}".format, st.sampled_from(BEFORE), st.sampled_from(HEADINGS))
cells = st.one_of(
    st.sampled_from(LABELS), sentences, st.just(""), st.sampled_from(HEADINGS), st.just("<<"),
    st.builds("{}\\p- {}".format, fields.filter(lambda text: "\n" not in text), sentences),
)  # fmt: skip


def _row(row: list[str]) -> str:
    return "| " + " | ".join(["woord" if row[0] == "<<" else row[0], *row[1:]]) + " |"


free_tables = st.lists(st.lists(cells, min_size=1, max_size=5).map(_row), min_size=1, max_size=5)
cards = st.lists(
    st.builds("| {} | {} |".format, st.sampled_from(LABELS), sentences), min_size=2, max_size=6
)


@st.composite
def grids(draw: st.DrawFn) -> list[str]:
    width = draw(st.integers(2, 6))
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=width, max_size=width))
    texts_of_rows = draw(
        st.lists(st.lists(sentences, min_size=width, max_size=width), min_size=1, max_size=4)
    )
    return [_row(row) for row in [labels, *texts_of_rows]]


tables = st.one_of(free_tables, cards, grids()).map("\n".join)
documents = st.lists(
    st.one_of(texts_, fields, running, headings, tables, st.just("")), min_size=1, max_size=14
).map("\n".join)


def _lost(document: str) -> list[str]:
    """The words that are no label or heading, and that the plan does not have."""
    data = read(made(document)).to_data()
    kept = {word for text in texts(data) for word in words(text)}
    source = document.replace("\\n", " ").replace("\\t", " ").replace("\\p", " ")
    source = source.replace("**", " ").replace("|", " ")
    found = [word for word in words(source) if word.startswith("woord")]
    return [word for word in found if not any(word in each for each in kept)]


@many
@given(documents)
def test_every_word_of_any_document_is_placed_or_listed(document: str) -> None:
    assert _lost(document) == []


DROPPED = "# Leraar J.\nAanpak: woord0001 woord0002. Evaluatie: woord0003."


def test_a_word_that_was_dropped_on_the_way_is_listed_after_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Draft, "value", lambda *_: None)

    assert _lost(DROPPED) == []


def test_without_the_check_at_the_end_a_dropped_word_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The control: the promise can be broken, and the test sees it."""
    monkeypatch.setattr(Draft, "value", lambda *_: None)
    monkeypatch.setattr(promise, "keep", lambda *_: None)

    assert _lost(DROPPED) == ["woord0001", "woord0002", "woord0003"]


@many
@given(documents)
def test_the_builder_itself_already_keeps_every_word(document: str) -> None:
    """The check at the end is a net under the work, not the work."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(promise, "keep", lambda *_: None)
        assert _lost(document) == []

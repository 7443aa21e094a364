"""What changes between two texts, in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partituur.plans import comparing


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Op maandag.", "Op dinsdag.", ["“maandag” wordt “dinsdag”."]),
        ("Elke week kijken.", "Elke week samen kijken.", ["“samen” komt erbij."]),
        ("Elke week samen kijken.", "Elke week kijken.", ["“samen” gaat weg."]),
        (
            "Op maandag in week 3 kijken.",
            "Op dinsdagmiddag in week 4 kijken.",
            ["“maandag” wordt “dinsdagmiddag”.", "“3” wordt “4”."],
        ),
        ("wij twee", "jullie drie", ["“wij twee” wordt “jullie drie”."]),
        ("", "Rust.", ["Hier stond nog niets. Nu komt er tekst."]),
        ("Rust.", " ", ["De tekst gaat weg."]),
        ("Rust.", "Rust.", []),
        (
            "Een\ntwee",
            "Een  twee",
            ["De woorden blijven gelijk; de indeling van de tekst verandert."],
        ),
    ],
)
def test_a_change_is_said_in_a_sentence(before: str, after: str, said: list[str]) -> None:
    assert comparing.in_words(before, after) == said


def test_a_text_that_changes_all_over_is_read_and_not_told() -> None:
    before = " ".join(f"woord{each} en" for each in range(20))
    after = " ".join(f"ander{each} en" for each in range(20))
    assert comparing.in_words(before, after) == [
        "De tekst verandert op veel plaatsen. Lees de twee teksten naast elkaar."
    ]


def test_a_long_stretch_is_cut_at_a_word() -> None:
    said = comparing.in_words("Kort.", "Kort. " + "heel " * 60)
    assert said[0].endswith("heel …” komt erbij.")
    assert len(said[0]) < 120


@given(st.text("ab \n.", max_size=30), st.text("ab \n.", max_size=30))
def test_every_difference_is_said_and_nothing_else(before: str, after: str) -> None:
    assert bool(comparing.in_words(before, after)) == (before != after)

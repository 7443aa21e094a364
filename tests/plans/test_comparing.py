"""Comparing two texts shows both whole, marks little, and keeps nobody waiting."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partituur.plans import comparing
from partituur.plans.comparing import Change, compare

WORDS = st.lists(st.sampled_from(["leren", "samen", " ", "  ", ".", "\n", "één", "-"])).map("".join)


def sides(changes: list[Change]) -> tuple[str, str]:
    """What was before and what is after, put together again."""
    return (
        "".join(each.text for each in changes if each.kind != "new"),
        "".join(each.text for each in changes if each.kind != "gone"),
    )


@given(WORDS, WORDS)
def test_both_texts_are_there_to_the_letter(before: str, after: str) -> None:
    assert sides(compare(before, after)) == (before, after)


@given(WORDS, WORDS)
def test_both_texts_are_there_when_they_are_too_long_for_words(before: str, after: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "MOST", 4)
        assert sides(compare(before, after)) == (before, after)


@given(WORDS, WORDS)
def test_two_stretches_beside_each_other_are_never_of_one_kind(before: str, after: str) -> None:
    kinds = [each.kind for each in compare(before, after)]
    assert all(one != two for one, two in pairwise(kinds))


def test_one_word_changed_is_one_word_marked() -> None:
    assert compare("We kijken samen terug.", "We blikken samen terug.") == [
        Change("same", "We "),
        Change("gone", "kijken"),
        Change("new", "blikken"),
        Change("same", " samen terug."),
    ]


def test_a_word_changed_in_each_of_many_sentences_leaves_the_rest_unmarked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(comparing, "MOST", 150)
    before = "Dit was de eerste zin. " + "Dit blijft zo. " * 8 + "Dit was de laatste zin."
    after = before.replace("was", "is")
    assert [each.text for each in compare(before, after) if each.kind != "same"] == [
        "was", "is", "was", "is",
    ]  # fmt: skip


@pytest.mark.parametrize("stretch", ["leren ", "leren samen. ", "- a\n", "a\n", "....", "  a"])
def test_the_work_does_not_grow_with_the_square_of_a_text(
    stretch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[int] = []

    def counted(junk: None, old: list[str], new: list[str], autojunk: bool) -> Any:
        weighed.append(len(old) * len(new))
        return SequenceMatcher(junk, old, new, autojunk=autojunk)

    monkeypatch.setattr(comparing, "SequenceMatcher", counted)
    long = stretch * (20_000 // len(stretch))
    compare(f"x{long}y", f"z{long[: len(long) // 2]}een{long[len(long) // 2 :]}q")
    assert sum(weighed) <= 4 * comparing.MOST


def test_one_text_out_of_two_misses_nothing_of_either() -> None:
    assert comparing.together("een", "een twee") == "een twee"
    assert comparing.together("een twee", "twee") == "een twee"
    assert comparing.together("een", "twee") == "een\n\ntwee"

"""The phones of the tests: as patient as the page's own script, and nothing wrong escapes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.meetings.phones import BACK_OFF, POLL, RETRY, Attempt, Kept, wrongs

SOURCE = Path(__file__).parents[2] / "src/partituur"


def chosen(key: str, status: int = 200, words: str = "") -> Attempt:
    return Attempt("p1", "1", "agree", words, (), key, moment=0, status=status)


def kept(key: str, words: str = "", member: str = "m1") -> Kept:
    return Kept("p1", member, "agree", words, (), key)


def found(attempts: list[Attempt], rows: Iterable[Kept]) -> list[str]:
    return wrongs({"m1": attempts}, rows)


def test_the_last_answer_told_or_a_later_one_that_was_sent_is_right() -> None:
    assert found([chosen("a"), chosen("b")], [kept("b")]) == []
    assert found([chosen("a"), chosen("b", status=0)], [kept("a")]) == []
    assert found([chosen("a"), chosen("b", status=0)], [kept("b")]) == []
    assert found([chosen("a", status=0)], []) == []


@pytest.mark.parametrize(
    ("attempts", "rows", "wrong"),
    [
        ([chosen("a")], [], "lost"),
        ([chosen("a")], [kept("a"), kept("a")], "doubled"),
        ([chosen("a"), chosen("b")], [kept("a")], "an older one"),
        ([chosen("a", words="Ja.")], [kept("a", words="Nee.")], "changed on the way"),
        ([chosen("a")], [kept("z")], "nobody gave it"),
        ([], [kept("a")], "nobody gave it"),
        ([chosen("a")], [kept("a"), kept("b", member="m2")], "nobody gave it"),
    ],
)
def test_what_is_lost_doubled_older_changed_or_made_up_is_found(
    attempts: list[Attempt], rows: list[Kept], wrong: str
) -> None:
    (one,) = found(attempts, rows)
    assert one.startswith(wrong)


def test_they_wait_as_long_as_the_page_does() -> None:
    page = (SOURCE / "web/static/web/meeting.js").read_text()
    channel = (SOURCE / "ui/static/ui/js/live.js").read_text()

    assert tuple(each / 1000 for each in numbers("RETRY", page)) == RETRY
    assert tuple(each / 1000 for each in numbers("BACK_OFF", channel)) == BACK_OFF
    assert numbers("POLL", channel) == [POLL * 1000]


def numbers(name: str, script: str) -> list[int]:
    line = re.search(rf"const {name} = ([^;]+);", script)
    assert line
    return [int(each) for each in re.findall(r"\d+", line.group(1))]

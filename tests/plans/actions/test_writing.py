"""Saving words: versions, stretches, late words."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from partituur.kernel.errors import Refusal
from partituur.plans import queries
from partituur.plans.actions import writing
from partituur.plans.actions.writing import Clash, Saved, Words
from partituur.plans.models import TITLE, Goal, Plan, Revision

MINUTE = timedelta(minutes=1)


@pytest.fixture
def goal(plan: Plan) -> Goal:
    return Goal.objects.get(part__plan=plan, part__kind="general")


def write(
    goal: Goal, body: str, base: int, by: Any, at: datetime, key: UUID | None = None, **more: Any
) -> Saved | Clash:
    return writing.save(
        line=goal, key="approach", words=Words(body, **more), base=base, save_key=key or uuid4(),
        by=by, at=at,
    )  # fmt: skip


def revisions(goal: Goal) -> list[tuple[str, bool]]:
    found = Revision.objects.filter(text__goal=goal).order_by("pk")
    return [(each.body, each.accepted) for each in found]


def test_one_stretch_without_a_pause_is_one_revision(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    for number, body in enumerate(("Sa", "Samen", "Samen kijken")):
        write(goal, body, number, coordinator, moment + number * MINUTE)
    assert revisions(goal) == [("Samen kijken", True)]


def test_after_a_pause_a_new_revision_begins(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    write(goal, "Samen", 0, coordinator, moment)
    write(goal, "Samen kijken", 1, coordinator, moment + 3 * MINUTE)
    assert revisions(goal) == [("Samen", True), ("Samen kijken", True)]


def test_another_writer_begins_a_new_revision(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime
) -> None:
    write(goal, "Samen", 0, coordinator, moment)
    write(goal, "Samen kijken", 1, second_coordinator, moment)
    assert revisions(goal) == [("Samen", True), ("Samen kijken", True)]


def test_late_words_are_set_aside_and_handed_back_beside_the_others(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime
) -> None:
    write(goal, "Van de eerste", 0, coordinator, moment)
    outcome = write(goal, "Van de tweede", 0, second_coordinator, moment)
    assert isinstance(outcome, Clash)
    assert (outcome.text.body, outcome.aside.body) == ("Van de eerste", "Van de tweede")
    assert queries.text_of(goal, "approach").body == "Van de eerste"
    assert revisions(goal) == [("Van de eerste", True), ("Van de tweede", False)]


def test_late_words_that_are_the_same_clash_with_nothing(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime
) -> None:
    write(goal, "Samen", 0, coordinator, moment)
    assert isinstance(write(goal, "Samen", 0, second_coordinator, moment), Saved)
    assert revisions(goal) == [("Samen", True)]


@pytest.mark.parametrize("late", [False, True])
def test_a_save_that_is_repeated_is_answered_as_before_and_kept_once(
    goal: Goal, coordinator: Any, second_coordinator: Any, moment: datetime, late: bool
) -> None:
    if late:
        write(goal, "Van de eerste", 0, second_coordinator, moment)
    key = uuid4()
    first = write(goal, "Samen", 0, coordinator, moment, key)
    kept = revisions(goal)
    again = write(goal, "Samen", 0, coordinator, moment, key)
    assert type(first) is type(again) is (Clash if late else Saved)
    assert first.text.version == again.text.version == 1
    assert revisions(goal) == kept


def test_a_moment_and_hours_are_part_of_what_is_kept(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    write(goal, "Gesprek", 0, coordinator, moment, moment="2026-12-10", hours=Decimal("2.5"))
    text = queries.text_of(goal, "approach")
    assert (text.moment, text.hours) == ("2026-12-10", Decimal("2.50"))
    revision = Revision.objects.get()
    assert (revision.moment, revision.hours) == ("2026-12-10", Decimal("2.50"))


def test_a_title_is_plain_text(goal: Goal, coordinator: Any, moment: datetime) -> None:
    writing.save(
        line=goal, key=TITLE, words=Words("Rust & *ritme* <b>"), base=0, save_key=uuid4(),
        by=coordinator, at=moment,
    )  # fmt: skip
    assert queries.text_of(goal, TITLE).html == "Rust &amp; *ritme* &lt;b&gt;"


def test_too_many_words_are_refused_and_nothing_changes(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    with pytest.raises(Refusal, match=r"20\.000"):
        write(goal, "a" * 20_001, 0, coordinator, moment)
    assert revisions(goal) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("3", "3.00"), ("2,5", "2.50"), ("2,5 uur", "2.50"), (" 12 ", "12.00"), ("0", "0.00")],
)
def test_hours_are_read_as_people_write_them(typed: str, kept: str) -> None:
    words = Words.typed(body="", moment="", hours=typed, start_year=2026)
    assert str(words.hours) == kept


@pytest.mark.parametrize("typed", ["veel", "-1", "2001", "NaN", "1e9", "∞"])
def test_hours_that_cannot_be_are_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(Refusal, match=r"^Schrijf de uren als een getal"):
        Words.typed(body="", moment="", hours=typed, start_year=2026)


def test_line_ends_of_windows_and_zero_bytes_do_no_harm() -> None:
    words = Words.typed(body="een\r\ntwee\x00", moment="", hours="", start_year=2026)
    assert words.body == "een\ntwee"


def test_a_save_that_comes_just_after_adopting_is_refused(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    """The door was passed while the plan was open; the team adopted it before the save was there."""
    write(goal, "Zo staat het er.", 0, coordinator, moment)
    Plan.objects.update(state=Plan.State.ADOPTED)
    with pytest.raises(Refusal, match="vastgesteld"):
        write(goal, "Net te laat.", 1, coordinator, moment)
    assert queries.text_of(goal, "approach").body == "Zo staat het er."


def test_a_save_that_is_sent_again_after_adopting_is_still_saved(
    goal: Goal, coordinator: Any, moment: datetime
) -> None:
    sent: dict[str, Any] = {
        "line": goal, "key": "approach", "words": Words("Op tijd."), "base": 0,
        "save_key": uuid4(), "by": coordinator, "at": moment,
    }  # fmt: skip
    writing.save(**sent)
    Plan.objects.update(state=Plan.State.ADOPTED)
    assert isinstance(writing.save(**sent), Saved)

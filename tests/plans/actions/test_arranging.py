"""Adding, moving, removing and putting back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans import queries
from partituur.plans.actions import arranging, writing
from partituur.plans.models import Goal, Part, PartSubject, Plan, Principle
from partituur.schools.models import VisionStatement


@pytest.fixture
def three(plan: Plan) -> list[Goal]:
    """The goals of the school team: three of them."""
    part = Part.objects.get(plan=plan, kind="team")
    return [Goal.objects.get(part=part), *(arranging.add_goal(part=part) for _ in range(2))]


def order(part: Part) -> list[int]:
    standing = Goal.objects.filter(part=part, removed_at__isnull=True)
    return list(standing.order_by("position", "pk").values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("which", "by", "expected"),
    [
        (0, 1, [1, 0, 2]),
        (2, -1, [0, 2, 1]),
        (0, -1, [0, 1, 2]),  # there is nothing above the first
        (2, 1, [0, 1, 2]),
    ],
)
def test_a_goal_moves_one_place_and_stops_at_the_ends(
    three: list[Goal], which: int, by: int, expected: list[int]
) -> None:
    arranging.move(line=three[which], by=by)
    assert order(three[0].part) == [three[at].pk for at in expected]


def test_a_removed_goal_comes_back_where_it_was_with_its_words(
    three: list[Goal], coordinator: Any, moment: datetime
) -> None:
    first, middle, last = three
    writing.save(
        line=middle, key="goal", words=writing.Words("Rust."), base=0, save_key=uuid4(),
        by=coordinator, at=moment,
    )  # fmt: skip
    arranging.remove(line=middle, at=moment)
    assert order(first.part) == [first.pk, last.pk]
    arranging.put_back(line=middle)
    assert order(first.part) == [first.pk, middle.pk, last.pk]
    assert queries.text_of(middle, "goal").body == "Rust."


def test_a_goal_that_was_removed_meanwhile_is_not_moved(
    three: list[Goal], moment: datetime
) -> None:
    arranging.remove(line=three[1], at=moment)
    with pytest.raises(Refusal, match="weggehaald"):
        arranging.move(line=three[1], by=1)


def test_a_moved_goal_steps_over_a_removed_one(three: list[Goal], moment: datetime) -> None:
    arranging.remove(line=three[1], at=moment)
    arranging.move(line=three[2], by=-1)
    assert order(three[0].part) == [three[2].pk, three[0].pk]


def test_a_part_that_comes_once_is_not_added_twice(plan: Plan) -> None:
    fmt = queries.format_of(plan.school)
    with pytest.raises(Refusal, match="al in het plan"):
        arranging.add_part(plan=plan, kind="team", heading="Schoolteam", fmt=fmt)


def test_a_part_that_comes_once_is_not_put_back_beside_a_new_one(
    plan: Plan, moment: datetime
) -> None:
    fmt = queries.format_of(plan.school)
    old = Part.objects.get(plan=plan, kind="team")
    arranging.remove(line=old, at=moment)
    arranging.add_part(plan=plan, kind="team", heading="Schoolteam", fmt=fmt)
    with pytest.raises(Refusal, match="al in het plan"):
        arranging.put_back(line=old, fmt=fmt)


@pytest.mark.parametrize(("kind", "heading"), [("koor", "Koor"), ("teacher", "  ")])
def test_a_part_of_no_kind_or_without_a_name_is_refused(
    plan: Plan, kind: str, heading: str
) -> None:
    with pytest.raises(Refusal):
        arranging.add_part(
            plan=plan, kind=kind, heading=heading, fmt=queries.format_of(plan.school)
        )


def test_a_goal_serves_exactly_the_statements_that_were_chosen(three: list[Goal]) -> None:
    school = three[0].school
    one, two, three_ = (
        VisionStatement.objects.create(school=school, text=text, position=at)
        for at, text in enumerate(("Rust", "Ritme", "Samen"))
    )
    arranging.point_at_vision(goal=three[0], statements=[one, two])
    arranging.point_at_vision(goal=three[0], statements=[two, three_])
    chosen = set(three[0].vision_ties.values_list("statement", flat=True))
    assert chosen == {two.pk, three_.pk}


def test_a_principle_is_marked_as_a_new_accent_and_back(plan: Plan) -> None:
    principle = arranging.add_principle(plan=plan, greven=3)
    for new in (True, False):
        arranging.mark_accent(principle=principle, new=new)
        assert Principle.objects.get().new_accent is new
    assert principle.greven == 3


def test_giving_a_part_to_others_is_logged(
    plan: Plan, coordinator: Any, second_coordinator: Any, teacher: Any, moment: datetime
) -> None:
    fmt = queries.format_of(plan.school)
    part = arranging.add_part(plan=plan, kind="teacher", heading="Jesse", fmt=fmt)
    arranging.reassign_part(
        part=part, partner=second_coordinator, subjects=[teacher], is_subject=False,
        by=coordinator, at=moment,
    )  # fmt: skip
    part.refresh_from_db()
    assert part.partner == second_coordinator
    assert [each.member for each in PartSubject.objects.filter(part=part)] == [teacher]
    assert LogEntry.objects.filter(act="part.reassigned").count() == 1

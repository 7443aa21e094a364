"""Handing a part to another IB'er: the subject says yes or no."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from partituur.kernel.errors import Refusal
from partituur.plans import queries, rules
from partituur.plans.actions import arranging, handing
from partituur.plans.models import Handover, Part, Plan
from partituur.schools.models import Membership


@pytest.fixture
def part(plan: Plan, teacher: Any, coordinator: Any) -> Part:
    return arranging.add_part(
        plan=plan, kind="teacher", heading="Jesse Bakker", subjects=[teacher],
        partner=coordinator, fmt=queries.format_of(plan.school),
    )  # fmt: skip


def reads(part: Part, member: Membership) -> bool:
    part.refresh_from_db()
    return rules.why_not_read(part, member, is_subject=False) is None


def test_after_a_yes_the_other_reads_and_the_first_no_more(
    part: Part, coordinator: Any, second_coordinator: Any, teacher: Any, moment: datetime
) -> None:
    handing.ask(part=part, to=second_coordinator, by=coordinator, at=moment)
    assert reads(part, coordinator)
    assert not reads(part, second_coordinator)
    handing.answer(handover=Handover.objects.get(), yes=True, by=teacher, at=moment)
    assert not reads(part, coordinator)
    assert reads(part, second_coordinator)


def test_after_a_no_nothing_has_changed(
    part: Part, coordinator: Any, second_coordinator: Any, teacher: Any, moment: datetime
) -> None:
    handing.ask(part=part, to=second_coordinator, by=coordinator, at=moment)
    handing.answer(handover=Handover.objects.get(), yes=False, by=teacher, at=moment)
    assert reads(part, coordinator)
    assert not reads(part, second_coordinator)
    assert Handover.objects.count() == 0


def test_only_the_subject_answers(
    part: Part, coordinator: Any, second_coordinator: Any, leader: Any, moment: datetime
) -> None:
    handing.ask(part=part, to=second_coordinator, by=coordinator, at=moment)
    for other in (coordinator, second_coordinator, leader):
        with pytest.raises(Refusal):
            handing.answer(handover=Handover.objects.get(), yes=True, by=other, at=moment)


def test_only_the_named_coordinator_asks_and_only_for_another_coordinator(
    part: Part, coordinator: Any, second_coordinator: Any, leader: Any, stranger: Any,
    moment: datetime,
) -> None:  # fmt: skip
    for by, to in (
        (second_coordinator, second_coordinator), (coordinator, coordinator),
        (coordinator, leader), (coordinator, stranger), (coordinator, None),
    ):  # fmt: skip
        with pytest.raises(Refusal):
            handing.ask(part=part, to=to, by=by, at=moment)
    assert Handover.objects.count() == 0

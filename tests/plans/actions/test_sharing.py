"""Sharing a part with the team, and taking that back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans import queries
from partituur.plans.actions import arranging, sharing
from partituur.plans.models import Part, Plan


@pytest.fixture
def part(plan: Plan, coordinator: Any, teacher: Any) -> Part:
    """Jesse's own part."""
    return arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator,
    )  # fmt: skip


def test_a_part_is_shared_from_a_moment_and_can_be_taken_back(
    part: Part, teacher: Any, moment: datetime
) -> None:
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    part.refresh_from_db()
    assert part.shared_at == moment
    sharing.take_back(part=part, by=teacher, is_subject=True, at=moment)
    part.refresh_from_db()
    assert part.shared_at is None
    assert [each.act for each in LogEntry.objects.order_by("number")] == [
        "part.shared",
        "part.taken_back",
    ]


def test_sharing_twice_is_sharing_once(part: Part, teacher: Any, moment: datetime) -> None:
    for _time in range(2):
        sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    assert LogEntry.objects.filter(act="part.shared").count() == 1


@pytest.mark.parametrize("act", [sharing.share, sharing.take_back])
def test_the_named_iber_cannot_decide_for_the_teacher(
    part: Part, coordinator: Any, moment: datetime, act: Callable[..., None]
) -> None:
    with pytest.raises(Refusal, match="Alleen wie dit deel aangaat"):
        act(part=part, by=coordinator, is_subject=False, at=moment)
    assert not LogEntry.objects.exists()

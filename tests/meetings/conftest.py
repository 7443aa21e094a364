"""A plan in overleg with words in it, and a meeting about it; see situations.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest


@pytest.fixture
def written(plan: Any, coordinator: Any, teacher: Any, moment: datetime) -> Any:
    from tests.meetings import situations

    return situations.write_plan(plan, coordinator, teacher, moment)


@pytest.fixture
def plan_a_meeting(
    written: Any, coordinator: Any, leader: Any, moment: datetime
) -> Callable[..., Any]:
    from tests.meetings import situations

    def make(**changes: Any) -> Any:
        written.refresh_from_db()
        return situations.plan_meeting(written, coordinator, moment, **changes)

    return make


@pytest.fixture
def meeting(plan_a_meeting: Callable[..., Any], coordinator: Any, moment: datetime) -> Any:
    """A meeting that is open, with its first point on the screen."""
    from partituur.meetings.actions import holding

    made = plan_a_meeting()
    holding.open_meeting(meeting=made, by=coordinator, at=moment)
    return made


@pytest.fixture
def say(moment: datetime) -> Callable[..., Any]:
    from tests.meetings import situations

    return situations.answerer(moment)

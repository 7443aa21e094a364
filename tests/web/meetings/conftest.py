"""A plan in overleg, and a meeting about it that is open."""

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
def planned(written: Any, coordinator: Any, leader: Any, moment: datetime) -> Any:
    from tests.meetings import situations

    return situations.plan_meeting(written, coordinator, moment)


@pytest.fixture
def meeting(planned: Any, coordinator: Any, moment: datetime) -> Any:
    from partituur.meetings.actions import holding

    holding.open_meeting(meeting=planned, by=coordinator, at=moment)
    return planned


@pytest.fixture
def address(planned: Any) -> str:
    return f"/school/de-notenbalk/vergadering/{planned.public_id}/"


@pytest.fixture
def go_to(meeting: Any, coordinator: Any, moment: datetime) -> Callable[[str], Any]:
    """Put the first point of a kind on the screen."""
    from tests.meetings.situations import point_of

    from partituur.meetings.actions import holding

    def shown(kind: str) -> Any:
        point = point_of(meeting, kind)
        holding.go_to(point=point, by=coordinator, at=moment)
        return point

    return shown


@pytest.fixture
def say(moment: datetime) -> Callable[..., Any]:
    from tests.meetings import situations

    return situations.answerer(moment)

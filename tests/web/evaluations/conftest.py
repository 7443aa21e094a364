"""A part of Jesse with words in it, shared, in a plan that the team adopted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from tests.talking.conftest import goal, part

__all__ = ["adopted", "goal", "part"]


@pytest.fixture
def adopted(goal: Any, part: Any, teacher: Any, moment: datetime) -> Any:
    from tests.talking.parts import share

    from partituur.plans.models import Plan

    share(part, teacher, moment)
    Plan.objects.filter(pk=part.plan_id).update(state=Plan.State.ADOPTED)
    return goal

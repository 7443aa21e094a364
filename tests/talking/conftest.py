"""A part of Jesse with words in it, with Marieke as its partner."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest


@pytest.fixture
def part(plan: Any, teacher: Any, coordinator: Any) -> Any:
    from partituur.plans import queries
    from partituur.plans.actions import arranging

    return arranging.add_part(
        plan=plan, kind="teacher", heading="Jesse Bakker", subjects=[teacher],
        partner=coordinator, fmt=queries.format_of(plan.school),
    )  # fmt: skip


@pytest.fixture
def goal(part: Any, teacher: Any, moment: datetime) -> Any:
    from tests.talking.parts import write

    from partituur.plans.models import Goal

    made = Goal.objects.get(part=part)
    write(made, "approach", "Wij kijken bij elkaar.", teacher, moment)
    return made

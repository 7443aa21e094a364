"""Sealing: the plan as it is shared becomes a version, once, wholly."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from partituur.adoption import queries
from partituur.adoption.actions import sealing
from partituur.adoption.models import PlanVersion
from partituur.kernel.models import LogEntry


@pytest.fixture
def version(plan: Any, coordinator: Any, teacher: Any, moment: datetime) -> PlanVersion:
    return sealing.seal(
        plan=plan,
        kind=PlanVersion.Kind.ADOPTED,
        decision={"words": "Zo doen we het."},
        members=[coordinator, teacher],
        present={coordinator.pk},
        by=coordinator,
        at=moment,
    )


def test_a_sealed_plan_is_adopted_and_the_log_has_its_root(version: PlanVersion, plan: Any) -> None:
    plan.refresh_from_db()
    assert (plan.state, plan.version) == ("adopted", 1)
    entry = LogEntry.objects.get(act="plan.adopted")
    assert entry.facts == {"plan": str(plan.public_id), "version": 1, "root": version.root}
    assert queries.fingerprint(version) == f"v1-{version.root[:24]}"

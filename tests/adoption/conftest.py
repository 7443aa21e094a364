"""A version to look at, to touch and to erase from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest


@pytest.fixture
def parts(plan: Any, coordinator: Any, teacher: Any, other_teacher: Any, moment: datetime) -> Any:
    """A shared part of Jesse, and one of Karin that is not shared; words in both and in general."""
    from tests.adoption import making

    return making.make_parts(plan, coordinator, teacher, other_teacher, moment)


@pytest.fixture
def seal(
    plan: Any,
    parts: Any,
    coordinator: Any,
    teacher: Any,
    other_teacher: Any,
    leader: Any,
    moment: datetime,
) -> Any:
    """``seal()``: adopt the plan; with another kind, make its next version."""
    from tests.adoption.making import DECISION

    from partituur.adoption.actions import sealing
    from partituur.plans.models import Plan

    def sealed(kind: Any = "adopted") -> Any:
        decision = {
            **DECISION,
            "points": [{**DECISION["points"][0], "part": str(parts["shared"].public_id)}],
            "present": [{"member": str(teacher.public_id), "name": teacher.name}],
        }
        return sealing.seal(
            plan=Plan.objects.select_related("school", "year").get(pk=plan.pk), kind=kind,
            decision=decision, members=[coordinator, teacher, other_teacher, leader],
            present={coordinator.pk, teacher.pk}, by=coordinator, at=moment,
        )  # fmt: skip

    return sealed


@pytest.fixture
def version(seal: Any) -> Any:
    """Version 1 of the plan."""
    return seal()

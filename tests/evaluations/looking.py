"""What the tests of looking back do with a house: adopt its plan, and look back in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.web.access.house import House

from partituur.evaluations.actions import evaluating
from partituur.evaluations.models import Evaluation
from partituur.plans.models import Goal, Plan
from partituur.schools.models import Membership


def into(house: House, state: str) -> None:
    """Put the plan into a state, as the team would."""
    Plan.objects.filter(pk=house.plan.pk).update(state=state)
    house.plan.refresh_from_db()


def goal_of(house: House, part: str) -> Goal:
    """A goal as a door gives it: with its part and plan as they are now."""
    return Goal.objects.select_related("part__plan").get(pk=house.goal(part).pk)


def write(line: Goal, by: Membership, at: datetime, **words: Any) -> Evaluation:
    said = {"reached": "partly", "came_of_it": "Het lukt vaak.", "helped": "", "next": "go_on"}
    return evaluating.write(line=line, by=by, at=at, **said | words)


def share(evaluation: Evaluation, at: datetime) -> Evaluation:
    assert evaluation.by
    evaluating.share(evaluation=evaluation, by=evaluation.by, at=at)
    return evaluation

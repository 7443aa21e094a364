"""Reads of looking back: of one goal, or of everything in a plan in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from partituur.evaluations.models import Evaluation
from partituur.evaluations.rules import GOAL_OF_THE_TEAM, Line
from partituur.plans.models import Goal, Plan
from partituur.schools.models import Membership


def shared_of(goal: Goal) -> list[Evaluation]:
    """What was shared with the team about a goal, the first one first."""
    return list(_shared().filter(goal=goal).select_related("by"))


def team_of(line: Line) -> Evaluation | None:
    """What the team itself said of a goal or a principle, in its meeting."""
    owner = {"goal": line} if isinstance(line, Goal) else {"principle": line}
    return Evaluation.objects.filter(by_team=True, **owner).first()


def mine(goal: Goal, member: Membership) -> Evaluation | None:
    """What a member wrote about a goal, shared or not."""
    return Evaluation.objects.filter(goal=goal, by=member).select_related("goal__part").first()


def _shared() -> QuerySet[Evaluation]:
    """What the team may read of what people wrote, in the order in which they shared it."""
    found = Evaluation.objects.filter(GOAL_OF_THE_TEAM, by_team=False, shared_at__isnull=False)
    return found.order_by("shared_at", "pk")


@dataclass(slots=True)
class OfGoal:
    """What is said of one goal: by the team, by who shared it, and by the one who asks."""

    team: Evaluation | None = None
    shared: list[Evaluation] = field(default_factory=list)
    mine: Evaluation | None = None


@dataclass(slots=True)
class OfPlan:
    """What is said in a plan, by the ids of goals and principles."""

    goals: dict[int, OfGoal]
    principles: dict[int, Evaluation]


def of_plan(plan: Plan, *, goals: Collection[int], member: Membership) -> OfPlan:
    """What a member reads of looking back in a plan, in two queries.

    :param goals: the goals that the member may read
    """
    found: defaultdict[int, OfGoal] = defaultdict(OfGoal)
    for each in _shared().filter(goal__in=goals).select_related("by"):
        found[_of(each)].shared.append(each)
    rest = Evaluation.objects.filter(
        Q(by_team=True, goal__in=goals) | Q(by_team=True, principle__plan=plan)
        | Q(by=member, goal__in=goals)
    )  # fmt: skip
    principles = {}
    for each in rest:
        if each.principle_id is not None:
            principles[each.principle_id] = each
        elif each.by_team:
            found[_of(each)].team = each
        else:
            found[_of(each)].mine = each
    return OfPlan(dict(found), principles)


def _of(evaluation: Evaluation) -> int:
    assert evaluation.goal_id is not None  # the query asked for those of goals
    return evaluation.goal_id

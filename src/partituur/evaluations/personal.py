"""Own data, with what was looked back on: talking.personal and what lies above it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from partituur.evaluations.models import Evaluation
from partituur.kernel import richtext
from partituur.plans import personal as plans
from partituur.schools.models import Membership
from partituur.talking import personal as talking

Data = dict[str, Any]


def data_of(member: Membership, *, at: datetime) -> Data:
    """Everything of ``member``: see talking.personal.data_of, and what came of goals."""
    return talking.data_of(member, at=at) | {
        "evaluations": [_evaluation(each) for each in _evaluations(member, at)]
    }


def _evaluations(member: Membership, at: datetime) -> list[Evaluation]:
    """What the member wrote, and what was said of the own goals for the team to read."""
    said = Q(goal__part__in=plans.own_parts(member, at.date())) & (
        Q(by_team=True) | Q(shared_at__isnull=False)
    )
    found = Evaluation.objects.filter(Q(by=member) | said)
    return list(found.select_related("by", "goal__part").order_by("written_at", "pk"))


def _evaluation(evaluation: Evaluation) -> Data:
    goal, by = evaluation.goal, evaluation.by
    return {
        "part": goal.part.heading if goal else "",
        "by": by.name if by else "",
        "by_team": evaluation.by_team,
        "reached": evaluation.reached,
        "came_of_it": richtext.to_plain(evaluation.came_of_it),
        "helped": richtext.to_plain(evaluation.helped),
        "next": evaluation.next,
        "written_at": evaluation.written_at.isoformat(),
        "shared_at": evaluation.shared_at.isoformat() if evaluation.shared_at else None,
    }

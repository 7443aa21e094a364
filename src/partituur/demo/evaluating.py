"""Fills the demo school with how its people looked back on last year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from partituur.evaluations.actions import evaluating
from partituur.plans.models import Goal, Plan
from partituur.schools.models import Membership

At = Callable[[str], datetime]


class Evaluating:
    """Looks back as stands in the content, and leaves the plan in the state in which it was."""

    def __init__(self, plan: Plan, members: Mapping[str, Membership], at: At) -> None:
        self.plan, self.members, self.at = plan, members, at

    def look_back(self, content: Mapping[str, Any]) -> None:
        state = self.plan.state
        Plan.objects.filter(pk=self.plan.pk).update(state=Plan.State.ADOPTED)
        for each in content["evaluations"]:
            evaluating.keep(reached=each["reached"], shared=each["shared"], **self._words(each))
        for each in content["team"]:
            evaluating.write_for_team(**self._words(each))
        Plan.objects.filter(pk=self.plan.pk).update(state=state)

    def _words(self, said: Mapping[str, Any]) -> dict[str, Any]:
        return {name: said[name] for name in ("came_of_it", "helped", "next")} | {
            "line": self._goal(said),
            "by": self.members[said["by"]],
            "at": self.at(said["at"]),
        }

    def _goal(self, said: Mapping[str, Any]) -> Goal:
        found = Goal.objects.filter(part__plan=self.plan, part__kind=said["part"]["kind"])
        if "of" in said["part"]:
            found = found.filter(part__subjects__member=self.members[said["part"]["of"]])
        found = found.select_related("part__plan").order_by("part__position", "position", "pk")
        number: int = said["goal"]
        return found[number - 1]

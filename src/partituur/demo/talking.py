"""Fills the demo school with what its people say to each other around the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from partituur.plans.models import Goal, Part, Plan
from partituur.schools.models import Membership
from partituur.talking.actions import guiding, saying, supporting
from partituur.talking.actions.saying import About

At = Callable[[str], datetime]


class Talking:
    """Says what stands in the content, as its people did."""

    def __init__(self, plan: Plan, members: Mapping[str, Membership], at: At) -> None:
        self.plan, self.members, self.at = plan, members, at

    def say(self, content: Mapping[str, Any]) -> None:
        for each in content["talks"]:
            self._talk(each)
        for each in content["questions"]:
            self._question(each)
        for each in content["notes"]:
            self._note(each)

    def _part(self, said: Mapping[str, Any]) -> Part:
        owner = self.members[said["of"]]
        return Part.objects.get(plan=self.plan, kind="teacher", subjects__member=owner)

    def _goal(self, part: Part) -> Goal:
        return part.goals.order_by("position")[0]

    def _talk(self, said: Mapping[str, Any]) -> None:
        part = self._part(said)
        about = About(self.plan, part=part, goal=self._goal(part), key=said["key"])
        talk = None
        for each in said.get("said", []):
            words = {
                "body": each["text"],
                "by": self.members[each["by"]],
                "at": self.at(each["at"]),
            }
            if talk is None:
                talk = saying.begin(about=about, **words)
            else:
                saying.say(conversation=talk, **words)
        if "suggested" in said:
            each = said["suggested"]
            saying.suggest(
                about=about, conversation=talk, body=each["text"],
                by=self.members[each["by"]], at=self.at(each["at"]),
            )  # fmt: skip
        if "settled" in said and talk is not None:
            by = self.members[said["of"]]
            saying.settle(conversation=talk, by=by, at=self.at(said["settled"]), settled=True)

    def _question(self, said: Mapping[str, Any]) -> None:
        made = supporting.ask(
            goal=self._goal(self._part(said)), colleague=self.members[said["to"]],
            question=said["text"], takes=set(said["takes"]), by=self.members[said["of"]],
            at=self.at(said["at"]),
        )  # fmt: skip
        if answer := said.get("answer"):
            supporting.answer(
                question=made, says_yes=answer["yes"], words=answer["text"], by=made.colleague,
                at=self.at(answer["at"]),
            )  # fmt: skip

    def _note(self, said: Mapping[str, Any]) -> None:
        by = self.members[said["by"]]
        guiding.note(
            part=self._part(said), kind=said["kind"], day=date.fromisoformat(said["day"]),
            body=said["text"], by=by, is_subject=said["by"] == said["of"],
            at=self.at(f"{said['day']}T16:00"),
        )  # fmt: skip

"""An adopted plan with words in it, and everybody who may want something of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from partituur.adoption.actions import amending, sealing
from partituur.adoption.models import Amendment, PlanVersion
from partituur.plans import queries as plans
from partituur.plans.actions import arranging, sharing, starting, writing
from partituur.plans.actions.writing import Words
from partituur.plans.models import PRINCIPLE, Goal, Part, Plan, Principle, Text
from partituur.schools.models import Membership


@dataclass
class Desk:
    """What a test asks for by name."""

    plan: Plan
    people: dict[str, Membership]
    goal: Goal  # of Jesse, in a shared part
    team: Goal  # of the whole team
    principle: Principle
    at: datetime

    @property
    def members(self) -> list[Membership]:
        return [each for each in self.people.values() if each.school_id == self.plan.school_id]

    def lines(self) -> dict[str, tuple[Goal | Principle, str]]:
        """A text of each sort: the line in which it stands, and its key."""
        return {
            "own": (self.goal, "approach"),
            "team": (self.team, "approach"),
            "principle": (self.principle, PRINCIPLE),
        }

    def draft(self, who: str = "subject", body: str = "Anders.", what: str = "own") -> Amendment:
        """A draft of somebody that changes one text."""
        by = self.people[who]
        draft = amending.begin_or_get(plan=self.plan, by=by, at=self.at)
        line, key = self.lines()[what]
        amending.change_text(
            amendment=draft, line=line, key=key, words=Words(body), by=by, at=self.at
        )
        return draft

    def proposed(
        self, who: str = "subject", body: str = "Anders.", what: str = "own", small: bool = True
    ) -> Amendment:
        """The same, proposed."""
        return amending.propose(
            amendment=self.draft(who, body, what), reason="Zo klopt het.", is_small=small,
            by=self.people[who], at=self.at,
        )  # fmt: skip

    def accept(self, *amendments: Amendment) -> PlanVersion:
        """The meeting accepts."""
        return amending.accept(
            amendments=amendments, kind=PlanVersion.Kind.ADJUSTED, decision={"words": "Goed."},
            members=self.members, present=set(), by=self.people["named_ib"], at=self.at,
        )  # fmt: skip

    def text(self, what: str = "own") -> str:
        line, key = self.lines()[what]
        return plans.text_of(line, key).body

    def write(self, what: str, body: str) -> None:
        """Words in the plan, past every rule: as another accepted proposal would leave them."""
        line, key = self.lines()[what]
        text = plans.text_of(line, key)
        writing.save(
            line=line, key=key, words=Words(body), base=text.version, save_key=uuid4(), by=None,
            at=self.at, when_closed=True,
        )  # fmt: skip


@pytest.fixture
def desk(
    plan: Any, coordinator: Any, second_coordinator: Any, teacher: Any, other_teacher: Any,
    leader: Any, stranger: Any, moment: datetime,
) -> Desk:  # fmt: skip
    part = arranging.add_part(
        plan=plan, kind="teacher", heading="Jesse Bakker", subjects=[teacher],
        partner=coordinator, fmt=plans.format_of(plan.school),
    )  # fmt: skip
    people = {
        "subject": teacher, "named_ib": coordinator, "other_ib": second_coordinator,
        "teacher": other_teacher, "leader": leader, "stranger": stranger,
    }  # fmt: skip
    principle = starting.write_principle(
        plan=plan, body="Wij leren samen.", greven=0, by=coordinator, at=moment
    )
    team = Goal.objects.get(part__plan=plan, part__kind="team")
    desk = Desk(plan, people, Goal.objects.get(part=part), team, principle, moment)
    desk.write("own", "Wij kijken op maandag.")
    desk.write("team", "Elke week.")
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    adopt(desk)
    return desk


def adopt(desk: Desk) -> PlanVersion:
    """The team adopts the plan."""
    version = sealing.seal(
        plan=desk.plan, kind=PlanVersion.Kind.ADOPTED, decision={"words": "Ja."},
        members=desk.members, present=set(), by=desk.people["named_ib"], at=desk.at,
    )  # fmt: skip
    desk.plan.refresh_from_db()
    desk.goal = Goal.objects.select_related("part__plan").get(pk=desk.goal.pk)
    desk.team = Goal.objects.select_related("part__plan").get(pk=desk.team.pk)
    desk.principle = Principle.objects.select_related("plan").get(pk=desk.principle.pk)
    return version


def late_part(desk: Desk) -> Part:
    """A part for Karin, who came after the adoption: in no version yet."""
    return arranging.add_part(
        plan=desk.plan, kind="teacher", heading="Karin Smit", subjects=[desk.people["teacher"]],
        partner=desk.people["named_ib"], fmt=plans.format_of(desk.plan.school),
    )  # fmt: skip


def all_texts() -> list[tuple[int, str, int]]:
    """Every text of every plan, with its version."""
    return list(Text.objects.order_by("pk").values_list("pk", "body", "version"))

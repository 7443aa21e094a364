"""Fills the demo school, with the same actions that its people would use.

What it holds stands in ``content/``, to be read and mended like any text. A text is one writing, or
a list of them: who wrote when. ``by`` and ``at`` fall back on the goal's, and those on the plan's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from partituur.accounts.models import Person
from partituur.demo.evaluating import Evaluating
from partituur.demo.meeting import Meetings
from partituur.demo.talking import Talking
from partituur.plans import agreeing, queries
from partituur.plans.actions import agreeing as acts
from partituur.plans.actions import arranging, sharing, starting, writing
from partituur.plans.format import Format
from partituur.plans.models import PRINCIPLE, TITLE, Goal, Part, Plan, Principle
from partituur.schools.actions import learning_teams, members, vision
from partituur.schools.actions import school as schools
from partituur.schools.models import LearningTeam, Membership, Role, School, VisionStatement

CONTENT = Path(__file__).parent / "content"
PLANS = ("plan-2025-2026", "plan-2026-2027")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def fill_when_empty() -> bool:
    """Fill the demo school when there is no school yet; whether that was so."""
    if School.objects.exists():
        return False
    fill()
    return True


@transaction.atomic
def fill() -> School:
    """Make Basisschool De Notenbalk, with its people and its plans of two years."""
    cast = _Cast(_content("school"))
    for name in PLANS:
        _Writing(cast, _content(name)).write()
    said = _content("talking-2026-2027")
    plan = Plan.objects.get(school=cast.school, year__start=said["year"])
    Talking(plan, cast.members, _at).say(said)
    meetings, held = Meetings(cast.members, _at), _content("meetings")
    looked_back = _content("evaluations-2025-2026")
    last = Plan.objects.get(school=cast.school, year__start=looked_back["year"])
    meetings.hold(last, held["adopting"])
    last.refresh_from_db()
    Evaluating(last, cast.members, _at).look_back(looked_back)
    meetings.hold(last, held["looking_back"])
    plan.refresh_from_db()
    meetings.plan(plan, held["coming"])
    return cast.school


def _content(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((CONTENT / f"{name}.json").read_text("utf-8"))
    return content


def _at(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=AMSTERDAM)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


class _Cast:
    """The school and who play in it, by the keys that the content uses."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        made = _at(content["made"])
        self.school = schools.create_school(
            name=content["name"],
            slug=content["slug"],
            brin=content["brin"],
            region=content["region"],
            at=made,
        )
        self.vision: list[VisionStatement] = [
            vision.add_statement(school=self.school, text=text, by=None, at=made)
            for text in content["vision"]
        ]
        self.members = {each["key"]: self._member(each, made) for each in content["members"]}
        self.teams = {each["name"]: self._team(each, made) for each in content["learning_teams"]}

    def _member(self, said: Mapping[str, Any], made: datetime) -> Membership:
        email = said["name"].lower().replace(" ", ".") + "@notenbalk.example"
        return members.add_member(
            school=self.school,
            name=said["name"],
            roles=[Role(each) for each in said["roles"]],
            email=email,
            note=said.get("note", ""),
            from_date=_day(said.get("from")),
            until_date=_day(said.get("until")),
            person=None
            if said.get("invited") is False
            else Person.objects.create_user(email, name=said["name"]),
            by=None,
            at=_at(said["added"]) if "added" in said else made,
        )

    def _team(self, said: Mapping[str, Any], made: datetime) -> LearningTeam:
        at = _at(said["added"]) if "added" in said else made
        team = learning_teams.create_team(school=self.school, name=said["name"], by=None, at=at)
        for key in said["members"]:
            learning_teams.add_to_team(team=team, member=self.members[key], by=None, at=at)
        return team


class _Writing:
    """Writes one plan, as its people did."""

    def __init__(self, cast: _Cast, content: Mapping[str, Any]) -> None:
        self.cast, self.content = cast, content
        self.begun = _at(content["begun"])
        self.by = cast.members[content["by"]]
        self.plan: Plan = starting.start(
            school=cast.school, start_year=content["year"], at=self.begun
        )
        self.format: Format = queries.format_of(cast.school)

    def write(self) -> None:
        for said in self.content["principles"]:
            principle = arranging.add_principle(plan=self.plan, greven=said.get("greven", 0))
            if said.get("new_accent"):
                arranging.mark_accent(principle=principle, new=True)
            self._text(principle, PRINCIPLE, said["text"], self.by, self.begun)
        for said in self.content["parts"]:
            self._part(said)
        # In overleg alone; adopting and evaluating are for the team, in its meeting.
        Plan.objects.filter(pk=self.plan.pk).update(state=self.content["state"])

    def _part(self, said: Mapping[str, Any]) -> None:
        part = self._made(said)
        for number, goal_said in enumerate(said["goals"]):
            goal = part.goals.get() if number == 0 else arranging.add_goal(part=part)
            self._goal(goal, goal_said)
        if "shared" in said:
            owner = self.cast.members[said["of"][0]]
            sharing.share(part=part, by=owner, is_subject=True, at=_at(said["shared"]))
        for key in said.get("agreed", []):
            self._agree(part, self.cast.members[key], _at(said["agreed_at"]))

    def _agree(self, part: Part, by: Membership, at: datetime) -> None:
        part.refresh_from_db()
        kind = self.format.kind(part.kind)
        vision = {each.pk: each for each in self.cast.vision}
        content = agreeing.content_of(kind, queries.load_part(part, day=at.date()), vision)
        acts.agree(
            part=part,
            by=by,
            is_subject=by in (each.member for each in part.subjects.all()),
            seen=agreeing.digest_of(content),
            content=content,
            at=at,
        )

    def _made(self, said: Mapping[str, Any]) -> Part:
        kind = self.format.kind(said["kind"])
        if kind.single:
            return Part.objects.get(plan=self.plan, kind=kind.key)
        of = [self.cast.members[key] for key in said.get("of", [])]
        team = self.cast.teams.get(said.get("heading", "")) if kind.key == "learning_team" else None
        partner = self.cast.members.get(said["partner"]) if "partner" in said else self.by
        part = arranging.add_part(
            plan=self.plan,
            kind=kind.key,
            heading=said.get("heading") or of[0].name,
            note=said.get("note") or (of[0].note if of and not team else ""),
            fmt=self.format,
            subjects=() if team else of,
            learning_team=team,
            partner=partner if kind.personal else None,
        )
        if "emphasis" in said:
            arranging.describe_part(
                part=part, heading=part.heading, note=part.note, emphasis=said["emphasis"]
            )
        return part

    def _goal(self, goal: Goal, said: Mapping[str, Any]) -> None:
        at = _at(said["at"]) if "at" in said else self.begun
        by = self.cast.members[said["by"]] if "by" in said else self.by
        if "title" in said:
            self._text(goal, TITLE, said["title"], by, at)
        for key, text in said["texts"].items():
            self._text(goal, key, text, by, at)
        served = [self.cast.vision[number - 1] for number in said.get("vision", [])]
        arranging.point_at_vision(goal=goal, statements=served)

    def _text(
        self, line: Goal | Principle, key: str, said: Any, by: Membership, at: datetime
    ) -> None:
        for version, each in enumerate(_writings(said)):
            writing.save(
                line=line,
                key=key,
                words=writing.Words(
                    each["body"],
                    each.get("moment", ""),
                    Decimal(str(each["hours"])) if "hours" in each else None,
                ),
                base=version,
                save_key=uuid4(),
                by=self.cast.members[each["by"]] if "by" in each else by,
                at=_at(each["at"]) if "at" in each else at,
                apart=True,
            )


def _writings(said: Any) -> Iterator[Mapping[str, Any]]:
    for each in said if isinstance(said, list) else [said]:
        yield {"body": each} if isinstance(each, str) else each

"""A whole team in an open meeting, each signed in; as plain data for clients outside the program.

As a command it works in the database of the environment, for a server that is measured::

    python -m tests.meetings.gathering make 300     # migrates, makes it, and prints it
    python -m tests.meetings.gathering answers      # prints the answers, in the order they came in
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from tests.meetings.phones import Kept

GOALS = 6  # general goals; with principles, team goal, accents and decision: ten to answer
TEXT = (
    "De instructie bij rekenen loopt goed, de overgangen tussen lessen kosten veel tijd. "
    "Samen lessen voorbereiden:\n\n- doel en instructie;\n- vragen die aan het denken zetten;\n"
    "- hoe we zien dat het **lukt**."
)


@dataclass(frozen=True)
class Someone:
    """Somebody in the meeting."""

    member: str  # public id
    cookies: dict[str, str]


@dataclass(frozen=True)
class Gathering:
    """An open meeting."""

    path: str  # its address; the page of a phone is below it at meedoen/
    phones: list[Someone]
    runner: Someone
    points: list[str]  # the public ids of what can be answered, in the order of the agenda

    @classmethod
    def of(cls, text: str) -> Gathering:
        """From what the command printed."""
        data = json.loads(text)
        people = [Someone(**each) for each in data["phones"]]
        return cls(data["path"], people, Someone(**data["runner"]), data["points"])


def make(phones: int, at: datetime) -> Gathering:
    """A school with a plan in overleg and so many members, in a meeting about it that is open."""
    from partituur.meetings.actions import holding, planning
    from partituur.meetings.models import Meeting
    from partituur.plans.actions import starting
    from partituur.schools.models import School

    school = School.objects.create(name="Basisschool De Maat", slug="de-maat", region="middle")
    runner = _member(school, 0, is_coordinator=True)
    people = [_member(school, number + 1, is_teacher=True) for number in range(phones)]
    plan = starting.start(school=school, start_year=2026, at=at)
    _write(plan, runner, at)
    meeting = planning.plan_meeting(
        plan=plan, purposes=["adopt"], starts_at=at, place="Aula", way=Meeting.Way.CONSENT,
        quorum=50, threshold=50, run_by=runner, by=runner, at=at,
    )  # fmt: skip
    holding.open_meeting(meeting=meeting, by=runner, at=at)
    asked = meeting.points.filter(asks=True).order_by("position")
    return Gathering(
        path=f"/school/{school.slug}/vergadering/{meeting.public_id}/",
        phones=[_signed_in(each) for each in people],
        runner=_signed_in(runner),
        points=[str(each) for each in asked.values_list("public_id", flat=True)],
    )


def _member(school: Any, number: int, **fields: Any) -> Any:
    from partituur.accounts.models import Person
    from partituur.schools.models import Membership

    name = f"Collega {number}"
    person = Person(email=f"collega{number}@voorbeeld.test", name=name)
    person.set_unusable_password()
    person.save()
    return Membership.objects.create(school=school, person=person, name=name, **fields)


def _write(plan: Any, by: Any, at: datetime) -> None:
    """Principles, and general goals with words in every field that has a place on the screen."""
    from uuid import uuid4

    from partituur.plans import queries
    from partituur.plans.actions import starting, writing
    from partituur.plans.models import Goal, Part, Plan

    for words in ("Leren van elkaar.", "We kijken in elkaars klas.", "Een vraag is nooit te veel."):
        starting.write_principle(plan=plan, body=words, greven=0, by=by, at=at)
    part = Part.objects.get(plan=plan, kind="general")
    while part.goals.count() < GOALS:
        Goal.objects.create(school=plan.school, part=part, position=part.goals.count() + 1)
    kind = queries.format_of(plan.school).kind("general")
    for goal in part.goals.all():
        for each in kind.fields:
            writing.save(
                line=goal, key=each.key, words=writing.Words(TEXT), base=0, save_key=uuid4(),
                by=by, at=at,
            )  # fmt: skip
    Plan.objects.filter(pk=plan.pk).update(state=Plan.State.IN_CONSULTATION)
    plan.refresh_from_db()


def _signed_in(member: Any) -> Someone:
    from django.test import Client

    client = Client()
    client.force_login(member.person)
    cookies = {name: each.value for name, each in client.cookies.items()}
    return Someone(str(member.public_id), cookies)


def answers() -> list[Kept]:
    """The answers in the database, in the order in which they came in."""
    from partituur.meetings.models import Answer

    rows = Answer.objects.order_by("pk").select_related("point", "member")
    return [
        Kept(
            point=str(each.point.public_id), member=str(each.member.public_id),
            choice=each.choice, words=each.words, picks=tuple(each.picks), key=str(each.key),
        )
        for each in rows
    ]  # fmt: skip


def kept_of(text: str) -> list[Kept]:
    """The answers that the command printed."""
    return [Kept(**each | {"picks": tuple(each["picks"])}) for each in json.loads(text)]


def main(arguments: Iterable[str]) -> None:
    """Do what is asked in the database of the environment, and print it as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partituur.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from partituur.kernel import clock

    what, *more = arguments
    if what == "make":
        call_command("migrate", verbosity=0)
        found: Any = asdict(make(int(more[0]), clock.now()))
    else:
        found = [asdict(each) for each in answers()]
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])

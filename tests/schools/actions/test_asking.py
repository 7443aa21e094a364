"""Every action asks the rule first, for every role, and leaves a sealed line in the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.schools import rules
from partituur.schools.actions import learning_teams, members, vision
from partituur.schools.actions import school as schools
from partituur.schools.models import LearningTeam, Membership, Role, School, VisionStatement

Act = Callable[[School, Membership | None, datetime], Any]

DETAILS: dict[str, Any] = {
    "name": "Anna Bos", "roles": {Role.TEACHER}, "email": "", "note": "", "from_date": None,
    "until_date": None,
}  # fmt: skip


def _anna(school: School) -> Membership:
    return Membership.objects.create(school=school, name="Anna", is_teacher=True)


def _team(school: School) -> LearningTeam:
    return LearningTeam.objects.create(school=school, name="Rekenen")


def _place(school: School, at: datetime) -> Any:
    return learning_teams.add_to_team(team=_team(school), member=_anna(school), by=None, at=at)


def _statement(school: School) -> VisionStatement:
    return VisionStatement.objects.create(school=school, text="Elk kind telt.")


ACTS: dict[str, Act] = {
    "change_school": lambda school, by, at: schools.change_school(
        school=school, name="Nieuw", brin="", region="south", by=by, at=at
    ),
    "set_words": lambda school, by, at: schools.set_words(
        school=school, coordinator="KC'er", teacher="juf", learning_team="bouw", by=by, at=at
    ),
    "add_year": lambda school, by, at: schools.add_year(school=school, start=2027, by=by, at=at),
    "add_member": lambda school, by, at: members.add_member(school=school, by=by, at=at, **DETAILS),
    "change_member": lambda school, by, at: members.change_member(
        member=_anna(school), by=by, at=at, **DETAILS
    ),
    "end_member": lambda school, by, at: members.end_member(
        member=_anna(school), until=date(2026, 10, 1), by=by, at=at
    ),
    "reopen_member": lambda school, by, at: members.reopen_member(
        member=Membership.objects.create(
            school=school, name="Anna", is_teacher=True, until_date=date(2026, 7, 1)
        ),
        by=by,
        at=at,
    ),
    "create_team": lambda school, by, at: learning_teams.create_team(
        school=school, name="Rekenen", by=by, at=at
    ),
    "rename_team": lambda school, by, at: learning_teams.rename_team(
        team=_team(school), name="Taal", by=by, at=at
    ),
    "end_team": lambda school, by, at: learning_teams.end_team(
        team=_team(school), until=date(2026, 10, 1), by=by, at=at
    ),
    "resume_team": lambda school, by, at: learning_teams.resume_team(
        team=_team(school), by=by, at=at
    ),
    "add_to_team": lambda school, by, at: learning_teams.add_to_team(
        team=_team(school), member=_anna(school), by=by, at=at
    ),
    "set_dates": lambda school, by, at: learning_teams.set_dates(
        place=_place(school, at), from_date=None, until_date=date(2026, 10, 1), by=by, at=at
    ),
    "take_out": lambda school, by, at: learning_teams.take_out(
        place=_place(school, at), by=by, at=at
    ),
    "add_statement": lambda school, by, at: vision.add_statement(
        school=school, text="Elk kind telt.", by=by, at=at
    ),
    "reword_statement": lambda school, by, at: vision.reword_statement(
        statement=_statement(school), text="Ieder kind telt.", by=by, at=at
    ),
    "replace_statement": lambda school, by, at: vision.replace_statement(
        statement=_statement(school), text="Wij leren samen.", by=by, at=at
    ),
    "move_statement": lambda school, by, at: vision.move_statement(
        statement=_statement(school), steps=1, by=by, at=at
    ),
    "retire_statement": lambda school, by, at: vision.retire_statement(
        statement=_statement(school), by=by, at=at
    ),
    "put_back_statement": lambda school, by, at: vision.put_back_statement(
        statement=VisionStatement.objects.create(
            school=school, text="Elk kind telt.", retired_at=at
        ),
        by=by,
        at=at,
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("role", ["coordinator", "leader"])
def test_who_manages_the_school_may(
    act: Act, role: str, school: School, moment: datetime, request: pytest.FixtureRequest
) -> None:
    act(school, request.getfixturevalue(role), moment)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_command_on_the_machine_may(act: Act, school: School, moment: datetime) -> None:
    act(school, None, moment)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_teacher_is_told_who_may(
    act: Act, school: School, teacher: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal) as refusal:
        act(school, teacher, moment)

    assert refusal.value.reason == rules.why_not_manage(teacher)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_the_coordinator_of_another_school_finds_no_school(
    act: Act, school: School, stranger: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="is er niet"):
        act(school, stranger, moment)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_it_stands_in_the_log_with_who_did_it(
    act: Act, school: School, coordinator: Membership, moment: datetime
) -> None:
    act(school, coordinator, moment)

    entry = LogEntry.objects.filter(school_id=school.public_id).order_by("number").last()
    assert entry is not None
    assert entry.personal == {"id": str(coordinator.public_id), "name": coordinator.name}
    assert entry.at == moment
    assert chain.verify(school.public_id) is None


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ({"is_coordinator": True}, True),
        ({"is_leader": True}, True),
        ({"is_teacher": True}, False),
        ({}, False),
        ({"is_teacher": True, "is_leader": True}, True),
    ],
)
def test_managing_follows_from_the_roles(roles: dict[str, bool], may: bool) -> None:
    reason = rules.why_not_manage(Membership(name="Anna", **roles))

    assert (reason is None) is may
    assert reason is None or reason.endswith(".")

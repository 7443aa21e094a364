"""Who looks back on what, and who reads it: the whole table, written out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from tests.evaluations.looking import goal_of, into, share, write
from tests.web.access.house import House

from partituur.evaluations import queries, rules
from partituur.evaluations.actions import evaluating
from partituur.evaluations.models import Evaluation
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools.models import Membership

PEOPLE = ("subject", "named_ib", "other_ib", "leader", "teacher", "stranger")
PARTS = ("team", "own", "shared", "learning", "ib", "ib shared", "general", "koor")
STATES = ("draft", "in_consultation", "adopted", "evaluated")
MEMBERS = {"subject", "named_ib", "other_ib", "leader", "teacher"}
MANAGERS = {"named_ib", "other_ib", "leader"}

# While the plan is adopted: who writes an evaluation of their own, and who writes the team's.
WRITERS = {
    "team": MEMBERS,
    "general": MEMBERS,
    "koor": MEMBERS,
    "own": {"subject", "named_ib"},
    "shared": {"subject", "named_ib"},
    "learning": {"subject", "named_ib"},
    "ib": {"named_ib"},
    "ib shared": {"named_ib"},
}
FOR_THE_TEAM: dict[str, set[str]] = {
    "team": MANAGERS,
    "general": MANAGERS,
    "koor": MANAGERS,
    "own": set(),
    "shared": set(),
    "learning": set(),
    "ib": set(),
    "ib shared": MANAGERS,
}


def line_of(house: House, part: str) -> Goal:
    if part == "ib shared":
        Part.objects.filter(pk=house.parts["ib"].pk).update(shared_at=house.plan.created_at)
        return goal_of(house, "ib")
    if part == "general":
        house.parts[part] = Part.objects.get(plan=house.plan, kind="general")
    if part == "koor":
        made = Part.objects.create(
            school=house.school, plan=house.plan, kind="koor", heading="Koor", position=9
        )
        Goal.objects.create(school=house.school, part=made)
        house.parts[part] = made
    return goal_of(house, part)


def differences(
    house: House, table: dict[str, set[str]], asked: Callable[[Goal, Membership], str | None]
) -> Iterator[str]:
    for state in STATES:
        into(house, state)
        for part in PARTS:
            line = line_of(house, part)
            for name in PEOPLE:
                wanted = state == "adopted" and name in table[part]
                if (asked(line, house.people[name]) is None) != wanted:
                    yield f"{state}, {part}, {name}: should be {wanted}"
            Part.objects.filter(pk=house.parts["ib"].pk).update(shared_at=None)


def writing(moment: datetime) -> Callable[[Goal, Membership], str | None]:
    def asked(line: Goal, member: Membership) -> str | None:
        own = rules.is_subject(line, member, moment.date())
        return rules.why_not_write(line, member, is_subject=own)

    return asked


def test_who_writes_an_evaluation_is_what_the_table_says(house: House, moment: datetime) -> None:
    assert list(differences(house, WRITERS, writing(moment))) == []


def test_who_writes_for_the_team_is_what_the_table_says(house: House) -> None:
    assert list(differences(house, FOR_THE_TEAM, rules.why_not_write_for_team)) == []


def test_the_table_notices_a_check_that_is_gone(
    house: House, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partituur.plans.rules.is_partner", lambda *_args, **_kwargs: True)
    assert list(differences(house, WRITERS, writing(moment))) != []


def test_on_principles_the_team_looks_back_and_nobody_alone(house: House) -> None:
    principle: Principle = house.things["principle"]
    leader = house.people["leader"]
    assert rules.why_not_write(principle, leader, is_subject=False)
    assert rules.why_not_write_for_team(principle, leader) is None
    assert rules.why_not_write_for_team(principle, house.people["teacher"])


@pytest.mark.parametrize("of", ["goal", "part"])
def test_of_what_was_removed_nothing_came(house: House, moment: datetime, of: str) -> None:
    line = goal_of(house, "team")
    (line if of == "goal" else line.part).removed_at = moment
    leader = house.people["leader"]
    assert rules.why_not_write(line, leader, is_subject=False)
    assert rules.why_not_write_for_team(line, leader)


# --- reading ----------------------------------------------------------------------------------


def readers(house: House, evaluation: Evaluation, moment: datetime) -> set[str]:
    found = Evaluation.objects.get(pk=evaluation.pk)
    return {
        name
        for name in PEOPLE
        if rules.why_not_read(found, house.people[name], day=moment.date()) is None
    }


def told(house: House, goal: Goal) -> set[str]:
    """Who finds an evaluation of another, or of the team, beside the goal."""
    return {
        name
        for name in PEOPLE
        if (of := queries.of_plan(house.plan, goals=[goal.pk], member=house.people[name]))
        .goals.get(goal.pk, queries.OfGoal())
        .shared
        or (goal.pk in of.goals and of.goals[goal.pk].team)
    }


@pytest.mark.parametrize("part", ["shared", "team"])
@pytest.mark.parametrize("by", ["subject", "named_ib"])
def test_it_is_the_writers_alone_until_shared_and_again_when_taken_back(
    house: House, moment: datetime, part: str, by: str
) -> None:
    goal = goal_of(house, part)
    evaluation = write(goal, house.people[by], moment)
    assert readers(house, evaluation, moment) == {by}
    assert told(house, goal) == set()
    share(evaluation, moment)
    assert readers(house, evaluation, moment) == MEMBERS
    assert queries.shared_of(goal) == [evaluation]
    evaluating.take_back(evaluation=evaluation, by=house.people[by], at=moment)
    assert readers(house, evaluation, moment) == {by}
    assert queries.shared_of(goal) == []


def test_what_was_shared_is_hidden_again_when_its_part_is_taken_back(
    house: House, moment: datetime
) -> None:
    goal = goal_of(house, "shared")
    evaluation = share(write(goal, house.people["subject"], moment), moment)
    Part.objects.filter(pk=goal.part_id).update(shared_at=None)
    assert readers(house, evaluation, moment) == {"subject"}
    assert queries.shared_of(goal) == []
    assert told(house, goal) == set()


def test_the_teams_own_is_for_every_member(house: House, moment: datetime) -> None:
    goal = goal_of(house, "team")
    evaluation = evaluating.write_for_team(
        line=goal, came_of_it="Goed.", helped="", next="", by=house.people["leader"], at=moment
    )
    assert readers(house, evaluation, moment) == MEMBERS
    assert queries.team_of(goal) == evaluation


def test_only_who_wrote_it_shares_it(house: House, moment: datetime) -> None:
    evaluation = write(goal_of(house, "shared"), house.people["subject"], moment)
    allowed = {name for name in PEOPLE if not rules.why_not_share(evaluation, house.people[name])}
    assert allowed == {"subject"}
    back = {name for name in PEOPLE if not rules.why_not_take_back(evaluation, house.people[name])}
    assert back == {"subject"}


def test_of_a_part_that_the_team_cannot_read_nothing_is_shared(
    house: House, moment: datetime
) -> None:
    for name in ("subject", "named_ib"):
        evaluation = write(goal_of(house, "own"), house.people[name], moment)
        assert rules.why_not_share(evaluation, house.people[name])


def test_sharing_may_wait_until_the_year_was_looked_back_on(house: House, moment: datetime) -> None:
    evaluation = write(goal_of(house, "shared"), house.people["subject"], moment)
    into(house, Plan.State.EVALUATED)
    share(evaluation, moment)
    assert readers(house, evaluation, moment) == MEMBERS

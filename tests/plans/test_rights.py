"""Who may do what with a plan: the whole table, written out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from partituur.plans import queries, rules
from partituur.plans.actions import arranging
from partituur.plans.models import Part, Plan
from partituur.schools.models import LearningTeam, LearningTeamMember, Membership

DAY = date(2026, 9, 8)
PEOPLE = ("subject", "named_ib", "other_ib", "leader", "teacher", "stranger")
PARTS = (
    "school team", "own part of a teacher", "shared part of a teacher", "part of a learning team",
    "own part of the IB'er",
)  # fmt: skip
OPEN = (Plan.State.DRAFT, Plan.State.IN_CONSULTATION)

# Who reads, and who writes while the plan is still being written. "subject" is whose part it is:
# the teacher, a member of the learning team, the IB'er whose own part it is.
READERS = {
    "school team": {"subject", "named_ib", "other_ib", "leader", "teacher"},
    "own part of a teacher": {"subject", "named_ib"},
    "shared part of a teacher": {"subject", "named_ib", "other_ib", "leader", "teacher"},
    "part of a learning team": {"subject", "named_ib"},
    "own part of the IB'er": {"named_ib"},  # who is its subject as well
}
WRITERS = {
    "school team": {"named_ib", "other_ib"},
    "own part of a teacher": {"subject", "named_ib"},
    "shared part of a teacher": {"subject", "named_ib"},
    "part of a learning team": {"subject", "named_ib"},
    "own part of the IB'er": {"named_ib"},
}
SHARERS = {
    "school team": set(),
    "own part of a teacher": {"subject"},
    "shared part of a teacher": {"subject"},
    "part of a learning team": {"subject"},
    "own part of the IB'er": {"named_ib"},
}
ARRANGERS = {"named_ib", "other_ib"}


@dataclass(slots=True)
class House:
    """A school with one part of each sort, and everybody who may want something of them."""

    plan: Plan
    people: dict[str, Membership]
    parts: dict[str, Part]


@pytest.fixture
def house(
    plan: Plan,
    coordinator: Any,
    second_coordinator: Any,
    leader: Any,
    teacher: Any,
    other_teacher: Any,
    stranger: Any,
    moment: datetime,
) -> House:
    fmt = queries.format_of(plan.school)
    team = LearningTeam.objects.create(school=plan.school, name="Leerteam Lezen")
    LearningTeamMember.objects.create(school=plan.school, team=team, member=teacher)

    def add(kind: str, **fields: Any) -> Part:
        return arranging.add_part(
            plan=plan, kind=kind, heading=kind, fmt=fmt, partner=coordinator, **fields
        )

    parts = {
        "school team": Part.objects.get(plan=plan, kind="team"),
        "own part of a teacher": add("teacher", subjects=[teacher]),
        "shared part of a teacher": add("teacher", subjects=[teacher]),
        "part of a learning team": add("learning_team", learning_team=team),
        "own part of the IB'er": add("coordinator", subjects=[coordinator]),
    }
    shared = parts["shared part of a teacher"]
    shared.shared_at = moment
    shared.save()
    people = dict(
        zip(
            PEOPLE,
            (teacher, coordinator, second_coordinator, leader, other_teacher, stranger),
            strict=True,
        )
    )
    return House(plan, people, parts)


def cases(*columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not columns:
        yield ()
        return
    for first in columns[0]:
        for rest in cases(*columns[1:]):
            yield (first, *rest)


def allowed(
    house: House, ask: Callable[[Part, Membership, bool], str | None]
) -> dict[str, set[str]]:
    """Who may, by part; each refusal is one sentence."""
    found: dict[str, set[str]] = {}
    for name, person in cases(PARTS, PEOPLE):
        part, member = house.parts[name], house.people[person]
        reason = ask(part, member, rules.is_subject(part, member, DAY))
        found.setdefault(name, set())
        if reason is None:
            found[name].add(person)
        else:
            assert reason.endswith(".")
    return found


def test_a_part_is_read_by_its_partners_and_once_shared_by_the_school(house: House) -> None:
    read = allowed(
        house, lambda part, who, is_subject: rules.why_not_read(part, who, is_subject=is_subject)
    )
    assert read == READERS


def test_what_a_query_shows_is_what_the_rule_allows(house: House) -> None:
    for person in PEOPLE:
        visible = set(rules.visible_parts(house.people[person], DAY))
        mine = {part for name, part in house.parts.items() if person in READERS[name]}
        assert visible & set(house.parts.values()) == mine


@pytest.mark.parametrize("state", OPEN)
def test_a_part_is_written_by_its_partners_and_the_schools_by_ibers(
    house: House, state: str
) -> None:
    house.plan.state = state
    assert writers(house) == WRITERS


def test_after_adopting_only_what_no_version_holds_is_written_by_its_partners(
    house: House,
) -> None:
    adopt(house, sealed=("school team", "shared part of a teacher", "own part of the IB'er"))
    assert writers(house) == {
        "school team": set(),
        "own part of a teacher": {"subject", "named_ib"},
        "shared part of a teacher": set(),
        "part of a learning team": {"subject", "named_ib"},
        "own part of the IB'er": set(),
    }
    assert sharers(house) == {
        part: SHARERS[part] if writers(house)[part] else set() for part in PARTS
    }
    assert agreers(house) == writers(house)


def test_a_part_of_the_school_is_closed_after_adopting_whatever_version_holds_it(
    house: House,
) -> None:
    adopt(house, sealed=())
    assert writers(house)["school team"] == set()


def test_nobody_writes_shares_or_agrees_in_a_plan_that_was_evaluated(house: House) -> None:
    house.plan.state = Plan.State.EVALUATED
    nobody: dict[str, set[str]] = {part: set() for part in PARTS}
    assert writers(house) == sharers(house) == agreers(house) == nobody
    assert arrangers(house) == set()


def test_ibers_give_a_newcomer_a_place_in_an_adopted_plan_and_add_nothing_else(
    house: House,
) -> None:
    adopt(house, sealed=())
    assert arrangers(house) == set()
    for kind, who in {
        "teacher": ARRANGERS, "learning_team": ARRANGERS, "coordinator": ARRANGERS,
        "general": set(), "team": set(), "other": set(),
    }.items():  # fmt: skip
        assert adders(house, kind) == who
    house.plan.state = Plan.State.EVALUATED
    assert adders(house, "teacher") == set()


def test_ibers_take_away_a_late_part_and_no_sealed_one(house: House) -> None:
    adopt(house, sealed=("shared part of a teacher",))
    ib = house.people["named_ib"]

    def why_not(name: str) -> str | None:
        return rules.why_not_arrange(house.plan, ib, house.parts[name])

    assert why_not("own part of a teacher") is None
    assert why_not("shared part of a teacher") is not None
    assert why_not("school team") is not None


def adopt(house: House, sealed: tuple[str, ...]) -> None:
    """The team adopted the plan; version 1 holds these parts."""
    house.plan.state = Plan.State.ADOPTED
    for name in sealed:
        house.parts[name].sealed_in = 1


def adders(house: House, kind: str) -> set[str]:
    return {
        person for person in PEOPLE if not rules.why_not_add(house.plan, house.people[person], kind)
    }


def agreers(house: House) -> dict[str, set[str]]:
    return allowed(
        house,
        lambda part, who, is_subject: rules.why_not_agree(
            house.plan, part, who, is_subject=is_subject
        ),
    )


def writers(house: House) -> dict[str, set[str]]:
    return allowed(
        house,
        lambda part, who, is_subject: rules.why_not_write(
            house.plan, part, who, is_subject=is_subject
        ),
    )


@pytest.mark.parametrize("state", OPEN)
def test_only_the_subject_shares_and_only_before_the_team_adopts(house: House, state: str) -> None:
    house.plan.state = state
    assert sharers(house) == SHARERS


def sharers(house: House) -> dict[str, set[str]]:
    return allowed(
        house,
        lambda part, _who, is_subject: rules.why_not_share(house.plan, part, is_subject=is_subject),
    )


def test_ibers_of_the_school_arrange_the_plan(house: House) -> None:
    assert arrangers(house) == ARRANGERS


def arrangers(house: House) -> set[str]:
    return {
        person for person in PEOPLE if not rules.why_not_arrange(house.plan, house.people[person])
    }


def test_principles_are_written_by_ibers(house: House) -> None:
    found = {
        each for each in PEOPLE if not rules.why_not_write(house.plan, None, house.people[each])
    }
    assert found == ARRANGERS


def test_a_part_with_words_is_given_to_nobody_else_without_its_subject(house: House) -> None:
    from uuid import uuid4

    from partituur.plans.actions import writing
    from partituur.plans.models import Goal

    part = house.parts["own part of a teacher"]
    assert rules.why_not_reassign(part, is_subject=False) is None  # still empty
    goal = Goal.objects.get(part=part)
    writing.save(
        line=goal, key="start", words=writing.Words("Rust."), base=0, save_key=uuid4(),
        by=house.people["subject"], at=datetime(2026, 9, 8).astimezone(),
    )  # fmt: skip
    assert rules.why_not_reassign(part, is_subject=False) is not None
    assert rules.why_not_reassign(part, is_subject=True) is None


def test_who_left_the_learning_team_is_no_subject_of_its_part_any_more(house: House) -> None:
    part, teacher = house.parts["part of a learning team"], house.people["subject"]
    assert rules.is_subject(part, teacher, DAY)
    LearningTeamMember.objects.update(until_date=date(2026, 9, 7))
    assert not rules.is_subject(part, teacher, DAY)
    assert part not in rules.visible_parts(teacher, DAY)

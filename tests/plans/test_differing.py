"""What changed between two plans: everything, nothing twice, and never what is withheld."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from tests import strategies

from partituur.plans import differing
from partituur.plans.format import STANDARD
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)


def goal(id: str, **texts: str) -> GoalShot:
    return GoalShot(id, {key: TextShot(body) for key, body in texts.items()})


PLAN = PlanShot(
    school="De Notenbalk",
    year="2026-2027",
    state="adopted",
    version=1,
    format=STANDARD,
    vision=(VisionShot("v", "Rust en ritme."),),
    principles=(PrincipleShot("a", "Samen."), PrincipleShot("b", "Rustig aan.")),
    parts=(
        PartShot("g", "general", "Algemene doelen", goals=(
            goal("g1", goal="Lezen", approach="Elke dag."), goal("g2", goal="Rekenen"),
            goal("g3", goal="Schrijven"),
        )),
        PartShot("t", "teacher", "Leraar J.", subjects=("J.",), goals=(goal("t1", approach="Kijken."),)),
    ),
)  # fmt: skip


def said(before: PlanShot, after: PlanShot) -> list[str]:
    """Everything that is told, one string a line."""
    found = []
    for section in differing.between(before, after):
        if section.said:
            found.append(f"{section.heading}: {section.said}")
        for place in section.places:
            if place.said:
                found.append(f"{section.heading} | {place.name}: {place.said}")
            found += [
                f"{section.heading} | {place.name} | {line.label}: {line.said}"
                for line in place.lines
            ]
    return found


def with_goals(*goals: GoalShot) -> PlanShot:
    return replace(PLAN, parts=(replace(PLAN.parts[0], goals=goals), PLAN.parts[1]))


def test_of_two_equal_plans_nothing_is_told() -> None:
    assert differing.between(PLAN, PLAN) == []


@given(strategies.plans())
def test_any_plan_is_equal_to_itself(plan: PlanShot) -> None:
    assert differing.between(plan, plan) == []


def test_another_word_is_told_with_its_place_and_word_for_word() -> None:
    _one, two, three = PLAN.parts[0].goals
    after = with_goals(goal("g1", goal="Lezen", approach="Elke week."), two, three)
    assert said(PLAN, after) == ["Algemene doelen | Doel 1: Lezen | Aanpak: anders"]
    line = differing.between(PLAN, after)[0].places[0].lines[0]
    assert [(each.kind, each.text) for each in line.changes] == [
        ("same", "Elke "), ("gone", "dag"), ("new", "week"), ("same", "."),
    ]  # fmt: skip


def test_goals_that_come_go_and_move_are_told_once() -> None:
    one, two, three = PLAN.parts[0].goals
    assert said(PLAN, with_goals(one, two)) == [
        "Algemene doelen | Doel 3: Schrijven: is weg",
        "Algemene doelen | Doel 3: Schrijven | Doel: weg",
    ]
    assert said(PLAN, with_goals(three, one, two)) == [
        "Algemene doelen | Doel 1: Schrijven: stond op plaats 3, staat nu op 1"
    ]
    more = with_goals(one, two, three, goal("g4", goal="Zingen"))
    assert said(PLAN, more)[0] == "Algemene doelen | Doel 4: Zingen: is erbij gekomen"


def test_principles_are_told_like_goals_and_accents_too() -> None:
    after = replace(
        PLAN, principles=(PrincipleShot("b", "Rustig aan.", new_accent=True), PLAN.principles[0])
    )
    assert said(PLAN, after) == [
        "Uitgangspunten en principes | Uitgangspunt 1 | Accent: is nu een nieuw accent",
        "Uitgangspunten en principes | Uitgangspunt 2: stond op plaats 1, staat nu op 2",
    ] or said(PLAN, after) == [
        "Uitgangspunten en principes | Uitgangspunt 1: stond op plaats 2, staat nu op 1",
        "Uitgangspunten en principes | Uitgangspunt 1 | Accent: is nu een nieuw accent",
    ]


def test_next_year_is_found_by_what_it_continues() -> None:
    _one, two, three = PLAN.parts[0].goals
    later = replace(
        with_goals(replace(goal("n1", goal="Lezen", approach="Elke dag."), continues="g1"), two, three),
        year="2027-2028",
        principles=(PrincipleShot("n", "Samen.", continues="a"), PLAN.principles[1]),
    )  # fmt: skip
    assert said(PLAN, later) == []


def test_another_head_is_told() -> None:
    teacher = replace(PLAN.parts[1], emphasis="intensive", partner="Noor")
    assert said(PLAN, replace(PLAN, parts=(PLAN.parts[0], teacher))) == [
        "Leraar J. | Kop en mensen | Nadruk: erbij",
        "Leraar J. | Kop en mensen | Samen met: erbij",
    ]


def test_a_part_that_is_withheld_in_either_is_in_neither() -> None:
    hidden = replace(PLAN.parts[1], withheld=True, goals=())
    without = replace(PLAN, parts=(PLAN.parts[0], hidden))
    assert said(PLAN, without) == said(without, PLAN) == []


@given(strategies.plans(), strategies.plans())
def test_what_is_told_adds_up_to_both_texts(before: PlanShot, after: PlanShot) -> None:
    """No word is lost in a comparison: same and gone make the old, same and new the new."""
    for section in differing.between(before, after):
        assert section.said or section.places
        for place in section.places:
            for line in place.lines:
                if line.said == "anders":
                    assert any(each.kind != "same" for each in line.changes)

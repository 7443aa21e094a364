"""Initials for names: nobody is recognisable, and everybody stays somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.strategies import plans

from partituur.exchange.initials import ADDRESS, with_initials
from partituur.exchange.json import reading, writing
from partituur.kernel import richtext
from partituur.plans.format import format_for
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)

PLAN = PlanShot(school="De Notenbalk", year="2026-2027", state="draft", format=format_for())


def part(
    heading: str, *subjects: str, partner: str = "", text: str = "", kind: str = "teacher"
) -> PartShot:
    goals = (GoalShot("g", {"approach": TextShot(text)}),) if text else ()
    return PartShot("d", kind, heading, subjects=subjects, partner=partner, goals=goals)


def text_after(text: str, *parts: PartShot) -> str:
    """What a text becomes in a plan with these parts."""
    plan = replace(PLAN, parts=parts, principles=(PrincipleShot("p", text),))
    return with_initials(plan).principles[0].text


JESSE = part("Leraar Jesse Bakker", "Jesse Bakker", partner="Eva de Wit")


@pytest.mark.parametrize(
    ("heading", "initials"),
    [
        ("Leraar Jansen", "Leraar J."),
        ("Leraar J.", "Leraar J."),
        ("Leraar P.J.", "Leraar P.J."),
        ("Juf Anna", "Juf A."),
        ("Jesse Bakker", "J.B."),
        ("Leerkracht Anna de Vries", "Leerkracht A.V."),
        ("Mevrouw Van Dijk", "Mevrouw D."),
        ("Jan-Willem Smit", "J.W.S."),
        ("Leraar Jansen en leraar De Boer", "Leraar J. en leraar B."),
        ("Duo Anna & Bo", "Duo A. & B."),
        ("Anna Bos (groep 5)", "A.B. (groep 5)"),
        ("Groep 5 – Anna", "Groep 5 – A."),
        ("LERAAR JANSEN", "LERAAR J."),
    ],
)
def test_a_heading_keeps_its_role_and_loses_its_name(heading: str, initials: str) -> None:
    plan = with_initials(replace(PLAN, parts=(part(heading),)))
    assert plan.parts[0].heading == initials


def test_subjects_and_partners_have_initials_too() -> None:
    made = with_initials(replace(PLAN, parts=(JESSE,))).parts[0]
    assert (made.heading, made.subjects, made.partner) == ("Leraar J.B.", ("J.B.",), "E.W.")


def test_a_learning_team_and_a_role_keep_their_names() -> None:
    headings = ["Leerteam Lezen", "Intern begeleider", "Taal en rekenen"]
    kinds = ["learning_team", "coordinator", "other"]
    parts = tuple(part(heading, kind=kind) for heading, kind in zip(headings, kinds, strict=True))
    assert [each.heading for each in with_initials(replace(PLAN, parts=parts)).parts] == headings


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Jesse Bakker kijkt mee.", "J.B. kijkt mee."),
        ("jesse bakker kijkt mee.", "J.B. kijkt mee."),
        ("Samen met Jesse.", "Samen met J.B."),
        ("Met Bakker, of met De Wit!", "Met J.B., of met E.W.!"),
        ("De lamp van de Wit is wit.", "De lamp van E.W. is wit."),
        ("Jesses klas en Bakkers plan", "J.B.’s klas en J.B.’s plan"),
        ("Vraag Eva’s advies", "Vraag E.W.’s advies"),
        ("**Jesse** *Bakker*", "**J.B.** *J.B.*"),
        ("- Eva de\n  Wit\n- jesse", "- E.W.\n- jesse"),
        ("De bakker bakt; Bakkerij", "De bakker bakt; Bakkerij"),
        ("Mail jesse.bakker@school.example.", f"Mail {ADDRESS}."),
        ("Mail info@school.example.", "Mail info@school.example."),
        ("[Mail](mailto:jesse@school.example) haar", "Mail haar"),
        ("[Lees](https://school.example/a)", "[Lees](https://school.example/a)"),
        ("Pieter kijkt mee.", "Pieter kijkt mee."),
        ("5 * 3", "5 * 3"),
    ],
)
def test_the_names_of_the_plan_go_from_its_texts(text: str, after: str) -> None:
    assert text_after(text, JESSE) == after


def test_titles_notes_and_vision_lose_names_too() -> None:
    goal = GoalShot("g", {}, title="Jesse leert", vision=("v",))
    plan = replace(
        PLAN,
        vision=(VisionShot("v", "Zoals Eva zegt."),),
        parts=(replace(JESSE, note="maatje van Eva", goals=(goal,)),),
    )
    made = with_initials(plan)
    assert made.vision[0].text == "Zoals E.W. zegt."
    assert made.parts[0].note == "maatje van E.W."
    assert made.parts[0].goals[0].title == "J.B. leert"


def test_two_people_with_the_same_initials_stay_two() -> None:
    parts = (part("Leraar Jansen"), part("Leraar Jacobs"), part("Leraar Kok"))
    made = with_initials(replace(PLAN, parts=parts))
    assert [each.heading for each in made.parts] == ["Leraar J.1", "Leraar J.2", "Leraar K."]
    assert text_after("Jansen vraagt Jacobs.", *parts) == "J.1 vraagt J.2."


def test_who_has_initials_already_keeps_them() -> None:
    parts = (part("Leraar J."), part("Leraar J.1"), part("Leraar Jansen"))
    made = with_initials(replace(PLAN, parts=parts))
    assert [each.heading for each in made.parts] == ["Leraar J.", "Leraar J.1", "Leraar J.2"]


def test_a_first_name_that_two_people_share_points_to_neither() -> None:
    parts = (part("Anna Bos", "Anna Bos"), part("Anna Vis", "Anna Vis"))
    assert text_after("Anna, Anna Vis en Bos", *parts) == "A., A.V. en A.B."


def test_the_heading_of_a_part_names_its_subject() -> None:
    made = with_initials(replace(PLAN, parts=(part("Leraar Jansen", "Piet Jansen"),)))
    assert made.parts[0].heading == "Leraar P.J."


def test_the_school_keeps_its_name() -> None:
    plan = replace(PLAN, school="Anna Bosschool", parts=(part("Anna Bos", "Anna Bos"),))
    assert with_initials(plan).school == "Anna Bosschool"


@settings(max_examples=100)
@given(plans())
def test_any_plan_has_initials_and_stays_a_plan(plan: PlanShot) -> None:
    made = with_initials(plan)
    assert reading.read(writing.write(made)) == made
    for part in made.parts:
        for goal in part.goals:
            for text in goal.texts.values():
                assert richtext.canonical(text.body) == text.body

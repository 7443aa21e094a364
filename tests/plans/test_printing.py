"""What is printed of a plan, and what is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from tests.strategies import plans

from partituur.kernel import richtext
from partituur.kernel.richtext import Listing, Paragraph
from partituur.plans import printing
from partituur.plans.format import Changes, Format, Together, format_for
from partituur.plans.printing import Line
from partituur.plans.snapshot import GoalShot, PlanShot, TextShot

FORMAT = format_for()
TEACHER = FORMAT.kind("teacher")
GENERAL = FORMAT.kind("general")


def printed(kind: str = "teacher", fmt: Format = FORMAT, **texts: str | TextShot) -> list[Line]:
    shots = {
        key: text if isinstance(text, TextShot) else TextShot(text) for key, text in texts.items()
    }
    return list(printing.lines(fmt.kind(kind), GoalShot("g", shots)))


def hiding(*pairs: tuple[str, str]) -> Format:
    return format_for(Changes({}, frozenset(pairs), ()))


def test_a_goal_without_words_prints_nothing() -> None:
    assert printed() == []
    assert printed(approach="", support="  \n") == []


def test_lines_come_in_the_order_of_the_format() -> None:
    lines = printed(effort_third="d", evaluation="c", start="a", approach="b")
    assert [(line.label, line.body) for line in lines] == [
        ("Beginsituatie/doelstelling", "a"),
        ("Aanpak", "b"),
        ("Evaluatie", "c"),
        ("Inzet derden", "d"),
    ]


def test_start_and_goal_are_printed_as_one() -> None:
    [line] = printed(goal="Rust.", start="Veel tijd.")
    assert (line.key, line.label) == ("start_goal", "Beginsituatie/doelstelling")
    assert line.body == "Veel tijd.\n\nRust."


def test_a_list_that_only_looks_like_one_stays_as_it_is_when_printed_with_another() -> None:
    [line] = printed(start="1. een", goal="2. twee")
    assert [type(block) for block in line.blocks] == [Listing, Paragraph]
    assert richtext.plain(line.blocks) == "een\n2. twee"


def test_half_of_a_pair_has_the_name_of_the_pair() -> None:
    [line] = printed(goal="Rust.")
    assert line.label == "Beginsituatie/doelstelling"


def test_a_hidden_field_prints_nothing() -> None:
    fmt = hiding(("teacher", "support"))
    assert [line.key for line in printed(fmt=fmt, support="x", approach="y")] == ["approach"]


@pytest.mark.parametrize(
    ("hidden", "shown", "label"),
    [("start", "goal", "Doelstelling"), ("goal", "start", "Beginsituatie")],
)
def test_what_is_left_of_a_pair_prints_under_its_own_label(
    hidden: str, shown: str, label: str
) -> None:
    fmt = hiding(("other", hidden))
    [line] = printed("other", fmt, start="start", goal="goal")
    assert (line.key, line.label, line.body) == (shown, label, shown)


def test_a_general_goal_is_printed_as_its_own_heading() -> None:
    goal = GoalShot(
        "g", {"goal": TextShot("Een **groot** doel.\n\nEn nog wat."), "start": TextShot("a")}
    )
    assert printing.headline(GENERAL, goal) == "Een groot doel.\nEn nog wat."
    assert [line.key for line in printing.lines(GENERAL, goal)] == ["start"]


def test_a_personal_goal_has_its_title_above_it() -> None:
    assert printing.headline(TEACHER, GoalShot("g", {}, title="Lezen")) == "Lezen"


def words(body: str = "", moment: str = "", hours: str = "") -> str:
    """A line as it is read: its text, and what stands beside it."""
    lines = printed(evaluation=TextShot(body, moment, hours))
    return richtext.plain(lines[0].blocks) if lines else ""


@pytest.mark.parametrize(
    ("body", "moment", "hours", "read"),
    [
        ("Gesprek.", "2026-12-10", "", "Gesprek. · 10 december 2026"),
        ("Gesprek.", "2026-W50", "2.5", "Gesprek. · week 50 van 2026 · 2,5 uur"),
        ("", "2026-12", "", "december 2026"),
        ("", "", "3", "3 uur"),
        ("Gesprek op 10 december.", "2026-12-10", "", "Gesprek op 10 december."),
        ("Gesprek op 10-12-2026.", "2026-12-10", "", "Gesprek op 10-12-2026."),
        ("In december.", "2026-12-10", "", "In december. · 10 december 2026"),
        ("Drie keer 1 uur.", "", "3", "Drie keer 1 uur. · 3 uur"),
        ("13 uur lezen.", "", "3", "13 uur lezen. · 3 uur"),
        ("Drie uur.", "", "3", "Drie uur."),
        ("Anderhalf uur", "", "1.5", "Anderhalf uur"),
        ("2,50 uur", "", "2.5", "2,50 uur"),
        ("4 u per jaar", "", "4", "4 u per jaar"),
        ("- Gesprek\n- Film", "2026-12-10", "", "Gesprek\nFilm\n10 december 2026"),
        ("Eerst.\n\n**Dan.**", "", "1", "Eerst.\nDan. · 1 uur"),
    ],
)
def test_a_moment_and_hours_stand_beside_a_text_that_does_not_say_them(
    body: str, moment: str, hours: str, read: str
) -> None:
    assert words(body, moment, hours) == read


def test_what_stands_beside_a_bold_text_is_not_bold() -> None:
    [line] = printed(evaluation=TextShot("**Gesprek.**", moment="2026-12-10"))
    [block] = line.blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.bold) for span in block.spans] == [
        ("Gesprek.", True),
        (" · 10 december 2026", False),
    ]


def test_a_pair_with_moments_prints_them_at_its_end() -> None:
    kind = replace(TEACHER, together=(Together("e", "E", ("evaluation", "effort_subject")),))
    texts = {"evaluation": TextShot("a", "2026-12"), "effort_subject": TextShot("b", hours="2")}
    [line] = printing.lines(kind, GoalShot("g", texts))
    assert richtext.plain(line.blocks) == "a\nb · december 2026 · 2 uur"


@pytest.mark.parametrize(
    ("hours", "said"),
    [("3", "3 uur"), ("2.50", "2,5 uur"), ("100", "100 uur"), ("0.25", "0,25 uur")],
)
def test_hours_are_said_in_dutch(hours: str, said: str) -> None:
    assert printing.hours_in_words(Decimal(hours)) == said


@settings(max_examples=100)
@given(plans())
def test_every_shown_text_is_printed_once_and_no_hidden_one(plan: PlanShot) -> None:
    for part in plan.parts:
        kind = plan.kind_of(part)
        for goal in part.goals:
            blocks = [block for line in printing.lines(kind, goal) for block in line.blocks]
            shown = {each.key for each in kind.shown} - {kind.headline}
            expected = [goal.texts[key].body for key in shown if key in goal.texts]
            found = richtext.plain(blocks).split("\n")
            for body in expected:
                for line in richtext.to_plain(body).split("\n"):
                    assert any(each.startswith(line) for each in found)
            assert all(richtext.normalised([block]) == (block,) for block in blocks)

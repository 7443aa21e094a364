"""A plan as PDF: what the file promises, how it reads aloud, and that no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import outloud
import pytest
from bench.plans import plan
from hypothesis import HealthCheck, given, settings
from tests.exchange.pdf.examples import DAY, EMPTY, MARKUP, NASTY, ORDINARY, SCRIPTS
from tests.exchange.pdf.tagged import Element, Reading, letters
from tests.strategies import plans

from partituur.exchange.pdf import glyphs
from partituur.exchange.pdf.writing import write
from partituur.kernel import richtext
from partituur.plans import printing
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, TextShot, VisionShot

ALL = pytest.mark.parametrize("plan", [ORDINARY, EMPTY, NASTY], ids=["ordinary", "empty", "nasty"])


def _lines(plan: PlanShot, part: PartShot) -> Iterator[str]:
    """What is printed of a part, a line at a time, from the snapshot itself."""
    yield part.heading
    kind = plan.kind_of(part)
    for goal in part.goals:
        yield printing.headline(kind, goal)
        for line in printing.lines(kind, goal):
            yield line.label
            yield from richtext.to_plain(line.body).split("\n")
            yield line.beside


def _has(text: str, line: str) -> bool:
    return letters(glyphs.printable(line)) in letters(text)


# --- what the file promises --------------------------------------------------------------------


@ALL
def test_the_file_keeps_what_pdf_ua_asks(plan: PlanShot, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(write(plan, printed_on=DAY))
    result = outloud.check(str(file), layers=["conformance"])
    assert result.error is None
    assert [str(each) for each in result.findings] == []


@ALL
def test_the_file_says_its_language_and_its_title(plan: PlanShot) -> None:
    pdf = Reading(write(plan, printed_on=DAY)).pdf
    assert pdf.Root.Lang == "nl"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]) == f"Begeleidingsplan 2026–2027, {plan.school}"


def test_a_dated_file_is_also_fit_to_be_kept() -> None:
    with Reading(write(ORDINARY, printed_on=DAY)).pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
        assert said["pdfuaid:part"] == "1"
        assert said["xmp:CreateDate"].startswith("2026-09-14")


def test_an_undated_file_is_the_same_each_time() -> None:
    assert write(ORDINARY) == write(ORDINARY)
    with Reading(write(ORDINARY)).pdf.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in said


# --- structure ---------------------------------------------------------------------------------


def test_headings_are_the_title_the_parts_and_their_goals() -> None:
    read = Reading(write(ORDINARY)).document
    assert [each.text for each in read.all("Title")] == ["Begeleidingsplan"]
    parts = [each.text for each in read.all("H1")]
    headings = [part.heading for part in ORDINARY.parts]
    assert parts[-len(headings) - 1] == "Uitgangspunten en principes"
    for heading, printed in zip(headings, parts[-len(headings) :], strict=True):
        assert printed.startswith(heading)
    goals = [
        printing.headline(ORDINARY.kind_of(part), goal)
        for part in ORDINARY.parts
        for goal in part.goals
    ]
    assert [each.text for each in read.all("H2")] == goals


@ALL
def test_no_level_of_heading_is_skipped(plan: PlanShot) -> None:
    read = Reading(write(plan)).document
    levels = [int(each.tag[1]) for each in read.all("H1", "H2", "H3", "H4")]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))


def test_a_label_is_read_before_its_text() -> None:
    read = Reading(write(ORDINARY)).document
    pairs = [
        tuple(each.text for each in item.inside)
        for item in read.all("LI")
        if [each.tag for each in item.inside] == ["Lbl", "LBody"]
    ]
    for part in ORDINARY.parts:
        kind = ORDINARY.kind_of(part)
        for goal in part.goals:
            for line in printing.lines(kind, goal):
                texts = [
                    letters(text) for label, text in pairs if letters(label) == letters(line.label)
                ]
                first = letters(richtext.to_plain(line.body).split("\n")[0])
                assert any(text.startswith(first) for text in texts)


def test_the_bookmarks_are_the_parts() -> None:
    with Reading(write(ORDINARY)).pdf.open_outline() as outline:
        titles = [each.title for each in outline.root]
    assert titles[-len(ORDINARY.parts) :] == [part.heading for part in ORDINARY.parts]


def test_each_page_says_which_of_how_many_it_is() -> None:
    read = Reading(write(ORDINARY, printed_on=DAY))
    count = len(read.pages)
    assert count > 1
    for number, page in enumerate(read.pages, 1):
        assert f"{number} van {count}" in page
        assert "In overleg · afgedrukt op 14 september 2026" in page
        assert page.count("Begeleidingsplan 2026–2027") == (number > 1)
    assert " van " + str(count) not in read.text  # not read aloud in the middle of a sentence


def test_only_a_long_plan_begins_with_its_contents() -> None:
    short, long = Reading(write(plan(1, seed=1))), Reading(write(plan(20, seed=1)))
    assert list(short.document.all("TOC")) == []
    entries = [each.text for each in long.document.all("TOCI")]
    assert len(entries) == 23  # twenty parts, general goals, school team, principles


@pytest.mark.parametrize(
    ("state", "version", "words"),
    [
        ("draft", 0, "Concept"),
        ("in_consultation", 0, "In overleg"),
        ("adopted", 1, "Vastgesteld, versie 1"),
        ("evaluated", 2, "Geëvalueerd, versie 2"),
    ],
)
def test_the_state_stands_at_the_top_and_at_each_foot(state: str, version: int, words: str) -> None:
    read = Reading(write(replace(ORDINARY, state=state, version=version)))
    assert read.text.startswith(words + "Begeleidingsplan")
    assert all(words in page for page in read.pages)


# --- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [ORDINARY, NASTY], ids=["ordinary", "nasty"])
def test_every_word_of_a_plan_is_printed(plan: PlanShot) -> None:
    text = Reading(write(plan)).text
    lines = [line for part in plan.parts if not part.withheld for line in _lines(plan, part)]
    lines += [line for each in plan.principles for line in richtext.to_plain(each.text).split("\n")]
    lines += [each.text for each in _named_vision(plan)]
    assert [line for line in lines if not _has(text, line)] == []


def _named_vision(plan: PlanShot) -> Iterator[VisionShot]:
    named = {id for part in plan.parts for goal in part.goals for id in goal.vision}
    yield from (each for each in plan.vision if each.id in named)


def test_what_looks_like_markup_is_printed_as_typed() -> None:
    read = Reading(write(NASTY))
    shown = letters(richtext.to_plain(MARKUP))
    assert shown in letters(next(read.document.all("H2")).text)
    assert letters(read.text).count(shown) >= 3


def test_lists_bold_italic_and_links_keep_their_meaning() -> None:
    read = Reading(write(NASTY)).document
    assert [each.text for each in read.all("Strong")] == ["vet ", "en schuin"]
    assert [each.text for each in read.all("Em")] == ["en schuin"]
    assert [each.text for each in read.all("Link")] == ["een adres #1"]
    deepest = [each.text for each in _deep_lists(read)]
    assert "dieper" in deepest[-1]


def _deep_lists(element: Element, depth: int = 0) -> Iterator[Element]:
    for each in element.inside:
        inner = depth + (each.tag == "L")
        if inner >= 4 and each.tag == "L":
            yield each
        yield from _deep_lists(each, inner)


def test_a_character_without_a_shape_becomes_a_box_and_the_document_says_so() -> None:
    def printed(text: str) -> str:
        goal = GoalShot("g", {"approach": TextShot(text)})
        part = PartShot("p", "teacher", "Leraar J.", goals=(goal,))
        return Reading(write(replace(ORDINARY, parts=(part,)))).text

    assert "□□ hier" in printed("漢字 hier")
    assert "□ staat voor een teken" in printed("漢字 hier")
    assert "staat voor een teken" not in printed(SCRIPTS + " en zelf getypt: □")


def test_a_withheld_part_prints_its_heading_and_a_neutral_sentence() -> None:
    part = replace(ORDINARY.parts[3], withheld=True, shared=False, note="", goals=())
    text = Reading(write(replace(ORDINARY, parts=(part,)))).text
    assert text.endswith(part.heading + "Dit deel is niet gedeeld.")


def test_the_texts_of_a_withheld_part_are_not_printed_even_when_they_come_along() -> None:
    part = replace(ORDINARY.parts[3], withheld=True, note="geheim")
    text = Reading(write(replace(ORDINARY, parts=(part,)))).text
    assert text.endswith(part.heading + "Dit deel is niet gedeeld.")


def test_an_empty_field_prints_nothing_not_even_its_label() -> None:
    goal = GoalShot("g", {"approach": TextShot("Oefenen.")})
    part = PartShot("p", "teacher", "Leraar J.", goals=(goal,))
    text = Reading(write(replace(ORDINARY, parts=(part,)))).text
    assert text.endswith("Leraar J.AanpakOefenen.")


def test_a_goal_without_words_prints_nothing() -> None:
    goals = (GoalShot("g", {}), GoalShot("h", {"approach": TextShot("Oefenen.")}))
    part = PartShot("p", "teacher", "Leraar J.", goals=goals)
    text = Reading(write(replace(ORDINARY, parts=(part,)))).text
    assert text.endswith("Leraar J.AanpakOefenen.")


def test_goals_without_a_title_are_numbered_where_there_are_several() -> None:
    goals = tuple(GoalShot(id, {"approach": TextShot("Oefenen.")}) for id in "ab")
    part = PartShot("p", "teacher", "Leraar J.", goals=goals)
    read = Reading(write(replace(ORDINARY, parts=(part,)))).document
    assert [each.text for each in read.all("H2")] == ["Doel 1", "Doel 2"]


@pytest.mark.parametrize("part", [PartShot("p", "teacher", "Leraar J.")])
def test_a_part_without_goals_says_that_it_is_empty(part: PartShot) -> None:
    text = Reading(write(replace(ORDINARY, parts=(part,)))).text
    assert text.endswith("Leraar J.Hier staat nog niets.")


def test_an_empty_plan_says_that_it_is_empty() -> None:
    assert Reading(write(EMPTY)).text.endswith("schooljaar 2026–2027Hier staat nog niets.")


# --- one part ----------------------------------------------------------------------------------


def test_a_sheet_of_one_part_has_nothing_of_another() -> None:
    mine, *others = ORDINARY.parts[2:]
    text = Reading(write(ORDINARY, part=mine.id)).text
    own = set(map(letters, _lines(ORDINARY, mine)))
    assert [line for line in _lines(ORDINARY, mine) if not _has(text, line)] == []
    for other in (*others, *ORDINARY.parts[:2]):
        foreign = {letters(line) for line in _lines(ORDINARY, other)} - own - {""}
        assert [line for line in foreign if len(line) > 20 and _has(text, line)] == []
        assert not _has(text, other.heading)


def test_a_sheet_has_the_part_as_title_and_the_principles_at_its_foot() -> None:
    mine = ORDINARY.parts[2]
    read = Reading(write(ORDINARY, part=mine.id, printed_on=DAY))
    assert [each.text for each in read.document.all("Title")] == [mine.heading]
    assert [each.text for each in read.document.all("H1")][-1] == "Onze uitgangspunten dit jaar"
    assert _has(read.text[-400:], ORDINARY.principles[-1].text)
    assert str(read.pdf.docinfo["/Title"]).startswith(f"{mine.heading}, begeleidingsplan 2026–2027")
    assert len(read.pages) == 1


def test_a_sheet_says_with_whom() -> None:
    mine = replace(ORDINARY.parts[2], partner="Marit van Dam", emphasis="light")
    read = Reading(write(replace(ORDINARY, parts=(mine,)), part=mine.id))
    subtitle = list(read.document.all("P"))[1].text
    assert subtitle == f"{ORDINARY.school} · {mine.note} · Samen met: Marit van Dam · Nadruk: licht"


def test_a_sheet_of_a_withheld_part_has_nothing_of_it() -> None:
    mine = replace(ORDINARY.parts[2], withheld=True, shared=False)
    text = Reading(write(replace(ORDINARY, parts=(mine,)), part=mine.id)).text
    assert f"{mine.heading}{ORDINARY.school}Dit deel is niet gedeeld.Onze uitgangspunten" in text


def test_a_sheet_of_a_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        write(ORDINARY, part="niet-hier")


# --- any plan ----------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_any_plan_can_be_printed(plan: PlanShot) -> None:
    read = Reading(write(plan, printed_on=DAY))
    headings = [glyphs.printable(part.heading) for part in plan.parts]
    printed = letters("".join(each.text for each in read.document.all("H1")))
    assert [
        each for each in headings if _left_to_right(each) and letters(each) not in printed
    ] == []


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans().filter(lambda plan: len(plan.parts) > 0))
def test_any_part_can_be_printed(plan: PlanShot) -> None:
    assert Reading(write(plan, part=plan.parts[-1].id)).text


def _left_to_right(text: str) -> bool:
    """Other scripts are found in the order in which they are drawn."""
    return text.isascii()

"""Out and in again: nothing of a plan is lost on the way."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from tests.strategies import plans

from partituur.exchange import arriving, printed
from partituur.exchange.json import reading as json_reading
from partituur.exchange.json import writing as json_writing
from partituur.exchange.printed import PRINCIPLES, About, PrintedPart
from partituur.exchange.reading import ReadGoal, ReadPlan, ReadSection
from partituur.exchange.word import own
from partituur.exchange.word import reading as word_reading
from partituur.exchange.word import writing as word_writing
from partituur.kernel import richtext
from partituur.plans.format import COORDINATOR_WORDS, TEACHER_WORDS, Format
from partituur.plans.snapshot import PlanShot

SCHOOL_KINDS = ("general", "team")


@given(plans())
def test_a_plan_comes_back_from_json_as_it_was(plan: PlanShot) -> None:
    assert json_reading.read(json_writing.write(plan)) == plan


@settings(max_examples=200)
@given(plans())
def test_everything_that_word_prints_comes_back_from_word(plan: PlanShot) -> None:
    read = word_reading.read(word_writing.write(plan), plan.format)
    assert (read.school, read.year) == (plan.school, plan.year)
    assert read.principles == [
        richtext.from_blocks(each.blocks) for each in printed.principles(plan)
    ]
    assert read.new_accents == [
        number for number, each in enumerate(printed.principles(plan)) if each.accent
    ]
    parts = list(printed.parts(plan))
    for kind, goals in (("general", read.general), ("team", read.team)):
        expected = [part for part in parts if part.kind.key == kind]
        assert [goals_read(goals)] == ([goals_printed(part) for part in expected] or [[]])
    personal = [part for part in parts if part.kind.key not in SCHOOL_KINDS]
    assert [section_read(each) for each in read.sections] == [
        part_printed(each) for each in personal
    ]
    assert [each.text for each in read.unplaced] == []
    assert read.notes == []


def goals_printed(part: PrintedPart) -> list[Any]:
    found = []
    for goal in part.goals:
        texts = {line.key: richtext.from_blocks(line.blocks) for line in goal.lines}
        if part.kind.headline and goal.headline:
            texts[part.kind.headline] = richtext.from_plain(goal.headline)
        title = "" if part.kind.headline else goal.headline
        found.append((title, list(goal.vision.values) if goal.vision else [], texts))
    return found


def goals_read(goals: list[ReadGoal]) -> list[Any]:
    return [(goal.title, goal.vision, goal.texts) for goal in goals]


def part_printed(part: PrintedPart) -> Any:
    about: dict[str, About] = {each.label: each for each in part.about}

    def values(label: str) -> list[str]:
        return list(about[label].values) if label in about else []

    return (
        part.kind.key,
        part.heading,
        part.note,
        values(printed.WHO),
        "".join(values(printed.WITH)),
        "".join(values(printed.EMPHASIS)),
        goals_printed(part),
    )


def section_read(section: ReadSection) -> Any:
    return (
        section.kind,
        section.subject,
        section.note,
        section.subjects,
        section.partner,
        printed.EMPHASES.get(section.emphasis, ""),
        goals_read(section.goals),
    )


@settings(max_examples=100)
@given(plans())
def test_a_plan_that_came_in_from_word_prints_the_same_again(plan: PlanShot) -> None:
    plan = without_empty_places(plan)
    first = word_writing.write(plan)
    arrival = arriving.read("plan.docx", first, fmt=plan.format, year=plan.year)
    arrived = replace(arrival.shot, state=plan.state, version=plan.version)  # not for a file to say
    assert printed_words(word_writing.write(arrived)) == printed_words(first)
    assert arrival.loose == ()


def without_empty_places(plan: PlanShot) -> PlanShot:
    """The plan without parts that a file cannot make: withheld ones, and empty ones of which
    every plan has one already."""
    empty = [each.kind for each in printed.parts(plan) if not each.goals and each.kind.single]
    keep = [each for each in plan.parts if not each.withheld and plan.kind_of(each) not in empty]
    return replace(plan, parts=tuple(keep))


def printed_words(data: bytes) -> str:
    """The document without its zip: all that is on paper, with the styles."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


@settings(max_examples=50)
@given(plans())
def test_a_plan_of_which_word_lost_our_styles_loses_no_word(plan: PlanShot) -> None:
    data = without_our_styles(word_writing.write(plan))
    assert own.read(data, plan.format) is None
    found = composed(" ".join(texts_of(word_reading.read(data, plan.format))))
    for part in printed.parts(plan):
        for goal in part.goals:
            for line in goal.lines:
                for word in words(richtext.plain(line.blocks)) - label_words(plan.format):
                    assert word in found


def label_words(fmt: Format) -> set[str]:
    """The words that the general reader may well take for a label, or for a part of one."""
    labels = [PRINCIPLES, *COORDINATOR_WORDS, *TEACHER_WORDS]
    for kind in fmt.kinds:
        labels += [kind.label, *(each.label for each in kind.fields)]
        labels += [pair.label for pair in kind.together]
    return words(" ".join(labels))


def words(text: str) -> set[str]:
    """The plain words in a text."""
    return set(re.findall(r"(?a:\b[a-z]{3,}\b)", composed(text)))


def composed(text: str) -> str:
    """In one way of writing letters with accents, whatever their case."""
    return unicodedata.normalize("NFC", text).casefold()


def texts_of(read: ReadPlan) -> Iterator[str]:
    yield from map(richtext.to_plain, read.principles)
    for goal in (*read.general, *read.team):
        yield from map(richtext.to_plain, goal.texts.values())
    for section in read.sections:
        yield section.subject
        for goal in section.goals:
            yield from map(richtext.to_plain, goal.texts.values())
    yield from (richtext.to_plain(each.text) for each in read.unplaced)


def without_our_styles(data: bytes) -> bytes:
    """The same file as another program might save it: with styles of its own names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/styles.xml":
                part = re.sub(rb'(<w:name w:val=")(?!Normal|heading|Title|Sub)', rb"\1Stijl ", part)
            new.writestr(name, part)
    return made.getvalue()

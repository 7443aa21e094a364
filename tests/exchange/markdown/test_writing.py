"""Markdown: every reader of CommonMark shows the words of the plan."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from tests.strategies import BLOCKS, letters, plans

from partituur.exchange import printed
from partituur.exchange.markdown import writing
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

PLAN = PlanShot(
    school="De Notenbalk",
    year="2026-2027",
    state="adopted",
    version=2,
    format=format_for(),
    vision=(VisionShot("v1", "Wij leren van elkaar."), VisionShot("v2", "Rust geeft ruimte.")),
    principles=(
        PrincipleShot("p1", "We werken **krachtgericht**."),
        PrincipleShot("p2", "Transparant zijn.", new_accent=True),
    ),
    parts=(
        PartShot(
            "d1",
            "general",
            "Algemene doelen",
            goals=(
                GoalShot(
                    "g1",
                    {"goal": TextShot("EDI verder invoeren."), "approach": TextShot("- a\n- b")},
                ),
                GoalShot("g2", {"approach": TextShot("Later.")}),
            ),
        ),
        PartShot(
            "d2",
            "teacher",
            "Leraar J.",
            note="groep 5",
            emphasis="intensive",
            subjects=("Leraar J.",),
            partner="Eva",
            goals=(
                GoalShot(
                    "g3",
                    {
                        "start": TextShot("Veel tijd."),
                        "goal": TextShot("Rust."),
                        "evaluation": TextShot("Gesprek.", moment="2026-12-10"),
                    },
                    vision=("v1", "v2"),
                ),
                GoalShot("g4", {"approach": TextShot("Lezen: 3 * 2.")}, title="Lezen"),
            ),
        ),
        PartShot("d3", "teacher", "Leraar K.", withheld=True, shared=False),
        PartShot("d4", "learning_team", "Leerteam X", subjects=("Anna", "Bo")),
    ),
)

WRITTEN = """# Begeleidingsplan

De Notenbalk · schooljaar 2026–2027 · vastgesteld, versie 2

## Uitgangspunten en principes

1. We werken **krachtgericht**.
2. Transparant zijn. (nieuw accent)

## Algemene doelen

### EDI verder invoeren.

**Aanpak:**

- a
- b

### Nog geen doel

**Aanpak:** Later.

## Leraar J. (groep 5)

Samen met: Eva · Nadruk: intensief

### Doel 1

Visie: Wij leren van elkaar. · Rust geeft ruimte.

**Beginsituatie/doelstelling:** Veel tijd.

Rust.

**Evaluatie:** Gesprek. · 10 december 2026

### Doel 2: Lezen

**Aanpak:** Lezen: 3 \\* 2.

## Leraar K.

*Dit deel is hier niet te lezen.*

## Leerteam X

Wie: Anna, Bo

*Hier staat nog niets.*
"""


def test_the_whole_plan_is_readable_as_it_stands() -> None:
    assert writing.write(PLAN).decode() == WRITTEN


class Words(HTMLParser):
    """The text of HTML, with a line per block and per break."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "p", "li", "h1", "h2", "h3"):
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(source: str) -> str:
    words = Words()
    words.feed(MarkdownIt("commonmark").render(source))
    return words.text


@settings(max_examples=200)
@given(BLOCKS)
def test_another_reader_shows_the_same_words(blocks: list[richtext.Block]) -> None:
    normal = richtext.normalised(blocks)
    source = "\n\n".join(writing._block(block) for block in normal)
    assert letters(shown(source)) == letters(richtext.plain(normal))


@pytest.mark.parametrize(
    "text",
    [
        "# kop", "> citaat", "+ plus", "- min", "1. een", "1) een", "===", "---", "***", "_onder_", "a_b_c",
        "`code`", "```", "~~~", "~~weg~~", "<b>vet</b>", "&amp; & AT&T", "[a]: b", "![a](b)", "| a | b |",
        "a\\", "\\*", "**", "a  b", "<https://x.example>", "####### zeven", "2026. Een jaar",
    ],
)  # fmt: skip
def test_what_looks_like_markup_is_shown_as_typed(text: str) -> None:
    blocks = richtext.parse(richtext.from_plain(text))
    source = "\n\n".join(writing._block(block) for block in blocks)
    assert shown(source).strip() == text


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>\n"),
        ("een\ntwee", "<p>een<br />\ntwee</p>\n"),
        ("[a](https://x.example/b_c)", '<p><a href="https://x.example/b_c">a</a></p>\n'),
        ("**Let op:**direct", "<p>Let op:direct</p>\n"),
        ("let op! [a](https://x.example)", '<p>let op! <a href="https://x.example">a</a></p>\n'),
        (
            "1. een\n   - a\n2. twee",
            "<ol>\n<li>een\n<ul>\n<li>a</li>\n</ul>\n</li>\n<li>twee</li>\n</ol>\n",
        ),
    ],
)
def test_another_reader_shows_the_same_manner(source: str, html: str) -> None:
    made = "\n\n".join(writing._block(block) for block in richtext.parse(source))
    assert MarkdownIt("commonmark").render(made) == html


@settings(max_examples=50)
@given(plans())
def test_every_word_of_a_plan_is_in_it(plan: PlanShot) -> None:
    text = letters(shown(writing.write(plan).decode()))
    for part in printed.parts(plan):
        assert letters(part.heading) in text
        for goal in part.goals:
            assert letters(goal.headline) in text
            for line in goal.lines:
                assert letters(f"{line.label}:{richtext.plain(line.blocks)}") in text
    for principle in printed.principles(plan):
        assert letters(richtext.plain(principle.blocks[:1])) in text


def test_equal_plans_give_equal_bytes() -> None:
    assert writing.write(PLAN) == writing.write(PLAN)
    assert not re.search(rb"[ \t]\n", writing.write(PLAN))

"""Plans for property tests: whole, valid, and as awkward as a school can make them.

The texts are what goes wrong in documents: words of labels inside a text, lists that stand first or
last, numbers, quotes, emoji, two spaces, labels that a school renamed into each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Paragraph, Span
from partituur.plans import snapshot
from partituur.plans.format import (
    STANDARD,
    Changes,
    Format,
    OwnField,
    OwnKind,
    PartKind,
    Words,
    format_for,
)
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)

TRAPS = (
    "Aanpak: x",
    "Evaluatie",
    "Doel:",
    "Leraar J.",
    "Doel 2",
    "Beginsituatie/doelstelling: nee",
    "Inzet intern begeleider: 3 uur",
    "Algemene doelen",
    "Uitgangspunten en principes",
    "Schoolteam",
    "Dit deel is niet gedeeld.",
    "Delen opbrengst met: de aanpak: samen",
    "1.",
    "1. Eerst",
    "- ",
    "-",
    "* let op",
    "# kop",
    "2026. Een goed jaar",
    "5 * 3 = 15",
    "“Zo” zei ze: ‘ja’",
    "<b>vet</b> & meer",
    "👩‍🏫 en 🎻",
    "e\u0301 en é",
    "twee  spaties",
    "vast\u00a0aan",
    "(nieuw accent)",
    " · 10 december 2026",
    "zacht\u00adkoppel",
    "Ondersteuning – Maatje",
    "Etc.",
    "10-12-2026",
    "week 50",
    "2,5 uur",
    "%s {x}",
    "[hier](https://school.example)",
    "C:\\map\\*",
    "IB'er",
    "voorbeeld@school.example",
    "…",
    "Visie: x",
    "שלום",
    "naïef coördinatór",
    "\ufb01liaal",
    "a\u200bb",
)
WORDS = ("de", "leraar", "kijkt", "mee", "in", "groep", "5", "en", "bespreekt", "het", "na.")
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029")


def _plain(text: str) -> str:
    """A text as a field of one line holds it."""
    return " ".join(richtext.to_plain(richtext.from_plain(text)).split())


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
PHRASES = st.one_of(
    SENTENCES,
    st.sampled_from(TRAPS),
    st.tuples(st.sampled_from(TRAPS), SENTENCES).map(" ".join),
    st.text(LETTERS, min_size=1, max_size=12),
)
LINES = PHRASES.map(_plain)  # may be empty
NAMES = st.one_of(
    st.sampled_from(["Leraar J.", "Leraar Jansen", "Juf Anna", "Leraar J. en Leraar K.", "Ömer"]),
    st.sampled_from(["Eva", "Leerteam Lezen", "Intern begeleider", "Aanpak:", "Doel"]),
    LINES.filter(bool),
)

HREFS = st.sampled_from(
    ["", "", "", "", "https://school.example/a?b=c&d=e", "mailto:ib@school.example"]
)
SPANS = st.lists(
    st.builds(Span, st.one_of(PHRASES, st.just("\n")), st.booleans(), st.booleans(), HREFS),
    min_size=1,
    max_size=3,
).map(tuple)
PARAGRAPHS = st.one_of(
    PHRASES.map(lambda text: Paragraph((Span(text),))), st.builds(Paragraph, SPANS)
)


def _listings(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Listing]:
    some = st.lists(items, min_size=1, max_size=3).map(tuple)
    return st.builds(Listing, st.booleans(), some)


_ITEMS = st.recursive(
    st.builds(Item, SPANS),
    lambda inner: st.builds(Item, SPANS, st.lists(_listings(inner), max_size=2).map(tuple)),
    max_leaves=4,
)
BLOCKS: st.SearchStrategy[Sequence[Block]] = st.lists(
    st.one_of(PARAGRAPHS, PARAGRAPHS, _listings(_ITEMS)), max_size=3
)
SOURCES = st.one_of(
    st.just(""),
    PHRASES.map(richtext.from_plain),
    BLOCKS.map(richtext.from_blocks),
)  # canonical, as a snapshot holds them
MOMENTS = st.sampled_from(["", "", "2026-12-10", "2026-W50", "2027-05"])
HOURS = st.sampled_from(["", "", "3", "2.5", "12", "0.25"])


_FIELDS = [(kind.key, each) for kind in STANDARD.kinds for each in kind.fields]
_LABELS = st.one_of(st.sampled_from(["Aanpak", "Aanpak: hoe", "Doel", "Wie?"]), LINES.filter(bool))
_OWN_FIELDS = st.lists(
    st.builds(OwnField, st.sampled_from(["a", "approach", "veld_2"]), _LABELS),
    min_size=1,
    max_size=3,
    unique_by=lambda each: each.key,
).map(tuple)
_OWN_KINDS = st.lists(
    st.builds(OwnKind, st.sampled_from(["eigen-1", "eigen_2"]), _LABELS, _OWN_FIELDS),
    max_size=2,
    unique_by=lambda each: each.key,
).map(tuple)
CHANGES = st.builds(
    Changes,
    labels=st.dictionaries(
        st.sampled_from([(kind, each.key) for kind, each in _FIELDS]), _LABELS, max_size=4
    ),
    hidden=st.frozensets(
        st.sampled_from([(kind, each.key) for kind, each in _FIELDS if not each.asked]), max_size=3
    ),
    own=_OWN_KINDS,
)
WORDS_OF_SCHOOLS = st.sampled_from(
    [Words(), Words("kwaliteitscoördinator", "leerkracht", "werkgroep")]
)


def bare(made: Changes, said: Words) -> Format:
    """A format as a snapshot holds it: without what only a screen needs."""
    plan = PlanShot(school="", year="", state="", format=format_for(made, said))
    return snapshot.from_data(snapshot.to_data(plan)).format


FORMATS = st.builds(bare, CHANGES, WORDS_OF_SCHOOLS)


@st.composite
def texts(draw: st.DrawFn, kind: PartKind) -> dict[str, TextShot]:
    """The texts of a goal; empty ones are left out, as a snapshot does."""
    keys = draw(_SOME_NUMBERS)
    found = {}
    for each in {kind.fields[key % len(kind.fields)].key: None for key in keys}:
        asked = kind.field(each)
        found[each] = TextShot(
            draw(SOURCES),
            draw(MOMENTS) if asked.moment else "",
            draw(HOURS) if asked.hours else "",
        )
    return {key: text for key, text in found.items() if not text.is_empty}


_SOME_NUMBERS = st.lists(st.integers(0, 11), max_size=4)
_TITLES = st.one_of(st.just(""), LINES)
_NOTES = st.one_of(st.just(""), st.sampled_from(["groep 5", "(groep 6)", "groep 7 · di en do"]))
_EMPHASES = st.sampled_from(["", "light", "normal", "intensive"])
_GUIDANCES = st.sampled_from(["", "colleague", "together"])
_SUBJECTS = st.lists(NAMES, max_size=2).map(tuple)
_PARTNERS = st.one_of(st.just(""), NAMES)
_UP_TO_TWO = st.integers(0, 2)
_ONE_IN_FOUR = st.integers(0, 3).map(lambda number: number == 3)


@st.composite
def goals(draw: st.DrawFn, kind: PartKind, vision: Sequence[str]) -> GoalShot:
    ties = vision[: draw(_UP_TO_TWO)]
    title = "" if kind.headline else draw(_TITLES)
    return GoalShot("", draw(texts(kind)), title, tuple(ties))


@st.composite
def parts(draw: st.DrawFn, kind: PartKind, vision: Sequence[str]) -> PartShot:
    """A part of this kind; one in some is withheld."""
    heading = kind.label if kind.single else draw(NAMES)
    if kind.personal and draw(_ONE_IN_FOUR):
        return PartShot("", kind.key, heading, shared=False, withheld=True)
    found = tuple(draw(goals(kind, vision)) for _ in range(draw(_UP_TO_TWO)))
    note = "" if kind.single else draw(_NOTES)
    part = PartShot("", kind.key, heading, note, goals=found)
    if not kind.personal:
        return part
    return replace(
        part,
        emphasis=draw(_EMPHASES),
        guidance=draw(_GUIDANCES),
        subjects=draw(_SUBJECTS),
        partner=draw(_PARTNERS),
    )


_VISION = st.lists(LINES.filter(bool), max_size=2)
_SOME_PARTS = st.lists(st.integers(0, 7), max_size=4)
_PRINCIPLES = st.lists(
    st.builds(PrincipleShot, st.just(""), SOURCES, st.booleans(), st.integers(0, 10)), max_size=3
)
_STARTS = st.integers(2020, 2035)
_BRINS = st.sampled_from(["", "00AA"])
_STATES = st.sampled_from(["draft", "in_consultation", "adopted", "evaluated"])
_VERSIONS = st.integers(0, 3)


@st.composite
def plans(draw: st.DrawFn, formats: st.SearchStrategy[Format] = FORMATS) -> PlanShot:
    """A whole plan, with its parts in the order of the format."""
    fmt = draw(formats)
    vision = [VisionShot(f"v{at}", text) for at, text in enumerate(draw(_VISION))]
    wanted = [number % len(fmt.kinds) for number in draw(_SOME_PARTS)]
    found: list[PartShot] = []
    for number, kind in enumerate(fmt.kinds):
        often = wanted.count(number)
        for _ in range(min(often, 1) if kind.single else often):
            found.append(draw(parts(kind, [each.id for each in vision])))
    start = draw(_STARTS)
    plan = PlanShot(
        school=draw(NAMES),
        brin=draw(_BRINS),
        year=f"{start}-{start + 1}",
        state=draw(_STATES),
        version=draw(_VERSIONS),
        format=fmt,
        vision=tuple(vision),
        principles=tuple(draw(_PRINCIPLES)),
        parts=tuple(found),
    )
    return _with_own_ids(plan)


def _with_own_ids(plan: PlanShot) -> PlanShot:
    """The same plan with an id for each of its lines."""
    number = iter(range(10**6))

    def fresh() -> str:
        return f"00000000-0000-4000-8000-{next(number):012}"

    return replace(
        plan,
        principles=tuple(replace(each, id=fresh()) for each in plan.principles),
        parts=tuple(
            replace(
                part,
                id=fresh(),
                goals=tuple(replace(goal, id=fresh()) for goal in part.goals),
            )
            for part in plan.parts
        ),
    )


def letters(text: str) -> str:
    """What a reader sees of a text, for comparing: no space, no unprintable signs."""
    return re.sub(r"\s+", "", text)

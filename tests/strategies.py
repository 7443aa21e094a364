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
IDS = st.uuids(version=4).map(str)

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


@st.composite
def changes(draw: st.DrawFn) -> Changes:
    """What a school changed in the format: labels, hidden fields, kinds of its own."""
    pairs = [(kind.key, each.key) for kind in STANDARD.kinds for each in kind.fields]
    optional = [
        (kind.key, each.key) for kind in STANDARD.kinds for each in kind.fields if not each.asked
    ]
    labels = st.one_of(st.sampled_from(["Aanpak", "Aanpak: hoe", "Doel", "Wie?"]), LINES)
    own_fields = st.lists(
        st.builds(OwnField, st.sampled_from(["a", "approach", "veld_2"]), labels.filter(bool)),
        min_size=1,
        max_size=3,
        unique_by=lambda each: each.key,
    ).map(tuple)
    return Changes(
        labels=draw(st.dictionaries(st.sampled_from(pairs), labels.filter(bool), max_size=4)),
        hidden=frozenset(draw(st.lists(st.sampled_from(optional), max_size=3))),
        own=tuple(
            draw(
                st.lists(
                    st.builds(
                        OwnKind,
                        st.sampled_from(["eigen-1", "eigen_2"]),
                        labels.filter(bool),
                        own_fields,
                    ),
                    max_size=2,
                    unique_by=lambda each: each.key,
                )
            )
        ),
    )


def formats() -> st.SearchStrategy[Format]:
    """Formats as a snapshot holds them: without what only a screen needs."""
    words = st.sampled_from([Words(), Words("kwaliteitscoördinator", "leerkracht", "werkgroep")])
    return st.builds(lambda made, said: _bare(format_for(made, said)), changes(), words)


def _bare(fmt: Format) -> Format:
    plan = PlanShot(school="", year="", state="", format=fmt)
    return snapshot.from_data(snapshot.to_data(plan)).format


def texts(kind: PartKind) -> st.SearchStrategy[dict[str, TextShot]]:
    """The texts of a goal; empty ones are left out, as a snapshot does."""
    each = {
        one.key: st.builds(
            TextShot,
            SOURCES,
            MOMENTS if one.moment else st.just(""),
            HOURS if one.hours else st.just(""),
        )
        for one in kind.fields
    }
    some = st.fixed_dictionaries({}, optional=each)
    return some.map(lambda found: {key: text for key, text in found.items() if not text.is_empty})


def goals(kind: PartKind, vision: Sequence[str]) -> st.SearchStrategy[GoalShot]:
    titles = st.just("") if kind.headline else st.one_of(st.just(""), LINES)
    ties = st.lists(st.sampled_from(vision), unique=True, max_size=2) if vision else st.just([])
    return st.builds(
        GoalShot, IDS, texts(kind), titles, ties.map(tuple), st.one_of(st.just(""), IDS)
    )


def parts(kind: PartKind, vision: Sequence[str]) -> st.SearchStrategy[PartShot]:
    """A part of this kind; one in some is withheld."""
    whole = st.builds(
        PartShot,
        IDS,
        st.just(kind.key),
        st.just(kind.label) if kind.single else NAMES,
        st.one_of(st.just(""), st.sampled_from(["groep 5", "(groep 6)", "groep 7 · di en do"])),
        st.sampled_from(["", "light", "normal", "intensive"]) if kind.personal else st.just(""),
        st.lists(NAMES, max_size=2).map(tuple) if kind.personal else st.just(()),
        st.one_of(st.just(""), NAMES) if kind.personal else st.just(""),
        st.just(True),
        st.just(False),
        st.lists(goals(kind, vision), max_size=3).map(tuple),
    )
    if not kind.personal:
        return whole
    withheld = st.builds(
        PartShot, IDS, st.just(kind.key), NAMES, shared=st.just(False), withheld=st.just(True)
    )
    return st.one_of(whole, whole, whole, withheld)


@st.composite
def plans(draw: st.DrawFn) -> PlanShot:
    """A whole plan, with its parts in the order of the format."""
    fmt = draw(formats())
    vision = draw(
        st.lists(
            st.builds(VisionShot, IDS, LINES.filter(bool)), max_size=2, unique_by=lambda v: v.id
        )
    )
    ids = [each.id for each in vision]
    found: list[PartShot] = []
    for kind in fmt.kinds:
        most = 1 if kind.single else 2
        found += draw(st.lists(parts(kind, ids), max_size=most))
    principles = st.builds(
        PrincipleShot, IDS, SOURCES, st.booleans(), st.integers(0, 10), st.just("")
    )
    start = draw(st.integers(2020, 2035))
    plan = PlanShot(
        school=draw(NAMES),
        brin=draw(st.sampled_from(["", "00AA"])),
        year=f"{start}-{start + 1}",
        state=draw(st.sampled_from(["draft", "in_consultation", "adopted", "evaluated"])),
        version=draw(st.integers(0, 3)),
        format=fmt,
        vision=tuple(vision),
        principles=tuple(draw(st.lists(principles, max_size=3))),
        parts=tuple(found),
    )
    return _with_own_ids(plan)


def _with_own_ids(plan: PlanShot) -> PlanShot:
    """The same plan with ids that occur once: hypothesis likes to draw one twice."""
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

"""The manuscript (kopij) of a document: each word that is printed, in its order, as plain data.

What is printed and what is not is decided here and in ``plans.printing``; how it looks, in
``plan.typ``. Dutch throughout: paper speaks the language of the plan, not of who prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from partituur.exchange.pdf.glyphs import STAND_IN, printable
from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Span
from partituur.plans import printing
from partituur.plans.format import PartKind
from partituur.plans.moments import MONTHS
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot

STATES = {
    "draft": "concept",
    "in_consultation": "in overleg",
    "adopted": "vastgesteld",
    "evaluated": "geëvalueerd",
}
NOT_SHARED = "Dit deel is niet gedeeld."
EMPTY = "Hier staat nog niets."
NEW_ACCENT = "nieuw accent"
PRINCIPLES = "Uitgangspunten en principes"
CONTENTS = "Inhoud"
CONTENTS_FROM = 4  # pages; a longer document begins with a list of what is in it
LINE = 60  # characters, about: to see which texts may run on over the page
STAND_IN_NOTE = f"{STAND_IN} staat voor een teken dat niet afgedrukt kan worden."

Data = dict[str, Any]


def whole(plan: PlanShot, printed_on: date | None) -> Data:
    """The manuscript of the whole plan."""
    year = _year(plan)
    return _finished(
        plan,
        printed_on,
        title=f"Begeleidingsplan {year}, {plan.school}",
        kicker=_capital(state(plan)),
        heading="Begeleidingsplan",
        subtitle=f"{plan.school}, schooljaar {year}",
        running=[_short(plan.school), f"Begeleidingsplan {year}"],
        sheet=False,
        principles=_principles(plan, PRINCIPLES),
        parts=[_part(plan, part) for part in plan.parts],
        notice="" if plan.principles or plan.parts else EMPTY,
    )


def sheet(plan: PlanShot, id: str, printed_on: date | None) -> Data:
    """The manuscript of one part (*Mijn blad*), with the principles of the year at its foot.

    :raises KeyError: the plan has no part with this id
    """
    part = next((part for part in plan.parts if part.id == id), None)
    if part is None:
        raise KeyError(id)
    year = _year(plan)
    made = _part(plan, part)
    heading, made["heading"] = made["heading"], ""  # it is the title of the sheet
    return _finished(
        plan,
        printed_on,
        title=f"{heading}, begeleidingsplan {year}, {plan.school}",
        kicker=f"Begeleidingsplan {year} · {state(plan)}",
        heading=heading,
        subtitle=" · ".join(filter(None, (plan.school, made.pop("beside")))),
        running=[_short(heading), f"{_short(plan.school)}, {year}"],
        sheet=True,
        principles=_principles(plan, "Onze uitgangspunten dit jaar"),
        parts=[made],
        notice="",
    )


def state(plan: PlanShot) -> str:
    """The state in words, with the version once there is one."""
    said = STATES[plan.state]
    if plan.version and plan.state in ("adopted", "evaluated"):
        return f"{said}, versie {plan.version}"
    return said


def _finished(plan: PlanShot, printed_on: date | None, **data: Any) -> Data:
    foot = _capital(state(plan))
    if printed_on:
        foot += f" · afgedrukt op {printed_on.day} {MONTHS[printed_on.month - 1]} {printed_on.year}"
    data |= {
        "author": plan.school,
        "contents": {"heading": CONTENTS, "from": CONTENTS_FROM},
        "foot": foot,
        "date": [printed_on.year, printed_on.month, printed_on.day] if printed_on else None,
    }
    said: Data = _each_word(data)
    lost = repr(said).count(STAND_IN) > repr(data).count(STAND_IN)
    return said | {"note": STAND_IN_NOTE if lost else ""}


def _each_word(value: Any) -> Any:
    """The same data with each string as it can be printed, except where links lead."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_each_word(each) for each in value]
    if isinstance(value, dict):
        return {key: each if key == "href" else _each_word(each) for key, each in value.items()}
    return value


def _year(plan: PlanShot) -> str:
    return plan.year.replace("-", "–")


def _short(text: str) -> str:
    """Fit to stand at the top of each page, beside something else."""
    return text if len(text) <= 48 else text[:47].rstrip() + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- principles and parts ----------------------------------------------------------------------


def _principles(plan: PlanShot, heading: str) -> Data:
    items = [
        {"blocks": _blocks(blocks), "accent": NEW_ACCENT if each.new_accent else ""}
        for each in plan.principles
        if (blocks := richtext.parse(each.text))
    ]
    whole = "\n".join(each.text for each in plan.principles)
    return {"heading": heading, "items": items, "long": _is_long(whole, lines=25)}


def _part(plan: PlanShot, part: PartShot) -> Data:
    made: Data = {"heading": _one_line(part.heading), "beside": "", "notice": "", "goals": []}
    if part.withheld:
        made["notice"] = NOT_SHARED
        return made
    made["beside"] = " · ".join(_beside(plan, part))
    made["goals"] = list(_goals(plan, part))
    if not made["goals"]:
        made["notice"] = EMPTY
    return made


def _beside(plan: PlanShot, part: PartShot) -> Iterator[str]:
    """What stands beside a part's heading: who it is of, and with whom, where that is not said."""
    if part.note:
        yield part.note
    unnamed = [name for name in part.subjects if name.lower() not in part.heading.lower()]
    if unnamed:
        yield _listed(unnamed)
    if part.kind == "coordinator" and plan.words.coordinator not in part.heading.lower():
        yield plan.words.coordinator
    if part.partner and part.partner not in (*part.subjects, part.heading):
        yield f"samen met {part.partner}"


def _listed(names: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _goals(plan: PlanShot, part: PartShot) -> Iterator[Data]:
    """The goals that have words. Where one of several has no heading, it gets a number."""
    kind = plan.kind_of(part)
    made = [_goal(plan, kind, goal) for goal in part.goals]
    made = [goal for goal in made if any(goal.values())]
    for number, goal in enumerate(made, 1):
        if len(made) > 1 and not goal["heading"]:
            goal["heading"] = f"Doel {number}"
        yield goal


def _goal(plan: PlanShot, kind: PartKind, goal: GoalShot) -> Data:
    statements = filter(None, (plan.vision_text(id) for id in goal.vision))
    vision = " · ".join(text.rstrip(". ") for text in statements)
    return {
        "heading": _one_line(printing.headline(kind, goal)),
        "vision": f"Visie: {vision}" if vision else "",
        "lines": [
            {
                "label": line.label,
                "blocks": _blocks(line.blocks),
                "long": _is_long(line.body, lines=5),
            }
            for line in printing.lines(kind, goal)
        ],
    }


def _is_long(text: str, *, lines: int) -> bool:
    """Whether a text may be split over two pages; a shorter one stays whole."""
    return sum(1 + len(line) // LINE for line in text.split("\n")) > lines


def _one_line(text: str) -> str:
    """A heading goes into the bookmarks, which have one line each."""
    return " ".join(text.split())


# --- rich text ---------------------------------------------------------------------------------


def _blocks(blocks: Iterable[Block]) -> list[Data]:
    return [
        _listing(block) if isinstance(block, Listing) else {"spans": _spans(block.spans)}
        for block in blocks
    ]


def _listing(listing: Listing) -> Data:
    return {"ordered": listing.ordered, "items": [_item(item) for item in listing.items]}


def _item(item: Item) -> Data:
    return {"spans": _spans(item.spans), "lists": [_listing(each) for each in item.lists]}


def _spans(spans: Iterable[Span]) -> list[Data]:
    return [
        {
            "text": _kept_together(span.text),
            "bold": span.bold,
            "italic": span.italic,
            "href": span.href,
        }
        for span in spans
    ]


def _kept_together(text: str) -> str:
    """A number and its unit, and a date, stay on one line, with the dot before them."""
    return _TOGETHER.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


_TOGETHER = re.compile(
    rf"(?: · )?\b(?:\d[\d,]* (?:uur|{'|'.join(MONTHS)})(?: 20\d\d)?|week \d+(?: van 20\d\d)?)\b"
)

"""The manuscript (kopij) of a document: each word that is printed, in its order, as plain data.

Which words those are is decided in ``exchange.printed``, for all formats alike; here, what stands
around them on a page. How it looks is decided in ``plan.typ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from partituur.exchange import minuted, printed
from partituur.exchange.minuted import Front, Passage, Row
from partituur.exchange.pdf.glyphs import STAND_IN, printable
from partituur.exchange.printed import About, PrintedGoal, PrintedPart
from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Span
from partituur.plans import printing
from partituur.plans.moments import MONTHS
from partituur.plans.snapshot import PlanShot

OUR_PRINCIPLES = "Onze uitgangspunten dit jaar"  # at the foot of a sheet of one part
STAND_IN_NOTE = f"{STAND_IN} staat voor een teken dat niet afgedrukt kan worden."
CONTENTS = "Inhoud"
CONTENTS_FROM = 4  # pages; a longer document begins with a list of what is in it
LINE = 60  # characters, about: to see which texts may run on over the page

Data = dict[str, Any]


def whole(
    plan: PlanShot,
    printed_on: date | None,
    sealed: str = "",
    fingerprint: str = "",
    front: Front | None = None,
) -> Data:
    """The manuscript of the whole plan, with the minutes of a meeting before it or without."""
    school, year = printed.one_line(plan.school), printed.year(plan)
    names: Data = {
        "title": f"{printed.TITLE} {year}, {school}",
        "kicker": _capital(printed.state(plan)),
        "heading": printed.TITLE,
        "subtitle": f"{school}, schooljaar {year}",
        "running": [_short(school), f"{printed.TITLE} {year}"],
    }
    return _finished(
        plan,
        printed_on,
        sealed,
        fingerprint,
        **(names | _names_of(front, names) if front else names),
        minutes=[_passage(each) for each in minuted.passages(front)] if front else [],
        sheet=False,
        principles=_principles(plan, printed.PRINCIPLES),
        parts=[_part(part) for part in printed.parts(plan)],
        notice="" if plan.principles or plan.parts else printed.NOTHING_YET,
    )


def _names_of(front: Front, plan: Data) -> Data:
    """The names of a document that begins with minutes; those of the plan come later in it."""
    minutes = front.minutes
    return {
        "title": f"{minuted.TITLE}, {minutes.day}, {printed.one_line(minutes.school)}",
        "kicker": minuted.RUNNING,
        "heading": minuted.TITLE,
        "subtitle": minuted.subtitle(minutes),
        "running": [_short(printed.one_line(minutes.school)), minuted.RUNNING],
        "then": {key: plan[key] for key in ("kicker", "heading", "subtitle")},
    }


def sheet(
    plan: PlanShot, id: str, printed_on: date | None, sealed: str = "", fingerprint: str = ""
) -> Data:
    """The manuscript of one part (*Mijn blad*), with the principles of the year at its foot.

    :raises KeyError: the plan has no part with this id
    """
    only = replace(plan, parts=tuple(part for part in plan.parts if part.id == id))
    if not only.parts:
        raise KeyError(id)
    school, year = printed.one_line(plan.school), printed.year(plan)
    made = _part(next(printed.parts(only)))
    heading, made["heading"] = made["heading"], ""  # it is the title of the sheet
    return _finished(
        plan,
        printed_on,
        sealed,
        fingerprint,
        title=f"{heading}, begeleidingsplan {year}, {school}",
        kicker=f"{printed.TITLE} {year} · {printed.state(plan)}",
        heading=heading,
        subtitle=" · ".join(filter(None, (school, made.pop("beside"), made.pop("about")))),
        running=[_short(heading), f"{_short(school)}, {year}"],
        sheet=True,
        principles=_principles(plan, OUR_PRINCIPLES),
        parts=[made],
        notice="",
    )


def _finished(
    plan: PlanShot, printed_on: date | None, sealed: str, fingerprint: str, **data: Any
) -> Data:
    foot = " · ".join(filter(None, (_capital(printed.state(plan)), fingerprint)))
    if printed_on:
        foot += f" · afgedrukt op {printed_on.day} {MONTHS[printed_on.month - 1]} {printed_on.year}"
    if sealed:
        foot += f" · logboek {sealed}"
    data |= {
        "minutes": data.get("minutes", []),
        "author": printed.one_line(plan.school),
        "contents": {"heading": CONTENTS, "from": CONTENTS_FROM},
        "foot": foot,
        "keywords": [fingerprint] if fingerprint else [],
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


def _short(text: str) -> str:
    """Fit to stand at the top of each page, beside something else."""
    return text if len(text) <= 48 else text[:47].rstrip() + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- principles and parts ----------------------------------------------------------------------


def _principles(plan: PlanShot, heading: str) -> Data:
    items = [
        {"blocks": _blocks(each.blocks), "accent": each.accent} for each in printed.principles(plan)
    ]
    whole = "\n".join(each.text for each in plan.principles)
    return {"heading": heading, "items": items, "long": _is_long(whole, lines=25)}


def _part(part: PrintedPart) -> Data:
    return {
        "heading": part.heading,
        "beside": part.note,
        "about": " · ".join(_about(each) for each in part.about),
        "notice": part.notice,
        "goals": [_goal(part, goal) for goal in part.goals],
    }


def _passage(passage: Passage) -> Data:
    """A heading of the minutes, in the shape of a part of the plan."""
    topics = [
        {
            "heading": topic.title,
            "vision": "",
            "lines": [
                {"label": row.label, "blocks": _blocks(row.blocks), "long": _is_long_row(row)}
                for row in topic.rows
            ],
        }
        for topic in passage.topics
    ]
    return {"heading": passage.heading, "beside": "", "about": "", "notice": "", "goals": topics}


def _is_long_row(row: Row) -> bool:
    return _is_long(richtext.plain(row.blocks), lines=5)


def _about(about: About) -> str:
    return f"{about.label}: {about.between.join(about.values)}"


def _goal(part: PrintedPart, goal: PrintedGoal) -> Data:
    headline = " ".join(goal.headline.split())  # bookmarks have one line each
    if part.kind.headline and not headline:
        headline = printed.NO_GOAL_YET
    return {
        "heading": ": ".join(filter(None, (goal.number, headline))),
        "vision": _about(goal.vision) if goal.vision else "",
        "lines": [
            {
                "label": line.label,
                "blocks": _blocks(line.blocks),
                # what comes first is kept whole sooner: a heading needs more than a line below it
                "long": _is_long(richtext.plain(line.text), lines=5 if at else 12),
            }
            for at, line in enumerate(goal.lines)
        ],
    }


def _is_long(text: str, *, lines: int) -> bool:
    """Whether a text may be split over two pages; a shorter one stays whole."""
    return sum(1 + len(line) // LINE for line in text.split("\n")) > lines


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
    """A number and its unit, and a date, stay on one line; a dot stays with what it follows."""
    joined = _TOGETHER.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return joined.replace(printing.BESIDE, "\u00a0· ")


_TOGETHER = re.compile(
    rf"\b(?:\d[\d,]* (?:uur|{'|'.join(MONTHS)})(?: 20\d\d)?|week \d+(?: van 20\d\d)?)\b"
)

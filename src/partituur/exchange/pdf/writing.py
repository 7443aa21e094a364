"""Writes a plan as PDF: tagged, in Dutch, fit to be read aloud (PDF/UA-1) and kept (PDF/A-2a)."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import typst

from partituur.exchange.minuted import Front
from partituur.exchange.pdf import manuscript
from partituur.plans.snapshot import PlanShot

HERE = Path(__file__).parent
TEMPLATE = HERE / "plan.typ"


def write(
    plan: PlanShot,
    *,
    part: str = "",
    printed_on: date | None = None,
    sealed: str = "",
    fingerprint: str = "",
    front: Front | None = None,
) -> bytes:
    """The plan, or one of its parts, as PDF on A4.

    :param part: the id of the part to print on a sheet of its own, with the principles of the year
        at its foot; empty for the whole plan
    :param printed_on: the day that the foot of each page and the file itself give. PDF/A asks for
        one; without a day the file is PDF/UA-1 only, and the same plan gives the same bytes
    :param sealed: the fingerprint of the log of acts, for in the foot: a log whose end is cut off
        later no longer matches the paper
    :param fingerprint: of an adopted version: stands at each foot and in the file's own keywords
    :param front: the minutes of a meeting, to stand before the whole plan
    :raises KeyError: the plan has no part with that id
    """
    made = prepared(
        plan, part=part, printed_on=printed_on, sealed=sealed, fingerprint=fingerprint, front=front
    )
    return typeset(made, dated=printed_on is not None)


def prepared(
    plan: PlanShot,
    *,
    part: str = "",
    printed_on: date | None = None,
    sealed: str = "",
    fingerprint: str = "",
    front: Front | None = None,
) -> str:
    """The manuscript of the plan or of one part, as the JSON that the template reads."""
    if part:
        data = manuscript.sheet(plan, part, printed_on, sealed, fingerprint)
    else:
        data = manuscript.whole(plan, printed_on, sealed, fingerprint, front)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def typeset(text: str, *, dated: bool) -> bytes:
    """Set a prepared manuscript.

    :raises typst.TypstError: the template has a fault; nobody's text can cause it
    """
    made = typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"plan": text},
        pdf_standards=standards(dated),
    )
    assert isinstance(made, bytes)
    return made


def standards(dated: bool) -> list[typst.PDFStandard]:
    return ["ua-1", "a-2a"] if dated else ["ua-1"]


@cache
def fonts() -> typst.Fonts:
    """Our own fonts and no others, so that every machine gives the same document."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[HERE / "fonts"],
    )

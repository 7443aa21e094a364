"""The formats (bestandsformaten) in which a plan goes out; screens and the command line list these.

A writer is imported when it is used: the first page of a school does not wait for Word and PDF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from partituur.kernel.marking import N_
from partituur.plans.snapshot import PlanShot


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format that a plan can be written in."""

    key: str  # in addresses and on the command line
    name: str  # on screen
    suffix: str  # of the file's name, without a dot
    content_type: str
    # write(plan, fingerprint=…), and what this format alone can do; a fingerprint is that of an
    # adopted version, "v1-0f3a9c…", and stands on every page where there are pages
    write: Callable[..., bytes]
    purpose: str  # in a few words, on screen
    takes_minutes: bool = False  # write(plan, front=…): the minutes of a meeting before it


def _word(plan: PlanShot, **more: object) -> bytes:
    """See ``word.writing`` for more: ``fingerprint``, ``front``."""
    from partituur.exchange.word import writing

    return writing.write(plan, **more)  # type: ignore[arg-type]


def _pdf(plan: PlanShot, **more: object) -> bytes:
    """See ``pdf.writing`` for what more there is, from ``part`` to ``front``."""
    from partituur.exchange.pdf import writing

    return writing.write(plan, **more)  # type: ignore[arg-type]


def _markdown(plan: PlanShot, fingerprint: str = "") -> bytes:
    from partituur.exchange.markdown import writing

    return writing.write(plan, fingerprint=fingerprint)


def _json(plan: PlanShot, fingerprint: str = "") -> bytes:
    """The snapshot has no place for a fingerprint: it is what is read in again."""
    from partituur.exchange.json import writing

    return writing.write(plan)


FORMATS = {
    each.key: each
    for each in (
        DocumentFormat(
            "docx",
            N_("Word"),
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _word,
            N_("om in verder te werken"),
            takes_minutes=True,
        ),
        DocumentFormat(
            "pdf",
            N_("PDF"),
            "pdf",
            "application/pdf",
            _pdf,
            N_("om te lezen en te printen"),
            takes_minutes=True,
        ),
        DocumentFormat(
            "md",
            N_("Markdown"),
            "md",
            "text/markdown; charset=utf-8",
            _markdown,
            N_("om ergens anders te gebruiken"),
        ),
        DocumentFormat(
            "json",
            N_("JSON"),
            "json",
            "application/json",
            _json,
            N_("om te bewaren: alles zit erin"),
        ),
    )
}

"""Rich text (opgemaakte tekst): the small subset of CommonMark in which texts are stored.

Paragraphs, bullet and numbered lists (nested), bold, italic, links; a single line break is a line
break. Anything else in the source is shown as it was typed. Texts are stored as typed; ``canonical``
gives the one spelling that a snapshot holds.

Three shapes: the *source* (what somebody typed), *blocks* (what writers of Word and PDF walk over),
and *HTML* (made once, when the text is written).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one manner. A line break inside a paragraph is a newline in ``text``."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Alinea."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its own words, and the lists inside it."""

    spans: tuple[Span, ...]
    lists: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list (opsomming), with bullets or numbered from one."""

    ordered: bool
    items: tuple[Item, ...]


Block = Paragraph | Listing

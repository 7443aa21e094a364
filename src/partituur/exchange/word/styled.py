"""The paragraphs of a Word file with the names of their styles, for a file that Partituur wrote.

Text is taken as it stands, to the letter; ``source`` gives what a reader sees, tidied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from partituur.exchange.word import template
from partituur.exchange.word.opening import Package, Relation
from partituur.exchange.word.styles import Look, Manner, Styles
from partituur.kernel.richtext import Block, Item, Listing, Paragraph, Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_WRAPPERS = {
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple")
}


def style_names(package: Package) -> dict[str, str]:
    """The names of the styles by their ids; Word may give a style another id, not another name."""
    root = _tree(package, "styles")
    if root is None:
        return {}
    return {
        each.get(f"{W}styleId", ""): _as_word_says(value_of(each.find(f"{W}name")))
        for each in root.iterfind(f"{W}style")
    }


def _as_word_says(name: str) -> str:
    """Word's own names are the same in capitals: LibreOffice writes "Heading 1"."""
    return name.lower() if name.lower().startswith("heading ") else name


def _tree(package: Package, kind: str) -> etree._Element | None:
    """The part that the document calls its styles, or its numbering."""
    for relation in package.relations(package.main).values():
        if relation.kind == kind and not relation.outside:
            return package.tree(relation.target)
    return None


def value_of(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def style_of(paragraph: etree._Element) -> str:
    return value_of(paragraph.find(f"{W}pPr/{W}pStyle"))


def _bold_line(text: str, level: int | None) -> etree._Element:
    """A paragraph in bold; a heading of this level, counted from nought."""
    paragraph = etree.Element(f"{W}p")
    if level is not None:
        properties = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(properties, f"{W}outlineLvl").set(f"{W}val", str(level))
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}b")
    etree.SubElement(run, f"{W}t").text = text
    return paragraph


# --- paragraphs --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one manner, and the name of the style of its characters."""

    span: Span
    style: str = ""


@dataclass(slots=True)
class Para:
    """A paragraph of the document."""

    element: etree._Element
    style: str  # the name of its style; empty for what is no paragraph at all
    look: Look = field(default_factory=Look)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.span.text for piece in self.pieces)

    def of(self, *styles: str) -> str:
        """The text in these styles of characters."""
        return "".join(piece.span.text for piece in self.pieces if piece.style in styles).strip()

    def each(self, style: str) -> list[str]:
        """The texts in this style of characters, one by one."""
        groups = groupby(self.pieces, lambda piece: piece.style)
        found = (
            "".join(each.span.text for each in pieces) for name, pieces in groups if name == style
        )
        return [text.strip() for text in found if text.strip()]

    def spans(self, *without: str) -> tuple[Span, ...]:
        """The text but for what has these styles of characters."""
        return tuple(piece.span for piece in self.pieces if piece.style not in without)


class Words:
    """Knows the styles of a package, and gives the words of its paragraphs."""

    def __init__(self, package: Package, names: dict[str, str]) -> None:
        self.package = package
        self.names = names
        self.styles = Styles.of(_tree(package, "styles"), _tree(package, "numbering"))
        self.relations: dict[str, Relation] = package.relations(package.main)

    def excerpt(self, context: Iterable[str], elements: Iterable[etree._Element]) -> bytes:
        """A file with only these elements of the document, below lines in bold."""
        root = deepcopy(self.package.tree(self.package.main))
        assert root is not None
        body = root.find(f"{W}body")
        assert body is not None
        for element in list(body):
            body.remove(element)
        for level, text in enumerate(context):
            body.append(_bold_line(text, None if level else 0))
        for element in elements:
            body.append(deepcopy(element))
        parts = {**self.package.parts, self.package.main: etree.tostring(root, encoding="utf-8")}
        return template.packed(parts.items())

    def para(self, element: etree._Element) -> Para:
        """A paragraph with its visible pieces; anything else has no style."""
        if element.tag != f"{W}p":
            return Para(element, "")
        look = self.styles.paragraph(element.find(f"{W}pPr"))
        para = Para(element, self.names.get(style_of(element), "Normal"), look)
        para.pieces = list(self._pieces(element, look.manner, ""))
        return para

    def _pieces(self, parent: etree._Element, base: Manner, href: str) -> Iterator[Piece]:
        for element in parent:
            if element.tag == f"{W}r":
                yield from self._run(element, base, href)
            elif element.tag == f"{W}hyperlink":
                relation = self.relations.get(element.get(f"{R}id", ""))
                address = relation.target if relation and relation.outside else ""
                yield from self._pieces(element, base, address or href)
            elif element.tag in _WRAPPERS:
                yield from self._pieces(element, base, href)

    def _run(self, element: etree._Element, base: Manner, href: str) -> Iterator[Piece]:
        properties = element.find(f"{W}rPr")
        manner, hidden = self.styles.run(properties, base)
        text = "".join(map(_text_of, element))
        if hidden or not text:
            return
        style = "" if properties is None else value_of(properties.find(f"{W}rStyle"))
        bold, italic = manner.bold and not base.bold, manner.italic and not base.italic
        yield Piece(Span(text, bold, italic, href), self.names.get(style, ""))


def has_words(element: etree._Element) -> bool:
    return any((each.text or "").strip() for each in element.iter(f"{W}t"))


def _text_of(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in (f"{W}tab", f"{W}ptab"):
        return " "
    if element.tag == f"{W}cr" or (
        element.tag == f"{W}br" and element.get(f"{W}type", "textWrapping") == "textWrapping"
    ):
        return "\n"
    return "-" if element.tag == f"{W}noBreakHyphen" else ""


def blocks_of(paras: Iterable[Para | tuple[Span, ...]]) -> Iterator[Block]:
    """Paragraphs and lists out of what stands below each other."""
    waiting: list[Para] = []
    for para in paras:
        if isinstance(para, Para) and para.look.list is not None:
            waiting.append(para)
            continue
        yield from _lists(waiting)
        waiting = []
        yield Paragraph(para.spans() if isinstance(para, Para) else para)
    yield from _lists(waiting)


def _lists(paras: Sequence[Para]) -> Iterator[Listing]:
    """Lists of items; what lies deeper belongs to the item before it."""
    at = 0
    while at < len(paras):
        ordered, depth = _mark(paras[at])
        items: list[Item] = []
        while at < len(paras) and (not items or _mark(paras[at]) == (ordered, depth)):
            end = at + 1
            while end < len(paras) and _mark(paras[end])[1] > depth:
                end += 1
            items.append(Item(paras[at].spans(), tuple(_lists(paras[at + 1 : end]))))
            at = end
        yield Listing(ordered, tuple(items))


def _mark(para: Para) -> tuple[bool, int]:
    look = para.look.list
    return (False, 0) if look is None else (look.ordered, look.depth)

"""What a reader of a Word document sees, as plain blocks in reading order.

Kept: the body, tables, text boxes, footnotes and inserted text. Passed over, and mentioned: deleted
text, comments, headers and footers, hidden text. Everything that Word draws but that is no text of
the plan (field codes, page numbers) is gone here, so that the rooms after this one see text only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from partituur.exchange.word.opening import TOO_LONG, Package, Relation, open_package
from partituur.exchange.word.styles import PLAIN, Manner, Styles
from partituur.kernel.errors import Unreadable
from partituur.kernel.marking import N_

MOST_CHARACTERS = 1_500_000  # of visible text; a plan with 200 teachers has some 400,000
MOST_RUNS = 50_000  # stretches of text in a manner of their own; that plan has some 10,000
MOST_RUNS_OF_ONE = 2_000  # in one paragraph, before those of one manner are joined

COMMENTS = N_("De opmerkingen in de kantlijn zijn niet meegenomen.")
DELETED = N_("Tekst die met wijzigingen bijhouden is verwijderd, is niet meegenomen.")
HEADERS = N_("De kopteksten en voetteksten zijn niet meegenomen.")
HIDDEN = N_("Verborgen tekst is niet meegenomen.")
DRAWINGS = N_("Tekst in tekeningen en grafieken is niet meegenomen.")
EMBEDDED = N_("Een ingevoegd bestand in het document is niet meegenomen.")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]")
_SPACE = re.compile("[ \r\n\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
_SYMBOLS = {"F0FC": "✓", "F0FE": "☒", "F0A8": "☐", "F0E0": "→", "F0B7": "•", "F0A7": "•"}


@dataclass(frozen=True, slots=True)
class Run:
    """Visible text in one manner."""

    text: str
    manner: Manner = PLAIN
    href: str = ""

    def saying(self, text: str) -> Run:
        """A run in the same manner with another text; itself where it is the same."""
        return self if text == self.text else Run(text, self.manner, self.href)


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a list before a paragraph."""

    ordered: bool
    depth: int = 0


@dataclass(slots=True)
class Para:
    """A paragraph; a line break is a newline in its text, a tab is a tab."""

    runs: tuple[Run, ...]
    level: int | None = None  # of a heading: 0 is the title, 1 to 9
    mark: Mark | None = None
    contents: bool = False  # of a table of contents
    subtitle: bool = False

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.runs)


@dataclass(slots=True)
class Cell:
    """A cell of a table; what is merged into the cell above has no blocks of its own."""

    blocks: list[Block]
    column: int
    span: int = 1
    merged: bool = False

    @property
    def text(self) -> str:
        return "\n".join(each.text for each in paragraphs(self.blocks)).strip()


@dataclass(slots=True)
class Row:
    """A row of a table."""

    cells: list[Cell]

    @property
    def filled(self) -> list[Cell]:
        return [each for each in self.cells if each.text]


@dataclass(slots=True)
class Table:
    """A table, as rows of cells."""

    rows: list[Row]


@dataclass(slots=True)
class Box:
    """A text box: it stands somewhere on the page, apart from the running text."""

    blocks: list[Block]


Block = Para | Table | Box


@dataclass(frozen=True, slots=True)
class Aside:
    """A text beside the running text (a footnote, an unfilled field), and what it stands at."""

    text: str
    at: str = ""


@dataclass(slots=True)
class Document:
    """Everything visible, and a sentence for each sort of thing that was passed over."""

    blocks: list[Block]
    asides: list[Aside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def paragraphs(blocks: list[Block]) -> Iterator[Para]:
    """All paragraphs, those in tables and boxes too, in reading order."""
    for block in blocks:
        if isinstance(block, Para):
            yield block
        elif isinstance(block, Box):
            yield from paragraphs(block.blocks)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def visible(data: bytes) -> Document:
    """Read what can be seen in a Word file.

    :raises Unreadable: the file cannot be opened safely
    """
    return _Walker(open_package(data)).document()


def tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Join runs of one manner; single spaces, no invisible signs, no space at the ends of lines."""
    joined: list[Run] = []
    for run in runs:
        text = _INVISIBLE.sub("", run.text)
        if not text:
            continue
        if joined and (joined[-1].manner, joined[-1].href) == (run.manner, run.href):
            joined[-1] = joined[-1].saying(joined[-1].text + text)
        else:
            joined.append(run.saying(text))
    tidied: list[Run] = []
    last = "\n"
    for run in joined:
        text = re.sub(r" *([\n\t]) *", r"\1", re.sub(r" {2,}", " ", run.text))
        text = unicodedata.normalize("NFC", text)
        if last in " \n\t":
            text = text.lstrip(" ")
        if text[:1] in ("\n", "\t") and last == " ":
            tidied[-1] = tidied[-1].saying(tidied[-1].text[:-1])
        if text:
            tidied.append(run.saying(text))
            last = text[-1]
    return _trimmed(tidied)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = runs[0].saying(runs[0].text.lstrip())
        runs[-1] = runs[-1].saying(runs[-1].text.rstrip())
    return tuple(runs)


def _check_room(runs: list[Run]) -> None:
    if len(runs) > MOST_RUNS_OF_ONE:
        raise Unreadable(TOO_LONG)


@dataclass(slots=True)
class _Code:
    """A field of Word (a link, a table of contents): first its code, then what is shown."""

    code: str = ""
    shown: bool = False


class _Walker:
    """Walks the XML of a document in reading order."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.relations = package.relations(package.main)
        self.styles = Styles.of(
            package.tree(self._name_of("styles")), package.tree(self._name_of("numbering"))
        )
        self.notes: list[str] = []
        self.asides: list[Aside] = []
        self.codes: list[_Code] = []
        self.boxes: list[Box] = []
        self.waiting: list[Run] = []  # of a paragraph whose end was deleted
        self.size = 0
        self.runs = 0
        self.footnotes = {kind: self._footnotes(kind) for kind in ("footnote", "endnote")}

    def document(self) -> Document:
        root = self.package.tree(self.package.main)
        body = None if root is None else root.find(f"{W}body")
        blocks = [] if body is None else list(self.walk(body))
        self._mention_parts()
        return Document(blocks, self.asides, self.notes)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    # Blocks

    def walk(self, parent: etree._Element) -> Iterator[Block]:
        """The blocks inside an element, through whatever wraps them."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}p":
                yield from self.paragraph(element)
            elif tag == f"{W}tbl":
                yield self.table(element)
            elif tag in (f"{W}del", f"{W}moveFrom"):
                self._deleted(element)
            elif tag == f"{W}sdt":
                yield from self._control(element)
            elif tag == f"{MC}AlternateContent":
                yield from self.walk(_chosen(element))
            elif tag == f"{W}altChunk":
                self.note(EMBEDDED)
            elif tag in _WRAPPERS:
                yield from self.walk(element)

    def _control(self, element: etree._Element) -> Iterator[Block]:
        content = element.find(f"{W}sdtContent")
        if content is None:
            return
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        contents = gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
        if _is_placeholder(element):
            self._placeholder(content)
            return
        for block in self.walk(content):
            if contents and isinstance(block, Para):
                block.contents = True
            yield block

    def _placeholder(self, content: etree._Element) -> None:
        text = " ".join("".join(each.text or "" for each in content.iter(f"{W}t")).split())
        if text:
            self.asides.append(Aside(text))

    def paragraph(self, element: etree._Element) -> Iterator[Block]:
        boxes, self.boxes = self.boxes, []
        properties = element.find(f"{W}pPr")
        runs, self.waiting = self.waiting, []
        look = self.styles.paragraph(properties)
        contents = any(each.code.lstrip().startswith("TOC") for each in self.codes)
        aside = len(self.asides)
        self.inline(element, runs, look.manner, "")
        for code in self.codes:
            code.shown = True
        self._measure(runs)
        found, self.boxes = self.boxes, boxes
        if _mark_deleted(properties):
            self.waiting = runs
            yield from found
            return
        contents = contents or any(each.code.lstrip().startswith("TOC") for each in self.codes)
        mark = None if look.list is None else Mark(look.list.ordered, look.list.depth)
        para = Para(tidy(runs), look.level, mark, contents or look.contents, look.subtitle)
        self._count(para.runs)
        for at in range(aside, len(self.asides)):
            self.asides[at] = replace(self.asides[at], at=para.text)
        yield para
        yield from found

    def _measure(self, runs: list[Run]) -> None:
        self.size += sum(len(each.text) for each in runs)
        if self.size > MOST_CHARACTERS:
            raise Unreadable(TOO_LONG)

    def _count(self, runs: tuple[Run, ...]) -> None:
        self.runs += len(runs)
        if self.runs > MOST_RUNS:
            raise Unreadable(TOO_LONG)

    def table(self, element: etree._Element) -> Table:
        rows = []
        for row in _through(element, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._deleted(row)
                continue
            rows.append(self._row(row))
        return Table(rows)

    def _row(self, element: etree._Element) -> Row:
        cells: list[Cell] = []
        column = _number(element.find(f"{W}trPr/{W}gridBefore"), 0)
        for each in _through(element, f"{W}tc"):
            span = _number(each.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = each.find(f"{W}tcPr/{W}vMerge")
            if each.find(f"{W}tcPr/{W}cellDel") is not None:
                self._deleted(each)
                continue
            merged = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            merged = merged or _continues_beside(each)
            blocks = [b for b in self.walk(each) if not (isinstance(b, Para) and not b.runs)]
            cells.append(Cell(blocks, column, span, merged))
            column += span
        return Row(cells)

    # Inside a paragraph

    def inline(self, parent: etree._Element, runs: list[Run], base: Manner, href: str) -> None:
        """Add the visible runs inside an element."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, runs, base, href)
            elif tag in (f"{W}del", f"{W}moveFrom"):
                self._deleted(element)
            elif tag in (f"{W}hyperlink", f"{W}fldSimple"):
                self.inline(element, runs, base, self._address(element) or href)
            elif tag == f"{W}sdt":
                self._inline_control(element, runs, base, href)
            elif tag == f"{MC}AlternateContent":
                self.inline(_chosen(element), runs, base, href)
            elif tag == f"{M}t":
                runs.append(Run(element.text or "", base, href))
            elif tag in _INLINE_WRAPPERS or str(tag).startswith(M):
                self.inline(element, runs, base, href)

    def _inline_control(
        self, element: etree._Element, runs: list[Run], base: Manner, href: str
    ) -> None:
        content = element.find(f"{W}sdtContent")
        if content is None:
            return
        if _is_placeholder(element):
            self._placeholder(content)
            return
        self.inline(content, runs, base, href)

    def _run(self, element: etree._Element, runs: list[Run], base: Manner, href: str) -> None:
        _check_room(runs)
        manner, hidden = self.styles.run(element.find(f"{W}rPr"), base)
        for child in element:
            if child.tag in (f"{W}fldChar", f"{W}instrText"):
                self._field(child)
            elif child.tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"):
                self._drawing(child, runs, base, href)
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._reference(child)
            elif child.tag == f"{W}ruby":
                for each in child.iterfind(f"{W}rubyBase"):
                    self.inline(each, runs, base, href)
            elif all(code.shown for code in self.codes):
                text = _text_of(child)
                if hidden and text.strip():
                    self.note(HIDDEN)
                elif text:
                    runs.append(Run(text, manner, href or self._code_address()))

    def _field(self, element: etree._Element) -> None:
        if element.tag == f"{W}instrText":
            if self.codes:
                self.codes[-1].code += element.text or ""
            return
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self.codes.append(_Code())
        elif kind == "separate" and self.codes:
            self.codes[-1].shown = True
        elif kind == "end" and self.codes:
            self.codes.pop()

    def _code_address(self) -> str:
        for code in self.codes:
            if link := _LINK.search(code.code):
                return link.group(1)
        return ""

    def _address(self, element: etree._Element) -> str:
        if link := _LINK.search(element.get(f"{W}instr", "")):
            return link.group(1)
        relation = self.relations.get(element.get(f"{R}id", ""))
        return relation.target if relation and relation.outside else ""

    def _drawing(self, element: etree._Element, runs: list[Run], base: Manner, href: str) -> None:
        """The text boxes in a drawing; a drawing that is given twice counts once."""
        if element.tag == f"{MC}AlternateContent":
            chosen = _chosen(element)
            self._run_content(chosen, runs, base, href)
            return
        for content in _outermost(element, f"{W}txbxContent"):
            codes, self.codes = self.codes, []
            waiting, self.waiting = self.waiting, []
            self.boxes.append(Box(list(self.walk(content))))
            self.codes, self.waiting = codes, waiting

    def _run_content(
        self, chosen: etree._Element, runs: list[Run], base: Manner, href: str
    ) -> None:
        for child in chosen:
            if child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                self._drawing(child, runs, base, href)
            elif text := _text_of(child):
                runs.append(Run(text, base, href))

    # Beside the running text

    def _footnotes(self, kind: str) -> dict[str, etree._Element]:
        root = self.package.tree(self._name_of(kind + "s"))
        if root is None:
            return {}
        return {
            each.get(f"{W}id", ""): each
            for each in root.iterfind(f"{W}{kind}")
            if each.get(f"{W}type", "normal") == "normal"
        }

    def _reference(self, element: etree._Element) -> None:
        kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
        note = self.footnotes[kind].pop(element.get(f"{W}id", ""), None)
        if note is None:
            return
        codes, self.codes = self.codes, []
        waiting, self.waiting = self.waiting, []
        boxes, self.boxes = self.boxes, []
        text = "\n".join(each.text for each in paragraphs(list(self.walk(note))) if each.text)
        self.codes, self.waiting, self.boxes = codes, waiting, boxes
        if text:
            self.asides.append(Aside(text))

    def _deleted(self, element: etree._Element) -> None:
        if any((each.text or "").strip() for each in element.iter(f"{W}t", f"{W}delText")):
            self.note(DELETED)

    def _mention_parts(self) -> None:
        for relation in self.relations.values():
            if relation.outside:
                continue
            if relation.kind == "comments" and self._has_text(relation):
                self.note(COMMENTS)
            elif relation.kind in ("header", "footer") and self._has_text(relation):
                self.note(HEADERS)
            elif relation.kind in ("diagramData", "chart"):
                self.note(DRAWINGS)

    def _has_text(self, relation: Relation) -> bool:
        root = self.package.tree(relation.target)
        return root is not None and any((each.text or "").strip() for each in root.iter(f"{W}t"))

    def _name_of(self, kind: str) -> str:
        for relation in self.relations.values():
            if relation.kind == kind and not relation.outside:
                return relation.target
        return ""


_WRAPPERS = {
    f"{W}{name}" for name in ("ins", "moveTo", "customXml", "sdtContent", "smartTag", "txbxContent")
}
_INLINE_WRAPPERS = {
    f"{W}{name}"
    for name in ("ins", "moveTo", "customXml", "sdtContent", "smartTag", "dir", "bdo", "subDoc")
}


def _text_of(element: etree._Element) -> str:
    """The visible text of one child of a run."""
    tag = element.tag
    if tag == f"{W}t":
        return _SPACE.sub(" ", (element.text or ""))
    if tag in (f"{W}tab", f"{W}ptab"):
        return "\t"
    if tag in (f"{W}br", f"{W}cr"):
        return "\n"
    if tag == f"{W}noBreakHyphen":
        return "-"
    if tag == f"{W}sym":
        return _SYMBOLS.get(element.get(f"{W}char", "").upper(), "")
    return ""


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Of a thing that is given in several ways: the first that holds text, else the first."""
    for each in alternatives:
        if any((text.text or "").strip() for text in each.iter(f"{W}t")):
            return each
    return alternatives[0] if len(alternatives) else alternatives


def _outermost(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from _outermost(_chosen(child), tag)
        else:
            yield from _outermost(child, tag)


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those wrapped in a content control or an insertion."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from _through(_chosen(child), tag)
        elif child.tag in _WRAPPERS or child.tag == f"{W}sdt":
            yield from _through(child, tag)


def _number(element: etree._Element | None, default: int) -> int:
    value = "" if element is None else element.get(f"{W}val", "")
    return (
        min(int(value), 1000) if value.isascii() and value.isdigit() and len(value) < 6 else default
    )


def _continues_beside(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}hMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _is_placeholder(control: etree._Element) -> bool:
    shown = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    return shown is not None and shown.get(f"{W}val", "1") not in ("0", "false", "off")


def _mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the end of the paragraph was deleted: it then runs on into the next one."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None

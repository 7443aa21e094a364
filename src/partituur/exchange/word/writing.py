"""Writes a plan as a Word file, in the format of the article.

Real headings, real lists, the school's own labels; for the rest, what ``printed`` and
``plans.printing`` give. Everything in the file can be seen on paper or in Word's list of styles,
and ``own`` reads it back from there to the letter.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement

from partituur.exchange import minuted, printed
from partituur.exchange.minuted import Front, Row
from partituur.exchange.printed import About, PrintedGoal, PrintedPart, PrintedPrinciple
from partituur.exchange.word import template
from partituur.kernel.richtext import Block, Listing, Paragraph, Span
from partituur.plans.printing import Line
from partituur.plans.snapshot import PlanShot


def write(plan: PlanShot, *, fingerprint: str = "", front: Front | None = None) -> bytes:
    """The printed plan as .docx on A4. Equal plans give equal bytes.

    :param fingerprint: of an adopted version: stands at each foot and in the file's own keywords
    :param front: the minutes of a meeting, to stand before the plan
    """
    parts = list(printed.parts(plan))
    empty, styles = template.made(_styles_of(parts))
    document = docx.Document(io.BytesIO(empty))
    paper = _Paper(document, styles)
    if front is not None:
        _minutes(paper, front)
    _front(paper, plan)
    _principles(paper, list(printed.principles(plan)))
    for part in parts:
        _part(paper, part)
    _footer(document, plan, fingerprint)
    document.core_properties.title = (
        f"{minuted.TITLE}, {front.minutes.day}" if front else _title(plan)
    )
    document.core_properties.language = "nl-NL"
    if fingerprint:
        document.core_properties.keywords = fingerprint
    return _saved(document)


def _styles_of(parts: Sequence[PrintedPart]) -> Iterator[str]:
    """The styles of labels and headings that these parts need."""
    yield template.PRINCIPLES
    for part in parts:
        yield template.part_style(part.kind.key)
        for goal in part.goals:
            for line in goal.lines:
                yield template.label_style(line.key)


def _title(plan: PlanShot) -> str:
    school = printed.one_line(plan.school)
    return f"{printed.TITLE} {printed.year(plan)}" + (f", {school}" if school else "")


def _saved(document: Document) -> bytes:
    """The bytes of the document, without the time at which it was made."""
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        return template.packed((name, archive.read(name)) for name in archive.namelist())


# --- the plan ----------------------------------------------------------------------------------


def _front(paper: _Paper, plan: PlanShot) -> None:
    paper.words(paper.paragraph(template.TITLE), printed.TITLE)
    if school := printed.one_line(plan.school):
        paper.words(paper.paragraph(template.SUBTITLE), school, template.SCHOOL)
    year = paper.paragraph(template.SUBTITLE)
    paper.words(year, f"{printed.SCHOOL_YEAR} ")
    paper.words(year, printed.year(plan), template.YEAR)


def _principles(paper: _Paper, principles: Sequence[PrintedPrinciple]) -> None:
    if not principles:
        return
    heading = paper.paragraph(template.HEADING_1)
    paper.words(heading, printed.PRINCIPLES, template.PRINCIPLES)
    numbering = paper.numbering(template.PRINCIPLE_NUMBERS)
    for each in principles:
        first = paper.paragraph(template.PRINCIPLE, numbering)
        blocks = list(each.blocks)
        if isinstance(blocks[0], Paragraph):
            paper.spans(first, blocks.pop(0).spans)  # type: ignore[union-attr]
        if each.accent:
            paper.words(first, " ")
            paper.words(first, f"({each.accent})", template.NEW)
        paper.blocks(blocks, template.PRINCIPLE_MORE)


def _part(paper: _Paper, part: PrintedPart) -> None:
    heading = paper.paragraph(template.HEADING_1)
    paper.words(heading, part.heading, template.part_style(part.kind.key))
    if part.note:
        paper.words(heading, " ")
        paper.words(heading, f"({part.note})", template.NOTE)
    if part.about:
        _about(paper, part.about)
    if part.notice:
        paper.words(paper.paragraph(template.NOTICE), part.notice)
    numbering = paper.numbering(template.GOAL_NUMBERS) if part.kind.headline else None
    for goal in part.goals:
        _goal(paper, goal, numbering)


_ABOUT_STYLES = {
    printed.WHO: template.NAME,
    printed.WITH: template.PARTNER,
    printed.EMPHASIS: template.EMPHASIS,
    printed.VISION: template.VISION,
}


def _about(paper: _Paper, lines: Iterable[About]) -> None:
    """Particulars in one paragraph: "Wie: Anna, Bo · Nadruk: intensief"."""
    paragraph = paper.paragraph(template.ABOUT)
    for at, about in enumerate(lines):
        paper.words(paragraph, f"{' · ' if at else ''}{about.label}: ")
        for number, value in enumerate(about.values):
            if number:
                paper.words(paragraph, about.between)
            paper.words(paragraph, value, _ABOUT_STYLES[about.label])


def _goal(paper: _Paper, goal: PrintedGoal, numbering: int | None) -> None:
    if numbering is not None or goal.number or goal.headline:
        heading = paper.paragraph(template.HEADING_2, numbering)
        if goal.number:
            paper.words(heading, goal.number, template.NUMBER)
        if goal.number and goal.headline:
            paper.words(heading, ": ", template.NUMBER)
        if goal.headline:
            paper.words(heading, goal.headline)
        elif numbering is not None:
            paper.words(heading, printed.NO_GOAL_YET, template.EMPTY)
    if goal.vision:
        _about(paper, [goal.vision])
    for line in goal.lines:
        _line(paper, line)


def _line(paper: _Paper, line: Line) -> None:
    """A field: its label in bold, with its first paragraph behind it; the rest below."""
    first = paper.paragraph(template.FIELD)
    label = printed.one_line(line.label)
    paper.words(first, f"{label}:", template.label_style(line.key))
    blocks = list(line.blocks)
    if isinstance(blocks[0], Paragraph):
        paper.words(first, " ")
        paper.spans(first, blocks.pop(0).spans)  # type: ignore[union-attr]
    else:
        _child(first.get_or_add_pPr(), "w:keepNext")
    paper.blocks(blocks, template.FIELD_MORE)


# --- the minutes before it ---------------------------------------------------------------------


def _minutes(paper: _Paper, front: Front) -> None:
    """The minutes, and then a new page. No style of a part or label: they are not of the plan."""
    paper.words(paper.paragraph(template.TITLE), minuted.TITLE)
    paper.words(paper.paragraph(template.SUBTITLE), minuted.subtitle(front.minutes))
    for passage in minuted.passages(front):
        paper.words(paper.paragraph(template.HEADING_1), passage.heading)
        for topic in passage.topics:
            if topic.title:
                paper.words(paper.paragraph(template.HEADING_2), topic.title)
            for row in topic.rows:
                _row(paper, row)
    _child(_child(paper.paragraph(template.FIELD), "w:r"), "w:br").set(qn("w:type"), "page")


def _row(paper: _Paper, row: Row) -> None:
    first = paper.paragraph(template.FIELD)
    _child(paper.words(first, f"{row.label}:").get_or_add_rPr(), "w:b")
    blocks = list(row.blocks)
    if blocks and isinstance(blocks[0], Paragraph):
        paper.words(first, " ")
        paper.spans(first, blocks.pop(0).spans)  # type: ignore[union-attr]
    else:
        _child(first.get_or_add_pPr(), "w:keepNext")
    paper.blocks(blocks, template.FIELD_MORE)


# --- paper -------------------------------------------------------------------------------------


class _Paper:
    """Puts paragraphs, runs and lists in a document."""

    def __init__(self, document: Document, styles: dict[str, str]) -> None:
        self.document = document
        self.styles = styles
        self.body = document.element.body
        self.end = self.body.sectPr
        self.lists = document.part.numbering_part.element
        self.numberings = 0
        self.bullets = self.numbering(template.BULLETS)

    def paragraph(self, style: str, numbering: int | None = None, level: int = 0) -> CT_P:
        """A new paragraph at the end; an item of a list where it has a numbering."""
        made = cast(CT_P, OxmlElement("w:p"))
        properties = made.get_or_add_pPr()
        properties.style = self.styles[style]
        if numbering is not None:
            number = _child(properties, "w:numPr")
            _child(number, "w:ilvl", level)
            _child(number, "w:numId", numbering)
        self.end.addprevious(made)
        return made

    def numbering(self, abstract: int, level: int = 0) -> int:
        """A new list that counts from one at this level."""
        self.numberings += 1
        num = _child(self.lists, "w:num")
        num.set(qn("w:numId"), str(self.numberings))
        _child(num, "w:abstractNumId", abstract)
        if abstract != template.BULLETS:
            override = _child(num, "w:lvlOverride")
            override.set(qn("w:ilvl"), str(level))
            _child(override, "w:startOverride", 1)
        return self.numberings

    def words(self, parent: BaseOxmlElement, text: str, style: str = "") -> CT_R:
        """A run of text; a newline is a line break."""
        run = cast(CT_R, OxmlElement("w:r"))
        if style:
            run.style = self.styles[style]
        run.text = text
        parent.append(run)
        return run

    def spans(self, paragraph: CT_P, spans: Iterable[Span]) -> None:
        """Runs with their bold, italic and links."""
        for href, linked in groupby(spans, lambda span: span.href):
            parent = self._link(paragraph, href) if href else paragraph
            for span in linked:
                run = self.words(parent, span.text, template.LINK if href else "")
                for on, names in ((span.bold, ("w:b", "w:bCs")), (span.italic, ("w:i", "w:iCs"))):
                    for name in names if on else ():
                        _child(run.get_or_add_rPr(), name)

    def _link(self, paragraph: CT_P, href: str) -> BaseOxmlElement:
        relations = self.document.part
        link = _child(paragraph, "w:hyperlink")
        id = relations.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), id)
        return link

    def blocks(self, blocks: Iterable[Block], style: str) -> None:
        """Paragraphs in this style, and lists."""
        for block in blocks:
            if isinstance(block, Listing):
                self.listing(block)
            else:
                self.spans(self.paragraph(style), block.spans)

    def listing(self, listing: Listing, level: int = 0) -> None:
        """A list, with the lists inside it."""
        numbering = self.numbering(template.NUMBERS, level) if listing.ordered else self.bullets
        for item in listing.items:
            self.spans(self.paragraph(template.FIELD_LIST, numbering, level), item.spans)
            for each in item.lists:
                self.listing(each, level + 1)


def _child(parent: BaseOxmlElement, tag: str, value: int | str | None = None) -> BaseOxmlElement:
    made = cast(BaseOxmlElement, OxmlElement(tag))
    if value is not None:
        made.set(qn("w:val"), str(value))
    parent.append(made)
    return made


# --- the foot of each page ---------------------------------------------------------------------


def _footer(document: Document, plan: PlanShot, fingerprint: str) -> None:
    """ "Begeleidingsplan 2026–2027, De Notenbalk · concept", and the number of the page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    said = " · ".join(filter(None, (printed.state(plan), fingerprint)))
    paragraph.add_run(f"{_title(plan)} · {said}\tPagina ")
    _counted(paragraph._p, "PAGE")
    paragraph.add_run(" van ")
    _counted(paragraph._p, "NUMPAGES")


def _counted(paragraph: CT_P, code: str) -> None:
    """A number that Word fills in."""
    field = _child(paragraph, "w:fldSimple")
    field.set(qn("w:instr"), code)
    run = cast(CT_R, OxmlElement("w:r"))
    run.text = "1"
    field.append(run)

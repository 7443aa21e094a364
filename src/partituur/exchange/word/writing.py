"""Writes a plan as Word (.docx), in the format of the article's figure.

Real heading styles, real lists, the language set to Dutch, page numbers and the plan's state in the
footer. Nothing is hidden in the file: what it holds is what it prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from partituur.exchange import printed
from partituur.exchange.printed import About, PrintedGoal, PrintedPart
from partituur.kernel.richtext import Block, Listing, Paragraph, Span
from partituur.plans.printing import Line
from partituur.plans.snapshot import PlanShot

HEADINGS, TEXT = "Georgia", "Calibri"  # what every school computer has
LABEL = "Label"  # the character style of a field's label
NEUTRAL = datetime(2000, 1, 1)  # noqa: DTZ001 - a date that says nothing about when or by whom


def write(plan: PlanShot) -> bytes:
    """The printed plan as a .docx file."""
    made = _Writing(plan)
    made.write()
    out = BytesIO()
    made.document.save(out)
    return out.getvalue()


class _Writing:
    """Writes one plan into one document."""

    def __init__(self, plan: PlanShot) -> None:
        self.plan = plan
        self.document: Doc = Document()
        _prepare(self.document, plan)

    def write(self) -> None:
        self.document.add_paragraph(printed.TITLE, style="Title")
        school = printed.one_line(self.plan.school)
        said = f"{school}, schooljaar {printed.year(self.plan)}".removeprefix(", ")
        self.document.add_paragraph(said, style="Subtitle")
        principles = list(printed.principles(self.plan))
        if principles:
            self.document.add_heading(printed.PRINCIPLES, level=1)
            number = self._new_numbering()
            for each in principles:
                accent = (Span(f" ({each.accent})", italic=True),) if each.accent else ()
                for place, block in enumerate(each.blocks):
                    if place == 0 and isinstance(block, Paragraph):
                        paragraph = self._numbered("List Number", number)
                        self._spans(paragraph, (*block.spans, *accent))
                    else:
                        self._block(block)
        for part in printed.parts(self.plan):
            self._part(part)

    def _part(self, part: PrintedPart) -> None:
        self.document.add_heading(part.heading, level=1)
        if part.note or part.about:
            said = [part.note] if part.note else []
            said += [_about(each) for each in part.about]
            self.document.add_paragraph(" · ".join(said), style="Subtitle")
        if part.notice:
            self.document.add_paragraph().add_run(part.notice).italic = True
        for number, goal in enumerate(part.goals, 1):
            self._goal(part, goal, number)

    def _goal(self, part: PrintedPart, goal: PrintedGoal, number: int) -> None:
        first, *rest = goal.headline.split("\n")
        if part.kind.headline:
            self.document.add_heading(f"{number}. {first or printed.NO_GOAL_YET}", level=2)
        elif goal.number or first:
            self.document.add_heading(": ".join(filter(None, (goal.number, first))), level=2)
        for line in rest:
            self.document.add_paragraph(line)
        if goal.vision:
            self.document.add_paragraph(_about(goal.vision), style="Subtitle")
        for each in goal.lines:
            self._line(each)

    def _line(self, line: Line) -> None:
        """A field: its label in bold, then its text; lists follow on lines of their own."""
        paragraph = self.document.add_paragraph()
        paragraph.add_run(f"{line.label}:", style=LABEL)
        blocks = list(line.blocks)
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph):
            paragraph.add_run(" ")
            self._spans(paragraph, first.spans)
            del blocks[0]
        for block in blocks:
            self._block(block)

    # --- texts ---------------------------------------------------------------------------------

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._spans(self.document.add_paragraph(), block.spans)
        else:
            self._listing(block, depth=1)

    def _listing(self, listing: Listing, depth: int) -> None:
        name = "List Number" if listing.ordered else "List Bullet"
        style = name if depth == 1 else f"{name} {min(depth, 3)}"
        number = self._new_numbering(style) if listing.ordered else None
        for item in listing.items:
            paragraph = (
                self._numbered(style, number)
                if number
                else self.document.add_paragraph(style=style)
            )
            self._spans(paragraph, item.spans)
            for inner in item.lists:
                self._listing(inner, depth + 1)

    def _spans(self, paragraph: WordParagraph, spans: tuple[Span, ...]) -> None:
        for span in spans:
            target: Any = paragraph
            if span.href:
                target = self._link(paragraph, span.href)
            for place, piece in enumerate(span.text.split("\n")):
                run = paragraph.add_run()
                if place:
                    run.add_break()
                run.add_text(piece)
                run.bold, run.italic = span.bold or None, span.italic or None
                if span.href:
                    target.append(run._r)

    def _link(self, paragraph: WordParagraph, href: str) -> Any:
        link = OxmlElement("w:hyperlink")
        related = self.document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), related)
        paragraph._p.append(link)
        return link

    # --- numbering -----------------------------------------------------------------------------

    def _numbered(self, style: str, number: int) -> WordParagraph:
        paragraph = self.document.add_paragraph(style=style)
        properties: Any = paragraph._p.get_or_add_pPr()
        properties = properties.get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number
        return paragraph

    def _new_numbering(self, style: str = "List Number") -> int:
        """A numbering of its own for a list, so that each list begins at one."""
        numbering = self.document.part.numbering_part.element
        styles: Any = self.document.styles
        of_style = styles[style].element.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(of_style).abstractNumId.val
        made = numbering.add_num(abstract)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        number: int = made.numId
        return number


def _about(about: About) -> str:
    return f"{about.label}: {', '.join(about.values)}"


# --- the ground: styles, page, footer, properties ----------------------------------------------


def _prepare(document: Doc, plan: PlanShot) -> None:
    styles: Any = document.styles
    for name, font, size in (
        ("Normal", TEXT, 11),
        ("Title", HEADINGS, 26),
        ("Subtitle", TEXT, 11),
        ("Heading 1", HEADINGS, 17),
        ("Heading 2", HEADINGS, 13),
    ):
        style = styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor(0x1F, 0x25, 0x30)
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
    styles["Subtitle"].font.color.rgb = RGBColor(0x5B, 0x62, 0x70)
    styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER).font.bold = True
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    properties = styles["Normal"].element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    _footer(section.footer.paragraphs[0], plan)
    core = document.core_properties
    core.title, core.language, core.author = printed.TITLE, "nl-NL", ""
    core.last_modified_by, core.comments, core.revision = "", "", 1
    core.created = core.modified = NEUTRAL


def _footer(paragraph: WordParagraph, plan: PlanShot) -> None:
    paragraph.add_run(f"{printed.state(plan).capitalize()} · pagina ")
    for field, after in (("PAGE", " van "), ("NUMPAGES", "")):
        for piece in _field(field):
            paragraph._p.append(piece)
        paragraph.add_run(after)


def _field(name: str) -> Iterator[Any]:
    """The runs of a field that Word fills in."""
    for kind in ("begin", "instruction", "end"):
        run = OxmlElement("w:r")
        if kind == "instruction":
            inner = OxmlElement("w:instrText")
            inner.text = name
        else:
            inner = OxmlElement("w:fldChar")
            inner.set(qn("w:fldCharType"), kind)
        run.append(inner)
        yield deepcopy(run)

"""Builds Word files, with what a human reads in them, for the corpus of test documents.

A document is written as raw WordprocessingML, so that the oddities of Word, LibreOffice and Google
Docs can be imitated. What it should be read as is kept beside it in ``Doc.plan`` and is filled by
the same calls, so that each text is written once.

Inline markup in texts: ``{b:..}``, ``{i:..}``, ``{u:..}``, ``{caps:..}`` formatting;
``{ins:..}``, ``{del:..}``, ``{from:..}``, ``{to:..}`` tracked changes; ``{a:..}`` hyperlink;
``{sdt:..}`` content control; ``{fld:..}``, ``{cfld:..}`` simple and complex field; ``{fn:..}``,
``{en:..}`` foot- and endnote; ``{c:..}`` comment; ``{hid:..}`` hidden text; ``{smart:..}`` smart
tag; ``{br}``, ``{tab}``, ``{pb}`` (page break), ``{lpb}`` (rendered page break), ``{cb}`` (column
break), ``{nb}`` (no-break space), ``{shy}``, ``{wshy}`` (soft hyphen), ``{nbh}`` (no-break
hyphen), ``{split}`` (a new run in mid-word), ``{mark}`` (a bookmark).

Values of more lines: a line is a paragraph; ``- `` a bullet, ``-- `` a nested one, ``# `` a number.
"""

import json
import random
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Node = str | tuple[str, list[Any]]
Format = dict[str, str]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'mc:Ignorable="w14"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TRACKED = 'w:author="M. Prins" w:date="2026-06-18T15:04:00Z"'
LABELS = {
    "b": "Beginsituatie",
    "d": "Doelstelling",
    "bd": "Beginsituatie/doelstelling",
    "a": "Aanpak",
    "w": "Uitvoering door",
    "o": "Ondersteuning",
    "e": "Evaluatie",
    "m": "Delen opbrengst met",
    "L": "Inzet leraar",
    "I": "Inzet intern begeleider",
    "X": "Inzet derden",
}
SECTION_KEYS = {
    "a": "approach",
    "o": "support",
    "e": "evaluation",
    "m": "share_with",
    "L": "effort_subject",
    "I": "effort_coordinator",
    "X": "effort_third",
}
GOAL_KEYS = {"a": "approach", "w": "execution_by", "I": "effort_coordinator", "e": "evaluation"}
FLAVOURS = {
    "word": {"h": "Kop", "title": "Titel", "sub": "Ondertitel", "grid": "Tabelraster"},
    "word-en": {"h": "Heading", "title": "Title", "sub": "Subtitle", "grid": "TableGrid"},
    "libre": {"h": "Heading", "title": "Title", "sub": "Subtitle", "grid": ""},
    "gdocs": {"h": "", "title": "", "sub": "", "grid": "Table1"},
}


# -- texts --------------------------------------------------------------------------------------


def nodes(text: str) -> list[Node]:
    """Parse inline markup into a tree."""
    found, rest = _nodes(text)
    if rest:
        raise ValueError(f"unbalanced markup: {text}")
    return found


def _nodes(text: str) -> tuple[list[Node], str]:
    out: list[Node] = []
    while text:
        match = re.match(r"[^{}]+", text)
        if match:
            out.append(match[0])
            text = text[match.end() :]
        elif text[0] == "}":
            return out, text
        elif match := re.match(r"\{(\w+)}", text):
            out.append((match[1], []))
            text = text[match.end() :]
        elif match := re.match(r"\{(\w+):", text):
            inner, text = _nodes(text[match.end() :])
            if not text.startswith("}"):
                raise ValueError(f"open markup: {match[1]}")
            out.append((match[1], inner))
            text = text[1:]
        else:
            raise ValueError(f"stray brace: {text}")
    return out, ""


SILENT = {"del", "from", "c", "fn", "en", "hid", "shy", "wshy", "split", "pb", "lpb", "cb", "mark"}
SIGNS = {"br": "\n", "tab": " ", "nb": " ", "nbh": "-"}


def plain(text: str | list[Node]) -> str:
    """What a human reads in a marked-up text, notes excepted."""
    out = ""
    for node in nodes(text) if isinstance(text, str) else text:
        if isinstance(node, str):
            out += node
        elif node[0] in SIGNS:
            out += SIGNS[node[0]]
        elif node[0] not in SILENT:
            out += plain(node[1])
    return out.replace("\xa0", " ").replace("\xad", "")


def tidy(text: str) -> str:
    """Plain text of a value of more lines: no list signs, single spaces, no empty lines."""
    lines = [plain(re.sub(r"^(--?|#) ", "", line)) for line in text.split("\n")]
    lines = [" ".join(part.split()) for line in lines for part in line.split("\n")]
    return "\n".join(line for line in lines if line)


# -- what is expected ---------------------------------------------------------------------------


@dataclass
class Item:
    """One field of a part: its code, its own label if any, and its marked-up text."""

    code: str
    label: str | None
    value: str


@dataclass
class Part:
    """A goal (kinds ``general`` and ``team``) or a section, with its fields in printing order."""

    kind: str
    subject: str
    heading: str
    items: list[Item] = field(default_factory=list)

    def value(self, code: str) -> str:
        """The marked-up text of a field; empty when the part has no such field."""
        return next((item.value for item in self.items if item.code == code), "")

    def has(self, code: str) -> bool:
        """Whether the part prints this field, filled or not."""
        return any(item.code == code for item in self.items)

    def expected(self) -> dict[str, str]:
        """The part as the reader should print it."""
        if self.kind in ("general", "team"):
            goal = {"goal": tidy(self.value("t") or self.value("d"))}
            if self.value("b"):
                goal["start"] = tidy(self.value("b"))
            return goal | {key: tidy(self.value(code)) for code, key in GOAL_KEYS.items()}
        start = "\n".join(tidy(self.value(code)) for code in ("bd", "b", "d") if self.value(code))
        out = {"kind": self.kind, "subject": tidy(self.subject), "start_goal": start}
        return out | {key: tidy(self.value(code)) for code, key in SECTION_KEYS.items()}


def parts(text: str) -> list[Part]:
    """Read parts: ``kind | subject | heading``, then ``code=label: value`` lines.

    Codes are those of ``LABELS``, and ``t`` for a goal without a label; its label is a prefix.
    ``/`` ends a running paragraph, ``//`` breaks its line; other lines continue the value.
    """
    out: list[Part] = []
    for line in text.strip("\n").split("\n"):
        head = re.match(
            r"(general|team|teacher|learning_team|coordinator|other)\b\s*(\|.*)?$", line
        )
        item = re.match(r"(bd|[bdtawoemLIX])(?:=([^:]+:?))?:(?: (.*))?$", line)
        if head:
            cells = [cell.strip() for cell in (head[2] or "|").split("|")[1:]]
            out.append(Part(head[1], cells[0], cells[-1]))
        elif line in ("/", "//"):
            out[-1].items.append(Item(line, None, ""))
        elif item:
            out[-1].items.append(Item(item[1], item[2], item[3] or ""))
        elif line.strip():
            out[-1].items[-1].value += "\n" + line.strip()
    return out


@dataclass
class Plan:
    """What the reader is expected to print, and what the scoring has to know besides."""

    school: str | None = None
    year: str | None = None
    about: str = ""
    principles: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    anywhere: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    alternatives: dict[str, list[str]] = field(default_factory=dict)

    def expected(self) -> dict[str, Any]:
        """The content of the JSON file that goes with the document."""
        sections = [p.expected() for p in self.parts if p.kind not in ("general", "team")]
        out: dict[str, Any] = {
            "title": "Begeleidingsplan",
            "school": self.school,
            "year": self.year,
            "principles": [tidy(text) for text in self.principles],
            "general": [p.expected() for p in self.parts if p.kind == "general"],
            "team": [p.expected() for p in self.parts if p.kind == "team"],
            "sections": sections,
            "unplaced": [tidy(text) for text in self.unplaced],
            "about": self.about,
            "labels": [text for text in map(tidy, self.labels) if text],
        }
        for key in ("ignore", "anywhere"):
            if texts := getattr(self, key):
                out[key] = [tidy(text) for text in texts]
        if self.alternatives:
            out["alternatives"] = self.alternatives
        return out


# -- the document -------------------------------------------------------------------------------


@dataclass
class Cell:
    """A table cell: a marked-up text or finished XML, and how it is merged."""

    text: str = ""
    span: int = 1
    merge: str = ""
    fmt: Format = field(default_factory=dict)
    xml: str = ""
    shade: str = ""
    sdt: bool = False


@dataclass
class Row:
    """A table row, with its tracked state (``ins`` or ``del``) or a content control around it."""

    cells: Sequence[Cell | str]
    track: str = ""
    header: bool = False
    sdt: bool = False
    before: int = 0


class Doc:
    """A Word file in the making, and its expected reading in ``plan``."""

    def __init__(
        self, school: str | None, year: str | None, about: str, flavour: str = "word", chop: int = 0
    ) -> None:
        self.plan = Plan(school, year, about)
        self.flavour = flavour
        self.names = FLAVOURS[flavour]
        self.body: list[str] = []
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": [], "comment": []}
        self.links: list[str] = []
        self.extra_styles = ""
        self.header = ""
        self.footer = ""
        self.landscape = False
        self.columns = 1
        self.font = ""
        self.resave = False
        self._id = 100
        self._random = random.Random(chop) if chop else None

    def next_id(self) -> int:
        """A number not used before in this document."""
        self._id += 1
        return self._id

    # runs

    def run(self, text: str, fmt: Format, deleted: bool = False, extra: str = "") -> str:
        """One or more runs with a text; chopped up in mid-word when the document asks so."""
        if self._random and len(text) > 6 and self._random.random() < 0.5:
            cut = self._random.randrange(2, len(text) - 1)
            join = self._random.choice(["", '<w:proofErr w:type="spellStart"/>', ""])
            rest = self.run(text[cut:], fmt, deleted)
            return self.run(text[:cut], fmt, deleted) + join + rest
        tag = "w:delText" if deleted else "w:t"
        inner = f'<{tag} xml:space="preserve">{escape(text)}</{tag}>' if text else ""
        rsid = f' w:rsidR="00{self._random.randrange(16**6):06X}"' if self._random else ""
        return f"<w:r{rsid}>{self.run_properties(fmt)}{inner}{extra}</w:r>"

    def run_properties(self, fmt: Format) -> str:
        """The ``w:rPr`` of a format."""
        out = ""
        if font := fmt.get("font", self.font):
            out += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        for key, tag in (("b", "b"), ("i", "i"), ("caps", "caps"), ("hid", "vanish")):
            if key in fmt:
                out += f"<w:{tag}/>" if fmt[key] else f'<w:{tag} w:val="0"/>'
        if "color" in fmt:
            out += f'<w:color w:val="{fmt["color"]}"/>'
        if "sz" in fmt:
            out += f'<w:sz w:val="{fmt["sz"]}"/><w:szCs w:val="{fmt["sz"]}"/>'
        if "u" in fmt:
            out += '<w:u w:val="single"/>'
        if self.flavour == "gdocs":
            out += '<w:rtl w:val="0"/>'
        return f"<w:rPr>{out}</w:rPr>" if out else ""

    def inline(
        self, text: str | list[Node], fmt: Format | None = None, deleted: bool = False
    ) -> str:
        """Runs and what surrounds them, of a marked-up text."""
        fmt = fmt or {}
        out = ""
        for node in nodes(text) if isinstance(text, str) else text:
            if isinstance(node, str):
                out += self.run(node, fmt, deleted)
            elif not node[1]:
                out += self._sign(node[0], fmt)
            else:
                out += self._wrapped(node[0], node[1], fmt, deleted)
        return out

    def _sign(self, name: str, fmt: Format) -> str:
        if name == "mark":
            number = self.next_id()
            start = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number}"/>'
            return f'{start}<w:bookmarkEnd w:id="{number}"/>'
        if name in ("nb", "shy"):
            return self.run({"nb": "\xa0", "shy": "\xad"}[name], fmt)
        tag = {
            "br": "<w:br/>",
            "tab": "<w:tab/>",
            "pb": '<w:br w:type="page"/>',
            "cb": '<w:br w:type="column"/>',
            "lpb": "<w:lastRenderedPageBreak/>",
            "wshy": "<w:softHyphen/>",
            "nbh": "<w:noBreakHyphen/>",
            "split": "",
        }[name]
        return self.run("", fmt, extra=tag) if tag else '<w:proofErr w:type="spellEnd"/>'

    def _wrapped(self, name: str, inner: list[Node], fmt: Format, deleted: bool) -> str:
        number = self.next_id()
        if name in ("b", "i", "u", "caps", "hid"):
            return self.inline(inner, {**fmt, name: "1"}, deleted)
        if name in ("fn", "en", "c"):
            return self._note(name, inner)
        if name in ("del", "from", "ins", "to"):
            tag = {"del": "del", "from": "moveFrom", "ins": "ins", "to": "moveTo"}[name]
            body = self.inline(inner, fmt, name == "del")
            out = f'<w:{tag} w:id="{number}" {TRACKED}>{body}</w:{tag}>'
            if tag.startswith("move"):
                start = f'<w:{tag}RangeStart w:id="{number + 9000}" w:name="move1" {TRACKED}/>'
                out = f'{start}{out}<w:{tag}RangeEnd w:id="{number + 9000}"/>'
            return out
        body = self.inline(inner, fmt, deleted)
        if name == "a":
            self.links.append("https://www.voorbeeld.example/")
            return f'<w:hyperlink r:id="rLink{len(self.links)}" w:history="1">{body}</w:hyperlink>'
        if name == "sdt":
            return f"{self._sdt_start(number)}{body}</w:sdtContent></w:sdt>"
        if name == "smart":
            return f'<w:smartTag w:uri="urn:x" w:element="PersonName">{body}</w:smartTag>'
        if name == "fld":
            return f'<w:fldSimple w:instr=" DOCPROPERTY Veld ">{body}</w:fldSimple>'
        if name == "cfld":
            return complex_field(" DOCPROPERTY Veld ", body)
        raise ValueError(name)

    def _sdt_start(self, number: int, placeholder: bool = False) -> str:
        hint = "<w:showingPlcHdr/>" if placeholder else ""
        return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/>{hint}</w:sdtPr><w:sdtContent>'

    def placeholder(self, text: str) -> str:
        """A content control that nobody filled in, showing its placeholder."""
        self.plan.ignore.append(text)
        body = self.run(text, {"color": "808080"})
        return f"{self._sdt_start(self.next_id(), True)}{body}</w:sdtContent></w:sdt>"

    def _note(self, name: str, inner: list[Node]) -> str:
        kind = {"fn": "footnote", "en": "endnote", "c": "comment"}[name]
        if kind != "comment":
            self.plan.anywhere.append(plain(inner))
        body = f"<w:p>{self.inline(inner)}</w:p>"
        if kind != "comment":
            mark = f"<w:r><w:{kind}Ref/></w:r>"
            body = body.replace("<w:p>", f"<w:p>{mark}", 1)
        self.notes[kind].append(body)
        number = len(self.notes[kind])
        if kind == "comment":
            span = f'<w:commentRangeStart w:id="{number}"/><w:commentRangeEnd w:id="{number}"/>'
            return f'{span}<w:r><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    # paragraphs

    def para(
        self,
        text: str = "",
        style: str = "",
        fmt: Format | None = None,
        num: tuple[int, int] | None = None,
        props: str = "",
        mark: str = "",
        raw: str = "",
    ) -> str:
        """The XML of a paragraph; ``num`` is (list, level), ``mark`` tracks its end."""
        inner = f'<w:pStyle w:val="{style}"/>' if style else ""
        inner += props if props.startswith("<w:keepNext") or "framePr" in props else ""
        if num:
            level = f'<w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/>'
            inner += f"<w:numPr>{level}</w:numPr>"
        inner += "" if props.startswith("<w:keepNext") or "framePr" in props else props
        if mark:
            inner += f'<w:rPr><w:{mark} w:id="{self.next_id()}" {TRACKED}/></w:rPr>'
        ppr = f"<w:pPr>{inner}</w:pPr>" if inner else ""
        return f"<w:p>{ppr}{self.inline(text, fmt)}{raw}</w:p>"

    def p(self, text: str = "", **options: Any) -> None:
        """Add a paragraph to the body."""
        self.body.append(self.para(text, **options))

    def label(self, text: str, **options: Any) -> None:
        """Add a paragraph that is a heading, label or title and no content."""
        self.plan.labels.append(text)
        self.p(text, **options)

    def h(self, level: int, text: str, **options: Any) -> None:
        """Add a heading in a heading style."""
        self.label(text, style=f"{self.names['h']}{level}", **options)

    def title(self, text: str, **options: Any) -> None:
        """Add the title, in its style where the flavour has one."""
        self.label(text, style=self.names["title"], **options)

    def loose_text(self, text: str, **options: Any) -> None:
        """Add a paragraph that belongs to no field."""
        self.plan.unplaced.append(text)
        self.p(text, **options)

    def lines(self, text: str, fmt: Format | None = None, style: str = "") -> str:
        """The XML of a value of more lines: paragraphs and list items."""
        out = ""
        for line in text.split("\n"):
            match = re.match(r"(--?|#) ", line)
            num = {"-": (1, 0), "--": (1, 1), "#": (2, 0)}[match[1]] if match else None
            name = (
                ("Lijstalinea" if self.flavour == "word" else "ListParagraph") if match else style
            )
            name = "" if self.flavour == "gdocs" else name
            out += self.para(line[match.end() :] if match else line, name, fmt, num)
        return out

    def principles(self, texts: Iterable[str], how: str = "- ", **options: Any) -> None:
        """Add principles as list items, or as one paragraph when ``how`` is a space."""
        texts = list(texts)
        self.plan.principles += texts
        if how == " ":
            self.p(" ".join(texts), **options)
            return
        for text in texts:
            self.body.append(self.lines(how + text))

    def raw(self, xml: str) -> None:
        """Add finished XML to the body."""
        self.body.append(xml)

    def inside_sdt(self, start: int) -> None:
        """Put everything added since body item ``start`` in one block content control."""
        inner = "".join(self.body[start:])
        self.body[start:] = [f"{self._sdt_start(self.next_id())}{inner}</w:sdtContent></w:sdt>"]

    def textbox(self, content: str, anchor: str = "", vml_only: bool = False) -> None:
        """Add a text box (drawing with VML fallback, the text in both) to an anchor paragraph."""
        number = self.next_id()
        lines = content.count("<w:p>") + 2
        graphic = (
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
            'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>'
            f"<w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr><a:spAutoFit/></wps:bodyPr></wps:wsp>"
            "</a:graphicData></a:graphic>"
        )
        drawing = (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="5400000" cy="{lines * 260000}"/>'
            f'<wp:docPr id="{number}" name="Tekstvak {number}"/>{graphic}</wp:inline></w:drawing>'
        )
        fallback = (
            f'<w:pict><v:shape id="_x{number}" '
            f'style="width:425pt;height:{lines * 21}pt"><v:textbox>'
            f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
        if vml_only:
            run = f"<w:r>{fallback}</w:r>"
        else:
            run = (
                f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
                f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
            )
        self.p(anchor, raw=run)

    def contents(self, entries: Iterable[tuple[int, str]], heading: str = "Inhoud") -> None:
        """Add a table of contents whose entries repeat the headings."""
        start = len(self.body)
        self.plan.ignore.append(heading)
        self.p(heading, style="" if self.flavour == "gdocs" else "TOCHeading")
        for at, (level, text) in enumerate(entries):
            page = str(2 + at // 3)
            self.plan.ignore.append(f"{plain(text)} {page}")
            first = complex_field(' TOC \\o "1-3" \\h ', "", end=False) if at == 0 else ""
            number = complex_field(f" PAGEREF _Toc{at} \\h ", self.run(page, {}))
            inner = self.run(plain(text), {}) + self.inline("{tab}") + number
            link = f'<w:hyperlink w:anchor="_Toc{at}">{inner}</w:hyperlink>'
            self.p(
                style=f"{'Inhopg' if self.flavour == 'word' else 'TOC'}{level}", raw=first + link
            )
        self.p(raw='<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        self.inside_sdt(start)

    # tables

    def head_cell(self, text: str, fmt: Format | None = None, **options: Any) -> Cell:
        """A cell whose text is a label or heading; bold unless told otherwise."""
        self.plan.labels.append(text)
        return Cell(text, fmt={"b": "1"} if fmt is None else fmt, **options)

    def table_xml(self, rows: Sequence[Row | Sequence[Cell | str]], widths: Sequence[int]) -> str:
        """The XML of a table."""
        style = self.names["grid"]
        head = f'<w:tblStyle w:val="{style}"/>' if style else ""
        out = f'<w:tbl><w:tblPr>{head}<w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        out += "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
        for item in rows:
            row = item if isinstance(item, Row) else Row(item)
            props = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
            props += "<w:tblHeader/>" if row.header else ""
            if row.track:
                props += f'<w:{row.track} w:id="{self.next_id()}" {TRACKED}/>'
            inner = f"<w:trPr>{props}</w:trPr>" if props else ""
            at = row.before
            for cell in row.cells:
                cell = Cell(cell) if isinstance(cell, str) else cell
                inner += self._cell(cell, sum(widths[at : at + cell.span]))
                at += cell.span
            xml = f"<w:tr>{inner}</w:tr>"
            start = self._sdt_start(self.next_id())
            out += f"{start}{xml}</w:sdtContent></w:sdt>" if row.sdt else xml
        return out + "</w:tbl>"

    def _cell(self, cell: Cell, width: int) -> str:
        props = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        props += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        if cell.merge:
            value = ' w:val="restart"' if cell.merge == "restart" else ""
            props += f"<w:vMerge{value}/>"
        props += (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
        )
        body = cell.xml or self.lines(cell.text, cell.fmt)
        body += "<w:p/>" if body.endswith("</w:tbl>") else ""
        xml = f"<w:tc><w:tcPr>{props}</w:tcPr>{body}</w:tc>"
        return f"{self._sdt_start(self.next_id())}{xml}</w:sdtContent></w:sdt>" if cell.sdt else xml

    def table(
        self, rows: Sequence[Row | Sequence[Cell | str]], widths: Sequence[int], gap: bool = True
    ) -> None:
        """Add a table, and an empty paragraph after it."""
        self.body.append(self.table_xml(rows, widths))
        if gap:
            self.p()

    # the package

    def save(self, folder: Path, name: str) -> None:
        """Write NAME.docx and NAME.json."""
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(folder / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as package:
            for path, xml in self._package().items():
                info = zipfile.ZipInfo(path, (2026, 9, 1, 12, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(info, xml)
        if self.resave:
            through_libreoffice(folder / f"{name}.docx")
        text = json.dumps(self.plan.expected(), ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")

    def _package(self) -> dict[str, str]:
        files: dict[str, str] = {}
        types: list[tuple[str, str]] = []
        relations: list[tuple[str, str, str]] = []

        def add(name: str, kind: str, root: str, inner: str) -> None:
            files[f"word/{name}.xml"] = xml_part(root, inner)
            types.append((f"/word/{name}.xml", f"wordprocessingml.{kind}+xml"))
            if name != "document":
                relations.append((f"r{name}", name.rstrip("1"), f"{name}.xml"))

        add("styles", "styles", "styles", styles_xml(self.flavour) + self.extra_styles)
        add("numbering", "numbering", "numbering", numbering_xml())
        section = ""
        for name, tag, text in (("header1", "hdr", self.header), ("footer1", "ftr", self.footer)):
            if text:
                add(name, name.rstrip("1"), tag, self.para(text))
                section += f'<w:{name[:6]}Reference w:type="default" r:id="r{name}"/>'
        size = 'w:w="16838" w:h="11906" w:orient="landscape"'
        size = size if self.landscape else 'w:w="11906" w:h="16838"'
        section += f"<w:pgSz {size}/>" + (
            '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" '
            f'w:footer="708" w:gutter="0"/><w:cols w:num="{self.columns}" w:space="708"/>'
        )
        body = "".join(self.body)
        for kind, notes in self.notes.items():
            if notes:
                inner = "".join(
                    f'<w:{kind} w:id="{at}"{" " + TRACKED if kind == "comment" else ""}>{note}'
                    f"</w:{kind}>"
                    for at, note in enumerate(notes, 1)
                )
                add(f"{kind}s", f"{kind}s", f"{kind}s", separators(kind) + inner)
        add(
            "document",
            "document.main",
            "document",
            f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>",
        )
        links = "".join(
            f'<Relationship Id="rLink{at}" Type="{REL}/hyperlink" Target="{url}" '
            'TargetMode="External"/>'
            for at, url in enumerate(self.links, 1)
        )
        return package_files(files, types, relations, links)


def through_libreoffice(path: Path) -> None:
    """Let LibreOffice, where there is one, read the file and write it again."""
    office = shutil.which("soffice")
    if not office:
        return
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", folder]
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
        shutil.copy(Path(folder) / path.name, path)


def complex_field(code: str, body: str, end: bool = True) -> str:
    """A field of the begin–separate–end kind around runs."""
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    return start + body + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if end else "")


def xml_part(root: str, inner: str) -> str:
    """An XML part with the usual namespaces."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}\n<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def separators(kind: str) -> str:
    """The separator notes that Word always writes first."""
    if kind == "comment":
        return ""
    return (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
        f"</w:r></w:p></w:{kind}>"
    )


def package_files(
    files: dict[str, str],
    types: list[tuple[str, str]],
    relations: list[tuple[str, str, str]],
    links: str,
) -> dict[str, str]:
    """Content types and relations around the parts."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    space = "http://schemas.openxmlformats.org/package/2006"
    prefix = "application/vnd.openxmlformats-officedocument."
    overrides = "".join(
        f'<Override PartName="{path}" ContentType="{prefix}{kind}"/>' for path, kind in types
    )
    relation_list = "".join(
        f'<Relationship Id="{number}" Type="{REL}/{kind}" Target="{target}"/>'
        for number, kind, target in relations
    )
    return {
        "[Content_Types].xml": f'{head}<Types xmlns="{space}/content-types"><Default '
        'Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{space}/relationships"><Relationship Id="r1" '
        f'Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{space}/relationships">'
        f"{relation_list}{links}</Relationships>",
        **files,
    }


def style_xml(number: str, name: str, ppr: str = "", rpr: str = "", based: str = "") -> str:
    """A paragraph style."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def styles_xml(flavour: str) -> str:
    """The styles each word processor brings."""
    names = FLAVOURS[flavour]
    normal = {"word": ("Standaard", "Normal"), "gdocs": ("Normal", "normal")}.get(
        flavour, ("Normal", "Normal")
    )
    out = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
        f'</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="{normal[0]}">'
        f'<w:name w:val="{normal[1]}"/></w:style>'
    )
    prefix = names["h"] or "Heading"
    for level in (1, 2, 3, 4):
        ppr = f'<w:outlineLvl w:val="{level - 1}"/>'
        rpr = f'<w:b/><w:sz w:val="{34 - 3 * level}"/>'
        name = f"{'Heading' if flavour == 'libre' else 'heading'} {level}"
        out += style_xml(f"{prefix}{level}", name, ppr, rpr, normal[0])
        toc = "Inhopg" if flavour == "word" else "TOC"
        out += style_xml(f"{toc}{level}", f"toc {level}", based=normal[0])
    out += style_xml(names["title"] or "Title", "Title", "", '<w:sz w:val="52"/>', normal[0])
    out += style_xml(names["sub"] or "Subtitle", "Subtitle", "", '<w:sz w:val="28"/>', normal[0])
    out += style_xml("TOCHeading", "TOC Heading", "", '<w:sz w:val="30"/>', normal[0])
    listed = "Lijstalinea" if flavour == "word" else "ListParagraph"
    out += style_xml(listed, "List Paragraph", '<w:ind w:left="720"/>', "", normal[0])
    if flavour == "libre":
        out += style_xml("TextBody", "Body Text", '<w:spacing w:after="140"/>', "", "Normal")
        out += style_xml("TableContents", "Table Contents", "", "", "Normal")
    if names["grid"]:
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        borders = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in edges)
        out += (
            f'<w:style w:type="table" w:styleId="{names["grid"]}"><w:name w:val="Table Grid"/>'
            f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>"
        )
    return out


def numbering_xml() -> str:
    """Lists: 1 bullets, 2 numbers, 3 letters, 4 numbered headings."""

    def level(at: int, kind: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText '
            f'w:val="{text}"/><w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr>'
            "</w:lvl>"
        )

    kinds = {1: "bullet", 2: "decimal", 3: "lowerLetter"}
    out = ""
    for number, kind in kinds.items():
        levels = "".join(
            level(at, kind, "•" if kind == "bullet" else f"%{at + 1}.") for at in range(3)
        )
        out += f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
    levels = "".join(level(at, "decimal", "%1" + ".%2" * min(at, 1)) for at in range(3))
    out += f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
    out += "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2, 3, 4)
    )
    return out


# -- layouts ------------------------------------------------------------------------------------


@dataclass
class Look:
    """How labels are written: their words, format, and what stands behind them."""

    words: dict[str, str] = field(default_factory=dict)
    fmt: Format = field(default_factory=dict)
    after: str = ": "
    after_fmt: Format | None = None

    def text(self, doc: Doc, item: Item) -> str:
        """The label of an item, noted as label in the document."""
        word = item.label or self.words.get(item.code) or LABELS[item.code]
        doc.plan.labels.append(word)
        return word

    def inline(self, doc: Doc, item: Item) -> str:
        """The label with what stands behind it, as runs."""
        word = self.text(doc, item)
        if self.after_fmt is None:
            return doc.inline(word + self.after, self.fmt)
        return doc.inline(word, self.fmt) + doc.inline(self.after, self.after_fmt)


def running(doc: Doc, part: Part, look: Look, style: str = "") -> None:
    """Labels and texts behind each other in paragraphs, as in the article's figure."""
    doc.plan.parts.append(part)
    style = style or ("TextBody" if doc.flavour == "libre" else "")
    runs = ""

    def flush() -> None:
        nonlocal runs
        if runs:
            doc.p(raw=runs, style=style)
        runs = ""

    for at, item in enumerate(part.items):
        if item.code == "/":
            flush()
        elif item.code == "//":
            runs += doc.inline("{br}")
        elif item.code == "t":
            flush()
            doc.p((item.label + " " if item.label else "") + item.value, style=style)
            doc.plan.labels += [item.label] if item.label else []
        else:
            first, _, rest = item.value.partition("\n")
            runs += look.inline(doc, item) + doc.inline(first)
            last = at + 1 == len(part.items) or part.items[at + 1].code in ("/", "//")
            runs += "" if last or rest else doc.inline(" ")
            if rest:
                flush()
                doc.raw(doc.lines(rest, style=style))
    flush()


def loose(doc: Doc, part: Part, look: Look, how: str = "same") -> None:
    """A label per paragraph; its text on the same line, or on the next (``how="next"``)."""
    doc.plan.parts.append(part)
    for item in part.items:
        if item.code in ("/", "//"):
            doc.p()
        elif item.code == "t":
            doc.plan.labels += [item.label] if item.label else []
            doc.p((item.label + " " if item.label else "") + item.value, fmt=look.fmt)
        elif how == "next":
            doc.p(raw=look.inline(doc, item))
            if item.value:
                doc.raw(doc.lines(item.value))
        else:
            first, _, rest = item.value.partition("\n")
            if re.match(r"(--?|#) ", first):
                first, rest = "", item.value
            doc.p(raw=look.inline(doc, item) + (doc.inline(first) if first else ""))
            if rest:
                doc.raw(doc.lines(rest))


def card_rows(
    doc: Doc, part: Part, look: Look, title: bool = True, swap: bool = False, span: int = 2
) -> list[Row]:
    """The rows of a two-column table of a part: label and text."""
    doc.plan.parts.append(part)
    rows: list[Row] = []
    if title and part.heading:
        rows.append(Row([doc.head_cell(part.heading, span=span, shade="D9E2F3")]))
    for item in part.items:
        if item.code in ("/", "//"):
            rows.append(Row(["", Cell("", span=span - 1)]))
        elif item.code == "t":
            doc.plan.labels += [item.label] if item.label else []
            text = (item.label + " " if item.label else "") + item.value
            rows.append(Row([Cell(text, span=span, fmt={"b": "1"}, shade="E7E6E6")]))
        else:
            label = Cell(look.text(doc, item) + look.after.rstrip(), fmt=look.fmt)
            value = Cell(item.value, span=span - 1)
            rows.append(Row([value, label] if swap else [label, value]))
    return rows


def card(doc: Doc, part: Part, look: Look, **options: Any) -> None:
    """A two-column table for one part."""
    span = int(options.get("span", 2))
    doc.table(card_rows(doc, part, look, **options), [2600] + [6400 // (span - 1)] * (span - 1))


def wide_rows(doc: Doc, rows: Sequence[Part], codes: Sequence[str]) -> list[Row]:
    """One row per part; ``s`` is the subject, ``n`` a row number, other codes are fields."""
    out: list[Row] = []
    for at, part in enumerate(rows, 1):
        doc.plan.parts.append(part)
        cells: list[Cell | str] = []
        for code in codes:
            if code == "s":
                cells.append(doc.head_cell(part.heading))
            elif code == "n":
                cells.append(doc.head_cell(f"{at}.", {}))
            else:
                cells.append(part.value(code))
        out.append(Row(cells))
    return out


def wide(doc: Doc, rows: Sequence[Part], columns: dict[str, str]) -> None:
    """A table with the labels in its header row and a row per part."""
    head = Row([doc.head_cell(text, shade="D9E2F3") for text in columns.values()], header=True)
    body = wide_rows(doc, rows, list(columns))
    room = 14000 if doc.landscape else 9000
    doc.table([head, *body], [room // len(columns)] * len(columns))

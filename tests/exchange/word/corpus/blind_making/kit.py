"""Word's own XML, written by hand: what the makers of the blind set share.

A text may carry marks, which become what Word makes of them and which `plain` takes away again as
an eye would:

    **bold**  __italic__  {+inserted+}  {-deleted-}  {>moved here<}  {<moved away>}
    {^3}  a reference to footnote 3       {@words|address}  a hyperlink
    {~words~}  a content control          {$words$}  a smart tag
    {#F0FE#}  a symbol of Wingdings       \\t a tab, \\v a soft line break
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from lxml import etree

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
W = "{" + SPACES["w"] + "}"
Made = tuple[bytes, dict[str, Any]]  # a document, and what a careful person finds in it
MOMENT = 'w:author="M. Visser" w:date="2026-06-12T15:04:00Z"'
MARKS = re.compile(
    r"(\*\*|__|\{\+|\+\}|\{-|-\}|\{>|<\}|\{<|>\}|\{\^\d+\}|\{@|\}|\{~|~\}|\{\$|\$\}|\{#\w+#\})"
)


class Xml(str):
    """A piece of XML that is ready, beside text that still has to be written out."""


def plain(text: str) -> str:
    """What a reader sees of a marked text."""
    text = re.sub(r"\{-.*?-\}|\{<.*?>\}|\{\^\d+\}", "", text)
    text = re.sub(r"\{@(.*?)\|.*?\}", r"\1", text)
    text = re.sub(r"\*\*|__|\{\+|\+\}|\{>|<\}|\{~|~\}|\{\$|\$\}|\{#\w+#\}|\u00ad", "", text)
    text = text.replace("\u00a0", " ").replace("\u2011", "-").replace("\t", " ").replace("\v", "\n")
    return re.sub(r" +", " ", text).strip()


class Writer:
    """Writes runs and paragraphs in one hand: the font, and how finely the runs are cut."""

    def __init__(self, font: str = "", *, chop: int = 0):
        self.font = font
        self.chop = chop
        self.links: list[str] = []
        self._number = 0

    def number(self) -> int:
        self._number += 1
        return self._number

    def run(self, text: str, properties: str = "", *, deleted: bool = False) -> str:
        if not text:
            return ""
        style = (self.font + properties) and f"<w:rPr>{self.font}{properties}</w:rPr>"
        tag = "w:delText" if deleted else "w:t"
        pieces = [text]
        if self.chop:
            pieces = [text[i : i + self.chop] for i in range(0, len(text), self.chop)]
        return "".join(f"<w:r>{style}{self._inside(piece, tag)}</w:r>" for piece in pieces if piece)

    @staticmethod
    def _inside(text: str, tag: str) -> str:
        out = []
        for piece in re.split("(\t|\v|\u2011|\u00ad)", text):
            if piece == "\t":
                out.append("<w:tab/>")
            elif piece == "\v":
                out.append("<w:br/>")
            elif piece == "\u2011":
                out.append("<w:noBreakHyphen/>")
            elif piece == "\u00ad":
                out.append("<w:softHyphen/>")
            elif piece:
                out.append(f'<{tag} xml:space="preserve">{escape(piece)}</{tag}>')
        return "".join(out)

    def runs(self, text: str, base: str = "") -> Xml:  # noqa: C901 - one branch a mark
        """The runs of a marked text."""
        out: list[str] = []
        bold = italic = deleted = False
        link: list[str] | None = None
        for piece in MARKS.split(text):
            properties = base + ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
            if piece == "**":
                bold = not bold
            elif piece == "__":
                italic = not italic
            elif piece == "{+":
                out.append(f'<w:ins w:id="{900 + self.number()}" {MOMENT}>')
            elif piece == "+}":
                out.append("</w:ins>")
            elif piece == "{-":
                out.append(f'<w:del w:id="{900 + self.number()}" {MOMENT}>')
                deleted = True
            elif piece == "-}":
                out.append("</w:del>")
                deleted = False
            elif piece == "{>":
                out.append(f'<w:moveTo w:id="{900 + self.number()}" {MOMENT}>')
            elif piece == "<}":
                out.append("</w:moveTo>")
            elif piece == "{<":
                out.append(f'<w:moveFrom w:id="{900 + self.number()}" {MOMENT}>')
            elif piece == ">}":
                out.append("</w:moveFrom>")
            elif piece.startswith("{^"):
                out.append(
                    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                    f'<w:footnoteReference w:id="{piece[2:-1]}"/></w:r>'
                )
            elif piece == "{@":
                link = []
            elif piece == "}" and link is not None:
                words, address = "".join(link).split("|")
                self.links.append(address)
                out.append(
                    f'<w:hyperlink r:id="rIdLink{len(self.links)}">'
                    + self.run(words, properties + '<w:color w:val="0563C1"/><w:u w:val="single"/>')
                    + "</w:hyperlink>"
                )
                link = None
            elif piece == "{~":
                out.append("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>")
            elif piece == "~}":
                out.append("</w:sdtContent></w:sdt>")
            elif piece == "{$":
                out.append('<w:smartTag w:uri="urn:schemas:contacts" w:element="PersonName">')
            elif piece == "$}":
                out.append("</w:smartTag>")
            elif piece.startswith("{#"):
                out.append(f'<w:r><w:sym w:font="Wingdings" w:char="{piece[2:-2]}"/></w:r>')
            elif link is not None:
                link.append(piece)
            else:
                out.append(self.run(piece, properties, deleted=deleted))
        return Xml("".join(out))

    def p(self, *parts: str, style: str = "", num: tuple[int, int] | None = None,
          base: str = "", extra: str = "") -> Xml:  # fmt: skip
        """A paragraph. `num` is (list, level); `base` are properties for every run."""
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if num:
            properties += (
                f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
            )
        properties += extra
        inside = "".join(x if isinstance(x, Xml) else self.runs(x, base) for x in parts)
        return Xml(f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")

    def cell(self, *content: str, span: int = 1, merge: str = "", shade: str = "",
             bold: bool = False) -> Xml:  # fmt: skip
        """A cell; plain strings become paragraphs, pieces of XML stand as they are."""
        properties = ""
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        if merge:
            properties += '<w:vMerge w:val="restart"/>' if merge == "start" else "<w:vMerge/>"
        if shade:
            properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
        base = "<w:b/>" if bold else ""
        paragraphs = "".join(
            x if isinstance(x, Xml) else self.p(x, base=base) for x in (content or ("",))
        )
        if paragraphs.endswith("</w:tbl>"):
            paragraphs += "<w:p/>"
        return Xml(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>")

    def row(self, *cells: str, header: bool = False, change: str = "", bold: bool = False) -> Xml:
        """A row; `change` is ins or del for a tracked one."""
        properties = "<w:tblHeader/>" if header else ""
        if change:
            properties += f'<w:{change} w:id="{900 + self.number()}" {MOMENT}/>'
        inside = "".join(x if isinstance(x, Xml) else self.cell(x, bold=bold) for x in cells)
        return Xml(f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>")

    @staticmethod
    def table(columns: int, *rows: str) -> Xml:
        grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
        return Xml(
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def text_box(self, *paragraphs: str) -> Xml:
        """A text box as Word writes it: the drawing, and the same in VML for old Word."""
        inside = "".join(paragraphs)
        name = self.number()
        return Xml(
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
            'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="5000000" cy="900000"/><wp:wrapSquare wrapText="bothSides"/>'
            f'<wp:docPr id="{name}" name="Tekstvak {name}"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>'
            f"{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:shape id="vak{name}" style="width:400pt;height:70pt"><v:textbox><w:txbxContent>'
            f"{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        )


NUMBERING = (
    f"<w:numbering {NAMESPACES}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for level, (kind, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for i, levels in enumerate(
            [
                [("bullet", "\u2022"), ("bullet", "o"), ("bullet", "\u25aa")],
                [("decimal", "%1."), ("lowerLetter", "%2."), ("bullet", "-")],
                [("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")],
            ]
        )
    )
    + '<w:num w:numId="41"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="42"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="43"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="44"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
BULLETS, NUMBERS, CHAPTERS, NUMBERS_AGAIN = 41, 42, 43, 44

STYLES = f"""<w:styles {NAMESPACES}><w:docDefaults/>
<w:style w:type="paragraph" w:default="1" w:styleId="{{normal}}"><w:name w:val="{{normal}}"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="{{normal}}"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="{{normal}}"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop3"><w:name w:val="heading 3"/><w:basedOn w:val="{{normal}}"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="{{normal}}"/><w:rPr><w:sz w:val="52"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Textbody"><w:name w:val="Body Text"/><w:basedOn w:val="{{normal}}"/></w:style>
<w:style w:type="paragraph" w:styleId="Lijstalinea"><w:name w:val="List Paragraph"/><w:basedOn w:val="{{normal}}"/></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style></w:styles>"""

SECTION = (
    '<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/></w:sectPr>'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{inside}</w:{root}>'


def package(w: Writer, *body: str, footnotes: dict[int, str] | None = None, header: str = "",
            footer: str = "", comment: str = "", normal: str = "Standaard") -> bytes:  # fmt: skip
    """A .docx as another program than python-docx would write it: only the parts it needs."""
    parts = {
        "styles": STYLES.format(normal=normal),
        "numbering": NUMBERING,
    }
    references = ""
    if footnotes:
        parts["footnotes"] = _part(
            "footnotes",
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            + "".join(
                f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{w.run(" " + text)}</w:p></w:footnote>'
                for i, text in footnotes.items()
            ),
        )
    if header:
        parts["header1"] = _part("hdr", w.p(header))
        references += '<w:headerReference w:type="default" r:id="rIdheader1"/>'
    if footer:
        parts["footer1"] = _part("ftr", w.p(footer))
        references += '<w:footerReference w:type="default" r:id="rIdfooter1"/>'
    if comment:
        parts["comments"] = _part(
            "comments", f'<w:comment w:id="0" {MOMENT} w:initials="MV">{w.p(comment)}</w:comment>'
        )
    document = _part(
        "document", f"<w:body>{''.join(body)}{SECTION.format(refs=references)}</w:body>"
    )
    relations = "".join(
        f'<Relationship Id="rId{name}" Type="{RELATION}{name.rstrip("1")}" Target="{name}.xml"/>'
        for name in parts
    ) + "".join(
        f'<Relationship Id="rIdLink{i}" Type="{RELATION}hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for i, address in enumerate(w.links, 1)
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{name.rstrip("1")}+xml"/>'
        for name in parts
    )
    opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    files = {
        "[Content_Types].xml": f'{opening}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{opening}<Relationships {space}><Relationship Id="rId1" Type="{RELATION}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"{opening}<Relationships {space}>{relations}</Relationships>",
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 6, 12, 15, 4, 0)), content)
    return out.getvalue()


def word(w: Writer, *body: str, header: str = "", footer: str = "") -> bytes:
    """A .docx in python-docx's own template: English style names, a real style sheet."""
    document = docx.Document()
    for name, text in (("header", header), ("footer", footer)):
        if text:
            getattr(document.sections[0], name).paragraphs[0].text = text
    ours = parse_xml(f"<w:body {NAMESPACES}>{''.join(body)}</w:body>")
    for at, element in enumerate(list(ours)):
        document.element.body.insert(at, element)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# What a careful person finds.

LINE = "\n"


def goal(goal: str, approach: str = "", by: str = "", coordinator: str = "",
         evaluation: str = "") -> dict[str, str]:  # fmt: skip
    """A general or a team goal; the texts may be marked."""
    return {
        "goal": goal,
        "approach": approach,
        "execution_by": by,
        "effort_coordinator": coordinator,
        "evaluation": evaluation,
    }


def section(kind: str, subject: str, start: str = "", aim: str = "", approach: str = "",
            support: str = "", evaluation: str = "", share: str = "", own: str = "",
            coordinator: str = "", third: str = "") -> dict[str, str]:  # fmt: skip
    """A part; `start` and `aim` are apart here, for the documents that keep them apart."""
    return {
        "kind": kind,
        "subject": subject,
        "start": start,
        "aim": aim,
        "approach": approach,
        "support": support,
        "evaluation": evaluation,
        "share_with": share,
        "effort_subject": own,
        "effort_coordinator": coordinator,
        "effort_third": third,
    }


def _seen(item: dict[str, str]) -> dict[str, str]:
    item = dict(item)
    if "start" in item:
        joined = LINE.join(x for x in (item.pop("start"), item.pop("aim")) if x)
        item = {
            "kind": item.pop("kind"),
            "subject": item.pop("subject"),
            "start_goal": joined,
        } | item
    return {key: plain(text) for key, text in item.items() if text}


def expected(school: str | None, year: str | None, principles: list[str],
             general: list[dict[str, str]], team: list[dict[str, str]],
             sections: list[dict[str, str]], unplaced: Sequence[str] = (),
             anywhere: Sequence[str] = (), ignore: Sequence[str] = (),
             alternatives: dict[str, list[str]] | None = None) -> dict[str, Any]:  # fmt: skip
    """The JSON of a document, marks taken away; the last three are for the scoring."""
    return {
        "title": "Begeleidingsplan",
        "school": school,
        "year": year,
        "principles": [plain(x) for x in principles],
        "general": [_seen(x) for x in general],
        "team": [_seen(x) for x in team],
        "sections": [_seen(x) for x in sections],
        "unplaced": [plain(x) for x in unplaced],
        "anywhere": list(anywhere),
        "ignore": list(ignore),
        "alternatives": alternatives or {},
    }


def printed_words(data: bytes) -> Counter[str]:
    """The words that a reader sees in a document: each text box once, nothing that was deleted."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name not in archive.namelist():
                continue
            root: Any = etree.fromstring(archive.read(name))
            for gone in root.xpath("//mc:Fallback|//w:del|//w:moveFrom", namespaces=SPACES):
                gone.getparent().remove(gone)
            for paragraph in root.iter(W + "p"):
                found.update(_words(_letters(paragraph)))
    return found


def _letters(paragraph: Any) -> str:
    out = []
    for element in paragraph.iter():
        if next(element.iterancestors(W + "p"), paragraph) is not paragraph:
            continue
        tag = str(element.tag).removeprefix(W)
        out.append(
            {"t": element.text or "", "tab": " ", "br": " ", "noBreakHyphen": "-"}.get(tag, "")
        )
    return "".join(out)


def _words(text: str) -> list[str]:
    found = (re.sub(r"^\W+|\W+$", "", word) for word in text.replace("\u00a0", " ").split())
    return [word.casefold() for word in found if word]


def label_words(data: bytes, content: dict[str, Any]) -> list[str]:
    """The words of a document that belong to no text of its answer: its labels and headings."""
    told = {key: value for key, value in content.items() if key != "alternatives"}
    kept = Counter(word for text in _texts(told) for word in _words(text))
    return sorted((printed_words(data) - kept).elements())


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []

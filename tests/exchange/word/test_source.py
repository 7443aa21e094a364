"""What a reader of a Word document sees, and what is passed over and mentioned."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from tests.exchange.word.making import packed

from partituur.exchange.word import source
from partituur.exchange.word.reading import read
from partituur.exchange.word.source import paragraphs, visible

NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
RELATION = (
    '<Relationship Id="rId77" Target="{name}.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/{name}"/>'
)


def _file(body: str, **parts: str) -> bytes:
    """A Word file with this body, and with parts such as ``footnotes`` beside it."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed(Document()))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode()
            if name == "word/_rels/document.xml.rels":
                more = "".join(RELATION.format(name=each) for each in parts)
                data = data.replace(b"</Relationships>", more.encode() + b"</Relationships>")
            new.writestr(name, data)
        for name, content in parts.items():
            new.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{content}</w:{name}>")
    return stream.getvalue()


def _text(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _lines(body: str, **parts: str) -> list[str]:
    return [each.text for each in paragraphs(visible(_file(body, **parts)).blocks) if each.text]


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (_text("a") + f"<w:ins>{_text('b')}</w:ins>", "ab"),
        (_text("a") + f"<w:moveTo>{_text('b')}</w:moveTo>", "ab"),
        (_text("a") + "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a"),
        (_text("a") + f"<w:moveFrom>{_text('b')}</w:moveFrom>", "a"),
        (_text("a") + _text("b", "<w:vanish/>"), "a"),
        (_text("Aan") + _text("pak", "<w:b/>"), "Aanpak"),
        (_text("groep\u00a05\u200b, hoofd\u00adstuk"), "groep 5, hoofdstuk"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        ("<w:r><w:t>IB</w:t><w:noBreakHyphen/><w:t>er</w:t></w:r>", "IB-er"),
        (f"<w:sdt><w:sdtContent>{_text('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<w:hyperlink r:id='x'>{_text('a')}</w:hyperlink>", "a"),
        (f"<w:fldSimple w:instr='DATE'>{_text('3 mei')}</w:fldSimple>", "3 mei"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF x</w:instrText>"
            f"<w:fldChar w:fldCharType='separate'/></w:r>{_text('a')}"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "a",
        ),
        (f"<w:smartTag>{_text('a')}</w:smartTag>", "a"),
    ],
    ids=["inserted", "moved here", "deleted", "moved away", "hidden", "runs", "invisible signs",
         "line break and tab", "hyphen", "control", "link", "simple field", "field", "smart tag"],
)  # fmt: skip
def test_text_is_what_a_reader_sees(inside: str, seen: str) -> None:
    assert _lines(f"<w:p>{inside}</w:p>") == [seen]


def test_paragraph_of_which_the_end_was_deleted_runs_on() -> None:
    ended = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"

    assert _lines(f"<w:p>{ended}{_text('een ')}</w:p><w:p>{_text('zin')}</w:p>") == ["een zin"]


def test_text_box_that_is_given_twice_is_seen_once() -> None:
    box = f"<w:txbxContent><w:p>{_text('in een vak')}</w:p></w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )

    assert _lines(f"<w:p><w:r>{drawing}</w:r>{_text('erbuiten')}</w:p>") == [
        "erbuiten",
        "in een vak",
    ]


def test_footnote_is_listed_with_what_it_stands_at() -> None:
    body = f"<w:p>{_text('Regel')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    note = f"<w:footnote w:id='2'><w:p>{_text('Zie de site.')}</w:p></w:footnote>"
    plan = read(_file(body, footnotes=note))

    found = next(each for each in plan.unplaced if each.text == "Zie de site.")
    assert found.before == "Regel"


def test_placeholder_of_a_form_is_no_answer() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{_text('Klik hier')}</w:sdtContent></w:sdt>"
    )
    plan = read(_file(f"<w:p>{_text('Juf Joke:')}</w:p><w:p>{_text('Aanpak: ')}{control}</w:p>"))

    assert "Klik hier" in [each.text for each in plan.unplaced]
    assert not any("Klik hier" in text for s in plan.sections for g in s.goals for text in g.texts)


@pytest.mark.parametrize(
    ("body", "parts", "note"),
    [
        ("<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", {}, source.DELETED),
        (_text("b", "<w:vanish/>"), {}, source.HIDDEN),
        ("", {"comments": f"<w:comment><w:p>{_text('hm')}</w:p></w:comment>"}, source.COMMENTS),
        ("", {"header": f"<w:p>{_text('kop')}</w:p>"}, source.HEADERS),
        ("", {"footer": f"<w:p>{_text('voet')}</w:p>"}, source.HEADERS),
    ],
    ids=["deleted", "hidden", "comment", "header", "footer"],
)
def test_what_is_passed_over_is_mentioned(body: str, parts: dict[str, str], note: str) -> None:
    plan = read(_file(f"<w:p>{_text('Tekst')}{body}</w:p>", **parts))

    assert plan.notes == [note]
    assert [each.text for each in plan.unplaced] == ["Tekst"]


def test_document_without_any_of_that_has_no_notes() -> None:
    assert read(_file(f"<w:p>{_text('Tekst')}</w:p>")).notes == []

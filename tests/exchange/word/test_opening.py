"""Opening Word files safely: what is hostile or broken is refused with one Dutch sentence."""

from __future__ import annotations

import io
import socket
import stat
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.functional import Promise
from docx import Document
from lxml import etree

from partituur.exchange.word import opening, source
from partituur.exchange.word.reading import read
from partituur.kernel.errors import Unreadable

EXAMPLE = Path(__file__).parent / "examples" / "notenbalk-doorlopend.docx"
MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MOST_SECONDS = 1.0
MOST_MEMORY = 50 * 2**20
SENTENCE = "Een gewone zin van een school: over wat wij dit jaar met elkaar willen leren."


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(EXAMPLE) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _with(name: str, data: bytes) -> bytes:
    return _packed({**_parts(), name: data})


def _document(text: str, before: str = "", encoding: str = "utf-8") -> bytes:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?>{before}'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    return xml.encode(encoding)


def _bomb() -> bytes:
    return _with("word/media/nul.bin", bytes(120 * 2**20))


def _bomb_of_text() -> bytes:
    return _with("word/comments.xml", b"<a>" + b" " * (30 * 2**20) + b"</a>")


def _lying_size() -> bytes:
    """The list of contents says 10 bytes; there are ten million."""
    data = bytearray(_with("word/extra.xml", b"<a>" + b"b" * 10_000_000 + b"</a>"))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/extra.xml"))
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


def _nested() -> bytes:
    inner = _packed({"a.bin": bytes(2**20)})
    for _depth in range(5):
        inner = _packed({f"{number}.zip": inner for number in range(16)})
    return _packed({"bom.zip": inner})


def _of_lines(count: int) -> bytes:
    """A document of so many paragraphs, every other one by a break within one."""
    line = f"<w:p><w:r><w:t>{SENTENCE}</w:t><w:br/><w:t>{SENTENCE}</w:t></w:r></w:p>"
    body = line * (count // 2)
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return _with(MAIN, xml.encode())


def _many_lines() -> bytes:
    return _of_lines(opening.MOST_LINES + 2)


def _many_runs() -> bytes:
    """One paragraph in which every other word is bold."""
    word, bold = "<w:r><w:t>a </w:t></w:r>", "<w:r><w:rPr><w:b/></w:rPr><w:t>b </w:t></w:r>"
    body = f"<w:p>{(word + bold) * (source.MOST_RUNS_OF_ONE // 2 + 1)}</w:p>"
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return _with(MAIN, xml.encode())


def _many_lines_in_utf16() -> bytes:
    xml = f'<w:document xmlns:w="{W}">{"<w:p/>" * (opening.MOST_LINES + 1)}</w:document>'
    return _with(MAIN, ('<?xml version="1.0" encoding="utf-16"?>' + xml).encode("utf-16"))


def _many_entries() -> bytes:
    return _packed({**_parts(), **{f"word/{number}.xml": b"<a/>" for number in range(10_000)}})


def _overlapping() -> bytes:
    """Two entries that share their bytes."""
    data = bytearray(_with("word/tweede.xml", b"<a/>"))
    first = data.find(b"PK\x01\x02")
    last = data.rfind(b"PK\x01\x02")
    data[last + 42 : last + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    return _with(MAIN, _document("&a9;", f"<!DOCTYPE w [{entities}]>"))


def _quadratic() -> bytes:
    return _with(MAIN, _document("&a;" * 50_000, f'<!DOCTYPE w [<!ENTITY a "{"x" * 50_000}">]>'))


def _foreign_file() -> bytes:
    return _with(MAIN, _document("&a;", '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'))


def _foreign_address() -> bytes:
    doctype = '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/evil.dtd">'
    return _with("word/styles.xml", _document("x", doctype))


def _doctype_in_utf16() -> bytes:
    doctype = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return _with(MAIN, _document("&a;", doctype, encoding="utf-16"))


def _other_encoding() -> bytes:
    doctype = '<!DOCTYPE w [<!ENTITY a "b">]>'
    return _with(MAIN, _document("&a;", doctype, encoding="cp037"))


def _symbolic_link() -> bytes:
    stream = io.BytesIO(EXAMPLE.read_bytes())
    with zipfile.ZipFile(stream, "a") as archive:
        link = zipfile.ZipInfo("word/link.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def _slip() -> bytes:
    return _with("../../etc/cron.d/x", b"x")


def _encrypted_zip() -> bytes:
    data = bytearray(EXAMPLE.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def _old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)


def _macros() -> bytes:
    parts = _parts()
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return _packed({**parts, "[Content_Types].xml": types, "word/vbaProject.bin": b"x"})


def _web_page() -> bytes:
    return b"\xef\xbb\xbf<!DOCTYPE html><html><body>Begeleidingsplan</body></html>"


def _duplicate() -> bytes:
    stream = io.BytesIO(EXAMPLE.read_bytes())
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, _document("iets anders"))
    return stream.getvalue()


def _deep() -> bytes:
    return _with(MAIN, _document("<w:a>" * 5_000 + "</w:a>" * 5_000))


def _no_word() -> bytes:
    return _packed({"brief.txt": b"Dag."})


def _open_document() -> bytes:
    return _packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})


HOSTILE: list[tuple[Callable[[], bytes], Promise]] = [
    (lambda: b"", opening.EMPTY),
    (lambda: b"PK\x03\x04" + bytes(60 * 2**20), opening.TOO_LARGE),
    (_bomb, opening.SUSPECT),
    (_bomb_of_text, opening.SUSPECT),
    (_lying_size, opening.BROKEN),
    (_nested, opening.NOT_WORD),
    (_many_entries, opening.SUSPECT),
    (_many_lines, opening.TOO_LONG),
    (_many_lines_in_utf16, opening.TOO_LONG),
    (_many_runs, opening.TOO_LONG),
    (_overlapping, opening.SUSPECT),
    (_laughs, opening.SUSPECT),
    (_quadratic, opening.SUSPECT),
    (_foreign_file, opening.SUSPECT),
    (_foreign_address, opening.SUSPECT),
    (_doctype_in_utf16, opening.SUSPECT),
    (_other_encoding, opening.BROKEN),
    (_symbolic_link, opening.SUSPECT),
    (_slip, opening.SUSPECT),
    (_encrypted, opening.ENCRYPTED),
    (_encrypted_zip, opening.ENCRYPTED),
    (_old_word, opening.OLD_WORD),
    (_macros, opening.MACROS),
    (_web_page, opening.WEB_PAGE),
    (_duplicate, opening.SUSPECT),
    (_deep, opening.BROKEN),
    (_no_word, opening.NOT_WORD),
    (_open_document, opening.OPEN_DOCUMENT),
    (lambda: b"%PDF-1.7\n", opening.PDF),
    (lambda: b"{\\rtf1 Dag}", opening.RICH_TEXT),
    (lambda: b"Dag.", opening.NOT_WORD),
    (lambda: EXAMPLE.read_bytes()[:20_000], opening.BROKEN),
    (lambda: _with(MAIN, b"<w:document"), opening.BROKEN),
]


@pytest.mark.parametrize(
    ("made", "sentence"), HOSTILE, ids=[made.__name__.strip("_") for made, _ in HOSTILE]
)
def test_hostile_or_broken_file_is_refused_in_time_and_within_bounds(
    made: Callable[[], bytes], sentence: Promise
) -> None:
    data = made()
    tracemalloc.start()
    began = time.perf_counter()
    try:
        with pytest.raises(Unreadable) as refusal:
            read(data)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert refusal.value.reason == str(sentence)
    assert time.perf_counter() - began < MOST_SECONDS
    assert most < MOST_MEMORY


def test_a_refusal_is_said_in_the_language_of_who_reads_it() -> None:
    with translation.override("en"), pytest.raises(Unreadable, match="This is a PDF"):
        read(b"%PDF-1.7\n")
    with translation.override("nl"), pytest.raises(Unreadable, match="Dit is een PDF"):
        read(b"%PDF-1.7\n")


def test_file_that_points_outside_is_read_without_going_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    relation = (
        b'<Relationship Id="rId99" TargetMode="External" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/x.dotm"/>'
    )
    name = "word/_rels/document.xml.rels"
    relations = _parts()[name].replace(b"</Relationships>", relation + b"</Relationships>")

    assert len(read(_with(name, relations)).sections) == 3


def test_picture_is_never_opened_however_large_it_says_it_is() -> None:
    flood = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 60_000, 60_000)
    flood += b"\x08\x06\x00\x00\x00" + zlib.compress(bytes(1000))

    assert len(read(_with("word/media/image1.png", flood)).sections) == 3


def test_wall_behind_the_search_for_a_doctype_stands_on_its_own() -> None:
    with pytest.raises(Unreadable):
        opening.parse(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def test_an_ordinary_parser_would_have_read_the_foreign_file(tmp_path: Path) -> None:
    """The control: it is our parser that refuses, not the file that is harmless."""
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    xml = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'.encode()
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True)

    assert etree.fromstring(xml, parser).text == "geheim"


def test_document_saved_as_strict_is_read_too() -> None:
    parts = _parts()
    parts[MAIN] = parts[MAIN].replace(
        W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )

    assert len(read(_packed(parts)).sections) == 3


def test_document_as_long_as_is_allowed_is_read() -> None:
    count = opening.MOST_LINES - 2

    plan = read(_of_lines(count))

    assert len(plan.unplaced) == count


def test_document_without_text_gives_an_empty_plan() -> None:
    stream = io.BytesIO()
    Document().save(stream)
    plan = read(stream.getvalue())

    assert not plan.sections
    assert not plan.unplaced

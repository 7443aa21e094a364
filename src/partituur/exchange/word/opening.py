"""Opens a Word file safely: everything is measured before anything is unpacked or parsed.

A file comes from outside, so it is taken for hostile until it proves otherwise. What is refused, is
refused with one sentence that says what to do instead. Relations to the outside are never followed
and pictures are never opened.
"""

from __future__ import annotations

import io
import posixpath
import re
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from itertools import islice

from django.utils.translation import gettext_lazy as _
from lxml import etree

from partituur.kernel.errors import Unreadable

MOST_BYTES = 20 * 2**20  # of the file itself
MOST_ENTRIES = 2_000
MOST_PART_BYTES = 16 * 2**20  # of one XML part, unpacked
MOST_XML_BYTES = 48 * 2**20  # of all XML parts together, unpacked
MOST_UNPACKED_BYTES = 200 * 2**20  # of all entries together, as declared; pictures count too
MOST_LINES = 10_000  # of one XML part; 200 tables of nine fields have some 4,000
MOST_RATIO = 200  # unpacked : packed, for entries of more than SMALL_BYTES
SMALL_BYTES = 2**20
CHUNK_BYTES = 2**16

EMPTY = _("Dit bestand is leeg. Sla het plan opnieuw op in Word en probeer het nog een keer.")
TOO_LARGE = _(
    "Dit bestand is te groot. Haal grote foto's uit het document, sla het op en probeer het "
    "opnieuw."
)
OLD_WORD = _(
    "Dit is een oud Word-bestand (.doc). Sla het in Word op als .docx en probeer het opnieuw."
)
ENCRYPTED = _(
    "Dit bestand is beveiligd met een wachtwoord. Haal in Word het wachtwoord eraf en probeer het "
    "opnieuw."
)
WEB_PAGE = _(
    "Dit is een webpagina en geen Word-bestand. Open het in Word, sla het op als .docx en probeer "
    "het opnieuw."
)
PDF = _("Dit is een PDF. Neem het Word-bestand waaruit de PDF is gemaakt.")
RICH_TEXT = _("Dit is een RTF-bestand. Sla het in Word op als .docx en probeer het opnieuw.")
OPEN_DOCUMENT = _(
    "Dit is een OpenDocument-bestand (.odt). Sla het op als .docx en probeer het opnieuw."
)
NOT_WORD = _("Dit is geen Word-bestand. Kies een bestand dat in Word is opgeslagen als .docx.")
MACROS = _(
    "In dit Word-bestand zitten macro's. Sla het in Word op als gewoon .docx en probeer het "
    "opnieuw."
)
BROKEN = _(
    "Dit bestand is beschadigd. Open het in Word, sla het opnieuw op en probeer het nog eens."
)
SUSPECT = _(
    "Dit bestand zit anders in elkaar dan een gewoon Word-bestand. Open het in Word, sla het "
    "opnieuw op als .docx en probeer het nog eens."
)
TOO_LONG = _(
    "Dit document is te lang voor een begeleidingsplan. Neem een document met alleen het plan."
)

_CENTRAL_ENTRY = b"PK\x01\x02"
_MAIN_TYPE = "wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "wordprocessingml.template.main+xml"
_MAIN_RELATION = re.compile(r"/relationships/officeDocument$")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = {
    b"utf-8",
    b"utf8",
    b"us-ascii",
    b"ascii",
    b"utf-16",
    b"utf16",
    b"utf-16le",
    b"utf-16be",
}
_LINE = re.compile(rb"<(?:[\w.-]+:)?(?:p|br|cr)[\s/>]")  # a paragraph, or a break within one
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from one part to another, or to an address outside (which is only ever shown)."""

    kind: str  # the last word of its type: "footnotes", "hyperlink"
    target: str  # the name of a part, or an address
    outside: bool


@dataclass(slots=True)
class Package:
    """The XML parts of an opened file; every part was measured and searched for a DOCTYPE."""

    main: str  # the name of the document's own part
    parts: dict[str, bytes] = field(repr=False)

    def tree(self, name: str) -> etree._Element | None:
        """The parsed part, or None when the file has no such part.

        :raises Unreadable: the part is not well formed
        """
        data = self.parts.get(name)
        return None if data is None else parse(data)

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of a part, by their id."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", base + ".rels"))
        return {} if root is None else _relations(root, folder)


def open_package(data: bytes) -> Package:
    """Open the bytes of a file as a Word document.

    :raises Unreadable: it is something else, it is broken, or it looks hostile
    """
    _check_kind(data)
    if data.count(_CENTRAL_ENTRY) > MOST_ENTRIES:
        raise Unreadable(SUSPECT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            parts = _xml_parts(archive, entries)
            names = {each.filename for each in entries}
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
            NotImplementedError, OverflowError, IndexError, KeyError) as error:  # fmt: skip
        raise Unreadable(BROKEN) from error
    return Package(_main_part(parts, names), parts)


def parse(data: bytes) -> etree._Element:
    """Parse one XML part: no entities, no DTD, no network, no huge trees.

    :raises Unreadable: not well formed, or with a document type of its own
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if _STRICT in data:
        for strict, usual in _STRICT_NAMES:
            data = data.replace(strict, usual)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(SUSPECT)
    return root


def _check_kind(data: bytes) -> None:
    """See from the first bytes what the file is, whatever its name says."""
    if not data:
        raise Unreadable(EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    if data.startswith(b"PK\x03\x04"):
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in data else OLD_WORD)
    if data.startswith(b"%PDF"):
        raise Unreadable(PDF)
    if data.startswith(b"{\\rtf"):
        raise Unreadable(RICH_TEXT)
    beginning = data[:1024].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if beginning.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--")):
        raise Unreadable(WEB_PAGE)
    raise Unreadable(NOT_WORD)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Measure the list of contents, before unpacking anything."""
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(SUSPECT)
    names = [each.filename.lower() for each in entries]
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable(OPEN_DOCUMENT)
    if len(set(names)) != len(names):
        raise Unreadable(SUSPECT)
    if sum(each.file_size for each in entries) > MOST_UNPACKED_BYTES:
        raise Unreadable(SUSPECT)
    for each in entries:
        _check_entry(each)
    _check_no_overlap(entries)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise Unreadable(ENCRYPTED)
    steps = entry.filename.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in steps[0] or "\x00" in entry.filename:
        raise Unreadable(SUSPECT)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Unreadable(SUSPECT)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable(SUSPECT)
    if entry.file_size > SMALL_BYTES and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
        raise Unreadable(SUSPECT)


def _check_no_overlap(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes are how a small file unpacks without end."""
    end = 0
    for each in sorted(entries, key=lambda entry: entry.header_offset):
        if each.header_offset < end:
            raise Unreadable(SUSPECT)
        end = each.header_offset + 30 + len(each.filename.encode()) + each.compress_size


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _xml_parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        if not _is_xml(entry.filename):
            continue
        data = _unpack(archive, entry)
        total += len(data)
        if total > MOST_XML_BYTES:
            raise Unreadable(SUSPECT)
        _check_xml(data)
        parts[entry.filename.replace("\\", "/")] = data
    return parts


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack in pieces and count: the list of contents may lie about the size."""
    if entry.file_size > MOST_PART_BYTES:
        raise Unreadable(TOO_LONG)
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK_BYTES):
            size += len(piece)
            if size > MOST_PART_BYTES:
                raise Unreadable(SUSPECT)
            pieces.append(piece)
    return b"".join(pieces)


def _check_xml(data: bytes) -> None:
    """Word never writes a DOCTYPE or an entity, and only UTF-8 or UTF-16; a plan has its length."""
    encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if encoding and encoding.group(1).lower() not in _ENCODINGS:
        raise Unreadable(SUSPECT)
    plain = data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        plain = data.replace(b"\x00", b"")  # UTF-16, in either order
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Unreadable(SUSPECT)
    if sum(1 for _each in islice(_LINE.finditer(plain), MOST_LINES + 1)) > MOST_LINES:
        raise Unreadable(TOO_LONG)


def _main_part(parts: dict[str, bytes], names: set[str]) -> str:
    """The part that holds the document; its declared type must be that of a .docx."""
    if "[Content_Types].xml" not in parts:
        raise Unreadable(NOT_WORD)
    types = _types(parse(parts["[Content_Types].xml"]))
    root = parse(parts["_rels/.rels"]) if "_rels/.rels" in parts else None
    targets = [] if root is None else _main_targets(root)
    for target in [*targets, "word/document.xml"]:
        kind = types.get(target.lower(), "")
        if "macroEnabled" in kind or any(each.endswith("vbaProject.bin") for each in names):
            raise Unreadable(MACROS)
        if target in parts and kind.endswith((_MAIN_TYPE, _TEMPLATE_TYPE)):
            return target
    raise Unreadable(NOT_WORD)


def _types(root: etree._Element) -> dict[str, str]:
    return {
        each.get("PartName", "").lstrip("/").lower(): each.get("ContentType", "")
        for each in root
        if isinstance(each.tag, str) and each.tag.endswith("}Override")
    }


def _main_targets(root: etree._Element) -> list[str]:
    return [
        each.get("Target", "").lstrip("/")
        for each in root
        if _MAIN_RELATION.search(each.get("Type", "")) and each.get("TargetMode") != "External"
    ]


def _relations(root: etree._Element, folder: str) -> dict[str, Relation]:
    found = {}
    for each in root:
        target = each.get("Target", "")
        outside = each.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = each.get("Type", "").rsplit("/", 1)[-1]
        found[each.get("Id", "")] = Relation(kind, target, outside)
    return found

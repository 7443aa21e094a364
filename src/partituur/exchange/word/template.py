"""The empty Word document (sjabloon) that a plan is written into, and the names of its styles.

Built here, so that there is nothing in it that is not said here: no pictures, no author, no dates.
The styles are how a person sees what is what, and how ``own`` reads a file back: each label has a
character style of its own (*Label aanpak*), and so has the heading of each kind of part (*Deel
leraar*).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote, unquote
from xml.sax.saxutils import quoteattr

from partituur.exchange.word.theme import theme

SERIF, SANS = "Georgia", "Calibri"  # on every school computer; see _FONTS for what stands in
INK, SOFT, ACCENT = "1F2530", "555C69", "0E5A68"
_COLOURS = {
    "dk1": INK, "lt1": "FFFFFF", "dk2": SOFT, "lt2": "F6F4EF",
    **dict.fromkeys([f"accent{number}" for number in range(1, 7)], ACCENT),
    "hlink": ACCENT, "folHlink": SOFT,
}  # fmt: skip

# Styles of paragraphs
TITLE, SUBTITLE, HEADING_1, HEADING_2 = "Title", "Subtitle", "heading 1", "heading 2"
PRINCIPLE, PRINCIPLE_MORE = "Uitgangspunt", "Uitgangspunttekst"
FIELD, FIELD_MORE, FIELD_LIST = "Veld", "Veldtekst", "Veldlijst"
ABOUT, NOTICE = "Gegevens", "Mededeling"
OWN = {PRINCIPLE, PRINCIPLE_MORE, FIELD, FIELD_MORE, FIELD_LIST, ABOUT, NOTICE}

# Styles of characters
LABEL, PART = "Label", "Deel"  # followed by the name of a field, or of a kind of part
SCHOOL, YEAR, NOTE, NUMBER, EMPTY, NEW = (
    "School", "Schooljaar", "Bij kop", "Doelnummer", "Leeg", "Nieuw accent",
)  # fmt: skip
NAME, PARTNER, EMPHASIS, VISION = "Naam", "Samen met", "Nadruk", "Visie"
LINK = "Hyperlink"
PRINCIPLES = f"{PART} uitgangspunten"
MARKS = (SCHOOL, YEAR, NOTE, NUMBER, EMPTY, NEW, NAME, PARTNER, EMPHASIS, VISION)

FIELDS = {
    "start": "beginsituatie",
    "goal": "doel",
    "start_goal": "beginsituatie en doel",
    "approach": "aanpak",
    "execution_by": "uitvoering",
    "support": "ondersteuning",
    "evaluation": "evaluatie",
    "share_with": "delen",
    "effort_subject": "eigen inzet",
    "effort_coordinator": "inzet begeleider",
    "effort_third": "inzet derden",
}
KINDS = {
    "general": "algemeen",
    "team": "schoolteam",
    "teacher": "leraar",
    "learning_team": "leerteam",
    "coordinator": "begeleider",
    "other": "overig",
}
_FIELD_KEYS = {name: key for key, name in FIELDS.items()}
_KIND_KEYS = {name: key for key, name in KINDS.items()}

# Lists
BULLETS, NUMBERS, PRINCIPLE_NUMBERS, GOAL_NUMBERS = range(4)  # the abstract numberings


def label_style(key: str) -> str:
    """The name of the style for the label of a field: "Label aanpak"."""
    return f"{LABEL} {FIELDS.get(key) or _own(key)}"


def part_style(key: str) -> str:
    """The name of the style for the heading of a kind of part: "Deel leraar"."""
    return f"{PART} {KINDS.get(key) or _own(key)}"


def _own(key: str) -> str:
    """What the school added has its key for a name; a comma would end the name of a style."""
    return "van " + quote(key, safe="")


def field_of(style: str) -> str | None:
    """The key of the field whose label has this style; None where it is no style of a label."""
    return _key_of(style, LABEL, _FIELD_KEYS)


def kind_of(style: str) -> str | None:
    """The key of the kind of part whose heading has this style; None where it is no such style."""
    return _key_of(style, PART, _KIND_KEYS)


def _key_of(style: str, family: str, known: dict[str, str]) -> str | None:
    first, _space, name = style.partition(" ")
    if first != family or not name:
        return None
    return known.get(name) or (unquote(name[4:]) if name.startswith("van ") else None)


def made(character_styles: Iterable[str]) -> tuple[bytes, dict[str, str]]:
    """An empty document, with these styles for labels and headings besides those it always has.

    :return: the bytes of the file, and the id of each style by its name
    """
    names = list(dict.fromkeys(character_styles))
    ids = dict(_STYLE_IDS)
    more = []
    for number, name in enumerate(names, 1):
        ids[name] = f"Partituur{number}"
        based_on = LABEL if name.startswith(f"{LABEL} ") else PART
        more.append(_style("character", ids[name], name, based_on=ids[based_on]))
    parts = dict(_fixed_parts())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        "</w:styles>", "".join(more) + "</w:styles>"
    )
    return packed((name, text.encode()) for name, text in parts.items()), ids


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these parts; equal parts give equal bytes, whenever it is made."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in sorted(parts, key=lambda part: (part[0] != _TYPES_PART, part[0])):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            archive.writestr(entry, data)
    return file.getvalue()


# --- styles ------------------------------------------------------------------------------------

_STYLE_IDS = {
    "Normal": "Normal",
    "Default Paragraph Font": "DefaultParagraphFont",
    TITLE: "Title",
    SUBTITLE: "Subtitle",
    HEADING_1: "Heading1",
    HEADING_2: "Heading2",
    "footer": "Footer",
    LINK: "Hyperlink",
    **{name: name.replace(" ", "") for name in sorted(OWN)},
    **{name: name.replace(" ", "") for name in (LABEL, PART, *MARKS)},
}


def _style(
    family: str,
    id: str,
    name: str,
    *,
    based_on: str = "",
    next: str = "",
    paragraph: str = "",
    run: str = "",
    default: bool = False,
) -> str:
    """A style, in the order of elements that the standard asks for."""
    own = "" if name in ("Normal", TITLE, SUBTITLE, HEADING_1, HEADING_2, "footer", LINK) else "1"
    custom = ' w:customStyle="1"' if own and not default else ""
    is_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{family}"{is_default}{custom} w:styleId={quoteattr(id)}>'
        f"<w:name w:val={quoteattr(name)}/>"
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{next}"/>' if next else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _space(before: int, after: int) -> str:
    """Space around a paragraph, in points."""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>'


_PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_TOGETHER = "<w:keepNext/><w:keepLines/>"


def _paragraph_styles() -> Iterator[str]:
    def style(name: str, **more: str) -> str:
        more = {"based_on": "Normal", **more}
        return _style("paragraph", _STYLE_IDS[name], name, **more)  # type: ignore[arg-type]

    more = _STYLE_IDS[FIELD_MORE]
    yield _style("paragraph", "Normal", "Normal", default=True)
    yield style(
        TITLE,
        next="Subtitle",
        paragraph=_TOGETHER + _space(0, 6),
        run=_font(SERIF) + _BOLD + _colour(INK) + _size(26),
    )
    yield style(SUBTITLE, paragraph=_TOGETHER + _space(0, 2), run=_colour(SOFT) + _size(13))
    yield style(
        HEADING_1,
        next="Normal",
        paragraph=_TOGETHER
        + f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{SOFT}"/></w:pBdr>'
        + _space(24, 8)
        + '<w:outlineLvl w:val="0"/>',
        run=_font(SERIF) + _BOLD + _colour(INK) + _size(16),
    )
    yield style(
        HEADING_2,
        next="Normal",
        paragraph=_TOGETHER + _space(14, 4) + '<w:outlineLvl w:val="1"/>',
        run=_font(SERIF) + _BOLD + _colour(INK) + _size(12.5),
    )
    yield style(PRINCIPLE, paragraph=_space(0, 4))
    yield style(PRINCIPLE_MORE, paragraph=_space(0, 4) + '<w:ind w:left="425"/>')
    yield style(FIELD, next=more, paragraph=_space(4, 3))
    yield style(FIELD_MORE, paragraph=_space(0, 3))
    yield style(FIELD_LIST, paragraph=_space(0, 2))
    yield style(ABOUT, next="Normal", paragraph=_TOGETHER + _space(0, 4), run=_colour(SOFT))
    yield style(NOTICE, next="Normal", run=_ITALIC + _colour(SOFT))
    yield style(
        "footer",
        paragraph='<w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs>' + _space(0, 0),
        run=_colour(SOFT) + _size(9),
    )


def _character_styles() -> Iterator[str]:
    def style(name: str, run: str = "") -> str:
        return _style("character", _STYLE_IDS[name], name, based_on="DefaultParagraphFont", run=run)

    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    yield style(LABEL, _BOLD)
    yield style(PART)
    yield style(NOTE, _font(SANS) + _PLAIN + _colour(SOFT) + _size(11))
    yield style(EMPTY, _PLAIN + _ITALIC + _colour(SOFT))
    yield style(NEW, _colour(ACCENT))
    yield style(VISION, _ITALIC)
    for name in (SCHOOL, YEAR, NUMBER, NAME, PARTNER, EMPHASIS):
        yield style(name)
    yield style(LINK, _colour(ACCENT) + '<w:u w:val="single"/>')


# --- the parts of the file ---------------------------------------------------------------------

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES_PART = "[Content_Types].xml"


@cache
def _fixed_parts() -> tuple[tuple[str, str], ...]:
    return (
        (_TYPES_PART, _types()),
        ("_rels/.rels", _package_relations()),
        ("docProps/core.xml", _CORE),
        ("word/document.xml", _DOCUMENT),
        ("word/_rels/document.xml.rels", _document_relations()),
        ("word/styles.xml", _styles()),
        ("word/numbering.xml", _numbering()),
        ("word/settings.xml", _SETTINGS),
        ("word/fontTable.xml", _FONTS),
        ("word/theme.xml", theme(_COLOURS, SERIF, SANS)),
    )


def _types() -> str:
    kinds = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/numbering.xml": f"{_WORD}.numbering+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        [(f"{_OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")]
    )


def _document_relations() -> str:
    return _relations(
        (f"{_OFFICE}/{name}", f"{name}.xml")
        for name in ("styles", "numbering", "settings", "fontTable", "theme")
    )


_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_DOCUMENT = (
    f'{_HEAD}<w:document {_W} xmlns:r="{_OFFICE}"><w:body><w:sectPr>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1531" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
_SETTINGS = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
_FONTS = (
    f"{_HEAD}<w:fonts {_W}>"
    '<w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="Georgia"><w:altName w:val="Gelasio"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font>'
    "</w:fonts>"
)


def _styles() -> str:
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults>"
        f"<w:rPrDefault><w:rPr>{_font(SANS)}{_colour(INK)}{_size(11)}"
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        + "".join(_paragraph_styles())
        + "".join(_character_styles())
        + "</w:styles>"
    )


def _numbering() -> str:
    abstract = (
        _abstract(BULLETS, [("bullet", mark) for mark in "•–◦" * 3]),
        _abstract(NUMBERS, [("decimal", f"%{level}.") for level in range(1, 10)]),
        _abstract(PRINCIPLE_NUMBERS, [("decimal", "%1.")]),
        _abstract(GOAL_NUMBERS, [("decimal", "%1.")]),
    )
    return f"{_HEAD}<w:numbering {_W}>{''.join(abstract)}</w:numbering>"


def _abstract(id: int, levels: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{425 * (at + 1)}" w:hanging="425"/></w:pPr></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    several = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="{several}"/>{inside}'
        "</w:abstractNum>"
    )

"""How a paragraph and a run look, from the styles and the numbering of a Word document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])$")
_CONTENTS = re.compile(r"^(?:toc|inhopg|inhoud|table of contents)\s*\d*$")
_DEEPER = re.compile(r"^(?:list (?:bullet|number)|lijst(?:opsom\.teken|nummering)) ([2-5])$")
_MOST_STEPS = 12  # from a style to the one it is based on; a ring ends here
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Manner:
    """What makes a run look different from the text around it."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    size: int = 0  # in half points; 0 is the document's own
    colour: str = ""


PLAIN = Manner()


@dataclass(frozen=True, slots=True)
class ListLook:
    """Of a paragraph in a list."""

    ordered: bool
    depth: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks."""

    manner: Manner = PLAIN
    level: int | None = None
    list: ListLook | None = None
    contents: bool = False
    subtitle: bool = False


@dataclass(slots=True)
class _Style:
    name: str
    based_on: str
    runs: etree._Element | None
    paragraph: etree._Element | None


@dataclass(slots=True)
class Styles:
    """The styles of one document."""

    styles: dict[str, _Style] = field(default_factory=dict)
    ordinary: str = ""  # the style of a paragraph that names none
    formats: dict[tuple[str, int], bool] = field(default_factory=dict)  # (list, depth): numbered
    looks: dict[str, Look] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: etree._Element | None, numbering: etree._Element | None) -> Styles:
        """Read the parts; a document may lack both."""
        found = cls()
        if styles is not None:
            for each in styles.iterfind(f"{W}style"):
                found._add(each)
        if numbering is not None:
            found.formats = _formats(numbering)
        return found

    def _add(self, element: etree._Element) -> None:
        key = element.get(f"{W}styleId", "")
        self.styles[key] = _Style(
            _value(element.find(f"{W}name")).lower(),
            _value(element.find(f"{W}basedOn")),
            element.find(f"{W}rPr"),
            element.find(f"{W}pPr"),
        )
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
            self.ordinary = key

    def paragraph(self, properties: etree._Element | None) -> Look:
        """How a paragraph with these properties looks."""
        if properties is None:
            return self._look(self.ordinary)
        look = self._look(_value(properties.find(f"{W}pStyle")) or self.ordinary)
        if (level := _value(properties.find(f"{W}outlineLvl"))).isdigit():
            look = replace(look, level=int(level) + 1 if int(level) < 9 else None)
        numbering = properties.find(f"{W}numPr")
        return look if numbering is None else replace(look, list=self._list(numbering, look.list))

    def run(self, properties: etree._Element | None, base: Manner) -> tuple[Manner, bool]:
        """The manner of a run in a paragraph of manner ``base``, and whether it is hidden."""
        if properties is None:
            return base, False
        manner, hidden = base, False
        for style in reversed(self._chain(_value(properties.find(f"{W}rStyle")))):
            manner, hidden = _applied(style.runs, manner, hidden)
        return _applied(properties, manner, hidden)

    def _look(self, key: str) -> Look:
        if key not in self.looks:
            self.looks[key] = self._made(key)
        return self.looks[key]

    def _made(self, key: str) -> Look:
        look = Look()
        for style in reversed(self._chain(key)):
            manner, _hidden = _applied(style.runs, look.manner, False)
            look = replace(look, manner=manner)
            if (level := _level(style)) is not None:
                look = replace(look, level=level if level >= 0 else None)
            if style.paragraph is not None:
                numbering = style.paragraph.find(f"{W}numPr")
                if numbering is not None:
                    look = replace(look, list=self._list(numbering, look.list))
            deeper = _DEEPER.match(style.name)
            if deeper and look.list is not None and look.list.depth == 0:
                look = replace(look, list=replace(look.list, depth=int(deeper[1]) - 1))
            look = replace(
                look,
                contents=bool(_CONTENTS.match(style.name)),
                subtitle=style.name in ("subtitle", "ondertitel"),
            )
        return look

    def _chain(self, key: str) -> list[_Style]:
        """A style and those it is based on, the nearest first."""
        chain: list[_Style] = []
        while key in self.styles and len(chain) < _MOST_STEPS:
            chain.append(self.styles[key])
            key = self.styles[key].based_on
        return chain

    def _list(self, numbering: etree._Element, inherited: ListLook | None) -> ListLook | None:
        key = _value(numbering.find(f"{W}numId"))
        depth = _value(numbering.find(f"{W}ilvl"))
        at = int(depth) if depth.isdigit() and len(depth) == 1 else 0
        if key == "0":
            return None
        if not key and inherited is not None:
            return ListLook(inherited.ordered, at)
        return ListLook(self.formats.get((key, at), False), at)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _level(style: _Style) -> int | None:
    """0 for a title, 1 to 9 for a heading, -1 for what says it is none, else None."""
    if style.name in ("title", "titel"):
        return 0
    if heading := _HEADING.match(style.name):
        return int(heading.group(1))
    if style.paragraph is not None:
        level = _value(style.paragraph.find(f"{W}outlineLvl"))
        if level.isdigit():
            return int(level) + 1 if int(level) < 9 else -1
    return None


def _on(properties: etree._Element, name: str, default: bool) -> bool:
    element = properties.find(f"{W}{name}")
    return default if element is None else element.get(f"{W}val", "1").lower() not in _OFF


def _applied(
    properties: etree._Element | None, manner: Manner, hidden: bool
) -> tuple[Manner, bool]:
    if properties is None:
        return manner, hidden
    size = _value(properties.find(f"{W}sz"))
    colour = _value(properties.find(f"{W}color"))
    made = Manner(
        bold=_on(properties, "b", manner.bold),
        italic=_on(properties, "i", manner.italic),
        underline=_on(properties, "u", manner.underline),
        caps=_on(properties, "caps", manner.caps),
        size=int(size) if size.isdigit() and len(size) < 5 else manner.size,
        colour=(colour if colour != "auto" else "") or manner.colour,
    )
    return made, _on(properties, "vanish", hidden)


def _formats(numbering: etree._Element) -> dict[tuple[str, int], bool]:
    """Per list and depth, whether it is numbered (else it has bullets)."""
    abstract: dict[str, dict[int, bool]] = {}
    for each in numbering.iterfind(f"{W}abstractNum"):
        depths = abstract.setdefault(each.get(f"{W}abstractNumId", ""), {})
        for level in each.iterfind(f"{W}lvl"):
            at = level.get(f"{W}ilvl", "")
            if at.isdigit() and len(at) == 1:
                kind = _value(level.find(f"{W}numFmt"))
                depths[int(at)] = kind not in ("bullet", "none", "")
    return {
        (each.get(f"{W}numId", ""), at): ordered
        for each in numbering.iterfind(f"{W}num")
        for at, ordered in abstract.get(_value(each.find(f"{W}abstractNumId")), {}).items()
    }

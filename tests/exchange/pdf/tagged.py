"""Reads a tagged PDF as a screen reader does: its elements in reading order, each with its words.

What is not in the structure (page headers, rules) is not read aloud, and not returned.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf


@dataclass
class Element:
    """An element of the structure tree; ``text`` is its words and those of all inside it."""

    tag: str
    text: str = ""
    inside: list[Element] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements with one of these tags, in reading order."""
        for each in self.inside:
            if each.tag in tags:
                yield each
            yield from each.all(*tags)


class Reading:
    """A PDF, read."""

    def __init__(self, made: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(made))

    @cached_property
    def document(self) -> Element:
        root = self.pdf.Root.StructTreeRoot
        whole = Element("Root")
        self._read(root.K, whole, self.pdf.pages[0].obj)
        return whole

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def pages(self) -> list[str]:
        """All words of each page, also those that are not read aloud."""
        return ["".join(self._marked(page.obj).values()) for page in self.pdf.pages]

    def _read(self, node: pikepdf.Object, parent: Element, page: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                self._read(each, parent, page)
        elif isinstance(node, int):
            parent.text += self._marked(page)[int(node)]
        elif "/S" in node:
            made = Element(str(node.S)[1:])
            parent.inside.append(made)
            if "/K" in node:
                self._read(node.K, made, node.get("/Pg", page))
            parent.text += made.text
        elif "/MCID" in node:
            parent.text += self._marked(node.get("/Pg", page))[int(node.MCID)]

    def _marked(self, page: pikepdf.Object) -> dict[int, str]:
        """The words of a page by their mark; -1 for all that has none."""
        key = page.objgen
        if key not in self._seen:
            self._seen[key] = _words(pikepdf.Page(page))
        return self._seen[key]

    @cached_property
    def _seen(self) -> dict[tuple[int, int], dict[int, str]]:
        return {}


def _words(page: pikepdf.Page) -> dict[int, str]:
    found: dict[int, str] = {-1: ""}
    marks: list[tuple[int | None, str | None]] = []  # an id, or words that stand for what is shown
    shapes: dict[int, str] = {}
    for each in pikepdf.parse_content_stream(page):
        operands, name = each.operands, str(each.operator)
        if name in ("BDC", "BMC"):
            marks.append(_mark(page, list(operands)))
            if (said := marks[-1][1]) is not None:
                _add(found, marks, said)
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            shapes = _meanings(page.resources.Font[str(operands[0])])
        elif name in ("Tj", "TJ") and not any(said is not None for _id, said in marks):
            shown = operands[0] if name == "TJ" else [operands[0]]
            codes = b"".join(bytes(each) for each in shown if isinstance(each, pikepdf.String))
            pairs = zip(codes[::2], codes[1::2], strict=True)
            _add(found, marks, "".join(shapes[high << 8 | low] for high, low in pairs))
    return found


def _mark(page: pikepdf.Page, operands: Sequence[Any]) -> tuple[int | None, str | None]:
    if len(operands) < 2:
        return None, None
    values = operands[1]
    if isinstance(values, pikepdf.Name):
        values = page.resources.Properties[str(values)]
    id = int(values.MCID) if "/MCID" in values else None
    return id, str(values.ActualText) if "/ActualText" in values else None


def _add(found: dict[int, str], marks: list[tuple[int | None, str | None]], text: str) -> None:
    id = next((id for id, _said in reversed(marks) if id is not None), -1)
    found[id] = found.get(id, "") + text


def _meanings(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for, from its table to Unicode."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in table
    return found


def letters(text: str) -> str:
    """A text without white space and signs that are not seen, for comparing."""
    return re.sub(r"[\s\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f]+", "", text)

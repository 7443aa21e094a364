"""Mutated Word files: always a plan, or one Dutch sentence."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from partituur.exchange.reading import ReadPlan
from partituur.exchange.word.reading import read
from partituur.kernel.errors import Unreadable

HERE = Path(__file__).parent
SEEDS = sorted([*HERE.glob("examples/*.docx"), *HERE.glob("corpus/dev/*.docx")])


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _rewritten(data: bytes, chance: random.Random) -> bytes:
    """The same archive, with one part changed from within: pieces gone, doubled or swapped."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    name = chance.choice([each for each in parts if each.endswith((".xml", ".rels"))])
    if chance.random() < 0.6:
        name = "word/document.xml"
    pieces = parts[name].split(b"<")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(pieces))
        action = chance.choice(("gone", "double", "swap", "bytes"))
        if action == "gone" and len(pieces) > 1:
            del pieces[at]
        elif action == "double":
            pieces.insert(at, pieces[at])
        elif action == "swap":
            other = chance.randrange(len(pieces))
            pieces[at], pieces[other] = pieces[other], pieces[at]
        else:
            pieces[at] = chance.randbytes(chance.randint(0, 8)) + pieces[at]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in {**parts, name: b"<".join(pieces)}.items():
            archive.writestr(each, content)
    return stream.getvalue()


def _tags_moved(data: bytes, chance: random.Random) -> bytes:
    """Still well formed, but no longer what Word would write: names of tags and values changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    content = parts["word/document.xml"]
    names = [b"w:p>", b"w:r>", b"w:tc>", b"w:tr>", b"w:tbl>", b"w:t>", b"w:pPr>", b"w:rPr>"]
    one, other = chance.sample(names, 2)
    content = content.replace(b"<" + one, b"<" + other).replace(b"</" + one, b"</" + other)
    content = content.replace(b'w:val="1"', chance.choice((b'w:val=""', b'w:val="-9"', b"")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, part in {**parts, "word/document.xml": content}.items():
            archive.writestr(each, part)
    return stream.getvalue()


def _read(data: bytes) -> ReadPlan | Unreadable:
    try:
        return read(data)
    except Unreadable as refusal:
        return refusal


def _survives(seeds: range) -> None:
    for seed in seeds:
        chance = random.Random(seed)
        data = SEEDS[seed % len(SEEDS)].read_bytes()
        mutant = chance.choice((_flipped, _cut, _rewritten, _rewritten, _tags_moved))(data, chance)
        found = _read(mutant)
        if isinstance(found, ReadPlan):
            found.to_data()
        else:
            assert found.reason.endswith("."), seed


def test_mutant_is_read_or_refused() -> None:
    _survives(range(150))


@pytest.mark.endurance
def test_every_mutant_of_thousands_is_read_or_refused() -> None:
    _survives(range(10_000, 12_000))

"""Checks a folder of test documents: each expectation against the visible text of its file.

The visible text is taken from the XML by other means than the builder and the reader use. Run as
``python checking.py FOLDER``; it ends with status 1 when a file and its expectation differ.
"""

import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scoring import lost_words, normal, score, texts, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
HIDDEN = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}instrText", f"{W}delText"}
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def visible(element: Any) -> str:
    """The text a reader of the document sees in an element."""
    if not isinstance(element.tag, str) or element.tag in HIDDEN:
        return ""
    name = etree.QName(element).localname
    if name == "t":
        return element.text or ""
    if name == "r" and element.find(f"{W}rPr/{W}vanish") is not None:
        return ""
    if name == "tr" and element.find(f"{W}trPr/{W}del") is not None:
        return ""
    if name in SIGNS and element.getparent().tag == f"{W}r":
        return SIGNS[name]
    text = "".join(visible(child) for child in element)
    if name == "p":
        return text if element.find(f"{W}pPr/{W}rPr/{W}del") is not None else text + "\n"
    return f"\n{text}\n" if name in ("tc", "txbxContent") else text


def visible_text(path: Path) -> str:
    """The text of body, tables, text boxes and notes of a Word file."""
    with zipfile.ZipFile(path) as package:
        names = [f"word/{name}.xml" for name in ("document", "footnotes", "endnotes")]
        found = [package.read(name) for name in names if name in package.namelist()]
    return "\n".join(visible(etree.fromstring(xml)) for xml in found)


def problems(path: Path) -> list[str]:
    """What is wrong with a document or its expectation."""
    docx.Document(str(path))
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    source = visible_text(path)
    flat = re.sub(r"\s", "", normal(source)).casefold()
    out: list[str] = []
    keys = ("principles", "general", "team", "sections", "unplaced", "ignore", "anywhere")
    for key in keys:
        for record in expected.get(key, []):
            pieces = (
                {k: v for k, v in record.items() if k != "kind"} if key == "sections" else record
            )
            for text in texts(pieces):
                for line in text.split("\n"):
                    if re.sub(r"\s", "", normal(line)).casefold() not in flat:
                        out.append(f"not in the file: {line!r}")
    given = {key: expected.get(key, []) for key in keys}
    for word in lost_words([source], given, expected["labels"]):
        out.append(f"not covered: {word}")
    school = expected["school"]
    if school and not set(words(school)) <= Counter(words(source)).keys():
        out.append(f"school not in the file: {school}")
    perfect = score(expected, {k: v for k, v in expected.items() if k != "labels"})
    if perfect.right != perfect.total:
        out.append(f"scores itself {perfect.right}/{perfect.total}: {perfect.wrong}")
    return out


def main(folder: Path) -> int:
    """Check all documents of a folder."""
    bad = 0
    for path in sorted(folder.glob("*.docx")):
        found = problems(path)
        bad += bool(found)
        sys.stdout.write(f"{'BAD' if found else 'ok '} {path.name}\n")
        sys.stdout.writelines(f"     {line}\n" for line in found)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

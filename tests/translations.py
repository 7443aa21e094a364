"""Collects the screen texts, and keeps the English catalogue beside them.

``python -m tests.translations --update`` (``make messages``) reads every text that is marked in the
code and the templates, writes them to ``locale/en`` with the translations that were there already,
and compiles it. Needs no gettext on the machine: Babel reads Python, Django's own ``templatize``
turns a template into something that Babel reads.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "partituur"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = {
    "Project-Id-Version": "Partituur",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

Message = tuple[str, str, str]  # context, text, plural


def marked() -> dict[Message, list[str]]:
    """Every marked text, with the files that it stands in."""
    found: dict[Message, list[str]] = {}
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in (".py", ".html", ".txt") and "migrations" not in path.parts:
            for message in _in_file(path):
                places = found.setdefault(message, [])
                name = path.relative_to(SOURCE).as_posix()
                if name not in places:
                    places.append(name)
    return found


def _in_file(path: Path) -> Iterator[Message]:
    text = path.read_text()
    if path.suffix != ".py":
        from django.utils.translation.template import templatize

        text = templatize(text, origin=str(path))
    for _line, said, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
        words = said if isinstance(said, tuple) else (said, "")
        if words[0]:
            yield context or "", words[0], words[1]


def updated(old: polib.POFile) -> polib.POFile:
    """The catalogue with exactly the marked texts, in the order of their places."""
    known = {(each.msgctxt or "", each.msgid, each.msgid_plural or ""): each for each in old}
    new = polib.POFile(wrapwidth=99)
    new.metadata = HEADER
    for message, places in marked().items():
        context, text, plural = message
        entry = polib.POEntry(msgid=text, occurrences=[(each, "") for each in places])
        if context:
            entry.msgctxt = context
        before = known.get(message)
        if plural:
            entry.msgid_plural = plural
            entry.msgstr_plural = before.msgstr_plural if before else {0: "", 1: ""}
        else:
            entry.msgstr = before.msgstr if before else ""
        new.append(entry)
    return new


def main(arguments: list[str] | None = None) -> int:
    """Update and compile the catalogue; 1 when a text still has no translation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the catalogue")
    options = parser.parse_args(arguments)
    old = polib.pofile(str(CATALOGUE)) if CATALOGUE.exists() else polib.POFile()
    catalogue = updated(old)
    if options.update:
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(CATALOGUE))
        catalogue.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    missing = [each.msgid for each in catalogue if not each.translated()]
    for text in missing:
        sys.stdout.write(f"no English yet: {text!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

"""English is complete, and no screen has words that cannot be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polib
import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils.translation import trans_real
from tests import translations
from tests.browser.test_every_page import addresses

from partituur.demo import fill
from partituur.kernel import richtext
from partituur.plans import queries
from partituur.schools.models import Membership

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}|%s")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(translations.CATALOGUE))


def test_the_catalogue_holds_exactly_what_is_marked(catalogue: polib.POFile) -> None:
    held = {(each.msgctxt or "", each.msgid, each.msgid_plural or "") for each in catalogue}
    marked = set(translations.marked())
    assert marked - held == set(), "run make messages, and translate what is new"
    assert held - marked == set(), "run make messages"


def test_every_text_has_its_english(catalogue: polib.POFile) -> None:
    assert [each.msgid for each in catalogue if not each.translated() or each.fuzzy] == []


def test_every_translation_keeps_its_placeholders(catalogue: polib.POFile) -> None:
    def marks(text: str) -> set[str]:
        return set(PLACEHOLDER.findall(text))

    wrong = []
    for each in catalogue:
        pairs = [(each.msgid, each.msgstr)]
        if each.msgid_plural:
            one, more = each.msgstr_plural[0], each.msgstr_plural[1]
            pairs = [(each.msgid, one), (each.msgid_plural, more)]
        wrong += [said for said, english in pairs if marks(said) != marks(english)]
    assert wrong == []


def test_what_is_compiled_is_what_is_written(catalogue: polib.POFile) -> None:
    compiled = polib.mofile(str(translations.CATALOGUE.with_suffix(".mo")))
    assert {(each.msgid, each.msgstr, str(each.msgstr_plural)) for each in compiled} == {
        (each.msgid, each.msgstr, str(each.msgstr_plural)) for each in catalogue
    }


# --- every page, with each translated text between brackets --------------------------------------

ALLOWED = re.compile(
    r"""(?x) ^(?: [\W\d_]*                                       # signs and numbers
      | Partituur | English | Nederlands | BRIN | [A-Z]{1,2}          # names; initials in a face
      | \d+-[0-9a-f]{24}                                              # a fingerprint
      | Word | PDF | JSON | Markdown                                  # kinds of files
      | (?:Sat|Sun)?\ ?\d{1,2}\ [A-Z][a-z]+\ \d{4} | [A-Z][a-z]+day\ \d+\ [A-Z][a-z]+\ \d{4}
      )$"""
)
_INSIDE = r"[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*"  # a text that quotes texts
BETWEEN = re.compile(rf"\s*(?:[·(),:]|⟦[^⟦⟧]*(?:⟦{_INSIDE}⟧[^⟦⟧]*)*⟧)\s*")


@pytest.fixture
def bracketed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    """English as a language in which each text is itself, between brackets."""
    catalogue = polib.pofile(str(translations.CATALOGUE))
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for each in catalogue:
        if each.msgid_plural:
            each.msgstr_plural = {0: f"⟦{each.msgid}⟧", 1: f"⟦{each.msgid_plural}⟧"}
        else:
            each.msgstr = f"⟦{each.msgid}⟧"
    catalogue.save_as_mofile(str(folder / "django.mo"))
    settings.LOCALE_PATHS = [tmp_path]
    monkeypatch.setattr(trans_real, "_translations", {})
    queries._made_format.cache_clear()
    yield
    queries._made_format.cache_clear()


SILENT = ("script", "style", "svg", "textarea", "pre")


class Texts(HTMLParser):
    """What a page says: its texts, and what is only said aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent, self.inside = 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in SILENT or (self.silent and tag == self.inside):
            self.silent += 1
            self.inside = self.inside or tag
        elif not self.silent and given.get("lang") == "nl" and tag != "html":
            self.silent, self.inside = 1, tag  # the plan's own words, marked as Dutch
        for name, value in attrs:
            if name in ("aria-label", "title", "placeholder", "alt") and value:
                self.found.append(value)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and (tag in SILENT or tag == self.inside):
            self.silent -= 1
            self.inside = self.inside if self.silent else ""

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.found.append(" ".join(data.split()))


def words_of_people() -> str:
    """All that is in the database: names and texts that nobody translates."""
    found = []
    for model in apps.get_models():
        fields = [
            each.name
            for each in model._meta.get_fields()
            if isinstance(each, models.CharField | models.TextField)
        ]
        for row in model._default_manager.values_list(*fields) if fields else ():
            for value in row:
                if value:
                    found += [str(value), richtext.to_plain(str(value))]
    return " ".join(" ".join(found).split())


def test_every_word_on_every_page_can_be_translated(
    transactional_db: None, bracketed: None
) -> None:
    fill.fill()
    people = words_of_people()
    bare: dict[str, str] = {}
    for role in ("is_coordinator", "is_teacher", "is_leader"):
        client = Client(headers={"Accept-Language": "en"})
        member = Membership.objects.filter(**{role: True}).order_by("pk")[0]
        assert member.person
        client.force_login(member.person)
        for address in addresses():
            answer = client.get(address, follow=True)
            page = Texts()
            page.feed(answer.content.decode())
            for text in page.found:
                whole = ALLOWED.match(text) or text in people
                pieces = [] if whole else [each.rstrip(".") for each in BETWEEN.split(text)]
                if not all(ALLOWED.match(each) or each in people for each in pieces):
                    bare.setdefault(text, address)
    assert bare == {}

"""The gallery shows everything, and the room keeps its own promises."""

from __future__ import annotations

import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from django.template import engines
from django.test import Client

from partituur import ui
from partituur.ui.icons import ICONS
from partituur.ui.templatetags.ui import register

ROOM = Path(ui.__file__).parent
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))
STATIC = ROOM / "static" / "ui"
STYLES = sorted(STATIC.glob("*.css"))
OF_THE_FRAME = {"theme", "toasts"}  # in base.html, so on every page of the gallery


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/stijl/", "/stijl/blad/", "/stijl/formulier/"])
def test_the_gallery_needs_no_account(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_the_gallery_takes_nothing(client: Client) -> None:
    assert client.post("/stijl/").status_code == 405


@pytest.mark.django_db
def test_a_page_with_errors_says_so_in_its_title(client: Client) -> None:
    assert "<title>Fout: " in client.get("/stijl/formulier/").text
    assert "<title>Stijl" in client.get("/stijl/").text


def test_every_component_has_an_example() -> None:
    examples = "".join(each.read_text() for each in (ROOM / "templates/ui/examples").glob("*.html"))

    shown = set(re.findall(r"{% (\w+)", examples))

    assert [name for name in register.tags if name not in shown | OF_THE_FRAME] == []


@pytest.mark.django_db
def test_every_icon_is_shown(client: Client) -> None:
    page = client.get("/stijl/").text

    assert [name for name in ICONS if f"<code>{name}</code>" not in page] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_styles_or_scripts_in_it(path: Path) -> None:
    source = path.read_text()

    assert not re.search(
        r"\sstyle=|<style|\son\w+=|javascript:|data:|<script(?![^>]*\bsrc=)", source
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_template_can_be_loaded(path: Path) -> None:
    assert engines["django"].get_template(str(path.relative_to(ROOM / "templates")))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_fetch_nothing_but_fonts(path: Path) -> None:
    source = path.read_text()

    assert "@import" not in source
    assert re.findall(r"url\(\"(?!fonts/)", source) == []


@pytest.mark.parametrize(
    "path", [each for each in STYLES if each.name != "fonts.css"], ids=lambda path: path.name
)
def test_every_rule_stands_in_a_layer(path: Path) -> None:
    outside = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    depth, kept = 0, ""
    for letter in outside:
        depth -= letter == "}"
        kept += letter if depth == 0 else ""
        depth += letter == "{"

    rules = [each.strip() for each in re.split(r"[{};]", kept) if each.strip()]

    assert [each for each in rules if not each.startswith("@layer ")] == []


@pytest.mark.parametrize(
    "path", [each for each in STYLES if each.name != "gallery.css"], ids=lambda path: path.name
)
def test_colours_are_named_among_the_tokens_only(path: Path) -> None:
    without_tokens = re.sub(r"--[\w-]+:[^;]+;|@supports .*", "", path.read_text())

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb\(", without_tokens) == []


def test_the_styles_and_scripts_stay_small() -> None:
    def size(paths: list[Path]) -> int:
        return sum(len(brotli.compress(each.read_bytes())) for each in paths)

    assert size([each for each in STYLES if each.name != "gallery.css"]) <= 12_000
    assert size(sorted((STATIC / "js").glob("*.js"))) <= 3_000

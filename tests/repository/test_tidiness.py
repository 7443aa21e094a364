"""What a reader may trust about the repository itself."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def tracked() -> list[Path]:
    """The files of the repository; in an export without git, all that lie in its folders."""
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if told.returncode == 0:
        return [ROOT / each for each in told.stdout.splitlines() if (ROOT / each).exists()]
    folders = ("src", "tests", "bench", "docs")
    return [path for each in folders for path in (ROOT / each).rglob("*") if path.is_file()]


def test_no_file_names_a_place_that_only_one_machine_has() -> None:
    own = re.compile(
        r"file:///(?!\{)|(?<![\w.}/])/(?:root|home)/\w|--(?:extra-)?index-url|/simple/"
    )
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()[:80]}"
        for path in tracked()
        if path.suffix in (".lock", ".md", ".toml", ".txt", ".yml", ".json", ".cfg", "")
        and "corpus" not in path.parts
        for line in path.read_text(errors="replace").splitlines()
        if own.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_pinned_package_has_its_hashes(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    pinned = [at for at, line in enumerate(lines) if re.match(r"[a-z0-9][\w.-]*==", line)]
    assert pinned
    assert [lines[at] for at in pinned if "--hash=sha256:" not in lines[at + 1]] == []


def test_every_dependency_has_a_word_on_why() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    needed = PROJECT["project"]["dependencies"]
    needed += [
        each for some in PROJECT["project"]["optional-dependencies"].values() for each in some
    ]
    silent = [
        each
        for each in needed
        if not re.search(rf'^\s*"{re.escape(each)}",\s+# \w.+', text, re.MULTILINE)
    ]
    assert silent == []


def test_what_others_made_lies_here_with_its_licence_and_version() -> None:
    vendor = ROOT / "src/partituur/ui/static/ui/vendor"
    told = (vendor / "VENDORED.md").read_text()
    scripts = list(vendor.glob("*.js"))
    assert scripts
    for script in scripts:
        assert script.name in told
        assert re.search(r"\d+\.\d+\.\d+", script.name)
        assert list(vendor.glob(f"{script.name.split('-')[0]}-LICENSE*"))


def test_every_room_is_in_the_description_of_the_house() -> None:
    told = (ROOT / "docs/architecture.md").read_text()
    source = ROOT / "src/partituur"
    rooms = {each.name for each in source.iterdir() if (each / "__init__.py").exists()}
    described = set(re.findall(r"^\| `(\w+)/` \|", told, re.MULTILINE))
    assert described == rooms
    for name in re.findall(r"`((?:\w+/)+\w+\.(?:py|html|js))`", told):
        places = (source / name, source / "web/templates" / name, ROOT / name)
        assert any(each.exists() for each in places), name


def test_links_in_documents_lead_somewhere() -> None:
    broken = [
        f"{document.name}: {target}"
        for document in DOCUMENTS
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text())
        if "://" not in target
        and not target.startswith("mailto:")
        and not (document.parent / target).exists()
    ]
    assert broken == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(each.name[:4]) for each in (ROOT / "docs/decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_table_and_every_field_has_its_word_in_the_glossary() -> None:
    from partituur.plans.format import STANDARD

    told = (ROOT / "docs/glossary.md").read_text()
    ours = [each for each in apps.get_models() if each.__module__.startswith("partituur.")]
    keys = {
        field.key
        for kind in STANDARD.kinds
        for field in kind.fields
        if not field.key.startswith("effort_")
    }
    missing = [each.__name__ for each in ours if f"`{each.__name__}`" not in told]
    missing += [each for each in sorted(keys) if f"`{each}`" not in told]
    assert missing == []


def test_the_example_of_settings_names_exactly_those_that_are_read() -> None:
    settings = (ROOT / "src/partituur/config/settings.py").read_text()
    services = (ROOT / "src/partituur/config/env.py").read_text().partition("sign_in_services")[2]
    read = set(re.findall(r'env\.\w+\("(PARTITUUR_\w+)"', settings))
    read |= set(re.findall(r'(?:text|flag)\("(PARTITUUR_\w+)"', services))
    told = set(re.findall(r"^(PARTITUUR_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert told == read


def test_the_first_screen_of_the_readme_says_what_it_is_with_a_picture_and_two_commands() -> None:
    first = "\n".join((ROOT / "README.md").read_text().splitlines()[:14])
    assert "begeleidingsplan" in first
    assert "](docs/beeld/plan.png)" in first
    assert "make demo" in first
    assert "make test" in first


def test_the_package_takes_along_all_that_it_needs() -> None:
    globs = PROJECT["tool"]["setuptools"]["package-data"]["partituur"]
    endings = {each.removeprefix("**/*") for each in globs}
    left = {
        path.suffix
        for path in tracked()
        if (ROOT / "src/partituur") in path.parents
        and path.suffix not in endings | {".py", ".md", ".typed"}
    }
    assert left == set()

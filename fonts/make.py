"""Makes the fonts that Partituur ships (lettertypes), for the screen and for paper.

``make fonts`` runs it; nobody needs to, unless a package below gets a new version. It fetches the
packages with ``npm pack``, checks them against their hashes, and writes

- for the screen: woff2 files per subset, ``fonts.css`` and ``VENDORED.txt`` in ``ui/static/ui``;
- for paper: TrueType files, ``coverage.json`` and ``VENDORED.txt`` in ``exchange/pdf/fonts``.

The same packages give the same bytes, so that ``git diff`` shows whether anything changed.

Why not the packages' own files: the weights that are not used are two thirds of a variable font,
and the setter of PDFs cannot read woff2, and takes one file per style, not one per subset.
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "var" / "fonts"
WEB = ROOT / "src/partituur/ui/static/ui"
PAPER = ROOT / "src/partituur/exchange/pdf/fonts"


@dataclass(frozen=True)
class Package:
    """A package of the npm registry, pinned."""

    name: str
    version: str
    integrity: str  # as the registry gives it: "sha512-" and base64
    licence: str
    short: str  # begins the names of our files

    @property
    def folder(self) -> Path:
        return CACHE / f"{self.short}-{self.version}"


ATKINSON = Package(
    "@fontsource-variable/atkinson-hyperlegible-next",
    "5.3.0",
    "sha512-UnLzNUy1RWoLDfydAatP4NaRm99X/WbQEph7q/PymJnCFIOOwKOx3pBmp5ys8trO0dM+CKGuJgeZP9fAR4mQpA==",
    "OFL-1.1",
    "atkinson",
)
LITERATA = Package(
    "@fontsource-variable/literata",
    "5.3.0",
    "sha512-1Jw7xvOcoGyB83lxB2nG4bfNbqtX2/TTbdh9sHAOmU064SvmSdulDtA5RBu5JYWf64fdaKX7xU+z3GO1T2bCHA==",
    "OFL-1.1",
    "literata",
)
EMOJI = Package(
    "@fontsource/noto-emoji",
    "5.3.0",
    "sha512-y/aOmKKsVYi91vu3jwcrcyFN6Q80YV8UG9U5KGbV+Fxmfxr2lzSRmDkGSLaTdHPjJI+niiknSFixL+x7ti6gNg==",
    "OFL-1.1",
    "noto-emoji",
)
DEJAVU = Package(
    "dejavu-fonts-ttf",
    "2.37.3",
    "sha512-f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==",
    "Bitstream-Vera",
    "dejavu",
)

TEXT = "Atkinson Hyperlegible Next"
HEADINGS = "Literata"
SUBSETS = ("latin", "latin-ext")
TEXT_WEIGHTS = (400, 700)  # the weights that text uses, as a range
HEADING_WEIGHT = 600  # headings have one weight: a range would make the file twice as big
HEADING_SIZE = 18  # points; Literata draws letters for a size, and our headings are 12 to 30


# --- fetching ----------------------------------------------------------------------------------


def fetch(package: Package) -> None:
    """Unpack the package in the cache.

    :raises SystemExit: npm cannot have it, or it is not the one that was pinned
    """
    if package.folder.exists():
        return
    with tempfile.TemporaryDirectory() as scratch:
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=scratch, check=True)
        archive = next(Path(scratch).glob("*.tgz"))
        digest = hashlib.sha512(archive.read_bytes()).digest()
        if package.integrity != f"sha512-{base64.b64encode(digest).decode()}":
            sys.exit(f"{wanted} is not the package that was pinned.")
        with tarfile.open(archive) as opened:
            opened.extractall(scratch, filter="data")
        shutil.copytree(Path(scratch) / "package", package.folder)


def source(package: Package, subset: str, axes: str, style: str) -> TTFont:
    """The package's variable font of one subset."""
    name = package.name.rpartition("/")[2]
    return TTFont(package.folder / "files" / f"{name}-{subset}-{axes}-{style}.woff2")


def atkinson(subset: str, style: str, weight: int | tuple[int, int]) -> TTFont:
    """Atkinson Hyperlegible Next in the weights asked for."""
    font = source(ATKINSON, subset, "wght", style)
    return instancer.instantiateVariableFont(font, {"wght": weight})


def literata(subset: str) -> TTFont:
    """Literata for headings: one weight, drawn for one size."""
    font = source(LITERATA, subset, "opsz", "normal")
    return instancer.instantiateVariableFont(
        font, {"wght": HEADING_WEIGHT, "opsz": HEADING_SIZE}, updateFontNames=False
    )


# --- the screen --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Face:
    """One woff2 file and the rule that names it."""

    package: Package
    family: str
    subset: str
    style: str
    weights: str  # as CSS writes them

    @property
    def file(self) -> str:
        middle = "-italic" if self.style == "italic" else ""
        return f"{self.package.short}{middle}-{self.subset}.woff2"

    def font(self) -> TTFont:
        if self.package is LITERATA:
            return literata(self.subset)
        return atkinson(self.subset, self.style, TEXT_WEIGHTS)

    def rule(self) -> str:
        ranges = json.loads((self.package.folder / "unicode.json").read_text())[self.subset]
        return (
            "@font-face {\n"
            f'  font-family: "{self.family}";\n'
            f"  font-style: {self.style};\n"
            f"  font-weight: {self.weights};\n"
            "  font-display: swap;\n"
            f'  src: url("fonts/{self.file}") format("woff2");\n'
            f"  unicode-range: {ranges};\n"
            "}\n"
        )


def faces() -> Iterator[Face]:
    for style in ("normal", "italic"):
        for subset in SUBSETS:
            yield Face(ATKINSON, TEXT, subset, style, "400 700")
    for subset in SUBSETS:
        yield Face(LITERATA, HEADINGS, subset, "normal", "500 700")


CSS_HEAD = """\
/* The typefaces. Made by fonts/make.py: change it there.
   A browser fetches a file only where a page uses a letter of it: italic and latin-ext seldom. */
"""

# What is shown until a font has come takes as much room as the font will, so that nothing jumps.
# The widths of Arial and Times New Roman Bold are those of Liberation Sans and Serif, which were
# drawn to them: thousandths of the size, on average over LETTERS (as often as Dutch has them).
LETTERS = (
    "eeeeeeeeeeeeeeeeeeennnnnnnnnnaaaaaaaatttttttiiiiiirrrrrrooooooddddddssssllllgggvvvhhkkmmuu"
    "bbppwwjzcf                  "
)
FALLBACKS = {
    TEXT: ("Arial", "Liberation Sans", 454.6),
    HEADINGS: ("Times New Roman Bold", "Liberation Serif Bold", 435.5),
}


def fallback_rule(family: str, weights: str, font: TTFont) -> str:
    """A local font under our name, scaled to the font that it stands in for."""
    local, also, its_width = FALLBACKS[family]
    cmap, widths, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm / 1000
    width = sum(widths[cmap[ord(each)]][0] for each in LETTERS) / len(LETTERS) / unit
    scale = width / its_width
    high, low, gap = (
        value / unit / 10 / scale
        for value in (font["hhea"].ascent, -font["hhea"].descent, font["hhea"].lineGap)
    )
    return (
        "@font-face {\n"
        f'  font-family: "{family} Fallback";\n'
        f'  src: local("{local}"), local("{also}");\n'
        f"  font-weight: {weights};\n"
        f"  size-adjust: {scale:.1%};\n"
        f"  ascent-override: {high:.1f}%;\n"
        f"  descent-override: {low:.1f}%;\n"
        f"  line-gap-override: {gap:.1f}%;\n"
        "}\n"
    )


def make_web() -> None:
    folder = emptied(WEB / "fonts")
    rules = [CSS_HEAD]
    for face in faces():
        font = face.font()
        save(font, folder / face.file, flavor="woff2")
        rules.append(face.rule())
        if (face.subset, face.style) == ("latin", "normal"):
            rules.append(fallback_rule(face.family, face.weights, font))
    (WEB / "fonts.css").write_text("\n".join(rules))
    vendored(folder, [ATKINSON, LITERATA], WEB_NOTE)


WEB_NOTE = f"""\
Atkinson Hyperlegible Next: the weight axis is limited to {TEXT_WEIGHTS[0]}-{TEXT_WEIGHTS[1]}.
Literata: pinned to weight {HEADING_WEIGHT} and optical size {HEADING_SIZE}; headings use no other.
"""


# --- paper -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Style:
    """A style of a family, as a TrueType file of its own."""

    file: str
    family: str
    name: str  # "Regular", "Bold Italic"
    weight: int
    italic: bool


STYLES = (
    Style("AtkinsonHyperlegibleNext-Regular.ttf", TEXT, "Regular", 400, False),
    Style("AtkinsonHyperlegibleNext-Bold.ttf", TEXT, "Bold", 700, False),
    Style("AtkinsonHyperlegibleNext-Italic.ttf", TEXT, "Italic", 400, True),
    Style("AtkinsonHyperlegibleNext-BoldItalic.ttf", TEXT, "Bold Italic", 700, True),
    Style("Literata-SemiBold.ttf", HEADINGS, "SemiBold", 600, False),
)


def merged(style: Style) -> TTFont:
    """The subsets of one style in one font: the setter would take the first and stop there."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for subset in SUBSETS:
            if style.family == TEXT:
                slant = "italic" if style.italic else "normal"
                font = atkinson(subset, slant, style.weight)
            else:
                font = literata(subset)
            paths.append(Path(scratch) / f"{subset}.ttf")
            save(font, paths[-1])
        whole = Merger().merge([str(path) for path in paths])
    whole["head"].created, whole["head"].modified = font["head"].created, font["head"].modified
    return whole


def without_loose_accents(font: TTFont) -> TTFont:
    """Take out the accents that stand on their own letter.

    Of a letter and a loose accent the setter would make a file in which the letter is read aloud
    twice. Letters with an accent of their own stay; the others come from the font that stands in.
    """
    for table in font["cmap"].tables:
        table.cmap = {at: name for at, name in table.cmap.items() if not 0x300 <= at <= 0x36F}
    return font


def named(font: TTFont, style: Style) -> TTFont:
    """Give the font the names by which it is found."""
    full = f"{style.family} {style.name}"
    names = {
        1: style.family if style.weight in (400, 700) else full,
        2: style.name if style.weight in (400, 700) else "Regular",
        4: full,
        6: style.file.removesuffix(".ttf"),
        16: style.family,
        17: style.name,
    }
    for key in (3, 21, 22, 25):
        font["name"].removeNames(nameID=key)
    for key, value in names.items():
        font["name"].setName(value, key, 3, 1, 0x409)
    table = font["OS/2"]
    table.usWeightClass = style.weight
    bold = style.weight == 700
    regular = not bold and not style.italic
    table.fsSelection = style.italic * 1 | bold * 1 << 5 | regular * 1 << 6
    font["head"].macStyle = bold * 1 | style.italic * 2
    return font


def make_paper() -> None:
    folder = emptied(PAPER)
    for style in STYLES:
        save(named(without_loose_accents(merged(style)), style), folder / style.file)
    emoji = TTFont(EMOJI.folder / "files" / "noto-emoji-emoji-400-normal.woff2")
    save(emoji, folder / "NotoEmoji-Regular.ttf")
    shutil.copyfile(DEJAVU.folder / "ttf" / "DejaVuSans.ttf", folder / "DejaVuSans.ttf")
    write_coverage(folder)
    vendored(folder, [ATKINSON, LITERATA, EMOJI, DEJAVU], PAPER_NOTE)


def write_coverage(folder: Path) -> None:
    """The code points that at least one of the fonts can print, as ranges of first and last.

    Not those for private use: they have no meaning to read aloud, and PDF/A forbids them.
    """
    points: set[int] = set()
    for path in folder.glob("*.ttf"):
        points |= {point for point in TTFont(path).getBestCmap() if not 0xE000 <= point <= 0xF8FF}
    text = json.dumps(list(ranges(sorted(points))), separators=(",", ":"))
    (folder / "coverage.json").write_text(text + "\n")


def ranges(points: Sequence[int]) -> Iterator[tuple[int, int]]:
    for _distance, run in groupby(enumerate(points), lambda pair: pair[1] - pair[0]):
        together = [point for _at, point in run]
        yield together[0], together[-1]


PAPER_NOTE = f"""\
Atkinson Hyperlegible Next and Literata: static styles made from the variable fonts (Literata at
optical size {HEADING_SIZE}), the subsets latin and latin-ext merged, named by family and style.
Noto Emoji (drawn in lines, weight 400) and DejaVu Sans (unchanged) stand in for what those lack:
emoji; arrows, ticks, boxes, Greek, Cyrillic, Vietnamese, Arabic, Hebrew.
coverage.json: the code points that one of these fonts can print.
"""


# --- both --------------------------------------------------------------------------------------


def emptied(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    return folder


def save(font: TTFont, path: Path, flavor: str | None = None) -> None:
    font.recalcTimestamp = False  # the same bytes every time
    font.flavor = flavor
    font.save(path)


def vendored(folder: Path, packages: Iterable[Package], note: str) -> None:
    """The licences, and a file that says what came from where."""
    lines = ["Made by fonts/make.py (make fonts) from packages of the npm registry.", ""]
    for package in packages:
        licence = f"LICENSE-{package.short}.txt"
        shutil.copyfile(package.folder / "LICENSE", folder / licence)
        lines.append(f"{package.name} {package.version}  {package.licence}  ({licence})")
        lines.append(f"  {package.integrity}")
    lines += ["", note, "sha256 of each file:"]
    for path in sorted(folder.iterdir()):
        if path.suffix in (".woff2", ".ttf"):
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    (folder / "VENDORED.txt").write_text("\n".join(lines) + "\n")


def main() -> None:
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    for package in (ATKINSON, LITERATA, EMOJI, DEJAVU):
        fetch(package)
    make_web()
    make_paper()


if __name__ == "__main__":
    main()

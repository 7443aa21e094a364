"""The school and the school year, in whatever notation the beginning of a document has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partituur.exchange.word.headings import as_printed
from partituur.exchange.word.labels import plain

_DASH = r"\s*(?:-|–|—|/|\\|‑|t/m|tot en met|tot|en|_)\s*"
_LONG = re.compile(rf"\b(20\d\d){_DASH}['’‘`´]?(20\d\d|\d\d)\b")
_MONTHS = re.compile(
    r"\b(?:juli|augustus|september|zomer) (20\d\d)\b.{1,40}"
    r"\b(?:juni|juli|augustus|zomer) (20\d\d)\b",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\b(20\d\d)\s+(20\d\d)\b")
_SHORT = re.compile(rf"(?:['’‘`´](\d\d)|\b(\d\d)){_DASH}['’‘`´]?(\d\d)\b")
_TYPE = (
    r"(?:openbare |christelijke |katholieke |protestants[- ]christelijke |rooms[- ]katholieke |"
    r"islamitische |montessori ?|dalton ?|jenaplan ?|vrije |speciale |nuts ?|freinet ?|"
    r"oecumenische |r\.?-?k\.? |p\.?-?c\.? |prot\.?[- ]chr\.? |"
    r"interconfessionele |gereformeerde |reformatorische |algemeen bijzondere )*"
    r"(?:(?:basis|montessori|dalton|jenaplan|dorps|nuts|freinet|brede |lagere |vrije|"
    r"samenwerkings|wereld)?school|kindcentrum|integraal kindcentrum|kinderopvang|ikc|kc|"
    r"obs|cbs|rkbs|r\.?k\.?b\.?s\.?|pcbs|"
    r"pcb|kbs|gbs|ibs|sbo|so|ods|ojs|dkbs|vcbs|o\.b\.s\.|c\.b\.s\.|p\.c\.b\.s\.|basisonderwijs|"
    r"school voor (?:speciaal )?basisonderwijs|daltonbasisschool|montessoribasisschool|"
    r"jenaplanbasisschool|leergemeenschap|talentencentrum)"
)
_PART = r"(?:(?:de|het|den|der|'t|’t|van|van de|aan|aan de|op|in|ter|te|la|sint|st\.)\s+)*"
_WORD = r"[A-ZÀ-Þ0-9'’][\w'’.&-]*"
_SCHOOL = re.compile(
    rf"\b((?i:{_TYPE}))\s+[\"“„‘']?"
    rf"({_PART}{_WORD}(?:\s+(?:(?i:de|het|van|der|den|en|aan|op|in|ter|te|&)\s+)*{_WORD})*)"
)
_AROUND = re.compile(
    r"^(?:(?:van|voor|schooljaar|op|bij)\s+)+|\s+(?:schooljaar|voor|het|van)$", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:het\s+)?(?:jaarlijks\s+)?begeleidingsplan(?:nen)?\b", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:schooljaar|school jaar|cursusjaar|jaar|voor|van|het|versie|concept|plan)\b",
    re.IGNORECASE,
)
_SCHOOL_LABEL = re.compile(
    r"^(?:naam\s+(?:van\s+de\s+)?)?school(?:naam)?\s*[:\t–-]\s*(\S.*)$", re.IGNORECASE
)
_NO_SCHOOL = re.compile(
    r"(?i)\b(?:versie|concept|datum|opgesteld|auteur|vastgesteld|door|directie|directeur|bestuur|"
    r"stichting|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|team|inhoud|intern|begeleider|ib|ib'er|leraar|gemeente|plan|overzicht)\b"
)


@dataclass(slots=True)
class Found:
    """What one line told, and whether that was all it said."""

    school: str | None = None
    year: str | None = None
    all_told: bool = False


def year_in(text: str, loosely: bool = True) -> tuple[str, int, int] | None:
    """The school year in a text as "2026-2027", with where it stands; None when there is none."""
    for pattern in (_LONG, _SPACED, _MONTHS):
        for match in pattern.finditer(text):
            first = int(match[1])
            last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
            if last == first + 1:
                return f"{first}-{last}", match.start(), match.end()
    for match in _SHORT.finditer(text):
        first, last = int(match[1] or match[2]), int(match[3])
        marked = match[1] or re.search(r"(?i)jaar\s*$", text[: match.start()]) or loosely
        if last == first + 1 and 15 <= first <= 60 and marked:
            return f"20{first}-20{last:02}", match.start(), match.end()
    return None


def look(text: str, *, title: bool = False, prominent: bool = False) -> Found:
    """Look at one line of the beginning of a document.

    :param title: the line names the plan, so that what is left over is the school
    :param prominent: the line stands out, as a subtitle does
    """
    found = Found()
    rest = " ".join(text.split())
    if label := _SCHOOL_LABEL.match(rest):
        if not (year := year_in(label[1])):
            return Found(school=label[1].strip(), all_told=True)
        rest = label[1]
        title = True
    if year := year_in(rest, loosely=title or bool(_TITLE.search(rest)) or len(rest) < 30):
        found.year = year[0]
        rest = rest[: year[1]] + " | " + rest[year[2] :]
    if school := _SCHOOL.search(rest):
        name = re.sub(r"(?i)\s+(?:schooljaar|begeleidingsplan|jaar)$", "", school[0])
        found.school = as_school(name)
        rest = rest[: school.start()] + " | " + rest[school.start() + len(name) :]
    named = bool(_TITLE.search(rest))
    rest = _TITLE.sub(" | ", rest)
    left = [each.strip(" ,:;.()-–—'’\"“”") for each in rest.split("|")]
    left = [each for each in left if _FILLER.sub("", each).strip(" ,:;.()-–—'’")]
    if found.school is None and len(left) == 1:
        found.school, left = _remaining(left[0], left, title=title or named, prominent=prominent)
    found.all_told = not left and (named or found.school is not None or found.year is not None)
    return found


def _remaining(
    text: str, left: list[str], *, title: bool, prominent: bool
) -> tuple[str | None, list[str]]:
    """What is left of a line may be the name of a school without a word for school before it."""
    text = _AROUND.sub("", text)
    words = text.split()
    capital = bool(re.match(r"(?:(?:de|het|'t|’t) )?[A-ZÀ-Þ]", text))
    fits = words and len(words) <= 6 and capital and not _NO_SCHOOL.search(text)
    if fits and (title or prominent) and not re.search(r"[.!?:;]$", text):
        return as_school(text), []
    return None, left


def as_school(text: str) -> str:
    """The name of a school as it is printed; one in capitals gets its small letters back."""
    text = text.strip(' ,:;-–—"“”')
    if text.endswith(".") and not re.search(r"\b\w\.$", text):
        text = text[:-1]
    letters = [each for each in text if each.isalpha()]
    if letters and not any(each.islower() for each in letters):
        words = as_printed(text).split()
        for at, word in enumerate(words):
            after = plain(words[at - 1]) if at else ""
            if word in ("de", "het", "den", "der", "'t") and after not in (
                "aan",
                "van",
                "in",
                "op",
                "bij",
            ):
                words[at] = word.capitalize()
        return " ".join(words)
    return text

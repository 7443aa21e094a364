"""A plan with initials for names (initialen): for a board, a colleague school, a presentation.

Whoever is named in the plan's structure (subjects, partners, headings) is found in its texts too.
A name that occurs only in somebody's text is not known as one, and stays; the screen says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from partituur.kernel import richtext
from partituur.kernel.richtext import Block, Item, Listing, Span
from partituur.plans.format import COORDINATOR_WORDS, LEARNING_TEAM_WORDS, TEACHER_WORDS
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, TextShot

ADDRESS = "(e-mailadres)"  # instead of an address that has a name in it

_TITLES = (
    "mevrouw", "mevr.", "mevr", "mw.", "mw", "meneer", "de heer", "dhr.", "dhr", "drs.", "dr.",
    "duo", "stagiair", "stagiaire", "zij-instromer", "starter", "startende",
)  # fmt: skip
_ROLES = sorted((*COORDINATOR_WORDS, *TEACHER_WORDS, *_TITLES), key=len, reverse=True)
_ROLE = re.compile(rf"(?:(?:{'|'.join(map(re.escape, _ROLES))})(?!\w)[\s:]*)+", re.IGNORECASE)
_PARTICLES = {
    "de", "den", "der", "van", "von", "ten", "ter", "te", "het", "'t", "’t", "el", "al", "la", "le",
    "du", "in", "op", "aan", "bij", "en", "und", "da", "dos", "di",
}  # fmt: skip
_GROUPS = {"groep", "groepen", "onderbouw", "middenbouw", "bovenbouw", "kleuters", "team"}
_AND = re.compile(r"\s+(?:en|&|\+)\s+|\s*[,/;()]\s*|\s+[–—-]\s+")
_WORD = re.compile(r"['’]?[^\W\d_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+\d*")
_EMAIL = re.compile(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.\w+")
_PERSONAL = ("teacher", "coordinator")  # their headings are names, whoever the subjects are

_Name = tuple[str, ...]  # the words of a name


def with_initials(plan: PlanShot) -> PlanShot:
    """The same plan with initials for the people in it: "Leraar Jansen" becomes "Leraar J.".

    Two people with the same initials stay two: "J.1" and "J.2".
    """
    hidden = _Hidden(list(_people(plan)))
    return replace(
        plan,
        vision=tuple(replace(each, text=hidden.plain(each.text)) for each in plan.vision),
        principles=tuple(replace(each, text=hidden.rich(each.text)) for each in plan.principles),
        parts=tuple(_part(part, hidden) for part in plan.parts),
    )


def _part(part: PartShot, hidden: _Hidden) -> PartShot:
    return replace(
        part,
        heading=hidden.plain(part.heading),
        note=hidden.plain(part.note),
        subjects=tuple(map(hidden.plain, part.subjects)),
        partner=hidden.plain(part.partner),
        goals=tuple(_goal(goal, hidden) for goal in part.goals),
    )


def _goal(goal: GoalShot, hidden: _Hidden) -> GoalShot:
    texts = {
        key: TextShot(hidden.rich(text.body), text.moment, text.hours)
        for key, text in goal.texts.items()
    }
    return replace(goal, title=hidden.plain(goal.title), texts=texts)


# --- who is in the plan ------------------------------------------------------------------------


def _people(plan: PlanShot) -> Iterator[_Name]:
    """The names in a plan's structure; a heading adds those that no subject has."""
    found: dict[_Name, None] = {}
    for part in plan.parts:
        for text in (*part.subjects, part.partner):
            found.update(dict.fromkeys(_names(text)))
    for part in plan.parts:
        if part.kind in _PERSONAL:
            for name in _names(part.heading):
                if not any(set(name) <= set(known) for known in found):
                    found[name] = None
    yield from found


def _names(text: str) -> Iterator[_Name]:
    """The names in a heading or a list of people: without roles, titles and groups."""
    for piece in _AND.split(text):
        piece = piece.strip()
        if role := _ROLE.match(piece):
            piece = piece[role.end() :]
        words = [each.strip(",:;") for each in re.split(r"[\s-]+", piece) if _WORD.match(each)]
        if any(word.casefold() in LEARNING_TEAM_WORDS for word in words):
            continue
        if name := tuple(word for word in words if word.casefold() not in _GROUPS):
            yield name


def _initials(name: _Name) -> str:
    """ "J.B." for Jesse Bakker, "A.V." for Anna de Vries, "P.J." for P.J."""
    own = [word for word in name if word.casefold() not in _PARTICLES] or list(name)
    return "".join(
        word.rstrip("0123456789")
        if _INITIALS.fullmatch(word)
        else word.strip("'’")[0].upper() + "."
        for word in own
    )


def _distinct(people: Sequence[_Name]) -> Iterator[str]:
    """Initials for each of these people, all different. Who has only initials, keeps them."""
    taken = {name[0] for name in people if _is_initials(name)}
    often = Counter(_initials(name) for name in people)
    for name in people:
        made = _initials(name)
        if _is_initials(name):
            yield name[0]
            continue
        if often[made] > 1:
            made = next(f"{made}{number}" for number in count(1) if f"{made}{number}" not in taken)
            taken.add(made)
        yield made


def _is_initials(name: _Name) -> bool:
    return len(name) == 1 and bool(_INITIALS.fullmatch(name[0]))


# --- what stands in their place ----------------------------------------------------------------


class _Hidden:
    """Knows the people of a plan, and puts initials in their place."""

    def __init__(self, people: Sequence[_Name]) -> None:
        self.instead: dict[str, str] = {}  # by the whole name, a first name or a surname
        self.words: set[str] = set()
        whole: set[str] = set()
        single: set[str] = set()
        for name, initials in zip(people, _distinct(people), strict=True):
            for word in filter(_tells, name):
                self._put(word, initials)
                single |= {word, word.upper()}
            if surname := _surname(name):
                self._put(surname, initials)
                single |= {surname, surname[0].upper() + surname[1:]}
            if not _is_initials(name):
                self.instead[" ".join(name).casefold()] = initials
                (whole if len(name) > 1 else single).add(" ".join(name))
        self.words = {word.casefold() for word in single}
        self.pattern = _pattern(whole, single)

    def _put(self, word: str, initials: str) -> None:
        key = word.casefold()
        shared = self.instead.get(key, initials) != initials
        self.instead[key] = f"{word[0]}." if shared else initials

    def plain(self, text: str) -> str:
        """A text without names."""
        if self.pattern is None:
            return text
        return self.pattern.sub(self._initials, _EMAIL.sub(self._address, text))

    def rich(self, source: str) -> str:
        """A text with its manners (rich-text source) without names."""
        blocks = richtext.parse(source)
        changed = tuple(_mapped(block, self._span) for block in blocks)
        return source if changed == blocks else richtext.from_blocks(changed)

    def _initials(self, found: re.Match[str]) -> str:
        instead = self.instead[" ".join(re.split(r"[\s-]+", found["name"])).casefold()]
        if found["genitive"]:
            return f"{instead}’s"
        stop = "" if instead.endswith(".") else found["stop"] or ""
        return instead + stop

    def _span(self, span: Span) -> Span:
        href = "" if self._names_somebody(span.href) else span.href
        return replace(span, text=self.plain(span.text), href=href)

    def _address(self, found: re.Match[str]) -> str:
        return ADDRESS if self._names_somebody(found[0]) else found[0]

    def _names_somebody(self, address: str) -> bool:
        parts = re.split(r"[\W_]+", address.casefold()) if address else []
        return not self.words.isdisjoint(parts)


def _tells(word: str) -> bool:
    """Whether a word of a name points somebody out on its own."""
    if len(word.strip(".'’")) < 2 or word.casefold() in _PARTICLES or _INITIALS.fullmatch(word):
        return False
    return word[0].isupper()


def _surname(name: _Name) -> str:
    """A surname with what stands before it: "de Wit"; empty where nothing does."""
    at = next((at for at, word in enumerate(name) if word.casefold() in _PARTICLES), None)
    return " ".join(name[at:]) if at else ""


def _pattern(whole: Iterable[str], single: Iterable[str]) -> re.Pattern[str] | None:
    """Finds whole names in any case, and single words with the capitals that they have."""
    ways = [
        "(?i:" + r"[\s-]+".join(map(re.escape, name.split(" "))) + ")"
        for name in sorted(whole, key=lambda name: (-len(name), name))
    ]
    ways += [
        r"[\s-]+".join(map(re.escape, word.split(" ")))
        for word in sorted(single, key=lambda word: (-len(word), word))
    ]
    if not ways:
        return None
    return re.compile(
        rf"(?<!\w)(?P<name>{'|'.join(ways)})"
        r"(?P<genitive>(?<![aiouysxzAIOUYSXZ.])s)?(?!\w)(?P<stop>\.(?=\s|$))?"
    )


def _mapped(block: Block, change: Callable[[Span], Span]) -> Block:
    if isinstance(block, Listing):
        return replace(block, items=tuple(_mapped_item(item, change) for item in block.items))
    return replace(block, spans=tuple(map(change, block.spans)))


def _mapped_item(item: Item, change: Callable[[Span], Span]) -> Item:
    lists = tuple(_mapped(each, change) for each in item.lists)
    return Item(
        tuple(map(change, item.spans)),
        tuple(each for each in lists if isinstance(each, Listing)),
    )

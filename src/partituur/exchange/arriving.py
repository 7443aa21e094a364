"""Arriving (binnenkomen): what a reader found in a document, made ready for a plan.

A document becomes a snapshot and a list of texts that found no place. Nothing is stored here;
``plans.actions.importing`` does that, after somebody has seen what will happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from partituur.exchange.reading import ReadGoal, ReadPlan
from partituur.kernel.errors import Unreadable
from partituur.plans.actions.importing import Loose
from partituur.plans.format import (
    COORDINATOR_WORDS,
    TEACHER_WORDS,
    Format,
    PartKind,
    format_for,
)
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)
from partituur.schools.models import Membership, Role

_PERSON = re.compile(
    r"^(?:"
    + "|".join(re.escape(word) for word in (*COORDINATOR_WORDS, *TEACHER_WORDS))
    + r")\s+(?=\S)",
    re.IGNORECASE,
)
_ROLES = {"teacher": Role.TEACHER, "coordinator": Role.COORDINATOR}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that was read: what it brings, and what it says of itself."""

    shot: PlanShot
    loose: tuple[Loose, ...] = ()
    found_school: str = ""
    found_year: str = ""  # "2026-2027"; empty when the document names none
    notes: tuple[str, ...] = ()  # what was passed over: comments, headers …


def read(file_name: str, data: bytes, *, fmt: Format, year: str) -> Arrival:
    """Read a document that somebody handed in: a Word file, or the JSON of a plan.

    :param fmt: the format of the school, with the labels that it chose
    :param year: the school year that it is meant for, "2026-2027"
    :raises Unreadable: it is neither, or it cannot be opened; the text says what to do instead
    """
    name = file_name.lower()
    if name.endswith(".json") or (not data.startswith(b"PK") and data.lstrip()[:1] == b"{"):
        return _from_json(data)
    if name.endswith((".pdf", ".odt", ".pages", ".txt")):
        raise Unreadable(
            _(
                "Dit is geen Word-bestand. Open het in je tekstverwerker, bewaar het als "
                "Word-document (.docx) en kies dat bestand."
            )
        )
    from partituur.exchange.word import reading

    found = reading.read(data, fmt)
    return Arrival(
        shot=as_shot(found, school=found.school or "", year=found.year or year, fmt=fmt),
        loose=tuple(loose(found, fmt)),
        found_school=found.school or "",
        found_year=found.year or "",
        notes=tuple(found.notes),
    )


def _from_json(data: bytes) -> Arrival:
    from partituur.exchange.json import reading

    shot = reading.read(data)
    return Arrival(shot, found_school=shot.school, found_year=shot.year)


# --- a document as a snapshot ------------------------------------------------------------------


def as_shot(read: ReadPlan, *, school: str, year: str, fmt: Format) -> PlanShot:
    """What a reader found, as a snapshot of a concept. Lines have no ids yet.

    :param school: the name of the school that it is meant for
    """
    vision = tuple(
        VisionShot(f"visie-{number}", text) for number, text in enumerate(_statements(read), 1)
    )
    ids = {each.text: each.id for each in vision}
    parts = [
        *_whole_school("general", read.general, fmt, ids),
        *_whole_school("team", read.team, fmt, ids),
    ]
    for section in read.sections:
        kind = fmt.kind(section.kind if fmt.has(section.kind) else "other")
        parts.append(
            PartShot(
                id="",
                kind=kind.key,
                heading=section.subject,
                note=section.note,
                emphasis=section.emphasis,
                subjects=tuple(section.subjects),
                partner=section.partner,
                shared=False,
                goals=tuple(_goal(kind, goal, ids) for goal in section.goals),
            )
        )
    accents = set(read.new_accents)
    return PlanShot(
        school=school,
        year=year,
        state="draft",
        format=fmt,
        vision=vision,
        principles=tuple(
            PrincipleShot(id="", text=each, new_accent=number in accents)
            for number, each in enumerate(read.principles)
        ),
        parts=tuple(parts),
    )


def _statements(read: ReadPlan) -> Iterator[str]:
    """The statements of the vision that goals name, each once, in their order."""
    sections = (goal for section in read.sections for goal in section.goals)
    goals = (*read.general, *read.team, *sections)
    yield from dict.fromkeys(text for goal in goals for text in goal.vision)


def loose(read: ReadPlan, fmt: Format | None = None) -> list[Loose]:
    """The texts of a document that found no place: what the reader could not place, and what
    stands under a label that this part of the plan does not have, or that the school hides."""
    fmt = fmt or format_for()
    found = [
        Loose(body=each.text, heading=each.heading, before=each.before, after=each.after)
        for each in read.unplaced
    ]
    for kind, heading, goal in _goals_of(read, fmt):
        found += [
            Loose(body=body, heading=heading)
            for key, body in goal.texts.items()
            if body and _place_of(kind, key) is None
        ]
    return found


def _whole_school(
    key: str, goals: Sequence[ReadGoal], fmt: Format, vision: Mapping[str, str]
) -> Iterator[PartShot]:
    if goals:
        kind = fmt.kind(key)
        found = tuple(_goal(kind, goal, vision) for goal in goals)
        yield PartShot(id="", kind=key, heading=kind.label, goals=found)


def _goals_of(read: ReadPlan, fmt: Format) -> Iterator[tuple[PartKind, str, ReadGoal]]:
    for key, goals in (("general", read.general), ("team", read.team)):
        for goal in goals:
            yield fmt.kind(key), fmt.kind(key).label, goal
    for section in read.sections:
        for goal in section.goals:
            key = section.kind if fmt.has(section.kind) else "other"
            yield fmt.kind(key), section.subject, goal


def _goal(kind: PartKind, goal: ReadGoal, vision: Mapping[str, str]) -> GoalShot:
    texts: dict[str, TextShot] = {}
    for key, body in goal.texts.items():
        place = _place_of(kind, key)
        if place is not None and body:
            before = f"{texts[place].body}\n\n" if place in texts else ""
            texts[place] = TextShot(before + body)
    ties = tuple(vision[each] for each in goal.vision)
    return GoalShot(id="", texts=texts, title=goal.title, vision=ties)


def _place_of(kind: PartKind, key: str) -> str | None:
    """The field that a text belongs in; one that is printed with another goes to the first.

    A field that the school hides is none: nobody would see the text there.
    """
    shown = [each.key for each in kind.shown]
    for pair in kind.together:
        if pair.key == key:
            key = next((each for each in pair.keys if each in shown), key)
    return key if key in shown else None


# --- who is meant -------------------------------------------------------------------------------


def guess(part: PartShot, members: Iterable[Membership]) -> Membership | None:
    """The one member that a part of a document seems to be about; None when in doubt.

    "Leraar J." is Jesse Bakker when nobody else with that role begins with a J. Somebody looks at
    it before anything is stored.
    """
    role = _ROLES.get(part.kind)
    candidates = [each for each in members if role is None or role in each.roles]
    for wanted in (*part.subjects, part.heading, _PERSON.sub("", part.heading)):
        words = _words(wanted)
        for matches in (_is_the_name, _is_the_first_name, _are_the_initials):
            found = [each for each in candidates if matches(words, _words(each.name))]
            if len(found) == 1 and (role or matches is _is_the_name):
                return found[0]
    return None


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _is_the_name(wanted: list[str], name: list[str]) -> bool:
    return bool(wanted) and wanted == name


def _is_the_first_name(wanted: list[str], name: list[str]) -> bool:
    return len(wanted) == 1 and len(wanted[0]) > 1 and wanted == name[:1]


def _are_the_initials(wanted: list[str], name: list[str]) -> bool:
    """ "J", or "J B": each word of one letter, in the order of the name."""
    if not wanted or any(len(word) > 1 for word in wanted) or len(wanted) > len(name):
        return False
    return name[0][0] == wanted[0] and (len(wanted) == 1 or name[-1][0] == wanted[-1])

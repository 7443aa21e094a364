"""Comparing two plans (verschillen): what changed between two snapshots, in plain words.

Two versions of a plan, or this year's with last year's. What belongs together is found by its id,
by what it says it continues, and for parts also by what they are: the school's own by their kind, a
person's by its heading. A part that is withheld in either is left out, as if it were in neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django.utils.translation import gettext as _

from partituur.kernel import richtext
from partituur.plans import printing
from partituur.plans.comparing import Change, compare
from partituur.plans.format import PartKind
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, PrincipleShot

EMPHASES = {"light": "licht", "normal": "gewoon", "intensive": "intensief"}


class _Known(Protocol):
    """What has an id, and may continue something earlier."""

    @property
    def id(self) -> str: ...
    @property
    def continues(self) -> str: ...


T = TypeVar("T", bound=_Known)


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that is not what it was: its label, what happened in words, and word for word."""

    label: str
    said: str
    changes: tuple[Change, ...] = ()

    @property
    def is_new(self) -> bool:
        return bool(self.changes) and all(each.kind == "new" for each in self.changes)


@dataclass(frozen=True, slots=True)
class Differing:
    """A goal, or the principles, or the head of a part: its name, and what changed in it."""

    name: str
    lines: tuple[Difference, ...]
    said: str = ""  # what happened to it as a whole: "is erbij gekomen"


@dataclass(frozen=True, slots=True)
class Section:
    """A part, or the principles, in which something changed."""

    heading: str
    said: str  # what happened to it as a whole, or nothing
    places: tuple[Differing, ...]


def between(before: PlanShot, after: PlanShot) -> list[Section]:
    """What changed from one snapshot to another, in the order of the later; nothing when equal."""
    sections = [_principles(before.principles, after.principles), _vision(before, after)]
    pairs = list(_paired_parts(before, after))
    moved = _out_of_place(
        [(old, new) for old, new in pairs if old and new], before.parts, after.parts
    )
    sections += [_part(before, after, old, new, moved) for old, new in pairs]
    return [each for each in sections if each.said or each.places]


# --- what belongs together --------------------------------------------------------------------


def _paired(
    before: Sequence[T], after: Sequence[T], alike: Callable[[T, T], bool] = lambda *_: False
) -> Iterator[tuple[T | None, T | None]]:
    """Each of the later with its earlier one, in the later order; then what is gone."""
    left = list(before)

    def taken(new: T, belongs: Callable[[T], bool]) -> T | None:
        found = next((old for old in left if belongs(old)), None)
        if found is not None:
            left.remove(found)
        return found

    sure: dict[int, T | None] = {}
    for at, new in enumerate(after):
        sure[at] = taken(new, lambda old, new=new: bool(new.id) and old.id == new.id) or taken(  # type: ignore[misc]
            new,
            lambda old, new=new: bool(new.continues) and old.id == new.continues,  # type: ignore[misc]
        )
    for at, new in enumerate(after):
        old = sure[at]
        if old is None:
            old = taken(new, lambda old, new=new: alike(old, new))  # type: ignore[misc]
        yield old, new
    for each in left:
        yield each, None


def _paired_parts(
    before: PlanShot, after: PlanShot
) -> Iterator[tuple[PartShot | None, PartShot | None]]:
    def alike(old: PartShot, new: PartShot) -> bool:
        single = after.kind_of(new).single
        return old.kind == new.kind and (single or old.heading.lower() == new.heading.lower())

    for old, new in _paired(before.parts, after.parts, alike):
        if not any(each is not None and each.withheld for each in (old, new)):
            yield old, new


# --- principles and vision --------------------------------------------------------------------


def _principles(before: Sequence[PrincipleShot], after: Sequence[PrincipleShot]) -> Section:
    places = []
    pairs = list(_paired(before, after))
    moved = _out_of_place([(old, new) for old, new in pairs if old and new], before, after)
    for old, new in pairs:
        number = after.index(new) + 1 if new else before.index(old) + 1
        name = _("Uitgangspunt {number}").format(number=number)
        said, lines = _whole(old, new), []
        was, now = (richtext.to_plain(each.text) if each else "" for each in (old, new))
        if was != now:
            lines.append(Difference("", _said(was, now), tuple(compare(was, now))))
        if old and new:
            if old.new_accent != new.new_accent:
                accent = _("is nu een nieuw accent") if new.new_accent else _("geen accent meer")
                lines.append(Difference(_("Accent"), accent))
            if new.id in moved:
                said = _moved_from(before.index(old) + 1, number)
        if said or lines:
            places.append(Differing(name, tuple(lines), said))
    return Section(_("Uitgangspunten en principes"), "", tuple(places))


def _vision(before: PlanShot, after: PlanShot) -> Section:
    """Statements that goals point at: reworded ones, new ones and ones that are gone."""
    old, new = ({each.id: each.text for each in shot.vision} for shot in (before, after))
    places = []
    for id in dict.fromkeys([*new, *old]):
        was, now = old.get(id, ""), new.get(id, "")
        if was != now:
            line = Difference("", _said(was, now), tuple(compare(was, now)))
            places.append(
                Differing(_("Visie-uitspraak"), (line,), _whole(was or None, now or None))
            )
    return Section(_("Visie van de school"), "", tuple(places))


# --- parts and goals --------------------------------------------------------------------------


def _part(
    before: PlanShot, after: PlanShot, old: PartShot | None, new: PartShot | None, moved: set[str]
) -> Section:
    one = new or old
    assert one is not None
    shot = after if new else before
    kind = shot.kind_of(one)
    heading = one.heading or kind.label
    places = []
    if old and new and (lines := tuple(_head(old, new))):
        places.append(Differing(_("Kop en mensen"), lines))
    whole = _whole(old, new)
    if new and new.id in moved:
        whole = _("staat op een andere plaats")
    goals = list(_paired(old.goals if old else (), new.goals if new else ()))
    shifted = _out_of_place(
        [(a, b) for a, b in goals if a and b], old.goals if old else (), new.goals if new else ()
    )
    for was, now in goals:
        if (place := _goal(before, after, kind, old, new, was, now, shifted)) is not None:
            places.append(place)
    return Section(heading, whole, tuple(places))


def _head(old: PartShot, new: PartShot) -> Iterator[Difference]:
    pairs = (
        (_("Kop"), old.heading, new.heading),
        (_("Naast de kop"), old.note, new.note),
        (_("Nadruk"), EMPHASES.get(old.emphasis, ""), EMPHASES.get(new.emphasis, "")),
        (_("Wie"), ", ".join(old.subjects), ", ".join(new.subjects)),
        (_("Samen met"), old.partner, new.partner),
    )
    for label, was, now in pairs:
        if was != now:
            yield Difference(label, _said(was, now), tuple(compare(was, now)))


def _goal(
    before: PlanShot,
    after: PlanShot,
    kind: PartKind,
    old: PartShot | None,
    new: PartShot | None,
    was: GoalShot | None,
    now: GoalShot | None,
    moved: set[str],
) -> Differing | None:
    goal, goals = (now, new.goals) if now and new else (was, old.goals if old else ())
    assert goal is not None
    number = goals.index(goal) + 1
    name = _("Doel {number}").format(number=number)
    if headline := " ".join(printing.headline(kind, goal).split()):
        name = f"{name}: {headline}"
    lines = tuple(_lines(before, after, old, new, was, now))
    said = _whole(was, now)
    if was and now and old and now.id in moved:
        said = _moved_from(old.goals.index(was) + 1, number)
    return Differing(name, lines, said) if said or lines else None


def _lines(
    before: PlanShot,
    after: PlanShot,
    old: PartShot | None,
    new: PartShot | None,
    was: GoalShot | None,
    now: GoalShot | None,
) -> Iterator[Difference]:
    title = (was.title if was else "", now.title if now else "")
    if title[0] != title[1]:
        yield Difference(_("Titel"), _said(*title), tuple(compare(*title)))
    for key, label in _labels(before, after, old, new).items():
        said = (_text(was, key), _text(now, key))
        if said[0] != said[1]:
            yield Difference(label, _said(*said), tuple(compare(*said)))
    served = (_served(before, was), _served(after, now))
    if served[0] != served[1]:
        yield Difference(_("Visie"), _said(*served), tuple(compare(*served)))


def _labels(
    before: PlanShot, after: PlanShot, old: PartShot | None, new: PartShot | None
) -> dict[str, str]:
    """The printed fields in their order; what only the earlier format has comes last."""
    found: dict[str, str] = {}
    for shot, part in ((after, new), (before, old)):
        if part is not None:
            for each in shot.kind_of(part).shown:
                found.setdefault(each.key, each.label)
    return found


def _text(goal: GoalShot | None, key: str) -> str:
    """All that a field prints, as plain words."""
    if goal is None:
        return ""
    text = goal.text(key)
    return printing.BESIDE.join(filter(None, (richtext.to_plain(text.body), printing.beside(text))))


def _served(shot: PlanShot, goal: GoalShot | None) -> str:
    return "; ".join(shot.vision_text(id) for id in goal.vision) if goal else ""


# --- in words ---------------------------------------------------------------------------------


def _whole(old: object, new: object) -> str:
    if old is None:
        return _("is erbij gekomen")
    return _("is weg") if new is None else ""


def _said(was: str, now: str) -> str:
    if not was:
        return _("erbij")
    return _("anders") if now else _("weg")


def _moved_from(was: int, now: int) -> str:
    return _("stond op plaats {was}, staat nu op {now}").format(was=was, now=now)


def _out_of_place(
    pairs: Iterable[tuple[T, T]], before: Sequence[T], after: Sequence[T]
) -> set[str]:
    """The ids (later ones) of what was moved: the fewest that explain the new order."""
    rows = [(before.index(old), new.id) for old, new in pairs]
    stays = _longest_rising([at for at, _id in rows])
    return {id for at, id in rows if at not in stays}


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """A longest run of numbers that already stand in rising order."""
    runs: list[list[int]] = [[]]
    for number in numbers:
        before = [run for run in runs if not run or run[-1] < number]
        best: list[int] = max(before, key=len)
        runs.append([*best, number])
    longest: list[int] = max(runs, key=len)
    return set(longest)

"""Agreement (akkoord): what a partner said yes to, and whether that still stands.

A partner agrees to the printed content of a part: its heading, the people, its goals, every line
with its label. The agreement keeps that content. It stands as long as the part prints the same, has
lapsed as soon as it does not, whoever changed it, and stands again when the old text returns.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from partituur.plans import printing
from partituur.plans.comparing import Change, compare
from partituur.plans.format import PartKind
from partituur.plans.models import Agreement
from partituur.plans.queries import LoadedGoal, LoadedPart
from partituur.plans.snapshot import TextShot
from partituur.schools.models import Membership, VisionStatement

Content = dict[str, Any]

_EMPHASES = {"light": "licht", "intensive": "intensief"}  # what is printed of it
_HEAD = {
    "heading": "Kop", "note": "Naast de kop", "who": "Wie", "with": "Samen met",
    "emphasis": "Nadruk",
}  # fmt: skip


def content_of(
    kind: PartKind, loaded: LoadedPart, vision: Mapping[int, VisionStatement]
) -> Content:
    """What a part prints, as plain data.

    :param kind: in the format of the paper, so with Dutch labels
    """
    part = loaded.part
    return {
        "heading": part.heading,
        "note": part.note,
        "who": ", ".join(sorted(each.name for each in loaded.subjects)),
        "with": part.partner.name if part.partner else "",
        "emphasis": _EMPHASES.get(part.emphasis, ""),
        "goals": [
            {
                "title": goal.title,
                "vision": [vision[pk].text for pk in goal.vision if pk in vision],
                "lines": list(_lines(kind, goal)),
            }
            for goal in loaded.goals
        ],
    }


def _lines(kind: PartKind, goal: LoadedGoal) -> Iterator[list[str]]:
    """Key, label, words as typed and as they look, moment and hours, of each printed field."""
    for each in kind.shown:
        text = goal.text(each.key)
        hours = "" if text.hours is None else format(text.hours.normalize(), "f")
        if text.body or text.moment or hours:
            yield [each.key, each.label, text.body, text.html, text.moment, hours]


def beside(line: list[str]) -> str:
    """The moment and hours of a line in words, where its text does not say them."""
    _key, _label, body, _html, moment, hours = line
    return printing.beside(TextShot(body, moment, hours))


def digest_of(content: Content) -> str:
    """A fingerprint of what is printed. Words count as they look, not as they were typed."""
    goals = [
        {**goal, "lines": [line[:2] + line[3:] for line in goal["lines"]]}
        for goal in content["goals"]
    ]
    said = json.dumps(content | {"goals": goals}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one partner stands: agreed, agreed to something else (lapsed), or not yet."""

    member: Membership
    agreement: Agreement | None
    stands: bool

    @property
    def lapsed(self) -> bool:
        """Whether there is an agreement to what the part is no more."""
        return self.agreement is not None and not self.stands


def standings(
    partners: Iterable[Membership], agreements: Iterable[Agreement], digest: str
) -> list[Standing]:
    """Where each partner of a part stands now."""
    given = {each.member_id: each for each in agreements if each.withdrawn_at is None}
    found = []
    for member in partners:
        agreement = given.get(member.pk)
        stands = agreement is not None and agreement.digest == digest
        found.append(Standing(member, agreement, stands))
    return found


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the part that is not what was agreed to, word for word."""

    label: str
    changes: list[Change]


def differences(agreed: Content, now: Content) -> list[Difference]:
    """What changed since an agreement, in the order of the part as it is now."""
    before, after = dict(_places(agreed)), dict(_places(now))
    found = []
    for place in dict.fromkeys([*after, *before]):
        old, new = before.get(place, ("", "")), after.get(place, ("", ""))
        if old != new:
            label = new[0] or old[0]
            if old[0] and new[0] and old[0] != new[0]:
                label = f"{old[0]} → {new[0]}"
            found.append(Difference(label, compare(old[1], new[1])))
    return found


def _places(content: Content) -> Iterator[tuple[tuple[int, str], tuple[str, str]]]:
    """Each line by its place, with its label and all that it prints."""
    for key, label in _HEAD.items():
        if said := content.get(key):
            yield (0, key), (label, said)
    for number, goal in enumerate(content["goals"], 1):
        if goal["title"]:
            yield (number, "title"), ("Titel", goal["title"])
        if goal["vision"]:
            yield (number, "vision"), ("Visie", "; ".join(goal["vision"]))
        for line in goal["lines"]:
            key, label, body = line[:3]
            said = printing.BESIDE.join(filter(None, (body, beside(line))))
            yield (number, key), (label, said)

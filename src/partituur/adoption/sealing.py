"""Taking the words out of a plan and a decision, so that they can be sealed one by one; and back.

What stands in a version's structure is shape: which parts, goals and fields there are, in which
order. Whatever says something, or says who, is lifted out and gets a number; ``{"t": 3}`` stands
in its place. An empty text stays where it is: there is nothing to seal. Pure: plain data in, plain
data out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from partituur.kernel import chain

SCHEMA = "https://partituur.example/schema/version/1"  # a name, not a place
REF = "t"  # the key of a reference to a sealed text
SHOWN = 24  # signs of a root in a fingerprint: 96 bits

# The keys of a decision whose strings are sealed, alone or in a list. What stands under "member"
# is a public id: it owns the "name" beside it. What stands under "part" is the public id of a part:
# it owns all texts beside and below it, so that they go with that part, and are read with it.
DECISION_TEXTS = frozenset(
    {
        "member", "name", "names", "title", "heading", "label", "text", "words", "outcome",
        "reason", "met", "place", "note",
    }
)  # fmt: skip

_PART_TEXTS = ("heading", "note", "emphasis", "guidance")

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A text that was lifted out.

    ``part`` and ``member`` are public ids, or empty: the part that it belongs to, and the member
    whose name it is.
    """

    number: int
    body: str
    part: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose a part is, as public ids; ``subjects`` in the order of the names in the snapshot."""

    subjects: tuple[str, ...] = ()
    partner: str = ""

    @property
    def alone(self) -> str:
        """The one whose part it is; empty when there are more, or none."""
        return self.subjects[0] if len(self.subjects) == 1 else ""


@dataclass(frozen=True, slots=True)
class Present:
    """A member at the moment of adopting: public id, and whether they were there."""

    member: str
    present: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody who agreed with a part at that moment."""

    part: str
    member: str
    name: str
    at: str  # ISO 8601


@dataclass(slots=True)
class _Lifter:
    """Lifts texts out and numbers them from one."""

    texts: list[Sealed] = field(default_factory=list)

    def lift(self, body: str, *, part: str = "", member: str = "") -> Any:
        if not body:
            return ""
        self.texts.append(Sealed(len(self.texts) + 1, body, part, member))
        return {REF: len(self.texts)}


def seal_up(
    *,
    id: str,
    kind: str,
    at: str,
    plan: Data,
    decision: Data,
    owners: Mapping[str, Owners],
    members: Iterable[Present],
    agreed: Iterable[Agreed],
) -> tuple[Data, list[Sealed]]:
    """The structure of a version, and its texts in the order of their numbers.

    :param id: the public id of the version
    :param at: the moment, ISO 8601 in UTC
    :param plan: what ``plans.snapshot.to_data`` gave
    :param owners: by the public id of a part
    """
    lifter = _Lifter()
    structure = {
        "schema": SCHEMA,
        "id": id,
        "kind": kind,
        "at": at,
        "plan": _plan(plan, owners, lifter),
        "members": [
            {"member": lifter.lift(each.member, member=each.member), "present": each.present}
            for each in members
        ],
        "agreed": [
            {
                "part": each.part,
                "member": lifter.lift(each.member, part=each.part, member=each.member),
                "name": lifter.lift(each.name, part=each.part, member=each.member),
                "at": lifter.lift(each.at, part=each.part, member=each.member),
            }
            for each in agreed
        ],
        "decision": _decision(decision, lifter),
    }
    return structure, lifter.texts


def _plan(plan: Data, owners: Mapping[str, Owners], lifter: _Lifter) -> Data:
    return plan | {
        "vision": [each | {"text": lifter.lift(each["text"])} for each in plan["vision"]],
        "principles": [each | {"text": lifter.lift(each["text"])} for each in plan["principles"]],
        "parts": [_part(each, owners.get(each["id"], Owners()), lifter) for each in plan["parts"]],
    }


def _part(part: Data, owners: Owners, lifter: _Lifter) -> Data:
    id = part["id"]
    names = zip(part["subjects"], owners.subjects, strict=True) if part["subjects"] else ()
    return part | {
        **{key: lifter.lift(part[key], part=id, member=owners.alone) for key in _PART_TEXTS},
        "subjects": [lifter.lift(name, part=id, member=member) for name, member in names],
        "partner": lifter.lift(part["partner"], part=id, member=owners.partner),
        "goals": [
            goal
            | {
                "title": lifter.lift(goal["title"], part=id),
                "texts": {
                    key: {each: lifter.lift(said, part=id) for each, said in text.items()}
                    for key, text in goal["texts"].items()
                },
            }
            for goal in part["goals"]
        ],
    }


def _decision(value: Any, lifter: _Lifter, key: str = "", part: str = "", member: str = "") -> Any:
    if isinstance(value, Mapping):
        if set(value) == {REF}:
            raise ValueError("a decision has no references of its own")
        part, member = value.get("part") or part, value.get("member") or ""
        return {
            each: _decision(said, lifter, each, part, member if each in _WHO else "")
            for each, said in value.items()
        }
    if isinstance(value, list | tuple):
        return [_decision(each, lifter, key, part, member) for each in value]
    if isinstance(value, str) and key in DECISION_TEXTS:
        return lifter.lift(value, part=part, member=member)
    return value


_WHO = ("member", "name")


# --- and back ---------------------------------------------------------------------------------


def open_up(value: Any, texts: Mapping[int, str | None]) -> Any:
    """Put the words back; of one that is not among ``texts``, or was erased, nothing is left.

    In a list an erased word leaves no empty place.
    """
    if isinstance(value, Mapping):
        if set(value) == {REF}:
            return texts.get(value[REF]) or ""
        return {key: open_up(each, texts) for key, each in value.items()}
    if isinstance(value, list):
        opened = ((each, open_up(each, texts)) for each in value)
        return [said for each, said in opened if said != "" or each == ""]
    return value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed text stands.

    ``part`` is the public id of the part it belongs to, or empty; ``is_name`` says that it tells
    who it is about: a heading, a name, who agreed.
    """

    number: int
    where: str  # in words, without anybody's own words
    part: str = ""
    is_name: bool = False


def places(structure: Data) -> Iterator[Place]:
    """Every text that a structure refers to, in its own order.

    :raises KeyError, TypeError, AttributeError: it is not a structure that ``seal_up`` made
    """
    plan = structure["plan"]
    for count, each in enumerate(plan["vision"], 1):
        yield from _places(each["text"], _("visie-uitspraak {number}").format(number=count))
    for count, each in enumerate(plan["principles"], 1):
        yield from _places(each["text"], _("uitgangspunt {number}").format(number=count))
    kinds = {each["key"]: each for each in plan["format"]["kinds"]}
    counts: dict[str, int] = {}
    for part in plan["parts"]:
        kind = kinds[part["kind"]]
        counts[part["kind"]] = counts.get(part["kind"], 0) + 1
        name = kind["label"] if kind["single"] else f"{kind['label']} {counts[part['kind']]}"
        yield from _places_of_part(part, kind, name)
    for count, each in enumerate(structure["members"], 1):
        where = _("teamlid {number}").format(number=count)
        yield from _places(each["member"], where, is_name=True)
    for each in structure["agreed"]:
        yield from _places(each, _("een akkoord"), part=each["part"], is_name=True)
    yield from _places_of_decision(structure["decision"])


def _places_of_part(part: Data, kind: Data, name: str) -> Iterator[Place]:
    for key in (*_PART_TEXTS, "subjects", "partner"):
        where = _("{part}, de kop").format(part=name)
        yield from _places(part[key], where, part=part["id"], is_name=key not in _SHAPES)
    labels = {each["key"]: each["label"] for each in kind["fields"]}
    for count, goal in enumerate(part["goals"], 1):
        where = _("{part}, doel {number}").format(part=name, number=count)
        yield from _places(goal["title"], where, part=part["id"])
        for key, text in goal["texts"].items():
            yield from _places(text, f"{where}, “{labels.get(key, key)}”", part=part["id"])


_SHAPES = ("emphasis", "guidance")
_NAMES = {"member", "name", "names", "heading", "title", "label"}


def _places_of_decision(value: Any, key: str = "", part: str = "") -> Iterator[Place]:
    if isinstance(value, Mapping) and set(value) != {REF}:
        part = value.get("part") or part
        for each, said in value.items():
            yield from _places_of_decision(said, each, part)
    elif isinstance(value, list):
        for each in value:
            yield from _places_of_decision(each, key, part)
    else:
        yield from _places(value, _("het besluit"), part=part, is_name=key in _NAMES)


def _places(value: Any, where: str, *, part: str = "", is_name: bool = False) -> Iterator[Place]:
    """The references in a value, all with the same place."""
    if isinstance(value, Mapping):
        if set(value) == {REF}:
            yield Place(int(value[REF]), where, part, is_name)
            return
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _places(each, where, part=part, is_name=is_name)


def references(value: Any) -> list[int]:
    """The numbers of the texts that a piece of structure refers to."""
    return [each.number for each in _places(value, "")]


def commitment(salt: str, text: Sealed) -> str:
    """What the root covers in place of a text: its words, and whose they are."""
    return chain.commitment(salt, [text.body, text.part, text.member])


def root_of(
    *, school: str, plan: str, number: int, structure: Data, commitments: Iterable[str]
) -> str:
    """The fingerprint of a version: over its structure and, in order, all its commitments.

    :param school: public id; so is ``plan``
    """
    return chain.digest([school, plan, number, structure, list(commitments)])


def fingerprint(number: int, root: str) -> str:
    """ "v1-0f3a9c…": as it stands on paper and in mails."""
    return f"v{number}-{root[:SHOWN]}"

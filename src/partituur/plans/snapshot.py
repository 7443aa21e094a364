"""The snapshot (momentopname): a plan as plain data, in one documented schema.

Every document is made from it, a version seals it, the API speaks it. It holds the labels with
which it was written, so that an old one can still be read when a school has changed its format.
The schema is described in ``docs/plan.schema.json``; ``to_data`` and ``from_data`` are each
other's inverse, to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.plans.format import FORMAT_VERSION, Field, Format, PartKind, Together, Words

SCHEMA = "https://partituur.example/schema/plan/1"  # a name, not a place: nothing is fetched there


@dataclass(frozen=True, slots=True)
class TextShot:
    """A field's text (rich-text source), with what stands beside it in a typed form."""

    body: str = ""
    moment: str = ""  # "2026-12-10", "2026-W50" or "2026-12"; empty when none was given
    hours: str = ""  # a decimal number of hours, "2.5"; empty when none was given

    @property
    def is_empty(self) -> bool:
        return not (self.body or self.moment or self.hours)


@dataclass(frozen=True, slots=True)
class GoalShot:
    """A goal (doel). ``texts`` holds every field with content, hidden ones too."""

    id: str
    texts: Mapping[str, TextShot]
    title: str = ""  # plain text; optional and outside the article's figure
    vision: tuple[str, ...] = ()  # ids of vision statements
    continues: str = ""  # id of the goal in an earlier plan

    def text(self, key: str) -> TextShot:
        return self.texts.get(key, TextShot())


@dataclass(frozen=True, slots=True)
class PartShot:
    """A part (deel). A part that was withheld has its heading and nothing else."""

    id: str
    kind: str
    heading: str  # as printed: "Leraar J."
    note: str = ""  # beside the heading: "groep 5"
    emphasis: str = ""  # nadruk: "light", "normal", "intensive"; empty where it has no meaning
    guidance: str = (
        ""  # vorm: "coordinator", "colleague", "learning_team", "together", or no choice
    )
    subjects: tuple[str, ...] = ()  # names as printed
    partner: str = ""  # the named IB'er
    shared: bool = True
    withheld: bool = False
    goals: tuple[GoalShot, ...] = ()
    continues: str = ""


@dataclass(frozen=True, slots=True)
class PrincipleShot:
    """A principle (uitgangspunt). ``text`` is rich-text source."""

    id: str
    text: str
    new_accent: bool = False
    greven: int = 0  # 1-10: which of Greven's ten it began as; 0 for one of the team's own
    continues: str = ""


@dataclass(frozen=True, slots=True)
class VisionShot:
    """A statement of the school's vision (visie-uitspraak), plain text."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanShot:
    """A plan (begeleidingsplan) as it reads at one moment, for one audience."""

    school: str
    year: str  # "2026-2027"
    state: str  # "draft", "in_consultation", "adopted", "evaluated"
    format: Format
    brin: str = ""
    version: int = 0  # 0 until the team adopts
    words: Words = field(default_factory=Words)
    vision: tuple[VisionShot, ...] = ()
    principles: tuple[PrincipleShot, ...] = ()
    parts: tuple[PartShot, ...] = ()

    def kind_of(self, part: PartShot) -> PartKind:
        return self.format.kind(part.kind)

    def parts_of(self, kind: str) -> Iterator[PartShot]:
        return (part for part in self.parts if part.kind == kind)

    def vision_text(self, id: str) -> str:
        return next((each.text for each in self.vision if each.id == id), "")


def to_data(plan: PlanShot) -> dict[str, Any]:
    """Plain data for JSON, every key always present and in a fixed order."""
    return {
        "schema": SCHEMA,
        "school": plan.school,
        "brin": plan.brin,
        "year": plan.year,
        "state": plan.state,
        "version": plan.version,
        "words": {
            "coordinator": plan.words.coordinator,
            "teacher": plan.words.teacher,
            "learning_team": plan.words.learning_team,
        },
        "format": {
            "version": plan.format.version,
            "kinds": [_kind_data(kind) for kind in plan.format.kinds],
        },
        "vision": [{"id": each.id, "text": each.text} for each in plan.vision],
        "principles": [
            {
                "id": each.id,
                "text": each.text,
                "new_accent": each.new_accent,
                "greven": each.greven,
                "continues": each.continues,
            }
            for each in plan.principles
        ],
        "parts": [_part_data(part) for part in plan.parts],
    }


def _kind_data(kind: PartKind) -> dict[str, Any]:
    return {
        "key": kind.key,
        "label": kind.label,
        "personal": kind.personal,
        "single": kind.single,
        "own": kind.own,
        "headline": kind.headline,
        "fields": [
            {
                "key": each.key,
                "label": each.label,
                "asked": each.asked,
                "moment": each.moment,
                "hours": each.hours,
                "hidden": each.hidden,
            }
            for each in kind.fields
        ],
        "together": [
            {"key": each.key, "label": each.label, "keys": list(each.keys)}
            for each in kind.together
        ],
    }


def _part_data(part: PartShot) -> dict[str, Any]:
    return {
        "id": part.id,
        "kind": part.kind,
        "heading": part.heading,
        "note": part.note,
        "emphasis": part.emphasis,
        "guidance": part.guidance,
        "subjects": list(part.subjects),
        "partner": part.partner,
        "shared": part.shared,
        "withheld": part.withheld,
        "continues": part.continues,
        "goals": [
            {
                "id": goal.id,
                "title": goal.title,
                "vision": list(goal.vision),
                "continues": goal.continues,
                "texts": {
                    key: {"body": text.body, "moment": text.moment, "hours": text.hours}
                    for key, text in goal.texts.items()
                },
            }
            for goal in part.goals
        ],
    }


def from_data(data: Any) -> PlanShot:
    """Read what ``to_data`` wrote.

    :raises Refusal: the data is not a plan in this schema
    """
    try:
        return _plan_from(data)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise Refusal(
            _(
                "Dit bestand is geen plan van Partituur, of het is beschadigd. Kies een "
                ".json-bestand dat uit Partituur komt."
            )
        ) from wrong


def _plan_from(data: Any) -> PlanShot:
    if data["schema"] != SCHEMA or data["format"]["version"] != FORMAT_VERSION:
        raise ValueError(data["schema"])
    plan = PlanShot(
        school=_text(data["school"]),
        brin=_text(data["brin"]),
        year=_text(data["year"]),
        state=_text(data["state"]),
        version=int(data["version"]),
        words=Words(**{key: _text(value) for key, value in data["words"].items()}),
        format=Format(tuple(_kind_from(kind) for kind in data["format"]["kinds"])),
        vision=tuple(VisionShot(_text(each["id"]), _text(each["text"])) for each in data["vision"]),
        principles=tuple(
            PrincipleShot(
                id=_text(each["id"]),
                text=_text(each["text"]),
                new_accent=bool(each["new_accent"]),
                greven=int(each["greven"]),
                continues=_text(each["continues"]),
            )
            for each in data["principles"]
        ),
        parts=tuple(_part_from(part) for part in data["parts"]),
    )
    for part in plan.parts:
        kind = plan.kind_of(part)
        for goal in part.goals:
            for key in goal.texts:
                kind.field(key)
    return plan


def _kind_from(data: Mapping[str, Any]) -> PartKind:
    return PartKind(
        key=_text(data["key"]),
        label=_text(data["label"]),
        personal=bool(data["personal"]),
        single=bool(data["single"]),
        own=bool(data["own"]),
        headline=_text(data["headline"]),
        fields=tuple(
            Field(
                key=_text(each["key"]),
                label=_text(each["label"]),
                asked=bool(each["asked"]),
                moment=bool(each["moment"]),
                hours=bool(each["hours"]),
                hidden=bool(each["hidden"]),
            )
            for each in data["fields"]
        ),
        together=tuple(
            Together(_text(each["key"]), _text(each["label"]), tuple(map(_text, each["keys"])))
            for each in data["together"]
        ),
    )


def _part_from(data: Mapping[str, Any]) -> PartShot:
    return PartShot(
        id=_text(data["id"]),
        kind=_text(data["kind"]),
        heading=_text(data["heading"]),
        note=_text(data["note"]),
        emphasis=_text(data["emphasis"]),
        guidance=_text(data["guidance"]),
        subjects=tuple(map(_text, data["subjects"])),
        partner=_text(data["partner"]),
        shared=bool(data["shared"]),
        withheld=bool(data["withheld"]),
        continues=_text(data["continues"]),
        goals=tuple(
            GoalShot(
                id=_text(goal["id"]),
                title=_text(goal["title"]),
                vision=tuple(map(_text, goal["vision"])),
                continues=_text(goal["continues"]),
                texts={
                    _text(key): TextShot(
                        _text(text["body"]), _text(text["moment"]), _text(text["hours"])
                    )
                    for key, text in goal["texts"].items()
                },
            )
            for goal in data["goals"]
        ),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value

"""What a reader of documents found: a plan as plain data, and what found no place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from partituur.kernel import richtext


@dataclass(slots=True)
class ReadGoal:
    """A goal as found; ``texts`` maps a field's key (or a pair's, ``start_goal``) to its source."""

    texts: dict[str, str] = field(default_factory=dict)
    title: str = ""  # plain text; only where a document says that it is one
    vision: list[str] = field(default_factory=list)  # the statements it names, plain text


@dataclass(slots=True)
class ReadSection:
    """The part of a person, a learning team, the IB'er, or of the school's own kind."""

    kind: str  # teacher, learning_team, coordinator, other
    subject: str  # the heading as it should be printed: "Leraar J."
    goals: list[ReadGoal] = field(default_factory=list)
    note: str = ""  # what stands beside the heading: "groep 5"
    subjects: list[str] = field(
        default_factory=list
    )  # who it is of, where the heading does not say
    partner: str = ""
    emphasis: str = ""  # "light" or "intensive"


@dataclass(slots=True)
class Unplaced:
    """A text that found no place, with its surroundings in the document."""

    text: str
    before: str = ""  # what the document says just before it
    after: str = ""
    heading: str = ""  # the heading it stands under


@dataclass(slots=True)
class ReadPlan:
    """What the import would make of a document. Texts are rich-text source."""

    school: str | None = None
    year: str | None = None  # "2026-2027"
    principles: list[str] = field(default_factory=list)
    new_accents: list[int] = field(default_factory=list)  # which of them, counted from nought
    general: list[ReadGoal] = field(default_factory=list)
    team: list[ReadGoal] = field(default_factory=list)
    sections: list[ReadSection] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what was passed over: comments, headers …

    def to_data(self) -> dict[str, Any]:
        """The documented JSON of ``partituur read-plan``: plain text, a section per goal."""
        return {
            "title": "Begeleidingsplan",
            "school": self.school,
            "year": self.year,
            "principles": [richtext.to_plain(each) for each in self.principles],
            "general": [_goal_data(each) for each in self.general],
            "team": [_goal_data(each) for each in self.team],
            "sections": [
                _section_data(section, goal)
                for section in self.sections
                for goal in section.goals or [ReadGoal()]
            ],
            "unplaced": [richtext.to_plain(each.text) for each in self.unplaced],
        }


GOAL_KEYS = ("goal", "approach", "execution_by", "effort_coordinator", "evaluation")
SECTION_KEYS = (
    "start_goal",
    "approach",
    "support",
    "evaluation",
    "share_with",
    "effort_subject",
    "effort_coordinator",
    "effort_third",
)


def _goal_data(goal: ReadGoal) -> dict[str, str]:
    data = {key: richtext.to_plain(goal.texts.get(key, "")) for key in GOAL_KEYS}
    if start := goal.texts.get("start"):
        data["start"] = richtext.to_plain(start)
    return data


def _section_data(section: ReadSection, goal: ReadGoal) -> dict[str, str]:
    apart = [goal.texts[key] for key in ("start_goal", "start", "goal") if goal.texts.get(key)]
    data = {"kind": section.kind, "subject": section.subject}
    data["start_goal"] = "\n".join(richtext.to_plain(each) for each in apart)
    data.update({key: richtext.to_plain(goal.texts.get(key, "")) for key in SECTION_KEYS[1:]})
    return data

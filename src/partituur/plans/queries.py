"""Reads of a plan: the sheet with its lines and texts, one address, a snapshot.

A plan is loaded in a fixed number of queries, however many parts it has.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language, gettext

from partituur.kernel import richtext
from partituur.plans import rules
from partituur.plans.format import Changes, Format, Words, format_for
from partituur.plans.models import (
    TITLE,
    FormatSettings,
    Goal,
    GoalVision,
    Part,
    Plan,
    Principle,
    Text,
    UnplacedText,
)
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)
from partituur.schools.models import Membership, School, VisionStatement

NO_TEXT = Text(key="", body="", html="", version=0)


def plan_or_none(school: School, *, year_start: int) -> Plan | None:
    """The plan of a school for the year that begins in ``year_start``."""
    return Plan.objects.select_related("year").filter(school=school, year__start=year_start).first()


def words_of(school: School) -> Words:
    """The school's own words for IB'er, leraar and leerteam."""
    return Words(school.word_coordinator, school.word_teacher, school.word_learning_team)


def changes_of(school: School) -> Changes:
    """What the school changed in the format."""
    return Changes.from_data(_stored_changes(school))


def format_of(school: School, translate: Callable[[str], str] = str) -> Format:
    """The format as it holds for a school."""
    return _format(_stored_changes(school), school, translate)


def format_of_goal(goal: Goal, translate: Callable[[str], str] = str) -> Format:
    """The format for a goal from ``goal_or_none``, which brought the school's changes along."""
    settings: FormatSettings | None = getattr(goal.school, "format_settings", None)
    return _format(settings.changes if settings else {}, goal.school, translate)


def _format(stored: dict[str, Any], school: School, translate: Callable[[str], str]) -> Format:
    """Made once for the same changes, words and language: it holds no word of any person."""
    language = "" if translate is str else get_language()
    return _made_format(json.dumps(stored, sort_keys=True), words_of(school), language or "")


@lru_cache(maxsize=512)
def _made_format(stored: str, words: Words, language: str) -> Format:
    translate = gettext if language else str
    return format_for(Changes.from_data(json.loads(stored)), words, translate)


def _stored_changes(school: School) -> dict[str, Any]:
    settings = FormatSettings.objects.filter(school_id=school.pk).first()
    return settings.changes if settings else {}


@dataclass(slots=True)
class LoadedGoal:
    """A goal with its texts by key, and the ids of the vision statements it serves."""

    goal: Goal
    texts: dict[str, Text] = field(default_factory=dict)
    vision: list[int] = field(default_factory=list)

    def text(self, key: str) -> Text:
        return self.texts.get(key, NO_TEXT)

    @property
    def title(self) -> str:
        return self.text(TITLE).body


@dataclass(slots=True)
class LoadedPart:
    """A part with its standing goals, and what the one who asked may do with it."""

    part: Part
    is_subject: bool
    readable: bool
    writable: bool
    subjects: list[Membership] = field(default_factory=list)  # by name, on the day of the reading
    goals: list[LoadedGoal] = field(default_factory=list)

    @property
    def filled(self) -> int:
        """How many fields have words."""
        return sum(1 for goal in self.goals for text in goal.texts.values() if text.body)


@dataclass(slots=True)
class LoadedPrinciple:
    """A principle with its words."""

    principle: Principle
    text: Text


@dataclass(slots=True)
class LoadedPlan:
    """Everything that a plan's page or snapshot needs."""

    plan: Plan
    format: Format
    paper: Format  # the same, in the language of the paper
    principles: list[LoadedPrinciple]
    parts: list[LoadedPart]
    vision: dict[int, VisionStatement]

    def parts_of(self, kind: str) -> list[LoadedPart]:
        return [each for each in self.parts if each.part.kind == kind]


def load(
    plan: Plan,
    *,
    member: Membership | None,
    day: date,
    only_shared: bool = False,
    translate: Callable[[str], str] = str,
) -> LoadedPlan:
    """Load a plan for one reader.

    :param member: who reads; None for one who may read everything (a command on the machine)
    :param only_shared: leave out what is not shared with the whole team
    :param translate: gettext on a screen; on paper labels stay Dutch
    """
    stored = _stored_changes(plan.school)
    fmt = _format(stored, plan.school, translate)
    parts = _parts(plan, fmt, member, day, only_shared)
    readable = {each.part.pk: each for each in parts if each.readable}
    goals = _goals(readable)
    for text in Text.objects.filter(goal__in=goals.keys()) if goals else ():
        goals[_sure(text.goal_id)].texts[text.key] = text
    for tie in GoalVision.objects.filter(goal__in=goals.keys()).order_by("statement__position"):
        goals[tie.goal_id].vision.append(tie.statement_id)
    vision = VisionStatement.objects.filter(school_id=plan.school_id).order_by("position", "pk")
    return LoadedPlan(
        plan=plan,
        format=fmt,
        paper=_format(stored, plan.school, str),
        principles=principles_of(plan),
        parts=parts,
        vision={each.pk: each for each in vision},
    )


def _parts(
    plan: Plan, fmt: Format, member: Membership | None, day: date, only_shared: bool
) -> list[LoadedPart]:
    rows = Part.objects.filter(plan=plan, removed_at__isnull=True)
    rows = rows.select_related("partner", "continues")
    subjects = rules.subjects_on(day).select_related("member")
    rows = rows.prefetch_related(Prefetch("subjects", subjects))
    if member is not None:
        rows = rules.with_subjecthood(rows, member, day)
    place = {kind.key: number for number, kind in enumerate(fmt.kinds)}
    loaded = []
    for part in sorted(rows, key=lambda row: (place.get(row.kind, 99), row.position, row.pk)):
        is_subject = bool(getattr(part, "is_subject", False))
        if only_shared:
            readable = not rules.is_personal(part) or part.shared_at is not None
        else:
            readable = member is None or not rules.why_not_read(part, member, is_subject=is_subject)
        writable = member is not None and not rules.why_not_write(
            plan, part, member, is_subject=is_subject
        )
        found = LoadedPart(part, is_subject, readable, writable)
        found.subjects = [each.member for each in part.subjects.all()]
        loaded.append(found)
    return [each for each in loaded if fmt.has(each.part.kind)]


def load_part(part: Part, *, day: date) -> LoadedPart:
    """One part with its goals and texts, for somebody who may read it; no rights are asked."""
    loaded = LoadedPart(part, is_subject=False, readable=True, writable=False)
    subjects = rules.subjects_on(day).filter(part=part).select_related("member")
    loaded.subjects = [each.member for each in subjects]
    goals = _goals({part.pk: loaded})
    for text in Text.objects.filter(goal__in=goals.keys()):
        goals[_sure(text.goal_id)].texts[text.key] = text
    for tie in GoalVision.objects.filter(goal__in=goals.keys()).order_by("statement__position"):
        goals[tie.goal_id].vision.append(tie.statement_id)
    return loaded


def partners_of(part: Part, *, day: date) -> list[Membership]:
    """Who has to agree with a part: whose it is on ``day``, and the named IB'er."""
    return partners_of_parts([part], day=day)[part.pk]


def partners_of_parts(parts: list[Part], *, day: date) -> dict[int, list[Membership]]:
    """The partners of each part: its subjects, who is in its learning team, and its IB'er."""
    found: dict[int, dict[Membership, None]] = {each.pk: {} for each in parts}
    for subject in rules.subjects_on(day).filter(part__in=parts).select_related("member"):
        found[subject.part_id][subject.member] = None
    teams = rules.team_places_on(day).filter(team__parts__in=parts).select_related("member")
    places = {(each.team_id, each.member) for each in teams}
    for part in parts:
        for team, member in sorted(places, key=lambda each: each[1].name):
            if team == part.learning_team_id:
                found[part.pk][member] = None
        if part.partner is not None:
            found[part.pk][part.partner] = None
    return {pk: list(members) for pk, members in found.items()}


def _goals(parts: dict[int, LoadedPart]) -> dict[int, LoadedGoal]:
    rows = Goal.objects.filter(part__in=parts.keys(), removed_at__isnull=True)
    rows = rows.select_related("continues")
    goals = {}
    for goal in rows.order_by("position", "pk"):
        goals[goal.pk] = LoadedGoal(goal)
        parts[goal.part_id].goals.append(goals[goal.pk])
    return goals


def principles_of(plan: Plan) -> list[LoadedPrinciple]:
    """The standing principles of a plan, with their words."""
    rows = list(
        Principle.objects.filter(plan=plan, removed_at__isnull=True)
        .select_related("continues")
        .order_by("position", "pk")
    )
    texts = {text.principle_id: text for text in Text.objects.filter(principle__plan=plan)}
    return [LoadedPrinciple(row, texts.get(row.pk, NO_TEXT)) for row in rows]


def _sure(value: int | None) -> int:
    assert value is not None  # the query asked for rows that have it
    return value


def mark_of(loaded: LoadedPlan) -> str:
    """A short mark that is another one when a reader's sheet has changed."""
    seen = [
        (loaded.plan.state, loaded.plan.version),
        *((each.pk, each.text) for each in loaded.vision.values()),
        *(
            (each.principle.pk, each.principle.new_accent, each.text.version)
            for each in loaded.principles
        ),
        *(_seen_of(each) for each in loaded.parts),
    ]
    return hashlib.blake2b(repr(seen).encode(), digest_size=9).hexdigest()


def _seen_of(loaded: LoadedPart) -> tuple[object, ...]:
    part = loaded.part
    goals = [
        (goal.goal.pk, goal.vision, sorted((key, text.version) for key, text in goal.texts.items()))
        for goal in loaded.goals
    ]
    return part.pk, part.heading, part.note, loaded.readable, loaded.writable, part.shared_at, goals


# --- one address -----------------------------------------------------------------------------


def goal_or_none(school: School, public_id: UUID) -> Goal | None:
    """A goal of a school, with its part, plan and year; removed ones too."""
    return (
        Goal.objects.select_related("part__plan__year", "part__partner", "school__format_settings")
        .filter(school=school, public_id=public_id)
        .first()
    )


def principle_or_none(school: School, public_id: UUID) -> Principle | None:
    """A principle of a school, with its plan and year; removed ones too."""
    return (
        Principle.objects.select_related("plan__year")
        .filter(school=school, public_id=public_id)
        .first()
    )


def part_or_none(school: School, public_id: UUID) -> Part | None:
    """A part of a school, with its plan and year; removed ones too."""
    return (
        Part.objects.select_related("plan__year", "partner")
        .filter(school=school, public_id=public_id)
        .first()
    )


def unplaced(plan: Plan) -> QuerySet[UnplacedText]:
    """The texts of documents that were brought in and found no field yet."""
    return UnplacedText.objects.filter(
        arrived_with__plan=plan, arrived_with__undone_at__isnull=True, placed_at__isnull=True
    ).order_by("arrived_with", "position")


def text_of(line: Goal | Principle, key: str) -> Text:
    """The text of a field; an empty one with version 0 when nobody wrote there yet."""
    owner = {"goal": line} if isinstance(line, Goal) else {"principle": line}
    return Text.objects.filter(key=key, **owner).first() or Text(key=key, **owner)


# --- snapshots -------------------------------------------------------------------------------


def shot_of(loaded: LoadedPlan) -> PlanShot:
    """The snapshot of a loaded plan: only what was loaded, in canonical spelling."""
    plan = loaded.plan
    return PlanShot(
        school=plan.school.name,
        brin=plan.school.brin or "",
        year=plan.year.slug,
        state=plan.state,
        version=plan.version,
        words=words_of(plan.school),
        format=_bare(loaded.format),
        vision=tuple(
            VisionShot(str(each.public_id), each.text)
            for each in loaded.vision.values()
            if each.retired_at is None or _is_served(each, loaded.parts)
        ),
        principles=tuple(
            PrincipleShot(
                id=str(each.principle.public_id),
                text=richtext.canonical(each.text.body),
                new_accent=each.principle.new_accent,
                greven=each.principle.greven,
                continues=_continues(each.principle),
            )
            for each in loaded.principles
        ),
        parts=tuple(_part_shot(each, loaded.vision) for each in loaded.parts),
    )


def _is_served(statement: VisionStatement, parts: Iterable[LoadedPart]) -> bool:
    return any(statement.pk in goal.vision for part in parts for goal in part.goals)


def _bare(fmt: Format) -> Format:
    """The format without what only a screen needs: what a snapshot keeps of it."""
    return replace(
        fmt,
        kinds=tuple(
            replace(
                kind,
                also=(),
                fields=tuple(
                    replace(each, question="", hint="", example="", also=()) for each in kind.fields
                ),
                together=tuple(replace(pair, also=()) for pair in kind.together),
            )
            for kind in fmt.kinds
        ),
    )


def _part_shot(loaded: LoadedPart, vision: dict[int, VisionStatement]) -> PartShot:
    part = loaded.part
    if not loaded.readable:
        return PartShot(
            id=str(part.public_id),
            kind=part.kind,
            heading=part.heading,
            shared=False,
            withheld=True,
        )
    return PartShot(
        id=str(part.public_id),
        kind=part.kind,
        heading=part.heading,
        note=part.note,
        emphasis=part.emphasis,
        guidance=part.guidance,
        subjects=tuple(subject.member.name for subject in part.subjects.all()),
        partner=part.partner.name if part.partner else "",
        shared=not rules.is_personal(part) or part.shared_at is not None,
        continues=_continues(part),
        goals=tuple(_goal_shot(goal, vision) for goal in loaded.goals),
    )


def _goal_shot(loaded: LoadedGoal, vision: dict[int, VisionStatement]) -> GoalShot:
    texts = {
        key: TextShot(
            richtext.canonical(text.body),
            text.moment,
            "" if text.hours is None else format(text.hours.normalize(), "f"),
        )
        for key, text in sorted(loaded.texts.items())
        if key != TITLE
    }
    return GoalShot(
        id=str(loaded.goal.public_id),
        title=loaded.title,
        vision=tuple(str(vision[pk].public_id) for pk in loaded.vision if pk in vision),
        texts={key: text for key, text in texts.items() if not text.is_empty},
        continues=_continues(loaded.goal),
    )


def _continues(row: Part | Goal | Principle) -> str:
    """The id of what this continues from an earlier plan."""
    return str(row.continues.public_id) if row.continues else ""


def take(plan: Plan, *, member: Membership | None, day: date, only_shared: bool) -> PlanShot:
    """The snapshot of a plan for one reader; see ``load``."""
    return shot_of(load(plan, member=member, day=day, only_shared=only_shared))

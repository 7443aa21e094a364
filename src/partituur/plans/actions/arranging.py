"""Giving lines and parts their place: add, move, remove, put back.

Nothing is deleted: what is removed keeps its words and its history, and can be put back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import rules, telling
from partituur.plans.format import Format
from partituur.plans.models import Goal, GoalVision, Part, PartSubject, Plan, Principle
from partituur.schools.models import LearningTeam, Membership, VisionStatement


@transaction.atomic
def add_goal(*, part: Part) -> Goal:
    """Add an empty goal at the end of a part."""
    _hold(part.plan_id)
    telling.tell_part(part)
    return Goal.objects.create(
        school_id=part.school_id, part=part, position=next_place(Goal.objects.filter(part=part))
    )


@transaction.atomic
def add_principle(*, plan: Plan, greven: int = 0) -> Principle:
    """Add a principle at the end, without its words.

    :param greven: 1-10 when it begins as one of Greven's ten, else 0
    """
    _hold(plan.pk)
    telling.tell_plan(plan, telling.PRINCIPLES)
    return Principle.objects.create(
        school_id=plan.school_id,
        plan=plan,
        greven=greven,
        position=next_place(Principle.objects.filter(plan=plan)),
    )


@transaction.atomic
def add_part(
    *,
    plan: Plan,
    kind: str,
    heading: str,
    fmt: Format,
    subjects: Iterable[Membership] = (),
    learning_team: LearningTeam | None = None,
    partner: Membership | None = None,
    note: str = "",
) -> Part:
    """Add a part with one empty goal.

    :raises Refusal: no such kind, an empty heading, or a second part of a kind that comes once
    """
    if not fmt.has(kind):
        raise Refusal(_("Zo’n deel bestaat niet in de indeling van jullie school."))
    if not heading.strip():
        raise Refusal(_("Geef het deel een naam."))
    _hold(plan.pk)
    here = Part.objects.filter(plan=plan, kind=kind)
    if fmt.kind(kind).single and here.filter(removed_at__isnull=True).exists():
        raise Refusal(_("Dit deel staat al in het plan."))
    part = Part.objects.create(
        school_id=plan.school_id, plan=plan, kind=kind, heading=heading.strip(), note=note.strip(),
        learning_team=learning_team, partner=partner, position=next_place(here),
    )  # fmt: skip
    PartSubject.objects.bulk_create(
        PartSubject(school_id=plan.school_id, part=part, member=member) for member in subjects
    )
    Goal.objects.create(school_id=plan.school_id, part=part)
    telling.tell_line(part)
    return part


@transaction.atomic
def move(*, line: Goal | Principle | Part, by: int) -> None:
    """Move a line up (``by`` = -1) or down (1) among its standing neighbours; stops at the ends."""
    _hold(line.plan_id if isinstance(line, Part | Principle) else line.part.plan_id)
    standing = list(siblings(line).filter(removed_at__isnull=True).order_by("position", "pk"))
    at = next((place for place, each in enumerate(standing) if each.pk == line.pk), None)
    if at is None:
        raise Refusal(_("Dit is intussen weggehaald. Zet het eerst terug."))
    to = max(0, min(len(standing) - 1, at + by))
    standing.insert(to, standing.pop(at))
    _number(standing)
    telling.tell_line(line)


@transaction.atomic
def remove(*, line: Goal | Principle | Part, at: datetime) -> None:
    """Take a line out of the plan; its words stay and ``put_back`` returns it."""
    type(line)._default_manager.filter(pk=line.pk, removed_at__isnull=True).update(removed_at=at)
    telling.tell_line(line)


@transaction.atomic
def put_back(*, line: Goal | Principle | Part, fmt: Format | None = None) -> None:
    """Return a line to the place where it was.

    :raises Refusal: a part of a kind that comes once has been added again meanwhile
    """
    if isinstance(line, Part) and fmt and fmt.has(line.kind) and fmt.kind(line.kind).single:
        others = siblings(line).filter(removed_at__isnull=True).exclude(pk=line.pk)
        if others.exists():
            raise Refusal(_("Dit deel staat al in het plan."))
    type(line)._default_manager.filter(pk=line.pk).update(removed_at=None)
    telling.tell_line(line)


@transaction.atomic
def point_at_vision(*, goal: Goal, statements: Iterable[VisionStatement]) -> None:
    """Tie a goal to exactly these statements of the school's vision."""
    wanted = {each.pk for each in statements}
    GoalVision.objects.filter(goal=goal).exclude(statement__in=wanted).delete()
    GoalVision.objects.bulk_create(
        [GoalVision(school_id=goal.school_id, goal=goal, statement_id=pk) for pk in sorted(wanted)],
        ignore_conflicts=True,
    )
    telling.tell_line(goal)


@transaction.atomic
def mark_accent(*, principle: Principle, new: bool) -> None:
    """Mark a principle as a new accent of this school year (nieuw accent), or not."""
    Principle.objects.filter(pk=principle.pk).update(new_accent=new)
    telling.tell_line(principle)


@transaction.atomic
def describe_part(*, part: Part, heading: str, note: str, emphasis: str = "") -> None:
    """Change what stands at the head of a part.

    :raises Refusal: an empty heading
    """
    if not heading.strip():
        raise Refusal(_("Geef het deel een naam."))
    Part.objects.filter(pk=part.pk).update(
        heading=heading.strip(), note=note.strip(), emphasis=emphasis
    )
    telling.tell_line(part)


def shape_part(*, part: Part, emphasis: str, guidance: str) -> None:
    """Choose how much weight a part has this year and in which form; every choice is good.

    :raises Refusal: not one of the choices
    """
    if emphasis not in ("", *Part.Emphasis.values) or guidance not in ("", *Part.Guidance.values):
        raise Refusal(_("Kies een van de mogelijkheden."))
    Part.objects.filter(pk=part.pk).update(emphasis=emphasis, guidance=guidance)


@transaction.atomic
def reassign_part(
    *,
    part: Part,
    partner: Membership | None,
    subjects: Iterable[Membership],
    is_subject: bool,
    by: Membership,
    at: datetime,
) -> None:
    """Change whose part it is, and with which IB'er. It is logged: it changes who may read.

    :param is_subject: whether ``by`` is one of those whose part it is
    :raises Refusal: see rules.why_not_reassign
    """
    if reason := rules.why_not_reassign(part, is_subject=is_subject):
        raise Refusal(reason)
    Part.objects.filter(pk=part.pk).update(partner=partner)
    wanted = {member.pk for member in subjects}
    PartSubject.objects.filter(part=part).exclude(member__in=wanted).delete()
    PartSubject.objects.bulk_create(
        [
            PartSubject(school_id=part.school_id, part=part, member_id=member)
            for member in sorted(wanted)
        ],
        ignore_conflicts=True,
    )
    chain.record(
        school=by.school.public_id,
        act="part.reassigned",
        at=at,
        by={"id": str(by.public_id), "name": by.name},
        facts={"part": str(part.public_id)},
    )
    telling.tell_line(part)


def siblings(
    line: Goal | Principle | Part,
) -> QuerySet[Any]:
    """The lines among which this one has its place, removed ones too."""
    if isinstance(line, Goal):
        return Goal.objects.filter(part_id=line.part_id)
    if isinstance(line, Principle):
        return Principle.objects.filter(plan_id=line.plan_id)
    return Part.objects.filter(plan_id=line.plan_id, kind=line.kind)


def _hold(plan_id: int) -> None:
    """Let one at a time change the order of a plan (PostgreSQL; on SQLite it is so already)."""
    list(Plan.objects.select_for_update().filter(pk=plan_id).values_list("pk"))


def next_place(lines: QuerySet[Any]) -> int:
    """The position after the last of ``lines``."""
    last: int | None = lines.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _number(lines: list[Any]) -> None:
    """Number lines from 0; removed ones keep their old number, and so come back nearby."""
    for position, line in enumerate(lines):
        if line.position != position:
            type(line)._default_manager.filter(pk=line.pk).update(position=position)

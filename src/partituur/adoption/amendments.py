"""Reads of proposals to amend a plan: whose draft, what runs, what stands beside what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from partituur.adoption.models import AmendedText, Amendment
from partituur.adoption.rules_amending import ANNOUNCED, DRAFT, RUNNING, TO_MEETING
from partituur.plans import rules as plans
from partituur.plans.actions.writing import Words
from partituur.plans.models import Goal, Part, Plan, Principle, Revision, Text
from partituur.schools.models import Membership, School


@dataclass(frozen=True, slots=True)
class Change:
    """A changed text, beside the words that it is to replace."""

    amended: AmendedText
    now: Text  # as it stands in the plan at this moment; version 0 when nothing stands there
    base: Words  # what stood there when the change was written

    @property
    def line(self) -> Goal | Principle:
        """The goal or the principle in which it stands."""
        line = self.amended.goal or self.amended.principle
        assert line is not None  # the database guarantees one of the two
        return line

    @property
    def part(self) -> Part | None:
        return self.amended.goal.part if self.amended.goal else None

    @property
    def has_drifted(self) -> bool:
        """Whether the text changed since the proposal was written on it."""
        return self.now.version != self.amended.base

    @property
    def words(self) -> Words:
        """What would stand there."""
        return Words(self.amended.body, self.amended.moment, self.amended.hours)


def draft_of(plan: Plan, member: Membership) -> Amendment | None:
    """What a member is still writing."""
    return _with_people(Amendment.objects.filter(plan=plan, by=member, state=DRAFT)).first()


def amendment_or_none(school: School, public_id: UUID) -> Amendment | None:
    """A proposal of a school, with its plan and year."""
    return _with_people(Amendment.objects.filter(school=school, public_id=public_id)).first()


def amended_or_none(school: School, public_id: UUID) -> AmendedText | None:
    """One changed text, with what it is about."""
    found = _with_lines(AmendedText.objects.filter(amendment__school=school))
    return found.select_related(
        "amendment__plan__year", "amendment__by", "goal__part__plan", "principle__plan"
    ).filter(public_id=public_id).first()  # fmt: skip


def running(plan: Plan, member: Membership, day: date) -> list[Amendment]:
    """What is announced or goes to the meeting, and changes something that the member may read."""
    readable = _readable(member, day).filter(amendment=OuterRef("pk"))
    found = Amendment.objects.filter(Exists(readable), plan=plan, state__in=RUNNING)
    return list(_with_people(found).order_by("proposed_at", "pk"))


def for_meeting(plan: Plan) -> list[Amendment]:
    """What the team decides about in its meeting, the oldest first."""
    found = Amendment.objects.filter(plan=plan, state=TO_MEETING)
    return list(_with_people(found).order_by("proposed_at", "pk"))


def due(day: date) -> list[Amendment]:
    """The small changes whose term is over, of all schools, the oldest first."""
    found = Amendment.objects.filter(
        state=ANNOUNCED, counts_from__lte=day, plan__state=Plan.State.ADOPTED
    )
    return list(_with_people(found).order_by("counts_from", "proposed_at", "pk"))


def changes_of(
    amendment: Amendment, member: Membership | None = None, day: date | None = None
) -> list[Change]:
    """What a proposal changes, in the order of the plan.

    :param member: who reads, on ``day``; None for all of it
    """
    found = AmendedText.objects.filter(amendment=amendment)
    if member is not None and amendment.by_id != member.pk:
        assert day is not None
        found = _readable(member, day).filter(amendment=amendment)
    rows = sorted(_with_lines(found), key=_place)
    now = _texts(rows)
    return [Change(each, now.get(_owner(each), Text(key=each.key)), _base(each)) for each in rows]


def _readable(member: Membership, day: date) -> QuerySet[AmendedText]:
    """Changes in what a member may read: principles, and parts; see plans.rules."""
    parts = plans.visible_parts(member, day)
    return AmendedText.objects.filter(Q(principle__isnull=False) | Q(goal__part__in=parts))


def _with_people(found: QuerySet[Amendment]) -> QuerySet[Amendment]:
    return found.select_related("plan__year", "plan__school", "by", "asked_by", "version")


def _with_lines(found: QuerySet[AmendedText]) -> QuerySet[AmendedText]:
    return found.select_related("goal__part__plan", "principle__plan")


def _place(amended: AmendedText) -> tuple[int, ...]:
    if amended.principle:
        return (0, amended.principle.position, amended.pk)
    assert amended.goal is not None
    part = amended.goal.part
    return (1, part.pk, amended.goal.position, amended.pk)


def _owner(row: AmendedText | Text) -> tuple[int | None, int | None, str]:
    return (row.goal_id, row.principle_id, row.key)


def _texts(rows: list[AmendedText]) -> dict[tuple[int | None, int | None, str], Text]:
    goals = [each.goal_id for each in rows if each.goal_id]
    principles = [each.principle_id for each in rows if each.principle_id]
    found = Text.objects.filter(Q(goal__in=goals) | Q(principle__in=principles))
    return {_owner(each): each for each in found}


def _base(amended: AmendedText) -> Words:
    """What stood there, from the history of the text; moment and hours are kept only there."""
    revision = Revision.objects.filter(
        text__goal=amended.goal_id, text__principle=amended.principle_id, text__key=amended.key,
        version=amended.base, accepted=True,
    ).first()  # fmt: skip
    if revision is None:
        return Words(amended.before)
    return Words(revision.body, revision.moment, revision.hours)

"""Reads of what is said around a plan; only what the one who asks may read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from partituur.plans import rules as plans
from partituur.plans.models import Plan
from partituur.schools.models import Membership, School
from partituur.talking.models import (
    Conversation,
    Remark,
    Suggestion,
    SupportQuestion,
)


@dataclass(slots=True)
class Beside:
    """Open conversations: of each goal, of each part with its goals, of all principles together."""

    goals: dict[int, int] = field(default_factory=dict)
    parts: dict[int, int] = field(default_factory=dict)
    principles: int = 0


def readable(plan: Plan, member: Membership, day: date) -> QuerySet[Conversation]:
    """The conversations of a plan that a member may read: rules.why_not_read, as a query."""
    mine = Conversation.readers.through.objects.filter(
        conversation=OuterRef("pk"), membership=member
    )
    return Conversation.objects.filter(plan=plan).filter(
        Q(Q(audience=Conversation.Audience.PARTNERS) & Exists(mine))
        | Q(audience=Conversation.Audience.TEAM, part__isnull=True)
        | Q(
            audience=Conversation.Audience.TEAM,
            part__in=plans.visible_parts(member, day),
        )
    )


def with_words(found: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """The same with everything that a page shows of them, the open ones first."""
    return (
        found.select_related("part", "goal", "principle", "plan")
        .prefetch_related(
            Prefetch("remarks", Remark.objects.select_related("author").order_by("at", "pk")),
            Prefetch(
                "suggestions",
                Suggestion.objects.select_related("author", "decided_by").order_by("at", "pk"),
            ),
            Prefetch("readers", Membership.objects.order_by("name")),
        )
        .order_by("settled_at", "-began_at", "-pk")
    )


def open_in(plan: Plan, member: Membership, day: date) -> dict[int, int]:
    """How many open conversations a member may read beside each part."""
    rows = (
        readable(plan, member, day)
        .filter(settled_at__isnull=True, part__isnull=False)
        .values("part")
        .annotate(number=Count("pk", distinct=True))
    )
    return {row["part"]: row["number"] for row in rows}


def open_beside(plan: Plan, member: Membership, day: date) -> Beside:
    """How many open conversations a member may read, by what they are about."""
    rows = (
        readable(plan, member, day)
        .filter(settled_at__isnull=True)
        .values_list("goal", "part", "principle")
        .annotate(number=Count("pk", distinct=True))
    )
    found = Beside()
    for goal, part, principle, number in rows:
        if goal is not None:
            found.goals[goal] = found.goals.get(goal, 0) + number
        if part is not None:
            found.parts[part] = found.parts.get(part, 0) + number
        if principle is not None:
            found.principles += number
    return found


def conversation_or_none(school: School, public_id: UUID) -> Conversation | None:
    """A conversation of a school, with its plan and part."""
    return (
        Conversation.objects.select_related("plan__year", "part", "goal", "principle")
        .filter(school=school, public_id=public_id)
        .first()
    )


def asked_of(member: Membership, plan: Plan) -> QuerySet[SupportQuestion]:
    """The questions to a member that still wait for a yes or no."""
    return SupportQuestion.objects.filter(
        colleague=member, says_yes__isnull=True, goal__part__plan=plan,
        goal__removed_at__isnull=True, goal__part__removed_at__isnull=True,
    ).select_related("goal__part", "asked_by").order_by("pk")  # fmt: skip


def questions_about(goals: list[int]) -> QuerySet[SupportQuestion]:
    """Who was asked to support these goals, and what they said."""
    return (
        SupportQuestion.objects.filter(goal__in=goals)
        .select_related("colleague", "goal")
        .order_by("asked_at", "pk")
    )

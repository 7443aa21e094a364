"""Accents (accenten): where the team wants the weight of the IB'er's work this year.

What can be chosen is made from the plan: its general and team goals and its learning teams, and
three ways of working that every IB'er knows. Somebody's own words are as good.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from partituur.kernel.marking import N_
from partituur.plans import queries
from partituur.plans.format import Format
from partituur.plans.models import Goal, Part, Plan, Text

MOST = 3  # accents that one member chooses: more would be no accent

_ALWAYS = {
    "classroom": N_("Meekijken en meedoen in de klas"),
    "talks": N_("Gesprekken met leraren"),
    "learning_teams": N_("Samen leren in leerteams"),
}


@dataclass(frozen=True, slots=True)
class Accent:
    """One thing that can be chosen."""

    key: str  # "goal:<id>", "part:<id>", or a word of our own
    label: str


@translation.override("nl")  # they come in the minutes, beside the plan's own words
def options(plan: Plan) -> list[Accent]:
    """What can be chosen for a plan, in its order, in the language of the paper."""
    fmt = queries.format_of(plan.school)
    found = [*_goals(plan, fmt), *_learning_teams(plan)]
    return found + [Accent(key, _(label)) for key, label in _ALWAYS.items()]


def _goals(plan: Plan, fmt: Format) -> list[Accent]:
    goals = list(
        Goal.objects.filter(
            part__plan=plan, part__kind__in=("general", "team"), part__removed_at__isnull=True,
            removed_at__isnull=True,
        ).select_related("part").order_by("part__kind", "position", "pk")
    )  # fmt: skip
    heads = {kind: fmt.kind(kind).headline for kind in ("general", "team")}
    texts = {
        (text.goal_id, text.key): text.body
        for text in Text.objects.filter(goal__in=goals, key__in=set(heads.values()))
    }
    said = [(goal, texts.get((goal.pk, heads[goal.part.kind]), "")) for goal in goals]
    return [Accent(f"goal:{goal.public_id}", _one_line(body)) for goal, body in said if body]


def _learning_teams(plan: Plan) -> list[Accent]:
    parts = Part.objects.filter(plan=plan, kind="learning_team", removed_at__isnull=True)
    return [
        Accent(f"part:{part.public_id}", part.heading) for part in parts.order_by("position", "pk")
    ]


def _one_line(body: str) -> str:
    from partituur.kernel import richtext

    line = " ".join(richtext.to_plain(body).split())
    return line if len(line) <= 140 else line[:139].rstrip() + "…"

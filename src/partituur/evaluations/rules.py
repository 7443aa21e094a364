"""Who looks back on what, and who reads it. Each rule returns the reason why not, or None.

Partners look back on their own goals, every member on those of the school, and the team, in its
meeting, on everything that is the school's. What somebody writes is theirs alone until they share
it; not sharing is a full answer, and nobody is told that it was chosen.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from partituur.evaluations.models import Evaluation
from partituur.plans import rules as plans
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools import rules as schools
from partituur.schools.models import Membership

Line = Goal | Principle
STATES = frozenset({Plan.State.ADOPTED, Plan.State.EVALUATED})  # in which evaluations are read
BY_THE_TEAM = "coordinator"  # the one personal kind that the team itself looks back on

# What the team may read of a goal that somebody shared an evaluation of: as a query.
GOAL_OF_THE_TEAM = ~Q(goal__part__kind__in=plans.PERSONAL_KINDS) | Q(
    goal__part__shared_at__isnull=False
)


def plan_of(line: Line) -> Plan:
    """The plan in which a goal or a principle stands."""
    return line.part.plan if isinstance(line, Goal) else line.plan


def why_not_look_back(plan: Plan) -> str | None:
    """Evaluations are there from the day on which the team adopted the plan."""
    if plan.state in STATES:
        return None
    return _("Terugkijken kan zodra het team dit plan heeft vastgesteld.")


def why_not_write(line: Line, member: Membership, *, is_subject: bool) -> str | None:
    """Whether a member may write an evaluation of their own, or change it.

    :param is_subject: see ``is_subject``
    """
    if _is_removed(line):
        return _("Dit doel is er niet.")
    if not isinstance(line, Goal):
        return _("Op de uitgangspunten kijkt het team samen terug, in de vergadering.")
    return why_not_write_in(line.part.plan, line.part, member, is_subject=is_subject)


def why_not_write_in(plan: Plan, part: Part, member: Membership, *, is_subject: bool) -> str | None:
    """The same for the standing goals of a part."""
    if reason := _why_not_now(plan, member):
        return reason
    if not plans.is_personal(part) or plans.is_partner(part, member, is_subject=is_subject):
        return None
    return _("Op dit doel kijken de mensen terug om wie het gaat. Wat zij delen, lees je hier.")


def is_subject(line: Line, member: Membership, day: date) -> bool:
    """Whether a goal is the member's own; asked only where it makes a difference."""
    if not isinstance(line, Goal) or not plans.is_personal(line.part):
        return False
    return plans.is_subject(line.part, member, day)


def why_not_write_for_team(line: Line, member: Membership) -> str | None:
    """Whether a member may write down what the team says in its meeting.

    That it is the one who runs the meeting is for the room of meetings to ask.
    """
    if _is_removed(line):
        return _("Dit doel is er niet.")
    if reason := _why_not_now(plan_of(line), member):
        return reason
    if schools.why_not_manage(member):
        return _("Wat het team zegt, schrijft wie de vergadering leidt.")
    if not isinstance(line, Goal) or not plans.is_personal(line.part):
        return None
    if line.part.kind == BY_THE_TEAM and line.part.shared_at:
        return None
    return _("Op dit doel kijken de mensen terug om wie het gaat, niet het team.")


def _is_removed(line: Line) -> bool:
    return bool(line.removed_at or (isinstance(line, Goal) and line.part.removed_at))


def _why_not_now(plan: Plan, member: Membership) -> str | None:
    if plan.school_id != member.school_id:
        return _("Dit plan is er niet.")
    if plan.state == Plan.State.EVALUATED:
        return _("Het team heeft dit plan geëvalueerd. Wat er staat, blijft zo.")
    return why_not_look_back(plan)


def why_not_read(evaluation: Evaluation, member: Membership, *, day: date) -> str | None:
    """One's own always; what was shared, and the team's own, as long as the goal can be read."""
    if evaluation.by_id is not None and evaluation.by_id == member.pk:
        return None
    if evaluation.school_id == member.school_id and is_for_team(evaluation):
        goal = evaluation.goal
        if goal is None:
            return None
        own = is_subject(goal, member, day)
        return plans.why_not_read(goal.part, member, is_subject=own)
    return _("Deze evaluatie is er niet.")


def is_for_team(evaluation: Evaluation) -> bool:
    """Whether it is the team's own, or was shared and its goal is still the team's to read."""
    if evaluation.by_team:
        return True
    goal = evaluation.goal
    return evaluation.shared_at is not None and (goal is None or is_read_by_team(goal.part))


def is_read_by_team(part: Part) -> bool:
    """Whether the whole team may read a part."""
    return not plans.is_personal(part) or part.shared_at is not None


def why_not_share(evaluation: Evaluation, member: Membership) -> str | None:
    """Who wrote it shares it, once the team can read the goal that it is about."""
    if reason := why_not_take_back(evaluation, member):
        return reason
    if evaluation.goal is None or is_read_by_team(evaluation.goal.part):
        return None
    return _("Dit deel is niet met het team gedeeld. Wat je hier schrijft, blijft van jou.")


def why_not_take_back(evaluation: Evaluation, member: Membership) -> str | None:
    """Who shared it takes it back, whenever that is."""
    if evaluation.by_id is not None and evaluation.by_id == member.pk:
        return None
    return _("Alleen wie dit schreef, bepaalt of het team het leest.")

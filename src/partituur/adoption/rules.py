"""When a plan can be sealed, and who may read a version. A reason why not, or None."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from partituur.adoption.models import PlanVersion
from partituur.plans.models import Plan
from partituur.plans.rules import WRITABLE_STATES
from partituur.schools.models import Membership


def states_before(kind: PlanVersion.Kind) -> frozenset[Plan.State]:
    """From which states of the plan a version of this kind can be made."""
    if kind == PlanVersion.Kind.ADOPTED:
        return WRITABLE_STATES
    return frozenset({Plan.State.ADOPTED})


def why_not_seal(plan: Plan, kind: PlanVersion.Kind) -> str | None:
    """Adopting is done once; adjusting asks for an adopted plan."""
    if plan.state in states_before(kind):
        return None
    if kind == PlanVersion.Kind.ADOPTED:
        return _("Dit plan is al vastgesteld.")
    return _("Bijstellen kan pas als het plan is vastgesteld.")


def why_not_read(version: PlanVersion, member: Membership, *, day: date) -> str | None:
    """Who is a member now reads what is of the whole school."""
    if version.school_id == member.school_id and member.holds_on(day):
        return None
    return _("Deze versie is er niet.")


def why_not_read_personal(version: PlanVersion, member: Membership, *, day: date) -> str | None:
    """Personal parts are read by who was a member when the team adopted them, and still is."""
    if reason := why_not_read(version, member, day=day):
        return reason
    if version.members.filter(member=member).exists():
        return None
    return _("Delen van personen leest alleen wie er toen bij was.")

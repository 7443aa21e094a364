"""Who may propose to change an adopted plan, and what may still happen to a proposal."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from partituur.adoption.models import Amendment, PlanVersion
from partituur.plans import rules as plans
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools.models import Membership

DRAFT, ANNOUNCED, TO_MEETING = (
    Amendment.State.DRAFT, Amendment.State.ANNOUNCED, Amendment.State.TO_MEETING,
)  # fmt: skip
RUNNING = frozenset({ANNOUNCED, TO_MEETING})
TERM = 5  # school days in which anybody may ask that a small change goes to the meeting
ACCEPTED_FROM = {PlanVersion.Kind.SMALL: ANNOUNCED, PlanVersion.Kind.ADJUSTED: TO_MEETING}


def why_not_amend(
    plan: Plan, part: Part | None, member: Membership, *, is_partner: bool
) -> str | None:
    """Whether a member may propose other words in a part; None for ``part`` means the principles.

    :param is_partner: of a personal part; see plans.rules.is_partner
    """
    if plan.school_id != member.school_id:
        return _("Dit plan is er niet.")
    if plans.is_open(plan, part):
        return _("Dit staat nog niet vast. Je kunt het gewoon in het plan veranderen.")
    if plan.state != Plan.State.ADOPTED:
        return plans.why_closed(plan)
    if part is None or not plans.is_personal(part):
        if member.is_coordinator:
            return None
        return _("Een wijziging hierin stelt de intern begeleider voor. Bespreek het met elkaar.")
    if is_partner:
        return None
    return _("Een wijziging in dit deel komt van de mensen om wie het gaat, met hun IB’er.")


def why_not_amend_line(line: Goal | Principle, member: Membership, *, day: date) -> str | None:
    """The same for a goal or a principle; whether the member is a partner is looked up."""
    if line.removed_at:
        return _("Dit staat niet meer in het plan.")
    if isinstance(line, Principle):
        return why_not_amend(line.plan, None, member, is_partner=False)
    part = line.part
    is_partner = plans.is_partner(part, member, is_subject=plans.is_subject(part, member, day))
    return why_not_amend(part.plan, part, member, is_partner=is_partner)


def why_not_write(amendment: Amendment, member: Membership) -> str | None:
    """A draft is written by whose it is, as long as the plan can be amended."""
    if amendment.by_id != member.pk:
        return _("Dit is het voorstel van een ander.")
    if amendment.state != DRAFT:
        return _("Dit voorstel is al gedaan. Trek het in als je iets anders wilt.")
    return _why_plan_not(amendment)


def why_not_choose_again(amendment: Amendment, member: Membership) -> str | None:
    """Whose proposal it is, chooses again where the text under it changed."""
    if amendment.by_id != member.pk:
        return _("Dit is het voorstel van een ander.")
    if amendment.state not in (DRAFT, *RUNNING):
        return _("Over dit voorstel is al besloten.")
    return _why_plan_not(amendment)


def why_not_ask(amendment: Amendment, member: Membership, *, day: date) -> str | None:
    """Any member asks, within the term, that a small change goes to the meeting."""
    if amendment.school_id != member.school_id or amendment.state == DRAFT:
        return _("Dit voorstel is er niet.")
    if amendment.state == TO_MEETING:
        return _("Dit voorstel gaat al naar de teamvergadering.")
    if amendment.state != ANNOUNCED:
        return _("Over dit voorstel is al besloten.")
    if amendment.counts_from and day >= amendment.counts_from:
        return _("De vijf schooldagen zijn voorbij. Stel zelf een wijziging voor, of bespreek het.")
    return _why_plan_not(amendment)


def why_not_withdraw(amendment: Amendment, member: Membership) -> str | None:
    """Who proposed takes it back, until it is accepted."""
    if amendment.by_id != member.pk:
        return _("Alleen wie een wijziging voorstelde, trekt die in.")
    if amendment.state in (DRAFT, *RUNNING):
        return None
    return _("Over dit voorstel is al besloten.")


def why_not_accept(amendment: Amendment, kind: PlanVersion.Kind) -> str | None:
    """A small change is accepted after its term, a real one by the decision of the meeting."""
    if amendment.state == ACCEPTED_FROM.get(kind):
        return _why_plan_not(amendment)
    if amendment.state == ANNOUNCED:
        return _("Deze wijziging is klein: die hoeft niet in de vergadering.")
    return _("Een van de wijzigingen is ingetrokken, of er is al over besloten.")


def why_not_reject(amendment: Amendment) -> str | None:
    """The meeting rejects what was brought before it."""
    if amendment.state == TO_MEETING:
        return None
    return _("Over dit voorstel is al besloten, of het is ingetrokken.")


def _why_plan_not(amendment: Amendment) -> str | None:
    """Only an adopted plan is amended."""
    if amendment.plan.state == Plan.State.ADOPTED:
        return None
    return plans.why_closed(amendment.plan) or _("Dit plan is nog niet vastgesteld.")

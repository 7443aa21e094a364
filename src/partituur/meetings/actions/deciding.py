"""Deciding (besluiten): one act, all or nothing. The plan is wholly before it, or wholly after."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.adoption.actions import amending, sealing
from partituur.adoption.models import Amendment, PlanVersion
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.meetings import minutes, rules
from partituur.meetings.actions.holding import LONGEST
from partituur.meetings.changing import changed
from partituur.meetings.models import Decision, Meeting, Point, Purpose, Seat
from partituur.plans.models import Plan
from partituur.schools import queries as schools
from partituur.schools.models import Membership


@transaction.atomic
def decide(
    *, meeting: Meeting, purpose: str, passed: bool, words: str, by: Membership, at: datetime
) -> Decision:
    """Record what the team decided, and do it: adopt, adjust or evaluate the plan.

    Answers stop where they are; what was said and who was there goes into the version with the
    text. Two who press at the same moment make one decision: the second is refused.

    :param words: the outcome, as the team would say it
    :raises Refusal: see rules.why_not_decide and why_not_pass; no words; already decided
    """
    meeting = _held(meeting)
    if reason := rules.why_not_decide(meeting, purpose, by):
        raise Refusal(reason)
    words = words.replace("\r\n", "\n").replace("\x00", "").strip()
    if not words or len(words) > LONGEST:
        raise Refusal(_("Schrijf in een paar zinnen wat jullie besloten."))
    # First stop the answers, then count: an objection that comes in between would be passed over.
    meeting.points.filter(purpose=purpose, closed_at__isnull=True).update(closed_at=at)
    if passed and (reason := rules.why_not_pass(meeting, purpose)):
        raise Refusal(reason)
    decision = _written(meeting, purpose, passed, words, by, at)
    version = _done(meeting, purpose, decision, by, at)
    if version is not None:
        decision.version = version
        decision.save(update_fields=["version"])
    chain.record(
        school=meeting.school.public_id, act="meeting.decided", at=at,
        by={"id": str(by.public_id), "name": by.name},
        facts={
            "meeting": str(meeting.public_id), "purpose": purpose, "passed": passed,
            "plan": str(meeting.plan_for(purpose).public_id),
        },
    )  # fmt: skip
    changed(meeting)
    return decision


def _held(meeting: Meeting) -> Meeting:
    """The meeting as it is now; another who decides waits until this is done."""
    found = Meeting.objects.select_for_update(of=("self",), no_key=True).select_related(
        "school", "plan__school", "plan__year", "looks_back_on__school", "looks_back_on__year"
    )
    return found.get(pk=meeting.pk)


def _written(
    meeting: Meeting, purpose: str, passed: bool, words: str, by: Membership, at: datetime
) -> Decision:
    try:
        with transaction.atomic():
            return Decision.objects.create(
                school_id=meeting.school_id, meeting=meeting, purpose=purpose, passed=passed,
                words=words, by=by, at=at,
            )  # fmt: skip
    except IntegrityError:
        raise Refusal(_("Dit besluit is al genomen.")) from None


def _done(
    meeting: Meeting, purpose: str, decision: Decision, by: Membership, at: datetime
) -> PlanVersion | None:
    """Do what was decided; the version that it made, if any."""
    if purpose == Purpose.EVALUATE:
        if decision.passed:
            _evaluated(meeting.plan_for(purpose))
        return None
    if purpose == Purpose.ADJUST:
        return _adjusted(meeting, decision, by, at)
    if not decision.passed:
        return None
    return sealing.seal(
        plan=meeting.plan, kind=PlanVersion.Kind.ADOPTED, decision=minutes.data_of(decision),
        members=_team(meeting, at), present=_present(meeting), by=by, at=at,
    )  # fmt: skip


def _team(meeting: Meeting, at: datetime) -> list[Membership]:
    """Who is a member now, invited or not: they may read the personal parts of the version."""
    return list(schools.members_of(meeting.school, day=timezone.localdate(at)))


def _present(meeting: Meeting) -> set[int]:
    came = Seat.objects.filter(meeting=meeting, came_at__isnull=False)
    return set(came.values_list("member_id", flat=True))


def _adjusted(
    meeting: Meeting, decision: Decision, by: Membership, at: datetime
) -> PlanVersion | None:
    proposals = list(_proposals(meeting))
    if not decision.passed:
        for each in proposals:
            amending.reject(amendment=each, by=by, at=at)
        return None
    if not proposals:
        raise Refusal(_("Er staat geen bijstelling op de agenda."))
    return amending.accept(
        amendments=proposals, kind=PlanVersion.Kind.ADJUSTED, decision=minutes.data_of(decision),
        members=_team(meeting, at), present=_present(meeting), by=by, at=at,
    )  # fmt: skip


def _proposals(meeting: Meeting) -> QuerySet[Amendment]:
    """What is on the agenda and still stands: one that was taken back needs no decision."""
    points = meeting.points.filter(kind=Point.Kind.AMENDMENT, amendment__isnull=False)
    standing = Amendment.objects.filter(state=Amendment.State.TO_MEETING)
    return standing.filter(pk__in=points.values("amendment")).order_by("pk")


def _evaluated(plan: Plan) -> None:
    moved = Plan.objects.filter(pk=plan.pk, state=Plan.State.ADOPTED).update(
        state=Plan.State.EVALUATED
    )
    if not moved:
        raise Refusal(_("Dit plan is al geëvalueerd."))
    plan.state = Plan.State.EVALUATED

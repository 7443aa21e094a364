"""Who may do what in a meeting, and when. Each rule returns the reason why not, or None."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from partituur.meetings import tallying
from partituur.meetings.choices import choices_of as choices_of
from partituur.meetings.models import Answer, Decision, Meeting, Point, Purpose, Seat
from partituur.plans.models import Plan
from partituur.schools.models import Membership

TOGETHER = (  # what one meeting can be for
    {Purpose.ADOPT},
    {Purpose.ADJUST},
    {Purpose.EVALUATE},
    {Purpose.ADOPT, Purpose.EVALUATE},
    {Purpose.ADJUST, Purpose.EVALUATE},
)
NEEDS = {  # the state of the plan that each purpose asks for
    Purpose.ADOPT: Plan.State.IN_CONSULTATION,
    Purpose.ADJUST: Plan.State.ADOPTED,
    Purpose.EVALUATE: Plan.State.ADOPTED,
}
NEED_WORDS = (Answer.Choice.NOTE, Answer.Choice.OBJECT)


def why_not_plan(member: Membership) -> str | None:
    """Planning a meeting, inviting, and arranging its agenda."""
    if member.is_coordinator or member.is_leader:
        return None
    return _("Een teamvergadering zet de intern begeleider of de schoolleider klaar.")


def why_not_change(meeting: Meeting, member: Membership) -> str | None:
    """Changing a meeting that was planned, and its agenda."""
    if meeting.state in (Meeting.State.CLOSED, Meeting.State.CANCELLED):
        return _("Deze vergadering is voorbij.")
    return _outside(meeting, member) or why_not_plan(member)


def why_not_purposes(purposes: set[str], plan: Plan, looks_back_on: Plan | None) -> str | None:
    """What a meeting can be for, given where the plans are."""
    if purposes not in TOGETHER:
        return _("Kies wat jullie doen: vaststellen of bijstellen, en eventueel evalueren.")
    if Purpose.ADOPT in purposes and plan.state in (Plan.State.ADOPTED, Plan.State.EVALUATED):
        return _("Dit plan is al vastgesteld. Bijstellen of evalueren kan wel.")
    if Purpose.ADJUST in purposes and plan.state != Plan.State.ADOPTED:
        return _("Bijstellen kan pas als het plan is vastgesteld.")
    if Purpose.EVALUATE in purposes and looks_back_on is None:
        return _("Evalueren kan pas als er een vastgesteld plan is.")
    return None


def why_not_run(meeting: Meeting, member: Membership) -> str | None:
    """Opening a meeting, leading it, counting hands, closing it."""
    if reason := _outside(meeting, member):
        return reason
    if member.is_coordinator or member.is_leader:
        return None
    return _("De vergadering leidt de intern begeleider of de schoolleider.")


def why_not_open(meeting: Meeting, member: Membership) -> str | None:
    """Opening a meeting: the plan must be where the team can decide on it."""
    if reason := why_not_run(meeting, member):
        return reason
    if meeting.state != Meeting.State.PLANNED:
        return _("Deze vergadering is al geopend, of gaat niet door.")
    for purpose in meeting.purposes:
        if meeting.plan_for(purpose).state != NEEDS[Purpose(purpose)]:
            return _NOT_READY[Purpose(purpose)]()
    return None


_NOT_READY = {
    Purpose.ADOPT: lambda: _("Zet het plan eerst in overleg, zodat iedereen kan meelezen."),
    Purpose.ADJUST: lambda: _("Dit plan is niet vastgesteld; er valt nog niets bij te stellen."),
    Purpose.EVALUATE: lambda: _("Dit plan is niet vastgesteld, of al geëvalueerd."),
}


def why_not_lead(meeting: Meeting, member: Membership) -> str | None:
    """Going from point to point, in a meeting that is open."""
    if reason := why_not_run(meeting, member):
        return reason
    if meeting.state != Meeting.State.OPEN:
        return _("Deze vergadering is niet open.")
    return None


def why_not_reword(point: Point, member: Membership) -> str | None:
    """Rewording what is on the screen: whoever runs the meeting, until the point is closed."""
    if reason := why_not_lead(point.meeting, member):
        return reason
    if point.meeting.point_id != point.pk or point.closed_at is not None:
        return _("Aanpassen kan alleen bij het punt dat nu op het scherm staat.")
    if point.kind not in (Point.Kind.PRINCIPLES, Point.Kind.GOAL):
        return _("Dit punt is niet van het hele team; hier schrijft wie het aangaat.")
    if point.meeting.plan_for(point.purpose).state != Plan.State.IN_CONSULTATION:
        return _("Dit plan is vastgesteld. Het verandert alleen door het bij te stellen.")
    return None


def why_not_answer(point: Point, seat: Seat | None, day: date) -> str | None:
    """Answering a point for oneself: in the meeting, or afterwards for who was not there."""
    if seat is None or seat.meeting_id != point.meeting_id:
        return _("Je bent niet uitgenodigd voor deze vergadering.")
    if not point.asks:
        return _("Bij dit punt wordt niets gevraagd.")
    if point.meeting.state == Meeting.State.CLOSED:
        return why_not_afterwards(point.meeting, seat, day)
    if point.meeting.state != Meeting.State.OPEN or point.opened_at is None:
        return _("Dit punt is nog niet aan de orde.")
    if point.closed_at is not None:
        return _("Dit punt is gesloten. Je laatste antwoord telt.")
    if point.by_hands:
        return _("Bij dit punt worden handen geteld. Steek je hand op.")
    return None


def why_not_afterwards(meeting: Meeting, seat: Seat, day: date) -> str | None:
    """Answering after the meeting: for who was not there, within the term that the team set."""
    if seat.came_at is not None:
        return _("Je was erbij: wat je toen zei, telt.")
    if meeting.answers_until is None or day > meeting.answers_until:
        return _("De tijd om achteraf te antwoorden is voorbij.")
    return None


def why_not_reopen(point: Point, member: Membership) -> str | None:
    """Opening a point again: not once the team decided, for its answers stand in the decision."""
    if reason := why_not_lead(point.meeting, member):
        return reason
    if Decision.objects.filter(meeting=point.meeting_id, purpose=point.purpose).exists():
        return _("Hierover is al besloten. Wat er gezegd is, staat in het besluit.")
    return None


def why_not_count_hands(point: Point, member: Membership) -> str | None:
    """Counting hands, at a point where nobody answered on a phone."""
    if reason := why_not_lead(point.meeting, member):
        return reason
    if not point.asks or point.kind == Point.Kind.ACCENTS:
        return _("Bij dit punt worden geen handen geteld.")
    if point.opened_at is None or point.closed_at is not None:
        return _("Handen tellen kan bij een punt dat open is.")
    if point.by_hands is False:
        return _("Er is al met telefoons geantwoord. Antwoorden en handen gaan niet samen.")
    return None


def why_not_decide(meeting: Meeting, purpose: str, member: Membership) -> str | None:
    """Recording a decision: once for each purpose."""
    if reason := why_not_lead(meeting, member):
        return reason
    if purpose not in meeting.purposes:
        return _("Daar is deze vergadering niet voor.")
    if Decision.objects.filter(meeting=meeting, purpose=purpose).exists():
        return _("Dit besluit is al genomen.")
    if meeting.plan_for(purpose).state != NEEDS[Purpose(purpose)]:
        return _NOT_READY[Purpose(purpose)]()
    waits = purpose == Purpose.EVALUATE and Purpose.ADJUST in meeting.purposes
    if waits and not Decision.objects.filter(meeting=meeting, purpose=Purpose.ADJUST).exists():
        return _("Besluit eerst over het bijstellen: na het evalueren kan dat niet meer.")
    return None


def why_not_pass(meeting: Meeting, purpose: str) -> str | None:
    """Whether what the team said lets the decision pass, in the way that was chosen beforehand."""
    points = list(meeting.points.filter(purpose=purpose, asks=True).select_related("meeting"))
    if meeting.way == Meeting.Way.CONSENT:
        return _why_no_consent(points)
    if meeting.way == Meeting.Way.VOTE:
        return _why_no_majority(meeting, points)
    return None


def _why_no_consent(points: list[Point]) -> str | None:
    number = sum(tallying.standing_objections(point) for point in points)
    if not number:
        return None
    return _(
        "Er staan nog bezwaren: {number}. Schrijf op hoe eraan tegemoet is gekomen, of vraag wie "
        "het gaf om opnieuw te antwoorden."
    ).format(number=number)


def _why_no_majority(meeting: Meeting, points: list[Point]) -> str | None:
    asked, present = tallying.attendance(meeting)
    if present * 100 < meeting.quorum * asked:
        return _("Er zijn er te weinig: {present} van {asked}, en {quorum}% is nodig.").format(
            present=present, asked=asked, quorum=meeting.quorum
        )
    last = [point for point in points if point.kind == Point.Kind.DECISION]
    for point in last:
        tally = tallying.of(point)
        votes = tally.agree + tally.note + tally.object
        if (tally.agree + tally.note) * 100 <= meeting.threshold * votes:
            return _("Er zijn te weinig stemmen voor: {agree} van {votes}.").format(
                agree=tally.agree + tally.note, votes=votes
            )
    return None


def _outside(meeting: Meeting, member: Membership) -> str | None:
    if meeting.school_id != member.school_id:
        return _("Deze vergadering is er niet.")
    return None

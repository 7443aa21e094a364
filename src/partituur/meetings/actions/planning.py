"""Making a meeting ready (klaarzetten): when, what for, who, the agenda; the plan in overleg."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.meetings import agenda, rules
from partituur.meetings.changing import changed, hold
from partituur.meetings.models import Meeting, Point, Purpose, Seat
from partituur.plans.models import Plan
from partituur.schools import queries as schools
from partituur.schools.models import Membership

LONGEST_TITLE = 300


@transaction.atomic
def plan_meeting(
    *,
    plan: Plan,
    purposes: Iterable[str],
    starts_at: datetime,
    place: str,
    way: str,
    quorum: int,
    threshold: int,
    run_by: Membership | None,
    by: Membership,
    at: datetime,
) -> Meeting:
    """Make a meeting about a plan, invite the whole team, and make its agenda.

    :param purposes: one or two of ``Purpose``
    :param quorum: percent of who was invited that must be there, for a vote
    :param threshold: more than so many percent of the votes must be for
    :raises Refusal: see rules.why_not_plan and why_not_purposes
    """
    wanted = set(purposes)
    looks_back = looks_back_on(plan) if Purpose.EVALUATE in wanted else None
    reason = rules.why_not_plan(by) or rules.why_not_purposes(wanted, plan, looks_back)
    if reason or plan.school_id != by.school_id:
        raise Refusal(reason or _("Dit plan is er niet."))
    meeting = Meeting.objects.create(
        school_id=plan.school_id, plan=plan, looks_back_on=looks_back,
        purposes=[each.value for each in Purpose if each in wanted], starts_at=starts_at,
        place=place.strip()[:120], way=_way(way), quorum=_percent(quorum, most=100),
        threshold=_percent(threshold, most=99), run_by=_runner(run_by, by), made_at=at,
    )  # fmt: skip
    day = timezone.localdate(starts_at)
    invite_members(meeting=meeting, members=schools.members_of(by.school, day=day), by=by, at=at)
    Point.objects.bulk_create(agenda.points_for(meeting, day))
    _record(meeting, "meeting.planned", by, at)
    return meeting


def looks_back_on(plan: Plan) -> Plan | None:
    """The plan to evaluate: this one when it was adopted, else that of the year before."""
    if plan.state == Plan.State.ADOPTED:
        return plan
    before = Plan.objects.filter(school_id=plan.school_id, year__start=plan.year.start - 1)
    return before.filter(state=Plan.State.ADOPTED).select_related("year").first()


def _way(way: str) -> str:
    if way not in Meeting.Way.values:
        raise Refusal(_("Kies hoe jullie besluiten."))
    return way


def _percent(number: int, *, most: int) -> int:
    if not 0 <= number <= most:
        raise Refusal(_("Een percentage is een getal van 0 tot en met {most}.").format(most=most))
    return number


def _runner(run_by: Membership | None, by: Membership) -> Membership:
    runner = run_by or by
    if runner.school_id != by.school_id or rules.why_not_plan(runner):
        raise Refusal(_("De vergadering leidt een intern begeleider of schoolleider."))
    return runner


@transaction.atomic
def change(
    *,
    meeting: Meeting,
    starts_at: datetime,
    place: str,
    way: str,
    quorum: int,
    threshold: int,
    run_by: Membership | None,
    by: Membership,
    at: datetime,
) -> None:
    """Change a meeting that has not begun. The way of deciding is fixed once it has.

    :raises Refusal: see rules.why_not_change; it has begun
    """
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    hold(meeting)
    if meeting.state != Meeting.State.PLANNED:
        raise Refusal(_("De vergadering is begonnen; hoe jullie besluiten ligt nu vast."))
    moved = (starts_at, place.strip()) != (meeting.starts_at, meeting.place)
    meeting.starts_at, meeting.place, meeting.way = starts_at, place.strip()[:120], _way(way)
    meeting.quorum = _percent(quorum, most=100)
    meeting.threshold = _percent(threshold, most=99)
    meeting.run_by = _runner(run_by, by)
    meeting.sequence += moved
    meeting.save(
        update_fields=[
            "starts_at", "place", "way", "quorum", "threshold", "run_by", "sequence",
        ]
    )  # fmt: skip
    _record(meeting, "meeting.changed", by, at)


@transaction.atomic
def cancel(*, meeting: Meeting, by: Membership, at: datetime) -> None:
    """Call a meeting off that has not begun.

    :raises Refusal: see rules.why_not_change; it has begun
    """
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    done = Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.PLANNED).update(
        state=Meeting.State.CANCELLED, closed_at=at, sequence=meeting.sequence + 1
    )
    if not done:
        raise Refusal(_("De vergadering is al begonnen."))
    meeting.refresh_from_db(fields=["state", "sequence", "closed_at"])
    _record(meeting, "meeting.cancelled", by, at)


@transaction.atomic
def invite_members(
    *, meeting: Meeting, members: Iterable[Membership], by: Membership, at: datetime
) -> None:
    """Make these members the invited ones; who came already stays.

    :raises Refusal: see rules.why_not_change
    """
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    wanted = {each.pk: each for each in members if each.school_id == meeting.school_id}
    seats = Seat.objects.filter(meeting=meeting)
    gone = seats.filter(came_at__isnull=True).exclude(member__in=wanted).delete()[0]
    if gone and meeting.invited_at:  # their calendars believe only what has a higher number
        meeting.sequence += 1
        meeting.save(update_fields=["sequence"])
    here = set(seats.values_list("member_id", flat=True))
    Seat.objects.bulk_create(
        Seat(school_id=meeting.school_id, meeting=meeting, member=member)
        for pk, member in wanted.items()
        if pk not in here
    )


@transaction.atomic
def mark_invited(*, meeting: Meeting, by: Membership, at: datetime) -> None:
    """Note that the invitation goes out; the plan to adopt goes in overleg with it.

    :raises Refusal: see rules.why_not_change
    """
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    if Purpose.ADOPT in meeting.purposes and meeting.plan.state == Plan.State.DRAFT:
        open_consultation(plan=meeting.plan, by=by, at=at)
    meeting.invited_at = at
    meeting.save(update_fields=["invited_at"])
    _record(meeting, "meeting.invited", by, at)


# --- the plan in overleg -----------------------------------------------------------------------


@transaction.atomic
def open_consultation(*, plan: Plan, by: Membership, at: datetime) -> None:
    """The whole team reads along what is shared (concept → in overleg).

    :raises Refusal: the plan is further on, or see rules.why_not_plan
    """
    _move(plan, Plan.State.DRAFT, Plan.State.IN_CONSULTATION, "plan.in_consultation", by, at)


@transaction.atomic
def back_to_draft(*, plan: Plan, by: Membership, at: datetime) -> None:
    """Back from in overleg to concept, while no meeting about it is open.

    :raises Refusal: a meeting is open, or see open_consultation
    """
    if Meeting.objects.filter(plan=plan, state=Meeting.State.OPEN).exists():
        raise Refusal(_("Er is een vergadering over dit plan bezig."))
    _move(plan, Plan.State.IN_CONSULTATION, Plan.State.DRAFT, "plan.draft", by, at)


def _move(plan: Plan, before: str, after: str, act: str, by: Membership, at: datetime) -> None:
    if reason := rules.why_not_plan(by):
        raise Refusal(reason)
    if plan.school_id != by.school_id:
        raise Refusal(_("Dit plan is er niet."))
    here = plan.state == before  # and still so when it is written, whoever else is at it
    if not here or not Plan.objects.filter(pk=plan.pk, state=before).update(state=after):
        raise Refusal(_("Het plan staat intussen ergens anders. Kijk het even na."))
    plan.state = after
    chain.record(
        school=by.school.public_id, act=act, at=at, by=_who(by),
        facts={"plan": str(plan.public_id)},
    )  # fmt: skip


# --- the agenda --------------------------------------------------------------------------------


@transaction.atomic
def renew_agenda(*, meeting: Meeting, by: Membership, at: datetime) -> None:
    """Bring the agenda in line with the plan: what is new is added, what is gone goes.

    Own points, points that were looked at, and the order that somebody made stay.

    :raises Refusal: see rules.why_not_change
    """
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    renew(meeting, timezone.localdate(at))
    changed(meeting)


def renew(meeting: Meeting, day: date) -> None:
    """See renew_agenda; asks nobody."""
    wanted = {agenda.key_of(point): point for point in agenda.points_for(meeting, day)}
    here = {agenda.key_of(point): point for point in meeting.points.all()}
    for key, point in here.items():
        if key not in wanted and point.kind != Point.Kind.OWN and point.opened_at is None:
            point.delete()
    ordered = list(wanted)
    for key, point in wanted.items():
        if key not in here:
            point.position = _place_after(meeting, ordered, key)
            meeting.points.filter(position__gte=point.position).update(position=F("position") + 1)
            point.save()


def _place_after(meeting: Meeting, ordered: list[agenda.Key], key: agenda.Key) -> int:
    """Right after the point that comes before it in the plan's own order."""
    places = {agenda.key_of(point): point.position for point in meeting.points.all()}
    for before in reversed(ordered[: ordered.index(key)]):
        if before in places:
            return places[before] + 1
    return 0


@transaction.atomic
def add_point(*, meeting: Meeting, title: str, asks: bool, by: Membership, at: datetime) -> Point:
    """Add a point of the team's own, before the last decision.

    :param asks: whether everybody is asked for an answer
    :raises Refusal: no title; see rules.why_not_change
    """
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise Refusal(_("Schrijf in één regel waar het over gaat."))
    last = meeting.points.order_by("-position", "-pk").first()
    position = last.position if last else 0
    meeting.points.filter(position__gte=position).update(position=F("position") + 1)
    point = Point.objects.create(
        school_id=meeting.school_id, meeting=meeting, position=position, kind=Point.Kind.OWN,
        section=title[:160], title=title, asks=asks,
        purpose=last.purpose if last else meeting.purposes[-1],
    )  # fmt: skip
    changed(meeting)
    return point


@transaction.atomic
def move_point(*, point: Point, up: bool, by: Membership, at: datetime) -> None:
    """Swap a point with its neighbour; nothing happens at the end of the list.

    :raises Refusal: see rules.why_not_change
    """
    meeting = point.meeting
    if reason := rules.why_not_change(meeting, by):
        raise Refusal(reason)
    points = list(meeting.points.order_by("position", "pk"))
    at_now = next(number for number, each in enumerate(points) if each.pk == point.pk)
    other = at_now - 1 if up else at_now + 1
    if not 0 <= other < len(points):
        return
    points[at_now], points[other] = points[other], points[at_now]
    for position, each in enumerate(points):
        if each.position != position:
            Point.objects.filter(pk=each.pk).update(position=position)
    changed(meeting)


@transaction.atomic
def remove_point(*, point: Point, by: Membership, at: datetime) -> None:
    """Take a point off the agenda that was not looked at; a decision stays on it.

    :raises Refusal: it was looked at, it is a decision; see rules.why_not_change
    """
    if reason := rules.why_not_change(point.meeting, by):
        raise Refusal(reason)
    if point.kind == Point.Kind.DECISION or point.opened_at is not None:
        raise Refusal(_("Dit punt blijft op de agenda."))
    meeting = point.meeting
    point.delete()
    changed(meeting)


def _record(meeting: Meeting, act: str, by: Membership, at: datetime) -> None:
    chain.record(
        school=by.school.public_id, act=act, at=at, by=_who(by),
        facts={"meeting": str(meeting.public_id)},
    )  # fmt: skip


def _who(by: Membership) -> dict[str, str]:
    return {"id": str(by.public_id), "name": by.name}

"""Making a meeting ready (klaarzetten): planning it, changing it, who comes, the invitation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from partituur.kernel.errors import Refusal
from partituur.mail import outbox
from partituur.meetings import queries, rules
from partituur.meetings.actions import planning
from partituur.meetings.models import Meeting, Purpose
from partituur.plans.models import Plan
from partituur.schools import queries as schools
from partituur.schools import quiet
from partituur.schools.models import Membership
from partituur.web import mails
from partituur.web.doors import Here, here_or_404
from partituur.web.meetings.doors import MeetingHere, meeting_or_404, refused
from partituur.web.meetings.forms import MeetingForm, NewMeetingForm
from partituur.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, school: str) -> HttpResponse:
    """A new meeting: what for, when, where, how the team decides."""
    here = here_or_404(request, school)
    if reason := rules.why_not_plan(here.member):
        return refused(request, here, reason)
    plans = _plans(here)
    plan = _chosen(here, plans, request.GET.get("plan", ""))
    if plan is None:
        reason = _("Er is nog geen plan om over te vergaderen. Begin eerst met het plan.")
        return refused(request, here, reason, status=409)
    possible, not_now = _purposes(plan)
    form = NewMeetingForm(
        request.POST or None, leaders=_leaders(here), me=here.member, possible=possible,
        now=here.now,
    )  # fmt: skip
    made: list[Meeting] = []
    if form.done(lambda: made.append(_made(here, plan, form))):
        return redirect("meeting", here.school.slug, made[0].public_id)
    context = {
        "here": here, "form": form, "plan": plan, "not_now": not_now,
        "others": [each for each in plans if each.pk != plan.pk],
    }  # fmt: skip
    return render(request, "meetings/new.html", context, status=form.status)


def _made(here: Here, plan: Plan, form: NewMeetingForm) -> Meeting:
    return planning.plan_meeting(
        plan=plan, purposes=form.cleaned_data["purposes"], by=here.member, at=here.now, **form.asked
    )


def _plans(here: Here) -> list[Plan]:
    """The plans about which a team can meet, the latest first."""
    found = Plan.objects.filter(school=here.school).exclude(state=Plan.State.EVALUATED)
    plans = list(found.select_related("year").order_by("-year__start"))
    for plan in plans:
        plan.school = here.school
    return plans


def _chosen(here: Here, plans: list[Plan], year: str) -> Plan | None:
    """The plan of the year in the address, else that of this year, else the latest."""
    start = schools.year_on(here.today)
    return (
        next((each for each in plans if each.year.slug == year), None)
        or next((each for each in plans if each.year.start == start), None)
        or next(iter(plans), None)
    )


def _purposes(plan: Plan) -> tuple[list[str], list[str]]:
    """What a meeting about a plan can be for, and why it cannot be for the rest."""
    looks_back = planning.looks_back_on(plan)
    reasons = {each.value: rules.why_not_purposes({each}, plan, looks_back) for each in Purpose}
    return (
        [key for key, reason in reasons.items() if reason is None],
        [reason for reason in reasons.values() if reason],
    )


def _leaders(here: Here) -> list[Membership]:
    """Who may lead a meeting: rules.why_not_plan."""
    members = schools.members_of(here.school, day=here.today)
    return [each for each in members if rules.why_not_plan(each) is None]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Another time or place, another way of deciding; who was invited hears of it."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_change(here.meeting, here.member):
        return refused(request, here, reason)
    form = MeetingForm(
        request.POST or None, leaders=_leaders(here), meeting=here.meeting, now=here.now
    )
    if form.done(lambda: _changed(here, form)):
        messages.success(request, _("De vergadering is bijgewerkt."))
        return redirect(here.path)
    context = {"here": here, "form": form}
    return render(request, "meetings/change.html", context, status=form.status)


@transaction.atomic
def _changed(here: MeetingHere, form: MeetingForm) -> None:
    before = here.meeting.sequence
    planning.change(meeting=here.meeting, by=here.member, at=here.now, **form.asked)
    if here.meeting.invited_at and here.meeting.sequence != before:
        outbox.take_back(mails.about_meeting(here.meeting))
        for member in _invited(here.meeting):
            mails.meeting_changed(meeting=here.meeting, member=member, by=here.member, at=here.now)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Call the meeting off, after one question."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_change(here.meeting, here.member):
        return refused(request, here, reason)
    if request.method == "POST":
        try:
            _cancelled(here)
        except Refusal as refusal:
            return refused(request, here, refusal.reason, status=409)
        messages.success(request, _("De vergadering gaat niet door."))
        return redirect("meetings", here.school.slug)
    context = {"here": here, "number": len(_invited(here.meeting))}
    return render(request, "meetings/cancel.html", context)


@transaction.atomic
def _cancelled(here: MeetingHere) -> None:
    planning.cancel(meeting=here.meeting, by=here.member, at=here.now)
    if here.meeting.invited_at:
        outbox.take_back(mails.about_meeting(here.meeting))
        for member in _invited(here.meeting):
            mails.meeting_cancelled(
                meeting=here.meeting, member=member, by=here.member, at=here.now
            )


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Who is invited: a list to tick."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_change(here.meeting, here.member):
        return refused(request, here, reason)
    seats = {each.member_id: each for each in queries.seats_of(here.meeting)}
    team = list(schools.members_of(here.school, day=timezone.localdate(here.meeting.starts_at)))
    known = {each.pk for each in team}
    team += [each.member for key, each in seats.items() if key not in known]
    error = ""
    if request.method == "POST":
        ids = set(request.POST.getlist("member"))
        chosen = [each for each in team if str(each.public_id) in ids]
        if chosen:
            _seated(here, chosen)
            return redirect(here.path)
        error = _("Kies wie je uitnodigt: een vergadering zonder mensen is er geen.")
    context = {
        "here": here, "team": team, "seats": seats, "error": error,
        "came": {key for key, each in seats.items() if each.came_at},
    }  # fmt: skip
    return render(request, "meetings/members.html", context, status=422 if error else 200)


@transaction.atomic
def _seated(here: MeetingHere, chosen: list[Membership]) -> None:
    """Whoever comes on the list or goes off it after the invitation gets a mail of their own."""
    before = {each.pk: each for each in _invited(here.meeting)}
    planning.invite_members(meeting=here.meeting, members=chosen, by=here.member, at=here.now)
    if here.meeting.invited_at is None:
        return
    after = {each.pk: each for each in _invited(here.meeting)}
    for key in after.keys() - before.keys():
        mails.meeting_invitation(
            meeting=here.meeting, member=after[key], by=here.member, at=here.now,
            leaves_at=here.now,
        )  # fmt: skip
    for key in before.keys() - after.keys():
        if to := mails.address_of(before[key]):
            outbox.take_back(mails.about_meeting(here.meeting), to=to)
        mails.meeting_cancelled(
            meeting=here.meeting, member=before[key], by=here.member, at=here.now
        )


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Send the invitation to everybody on the list; in the evening or a holiday, asked first."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_change(here.meeting, here.member):
        return refused(request, here, reason)
    opens = quiet.opens_at(here.school, here.now)
    later = opens if here.now < opens < here.meeting.starts_at else None
    if request.method == "POST":
        leaves = later if later and request.POST.get("when") == "later" else here.now
        return _sent(request, here, leaves)
    invited = _invited(here.meeting)
    context = {
        "here": here, "meeting": here.meeting, "invited": invited, "later": later,
        "without": [each for each in invited if not mails.address_of(each)],
        "opens_consultation": Purpose.ADOPT in here.meeting.purposes
        and here.meeting.plan.state == Plan.State.DRAFT,
    }  # fmt: skip
    return render(request, "meetings/invite.html", context)


def _sent(request: Request, here: MeetingHere, leaves: datetime) -> HttpResponse:
    try:
        number = _invite(here, _invited(here.meeting), leaves)
    except Refusal as refusal:
        return refused(request, here, refusal.reason, status=409)
    said = ngettext(
        "De uitnodiging gaat naar {number} collega.",
        "De uitnodiging gaat naar {number} collega’s.",
        number,
    )
    messages.success(request, said.format(number=number))
    return redirect(here.path)


@transaction.atomic
def _invite(here: MeetingHere, invited: Iterable[Membership], leaves: datetime) -> int:
    planning.mark_invited(meeting=here.meeting, by=here.member, at=here.now)
    outbox.take_back(mails.about_meeting(here.meeting))  # one that waits is not sent twice
    sent = [
        mails.meeting_invitation(
            meeting=here.meeting, member=each, by=here.member, at=here.now, leaves_at=leaves
        )
        for each in invited
    ]
    return sum(each is not None for each in sent)


def _invited(meeting: Meeting) -> list[Membership]:
    return [each.member for each in queries.seats_of(meeting).select_related("member__person")]

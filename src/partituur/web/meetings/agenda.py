"""The agenda: moving points, taking one off, adding one's own, bringing it up to the plan."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.kernel.errors import Refusal
from partituur.meetings import queries, rules
from partituur.meetings.actions import planning
from partituur.meetings.models import Point
from partituur.web.meetings.doors import MeetingHere, meeting_or_404, point_or_404, refused
from partituur.web.meetings.forms import PointForm
from partituur.web.request import Request


@require_safe
def arrange(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """The agenda with its buttons, and a form for one more point."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_change(here.meeting, here.member):
        return refused(request, here, reason)
    return _page(request, here, PointForm(None))


def _page(request: Request, here: MeetingHere, form: PointForm) -> HttpResponse:
    context = {
        "here": here, "form": form, "entries": queries.entries_of(here.meeting),
        "stays": Point.Kind.DECISION,
    }  # fmt: skip
    return render(request, "meetings/agenda.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """A point of the team's own."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_change(here.meeting, here.member):
        return refused(request, here, reason)
    form = PointForm(request.POST or None)
    if form.done(
        lambda: planning.add_point(
            meeting=here.meeting, title=form.cleaned_data["title"],
            asks=form.cleaned_data["asks"] == "yes", by=here.member, at=here.now,
        )
    ):  # fmt: skip
        messages.success(request, _("Het punt staat op de agenda."))
        return redirect("meeting-agenda", here.school.slug, meeting)
    return _page(request, here, form)


@require_POST
def renew(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Bring the agenda in line with the plan."""
    here = meeting_or_404(request, school, meeting)
    try:
        planning.renew_agenda(meeting=here.meeting, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(request, _("De agenda is weer gelijk met het plan."))
    return redirect("meeting-agenda", here.school.slug, meeting)


@require_POST
def move(request: Request, school: str, meeting: UUID, point: UUID, up: bool) -> HttpResponse:
    """A point earlier or later."""
    here = point_or_404(request, school, meeting, point)
    try:
        planning.move_point(point=here.point, up=up, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    address = redirect("meeting-agenda", here.school.slug, meeting)
    address["Location"] += f"#punt-{point}"
    return address


@require_POST
def remove(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """A point off the agenda."""
    here = point_or_404(request, school, meeting, point)
    try:
        planning.remove_point(point=here.point, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(request, _("Het punt is van de agenda."))
    return redirect("meeting-agenda", here.school.slug, meeting)

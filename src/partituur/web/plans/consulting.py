"""The plan in overleg, and back to concept: from then on the whole team reads along and reacts."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partituur.kernel.errors import Refusal
from partituur.meetings.actions import planning
from partituur.web.plans.arranging import back, refused
from partituur.web.plans.doors import plan_or_404
from partituur.web.request import Request


@require_POST
def open_consultation(request: Request, school: str, year: str) -> HttpResponse:
    """From concept to in overleg."""
    here = plan_or_404(request, school, year)
    try:
        planning.open_consultation(plan=here.plan, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    said = _("Het plan is in overleg. Het hele team leest mee.")
    return back(request, here, "inhoud", undo=f"{here.path}concept/", said=said)


@require_POST
def back_to_draft(request: Request, school: str, year: str) -> HttpResponse:
    """Back from in overleg to concept."""
    here = plan_or_404(request, school, year)
    try:
        planning.back_to_draft(plan=here.plan, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    said = _("Het plan is weer een concept.")
    return back(request, here, "inhoud", undo=f"{here.path}overleg/", said=said)

"""Erasing a member: what it takes, asked by one and confirmed by another."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partituur.evaluations import erasing as evaluations
from partituur.kernel.errors import Refusal
from partituur.meetings import erasing as meetings
from partituur.plans import erasing
from partituur.plans.actions import erasing as acts
from partituur.privacy import queries as privacy
from partituur.schools import rules
from partituur.schools.models import ErasureRequest, Membership
from partituur.talking import erasing as talking
from partituur.talking.actions import saying
from partituur.talking.models import Conversation
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import member_or_404, refused


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: Request, school: str, member: UUID) -> HttpResponse:
    """See what erasing takes; ask for it, take that back, or confirm what another asked."""
    here = here_or_404(request, school)
    found = member_or_404(here, member)
    if found != here.member and (reason := rules.why_not_manage(here.member)):
        return refused(request, here, reason, back="people")
    asked = ErasureRequest.objects.filter(member=found).select_related("asked_by").first()
    if request.method == "POST":
        try:
            return _done(request, here, found, asked)
        except Refusal as refusal:
            return _page(request, here, found, asked, error=refusal.reason, status=422)
    return _page(request, here, found, asked)


def _done(
    request: Request, here: Here, found: Membership, asked: ErasureRequest | None
) -> HttpResponse:
    step, name = request.POST.get("step"), found.name
    if step == "withdraw":
        if reason := rules.why_not_manage(here.member):
            raise Refusal(reason)
        acts.withdraw(member=found)
        messages.success(request, _("Het verzoek is teruggenomen. Er is niets gewist."))
        return redirect("person-erase", here.school.slug, found.public_id)
    if step == "confirm" and asked is not None:
        if privacy.hold_of(here.school):
            raise Refusal(_("Er geldt een bewaarplicht. Wissen kan pas als die voorbij is."))
        is_self = found == here.member
        with transaction.atomic():
            acts.confirm(request=asked, by=here.member, at=here.now)
            saying.clear_empty(Conversation.objects.filter(school=here.school))
        if is_self:
            return redirect("start")
        messages.success(request, _("{name} is gewist.").format(name=name))
        return redirect("people", here.school.slug)
    acts.ask(member=found, by=here.member, at=here.now)
    messages.success(request, _("Gevraagd. Iemand anders moet het nog bevestigen."))
    return redirect("person-erase", here.school.slug, found.public_id)


def _page(
    request: Request,
    here: Here,
    found: Membership,
    asked: ErasureRequest | None,
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    if asked is None:
        why_not = rules.why_not_ask_erasure(here.member, found, on=here.today)
    else:
        why_not = rules.why_not_confirm_erasure(here.member, found, asked.asked_by, on=here.today)
    context = {
        "here": here,
        "member": found,
        "asked": asked,
        "error": error,
        "why_not": why_not,
        "manages": rules.why_not_manage(here.member) is None,
        "preview": _preview(here, found),
    }
    return render(request, "plans/erase.html", context, status=status)


def _preview(here: Here, found: Membership) -> erasing.Preview:
    """What goes and stays in the plans, and the name in what others say of them."""
    preview = erasing.preview_of(found, reader=here.member, day=here.today)
    said = talking.mentions_of(found, reader=here.member, day=here.today)
    said += evaluations.mentions_of(found, reader=here.member, day=here.today)
    said += meetings.mentions_of(found, reader=here.member, day=here.today)
    return replace(preview, mentions=preview.mentions + said)

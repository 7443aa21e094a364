"""Inviting members: one, or everybody who does not take part yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from partituur.schools import queries, quiet, rules
from partituur.schools.actions import inviting
from partituur.schools.models import Invitation, Membership
from partituur.web import mails
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, why_not_manage


@dataclass(frozen=True, slots=True)
class Guest:
    """A member who does not take part yet."""

    member: Membership
    invitation: Invitation | None
    still_holds: bool
    why_not: str | None


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: Request, school: str) -> HttpResponse:
    """Whom to invite, and when the mails leave when it is no time for mail now."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    guests = _guests(here)
    opens = quiet.opens_at(here.school, here.now)
    if request.method == "POST":
        chosen = set(request.POST.getlist("member"))
        wanted = [
            each.member
            for each in guests
            if str(each.member.public_id) in chosen and not each.why_not
        ]
        if wanted:
            leaves = here.now if request.POST.get("now") else opens
            _invite(here, wanted, leaves)
            _say(request, len(wanted), leaves if leaves != here.now else None)
            return redirect("people", here.school.slug)
    context = {
        "here": here,
        "guests": [each for each in guests if not each.why_not],
        "without": [each for each in guests if each.why_not],
        "opens": opens if opens != here.now else None,
        "chosen_none": request.method == "POST",
        "only": request.GET.get("wie", ""),
    }
    return render(
        request, "schools/invite.html", context, status=422 if request.method == "POST" else 200
    )


def _guests(here: Here) -> list[Guest]:
    found = queries.everyone(here.school, day=here.today)
    waiting = {each.member_id: each for each in Invitation.objects.filter(school=here.school)}
    return [
        Guest(
            member,
            waiting.get(member.pk),
            member.pk in waiting and waiting[member.pk].expires_at > here.now,
            rules.why_not_invite(member, on=here.today),
        )
        for member in found.now + found.later
        if member.person_id is None
    ]


@transaction.atomic
def _invite(here: Here, members: list[Membership], leaves: datetime) -> None:
    for member in members:
        token = inviting.invite(member=member, by=here.member, at=here.now, leaves_at=leaves)
        mails.invitation(member=member, token=token, by=here.member, at=here.now, leaves_at=leaves)


def _say(request: Request, number: int, leaves: datetime | None) -> None:
    said = ngettext(
        "{number} uitnodiging gemaakt.", "{number} uitnodigingen gemaakt.", number
    ).format(number=number)
    if leaves:
        when = _("De mail gaat weg op {day} om {time}.").format(
            day=date_format(leaves, "l j F"), time=date_format(leaves, "H:i")
        )
        said = f"{said} {when}"
    messages.success(request, said)

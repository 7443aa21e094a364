"""An invitation that waits in the session until somebody has signed in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from partituur.accounts.models import Person
from partituur.kernel import clock
from partituur.kernel.errors import Refusal
from partituur.schools.actions import inviting
from partituur.schools.models import Invitation

KEY = "invitation"


def keep(request: HttpRequest, token: str) -> None:
    """Remember which invitation somebody came with."""
    request.session[KEY] = token


def invitation_of(request: HttpRequest) -> Invitation | None:
    """The invitation that waits, when it still holds."""
    token = request.session.get(KEY)
    return inviting.find(token, at=clock.now()) if isinstance(token, str) else None


def take_up(request: HttpRequest, person: Person) -> HttpResponse | None:
    """Tie the account that signed in to the member who was invited; where to go then.

    Only when the account has the address that was invited, or was made by this invitation. Anybody
    else is asked first: they may have signed in as somebody else than they meant.
    """
    invitation, token = invitation_of(request), request.session.pop(KEY, None)
    if invitation is None or token is None:
        return None
    if person.email != invitation.member.email:
        return redirect("invitation", token=token)
    return welcome(request, token, person)


def welcome(request: HttpRequest, token: str, person: Person) -> HttpResponse:
    """Accept an invitation and go in; or say why not."""
    try:
        member = inviting.accept(token=token, person=person, at=clock.now())
    except Refusal as refusal:
        messages.error(request, refusal.reason)
        return redirect("start")
    messages.success(request, _("Welkom bij {school}.").format(school=member.school.name))
    landing = "my-part-now" if member.is_teacher else "plan-now"
    return redirect(landing, member.school.slug)

"""Joining with a code (meedoen): no account, and none made on the spot.

The code gives the names of who is invited; one says who one is, and whoever runs the meeting says
yes to the phone with that sign. The phone keeps a token for this meeting alone.
"""

from __future__ import annotations

from uuid import UUID

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from partituur.kernel import clock
from partituur.kernel.errors import Refusal
from partituur.meetings import queries
from partituur.meetings.actions import joining
from partituur.meetings.models import Device, Meeting, Seat
from partituur.web.meetings import phone, showing

COOKIE = "__Host-meedoen" if settings.SESSION_COOKIE_SECURE else "meedoen"
HOLDS_FOR = 12 * 3600  # seconds


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Type the code that is on the screen; or go on where this phone was."""
    if request.method != "POST":
        if _device(request) is not None:
            return redirect("join-phone")
        return render(request, "meetings/join.html", {"error": "", "typed": ""})
    typed = request.POST.get("code", "")[:40]
    meeting = _found(request, typed)
    if isinstance(meeting, HttpResponse):
        return meeting
    if meeting is None:
        error = _("Deze code kennen we niet. Kijk nog eens op het scherm.")
        context = {"error": error, "typed": typed}
        return render(request, "meetings/join.html", context, status=422)
    return redirect("join-code", meeting.code)


def _found(request: HttpRequest, code: str) -> Meeting | HttpResponse | None:
    """The meeting with a code. Only wrong codes are counted: a whole team comes in at once."""
    meeting = queries.open_by_code(code)
    if meeting is None and (too_many := ratelimit.consume_or_429(request, action="join_meeting")):
        return too_many  # type: ignore[no-any-return]
    return meeting


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def who(request: HttpRequest, code: str) -> HttpResponse:
    """Say who you are, out of who is invited. Who is signed in is known already."""
    meeting = _found(request, code)
    if isinstance(meeting, HttpResponse):
        return meeting
    if meeting is None:
        return render(request, "meetings/join_gone.html", status=404)
    seat = _signed_in(request, meeting)
    if seat is not None and request.method != "POST":
        return redirect("meeting-phone", meeting.school.slug, meeting.public_id)
    error = ""
    if request.method == "POST":
        try:
            _device_made, token = joining.ask(seat=_chosen(request, meeting), at=clock.now())
        except Refusal as refusal:
            error = refusal.reason
        else:
            return _with_cookie(redirect("join-phone"), token)
    context = {"meeting": meeting, "seats": queries.seats_of(meeting), "error": error}
    return render(request, "meetings/join_who.html", context, status=422 if error else 200)


def _signed_in(request: HttpRequest, meeting: Meeting) -> Seat | None:
    if not request.user.is_authenticated:
        return None
    return queries.seats_of(meeting).filter(member__person=request.user.pk).first()


def _chosen(request: HttpRequest, meeting: Meeting) -> Seat:
    try:
        wanted = UUID(request.POST.get("seat", ""))
    except ValueError:
        raise Refusal(_("Kies je naam.")) from None
    seat = queries.seats_of(meeting).filter(public_id=wanted).first()
    if seat is None:
        raise Refusal(_("Kies je naam."))
    seat.meeting = meeting
    return seat


@login_not_required
@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def device(request: HttpRequest) -> HttpResponse:
    """A phone that came in with the code: waiting for a yes, and then taking part."""
    found = _device(request)
    if found is None:
        answer = render(request, "meetings/join_gone.html", status=404)
        answer.delete_cookie(COOKIE)
        return answer
    if found.confirmed_at is None:
        return _waits(request, found)
    return phone.page(request, phone.Taking(found.seat, found.seat.meeting, clock.now()))


def _waits(request: HttpRequest, found: Device) -> HttpResponse:
    piece = bool(request.headers.get("HX-Request"))
    meeting = found.seat.meeting
    context = {
        "device": found,
        "seat": found.seat,
        "meeting": meeting,
        "is_over": meeting.state != Meeting.State.OPEN,
        "live": showing.address_for_everybody(meeting),
    }
    template = "meetings/join_wait.html#piece" if piece else "meetings/join_wait.html"
    return render(request, template, context, status=403 if request.method == "POST" else 200)


@login_not_required
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """This phone stops taking part: somebody chose the wrong name, or goes home."""
    found = _device(request)
    if found is not None:
        found.delete()
    answer = redirect("join")
    answer.delete_cookie(COOKIE)
    return answer


def _device(request: HttpRequest) -> Device | None:
    return joining.device_of(request.COOKIES.get(COOKIE, ""))


def _with_cookie(answer: HttpResponse, token: str) -> HttpResponse:
    answer.set_cookie(
        COOKIE, token, max_age=HOLDS_FOR, secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        samesite="Lax", path="/",
    )  # fmt: skip
    return answer

"""A phone in the meeting (meedoen): what is asked now, and one's own answer.

The same for who is signed in and for who came in with the code. Works with a reload alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from partituur.kernel.errors import Refusal
from partituur.meetings import accents, queries
from partituur.meetings.actions import answering, holding
from partituur.meetings.models import Answer, Meeting, Point, Seat
from partituur.web.meetings import showing
from partituur.web.meetings.doors import meeting_or_404
from partituur.web.request import Request


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody who takes part with a phone."""

    seat: Seat
    meeting: Meeting
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()


@vary_on_headers("HX-Request")
@require_http_methods(["GET", "HEAD", "POST"])
def phone(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Take part as the member who is signed in."""
    here = meeting_or_404(request, school, meeting, for_a_phone=True)
    seat = queries.seat_of(here.meeting, here.member)
    if seat is None:
        raise Http404
    seat.meeting = here.meeting
    return page(request, Taking(seat, here.meeting, here.now))


def page(request: HttpRequest, taking: Taking) -> HttpResponse:
    """What a phone shows, or what it just answered."""
    error, typed, given = "", {}, None
    if request.method == "POST":
        try:
            given = _take(request, taking)
        except Refusal as refusal:
            error, typed = refusal.reason, request.POST.dict()
        else:
            if not request.headers.get("HX-Request"):
                return redirect(request.path)
    piece = bool(request.headers.get("HX-Request"))
    template = "meetings/phone.html#piece" if piece else "meetings/phone.html"
    context = _context(taking, given) | {"error": error, "typed": typed}
    return render(request, template, context, status=422 if error else 200)


def _context(taking: Taking, given: Answer | None) -> dict[str, object]:
    """What the page shows; ``given`` is the answer that counts since just now."""
    meeting = taking.meeting
    point = meeting.point if meeting.state == Meeting.State.OPEN else None
    if point is not None:
        point.meeting = meeting
    mine = given if given and point and given.point_id == point.pk else None
    if point is not None and mine is None:
        mine = queries.answer_of(point, taking.seat.member)
    earlier = mine if mine is not None and point and mine.round != point.round else None
    current = None if earlier else mine
    return {
        "meeting": meeting,
        "seat": taking.seat,
        "point": point,
        "is_open": meeting.state == Meeting.State.OPEN,
        "is_over": meeting.state in (Meeting.State.CLOSED, Meeting.State.CANCELLED),
        "is_here": taking.seat.came_at is not None and taking.seat.left_at is None,
        "shown": queries.shown_at(point, taking.today) if point else None,
        "question": showing.question_of(point) if point else "",
        "choices": showing.choices_of(point, current) if point and point.asks else [],
        "accents": _accents(point, current) if point else [],
        "most_accents": accents.MOST,
        "mine": current,
        "earlier": earlier,
        "may_answer": point is not None
        and point.asks
        and point.closed_at is None
        and not point.by_hands,
        "key": uuid4(),
        "moment": _milliseconds(taking.now),
        "live": showing.address_for_everybody(meeting),
        "spread": showing.spread_of(meeting),
    }


def _accents(point: Point, mine: Answer | None) -> list[dict[str, object]]:
    if point.kind != Point.Kind.ACCENTS:
        return []
    picked = set(mine.picks) if mine else set()
    return [
        {"key": each.key, "label": each.label, "picked": each.key in picked}
        for each in accents.options(point.meeting.plan)
    ]


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


# --- what a phone says -------------------------------------------------------------------------


def _take(request: HttpRequest, taking: Taking) -> Answer | None:
    if request.POST.get("step") == "here":
        holding.arrive(seat=taking.seat, at=taking.now)
        return None
    point = _point(request, taking.meeting)
    return answering.answer(
        point=point,
        member=taking.seat.member,
        round=_whole(request, "round"),
        choice=request.POST.get("choice", ""),
        words=request.POST.get("words", ""),
        picks=request.POST.getlist("picks"),
        with_name=bool(request.POST.get("with_name")),
        wants_word=bool(request.POST.get("wants_word")),
        moment=_whole(request, "moment", _milliseconds(taking.now)),
        key=_key(request),
        at=taking.now,
    )


def _point(request: HttpRequest, meeting: Meeting) -> Point:
    shown = meeting.point
    if shown is not None and str(shown.public_id) == request.POST.get("point"):
        shown.meeting = meeting
        return shown
    try:
        point = queries.point_or_none(meeting, UUID(request.POST.get("point", "")))
    except ValueError:
        point = None
    if point is None:
        raise Refusal(_("Dit punt is er niet meer. Kijk wat er nu op het scherm staat."))
    point.meeting = meeting
    return point


def _whole(request: HttpRequest, name: str, otherwise: int = 0) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isdecimal() and len(typed) < 16 else otherwise


def _key(request: HttpRequest) -> UUID:
    """The key of this answer; a form that was sent without one is an answer of its own."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()

"""The meetings of a school, and the page of one: before it to read along, afterwards to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.exchange.calendar import writing as calendar
from partituur.kernel.errors import Refusal
from partituur.meetings import accents, queries, rules
from partituur.meetings.actions import answering, holding
from partituur.meetings.models import Answer, Meeting, Point, Purpose, Seat
from partituur.meetings.queries import Entry
from partituur.plans.models import Plan
from partituur.plans.rules import is_personal
from partituur.talking import queries as talking
from partituur.talking.queries import Beside
from partituur.web import mails
from partituur.web.doors import here_or_404
from partituur.web.meetings import showing
from partituur.web.meetings.doors import MeetingHere, PointHere, meeting_or_404, point_or_404
from partituur.web.meetings.doors import refused as refused_page
from partituur.web.meetings.forms import WAYS
from partituur.web.request import Request

WAITING = (Meeting.State.OPEN, Meeting.State.PLANNED)


@require_safe
def meetings(request: Request, school: str) -> HttpResponse:
    """The meetings of the school: what comes, the nearest first, and what was."""
    here = here_or_404(request, school)
    found = list(queries.meetings_of(here.school))
    coming = sorted((each for each in found if each.state in WAITING), key=_when)
    context = {
        "here": here,
        "next": coming[0] if coming else None,
        "coming": coming[1:],
        "was": [each for each in found if each.state not in WAITING],
        "why_not": rules.why_not_plan(here.member),
    }
    return render(request, "meetings/meetings.html", context)


def _when(meeting: Meeting) -> tuple[bool, object]:
    """One that is going on comes before one that is planned."""
    return meeting.state != Meeting.State.OPEN, meeting.starts_at


# --- the page of one ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OnAgenda:
    """A point: where to read along, where to react, and how much is said there already."""

    entry: Entry
    plan: str  # address of its place in the plan; empty when it has none
    talk: str  # address of the conversations about it; empty when there are none
    talks: str  # how many are open, in words

    @property
    def point(self) -> Point:
        return self.entry.point


@dataclass(slots=True)
class Heading:
    """Points under one heading."""

    label: str
    points: list[OnAgenda]


@require_safe
def meeting(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """When, where, what for, how it is decided, the agenda; what can be done with it now."""
    here = meeting_or_404(request, school, meeting)
    found = here.meeting
    seats = list(queries.seats_of(found))
    mine = next((each for each in seats if each.member_id == here.member.pk), None)
    label, about = WAYS[Meeting.Way(found.way)]
    context = {
        "here": here,
        "meeting": found,
        "purposes": [_purpose(found, each) for each in found.purposes],
        "way": label,
        "way_about": about,
        "agenda": list(_agenda(here)),
        "seats": seats,
        "mine": mine,
        "coming": [each for each in seats if each.excused_at is None],
        "excused": [each for each in seats if each.excused_at is not None],
        "decisions": [
            (each, showing.fingerprint_of(each))
            for each in found.decisions.select_related("version").order_by("at")
        ],
        "is_waiting": found.state in WAITING,
        "why_not_open": rules.why_not_open(found, here.member) if here.manages else "",
        "afterwards": _afterwards(here, mine) if mine else [],
    }
    return render(request, "meetings/meeting.html", context)


def _purpose(meeting: Meeting, purpose: str) -> dict[str, object]:
    """ "vaststellen", and of which year."""
    return {"label": Purpose(purpose).label, "year": meeting.plan_for(purpose).year}


def _agenda(here: MeetingHere) -> Iterator[Heading]:
    found = here.meeting
    beside = {
        plan.pk: talking.open_beside(plan, here.member, here.today)
        for plan in (found.plan, found.looks_back_on)
        if plan is not None
    }
    for section in queries.agenda_of(found):
        yield Heading(section.label, [_on_agenda(here, entry, beside) for entry in section.entries])


def _on_agenda(here: MeetingHere, entry: Entry, beside: dict[int, Beside]) -> OnAgenda:
    point = entry.point
    plan = here.meeting.plan_for(point.purpose)
    talks = beside[plan.pk]
    sheet = reverse("plan", args=[here.school.slug, plan.year.slug])
    if point.part and is_personal(point.part) and point.part.shared_at is None:
        return OnAgenda(entry, sheet, "", "")
    if point.goal and point.goal_id:
        return OnAgenda(
            entry, f"{sheet}#doel-{point.goal.public_id}",
            _talk("goal-talk", here, plan, point.goal.public_id),
            _open(talks.goals.get(point.goal_id, 0)),
        )  # fmt: skip
    if point.part and point.part_id:
        return OnAgenda(
            entry, f"{sheet}#deel-{point.part.public_id}",
            _talk("part-talk", here, plan, point.part.public_id),
            _open(talks.parts.get(point.part_id, 0)),
        )  # fmt: skip
    if point.kind in (Point.Kind.PRINCIPLES, Point.Kind.LOOKING_BACK):
        return OnAgenda(entry, f"{sheet}#uitgangspunten", "", _open(talks.principles))
    return OnAgenda(entry, sheet if point.kind == Point.Kind.OTHERS else "", "", "")


def _talk(name: str, here: MeetingHere, plan: Plan, about: UUID) -> str:
    return reverse(name, args=[here.school.slug, plan.year.slug, about])


def _open(number: int) -> str:
    """ "2 reacties open", or nothing."""
    if not number:
        return ""
    return ngettext("{number} reactie open", "{number} reacties open", number).format(number=number)


# --- coming or not -----------------------------------------------------------------------------


@require_POST
def excuse(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """I cannot come."""
    here, seat = _seat_or_404(request, school, meeting)
    try:
        holding.excuse(seat=seat, at=here.now)
    except Refusal as refusal:
        return refused_page(request, here, refusal.reason, status=409)
    return redirect(here.path)


@require_POST
def come(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """I can come after all."""
    here, seat = _seat_or_404(request, school, meeting)
    if here.meeting.state not in WAITING:
        return refused_page(request, here, _("Deze vergadering is voorbij."), status=409)
    holding.will_come(seat=seat, at=here.now)
    return redirect(here.path)


def _seat_or_404(request: Request, school: str, meeting: UUID) -> tuple[MeetingHere, Seat]:
    """The asker's own seat; for who is not invited there is none."""
    here = meeting_or_404(request, school, meeting)
    seat = queries.seat_of(here.meeting, here.member)
    if seat is None:
        raise Http404
    seat.meeting = here.meeting
    return here, seat


@require_safe
def ics(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """The meeting for one's own calendar, without anybody's name or address."""
    here = meeting_or_404(request, school, meeting)
    if here.meeting.state == Meeting.State.CANCELLED:
        raise Http404
    data = calendar.write(mails.appointment(here.meeting), method=calendar.PUBLISH, at=here.now)
    answer = HttpResponse(data, content_type=f"{calendar.TYPE}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{mails.CALENDAR_FILE}"'
    return answer


# --- afterwards --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A point that asked something, and what the absent colleague answered to it."""

    entry: Entry
    mine: Answer | None


def _afterwards(here: MeetingHere, seat: Seat) -> list[Asked]:
    """What a member who was not there can still answer; nothing when that is over."""
    if here.meeting.state != Meeting.State.CLOSED:
        return []
    if rules.why_not_afterwards(here.meeting, seat, here.today):
        return []
    mine = {
        each.point_id: each
        for each in Answer.objects.filter(point__meeting=here.meeting, member=here.member)
    }
    return [
        Asked(entry, mine.get(entry.point.pk))
        for entry in queries.entries_of(here.meeting)
        if entry.point.asks and entry.point.opened_at is not None
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def afterwards(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """One point, for who was not there: what it was about, and one's answer."""
    here = point_or_404(request, school, meeting, point)
    seat = queries.seat_of(here.meeting, here.member)
    if seat is None:
        raise Http404
    if here.meeting.state != Meeting.State.CLOSED:
        return refused_page(request, here, _("Antwoorden achteraf kan na de vergadering."))
    if reason := rules.why_not_answer(here.point, seat, here.today):
        return refused_page(request, here, reason)
    error = ""
    if request.method == "POST":
        try:
            _answer(request, here)
        except Refusal as refusal:
            error = refusal.reason
        else:
            return redirect(f"{here.path}#achteraf")
    return _point_page(request, here, error)


def _answer(request: Request, here: PointHere) -> None:
    answering.answer(
        point=here.point, member=here.member, round=here.point.round,
        choice=request.POST.get("choice", ""), words=request.POST.get("words", ""),
        picks=request.POST.getlist("picks"), with_name=bool(request.POST.get("with_name")),
        wants_word=False, moment=int(here.now.timestamp() * 1000), key=uuid4(), at=here.now,
    )  # fmt: skip


def _point_page(request: Request, here: PointHere, error: str) -> HttpResponse:
    mine = queries.answer_of(here.point, here.member)
    picked = set(request.POST.getlist("picks") or (mine.picks if mine else ()))
    choice = request.POST.get("choice") or (mine.choice if mine else "")
    words = request.POST.get("words", mine.words if mine else "")
    context = {
        "here": here, "point": here.point, "error": error, "mine": mine, "words": words,
        "chosen": choice, "title": queries.title_of(here.point),
        "shown": queries.shown_at(here.point, here.today),
        "question": showing.question_of(here.point),
        "choices": showing.choices_of(here.point, mine),
        "with_name": bool(request.POST.get("with_name")) or bool(mine and mine.with_name),
        "accents": [
            {"key": each.key, "label": each.label, "picked": each.key in picked}
            for each in accents.options(here.meeting.plan)
        ]
        if here.point.kind == Point.Kind.ACCENTS
        else [],
        "most": accents.MOST,
    }  # fmt: skip
    return render(request, "meetings/afterwards.html", context, status=422 if error else 200)

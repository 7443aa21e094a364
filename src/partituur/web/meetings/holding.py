"""Running a meeting (leiden): from point to point, on a laptop or a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from partituur.kernel.errors import Refusal
from partituur.meetings import queries, rules
from partituur.meetings.actions import answering, deciding, holding, joining
from partituur.meetings.models import Answer, Device, Meeting, Point, Purpose, Seat
from partituur.plans import queries as plans
from partituur.plans.actions import writing
from partituur.plans.models import PRINCIPLE, Goal, Principle
from partituur.schools import dates
from partituur.web import mails
from partituur.web.meetings import showing
from partituur.web.meetings.doors import MeetingHere, meeting_or_404, point_or_404, refused
from partituur.web.request import Request


@vary_on_headers("HX-Request")
@require_safe
def run(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Where whoever runs the meeting stands: the point, what comes in, and what comes next."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_run(here.meeting, here.member):
        return refused(request, here, reason)
    if here.meeting.state != Meeting.State.OPEN:
        return redirect("meeting", here.school.slug, here.meeting.public_id)
    return _console(request, here)


def _console(
    request: Request, here: MeetingHere, *, error: str = "", status: int = 200
) -> HttpResponse:
    template = "meetings/run.html#piece" if request.htmx else "meetings/run.html"
    return render(request, template, _context(here) | {"error": error}, status=status)


def _context(here: MeetingHere) -> dict[str, object]:
    meeting, point = here.meeting, here.meeting.point
    entries = queries.entries_of(meeting)
    number = next((at for at, each in enumerate(entries) if point and each.point.pk == point.pk), 0)
    seats = list(queries.seats_of(meeting))
    waiting = Device.objects.filter(seat__meeting=meeting, confirmed_at__isnull=True)
    return {
        "here": here,
        "meeting": meeting,
        "now": showing.on_screen(meeting, here.today),
        "agenda": queries.under_headings(entries),
        "point": point,
        "number": number + 1,
        "total": len(entries),
        "before": entries[number - 1].point if number else None,
        "after": entries[number + 1].point if number + 1 < len(entries) else None,
        "said": queries.words_of(point) if point else [],
        "hands": _hands(point),
        "waiting": list(waiting.select_related("seat__member").order_by("asked_at")),
        "seats": seats,
        "present": sum(1 for each in seats if each.came_at and not each.left_at),
        "decision": queries.decision_of(meeting, point.purpose) if point else None,
        "purpose": Purpose(point.purpose).label if point else "",
        "may_reword": point is not None and rules.why_not_reword(point, here.member) is None,
        "hand_labels": [each.label for each in rules.choices_of(point)] if point else [],
        "may_count": point is not None and rules.why_not_count_hands(point, here.member) is None,
        "open_decisions": [
            each for each in meeting.purposes if queries.decision_of(meeting, each) is None
        ],
        "live": showing.address_with_counts(meeting),
    }


def _hands(point: Point | None) -> list[Answer]:
    """Who wants to say something, with the answer by which the hand goes down."""
    if point is None:
        return []
    asked = Answer.objects.filter(point=point, round=point.round, wants_word=True, afterwards=False)
    return list(asked.select_related("member").order_by("at"))


# --- steps -------------------------------------------------------------------------------------


def _step(
    request: Request, here: MeetingHere, act: Callable[[], object], *, to: str = "meeting-run"
) -> HttpResponse:
    """Do one thing, and go back to where the meeting is run."""
    try:
        act()
    except Refusal as refusal:
        here.meeting.refresh_from_db()
        if here.meeting.state == Meeting.State.OPEN and not rules.why_not_run(
            here.meeting, here.member
        ):
            return _console(request, here, error=refusal.reason, status=422)
        return refused(request, here, refusal.reason)
    if request.htmx:
        return _console(request, meeting_or_404(request, here.school.slug, here.meeting.public_id))
    return redirect(to, here.school.slug, here.meeting.public_id)


@require_POST
def open_meeting(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """Begin."""
    here = meeting_or_404(request, school, meeting)
    try:
        holding.open_meeting(meeting=here.meeting, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    return redirect("meeting-run", here.school.slug, here.meeting.public_id)


@require_POST
def show(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """Go to a point; ``close`` closes the one before it."""
    here = point_or_404(request, school, meeting, point)
    wanted, before = here.point, here.meeting.point

    def act() -> None:
        if request.POST.get("close") and before is not None and before.pk != wanted.pk:
            before.meeting = here.meeting
            holding.close_point(point=before, by=here.member, at=here.now)
        holding.go_to(point=wanted, by=here.member, at=here.now)

    return _step(request, here, act)


@require_POST
def close_point(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """Close a point, or open it again with ``again``."""
    here = point_or_404(request, school, meeting, point)
    wanted = here.point
    act = holding.reopen_point if request.POST.get("again") else holding.close_point
    return _step(request, here, lambda: act(point=wanted, by=here.member, at=here.now))


@require_POST
def hands(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """Count hands."""
    here = point_or_404(request, school, meeting, point)
    wanted = here.point

    def act() -> None:
        answering.count_hands(
            point=wanted, agree=_number(request, "agree"), note=_number(request, "note"),
            object=_number(request, "object"), by=here.member, at=here.now,
        )  # fmt: skip

    return _step(request, here, act)


def _number(request: Request, name: str) -> int:
    typed = request.POST.get(name, "").strip() or "0"
    if not typed.isdecimal() or len(typed) > 4:
        raise Refusal(_("Schrijf de handen als een getal."))
    return int(typed)


@require_POST
def outcome(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """Write down what came out of a point."""
    here = point_or_404(request, school, meeting, point)
    wanted = here.point
    words = request.POST.get("words", "")
    return _step(
        request, here,
        lambda: holding.say_outcome(point=wanted, words=words, by=here.member, at=here.now),
    )  # fmt: skip


@require_POST
def met(request: Request, school: str, meeting: UUID, answer: UUID) -> HttpResponse:
    """Write down how an objection was met."""
    here = meeting_or_404(request, school, meeting)
    found = _answer(here, answer)
    words = request.POST.get("words", "")
    return _step(
        request, here,
        lambda: holding.meet_objection(answer=found, words=words, by=here.member, at=here.now),
    )  # fmt: skip


@require_POST
def spoke(request: Request, school: str, meeting: UUID, answer: UUID) -> HttpResponse:
    """Somebody said what they wanted to say."""
    here = meeting_or_404(request, school, meeting)
    found = _answer(here, answer)
    return _step(
        request, here, lambda: holding.let_speak(answer=found, by=here.member, at=here.now)
    )


def _answer(here: MeetingHere, public_id: UUID) -> Answer:
    found = (
        Answer.objects.filter(point__meeting=here.meeting, public_id=public_id)
        .select_related("point__meeting")
        .first()
    )
    if found is None:
        raise Http404
    return found


@require_POST
def seat(request: Request, school: str, meeting: UUID, seat: UUID) -> HttpResponse:
    """Somebody is there without a phone, or went."""
    here = meeting_or_404(request, school, meeting)
    found = Seat.objects.filter(meeting=here.meeting, public_id=seat).first()
    if found is None:
        raise Http404
    found.meeting = here.meeting

    def act() -> None:
        if reason := rules.why_not_lead(here.meeting, here.member):
            raise Refusal(reason)
        step = holding.leave if request.POST.get("step") == "leave" else holding.arrive
        step(seat=found, at=here.now)

    return _step(request, here, act)


@require_POST
def phone(request: Request, school: str, meeting: UUID, device: UUID) -> HttpResponse:
    """Say yes or no to a phone."""
    here = meeting_or_404(request, school, meeting)
    found = (
        Device.objects.filter(seat__meeting=here.meeting, public_id=device)
        .select_related("seat__meeting", "seat__member")
        .first()
    )
    if found is None:
        raise Http404
    act = joining.confirm if request.POST.get("answer") == "yes" else joining.refuse
    return _step(request, here, lambda: act(device=found, by=here.member, at=here.now))


# --- rewording ---------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: Request, school: str, meeting: UUID, point: UUID) -> HttpResponse:
    """Reword the principle or goal that is on the screen."""
    here = point_or_404(request, school, meeting, point)
    wanted = here.point
    if reason := rules.why_not_reword(wanted, here.member):
        return refused(request, here, reason)
    lines = list(_lines(here, wanted))
    error, clash = "", None
    if request.method == "POST":
        line = next((each for each in lines if each["id"] == request.POST.get("line")), None)
        if line is None:
            raise Http404
        try:
            done = _reworded(request, here, wanted, line)
        except Refusal as refusal:
            error = refusal.reason
        else:
            if isinstance(done, writing.Saved):
                messages.success(
                    request, _("Aangepast. Wie al geantwoord had, wordt het opnieuw gevraagd.")
                )
                return redirect("meeting-run", here.school.slug, here.meeting.public_id)
            clash = done
            line["body"], line["base"] = request.POST.get("body", ""), done.text.version
    context = {
        "here": here, "meeting": here.meeting, "point": wanted, "lines": lines, "error": error,
        "clash": clash, "save_key": uuid4(), "title": queries.title_of(wanted),
    }  # fmt: skip
    return render(request, "meetings/reword.html", context, status=409 if clash else 200)


def _lines(here: MeetingHere, point: Point) -> list[dict[str, object]]:
    """What can be reworded: the principles, or the fields of the goal that have words."""
    if point.kind == Point.Kind.PRINCIPLES:
        principles = plans.principles_of(here.meeting.plan_for(point.purpose))
        return [
            _line(
                each.principle, PRINCIPLE, _("Uitgangspunt {number}").format(number=at), each.text
            )
            for at, each in enumerate(principles, 1)
        ]
    goal = point.goal
    assert goal is not None
    kind = plans.format_of(here.school, _).kind(goal.part.kind)
    return [_line(goal, each.key, each.label, plans.text_of(goal, each.key)) for each in kind.shown]


def _line(line: Goal | Principle, key: str, label: str, text: object) -> dict[str, object]:
    return {
        "id": f"{line.public_id}.{key}", "line": line, "key": key, "label": label,
        "body": text.body, "base": text.version, "moment": text.moment, "hours": text.hours,  # type: ignore[attr-defined]
    }  # fmt: skip


def _reworded(
    request: Request, here: MeetingHere, point: Point, line: dict[str, object]
) -> writing.Saved | writing.Clash:
    try:
        base, save_key = int(request.POST.get("base", "")), UUID(request.POST.get("save_key", ""))
    except ValueError:
        raise Refusal(_("Deze bladzijde is niet meer bij. Laad haar opnieuw.")) from None
    typed = request.POST.get("body", "").replace("\r\n", "\n").replace("\x00", "")
    return holding.reword(
        point=point, line=line["line"], key=str(line["key"]),  # type: ignore[arg-type]
        words=writing.Words(typed, str(line["moment"]), line["hours"]),  # type: ignore[arg-type]
        base=base, save_key=save_key, by=here.member, at=here.now,
    )  # fmt: skip


# --- the decision, and the end -----------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: Request, school: str, meeting: UUID, purpose: str) -> HttpResponse:
    """The decision: what was said is on the page, and one press makes it."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_run(here.meeting, here.member):
        return refused(request, here, reason)
    if purpose not in here.meeting.purposes:
        raise Http404
    if queries.decision_of(here.meeting, purpose) is not None:
        return redirect("meeting-decided", here.school.slug, here.meeting.public_id, purpose)
    if reason := rules.why_not_decide(here.meeting, purpose, here.member):
        return refused(request, here, reason)
    error = ""
    if request.method == "POST":
        try:
            _decide(request, here, purpose)
        except Refusal as refusal:
            error = refusal.reason
        if not error or queries.decision_of(here.meeting, purpose) is not None:
            return redirect("meeting-decided", here.school.slug, here.meeting.public_id, purpose)
    context = {
        "here": here,
        "meeting": here.meeting,
        "purpose": purpose,
        "label": Purpose(purpose).label,
        "why_not": rules.why_not_pass(here.meeting, purpose),
        "points": _summed(here, purpose),
        "present": [each.member.name for each in queries.present(here.meeting)],
        "error": error,
        "typed": request.POST.get("words", ""),
    }
    return render(request, "meetings/decide.html", context, status=422 if error else 200)


def _decide(request: Request, here: MeetingHere, purpose: str) -> None:
    passed = request.POST.get("passed")
    if passed not in ("yes", "no"):
        raise Refusal(_("Kies of het besluit is aangenomen."))
    with transaction.atomic():  # the team is told of what was decided, and of nothing else
        decision = deciding.decide(
            meeting=here.meeting, purpose=purpose, passed=passed == "yes",
            words=request.POST.get("words", ""), by=here.member, at=here.now,
        )  # fmt: skip
        if decision.version is not None:
            mails.adopted(version=decision.version, decision=decision, at=here.now)


def _summed(here: MeetingHere, purpose: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for entry in queries.entries_of(here.meeting):
        point = entry.point
        point.meeting = here.meeting
        if point.purpose == purpose and point.asks and point.opened_at is not None:
            found.append(
                {
                    "title": entry.title,
                    "counts": showing.counts_of(point),
                    "said": queries.words_of(point),
                    "outcome": point.outcome,
                }
            )
    return found


@require_safe
def decided(request: Request, school: str, meeting: UUID, purpose: str) -> HttpResponse:
    """The decision, as a receipt: what it was, the fingerprint, and what happens next."""
    here = meeting_or_404(request, school, meeting)
    decision = queries.decision_of(here.meeting, purpose)
    if decision is None:
        raise Http404
    context = {
        "here": here,
        "meeting": here.meeting,
        "decision": decision,
        "label": Purpose(purpose).label,
        "fingerprint": showing.fingerprint_of(decision),
        "may_run": rules.why_not_lead(here.meeting, here.member) is None,
    }
    return render(request, "meetings/decided.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: Request, school: str, meeting: UUID) -> HttpResponse:
    """End the meeting, and say until when who was not there can answer."""
    here = meeting_or_404(request, school, meeting)
    if reason := rules.why_not_lead(here.meeting, here.member):
        return refused(request, here, reason)
    error = ""
    if request.method == "POST":
        try:
            holding.close_meeting(
                meeting=here.meeting, answers_until=_until(request), by=here.member, at=here.now
            )
        except Refusal as refusal:
            error = refusal.reason
        else:
            return redirect(reverse("meeting-minutes", args=[here.school.slug, meeting]))
    absent = [each.member.name for each in queries.seats_of(here.meeting) if not each.came_at]
    context = {
        "here": here, "meeting": here.meeting, "absent": absent, "error": error,
        "typed": request.POST.get("until", dates.typed_as(showing.usual_term(here))),
        "undecided": [
            Purpose(each).label
            for each in here.meeting.purposes
            if queries.decision_of(here.meeting, each) is None
        ],
    }  # fmt: skip
    return render(request, "meetings/close.html", context, status=422 if error else 200)


def _until(request: Request) -> date | None:
    typed = request.POST.get("until", "").strip()
    if not typed:
        return None
    day = dates.day_of(typed)
    if day is None:
        raise Refusal(_("Schrijf de dag als 21-9-2026, of laat het leeg."))
    return day

"""Support asked of people: putting a question, answering it; a guest's link and their effort."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partituur.kernel import clock
from partituur.kernel.errors import Refusal
from partituur.plans import agreeing
from partituur.plans import queries as plans
from partituur.plans.models import Goal
from partituur.schools import queries as schools
from partituur.schools.models import Membership
from partituur.talking import queries, rules
from partituur.talking.actions import supporting
from partituur.talking.models import GuestLink, SupportQuestion
from partituur.web import mails
from partituur.web.plans.arranging import refused
from partituur.web.plans.doors import LineHere, PlanHere, goal_or_404, plan_or_404
from partituur.web.plans.rows import Row, rows_of
from partituur.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def support(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """Who supports a goal: ask a colleague, give a guest a link, see what they said."""
    here = goal_or_404(request, school, year, goal)
    assert isinstance(here.line, Goal)
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    if here.line.removed_at:
        return refused(request, here, _("Dit doel is weggehaald. Zet het eerst terug."))
    error, link = "", ""
    if request.method == "POST":
        try:
            link = _asked(request, here, here.line)
        except Refusal as refusal:
            error = refusal.reason
        else:
            if not link:
                messages.success(request, _("Gevraagd. Het antwoord komt hier te staan."))
                return redirect(request.path)
    return _page(request, here, here.line, error=error, link=link)


def _asked(request: Request, here: LineHere, goal: Goal) -> str:
    """Do what was asked; the whole link for a guest, to be shown once."""
    if request.POST.get("what") == "guest":
        token = supporting.invite_guest(
            goal=goal, name=request.POST.get("name", ""), content=_frozen(goal, here),
            by=here.member, at=here.now,
        )  # fmt: skip
        return mails.link("guest", token)
    supporting.ask(
        goal=goal, colleague=_colleague(here, request.POST.get("colleague", "")),
        question=request.POST.get("question", ""), takes=set(request.POST.getlist("takes")),
        by=here.member, at=here.now,
    )  # fmt: skip
    return ""


def _colleague(here: LineHere, wanted: str) -> Membership:
    found = [each for each in _colleagues(here) if str(each.public_id) == wanted]
    if not found:
        raise Refusal(_("Kies wie je vraagt."))
    return found[0]


def _colleagues(here: PlanHere) -> list[Membership]:
    members = schools.members_of(here.school, day=here.today)
    return [each for each in members if each.pk != here.member.pk]


def _page(request: Request, here: LineHere, goal: Goal, *, error: str, link: str) -> HttpResponse:
    context = {
        "here": here,
        "goal": goal,
        "error": error,
        "link": link,
        "typed": {
            name: request.POST.get(name, "") if error else ""
            for name in ("colleague", "question", "name")
        },
        "takes": request.POST.getlist("takes") if error else [],
        "questions": list(queries.questions_about([goal.pk])),
        "guests": GuestLink.objects.filter(goal=goal).order_by("pk"),
        "colleagues": _colleagues(here),
        "now": here.now,
    }
    return render(request, "talking/support.html", context, status=422 if error else 200)


def _frozen(goal: Goal, here: LineHere) -> list[list[str]]:
    """What a guest sees of a goal: its lines as they are printed now."""
    loaded = plans.load_part(goal.part, day=here.today)
    loaded.goals = [each for each in loaded.goals if each.goal.pk == goal.pk]
    kind = plans.format_of(here.school).kind(goal.part.kind)
    [content] = agreeing.content_of(kind, loaded, {})["goals"]
    return [[line[1], line[3], agreeing.beside(line)] for line in content["lines"]]


@require_POST
def withdraw_question(request: Request, school: str, year: str, question: UUID) -> HttpResponse:
    """Take a question back."""
    here, found = _question_of_partner(request, school, year, question)
    supporting.withdraw(question=found)
    messages.success(request, _("De vraag is teruggenomen."))
    return redirect("goal-support", school, year, here.line.public_id)


def _question_of_partner(
    request: Request, school: str, year: str, question: UUID
) -> tuple[LineHere, SupportQuestion]:
    plan = plan_or_404(request, school, year)
    found = _one(SupportQuestion, plan, question)
    here = goal_or_404(request, school, year, found.goal.public_id)
    if here.why_not_write:
        raise Http404
    return here, found


def _one(model: Any, here: PlanHere, public_id: UUID) -> Any:
    found = (
        model.objects.select_related("goal__part")
        .filter(school=here.school, public_id=public_id, goal__part__plan=here.plan)
        .first()
    )
    if found is None:
        raise Http404
    return found


@require_POST
def withdraw_link(request: Request, school: str, year: str, guest: UUID) -> HttpResponse:
    """End a guest's link."""
    plan = plan_or_404(request, school, year)
    found = _one(GuestLink, plan, guest)
    here = goal_or_404(request, school, year, found.goal.public_id)
    if here.why_not_write:
        raise Http404
    supporting.withdraw_link(link=found, at=here.now)
    messages.success(request, _("De link werkt niet meer."))
    return redirect("goal-support", school, year, here.line.public_id)


# --- who is asked -----------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: Request, school: str, year: str, question: UUID) -> HttpResponse:
    """What somebody is asked; after a yes, the goal it is about."""
    here = plan_or_404(request, school, year)
    found = _one(SupportQuestion, here, question)
    if found.goal.removed_at or found.goal.part.removed_at:
        raise Http404  # it is not in the plan any more
    if rules.why_not_answer(found, here.member):
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            supporting.answer(
                question=found, says_yes=request.POST.get("answer") == "yes",
                words=request.POST.get("words", ""), by=here.member, at=here.now,
            )  # fmt: skip
        except Refusal as refusal:
            error = refusal.reason
        else:
            messages.success(request, _("Je antwoord is bewaard. Je kunt het nog veranderen."))
            return redirect(request.path)
    context = {
        "here": here,
        "question": found,
        "error": error,
        "rows": _rows(here, found.goal) if rules.may_read_goal(found) else [],
    }
    return render(request, "talking/question.html", context, status=422 if error else 200)


def _rows(here: PlanHere, goal: Goal) -> list[Row]:
    loaded = plans.load_part(goal.part, day=here.today)
    kind = plans.format_of(here.school, _).kind(goal.part.kind)
    found = next((each for each in loaded.goals if each.goal.pk == goal.pk), None)
    return rows_of(kind, found, writable=False)[0] if found else []


# --- a guest ----------------------------------------------------------------------------------


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def guest(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody from outside sees: one goal as it was, and a place for what they will do."""
    link = supporting.guest_link(token, at=clock.now())
    if link is None:
        return render(request, "talking/guest_gone.html", status=404)
    error = ""
    if request.method == "POST":
        try:
            supporting.write_effort(link=link, words=request.POST.get("effort", ""), at=clock.now())
        except Refusal as refusal:
            error = refusal.reason
        else:
            messages.success(request, _("Bewaard. Dank je wel."))
            return redirect(request.path)
    context = {"link": link, "error": error, "typed": request.POST.get("effort", "")}
    return render(request, "talking/guest.html", context, status=422 if error else 200)

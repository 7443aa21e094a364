"""Arranging the plan: goals, principles and parts get their place. Everything can be undone.

Each answer is the piece of the sheet that changed (to the script), or the sheet itself.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partituur.kernel.errors import Refusal
from partituur.plans import queries, rules
from partituur.plans.actions import arranging, handing, sharing, starting
from partituur.plans.format import MOST_PRINCIPLES
from partituur.plans.models import Goal, Handover, Principle
from partituur.plans.principles import GREVENS_TEN, SOURCE
from partituur.schools import queries as schools
from partituur.schools.models import Role, VisionStatement
from partituur.web.plans import forms
from partituur.web.plans.doors import (
    LineHere,
    PartHere,
    PlanHere,
    goal_or_404,
    part_or_404,
    plan_or_404,
    principle_or_404,
)
from partituur.web.plans.sheet import page
from partituur.web.request import Request

STEPS = {"omhoog": -1, "omlaag": 1}


def back(
    request: Request, here: PlanHere, anchor: str, *, said: str = "", undo: str = ""
) -> HttpResponse:
    """The sheet as it is now: what changed to the script, else the page at the right place.

    :param undo: the address that undoes what was done
    """
    if request.htmx:
        fresh = plan_or_404(request, here.school.slug, here.plan.year.slug)
        context = page(fresh) | {"swapped": True, "said": said, "undo": undo}
        return render(request, "plans/sheet.html#changed", context)
    if said:
        messages.success(request, said, extra_tags=undo)
    return redirect(f"{here.path}#{anchor}")


def refused(request: Request, here: PlanHere, reason: str, status: int = 403) -> HttpResponse:
    """What was asked cannot be done: the reason, on a page or as a message on the sheet."""
    template = "plans/refused.html#message" if request.htmx else "plans/refused.html"
    return render(request, template, {"here": here, "reason": reason}, status=status)


# --- goals -----------------------------------------------------------------------------------


@require_POST
def add_goal(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Add a goal to a part."""
    here = part_or_404(request, school, year, part)
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    goal = arranging.add_goal(part=here.part)
    undo = f"{here.path}doel/{goal.public_id}/weg/"
    return back(request, here, f"doel-{goal.public_id}", undo=undo, said=_("Doel toegevoegd."))


@require_POST
def move_goal(request: Request, school: str, year: str, goal: UUID, step: str) -> HttpResponse:
    """Move a goal up or down within its part."""
    return _move(request, goal_or_404(request, school, year, goal), "doel", step)


@require_POST
def remove_goal(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """Take a goal out of the plan; it can be put back."""
    return _remove(request, goal_or_404(request, school, year, goal), "doel", _("Doel weggehaald."))


@require_POST
def put_back_goal(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """Put a removed goal back."""
    return _put_back(request, goal_or_404(request, school, year, goal), _("Doel teruggezet."))


@require_http_methods(["GET", "HEAD", "POST"])
def vision(request: Request, school: str, year: str, goal: UUID) -> HttpResponse:
    """Which statements of the school's vision a goal serves."""
    here = goal_or_404(request, school, year, goal)
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    assert isinstance(here.line, Goal)
    statements = VisionStatement.objects.filter(school=here.school, retired_at__isnull=True)
    statements = statements.order_by("position", "pk")
    if request.method == "POST":
        chosen = request.POST.getlist("statement")
        wanted = [each for each in statements if str(each.public_id) in chosen]
        arranging.point_at_vision(goal=here.line, statements=wanted)
        return redirect(f"{here.path}#{here.anchor}")
    context = {
        "here": here,
        "statements": statements,
        "chosen": set(here.line.vision.values_list("pk", flat=True)),
        "words": {"no_vision": _("De visie staat er nog niet")},
    }
    return render(request, "plans/vision.html", context)


# --- principles ------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def principles(request: Request, school: str, year: str) -> HttpResponse:
    """Choose principles: from Greven's ten, or in the team's own words."""
    here = plan_or_404(request, school, year)
    if reason := rules.why_not_write(here.plan, None, here.member):
        return refused(request, here, reason)
    error = ""
    if request.method == "POST":
        error = _add_principle(request, here)
        if not error:
            return redirect("principles", school, year)
    context = _principles_context(here) | {"error": error, "typed": request.POST.get("own", "")}
    return render(request, "plans/principles.html", context, status=422 if error else 200)


def _add_principle(request: Request, here: PlanHere) -> str:
    """Add what was chosen or typed; the answer is what is wrong, or nothing."""
    number, own = request.POST.get("greven", ""), request.POST.get("own", "").strip()
    if number.isdigit() and 1 <= int(number) <= len(GREVENS_TEN):
        body, greven = GREVENS_TEN[int(number) - 1], int(number)
    elif own:
        body, greven = own, 0
    else:
        return _("Schrijf een uitgangspunt, of kies er een uit de lijst.")
    try:
        starting.write_principle(
            plan=here.plan, body=body, greven=greven, by=here.member, at=here.now
        )
    except Refusal as refusal:
        return refusal.reason
    return ""


def _principles_context(here: PlanHere) -> dict[str, Any]:
    loaded = queries.principles_of(here.plan)
    taken = {each.principle.greven for each in loaded}
    ten = [(number, text, number in taken) for number, text in enumerate(GREVENS_TEN, 1)]
    too_many = len(loaded) > MOST_PRINCIPLES
    return {
        "here": here, "principles": loaded, "too_many": too_many, "ten": ten, "source": SOURCE,
    }  # fmt: skip


@require_POST
def accent(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """Mark a principle as a new accent of this year, or no longer."""
    here = principle_or_404(request, school, year, principle)
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    assert isinstance(here.line, Principle)
    arranging.mark_accent(principle=here.line, new=not here.line.new_accent)
    return back(request, here, here.anchor)


@require_POST
def move_principle(
    request: Request, school: str, year: str, principle: UUID, step: str
) -> HttpResponse:
    """Move a principle up or down."""
    return _move(request, principle_or_404(request, school, year, principle), "uitgangspunt", step)


@require_POST
def remove_principle(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """Take a principle out of the plan; it can be put back."""
    here = principle_or_404(request, school, year, principle)
    return _remove(request, here, "uitgangspunt", _("Uitgangspunt weggehaald."))


@require_POST
def put_back_principle(request: Request, school: str, year: str, principle: UUID) -> HttpResponse:
    """Put a removed principle back."""
    here = principle_or_404(request, school, year, principle)
    return _put_back(request, here, _("Uitgangspunt teruggezet."))


# --- parts -----------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def add_part(request: Request, school: str, year: str) -> HttpResponse:
    """Add a part to the plan."""
    here = plan_or_404(request, school, year)
    fmt = queries.format_of(here.school, _)
    kinds = [each for each in fmt.kinds if not rules.why_not_add(here.plan, here.member, each.key)]
    if not kinds:
        return refused(request, here, rules.why_not_arrange(here.plan, here.member) or "")
    form = forms.NewPart(
        request.POST or None, school=here.school, plan=here.plan, kinds=kinds, day=here.today
    )
    if request.method == "POST" and form.is_valid():
        try:
            part = arranging.add_part(
                plan=here.plan, fmt=fmt, partner=here.member, **form.cleaned_data
            )
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
        else:
            return redirect(f"{here.path}#deel-{part.public_id}")
    status = 422 if form.errors else 200
    return render(request, "plans/new_part.html", {"here": here, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """What stands at the head of a part: its name, for whom it is, with which IB'er."""
    here = part_or_404(request, school, year, part)
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    held = rules.why_not_reassign(here.part, is_subject=here.is_subject)
    form = forms.PartHead(
        request.POST or None, part=here.part, day=here.today, may_reassign=held is None
    )
    if request.method == "POST" and form.is_valid():
        try:
            _describe(here, form)
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
        else:
            return redirect(f"{here.path}#deel-{here.part.public_id}")
    status = 422 if form.errors else 200
    others = schools.members_of(here.school, day=here.today).with_role(Role.COORDINATOR)
    is_partner = rules.is_personal(here.part) and here.part.partner_id == here.member.pk
    context = {
        "here": here,
        "form": form,
        "held": held,
        "others": list(others.exclude(pk=here.member.pk)) if is_partner else [],
    }
    return render(request, "plans/part.html", context, status=status)


def _describe(here: PartHere, form: forms.PartHead) -> None:
    data = dict(form.cleaned_data)
    if "subjects" in data:
        arranging.reassign_part(
            part=here.part, partner=data.pop("partner"), subjects=data.pop("subjects"),
            is_subject=here.is_subject, by=here.member, at=here.now,
        )  # fmt: skip
    arranging.describe_part(part=here.part, **data)


@require_POST
def hand_over(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Ask the subject whether another IB'er may take the part over."""
    here = part_or_404(request, school, year, part)
    wanted = request.POST.get("to", "")
    members = schools.members_of(here.school, day=here.today)
    to = next((each for each in members if str(each.public_id) == wanted), None)
    try:
        handing.ask(part=here.part, to=to, by=here.member, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(request, _("Gevraagd. Er verandert niets voor er ja is gezegd."))
    return redirect(f"{here.path}#deel-{part}")


@require_POST
def answer_hand_over(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """The subject's yes or no."""
    here = part_or_404(request, school, year, part)
    handover = Handover.objects.filter(part=here.part).select_related("part", "to").first()
    if handover is None:
        raise Http404
    try:
        handing.answer(
            handover=handover, yes=request.POST.get("answer") == "yes", by=here.member, at=here.now
        )
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    messages.success(request, _("Je antwoord is bewaard."))
    return redirect("my-part", school, year)


@require_POST
def move_part(request: Request, school: str, year: str, part: UUID, step: str) -> HttpResponse:
    """Move a part up or down among those of its kind."""
    here = part_or_404(request, school, year, part)
    if reason := rules.why_not_arrange(here.plan, here.member):
        return refused(request, here, reason)
    arranging.move(line=here.part, by=STEPS[step])
    way_back = "omlaag" if step == "omhoog" else "omhoog"
    undo = f"{here.path}deel/{here.part.public_id}/{way_back}/"
    return back(request, here, f"deel-{here.part.public_id}", said=_("Verplaatst."), undo=undo)


@require_POST
def remove_part(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Take a part out of the plan; it can be put back."""
    here = part_or_404(request, school, year, part)
    if reason := (rules.why_not_arrange(here.plan, here.member, here.part) or here.why_not_write):
        return refused(request, here, reason)
    arranging.remove(line=here.part, at=here.now)
    undo = f"{here.path}deel/{here.part.public_id}/terug/"
    said = _("{part} is weggehaald.").format(part=here.part.heading)
    return back(request, here, "inhoud", undo=undo, said=said)


@require_POST
def put_back_part(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """Put a removed part back."""
    here = part_or_404(request, school, year, part)
    if reason := rules.why_not_arrange(here.plan, here.member, here.part):
        return refused(request, here, reason)
    try:
        arranging.put_back(line=here.part, fmt=queries.format_of(here.school))
    except Refusal as refusal:
        return refused(request, here, refusal.reason, status=422)
    return back(request, here, f"deel-{here.part.public_id}", said=_("Teruggezet."))


@require_POST
def give_places(request: Request, school: str, year: str) -> HttpResponse:
    """Give everyone who has none yet a place in the plan."""
    here = plan_or_404(request, school, year)
    if reason := rules.why_not_add(here.plan, here.member, "teacher"):
        return refused(request, here, reason)
    made = starting.give_places(plan=here.plan, by=here.member, day=here.today)
    said = _("Iedereen heeft nu een plek.") if made else _("Iedereen had al een plek.")
    return back(request, here, "inhoud", said=said)


@require_POST
def share(request: Request, school: str, year: str, part: UUID, how: str) -> HttpResponse:
    """Share a part with the team, or take that back."""
    here = part_or_404(request, school, year, part)
    act, said = {
        "delen": (sharing.share, _("Dit deel is nu te lezen voor het hele team.")),
        "niet-delen": (sharing.take_back, _("Dit deel is weer alleen voor wie het aangaat.")),
    }[how]
    try:
        act(part=here.part, by=here.member, is_subject=here.is_subject, at=here.now)
    except Refusal as refusal:
        return refused(request, here, refusal.reason)
    return back(request, here, f"deel-{here.part.public_id}", said=said)


# --- what goals and principles have in common --------------------------------------------------


def _move(request: Request, here: LineHere, name: str, step: str) -> HttpResponse:
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    try:
        arranging.move(line=here.line, by=STEPS[step])
    except Refusal as refusal:
        return refused(request, here, refusal.reason, status=422)
    way_back = "omlaag" if step == "omhoog" else "omhoog"
    undo = f"{here.path}{name}/{here.line.public_id}/{way_back}/"
    return back(request, here, here.anchor, said=_("Verplaatst."), undo=undo)


def _remove(request: Request, here: LineHere, name: str, said: str) -> HttpResponse:
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    arranging.remove(line=here.line, at=here.now)
    undo = f"{here.path}{name}/{here.line.public_id}/terug/"
    anchor = f"deel-{here.part.public_id}" if here.part else "uitgangspunten"
    return back(request, here, anchor, undo=undo, said=said)


def _put_back(request: Request, here: LineHere, said: str) -> HttpResponse:
    if here.why_not_write:
        return refused(request, here, here.why_not_write)
    arranging.put_back(line=here.line)
    return back(request, here, here.anchor, said=said)

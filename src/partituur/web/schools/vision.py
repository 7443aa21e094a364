"""The school's vision as statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partituur.kernel.errors import Refusal
from partituur.schools import queries
from partituur.schools.actions import vision as actions
from partituur.schools.models import VisionStatement
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, statement_or_404, why_not_manage
from partituur.web.schools.forms import RewordForm, StatementForm


@require_http_methods(["GET", "HEAD", "POST"])
def vision(request: Request, school: str) -> HttpResponse:
    """The statements in their order, and those that no longer hold; and one more."""
    here = here_or_404(request, school)
    reason = why_not_manage(here)
    if reason and request.method == "POST":
        return refused(request, here, reason, back="vision")
    form = StatementForm(request.POST or None)
    if form.done(
        lambda: actions.add_statement(
            school=here.school, text=form.cleaned_data["text"], by=here.member, at=here.now
        )
    ):
        messages.success(request, _("De uitspraak staat erbij."))
        return redirect("vision", here.school.slug)
    statements = list(queries.vision_of(here.school))
    context = {
        "here": here,
        "form": form,
        "reason": reason,
        "statements": [each for each in statements if each.retired_at is None],
        "retired": [each for each in statements if each.retired_at is not None],
    }
    return render(request, "schools/vision.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: Request, school: str, statement: UUID) -> HttpResponse:
    """A statement in other words, or another thought in its place."""
    here = here_or_404(request, school)
    found = statement_or_404(here, statement)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="vision")
    form = RewordForm(request.POST or None, statement=found)
    if form.done(lambda: _reword(here, found, form)):
        messages.success(request, _("De uitspraak is bijgewerkt."))
        return redirect("vision", here.school.slug)
    context = {"here": here, "form": form, "statement": found}
    return render(request, "schools/statement.html", context, status=form.status)


def _reword(here: Here, found: VisionStatement, form: RewordForm) -> None:
    act: Callable[..., VisionStatement] = actions.reword_statement
    if form.cleaned_data["way"] == RewordForm.NEW:
        act = actions.replace_statement
    act(statement=found, text=form.cleaned_data["text"], by=here.member, at=here.now)


@require_POST
def move(request: Request, school: str, statement: UUID, steps: int) -> HttpResponse:
    """A statement goes up or down."""
    return _act(request, school, statement, actions.move_statement, steps=steps)


@require_POST
def retire(request: Request, school: str, statement: UUID) -> HttpResponse:
    """A statement no longer holds."""
    return _act(
        request,
        school,
        statement,
        actions.retire_statement,
        said=_("De uitspraak is vervallen."),
        undo=reverse("statement-back", args=[school, statement]),
    )


@require_POST
def put_back(request: Request, school: str, statement: UUID) -> HttpResponse:
    """A statement holds again."""
    said = _("De uitspraak staat er weer.")
    return _act(request, school, statement, actions.put_back_statement, said=said)


def _act(
    request: Request,
    school: str,
    statement: UUID,
    act: Callable[..., Any],
    *,
    said: str = "",
    undo: str = "",
    **more: Any,
) -> HttpResponse:
    """What a button beside a statement does: act, and back to the vision."""
    here = here_or_404(request, school)
    found = statement_or_404(here, statement)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="vision")
    try:
        act(statement=found, by=here.member, at=here.now, **more)
    except Refusal as refusal:
        messages.error(request, refusal.reason)
    else:
        if said:
            messages.success(request, said, extra_tags=undo)
    return redirect("vision", here.school.slug)

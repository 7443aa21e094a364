"""How long what is kept (bewaren): the terms, what goes soon, and a hold."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from partituur.kernel.errors import Refusal
from partituur.privacy import queries, terms
from partituur.privacy.actions import holding
from partituur.schools.models import School
from partituur.web.doors import here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, why_not_manage
from partituur.web.schools.fields import Form


class TermsForm(Form):
    """A number of months for each kind of data."""

    def __init__(self, data: Any, *, school: School) -> None:
        months = queries.months_of(school)
        super().__init__(data, initial=months)
        for term in terms.TERMS:
            wrong = _("{label}: vul een aantal maanden in, van {least} tot en met {most}.").format(
                label=_(term.label), least=term.least, most=term.most
            )
            self.fields[term.key] = forms.IntegerField(
                label=_(term.label),
                help_text=_(term.about),
                min_value=term.least,
                max_value=term.most,
                widget=forms.NumberInput(attrs={"class": "short"}),
                error_messages={
                    each: wrong for each in ("required", "invalid", "min_value", "max_value")
                },
            )


@require_http_methods(["GET", "HEAD", "POST"])
def keeping(request: Request, school: str) -> HttpResponse:
    """The terms, and what goes in the coming three months."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="settings")
    form = TermsForm(request.POST or None, school=here.school)
    if form.done(
        lambda: holding.choose_terms(months=form.cleaned_data, by=here.member, at=here.now)
    ):
        messages.success(request, _("De termijnen zijn bijgewerkt."))
        return redirect("keeping", here.school.slug)
    hold = queries.hold_of(here.school)
    context = {
        "here": here,
        "form": form,
        "hold": hold,
        "is_mine": bool(hold and hold.asked_by_id == here.member.pk),
        "lift_is_mine": bool(hold and hold.lift_asked_by_id == here.member.pk),
        "strikes": [
            (each.day, _(each.term.label), _how_many(each.number))
            for each in queries.strikes(here.school, here.today)
        ],
    }
    return render(request, "schools/keeping.html", context, status=form.status)


def _how_many(number: int) -> str:
    return ngettext("{number} keer", "{number} keer", number).format(number=number)


@require_POST
def hold(request: Request, school: str) -> HttpResponse:
    """Ask for a hold, confirm it, ask that it ends, or confirm that."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="settings")
    found, step = queries.hold_of(here.school), request.POST.get("step", "")
    try:
        if found is None and step == "ask":
            holding.ask_hold(reason=request.POST.get("reason", ""), by=here.member, at=here.now)
            messages.success(request, _("Er wordt niets vernietigd. Een ander bevestigt het nog."))
        elif found is not None and step == "confirm":
            holding.confirm_hold(found=found, by=here.member, at=here.now)
            messages.success(request, _("Bevestigd. Er wordt niets vernietigd."))
        elif found is not None and step == "lift":
            ended = holding.lift_hold(found=found, by=here.member, at=here.now)
            messages.success(
                request,
                _("De bewaarplicht is voorbij.")
                if ended
                else _("Gevraagd. Een ander bevestigt het."),
            )
    except Refusal as refusal:
        messages.error(request, refusal.reason)
    return redirect("keeping", here.school.slug)

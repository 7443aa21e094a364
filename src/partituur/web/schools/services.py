"""Through which services of the board members sign in: set by one, confirmed by another."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from partituur.kernel.errors import Refusal
from partituur.schools import rules
from partituur.schools.actions import services
from partituur.schools.models import SignInService
from partituur.web import mails
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, why_not_manage
from partituur.web.schools.fields import Form, WordsField


class ServiceForm(Form):
    """One service. What a kind does not need may stay empty."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor dienst is het?"),
        choices=SignInService.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat voor dienst het is.")},
    )
    name = WordsField(
        label=gettext_lazy("Naam op de knop"),
        help_text=gettext_lazy("Bijvoorbeeld: Microsoft, of de naam van jullie bestuur."),
        most=40,
        missing=gettext_lazy("Vul een naam in voor op de knop."),
    )
    address = forms.CharField(
        label=gettext_lazy("Adres van de dienst, of de tenant bij Microsoft"),
        help_text=gettext_lazy("Niet nodig bij Google en bij SAML."),
        required=False,
    )
    client = forms.CharField(
        label=gettext_lazy("Nummer van de toepassing (client-id)"),
        help_text=gettext_lazy("Niet nodig bij SAML."),
        required=False,
    )
    secret = forms.CharField(
        label=gettext_lazy("Geheim (client secret)"),
        help_text=gettext_lazy("Niet nodig bij SAML. Niemand kan het hier later nog lezen."),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}, render_value=True),
    )
    metadata = forms.CharField(
        label=gettext_lazy("Metadata (XML)"),
        help_text=gettext_lazy("Alleen bij SAML: het hele bestand van de dienst."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )
    checks_brin = forms.BooleanField(
        label=gettext_lazy("De dienst vertelt het BRIN, en dat moet kloppen"), required=False
    )
    has_second_step = forms.BooleanField(
        label=gettext_lazy("De dienst vraagt zelf al om een tweede stap"), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: Request, school: str) -> HttpResponse:
    """Which services there are, and one more."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="settings")
    form = ServiceForm(request.POST or None)
    if form.done(
        lambda: services.ask(setup=services.Setup(**form.cleaned_data), by=here.member, at=here.now)
    ):
        messages.success(request, _("Gevraagd. Iemand anders moet het nog bevestigen."))
        return redirect("services", here.school.slug)
    return render(request, "schools/services.html", _context(here, form), status=form.status)


@require_POST
def confirm(request: Request, school: str, service: UUID) -> HttpResponse:
    """Let a service that another asked for count."""
    return _act(request, school, service, services.confirm, _("Deze aanmelding werkt nu."))


@require_POST
def remove(request: Request, school: str, service: UUID) -> HttpResponse:
    """Take a service away."""
    return _act(request, school, service, services.remove, _("Deze aanmelding is weg."))


def _act(request: Request, school: str, service: UUID, act: Any, said: str) -> HttpResponse:
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="settings")
    found = SignInService.objects.filter(school=here.school, public_id=service).first()
    if found is None:
        raise Http404
    try:
        act(service=found, by=here.member, at=here.now)
    except Refusal as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, said)
    return redirect("services", here.school.slug)


def _context(here: Here, form: ServiceForm) -> dict[str, Any]:
    stored = here.school.sign_in_services.order_by("pk")
    return {
        "here": here,
        "form": form,
        "services": [
            {
                "service": each,
                "why_not_confirm": rules.why_not_confirm_service(here.member, each),
                "back": mails.link("saml_acs", each.key)
                if each.kind == SignInService.Kind.SAML
                else mails.link("oidc-back", each.key),
                "about": mails.link("saml_metadata", each.key)
                if each.kind == SignInService.Kind.SAML
                else "",
            }
            for each in stored
        ],
        "sign_in_at": mails.link("sign-in-at", here.school.slug),
    }

"""Views of signing in: the ways in, the second step, and an invitation."""

from __future__ import annotations

from typing import Any

import requests
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.stagekit import clear_login
from allauth.account.views import (
    AccountInactiveView,
    ConfirmLoginCodeView,
    LoginView,
    ReauthenticateView,
    RequestLoginCodeView,
)
from allauth.core import ratelimit
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateMFAView
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.saml import views as saml
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from lxml import etree

from partituur.accounts.models import Person
from partituur.accounts.oidc.provider import Adapter
from partituur.kernel import clock
from partituur.schools.actions import inviting
from partituur.schools.models import School
from partituur.web import mails
from partituur.web.signing_in import pending, services
from partituur.web.signing_in.forms import AddressForm, PasswordForm


class _Answers422:
    """A form with something wrong in it answers 422, as everywhere in the house."""

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if response.status_code == 200:
            response.status_code = 422
        return response


class _BeginsAgain:
    """Who comes back to the first page begins again: perhaps the address was mistyped."""

    def _redirect_to_pending_stage(self, request: HttpRequest, _stage: Any) -> None:
        clear_login(request)


# --- the ways in ------------------------------------------------------------------------------


def _ways_in(request: HttpRequest, school: School | None) -> dict[str, Any]:
    offered = services.for_school(school) if school else services.for_everyone()
    return {"services": offered, "next": _next_of(request), "address_form": AddressForm()}


def _next_of(request: HttpRequest) -> str:
    """Where somebody was going, when that is an address of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else ""


class SignIn(_BeginsAgain, _Answers422, LoginView):  # type: ignore[misc]
    """Who are you? A code by mail in front; a password, a passkey and services beside it."""

    template_name = "signing_in/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        school = School.objects.filter(slug=self.kwargs.get("school", "")).first()
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= _ways_in(self.request, school)
        context["password_form"] = context["form"]
        return context


class AskCode(_BeginsAgain, _Answers422, RequestLoginCodeView):  # type: ignore[misc]
    """Send a code; the answer is the same whether we know the address or not."""

    template_name = "signing_in/sign_in.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("account_login")

    def form_valid(self, form: Any) -> HttpResponse:
        if form._user is None:
            mails.unknown_address(to=form.cleaned_data["email"], at=clock.now())
        return super().form_valid(form)  # type: ignore[no-any-return]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = context["form"]
        return context | _ways_in(self.request, None) | {
            "address_form": form, "password_form": PasswordForm(request=self.request),
        }  # fmt: skip


class GiveCode(_Answers422, ConfirmLoginCodeView):  # type: ignore[misc]
    """The code from the mail."""

    template_name = "signing_in/code.html"


class SecondStep(AuthenticateView):  # type: ignore[misc]
    """The app, a passkey or an emergency code."""

    template_name = "signing_in/second_step.html"

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        response.status_code = 422
        return response


class WithPasskey(_BeginsAgain, LoginWebAuthnView):  # type: ignore[misc]
    """A passkey by itself: the browser asks for one, and posts its answer here."""


class Closed(AccountInactiveView):  # type: ignore[misc]
    """An account that was closed."""

    template_name = "signing_in/closed.html"


# --- once more, in the middle of a visit ------------------------------------------------------


class AgainWithPassword(_Answers422, ReauthenticateView):  # type: ignore[misc]
    """The password, before something that opens or closes the account."""

    template_name = "signing_in/again.html"


class AgainWithApp(_Answers422, ReauthenticateMFAView):  # type: ignore[misc]
    """The app, before the same."""

    template_name = "signing_in/again.html"


class AgainWithPasskey(_Answers422, ReauthenticateWebAuthnView):  # type: ignore[misc]
    """A passkey, before the same."""

    template_name = "signing_in/again_passkey.html"


@require_http_methods(["GET", "HEAD", "POST"])
def anew(request: HttpRequest) -> HttpResponse:
    """Who signs in by codes only signs in anew before the same."""
    target = _next_of(request)
    if request.method == "POST":
        logout(request)
        return redirect(f"{reverse('account_login')}?next={target or reverse('mfa_index')}")
    return render(request, "signing_in/anew.html", {"next": target})


# --- services ---------------------------------------------------------------------------------


@login_not_required
@require_POST
def onward(request: HttpRequest, key: str) -> HttpResponse:
    """To a service. A page in between: a form may not lead to another site, a link may."""
    return to_service(request, key, process="login", next_url=_next_of(request))


def to_service(request: HttpRequest, key: str, *, process: str, next_url: str) -> HttpResponse:
    """The page that leads to a service, to sign in or to tie it to the account."""
    service = services.find(key)
    if service is None:
        raise Http404
    try:
        to = service.app.get_provider(request).redirect(
            request, process=process, next_url=next_url or None
        )
    except requests.RequestException:
        return _out_of_reach(request, service.name)
    return render(request, "signing_in/onward.html", {"service": service, "url": to.url})


@login_not_required
@require_safe
def oidc_back(request: HttpRequest, key: str) -> HttpResponse:
    """Back from a service with OpenID Connect."""
    service = services.find(key)
    if service is None or service.is_saml:
        raise Http404
    try:
        answer = OAuth2CallbackView.adapter_view(Adapter(request, key))(request)
    except requests.RequestException:
        return _out_of_reach(request, service.name)
    return answer  # type: ignore[no-any-return]


@csrf_exempt  # the post comes from the service: its signature is the proof, and it is read once
@login_not_required
@require_POST
def saml_back(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Back from a service with SAML; the answer is kept for the next request, and read there."""
    _saml_or_404(organization_slug)
    if too_many := ratelimit.consume_or_429(request, action="login"):
        return too_many  # type: ignore[no-any-return]
    response: HttpResponse = saml.acs(request, organization_slug=organization_slug)
    for cookie in response.cookies.values():
        cookie["httponly"] = True
    return response


@login_not_required
@require_safe
def saml_done(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Read the answer of a service with SAML."""
    _saml_or_404(organization_slug)
    try:
        return saml.finish_acs(request, organization_slug=organization_slug)  # type: ignore[no-any-return]
    except (etree.XMLSyntaxError, ValueError, PermissionDenied):
        reason = _("Het antwoord van de dienst klopt niet, of is verlopen. Probeer het nog eens.")
        return render(request, "signing_in/refused.html", {"reason": reason}, status=401)


@login_not_required
@require_safe
def saml_about(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """What the service has to know of us, as XML."""
    _saml_or_404(organization_slug)
    return saml.metadata(request, organization_slug=organization_slug)  # type: ignore[no-any-return]


@login_not_required
def saml_out(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Signing out is done here, not by a service: anybody could send such a request."""
    raise Http404


def _saml_or_404(key: str) -> None:
    service = services.find(key)
    if service is None or not service.is_saml:
        raise Http404


def _out_of_reach(request: HttpRequest, name: str) -> HttpResponse:
    reason = _("{service} is nu niet te bereiken. Probeer het zo nog eens, of log in met een code.")
    context = {"reason": reason.format(service=name)}
    return render(request, "signing_in/refused.html", context, status=502)


# --- an invitation ----------------------------------------------------------------------------


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The link from the mail. Looking at it does nothing; a button sends the code, or accepts."""
    found = inviting.find(token, at=clock.now())
    if found is None:
        return render(request, "signing_in/invitation_gone.html", status=404)
    signed_in = request.user if isinstance(request.user, Person) else None
    if request.method == "POST" and signed_in:
        return pending.welcome(request, token, signed_in)
    if request.method == "POST":
        return _send_code(request, token, found.member.email, found.member.name)
    context = {
        "member": found.member,
        "signed_in": signed_in,
        "services": services.for_school(found.member.school),
        "token": token,
    }
    return render(request, "signing_in/invitation.html", context)


@login_not_required
@require_POST
def invited_through(request: HttpRequest, token: str, key: str) -> HttpResponse:
    """Take up an invitation through a service."""
    if inviting.find(token, at=clock.now()) is None:
        return render(request, "signing_in/invitation_gone.html", status=404)
    pending.keep(request, token)
    return onward(request, key)


def _send_code(request: HttpRequest, token: str, email: str, name: str) -> HttpResponse:
    """Send a code to the address that was invited; the account is made when there is none yet."""
    if too_many := ratelimit.consume_or_429(request, action="request_login_code", key=email):
        return too_many  # type: ignore[no-any-return]
    person = Person.objects.filter(email=email).first() or Person.objects.create_user(
        email, name=name
    )
    pending.keep(request, token)
    LoginCodeVerificationProcess.initiate(request=request, user=person, email=email)
    return redirect("account_confirm_login_code")

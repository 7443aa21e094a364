"""One's own account: passkeys, the second step, password, services, and where one is signed in."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import app_settings
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import flows as recovery
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.accounts import factors
from partituur.kernel import clock
from partituur.schools import queries as schools
from partituur.schools.models import Membership
from partituur.web.digest import member_of
from partituur.web.request import Request
from partituur.web.signing_in import services
from partituur.web.signing_in.forms import NewPasswordForm, PasskeyForm
from partituur.web.signing_in.views import _Answers422, to_service

View = Callable[..., HttpResponse]


def freshly(view: View) -> View:
    """Only for who proved a short while ago who they are: a lost laptop opens no account for good.

    By password, app or passkey for who has one; who signs in by codes only signs in anew.
    """
    again = reauthentication_required(app="allauth.mfa")(view)

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if get_reauthentication_flows(request.user):
            return again(request, *args, **kwargs)  # type: ignore[no-any-return]
        last = max(
            (each["at"] for each in get_authentication_records(request, request.user)), default=0
        )
        if time.time() - last < app_settings.REAUTHENTICATION_TIMEOUT:
            return view(request, *args, **kwargs)
        return redirect(f"{reverse('sign-in-anew')}?{urlencode({'next': request.path})}")

    return guarded


@require_safe
def account(request: Request) -> HttpResponse:
    """Everything of the account on one page."""
    places = list(schools.places_of(request.user, day=clock.today()))
    offered = {each.key: each for place in places for each in services.for_school(place.school)}
    ties = list(SocialAccount.objects.filter(user=request.user).order_by("pk"))
    tied = {each.provider for each in ties}
    steps = Authenticator.objects.filter(user=request.user).order_by("pk")
    context = {
        "places": places,
        "passkeys": [each.wrap() for each in steps if each.type == Authenticator.Type.WEBAUTHN],
        "has_app": any(each.type == Authenticator.Type.TOTP for each in steps),
        "has_emergency_codes": any(
            each.type == Authenticator.Type.RECOVERY_CODES for each in steps
        ),
        "has_second_step": any(each.type in factors.STEPS for each in steps),
        "needs_second_step": any(each.is_coordinator or each.is_leader for each in places),
        "ties": [(each, services.find(each.provider)) for each in ties],
        "to_tie": [each for key, each in offered.items() if key not in tied],
        "sessions": factors.sessions_of(request.user),
        "this_session": request.session.session_key,
    }
    return render(request, "account/account.html", context)


@freshly
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: Request) -> HttpResponse:
    """Choose a password, or another one. Everywhere else one is signed out by it."""
    form = NewPasswordForm(request.POST or None, person=request.user)
    if form.is_valid():
        _set_password(request, form.cleaned_data["password"])
        messages.success(
            request, _("Je nieuwe wachtwoord werkt. Op andere apparaten ben je uitgelogd.")
        )
        return redirect("mfa_index")
    status = 422 if form.is_bound else 200
    return render(request, "account/password.html", {"form": form}, status=status)


@freshly
@require_POST
def password_away(request: Request) -> HttpResponse:
    """Go on without a password."""
    _set_password(request, None)
    messages.success(request, _("Je wachtwoord is weg. Je logt in met een code of een passkey."))
    return redirect("mfa_index")


def _set_password(request: Request, typed: str | None) -> None:
    person = request.user
    person.set_password(typed)
    person.save(update_fields=["password"])
    factors.end_sessions(person, besides=request.session.session_key or "")
    update_session_auth_hash(request, person)
    password_changed.send(sender=type(person), request=request, user=person)


# --- the second step --------------------------------------------------------------------------


class _NewStep:
    """After a first second step: on to the emergency codes, which nobody has seen yet."""

    def get_success_url(self) -> str:
        return reverse("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        super().form_valid(form)  # type: ignore[misc]
        request: Request = self.request  # type: ignore[attr-defined]
        record_authentication(request, request.user, "mfa", reauthenticated=True)
        if self.did_generate_recovery_codes:  # type: ignore[attr-defined]
            # The library made some unasked. Ours are made when somebody is there to keep them.
            Authenticator.objects.filter(
                user=request.user, type=Authenticator.Type.RECOVERY_CODES
            ).delete()
            return redirect("emergency-codes")
        messages.success(request, _("Je tweede stap werkt."))
        return redirect("mfa_index")


class App(_NewStep, _Answers422, ActivateTOTPView):  # type: ignore[misc]
    """Tie an app that gives codes."""

    template_name = "account/app.html"


class AppAway(_Answers422, DeactivateTOTPView):  # type: ignore[misc]
    """Go on without the app."""

    template_name = "account/app_away.html"


@freshly
@require_http_methods(["GET", "HEAD", "POST"])
def emergency_codes(request: Request) -> HttpResponse:
    """Codes for when the app or the passkey is lost: made and shown in one go, and never again."""
    if not factors.has_second_step(request.user):
        return redirect("mfa_index")
    codes: list[str] = []
    if request.method == "POST":
        codes = recovery.generate_recovery_codes(request).wrap().get_unused_codes()
    return render(request, "account/emergency_codes.html", {"codes": codes})


class Passkey(_NewStep, _Answers422, AddWebAuthnView):  # type: ignore[misc]
    """One passkey more."""

    template_name = "account/passkey.html"

    def get_form_class(self) -> type[PasskeyForm]:
        return PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["form"] = kwargs.get("form") or self.get_form()
        # A passkey that opens the account by itself: it stays on the device, behind its lock.
        context["options"] = {"creation_options": auth.begin_registration(self.request.user, True)}
        return context


class PasskeyAway(RemoveWebAuthnView):  # type: ignore[misc]
    """Go on without this passkey."""

    template_name = "account/passkey_away.html"
    success_url = reverse_lazy("mfa_index")


# --- services and sessions --------------------------------------------------------------------


@require_POST
def digest(request: Request, school: str) -> HttpResponse:
    """The weekly mail of a school: on or off."""
    on = bool(request.POST.get("on"))
    places = Membership.objects.filter(person=request.user, school__slug=school)
    if not places.exists():
        raise Http404
    places.update(gets_digest=on)
    said = _("Je krijgt het weekbericht.") if on else _("Je krijgt geen weekbericht meer.")
    messages.success(request, said)
    return redirect("mfa_index")


@csrf_exempt  # a mail program may press it for somebody (RFC 8058); the link is the proof
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def digest_off(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the weekly mail. Looking at it does nothing; its button turns the mail off."""
    member = member_of(token)
    if member is None:
        raise Http404
    if request.method == "POST":
        Membership.objects.filter(pk=member.pk).update(gets_digest=False)
        member.gets_digest = False
    return render(request, "account/digest_off.html", {"member": member})


@freshly
@require_POST
def tie(request: Request, key: str) -> HttpResponse:
    """Tie a service to the account."""
    return to_service(request, key, process="connect", next_url=reverse("mfa_index"))


@freshly
@require_POST
def untie(request: Request, tie: int) -> HttpResponse:
    """Take the tie with a service away; a code by mail always works."""
    if not SocialAccount.objects.filter(user=request.user, pk=tie).delete()[0]:
        raise Http404
    messages.success(request, _("Deze aanmelding is losgemaakt van je account."))
    return redirect("mfa_index")


@require_POST
def end_session(request: Request, session: int) -> HttpResponse:
    """Sign out somewhere else."""
    found = UserSession.objects.filter(user=request.user, pk=session).first()
    if found is None:
        raise Http404
    found.end()
    messages.success(request, _("Je bent daar uitgelogd."))
    return redirect("mfa_index")


@require_POST
def end_other_sessions(request: Request) -> HttpResponse:
    """Sign out everywhere else."""
    factors.end_sessions(request.user, besides=request.session.session_key or "")
    messages.success(request, _("Je bent overal uitgelogd, behalve hier."))
    return redirect("mfa_index")

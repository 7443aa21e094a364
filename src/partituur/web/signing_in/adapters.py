"""What django-allauth asks of us: our words, our mail, and who may come in through a service."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partituur.accounts.claims import Claims
from partituur.accounts.models import Person
from partituur.kernel import clock, hiding
from partituur.schools import queries as schools
from partituur.schools.models import School
from partituur.web import mails
from partituur.web.request import THROUGH_SCHOOL, THROUGH_SECOND_STEP
from partituur.web.signing_in import pending, services

log = logging.getLogger("partituur.signing_in")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts: nobody makes one by themselves, and mails go by the outbox."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dit account is gesloten. Vraag je intern begeleider om hulp."),
        "email_password_mismatch": _(
            "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Probeer het nog eens, of log "
            "in met een code."
        ),
        "incorrect_code": _("Deze code klopt niet. Kijk nog eens in je laatste mail of je app."),
        "incorrect_password": _("Dit wachtwoord klopt niet. Probeer het nog eens."),
        "too_many_login_attempts": _(
            "Dit is te vaak geprobeerd. Wacht vijf minuten en probeer het dan nog eens."
        ),
        "rate_limited": _("Dit is te vaak geprobeerd. Wacht even en probeer het dan nog eens."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The only mail of django-allauth that we let go is the one with a code."""
        if template_prefix == "account/email/login_code":
            mails.code(to=email, code=context["code"], at=clock.now())

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Its own notices stay away: our pages say what happened."""
        if message:
            super().add_message(request, level, message=message, extra_tags=extra_tags)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Remember what the sign-in opens, and take up an invitation that was waiting."""
        response = super().post_login(request, user, **kwargs)
        login: SocialLogin | None = (kwargs.get("signal_kwargs") or {}).get("sociallogin")
        service = services.find(login.account.provider) if login else None
        request.session[THROUGH_SCHOOL] = service.school.pk if service and service.school else None
        request.session[THROUGH_SECOND_STEP] = bool(service and service.has_second_step)
        return pending.take_up(request, user) or response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return redirect("start").url


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Services: whom they tell of comes in once by an invitation, and from then on by its subject.

    An address that a service names is never looked at: it may be anybody's.
    """

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        service = services.find(client_id or provider or "")
        return [service.app] if service else []

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return redirect("mfa_index").url

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        return None

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: Any = None,
    ) -> None:
        """One sentence; the log says which kind of error, and nothing of what came along."""
        log.warning("an answer of a service was refused: %s", type(exception).__name__)
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(redirect("account_login"))
        raise ImmediateHttpResponse(
            _refusal(
                request,
                _("Het antwoord van de dienst klopt niet, of is verlopen. Probeer het nog eens."),
                status=401,
            )
        )

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Person:
        return sociallogin.user  # type: ignore[no-any-return]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let through whom we know and who may; tie whom an invitation brought; refuse the rest."""
        service = services.find(sociallogin.account.provider)
        if service is None:
            raise ImmediateHttpResponse(_refusal(request, _("Deze aanmelding is er niet meer.")))
        invitation = None if sociallogin.is_existing else pending.invitation_of(request)
        places = self._places(request, sociallogin)
        wanted = [invitation.member.school] if invitation else places
        claims = Claims.from_data(sociallogin.account.extra_data)
        if reason := service.why_not(claims, wanted):
            raise ImmediateHttpResponse(_refusal(request, reason))
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect":
            return
        if invitation is None:
            raise ImmediateHttpResponse(
                _refusal(
                    request,
                    _(
                        "We kennen deze aanmelding nog niet. Gebruik de link in je uitnodiging, of "
                        "log in met een code en koppel haar bij je account."
                    ),
                )
            )
        email = invitation.member.email
        if Person.objects.filter(email=email).exists():
            raise ImmediateHttpResponse(
                _refusal(
                    request,
                    _(
                        "Er is al een account met dit e-mailadres. Log in met een code. Daarna kun "
                        "je deze aanmelding koppelen bij je account."
                    ),
                )
            )
        person = Person.objects.create_user(email, name=invitation.member.name)
        sociallogin.connect(request, person)

    def _places(self, request: HttpRequest, sociallogin: SocialLogin) -> list[School]:
        person = sociallogin.user if sociallogin.is_existing else request.user
        if not isinstance(person, Person):
            return []
        return [each.school for each in schools.places_of(person, day=clock.today())]


def _refusal(request: HttpRequest, reason: str | Promise, *, status: int = 403) -> HttpResponse:
    return render(request, "signing_in/refused.html", {"reason": reason}, status=status)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step: its secrets are hidden in the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet. Kijk nog eens in je app."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return gettext("Mijn passkey")

    def encrypt(self, text: str) -> str:
        return hiding.hide(text)

    def decrypt(self, encrypted_text: str) -> str:
        return hiding.show(encrypted_text)

    def _get_site_name(self) -> str:
        return "Partituur"

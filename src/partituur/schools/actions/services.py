"""Setting through which services a school signs in (aanmelddiensten): asked, then confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from partituur.accounts.saml.provider import settings_from
from partituur.kernel import hiding
from partituur.kernel.errors import Refusal
from partituur.schools import rules
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import Membership, SignInService

ENTRA = "https://login.microsoftonline.com/{tenant}/v2.0"
GOOGLE = "https://accounts.google.com"


@dataclass(frozen=True, slots=True)
class Setup:
    """What is filled in for a service."""

    kind: str
    name: str
    address: str = ""  # the tenant for Microsoft, the issuer for others, nothing for Google
    client: str = ""
    secret: str = ""
    metadata: str = ""
    checks_brin: bool = False
    has_second_step: bool = False


@transaction.atomic
def ask(*, setup: Setup, by: Membership, at: datetime) -> SignInService:
    """Write down a service; it opens nothing until somebody else confirms it.

    :raises Refusal: see rules.why_not_manage; or something is missing or cannot be
    """
    allow(by, by.school)
    hold(by.school)
    kind = SignInService.Kind(setup.kind)
    name = words(setup.name, most=40, missing=_("Vul een naam in voor op de knop."))
    service = SignInService(
        school=by.school, kind=kind, name=name, asked_by=by, asked_at=at,
        checks_brin=setup.checks_brin, has_second_step=setup.has_second_step,
    )  # fmt: skip
    if setup.checks_brin and not by.school.brin:
        raise Refusal(_("Vul eerst het BRIN van de school in, bij de gegevens van de school."))
    if kind == SignInService.Kind.SAML:
        service.metadata = _metadata(setup.metadata)
    else:
        service.issuer = _issuer(kind, setup.address)
        service.client = words(
            setup.client, most=200, missing=_("Vul het nummer van de toepassing in (client-id).")
        )
        if not setup.secret.strip():
            raise Refusal(_("Vul het geheim in (client secret)."))
        service.secret = hiding.hide(setup.secret.strip())
    service.save(force_insert=True)
    note(by.school, "service.asked", by=by, at=at, facts={"service": service.key, "kind": kind})
    return service


@transaction.atomic
def confirm(*, service: SignInService, by: Membership, at: datetime) -> None:
    """Let a service open the school, by another than who asked for it.

    :raises Refusal: see rules.why_not_confirm_service
    """
    hold(service.school)
    if reason := rules.why_not_confirm_service(by, service):
        raise Refusal(reason)
    if SignInService.objects.filter(pk=service.pk, confirmed_at__isnull=True).update(
        confirmed_at=at
    ):
        note(service.school, "service.confirmed", by=by, at=at, facts={"service": service.key})


@transaction.atomic
def remove(*, service: SignInService, by: Membership, at: datetime) -> None:
    """Take a service away: nobody signs in through it from now on. One is enough for that.

    :raises Refusal: see rules.why_not_manage
    """
    allow(by, service.school)
    hold(service.school)
    if SignInService.objects.filter(pk=service.pk).delete()[0]:
        note(service.school, "service.removed", by=by, at=at, facts={"service": service.key})


def _issuer(kind: SignInService.Kind, typed: str) -> str:
    """The address of a service, to which this machine will speak.

    :raises Refusal: it is not a public https address
    """
    if kind == SignInService.Kind.GOOGLE:
        return GOOGLE
    tidy = typed.strip().rstrip("/")
    if kind == SignInService.Kind.ENTRA and tidy and "/" not in tidy:
        return ENTRA.format(tenant=tidy)
    try:
        host = urlsplit(tidy).hostname or ""
    except ValueError:
        host = ""
    # A name with a dot, and no number: a service of the outside world, not a machine next to ours.
    is_outside = "." in host and not host.replace(".", "").isdigit() and ":" not in host
    if not (tidy.startswith("https://") and is_outside) and settings.IS_PRODUCTION:
        raise Refusal(_("Het adres van de dienst begint met https:// en is op internet te vinden."))
    if not host:
        raise Refusal(_("Vul het adres van de dienst in, met https:// ervoor."))
    return tidy


def _metadata(typed: str) -> str:
    """:raises Refusal: it is not the metadata of a service"""
    try:
        settings_from(typed)
    except ValueError:
        raise Refusal(
            _("Dit is geen metadata van een SAML-dienst. Plak het hele XML-bestand dat je kreeg.")
        ) from None
    return typed

"""The sign-in services that count now: of the installation, and of each school."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from allauth.socialaccount.models import SocialApp
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from partituur.accounts.claims import Claims
from partituur.accounts.saml.provider import settings_from
from partituur.kernel import hiding
from partituur.schools.models import School, SignInService


@dataclass(frozen=True)
class Service:
    """A service, wherever it was set. Without ``school`` it opens every school here."""

    key: str
    kind: str
    name: str
    issuer: str = ""
    client: str = ""
    secret: str = ""
    metadata: str = ""
    school: School | None = None
    checks_brin: bool = False
    has_second_step: bool = False

    @property
    def is_saml(self) -> bool:
        return self.kind == SignInService.Kind.SAML

    @cached_property
    def app(self) -> SocialApp:
        """What django-allauth wants to know of it; never saved."""
        if self.is_saml:
            return SocialApp(
                provider="saml", provider_id=self.key, client_id=self.key, name=self.name,
                settings=settings_from(self.metadata),
            )  # fmt: skip
        return SocialApp(
            provider="oidc", provider_id=self.key, client_id=self.client, secret=self.secret,
            name=self.name, settings={"server_url": self.issuer, "oauth_pkce_enabled": True},
        )  # fmt: skip

    def why_not(self, claims: Claims, schools: list[School]) -> str | None:
        """Why somebody whom this service tells of does not come in; ``schools``: for which."""
        entree = self.kind == SignInService.Kind.ENTREE
        if claims.is_pupil or (entree and not claims.is_colleague):
            return _(
                "Partituur is voor collega’s. Met een account van een leerling kun je er niet in."
            )
        if (self.checks_brin or entree) and not any(claims.is_of(each.brin) for each in schools):
            return _(
                "Dit account is van een andere school. Log in met het account van je eigen school."
            )
        if self.school and self.school not in schools:
            return _("Je hebt geen plek in de school waar deze aanmelding van is.")
        return None


def for_everyone() -> list[Service]:
    """The services that the sign-in page offers: of the installation, and of an only school."""
    found = _of_the_installation()
    if School.objects.count() == 1:
        found += [_of(each) for each in _confirmed()]
    return found


def for_school(school: School) -> list[Service]:
    """The services through which somebody can come into this school."""
    return _of_the_installation() + [_of(each) for each in _confirmed().filter(school=school)]


def find(key: str) -> Service | None:
    """The service with this key, when it counts."""
    for service in _of_the_installation():
        if service.key == key:
            return service
    try:
        stored = _confirmed().filter(public_id=key).first()
    except ValidationError:
        return None
    return _of(stored) if stored else None


def _of_the_installation() -> list[Service]:
    return [Service(**each) for each in settings.SIGN_IN_SERVICES]


def _confirmed() -> QuerySet[SignInService]:
    return SignInService.objects.select_related("school").filter(confirmed_at__isnull=False)


def _of(stored: SignInService) -> Service:
    return Service(
        key=stored.key, kind=stored.kind, name=stored.name, issuer=stored.issuer,
        client=stored.client, secret=hiding.show(stored.secret) if stored.secret else "",
        metadata=stored.metadata, school=stored.school, checks_brin=stored.checks_brin,
        has_second_step=stored.has_second_step,
    )  # fmt: skip

"""The provider of django-allauth, stricter: a signed token always, and little is kept.

django-allauth trusts the connection and skips the signature of a token that it fetched itself; we
check it all the same, so that a token endpoint that is tampered with opens nothing.
"""

from __future__ import annotations

from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.http import HttpRequest
from django.urls import reverse

from partituur.accounts.claims import Claims

SIGNATURES = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})
LEEWAY = 30  # seconds that the clock of the service may be off


class Adapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Speaks with the service."""

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """Make a login of the answer.

        :raises OAuth2Error: there is no token, or its signature, issuer, audience or time is wrong,
            or the service tells of somebody else than its token
        """
        proven = self._proven(app, kwargs["response"].get("id_token"))
        told = (
            self._fetch_user_info(token.token) if "userinfo_endpoint" in self.openid_config else {}
        )
        if told and told.get("sub") != proven["sub"]:
            raise OAuth2Error("userinfo is about somebody else than the token")
        return self.get_provider().sociallogin_from_response(request, told | proven)

    def _proven(self, app: SocialApp, credential: object) -> dict[str, Any]:
        if not isinstance(credential, str):
            raise OAuth2Error("no id_token")
        try:
            header = jwt.get_unverified_header(credential)
            if header.get("alg") not in SIGNATURES:
                raise OAuth2Error("the id_token is not signed as it should be")
            proven: dict[str, Any] = jwt.decode(
                credential,
                key=self._key(header.get("kid")),
                algorithms=[header["alg"]],
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                options={"require": ["iss", "aud", "exp", "sub"]},
                leeway=LEEWAY,
            )
        except (jwt.PyJWTError, TypeError, ValueError) as wrong:
            raise OAuth2Error("the id_token cannot be trusted") from wrong
        return proven

    def _key(self, named: str | None) -> jwt.PyJWK:
        """The key of the service that a token names; without a name, its only one."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = [
            each
            for each in jwt.PyJWKSet.from_dict(answer.json()).keys
            if each.public_key_use in (None, "sig") and named in (None, each.key_id)
        ]
        if len(keys) != 1:
            raise OAuth2Error("the service has no such key")
        return keys[0]

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Where the service sends somebody back to."""
        return str(build_absolute_uri(request, reverse("oidc-back", args=[self.provider_id])))


class Provider(OpenIDConnectProvider):  # type: ignore[misc]
    """An OpenID Connect service (aanmelddienst)."""

    id = "oidc"
    oauth2_adapter_class = Adapter
    pkce_enabled_default = True

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return Claims.of(data).to_data()

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}  # names and addresses come from the school, never from here

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []

    def get_callback_url(self) -> str:
        return reverse("oidc-back", args=[self.app.provider_id])


provider_classes = [Provider]

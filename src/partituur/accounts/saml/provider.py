"""The provider of django-allauth, and how a service's own description becomes its settings."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.providers.saml.provider import SAMLProvider
from lxml import etree
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser

from partituur.accounts.claims import Claims

UID_NAMES = [
    "urn:oasis:names:tc:SAML:attribute:subject-id",
    "urn:mace:dir:attribute-def:uid",
    "urn:oid:0.9.2342.19200300.100.1.1",
    "uid",
]


class Provider(SAMLProvider):  # type: ignore[misc]
    """A SAML service (aanmelddienst)."""

    id = "saml"

    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        return Claims.of(data.get_attributes()).to_data()

    def extract_common_fields(self, data: Any) -> dict[str, Any]:
        return {}  # names and addresses come from the school, never from here

    def extract_email_addresses(self, data: Any) -> list[Any]:
        return []


def settings_from(metadata: str) -> dict[str, Any]:
    """The settings for django-allauth from the metadata of a service, as XML.

    :raises ValueError: it is no metadata, or it lacks an address to sign in or a certificate
    """
    try:
        if "<!DOCTYPE" in metadata:
            raise ValueError("metadata has no document type")
        found = OneLogin_Saml2_IdPMetadataParser.parse(metadata).get("idp", {})
    except etree.XMLSyntaxError as wrong:
        raise ValueError("this is no XML") from wrong
    certificate = found.get("x509cert") or next(
        iter(found.get("x509certMulti", {}).get("signing", [])), ""
    )
    address = found.get("singleSignOnService", {}).get("url")
    if not (certificate and address and found.get("entityId")):
        raise ValueError("this metadata has no address to sign in, or no certificate")
    return {
        "idp": {"entity_id": found["entityId"], "sso_url": address, "x509cert": certificate},
        "attribute_mapping": {"uid": UID_NAMES},
        "advanced": {
            "strict": True,
            "want_assertion_signed": True,
            "reject_deprecated_algorithm": True,
            "reject_idp_initiated_sso": True,
        },
    }


provider_classes = [Provider]

"""A running SAML 2.0 service: pysaml2's identity provider behind a page of its own.

pysaml2 signs with a program of the system; here it signs with the same library through its wheel,
so that no machine has to have that program. Everything else is pysaml2's own.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from saml2 import BINDING_HTTP_REDIRECT
from saml2.authn_context import PASSWORD
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor
from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_PERSISTENT
from saml2.server import Server
from saml2.sigver import CryptoBackend
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256
from tests.web.signing_in.conftest import listening

Identity = dict[str, list[str]]


class Signer(CryptoBackend):  # type: ignore[misc]
    """Signs a statement with python-xmlsec."""

    version = "1.3"

    def sign_statement(self, statement: Any, node_name: str, key_file: str, node_id: str) -> str:
        text = statement if isinstance(statement, str | bytes) else str(statement)
        root: Any = etree.fromstring(text if isinstance(text, bytes) else text.encode())
        xmlsec.tree.add_ids(root, ["ID"])
        [node] = root.xpath(f"//*[@ID='{node_id}']")
        found = node.find("{http://www.w3.org/2000/09/xmldsig#}Signature")
        context = xmlsec.SignatureContext()
        context.key = xmlsec.Key.from_file(key_file, xmlsec.constants.KeyDataFormatPem)
        context.sign(found)
        return str(etree.tostring(root, encoding="unicode"))


def make_key(folder: Path, name: str) -> tuple[str, str]:
    """A key and a certificate of its own making; their files."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30)).sign(key, hashes.SHA256())
    )  # fmt: skip
    key_file, certificate_file = folder / f"{name}.key", folder / f"{name}.crt"
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return str(key_file), str(certificate_file)


class Service:
    """The service. Who comes to its page is ``uid``, with the attributes in ``identity``."""

    def __init__(self, folder: Path, address: str, *, uid: str = "noor@school") -> None:
        self.folder, self.address = folder, address
        self.identity: Identity = {"uid": [uid]}
        self.lifetime = {"minutes": 15}
        self.sign = True
        self.algorithms = (SIG_RSA_SHA256, DIGEST_SHA256)
        self.key_file, self.certificate_file = make_key(folder, "service")
        self.server: Server | None = None

    def know(self, our_metadata: str) -> None:
        """Be told who we are, as an administrator would: our metadata."""
        (self.folder / "us.xml").write_text(our_metadata)
        self.server = Server(config=self._config(with_us=True))
        self.server.sec.crypto = Signer()

    def metadata(self) -> str:
        """What the service says of itself."""
        return str(entity_descriptor(self._config(with_us=False)))

    def _config(self, *, with_us: bool) -> IdPConfig:
        made = {
            "entityid": f"{self.address}/metadata",
            "crypto_backend": "XMLSecurity",
            "key_file": self.key_file,
            "cert_file": self.certificate_file,
            "service": {
                "idp": {
                    "endpoints": {
                        "single_sign_on_service": [(f"{self.address}/sso", BINDING_HTTP_REDIRECT)]
                    },
                    "policy": {
                        "default": {
                            "lifetime": self.lifetime,
                            "attribute_restrictions": None,
                            "name_form": NAME_FORMAT_URI,
                        }
                    },
                    "name_id_format": [NAMEID_FORMAT_PERSISTENT],
                }
            },
        }
        if with_us:
            made["metadata"] = {"local": [str(self.folder / "us.xml")]}
        return IdPConfig().load(made)

    def answer(self, request: str, *, in_response_to: str | None = None) -> str:
        """The signed answer to a question of ours, as it is posted back."""
        assert self.server is not None
        asked = self.server.parse_authn_request(request, BINDING_HTTP_REDIRECT)
        to = self.server.response_args(asked.message)
        if in_response_to is not None:
            to["in_response_to"] = in_response_to
        made = self.server.create_authn_response(
            identity=self.identity, userid=self.identity["uid"][0], sign_assertion=self.sign,
            sign_response=False, sign_alg=self.algorithms[0], digest_alg=self.algorithms[1],
            authn={"class_ref": PASSWORD, "authn_auth": self.address}, **to,
        )  # fmt: skip
        return base64.b64encode(str(made).encode()).decode()

    def __call__(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        """The page where somebody signs in: it answers with a form to post to us."""
        asked = parse_qs(environ["QUERY_STRING"])
        answer = self.answer(asked["SAMLRequest"][0])
        state = asked.get("RelayState", [""])[0]
        page = f'<form><input name="SAMLResponse" value="{answer}"><i>{state}</i></form>'.encode()
        start("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(page)))])
        return [page]


@contextmanager
def running(folder: Path, **given: Any) -> Iterator[Service]:
    """The service on a port of this machine."""
    made: list[Service] = []

    def app(environ: Any, start: Any) -> list[bytes]:
        return made[0](environ, start)

    with listening(app) as address:
        made.append(Service(folder, address, **given))
        yield made[0]


def question_in(url: str) -> str:
    """The XML of the question that goes along in an address."""
    packed = base64.b64decode(parse_qs(url.partition("?")[2])["SAMLRequest"][0])
    return zlib.decompress(packed, -15).decode()

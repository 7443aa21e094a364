"""Signing in through a running SAML service (pysaml2); forged, expired and replayed are refused."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from lxml import etree
from saml2.xmldsig import DIGEST_SHA1, SIG_RSA_SHA1
from tests.web.signing_in import saml_service
from tests.web.signing_in.saml_service import Service

from partituur.accounts.models import Person
from partituur.accounts.saml.provider import settings_from
from partituur.schools.actions import inviting
from partituur.schools.models import Membership

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BRIN = "urn:mace:dir:attribute-def:nlEduPersonHomeOrganizationId"
AFFILIATION = "urn:mace:dir:attribute-def:eduPersonAffiliation"
ASSERTION = "{urn:oasis:names:tc:SAML:2.0:assertion}"
HOST = "plan.school.test"


def new_client() -> Client:
    return Client(SERVER_NAME=HOST, HTTP_HOST=HOST)


@pytest.fixture
def service(tmp_path: Path, settings: Any, db: None) -> Iterator[Service]:
    """The service, known to us and knowing us."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, HOST]
    with saml_service.running(tmp_path) as made:
        settings.SIGN_IN_SERVICES = [
            {"key": "saml", "kind": "saml", "name": "Bestuur", "metadata": made.metadata()}
        ]
        made.know(new_client().get("/inloggen/saml/saml/metadata/").content.decode())
        yield made


@pytest.fixture
def tied(teacher: Membership) -> Membership:
    """A teacher whose account is tied to "noor@school" at the service."""
    SocialAccount.objects.create(user=teacher.person, provider="saml", uid="noor@school")
    return teacher


def asked(client: Client, path: str = "/inloggen/met/saml/") -> str:
    page = client.post(path)
    assert page.status_code == 200, page.content.decode()
    return str(page.context["url"])


def answered(url: str) -> str:
    """Go to the service; the answer that its page posts back."""
    page = requests.get(url, timeout=20).text
    found = re.search(r'name="SAMLResponse" value="([^"]+)"', page)
    assert found, page
    return found[1]


def give(client: Client, answer: str) -> Any:
    """Post an answer to us, and follow once, as a browser does."""
    posted = client.post("/inloggen/saml/saml/terug/", {"SAMLResponse": answer, "RelayState": ""})
    assert posted.status_code == 302
    return client.get(posted["Location"])


def sign_in(client: Client, path: str = "/inloggen/met/saml/") -> Any:
    return give(client, answered(asked(client, path)))


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def changed(answer: str, change: Any) -> str:
    """An answer of the service with something else in it."""
    tree = etree.fromstring(base64.b64decode(answer))
    change(tree)
    return base64.b64encode(etree.tostring(tree)).decode()


def test_an_invitation_ties_the_account_once_and_from_then_on_its_subject_opens_it(
    service: Service, school: Any, coordinator: Membership, moment: Any
) -> None:
    member = Membership.objects.create(
        school=school, name="Noor Visser", email="noor@voorbeeld.test", is_teacher=True
    )
    token = inviting.invite(member=member, by=coordinator, at=moment)
    service.identity["urn:oid:0.9.2342.19200300.100.1.3"] = ["heel.anders@elders.test"]

    answer = sign_in(new_client(), f"/uitnodiging/{token}/met/saml/")

    member.refresh_from_db()
    assert answer["Location"] == "/school/de-notenbalk/plan/mijn-deel/"
    assert member.person is not None
    assert member.person.email == "noor@voorbeeld.test"
    other = new_client()
    sign_in(other)
    assert is_in(other)
    assert SocialAccount.objects.get().uid == "noor@school"


def test_an_address_equal_to_a_members_opens_nothing(service: Service, teacher: Membership) -> None:
    service.identity["urn:oid:0.9.2342.19200300.100.1.3"] = [teacher.email]
    client = new_client()
    assert sign_in(client).status_code == 403
    assert not is_in(client)
    assert Person.objects.count() == 1


def test_control_an_answer_as_it_came_opens_the_account(service: Service, tied: Membership) -> None:
    client = new_client()
    answer = answered(asked(client))
    give(client, changed(answer, lambda tree: None))
    assert is_in(client)


def _another_subject(tree: Any) -> None:
    for value in tree.iter(f"{ASSERTION}AttributeValue"):
        value.text = "leider@school"


def _without_signature(tree: Any) -> None:
    for signature in list(tree.iter("{http://www.w3.org/2000/09/xmldsig#}Signature")):
        signature.getparent().remove(signature)


def _wrapped(tree: Any) -> None:
    """The signed assertion stays, hidden; one of the forger's own stands where ours is read."""
    from copy import deepcopy

    signed = tree.find(f"{ASSERTION}Assertion")
    forged = deepcopy(signed)
    _without_signature(forged)
    forged.set("ID", "forged")
    for value in forged.iter(f"{ASSERTION}AttributeValue"):
        value.text = "leider@school"
    tree.insert(list(tree).index(signed), forged)


@pytest.mark.parametrize("change", [_another_subject, _without_signature, _wrapped])
def test_a_forged_answer_is_refused(
    service: Service, tied: Membership, leader: Membership, change: Any
) -> None:
    SocialAccount.objects.create(user=leader.person, provider="saml", uid="leider@school")
    client = new_client()
    answer = answered(asked(client))

    assert give(client, changed(answer, change)).status_code == 401
    assert not is_in(client)


def test_control_without_the_signature_a_forged_answer_comes_in(
    service: Service, tied: Membership, leader: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    SocialAccount.objects.create(user=leader.person, provider="saml", uid="leider@school")
    monkeypatch.setattr(
        "onelogin.saml2.response.OneLogin_Saml2_Utils.validate_sign", lambda *_a, **_k: True
    )
    client = new_client()
    give(client, changed(answered(asked(client)), _another_subject))
    assert client.get("/account/").context["user"] == leader.person


def test_an_answer_with_the_key_of_another_is_refused(
    service: Service, tied: Membership, tmp_path: Path
) -> None:
    client = new_client()
    url = asked(client)
    other = tmp_path / "other"
    other.mkdir()
    service.key_file, _unused = saml_service.make_key(other, "forger")
    service.know((tmp_path / "us.xml").read_text())
    assert give(client, answered(url)).status_code == 401
    assert not is_in(client)


def test_an_answer_signed_in_a_way_that_can_be_forged_is_refused(
    service: Service, tied: Membership
) -> None:
    service.algorithms = (SIG_RSA_SHA1, DIGEST_SHA1)
    client = new_client()
    assert sign_in(client).status_code == 401
    assert not is_in(client)


def test_an_expired_answer_is_refused(service: Service, tied: Membership, tmp_path: Path) -> None:
    service.lifetime = {"minutes": -20}
    service.know((tmp_path / "us.xml").read_text())
    client = new_client()
    assert sign_in(client).status_code == 401
    assert not is_in(client)


def test_an_answer_is_read_once(service: Service, tied: Membership) -> None:
    client = new_client()
    answer = answered(asked(client))
    give(client, answer)
    assert is_in(client)
    client.post("/uitloggen/")

    assert give(client, answer).status_code in (401, 403)
    assert not is_in(client)


def test_an_answer_is_of_no_use_in_another_browser(service: Service, tied: Membership) -> None:
    mine, other = new_client(), new_client()
    answer = answered(asked(mine))
    assert give(other, answer).status_code in (401, 403)
    assert not is_in(other)


def test_an_answer_that_nobody_asked_for_is_refused(service: Service, tied: Membership) -> None:
    client = new_client()

    def unasked(tree: Any) -> None:
        del tree.attrib["InResponseTo"]

    assert give(client, changed(answered(asked(client)), unasked)).status_code == 401
    assert not is_in(client)


def test_nonsense_is_refused_with_a_sentence(service: Service, db: None) -> None:
    for nonsense in ("x", "", base64.b64encode(b"<a/>").decode(), "%%%"):
        assert give(new_client(), nonsense).status_code == 401


@pytest.mark.parametrize(
    ("attributes", "status"),
    [
        ({BRIN: ["12AB"], AFFILIATION: ["employee"]}, 302),
        ({BRIN: ["99ZZ"], AFFILIATION: ["employee"]}, 403),
        ({BRIN: ["12AB"], AFFILIATION: ["student"]}, 403),
    ],
)
def test_the_brin_has_to_be_right_and_a_pupil_is_refused(
    service: Service, tied: Membership, settings: Any, attributes: Any, status: int
) -> None:
    settings.SIGN_IN_SERVICES = [settings.SIGN_IN_SERVICES[0] | {"checks_brin": True}]
    service.identity |= attributes
    client = new_client()
    assert sign_in(client).status_code == status
    assert is_in(client) is (status == 302)


def test_metadata_that_is_none_is_refused() -> None:
    for nonsense in ("", "geen xml", "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'):
        with pytest.raises(ValueError, match=r"metadata|XML"):
            settings_from(nonsense)

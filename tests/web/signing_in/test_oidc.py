"""Signing in through a running OpenID Connect service (oidc-provider-mock, built on Authlib).

It runs on a port of this machine and knows nothing of us; the only thing of ours in it is who its
users are. To forge, something stands between it and us that changes its answers on the way.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import oidc_provider_mock
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from tests.web.signing_in.conftest import Browser, listening

from partituur.accounts.models import Person
from partituur.accounts.oidc.provider import Adapter
from partituur.schools.actions import inviting
from partituur.schools.models import Membership

# The service is built on a version of Authlib that it has to leave some day; that is not ours.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

EMPLOYEE = {"eduPersonAffiliation": "employee", "nlEduPersonHomeOrganizationId": "12AB"}
Change = Callable[[dict[str, Any]], dict[str, Any]]
Offered = Callable[..., None]


@contextmanager
def provider(
    *, expired: bool = False, change: Change | None = None, **claims: Any
) -> Iterator[str]:
    """The service, with one user "noor"; ``change`` gets the token endpoint's answers to spoil."""
    app = oidc_provider_mock.app(
        user_claims=[oidc_provider_mock.User(sub="noor", claims=claims)],
        access_token_max_age=timedelta(seconds=-120 if expired else 300),
    )

    def spoiled(environ: Any, start: Any) -> Any:
        if change is None or not environ["PATH_INFO"].endswith("/token"):
            return app(environ, start)
        said: list[Any] = []
        body = b"".join(app(environ, lambda *args: said.extend(args[:2])))
        body = json.dumps(change(json.loads(body))).encode()
        headers = [each for each in said[1] if each[0].lower() != "content-length"]
        start(said[0], [*headers, ("Content-Length", str(len(body)))])
        return [body]

    with listening(spoiled) as address:
        yield address


def to_the_service(client: Client, path: str) -> str:
    """Press the button; the address of the service's own page."""
    page = client.post(path)
    assert page.status_code == 200, page.content.decode()
    return str(page.context["url"])


def at_the_service(address: str, *, sub: str = "noor") -> str:
    """Sign in there; where it sends the browser back to, as a path of ours."""
    answer = requests.post(address, data={"sub": sub}, allow_redirects=False, timeout=20)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def sign_in(client: Client, path: str = "/inloggen/met/oidc/") -> Any:
    return client.get(at_the_service(to_the_service(client, path)))


@pytest.fixture
def tied(teacher: Membership) -> Membership:
    """A teacher whose account is tied to "noor" at the service."""
    SocialAccount.objects.create(user=teacher.person, provider="oidc", uid="noor")
    return teacher


@pytest.fixture
def invited(school: Any, coordinator: Membership, moment: Any) -> tuple[Membership, str]:
    member = Membership.objects.create(
        school=school, name="Noor Visser", email="noor@voorbeeld.test", is_teacher=True
    )
    return member, inviting.invite(member=member, by=coordinator, at=moment)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_an_invitation_ties_the_account_once_and_from_then_on_its_subject_opens_it(
    invited: tuple[Membership, str], browser: Browser, offered: Offered
) -> None:
    member, token = invited
    with provider(email="heel.anders@elders.test") as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        first = sign_in(browser.client, f"/uitnodiging/{token}/met/oidc/")
        member.refresh_from_db()
        assert first["Location"] == "/school/de-notenbalk/plan/mijn-deel/"
        assert member.person is not None
        assert member.person.email == "noor@voorbeeld.test"

        other = Client()
        sign_in(other)

    assert is_in(other)
    tie = SocialAccount.objects.get()
    assert (tie.user, tie.provider, tie.uid) == (member.person, "oidc", "noor")
    assert tie.extra_data == {"brin": [], "affiliation": []}


@pytest.mark.parametrize("verified", [True, False])
def test_an_address_equal_to_a_members_opens_nothing(
    teacher: Membership, browser: Browser, offered: Offered, verified: bool
) -> None:
    with provider(email=teacher.email, email_verified=verified) as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        answer = sign_in(browser.client)
    assert answer.status_code == 403
    assert not browser.is_in
    assert SocialAccount.objects.count() == 0


def test_an_invitation_does_not_open_an_account_that_was_there_already(
    invited: tuple[Membership, str], browser: Browser, offered: Offered
) -> None:
    member, token = invited
    Person.objects.create_user(member.email, name="Noor")
    with provider() as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        answer = sign_in(browser.client, f"/uitnodiging/{token}/met/oidc/")
    assert answer.status_code == 403
    assert "Log in met een code" in answer.content.decode()
    assert not browser.is_in


# --- refused ----------------------------------------------------------------------------------


def refused(browser: Browser, offered: Offered, **made: Any) -> bool:
    """Whether somebody who would come in does not, now that the answer is spoiled."""
    with provider(**made) as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        answer = sign_in(browser.client)
    return answer.status_code == 401 and not browser.is_in


def test_control_without_spoiling_it_comes_in(
    tied: Membership, browser: Browser, offered: Offered
) -> None:
    assert not refused(browser, offered, change=lambda answer: answer)
    assert browser.is_in


def _signed_by_another(answer: dict[str, Any]) -> dict[str, Any]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    claims = jwt.decode(answer["id_token"], options={"verify_signature": False})
    return answer | {"id_token": jwt.encode(claims, key, "RS256")}


def _unsigned(answer: dict[str, Any]) -> dict[str, Any]:
    claims = jwt.decode(answer["id_token"], options={"verify_signature": False})
    return answer | {"id_token": jwt.encode(claims, "", "none")}


def _signed_with_a_word(answer: dict[str, Any]) -> dict[str, Any]:
    claims = jwt.decode(answer["id_token"], options={"verify_signature": False})
    return answer | {"id_token": jwt.encode(claims, "x" * 32, "HS256")}


def _changed_inside(answer: dict[str, Any]) -> dict[str, Any]:
    header, body, signature = answer["id_token"].split(".")
    changed = body[:-3] + ("A" if body[-3] != "A" else "B") + body[-2:]
    return answer | {"id_token": f"{header}.{changed}.{signature}"}


def _without_token(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in answer.items() if name != "id_token"}


@pytest.mark.parametrize(
    "change", [_signed_by_another, _unsigned, _signed_with_a_word, _changed_inside, _without_token]
)
def test_a_forged_answer_is_refused(
    tied: Membership, browser: Browser, offered: Offered, change: Change
) -> None:
    assert refused(browser, offered, change=change)


def test_control_without_our_check_a_forged_answer_comes_in(
    tied: Membership, browser: Browser, offered: Offered, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trusting(_self: Adapter, _app: Any, credential: str) -> dict[str, Any]:
        return dict(jwt.decode(credential, options={"verify_signature": False}))

    monkeypatch.setattr(Adapter, "_proven", trusting)
    assert not refused(browser, offered, change=_signed_by_another)
    assert browser.is_in


def test_an_expired_answer_is_refused(tied: Membership, browser: Browser, offered: Offered) -> None:
    assert refused(browser, offered, expired=True)


def test_an_answer_for_another_application_is_refused(
    tied: Membership, browser: Browser, offered: Offered, settings: Any
) -> None:
    with provider() as address:
        service = {"key": "oidc", "kind": "oidc", "name": "S", "issuer": address, "secret": "x"}
        offered(client="partituur", **service)
        there = to_the_service(browser.client, "/inloggen/met/oidc/")
        back = at_the_service(there.replace("client_id=partituur", "client_id=another"))
        answer = browser.client.get(back)
    assert answer.status_code == 401
    assert not browser.is_in


def test_an_answer_is_read_once(tied: Membership, browser: Browser, offered: Offered) -> None:
    with provider() as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        back = at_the_service(to_the_service(browser.client, "/inloggen/met/oidc/"))
        browser.client.get(back)
        assert browser.is_in
        browser.client.post("/uitloggen/")
        assert browser.client.get(back).status_code == 401
        assert Client().get(back).status_code == 401
    assert not browser.is_in


def test_an_answer_that_nobody_asked_for_is_refused(
    tied: Membership, browser: Browser, offered: Offered
) -> None:
    with provider() as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        back = at_the_service(to_the_service(browser.client, "/inloggen/met/oidc/"))
        state = parse_qs(urlsplit(back).query)["state"][0]
        assert browser.client.get(back.replace(state, "x" * 16)).status_code == 401
    assert not browser.is_in


def test_a_service_that_does_not_answer_is_a_sentence(
    tied: Membership, browser: Browser, offered: Offered
) -> None:
    offered(
        key="oidc", kind="oidc", name="School", issuer="http://127.0.0.1:9", client="p", secret="x"
    )
    answer = browser.client.post("/inloggen/met/oidc/")
    assert answer.status_code == 502
    assert "niet te bereiken" in answer.content.decode()


# --- who it tells of --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        (EMPLOYEE, 302),
        (EMPLOYEE | {"nlEduPersonHomeOrganizationId": "12AB03"}, 302),
        (EMPLOYEE | {"eduPersonAffiliation": "student"}, 403),
        (EMPLOYEE | {"eduPersonAffiliation": ["employee", "student"]}, 403),
        (EMPLOYEE | {"nlEduPersonHomeOrganizationId": "99ZZ"}, 403),
        ({}, 403),
    ],
)
def test_entree_lets_colleagues_of_the_own_school_in_and_no_pupils(
    tied: Membership, browser: Browser, offered: Offered, claims: dict[str, Any], status: int
) -> None:
    SocialAccount.objects.update(provider="entree")
    with provider(**claims) as address:
        offered(key="entree", kind="entree", name="Entree", issuer=address, client="p", secret="x")
        answer = sign_in(browser.client, "/inloggen/met/entree/")
    assert answer.status_code == status
    assert browser.is_in is (status == 302)


def test_a_pupil_is_refused_by_every_service(
    tied: Membership, browser: Browser, offered: Offered
) -> None:
    with provider(eduPersonAffiliation="student") as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        assert sign_in(browser.client).status_code == 403


def test_a_service_with_a_second_step_of_its_own_is_enough_for_who_manages(
    coordinator: Membership, browser: Browser, offered: Offered, settings: Any
) -> None:
    settings.SECOND_STEP_FOR_MANAGERS = True
    SocialAccount.objects.create(user=coordinator.person, provider="oidc", uid="noor")
    made = {"key": "oidc", "kind": "oidc", "name": "School", "client": "p", "secret": "x"}
    with provider() as address:
        offered(issuer=address, **made)
        sign_in(browser.client)
        assert browser.client.get("/school/de-notenbalk/mensen/")["Location"] == "/account/"
        settings.SIGN_IN_SERVICES = [made | {"issuer": address, "has_second_step": True}]
        again = Client()
        sign_in(again)
        assert again.get("/school/de-notenbalk/mensen/").status_code == 200


def test_tying_a_service_is_for_who_just_signed_in(
    teacher: Membership, browser: Browser, offered: Offered
) -> None:
    client = browser.client
    assert teacher.person
    client.force_login(teacher.person)
    with provider() as address:
        offered(
            key="oidc", kind="oidc", name="School", issuer=address, client="partituur", secret="x"
        )
        assert client.post("/account/koppelen/oidc/")["Location"].startswith("/nog-eens/")
        session = client.session
        session["account_authentication_methods"] = [{"method": "code", "at": time.time()}]
        session["account_authentication_methods_user"] = str(teacher.person.pk)
        session.save()
        assert sign_in(client, "/account/koppelen/oidc/")["Location"] == "/account/"
    assert SocialAccount.objects.get().user == teacher.person
    client.post(f"/account/losmaken/{SocialAccount.objects.get().pk}/")
    assert SocialAccount.objects.count() == 0

"""Services to sign in through: set by one, confirmed by another, and theirs alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from partituur.schools.models import Membership, SignInService
from partituur.web.signing_in import services

ClientOf = Callable[[Membership], Client]
SERVICES = "/school/de-notenbalk/inloggen/"
ENTRA = {
    "kind": "entra", "name": "Microsoft", "address": "0f0e-tenant", "client": "c-1",
    "secret": "heel geheim",
}  # fmt: skip


@pytest.fixture
def asked(client_of: ClientOf, coordinator: Membership) -> SignInService:
    assert client_of(coordinator).post(SERVICES, ENTRA).status_code == 302
    return SignInService.objects.get()


def test_a_service_counts_once_another_confirmed_it(
    asked: SignInService, client_of: ClientOf, coordinator: Membership, leader: Membership
) -> None:
    confirm = f"{SERVICES}{asked.public_id}/goed/"
    client_of(coordinator).post(confirm)
    assert services.find(asked.key) is None

    client_of(leader).post(confirm)

    found = services.find(asked.key)
    assert found is not None
    assert found.issuer == "https://login.microsoftonline.com/0f0e-tenant/v2.0"
    assert found.secret == "heel geheim"
    assert "Inloggen met Microsoft" in Client().get("/inloggen/").content.decode()


def test_its_secret_is_read_by_nobody(
    asked: SignInService, client_of: ClientOf, leader: Membership
) -> None:
    assert "geheim" not in asked.secret
    assert "heel geheim" not in client_of(leader).get(SERVICES).content.decode()


def test_one_is_enough_to_take_it_away(
    asked: SignInService, client_of: ClientOf, leader: Membership
) -> None:
    client_of(leader).post(f"{SERVICES}{asked.public_id}/goed/")
    client_of(leader).post(f"{SERVICES}{asked.public_id}/weg/")
    assert services.find(asked.key) is None


def test_a_teacher_and_another_school_set_nothing(
    asked: SignInService, client_of: ClientOf, teacher: Membership, stranger: Membership
) -> None:
    assert client_of(teacher).post(SERVICES, ENTRA).status_code == 403
    assert client_of(stranger).post(SERVICES, ENTRA).status_code == 404
    there = f"/school/de-fermate/inloggen/{asked.public_id}/goed/"
    assert client_of(stranger).post(there).status_code == 404
    assert services.find(asked.key) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": ""}, "Kies wat voor dienst"),
        ({"name": ""}, "naam in voor op de knop"),
        ({"client": ""}, "client-id"),
        ({"secret": ""}, "client secret"),
        ({"kind": "saml", "metadata": "geen xml"}, "geen metadata"),
        ({"kind": "oidc", "address": ""}, "adres van de dienst"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    client_of: ClientOf, coordinator: Membership, given: dict[str, str], said: str
) -> None:
    answer = client_of(coordinator).post(SERVICES, ENTRA | given)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert SignInService.objects.count() == 0


@pytest.mark.parametrize(
    "address",
    ["http://idp.school.nl", "https://localhost", "https://127.0.0.1", "https://[::1]/", "ftp://x.nl",
     "https://169.254.169.254/latest", "https://binnen"],
)  # fmt: skip
def test_the_machine_speaks_to_no_address_inside(
    client_of: ClientOf, coordinator: Membership, settings: Any, address: str
) -> None:
    settings.IS_PRODUCTION = True
    given = ENTRA | {"kind": "oidc", "address": address}
    assert client_of(coordinator).post(SERVICES, given).status_code == 422


def test_what_a_school_set_opens_that_school_only(
    asked: SignInService, client_of: ClientOf, leader: Membership, teacher: Membership,
    stranger: Membership,
) -> None:  # fmt: skip
    from partituur.web.request import THROUGH_SCHOOL

    Membership.objects.create(
        school=stranger.school, person=teacher.person, name="J.", is_teacher=True
    )
    client = client_of(teacher)
    assert client.get("/school/de-fermate/mensen/").status_code == 200
    session = client.session
    session[THROUGH_SCHOOL] = asked.school_id
    session.save()
    assert client.get("/school/de-fermate/mensen/").status_code == 404
    assert client.get("/school/de-notenbalk/mensen/").status_code == 200
    assert client.get("/")["Location"].startswith("/school/de-notenbalk/")

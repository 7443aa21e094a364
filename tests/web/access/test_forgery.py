"""Requests that somebody else made up: without a token, or with more in them than the form has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import models
from tests.web.access.house import House, build, undone, writes
from tests.web.access.table import ROUTES, Route
from tests.web.access.test_table import address

from partituur.accounts.models import Person
from partituur.plans.models import Agreement, Goal, Part, PartSubject, Plan, Principle, Text
from partituur.schools.models import Membership, School, SignInService, VisionStatement

POSTS = [route for route in ROUTES if not route.is_get]
# What proves itself without a token: the answer of a service is signed (test_saml.py), and so is
# the link of a mail, which a mail program may press for somebody.
SIGNED_ITSELF = {"saml_acs", "digest-off"}
MORE = {  # what a form never asks, in all the names that a model might listen to
    "id": "1", "pk": "1", "school": "2", "school_id": "2", "public_id": "x", "slug": "anders",
    "is_coordinator": "on", "is_leader": "on", "is_teacher": "on", "role": "coordinator",
    "person": "1", "person_id": "1", "owner": "1", "by": "1", "author": "1", "author_id": "1",
    "state": "adopted", "version": "9", "shared_at": "2026-09-08", "shared": "on",
    "removed_at": "2026-09-08", "is_active": "", "is_staff": "on", "is_superuser": "on",
    "plan": "1", "plan_id": "1", "part_id": "1", "accepted": "on", "created_at": "2020-01-01",
}  # fmt: skip


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


@pytest.mark.parametrize("role", ["named_ib", "subject"])
def test_every_unsafe_route_refuses_a_request_without_a_token(house: House, role: str) -> None:
    client = house.client(role, enforce_csrf_checks=True)
    for route in POSTS:
        if route.name in SIGNED_ITSELF:
            continue
        with undone(), writes() as written:
            answer = client.post(address(house, route, "own"), route.data(house, "own"))
        assert (route.name, answer.status_code, written) == (route.name, 403, [])


GUARDED: tuple[tuple[type[models.Model], list[str]], ...] = (
    (School, ["slug"]),
    (Person, ["email", "is_active", "password"]),
    (Membership, ["school_id", "person_id", "is_coordinator", "is_leader", "is_teacher"]),
    (Plan, ["school_id", "year_id", "state", "version", "created_at"]),
    (Part, ["school_id", "plan_id", "shared_at", "removed_at", "partner_id"]),
    (PartSubject, ["part_id", "member_id"]),
    (Principle, ["school_id", "plan_id", "removed_at"]),
    (Goal, ["school_id", "part_id", "removed_at"]),
    (Text, ["school_id", "goal_id", "principle_id", "key"]),
    (VisionStatement, ["school_id"]),
    (SignInService, ["school_id", "asked_by_id", "confirmed_at"]),
    (Agreement, ["part_id", "member_id", "digest", "withdrawn_at"]),
)


def guarded(known: dict[str, set[int | None]]) -> list[list[Any]]:
    """What no form may decide: whose, of which school, in which state, with which rights.

    :param known: the keys of the rows that were there; a key of a new row differs each time
    """
    found = []
    for model, names in GUARDED:
        for row in model._default_manager.order_by("pk").values_list(*names):
            found.append(
                [
                    "new" if name.endswith("_id") and value not in known[name] else value
                    for name, value in zip(names, row, strict=True)
                ]
            )
    return found


def keys_now() -> dict[str, set[int | None]]:
    """The keys that each foreign key may hold before anything is asked."""
    known: dict[str, set[int | None]] = {}
    for model, names in GUARDED:
        for name in names:
            if name.endswith("_id"):
                target: Any = model._meta.get_field(name.removesuffix("_id")).related_model
                rows = target._default_manager.values_list("pk", flat=True)
                known.setdefault(name, {None}).update(rows)
    return known


def after(house: House, route: Route, role: str, more: dict[str, str]) -> list[list[Any]]:
    """What is guarded, as it is after a request that is then undone."""
    client, known = house.client(role), keys_now()
    with undone():
        client.post(address(house, route, "own"), {**more, **route.data(house, "own")})
        return guarded(known)


@pytest.mark.parametrize("role", ["named_ib", "subject"])
def test_what_a_form_does_not_ask_has_no_effect(house: House, role: str) -> None:
    heard = [
        route.name
        for route in POSTS
        if after(house, route, role, MORE) != after(house, route, role, {})
    ]
    assert heard == []


def test_a_view_that_took_all_it_got_would_be_noticed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from partituur.plans.actions import arranging

    def greedy(*, part: Part, **_given: Any) -> None:
        Part.objects.filter(pk=part.pk).update(shared_at=part.plan.created_at)

    route = next(each for each in POSTS if each.name == "part")
    quiet = after(house, route, "subject", {})
    monkeypatch.setattr(arranging, "describe_part", greedy)
    assert after(house, route, "subject", MORE) != quiet

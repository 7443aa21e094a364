"""Every address × every role × every state of the plan and of a part, against the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from types import ModuleType
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.access.house import ROLES, House, build, set_state, undone, writes
from tests.web.access.table import NO_ROW, ROUTES, SIGN_IN, YES, Case, Route

from partituur.plans import rules
from partituur.schools import rules as schools
from partituur.talking import rules as talking

STATES = ("draft", "in_consultation", "adopted", "evaluated")


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def test_every_route_has_a_row() -> None:
    named = {name for name, _takes_school in names(get_resolver().url_patterns)}
    assert named - {route.name for route in ROUTES} - NO_ROW == set()
    assert {route.name for route in ROUTES} | NO_ROW == named


def names(
    patterns: list[URLPattern | URLResolver], inside: bool = False, space: str = ""
) -> Iterator[tuple[str, bool]]:
    """The names of all addresses, and whether each is below a school."""
    for each in patterns:
        school = inside or "<slug:school>" in str(each.pattern)
        if isinstance(each, URLResolver):
            below = f"{space}{each.namespace}:" if each.namespace else space
            yield from names(each.url_patterns, school, below)
        elif each.name:
            yield f"{space}{each.name}", school


TAKES_SCHOOL = {name for name, takes in names(get_resolver().url_patterns) if takes}


def address(house: House, route: Route, part: str) -> str:
    kwargs = route.kwargs(house, part)
    if route.name in TAKES_SCHOOL:
        kwargs = {"school": house.school.slug, **kwargs}
    return reverse(route.name, kwargs=kwargs)


def answered(response: Any) -> str:
    """The answer in the words of the table."""
    if response.status_code in (403, 404):
        return str(response.status_code)
    if response.status_code == 302 and response["Location"].startswith("/inloggen/?next="):
        return SIGN_IN
    assert response.status_code < 500
    return YES


def cases(route: Route, state: str) -> Iterator[Case]:
    """The situations that can make a difference for a route."""
    for part in ("own", "shared") if route.about_a_part else ("own",):
        for role in ROLES:
            yield Case(role, state, part)


def differences(house: House, states: Sequence[str] = STATES) -> Iterator[str]:
    """Where an answer is not what the table says, and where a refusal changed something."""
    clients = {role: house.client(role) for role in ROLES}
    for state in states:
        set_state(house, state)
        for route in ROUTES:
            if state != states[0] and "year" not in route.kwargs(house, "own"):
                continue  # not in a plan, whose state cannot matter to it
            for case in cases(route, state):
                yield from difference(house, route, case, clients[case.role])


def difference(house: House, route: Route, case: Case, client: Client) -> Iterator[str]:
    """What is wrong with one answer; the request itself is undone."""
    cookies = dict(client.cookies)
    path, data = address(house, route, case.part), route.data(house, case.part)
    with undone(), writes() as written:
        response = client.get(path) if route.is_get else client.post(path, data)
    client.cookies.clear()
    client.cookies.update(cookies)
    got, wanted = answered(response), route.right(case)
    said = f"{'GET' if route.is_get else 'POST'} {route.name} {case}"
    if got != wanted:
        yield f"{said}: {got} in place of {wanted}"
    if written and (route.is_get or wanted != YES):
        yield f"{said}: wrote to {sorted(set(written))}"


def test_every_answer_is_what_the_table_says(house: House) -> None:
    assert "\n".join(differences(house)) == ""


# --- controls: take a check out, and the table goes red ------------------------------------------


CHECKS = [
    (rules, "why_not_read"), (rules, "why_not_write"), (rules, "why_not_share"),
    (rules, "why_not_arrange"), (rules, "why_not_agree"), (rules, "why_not_hand_over"),
    (talking, "why_not_read"), (talking, "why_not_decide"), (talking, "why_not_answer"),
    (talking, "why_not_guide"), (schools, "why_not_manage"),
]  # fmt: skip


def without(monkeypatch: pytest.MonkeyPatch, room: ModuleType, name: str) -> None:
    def nothing_against_it(*_args: Any, **_kwargs: Any) -> None:
        return None

    monkeypatch.setattr(room, name, nothing_against_it)


@pytest.mark.parametrize(
    ("room", "name"), CHECKS, ids=[f"{room.__name__}.{name}" for room, name in CHECKS]
)
def test_the_table_notices_a_check_that_is_gone(
    house: House, monkeypatch: pytest.MonkeyPatch, room: ModuleType, name: str
) -> None:
    without(monkeypatch, room, name)
    assert next(differences(house, ["draft", "adopted"]), None) is not None

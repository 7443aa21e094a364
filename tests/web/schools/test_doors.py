"""Every page of a school: strangers find nothing, members may look, who manages may change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.web.schools.conftest import Ask

from partituur.plans.actions import formatting
from partituur.schools.actions import learning_teams, vision
from partituur.schools.models import Membership, School, SchoolYear
from partituur.web.schools import urls

LOOK = [
    "inrichten/", "school/", "woorden/", "jaren/", "mensen/", "leerteams/", "visie/", "indeling/",
]  # fmt: skip
CHANGE = [
    "mensen/erbij/", "mensen/inlezen/", "mensen/{member}/", "leerteams/{team}/",
    "leerteams/{team}/{member}/", "visie/{statement}/", "indeling/teacher/", "indeling/own-taken/",
    "indeling/nieuw/",
]  # fmt: skip
FORMS = ["school/", "woorden/", "jaren/", "leerteams/", "visie/"]
ACT = [
    "bewaren/vasthouden/",
    "inloggen/{service}/goed/", "inloggen/{service}/weg/",
    "mensen/{member}/weg/", "mensen/{member}/terug/", "mensen/inlezen/doen/",
    "mensen/inlezen/terug/", "leerteams/{team}/erbij/", "leerteams/{team}/stoppen/",
    "leerteams/{team}/verder/", "leerteams/{team}/{member}/eruit/", "visie/{statement}/omhoog/",
    "visie/{statement}/omlaag/", "visie/{statement}/vervalt/", "visie/{statement}/terug/",
    "indeling/own-taken/weg/",
]  # fmt: skip
DONE = ["mensen/inlezen/klaar/"]
# test_log.py, test_services.py, test_inviting.py
ELSEWHERE = [
    "logboek/", "inloggen/", "mensen/uitnodigen/", "bewaren/",
    "controle/",  # tests/web/plans/test_versions.py
]  # fmt: skip


@pytest.fixture
def things(
    school: School, coordinator: Membership, teacher: Membership, moment: datetime
) -> dict[str, Any]:
    """Something of each kind, by the name that the addresses give it."""
    SchoolYear.objects.create(school=school, start=2026)
    team = learning_teams.create_team(school=school, name="Rekenen", by=None, at=moment)
    learning_teams.add_to_team(team=team, member=teacher, by=None, at=moment)
    said = vision.add_statement(school=school, text="Elk kind telt.", by=None, at=moment)
    formatting.add_kind(school=school, label="Taken", fields=["Taak"], by=None, at=moment)
    return {
        "member": teacher.public_id,
        "team": team.public_id,
        "statement": said.public_id,
        "service": uuid4(),
    }


def _everything(school: School) -> list[Any]:
    return [
        list(school.members.order_by("pk").values()),
        list(school.learning_teams.order_by("pk").values("name", "until_date", "places")),
        list(school.vision.order_by("pk").values()),
        list(school.years.values()),
        School.objects.filter(pk=school.pk).values().get(),
    ]


def test_every_address_is_tried_here() -> None:
    assert (
        len({*LOOK, *CHANGE, *ACT, *DONE, *ELSEWHERE}) == len(urls.urlpatterns) + 1
    )  # one kind is own


@pytest.mark.parametrize("path", LOOK)
@pytest.mark.parametrize("who", ["coordinator", "leader", "teacher"])
def test_every_member_may_look(
    ask: Ask, things: dict[str, Any], request: pytest.FixtureRequest, who: str, path: str
) -> None:
    assert ask(request.getfixturevalue(who), path).status_code == 200


@pytest.mark.parametrize("path", CHANGE)
@pytest.mark.parametrize("who", ["coordinator", "leader"])
def test_who_manages_the_school_gets_the_form(
    ask: Ask, things: dict[str, Any], request: pytest.FixtureRequest, who: str, path: str
) -> None:
    page = ask(request.getfixturevalue(who), path.format(**things))

    assert page.status_code == 200
    assert b"csrfmiddlewaretoken" in page.content


@pytest.mark.parametrize("path", LOOK + CHANGE + DONE + ELSEWHERE)
def test_a_stranger_finds_no_page(
    ask: Ask, things: dict[str, Any], stranger: Membership, path: str
) -> None:
    assert ask(stranger, path.format(**things)).status_code == 404


@pytest.mark.parametrize("path", FORMS + CHANGE + ACT)
def test_a_stranger_changes_nothing(
    ask: Ask, things: dict[str, Any], school: School, stranger: Membership, path: str
) -> None:
    before = _everything(school)

    assert ask(stranger, path.format(**things), {"name": "x"}).status_code == 404
    assert _everything(school) == before


@pytest.mark.parametrize("path", CHANGE)
def test_a_teacher_reads_the_reason_in_place_of_the_form(
    ask: Ask, things: dict[str, Any], teacher: Membership, path: str
) -> None:
    page = ask(teacher, path.format(**things))

    assert page.status_code == 403
    assert "intern begeleider of de schoolleider" in page.content.decode()


@pytest.mark.parametrize("path", FORMS + CHANGE + ACT)
def test_a_teacher_changes_nothing_and_reads_why(
    ask: Ask, things: dict[str, Any], school: School, teacher: Membership, path: str
) -> None:
    before = _everything(school)

    page = ask(teacher, path.format(**things), {"name": "x", "text": "x"})

    assert page.status_code == 403
    assert "intern begeleider of de schoolleider" in page.content.decode()
    assert _everything(school) == before


@pytest.mark.parametrize("path", [each for each in LOOK if each != "inrichten/"])
def test_a_teacher_sees_the_reason_and_no_form_on_the_page(
    ask: Ask, things: dict[str, Any], teacher: Membership, path: str
) -> None:
    page = ask(teacher, path).content.decode()
    main = page[page.index("<main") : page.index("</main>")]

    assert "intern begeleider of de schoolleider" in main
    assert "<form" not in main


@pytest.mark.parametrize("path", [each for each in CHANGE + ACT if "{" in each])
def test_what_is_not_there_is_not_found(
    ask: Ask, things: dict[str, Any], coordinator: Membership, path: str
) -> None:
    gone = dict.fromkeys(things, uuid4())

    assert ask(coordinator, path.format(**gone), {}).status_code == 404


@pytest.mark.parametrize("path", [each for each in CHANGE + ACT if "{" in each])
def test_what_is_of_this_school_is_not_found_in_another(
    things: dict[str, Any], stranger: Membership, client_of: Callable[[Any], Client], path: str
) -> None:
    address = f"/school/{stranger.school.slug}/{path.format(**things)}"

    assert client_of(stranger).post(address, {}).status_code == 404


@pytest.mark.parametrize("kind", ["nonsense", "own-weg"])
@pytest.mark.parametrize("end", ["", "weg/"])
def test_a_kind_that_is_not_in_the_format_is_not_found(
    ask: Ask, coordinator: Membership, kind: str, end: str
) -> None:
    assert ask(coordinator, f"indeling/{kind}/{end}", {}).status_code == 404


@pytest.mark.parametrize("path", ACT)
def test_looking_never_acts(
    ask: Ask, things: dict[str, Any], coordinator: Membership, path: str
) -> None:
    assert ask(coordinator, path.format(**things)).status_code == 405


def test_who_is_not_signed_in_is_asked_to(school: School, client: Client) -> None:
    page = client.get(f"/school/{school.slug}/mensen/")

    assert page.status_code == 302
    assert "/inloggen/" in page["Location"]


def test_who_left_the_school_finds_nothing(ask: Ask, teacher: Membership) -> None:
    Membership.objects.filter(pk=teacher.pk).update(until_date="2026-09-07")

    assert ask(teacher, "mensen/").status_code == 404

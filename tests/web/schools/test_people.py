"""The pages about people: the list, adding, changing, ending."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.web.schools.conftest import Ask

from partituur.schools.models import Membership, Role, School

ANNA: dict[str, Any] = {
    "name": "Anna Bos", "roles": ["teacher", "coordinator"], "note": "groep 3",
    "email": "Anna@s.nl", "from_date": "1 augustus 2026", "until_date": "",
}  # fmt: skip


def test_the_list_shows_who_is_in_the_team_and_who_was_or_will_be(
    ask: Ask, school: School, coordinator: Membership, teacher: Membership
) -> None:
    Membership.objects.create(
        school=school, name="Wim Weg", is_teacher=True, until_date=date(2026, 7, 31)
    )
    Membership.objects.create(
        school=school, name="Noor Nieuw", is_teacher=True, from_date=date(2027, 1, 4)
    )

    page = ask(coordinator, "mensen/").content.decode()

    assert "Er zitten 2 collega’s in het team." in page
    assert page.index("Jesse Bakker</a>") < page.index("Marieke de Vries</a>")
    assert page.index("Komen nog") < page.index("Noor Nieuw") < page.index("Eerder in het team")
    assert page.index("Eerder in het team") < page.index("Wim Weg")
    assert "tot en met 31 juli 2026" in page


def test_a_teacher_sees_names_and_roles_but_no_addresses(
    ask: Ask, coordinator: Membership, teacher: Membership
) -> None:
    page = ask(teacher, "mensen/").content.decode()

    assert coordinator.name in page
    assert coordinator.email not in page
    assert "E-mailadres" not in page


def test_somebody_is_added(ask: Ask, school: School, coordinator: Membership) -> None:
    answer = ask(coordinator, "mensen/erbij/", ANNA)

    anna = Membership.objects.get(school=school, name="Anna Bos")
    assert (answer.status_code, answer["Location"]) == (302, "/school/de-notenbalk/mensen/")
    assert anna.roles == {Role.TEACHER, Role.COORDINATOR}
    assert (anna.email, anna.from_date, anna.note) == ("anna@s.nl", date(2026, 8, 1), "groep 3")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"roles": []}, "Kies minstens één rol."),
        ({"roles": ["boss"]}, "geldige keuze"),
        ({"email": "anna@school"}, "“anna@school” is geen e-mailadres."),
        ({"from_date": "straks"}, "“straks” is geen datum."),
        ({"until_date": "31-7-2026"}, "De laatste dag ligt voor de eerste dag."),
        ({"email": "MARIEKE.de.vries@voorbeeld.test"}, "is al van Marieke de Vries."),
        ({"note": "t" * 61}, "Hier passen 60 tekens, en dit zijn er 61."),
    ],
)
def test_a_wrong_value_gets_its_sentence_and_nothing_typed_is_lost(
    ask: Ask, coordinator: Membership, wrong: dict[str, Any], reason: str
) -> None:
    typed = ANNA | wrong

    answer = ask(coordinator, "mensen/erbij/", typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert reason in page
    for key in ("name", "note", "email", "from_date", "until_date"):
        assert not typed[key] or f'value="{typed[key]}"' in page
    assert Membership.objects.count() == 1


def test_a_member_is_changed_and_keeps_an_agreed_end(
    ask: Ask, coordinator: Membership, teacher: Membership
) -> None:
    Membership.objects.filter(pk=teacher.pk).update(until_date=date(2027, 1, 31))

    answer = ask(coordinator, f"mensen/{teacher.public_id}/", ANNA)

    teacher.refresh_from_db()
    assert answer.status_code == 302
    assert (teacher.name, teacher.until_date) == ("Anna Bos", date(2027, 1, 31))


def test_the_page_of_a_member_shows_what_is_known(
    ask: Ask, coordinator: Membership, teacher: Membership
) -> None:
    Membership.objects.filter(pk=teacher.pk).update(from_date=date(2026, 8, 1))

    page = ask(coordinator, f"mensen/{teacher.public_id}/").content.decode()

    assert 'value="Jesse Bakker"' in page
    assert 'value="1-8-2026"' in page
    assert 'value="8-9-2026"' in page  # today, as the last day that is proposed


def test_the_only_one_who_manages_keeps_the_role_with_the_reason(
    ask: Ask, coordinator: Membership
) -> None:
    answer = ask(coordinator, f"mensen/{coordinator.public_id}/", ANNA | {"roles": ["teacher"]})

    assert answer.status_code == 422
    assert "is de enige die de school kan regelen" in answer.content.decode()
    assert 'value="Anna Bos"' in answer.content.decode()


def test_somebody_leaves_and_the_message_can_undo_it(
    ask: Ask, coordinator: Membership, teacher: Membership
) -> None:
    path = f"mensen/{teacher.public_id}/"

    answer = ask(coordinator, f"{path}weg/", {"end-until": "31-12-2026"})

    teacher.refresh_from_db()
    assert (answer.status_code, teacher.until_date) == (302, date(2026, 12, 31))
    said = next(iter(answer.wsgi_request._messages))  # type: ignore[attr-defined]
    assert said.extra_tags == f"/school/de-notenbalk/{path}terug/"
    assert "Laatste dag in het team: 31 december 2026." in ask(coordinator, path).content.decode()
    ask(coordinator, f"{path}terug/", {})
    teacher.refresh_from_db()
    assert teacher.until_date is None


@pytest.mark.parametrize("until", ["", "ooit"])
def test_a_last_day_that_is_none_is_asked_for_again(
    ask: Ask, coordinator: Membership, teacher: Membership, until: str
) -> None:
    answer = ask(coordinator, f"mensen/{teacher.public_id}/weg/", {"end-until": until})

    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()
    assert not until or f'value="{until}"' in answer.content.decode()


def test_the_only_one_who_manages_cannot_leave(ask: Ask, coordinator: Membership) -> None:
    answer = ask(coordinator, f"mensen/{coordinator.public_id}/weg/", {"end-until": "1-10-2026"})

    assert answer.status_code == 422
    assert "is de enige die de school kan regelen" in answer.content.decode()


def test_the_list_asks_the_database_as_much_for_forty_as_for_two(
    school: School,
    coordinator: Membership,
    client_of: Callable[[Any], Client],
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(40):
        Membership.objects.create(school=school, name=f"Leraar {number}", is_teacher=True)
    browser = client_of(coordinator)

    with django_assert_max_num_queries(5):
        browser.get("/school/de-notenbalk/mensen/")

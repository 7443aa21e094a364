"""The pages of the learning teams."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.web.schools.conftest import Ask

from partituur.schools.actions import learning_teams
from partituur.schools.models import LearningTeam, Membership, School


@pytest.fixture
def team(school: School, moment: datetime) -> LearningTeam:
    return learning_teams.create_team(school=school, name="Rekenen", by=None, at=moment)


@pytest.fixture
def path(team: LearningTeam) -> str:
    return f"leerteams/{team.public_id}/"


def test_a_team_is_made_and_its_page_opens(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    answer = ask(coordinator, "leerteams/", {"name": "Taal"})

    made = LearningTeam.objects.get(school=school)
    assert made.name == "Taal"
    assert answer["Location"] == f"/school/de-notenbalk/leerteams/{made.public_id}/"


def test_a_name_that_is_taken_is_refused_and_kept(
    ask: Ask, coordinator: Membership, team: LearningTeam
) -> None:
    answer = ask(coordinator, "leerteams/", {"name": "rekenen"})

    assert answer.status_code == 422
    assert "Rekenen is er al." in answer.content.decode()
    assert 'value="rekenen"' in answer.content.decode()


def test_colleagues_come_in_from_a_day(
    ask: Ask, coordinator: Membership, teacher: Membership, other_teacher: Membership,
    team: LearningTeam, path: str,
) -> None:  # fmt: skip
    ids = [str(teacher.public_id), str(other_teacher.public_id)]

    answer = ask(coordinator, f"{path}erbij/", {"join-members": ids, "join-from_date": "1-1-2027"})

    assert answer.status_code == 302
    assert {(place.member, place.from_date) for place in team.places.all()} == {
        (teacher, date(2027, 1, 1)),
        (other_teacher, date(2027, 1, 1)),
    }
    assert "Jesse Bakker komt op 1 januari 2027." in ask(teacher, "leerteams/").content.decode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({}, "Kies minstens één collega."),
        ({"join-members": ["3d8a2a5e-6a4e-4f6a-9d0c-0c3a5a1f0000"]}, "niet meer in het team"),
        ({"join-members": ["nonsense"]}, "nonsense"),
        ({"join-from_date": "ooit"}, "“ooit” is geen datum."),
    ],
)
def test_a_choice_that_cannot_be_says_why(
    ask: Ask, coordinator: Membership, team: LearningTeam, path: str,
    data: dict[str, object], reason: str,
) -> None:  # fmt: skip
    answer = ask(coordinator, f"{path}erbij/", data)

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not team.places.exists()


def test_nobody_of_another_school_can_be_chosen(
    ask: Ask, coordinator: Membership, stranger: Membership, team: LearningTeam, path: str
) -> None:
    answer = ask(coordinator, f"{path}erbij/", {"join-members": [str(stranger.public_id)]})

    assert answer.status_code == 422
    assert not team.places.exists()


def test_who_is_in_it_is_not_offered_again(
    ask: Ask, coordinator: Membership, teacher: Membership, team: LearningTeam, path: str,
    moment: datetime,
) -> None:  # fmt: skip
    learning_teams.add_to_team(team=team, member=teacher, by=None, at=moment)

    page = ask(coordinator, path).content.decode()

    assert f'value="{teacher.public_id}"' not in page
    assert f'value="{coordinator.public_id}"' in page


def test_a_team_gets_another_name(
    ask: Ask, coordinator: Membership, team: LearningTeam, path: str
) -> None:
    ask(coordinator, path, {"name": "Wiskunde"})

    team.refresh_from_db()
    assert team.name == "Wiskunde"


def test_an_empty_name_is_asked_for(
    ask: Ask, coordinator: Membership, team: LearningTeam, path: str
) -> None:
    answer = ask(coordinator, path, {"name": " "})

    assert answer.status_code == 422
    assert "Geef het leerteam een naam." in answer.content.decode()


def test_the_dates_of_a_member_are_changed(
    ask: Ask, coordinator: Membership, teacher: Membership, team: LearningTeam, path: str,
    moment: datetime,
) -> None:  # fmt: skip
    place = learning_teams.add_to_team(team=team, member=teacher, by=None, at=moment)

    answer = ask(
        coordinator,
        f"{path}{teacher.public_id}/",
        {"from_date": "1-8-2026", "until_date": "1-9-2026"},
    )

    place.refresh_from_db()
    assert answer.status_code == 302
    assert (place.from_date, place.until_date) == (date(2026, 8, 1), date(2026, 9, 1))
    assert "Eerder in dit leerteam" in ask(coordinator, path).content.decode()


def test_dates_the_wrong_way_round_are_refused_and_kept(
    ask: Ask, coordinator: Membership, teacher: Membership, team: LearningTeam, path: str,
    moment: datetime,
) -> None:  # fmt: skip
    learning_teams.add_to_team(team=team, member=teacher, by=None, at=moment)

    answer = ask(
        coordinator,
        f"{path}{teacher.public_id}/",
        {"from_date": "2-9-2026", "until_date": "1-9-2026"},
    )

    assert answer.status_code == 422
    assert "ligt voor de eerste dag" in answer.content.decode()
    assert 'value="2-9-2026"' in answer.content.decode()


def test_a_mistake_is_taken_out(
    ask: Ask, coordinator: Membership, teacher: Membership, team: LearningTeam, path: str,
    moment: datetime,
) -> None:  # fmt: skip
    learning_teams.add_to_team(team=team, member=teacher, by=None, at=moment)

    answer = ask(coordinator, f"{path}{teacher.public_id}/eruit/", {})

    assert answer.status_code == 302
    assert not team.places.exists()


def test_a_team_stops_and_goes_on(
    ask: Ask, coordinator: Membership, team: LearningTeam, path: str
) -> None:
    ask(coordinator, f"{path}stoppen/", {"end-until": "1-9-2026"})
    page = ask(coordinator, "leerteams/").content.decode()
    assert page.index("Gestopt") < page.index("Rekenen · tot en met 1 september 2026")

    ask(coordinator, f"{path}verder/", {})

    team.refresh_from_db()
    assert team.until_date is None


def test_a_last_day_that_is_none_is_asked_for_again(
    ask: Ask, coordinator: Membership, team: LearningTeam, path: str
) -> None:
    answer = ask(coordinator, f"{path}stoppen/", {"end-until": "ooit"})

    assert answer.status_code == 422
    assert 'value="ooit"' in answer.content.decode()


def test_who_left_the_school_is_no_longer_shown_in_a_team(
    ask: Ask, coordinator: Membership, teacher: Membership, team: LearningTeam, moment: datetime
) -> None:
    learning_teams.add_to_team(team=team, member=teacher, by=None, at=moment)
    Membership.objects.filter(pk=teacher.pk).update(until_date=date(2026, 9, 1))

    page = ask(coordinator, "leerteams/").content.decode()

    assert teacher.name not in page


def test_without_teams_the_page_says_what_belongs_there(ask: Ask, teacher: Membership) -> None:
    assert "Nog geen leerteams" in ask(teacher, "leerteams/").content.decode()

"""Learning teams and who is in them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.schools.actions import learning_teams
from partituur.schools.models import LearningTeam, LearningTeamMember, Membership, School


@pytest.fixture
def team(school: School, moment: datetime) -> LearningTeam:
    return learning_teams.create_team(school=school, name="Rekenen", by=None, at=moment)


def test_a_new_team_has_a_name_and_nobody_in_it(team: LearningTeam) -> None:
    team.refresh_from_db()

    assert team.name == "Rekenen"
    assert not team.places.exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [(" ", "een naam"), ("x" * 81, "80 tekens"), ("rekenen", "Rekenen is er al")],
)
def test_a_name_that_is_missing_long_or_taken_is_refused(
    team: LearningTeam, coordinator: Membership, moment: datetime, name: str, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        learning_teams.create_team(school=team.school, name=name, by=coordinator, at=moment)


def test_the_name_of_a_team_that_ended_says_that_it_can_go_on(
    team: LearningTeam, coordinator: Membership, moment: datetime
) -> None:
    learning_teams.end_team(team=team, until=date(2026, 9, 1), by=coordinator, at=moment)

    with pytest.raises(Refusal, match="is gestopt"):
        learning_teams.create_team(school=team.school, name="Rekenen", by=coordinator, at=moment)


def test_a_team_may_be_renamed_also_in_its_capitals_only(
    team: LearningTeam, coordinator: Membership, moment: datetime
) -> None:
    learning_teams.rename_team(team=team, name="REKENEN", by=coordinator, at=moment)

    team.refresh_from_db()
    assert team.name == "REKENEN"


def test_a_team_that_ended_can_go_on(
    team: LearningTeam, coordinator: Membership, moment: datetime
) -> None:
    learning_teams.end_team(team=team, until=date(2026, 9, 1), by=coordinator, at=moment)
    learning_teams.resume_team(team=team, by=coordinator, at=moment)

    team.refresh_from_db()
    assert team.until_date is None


def test_a_member_who_comes_back_has_one_place_with_the_new_dates(
    team: LearningTeam, coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    place = learning_teams.add_to_team(team=team, member=teacher, by=coordinator, at=moment)
    learning_teams.set_dates(
        place=place, from_date=None, until_date=date(2026, 9, 1), by=coordinator, at=moment
    )
    learning_teams.add_to_team(
        team=team, member=teacher, from_date=date(2027, 1, 1), by=coordinator, at=moment
    )

    place.refresh_from_db()
    assert (place.from_date, place.until_date) == (date(2027, 1, 1), None)
    assert not place.holds_on(date(2026, 12, 31))
    assert place.holds_on(date(2027, 1, 1))


def test_a_member_of_another_school_is_not_let_in(
    team: LearningTeam, coordinator: Membership, stranger: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="is er niet"):
        learning_teams.add_to_team(team=team, member=stranger, by=coordinator, at=moment)


def test_a_place_that_ends_before_it_begins_is_refused(
    team: LearningTeam, coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="ligt voor de eerste dag"):
        learning_teams.add_to_team(
            team=team, member=teacher, from_date=date(2026, 9, 2), until_date=date(2026, 9, 1),
            by=coordinator, at=moment,
        )  # fmt: skip


def test_a_mistake_leaves_no_place_but_a_line_in_the_log(
    team: LearningTeam, coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    place = learning_teams.add_to_team(team=team, member=teacher, by=coordinator, at=moment)

    learning_teams.take_out(place=place, by=coordinator, at=moment)

    assert not team.places.exists()
    entry = LogEntry.objects.get(act="learning_team.member_taken_out")
    assert entry.facts["member"] == str(teacher.public_id)


@pytest.mark.parametrize("twice", [True, False])
def test_the_database_keeps_what_cannot_be_out(
    team: LearningTeam, teacher: Membership, twice: bool
) -> None:
    fields = {"school": team.school, "team": team, "member": teacher}
    dates = {} if twice else {"from_date": date(2026, 9, 2), "until_date": date(2026, 9, 1)}
    if twice:
        LearningTeamMember.objects.create(**fields)

    with pytest.raises(IntegrityError), transaction.atomic():
        LearningTeamMember.objects.create(**fields, **dates)

"""Members: adding, changing, ending, coming back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from partituur.accounts.models import Person
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.schools.actions import members
from partituur.schools.models import Membership, Role, School

FIELDS: dict[str, Any] = {
    "name": "Anna Bos", "roles": {Role.TEACHER}, "email": "anna@s.nl", "note": "groep 3",
    "from_date": date(2026, 8, 1), "until_date": None,
}  # fmt: skip


@pytest.fixture
def anna(school: School, moment: datetime) -> Membership:
    return members.add_member(school=school, by=None, at=moment, **FIELDS)


def _change(member: Membership, by: Membership | None, at: datetime, **new: Any) -> Membership:
    now = {key: getattr(member, key) for key in FIELDS}
    return members.change_member(member=member, by=by, at=at, **(now | new))


def test_a_new_member_has_what_was_typed_tidied(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    member = members.add_member(
        school=school, by=coordinator, at=moment,
        **(FIELDS | {"name": " Anna  Bos ", "email": " Anna@S.nl ", "note": " groep 3 "}),
    )  # fmt: skip

    member.refresh_from_db()
    assert (member.name, member.email, member.note) == ("Anna Bos", "anna@s.nl", "groep 3")
    assert member.roles == {Role.TEACHER}
    assert member.person is None


def test_a_member_may_be_all_three(school: School, moment: datetime) -> None:
    member = members.add_member(school=school, name="Anna", roles=list(Role), by=None, at=moment)

    assert member.roles == set(Role)


def test_an_account_has_one_place_in_a_school(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="al een plek"):
        members.add_member(
            school=school, name="Nog eens", roles={Role.TEACHER}, person=coordinator.person,
            by=coordinator, at=moment,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"name": " "}, "Vul een naam in"),
        ({"name": "x" * 121}, "120 tekens"),
        ({"email": "anna@school"}, "geen e-mailadres"),
        ({"email": "a" * 250 + "@s.nl"}, "geen e-mailadres"),
        ({"note": "x" * 61}, "60 tekens"),
        ({"roles": set()}, "minstens één rol"),
        ({"until_date": date(2026, 7, 31)}, "ligt voor de eerste dag"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    anna: Membership, coordinator: Membership, moment: datetime, wrong: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        _change(anna, coordinator, moment, **wrong)
    with pytest.raises(Refusal, match=reason):
        members.add_member(
            school=anna.school, by=coordinator, at=moment, **(FIELDS | {"email": ""} | wrong)
        )

    assert Membership.objects.filter(school=anna.school).count() == 2


def test_an_address_is_of_one_member_only(
    anna: Membership, coordinator: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="al van Anna Bos"):
        _change(coordinator, coordinator, moment, email="ANNA@s.nl")
    members.end_member(member=anna, until=date(2026, 9, 1), by=coordinator, at=moment)
    with pytest.raises(Refusal, match="eerder in het team"):
        _change(coordinator, coordinator, moment, email="anna@s.nl")


def test_two_schools_may_know_the_same_address(
    anna: Membership, stranger: Membership, moment: datetime
) -> None:
    other = members.add_member(school=stranger.school, by=stranger, at=moment, **FIELDS)

    assert other.email == anna.email


def test_what_changed_is_in_the_log_by_name_of_field_only(
    anna: Membership, coordinator: Membership, moment: datetime
) -> None:
    _change(anna, coordinator, moment, roles={Role.TEACHER, Role.LEADER}, note="groep 4")

    entry = LogEntry.objects.order_by("number").last()
    assert entry is not None
    assert entry.act == "member.changed"
    assert entry.facts == {
        "member": str(anna.public_id),
        "roles": ["leader", "teacher"],
        "changed": ["note", "is_leader"],
    }


def test_saving_the_same_leaves_no_line_in_the_log(
    anna: Membership, coordinator: Membership, moment: datetime
) -> None:
    before = LogEntry.objects.count()

    _change(anna, coordinator, moment)

    assert LogEntry.objects.count() == before


def test_ending_keeps_the_member_and_coming_back_takes_the_end_away(
    anna: Membership, coordinator: Membership, moment: datetime
) -> None:
    ended = members.end_member(member=anna, until=date(2026, 10, 1), by=coordinator, at=moment)

    assert ended.until_date == date(2026, 10, 1)
    assert ended.holds_on(date(2026, 10, 1))
    assert not ended.holds_on(date(2026, 10, 2))
    assert LogEntry.objects.filter(act="member.ended").count() == 1
    back = members.reopen_member(member=ended, by=coordinator, at=moment)
    assert back.until_date is None


def test_a_place_cannot_end_before_it_began(
    anna: Membership, coordinator: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="ligt voor de eerste dag"):
        members.end_member(member=anna, until=date(2026, 7, 1), by=coordinator, at=moment)


# --- somebody has to keep the key ------------------------------------------------------------


def test_the_only_one_who_manages_cannot_leave_or_lose_the_role(
    coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="Marieke de Vries is de enige"):
        members.end_member(member=coordinator, until=date(2026, 12, 1), by=coordinator, at=moment)
    with pytest.raises(Refusal, match="de enige"):
        _change(coordinator, coordinator, moment, roles={Role.TEACHER})
    with pytest.raises(Refusal, match="de enige"):
        _change(coordinator, coordinator, moment, from_date=date(2026, 12, 1))


def test_one_of_two_who_manage_may_leave(
    coordinator: Membership, leader: Membership, moment: datetime
) -> None:
    members.end_member(member=coordinator, until=date(2026, 9, 1), by=leader, at=moment)

    with pytest.raises(Refusal, match="de enige"):
        _change(leader, leader, moment, roles={Role.TEACHER})


def test_a_colleague_who_leaves_too_does_not_keep_the_key(
    coordinator: Membership, leader: Membership, moment: datetime
) -> None:
    members.end_member(member=leader, until=date(2027, 7, 31), by=coordinator, at=moment)

    with pytest.raises(Refusal, match="de enige"):
        members.end_member(member=coordinator, until=date(2026, 12, 1), by=leader, at=moment)


def test_a_colleague_without_an_account_does_not_keep_the_key(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    members.add_member(school=school, name="Anna", roles={Role.LEADER}, by=None, at=moment)

    with pytest.raises(Refusal, match="de enige"):
        _change(coordinator, coordinator, moment, roles={Role.TEACHER})


def test_a_colleague_whose_account_is_off_does_not_keep_the_key(
    coordinator: Membership, leader: Membership, moment: datetime
) -> None:
    Person.objects.filter(memberships=leader).update(is_active=False)

    with pytest.raises(Refusal, match="de enige"):
        _change(coordinator, coordinator, moment, roles={Role.TEACHER})


def test_who_cannot_sign_in_may_always_leave(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    member = members.add_member(
        school=school, name="Anna", roles={Role.COORDINATOR}, by=coordinator, at=moment
    )

    members.end_member(member=member, until=date(2026, 9, 1), by=coordinator, at=moment)


def test_an_end_that_was_agreed_earlier_can_be_kept_while_other_things_change(
    coordinator: Membership, moment: datetime
) -> None:
    Membership.objects.filter(pk=coordinator.pk).update(until_date=date(2027, 7, 31))
    coordinator.refresh_from_db()

    changed = _change(coordinator, coordinator, moment, note="ma, di")

    assert changed.note == "ma, di"


# --- what the database guarantees ------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "anna@s.nl"},
        {"from_date": date(2026, 8, 2), "until_date": date(2026, 8, 1)},
    ],
)
def test_the_database_keeps_what_cannot_be_out(anna: Membership, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(school=anna.school, name="Bert", **wrong)


def test_the_database_gives_an_account_one_place_in_a_school(coordinator: Membership) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            school=coordinator.school, person=coordinator.person, name="Nog eens"
        )

"""The preview says what each row will do, and applying does exactly that."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.schools.actions import learning_teams, members
from partituur.schools.models import Membership, Role, School
from partituur.schools.roster import applying, preview, reading, wording
from partituur.schools.roster.preview import Outcome, Row
from partituur.schools.roster.understanding import understand

TODAY = date(2026, 9, 8)


def _rows(school: School, text: str) -> list[Row]:
    understood = understand(reading.read_pasted(text), wording.role_words(school))
    return preview.preview(school, understood.entries, today=TODAY)


def _row(school: School, text: str) -> Row:
    rows = _rows(school, text)
    assert len(rows) == 1
    return rows[0]


def _apply(school: School, text: str, by: Membership, at: datetime) -> applying.Done:
    token = preview.sign(school, _rows(school, text))
    return applying.apply(school=school, token=token, by=by, at=at)


def _outcomes(rows: list[Row]) -> list[str]:
    return [row.outcome.value for row in rows]


# --- what a row will do ----------------------------------------------------------------------


def test_an_unknown_name_is_a_new_member_and_a_teacher(school: School) -> None:
    row = _row(school, "Anna Bos; anna@s.nl; groep 5")

    assert row.outcome is Outcome.NEW
    assert row.wanted["roles"] == {Role.TEACHER}
    assert row.wanted["note"] == "groep 5"


def test_a_member_who_is_there_stays_the_same(school: School, teacher: Membership) -> None:
    rows = _rows(school, f"{teacher.name.upper()}; {teacher.email.upper()}; leraar; groep 5")

    assert _outcomes(rows) == ["same"]


def test_a_member_is_known_by_name_when_the_list_has_no_address(
    school: School, teacher: Membership
) -> None:
    row = _row(school, f"{teacher.name}; groep 6")

    assert row.outcome is Outcome.CHANGE
    assert row.member == teacher
    assert [(each.key, each.before, each.after) for each in row.changes] == [
        ("note", "groep 5", "groep 6")
    ]


def test_a_member_is_known_by_address_under_another_name(
    school: School, teacher: Membership
) -> None:
    row = _row(school, f"Jesse Bakker-Smit; {teacher.email}")

    assert [(each.key, each.after) for each in row.changes] == [("name", "Jesse Bakker-Smit")]


def test_a_list_gives_roles_and_takes_none_away(school: School, coordinator: Membership) -> None:
    row = _row(school, f"{coordinator.name}; leraar")

    assert row.wanted["roles"] == {Role.COORDINATOR, Role.TEACHER}


def test_an_address_is_added_to_a_member_without_one(school: School) -> None:
    Membership.objects.create(school=school, name="Anna Bos", is_teacher=True)

    row = _row(school, "Anna Bos; anna@s.nl")

    assert [(each.key, each.after) for each in row.changes] == [("email", "anna@s.nl")]


def test_the_same_name_with_another_address_is_left_to_the_person(
    school: School, teacher: Membership
) -> None:
    row = _row(school, f"{teacher.name}; iemand@anders.nl")

    assert row.outcome is Outcome.SKIP
    assert teacher.email in row.why


def test_a_name_that_two_members_have_asks_for_the_address(school: School) -> None:
    for email in ("a@s.nl", "b@s.nl"):
        Membership.objects.create(school=school, name="Anna Bos", email=email, is_teacher=True)

    assert "Zet het e-mailadres erbij" in _row(school, "Anna Bos").why
    assert _row(school, "Anna Bos; a@s.nl").outcome is Outcome.SAME


def test_who_had_left_and_is_on_the_list_comes_back(school: School, teacher: Membership) -> None:
    Membership.objects.filter(pk=teacher.pk).update(until_date=date(2026, 7, 31))

    row = _row(school, teacher.name)

    assert [(each.key, each.before, each.after) for each in row.changes] == [
        ("until_date", "31-7-2026", "")
    ]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Anna Bos\nAnna Bos", ["new", "skip"]),
        ("Anna Bos; a@s.nl\nAnna Bos", ["new", "skip"]),
        ("Anna Bos\nAnna Bos; a@s.nl", ["new", "skip"]),
        ("Anna Bos; a@s.nl\nA. Bos; A@s.nl", ["new", "skip"]),
        ("Anna Bos; a@s.nl\nAnna Bos; b@s.nl", ["new", "new"]),
    ],
)
def test_a_person_twice_in_one_list_counts_once(
    school: School, text: str, outcomes: list[str]
) -> None:
    rows = _rows(school, text)

    assert _outcomes(rows) == outcomes
    assert all("regel 1" in row.why for row in rows if row.outcome is Outcome.SKIP)


def test_two_rows_for_one_member_count_once(school: School, teacher: Membership) -> None:
    rows = _rows(school, f"{teacher.name}; groep 6\nJ. Bakker; {teacher.email}")

    assert _outcomes(rows) == ["change", "skip"]


def test_the_last_who_manages_is_not_sent_away_by_a_list(
    school: School, coordinator: Membership
) -> None:
    row = _row(school, f"naam\ttot en met\n{coordinator.name}\t1-10-2026")

    assert row.outcome is Outcome.SKIP
    assert "de enige" in row.why


def test_a_wrong_address_is_skipped_with_its_reason(school: School) -> None:
    row = _row(school, "Anna; anna@school")

    assert row.outcome is Outcome.SKIP
    assert "anna@school" in row.why


def test_another_school_s_members_are_not_known(school: School, stranger: Membership) -> None:
    assert _row(school, f"{stranger.name}; {stranger.email}").outcome is Outcome.NEW


# --- doing it --------------------------------------------------------------------------------

LIST = (
    "naam\te-mail\trol\tgroep\tvanaf\n"
    "Anna Bos\tanna@s.nl\tleraar / IB'er\tgroep 3\t1-8-2026\n"
    "Jesse Bakker\t\t\tgroep 6\n"
    "Karin Smit\t\t\tgroep 7\n"
    "Fout\tfout@fout"
)


def test_applying_does_what_the_preview_said(
    school: School, coordinator: Membership, teacher: Membership, other_teacher: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    assert _outcomes(_rows(school, LIST)) == ["new", "change", "same", "skip"]

    done = _apply(school, LIST, coordinator, moment)

    anna = Membership.objects.get(school=school, email="anna@s.nl")
    assert (anna.name, anna.note, anna.from_date, anna.person) == (
        "Anna Bos", "groep 3", date(2026, 8, 1), None,
    )  # fmt: skip
    assert anna.roles == {Role.TEACHER, Role.COORDINATOR}
    teacher.refresh_from_db()
    assert teacher.note == "groep 6"
    assert (len(done.added), len(done.changed), done.same, done.skipped) == (1, 1, 1, 1)
    assert _outcomes(_rows(school, LIST)) == ["same", "same", "same", "skip"]


def test_applying_is_in_the_log_without_words(
    school: School, coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    _apply(school, LIST, coordinator, moment)

    entries = LogEntry.objects.filter(school_id=school.public_id)
    assert sorted(each.act for each in entries) == ["member.added"] * 2 + ["member.changed"]
    assert "Anna" not in repr([each.facts for each in entries])
    assert chain.verify(school.public_id) is None


def test_applying_a_list_twice_does_nothing_the_second_time(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    token = preview.sign(school, _rows(school, "Anna Bos; anna@s.nl"))
    applying.apply(school=school, token=token, by=coordinator, at=moment)

    with pytest.raises(applying.Overtaken) as overtaken:
        applying.apply(school=school, token=token, by=coordinator, at=moment)

    assert _outcomes(overtaken.value.rows) == ["same"]
    assert Membership.objects.filter(name="Anna Bos").count() == 1


def test_a_change_by_somebody_else_brings_the_preview_back(
    school: School, coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    token = preview.sign(school, _rows(school, f"{teacher.name}; groep 6"))
    Membership.objects.filter(pk=teacher.pk).update(note="groep 8")

    with pytest.raises(applying.Overtaken, match="intussen"):
        applying.apply(school=school, token=token, by=coordinator, at=moment)

    teacher.refresh_from_db()
    assert teacher.note == "groep 8"


def test_a_teacher_cannot_apply_a_list(
    school: School, teacher: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="intern begeleider of de schoolleider"):
        _apply(school, "Anna Bos", teacher, moment)

    assert not Membership.objects.filter(name="Anna Bos").exists()


def test_a_preview_of_another_school_is_not_taken(
    school: School, stranger: Membership, coordinator: Membership, moment: datetime
) -> None:
    token = preview.sign(stranger.school, _rows(stranger.school, "Anna Bos"))

    with pytest.raises(Refusal, match="te oud"):
        applying.apply(school=school, token=token, by=coordinator, at=moment)


@pytest.mark.parametrize("token", ["", "abc", "a:b:c"])
def test_a_preview_that_is_not_ours_is_not_taken(
    school: School, coordinator: Membership, moment: datetime, token: str
) -> None:
    with pytest.raises(Refusal, match="te oud"):
        applying.apply(school=school, token=token, by=coordinator, at=moment)


def test_a_preview_survives_its_journey_with_everything(school: School) -> None:
    rows = _rows(school, LIST)

    entries, promised = preview.opened(school, preview.sign(school, rows))

    assert entries == [row.entry for row in rows]
    assert promised == preview.promise(rows)


# --- taking it back --------------------------------------------------------------------------


def test_undoing_returns_the_team_as_it_was(
    school: School, coordinator: Membership, teacher: Membership, moment: datetime
) -> None:
    before = list(Membership.objects.order_by("pk").values())
    done = _apply(school, LIST, coordinator, moment)
    again = applying.Done.from_data(done.to_data())

    undone = applying.undo(school=school, done=again, by=coordinator, at=moment)

    assert list(Membership.objects.order_by("pk").values()) == before
    assert (undone.removed, undone.restored, undone.kept) == (2, 1, ())


def test_undoing_leaves_whom_others_changed_or_used_since(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    done = _apply(school, "Anna Bos\nBert Kok\nCor Dam", coordinator, moment)
    Membership.objects.filter(name="Anna Bos").update(note="groep 3")
    team = learning_teams.create_team(school=school, name="Rekenen", by=coordinator, at=moment)
    bert = Membership.objects.get(name="Bert Kok")
    learning_teams.add_to_team(team=team, member=bert, by=coordinator, at=moment)

    undone = applying.undo(school=school, done=done, by=coordinator, at=moment)

    assert undone.removed == 1
    assert undone.kept == ("Anna Bos", "Bert Kok")
    assert not Membership.objects.filter(name="Cor Dam").exists()


def test_undoing_a_second_time_takes_nothing_more(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    done = _apply(school, "Anna Bos", coordinator, moment)
    applying.undo(school=school, done=done, by=coordinator, at=moment)

    undone = applying.undo(school=school, done=done, by=coordinator, at=moment)

    assert (undone.removed, undone.restored) == (0, 0)


def test_undoing_never_sends_the_last_who_manages_away(
    school: School, coordinator: Membership, leader: Membership, moment: datetime
) -> None:
    members.change_member(
        member=leader, roles={Role.TEACHER}, by=coordinator, at=moment, **_but_roles(leader)
    )
    done = _apply(school, f"{leader.name}; directeur", coordinator, moment)
    Membership.objects.filter(pk=coordinator.pk).update(until_date=TODAY - timedelta(days=1))

    undone = applying.undo(school=school, done=done, by=None, at=moment)

    assert undone.kept == (leader.name,)


def _but_roles(member: Membership) -> dict[str, Any]:
    return {key: value for key, value in preview.values_of(member).items() if key != "roles"}

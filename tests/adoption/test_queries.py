"""Reading a version: personal parts for who was a member then, the school's for members now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from partituur.adoption import queries, rules
from partituur.adoption.models import PlanVersion


def words(version: PlanVersion, reader: Any, at: datetime) -> str:
    shot = queries.shot_of(version, reader, at.date())
    return repr(shot.parts) + repr(queries.decision_of(version, reader, at.date()))


def test_who_was_a_member_then_reads_the_personal_parts(
    version: PlanVersion, leader: Any, second_coordinator: Any, moment: datetime
) -> None:
    assert "Aanpak van shared." in words(version, leader, moment)
    later = words(version, second_coordinator, moment)
    assert "Aanpak van shared." not in later
    assert "Mooi plan." not in later  # said of a personal part
    assert "Aanpak van general." in later
    assert "Leraar Jesse" in later  # the outline names it


def test_nobody_reads_a_part_that_was_not_shared(
    version: PlanVersion, other_teacher: Any, moment: datetime
) -> None:
    assert "van own" not in words(version, other_teacher, moment)
    assert "van own" not in repr(queries.shot_of(version, None, moment.date()))


def test_who_has_left_or_is_of_another_school_finds_no_version(
    version: PlanVersion, leader: Any, stranger: Any, moment: datetime
) -> None:
    leader.until_date = moment.date().replace(day=1)
    assert rules.why_not_read(version, leader, day=moment.date())
    assert rules.why_not_read(version, stranger, day=moment.date())
    assert "Aanpak van shared." not in words(version, leader, moment)


def test_control_without_the_rule_a_later_member_reads_it(
    version: PlanVersion, second_coordinator: Any, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "why_not_read_personal", lambda *_args, **_kwargs: None)
    assert "Aanpak van shared." in words(version, second_coordinator, moment)


def test_a_later_change_of_the_plan_or_a_name_does_not_show(
    version: PlanVersion, parts: Any, teacher: Any, leader: Any, moment: datetime
) -> None:
    from partituur.plans.models import Text
    from partituur.schools.models import Membership

    before = queries.shot_of(version, leader, moment.date())
    Text.objects.update(body="Anders.")
    Membership.objects.filter(pk=teacher.pk).update(name="Een ander")
    assert queries.shot_of(version, leader, moment.date()) == before


def test_attendance_counts_and_names_who_was_there(version: PlanVersion) -> None:
    there = queries.attendance(version)
    assert (there.members, there.present) == (4, 2)
    assert there.names == ["Jesse Bakker", "Marieke de Vries"]

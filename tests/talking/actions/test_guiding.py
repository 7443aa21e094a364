"""The guidance log of a part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.talking.parts import share

from partituur.kernel.errors import Refusal
from partituur.plans.models import Part
from partituur.schools.models import Membership, SchoolYear
from partituur.talking.actions import guiding
from partituur.talking.models import GuidanceNote


def note(part: Part, by: Membership, at: datetime, **given: Any) -> GuidanceNote:
    about: dict[str, Any] = {
        "kind": "visit",
        "day": at.date(),
        "body": "Rustige les.",
        "is_subject": False,
    }
    return guiding.note(part=part, by=by, at=at, **(about | given))


def test_partners_write_and_nobody_else_shared_or_not(
    part: Part, teacher: Membership, coordinator: Membership, second_coordinator: Membership,
    leader: Membership, moment: datetime,
) -> None:  # fmt: skip
    note(part, coordinator, moment)
    note(part, teacher, moment, is_subject=True)
    share(part, teacher, moment)
    for other in (second_coordinator, leader):
        with pytest.raises(Refusal, match="wie het aangaat"):
            note(part, other, moment)


@pytest.mark.parametrize("given", [{"body": " "}, {"body": "x" * 4001}, {"kind": "mark"}])
def test_what_cannot_be_noted_is_a_sentence(
    part: Part, coordinator: Membership, moment: datetime, given: dict[str, str]
) -> None:
    with pytest.raises(Refusal):
        note(part, coordinator, moment, **given)


def test_one_takes_away_only_ones_own(
    part: Part, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    made = note(part, coordinator, moment)
    with pytest.raises(Refusal):
        guiding.take_away(found=made, by=teacher)
    guiding.take_away(found=made, by=coordinator)
    assert GuidanceNote.objects.count() == 0


@pytest.mark.parametrize(
    ("today", "gone"),
    [
        (date(2026, 12, 1), False),
        (date(2028, 7, 30), False),
        (date(2028, 7, 31), True),
        (date(2029, 1, 1), True),
    ],
)
def test_a_year_after_the_school_year_it_has_had_its_time(
    part: Part, coordinator: Membership, year: SchoolYear, moment: datetime, today: date, gone: bool
) -> None:
    note(part, coordinator, moment)
    assert guiding.wiped_on(part) == date(2028, 7, 31)
    assert GuidanceNote.objects.filter(guiding.due(today)).exists() is gone

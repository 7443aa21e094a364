"""The log of acts: whatever is changed in it is found, and the place is named."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from partituur.kernel import chain
from partituur.kernel.models import LogEntry

pytestmark = pytest.mark.django_db

SCHOOL = UUID("00000000-0000-4000-8000-000000000001")
LENGTH = 12


@pytest.fixture
def log(moment: datetime) -> list[LogEntry]:
    """Twelve acts of two people."""
    return [
        chain.record(
            school=SCHOOL, act="plan.exported", at=moment + timedelta(minutes=number),
            by={"id": str(number % 2), "name": f"Persoon {number % 2}"}, facts={"number": number},
        )
        for number in range(LENGTH)
    ]  # fmt: skip


def test_a_log_that_nobody_touched_holds(log: list[LogEntry]) -> None:
    assert chain.verify(SCHOOL) is None
    assert chain.verify(uuid4()) is None  # nor does an empty one


def test_schools_have_logs_of_their_own(log: list[LogEntry], moment: datetime) -> None:
    other = chain.record(school=uuid4(), act="plan.shared", at=moment, by={"name": "x"}, facts={})
    assert other.number == 1
    assert chain.verify(SCHOOL) is None


CHANGES: dict[str, Callable[[LogEntry], None]] = {
    "the act": lambda entry: setattr(entry, "act", "plan.shared"),
    "the moment": lambda entry: setattr(entry, "at", entry.at + timedelta(seconds=1)),
    "the facts": lambda entry: entry.facts.update(number=99),
    "who did it": lambda entry: setattr(entry, "personal", {"name": "Een ander"}),
    "the salt": lambda entry: setattr(entry, "salt", "0" * 32),
    "the commitment": lambda entry: setattr(entry, "commitment", "0" * 64),
    "the seal": lambda entry: setattr(entry, "seal", "0" * 64),
    "the school": lambda entry: setattr(entry, "school_id", uuid4()),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("number", [1, 5, LENGTH - 1])
def test_a_change_is_found_and_the_first_broken_entry_named(
    log: list[LogEntry], what: str, number: int
) -> None:
    entry = log[number - 1]
    CHANGES[what](entry)
    entry.save()
    broken = chain.verify(SCHOOL)
    assert broken is not None
    assert broken == number


def test_a_removed_entry_is_found(log: list[LogEntry]) -> None:
    log[4].delete()
    assert chain.verify(SCHOOL) == 5


def test_swapped_entries_are_found(log: list[LogEntry]) -> None:
    for entry, number in ((log[3], 99), (log[4], 4), (log[3], 5)):
        LogEntry.objects.filter(pk=entry.pk).update(number=number)
    assert chain.verify(SCHOOL) == 4


def test_who_was_erased_leaves_a_log_that_holds(log: list[LogEntry]) -> None:
    LogEntry.objects.filter(personal__id="1").update(personal=None, salt="")
    assert chain.verify(SCHOOL) is None


def test_acts_of_many_at_once_get_numbers_of_their_own(moment: datetime) -> None:
    chance = random.Random(1)
    schools = [uuid4() for _ in range(3)]
    for _ in range(20):
        chain.record(
            school=chance.choice(schools), act="x.y", at=moment, by={"name": "x"}, facts={}
        )
    assert all(chain.verify(each) is None for each in schools)

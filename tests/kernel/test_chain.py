"""The log of acts: whatever is changed in it is found, and the place is named."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
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


def test_who_was_erased_leaves_a_log_that_holds(log: list[LogEntry], moment: datetime) -> None:
    entry = chain.erase(school=SCHOOL, who="1", at=moment, by={"id": "0", "name": "Persoon 0"})
    assert entry.facts == {"entries": [2, 4, 6, 8, 10, 12]}
    assert not LogEntry.objects.filter(personal__name="Persoon 1").exists()
    assert not LogEntry.objects.filter(personal=None).exclude(salt="").exists()
    assert chain.verify(SCHOOL) is None


def test_words_that_are_missing_without_an_erasure_are_tampering(log: list[LogEntry]) -> None:
    LogEntry.objects.filter(number=4).update(personal=None, salt="")
    assert chain.verify(SCHOOL) == 4


def test_a_cut_tail_shows_against_a_fingerprint_that_was_kept(log: list[LogEntry]) -> None:
    head = chain.head(SCHOOL)
    assert head
    LogEntry.objects.filter(number__gte=11).delete()
    assert chain.verify(SCHOOL) is None  # nothing in the log itself can tell
    assert chain.verify(SCHOOL, head.fingerprint) == 11


def test_a_log_that_was_made_anew_shows_against_a_fingerprint(
    log: list[LogEntry], moment: datetime
) -> None:
    head = chain.head(SCHOOL)
    assert head
    LogEntry.objects.all().delete()
    for number in range(LENGTH):
        chain.record(
            school=SCHOOL, act="plan.shared", at=moment, by={"name": "x"}, facts={"n": number}
        )
    assert chain.verify(SCHOOL) is None
    assert chain.verify(SCHOOL, head.fingerprint) == LENGTH


@pytest.mark.parametrize("typed", ["34", "abc", "x-0f3a9c27d1", "3-zzzzzzzzzz", "3-12"])
def test_what_is_no_fingerprint_is_said_to_be_none(log: list[LogEntry], typed: str) -> None:
    with pytest.raises(Refusal, match="geen vingerafdruk"):
        chain.verify(SCHOOL, typed)


def test_a_fingerprint_may_be_typed_with_spaces_and_capitals(log: list[LogEntry]) -> None:
    head = chain.head(SCHOOL)
    assert head
    typed = f" {head.number} - {head.seal[:12].upper()} {head.seal[12:20]}"
    assert chain.verify(SCHOOL, typed) is None


# --- at random ----------------------------------------------------------------------------------

TAMPERINGS = 1000


def tamper(chance: random.Random) -> int:
    """Do one thing to the log that should be found; the number of the first broken entry."""
    number = chance.randint(1, LENGTH)
    entry = LogEntry.objects.get(school_id=SCHOOL, number=number)
    what = chance.choice(["change", "remove", "cut", "swap", "add", "erase"])
    if what == "change":
        CHANGES[chance.choice(sorted(CHANGES))](entry)
        entry.save()
    elif what == "remove":
        entry.delete()
    elif what == "cut":
        LogEntry.objects.filter(school_id=SCHOOL, number__gte=number).delete()
    elif what == "erase":
        LogEntry.objects.filter(pk=entry.pk).update(personal=None, salt="")
    elif what == "swap":
        other = LogEntry.objects.get(number=number % LENGTH + 1)
        LogEntry.objects.filter(pk=entry.pk).update(number=99)
        LogEntry.objects.filter(pk=other.pk).update(number=number)
        LogEntry.objects.filter(pk=entry.pk).update(number=number % LENGTH + 1)
        return min(number, number % LENGTH + 1)
    else:  # a copy at the end, with a number of its own
        entry.pk, entry.number = None, LENGTH + 1
        entry.save(force_insert=True)
        return LENGTH + 1
    return number


def test_a_thousand_tamperings_are_all_found_and_the_first_broken_entry_is_named(
    log: list[LogEntry],
) -> None:
    chance, head = random.Random(20261124), chain.head(SCHOOL)
    assert head
    wrong = []
    for time in range(TAMPERINGS):
        with transaction.atomic():
            expected = tamper(chance)
            found = chain.verify(SCHOOL, head.fingerprint)
            if found != expected:
                wrong.append((time, expected, found))
            transaction.set_rollback(True)
    assert wrong == []


def test_without_the_seals_most_tamperings_would_go_unseen(
    log: list[LogEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "seal_of", lambda entry, _before: entry.seal)
    monkeypatch.setattr(chain, "_words_hold", lambda *_given: True)
    LogEntry.objects.filter(number=5).update(act="plan.shared")
    assert chain.verify(SCHOOL) is None


def test_acts_of_many_at_once_get_numbers_of_their_own(moment: datetime) -> None:
    chance = random.Random(1)
    schools = [uuid4() for _ in range(3)]
    for _ in range(20):
        chain.record(
            school=chance.choice(schools), act="x.y", at=moment, by={"name": "x"}, facts={}
        )
    assert all(chain.verify(each) is None for each in schools)

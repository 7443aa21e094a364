"""Proposals of somebody who is erased: their words go, and what the school decided stays."""

from __future__ import annotations

from tests.adoption.desk import Desk, desk

from partituur.adoption.models import AmendedText, Amendment
from partituur.plans import erasing

__all__ = ["desk"]
State = Amendment.State


def test_words_and_reason_about_an_erased_part_go_and_the_rest_stays(desk: Desk) -> None:
    own = desk.proposed("subject", "Anders.", "own")
    of_school = desk.proposed("named_ib", "Elke maand.", "team")
    desk.draft("subject", "Nog niet.")
    desk.draft("named_ib", "Ook niet.", "principle")

    erasing.take_elsewhere(desk.people["subject"], [desk.goal.part])

    own.refresh_from_db()
    assert (own.state, own.reason) == (State.WITHDRAWN, "")
    of_school.refresh_from_db()
    assert (of_school.state, of_school.reason) == (State.ANNOUNCED, "Zo klopt het.")
    assert set(AmendedText.objects.values_list("body", flat=True)) == {"Elke maand.", "Ook niet."}
    assert not Amendment.objects.filter(by=desk.people["subject"], state=State.DRAFT).exists()


def test_what_was_accepted_stays_accepted_without_its_words(desk: Desk) -> None:
    done = desk.proposed(small=False)
    version = desk.accept(done)
    erasing.take_elsewhere(desk.people["subject"], [desk.goal.part])
    done.refresh_from_db()
    assert (done.state, done.version, done.reason) == (State.ACCEPTED, version, "")


def test_when_only_names_go_the_words_stay(desk: Desk) -> None:
    own = desk.proposed()
    erasing.take_elsewhere(None, [desk.goal.part], names_only=True)
    own.refresh_from_db()
    assert (own.by, own.reason) == (None, "Zo klopt het.")
    assert own.texts.get().body == "Anders."

"""Evaluations go by the term of personal parts, and are held up with everything else."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from tests.evaluations.looking import goal_of, share, write
from tests.web.access.house import House

from partituur.evaluations.actions import destroying
from partituur.evaluations.models import Evaluation
from partituur.kernel.models import LogEntry
from partituur.privacy.actions import destroying as privacy
from partituur.privacy.actions import holding
from partituur.web import rounds


@pytest.fixture
def looked_back(house: House, moment: datetime) -> House:
    """One not shared, one shared, and one of a goal of the school."""
    subject, ib = house.people["subject"], house.people["named_ib"]
    write(goal_of(house, "shared"), ib, moment, came_of_it="Niet gedeeld.")
    share(write(goal_of(house, "shared"), subject, moment, came_of_it="Gedeeld."), moment)
    write(goal_of(house, "team"), subject, moment, came_of_it="Van de school.")
    return house


def on(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T03:00").replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


def left() -> set[tuple[str, str]]:
    return {(each.came_of_it, each.by.name if each.by else "") for each in Evaluation.objects.all()}


ALL = {("Niet gedeeld.", "Noor"), ("Gedeeld.", "Sanne"), ("Van de school.", "Sanne")}


def test_what_was_shared_loses_its_name_and_the_rest_goes(looked_back: House) -> None:
    school = looked_back.school
    assert destroying.destroy(school=school, at=on("2030-07-30")) == 0
    assert left() == ALL
    assert destroying.destroy(school=school, at=on("2030-07-31")) == 2
    assert left() == {("Gedeeld.", ""), ("Van de school.", "Sanne")}
    assert destroying.destroy(school=school, at=on("2031-07-31")) == 0
    entry = LogEntry.objects.get(act="data.destroyed")
    assert entry.facts == {"kind": "evaluations", "number": 2}


def test_under_a_hold_nothing_goes(looked_back: House, moment: datetime) -> None:
    holding.ask_hold(reason="Onderzoek.", by=looked_back.people["leader"], at=moment)
    assert destroying.destroy(school=looked_back.school, at=on("2040-01-01")) == 0
    assert left() == ALL


def test_the_night_does_it_before_the_parts_lose_their_people(
    looked_back: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: on("2030-08-01"))
    rounds.destroy_what_had_its_time()
    assert left() == {("Gedeeld.", ""), ("Van de school.", "Sanne")}


def test_control_without_it_the_name_would_stay(looked_back: House) -> None:
    privacy.destroy(school=looked_back.school, at=on("2030-08-01"))
    assert ("Gedeeld.", "Sanne") in left()

"""Own data, with what was proposed: all of one's own, and nothing of anybody else."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from tests.web.access.house import House, build

from partituur.adoption import personal
from partituur.adoption.actions import amending
from partituur.plans.models import Plan

PROPOSED = {f"kanarie{which}{what}" for which in ("own", "shared") for what in ("reden", "wordt")}
DRAFT = {"kanariekladreden", "kanariekladwordt"}


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def said(house: House, role: str, moment: datetime) -> set[str]:
    found = json.dumps(personal.data_of(house.people[role], at=moment), ensure_ascii=False)
    return {word for word in PROPOSED | DRAFT if word in found}


def test_what_somebody_proposed_is_there_and_a_draft_too(house: House, moment: datetime) -> None:
    assert said(house, "subject", moment) == PROPOSED | DRAFT


def test_others_have_no_word_of_it_also_when_they_asked_for_the_meeting(
    house: House, moment: datetime
) -> None:
    Plan.objects.update(state="adopted")
    amending.ask_for_meeting(
        amendment=house.things["amendment shared"], by=house.people["leader"], at=moment
    )
    for role in ("leader", "named_ib", "teacher"):
        assert said(house, role, moment) == set()
    data = personal.data_of(house.people["leader"], at=moment)["amendments"]
    assert [datetime.fromisoformat(each["asked_at"]) for each in data] == [moment]

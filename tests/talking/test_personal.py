"""Own data, with what was said: all of one's own, and nothing of anybody else."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from tests.web.access.house import House, build

from partituur.talking import personal

MINE = ("zegt", "voorstel", "vraag", "inzet", "logboek")


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def said(house: House, role: str, moment: datetime) -> str:
    return json.dumps(personal.data_of(house.people[role], at=moment), ensure_ascii=False)


def test_what_was_said_and_noted_about_a_teacher_is_there(house: House, moment: datetime) -> None:
    found = said(house, "subject", moment)
    wanted = [f"kanarie{part}{what}" for part in ("own", "shared") for what in MINE]
    assert [word for word in [*wanted, "kanarievooraf"] if word not in found] == []


def test_a_colleague_who_was_asked_has_the_question_and_no_more(
    house: House, moment: datetime
) -> None:
    found = said(house, "teacher", moment)
    there = {word for word in house.canaries if word in found}
    assert there == {"kanarieownvraag", "kanariesharedvraag"}


def test_the_named_coordinator_has_what_she_wrote_and_not_what_the_teacher_said(
    house: House, moment: datetime
) -> None:
    found = said(house, "named_ib", moment)
    assert "kanarieownlogboek" in found
    assert "kanarieownvoorstel" in found
    assert "kanarieownzegt" not in found
    assert "kanarieownvraag" not in found


def test_where_somebody_is_signed_in_is_there_for_them_alone(
    house: House, moment: datetime
) -> None:
    signing_in = personal.data_of(house.people["subject"], at=moment)["signing_in"]
    assert set(signing_in) == {"second_steps", "services", "sessions", "mail"}

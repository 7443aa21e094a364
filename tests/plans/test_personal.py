"""Own data: all of one's own, and nothing of anybody else."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from tests.web.access.house import House, build

from partituur.plans import agreeing, personal, queries
from partituur.plans.actions import agreeing as acts


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def said(house: House, role: str, moment: datetime) -> str:
    return json.dumps(personal.data_of(house.people[role], at=moment), ensure_ascii=False)


def test_everything_of_a_teacher_is_there_and_nothing_of_others(
    house: House, moment: datetime
) -> None:
    found = said(house, "subject", moment)
    mine = {
        word
        for word, place in house.canaries.items()
        if place in ("own", "shared", "learning")
        # tests/talking/test_personal.py, tests/adoption/test_personal.py
        and not word.endswith(("zegt", "voorstel", "reden", "wordt"))
    }
    others = {word for word, place in house.canaries.items() if place in ("team", "ib", "loose")}
    assert [word for word in sorted(mine) if word not in found] == []
    assert [word for word in sorted(others) if word in found] == []


def test_words_that_were_set_aside_are_there_too(house: House, moment: datetime) -> None:
    written = personal.data_of(house.people["subject"], at=moment)["written"]
    assert any(not each["accepted"] for each in written)


def test_who_wrote_nothing_has_no_words_of_others(house: House, moment: datetime) -> None:
    found = said(house, "teacher", moment)
    assert [word for word in house.canaries if word in found] == []
    assert "Thijs" in found


def test_what_was_agreed_to_and_what_the_log_says_are_there(house: House, moment: datetime) -> None:
    part, member = house.parts["own"], house.people["subject"]
    kind = queries.format_of(house.school).kind(part.kind)
    content = agreeing.content_of(kind, queries.load_part(part, day=moment.date()), {})
    acts.agree(
        part=part, by=member, is_subject=True, seen=agreeing.digest_of(content), content=content,
        at=moment,
    )  # fmt: skip
    data = personal.data_of(member, at=moment)
    assert [each["part"] for each in data["agreements"]] == ["Leraar own"]
    assert [each["act"] for each in data["log"]] == ["part.shared"] * 2 + ["part.agreed"]


def test_every_key_is_there_for_a_colleague_without_an_account(
    house: House, moment: datetime
) -> None:
    member = house.people["teacher"]
    full = personal.data_of(member, at=moment)
    member.person = None
    bare = personal.data_of(member, at=moment)
    assert list(bare) == list(full)
    assert bare["account"] is None

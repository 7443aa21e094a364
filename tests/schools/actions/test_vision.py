"""The vision as statements: words, order, what no longer holds."""

from __future__ import annotations

from datetime import datetime

import pytest

from partituur.kernel.errors import Refusal
from partituur.schools.actions import vision
from partituur.schools.models import Membership, School, VisionStatement


@pytest.fixture
def statements(school: School, moment: datetime) -> list[VisionStatement]:
    return [
        vision.add_statement(school=school, text=text, by=None, at=moment)
        for text in ("Elk kind telt.", "Wij leren samen.", "Rust en ruimte.")
    ]


def _standing(school: School) -> list[str]:
    return list(
        VisionStatement.objects.filter(school=school, retired_at__isnull=True)
        .order_by("position", "pk")
        .values_list("text", flat=True)
    )


def test_statements_stand_in_the_order_in_which_they_came(
    school: School, statements: list[VisionStatement]
) -> None:
    assert _standing(school) == ["Elk kind telt.", "Wij leren samen.", "Rust en ruimte."]


def test_rewording_keeps_the_statement(
    school: School, statements: list[VisionStatement], coordinator: Membership, moment: datetime
) -> None:
    vision.reword_statement(
        statement=statements[0], text=" Ieder  kind telt. ", by=coordinator, at=moment
    )

    statements[0].refresh_from_db()
    assert statements[0].text == "Ieder kind telt."
    assert VisionStatement.objects.count() == 3


def test_replacing_retires_the_old_one_and_remembers_it(
    school: School, statements: list[VisionStatement], coordinator: Membership, moment: datetime
) -> None:
    new = vision.replace_statement(
        statement=statements[1], text="Wij bouwen samen.", by=coordinator, at=moment
    )

    statements[1].refresh_from_db()
    assert new.continues == statements[1]
    assert statements[1].retired_at == moment
    assert _standing(school) == ["Elk kind telt.", "Wij bouwen samen.", "Rust en ruimte."]


@pytest.mark.parametrize(
    ("which", "steps", "order"),
    [(0, -1, "012"), (0, 1, "102"), (2, -1, "021"), (2, 1, "012"), (2, -5, "201")],
)
def test_moving_stops_at_the_ends(
    school: School, statements: list[VisionStatement], coordinator: Membership, moment: datetime,
    which: int, steps: int, order: str,
) -> None:  # fmt: skip
    vision.move_statement(statement=statements[which], steps=steps, by=coordinator, at=moment)

    assert _standing(school) == [statements[int(place)].text for place in order]


def test_a_retired_statement_comes_back_in_its_old_place(
    school: School, statements: list[VisionStatement], coordinator: Membership, moment: datetime
) -> None:
    vision.retire_statement(statement=statements[0], by=coordinator, at=moment)
    assert _standing(school) == ["Wij leren samen.", "Rust en ruimte."]

    vision.put_back_statement(statement=statements[0], by=coordinator, at=moment)

    assert _standing(school) == ["Elk kind telt.", "Wij leren samen.", "Rust en ruimte."]


@pytest.mark.parametrize("act", [vision.reword_statement, vision.replace_statement])
def test_a_retired_statement_is_put_back_before_it_changes(
    statements: list[VisionStatement], coordinator: Membership, moment: datetime, act: object
) -> None:
    vision.retire_statement(statement=statements[0], by=coordinator, at=moment)

    with pytest.raises(Refusal, match="vervallen"):
        act(statement=statements[0], text="Anders.", by=coordinator, at=moment)  # type: ignore[operator]
    with pytest.raises(Refusal, match="vervallen"):
        vision.move_statement(statement=statements[0], steps=1, by=coordinator, at=moment)


@pytest.mark.parametrize(
    ("text", "reason"),
    [(" ", "Schrijf een zin"), ("x" * 301, "300 tekens"), ("Wij leren samen.", "staat er al")],
)
def test_words_that_are_missing_too_many_or_there_already_are_refused(
    school: School, statements: list[VisionStatement], coordinator: Membership, moment: datetime,
    text: str, reason: str,
) -> None:  # fmt: skip
    with pytest.raises(Refusal, match=reason):
        vision.add_statement(school=school, text=text, by=coordinator, at=moment)
    with pytest.raises(Refusal, match=reason):
        vision.reword_statement(statement=statements[0], text=text, by=coordinator, at=moment)
    with pytest.raises(Refusal, match=reason):
        vision.replace_statement(statement=statements[0], text=text, by=coordinator, at=moment)


def test_the_same_words_do_not_come_back_beside_themselves(
    school: School, statements: list[VisionStatement], coordinator: Membership, moment: datetime
) -> None:
    vision.retire_statement(statement=statements[0], by=coordinator, at=moment)
    vision.add_statement(school=school, text="Elk kind telt.", by=coordinator, at=moment)

    with pytest.raises(Refusal, match="staat er al"):
        vision.put_back_statement(statement=statements[0], by=coordinator, at=moment)


def test_another_school_has_its_own_words(
    statements: list[VisionStatement], stranger: Membership, moment: datetime
) -> None:
    vision.add_statement(school=stranger.school, text="Elk kind telt.", by=stranger, at=moment)

    assert _standing(stranger.school) == ["Elk kind telt."]

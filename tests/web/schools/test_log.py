"""The page of the log: acts without texts, and whether the log holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import partituur
from partituur.kernel import chain
from partituur.kernel.models import LogEntry
from partituur.schools.actions import vision
from partituur.web.schools.log import ACTS

PAGE = "/school/de-notenbalk/logboek/"


@pytest.fixture
def acts(school: Any, coordinator: Any, leader: Any, moment: datetime) -> None:
    vision.add_statement(school=school, text="Rust en ritme.", by=coordinator, at=moment)
    vision.add_statement(school=school, text="Samen.", by=leader, at=moment)


def page(client: Client, **asked: str) -> str:
    return client.get(PAGE, asked).content.decode()


def test_who_manages_the_school_sees_what_was_done_and_no_texts(
    acts: None, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    shown = page(client_of(coordinator))
    assert shown.count("zette een visie-uitspraak erbij") == 2
    assert "Peter Hendriks" in shown
    assert "Rust en ritme." not in shown
    assert "Het logboek klopt: er is niets veranderd en niets weg." in shown


def test_others_see_what_they_did_themselves(
    acts: None, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    shown = page(client_of(teacher))
    assert "Peter Hendriks" not in shown
    assert "Er staat nog niets in het logboek." in shown


def test_a_touched_log_is_said_to_be_so_with_the_place(
    acts: None, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    LogEntry.objects.filter(number=2).update(act="part.shared")
    assert "klopt niet vanaf regel 2" in page(client_of(coordinator))


def test_a_cut_tail_shows_against_a_fingerprint_from_paper(
    acts: None, school: Any, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    head = chain.head(school.public_id)
    assert head
    client = client_of(coordinator)
    assert "ook met deze vingerafdruk" in page(client, vingerafdruk=head.fingerprint)
    LogEntry.objects.filter(number=2).delete()
    assert "klopt niet vanaf regel 2" in page(client, vingerafdruk=head.fingerprint)


def test_what_is_no_fingerprint_gets_a_sentence_and_stays_in_the_form(
    acts: None, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    answer = client_of(coordinator).get(PAGE, {"vingerafdruk": "iets anders"})
    assert answer.status_code == 422
    assert "Dit is geen vingerafdruk." in answer.content.decode()
    assert 'value="iets anders"' in answer.content.decode()


def test_who_was_erased_has_no_name_there_any_more(
    acts: None, school: Any, coordinator: Any, leader: Any, moment: datetime,
    client_of: Callable[[Any], Client],
) -> None:  # fmt: skip
    chain.erase(
        school=school.public_id, who=str(leader.public_id), at=moment, by={"name": "partituur"}
    )
    shown = page(client_of(coordinator))
    assert "Peter Hendriks" not in shown
    assert "iemand die gewist is" in shown
    assert "Het logboek klopt" in shown


def test_every_act_that_is_recorded_has_its_words() -> None:
    source = Path(partituur.__file__).parent
    recorded = {
        act
        for path in [
            *source.glob("*/actions/*.py"),
            *source.glob("*/*.py"),
            *source.glob("web/*/*.py"),
        ]
        for act in re.findall(
            r'"((?:amendment|evaluation|format|meeting|learning_team|member|part|person|plan|school|service|vision|data|hold|log|retention)\.[a-z_]+)"',
            path.read_text(),
        )
    }
    assert recorded - set(ACTS) - {"plan.typ", "plan.exported"} == set()
    assert set(ACTS) - recorded == set()

"""The minutes: what they say, what they keep to themselves, and the documents."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import docx
import pytest
from django.test import Client
from tests.exchange.pdf.tagged import Reading
from tests.meetings.situations import point_of

from partituur.meetings.actions import deciding, holding
from partituur.meetings.models import Answer, Meeting

Signed = Callable[[Any], Client]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def held(
    meeting: Meeting, coordinator: Any, leader: Any, teacher: Any, say: Callable[..., Answer],
    moment: datetime,
) -> Meeting:  # fmt: skip
    """Decided and closed; the teacher answered afterwards."""
    goal = point_of(meeting, "goal")
    holding.go_to(point=goal, by=coordinator, at=moment)
    say(goal, leader, "note", words="Ook op vrijdag?")
    say(goal, coordinator, "note", words="Ik help mee.", with_name=True)
    holding.say_outcome(point=goal, words="Vrijdag hoort erbij.", by=coordinator, at=moment)
    meeting.refresh_from_db()
    deciding.decide(
        meeting=meeting, purpose="adopt", passed=True, words="We stellen het plan vast.",
        by=coordinator, at=moment,
    )  # fmt: skip
    until = (moment + timedelta(days=7)).date()
    holding.close_meeting(meeting=meeting, answers_until=until, by=coordinator, at=moment)
    say(goal, teacher, "object", words="Ik had liever gewacht.", at=moment + timedelta(days=1))
    return meeting


def test_the_minutes_tell_what_was_said_without_saying_who(
    held: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    page = client_of(teacher).get(f"{address}verslag/").content.decode()
    for said in (
        "We stellen het plan vast.", "Ook op vrijdag?", "Vrijdag hoort erbij.",
        "Ik had liever gewacht.", "Achteraf gegeven, door wie er niet bij was",
    ):  # fmt: skip
        assert said in page
    assert "(Marieke de Vries)" in page
    assert "(Peter Hendriks)" not in page
    assert "(Jesse Bakker)" not in page


def test_there_are_no_minutes_before_the_end(
    meeting: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    for path in ("verslag/", "verslag.pdf", "verslag.docx"):
        assert client_of(coordinator).get(f"{address}{path}").status_code == 403


def test_one_click_gives_the_minutes_with_the_plan_as_pdf(
    held: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    answer = client_of(teacher).get(f"{address}verslag.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "verslag-teamvergadering-de-notenbalk-2026-09-15.pdf" in answer["Content-Disposition"]
    text = Reading(answer.content).text
    for said in ("We stellen het plan vast.", "We lezen elke dag.", "Ook op vrijdag?", "v1-"):
        assert said in text


def test_and_as_word(held: Meeting, address: str, client_of: Signed, teacher: Any) -> None:
    answer = client_of(teacher).get(f"{address}verslag.docx")
    assert answer["Content-Type"] == WORD
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(answer.content)).paragraphs)
    assert text.index("Verslag van de teamvergadering") < text.index("We lezen elke dag.")
    assert "Samen kijken, Leraar Thijs" not in text


def test_other_formats_are_not_there(
    held: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    assert client_of(teacher).get(f"{address}verslag.json").status_code == 404
    assert client_of(teacher).get(f"{address}verslag.exe").status_code == 404

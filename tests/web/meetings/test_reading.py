"""The page of a meeting: reading along beforehand, saying that one cannot come, answering after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.exchange.calendar import strict
from tests.meetings.situations import point_of

from partituur.meetings.actions import holding
from partituur.meetings.models import Answer, Meeting, Seat
from partituur.plans.models import Plan
from partituur.talking.actions import saying
from partituur.talking.actions.saying import About

Signed = Callable[[Any], Client]


def test_the_agenda_leads_to_the_plan_and_to_what_is_said_about_it(
    planned: Meeting, address: str, client_of: Signed, teacher: Any, leader: Any, moment: datetime
) -> None:
    goal = point_of(planned, "goal").goal
    assert goal is not None
    saying.begin(
        about=About(planned.plan, part=goal.part, goal=goal), body="Elke dag?", by=leader, at=moment
    )
    page = client_of(teacher).get(address).content.decode()
    assert f'href="/school/de-notenbalk/plan/2026-2027/#doel-{goal.public_id}"' in page
    assert f'href="/school/de-notenbalk/plan/2026-2027/gesprek/doel/{goal.public_id}/"' in page
    assert "1 reactie open" in page
    assert "Elke dag?" not in page


def test_a_part_that_is_not_shared_is_not_named_with_its_words(
    planned: Meeting, address: str, client_of: Signed, leader: Any
) -> None:
    page = client_of(leader).get(address).content.decode()
    assert "Leraar Sanne" in page
    assert "Samen kijken, Leraar Thijs" not in page


def test_who_cannot_come_says_so_and_may_change_their_mind(
    planned: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    client = client_of(teacher)
    seat = Seat.objects.get(meeting=planned, member=teacher)
    client.post(f"{address}niet/")
    seat.refresh_from_db()
    assert seat.excused_at is not None
    assert "Ik kom toch" in client.get(address).content.decode()
    client.post(f"{address}wel/")
    seat.refresh_from_db()
    assert seat.excused_at is None


def test_who_is_not_invited_has_no_seat_to_give_up(
    planned: Meeting, address: str, client_of: Signed, other_teacher: Any
) -> None:
    client = client_of(other_teacher)
    assert client.get(address).status_code == 200
    assert client.post(f"{address}niet/").status_code == 404
    assert client.post(f"{address}wel/").status_code == 404


def test_the_appointment_can_be_fetched(
    planned: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    answer = client_of(teacher).get(f"{address}afspraak.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    event = strict.read(answer.content).part("VEVENT")
    assert event.one("UID").value == str(planned.public_id)
    assert "@voorbeeld.test" not in event.one("DESCRIPTION").text


# --- afterwards ----------------------------------------------------------------------------------


@pytest.fixture
def closed(
    meeting: Meeting, coordinator: Any, leader: Any, say: Callable[..., Answer], moment: datetime
) -> Meeting:
    """Over; the leader was there and the teacher was not."""
    for kind in ("goal", "accents"):
        holding.go_to(point=point_of(meeting, kind), by=coordinator, at=moment)
    say(point_of(meeting, "goal"), leader, "note", words="Kanarie van Peter")
    until = (moment + timedelta(days=7)).date()
    meeting.refresh_from_db()
    holding.close_meeting(meeting=meeting, answers_until=until, by=coordinator, at=moment)
    return meeting


def test_who_was_not_there_answers_afterwards(
    closed: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    client = client_of(teacher)
    assert "Je was er niet bij: wat vind jij?" in client.get(address).content.decode()
    goal = point_of(closed, "goal")
    path = f"{address}achteraf/{goal.public_id}/"
    page = client.get(path).content.decode()
    assert page.count('type="radio"') == 3
    assert "Kanarie van Peter" not in page
    refused = client.post(path, {"choice": "object", "words": ""})
    assert refused.status_code == 422
    assert client.post(path, {"choice": "object", "words": "Te veel."}).status_code == 302
    given = Answer.objects.get(point=goal, member=teacher)
    assert (given.choice, given.words, given.afterwards) == ("object", "Te veel.", True)
    assert "jouw antwoord: bezwaar" in client.get(address).content.decode()


def test_what_was_typed_stays_when_a_reason_is_missing(
    closed: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    path = f"{address}achteraf/{point_of(closed, 'goal').public_id}/"
    answer = client_of(teacher).post(path, {"choice": "note", "words": "", "with_name": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="note" checked' in page
    assert 'name="with_name" value="1" checked' in page


def test_an_accent_is_chosen_afterwards(
    closed: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    point = point_of(closed, "accents")
    path = f"{address}achteraf/{point.public_id}/"
    client_of(teacher).post(path, {"choice": "accents", "picks": ["talks"]})
    assert Answer.objects.get(point=point, member=teacher).picks == ["talks"]


def test_who_was_there_does_not_answer_again(
    closed: Meeting, address: str, client_of: Signed, leader: Any
) -> None:
    client = client_of(leader)
    assert "wat vind jij?" not in client.get(address).content.decode()
    path = f"{address}achteraf/{point_of(closed, 'goal').public_id}/"
    assert client.get(path).status_code == 403
    assert client.post(path, {"choice": "agree"}).status_code == 403


def test_when_the_term_is_over_nothing_is_asked(
    closed: Meeting, address: str, client_of: Signed, teacher: Any, moment: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: moment + timedelta(days=8))
    client = client_of(teacher)
    assert "wat vind jij?" not in client.get(address).content.decode()
    path = f"{address}achteraf/{point_of(closed, 'goal').public_id}/"
    assert client.post(path, {"choice": "agree"}).status_code == 403
    assert not Answer.objects.filter(member=teacher).exists()


def test_the_next_meeting_comes_first(
    planned: Meeting, written: Plan, client_of: Signed, teacher: Any
) -> None:
    page = client_of(teacher).get("/school/de-notenbalk/vergadering/").content.decode()
    assert "De eerstvolgende" in page
    assert "dinsdag 15 september 2026" in page
    assert "Zet een vergadering klaar" not in page

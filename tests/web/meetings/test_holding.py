"""Running a meeting: steps, hands, rewording, the decision and the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.meetings.situations import point_of

from partituur.mail.models import Mail
from partituur.meetings.models import Decision, Meeting, Point

Signed = Callable[[Any], Client]


def test_a_meeting_is_opened_and_its_first_point_shown(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    sent = client_of(coordinator).post(f"{address}openen/")
    assert sent["Location"] == f"{address}leiden/"
    planned.refresh_from_db()
    assert planned.state == "open"
    assert planned.code in client_of(coordinator).get(f"{address}leiden/").content.decode()


def test_a_teacher_does_not_run_a_meeting(
    meeting: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    point = point_of(meeting, "goal")
    client = client_of(teacher)
    assert client.get(f"{address}leiden/").status_code == 403
    for path in (f"leiden/punt/{point.public_id}/", f"leiden/punt/{point.public_id}/handen/"):
        assert client.post(f"{address}{path}").status_code == 403
    assert Point.objects.get(pk=point.pk).opened_at is None


def test_going_on_closes_the_point_before_unless_it_stays_open(
    meeting: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    first, second, third = meeting.points.order_by("position")[:3]
    client = client_of(coordinator)
    client.post(f"{address}leiden/punt/{second.public_id}/", {"close": "1"})
    client.post(f"{address}leiden/punt/{third.public_id}/")
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.closed_at is not None
    assert second.closed_at is None


def test_hands_are_counted_and_answers_then_refused(
    meeting: Meeting, go_to: Callable[[str], Any], address: str, client_of: Signed,
    coordinator: Any, teacher: Any,
) -> None:  # fmt: skip
    point = go_to("goal")
    counted = client_of(coordinator).post(
        f"{address}leiden/punt/{point.public_id}/handen/",
        {"agree": "12", "note": "", "object": "0"},
    )
    assert counted.status_code == 302
    assert "Geteld met handen" in client_of(coordinator).get(f"{address}leiden/").content.decode()
    assert "Steek je hand op" in client_of(teacher).get(f"{address}meedoen/").content.decode()


@pytest.mark.parametrize("typed", ["twaalf", "-1", "99999"])
def test_hands_that_are_no_number_are_refused(
    go_to: Callable[[str], Any], address: str, client_of: Signed, coordinator: Any, typed: str
) -> None:
    point = go_to("goal")
    path = f"{address}leiden/punt/{point.public_id}/handen/"
    assert client_of(coordinator).post(path, {"agree": typed}).status_code == 422


def test_rewording_asks_everybody_again(
    go_to: Callable[[str], Any], address: str, client_of: Signed, coordinator: Any, teacher: Any
) -> None:
    point = go_to("goal")
    path = f"{address}leiden/punt/{point.public_id}/verwoorden/"
    phone = client_of(teacher)
    sent = {"point": str(point.public_id), "round": "1", "choice": "agree", "key": str(uuid4())}
    phone.post(f"{address}meedoen/", sent)
    client = client_of(coordinator)
    assert "We lezen elke dag." in client.get(path).content.decode()
    key = "goal" if "goal" in client.get(path).content.decode() else ""
    headline = f"{point.goal.public_id}.{_headline(point)}"
    done = client.post(
        path,
        {"line": headline, "body": "We lezen elke ochtend.", "base": "1", "save_key": str(uuid4())},
    )
    assert done["Location"] == f"{address}leiden/", key
    page = phone.get(f"{address}meedoen/").content.decode()
    assert "We lezen elke ochtend." in page
    assert "De tekst is veranderd" in page


def _headline(point: Point) -> str:
    from partituur.plans import queries

    assert point.part
    return queries.format_of(point.school).kind(point.part.kind).headline


def test_a_decision_is_confirmed_and_told_to_the_team(
    meeting: Meeting, go_to: Callable[[str], Any], address: str, client_of: Signed,
    coordinator: Any, leader: Any, moment: datetime,
) -> None:  # fmt: skip
    go_to("decision")
    client = client_of(coordinator)
    page = client.get(f"{address}besluit/adopt/").content.decode()
    assert "Wat besloten jullie" in page
    refused = client.post(f"{address}besluit/adopt/", {"passed": "yes", "words": ""})
    assert refused.status_code == 422

    done = client.post(
        f"{address}besluit/adopt/", {"passed": "yes", "words": "We gaan ermee aan de slag."}
    )

    assert done["Location"] == f"{address}besluit/adopt/genomen/"
    receipt = client.get(done["Location"]).content.decode()
    assert "Vastgesteld" in receipt
    assert "v1-" in receipt
    assert Mail.objects.filter(body__contains="v1-").count() >= 2
    again = client_of(leader).post(
        f"{address}besluit/adopt/", {"passed": "no", "words": "Toch niet."}
    )
    assert again["Location"] == f"{address}besluit/adopt/genomen/"
    assert Decision.objects.get().passed


def test_a_meeting_is_closed_with_a_term_for_who_was_not_there(
    meeting: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    client = client_of(coordinator)
    page = client.get(f"{address}sluiten/").content.decode()
    assert "Er is nog geen besluit over" in page
    assert client.post(f"{address}sluiten/", {"until": "ooit"}).status_code == 422
    done = client.post(f"{address}sluiten/", {"until": "15-9-2026"})
    assert done["Location"] == f"{address}verslag/"
    meeting.refresh_from_db()
    assert (meeting.state, str(meeting.answers_until), meeting.code) == ("closed", "2026-09-15", "")


def test_somebody_without_a_phone_is_noted_as_there(
    meeting: Meeting, address: str, client_of: Signed, coordinator: Any, teacher: Any
) -> None:
    seat = meeting.seats.get(member=teacher)
    client = client_of(coordinator)
    client.post(f"{address}leiden/plek/{seat.public_id}/", {"step": "arrive"})
    seat.refresh_from_db()
    assert seat.came_at is not None
    client.post(f"{address}leiden/plek/{seat.public_id}/", {"step": "leave"})
    seat.refresh_from_db()
    assert seat.left_at is not None


def test_another_school_finds_nothing(
    meeting: Meeting, address: str, client_of: Signed, stranger: Any
) -> None:
    for path in ("leiden/", "scherm/", "besluit/adopt/", "sluiten/"):
        assert client_of(stranger).get(f"{address}{path}").status_code == 404

"""Joining with a code: a name, a sign, a yes; and nothing without that yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from partituur.meetings.models import Answer, Device, Meeting
from partituur.web.meetings.joining import COOKIE


def join(meeting: Meeting, member: Any) -> Client:
    """A phone that chose a name and waits."""
    client = Client()
    seat = meeting.seats.get(member=member)
    meeting.refresh_from_db()
    client.post(f"/meedoen/{meeting.code}/", {"seat": str(seat.public_id)})
    return client


def answer_to(point: Any) -> dict[str, Any]:
    return {"point": str(point.public_id), "round": point.round, "choice": "agree"}


def test_a_code_leads_to_the_names_however_it_was_typed(meeting: Meeting) -> None:
    word, number = meeting.code.split()
    for typed in (meeting.code, f"{word.lower()}{number}", f" {word}-{number} "):
        sent = Client().post("/meedoen/", {"code": typed})
        assert sent["Location"] == f"/meedoen/{word}%20{number}/"


def test_a_wrong_code_is_told_in_one_sentence(meeting: Meeting) -> None:
    refused = Client().post("/meedoen/", {"code": "KWART 0"})
    assert refused.status_code == 422
    assert "Deze code kennen we niet" in refused.content.decode()


def test_a_phone_waits_with_a_sign_until_it_is_confirmed(
    meeting: Meeting, teacher: Any, coordinator: Any, client_of: Callable[[Any], Client],
    address: str, go_to: Callable[[str], Any],
) -> None:  # fmt: skip
    point, phone = go_to("goal"), join(meeting, teacher)
    device = Device.objects.get()
    page = phone.get("/meedoen/telefoon/").content.decode()
    assert device.sign in page
    assert "We lezen elke dag." not in page
    assert phone.post("/meedoen/telefoon/", answer_to(point)).status_code == 403
    assert not Answer.objects.exists()

    console = client_of(coordinator).get(f"{address}leiden/").content.decode()
    assert teacher.name in console
    assert f"op de telefoon staat {device.sign}" in console
    client_of(coordinator).post(f"{address}leiden/telefoon/{device.public_id}/", {"answer": "yes"})

    assert "We lezen elke dag." in phone.get("/meedoen/telefoon/").content.decode()
    phone.post("/meedoen/telefoon/", answer_to(point))
    assert Answer.objects.get().member == teacher
    assert meeting.seats.get(member=teacher).came_at is not None


def test_a_phone_that_is_refused_can_do_nothing(
    meeting: Meeting, teacher: Any, coordinator: Any, client_of: Callable[[Any], Client],
    address: str,
) -> None:  # fmt: skip
    phone = join(meeting, teacher)
    device = Device.objects.get()
    client_of(coordinator).post(f"{address}leiden/telefoon/{device.public_id}/", {"answer": "no"})
    assert phone.get("/meedoen/telefoon/").status_code == 404


def test_only_who_runs_the_meeting_says_yes_to_a_phone(
    meeting: Meeting, teacher: Any, other_teacher: Any, client_of: Callable[[Any], Client],
    address: str,
) -> None:  # fmt: skip
    join(meeting, teacher)
    path = f"{address}leiden/telefoon/{Device.objects.get().public_id}/"
    assert client_of(other_teacher).post(path, {"answer": "yes"}).status_code == 403
    assert Device.objects.get().confirmed_at is None


def test_a_phone_is_good_for_its_own_meeting_and_nothing_else(
    meeting: Meeting, teacher: Any, address: str
) -> None:
    phone = join(meeting, teacher)
    Device.objects.update(confirmed_at=meeting.opened_at)
    for path in (f"{address}meedoen/", f"{address}leiden/", "/school/de-notenbalk/plan/2026-2027/"):
        assert phone.get(path)["Location"].startswith("/inloggen/")


def test_only_a_digest_of_the_token_is_kept(meeting: Meeting, teacher: Any) -> None:
    phone = join(meeting, teacher)
    token = phone.cookies[COOKIE].value
    assert phone.cookies[COOKIE]["httponly"]
    assert token not in Device.objects.get().digest


def test_a_made_up_token_opens_nothing(meeting: Meeting) -> None:
    client = Client()
    client.cookies[COOKIE] = "verzonnen"
    assert client.get("/meedoen/telefoon/").status_code == 404


def test_guessing_codes_meets_a_limit_and_a_whole_team_does_not(
    meeting: Meeting, teacher: Any, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "join_meeting": "5/m/ip"}
    for _time in range(60):
        assert Client().post("/meedoen/", {"code": meeting.code}).status_code == 302
    answers = [Client().post("/meedoen/", {"code": f"BAS {n}"}).status_code for n in range(8)]
    assert answers[:5] == [422] * 5
    assert answers[5:] == [429] * 3


@pytest.mark.parametrize("path", ["/meedoen/KWART 274/", "/meedoen/telefoon/"])
def test_without_a_meeting_there_is_nothing(db: None, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_who_is_signed_in_goes_straight_to_the_own_phone_page(
    meeting: Meeting, teacher: Any, client_of: Callable[[Any], Client], address: str
) -> None:
    sent = client_of(teacher).get(f"/meedoen/{meeting.code}/")
    assert sent["Location"] == f"{address}meedoen/"

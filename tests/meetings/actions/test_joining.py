"""A phone without an account: it says whose it is, and counts once somebody said yes to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from partituur.kernel.errors import Refusal
from partituur.meetings import queries
from partituur.meetings.actions import holding, joining
from partituur.meetings.models import Device, Meeting, Seat


@pytest.fixture
def seat(meeting: Meeting, teacher: Any) -> Seat:
    found = queries.seat_of(meeting, teacher)
    assert found is not None
    found.meeting = meeting
    return found


def test_a_phone_counts_once_it_is_confirmed(
    seat: Seat, coordinator: Any, moment: datetime
) -> None:
    device, token = joining.ask(seat=seat, at=moment)
    assert device.confirmed_at is None
    assert not queries.present(seat.meeting).exists()
    joining.confirm(device=device, by=coordinator, at=moment)
    found = joining.device_of(token)
    assert found is not None
    assert (found.seat.member, found.confirmed_at) == (seat.member, moment)
    assert queries.present(seat.meeting).get() == seat


def test_only_a_digest_of_the_token_is_kept(seat: Seat, moment: datetime) -> None:
    device, token = joining.ask(seat=seat, at=moment)
    assert token not in repr(Device.objects.values())
    assert joining.device_of(device.digest) is None
    assert joining.device_of("") is None
    assert joining.device_of(token + "x") is None


def test_a_refused_phone_can_do_nothing_any_more(
    seat: Seat, coordinator: Any, leader: Any, moment: datetime
) -> None:
    device, token = joining.ask(seat=seat, at=moment)
    stale = Device.objects.select_related("seat__meeting").get()
    joining.refuse(device=device, by=coordinator, at=moment)
    assert joining.device_of(token) is None
    with pytest.raises(Refusal, match="vraagt niet meer"):
        joining.confirm(device=stale, by=leader, at=moment)  # at the same moment
    assert not queries.present(seat.meeting).exists()


@pytest.mark.parametrize("who", ["teacher", "stranger"])
def test_who_does_not_lead_says_neither_yes_nor_no(
    seat: Seat, request: pytest.FixtureRequest, moment: datetime, who: str
) -> None:
    device, _token = joining.ask(seat=seat, at=moment)
    by = request.getfixturevalue(who)
    for act in (joining.confirm, joining.refuse):
        with pytest.raises(Refusal):
            act(device=device, by=by, at=moment)
    assert Device.objects.get().confirmed_at is None


def test_each_waiting_phone_has_a_sign_of_its_own_and_few_wait_for_one_name(
    seat: Seat, leader: Any, moment: datetime
) -> None:
    waiting = [joining.ask(seat=seat, at=moment)[0] for _time in range(joining.MOST_WAITING)]
    with pytest.raises(Refusal, match="Steek even je hand op"):
        joining.ask(seat=seat, at=moment)
    other = queries.seat_of(seat.meeting, leader)
    assert other is not None
    waiting.append(joining.ask(seat=other, at=moment)[0])
    assert len({each.sign for each in waiting}) == len(waiting)


def test_phones_join_while_the_meeting_is_open(
    seat: Seat, coordinator: Any, moment: datetime
) -> None:
    device, _token = joining.ask(seat=seat, at=moment)
    holding.close_meeting(meeting=seat.meeting, answers_until=None, by=coordinator, at=moment)
    with pytest.raises(Refusal, match="niet open"):
        joining.ask(seat=seat, at=moment)
    device = Device.objects.select_related("seat__meeting").get()
    with pytest.raises(Refusal, match="niet open"):
        joining.confirm(device=device, by=coordinator, at=moment)

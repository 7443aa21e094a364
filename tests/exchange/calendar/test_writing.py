"""An appointment is read back by a reader that shares nothing with what wrote it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.calendar import strict
from tests.exchange.calendar.strict import Component

from partituur.exchange.calendar import writing
from partituur.exchange.calendar.writing import Appointment, Somebody

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BEGINS = datetime(2026, 9, 14, 15, 30, tzinfo=AMSTERDAM)
NOW = datetime(2026, 9, 8, 10, 0, tzinfo=AMSTERDAM)
JESSE = Somebody("Jesse Bakker", "jesse.bakker@voorbeeld.test")
UID = UUID("6c7fbd38-6a9f-4a88-9c36-0d9a3d1a0001")


def _about(**changes: Any) -> Appointment:
    asked: dict[str, Any] = {
        "uid": UID, "summary": "Teamvergadering", "starts_at": BEGINS, "place": "Teamkamer",
        "description": "Lees vooraf mee.", "url": "https://school.example/v/", "sequence": 0,
        "organizer": Somebody("Basisschool De Notenbalk", "partituur@voorbeeld.test"),
    }  # fmt: skip
    return Appointment(**asked | changes)


def _read(what: Appointment, method: str, to: Somebody | None = JESSE) -> Component:
    return strict.read(writing.write(what, method=method, to=to, at=NOW))


def test_an_invitation_has_what_a_calendar_asks() -> None:
    calendar = _read(_about(), writing.REQUEST)
    assert calendar.one("VERSION").value == "2.0"
    assert calendar.one("METHOD").value == "REQUEST"
    event = calendar.part("VEVENT")
    assert event.one("UID").value == str(UID)
    assert event.one("SUMMARY").text == "Teamvergadering"
    assert event.one("LOCATION").text == "Teamkamer"
    assert event.one("URL").value == "https://school.example/v/"
    assert event.one("DTSTAMP").value == "20260908T080000Z"
    begins = event.one("DTSTART")
    assert (begins.value, begins.parameters) == ("20260914T153000", {"TZID": "Europe/Amsterdam"})
    assert event.one("DTEND").value == "20260914T170000"
    assert event.one("STATUS").value == "CONFIRMED"


def test_a_change_and_a_cancellation_are_of_the_same_appointment_and_count_on() -> None:
    told = [
        _read(_about(sequence=number), method).part("VEVENT")
        for number, method in enumerate((writing.REQUEST, writing.REQUEST, writing.CANCEL))
    ]
    assert {each.one("UID").value for each in told} == {str(UID)}
    assert [each.one("SEQUENCE").value for each in told] == ["0", "1", "2"]
    assert told[-1].one("STATUS").value == "CANCELLED"


def test_it_names_the_receiver_and_nobody_else() -> None:
    data = writing.write(_about(), method=writing.REQUEST, to=JESSE, at=NOW)
    event = strict.read(data).part("VEVENT")
    [attendee] = event.all("ATTENDEE")
    assert attendee.value == "mailto:jesse.bakker@voorbeeld.test"
    assert attendee.parameters["CN"] == "Jesse Bakker"
    assert event.one("ORGANIZER").value == "mailto:partituur@voorbeeld.test"
    unfolded = data.decode().replace("\r\n ", "")
    assert set(re.findall(r"[\w.]+@[\w.]+", unfolded)) == {
        "jesse.bakker@voorbeeld.test", "partituur@voorbeeld.test",
    }  # fmt: skip


def test_what_somebody_fetches_names_nobody() -> None:
    calendar = _read(_about(), writing.PUBLISH, to=None)
    assert calendar.one("METHOD").value == "PUBLISH"
    assert calendar.part("VEVENT").all("ATTENDEE") == []


@pytest.mark.parametrize("year", [1997, 2026, 2031])
def test_the_zone_turns_its_clock_when_amsterdam_does(year: int) -> None:
    zone = _read(_about(), writing.REQUEST).part("VTIMEZONE")
    assert zone.one("TZID").value == "Europe/Amsterdam"
    for part in zone.components:
        rule = dict(each.split("=") for each in part.one("RRULE").value.split(";"))
        assert (rule["FREQ"], rule["BYDAY"]) == ("YEARLY", "-1SU")
        hour = int(part.one("DTSTART").value[9:11])
        turns = _last_sunday(year, int(rule["BYMONTH"])).replace(hour=hour)
        before, after = (part.one(name).value for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        # DTSTART is told by the clock that is about to turn
        moment = turns - _offset(before)
        real = [
            (moment + timedelta(seconds=step)).astimezone(AMSTERDAM).utcoffset() for step in (-1, 0)
        ]
        assert real == [_offset(before), _offset(after)]


def _last_sunday(year: int, month: int) -> datetime:
    day = datetime(year, month, 31, tzinfo=ZoneInfo("UTC"))
    return day - timedelta(days=(day.weekday() + 1) % 7)


def _offset(said: str) -> timedelta:
    return timedelta(hours=int(said[:3]), minutes=int(said[3:]))


@given(st.text(max_size=200), st.text(max_size=90).filter(str.strip))
def test_whatever_was_typed_stays_inside_its_own_line(place: str, name: str) -> None:
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in place + name):
        return  # no text from a form or the database has a loose half of a sign
    who = Somebody(name, "jesse.bakker@voorbeeld.test")
    event = _read(_about(place=place), writing.REQUEST, to=who).part("VEVENT")
    assert [each.name for each in event.all("ATTENDEE")] == ["ATTENDEE"]
    assert event.one("ATTENDEE").value == "mailto:jesse.bakker@voorbeeld.test"
    assert event.one("UID").value == str(UID)

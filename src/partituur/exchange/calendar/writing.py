"""Writes a meeting as an appointment that every calendar takes in, changes and takes away again.

A calendar knows an appointment by its UID and takes the highest SEQUENCE as the truth. Each file is
for one person: nobody's address stands in somebody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from partituur.kernel.richtext import clean

PRODID = "-//Partituur//Teamvergadering//NL"
ZONE = ZoneInfo("Europe/Amsterdam")
LASTS = timedelta(minutes=90)  # a meeting has no end beforehand; a calendar wants one
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
TYPE = "text/calendar"

# Written out: what icalendar generates begins summer time an hour late. As in EU directive 2000/84.
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A name and an address in an appointment."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting, as a calendar has to know it."""

    uid: UUID
    summary: str
    starts_at: datetime  # aware
    place: str
    description: str
    url: str
    sequence: int
    organizer: Somebody  # the school, at the address that its mail comes from


def write(what: Appointment, *, method: str, to: Somebody | None = None, at: datetime) -> bytes:
    """The appointment as an iCalendar file.

    :param method: ``REQUEST`` invites or changes, ``CANCEL`` takes away; both go ``to`` somebody.
        ``PUBLISH`` is what somebody fetches by themselves
    :param at: the moment at which it is written (DTSTAMP)
    """
    event = Event()
    event.add("uid", str(what.uid))
    event.add("dtstamp", at.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", what.starts_at.astimezone(ZONE))
    event.add("dtend", (what.starts_at + LASTS).astimezone(ZONE))
    event.add("summary", clean(what.summary))
    if place := clean(what.place):
        event.add("location", place)
    event.add("description", clean(what.description))
    event.add("url", what.url)
    event.add("sequence", what.sequence)
    event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    event.add("organizer", _address(what.organizer), encode=False)
    if to is not None:
        event.add("attendee", _attendee(to), encode=False)
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(Timezone.from_ical(AMSTERDAM))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _address(who: Somebody) -> vCalAddress:
    made = vCalAddress(f"mailto:{who.email}")
    made.params["CN"] = vText(" ".join(clean(who.name).split()))
    return made


def _attendee(who: Somebody) -> vCalAddress:
    """No answer is asked by mail: who cannot come says so in Partituur."""
    made = _address(who)
    made.params["ROLE"] = vText("REQ-PARTICIPANT")
    made.params["PARTSTAT"] = vText("NEEDS-ACTION")
    made.params["RSVP"] = vText("FALSE")
    return made

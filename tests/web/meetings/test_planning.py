"""Making a meeting ready: planning, changing, inviting, calling off; the mails that go with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.exchange.calendar import strict
from tests.exchange.calendar.strict import Component

from partituur.mail.models import Mail
from partituur.meetings.models import Meeting
from partituur.plans.models import Plan

Signed = Callable[[Any], Client]
ALL = "/school/de-notenbalk/vergadering/"


def _asked(**changes: Any) -> dict[str, Any]:
    return {
        "purposes": ["adopt"], "day": "14-9-2026", "time": "15.30", "place": "Teamkamer",
        "way": "consent", "quorum": "", "threshold": "", "run_by": "",
    } | changes  # fmt: skip


def _event(mail: Mail) -> tuple[str, Component]:
    """The method and the appointment that go along with a mail."""
    calendar = strict.read(bytes(mail.attachments.get().content))
    return calendar.one("METHOD").value, calendar.part("VEVENT")


def _mails(kind: str = "meeting") -> list[Mail]:
    return list(Mail.objects.filter(kind=kind).order_by("pk"))


# --- planning ------------------------------------------------------------------------------------


def test_an_empty_list_tells_what_a_meeting_is_and_offers_one_thing(
    written: Plan, client_of: Signed, coordinator: Any
) -> None:
    page = client_of(coordinator).get(ALL).content.decode()
    assert "stellen jullie het plan samen vast" in page
    assert page.count('class="button primary"') == 1


def test_a_meeting_is_planned_with_the_whole_team_and_an_agenda(
    written: Plan, client_of: Signed, coordinator: Any, leader: Any, moment: datetime
) -> None:
    client = client_of(coordinator)
    sent = client.post(f"{ALL}nieuw/", _asked(run_by=str(leader.public_id)))
    made = Meeting.objects.get()
    assert sent["Location"] == f"{ALL}{made.public_id}/"
    assert made.starts_at == datetime(2026, 9, 14, 15, 30, tzinfo=moment.tzinfo)
    assert (made.place, made.way, made.quorum, made.run_by) == ("Teamkamer", "consent", 50, leader)
    assert made.seats.count() == 3
    page = client.get(sent["Location"]).content.decode()
    assert "We lezen elke dag." in page
    assert "Niemand" not in page
    assert _mails() == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"day": "maandag"}, "“maandag” is geen datum"),
        ({"time": "half vier"}, "“half vier” is geen tijd. Schrijf hem als 15.30."),
        ({"day": "1-9-2026"}, "Dat moment is al voorbij"),
        ({"way": ""}, "Kies hoe jullie besluiten."),
        ({"purposes": []}, "Kies wat jullie gaan doen."),
        ({"quorum": "veel"}, "een getal van 0 tot en met 100"),
        ({"threshold": "100"}, "een getal van 0 tot en met 99"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    changes: dict[str, Any], said: str, written: Plan, client_of: Signed, coordinator: Any
) -> None:
    asked = _asked(run_by=str(coordinator.public_id)) | changes
    answer = client_of(coordinator).post(f"{ALL}nieuw/", asked)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert 'value="Teamkamer"' in page
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize("typed", ["15.30", "15:30", "15u30", " 15.30 uur "])
def test_a_time_is_read_as_people_write_it(
    typed: str, written: Plan, client_of: Signed, coordinator: Any
) -> None:
    asked = _asked(time=typed, run_by=str(coordinator.public_id))
    assert client_of(coordinator).post(f"{ALL}nieuw/", asked).status_code == 302
    assert f"{Meeting.objects.get().starts_at:%M}" == "30"


def test_only_what_can_be_done_with_the_plan_is_offered(
    written: Plan, client_of: Signed, coordinator: Any
) -> None:
    client = client_of(coordinator)
    page = client.get(f"{ALL}nieuw/").content.decode()
    assert re.findall(r'name="purposes" value="(\w+)"', page) == ["adopt"]
    Plan.objects.update(state="adopted", version=1)
    page = client.get(f"{ALL}nieuw/").content.decode()
    assert re.findall(r'name="purposes" value="(\w+)"', page) == ["adjust", "evaluate"]


def test_a_teacher_plans_nothing(
    planned: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    client = client_of(teacher)
    asked = ("wijzigen", "afzeggen", "wie", "uitnodigen", "agenda/erbij")
    for path in (f"{ALL}nieuw/", *(f"{address}{each}/" for each in asked)):
        assert client.get(path).status_code == 403
        assert client.post(path).status_code == 403
    assert client.get(f"{address}agenda/").status_code == 403
    point = planned.points.get(kind="decision")
    for step in ("omhoog", "omlaag", "weg"):
        assert client.post(f"{address}agenda/{point.public_id}/{step}/").status_code == 403
    assert client.post(f"{address}agenda/gelijk/").status_code == 403
    assert client.post(f"{address}openen/").status_code == 403
    planned.refresh_from_db()
    assert planned.state == "planned"


def test_a_stranger_finds_nothing(
    planned: Meeting, address: str, client_of: Signed, stranger: Any
) -> None:
    client = client_of(stranger)
    for path in ("", "wijzigen/", "uitnodigen/", "agenda/", "afspraak.ics", "verslag/"):
        assert client.get(f"{address}{path}").status_code == 404
    other = address.replace("de-notenbalk", "de-fermate")
    assert client.get(other).status_code == 404


# --- mails ---------------------------------------------------------------------------------------


@pytest.fixture
def invited(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any, teacher: Any
) -> Meeting:
    client_of(coordinator).post(f"{address}uitnodigen/", {"when": "now"})
    planned.refresh_from_db()
    return planned


def test_the_invitation_goes_to_each_with_an_appointment_of_their_own(
    invited: Meeting, teacher: Any
) -> None:
    assert invited.invited_at is not None
    mails = {each.to: each for each in _mails()}
    assert set(mails) == {each.member.email for each in invited.seats.all()}
    mail = mails[teacher.email]
    assert "dinsdag 15 september om 10.00 uur" in mail.body
    assert f"/vergadering/{invited.public_id}/" in mail.body
    method, event = _event(mail)
    assert method == "REQUEST"
    assert event.one("UID").value == str(invited.public_id)
    assert event.one("ATTENDEE").value == f"mailto:{teacher.email}"
    others = set(mails) - {teacher.email}
    whole = bytes(mail.attachments.get().content).decode().replace("\r\n ", "")
    assert not [each for each in others if each in whole]


def test_the_plan_goes_in_overleg_with_the_invitation(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    Plan.objects.update(state="draft")
    client_of(coordinator).post(f"{address}uitnodigen/", {"when": "now"})
    assert Plan.objects.get().state == "in_consultation"


def test_in_the_evening_it_is_asked_first_and_can_wait(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any, moment: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    evening = moment.replace(hour=21)
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: evening)
    client = client_of(coordinator)
    assert "Je collega’s zijn vast vrij" in client.get(f"{address}uitnodigen/").content.decode()
    client.post(f"{address}uitnodigen/", {"when": "later"})
    morning = (moment + timedelta(days=1)).replace(hour=8)
    assert {each.due_at for each in _mails()} == {morning}
    client.post(f"{address}uitnodigen/", {"when": "now"})
    assert {each.due_at for each in _mails()} == {evening}


def test_another_time_is_told_with_the_same_appointment_and_a_higher_number(
    invited: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    before = {each.pk for each in _mails()}
    Mail.objects.update(closed_at=invited.invited_at)
    asked = _asked(day="16-9-2026", run_by=str(coordinator.public_id))
    assert client_of(coordinator).post(f"{address}wijzigen/", asked).status_code == 302
    told = [each for each in _mails() if each.pk not in before]
    assert len(told) == invited.seats.count()
    method, event = _event(told[0])
    assert (method, event.one("SEQUENCE").value) == ("REQUEST", "1")
    assert event.one("UID").value == str(invited.public_id)
    assert event.one("DTSTART").value == "20260916T153000"


def test_another_way_of_deciding_needs_no_mail(
    invited: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    number = len(_mails())
    asked = _asked(
        day="15-9-2026", time="10.00", way="vote", quorum="60", run_by=str(coordinator.public_id)
    )
    client_of(coordinator).post(f"{address}wijzigen/", asked)
    invited.refresh_from_db()
    assert (invited.way, invited.quorum, len(_mails())) == ("vote", 60, number)


def test_a_meeting_that_is_off_is_off_in_the_calendars_too(
    invited: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    client = client_of(coordinator)
    assert "Ja, gaat niet door" in client.get(f"{address}afzeggen/").content.decode()
    client.post(f"{address}afzeggen/")
    told = _mails()  # the invitations that had not left are gone
    assert len(told) == invited.seats.count()
    method, event = _event(told[0])
    assert (method, event.one("STATUS").value) == ("CANCEL", "CANCELLED")
    assert int(event.one("SEQUENCE").value) > 0
    assert "gaat niet door" in told[0].body


def test_who_comes_on_the_list_later_is_invited_and_who_goes_off_it_hears(
    invited: Meeting, address: str, client_of: Signed, coordinator: Any, teacher: Any, leader: Any,
    other_teacher: Any,
) -> None:  # fmt: skip
    Mail.objects.all().delete()
    chosen = [str(each.public_id) for each in (coordinator, leader, other_teacher)]
    client_of(coordinator).post(f"{address}wie/", {"member": chosen})
    told = {each.to: _event(each) for each in _mails()}
    assert set(told) == {teacher.email, other_teacher.email}
    assert told[other_teacher.email][0] == "REQUEST"
    method, event = told[teacher.email]
    assert (method, event.one("SEQUENCE").value) == ("CANCEL", "1")


def test_a_meeting_without_people_is_refused(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    answer = client_of(coordinator).post(f"{address}wie/", {"member": []})
    assert answer.status_code == 422
    assert planned.seats.count() == 3


# --- the agenda ----------------------------------------------------------------------------------


def _order(meeting: Meeting) -> list[str]:
    return [each.kind for each in meeting.points.order_by("position", "pk")]


def test_points_are_moved_taken_off_and_added(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    client = client_of(coordinator)
    before = _order(planned)
    second = planned.points.order_by("position")[1]
    client.post(f"{address}agenda/{second.public_id}/omhoog/")
    assert _order(planned) == [before[1], before[0], *before[2:]]
    client.post(f"{address}agenda/{second.public_id}/omlaag/")
    assert _order(planned) == before
    client.post(f"{address}agenda/{second.public_id}/weg/")
    assert _order(planned) == [before[0], *before[2:]]
    client.post(f"{address}agenda/gelijk/")
    assert _order(planned) == before
    client.post(f"{address}agenda/erbij/", {"title": "Rondvraag", "asks": "no"})
    own = planned.points.get(kind="own")
    assert (own.title, own.asks) == ("Rondvraag", False)
    assert _order(planned)[-1] == "decision"


def test_an_own_point_without_a_title_is_asked_for_again(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    answer = client_of(coordinator).post(f"{address}agenda/erbij/", {"title": "", "asks": "yes"})
    assert answer.status_code == 422
    assert "Schrijf in één regel waar het over gaat." in answer.content.decode()


def test_the_decision_stays_on_the_agenda(
    planned: Meeting, address: str, client_of: Signed, coordinator: Any
) -> None:
    decision = planned.points.get(kind="decision")
    path = f"{address}agenda/{decision.public_id}/weg/"
    assert client_of(coordinator).post(path).status_code == 403
    assert planned.points.filter(kind="decision").exists()

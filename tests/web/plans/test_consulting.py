"""The plan in overleg and back, and the meeting that the sheet names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.test import Client
from tests.meetings.situations import plan_meeting

from partituur.kernel.models import LogEntry
from partituur.meetings.actions import holding
from partituur.plans.models import Plan

Signed = Callable[[Any], Client]
SHEET = "/school/de-notenbalk/plan/2026-2027/"


def test_a_plan_goes_in_overleg_and_back(plan: Plan, client_of: Signed, leader: Any) -> None:
    client = client_of(leader)
    assert 'formaction="overleg/"' in client.get(SHEET).content.decode()
    assert client.post(f"{SHEET}overleg/").status_code == 302
    assert Plan.objects.get().state == "in_consultation"
    assert 'formaction="concept/"' in client.get(SHEET).content.decode()
    client.post(f"{SHEET}concept/")
    assert Plan.objects.get().state == "draft"
    acts = LogEntry.objects.filter(act__startswith="plan.").order_by("number")
    assert [each.act for each in acts] == ["plan.in_consultation", "plan.draft"]


def test_a_teacher_leaves_the_plan_where_it_is(plan: Plan, client_of: Signed, teacher: Any) -> None:
    client = client_of(teacher)
    assert 'formaction="overleg/"' not in client.get(SHEET).content.decode()
    assert client.post(f"{SHEET}overleg/").status_code == 403
    assert Plan.objects.get().state == "draft"


def test_the_sheet_names_the_meeting_that_comes(
    plan: Plan, client_of: Signed, coordinator: Any, moment: datetime
) -> None:
    Plan.objects.update(state="in_consultation")
    plan.refresh_from_db()
    meeting = plan_meeting(plan, coordinator, moment)
    page = client_of(coordinator).get(SHEET).content.decode()
    assert "vaststelling in de teamvergadering van 15 september" in page
    assert f'href="/school/de-notenbalk/vergadering/{meeting.public_id}/"' in page
    assert "In overleg" in page


def test_a_plan_of_which_a_meeting_is_going_on_stays_in_overleg(
    plan: Plan, client_of: Signed, coordinator: Any, moment: datetime
) -> None:
    Plan.objects.update(state="in_consultation")
    plan.refresh_from_db()
    meeting = plan_meeting(plan, coordinator, moment)
    holding.open_meeting(meeting=meeting, by=coordinator, at=moment)
    client_of(coordinator).post(f"{SHEET}concept/")
    assert Plan.objects.get().state == "in_consultation"

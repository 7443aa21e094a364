"""The page of one's own data, and the file to take along."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client

from partituur.plans import queries
from partituur.plans.actions import arranging
from partituur.plans.models import Plan
from partituur.schools.models import Membership

PAGE = "/school/de-notenbalk/mijn-gegevens/"


def test_a_teacher_reads_what_is_held_and_takes_it_along(
    plan: Plan, coordinator: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator,
    )  # fmt: skip
    client = client_of(teacher)
    page = client.get(PAGE).content.decode()
    assert "jesse.bakker@voorbeeld.test" in page
    assert "Leraar J." in page
    answer = client.get(f"{PAGE}json/")
    assert answer["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    data = json.loads(answer.content)
    assert data["member"]["name"] == "Jesse Bakker"
    assert [part["heading"] for part in data["parts"]] == ["Leraar J."]


def test_the_iber_sees_of_whom_she_is_the_partner_and_not_what_they_wrote(
    plan: Plan, coordinator: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator,
    )  # fmt: skip
    data = json.loads(client_of(coordinator).get(f"{PAGE}json/").content)
    assert data["partner_in"] == ["Leraar J."]
    assert data["parts"] == []


def test_who_leaves_is_told_to_take_the_own_part_along_and_can(
    plan: Plan, coordinator: Any, teacher: Any, client_of: Callable[[Any], Client]
) -> None:
    part = arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator,
    )  # fmt: skip
    client = client_of(teacher)
    assert "Je laatste dag" not in client.get(PAGE).content.decode()
    Membership.objects.filter(pk=teacher.pk).update(until_date=date(2026, 9, 30))
    page = client.get(PAGE).content.decode()
    assert "Je laatste dag hier is 30 september 2026" in page
    sheet = f"/school/de-notenbalk/plan/2026-2027/deel/{part.public_id}/blad.pdf"
    assert f'href="{sheet}"' in page
    assert client.get(sheet).content.startswith(b"%PDF")

"""The page of one's own data, and the file to take along."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.test import Client

from partituur.plans import queries
from partituur.plans.actions import arranging
from partituur.plans.models import Plan

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

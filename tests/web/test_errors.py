"""Who lands on a wrong address reads what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

PLACES = "/school/de-notenbalk/plan/2026-2027/plekken/"


def test_the_address_of_a_button_says_to_press_it(
    plan: Any, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    answer = client_of(coordinator).get(PLACES)
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Er is niets veranderd." in answer.content.decode()


def test_a_program_that_asks_the_wrong_way_gets_no_page(
    plan: Any, coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    answer = client_of(coordinator).put(PLACES)
    assert answer.status_code == 405
    assert answer.content == b""

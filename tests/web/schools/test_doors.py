"""The screens of a school open for its people, and are not there for strangers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

PAGES = (
    "settings",
    "school",
    "people",
    "people-import",
    "learning-teams",
    "vision",
    "years",
    "format",
)


@pytest.mark.parametrize("name", PAGES)
def test_the_coordinator_finds_the_page(
    name: str, coordinator: Any, year: Any, client_of: Callable[[Any], Client]
) -> None:
    assert client_of(coordinator).get(reverse(name, args=["de-notenbalk"])).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_a_teacher_gets_the_page_or_the_reason(
    name: str, teacher: Any, year: Any, client_of: Callable[[Any], Client]
) -> None:
    assert client_of(teacher).get(reverse(name, args=["de-notenbalk"])).status_code in (200, 403)


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_finds_nothing(
    name: str, school: Any, stranger: Any, client_of: Callable[[Any], Client]
) -> None:
    assert client_of(stranger).get(reverse(name, args=["de-notenbalk"])).status_code == 404

"""Pages of a school, asked for by somebody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

Ask = Callable[..., HttpResponse]


@pytest.fixture
def ask(school: Any, client_of: Callable[[Any], Client]) -> Ask:
    """``ask(member, "mensen/")`` gets a page of the school, ``ask(member, "mensen/", {…})`` posts
    a form to it; both without following redirects."""

    def asked(member: Any, path: str, data: dict[str, Any] | None = None) -> Any:
        address = f"/school/{school.slug}/{path}"
        client = client_of(member)
        return client.get(address) if data is None else client.post(address, data)

    return asked

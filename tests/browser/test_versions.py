"""Adopted versions in a real browser: beautiful enough to read, and nothing for axe to find."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.looking import faults

from partituur.adoption import queries
from partituur.adoption.models import PlanVersion
from partituur.demo import fill
from partituur.schools.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
BASE = "/school/de-notenbalk/plan/2025-2026/"


@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_a_version_is_read_compared_and_checked(
    new_page: NewPage, sign_in: SignIn, width: int
) -> None:
    fill.fill()
    version = PlanVersion.objects.get()
    page = new_page()
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, Membership.objects.filter(is_leader=True)[0])

    def look(name: str) -> None:
        assert faults(page) == []
        if folder := os.environ.get("PARTITUUR_TEST_SHOTS"):
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=width < 1000)

    page.goto(BASE)
    page.get_by_role("link", name="versie 1").click()
    expect(page.get_by_role("heading", name="Versie 1", exact=True)).to_be_visible()
    expect(page.get_by_text(queries.fingerprint(version))).to_be_visible()
    look("version")
    page.goto(f"{BASE}versies/")
    look("versions")
    page.goto("/school/de-notenbalk/plan/2026-2027/versies/vergelijken/")
    expect(page.locator("ins, del").first).to_be_visible()
    look("differences")
    page.goto("/school/de-notenbalk/controle/")
    page.get_by_label("Vingerafdruk").fill(queries.fingerprint(version))
    page.get_by_role("button", name="Kijk na").click()
    expect(page.get_by_text("er is niets veranderd")).to_be_visible()
    look("checking")

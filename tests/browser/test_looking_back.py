"""Looking back in a real browser: on a phone with one thumb, by keyboard, and without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from tests.browser.looking import faults

from partituur.demo import fill
from partituur.evaluations.models import Evaluation
from partituur.plans.models import Goal, Plan
from partituur.schools.models import Membership

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
pytestmark = pytest.mark.browser


@pytest.fixture
def jesse(transactional_db: None) -> Membership:
    """Jesse, in a plan that the team adopted."""
    fill.fill()
    Plan.objects.filter(year__start=2026).update(state=Plan.State.ADOPTED)
    return Membership.objects.get(name="Jesse Bakker")


def address(member: Membership) -> str:
    found = Goal.objects.filter(part__plan__year__start=2026, part__subjects__member=member)
    goal = found.order_by("position", "pk")[0]
    return reverse("goal-evaluation", args=["de-notenbalk", "2026-2027", goal.public_id])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_where_one_looks_back(
    jesse: Membership, new_page: NewPage, sign_in: SignIn, complaints: Any, width: int, scheme: str
) -> None:
    complaints.expect("422")
    page = new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    sign_in(page, jesse)
    page.goto(address(jesse))
    found = faults(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").click()
    assert page.locator(".error-summary").is_visible()
    found += faults(page)
    page.get_by_text("Nog niet bereikt").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").click()
    found += faults(page)  # the sheet, with the way back to it
    Plan.objects.filter(year__start=2026).update(state=Plan.State.EVALUATED)
    page.goto(address(jesse))
    found += faults(page)
    assert found == []


@pytest.mark.parametrize("scripts", [True, False])
def test_three_taps_and_a_sentence_on_a_phone(
    jesse: Membership, new_page: NewPage, sign_in: SignIn, scripts: bool
) -> None:
    page = new_page(
        viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=scripts
    )
    sign_in(page, jesse)
    page.goto(reverse("plan", args=["de-notenbalk", "2026-2027"]))
    page.locator(f'a[href$="{address(jesse).split("2026-2027/")[1]}"]').tap()
    page.get_by_text("Deels bereikt").tap()
    page.get_by_label("Wat kwam ervan?").fill("Elke ochtend hetzelfde liedje.")
    page.get_by_text("Deel dit met het team").tap()
    page.get_by_role("button", name="Bewaar").tap()
    page.get_by_text("Elke ochtend hetzelfde liedje.").wait_for()
    made = Evaluation.objects.get(by=jesse, goal__part__plan__year__start=2026)
    assert (made.reached, made.shared_at is not None) == ("partly", True)


def test_it_is_done_by_keyboard_and_how_far_is_not_told_by_colour_alone(
    jesse: Membership, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(viewport={"width": 1366, "height": 768})
    sign_in(page, jesse)
    page.goto(address(jesse))
    page.locator('input[name="reached"]').first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator('input[name="reached"]:checked').get_attribute("value") in (
        "partly", "not_yet",
    )  # fmt: skip
    signs = page.locator('.choice:has(input[name="reached"]) .icon')
    drawn = {signs.nth(each).inner_html() for each in range(signs.count())}
    assert len(drawn) == 4

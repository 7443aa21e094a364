"""Amending in a real browser: from the pen to the page for the team, on a phone and a laptop.

The pages themselves are looked at with axe here; the same way without a script is a test as well.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.adoption.desk import Desk, desk
from tests.browser.looking import faults

from partituur.adoption.models import Amendment

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
PLAN = "/school/de-notenbalk/plan/2026-2027/"


@pytest.mark.parametrize(
    ("width", "scheme", "script"),
    [(390, "light", True), (1366, "dark", True), (1366, "light", False), (320, "light", False)],
)
def test_a_change_is_proposed_read_and_brought_to_the_meeting(
    desk: Desk, new_page: NewPage, sign_in: SignIn, complaints: Any, width: int, scheme: str,
    script: bool,
) -> None:  # fmt: skip
    complaints.expect("422")  # the choice that was not made
    options = {
        "viewport": {"width": width, "height": 900}, "color_scheme": scheme,
        "reduced_motion": "reduce",
    }  # fmt: skip
    page = new_page(**options, java_script_enabled=script)
    sign_in(page, desk.people["subject"])
    found: list[str] = []

    def look(shown: Page, name: str) -> None:
        if script:  # axe is one
            found.extend(faults(shown))
        picture(shown, f"{name}-{width}-{scheme}")

    page.goto(PLAN)
    look(page, "sheet")
    goal = page.locator(f"#doel-{desk.goal.public_id}")
    goal.get_by_role("link", name="Stel een wijziging voor (doel 1, Jesse Bakker)").click()
    look(page, "fields")
    page.get_by_role("link", name="Aanpak").first.click()
    look(page, "field")
    page.locator("textarea[name=approach]").fill("Wij kijken op dinsdag bij elkaar in de klas.")
    page.get_by_label("Waarom?").fill("Op maandag is Jesse vrij.")
    page.get_by_role("button", name="Zet in mijn voorstel").click()
    look(page, "draft")
    page.get_by_role("button", name="Stel dit voor").click()
    expect(page.get_by_text("Kies of de wijziging klein is")).to_be_visible()
    look(page, "draft-wrong")
    page.get_by_label("Klein").check()
    page.get_by_role("button", name="Stel dit voor").click()
    expect(page.get_by_text("Geldt vanaf woensdag 16 september")).to_be_visible()
    look(page, "own")

    other = new_page(**options, java_script_enabled=script)
    sign_in(other, desk.people["teacher"])
    other.goto(PLAN)
    look(other, "sheet-team")
    other.get_by_role("link", name="Voorstel van Jesse Bakker").click()
    look(other, "amendment")
    other.get_by_role("button", name="Dit wil ik in de teamvergadering bespreken").click()
    expect(other.get_by_text("Karin Smit wil dit in de teamvergadering bespreken")).to_be_visible()
    assert Amendment.objects.get().state == Amendment.State.TO_MEETING

    desk.write("own", "Wij kijken op vrijdag.")
    page.reload()
    page.get_by_role("link", name="Kies opnieuw").click()
    look(page, "again")
    page.get_by_role("button", name="Dit moet er komen").click()
    expect(page.get_by_text("Gaat naar de teamvergadering")).to_be_visible()
    assert found == []


def test_a_pen_shows_itself_to_the_mouse_and_to_the_keyboard(
    desk: Desk, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(viewport={"width": 1366, "height": 900})
    sign_in(page, desk.people["subject"])
    page.goto(PLAN)
    pen = page.get_by_role("link", name="Stel een wijziging voor: Aanpak")
    pen.focus()
    expect(pen).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    page.locator(f"#doel-{desk.goal.public_id} dd").filter(has=pen).hover()
    page.evaluate("document.activeElement.blur()")
    expect(pen).to_have_css("opacity", "1")
    pen.click()
    expect(page).to_have_url(
        f"{page.url.split('/school/')[0]}{PLAN}bijstellen/doel/{desk.goal.public_id}/approach/"
    )


def test_on_a_phone_the_pens_are_there_without_pointing(
    desk: Desk, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    sign_in(page, desk.people["subject"])
    page.goto(PLAN)
    pen = page.get_by_role("link", name="Stel een wijziging voor: Aanpak")
    expect(pen).to_have_css("opacity", "1")
    pen.scroll_into_view_if_needed()
    picture(page, "sheet-phone", whole=False)
    pen.tap()
    expect(page.get_by_role("heading", name="Stel een wijziging voor")).to_be_visible()


def picture(page: Page, name: str, *, whole: bool = True) -> None:
    """A picture of the page, for who looks at it (PARTITUUR_TEST_PICTURES names a folder)."""
    if folder := os.environ.get("PARTITUUR_TEST_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=whole)

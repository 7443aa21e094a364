"""The sheet in a real browser: writing where the words stand, by keyboard too, for everyone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from partituur.demo import fill
from partituur.plans.models import Goal, Text
from partituur.schools.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHEET = "/school/de-notenbalk/plan/2026-2027/"
NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]


@pytest.fixture
def coordinator(transactional_db: None) -> Membership:
    """The IB'er of the demo school, in whose plan these tests write."""
    fill.fill()
    return Membership.objects.get(is_coordinator=True)


def _open(
    new_page: NewPage, sign_in: SignIn, member: Any, path: str = SHEET, **options: Any
) -> Page:
    page = new_page(**options)
    sign_in(page, member)
    page.goto(path)
    return page


def test_what_is_typed_saves_by_itself_and_says_so(
    new_page: NewPage, sign_in: SignIn, coordinator: Membership
) -> None:
    page = _open(new_page, sign_in, coordinator)
    field = page.locator("#deel-" + _part("Jesse Bakker")).locator(
        ".field", has_text="Ondersteuning"
    )

    field.first.locator("[data-words]").click()
    page.locator(".editor textarea").press("End")
    page.keyboard.type(" En ik vraag het na.")

    expect(page.locator("[data-status]")).to_contain_text("Bewaard om")
    assert Text.objects.filter(body__endswith="En ik vraag het na.").count() == 1
    page.keyboard.press("Escape")
    expect(field.first).to_contain_text("En ik vraag het na.")


def test_the_main_job_goes_by_keyboard_alone(
    new_page: NewPage, sign_in: SignIn, coordinator: Membership
) -> None:
    page = _open(new_page, sign_in, coordinator)
    label = page.locator("#deel-" + _part("Leerteam rekenen")).locator("dt a", has_text="Aanpak")

    label.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".editor textarea")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Met de toetsen geschreven.")
    page.keyboard.press("Escape")

    expect(label).to_be_focused()
    assert Text.objects.filter(body="Met de toetsen geschreven.").exists()


def test_two_people_in_one_field_both_keep_their_words(
    new_page: NewPage, sign_in: SignIn, coordinator: Membership, complaints: Any
) -> None:
    complaints.expect("409")
    goal = Goal.objects.filter(part__kind="general", part__plan__year__start=2026).first()
    assert goal
    pages = [_open(new_page, sign_in, coordinator) for _number in range(2)]
    for page in pages:
        page.locator(f"#doel-{goal.public_id} .field", has_text="Uitvoering").locator(
            "[data-words]"
        ).click()
        expect(page.locator(".editor textarea")).to_be_focused()

    pages[0].keyboard.type(" Eerst.")
    expect(pages[0].locator("[data-status]")).to_contain_text("Bewaard om")
    pages[1].keyboard.type(" Daarna.")

    expect(pages[1].locator(".clash")).to_contain_text("Eerst.")
    expect(pages[1].locator(".clash")).to_contain_text("Daarna.")
    pages[1].get_by_role("button", name="Bewaar deze tekst").click()
    expect(pages[1].locator(".clash")).to_have_count(0)
    body = Text.objects.get(goal=goal, key="execution_by").body
    assert "Eerst." in body
    assert "Daarna." in body


def test_a_goal_is_added_and_taken_back(
    new_page: NewPage, sign_in: SignIn, coordinator: Membership
) -> None:
    page = _open(new_page, sign_in, coordinator)
    part = page.locator("#deel-" + _part("Schoolteam"))
    before = part.locator(".goal").count()

    part.get_by_role("button", name="Nog een doel").click()
    expect(part.locator(".goal")).to_have_count(before + 1)
    page.get_by_role("button", name="Maak ongedaan").click()

    expect(part.locator(".goal")).to_have_count(before)


def test_it_works_without_a_script(
    new_page: NewPage, sign_in: SignIn, coordinator: Membership
) -> None:
    page = _open(new_page, sign_in, coordinator, java_script_enabled=False)
    part = page.locator("#deel-" + _part("Leerteam rekenen"))

    part.locator("dt a", has_text="Aanpak").click()
    page.locator("textarea").fill("Zonder script geschreven.")
    page.get_by_role("button", name="Klaar").click()

    assert "/plan/2026-2027/" in page.url
    expect(page.get_by_text("Zonder script geschreven.")).to_be_visible()


def _part(heading: str) -> str:
    from partituur.plans.models import Part

    return str(Part.objects.get(heading=heading, plan__year__start=2026).public_id)

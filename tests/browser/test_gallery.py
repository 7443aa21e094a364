"""The gallery in a real browser: accessible, never too wide, and it works by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PAGES = ("/stijl/", "/stijl/blad/", "/stijl/formulier/")
NewPage = Callable[..., Page]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(new_page: NewPage, path: str, width: int, scheme: str) -> None:
    page = new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(path)

    for menu in page.locator("details").all():
        menu.evaluate("each => { each.open = true }")

    assert faults(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1366, 1920])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_window(new_page: NewPage, path: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_every_target_is_at_least_24_pixels(new_page: NewPage, path: str) -> None:
    page = new_page(viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto(path)

    small = page.locator(
        "button, summary, select, input:not([type=hidden]), .button, .add, .outline a"
    ).evaluate_all(
        """all => all.filter(each => each.checkVisibility() && !each.closest("label.choice"))
             .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
             .filter(([, box]) => box.width < 24 || box.height < 24).map(([what]) => what)"""
    )

    assert small == []


def test_a_dialog_opens_closes_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/stijl/")
    opener = page.get_by_role("link", name="Plan weghalen")

    opener.click()
    dialog = page.get_by_role("dialog", name="Het plan van 2026–2027 weghalen?")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Laat het staan").click()

    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_escape_closes_a_menu_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/stijl/blad/")
    menu = page.locator(".who .menu")
    menu.locator("summary").focus()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Stijl")).to_be_focused()
    page.keyboard.press("Escape")

    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_a_menu_closes_when_the_focus_leaves_it(page: Page) -> None:
    page.goto("/stijl/blad/")
    menu = page.locator(".who .menu")

    menu.locator("summary").click()
    page.locator(".outline a").first.focus()

    expect(menu).not_to_have_attribute("open", "")


def test_the_list_of_errors_gets_the_focus_and_leads_to_the_field(page: Page) -> None:
    page.goto("/stijl/formulier/")
    expect(page.locator("[data-error-summary]")).to_be_focused()

    page.get_by_role("link", name="Kies hoe ver je bent gekomen.").click()

    expect(page.get_by_role("radio", name="Gelukt")).to_be_focused()


def test_a_chosen_theme_holds_on_the_next_page(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page.goto("/stijl/")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    page.get_by_label("Kleuren").select_option("dark")
    page.goto("/stijl/blad/")

    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light
    expect(page.get_by_label("Kleuren")).to_have_value("dark")


TOAST = '<div class="toast"><span>Doel weggehaald.</span><button data-close>Sluiten</button></div>'


def test_a_toast_that_someone_is_in_stays_and_then_goes(page: Page) -> None:
    page.clock.install()
    page.goto("/stijl/")
    page.locator("[data-toasts]").evaluate(
        "(region, toast) => region.insertAdjacentHTML('beforeend', toast)", TOAST
    )
    toast = page.locator("[data-toasts] .toast")

    toast.get_by_role("button").focus()
    page.clock.run_for(60_000)
    expect(toast).to_be_visible()
    page.locator(".wordmark").focus()
    page.clock.run_for(60_000)

    expect(toast).to_have_count(0)


def test_the_skip_link_is_first_and_leads_to_the_content(page: Page) -> None:
    page.goto("/stijl/blad/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#inhoud")).to_be_focused()


def test_on_paper_there_is_no_frame_and_the_plan_is_black(page: Page) -> None:
    page.goto("/stijl/blad/")

    page.emulate_media(media="print", color_scheme="dark")

    for chrome in (".topbar", ".outline", ".rail", ".footer", ".adds"):
        expect(page.locator(chrome).first).to_be_hidden()
    assert page.locator("h1").evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"


def test_without_a_script_everything_still_shows(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto("/stijl/blad/")

    expect(page.get_by_role("heading", name="Begeleidingsplan")).to_be_visible()
    expect(page.locator(".theme-choice")).to_be_hidden()
    page.locator(".who summary").click()

    expect(page.locator(".who").get_by_role("link", name="Stijl")).to_be_visible()

"""The main job from end to end: last year's Word file becomes a plan, people write in it, and it
leaves as Word and PDF. Walked by keyboard alone; only the choice of the file itself, which belongs
to the browser, is given to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.looking import faults

from partituur.demo import fill
from partituur.plans.models import Goal, Plan, Principle, Text
from partituur.schools.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
WORD = Path(__file__).parents[1] / "exchange/word/corpus/dev/d09_breed_samengevoegd.docx"
PLAN = "/school/de-notenbalk/plan/2027-2028/"
MOST_TABS = 400


@pytest.fixture
def coordinator(transactional_db: None) -> Membership:
    fill.fill()
    return Membership.objects.get(is_coordinator=True)


@pytest.fixture
def page(new_page: NewPage, sign_in: SignIn, coordinator: Membership) -> Page:
    """The IB'er looks at a year that has no plan yet."""
    made = new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    sign_in(made, coordinator)
    made.goto(PLAN)
    return made


def go_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there: what no key reaches fails here."""
    expect(target).to_have_count(1)
    element = target.element_handle()
    for _time in range(MOST_TABS):
        if page.evaluate("each => document.activeElement === each", element):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {target}")


def press(page: Page, target: Locator) -> None:
    go_to(page, target)
    page.keyboard.press("Enter")


def read_in(page: Page) -> None:
    """From the empty year to a plan that was read in from Word."""
    press(page, page.get_by_role("link", name="Met het Word-bestand van vorig jaar"))
    page.locator("input[type=file]").set_input_files(WORD)
    press(page, page.get_by_role("button", name="Laat zien wat ervan wordt"))
    expect(page.get_by_role("heading", name="Dit wordt ervan")).to_be_visible()


def test_a_word_file_becomes_a_plan_that_is_written_in_and_leaves_as_word_and_pdf(
    page: Page,
) -> None:
    read_in(page)
    assert faults(page) == []
    assert not Plan.objects.filter(year__start=2027).exists()  # a preview changes nothing
    press(page, page.get_by_role("button", name="Zet dit in het plan"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Begeleidingsplan")
    plan = Plan.objects.get(year__start=2027)
    _give_a_loose_text_a_place(page, plan)
    _choose_a_principle(page, plan)
    _tie_a_goal_to_the_vision(page, plan)
    _add_move_and_remove_goals(page, plan)
    _take_it_along(page)


def _give_a_loose_text_a_place(page: Page, plan: Plan) -> None:
    loose = page.locator("#niet-geplaatst li")
    expect(loose.first).to_be_visible()
    before = loose.count()
    goal = plan.parts.get(kind="team").goals.order_by("position")[0]
    press(page, page.locator(f"#doel-{goal.public_id} dt a").first)
    expect(page.locator(".editor textarea")).to_be_focused()
    page.keyboard.type(" Met de toetsen.")
    expect(page.locator("[data-status]")).to_contain_text("Bewaard om")
    press(page, page.locator(".editor .loose button").first)
    expect(page.locator(".editor")).to_have_count(0)
    body = Text.objects.get(goal=goal, body__contains="Met de toetsen.").body
    assert len(body) > len("Met de toetsen.") + 20
    page.goto(PLAN)
    expect(loose).to_have_count(before - 1)


def _choose_a_principle(page: Page, plan: Plan) -> None:
    before = Principle.objects.filter(plan=plan).count()
    press(page, page.locator("#uitgangspunten .add"))
    press(page, page.locator("button[name=greven]").first)
    expect(page.locator(".principles > li")).to_have_count(before + 1)
    press(page, page.locator("a.back"))
    expect(page.locator("#uitgangspunten .principles > li")).to_have_count(before + 1)


def _tie_a_goal_to_the_vision(page: Page, plan: Plan) -> None:
    goal = _goals(plan)[0]
    here = page.locator(f"#doel-{goal.public_id}")
    press(page, here.locator("summary").first)
    press(page, here.locator("a[href$='visie/']"))
    go_to(page, page.locator("input[name=statement]").first)
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Klaar"))
    expect(here.locator(".chip").first).to_contain_text("Visie:")
    assert goal.vision.exists()


def _add_move_and_remove_goals(page: Page, plan: Plan) -> None:
    part = page.locator(f"#deel-{plan.parts.get(kind='general').public_id}")
    before = part.locator(".goal").count()
    press(page, part.get_by_role("button", name="Nog een doel"))
    expect(part.locator(".goal")).to_have_count(before + 1)
    last = _goals(plan)[-1]
    menu = page.locator(f"#doel-{last.public_id}")
    press(page, menu.locator("summary").first)
    press(page, menu.locator("button[formaction$='omhoog/']"))
    expect(part.locator(".goal").nth(before - 1)).to_have_id(f"doel-{last.public_id}")
    press(page, menu.locator("summary").first)
    press(page, menu.locator("button[formaction$='weg/']"))
    expect(part.locator(".goal")).to_have_count(before)
    press(page, page.get_by_role("button", name="Maak ongedaan").last)
    expect(part.locator(".goal")).to_have_count(before + 1)


def _goals(plan: Plan) -> list[Goal]:
    part = plan.parts.get(kind="general")
    return list(part.goals.filter(removed_at__isnull=True).order_by("position"))


def _take_it_along(page: Page) -> None:
    press(page, page.locator(".rail a[href='document/']"))
    for name, begins in (("Word", b"PK"), ("PDF", b"%PDF")):
        with page.expect_download() as coming:
            press(page, page.get_by_role("link", name=re.compile(f"^{name}\\s*Om ")))
        assert Path(coming.value.path()).read_bytes().startswith(begins)
        assert "2027-2028" in coming.value.suggested_filename


def test_what_was_read_in_is_taken_out_again_in_one_go(page: Page) -> None:
    read_in(page)
    press(page, page.get_by_role("button", name="Zet dit in het plan"))
    part = page.get_by_role("heading", name="Groepsleerkracht Noor")
    expect(part).to_be_visible()
    press(page, page.get_by_role("button", name="Haal alles weer weg"))
    expect(part).to_have_count(0)
    press(page, page.get_by_role("button", name="Maak ongedaan").last)
    expect(part).to_be_visible()

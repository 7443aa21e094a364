"""Two people at one sheet, in two browsers, on a server as a school runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.serving import on_test_database, served

from partituur.demo import fill
from partituur.kernel import clock
from partituur.live.models import Presence
from partituur.plans.actions import arranging, sharing
from partituur.plans.models import Goal, Part, Text
from partituur.schools.models import Membership

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.real_clock,
]

SHEET = "/school/de-notenbalk/plan/2026-2027/"
NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]


@pytest.fixture(scope="module")
def live(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[str]:
    """A real server, with the channel, on the test's database."""
    folder: Path = tmp_path_factory.mktemp("server")
    with django_db_blocker.unblock():
        settings = on_test_database(folder)
    with served("serve", settings) as (_process, port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def has_channel() -> bool:
    return True


@pytest.fixture
def coordinator(transactional_db: None) -> Membership:
    """The IB'er of the demo school."""
    fill.fill()
    return Membership.objects.get(is_coordinator=True)


@pytest.fixture
def jesse(coordinator: Membership) -> Membership:
    """A teacher there, who has a part."""
    return Membership.objects.get(name="Jesse Bakker")


@pytest.fixture
def open_sheet(new_page: NewPage, sign_in: SignIn) -> Iterator[Callable[..., Page]]:
    """``open_sheet(member)``: the sheet in a browser of their own, once it listens."""
    pages: list[Page] = []

    def opened(member: Membership, **options: Any) -> Page:
        page = new_page(viewport={"width": 1280, "height": 800}, **options)
        pages.append(page)
        sign_in(page, member)
        if options.get("java_script_enabled") is False:
            page.goto(SHEET)
            return page
        with page.expect_response("**/hier/"):  # the first thing that it does once it listens
            page.goto(SHEET)
        return page

    yield opened
    for page in pages:
        with suppress(Exception):
            page.close()


def _goal(heading: str) -> Goal:
    found = Goal.objects.filter(part__heading=heading, part__plan__year__start=2026).first()
    assert found
    return found


def _field(page: Page, goal: Goal, label: str) -> Locator:
    return page.locator(f"#doel-{goal.public_id} .field", has_text=label).first


def _write(page: Page, field: Locator, words: str) -> None:
    field.locator("[data-words]").click()
    expect(page.locator(".editor textarea")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    expect(page.locator("[data-status]")).to_contain_text("Bewaard om")
    page.keyboard.press("Escape")


def test_what_one_saves_the_other_sees_without_a_reload(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership
) -> None:
    mine, theirs = open_sheet(coordinator), open_sheet(jesse)
    goal = _goal("Jesse Bakker")
    theirs.evaluate("window.same = true; scrollTo(0, 900)")

    _write(mine, _field(mine, goal, "Aanpak"), "Samen kijken we naar de instructie.")

    expect(_field(theirs, goal, "Aanpak")).to_contain_text("Samen kijken we naar de instructie.")
    expect(theirs.locator("#live")).to_have_text("Een collega heeft iets veranderd.")
    assert theirs.evaluate("window.same") is True
    assert mine.locator("#live").text_content() == ""


def test_what_somebody_is_writing_is_not_touched(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership
) -> None:
    mine, theirs = open_sheet(coordinator), open_sheet(jesse)
    goal = _goal("Jesse Bakker")
    field = _field(theirs, goal, "Aanpak")
    field.locator("[data-words]").click()
    theirs.keyboard.press("Control+A")
    area = theirs.locator(".editor textarea")
    before = area.input_value()

    _write(mine, _field(mine, goal, "Aanpak"), "Van de een.")
    _write(mine, _field(mine, goal, "Beginsituatie"), "De beginsituatie is nieuw.")

    expect(_field(theirs, goal, "Beginsituatie")).to_contain_text("De beginsituatie is nieuw.")
    expect(area).to_be_focused()
    assert area.input_value() == before
    assert theirs.evaluate("getSelection().toString() || document.activeElement.selectionEnd") != 0
    theirs.keyboard.press("Escape")
    expect(field).to_contain_text("Van de een.")


def test_goals_and_parts_come_and_go_while_one_reads(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership
) -> None:
    mine, theirs = open_sheet(coordinator), open_sheet(jesse)
    part = Part.objects.get(heading="Schoolteam", plan__year__start=2026)
    before = theirs.locator(f"#deel-{part.public_id} .goal").count()

    mine.locator(f"#deel-{part.public_id}").get_by_role("button", name="Nog een doel").click()
    expect(theirs.locator(f"#deel-{part.public_id} .goal")).to_have_count(before + 1)

    mine.get_by_role("button", name="Maak ongedaan").click()
    expect(theirs.locator(f"#deel-{part.public_id} .goal")).to_have_count(before)


def test_a_goal_comes_beside_the_field_that_somebody_writes_in(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership
) -> None:
    theirs, goal = open_sheet(jesse), _goal("Jesse Bakker")
    part = theirs.locator(f"#deel-{goal.part.public_id}")
    before = part.locator(".goal").count()
    _field(theirs, goal, "Aanpak").locator("[data-words]").click()
    area = theirs.locator(".editor textarea")
    expect(area).to_be_focused()

    arranging.add_goal(part=goal.part)

    expect(part.locator(".goal")).to_have_count(before + 1)
    expect(area).to_be_focused()


def test_others_stop_reading_along_when_sharing_is_taken_back(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership
) -> None:
    part = Part.objects.select_related("plan").get(heading="Jesse Bakker", plan__year__start=2026)
    if not part.shared_at:
        sharing.share(part=part, by=jesse, is_subject=True, at=clock.now())
    teachers = Membership.objects.filter(is_teacher=True, is_coordinator=False)
    reader = teachers.filter(person__isnull=False).exclude(pk=jesse.pk).first()
    assert reader
    theirs = open_sheet(reader)
    expect(theirs.locator(f"#deel-{part.public_id}")).to_contain_text("gedeeld met het team")

    part.refresh_from_db()
    sharing.take_back(part=part, by=jesse, is_subject=True, at=clock.now())

    expect(theirs.locator(f"#deel-{part.public_id}")).to_contain_text("nog niet gedeeld")
    assert theirs.locator(f"#deel-{part.public_id} .goal").count() == 0


def test_who_else_is_here_is_named_and_goes_when_they_go(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership
) -> None:
    mine = open_sheet(coordinator)
    expect(mine.locator("[data-here]")).to_be_hidden()

    theirs = open_sheet(jesse)
    expect(mine.locator("[data-here]")).to_contain_text("Ook hier: JB Jesse Bakker")
    expect(theirs.locator("[data-here]")).to_contain_text(coordinator.name)
    theirs.goto("about:blank")

    expect(mine.locator("[data-here]")).to_be_hidden()
    assert [each.who for each in Presence.objects.all()] == [coordinator.public_id]


def test_after_a_line_was_down_the_sheet_catches_up(
    open_sheet: Callable[..., Page], coordinator: Membership, jesse: Membership, complaints: Any
) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    theirs, goal = open_sheet(jesse), _goal("Jesse Bakker")
    theirs.context.set_offline(True)
    text = Text.objects.get(goal=goal, key="approach")
    Text.objects.filter(pk=text.pk).update(
        html="<p>Gemist.</p>", body="Gemist.", version=text.version + 1
    )  # without a signal, as if it had passed by

    theirs.context.set_offline(False)

    expect(_field(theirs, goal, "Aanpak")).to_contain_text("Gemist.")


def test_without_a_script_the_sheet_is_as_it_was(
    open_sheet: Callable[..., Page], coordinator: Membership
) -> None:
    page = open_sheet(coordinator, java_script_enabled=False)

    expect(page.locator("[data-here]")).to_be_hidden()
    assert not Presence.objects.exists()

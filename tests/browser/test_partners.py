"""Partners, from the invitation to the agreement that lapses: with JavaScript, and without it.

Three people, each in a browser of their own. What is mailed is read from the outbox.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.looking import faults

from partituur.mail.models import Mail
from partituur.plans import queries
from partituur.plans.actions import arranging, starting
from partituur.plans.models import Goal, Part, Plan
from partituur.schools.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
PLAN = "/school/de-notenbalk/plan/2026-2027/"


@pytest.fixture
def newcomer(
    plan: Plan, coordinator: Membership, other_teacher: Membership, moment: Any
) -> Membership:
    """A colleague without an account, with an empty place in the plan and principles beside it."""
    member = Membership.objects.create(
        school=plan.school, name="Noor Visser", email="noor@voorbeeld.test", is_teacher=True
    )
    arranging.add_part(
        plan=plan, kind="teacher", heading="Noor Visser", subjects=[member], partner=coordinator,
        fmt=queries.format_of(plan.school),
    )  # fmt: skip
    starting.write_principle(
        plan=plan, body="We leren van elkaar in de klas.", greven=0, by=coordinator, at=moment
    )
    return member


def goal_of(member: Membership) -> Goal:
    return Goal.objects.get(part=Part.objects.get(subjects__member=member))


def body(member: Membership, key: str) -> str:
    return queries.text_of(goal_of(member), key).body


def letter(to: str, kind: str) -> str:
    """The words of the last mail of a kind to somebody."""
    mail = Mail.objects.filter(to=to, kind=kind).order_by("-pk").first()
    assert mail, f"no {kind} for {to}"
    return mail.body


def go(page: Page, button: str) -> None:
    """Press a button that brings another page."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).first.click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_teacher_and_the_coordinator_make_a_part_together_and_agree(
    new_page: NewPage, sign_in: SignIn, live: str, settings: Any, newcomer: Membership,
    coordinator: Membership, other_teacher: Membership, scripts: bool,
) -> None:  # fmt: skip
    settings.ADDRESS = live
    look = {"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce"}
    desk = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
    noor = new_page(java_script_enabled=scripts, **look)
    ib = new_page(java_script_enabled=scripts, **desk)
    karin = new_page(java_script_enabled=scripts, **look)
    sign_in(ib, coordinator)
    sign_in(karin, other_teacher)

    _invite(ib, newcomer)
    _come_in(noor, newcomer)
    _fill_the_part(noor, newcomer)
    _ask_a_colleague(noor, newcomer, other_teacher)
    _say_yes(karin)
    _share(noor, newcomer)
    _suggest(ib, newcomer)
    _accept(noor, newcomer)
    _agree(noor, newcomer)
    _agree(ib, newcomer)
    _change_a_word(ib, newcomer, scripts)
    _see_that_it_lapsed(noor, newcomer)
    if scripts:
        assert faults(noor) == []


def _invite(ib: Page, newcomer: Membership) -> None:
    ib.goto("/school/de-notenbalk/mensen/uitnodigen/")
    ib.get_by_label(re.compile("Noor Visser")).check()
    go(ib, "Uitnodigen")
    expect(ib.get_by_text("1 uitnodiging gemaakt")).to_be_attached()


def _come_in(noor: Page, newcomer: Membership) -> None:
    link = re.search(r"http\S+/uitnodiging/\S+/", letter(newcomer.email, "invitation"))
    assert link
    noor.goto(link[0])
    go(noor, "Stuur mij een code")
    code = re.search(r"\d{4}-\d{4}", letter(newcomer.email, "code"))
    assert code
    noor.get_by_label("Code uit de mail").fill(code[0])
    go(noor, "Verder")
    expect(noor.get_by_role("heading", level=1)).to_have_text("Dag Noor Visser")
    expect(noor.get_by_text("We leren van elkaar in de klas.")).to_be_attached()
    newcomer.refresh_from_db()
    assert newcomer.person is not None


def _fill_the_part(noor: Page, newcomer: Membership) -> None:
    questions = noor.locator("form textarea:visible")
    expect(questions).to_have_count(3)
    for number, words in enumerate(
        ("Mijn uitleg duurt te lang.", "Kort uitleggen.", "Ik oefen elke week.")
    ):
        questions.nth(number).fill(words)
    go(noor, "Bewaar")
    assert body(newcomer, "start") == "Mijn uitleg duurt te lang."
    assert body(newcomer, "approach") == "Ik oefen elke week."


def _ask_a_colleague(noor: Page, newcomer: Membership, other: Membership) -> None:
    with noor.expect_navigation():
        noor.get_by_role("link", name=re.compile("Vraag een collega om hulp")).click()
    noor.get_by_label("Wie vraag je?").select_option(str(other.public_id))
    noor.get_by_label("Wat vraag je?").fill("Kijk je een keer mee?")
    noor.get_by_label("Tijd", exact=True).check()
    go(noor, "Vraag het")
    expect(noor.get_by_text("nog geen antwoord")).to_be_visible()


def _say_yes(karin: Page) -> None:
    karin.goto(PLAN)
    with karin.expect_navigation():
        karin.get_by_role("link", name="Noor Visser vraagt je hulp").click()
    expect(karin.get_by_text("Kijk je een keer mee?")).to_be_visible()
    expect(karin.get_by_text("Ik oefen elke week.")).to_have_count(0)
    go(karin, "Ja, dat doe ik")
    expect(karin.get_by_text("Ik oefen elke week.")).to_be_visible()


def _share(noor: Page, newcomer: Membership) -> None:
    noor.goto(f"{PLAN}mijn-deel/")
    expect(noor.get_by_text("Dit lezen nu alleen jij en Marieke de Vries.")).to_be_visible()
    go(noor, "Deel met het team")
    noor.goto(f"{PLAN}mijn-deel/")
    expect(noor.get_by_text("Je deel is gedeeld: het hele team leest mee.")).to_be_visible()


def _suggest(ib: Page, newcomer: Membership) -> None:
    ib.goto(f"{PLAN}gesprek/doel/{goal_of(newcomer).public_id}/approach/")
    ib.get_by_label("Zo zou jij het schrijven").fill("Ik oefen elke week met een collega.")
    go(ib, "Stel voor")
    expect(ib.locator("ins")).to_contain_text("met een collega")
    expect(ib.get_by_role("button", name="Neem over")).to_have_count(0)
    assert body(newcomer, "approach") == "Ik oefen elke week."


def _accept(noor: Page, newcomer: Membership) -> None:
    noor.goto(f"{PLAN}mijn-deel/")
    with noor.expect_navigation():
        noor.get_by_role("link", name=re.compile("Praat erover")).click()
    expect(noor.locator("ins")).to_contain_text("met een collega")
    go(noor, "Neem over")
    assert body(newcomer, "approach") == "Ik oefen elke week met een collega."


def _agreement(page: Page, member: Membership) -> None:
    page.goto(f"{PLAN}deel/{goal_of(member).part.public_id}/akkoord/")


def _agree(page: Page, member: Membership) -> None:
    _agreement(page, member)
    go(page, "Ik ga akkoord")


def _change_a_word(ib: Page, newcomer: Membership, scripts: bool) -> None:
    goal = goal_of(newcomer)
    ib.goto(f"{PLAN}doel/{goal.public_id}/approach/")
    ib.get_by_role("textbox").first.fill("Ik oefen elke dag met een collega.")
    go(ib, "Klaar")
    assert body(newcomer, "approach") == "Ik oefen elke dag met een collega."


def _see_that_it_lapsed(noor: Page, newcomer: Membership) -> None:
    _agreement(noor, newcomer)
    expect(noor.get_by_text("Noor Visser: veranderd sinds akkoord")).to_be_visible()
    expect(noor.get_by_text("Marieke de Vries: veranderd sinds akkoord")).to_be_visible()
    expect(noor.locator(".changes del").first).to_have_text("week")
    expect(noor.locator(".changes ins").first).to_have_text("dag")

"""Every page there is, looked at with axe: light and dark, on a phone and a laptop, for all roles.

The pages are found from the addresses of the product, so that a new page without a line here fails
before a browser is started.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Page
from tests.browser.looking import faults

from partituur.demo import fill
from partituur.meetings.models import Meeting
from partituur.plans.actions import arranging
from partituur.plans.models import Goal, Part, Principle
from partituur.schools.models import LearningTeam, LearningTeamMember, Membership, VisionStatement
from partituur.talking.models import SupportQuestion

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
browser = pytest.mark.browser

# Addresses that answer a button or give a file: they have no page of their own.
NO_PAGE = {
    "amend-drop", "amendment-ask", "amendment-withdraw",
    "meeting-open", "meeting-show", "meeting-close-point", "meeting-hands", "meeting-outcome",
    "meeting-met", "meeting-spoke", "meeting-seat", "meeting-device", "join-forget",
    "version-document",
    "account_request_login_code", "goal-now", "plan-here", "principle-now", "part-hand-over", "part-hand-over-answer", "security-txt", "hold", "digest", "digest-off", "guest-link-away", "guidance-note-away", "remark-away",
    "evaluation-share", "evaluation-take-back",
    "meeting-agenda-down", "meeting-agenda-remove", "meeting-agenda-renew", "meeting-agenda-up",
    "meeting-come", "meeting-excuse", "meeting-ics", "meeting-minutes-document", "plan-consultation",
    "plan-draft", "suggestion-accept", "suggestion-decline", "support-question-back", "talk", "talk-open", "talk-say",
    "talk-settle", "document", "document-private", "end-other-sessions",
    "end-session", "invited-through", "mfa_login_webauthn", "oidc-back", "password-away", "saml_acs",
    "saml_finish_acs", "saml_metadata", "saml_sls", "service-confirm", "service-remove",
    "sign-in-with", "tie", "untie", "format-remove", "give-places", "goal-add", "goal-move",
    "goal-put-back", "goal-remove", "goal-take-back", "learning-team-end", "learning-team-join",
    "learning-team-resume", "learning-team-take-out", "look-as", "my-data-json", "part-disagree", "part-document", "part-move",
    "part-put-back", "part-remove", "part-share", "part-unshare", "people-import-apply",
    "people-import-undo", "person-back", "person-end", "plan-begin", "principle-accent",
    "principle-move", "principle-put-back", "principle-remove", "principle-take-back",
    "read-in-redo", "read-in-undo", "set-language", "set-theme", "sign-out", "statement-back",
    "statement-down", "statement-retire", "statement-up", "unplaced-put-away",
}  # fmt: skip
WITHOUT_A_SCHOOL = (
    "start", "account_login", "account_inactive", "demo", "demo-mail", "mfa_index", "sign-in-anew",
)  # fmt: skip
OF_A_SCHOOL = (
    "meetings", "meeting-new", "settings", "school", "log", "checking", "my-data", "words", "years", "people", "people-add", "people-import",
    "people-import-done", "learning-teams", "vision", "format", "format-add", "plan-now",
    "invite", "keeping", "my-part-now", "services", "sign-in-at",
)  # fmt: skip
OF_A_PLAN = (
    "amend-draft", "plan", "my-part", "principles", "part-add", "read-in", "documents", "versions",
    "versions-compare",
)  # fmt: skip
# looked at in the tests of their own rooms: test_gallery.py, test_signing_in.py, test_amending.py
ELSEWHERE = {
    "amend-again", "amend-field", "amend-goal", "amend-principle", "amendment",
    "goal-evaluation", "meeting-afterwards",
    "version",  # tests/browser/test_versions.py
    # tests/browser/test_meeting.py
    "meeting-run", "meeting-screen", "meeting-phone", "meeting-reword", "meeting-decide",
    "meeting-decided", "meeting-close", "join", "join-code", "join-phone",
    "guest",    "gallery", "gallery-form", "gallery-sheet",
    "account_confirm_login_code", "account_reauthenticate", "emergency-codes", "invitation",
    "mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_deactivate_totp",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "password",
}  # fmt: skip


def test_every_address_has_a_page_here_or_is_said_to_have_none() -> None:
    named = set(names(get_resolver().url_patterns))
    with_page = {*WITHOUT_A_SCHOOL, *OF_A_SCHOOL, *OF_A_PLAN, *ONE_BY_ONE}
    assert named - with_page - NO_PAGE - ELSEWHERE == set()
    assert (with_page | NO_PAGE | ELSEWHERE) - named == set()


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from names(each.url_patterns)
        elif each.name:
            yield each.name


# Pages of one goal, one person …: how their address is made.
ONE_BY_ONE: dict[str, Callable[[], list[Any]]] = {
    "goal": lambda: [_goal().public_id],
    "goal-field": lambda: [_goal().public_id, "approach"],
    "goal-history": lambda: [_goal().public_id, "approach"],
    "goal-vision": lambda: [_goal().public_id],
    "principle": lambda: [_principle().public_id],
    "principle-history": lambda: [_principle().public_id],
    "part": lambda: [_goal().part.public_id],
    "part-agreement": lambda: [_goal().part.public_id],
    "person": lambda: [_member(is_teacher=True).public_id],
    "person-erase": lambda: [_member(is_teacher=True).public_id],
    "learning-team": lambda: [_team().public_id],
    "learning-team-place": lambda: [
        _team().public_id, LearningTeamMember.objects.filter(team=_team())[0].member.public_id
    ],
    "statement": lambda: [VisionStatement.objects.order_by("pk")[0].public_id],
    "format-kind": lambda: ["teacher"],
    **dict.fromkeys(
        ("meeting", "meeting-change", "meeting-cancel", "meeting-members", "meeting-invite",
         "meeting-agenda", "meeting-agenda-add"),
        lambda: [_meeting("planned").public_id],
    ),
    "meeting-minutes": lambda: [_meeting("closed").public_id],
    "part-talk": lambda: [_goal().part.public_id],
    "part-guidance": lambda: [_goal().part.public_id],
    "goal-talk": lambda: [_goal().public_id],
    "goal-support": lambda: [_goal().public_id],
    "field-talk": lambda: [_goal().public_id, "approach"],
    "principle-talk": lambda: [_principle().public_id],
    "support-question": lambda: [SupportQuestion.objects.order_by("pk")[0].public_id],
}  # fmt: skip
IN_A_PLAN = {"goal", "goal-field", "goal-history", "goal-vision", "principle", "principle-history", "part", "part-agreement",
    "part-talk", "part-guidance", "goal-talk", "goal-support", "field-talk", "principle-talk", "support-question"}  # fmt: skip


def _meeting(state: str) -> Meeting:
    return Meeting.objects.filter(state=state).order_by("pk")[0]


def _goal() -> Goal:
    return Goal.objects.filter(part__kind="teacher", part__plan__year__start=2026).order_by("pk")[0]


def _principle() -> Principle:
    return Principle.objects.filter(plan__year__start=2026).order_by("pk")[0]


def _team() -> LearningTeam:
    return LearningTeam.objects.order_by("pk")[0]


def _member(**role: bool) -> Membership:
    return Membership.objects.filter(**role).order_by("pk")[0]


def addresses() -> Iterator[str]:
    """Each page of the demo school, and what a mistaken address gives."""
    yield from (reverse(name) for name in WITHOUT_A_SCHOOL)
    yield from (reverse(name, args=["de-notenbalk"]) for name in OF_A_SCHOOL)
    yield from (reverse(name, args=["de-notenbalk", "2026-2027"]) for name in OF_A_PLAN)
    for name, made in ONE_BY_ONE.items():
        year = ["2026-2027"] if name in IN_A_PLAN else []
        yield reverse(name, args=["de-notenbalk", *year, *made()])
    yield reverse("plan", args=["de-notenbalk", "2025-2026"])  # evaluated: nobody writes there
    yield reverse("plan", args=["de-notenbalk", "2027-2028"])  # not begun
    yield "/bestaat-niet/"


@pytest.fixture
def demo(transactional_db: None) -> None:
    fill.fill()
    plan = Part.objects.filter(plan__year__start=2026)[0].plan
    for _time in range(2):  # one too many, for the warning
        arranging.add_principle(plan=plan)


@browser
@pytest.mark.parametrize(
    ("role", "width", "scheme"),
    [
        ("is_coordinator", 320, "light"),
        ("is_coordinator", 320, "dark"),
        ("is_coordinator", 1280, "light"),
        ("is_coordinator", 1280, "dark"),
        ("is_teacher", 320, "dark"),
        ("is_teacher", 1280, "light"),
        ("is_leader", 320, "light"),
        ("is_leader", 1280, "dark"),
    ],
)
def test_axe_finds_nothing_on_any_page(
    demo: None, new_page: NewPage, sign_in: SignIn, complaints: Any, role: str, width: int,
    scheme: str,
) -> None:  # fmt: skip
    complaints.expect("40[34]")  # pages that are not for this person, and one that is not there
    page = new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    sign_in(page, _member(**{role: True}))
    found: list[str] = []
    seen: set[str] = set()
    for address in addresses():
        answer = page.goto(address)
        assert answer
        page_here = "refused" if answer.status == 403 else page.url
        if page_here not in seen:
            seen.add(page_here)
            unfold(page)
            found += faults(page)
    assert found == []


def unfold(page: Page) -> None:
    """Open what is folded, and one menu: two at once would lie over each other."""
    page.evaluate("""() => {
      document.querySelectorAll("details:not(.menu)").forEach((each) => { each.open = true; });
      const menu = document.querySelector("main details.menu");
      if (menu) menu.open = true;
    }""")


@browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_when_something_was_typed_wrong(
    demo: None, new_page: NewPage, sign_in: SignIn, complaints: Any, width: int, scheme: str
) -> None:
    complaints.expect("4(03|09|22)")
    page = new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(reverse("account_login"))
    with page.expect_navigation():
        page.locator("main .button.primary").first.click()
    found = faults(page)
    sign_in(page, _member(is_coordinator=True))
    for name in ("people-add", "people-import", "learning-teams", "vision", "format-add"):
        found += wrong(page, reverse(name, args=["de-notenbalk"]))
    for name in ("principles", "part-add", "read-in"):
        found += wrong(page, reverse(name, args=["de-notenbalk", "2026-2027"]))
    assert found == []


def wrong(page: Page, address: str) -> list[str]:
    """Send the page's empty form, and look at what comes back."""
    page.goto(address)
    page.evaluate("""() => {
      document.querySelectorAll("details:not(.menu)").forEach((each) => { each.open = true; });
    }""")
    form = page.locator("main form").filter(has=page.locator("textarea, input:not([type=hidden])"))
    with page.expect_navigation():
        form.first.locator("button:not([type=button])").first.click()
    return faults(page)

"""Signing in and one's own account in a real browser: a code from the mail, a passkey, an app.

The passkeys are real: Chromium plays a laptop with a fingerprint reader, and signs with it. They
need a host with a name, which the server of the tests has: localhost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.urls import resolve
from playwright.sync_api import CDPSession, Page, expect
from tests.browser.looking import faults
from tests.browser.test_every_page import unfold
from tests.browser.test_main_job import go_to, press
from tests.web.signing_in.test_account import code_of_the_app
from tests.web.signing_in.test_views import code_in

from partituur.mail.models import Mail
from partituur.plans.models import Plan
from partituur.schools.actions import inviting
from partituur.schools.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NewPage = Callable[..., Page]
PLAN = re.compile("/school/de-notenbalk/plan/")
PASSWORD = "een zin die lang genoeg is"
# test_every_page.py leaves these to this room
PAGES = {
    "account_confirm_login_code", "account_reauthenticate", "emergency-codes", "invitation",
    "mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_deactivate_totp", "mfa_index",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "password",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_counted(transactional_db: None) -> None:
    """The limits count in a table that outlives a test."""
    cache.clear()


@pytest.fixture
def member(plan: Plan, teacher: Membership) -> Membership:
    """A teacher of a school with a plan."""
    return teacher


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")


class Reader:
    """A fingerprint reader in the laptop, of which the owner's finger is always at hand."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("WebAuthn.enable")
        made = self._session.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        self._it = {"authenticatorId": made["authenticatorId"]}

    @property
    def passkeys(self) -> list[dict[str, Any]]:
        """What the reader keeps."""
        found = self._session.send("WebAuthn.getCredentials", self._it)
        return list(found["credentials"])

    def know_the_finger(self, known: bool) -> None:
        """Whether the finger that is laid on it is the owner's."""
        self._session.send("WebAuthn.setUserVerified", {**self._it, "isUserVerified": known})


# --- steps ------------------------------------------------------------------------------------
# By keyboard alone: what no key reaches fails here.


def press_button(page: Page, name: str) -> None:
    press(page, page.get_by_role("button", name=name, exact=True))


def press_link(page: Page, name: str) -> None:
    press(page, page.get_by_role("link", name=name, exact=True))


def fill_in(page: Page, label: str, words: str) -> None:
    go_to(page, page.get_by_label(label, exact=True).filter(visible=True))
    page.keyboard.type(words)


def ask_for_a_code(page: Page, member: Membership) -> str:
    """From the first page to the one where the code goes; the code that was mailed."""
    fill_in(page, "E-mailadres", member.email)
    press_button(page, "Stuur mij een code")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    return code_in(Mail.objects.filter(to=member.email).order_by("-pk")[0])


def give_the_code(page: Page, code: str) -> None:
    fill_in(page, "Code uit de mail", code)
    press_button(page, "Verder")


def come_in(page: Page, member: Membership, *, to: str = "/") -> None:
    """Sign in with a code from the mail, on the way to a page."""
    page.goto(f"/inloggen/?next={to}")
    give_the_code(page, ask_for_a_code(page, member))


def sign_out(page: Page, member: Membership) -> None:
    page.goto("/")
    press(page, page.locator("summary").filter(has_text=member.name))
    press_button(page, "Uitloggen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welkom")


def add_a_passkey(page: Page, name: str) -> None:
    """From the account to after the passkey."""
    press_link(page, "Passkey erbij")
    go_to(page, page.get_by_label("Naam"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(name)
    press_button(page, "Passkey maken")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Passkey erbij")


def tie_an_app(page: Page) -> str:
    """From the account to the emergency codes; the secret of the app."""
    press_link(page, "App gebruiken")
    press(page, page.get_by_text("Kun je niet scannen?"))
    secret = page.locator("main code").inner_text()
    fill_in(page, "Code uit je app", code_of_the_app(secret))
    press_button(page, "App gebruiken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Noodcodes")
    return secret


# --- a code from the mail ---------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_code_from_the_mail_lets_you_in_by_keyboard_alone(
    new_page: NewPage, complaints: Any, member: Membership, script: bool
) -> None:
    complaints.expect("422")
    page = new_page(java_script_enabled=script)
    page.goto("/")
    code = ask_for_a_code(page, member)
    give_the_code(page, "0000-0000")
    expect(page.locator(".error-summary")).to_contain_text("Deze code klopt niet")
    page.get_by_label("Code uit de mail").clear()
    give_the_code(page, code)
    expect(page).to_have_url(PLAN)
    sign_out(page, member)
    page.goto("/account/")
    expect(page).to_have_url(re.compile(r"/inloggen/\?next=/account/$"))


def test_without_javascript_nothing_is_offered_that_needs_it(
    new_page: NewPage, member: Membership
) -> None:
    page = new_page(java_script_enabled=False)
    come_in(page, member, to="/account/passkey/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Passkey erbij")
    # Chromium leaves a noscript undrawn when it is Playwright that turned the scripts off.
    assert "kan alleen met JavaScript" in page.content()
    expect(page.get_by_role("button", name="Passkey maken")).to_be_hidden()
    sign_out(page, member)
    expect(page.get_by_role("button", name="Inloggen met een passkey")).to_be_hidden()


def test_one_signs_out_on_the_page_of_the_account(page: Page, member: Membership) -> None:
    come_in(page, member, to="/account/")
    press_button(page, "Uitloggen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welkom")


# --- a passkey --------------------------------------------------------------------------------


def test_a_passkey_alone_lets_you_in_where_you_were_going(page: Page, member: Membership) -> None:
    reader = Reader(page)
    come_in(page, member, to="/account/")
    add_a_passkey(page, "mijn laptop")
    assert [each["isResidentCredential"] for each in reader.passkeys] == [True]
    sign_out(page, member)
    mails = Mail.objects.count()

    page.goto("/inloggen/?next=/account/")
    press_button(page, "Inloggen met een passkey")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    expect(page.locator("main .line").first).to_contain_text("mijn laptop")
    assert Mail.objects.count() == mails


def test_a_passkey_is_the_second_step_after_a_code(page: Page, member: Membership) -> None:
    Reader(page)
    come_in(page, member, to="/account/")
    add_a_passkey(page, "mijn laptop")
    sign_out(page, member)

    come_in(page, member, to="/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    press_button(page, "Met mijn passkey")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")


def test_a_passkey_opens_the_account_once_more_and_is_taken_away(
    page: Page, member: Membership
) -> None:
    Reader(page)
    come_in(page, member, to="/account/")
    add_a_passkey(page, "mijn laptop")
    sign_out(page, member)
    page.goto("/inloggen/?next=/account/")
    press_button(page, "Inloggen met een passkey")

    press_link(page, "Weghalen mijn laptop")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ben jij het?")
    press_button(page, "Met mijn passkey")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze passkey weghalen?")
    press_button(page, "Passkey weghalen")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()


def test_a_finger_that_is_not_known_opens_nothing_and_is_explained(
    page: Page, member: Membership
) -> None:
    reader = Reader(page)
    come_in(page, member, to="/account/")
    add_a_passkey(page, "mijn laptop")
    sign_out(page, member)

    reader.know_the_finger(False)
    press_button(page, "Inloggen met een passkey")
    expect(page.get_by_text("Dat lukte niet.")).to_be_visible()
    assert faults(page) == []

    reader.know_the_finger(True)
    press_button(page, "Inloggen met een passkey")
    expect(page).to_have_url(PLAN)


def test_a_passkey_that_was_taken_away_opens_nothing_and_that_is_said(
    page: Page, complaints: Any, member: Membership
) -> None:
    complaints.expect("422")
    Reader(page)
    come_in(page, member, to="/account/")
    add_a_passkey(page, "mijn laptop")
    totp.TOTP.activate(member.person, totp.generate_totp_secret())
    sign_out(page, member)
    come_in(page, member)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).delete()

    press_button(page, "Met mijn passkey")
    expect(page.get_by_text("Dat lukte niet.")).to_be_visible()
    assert faults(page) == []

    page.goto("/inloggen/")
    press_button(page, "Inloggen met een passkey")
    expect(page.locator(".toast.error")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welkom")


# --- an app -----------------------------------------------------------------------------------


def test_with_an_app_a_code_from_the_mail_and_one_from_the_app_let_you_in(
    page: Page, complaints: Any, member: Membership
) -> None:
    complaints.expect("422")
    come_in(page, member, to="/account/")
    secret = tie_an_app(page)
    press_button(page, "Maak noodcodes")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je noodcodes")
    codes = page.locator(".codes code").all_inner_texts()
    assert len(set(codes)) == len(codes) >= 8
    press_link(page, "Ik heb ze bewaard")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    sign_out(page, member)

    come_in(page, member)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    fill_in(page, "Code uit je app, of een noodcode", "000000")
    press_button(page, "Verder")
    expect(page.locator(".error-summary")).to_contain_text("Deze code klopt niet")
    page.get_by_label("Code uit je app").clear()
    fill_in(page, "Code uit je app, of een noodcode", code_of_the_app(secret, steps=1))
    press_button(page, "Verder")
    expect(page).to_have_url(PLAN)
    sign_out(page, member)

    come_in(page, member)
    fill_in(page, "Code uit je app, of een noodcode", codes[0])
    press_button(page, "Verder")
    expect(page).to_have_url(PLAN)


def test_the_app_works_without_javascript_too(new_page: NewPage, member: Membership) -> None:
    page = new_page(java_script_enabled=False)
    come_in(page, member, to="/account/")
    secret = tie_an_app(page)
    sign_out(page, member)
    come_in(page, member)
    expect(page.get_by_role("button", name="Met mijn passkey")).to_be_hidden()
    fill_in(page, "Code uit je app, of een noodcode", code_of_the_app(secret, steps=1))
    press_button(page, "Verder")
    expect(page).to_have_url(PLAN)


# --- axe --------------------------------------------------------------------------------------


class Walk:
    """Along the pages, with axe: what it found, and which pages it saw."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: list[str] = []
        self.seen: set[str] = set()

    def look(self, name: str, address: str = "") -> None:
        """Look at the page that is there, or that is at an address."""
        if address:
            self.page.goto(address)
        path = self.page.evaluate("location.pathname")
        assert resolve(path).url_name == name, path
        self.seen.add(name)
        unfold(self.page)
        self.found += faults(self.page)

    def look_when_wrong(self, name: str, button: str) -> None:
        """Send the page's form as it stands, and look at what comes back."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()
        expect(self.page.locator(".error-summary")).to_be_visible()
        self.look(name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_pages_of_signing_in_and_of_the_account(
    new_page: NewPage, complaints: Any, member: Membership, coordinator: Membership, moment: Any,
    width: int, scheme: str,
) -> None:  # fmt: skip
    complaints.expect("422")
    page = new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    Reader(page)
    walk = Walk(page)
    invitation = _invitation(member, coordinator, moment)
    walk.look("invitation", invitation)
    _with_a_code(walk, member)
    walk.look("invitation", invitation)
    _the_password(walk)
    secret = _the_second_step(walk)
    walk.look("mfa_index", "/account/")
    sign_out(page, member)
    come_in(page, member)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    walk.look("mfa_authenticate")
    walk.look_when_wrong("mfa_authenticate", "Verder")
    fill_in(page, "Code uit je app, of een noodcode", code_of_the_app(secret, steps=1))
    press_button(page, "Verder")
    expect(page).to_have_url(PLAN)
    assert walk.found == []
    assert walk.seen == PAGES


def _invitation(member: Membership, coordinator: Membership, moment: Any) -> str:
    """The address in the mail to a colleague who was not here yet."""
    invited = Membership.objects.create(
        school=member.school, name="Noor Visser", email="noor@voorbeeld.test", is_teacher=True
    )
    return f"/uitnodiging/{inviting.invite(member=invited, by=coordinator, at=moment)}/"


def _with_a_code(walk: Walk, member: Membership) -> None:
    walk.page.goto("/inloggen/?next=/account/")
    code = ask_for_a_code(walk.page, member)
    walk.look("account_confirm_login_code")
    walk.look_when_wrong("account_confirm_login_code", "Verder")
    give_the_code(walk.page, code)
    expect(walk.page.get_by_role("heading", level=1)).to_have_text("Mijn account")


def _the_password(walk: Walk) -> None:
    """Choose one; from then on it is asked before anything changes."""
    page = walk.page
    walk.look("password", "/account/wachtwoord/")
    walk.look_when_wrong("password", "Dit wordt mijn wachtwoord")
    fill_in(page, "Nieuw wachtwoord", PASSWORD)
    press_button(page, "Dit wordt mijn wachtwoord")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
    walk.look("account_reauthenticate", "/account/app/")
    walk.look_when_wrong("account_reauthenticate", "Verder")
    fill_in(page, "Wachtwoord", PASSWORD)
    press_button(page, "Verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("App gebruiken")


def _the_second_step(walk: Walk) -> str:
    """An app, emergency codes and a passkey, and going on without; the secret of the app."""
    page = walk.page
    walk.look("mfa_activate_totp")
    walk.look_when_wrong("mfa_activate_totp", "App gebruiken")
    page.goto("/account/")
    secret = tie_an_app(page)
    walk.look("emergency-codes")
    press_button(page, "Maak noodcodes")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je noodcodes")
    walk.look("emergency-codes")
    walk.look("mfa_add_webauthn", "/account/passkey/")
    page.goto("/account/")
    add_a_passkey(page, "mijn laptop")
    walk.look("mfa_index")
    passkey = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    walk.look("mfa_remove_webauthn", f"/account/passkey/{passkey.pk}/weg/")
    walk.look("mfa_deactivate_totp", "/account/app/weg/")
    walk.look("mfa_reauthenticate", "/nog-eens/app/?next=/account/")
    for other_way in ("Liever met je passkey", "Liever met je wachtwoord"):
        expect(page.get_by_role("link", name=other_way)).to_have_count(1)
    walk.look_when_wrong("mfa_reauthenticate", "Verder")
    walk.look("mfa_reauthenticate_webauthn", "/nog-eens/passkey/?next=/account/")
    return secret

"""One's account: the second step, the password, and where one is signed in."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from tests.web.signing_in.test_views import ask, code_in

from partituur.accounts import factors
from partituur.mail.models import Mail
from partituur.schools.actions import members
from partituur.schools.models import Membership

ClientOf = Callable[[Membership], Client]


def come_in(member: Membership) -> Client:
    """Signed in with a code, a moment ago."""
    client = Client(headers={"User-Agent": "Telefoon"})
    ask(client, member.email)
    mail = Mail.objects.filter(to=member.email).order_by("-pk")[0]
    client.post("/inloggen/code/invullen/", {"code": code_in(mail)})
    return client


def code_of_the_app(secret: str, *, steps: int = 0) -> str:
    """What the app shows now."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + steps)))


def use_an_app(client: Client) -> str:
    """Tie an app; its secret."""
    page = client.get("/account/app/")
    secret = str(page.context["form"].secret)
    done = client.post("/account/app/", {"code": code_of_the_app(secret)})
    assert done["Location"] == "/account/noodcodes/", done.content.decode()
    return secret


def test_with_an_app_a_code_from_the_mail_is_not_enough(teacher: Membership) -> None:
    secret = use_an_app(come_in(teacher))
    client = come_in(teacher)
    assert client.get("/account/").status_code == 302
    wrong = client.post("/inloggen/tweede-stap/", {"code": "000000"})
    assert wrong.status_code == 422
    client.post("/inloggen/tweede-stap/", {"code": code_of_the_app(secret, steps=1)})
    assert client.get("/account/").status_code == 200


def test_a_code_of_the_app_works_once(teacher: Membership) -> None:
    secret = use_an_app(come_in(teacher))
    code = code_of_the_app(secret, steps=1)
    first, second = come_in(teacher), come_in(teacher)
    first.post("/inloggen/tweede-stap/", {"code": code})
    second.post("/inloggen/tweede-stap/", {"code": code})
    assert first.get("/account/").status_code == 200
    assert second.get("/account/").status_code == 302


def test_an_emergency_code_works_once_and_is_shown_once(teacher: Membership) -> None:
    client = come_in(teacher)
    use_an_app(client)
    codes = client.post("/account/noodcodes/").context["codes"]
    assert codes[0] not in client.get("/account/noodcodes/").content.decode()
    for expected in (200, 302):
        other = come_in(teacher)
        other.post("/inloggen/tweede-stap/", {"code": codes[0]})
        assert other.get("/account/").status_code == expected


def test_the_secret_of_the_app_cannot_be_read_in_the_database(teacher: Membership) -> None:
    secret = use_an_app(come_in(teacher))
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert get_adapter().decrypt(kept) == secret


def test_who_manages_the_school_does_nothing_there_without_a_second_step(
    coordinator: Membership, teacher: Membership, leader: Membership, settings: Any
) -> None:
    settings.SECOND_STEP_FOR_MANAGERS = True
    for member in (coordinator, leader):
        client = come_in(member)
        for path in ("plan/2026-2027/", "mensen/", "mijn-gegevens/"):
            assert client.get(f"/school/de-notenbalk/{path}")["Location"] == "/account/"
        assert "Zet een tweede stap aan" in client.get("/account/").content.decode()
        use_an_app(client)
        assert client.get("/school/de-notenbalk/mensen/").status_code == 200
    assert come_in(teacher).get("/school/de-notenbalk/mensen/").status_code == 200


def test_a_laptop_that_was_left_open_changes_nothing_of_the_account(
    teacher: Membership, client_of: ClientOf
) -> None:
    client = client_of(teacher)  # signed in, and not a moment ago
    for path in ("/account/wachtwoord/", "/account/app/", "/account/passkey/"):
        assert client.get(path)["Location"].startswith("/nog-eens/inloggen/")
    client.post("/account/wachtwoord/", {"password": "van de dief, heel lang"})
    teacher.person.refresh_from_db()  # type: ignore[union-attr]
    assert not teacher.person.has_usable_password()  # type: ignore[union-attr]


def test_another_password_signs_out_everywhere_else(teacher: Membership) -> None:
    here, elsewhere = come_in(teacher), come_in(teacher)
    answer = here.post("/account/wachtwoord/", {"password": "een lange nieuwe zin"})
    assert answer["Location"] == "/account/"
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    again = Client()
    again.post("/inloggen/", {"login": teacher.email, "password": "een lange nieuwe zin"})
    assert again.get("/account/").status_code == 200


@pytest.mark.parametrize("typed", ["", "kort", "wachtwoord", "1234567890"])
def test_a_password_that_is_easily_guessed_is_refused(teacher: Membership, typed: str) -> None:
    client = come_in(teacher)
    assert client.post("/account/wachtwoord/", {"password": typed}).status_code == 422


def test_one_goes_on_without_a_password(teacher: Membership) -> None:
    client = come_in(teacher)
    client.post("/account/wachtwoord/", {"password": "een lange nieuwe zin"})
    assert client.post("/account/wachtwoord/weg/")["Location"].startswith("/nog-eens/")
    client.post("/nog-eens/?next=/account/", {"password": "een lange nieuwe zin"})
    client.post("/account/wachtwoord/weg/")
    teacher.person.refresh_from_db()  # type: ignore[union-attr]
    assert not teacher.person.has_usable_password()  # type: ignore[union-attr]


def test_sessions_are_listed_and_ended_one_by_one(
    teacher: Membership, other_teacher: Membership
) -> None:
    here, elsewhere, of_another = come_in(teacher), come_in(teacher), come_in(other_teacher)
    sessions = here.get("/account/").context["sessions"]
    assert len(sessions) == 2
    other = next(each for each in sessions if each.session_key != here.session.session_key)
    assert of_another.post(f"/account/apparaten/{other.pk}/").status_code == 404

    here.post(f"/account/apparaten/{other.pk}/")

    assert elsewhere.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_one_signs_out_everywhere_else_at_once(teacher: Membership) -> None:
    here, one, two = come_in(teacher), come_in(teacher), come_in(teacher)
    here.post("/account/apparaten/")
    assert [each.get("/account/").status_code for each in (here, one, two)] == [200, 302, 302]


def test_signing_out_ends_the_session_on_the_server(teacher: Membership) -> None:
    client = come_in(teacher)
    kept = client.cookies["sessionid"].value
    client.post("/uitloggen/")
    client.cookies["sessionid"] = kept
    assert client.get("/account/").status_code == 302


def test_signing_in_gives_another_session_than_before_it(teacher: Membership) -> None:
    client = Client()
    ask(client, teacher.email)
    before = client.session.session_key
    client.post("/inloggen/code/invullen/", {"code": code_in(Mail.objects.get())})
    assert client.session.session_key != before


def test_the_end_of_a_membership_ends_the_session(
    coordinator: Membership, teacher: Membership, moment: Any
) -> None:
    client = come_in(teacher)
    members.end_member(
        member=teacher, until=moment.date() - timedelta(days=1), by=coordinator, at=moment
    )
    assert client.get("/account/").status_code == 302
    assert factors.sessions_of(teacher.person) == []  # type: ignore[arg-type]


def test_who_stays_in_another_school_stays_signed_in(
    coordinator: Membership, teacher: Membership, stranger: Membership, moment: Any
) -> None:
    Membership.objects.create(
        school=stranger.school, person=teacher.person, name="J.", is_teacher=True
    )
    client = come_in(teacher)
    members.end_member(
        member=teacher, until=moment.date() - timedelta(days=1), by=coordinator, at=moment
    )
    assert client.get("/account/").status_code == 200
    assert client.get("/school/de-notenbalk/mensen/").status_code == 404


def test_a_role_that_is_taken_away_is_gone_at_once(
    coordinator: Membership, leader: Membership, client_of: ClientOf
) -> None:
    client = client_of(leader)
    assert client.get("/school/de-notenbalk/school/").status_code == 200
    Membership.objects.filter(pk=leader.pk).update(is_leader=False, is_teacher=True)
    assert client.post("/school/de-notenbalk/school/", {"name": "Anders"}).status_code == 403


@pytest.mark.parametrize("answer", ["", "{", "[]", "{}", '{"id": "x"}', '"x"', "null", "1"])
def test_an_answer_of_a_passkey_that_cannot_be_read_is_a_sentence(
    teacher: Membership, answer: str
) -> None:
    client = Client()
    client.get("/inloggen/passkey/", headers={"Accept": "application/json"})
    said = client.post("/inloggen/passkey/", {"credential": answer}, follow=True)
    assert "Je passkey werd niet herkend" in said.content.decode()
    inside = come_in(teacher)
    inside.get("/account/passkey/")
    assert (
        inside.post("/account/passkey/", {"credential": answer, "passwordless": "on"}).status_code
        == 422
    )
    use_an_app(inside)
    waiting = come_in(teacher)
    assert waiting.post("/inloggen/tweede-stap/", {"credential": answer}).status_code == 422

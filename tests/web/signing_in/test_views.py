"""Signing in with a code or a password, and an invitation."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from partituur.accounts.models import Person
from partituur.mail.models import Mail
from partituur.schools.actions import inviting
from partituur.schools.models import Membership

ClientOf = Callable[[Membership], Client]

# --- with a password --------------------------------------------------------------------------


@pytest.fixture
def with_password(teacher: Membership) -> Membership:
    person = teacher.person
    assert person is not None
    person.set_password("een lang wachtwoord")
    person.save()
    return teacher


def test_a_visitor_is_asked_to_sign_in(db: None) -> None:
    answer = Client().get("/")

    assert answer.status_code == 302
    assert answer["Location"] == "/inloggen/"


def test_signing_in_brings_you_to_the_plan_whatever_the_case_of_your_address(
    with_password: Membership,
) -> None:
    answer = Client().post(
        "/inloggen/", {"login": "Jesse.Bakker@Voorbeeld.TEST", "password": "een lang wachtwoord"}
    )

    assert answer.status_code == 302
    assert answer["Location"] == "/"


def test_signing_in_goes_on_to_the_page_that_was_asked_for_but_not_elsewhere(
    with_password: Membership,
) -> None:
    typed = {"login": "jesse.bakker@voorbeeld.test", "password": "een lang wachtwoord"}

    here = Client().post("/inloggen/", {**typed, "next": "/school/de-notenbalk/plan/"})
    elsewhere = Client().post("/inloggen/", {**typed, "next": "https://elders.test/"})

    assert here["Location"] == "/school/de-notenbalk/plan/"
    assert elsewhere["Location"] == "/"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"login": "jesse.bakker@voorbeeld.test", "password": "fout"}, "horen niet bij elkaar"),
        ({"login": "niemand@voorbeeld.test", "password": "fout"}, "horen niet bij elkaar"),
        ({"login": "jesse", "password": "fout"}, "Dit is geen e-mailadres"),
        ({"login": "", "password": ""}, "Vul je e-mailadres in"),
        ({"login": "a@b.nl", "password": ""}, "Vul je wachtwoord in"),
    ],
)
def test_a_mistake_is_explained_and_what_was_typed_stays(
    with_password: Membership, typed: dict[str, str], said: str
) -> None:
    answer = Client().post("/inloggen/", typed)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert typed["login"] in answer.content.decode()


def test_signing_out_needs_a_post(client_of: ClientOf, teacher: Membership) -> None:
    client = client_of(teacher)

    assert client.get("/uitloggen/").status_code == 405
    assert client.post("/uitloggen/")["Location"] == "/"
    assert client.get("/")["Location"] == "/inloggen/"


# --- with a code ------------------------------------------------------------------------------


def code_in(mail: Mail) -> str:
    """The code that stands in a mail."""
    found = re.search(r"\d{4}-\d{4}", mail.body)
    assert found, mail.body
    return found[0]


def ask(client: Client, email: str, **more: str) -> Any:
    return client.post("/inloggen/code/", {"email": email, **more})


def test_a_code_from_the_mail_lets_you_in(teacher: Membership) -> None:
    client = Client()
    assert ask(client, "Jesse.Bakker@voorbeeld.test")["Location"] == "/inloggen/code/invullen/"
    mail = Mail.objects.get()

    answer = client.post("/inloggen/code/invullen/", {"code": code_in(mail).replace("-", " ")})

    assert (mail.to.lower(), mail.kind) == ("jesse.bakker@voorbeeld.test", "code")
    assert answer["Location"] == "/"
    assert client.get("/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_after_the_code_you_are_where_you_wanted_to_be(teacher: Membership) -> None:
    client = Client()
    sent = ask(client, teacher.email, next="/school/de-notenbalk/mensen/")
    answer = client.post(sent["Location"], {"code": code_in(Mail.objects.get())})
    assert answer["Location"] == "/school/de-notenbalk/mensen/"


def test_a_wrong_code_is_explained_and_three_end_it(teacher: Membership) -> None:
    client = Client()
    ask(client, teacher.email)
    right = code_in(Mail.objects.get())
    for _time in range(2):
        answer = client.post("/inloggen/code/invullen/", {"code": "0000-0000"})
        assert answer.status_code == 422
        assert "Deze code klopt niet" in answer.content.decode()
    client.post("/inloggen/code/invullen/", {"code": "0000-0000"})

    client.post("/inloggen/code/invullen/", {"code": right})

    assert client.get("/account/").status_code == 302


def test_a_code_works_once_and_only_in_the_browser_that_asked_for_it(teacher: Membership) -> None:
    mine, other = Client(), Client()
    ask(mine, teacher.email)
    right = code_in(Mail.objects.get())
    other.post("/inloggen/code/invullen/", {"code": right})
    mine.post("/inloggen/code/invullen/", {"code": right})
    mine.post("/uitloggen/")

    again = mine.post("/inloggen/code/invullen/", {"code": right})

    assert again["Location"].startswith("/inloggen/")
    assert mine.get("/account/").status_code == 302
    assert other.get("/account/").status_code == 302


def test_a_code_is_worthless_after_a_quarter_of_an_hour(
    teacher: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    client = Client()
    ask(client, teacher.email)
    later = time.time() + 16 * 60
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", lambda: later)

    client.post("/inloggen/code/invullen/", {"code": code_in(Mail.objects.get())})
    monkeypatch.undo()

    assert client.get("/account/").status_code == 302


def test_an_address_that_we_do_not_know_gets_the_same_answer_and_another_mail(
    teacher: Membership,
) -> None:
    known, unknown = Client(), Client()
    first, second = ask(known, teacher.email), ask(unknown, "niemand@voorbeeld.test")

    assert first["Location"] == second["Location"]
    assert [each.body.count("kennen dit adres niet") for each in Mail.objects.order_by("pk")] == [
        0,
        1,
    ]
    page = unknown.get(second["Location"]).content.decode()
    assert page.replace("niemand@voorbeeld.test", teacher.email).count("<p") == known.get(
        first["Location"]
    ).content.decode().count("<p")


def test_no_mail_opens_anything_by_being_looked_at(teacher: Membership) -> None:
    client = Client()
    ask(client, teacher.email)
    body = Mail.objects.get().body
    assert "http" not in body


# --- invited ----------------------------------------------------------------------------------


@pytest.fixture
def invited(school: Any, coordinator: Membership, moment: Any) -> tuple[Membership, str]:
    """A colleague without an account, and the secret of the link."""
    member = Membership.objects.create(
        school=school, name="Noor Visser", email="noor@voorbeeld.test", is_teacher=True
    )
    return member, inviting.invite(member=member, by=coordinator, at=moment)


def test_who_is_invited_comes_in_with_a_code_and_is_tied_to_the_place(
    invited: tuple[Membership, str],
) -> None:
    member, token = invited
    client = Client()
    page = client.get(f"/uitnodiging/{token}/").content.decode()
    assert "noor@voorbeeld.test" in page

    sent = client.post(f"/uitnodiging/{token}/")
    answer = client.post(sent["Location"], {"code": code_in(Mail.objects.get())})

    member.refresh_from_db()
    assert answer["Location"] == "/school/de-notenbalk/plan/mijn-deel/"
    assert member.person is not None
    assert member.person.email == "noor@voorbeeld.test"
    assert client.get(f"/uitnodiging/{token}/").status_code == 404


def test_looking_at_an_invitation_does_nothing(invited: tuple[Membership, str]) -> None:
    _member, token = invited
    Client().get(f"/uitnodiging/{token}/")
    Client().head(f"/uitnodiging/{token}/")
    assert Person.objects.filter(email="noor@voorbeeld.test").count() == 0
    assert Mail.objects.count() == 0


def test_who_is_signed_in_as_somebody_else_is_asked_first(
    invited: tuple[Membership, str], client_of: ClientOf, stranger: Membership
) -> None:
    member, token = invited
    client = client_of(stranger)
    assert stranger.email in client.get(f"/uitnodiging/{token}/").content.decode()
    member.refresh_from_db()
    assert member.person is None

    client.post(f"/uitnodiging/{token}/")

    member.refresh_from_db()
    assert member.person == stranger.person


def test_an_invitation_that_waits_is_not_given_to_another_who_signs_in(
    invited: tuple[Membership, str], teacher: Membership
) -> None:
    member, token = invited
    client = Client()
    client.post(f"/uitnodiging/{token}/")
    Mail.objects.all().delete()
    ask(client, teacher.email)

    answer = client.post("/inloggen/code/invullen/", {"code": code_in(Mail.objects.get())})

    member.refresh_from_db()
    assert member.person is None
    assert answer["Location"] == f"/uitnodiging/{token}/"
    client.post(answer["Location"])
    member.refresh_from_db()
    assert member.person is None  # Jesse is in this school already


def test_an_invitation_ends_after_five_days_and_when_a_new_one_is_made(
    invited: tuple[Membership, str], coordinator: Membership, moment: Any
) -> None:
    member, token = invited
    assert inviting.find(token, at=moment + timedelta(days=4, hours=23))
    assert not inviting.find(token, at=moment + timedelta(days=5))
    inviting.invite(member=member, by=coordinator, at=moment)
    assert Client().get(f"/uitnodiging/{token}/").status_code == 404


def test_an_invitation_is_of_no_use_once_the_member_has_left(
    invited: tuple[Membership, str], moment: Any
) -> None:
    member, token = invited
    Membership.objects.filter(pk=member.pk).update(until_date=moment.date() - timedelta(days=1))
    assert Client().get(f"/uitnodiging/{token}/").status_code == 404


def test_only_a_digest_of_the_link_is_kept(invited: tuple[Membership, str]) -> None:
    member, token = invited
    kept = [str(value) for value in member.invitation.__dict__.values()]
    assert not any(token in each for each in kept)

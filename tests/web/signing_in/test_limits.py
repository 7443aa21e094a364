"""How often: a whole school comes in at once, and nobody guesses a way in."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from partituur.accounts.models import Person
from partituur.mail.models import Mail
from partituur.schools.models import Membership

PASSWORD = "een lang wachtwoord"
START = int(time.time())  # the cache keeps by the real clock, so we move on from there


@pytest.fixture
def with_password(teacher: Membership) -> Person:
    person = teacher.person
    assert person is not None
    person.set_password(PASSWORD)
    person.save()
    return person


@contextmanager
def at(monkeypatch: pytest.MonkeyPatch, moment: float) -> Iterator[None]:
    """The clock that the limits read, and by which what they counted is forgotten."""
    then = datetime.fromtimestamp(moment, UTC)
    with monkeypatch.context() as patch:
        patch.setattr("allauth.core.internal.ratelimit.time.time", lambda: moment)
        patch.setattr("django.core.cache.backends.db.tz_now", lambda: then)
        yield


def guess(client: Client, email: str, password: str, **headers: str) -> Any:
    return client.post("/inloggen/", {"login": email, "password": password}, headers=headers)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def colleagues(school: Any, number: int) -> list[str]:
    made = []
    for each in range(number):
        email = f"leraar{each}@voorbeeld.test"
        person = Person.objects.create_user(email)
        Membership.objects.create(
            school=school, person=person, name=f"Leraar {each}", email=email, is_teacher=True
        )
        made.append(email)
    return made


def come_in(email: str, *, mistakes: int = 0) -> bool:
    """One colleague asks for a code, mistypes it or not, and gives it."""
    client = Client()
    client.post("/inloggen/code/", {"email": email})
    mail = Mail.objects.filter(to=email).order_by("-pk").first()
    found = mail and re.search(r"\d{4}-\d{4}", mail.body)
    for _time in range(mistakes):
        client.post("/inloggen/code/invullen/", {"code": "0000-0000"})
    client.post("/inloggen/code/invullen/", {"code": found[0] if found else ""})
    return is_in(client)


def test_sixty_colleagues_behind_one_address_come_in_within_two_minutes(
    school: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = 0
    for number, email in enumerate(colleagues(school, 60)):
        with at(monkeypatch, START + number * 2):  # two seconds apart; ten of them mistype once
            came += come_in(email, mistakes=number % 6 == 0)
    assert came == 60


def test_sixty_with_a_password_come_in_too(
    school: Any, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    came = 0
    for number, email in enumerate(colleagues(school, 60)):
        person = Person.objects.get(email=email)
        person.set_password(PASSWORD)
        person.save()
        client = Client()
        with at(monkeypatch, START + number * 2):
            if number % 6 == 0:
                guess(client, email, "verkeerd")
            guess(client, email, PASSWORD)
            came += is_in(client)
    assert came == 60


def test_control_with_the_librarys_own_limits_a_school_stands_outside(
    school: Any, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}
    came = 0
    for number, email in enumerate(colleagues(school, 60)):
        with at(monkeypatch, START + number * 2):
            came += come_in(email)
    assert came < 60


def guesses_that_counted(
    client: Client, person: Person, monkeypatch: pytest.MonkeyPatch, hours: int, per_hour: int
) -> int:
    """How many of these guesses at a password were compared with it at all."""
    compared = 0
    check = Person.check_password

    def counted(self: Person, typed: str) -> bool:
        nonlocal compared
        compared += 1
        return check(self, typed)

    monkeypatch.setattr(Person, "check_password", counted)
    for hour in range(hours):
        for number in range(per_hour):
            moment = START + hour * 3600 + number * 3600 / per_hour
            with at(monkeypatch, moment):
                guess(
                    client,
                    person.email,
                    f"gok {number}",
                    **{"X-Forwarded-For": f"10.0.0.{number % 250}"},
                )
    return compared


def test_guesses_at_one_account_are_compared_sixty_times_an_hour_at_most(
    with_password: Person, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with_password.set_password(PASSWORD)
    with_password.save()
    assert guesses_that_counted(Client(), with_password, monkeypatch, 1, 500) <= 60


@pytest.mark.endurance
def test_ten_thousand_guesses_at_one_account_get_nowhere(
    with_password: Person, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with_password.set_password(PASSWORD)
    with_password.save()
    assert guesses_that_counted(Client(), with_password, monkeypatch, 2, 5000) <= 120


def test_control_without_limits_every_guess_is_compared(
    with_password: Person, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with_password.set_password(PASSWORD)
    with_password.save()
    assert guesses_that_counted(Client(), with_password, monkeypatch, 1, 100) == 100


def test_who_is_guessed_at_stays_in_and_can_still_come_in_with_a_code(
    with_password: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = Client()
    inside.force_login(with_password)
    with at(monkeypatch, START):
        for number in range(10):
            guess(Client(), with_password.email, f"gok {number}")
        answer = guess(Client(), with_password.email, PASSWORD)
        assert "te vaak geprobeerd" in answer.content.decode()
        assert is_in(inside)
        assert come_in(with_password.email)


def test_codes_for_one_address_are_not_sent_without_end(
    teacher: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        with at(monkeypatch, START + number * 60):
            for _time in range(5):
                Client().post("/inloggen/code/", {"email": teacher.email})
    assert Mail.objects.filter(to=teacher.email).count() <= 12


def test_guesses_at_a_code_end_with_the_code(teacher: Membership) -> None:
    """Three tries a code, twelve codes an hour, a hundred million codes."""
    client = Client()
    client.post("/inloggen/code/", {"email": teacher.email})
    tried = 0
    for number in range(50):
        answer = client.post("/inloggen/code/invullen/", {"code": f"{number:08}"})
        tried += answer.status_code == 422
    assert tried <= 2  # the third ends it
    assert not is_in(client)


def test_an_unknown_and_a_known_address_are_answered_alike_when_it_is_too_often(
    teacher: Membership,
) -> None:
    said = []
    for email in (teacher.email, "niemand@voorbeeld.test"):
        for _time in range(4):
            answer = Client().post("/inloggen/code/", {"email": email})
        said.append(answer.content.decode().replace(email, "…").count("te vaak geprobeerd"))
    assert said[0] == said[1] > 0

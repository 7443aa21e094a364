"""Nobody reads what is not theirs to read: a crawl with an unmistakable word in every text.

Each member opens every page, fetches every document and follows what is refused or missing; the
words that turn up are compared with those they may read, and so is what the server logged.
"""

from __future__ import annotations

import io
import logging
import zipfile
from datetime import datetime, timedelta
from typing import Any

import pymupdf
import pytest
from django.test import Client
from django.urls import reverse
from tests.web.access.house import OWN, ROLES, SHARED, House, build, undone
from tests.web.access.table import ROUTES
from tests.web.access.test_table import address

from partituur.evaluations.models import Evaluation
from partituur.exchange import registry
from partituur.mail.models import Mail
from partituur.plans import queries, rules
from partituur.plans.models import Plan
from partituur.schools.models import Membership
from partituur.talking.actions import supporting

# The agenda of a meeting, and once it is over its minutes: the whole team's, without names.
EVERYBODYS = {"team", SHARED, "version team", "agenda", "minutes"}
THEN = {"version shared"}  # who was a member when the team adopted
# What stands beside a part has the audience of its own kind: see plans and talking, rules.
PARTNERS_ONLY = {
    f"{what} {part}" for what in ("note", "question", "effort") for part in (OWN, SHARED)
} | {"before"}
ASKED = {f"question {part}" for part in (OWN, SHARED)}
# Whoever has the link, which in this crawl everybody has.
LINKED = {f"{what} {SHARED}" for what in ("guest", "effort")}
# From the day on which the team adopted the plan, every member reads this.
OF_THE_TEAM = {f"shared evaluation {SHARED}", "shared evaluation team", "evaluation of the team"}
# Of looking back each has what they wrote themselves, the subject what was shared of her goals. On
# the page of erasing Thijs, he and who manages the school read where others name him.
NAMES_THIJS = OF_THE_TEAM - {"shared evaluation team"}
MAY_READ = {
    "subject": {
        *EVERYBODYS, *THEN, OWN, "learning", *PARTNERS_ONLY, *LINKED, "evaluation of subject",
        "objection",
        "amendment draft",
        f"shared evaluation {SHARED}",
    },
    # What a guest was shown, where a colleague's name stands in it: see talking.erasing.
    "named_ib": {
        *EVERYBODYS, *THEN, OWN, "learning", "ib", "loose", *PARTNERS_ONLY, *LINKED, *NAMES_THIJS,
        f"guest {OWN}", "objection",
    },
    "other_ib": {*EVERYBODYS, "objection", "loose", *LINKED, *NAMES_THIJS, "evaluation of other_ib"},
    "leader": {*EVERYBODYS, "objection", *THEN, *LINKED, *NAMES_THIJS},
    "teacher": {*EVERYBODYS, *THEN, *ASKED, *LINKED, *NAMES_THIJS, "shared evaluation team"},
    "stranger": LINKED,
    "anonymous": LINKED,
}  # fmt: skip
OUTSIDE = {"stranger", "anonymous"}


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def seen_by(house: House, role: str) -> set[str]:
    """All that a role gets to see anywhere, as one set of canaries."""
    client = house.client(role, raise_request_exception=False)
    found: set[str] = set()
    for route in ROUTES:
        for part in house.parts:
            path, data = address(house, route, part), route.data(house, part)
            with undone():
                before = Mail.objects.count()
                answer = client.get(path) if route.is_get else client.post(path, data)
                found |= canaries_in(house, answer)
                mails = [f"{each.subject} {each.body}" for each in Mail.objects.order_by("-pk")]
                mailed = " ".join(mails[: len(mails) - before])
                assert [word for word in house.canaries if word in mailed] == []
            if route.name in ("sign-out", "sign-in-anew"):
                client = house.client(role, raise_request_exception=False)
            if not route.about_a_part:
                break
    for path in documents(house):
        found |= canaries_in(house, client.get(path))
        found |= canaries_in(house, client.post(f"{path}alles/"))
    return found


def documents(house: House) -> list[str]:
    plan = {"school": house.school.slug, "year": "2026-2027"}
    return [reverse("document", kwargs={**plan, "key": key}) for key in registry.FORMATS]


def canaries_in(house: House, answer: Any) -> set[str]:
    """The words of the house that an answer has: in its page, its headers, its document."""
    if answer.status_code == 404 and not answer.content:
        return set()
    text = words_of(answer.content) + repr(answer.headers)
    return {word for word in house.canaries if word in text}


def words_of(data: bytes) -> str:
    """What can be read in a page, a Word file or a PDF."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return " ".join(file.read(name).decode(errors="replace") for name in file.namelist())
    if data.startswith(b"%PDF"):
        return pdf_words(data)
    return data.decode(errors="replace")


def pdf_words(data: bytes) -> str:
    """The text of a PDF, as a reader of it copies it."""
    opened: Any = pymupdf.open(stream=data, filetype="pdf")  # type: ignore[no-untyped-call]
    with opened:
        return "".join("".join(page.get_text().split()) for page in opened)


def allowed(house: House, role: str) -> set[str]:
    return {word for word, place in house.canaries.items() if place in MAY_READ[role]}


@pytest.mark.parametrize("role", ROLES)
def test_nobody_sees_a_word_that_is_not_theirs(
    house: House, role: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        seen = seen_by(house, role)
    assert seen - allowed(house, role) == set()
    assert [word for word in house.canaries if word in caplog.text] == []


def test_a_colleague_who_said_yes_sees_the_goal_and_nothing_beside_it(
    house: House, moment: datetime
) -> None:
    supporting.answer(
        question=house.things["question own"], says_yes=True, words="",
        by=house.people["teacher"], at=moment,
    )  # fmt: skip
    more = seen_by(house, "teacher") - allowed(house, "teacher")
    kind = queries.format_of(house.school).kind("teacher")
    assert more == {f"kanarieown{each.key.replace('_', '')}" for each in kind.shown}


def test_who_left_the_team_sees_nothing(house: House, moment: datetime) -> None:
    """Not even what was one's own: that was to be taken along before."""
    Membership.objects.filter(pk=house.people["subject"].pk).update(
        until_date=moment.date() - timedelta(days=1)
    )
    assert seen_by(house, "subject") - allowed(house, "anonymous") == set()


@pytest.mark.parametrize("role", ROLES)
def test_of_looking_back_everybody_sees_what_is_shared_and_nobody_more(
    house: House, role: str
) -> None:
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.ADOPTED)
    places = MAY_READ[role] | (set() if role in OUTSIDE else OF_THE_TEAM)
    looked_back = {word for word, place in house.canaries.items() if "evaluation" in place}
    theirs = {word for word in looked_back if house.canaries[word] in places}
    assert seen_by(house, role) & looked_back == theirs


def test_the_crawl_notices_when_all_is_taken_for_shared(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    Plan.objects.filter(pk=house.plan.pk).update(state=Plan.State.ADOPTED)
    everything = Evaluation.objects.filter(by_team=False)
    monkeypatch.setattr("partituur.evaluations.queries._shared", lambda: everything)
    kept = {word for word, place in house.canaries.items() if place == "evaluation of other_ib"}
    assert kept
    assert kept <= seen_by(house, "leader")


@pytest.mark.parametrize("role", ["subject", "named_ib", "leader"])
def test_everybody_sees_what_is_theirs(house: House, role: str) -> None:
    texts = {word for word in allowed(house, role) if not word.endswith("opzij")}
    assert texts - seen_by(house, role) == set()


def test_the_crawl_notices_a_check_that_is_gone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "why_not_read", lambda *_args, **_kwargs: None)
    assert seen_by(house, "teacher") - allowed(house, "teacher") != set()


def test_the_crawl_notices_a_page_without_a_door(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from partituur.schools import queries as schools

    monkeypatch.setattr(schools, "place_of", lambda *_args, **_kwargs: house.people["subject"])
    assert seen_by(house, "stranger") != set()


def test_a_broken_page_tells_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What stands on the page of an error, and what is logged of it."""

    def broken(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr("partituur.web.plans.sheet.page", broken)
    client = house.client("subject", raise_request_exception=False)
    answer = client.get(reverse("plan", args=[house.school.slug, "2026-2027"]))
    assert answer.status_code == 500
    assert [word for word in house.canaries if word in answer.content.decode()] == []
    assert "kapot" not in answer.content.decode()


def test_addresses_of_mail_are_for_who_manages_the_school(house: House) -> None:
    path = reverse("people", args=[house.school.slug])
    for role in ("named_ib", "leader"):
        assert "thijs@canarie.test" in house.client(role).get(path).content.decode()
    for role in ("subject", "teacher"):
        assert "@canarie.test" not in house.client(role).get(path).content.decode()


def test_nothing_personal_stands_in_an_address(house: House) -> None:
    names = [each.name.lower() for each in house.people.values()]
    for route in ROUTES:
        path = address(house, route, OWN).lower()
        assert not any(name in path for name in names)
    assert isinstance(house.client("subject"), Client)

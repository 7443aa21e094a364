"""Versions on screen and on paper, the check of a fingerprint, and what refuses to change them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q
from tests.web.access.house import House, build, undone
from tests.web.access.table import ROUTES
from tests.web.access.test_table import address

from partituur.adoption import queries
from partituur.adoption.actions import sealing
from partituur.adoption.models import PlanVersion, SealedText
from partituur.exchange import fingerprints
from partituur.plans import rules
from partituur.plans.models import Goal, Part, Plan, Text

BASE = "/school/canarie/plan/2025-2026/versies/"
CHECK = "/school/canarie/controle/"


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def page(house: House, path: str, role: str = "leader") -> str:
    answer = house.client(role).get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_version_is_listed_and_read_with_its_decision_and_fingerprint(house: House) -> None:
    mark = queries.fingerprint(house.things["version"])
    assert mark in page(house, BASE)
    read = page(house, f"{BASE}1/")
    for words in ("kanarieversionshared", "kanariebesluit", "4 van 4 waren erbij", mark):
        assert words in read
    assert "niets veranderd" in read


def test_the_sheet_says_when_it_was_adopted_and_leads_to_the_version(house: House) -> None:
    sheet = page(house, "/school/canarie/plan/2025-2026/")
    assert "Vastgesteld op 8 september 2026 · versie 1" in sheet
    assert 'href="versies/1/"' in sheet


@pytest.mark.parametrize("key", ["pdf", "docx"])
def test_documents_of_version_and_of_the_adopted_plan_carry_the_fingerprint(
    house: House, key: str
) -> None:
    mark = queries.fingerprint(house.things["version"])
    for path in (f"{BASE}1/document/{key}/", f"/school/canarie/plan/2025-2026/document/{key}/"):
        assert fingerprints.read(house.client("leader").get(path).content) == mark


def test_a_fingerprint_or_a_file_is_checked_in_plain_words(house: House) -> None:
    mark = queries.fingerprint(house.things["version"])
    client = house.client("teacher")
    said = client.post(CHECK, {"vingerafdruk": f" {mark.upper()} "}).content.decode()
    assert "Dit is versie 1 van 2025–2026, vastgesteld op 8 september 2026; er is niets" in said
    file = client.get(f"{BASE}1/document/docx/").content
    said = client.post(CHECK, {"bestand": SimpleUploadedFile("p.docx", file)}).content.decode()
    assert "tot op de letter" in said


def test_a_file_with_the_fingerprint_and_other_words_is_not_called_the_same(house: House) -> None:
    client = house.client("teacher")
    file = client.get(f"{BASE}1/document/pdf/").content + b"\n% iets erbij"
    said = client.post(CHECK, {"bestand": SimpleUploadedFile("p.pdf", file)}).content.decode()
    assert "ziet Partituur niet" in said
    assert "tot op de letter" not in said


def test_what_was_touched_is_said(house: House) -> None:
    text = SealedText.objects.filter(body__startswith="kanarieversionteam")[0]
    text.delete()
    mark = queries.fingerprint(house.things["version"])
    said = house.client("teacher").post(CHECK, {"vingerafdruk": mark}).content.decode()
    assert "een tekst is weg" in said
    assert "iets veranderd" in page(house, f"{BASE}1/")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Typ een vingerafdruk"),
        ("onzin", "geen vingerafdruk"),
        ("v9-0f3a9c27", "hoort hier geen"),
    ],
)
def test_what_is_no_fingerprint_gets_a_sentence(house: House, typed: str, says: str) -> None:
    answer = house.client("teacher").post(CHECK, {"vingerafdruk": typed})
    assert says in answer.content.decode()


def test_two_plans_are_compared_without_what_the_reader_may_not_read(house: House) -> None:
    path = f"{BASE}vergelijken/"
    this = "/school/canarie/plan/2026-2027/versies/vergelijken/"
    assert "vergelijken" in page(house, path)
    assert "kanarieversionshared" in page(house, this, "leader")
    assert "kanarieversionshared" not in page(house, this, "other_ib")


def rows(plan: Any) -> list[Any]:
    """The version as it lies in the database, and every word of the adopted plan."""
    sealed = SealedText.objects.filter(version__plan=plan).order_by("pk")
    texts = Text.objects.filter(Q(goal__part__plan=plan) | Q(principle__plan=plan))
    lines = Goal.objects.filter(part__plan=plan).order_by("pk")
    return [
        list(PlanVersion.objects.filter(plan=plan).values_list()),
        list(sealed.values_list()),
        list(Plan.objects.filter(pk=plan.pk).values_list()),
        list(texts.exclude(goal__part__sealed_in=0).order_by("pk").values_list()),
        list(lines.exclude(part__sealed_in=0).values_list()),
        list(Part.objects.filter(plan=plan, sealed_in__gt=0).order_by("pk").values_list()),
    ]


def written(house: House) -> list[str]:
    """Which of all routes that write changes the adopted plan or its version, and by whom."""
    before, found = rows(house.plan), []
    for role in ("named_ib", "subject", "leader"):
        for route in ROUTES:
            if not route.is_get and route.name not in ("person-erase",):
                client = house.client(role, raise_request_exception=False)
                with undone():
                    client.post(address(house, route, "shared"), route.data(house, "shared"))
                    if rows(house.plan) != before:
                        found.append(f"{role}: {route.name}")
    return found


@pytest.fixture
def sealed_house(house: House, moment: datetime) -> House:
    """The house with its own plan adopted."""
    team = [each for role, each in house.people.items() if role != "stranger"]
    fresh = Plan.objects.select_related("school", "year").get(pk=house.plan.pk)
    sealing.seal(
        plan=fresh, kind=PlanVersion.Kind.ADOPTED, decision={"words": "Ja."}, members=team,
        present=set(), by=house.people["named_ib"], at=moment,
    )  # fmt: skip
    return house


def test_no_route_writes_to_an_adopted_plan_or_its_version(sealed_house: House) -> None:
    """But one: with which IB'er a part goes on, when its subject says yes; the version stays."""
    assert written(sealed_house) == ["subject: part-hand-over-answer"]


def test_control_without_the_rule_routes_do_write(
    sealed_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "WRITABLE_STATES", frozenset(Plan.State))
    assert len(written(sealed_house)) > 5

"""Verifying: whatever is changed in a version is found, and the place is named."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import models, transaction

from partituur.adoption import queries, verifying
from partituur.adoption.models import PlanVersion, SealedText, VersionMember
from partituur.kernel.models import LogEntry
from partituur.plans.models import Part, Plan

TAMPERINGS = 1000


def sql(rows: Any, **fields: Any) -> None:
    """Change rows past every guard, as somebody with the database would."""
    models.QuerySet(model=rows.model, query=rows.query).update(**fields)


def texts(version: PlanVersion) -> Any:
    return SealedText.objects.filter(version=version)


def one(version: PlanVersion, chance: random.Random) -> Any:
    numbers = list(texts(version).values_list("number", flat=True))
    return texts(version).filter(number=chance.choice(numbers))


def _structure(version: PlanVersion, chance: random.Random) -> None:
    """Change one thing somewhere in the structure."""
    structure = version.structure
    spot: Any = structure
    while True:
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        key = chance.choice(keys)
        inner = spot[key]
        if isinstance(inner, dict | list) and inner:
            spot = inner
            continue
        spot[key] = "iets anders" if inner != "iets anders" else "nog iets"
        break
    sql(PlanVersion.objects.filter(pk=version.pk), structure=structure)


Tampering = Callable[[PlanVersion, random.Random], object]
WAYS: dict[str, Tampering] = {
    "words": lambda v, c: sql(one(v, c), body="Andere woorden."),
    "a letter": lambda v, c: sql(one(v, c), body=one(v, c)[0].body + "."),
    "no words": lambda v, c: sql(one(v, c), body=None, salt="", part=None, member=None),
    "salt": lambda v, c: sql(one(v, c), salt="0" * 32),
    "commitment": lambda v, c: sql(one(v, c), commitment="0" * 64),
    "whose part": lambda v, c: sql(one(v, c), part=uuid4()),
    "whose name": lambda v, c: sql(one(v, c), member=uuid4()),
    "a text away": lambda v, c: one(v, c).delete(),
    "a text more": lambda v, c: SealedText.objects.create(
        version=v, number=5000 + c.randrange(99), body="x", salt="x", commitment="x"
    ),
    "number": lambda v, c: sql(one(v, c), number=7000),
    "structure": _structure,
    "root": lambda v, c: sql(PlanVersion.objects.filter(pk=v.pk), root="0" * 64),
    "version number": lambda v, c: sql(PlanVersion.objects.filter(pk=v.pk), number=7),
    "kind": lambda v, c: sql(PlanVersion.objects.filter(pk=v.pk), kind="small"),
    "moment": lambda v, c: sql(
        PlanVersion.objects.filter(pk=v.pk), at=v.at + timedelta(seconds=c.randrange(1, 9999))
    ),
    "id": lambda v, c: sql(PlanVersion.objects.filter(pk=v.pk), public_id=uuid4()),
    "the version away": lambda v, c: v.delete(),
    "who was there": lambda v, c: sql(
        VersionMember.objects.filter(version=v, was_present=True), was_present=False
    ),
    "a member away": lambda v, c: VersionMember.objects.filter(version=v)[c.randrange(4)].delete(),
    "state of the plan": lambda v, c: sql(Plan.objects.filter(pk=v.plan_id), state="draft"),
    "version of the plan": lambda v, c: sql(Plan.objects.filter(pk=v.plan_id), version=2),
    "when a part came": lambda v, c: sql(
        Part.objects.filter(plan=v.plan_id, kind="general"), sealed_in=c.choice((0, 2))
    ),
}  # fmt: skip


def found(version: PlanVersion) -> list[str]:
    return verifying.problems_in(version.school)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_touching_a_version_is_found(version: PlanVersion, way: str) -> None:
    WAYS[way](version, random.Random(1))
    problems = found(version)
    assert problems != []
    assert all(each.endswith(".") for each in problems)


def test_the_place_is_named_without_anybodys_words(version: PlanVersion) -> None:
    sql(texts(version).filter(body="Aanpak van general."), body="Iets anders.")
    assert found(version) == [
        "Versie 1 van 2026–2027: een tekst is veranderd (Algemene doelen, doel 1, “Aanpak”)."
    ]


def test_a_thousand_tamperings_are_all_found(version: PlanVersion) -> None:
    chance, missed = random.Random(20261125), []
    ways = sorted(WAYS)
    for time in range(TAMPERINGS):
        way = chance.choice(ways)
        with transaction.atomic():
            WAYS[way](PlanVersion.objects.get(pk=version.pk), chance)
            if not found(version):
                missed.append((time, way))
            transaction.set_rollback(True)
    assert missed == []


def test_control_without_the_checks_they_go_unseen(
    version: PlanVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "_problems", lambda *_args: iter(()))
    for way in ("words", "salt", "structure", "root", "who was there"):
        with transaction.atomic():
            WAYS[way](PlanVersion.objects.get(pk=version.pk), random.Random(2))
            assert found(version) == []
            transaction.set_rollback(True)


def test_control_without_commitments_a_changed_word_goes_unseen(
    version: PlanVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "_commitment", lambda row: row.commitment)
    WAYS["words"](version, random.Random(3))
    assert found(version) == []


def test_a_version_made_anew_with_its_log_shows_against_paper(version: PlanVersion) -> None:
    """Who rewrites version and log together is found by the fingerprint that the team has."""
    printed = queries.fingerprint(version)
    entry = LogEntry.objects.get(act="plan.adopted")
    LogEntry.objects.filter(pk=entry.pk).update(facts={**entry.facts, "root": "0" * 64})
    assert verifying.find(version.school, printed) is None


def test_a_version_is_found_by_its_fingerprint_however_it_is_typed(version: PlanVersion) -> None:
    printed = queries.fingerprint(version)
    for typed in (printed, printed.upper(), f" {printed[:8]} {printed[8:]} ", f"v1-{version.root}"):
        assert verifying.find(version.school, typed) == version
    for typed in (
        "",
        "v1",
        "34-0f3a9c27d1",
        "v1-zzzzzzzz",
        f"v2-{version.root[:24]}",
        "v1-00000000",
    ):
        assert verifying.find(version.school, typed) is None

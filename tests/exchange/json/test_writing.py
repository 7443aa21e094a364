"""Writing a plan as JSON, and the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.strategies import plans

from partituur.exchange.json import writing
from partituur.plans import snapshot
from partituur.plans.format import Field, Format, PartKind, Together, Words, format_for
from partituur.plans.snapshot import (
    GoalShot,
    PartShot,
    PlanShot,
    PrincipleShot,
    TextShot,
    VisionShot,
)

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "plan.schema.json").read_text(encoding="utf-8")
)
ON_SCREEN_ONLY = {"question", "hint", "example", "also"}  # of the format: not in a snapshot
EXAMPLE = PlanShot(school="De Notenbalk", year="2026-2027", state="draft", format=format_for())


def test_the_file_is_readable_text() -> None:
    written = writing.write(EXAMPLE)
    assert written.startswith(b'{\n  "schema": "https://')
    assert written.endswith(b"}\n")
    assert "Beginsituatie/doelstelling" in written.decode("utf-8")
    assert "\\u" not in written.decode("utf-8")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == snapshot.SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@settings(max_examples=50)
@given(plans())
def test_every_export_fits_the_schema(plan: PlanShot) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(writing.write(plan)))


def definitions() -> Iterator[tuple[str, Any]]:
    """Every object in the schema, by name."""
    yield "plan", SCHEMA
    yield from SCHEMA["$defs"].items()


def test_every_object_lists_its_keys_and_says_what_they_mean() -> None:
    for name, definition in definitions():
        assert definition["description"], name
        if definition["type"] != "object" or "properties" not in definition:
            continue
        assert definition["additionalProperties"] is False, name
        assert definition["required"] == list(definition["properties"]), name
        for key, each in definition["properties"].items():
            assert each.get("description", "").endswith("."), f"{name}.{key}"


def test_the_schema_has_every_property_of_a_snapshot_and_no_other() -> None:
    classes: dict[str, tuple[type, set[str]]] = {
        "plan": (PlanShot, {"schema"}),
        "words": (Words, set()),
        "format": (Format, set()),
        "kind": (PartKind, set()),
        "field": (Field, set()),
        "together": (Together, set()),
        "vision_statement": (VisionShot, set()),
        "principle": (PrincipleShot, set()),
        "part": (PartShot, set()),
        "goal": (GoalShot, set()),
        "text": (TextShot, set()),
    }
    described = dict(definitions())
    for name, (cls, more) in classes.items():
        known = {each.name for each in fields(cls)} - ON_SCREEN_ONLY | more
        assert set(described[name]["properties"]) == known, name


def test_the_schema_follows_the_order_of_the_file() -> None:
    plan = json.loads(writing.write(EXAMPLE))
    assert list(SCHEMA["properties"]) == list(plan)
    assert list(SCHEMA["$defs"]["kind"]["properties"]) == list(plan["format"]["kinds"][0])

"""Reading a plan from JSON: exactly what was written, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from partituur.exchange.json import reading, writing
from partituur.kernel.errors import Refusal, Unreadable
from partituur.plans.format import format_for
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, PrincipleShot, TextShot

PLAN = PlanShot(
    school="De Notenbalk",
    year="2026-2027",
    state="adopted",
    version=2,
    format=format_for(),
    principles=(PrincipleShot("p1", "Samen leren.", new_accent=True, greven=3),),
    parts=(
        PartShot(
            "d1",
            "teacher",
            "Leraar J.",
            goals=(
                GoalShot(
                    "g1",
                    {
                        "start": TextShot("De overgangen kosten tijd."),
                        "evaluation": TextShot("Gesprek.", moment="2026-12-10"),
                        "effort_coordinator": TextShot("Video.", hours="2.5"),
                    },
                ),
            ),
        ),
    ),
)


def data() -> Any:
    return json.loads(writing.write(PLAN))


def packed(value: Any) -> bytes:
    return json.dumps(value).encode()


def test_what_was_written_is_read() -> None:
    assert writing.write(reading.read(writing.write(PLAN))) == writing.write(PLAN)


def test_a_mark_at_the_beginning_and_another_layout_do_no_harm() -> None:
    again = b"\xef\xbb\xbf" + json.dumps(data()).encode()
    assert writing.write(reading.read(again)) == writing.write(PLAN)


def change(path: str, value: Any) -> Callable[[Any], None]:
    """A change of one value, at a path like "parts.0.kind"."""

    def apply(found: Any) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in way:
            found = found[step]
        found[last] = value

    return apply


GOAL = "parts.0.goals.0"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "https://elders.example/plan"),
        ("format.version", 99),
        ("school", 5),
        ("school", None),
        ("year", "2026"),
        ("year", "2026-2028"),
        ("year", "٢٠٢٦-2027"),
        ("state", "weg"),
        ("version", -1),
        ("version", "2"),
        ("version", 2.0),
        ("version", True),
        ("words", {"coordinator": "ib"}),
        ("principles.0.greven", 11),
        ("principles.0.greven", True),
        ("principles.0.new_accent", 1),
        ("principles.0.text", "a\u0000b"),
        ("principles.0.text", "a\ud800b"),
        ("principles.0.extra", "meer"),
        ("extra", []),
        ("parts", {}),
        ("parts", "deel"),
        ("parts.0.kind", "onbekend"),
        ("parts.0.emphasis", "zwaar"),
        ("parts.0.guidance", "alleen"),
        ("parts.0.withheld", True),
        ("parts.0.subjects", "Leraar J."),
        ("parts.0.subjects", [1]),
        (f"{GOAL}.vision", ["v9"]),
        (f"{GOAL}.texts.onbekend", {"body": "", "moment": "", "hours": ""}),
        (f"{GOAL}.texts.evaluation.moment", "december"),
        (f"{GOAL}.texts.evaluation.moment", "2026-02-30"),
        (f"{GOAL}.texts.evaluation.body", ["a"]),
        (f"{GOAL}.texts.effort_coordinator.hours", "twee"),
        (f"{GOAL}.texts.effort_coordinator.hours", "-1"),
        (f"{GOAL}.texts.effort_coordinator.hours", "1e5"),
        (f"{GOAL}.texts.effort_coordinator.hours", 2.5),
        ("format.kinds.0.key", "team"),
        ("format.kinds.0.headline", "weg"),
        ("format.kinds.2.together.0.keys", []),
        ("format.kinds.2.together.0.keys", ["start", "weg"]),
        ("format.kinds.0.fields.0.key", "approach"),
        ("format.kinds.0.fields.0.asked", 0),
    ],
)
def test_a_file_that_says_something_else_is_refused(path: str, value: Any) -> None:
    found = data()
    change(path, value)(found)
    with pytest.raises(Unreadable) as refused:
        reading.read(packed(found))
    assert refused.value.reason.startswith("Di") or refused.value.reason.startswith(
        "In dit bestand"
    )
    assert refused.value.reason.endswith(".")


def test_a_key_that_is_missing_is_refused() -> None:
    found = data()
    del found["parts"][0]["note"]
    with pytest.raises(Unreadable):
        reading.read(packed(found))


def test_two_lines_with_one_id_are_refused() -> None:
    found = data()
    found["parts"].append(found["parts"][0])
    with pytest.raises(Unreadable, match="hetzelfde nummer"):
        reading.read(packed(found))


@pytest.mark.parametrize(
    "handed_in",
    [
        b"",
        b"  \n",
        b"{",
        b"[]",
        b"null",
        b"PK\x03\x04",
        b"\xff\xfe{\x00}\x00",
        b'{"school": NaN}',
        b'{"school": "a", "school": "b"}',
        b"[" * 100_000,
        b"[" * 10 + b"]" * 10,
        b'"' + b'\\"' * 200_000,
        b'{"version": ' + b"9" * 10_000 + b"}",
        b" " * (reading.MOST_BYTES + 1) + b"{}",
        "geen json".encode("utf-16"),
    ],
    ids=range(15),
)
def test_what_is_no_plan_is_refused_in_one_sentence(handed_in: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        reading.read(handed_in)
    assert refused.value.reason.startswith("Dit bestand")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("schema", "https://elders.example/plan", "This file is not a plan from Partituur. Choose"),
        ("format.version", 99, "This file is not a plan from Partituur, or it is damaged"),
        ("extra", [], "This file is damaged, or was changed by hand"),
        ("year", "2026", "Something in this file is not right: “2026” is not a school year."),
        ("principles.0.greven", 11, "11 is not the number of one of the ten principles."),
    ],
)
def test_a_refusal_is_said_in_english_to_who_reads_english(
    path: str, value: Any, said: str
) -> None:
    found = data()
    change(path, value)(found)
    with translation.override("en"), pytest.raises(Unreadable) as refused:
        reading.read(packed(found))
    assert said in refused.value.reason


def test_a_name_twice_is_refused_also_deep_inside() -> None:
    text = writing.write(PLAN).decode().replace('"greven": 3', '"greven": 3, "greven": 4')
    with pytest.raises(Unreadable, match="beschadigd"):
        reading.read(text.encode())


@given(st.binary(max_size=200))
def test_whatever_is_handed_in_it_is_a_plan_or_a_refusal(handed_in: bytes) -> None:
    with pytest.raises(Refusal):
        reading.read(handed_in)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(data())), JSON)
def test_whatever_stands_at_a_key_it_is_read_or_refused(key: str, value: Any) -> None:
    found = data() | {key: value}
    try:
        plan = reading.read(packed(found))
    except Unreadable:
        return
    assert json.loads(writing.write(plan)) == found

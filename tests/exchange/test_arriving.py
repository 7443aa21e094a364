from __future__ import annotations

import json

import pytest
from django.utils import translation

from partituur.exchange import arriving
from partituur.exchange.reading import ReadGoal, ReadPlan, ReadSection, Unplaced
from partituur.kernel.errors import Refusal
from partituur.plans import snapshot
from partituur.plans.actions.importing import Loose
from partituur.plans.format import Changes, OwnField, OwnKind, format_for
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, TextShot
from partituur.schools.models import Membership

FMT = format_for()


def _read() -> ReadPlan:
    return ReadPlan(
        school="De Notenbalk",
        year="2026-2027",
        principles=["We werken *samen*."],
        general=[ReadGoal({"goal": "EDI", "approach": "Lesbezoeken"})],
        sections=[
            ReadSection(
                "teacher",
                "Leraar J.",
                [ReadGoal({"start_goal": "Starter. Doel: rust.", "goal": "Rust in de klas."})],
            ),
            ReadSection("koor", "Koor", [ReadGoal({"goal": "Zingen"})]),
        ],
        unplaced=[Unplaced("Los", before="ervoor", after="erna", heading="Kop")],
    )


def test_a_read_document_becomes_a_snapshot_with_the_parts_in_their_kinds() -> None:
    shot = arriving.as_shot(_read(), school="De Notenbalk", year="2026-2027", fmt=FMT)

    assert [(part.kind, part.heading) for part in shot.parts] == [
        ("general", "Algemene doelen"),
        ("teacher", "Leraar J."),
        ("other", "Koor"),
    ]
    assert shot.principles[0].text == "We werken *samen*."
    assert shot.parts[0].goals[0].text("goal").body == "EDI"
    assert shot.state == "draft"


def test_what_is_printed_as_one_lands_in_the_first_of_the_two_fields() -> None:
    shot = arriving.as_shot(_read(), school="", year="2026-2027", fmt=FMT)

    goal = shot.parts[1].goals[0]

    assert goal.text("start").body == "Starter. Doel: rust."
    assert goal.text("goal").body == "Rust in de klas."


def test_two_texts_for_one_field_are_both_kept() -> None:
    read = ReadPlan(
        sections=[ReadSection("teacher", "J.", [ReadGoal({"start_goal": "Een", "start": "Twee"})])]
    )

    shot = arriving.as_shot(read, school="", year="2026-2027", fmt=FMT)

    assert shot.parts[0].goals[0].text("start").body == "Een\n\nTwee"


def test_a_text_without_a_place_stays_loose_with_its_surroundings() -> None:
    assert arriving.loose(_read()) == [
        Loose(body="Los", heading="Kop", before="ervoor", after="erna")
    ]


def test_a_text_under_a_label_that_the_part_does_not_have_stays_loose() -> None:
    own = OwnKind("koor", "Koor", (OwnField("song", "Lied"),))
    fmt = format_for(Changes({}, frozenset(), (own,)))

    shot = arriving.as_shot(_read(), school="", year="2026-2027", fmt=fmt)

    assert shot.parts[2].kind == "koor"
    assert shot.parts[2].goals[0].texts == {}
    assert arriving.loose(_read(), fmt)[-1] == Loose(body="Zingen", heading="Koor")


def test_a_text_for_a_field_that_the_school_hides_stays_loose() -> None:
    fmt = format_for(Changes({}, frozenset({("teacher", "support"), ("other", "start")}), ()))
    goal = ReadGoal(
        {"support": "Maatje uit groep 4.", "start_goal": "Starter.", "approach": "Doen."}
    )
    read = ReadPlan(sections=[ReadSection(kind, "J.", [goal]) for kind in ("teacher", "other")])

    teacher, other = arriving.as_shot(read, school="", year="2026-2027", fmt=fmt).parts

    assert set(teacher.goals[0].texts) == {"start", "approach"}
    assert set(other.goals[0].texts) == {"support", "goal", "approach"}
    assert arriving.loose(read, fmt) == [Loose("Maatje uit groep 4.", heading="J.")]


def test_our_own_json_arrives_as_it_was() -> None:
    shot = arriving.as_shot(_read(), school="De Notenbalk", year="2026-2027", fmt=FMT)
    data = json.dumps(snapshot.to_data(shot)).encode()

    arrival = arriving.read("plan.json", data, fmt=FMT, year="2027-2028")

    assert snapshot.to_data(arrival.shot) == snapshot.to_data(shot)
    assert arrival.found_year == "2026-2027"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.json", b""),
        ("plan.json", b"\xff\xfe"),
        ("plan.json", b"[1, 2]"),
        ("plan.json", b"[" * 100_000),
        ("plan.json", b'{"schema": "something else"}'),
        ("plan.docx", b"{"),
        ("plan.pdf", b"%PDF-1.7"),
        ("plan.docx", b""),
        ("plan.docx", b"PK not a zip"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence_or_two(
    name: str, data: bytes
) -> None:
    with pytest.raises(Refusal) as refused:
        arriving.read(name, data, fmt=FMT, year="2026-2027")

    assert refused.value.reason.endswith(".")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"version": 0', '"version": Infinity'),
        ("Rust in de klas.", "\\ud800"),
        ("Rust in de klas.", "\\u0000"),
        ('"hours": ""', '"hours": "twee"'),
        ('"moment": ""', '"moment": "december"'),
        ('"emphasis": ""', '"emphasis": "zwaar"'),
        ('"year": "2026-2027"', '"year": "2026"'),
    ],
)
def test_our_own_json_that_somebody_spoiled_is_refused(before: str, after: str) -> None:
    goal = GoalShot("", {"goal": TextShot("Rust in de klas.")})
    shot = PlanShot(
        school="De Notenbalk", year="2026-2027", state="draft", format=FMT,
        parts=(PartShot("", "team", "Schoolteam", goals=(goal,)),),
    )  # fmt: skip
    whole = json.dumps(snapshot.to_data(shot), ensure_ascii=False)
    assert before in whole
    with pytest.raises(Refusal):
        arriving.read(
            "plan.json", whole.replace(before, after, 1).encode(), fmt=FMT, year="2026-2027"
        )


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("plan.json", b"{", "This file is not JSON"),
        ("plan.json", b'{"schema": "something else"}', "This file is not a plan from Partituur"),
        ("plan.pdf", b"%PDF-1.7", "This is not a Word file. Open it in your word processor"),
        ("plan.docx", b"", "This file is empty"),
    ],
    ids=["broken", "something else", "a PDF", "empty"],
)
def test_a_refusal_is_said_in_english_to_who_reads_english(
    name: str, data: bytes, said: str
) -> None:
    with translation.override("en"):
        with pytest.raises(Refusal) as refused:
            arriving.read(name, data, fmt=FMT, year="2026-2027")

        assert refused.value.reason.startswith(said)


def _members() -> list[Membership]:
    return [
        Membership(name="Jesse Bakker", is_teacher=True),
        Membership(name="Karin Smit", is_teacher=True),
        Membership(name="Kees de Boer", is_teacher=True),
        Membership(name="Joke Jansen", is_coordinator=True),
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Jesse Bakker", "Jesse Bakker"),
        ("Leraar Jesse Bakker", "Jesse Bakker"),
        ("juf Karin", "Karin Smit"),
        ("Leraar J.", "Jesse Bakker"),
        ("Leraar K.S.", "Karin Smit"),
        ("Leraar K.", None),
        ("Leraar Z.", None),
        ("Leraar", None),
        ("", None),
        ("Joke Jansen", None),
    ],
)
def test_a_heading_is_tied_to_a_member_only_without_doubt(heading: str, name: str | None) -> None:
    found = arriving.guess(PartShot(id="", kind="teacher", heading=heading), _members())

    assert (found.name if found else None) == name


def test_a_part_of_the_coordinator_is_not_tied_to_a_teacher() -> None:
    part = PartShot(id="", kind="coordinator", heading="Intern begeleider J.")

    found = arriving.guess(part, _members())

    assert found is not None
    assert found.name == "Joke Jansen"


def test_a_learning_team_is_tied_to_nobody() -> None:
    part = PartShot(id="", kind="learning_team", heading="Leerteam K")

    assert arriving.guess(part, _members()) is None

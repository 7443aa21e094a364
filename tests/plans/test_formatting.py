"""A school names, hides and adds in the format; what has words in it stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans import queries
from partituur.plans.actions import formatting
from partituur.plans.format import STANDARD, Changes, OwnField, OwnKind
from partituur.plans.models import Goal, Part, Plan, Text
from partituur.schools.models import Membership, School


def _change(school: School, by: Membership | None, at: datetime, **new: Any) -> None:
    given: dict[str, Any] = {"kind": "teacher", "labels": {}, "hidden": ()}
    formatting.change_kind(school=school, by=by, at=at, **(given | new))


def _label(school: School, kind: str, key: str) -> str:
    return queries.format_of(school).kind(kind).field(key).label


@pytest.fixture
def own(school: School, coordinator: Membership, moment: datetime) -> OwnKind:
    return formatting.add_kind(
        school=school, label="Onderwijsassistenten", fields=["Taak", "Hulp van"],
        by=coordinator, at=moment,
    )  # fmt: skip


def _write(plan: Plan, kind: str, key: str, *, removed_at: datetime | None = None) -> Part:
    part = Part.objects.create(
        school=plan.school, plan=plan, kind=kind, heading="Sem", removed_at=removed_at
    )
    goal = Goal.objects.create(school=plan.school, part=part)
    Text.objects.create(school=plan.school, goal=goal, key=key, body="Helpt bij lezen.")
    return part


# --- the article's own kinds -----------------------------------------------------------------


def test_a_field_gets_the_school_s_own_name(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    _change(school, coordinator, moment, labels={"approach": " Zo  doe ik het ", "support": ""})

    assert _label(school, "teacher", "approach") == "Zo doe ik het"
    assert _label(school, "teacher", "support") == "Ondersteuning"
    assert _label(school, "general", "approach") == "Aanpak"


def test_the_article_s_name_is_no_change(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    _change(school, coordinator, moment, labels={"effort_subject": "Inzet leraar"})

    assert queries.changes_of(school) == Changes.none()
    assert not LogEntry.objects.filter(act="format.changed").exists()


def test_an_optional_field_is_hidden_and_comes_back(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    _change(school, coordinator, moment, hidden=["effort_third"])
    assert "effort_third" not in [
        each.key for each in queries.format_of(school).kind("teacher").shown
    ]

    _change(school, coordinator, moment)

    assert queries.changes_of(school) == Changes.none()


def test_changing_one_kind_leaves_the_others_as_they_were(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    _change(school, coordinator, moment, labels={"approach": "Zo"}, hidden=["effort_third"])
    _change(school, coordinator, moment, kind="general", labels={"goal": "Bestemming"})

    assert _label(school, "teacher", "approach") == "Zo"
    assert queries.changes_of(school).hidden == {("teacher", "effort_third")}


def test_what_the_article_asks_for_cannot_be_hidden(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="Anders noemen kan wel"):
        _change(school, coordinator, moment, hidden=["approach"])


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ({"kind": "nonsense"}, "bestaat niet"),
        ({"labels": {"nonsense": "x"}}, "bestaat niet"),
        ({"hidden": ["nonsense"]}, "bestaat niet"),
        ({"labels": {"approach": "x" * 61}}, "60 tekens"),
        ({"labels": {"approach": "evaluatie"}}, "Twee velden heten"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    school: School, coordinator: Membership, moment: datetime, new: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        _change(school, coordinator, moment, **new)

    assert queries.changes_of(school) == Changes.none()


def test_the_school_s_words_do_not_count_as_a_change(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    school.word_teacher = "stamgroepleider"
    school.save(update_fields=["word_teacher"])

    _change(school, coordinator, moment, labels={"effort_subject": "Inzet stamgroepleider"})

    assert queries.changes_of(school) == Changes.none()


# --- kinds of the school's own ---------------------------------------------------------------


def test_an_own_kind_stands_at_the_end_with_its_fields(school: School, own: OwnKind) -> None:
    kind = queries.format_of(school).kinds[-1]

    assert (kind.key, kind.label, kind.own) == (own.key, "Onderwijsassistenten", True)
    assert [(each.key, each.label) for each in kind.fields] == [
        ("own-taak", "Taak"),
        ("own-hulp-van", "Hulp van"),
    ]
    assert not kind.personal


def test_a_field_keeps_its_key_under_another_name_and_in_another_order(
    school: School, own: OwnKind, coordinator: Membership, moment: datetime
) -> None:
    task, help = own.fields
    formatting.change_own_kind(
        school=school, kind=own.key, label="Assistenten", by=coordinator, at=moment,
        fields=[help, OwnField(task.key, "Werk", asked=True), OwnField("", "Taak")],
    )  # fmt: skip

    kind = queries.format_of(school).kind(own.key)
    assert kind.label == "Assistenten"
    assert [(each.key, each.label, each.asked) for each in kind.fields] == [
        ("own-hulp-van", "Hulp van", False),
        ("own-taak", "Werk", True),
        ("own-taak-2", "Taak", False),
    ]


def test_an_own_kind_without_parts_can_go(
    school: School, own: OwnKind, coordinator: Membership, moment: datetime
) -> None:
    formatting.remove_kind(school=school, kind=own.key, by=coordinator, at=moment)

    assert not queries.format_of(school).has(own.key)


def test_an_own_kind_with_a_part_in_a_plan_stays(
    school: School, own: OwnKind, plan: Plan, coordinator: Membership, moment: datetime
) -> None:
    Part.objects.create(school=school, plan=plan, kind=own.key, heading="Sem")

    with pytest.raises(Refusal, match="staat in een plan"):
        formatting.remove_kind(school=school, kind=own.key, by=coordinator, at=moment)


def test_an_own_kind_stays_for_words_in_a_part_that_was_taken_out(
    school: School, own: OwnKind, plan: Plan, coordinator: Membership, moment: datetime
) -> None:
    _write(plan, own.key, "own-taak", removed_at=moment)

    with pytest.raises(Refusal, match="staat nog tekst"):
        formatting.remove_kind(school=school, kind=own.key, by=coordinator, at=moment)


def test_a_kind_named_the_same_again_finds_back_its_empty_parts(
    school: School, own: OwnKind, plan: Plan, coordinator: Membership, moment: datetime
) -> None:
    part = Part.objects.create(
        school=school, plan=plan, kind=own.key, heading="Sem", removed_at=moment
    )
    formatting.remove_kind(school=school, kind=own.key, by=coordinator, at=moment)

    again = formatting.add_kind(
        school=school, label="Onderwijsassistenten", fields=["Taak"], by=coordinator, at=moment
    )

    assert again.key == part.kind


def test_an_own_field_with_words_stays_and_an_empty_one_goes(
    school: School, own: OwnKind, plan: Plan, coordinator: Membership, moment: datetime
) -> None:
    _write(plan, own.key, "own-taak")
    task, help = own.fields

    with pytest.raises(Refusal, match="In “Taak” staat al tekst"):
        formatting.change_own_kind(
            school=school, kind=own.key, label=own.label, fields=[help], by=coordinator, at=moment
        )
    formatting.change_own_kind(
        school=school, kind=own.key, label=own.label, fields=[task], by=coordinator, at=moment
    )

    assert [each.key for each in queries.format_of(school).kind(own.key).fields] == ["own-taak"]


def test_another_school_s_words_do_not_hold_a_kind(
    school: School, own: OwnKind, stranger: Membership, coordinator: Membership, plan: Plan,
    moment: datetime,
) -> None:  # fmt: skip
    formatting.add_kind(
        school=stranger.school, label=own.label, fields=["Taak"], by=stranger, at=moment
    )
    _write(plan, own.key, "own-taak")

    formatting.remove_kind(school=stranger.school, kind=own.key, by=stranger, at=moment)


@pytest.mark.parametrize(
    ("label", "fields", "reason"),
    [
        (" ", ["Taak"], "een naam"),
        ("Assistenten", [], "minstens één veld"),
        ("Assistenten", [" "], "een naam"),
        ("Assistenten", ["Taak", "taak"], "Twee velden heten"),
        ("Leraren", ["Taak"], "Er is al een deel “Leraren”"),
        ("onderwijsassistenten", ["Taak"], "Er is al een deel"),
        ("Assistenten", [f"Veld {n}" for n in range(13)], "12 velden"),
    ],
)
def test_an_own_kind_that_does_not_fit_is_refused(
    school: School, own: OwnKind, coordinator: Membership, moment: datetime, label: str,
    fields: list[str], reason: str,
) -> None:  # fmt: skip
    with pytest.raises(Refusal, match=reason):
        formatting.add_kind(school=school, label=label, fields=fields, by=coordinator, at=moment)

    assert queries.changes_of(school).own == (own,)


def test_a_school_has_at_most_twelve_own_kinds(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    for number in range(12):
        formatting.add_kind(
            school=school, label=f"Deel {number}", fields=["Taak"], by=coordinator, at=moment
        )

    with pytest.raises(Refusal, match="12 eigen delen"):
        formatting.add_kind(
            school=school, label="Te veel", fields=["Taak"], by=coordinator, at=moment
        )


def test_a_name_without_a_letter_still_gets_a_key(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    kind = formatting.add_kind(
        school=school, label="★", fields=["?", "!"], by=coordinator, at=moment
    )

    assert kind.key == "own-deel"
    assert [each.key for each in kind.fields] == ["own-deel", "own-deel-2"]


def test_an_own_kind_that_went_meanwhile_is_said_to_be_gone(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="is er niet meer"):
        formatting.remove_kind(school=school, kind="own-weg", by=coordinator, at=moment)
    with pytest.raises(Refusal, match="is er niet meer"):
        formatting.change_own_kind(
            school=school, kind="own-weg", label="Weg", fields=[], by=coordinator, at=moment
        )


# --- who may ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["coordinator", "leader"])
def test_who_manages_the_school_may_change_the_format(
    school: School, moment: datetime, role: str, request: pytest.FixtureRequest
) -> None:
    _change(school, request.getfixturevalue(role), moment, labels={"approach": "Zo"})

    assert _label(school, "teacher", "approach") == "Zo"
    assert LogEntry.objects.get(act="format.changed").facts == {
        "labels": 1, "hidden": [], "own": 0,
    }  # fmt: skip


@pytest.mark.parametrize("role", ["teacher", "stranger"])
def test_nobody_else_changes_the_format(
    school: School, moment: datetime, role: str, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(role)

    with pytest.raises(Refusal):
        _change(school, by, moment, labels={"approach": "Zo"})
    with pytest.raises(Refusal):
        formatting.add_kind(school=school, label="X", fields=["Y"], by=by, at=moment)
    with pytest.raises(Refusal):
        formatting.change_format(school=school, changes=Changes.none(), by=by, at=moment)

    assert queries.changes_of(school) == Changes.none()


def test_the_whole_format_can_be_set_in_one_go(
    school: School, coordinator: Membership, moment: datetime
) -> None:
    changes = Changes(
        labels={("teacher", "approach"): "Zo"},
        hidden=frozenset({("teacher", "effort_third")}),
        own=(OwnKind("own-x", "Mijn deel", (OwnField("own-y", "Veld"),)),),
    )

    formatting.change_format(school=school, changes=changes, by=coordinator, at=moment)

    assert queries.changes_of(school) == changes
    assert len(queries.format_of(school).kinds) == len(STANDARD.kinds) + 1

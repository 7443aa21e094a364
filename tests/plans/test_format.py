"""The format: the article's figure, and what a school makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from partituur.kernel.errors import Refusal
from partituur.plans.format import (
    STANDARD,
    Changes,
    OwnField,
    OwnKind,
    Words,
    format_for,
)

# Figure 1 of the article, as printed: label, and whether it is asked for.
GENERAL = [
    ("Doel", True),
    ("Beginsituatie", False),
    ("Aanpak", True),
    ("Uitvoering door", True),
    ("Inzet intern begeleider", False),
    ("Evaluatie", True),
]
PERSONAL = [
    ("Beginsituatie", True),
    ("Doelstelling", True),
    ("Aanpak", True),
    ("Ondersteuning", False),
    ("Evaluatie", True),
    ("Delen opbrengst met", True),
    ("{effort}", False),
    ("Inzet intern begeleider", False),
    ("Inzet derden", False),
]


@pytest.mark.parametrize(
    ("key", "label", "fields", "effort"),
    [
        ("general", "Algemene doelen", GENERAL, ""),
        ("team", "Schoolteam", GENERAL, ""),
        ("teacher", "Leraren", PERSONAL, "Inzet leraar"),
        ("learning_team", "Leerteams", PERSONAL, "Inzet leerteamleden"),
        ("coordinator", "Intern begeleider", PERSONAL, "Inzet team"),
    ],
)
def test_the_parts_have_the_article_s_fields_in_their_order(
    key: str, label: str, fields: list[tuple[str, bool]], effort: str
) -> None:
    kind = format_for().kind(key)

    assert kind.label == label
    assert [(each.label, each.asked) for each in kind.fields] == [
        (name.format(effort=effort), asked) for name, asked in fields
    ]


def test_other_parts_ask_for_nothing() -> None:
    assert not any(each.asked for each in STANDARD.kind("other").fields)


def test_only_what_is_of_people_is_private() -> None:
    assert [kind.key for kind in STANDARD.kinds if kind.personal] == [
        "teacher", "learning_team", "coordinator",
    ]  # fmt: skip


def test_start_and_goal_of_a_person_are_printed_as_one() -> None:
    (pair,) = format_for().kind("teacher").together

    assert (pair.label, pair.keys) == ("Beginsituatie/doelstelling", ("start", "goal"))


@pytest.mark.parametrize("kind", STANDARD.kinds, ids=lambda kind: kind.key)
def test_every_field_has_a_question_and_an_example_for_who_writes(kind: Any) -> None:
    for each in kind.fields:
        assert each.question.endswith("?")
        assert each.example.endswith(".")
        assert each.key.isidentifier()


def test_no_label_or_question_keeps_a_hole() -> None:
    for kind in format_for().kinds:
        for each in kind.fields:
            assert "{" not in each.label + each.question + each.hint + each.example


def test_the_school_s_words_are_in_its_labels() -> None:
    fmt = format_for(words=Words("KC'er", "stamgroepleider", "bouw"))

    labels = [each.label for each in fmt.kind("teacher").fields]
    assert "Inzet stamgroepleider" in labels
    assert "Inzet KC'er" in labels
    assert fmt.kind("learning_team").field("effort_subject").label == "Inzet bouwleden"


def test_a_word_with_brackets_in_it_is_only_a_word() -> None:
    fmt = format_for(words=Words("{teacher}", "{0}", "{x.y}"))

    assert fmt.kind("teacher").field("effort_coordinator").label == "Inzet {teacher}"


def test_a_label_is_translated_before_it_is_filled_in() -> None:
    fmt = format_for(translate=lambda text: text.replace("Inzet", "Effort of"))

    assert fmt.kind("teacher").field("effort_subject").label == "Effort of leraar"


def test_a_renamed_field_is_in_the_name_of_the_pair() -> None:
    fmt = format_for(Changes({("teacher", "goal"): "Leerdoel"}, frozenset(), ()))

    assert fmt.kind("teacher").together[0].label == "Beginsituatie/leerdoel"
    assert fmt.kind("coordinator").together[0].label == "Beginsituatie/doelstelling"


def test_a_hidden_field_is_there_but_not_shown() -> None:
    fmt = format_for(Changes({}, frozenset({("teacher", "support")}), ()))

    kind = fmt.kind("teacher")
    assert kind.field("support").hidden
    assert "support" not in [each.key for each in kind.shown]


def test_an_own_kind_comes_after_the_article_s() -> None:
    own = OwnKind("own-a", "Assistenten", (OwnField("own-b", "Taak", asked=True),))

    kind = format_for(Changes({}, frozenset(), (own,))).kinds[-1]

    assert (kind.key, kind.label, kind.own, kind.personal) == (
        "own-a", "Assistenten", True, False,
    )  # fmt: skip
    assert (kind.fields[0].label, kind.fields[0].asked) == ("Taak", True)


CHANGES = Changes(
    labels={("teacher", "goal"): "Leerdoel", ("general", "goal"): "Bestemming"},
    hidden=frozenset({("teacher", "support"), ("general", "start")}),
    own=(OwnKind("own-a", "Assistenten", (OwnField("own-b", "Taak", asked=True),)),),
)


def test_changes_survive_their_data() -> None:
    assert Changes.from_data(CHANGES.to_data()) == CHANGES
    assert Changes.from_data({}) == Changes.none()


def test_the_same_changes_give_the_same_data() -> None:
    other = Changes(
        labels=dict(reversed(list(CHANGES.labels.items()))),
        hidden=CHANGES.hidden,
        own=CHANGES.own,
    )

    assert repr(other.to_data()) == repr(CHANGES.to_data())


@pytest.mark.parametrize(
    "data",
    [
        {"labels": {"teacher.nonsense": "x"}},
        {"labels": {"nonsense.goal": "x"}},
        {"labels": {"nonsense": "x"}},
        {"labels": {"teacher.goal": " "}},
        {"hidden": ["teacher.goal"]},
        {"hidden": ["teacher.nonsense"]},
        {"own": [{"key": "teacher", "label": "x", "fields": [{"key": "a", "label": "b"}]}]},
        {"own": [{"key": "own-a", "label": " ", "fields": [{"key": "a", "label": "b"}]}]},
        {"own": [{"key": "own-a", "label": "x", "fields": []}]},
        {"own": [{"key": "own-a", "label": "x", "fields": [{"key": "a", "label": "b"}]}] * 2},
    ],
)
def test_changes_that_do_not_fit_are_refused_with_a_sentence(data: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        Changes.from_data(data)

    assert refusal.value.reason.endswith(".")


def test_an_english_reader_is_refused_in_english_also_with_the_name_of_the_field() -> None:
    changes = Changes({}, frozenset({("teacher", "goal")}), ())

    with translation.override("en"), pytest.raises(Refusal, match=r"“Aim” belongs") as said:
        changes.check()

    assert "Doelstelling" not in said.value.reason


def test_every_asked_field_refuses_to_be_hidden_and_every_other_can_be() -> None:
    for kind in STANDARD.kinds:
        for each in kind.fields:
            changes = Changes({}, frozenset({(kind.key, each.key)}), ())
            if each.asked:
                with pytest.raises(Refusal, match="Anders noemen kan wel"):
                    changes.check()
            else:
                changes.check()


@pytest.mark.parametrize("kind", ["nonsense", "", "Teacher"])
def test_a_kind_that_is_not_there_is_a_key_error(kind: str) -> None:
    assert not STANDARD.has(kind)
    with pytest.raises(KeyError):
        STANDARD.kind(kind)
    with pytest.raises(KeyError):
        STANDARD.kind("teacher").field("nonsense")

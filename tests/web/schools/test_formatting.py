"""The pages of the format."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from tests.web.schools.conftest import Ask

from partituur.plans import queries
from partituur.plans.actions import formatting
from partituur.plans.format import STANDARD, Changes, OwnKind
from partituur.plans.models import Part, Plan
from partituur.schools.models import Membership, School


@pytest.fixture
def own(school: School, moment: datetime) -> OwnKind:
    return formatting.add_kind(
        school=school, label="Taken", fields=["Taak", "Wie"], by=None, at=moment
    )


def _labels(school: School, kind: str) -> list[str]:
    return [each.label for each in queries.format_of(school).kind(kind).fields]


def _typed(own: OwnKind, **changes: str) -> dict[str, Any]:
    """What the form of an own kind sends, with some of it changed."""
    return {"label": own.label, "label-own-taak": "Taak", "label-own-wie": "Wie"} | {
        key.replace("__", "-"): value for key, value in changes.items()
    }


@pytest.mark.parametrize("kind", [kind.key for kind in STANDARD.kinds])
def test_every_kind_has_its_page_with_its_paper(
    ask: Ask, coordinator: Membership, kind: str
) -> None:
    page = ask(coordinator, f"indeling/{kind}/").content.decode()

    assert "Zo leest het op papier" in page
    assert f'name="label-{STANDARD.kind(kind).fields[0].key}"' in page


def test_a_field_is_renamed_and_another_put_away(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    answer = ask(
        coordinator, "indeling/teacher/", {"label-goal": "Leerdoel", "hide-effort_third": "on"}
    )

    assert answer["Location"] == "/school/de-notenbalk/indeling/teacher/"
    page = ask(coordinator, "indeling/teacher/").content.decode()
    assert "Beginsituatie/<wbr>leerdoel" in page
    assert 'value="Leerdoel"' in page
    assert "Niet gebruikt: Inzet derden." in page


def test_an_empty_form_is_the_article_s_format(
    ask: Ask, school: School, coordinator: Membership
) -> None:
    ask(coordinator, "indeling/teacher/", {"label-goal": "Leerdoel"})

    answer = ask(coordinator, "indeling/teacher/", {})

    assert answer.status_code == 302
    assert queries.changes_of(school) == Changes.none()


def test_what_the_article_asks_for_has_no_box_to_put_it_away(
    ask: Ask, coordinator: Membership
) -> None:
    page = ask(coordinator, "indeling/teacher/").content.decode()

    assert 'name="hide-goal"' not in page
    assert 'name="hide-support"' in page


@pytest.mark.parametrize(
    ("label", "reason"), [("Evaluatie", "Twee velden heten “Evaluatie”"), ("x" * 61, "60 tekens")]
)
def test_a_name_that_cannot_be_is_refused_and_kept(
    ask: Ask, school: School, coordinator: Membership, label: str, reason: str
) -> None:
    answer = ask(coordinator, "indeling/teacher/", {"label-goal": label})

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert f'value="{label}"' in answer.content.decode()
    assert queries.changes_of(school) == Changes.none()


def test_an_own_kind_is_added(ask: Ask, school: School, coordinator: Membership) -> None:
    answer = ask(coordinator, "indeling/nieuw/", {"label": "Taken", "lines": "Taak\n\n Wie \n"})

    assert answer["Location"] == "/school/de-notenbalk/indeling/own-taken/"
    assert _labels(school, "own-taken") == ["Taak", "Wie"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"label": "", "lines": "Taak"}, "Geef het eigen deel een naam."),
        ({"label": "Taken", "lines": ""}, "Schrijf minstens één veld op."),
        ({"label": "Leraren", "lines": "Taak"}, "Er is al een deel “Leraren”."),
        ({"label": "Taken", "lines": "Taak\ntaak"}, "Twee velden heten"),
    ],
)
def test_an_own_kind_that_cannot_be_says_why_and_is_kept(
    ask: Ask, school: School, coordinator: Membership, typed: dict[str, str], reason: str
) -> None:
    answer = ask(coordinator, "indeling/nieuw/", typed)

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not typed["label"] or f'value="{typed["label"]}"' in answer.content.decode()
    assert queries.changes_of(school) == Changes.none()


def test_an_own_kind_gets_names_a_field_more_and_one_less(
    ask: Ask, school: School, own: OwnKind, coordinator: Membership
) -> None:
    typed = _typed(own, label="Rollen", label__own__wie="", label__new1="Wanneer", ask__new1="on")

    answer = ask(coordinator, "indeling/own-taken/", typed)

    kind = queries.format_of(school).kind("own-taken")
    assert answer.status_code == 302
    assert kind.label == "Rollen"
    assert [(each.label, each.asked) for each in kind.fields] == [
        ("Taak", False),
        ("Wanneer", True),
    ]


def test_an_own_kind_without_fields_is_refused_and_kept(
    ask: Ask, school: School, own: OwnKind, coordinator: Membership
) -> None:
    typed = _typed(own, label="Rollen", label__own__wie="", label__own__taak="")

    answer = ask(coordinator, "indeling/own-taken/", typed)

    assert answer.status_code == 422
    assert "minstens één veld" in answer.content.decode()
    assert 'value="Rollen"' in answer.content.decode()


def test_an_own_kind_goes(ask: Ask, school: School, own: OwnKind, coordinator: Membership) -> None:
    answer = ask(coordinator, "indeling/own-taken/weg/", {})

    assert answer["Location"] == "/school/de-notenbalk/indeling/"
    assert not queries.format_of(school).has("own-taken")


def test_an_own_kind_in_use_shows_the_reason_in_place_of_the_button(
    ask: Ask, school: School, own: OwnKind, plan: Plan, coordinator: Membership
) -> None:
    Part.objects.create(school=school, plan=plan, kind=own.key, heading="Sem")

    page = ask(coordinator, "indeling/own-taken/").content.decode()
    answer = ask(coordinator, "indeling/own-taken/weg/", {})

    assert "“Taken” staat in een plan" in page
    assert 'own-taken/weg/"' not in page
    assert answer["Location"].endswith("/indeling/own-taken/")
    assert queries.format_of(school).has("own-taken")


def test_a_teacher_reads_the_format(ask: Ask, own: OwnKind, teacher: Membership) -> None:
    page = ask(teacher, "indeling/").content.decode()

    assert "Taken" in page
    assert "Delen opbrengst met" in page

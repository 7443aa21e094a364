"""Writing down what came of a goal, and sharing it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.evaluations.looking import goal_of, into, share, write
from tests.web.access.house import House

from partituur.evaluations import queries
from partituur.evaluations.actions import evaluating
from partituur.evaluations.models import Evaluation
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans.models import Plan

TYPED = "  Het **lukt**.\n\n- vaak\n- <b>niet</b> altijd  "


def test_it_is_kept_as_it_was_typed_with_the_html_made_once(house: House, moment: datetime) -> None:
    made = write(goal_of(house, "own"), house.people["subject"], moment, came_of_it=TYPED)
    made.refresh_from_db()
    assert made.came_of_it == TYPED
    assert "<strong>lukt</strong>" in made.came_of_it_html
    assert "<b>" not in made.came_of_it_html
    assert (made.reached, made.next, made.shared_at) == ("partly", "go_on", None)


def test_a_member_has_one_per_goal_and_changes_it(house: House, moment: datetime) -> None:
    goal, later = goal_of(house, "own"), moment + timedelta(days=1)
    first = write(goal, house.people["subject"], moment)
    other = write(goal, house.people["named_ib"], moment, came_of_it="Ik zag rust.")
    again = write(goal, house.people["subject"], later, came_of_it="Nu altijd.", reached="reached")
    assert again.pk == first.pk
    assert other.pk != first.pk
    found = queries.mine(goal, house.people["subject"])
    assert found
    assert (found.came_of_it, found.reached, found.written_at) == ("Nu altijd.", "reached", later)


def test_new_words_of_what_was_shared_are_shared_too(house: House, moment: datetime) -> None:
    goal = goal_of(house, "shared")
    share(write(goal, house.people["subject"], moment), moment)
    write(goal, house.people["subject"], moment, came_of_it="Anders.")
    assert [each.came_of_it for each in queries.shared_of(goal)] == ["Anders."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"reached": ""},
        {"reached": "acht"},
        {"next": "later"},
        {"came_of_it": "x" * 4001},
        {"helped": "x" * 4001},
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(
    house: House, moment: datetime, wrong: dict[str, str]
) -> None:
    with pytest.raises(Refusal, match=r"\w+\.$"):
        write(goal_of(house, "own"), house.people["subject"], moment, **wrong)
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize("state", ["draft", "in_consultation", "evaluated"])
def test_nothing_is_written_before_adopting_or_after_evaluating(
    house: House, moment: datetime, state: str
) -> None:
    into(house, state)
    with pytest.raises(Refusal):
        write(goal_of(house, "own"), house.people["subject"], moment)
    with pytest.raises(Refusal):
        for_team(goal_of(house, "team"), house, moment)


def test_who_is_no_partner_writes_nothing(house: House, moment: datetime) -> None:
    for name in ("other_ib", "leader", "teacher", "stranger"):
        with pytest.raises(Refusal):
            write(goal_of(house, "shared"), house.people[name], moment)


# --- sharing ----------------------------------------------------------------------------------


def acts() -> list[str]:
    found = LogEntry.objects.filter(act__startswith="evaluation.").order_by("number")
    return [each.act for each in found]


def test_the_log_holds_the_sharing_once_and_none_of_the_words(
    house: House, moment: datetime
) -> None:
    made = write(goal_of(house, "shared"), house.people["subject"], moment, came_of_it="Geheim.")
    assert acts() == []
    for _time in range(2):
        share(made, moment)
    for _time in range(2):
        evaluating.take_back(evaluation=made, by=house.people["subject"], at=moment)
    assert acts() == ["evaluation.shared", "evaluation.taken_back"]
    entry = LogEntry.objects.get(act="evaluation.shared")
    assert entry.facts == {"evaluation": str(made.public_id)}


def test_another_cannot_share_or_take_back(house: House, moment: datetime) -> None:
    made = write(goal_of(house, "shared"), house.people["subject"], moment)
    for act in (evaluating.share, evaluating.take_back):
        with pytest.raises(Refusal):
            act(evaluation=made, by=house.people["named_ib"], at=moment)


def test_keeping_and_sharing_is_one_act(house: House, moment: datetime) -> None:
    words: dict[str, Any] = {"reached": "reached", "came_of_it": "Ja.", "helped": "", "next": ""}
    subject = house.people["subject"]
    with pytest.raises(Refusal):
        evaluating.keep(line=goal_of(house, "own"), by=subject, shared=True, at=moment, **words)
    assert Evaluation.objects.count() == 0
    goal = goal_of(house, "shared")
    evaluating.keep(line=goal, by=subject, shared=True, at=moment, **words)
    assert len(queries.shared_of(goal)) == 1
    evaluating.keep(line=goal, by=subject, shared=False, at=moment, **words)
    assert queries.shared_of(goal) == []


# --- the team ---------------------------------------------------------------------------------


def for_team(line: Any, house: House, at: datetime, **words: str) -> Evaluation:
    said = {"came_of_it": "We doen het samen.", "helped": "", "next": "adjust"} | words
    return evaluating.write_for_team(line=line, by=house.people["leader"], at=at, **said)


def test_the_team_says_one_thing_of_a_goal_without_a_name(house: House, moment: datetime) -> None:
    goal = goal_of(house, "team")
    write(goal, house.people["leader"], moment)
    for_team(goal, house, moment)
    made = for_team(goal, house, moment, came_of_it="Nu beter gezegd.")
    assert (made.by, made.by_team, made.reached) == (None, True, "")
    assert queries.team_of(goal) == made
    assert Evaluation.objects.filter(goal=goal, by_team=True).count() == 1


def test_the_team_looks_back_on_a_principle(house: House, moment: datetime) -> None:
    principle = house.things["principle"]
    principle.plan = Plan.objects.get(pk=house.plan.pk)
    made = for_team(principle, house, moment)
    found = queries.of_plan(house.plan, goals=[], member=house.people["teacher"])
    assert found.principles == {principle.pk: made}


def test_the_team_has_to_say_something(house: House, moment: datetime) -> None:
    with pytest.raises(Refusal):
        for_team(goal_of(house, "team"), house, moment, came_of_it=" ", next="")

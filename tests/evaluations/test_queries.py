"""Reading what is said in a plan: in a fixed number of questions."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.evaluations.looking import goal_of, share, write
from tests.web.access.house import House

from partituur.evaluations import queries
from partituur.evaluations.actions import evaluating
from partituur.plans.models import Goal


def test_a_plan_takes_as_many_questions_for_one_goal_as_for_forty(
    house: House, moment: datetime
) -> None:
    part = house.parts["team"]
    subject, leader = house.people["subject"], house.people["leader"]
    counts = set()
    for number in (1, 40):
        while part.goals.count() < number:
            Goal.objects.create(school=house.school, part=part, position=part.goals.count())
        goals = list(Goal.objects.filter(part=part).select_related("part__plan"))
        for goal in goals:
            for member in (subject, leader):
                share(write(goal, member, moment), moment)
            evaluating.write_for_team(
                line=goal, came_of_it="Ja.", helped="", next="", by=leader, at=moment
            )
        with CaptureQueriesContext(connection) as asked:
            found = queries.of_plan(house.plan, goals=[each.pk for each in goals], member=subject)
            said = [
                (of.team is not None, [each.by.name for each in of.shared if each.by], of.mine)
                for of in found.goals.values()
            ]
        assert len(said) == number
        assert all(team and names == ["Sanne", "Lena"] and mine for team, names, mine in said)
        counts.add(len(asked))
    assert counts == {2}


def test_a_reader_finds_ones_own_and_what_was_shared_and_no_more(
    house: House, moment: datetime
) -> None:
    goal = goal_of(house, "team")
    mine = write(goal, house.people["teacher"], moment)
    write(goal, house.people["leader"], moment)
    shared = share(write(goal, house.people["subject"], moment), moment)
    found = queries.of_plan(house.plan, goals=[goal.pk], member=house.people["teacher"])
    assert found.goals == {goal.pk: queries.OfGoal(None, [shared], mine)}


def test_nothing_of_goals_that_were_not_asked_for(house: House, moment: datetime) -> None:
    share(write(goal_of(house, "team"), house.people["subject"], moment), moment)
    found = queries.of_plan(house.plan, goals=[], member=house.people["subject"])
    assert found.goals == {}

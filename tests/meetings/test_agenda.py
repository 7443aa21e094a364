"""The agenda is made from the plan, from what is shared; somebody's own order stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from tests.meetings.situations import adopt, point_of, to_meeting

from partituur.adoption.actions import amending
from partituur.evaluations.models import Evaluation
from partituur.kernel.errors import Refusal
from partituur.meetings import queries
from partituur.meetings.actions import holding, planning
from partituur.meetings.models import Meeting, Point
from partituur.plans import queries as plans
from partituur.plans.actions import arranging, sharing
from partituur.plans.models import Part, Plan


def kinds(meeting: Meeting) -> list[str]:
    return [point.kind for point in meeting.points.order_by("position", "pk")]


def part_of(plan: Plan, heading: str) -> Part:
    return Part.objects.select_related("plan").get(plan=plan, heading=heading)


def test_adopting_goes_through_the_plan_and_ends_with_the_decision(
    plan_a_meeting: Callable[..., Meeting],
) -> None:
    meeting = plan_a_meeting()
    assert kinds(meeting) == [
        "principles", "goal", "goal", "part", "others", "accents", "decision",
    ]  # fmt: skip
    asks = {point.kind: point.asks for point in meeting.points.all()}
    assert asks == {
        "principles": True, "goal": True, "part": False, "others": False, "accents": True,
        "decision": True,
    }  # fmt: skip
    assert [each.position for each in meeting.points.order_by("position")] == list(range(7))


def test_without_principles_or_private_parts_there_is_no_point_for_them(
    plan: Plan, written: Plan, plan_a_meeting: Callable[..., Meeting], teacher: Any,
    moment: datetime,
) -> None:  # fmt: skip
    written.principles.update(removed_at=moment)
    sharing.share(part=part_of(plan, "Leraar Thijs"), by=teacher, is_subject=True, at=moment)
    assert kinds(plan_a_meeting()) == ["goal", "goal", "part", "part", "accents", "decision"]


def test_the_ibers_own_part_is_agreed_by_the_team(
    written: Plan, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    own = arranging.add_part(
        plan=written, kind="coordinator", heading="IB’er Marieke", partner=coordinator,
        fmt=plans.format_of(written.school), subjects=[coordinator],
    )  # fmt: skip
    sharing.share(part=own, by=coordinator, is_subject=True, at=moment)
    meeting = plan_a_meeting()
    point = meeting.points.get(part=own)
    assert (point.kind, point.asks, point.section) == ("part", True, "De IB’er zelf")


def test_adjusting_brings_each_proposal_and_then_the_decision(
    meeting: Meeting, coordinator: Any, plan_a_meeting: Callable[..., Meeting], moment: datetime
) -> None:
    adopt(meeting, coordinator, moment)
    proposal = to_meeting(meeting.plan, coordinator, "We lezen vaak.", moment)
    adjusting = plan_a_meeting(purposes=["adjust", "evaluate"])
    # adjusting comes first: evaluating closes the plan
    assert kinds(adjusting) == [
        "amendment", "decision", "looking_back", "evaluation", "evaluation", "decision",
    ]  # fmt: skip
    assert adjusting.points.get(kind="amendment").amendment == proposal
    assert [each.purpose for each in adjusting.points.filter(kind="decision")] == [
        "adjust", "evaluate",
    ]  # fmt: skip


def test_evaluating_asks_about_goals_of_all_and_shows_shared_evaluations_of_persons(
    meeting: Meeting, coordinator: Any, teacher: Any, plan_a_meeting: Callable[..., Meeting],
    moment: datetime,
) -> None:  # fmt: skip
    adopt(meeting, coordinator, moment)
    goal = part_of(meeting.plan, "Leraar Sanne").goals.get()
    evaluation = Evaluation.objects.create(
        school_id=goal.school_id, goal=goal, by=teacher, came_of_it="Samen gekeken.",
        written_at=moment,
    )  # fmt: skip
    looking = plan_a_meeting(purposes=["evaluate"])
    assert not looking.points.filter(goal=goal).exists()  # not shared yet
    evaluation.shared_at = moment
    evaluation.save()
    planning.renew_agenda(meeting=looking, by=coordinator, at=moment)
    point = looking.points.get(goal=goal)
    assert (point.asks, point.section) == (False, "Leraren en leerteams")
    assert {each.asks for each in looking.points.filter(kind="evaluation", part__kind="team")} == {
        True
    }
    assert queries.shown_at(point, moment.date()).evaluations == [evaluation]


def test_renewing_brings_what_is_new_to_its_place_and_keeps_the_order_somebody_made(
    plan: Plan, plan_a_meeting: Callable[..., Meeting], teacher: Any, coordinator: Any,
    moment: datetime,
) -> None:  # fmt: skip
    meeting = plan_a_meeting()
    own = planning.add_point(
        meeting=meeting, title="Een taart", asks=False, by=coordinator, at=moment
    )
    planning.move_point(point=point_of(meeting, "accents"), up=True, by=coordinator, at=moment)
    sharing.share(part=part_of(plan, "Leraar Thijs"), by=teacher, is_subject=True, at=moment)
    planning.renew_agenda(meeting=meeting, by=coordinator, at=moment)
    assert kinds(meeting) == [
        "principles", "goal", "goal", "part", "part", "accents", "own", "decision",
    ]  # fmt: skip
    sharing.take_back(part=part_of(plan, "Leraar Sanne"), by=teacher, is_subject=True, at=moment)
    planning.renew_agenda(meeting=meeting, by=coordinator, at=moment)
    assert kinds(meeting).count("part") == kinds(meeting).count("others") == 1
    assert meeting.points.filter(pk=own.pk).exists()
    before = list(meeting.points.order_by("position").values_list("pk", flat=True))
    planning.renew_agenda(meeting=meeting, by=coordinator, at=moment)  # nothing new: nothing moves
    assert list(meeting.points.order_by("position").values_list("pk", flat=True)) == before


def test_a_point_that_was_looked_at_stays_when_its_part_is_taken_back(
    meeting: Meeting, plan: Plan, teacher: Any, coordinator: Any, moment: datetime
) -> None:
    point = point_of(meeting, "part")
    holding.go_to(point=point, by=coordinator, at=moment)
    sharing.take_back(part=part_of(plan, "Leraar Sanne"), by=teacher, is_subject=True, at=moment)
    planning.renew_agenda(meeting=meeting, by=coordinator, at=moment)
    assert meeting.points.filter(pk=point.pk).exists()
    assert queries.shown_at(point, moment.date()).goals == []


def test_an_own_point_belongs_to_the_decision_that_comes_after_it(
    meeting: Meeting, coordinator: Any, plan_a_meeting: Callable[..., Meeting], moment: datetime
) -> None:
    point = planning.add_point(
        meeting=meeting, title="  Een\n taart ", asks=True, by=coordinator, at=moment
    )
    assert (point.title, point.purpose, point.position) == ("Een taart", "adopt", 6)
    adopt(meeting, coordinator, moment)
    looking = plan_a_meeting(purposes=["adjust", "evaluate"])
    looking.points.filter(purpose="evaluate").exclude(kind="decision").delete()
    looking.points.filter(purpose="evaluate").update(position=0)  # somebody turned them round
    looking.points.filter(purpose="adjust").update(position=1)
    added = planning.add_point(
        meeting=looking, title="Nog een", asks=True, by=coordinator, at=moment
    )
    assert (added.purpose, added.position) == ("adjust", 1)


@pytest.mark.parametrize("title", ["", "  \n ", "x" * 301])
def test_an_own_point_has_a_title_of_one_line(
    meeting: Meeting, coordinator: Any, moment: datetime, title: str
) -> None:
    with pytest.raises(Refusal, match="één regel"):
        planning.add_point(meeting=meeting, title=title, asks=True, by=coordinator, at=moment)


def test_a_withdrawn_proposal_goes_from_the_agenda(
    meeting: Meeting, coordinator: Any, plan_a_meeting: Callable[..., Meeting], moment: datetime
) -> None:
    adopt(meeting, coordinator, moment)
    proposal = to_meeting(meeting.plan, coordinator, "We lezen vaak.", moment)
    adjusting = plan_a_meeting(purposes=["adjust"])
    amending.withdraw(amendment=proposal, by=coordinator, at=moment)
    planning.renew_agenda(meeting=adjusting, by=coordinator, at=moment)
    assert kinds(adjusting) == ["decision"]
    assert not Point.objects.filter(amendment=proposal).exists()

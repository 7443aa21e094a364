"""The decision: one act, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from tests.meetings.situations import adopt, point_of, to_meeting

from partituur.adoption import verifying
from partituur.adoption.actions import amending
from partituur.adoption.models import PlanVersion
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.meetings import minutes, rules
from partituur.meetings.actions import deciding, holding
from partituur.meetings.models import Answer, Decision, Meeting, Point

WORDS = "We stellen het plan vast."


def decide(meeting: Meeting, by: Any, at: datetime, **changes: Any) -> Decision:
    asked: dict[str, Any] = {"purpose": "adopt", "passed": True, "words": WORDS}
    return deciding.decide(meeting=meeting, by=by, at=at, **asked | changes)


def through_all(meeting: Meeting, by: Any, at: datetime) -> None:
    """Look at every point, and leave the last on the screen."""
    for point in meeting.points.order_by("position"):
        point.meeting = meeting
        holding.go_to(point=point, by=by, at=at)


def test_a_plan_is_adopted_with_what_was_said_and_who_was_there(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer], moment: datetime
) -> None:
    through_all(meeting, coordinator, moment)
    say(point_of(meeting, "goal"), teacher, "note", words="Wel graag elke dag.")
    say(point_of(meeting, "decision"), teacher)

    decision = decide(meeting, coordinator, moment)

    version = PlanVersion.objects.get()
    assert decision.version == version
    assert (version.plan.state, version.plan.version, version.number) == ("adopted", 1, 1)
    assert {each.body for each in version.texts.all()} >= {WORDS, "Wel graag elke dag."}
    acts = list(LogEntry.objects.order_by("number").values_list("act", flat=True))
    assert acts[-2:] == ["plan.adopted", "meeting.decided"]
    told = minutes.of(meeting)
    assert [each.name for each in told.present] == [teacher.name]
    assert told.decisions[0].words == WORDS


def test_an_objection_stands_in_the_way_until_it_is_met_or_taken_back(
    meeting: Meeting, coordinator: Any, teacher: Any, leader: Any, say: Callable[..., Answer],
    moment: datetime,
) -> None:  # fmt: skip
    through_all(meeting, coordinator, moment)
    point = point_of(meeting, "goal")
    first = say(point, teacher, "object", words="Daar is geen tijd voor.")
    say(point, leader, "object", words="Nee.")
    with pytest.raises(Refusal, match="bezwaren: 2"):
        decide(meeting, coordinator, moment)

    first.point.meeting = meeting
    holding.meet_objection(
        answer=first, words="We beginnen met een kwartier.", by=coordinator, at=moment
    )
    say(point, leader, "agree")

    assert decide(meeting, coordinator, moment).passed


def test_a_decision_is_made_once(
    meeting: Meeting, coordinator: Any, leader: Any, moment: datetime
) -> None:
    through_all(meeting, coordinator, moment)
    decide(meeting, coordinator, moment)
    with pytest.raises(Refusal, match="al genomen"):
        decide(meeting, leader, moment)
    assert Decision.objects.count() == PlanVersion.objects.count() == 1


def test_a_vote_needs_enough_people_and_enough_votes(
    plan_a_meeting: Callable[..., Meeting], coordinator: Any, teacher: Any, leader: Any,
    say: Callable[..., Answer], moment: datetime,
) -> None:  # fmt: skip
    meeting = plan_a_meeting(way="vote", quorum=60, threshold=50)
    holding.open_meeting(meeting=meeting, by=coordinator, at=moment)
    through_all(meeting, coordinator, moment)
    say(point_of(meeting, "decision"), teacher)
    with pytest.raises(Refusal, match="te weinig: 1 van 3"):
        decide(meeting, coordinator, moment)
    say(point_of(meeting, "decision"), leader, "object", words="Nee.")
    with pytest.raises(Refusal, match="te weinig stemmen"):
        decide(meeting, coordinator, moment)
    say(point_of(meeting, "decision"), coordinator)
    assert decide(meeting, coordinator, moment).passed


def test_what_was_not_passed_leaves_the_plan_in_overleg(
    meeting: Meeting, coordinator: Any, moment: datetime
) -> None:
    decide(meeting, coordinator, moment, passed=False, words="Nog niet.")
    meeting.plan.refresh_from_db()
    assert (meeting.plan.state, PlanVersion.objects.count()) == ("in_consultation", 0)


def test_a_decision_needs_words(meeting: Meeting, coordinator: Any, moment: datetime) -> None:
    with pytest.raises(Refusal, match="wat jullie besloten"):
        decide(meeting, coordinator, moment, words="  ")


def test_a_teacher_does_not_record_a_decision(
    meeting: Meeting, teacher: Any, moment: datetime
) -> None:
    with pytest.raises(Refusal):
        decide(meeting, teacher, moment)
    assert Point.objects.filter(closed_at__isnull=False).count() == 0


# --- adjusting and evaluating ------------------------------------------------------------------


def adjusting(
    plan_a_meeting: Callable[..., Meeting], by: Any, at: datetime, *purposes: str
) -> Meeting:
    """An open meeting about one proposal, and about looking back if asked."""
    meeting = plan_a_meeting(purposes=["adjust", *purposes])
    holding.open_meeting(meeting=meeting, by=by, at=at)
    return meeting


def test_what_was_accepted_is_in_the_next_version_and_what_was_rejected_is_not(
    meeting: Meeting, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    adopt(meeting, coordinator, moment)
    first = to_meeting(meeting.plan, coordinator, "We lezen vaak.", moment)
    sitting = adjusting(plan_a_meeting, coordinator, moment)
    refused = decide(sitting, coordinator, moment, purpose="adjust", passed=False)
    first.refresh_from_db()
    assert (refused.version, first.state, PlanVersion.objects.count()) == (None, "rejected", 1)
    holding.close_meeting(meeting=sitting, answers_until=None, by=coordinator, at=moment)

    second = to_meeting(meeting.plan, coordinator, "We lezen samen.", moment)
    sitting = adjusting(plan_a_meeting, coordinator, moment)
    made = decide(sitting, coordinator, moment, purpose="adjust")
    second.refresh_from_db()
    assert made.version is not None
    assert (made.version.number, second.state, second.version) == (2, "accepted", made.version)
    assert made.version.texts.filter(body="We lezen samen.").exists()
    assert verifying.problems_in(meeting.school) == []


def test_a_proposal_that_was_taken_back_stands_in_the_way_of_nothing(
    meeting: Meeting, plan_a_meeting: Callable[..., Meeting], coordinator: Any,
    second_coordinator: Any, moment: datetime,
) -> None:  # fmt: skip
    adopt(meeting, coordinator, moment)
    kept = to_meeting(meeting.plan, coordinator, "We lezen vaak.", moment)
    gone = to_meeting(meeting.plan, second_coordinator, "We lezen nooit.", moment)
    sitting = adjusting(plan_a_meeting, coordinator, moment)
    through_all(sitting, coordinator, moment)
    amending.withdraw(amendment=gone, by=second_coordinator, at=moment)
    made = decide(sitting, coordinator, moment, purpose="adjust")
    kept.refresh_from_db()
    assert (kept.state, kept.version) == ("accepted", made.version)


def test_adjusting_without_a_proposal_decides_nothing(
    meeting: Meeting, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    adopt(meeting, coordinator, moment)
    sitting = adjusting(plan_a_meeting, coordinator, moment)
    with pytest.raises(Refusal, match="geen bijstelling"):
        decide(sitting, coordinator, moment, purpose="adjust")
    assert not Decision.objects.filter(purpose="adjust").exists()


def test_evaluating_closes_the_year_after_adjusting(
    meeting: Meeting, plan_a_meeting: Callable[..., Meeting], coordinator: Any, moment: datetime
) -> None:
    adopt(meeting, coordinator, moment)
    to_meeting(meeting.plan, coordinator, "We lezen vaak.", moment)
    sitting = adjusting(plan_a_meeting, coordinator, moment, "evaluate")
    with pytest.raises(Refusal, match="eerst over het bijstellen"):
        decide(sitting, coordinator, moment, purpose="evaluate")
    decide(sitting, coordinator, moment, purpose="adjust")
    decide(sitting, coordinator, moment, purpose="evaluate")
    meeting.plan.refresh_from_db()
    assert (meeting.plan.state, meeting.plan.version) == ("evaluated", 2)


def test_who_was_not_invited_and_is_of_the_team_may_read_the_version(
    meeting: Meeting, coordinator: Any, teacher: Any, other_teacher: Any,
    say: Callable[..., Answer], moment: datetime,
) -> None:  # fmt: skip
    say(point_of(meeting, "principles"), teacher)
    decide(meeting, coordinator, moment)
    team = PlanVersion.objects.get().members.values_list("member__name", "was_present")
    assert dict(team) == {
        coordinator.name: False, teacher.name: True, other_teacher.name: False,
        "Peter Hendriks": False,
    }  # fmt: skip


def test_the_answers_stop_before_they_are_counted(
    meeting: Meeting, coordinator: Any, teacher: Any, say: Callable[..., Answer],
    moment: datetime, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Whoever answers at this very moment is heard before, or is told that it is closed."""
    seen = []
    why_not_pass = rules.why_not_pass

    def counting(counted: Meeting, purpose: str) -> str | None:
        seen.append(counted.points.filter(purpose=purpose, closed_at__isnull=True).count())
        return why_not_pass(counted, purpose)

    monkeypatch.setattr(rules, "why_not_pass", counting)
    say(point_of(meeting, "principles"), teacher, "object", words="Nee.")
    with pytest.raises(Refusal, match="bezwaren: 1"):
        decide(meeting, coordinator, moment)
    assert seen == [0]
    assert point_of(meeting, "principles").closed_at is None  # and all is as it was before

"""The demo school is as it is promised."""

from __future__ import annotations

import pytest
from django.utils import timezone

from partituur.adoption import verifying
from partituur.demo import fill
from partituur.evaluations.models import Evaluation
from partituur.kernel import chain
from partituur.meetings.models import Decision, Meeting
from partituur.plans.models import Part, Plan, Principle, Revision, Text
from partituur.schools.models import Membership, School

pytestmark = pytest.mark.django_db


def test_the_demo_has_its_cast_and_two_plans() -> None:
    assert fill.fill_when_empty()

    members = Membership.objects.filter(until_date__isnull=True)
    assert members.filter(is_teacher=True).count() == 14
    assert members.filter(is_coordinator=True).count() == 1
    assert members.filter(is_leader=True).count() == 1
    states = dict(Plan.objects.values_list("year__start", "state"))
    assert states == {2025: "evaluated", 2026: "in_consultation"}
    assert Principle.objects.filter(plan__year__start=2026).count() == 4
    kinds = Part.objects.filter(plan__year__start=2026, kind="learning_team")
    assert kinds.count() == 2


def test_the_demo_looked_back_on_last_year() -> None:
    fill.fill()

    found = Evaluation.objects.filter(goal__part__plan__year__start=2025)
    assert found.filter(shared_at__isnull=False).count() == 3
    assert found.filter(by_team=True).count() == 1
    assert Plan.objects.get(year__start=2025).state == Plan.State.EVALUATED


def test_filling_again_changes_nothing() -> None:
    fill.fill()

    assert not fill.fill_when_empty()
    assert School.objects.count() == 1


def test_the_history_of_the_demo_is_worth_reading_and_its_log_holds() -> None:
    school = fill.fill()

    assert Revision.objects.count() > Text.objects.count()
    assert chain.verify(school.public_id) is None


def test_the_meetings_were_held_and_the_next_one_is_planned(db: None) -> None:
    school = fill.fill()
    meetings = Meeting.objects.filter(school=school).order_by("starts_at")
    assert [each.state for each in meetings] == ["closed", "closed", "planned"]
    assert [f"{timezone.localtime(each.starts_at):%Y-%m-%d %H.%M}" for each in meetings] == [
        "2025-09-22 15.30", "2026-06-22 15.30", "2026-09-14 15.30",
    ]  # fmt: skip
    assert all(each.invited_at for each in meetings)
    assert [each.purpose for each in Decision.objects.order_by("at")] == ["adopt", "evaluate"]
    assert verifying.problems_in(school) == []

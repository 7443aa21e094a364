"""Loading a plan: in a fixed number of questions, and only what the reader may read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from bench import plans as generated
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partituur.plans import queries
from partituur.plans.actions import arranging, importing, starting
from partituur.plans.models import Plan
from partituur.schools.models import School, VisionStatement


def test_a_plan_takes_as_many_questions_at_5_as_at_40_parts(
    school: School, coordinator: Any, moment: datetime
) -> None:
    counts = set()
    for year, parts in ((2026, 5), (2027, 40)):
        plan = starting.start(school=school, start_year=year, at=moment)
        importing.bring_in(
            plan=plan, shot=generated.plan(parts, seed=year), file_name="x", by=coordinator,
            at=moment, partner=coordinator,
        )  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            loaded = queries.load(plan, member=coordinator, day=moment.date())
        assert len(loaded.parts) >= parts
        counts.add(len(asked))
    assert len(counts) == 1


def test_a_part_that_may_not_be_read_carries_its_heading_and_nothing_else(
    plan: Plan, coordinator: Any, teacher: Any, other_teacher: Any, moment: datetime
) -> None:
    arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator, note="groep 5",
    )  # fmt: skip
    shot = queries.take(plan, member=other_teacher, day=moment.date(), only_shared=False)
    [part] = shot.parts_of("teacher")
    assert part.withheld
    assert (part.heading, part.note, part.partner, part.subjects, part.goals) == (
        "Leraar J.", "", "", (), (),
    )  # fmt: skip


@pytest.mark.parametrize(("only_shared", "withheld"), [(True, True), (False, False)])
def test_a_document_for_the_school_holds_only_what_is_shared(
    plan: Plan, teacher: Any, moment: datetime, only_shared: bool, withheld: bool
) -> None:
    arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher],
    )  # fmt: skip
    shot = queries.take(plan, member=None, day=moment.date(), only_shared=only_shared)
    assert shot.parts[-1].withheld is withheld


def test_a_retired_statement_stays_only_where_a_goal_serves_it(
    plan: Plan, moment: datetime
) -> None:
    first, second = (
        VisionStatement.objects.create(
            school=plan.school, text=text, position=at, retired_at=moment
        )
        for at, text in enumerate(("Rust", "Ritme"))
    )
    goal = queries.load(plan, member=None, day=moment.date()).parts[0].goals[0].goal
    arranging.point_at_vision(goal=goal, statements=[second])
    shot = queries.take(plan, member=None, day=moment.date(), only_shared=False)
    assert [each.text for each in shot.vision] == ["Ritme"]
    assert first.pk


def test_a_removed_part_is_not_in_the_plan(plan: Plan, moment: datetime) -> None:
    part = plan.parts.get(kind="team")
    arranging.remove(line=part, at=moment)
    loaded = queries.load(plan, member=None, day=moment.date())
    assert [each.part.kind for each in loaded.parts] == ["general"]

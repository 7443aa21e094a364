"""Cut off after any of its statements, an act is wholly undone or wholly done, on both engines.

First with an exception in this process after every statement; then with a process that ends itself
there, looked at afterwards from outside. The control takes the one transaction away.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from tests.meetings.crashing import CutOff, act_of, cut_off_after
from tests.meetings.situations import AT, adopt, from_nothing, plan_meeting, point_of, to_meeting

from partituur.adoption import verifying
from partituur.adoption.models import Amendment, PlanVersion
from partituur.kernel import chain
from partituur.kernel.models import LogEntry
from partituur.meetings.actions import answering, holding
from partituur.meetings.models import Decision, Meeting
from partituur.plans.models import Part, Plan, Text

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parent.parent.parent
LOOSE = "decide without one transaction"
MOST = 1000  # statements; a guard against counting for ever
ROOMS = ("kernel", "plans", "adoption", "meetings", "evaluations")

# --- what is cut off ----------------------------------------------------------------------------


def _adopting() -> Meeting:
    """A meeting with answers of two, about a plan with shared and private parts."""
    from uuid import uuid4

    meeting, members = from_nothing()
    for name in ("teacher", "other"):
        answering.answer(
            point=point_of(meeting, "principles"), member=members[name], round=1, choice="note",
            words="Graag.", picks=[], with_name=True, wants_word=False, moment=1, key=uuid4(), at=AT,
        )  # fmt: skip
    return meeting


def _adjusting() -> Meeting:
    meeting, members = from_nothing()
    by = members["coordinator"]
    adopt(meeting, by, AT)
    to_meeting(meeting.plan, by, "We lezen vaak.", AT)
    sitting = plan_meeting(meeting.plan, by, AT, purposes=["adjust"])
    holding.open_meeting(meeting=sitting, by=by, at=AT)
    return sitting


def _planned() -> Meeting:
    meeting, members = from_nothing()
    by = members["coordinator"]
    holding.close_meeting(meeting=meeting, answers_until=None, by=by, at=AT)
    sitting = plan_meeting(meeting.plan, by, AT)
    Part.objects.filter(heading="Leraar Thijs").update(shared_at=AT)  # so the agenda changes too
    return sitting


def _is_adopted(meeting: Meeting) -> bool:
    version = PlanVersion.objects.filter(plan=meeting.plan_id).first()
    plan, decision = Plan.objects.get(), Decision.objects.filter(meeting=meeting).first()
    return (
        (plan.state, plan.version) == ("adopted", 1)
        and decision is not None
        and version is not None
        and decision.version == version
        and not meeting.points.filter(closed_at__isnull=True).exists()
        and _acts()[-2:] == ["plan.adopted", "meeting.decided"]
    )


def _is_adjusted(meeting: Meeting) -> bool:
    version = PlanVersion.objects.filter(plan=meeting.plan_id, number=2).first()
    return (
        version is not None
        and Plan.objects.get().version == 2
        and Decision.objects.get(meeting=meeting).version == version
        and Amendment.objects.get().version == version
        and Text.objects.filter(body="We lezen vaak.").exists()
        and _acts()[-3:] == ["plan.adjusted", "amendment.accepted", "meeting.decided"]
    )


def _is_open(meeting: Meeting) -> bool:
    now = Meeting.objects.get(pk=meeting.pk)
    return bool(now.state == "open" and now.code and now.point and now.point.opened_at) and (
        meeting.points.filter(part__heading="Leraar Thijs").exists()
        and _acts()[-1] == "meeting.opened"
    )


def _is_closed(meeting: Meeting) -> bool:
    now = Meeting.objects.get(pk=meeting.pk)
    is_open = meeting.points.filter(opened_at__isnull=False, closed_at__isnull=True).exists()
    return (now.state, now.code, is_open, _acts()[-1]) == ("closed", "", False, "meeting.closed")


def _acts() -> list[str]:
    return list(LogEntry.objects.order_by("number").values_list("act", flat=True))


Case = tuple[str, Callable[[], Meeting], Callable[[Meeting], bool]]
CASES: dict[str, Case] = {
    "adopting": ("decide", _adopting, _is_adopted),
    "adjusting": ("decide", _adjusting, _is_adjusted),
    "opening": ("open", _planned, _is_open),
    "closing": ("close", _adopting, _is_closed),
}


def picture() -> dict[str, list[Any]]:
    """Every row of every room that has to do with it."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
    }


def where(
    meeting: Meeting, before: dict[str, list[Any]], is_after: Callable[[Meeting], bool]
) -> str:
    """Whether all is as it was, or all is done; "between" if it is neither."""
    if picture() == before:
        return "before"
    school = meeting.school
    whole = chain.verify(school.public_id) is None and verifying.problems_in(school) == []
    return "after" if whole and is_after(meeting) else "between"


# --- in this process -----------------------------------------------------------------------------


def cut_off(name: str, meeting: Meeting, last: int) -> bool:
    """Do an act, at most ``last`` statements of it; whether it was cut off."""
    act = act_of(name, meeting.pk)
    try:
        with cut_off_after(last):
            act()
    except CutOff:
        connection.close()  # as the database sees it when a process is gone
        return True
    return False


@pytest.mark.parametrize("case", CASES)
def test_an_act_that_is_cut_off_anywhere_did_not_happen(case: str) -> None:
    name, prepare, is_after = CASES[case]
    meeting = prepare()
    before, last = picture(), 1
    while cut_off(name, meeting, last):
        assert where(meeting, before, is_after) == "before", last
        last += 1
    assert last > 10
    assert where(meeting, before, is_after) == "after"


def test_without_one_transaction_a_decision_that_is_cut_off_leaves_something_between() -> None:
    _name, prepare, is_after = CASES["adopting"]
    meeting = prepare()
    before, last = picture(), 1
    found = set()
    while "between" not in found:
        assert cut_off(LOOSE, meeting, last)
        found.add(where(meeting, before, is_after))
        last += 1


# --- a process that dies -------------------------------------------------------------------------


class Dying:
    """Another process, whose children do acts and die of it."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.meetings.crashing", str(connection.settings_dict["NAME"])],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def does(self, name: str, last: int, meeting: Meeting) -> str:
        """Let a child do it and die after statement ``last``: "died", or "done" before that."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{name}|{last}|{meeting.pk}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@pytest.fixture
def dying() -> Iterator[Dying]:
    made = Dying()
    yield made
    made.process.communicate(timeout=60)
    assert made.process.returncode == 0


def statements_of(name: str, meeting: Meeting) -> int:
    """How many statements an act has; it is undone."""
    act = act_of(name, meeting.pk)
    with transaction.atomic():
        with cut_off_after(0) as counter:
            act()
        transaction.set_rollback(True)
    return counter.number


def dies_everywhere(dying: Dying, case: str, numbers: Iterable[int]) -> int:
    """After each of these statements; how many times it died."""
    name, prepare, is_after = CASES[case]
    meeting = prepare()
    before, died = picture(), 0
    for last in numbers or range(1, statements_of(name, meeting), 9):
        if dying.does(name, last, meeting) != "died":
            break
        died += 1
        assert where(meeting, before, is_after) == "before", last
    else:
        assert dying.does(name, MOST, meeting) == "done"
    assert where(meeting, before, is_after) == "after"
    return died


@pytest.mark.parametrize("case", CASES)
def test_a_process_that_dies_in_the_middle_leaves_all_as_it_was(dying: Dying, case: str) -> None:
    assert dies_everywhere(dying, case, ()) > 1


@pytest.mark.endurance
@pytest.mark.parametrize("case", CASES)
def test_a_process_that_dies_after_any_statement_leaves_all_as_it_was(
    dying: Dying, case: str
) -> None:
    assert dies_everywhere(dying, case, range(1, MOST)) > 10


def test_without_one_transaction_a_process_that_dies_leaves_something_between(
    dying: Dying,
) -> None:
    _name, prepare, is_after = CASES["adopting"]
    meeting = prepare()
    before, half = picture(), statements_of("decide", meeting) // 2
    assert dying.does(LOOSE, half, meeting) == "died"
    assert where(meeting, before, is_after) == "between"

"""Many at the same moment, each over a connection of their own: one decision, and every answer.

Each claim has its control: the protection is taken out, and then it is not so any more.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier, Event
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Model
from tests.meetings.situations import AT, from_nothing, point_of

from partituur.adoption import rules as adoption_rules
from partituur.adoption import verifying
from partituur.adoption.actions import sealing
from partituur.adoption.models import PlanVersion
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.meetings import rules, tallying
from partituur.meetings.actions import answering, deciding, holding
from partituur.meetings.models import Answer, Decision, Meeting, Point
from partituur.plans.models import Plan
from partituur.schools.models import Membership

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

LATEST = 300  # seconds; guards against hanging only
TRIALS = 5
TEAM = 60


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """Do all of these in the same moment, each on its own connection; what each was told."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        try:
            ready.wait(LATEST)
            act()
        except Refusal as refusal:
            return refusal.reason
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [each.result(LATEST) for each in [pool.submit(run, act) for act in acts]]


@contextmanager
def without(model: type[Model], name: str) -> Iterator[None]:
    """Take a constraint out of the database; what was made meanwhile goes before it is back."""
    every = model._meta.constraints
    constraint = next(each for each in every if each.name == name)
    model._meta.constraints = [each for each in every if each != constraint]  # SQLite looks here
    with connection.schema_editor() as editor:
        editor.remove_constraint(model, constraint)
    try:
        yield
    finally:
        model._default_manager.all().delete()
        model._meta.constraints = every
        with connection.schema_editor() as editor:
            editor.add_constraint(model, constraint)


# --- two who decide ----------------------------------------------------------------------------


def decide(meeting: Meeting, by: Membership) -> Callable[[], Decision]:
    fresh = Meeting.objects.select_related("plan").get(pk=meeting.pk)
    return lambda: deciding.decide(
        meeting=fresh, purpose="adopt", passed=True, words="We doen het zo.", by=by, at=AT
    )


def plain(meeting: Meeting) -> Meeting:
    """The meeting, without holding it."""
    return Meeting.objects.select_related("school", "plan__school", "plan__year").get(pk=meeting.pk)


@pytest.mark.parametrize("out", ["nothing", "the held row", "the rule", "both"])
def test_two_who_decide_at_the_same_moment_make_one_decision(
    out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several walls stand behind each other; with one or two of them out, one decision is left."""
    if out in ("the held row", "both"):
        monkeypatch.setattr(deciding, "_held", plain)
    if out in ("the rule", "both"):
        monkeypatch.setattr(rules, "why_not_decide", lambda *_given: None)
    for trial in range(TRIALS if out == "nothing" else 2):
        meeting, members = from_nothing(f"school-{trial}")
        told = at_once(decide(meeting, members["coordinator"]), decide(meeting, members["leader"]))

        assert sorted(told)[1] == "done"
        assert sorted(told)[0].endswith(".")
        plan = Plan.objects.get(pk=meeting.plan_id)
        made = PlanVersion.objects.filter(plan=plan)
        assert (plan.state, plan.version, made.count()) == ("adopted", 1, 1)
        assert Decision.objects.get(meeting=meeting).version == made.get()
        acts = LogEntry.objects.filter(school_id=plan.school.public_id)
        for act in ("plan.adopted", "meeting.decided"):
            assert acts.filter(act=act).count() == 1
        assert chain.verify(plan.school.public_id) is None
        assert verifying.problems_in(plan.school) == []


def test_without_all_the_walls_there_are_two_decisions_and_two_versions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def heedless(plan: Plan, kind: PlanVersion.Kind, number: int) -> None:
        Plan.objects.filter(pk=plan.pk).update(version=number, state=Plan.State.ADOPTED)
        plan.version, plan.state = number, Plan.State.ADOPTED

    monkeypatch.setattr(deciding, "_held", plain)
    monkeypatch.setattr(rules, "why_not_decide", lambda *_given: None)
    monkeypatch.setattr(adoption_rules, "why_not_seal", lambda *_given: None)
    monkeypatch.setattr(sealing, "_turn", heedless)
    meeting, members = from_nothing()
    with without(PlanVersion, "version_number_once"), without(Decision, "decision_once"):
        at_once(decide(meeting, members["coordinator"]), decide(meeting, members["leader"]))
        assert (Decision.objects.count(), PlanVersion.objects.count()) == (2, 2)


def test_two_who_open_at_the_same_moment_open_one_meeting() -> None:
    for trial in range(TRIALS):
        meeting, members = from_nothing(f"school-{trial}")
        holding.close_meeting(meeting=meeting, answers_until=None, by=members["leader"], at=AT)
        sittings = [another(meeting, members["coordinator"]) for _time in range(2)]
        told = at_once(*(opener(each, members["leader"]) for each in sittings))
        assert sorted(told)[1] == "done"
        assert Meeting.objects.filter(plan=meeting.plan, state="open").count() == 1


def opener(meeting: Meeting, by: Membership) -> Callable[[], None]:
    return lambda: holding.open_meeting(meeting=meeting, by=by, at=AT)


def another(meeting: Meeting, by: Membership) -> Meeting:
    from tests.meetings.situations import plan_meeting

    return plan_meeting(Plan.objects.get(pk=meeting.plan_id), by, AT)


# --- an objection in the moment of the decision --------------------------------------------------


def object_while_counting(
    meeting: Meeting, members: dict[str, Membership], monkeypatch: pytest.MonkeyPatch, where: str
) -> list[str]:
    """Somebody objects right after the objections were counted; what both were told."""
    point, counted, given = point_of(meeting, "principles"), Event(), Event()
    count = rules.why_not_pass

    def slowly(counting: Meeting, purpose: str, *_more: Any) -> str | None:
        reason = count(counting, purpose)
        counted.set()
        given.wait(0.5)  # or not: then the answer waits for us
        return reason

    def answer() -> None:
        counted.wait(LATEST)
        try:
            answering.answer(
                point=point, member=members["teacher"], round=1, choice="object", words="Nee.",
                picks=[], with_name=False, wants_word=False, moment=1, key=uuid4(), at=AT,
            )  # fmt: skip
        finally:
            given.set()

    monkeypatch.setattr(rules, where, slowly)
    if where != "why_not_pass":
        monkeypatch.setattr(rules, "why_not_pass", lambda *_given: None)
    return at_once(decide(meeting, members["coordinator"]), answer)


def test_an_objection_is_counted_or_its_giver_is_told_that_it_is_too_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meeting, members = from_nothing()
    told = object_while_counting(meeting, members, monkeypatch, "why_not_pass")
    assert (told[0], "gesloten" in told[1]) == ("done", True)
    assert not Answer.objects.exists()


def test_an_objection_is_passed_over_when_it_is_counted_before_the_answers_stop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The control. SQLite has one writer at a time, so there it cannot happen at all."""
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time")
    meeting, members = from_nothing()
    told = object_while_counting(meeting, members, monkeypatch, "why_not_decide")
    assert told == ["done", "done"]
    assert Decision.objects.get().passed
    assert tallying.standing_objections(point_of(meeting, "principles")) == 1


# --- sixty who answer ----------------------------------------------------------------------------


def all_answer(meeting: Meeting, members: dict[str, Membership]) -> dict[int, str]:
    """Everybody answers at once, some twice, some again and again; the last choice of each."""
    point = point_of(meeting, "principles")
    chance, last, acts = random.Random(1), {}, []
    for member in members.values():
        taps = [
            (moment, chance.choice(["agree", "note", "object"]), uuid4())
            for moment in range(1, chance.randint(1, 3) + 1)
        ]
        last[member.pk] = taps[-1][1]
        sent = taps + [chance.choice(taps) for _time in range(chance.randint(0, 2))]
        chance.shuffle(sent)
        acts.append(lambda member=member, sent=sent: _send(point, member, sent))
    assert set(at_once(*acts)) == {"done"}
    return last


def _send(point: Point, member: Membership, taps: list[tuple[int, str, Any]]) -> None:
    for moment, choice, key in taps:
        answering.answer(
            point=point, member=member, round=1, choice=choice, words="Omdat.", picks=[],
            with_name=False, wants_word=False, moment=moment, key=key,
            at=AT + timedelta(seconds=moment),
        )  # fmt: skip


def test_of_sixty_who_answer_at_once_no_answer_is_lost_or_doubled() -> None:
    meeting, members = from_nothing(more=TEAM - 4)
    last = all_answer(meeting, members)
    assert dict(Answer.objects.values_list("member", "choice")) == last
    tally = tallying.of(point_of(meeting, "principles"))
    assert (Answer.objects.count(), tally.given, tally.silent) == (TEAM, TEAM, 0)
    assert tally.agree + tally.note + tally.object == TEAM


def test_answers_are_doubled_when_each_that_comes_is_written_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def heedless(point: Point, member: Membership, values: dict[str, Any]) -> tuple[Answer, bool]:
        mine = {"school_id": point.school_id, "point": point, "member": member}
        return Answer.objects.create(**mine, **values), False

    monkeypatch.setattr(answering, "_put", heedless)
    meeting, members = from_nothing(more=4)
    with without(Answer, "answer_once"):
        all_answer(meeting, members)
        assert tallying.of(point_of(meeting, "principles")).given > len(members)

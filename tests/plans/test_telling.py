"""Who may hear of what in a plan: the same people who may read it, and no longer than that."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from partituur.live import telling as live
from partituur.plans import queries, telling
from partituur.plans.actions import agreeing, arranging, sharing, writing
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools.models import Membership

Told = list[tuple[set[str], str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What was told: to which topics, about what."""
    heard: Told = []

    def note(topics: Any, about: str = "") -> None:
        heard.append((set(topics), about))

    monkeypatch.setattr(live, "tell_all", note)
    return heard


@pytest.fixture
def part(plan: Plan, teacher: Membership, coordinator: Membership) -> Part:
    return arranging.add_part(
        plan=plan, kind="teacher", heading="Jesse Bakker", subjects=[teacher],
        partner=coordinator, fmt=queries.format_of(plan.school),
    )  # fmt: skip


def topics(plan: Plan, member: Membership, moment: datetime) -> set[str]:
    """What the page of a member listens to."""
    loaded = queries.load(plan, member=member, day=moment.date())
    return set(
        telling.topics_for(plan, [(each.part, each.is_subject) for each in loaded.parts], member)
    )


def save(goal: Goal | Principle, moment: datetime, key: str = "approach") -> None:
    writing.save(
        line=goal, key=key, words=writing.Words(str(uuid4())), base=queries.text_of(goal, key).version,
        save_key=uuid4(), by=None, at=moment,
    )  # fmt: skip


def hears(told: Told, listening: set[str]) -> bool:
    return any(topics & listening for topics, _about in told)


def test_words_of_the_school_are_told_to_everyone(
    plan: Plan, told: Told, other_teacher: Membership, moment: datetime
) -> None:
    goal = Goal.objects.get(part__plan=plan, part__kind="general")
    save(goal, moment)
    assert told[-1][1] == f"doel-{goal.public_id}/approach/1"
    assert hears(told, topics(plan, other_teacher, moment))


def test_words_of_a_personal_part_are_told_to_its_partners_only(
    plan: Plan, part: Part, told: Told, teacher: Membership, coordinator: Membership,
    other_teacher: Membership, second_coordinator: Membership, leader: Membership, moment: datetime,
) -> None:  # fmt: skip
    told.clear()
    save(Goal.objects.get(part=part), moment)
    arranging.add_goal(part=part)
    assert len(told) == 2
    for each in (teacher, coordinator):
        assert hears(told, topics(plan, each, moment))
    for each in (other_teacher, second_coordinator, leader):
        assert not hears(told, topics(plan, each, moment))


def test_while_it_is_shared_readers_hear_and_after_that_no_more(
    plan: Plan, part: Part, told: Told, teacher: Membership, other_teacher: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    listening = topics(plan, other_teacher, moment)
    told.clear()
    save(Goal.objects.get(part=part), moment)
    assert hears(told, listening)

    part.refresh_from_db()
    sharing.take_back(part=part, by=teacher, is_subject=True, at=moment)
    told.clear()
    save(Goal.objects.get(part=part), moment)
    assert not hears(told, listening)  # with the ticket that they still have

    sharing.share(part=part, by=teacher, is_subject=True, at=moment + timedelta(hours=1))
    told.clear()
    save(Goal.objects.get(part=part), moment)
    assert not hears(told, listening)  # an old ticket does not come alive again
    assert hears(told, topics(plan, other_teacher, moment))


def test_control_a_topic_without_the_moment_of_sharing_leaks(
    plan: Plan, part: Part, told: Told, teacher: Membership, other_teacher: Membership,
    moment: datetime, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(telling, "_of_readers", telling._of_partners)
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    listening = topics(plan, other_teacher, moment)
    part.refresh_from_db()
    sharing.take_back(part=part, by=teacher, is_subject=True, at=moment)
    told.clear()
    save(Goal.objects.get(part=part), moment)
    assert hears(told, listening)


def test_another_school_hears_nothing(
    plan: Plan, part: Part, told: Told, stranger: Membership, moment: datetime
) -> None:
    other = queries.plan_or_none(stranger.school, year_start=2026)
    if other is None:
        from partituur.plans.actions import starting

        other = starting.start(school=stranger.school, start_year=2026, at=moment)
    listening = topics(other, stranger, moment)
    told.clear()
    save(Goal.objects.get(part__plan=plan, part__kind="general"), moment)
    save(Goal.objects.get(part=part), moment)
    arranging.move(line=part, by=1)
    assert told
    assert not hears(told, listening)


def test_a_signal_carries_no_word(
    plan: Plan, part: Part, told: Told, teacher: Membership, moment: datetime
) -> None:
    goal = Goal.objects.get(part=part)
    save(goal, moment)
    arranging.describe_part(part=part, heading="Jamila", note="groep 3")
    arranging.move(line=goal, by=1)
    arranging.remove(line=goal, at=moment)
    arranging.put_back(line=goal)
    principle = arranging.add_principle(plan=plan)
    arranging.mark_accent(principle=principle, new=True)
    save(principle, moment, "principle")
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    assert len(told) >= 9
    for topics, about in told:
        assert all(len(each) <= 100 for each in [*topics, about])
        for word in ("Jesse", "Jamila", "groep"):
            assert not any(word in each for each in [*topics, about])


def test_akkoord_is_told_to_the_partners(
    plan: Plan, part: Part, told: Told, teacher: Membership, other_teacher: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    from partituur.plans.agreeing import content_of, digest_of

    loaded = queries.load_part(part, day=moment.date())
    kind = queries.format_of(plan.school).kind("teacher")
    content = content_of(kind, loaded, {})
    told.clear()
    agreeing.agree(
        part=part, by=teacher, is_subject=True, seen=digest_of(content), content=content, at=moment
    )
    assert hears(told, topics(plan, teacher, moment))
    assert not hears(told, topics(plan, other_teacher, moment))


def test_the_mark_of_a_sheet_is_another_one_when_what_one_reads_changed(
    plan: Plan, part: Part, teacher: Membership, other_teacher: Membership, moment: datetime
) -> None:
    def mark(member: Membership) -> str:
        return queries.mark_of(queries.load(plan, member=member, day=moment.date()))

    mine, theirs = mark(teacher), mark(other_teacher)
    assert (mine, theirs) == (mark(teacher), mark(other_teacher))
    save(Goal.objects.get(part=part), moment)
    assert mark(teacher) != mine
    assert mark(other_teacher) == theirs  # not shared: that somebody writes there is not to see

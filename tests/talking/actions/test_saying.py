"""Conversations and suggestions."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from tests.talking.parts import body, share, write

from partituur.kernel.errors import Refusal
from partituur.plans import queries as plans
from partituur.plans.actions import sharing
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools.models import Membership
from partituur.talking import queries, rules
from partituur.talking.actions import saying
from partituur.talking.actions.saying import About
from partituur.talking.models import Conversation, Remark, Suggestion


def about(goal: Goal, key: str = "approach") -> About:
    return About(goal.part.plan, part=goal.part, goal=goal, key=key)


def readers(conversation: Conversation, moment: datetime, *members: Membership) -> list[str]:
    """Who of these reads a conversation, by the rule and by the query alike."""
    by_rule = [
        each.name
        for each in members
        if not rules.why_not_read(conversation, each, day=moment.date())
    ]
    by_query = [
        each.name
        for each in members
        if conversation in queries.readable(conversation.plan, each, moment.date())
    ]
    assert by_rule == by_query
    return by_rule


def test_before_the_sharing_only_partners_read_and_that_stays_so(
    goal: Goal, part: Part, teacher: Membership, coordinator: Membership, leader: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    private = saying.begin(about=about(goal), body="Lastig.", by=teacher, at=moment)
    share(part, teacher, moment)
    private.refresh_from_db()
    assert readers(private, moment, teacher, coordinator, leader) == [
        teacher.name,
        coordinator.name,
    ]

    public = saying.begin(about=about(goal), body="Wie wil?", by=teacher, at=moment)
    assert readers(public, moment, teacher, coordinator, leader) == [
        teacher.name, coordinator.name, leader.name,
    ]  # fmt: skip


def test_a_part_that_is_taken_back_takes_its_conversations_along(
    goal: Goal, part: Part, teacher: Membership, coordinator: Membership, leader: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    share(part, teacher, moment)
    public = saying.begin(about=about(goal), body="Wie wil?", by=leader, at=moment)
    sharing.take_back(part=part, by=teacher, is_subject=True, at=moment)
    public = Conversation.objects.get(pk=public.pk)
    assert readers(public, moment, teacher, coordinator, leader) == [teacher.name, coordinator.name]


def test_another_coordinator_who_becomes_the_partner_does_not_read_what_was_said_before(
    goal: Goal, part: Part, teacher: Membership, second_coordinator: Membership, moment: datetime
) -> None:
    private = saying.begin(about=about(goal), body="Lastig.", by=teacher, at=moment)
    Part.objects.filter(pk=part.pk).update(partner=second_coordinator)
    private = Conversation.objects.get(pk=private.pk)
    assert readers(private, moment, second_coordinator) == []


def test_a_stranger_reads_nothing(
    goal: Goal, part: Part, teacher: Membership, stranger: Membership, moment: datetime
) -> None:
    share(part, teacher, moment)
    public = saying.begin(about=about(goal), body="Wie wil?", by=teacher, at=moment)
    assert readers(public, moment, stranger) == []
    with pytest.raises(Refusal):
        saying.say(conversation=public, body="Hallo", by=stranger, at=moment)


@pytest.mark.parametrize("words", ["", "  \n", "x" * 4001])
def test_nothing_and_too_much_is_a_sentence(
    goal: Goal, teacher: Membership, moment: datetime, words: str
) -> None:
    with pytest.raises(Refusal):
        saying.begin(about=about(goal), body=words, by=teacher, at=moment)
    assert Conversation.objects.count() == 0


def test_a_settled_conversation_opens_again_when_somebody_speaks(
    goal: Goal, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    found = saying.begin(about=about(goal), body="Zo?", by=teacher, at=moment)
    saying.settle(conversation=found, by=coordinator, at=moment, settled=True)
    assert queries.open_in(found.plan, teacher, moment.date()) == {}
    saying.say(conversation=found, body="Toch nog iets.", by=teacher, at=moment)
    assert queries.open_in(found.plan, teacher, moment.date()) == {goal.part_id: 1}


def test_only_who_said_it_takes_it_away_and_an_empty_conversation_goes_with_it(
    goal: Goal, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    saying.begin(about=about(goal), body="Zo?", by=teacher, at=moment)
    remark = Remark.objects.get()
    with pytest.raises(Refusal):
        saying.take_away(remark=remark, by=coordinator)
    saying.take_away(remark=remark, by=teacher)
    assert Conversation.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("@Marieke kijk eens", ["Marieke de Vries"]),
        ("@marieke de vries en @Peter", ["Marieke de Vries", "Peter Hendriks"]),
        ("mail naar marieke@voorbeeld.test", []),
        ("@Jesse (ik zelf)", []),
        ("@Iemand anders", []),
    ],
)
def test_a_name_after_an_at_calls_a_colleague(
    goal: Goal, part: Part, teacher: Membership, coordinator: Membership, leader: Membership,
    moment: datetime, words: str, called: list[str],
) -> None:  # fmt: skip
    share(part, teacher, moment)
    saying.begin(about=about(goal), body=words, by=teacher, at=moment)
    assert sorted(each.name for each in Remark.objects.get().mentions.all()) == called


def test_nobody_is_called_to_what_they_may_not_read(
    goal: Goal, teacher: Membership, coordinator: Membership, leader: Membership, moment: datetime
) -> None:
    saying.begin(about=about(goal), body="@Peter en @Marieke", by=teacher, at=moment)
    assert [each.name for each in Remark.objects.get().mentions.all()] == [coordinator.name]


# --- suggestions ------------------------------------------------------------------------------


def suggest(goal: Goal, words: str, by: Membership, at: datetime) -> Suggestion:
    return saying.suggest(about=about(goal), conversation=None, body=words, by=by, at=at)


def test_a_suggestion_that_the_writer_accepts_is_the_text(
    goal: Goal, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    made = suggest(goal, "Wij kijken twee keer bij elkaar.", coordinator, moment)
    seen = saying.text_of(made.conversation).version
    assert saying.accept(suggestion=made, seen=seen, by=teacher, at=moment)
    assert body(goal) == "Wij kijken twee keer bij elkaar."
    made.refresh_from_db()
    assert (made.state, made.decided_by) == (Suggestion.State.ACCEPTED, teacher)


def test_the_moment_and_the_hours_beside_a_text_stay(
    goal: Goal, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    text = plans.text_of(goal, "approach")
    type(text).objects.filter(pk=text.pk).update(moment="2026-12-10", hours=3)
    made = suggest(goal, "Anders.", coordinator, moment)
    saying.accept(suggestion=made, seen=text.version, by=teacher, at=moment)
    now = plans.text_of(goal, "approach")
    assert (now.body, now.moment, now.hours) == ("Anders.", "2026-12-10", Decimal(3))


def test_a_text_that_changed_since_is_not_written_over(
    goal: Goal, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    made = suggest(goal, "Anders.", coordinator, moment)
    seen = saying.text_of(made.conversation).version
    write(goal, "approach", "Intussen veranderd.", teacher, moment + timedelta(minutes=5))
    assert not saying.accept(suggestion=made, seen=seen, by=teacher, at=moment)
    assert body(goal) == "Intussen veranderd."
    made.refresh_from_db()
    assert made.state == Suggestion.State.OPEN


def test_nobody_accepts_their_own_and_readers_accept_nothing(
    goal: Goal, part: Part, teacher: Membership, coordinator: Membership, leader: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    share(part, teacher, moment)
    made = suggest(goal, "Anders.", coordinator, moment)
    for by in (coordinator, leader):
        with pytest.raises(Refusal):
            saying.accept(suggestion=made, seen=1, by=by, at=moment)
        if by is leader:
            with pytest.raises(Refusal):
                saying.decline(suggestion=made, by=by, at=moment)
    saying.decline(suggestion=made, by=coordinator, at=moment)
    made.refresh_from_db()
    assert made.state == Suggestion.State.WITHDRAWN
    with pytest.raises(Refusal):
        saying.accept(suggestion=made, seen=1, by=teacher, at=moment)


def test_who_reads_along_suggests_too(
    goal: Goal, part: Part, teacher: Membership, leader: Membership, moment: datetime
) -> None:
    share(part, teacher, moment)
    made = suggest(goal, "Wij kijken vaak bij elkaar.", leader, moment)
    saying.decline(suggestion=made, by=teacher, at=moment)
    made.refresh_from_db()
    assert made.state == Suggestion.State.DECLINED
    assert body(goal) == "Wij kijken bij elkaar."


@pytest.mark.parametrize("words", ["", "Wij kijken bij elkaar.", "x" * 20_001])
def test_no_suggestion_is_a_sentence(
    goal: Goal, coordinator: Membership, moment: datetime, words: str
) -> None:
    with pytest.raises(Refusal):
        suggest(goal, words, coordinator, moment)
    assert Suggestion.objects.count() == 0


def test_a_suggestion_is_about_one_field_and_only_while_the_plan_is_written(
    goal: Goal, plan: Plan, coordinator: Membership, moment: datetime
) -> None:
    with pytest.raises(Refusal, match="één veld"):
        saying.suggest(
            about=About(plan, part=goal.part),
            conversation=None,
            body="x",
            by=coordinator,
            at=moment,
        )
    Plan.objects.filter(pk=plan.pk).update(state=Plan.State.ADOPTED)
    goal.part.plan.refresh_from_db()
    suggest(goal, "Anders.", coordinator, moment)  # no version holds the part: it is still written
    Part.objects.filter(pk=goal.part_id).update(sealed_in=1)
    goal = Goal.objects.get(pk=goal.pk)
    with pytest.raises(Refusal, match="vastgesteld"):
        suggest(goal, "Nog anders.", coordinator, moment)


def test_a_principle_is_talked_over_and_reworded_by_the_whole_team(
    plan: Plan, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    from partituur.plans.actions import starting

    principle: Principle = starting.write_principle(
        plan=plan, body="Samen.", greven=0, by=coordinator, at=moment
    )
    made = saying.suggest(
        about=About(plan, principle=principle), conversation=None, body="Samen leren.",
        by=teacher, at=moment,
    )  # fmt: skip
    assert saying.accept(
        suggestion=made, seen=saying.text_of(made.conversation).version, by=coordinator, at=moment
    )
    assert plans.text_of(principle, "principle").body == "Samen leren."


def test_remarks_go_with_who_is_erased_and_the_answers_of_others_stay(
    goal: Goal, part: Part, teacher: Membership, leader: Membership, moment: datetime
) -> None:
    share(part, teacher, moment)
    found = saying.begin(about=about(goal), body="Van Peter.", by=leader, at=moment)
    saying.say(conversation=found, body="Van Jesse.", by=teacher, at=moment)
    leader.delete()
    assert [each.body for each in Remark.objects.all()] == ["Van Jesse."]

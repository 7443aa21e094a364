"""Support asked of people: colleagues say yes or no, a guest writes an effort."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from partituur.kernel.errors import Refusal
from partituur.plans.models import Goal, Plan
from partituur.schools.models import Membership
from partituur.talking import queries, rules
from partituur.talking.actions import supporting
from partituur.talking.models import GuestLink, SupportQuestion


def ask(
    goal: Goal, colleague: Membership, by: Membership, at: datetime, **given: object
) -> SupportQuestion:
    about = {"question": "Kijk je mee?", "takes": {"time", "class"}}
    return supporting.ask(goal=goal, colleague=colleague, by=by, at=at, **(about | given))  # type: ignore[arg-type]


def test_a_colleague_is_asked_with_what_it_takes_and_says_yes_or_no(
    goal: Goal, plan: Plan, teacher: Membership, other_teacher: Membership, moment: datetime
) -> None:
    made = ask(goal, other_teacher, teacher, moment)
    assert (made.takes_time, made.takes_exchange, made.takes_class) == (True, False, True)
    assert list(queries.asked_of(other_teacher, plan)) == [made]
    assert not rules.may_read_goal(made)

    supporting.answer(question=made, says_yes=True, words="Graag.", by=other_teacher, at=moment)

    made.refresh_from_db()
    assert rules.may_read_goal(made)
    assert list(queries.asked_of(other_teacher, plan)) == []
    supporting.answer(question=made, says_yes=False, words="", by=other_teacher, at=moment)
    made.refresh_from_db()
    assert not rules.may_read_goal(made)


def test_only_who_was_asked_answers(
    goal: Goal, teacher: Membership, other_teacher: Membership, moment: datetime
) -> None:
    made = ask(goal, other_teacher, teacher, moment)
    with pytest.raises(Refusal):
        supporting.answer(question=made, says_yes=True, words="", by=teacher, at=moment)


def test_what_cannot_be_asked_is_a_sentence(
    goal: Goal, teacher: Membership, other_teacher: Membership, stranger: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    ask(goal, other_teacher, teacher, moment)
    for colleague, given in (
        (other_teacher, {}), (teacher, {}), (stranger, {}), (other_teacher, {"question": " "}),
        (other_teacher, {"question": "x" * 2001}),
    ):  # fmt: skip
        with pytest.raises(Refusal):
            ask(goal, colleague, teacher, moment, **given)
    assert SupportQuestion.objects.count() == 1


def test_a_guest_writes_an_effort_as_long_as_the_link_holds(
    goal: Goal, teacher: Membership, moment: datetime
) -> None:
    token = supporting.invite_guest(
        goal=goal, name="De logopedist", content=[["Aanpak", "<p>Kijken.</p>", ""]],
        by=teacher, at=moment,
    )  # fmt: skip
    link = supporting.guest_link(token, at=moment)
    assert link is not None
    supporting.write_effort(link=link, words="Ik kom drie keer.", at=moment)
    link.refresh_from_db()
    assert link.effort == "Ik kom drie keer."
    assert token not in str(link.__dict__)
    assert supporting.guest_link(token, at=moment + timedelta(days=30)) is None
    assert supporting.guest_link("iets anders", at=moment) is None

    supporting.withdraw_link(link=link, at=moment)

    assert supporting.guest_link(token, at=moment) is None
    assert GuestLink.objects.get().effort == "Ik kom drie keer."


def test_a_link_ends_with_its_goal(goal: Goal, teacher: Membership, moment: datetime) -> None:
    token = supporting.invite_guest(goal=goal, name="X", content=[], by=teacher, at=moment)
    Goal.objects.filter(pk=goal.pk).update(removed_at=moment)
    assert supporting.guest_link(token, at=moment) is None

"""Where others wrote the name of somebody who is to be erased."""

from __future__ import annotations

from datetime import datetime

from tests.talking.parts import share

from partituur.plans.models import Goal, Part
from partituur.schools.models import Membership
from partituur.talking import erasing
from partituur.talking.actions import guiding, saying, supporting
from partituur.talking.actions.saying import About


def test_what_others_said_with_the_name_in_it_is_listed_for_who_reads_it(
    goal: Goal, part: Part, teacher: Membership, coordinator: Membership, leader: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    about = About(part.plan, part=part, goal=goal, key="approach")
    saying.begin(about=about, body="Vraag het Peter.", by=teacher, at=moment)  # among partners
    share(part, teacher, moment)
    saying.begin(
        about=about, body="Peter Hendriks weet het; petermannen niet.", by=teacher, at=moment
    )
    saying.begin(about=about, body="Ik ben Peter.", by=leader, at=moment)

    def told(reader: Membership) -> list[str]:
        found = erasing.mentions_of(leader, reader=reader, day=moment.date())
        return [each.text[:13] for each in found]

    assert told(coordinator) == ["Vraag het Pet", "Peter Hendrik"]
    assert told(leader) == ["Peter Hendrik"]


def test_questions_links_and_notes_with_the_name_are_listed_for_who_reads_them(
    goal: Goal, part: Part, teacher: Membership, other_teacher: Membership,
    coordinator: Membership, second_coordinator: Membership, leader: Membership, moment: datetime,
) -> None:  # fmt: skip
    asked = supporting.ask(
        goal=goal, colleague=other_teacher, question="Help je, net als Peter?", takes={"time"},
        by=teacher, at=moment,
    )  # fmt: skip
    supporting.answer(
        question=asked, says_yes=True, words="Met Peter erbij.", by=other_teacher, at=moment
    )
    token = supporting.invite_guest(
        goal=goal, name="Logopedist", content=[["Aanpak", "<p>Samen met <b>Peter</b>.</p>", ""]],
        by=teacher, at=moment,
    )  # fmt: skip
    link = supporting.guest_link(token, at=moment)
    assert link
    supporting.write_effort(link=link, words="Ik bel Peter.", at=moment)
    guiding.note(
        part=part, kind="talk", day=moment.date(), body="Peter was erbij.", by=coordinator,
        is_subject=False, at=moment,
    )  # fmt: skip

    def told(reader: Membership) -> set[str]:
        found = erasing.mentions_of(leader, reader=reader, day=moment.date())
        return {each.text for each in found}

    asked_and_answered = {"Help je, net als Peter?", "Met Peter erbij."}
    everything = asked_and_answered | {
        "Samen met Peter.", "Ik bel Peter.", "Peter was erbij."
    }  # fmt: skip
    assert told(coordinator) == told(teacher) == everything
    assert told(other_teacher) == asked_and_answered
    assert told(second_coordinator) == told(leader) == set()

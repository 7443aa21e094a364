"""Where others wrote the name of somebody who is to be erased."""

from __future__ import annotations

from datetime import datetime

from tests.talking.parts import share

from partituur.plans.models import Goal, Part
from partituur.schools.models import Membership
from partituur.talking import erasing
from partituur.talking.actions import saying
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

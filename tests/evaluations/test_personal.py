"""Own data with what was looked back on, and what erasing takes and lists."""

from __future__ import annotations

import json
from datetime import datetime

from tests.evaluations.looking import goal_of, share, write
from tests.plans.actions.test_erasing import erase, everything
from tests.web.access.house import House

from partituur.evaluations import erasing, personal
from partituur.evaluations.actions import evaluating


def data(house: House, role: str, moment: datetime) -> str:
    found = personal.data_of(house.people[role], at=moment)
    assert "remarks" in found  # all that lies below is there too
    return json.dumps(found["evaluations"], ensure_ascii=False)


def test_own_data_has_what_one_wrote_and_what_was_shared_of_ones_goals(
    house: House, moment: datetime
) -> None:
    goal = goal_of(house, "shared")
    write(goal, house.people["subject"], moment, came_of_it="Van Sanne.", helped="Het liedje.")
    of_ib = write(goal, house.people["named_ib"], moment, came_of_it="Van Noor.")
    write(goal_of(house, "team"), house.people["teacher"], moment, came_of_it="Van Thijs.")
    found = data(house, "subject", moment)
    assert "Van Sanne." in found
    assert "Het liedje." in found
    assert "Van Noor." not in found
    share(of_ib, moment)
    assert "Van Noor." in data(house, "subject", moment)
    assert data(house, "teacher", moment).count("came_of_it") == 1
    assert data(house, "leader", moment) == "[]"


def test_erasing_a_member_takes_what_they_wrote_and_leaves_what_the_team_said(
    house: House, moment: datetime
) -> None:
    goal = goal_of(house, "team")
    share(write(goal, house.people["subject"], moment, came_of_it="Van Sanne zelf."), moment)
    evaluating.write_for_team(
        line=goal, came_of_it="Van ons allen.", helped="", next="", by=house.people["leader"],
        at=moment,
    )  # fmt: skip
    erase(house, "subject", moment)
    left = everything()
    assert "Van Sanne zelf." not in left
    assert "Van ons allen." in left


def test_the_name_in_what_others_wrote_is_listed_for_who_reads_it(
    house: House, moment: datetime
) -> None:
    goal = goal_of(house, "team")
    made = write(goal, house.people["teacher"], moment, came_of_it="Met Lena.", helped="Lenalief.")
    write(goal, house.people["leader"], moment, came_of_it="Ik ben Lena.")

    def told(reader: str) -> list[str]:
        lena = house.people["leader"]
        found = erasing.mentions_of(lena, reader=house.people[reader], day=moment.date())
        return [each.text for each in found]

    assert told("named_ib") == []
    share(made, moment)
    assert told("named_ib") == ["Met Lena."]

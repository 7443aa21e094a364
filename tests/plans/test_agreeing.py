"""Agreement: to what is printed, lapsed when that differs, standing again when it returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans import agreeing, queries
from partituur.plans.actions import agreeing as acts
from partituur.plans.actions import arranging, handing, writing
from partituur.plans.format import Changes
from partituur.plans.models import (
    Agreement,
    FormatSettings,
    Goal,
    Handover,
    Part,
    PartSubject,
    Plan,
)
from partituur.schools.models import (
    LearningTeam,
    LearningTeamMember,
    Membership,
    VisionStatement,
)


@dataclass
class Desk:
    """A part with its two partners, and ways to write in it."""

    part: Part
    teacher: Any
    coordinator: Any
    at: datetime

    @property
    def goal(self) -> Goal:
        return Goal.objects.get(part=self.part, removed_at=None)

    @property
    def content(self) -> agreeing.Content:
        kind = queries.format_of(self.part.school).kind(self.part.kind)
        statements = {each.pk: each for each in VisionStatement.objects.all()}
        return agreeing.content_of(
            kind, queries.load_part(self.part, day=self.at.date()), statements
        )

    def write(self, key: str, body: str, by: Any = None, **more: Any) -> None:
        text = queries.text_of(self.goal, key)
        writing.save(
            line=self.goal, key=key, words=writing.Words(body, **more), base=text.version,
            save_key=uuid4(), by=by or self.coordinator, at=self.at,
        )  # fmt: skip

    def agree(self, by: Any, seen: str | None = None) -> Agreement:
        content = self.content
        return acts.agree(
            part=self.part, by=by, is_subject=by == self.teacher,
            seen=agreeing.digest_of(content) if seen is None else seen, content=content, at=self.at,
        )  # fmt: skip

    def stands(self) -> dict[str, bool]:
        found = agreeing.standings(
            queries.partners_of(self.part, day=self.at.date()),
            Agreement.objects.filter(part=self.part),
            agreeing.digest_of(self.content),
        )
        return {each.member.name: each.stands for each in found}


@pytest.fixture
def desk(plan: Plan, coordinator: Any, teacher: Any, moment: datetime) -> Desk:
    part = arranging.add_part(
        plan=plan, kind="teacher", heading="Leraar J.", fmt=queries.format_of(plan.school),
        subjects=[teacher], partner=coordinator, note="groep 5",
    )  # fmt: skip
    made = Desk(part, teacher, coordinator, moment)
    made.write("start", "De overgangen kosten tijd.", teacher)
    return made


BOTH = {"Jesse Bakker": True, "Marieke de Vries": True}
NEITHER = {"Jesse Bakker": False, "Marieke de Vries": False}


def test_both_partners_agree_each_for_themselves(desk: Desk) -> None:
    assert desk.stands() == NEITHER
    desk.agree(desk.teacher)
    assert desk.stands() == {"Jesse Bakker": True, "Marieke de Vries": False}
    desk.agree(desk.coordinator)
    assert desk.stands() == BOTH
    assert [each.act for each in LogEntry.objects.all()] == ["part.agreed", "part.agreed"]


def change_a_word(desk: Desk) -> None:
    desk.write("start", "De overgangen kosten veel tijd.")


def change_a_moment(desk: Desk) -> None:
    desk.write("evaluation", "", moment="2026-12-10")


def rename_the_part(desk: Desk) -> None:
    arranging.describe_part(part=desk.part, heading="Leraar Jesse", note="groep 5")
    desk.part.refresh_from_db()


def change_what_stands_beside_it(desk: Desk) -> None:
    arranging.describe_part(part=desk.part, heading="Leraar J.", note="groep 6")
    desk.part.refresh_from_db()


def give_it_more_emphasis(desk: Desk) -> None:
    arranging.describe_part(
        part=desk.part, heading="Leraar J.", note="groep 5", emphasis="intensive"
    )
    desk.part.refresh_from_db()


def add_a_goal(desk: Desk) -> None:
    goal = arranging.add_goal(part=desk.part)
    writing.save(
        line=goal, key="goal", words=writing.Words("Nog iets."), base=0, save_key=uuid4(),
        by=desk.coordinator, at=desk.at,
    )  # fmt: skip


def remove_the_goal(desk: Desk) -> None:
    arranging.remove(line=desk.goal, at=desk.at)


def tie_it_to_the_vision(desk: Desk) -> None:
    statement = VisionStatement.objects.create(school=desk.part.school, text="Rust", position=0)
    arranging.point_at_vision(goal=desk.goal, statements=[statement])


def hand_it_over(desk: Desk) -> None:
    other = Membership.objects.create(
        school=desk.part.school, name="Femke Postma", is_coordinator=True
    )
    handing.ask(part=desk.part, to=other, by=desk.coordinator, at=desk.at)
    handing.answer(handover=Handover.objects.get(), yes=True, by=desk.teacher, at=desk.at)
    desk.part.refresh_from_db()


def make_it_of_two(desk: Desk) -> None:
    other = Membership.objects.create(school=desk.part.school, name="Karin Smit", is_teacher=True)
    PartSubject.objects.create(school=desk.part.school, part=desk.part, member=other)


def rename_a_label(desk: Desk) -> None:
    changes = Changes({("teacher", "start"): "Zo gaat het nu"}, frozenset(), ())
    FormatSettings.objects.create(school=desk.part.school, changes=changes.to_data())


@pytest.mark.parametrize(
    "change",
    [
        change_a_word, change_a_moment, rename_the_part, change_what_stands_beside_it, give_it_more_emphasis,
        add_a_goal,
        remove_the_goal, tie_it_to_the_vision, hand_it_over, make_it_of_two, rename_a_label,
    ],
)  # fmt: skip
def test_any_change_of_what_is_printed_makes_every_agreement_lapse(desk: Desk, change: Any) -> None:
    for member in (desk.teacher, desk.coordinator):
        desk.agree(member)
    change(desk)
    assert set(desk.stands().values()) == {False}


def test_it_stands_again_when_the_old_text_returns(desk: Desk) -> None:
    desk.agree(desk.teacher)
    change_a_word(desk)
    desk.write("start", "De overgangen kosten tijd.")
    assert desk.stands()["Jesse Bakker"]


def test_a_space_that_nobody_sees_changes_nothing(desk: Desk) -> None:
    desk.agree(desk.teacher)
    desk.write("start", "De overgangen kosten tijd.  \n")
    assert desk.stands()["Jesse Bakker"]


def test_an_ordinary_emphasis_prints_nothing_and_changes_nothing(desk: Desk) -> None:
    desk.agree(desk.teacher)
    arranging.describe_part(part=desk.part, heading="Leraar J.", note="groep 5", emphasis="normal")
    desk.part.refresh_from_db()
    assert desk.stands()["Jesse Bakker"]


def test_both_see_exactly_what_changed_since(desk: Desk) -> None:
    agreement = desk.agree(desk.teacher)
    change_a_word(desk)
    [difference] = agreeing.differences(agreement.content, desk.content)
    assert difference.label == "Beginsituatie"
    assert [each.text for each in difference.changes if each.kind == "new"] == ["veel "]
    assert [each.text for each in difference.changes if each.kind == "gone"] == []


def test_another_coordinator_is_shown_as_what_changed(desk: Desk) -> None:
    agreement = desk.agree(desk.teacher)
    hand_it_over(desk)
    [difference] = agreeing.differences(agreement.content, desk.content)
    assert difference.label == "Samen met"
    new = " ".join(each.text for each in difference.changes if each.kind == "new")
    assert new.split() == ["Femke", "Postma"]


def test_when_somebody_is_no_longer_of_the_part_it_prints_another_name(desk: Desk) -> None:
    make_it_of_two(desk)
    desk.agree(desk.teacher)
    PartSubject.objects.filter(member__name="Karin Smit").update(
        until_date=desk.at.date() - timedelta(days=1)
    )
    assert not desk.stands()["Jesse Bakker"]


def test_nobody_agrees_to_what_they_did_not_see(desk: Desk) -> None:
    seen = agreeing.digest_of(desk.content)
    change_a_word(desk)
    with pytest.raises(Refusal, match="Intussen is er iets veranderd"):
        desk.agree(desk.teacher, seen)
    assert not Agreement.objects.exists()


def test_it_can_be_taken_back(desk: Desk) -> None:
    desk.agree(desk.teacher)
    acts.take_back(part=desk.part, by=desk.teacher, is_subject=True, at=desk.at)
    assert desk.stands() == NEITHER
    assert LogEntry.objects.last().act == "part.agreement_withdrawn"  # type: ignore[union-attr]


@pytest.mark.parametrize("state", [Plan.State.ADOPTED, Plan.State.EVALUATED])
def test_once_a_version_holds_a_part_nothing_is_agreed_or_taken_back(
    desk: Desk, state: str
) -> None:
    desk.agree(desk.teacher)
    desk.part.plan.state, desk.part.sealed_in = state, 1
    with pytest.raises(Refusal, match="vastgesteld"):
        desk.agree(desk.coordinator)
    with pytest.raises(Refusal, match="vastgesteld"):
        acts.take_back(part=desk.part, by=desk.teacher, is_subject=True, at=desk.at)


def test_who_is_no_partner_cannot_agree(desk: Desk, second_coordinator: Any, leader: Any) -> None:
    for member in (second_coordinator, leader):
        with pytest.raises(Refusal, match="om wie het gaat"):
            desk.agree(member)


def test_over_the_part_of_the_team_the_team_decides(desk: Desk) -> None:
    desk.part = Part.objects.get(plan=desk.part.plan, kind="team")
    with pytest.raises(Refusal, match="het team"):
        desk.agree(desk.coordinator)


def test_with_the_part_of_the_coordinator_the_team_agrees(desk: Desk, coordinator: Any) -> None:
    desk.part = arranging.add_part(
        plan=desk.part.plan, kind="coordinator", heading="Marieke", subjects=[coordinator],
        partner=coordinator, fmt=queries.format_of(desk.part.school),
    )  # fmt: skip
    with pytest.raises(Refusal, match="het team akkoord, in zijn vergadering"):
        desk.agree(coordinator)
    assert not Agreement.objects.exists()


@pytest.mark.parametrize("partner", ["nobody", "herself"])
def test_nobody_agrees_with_themselves(desk: Desk, teacher: Any, partner: str) -> None:
    Part.objects.filter(pk=desk.part.pk).update(partner=None if partner == "nobody" else teacher)
    desk.part.refresh_from_db()
    with pytest.raises(Refusal, match="z’n tweeën"):
        desk.agree(teacher)


def test_everybody_in_a_learning_team_is_a_partner_while_they_are_in_it(
    plan: Plan, coordinator: Any, teacher: Any, other_teacher: Any, moment: datetime
) -> None:
    team = LearningTeam.objects.create(school=plan.school, name="Lezen")
    for member in (teacher, other_teacher):
        LearningTeamMember.objects.create(school=plan.school, team=team, member=member)
    part = arranging.add_part(
        plan=plan, kind="learning_team", heading="Lezen", fmt=queries.format_of(plan.school),
        learning_team=team, partner=coordinator,
    )  # fmt: skip
    today = moment.date()
    assert queries.partners_of(part, day=today) == [teacher, other_teacher, coordinator]
    LearningTeamMember.objects.filter(member=teacher).update(until_date=today - timedelta(days=1))
    assert queries.partners_of(part, day=today) == [other_teacher, coordinator]

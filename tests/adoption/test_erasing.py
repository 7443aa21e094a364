"""Erasing a member out of the versions: the words are gone, and the version still holds."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from tests.plans.actions.test_erasing import everything

from partituur.adoption import personal, queries, verifying
from partituur.adoption.models import PlanVersion, SealedText
from partituur.kernel.models import LogEntry
from partituur.plans.actions import erasing

WHO = {"name": "partituur"}


def test_the_own_part_and_the_name_go_and_the_version_still_verifies(
    version: PlanVersion, teacher: Any, leader: Any, moment: datetime
) -> None:
    erasing.erase_member(member=teacher, who=WHO, at=moment)
    left = everything()
    for word in ("Aanpak van shared.", "Evaluatie van shared.", "Jesse", str(teacher.public_id)):
        assert word not in left.replace(f'"{teacher.public_id}"', "") or word == str(
            teacher.public_id
        )
    assert "Aanpak van general." in left
    assert verifying.problems_in(version.school) == []
    entry = LogEntry.objects.get(act="person.erased")
    assert entry.facts["sealed"][0]["version"] == 1
    assert len(entry.facts["sealed"][0]["texts"]) > 5
    shot = queries.shot_of(version, leader, moment.date())
    assert [(each.heading, each.goals) for each in shot.parts if each.kind == "teacher"] == [
        ("Leraren", ()), ("Leraar Karin", ()),
    ]  # fmt: skip


def test_control_a_text_that_goes_without_an_entry_is_found(
    version: PlanVersion, teacher: Any
) -> None:
    SealedText.objects.filter(version=version, member=teacher.public_id).erase()
    assert any("zonder dat er iets gewist is" in each for each in verifying.problems_of(version))


def test_control_an_erased_text_that_stands_there_again_is_found(
    version: PlanVersion, teacher: Any, moment: datetime
) -> None:
    kept = list(SealedText.objects.filter(version=version, member=teacher.public_id))
    erasing.erase_member(member=teacher, who=WHO, at=moment)
    for each in kept:
        SealedText.objects.filter(pk=each.pk).delete()
        each._state.adding, each.pk = True, None
        each.save(force_insert=True)
    assert any("staat er weer" in each for each in verifying.problems_of(version))


def test_the_name_in_a_heading_of_two_goes_too(
    plan: Any, parts: Any, seal: Any, teacher: Any, other_teacher: Any, moment: datetime
) -> None:
    from partituur.plans.models import Part, PartSubject

    Part.objects.filter(pk=parts["shared"].pk).update(heading="Leraren Jesse en Karin")
    PartSubject.objects.create(school=plan.school, part=parts["shared"], member=other_teacher)
    version = seal()
    Part.objects.filter(pk=parts["shared"].pk).update(heading="Leraren")
    erasing.erase_member(member=teacher, who=WHO, at=moment)
    left = set(SealedText.objects.filter(version=version).values_list("body", flat=True))
    assert not any("Jesse" in (each or "") for each in left)
    assert "Aanpak van shared." in left  # the other's as well: it stays
    assert verifying.problems_in(version.school) == []


def test_who_is_erased_in_one_version_is_erased_in_all(
    seal: Any, teacher: Any, moment: datetime
) -> None:
    seal()
    seal("adjusted")
    erasing.erase_member(member=teacher, who=WHO, at=moment)
    facts = LogEntry.objects.get(act="person.erased").facts
    assert [each["version"] for each in facts["sealed"]] == [1, 2]
    assert verifying.problems_in(teacher.school) == []


def test_own_data_holds_the_own_sealed_texts_and_nobody_elses(
    version: PlanVersion, teacher: Any, other_teacher: Any, moment: datetime
) -> None:
    def sealed(member: Any) -> str:
        return json.dumps(personal.data_of(member, at=moment)["sealed"], ensure_ascii=False)

    for word in ("Aanpak van shared.", "Jesse Bakker"):
        assert word in sealed(teacher)
    for word in ("Karin", "van general", str(teacher.public_id)):
        assert word not in sealed(teacher)
    assert "shared" not in sealed(other_teacher)

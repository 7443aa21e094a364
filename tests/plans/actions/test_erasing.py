"""Erasing a member: what goes, what stays nameless, and a log that still holds."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from tests.web.access.house import House, build

from partituur.accounts.models import Person
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import agreeing, erasing, queries
from partituur.plans.actions import agreeing as agreeing_acts
from partituur.plans.actions import arranging, writing
from partituur.plans.actions import erasing as acts
from partituur.plans.models import Agreement, Part, PartSubject, Revision, UnplacedText
from partituur.schools.models import ErasureRequest, Membership, School


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def erase(house: House, role: str, at: datetime) -> None:
    request = acts.ask(member=house.people[role], by=house.people["named_ib"], at=at)
    acts.confirm(request=request, by=house.people["leader"], at=at)


def everything() -> str:
    """All that the database holds, as one text."""
    rows = [
        list(model._default_manager.values_list())
        for model in apps.get_models()
        if model._meta.label_lower != "sessions.session"
    ]
    return json.dumps(rows, default=str, ensure_ascii=False)


def write(house: House, part: str, body: str, by: str, at: datetime) -> None:
    goal = house.goal(part)
    text = queries.text_of(goal, "approach")
    writing.save(
        line=goal, key="approach", words=writing.Words(body), base=text.version,
        save_key=uuid4(), by=house.people[by], at=at, apart=True,
    )  # fmt: skip


def agree(house: House, name: str, role: str, at: datetime) -> None:
    part = house.parts[name]
    kind = queries.format_of(house.school).kind(part.kind)
    content = agreeing.content_of(kind, queries.load_part(part, day=at.date()), {})
    agreeing_acts.agree(
        part=part, by=house.people[role], is_subject=role != "named_ib",
        seen=agreeing.digest_of(content), content=content, at=at,
    )  # fmt: skip


def test_nothing_of_the_member_is_left_and_the_log_holds(house: House, moment: datetime) -> None:
    before = chain.head(house.school.public_id)
    assert before
    house.client("subject")  # who is signed in
    erase(house, "subject", moment)
    left = everything()
    gone = [word for word, place in house.canaries.items() if place in ("own", "shared")]
    assert [word for word in gone if word in left] == []
    assert "Sanne" not in left
    assert "sanne@canarie.test" not in left
    assert chain.verify(house.school.public_id, before.fingerprint) is None


def test_words_that_were_written_for_the_school_stay_without_a_name(
    house: House, moment: datetime
) -> None:
    erase(house, "subject", moment)
    left = everything()
    stays = [word for word, place in house.canaries.items() if place in ("learning", "team")]
    assert [word for word in stays if word not in left] == []
    assert (
        not Revision.objects.filter(text__goal__part=house.parts["learning"])
        .exclude(author=None)
        .exists()
    )


def test_a_part_of_two_stays_with_the_other(house: House, moment: datetime) -> None:
    part = house.parts["shared"]
    PartSubject.objects.create(school=house.school, part=part, member=house.people["teacher"])
    erase(house, "subject", moment)
    part.refresh_from_db()
    assert [each.member.name for each in part.subjects.all()] == ["Thijs"]


def test_who_is_signed_in_is_not_any_more(house: House, moment: datetime) -> None:
    client = house.client("subject")
    address = f"/school/{house.school.slug}/plan/2026-2027/"
    assert client.get(address).status_code == 200
    erase(house, "subject", moment)
    assert client.get(address).status_code == 302


def test_names_in_texts_of_others_are_listed_and_not_touched(
    house: House, moment: datetime
) -> None:
    write(house, "team", "Sanne bereidt het voor; de sannering gaat door.", "named_ib", moment)
    found = erasing.preview_of(
        house.people["subject"], reader=house.people["leader"], day=moment.date()
    )
    assert [(each.where, each.text[:5]) for each in found.mentions] == [("Schoolteam", "Sanne")]
    erase(house, "subject", moment)
    assert "Sanne bereidt het voor" in everything()


def test_of_a_part_that_is_not_shared_nothing_is_told(house: House, moment: datetime) -> None:
    teacher = house.people["teacher"]  # whose name stands in every text of the house

    def told(role: str) -> set[str]:
        found = erasing.preview_of(teacher, reader=house.people[role], day=moment.date())
        return {each.where for each in found.mentions}

    assert told("named_ib") >= {"Leraar own", "Leraar shared", "Schoolteam"}
    assert told("leader") == {"Leraar shared", "Schoolteam"}


def test_agreements_of_the_member_go(house: House, moment: datetime) -> None:
    member = house.people["named_ib"]
    agree(house, "shared", "named_ib", moment)
    request = acts.ask(member=member, by=house.people["other_ib"], at=moment)
    acts.confirm(request=request, by=house.people["leader"], at=moment)
    assert not Part.objects.filter(pk=house.parts["ib"].pk).exists()
    assert "Noor" not in everything()


def test_what_others_agreed_to_with_the_member_does_not_keep_the_name(
    house: House, moment: datetime
) -> None:
    part = house.parts["shared"]
    PartSubject.objects.create(school=house.school, part=part, member=house.people["teacher"])
    agree(house, "shared", "teacher", moment)
    agree(house, "shared", "named_ib", moment)
    assert {each.content["who"] for each in Agreement.objects.all()} == {"Sanne, Thijs"}
    erase(house, "subject", moment)
    assert "Sanne" not in everything()


def test_in_another_school_everything_stays(house: House, moment: datetime) -> None:
    person = house.people["subject"].person
    assert person
    other = School.objects.get(slug="de-buren")
    place = Membership.objects.create(
        school=other, person=person, name="Sanne van de Buren", is_teacher=True
    )
    erase(house, "subject", moment)
    place.refresh_from_db()
    assert place.person == person
    assert Person.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize(
    ("asks", "confirms", "says"),
    [
        ("teacher", "leader", "past dit aan"),
        ("named_ib", "named_ib", "Laat iemand anders"),
        ("named_ib", "teacher", "Dit bevestigt iemand anders"),
        ("named_ib", "stranger", "Dit bevestigt iemand anders"),
    ],
)
def test_one_alone_erases_nobody(
    house: House, moment: datetime, asks: str, confirms: str, says: str
) -> None:
    def both() -> None:
        request = acts.ask(member=house.people["subject"], by=house.people[asks], at=moment)
        acts.confirm(request=request, by=house.people[confirms], at=moment)

    before = everything()
    with pytest.raises(Refusal, match=says):
        both()
    ErasureRequest.objects.all().delete()
    assert everything() == before


def test_the_one_it_is_about_may_confirm(house: House, moment: datetime) -> None:
    request = acts.ask(member=house.people["subject"], by=house.people["leader"], at=moment)
    acts.confirm(request=request, by=house.people["subject"], at=moment)
    assert "Sanne" not in everything()


def test_the_last_who_can_manage_the_school_is_not_erased(db: None, moment: datetime) -> None:
    alone: Any = School.objects.create(name="Klein", slug="klein", region="north")
    person = Person.objects.create_user("ib@klein.test", name="Ib")
    member = Membership.objects.create(school=alone, person=person, name="Ib", is_coordinator=True)
    with pytest.raises(Refusal, match="de enige"):
        acts.ask(member=member, by=member, at=moment)


def test_a_request_can_be_taken_back(house: House, moment: datetime) -> None:
    acts.ask(member=house.people["subject"], by=house.people["leader"], at=moment)
    acts.withdraw(member=house.people["subject"])
    assert not ErasureRequest.objects.exists()


def test_a_removed_part_goes_too(house: House, moment: datetime) -> None:
    arranging.remove(line=house.parts["own"], at=moment)
    erase(house, "subject", moment)
    assert not Part.objects.filter(heading="Leraar own").exists()


def test_loose_texts_with_the_name_are_listed_and_what_was_put_away_goes(
    house: House, moment: datetime
) -> None:
    arrival, school = house.things["arrival"], house.school
    for number, body in enumerate(("Sanne doet rekenen.", "Sanne doet lezen.")):
        UnplacedText.objects.create(
            school=school, arrived_with=arrival, body=body, placed_at=moment if number else None
        )

    def told(role: str) -> list[str]:
        found = erasing.preview_of(
            house.people["subject"], reader=house.people[role], day=moment.date()
        )
        return [each.text for each in found.mentions]

    assert told("other_ib") == ["Sanne doet rekenen."]
    assert told("leader") == []
    erase(house, "subject", moment)
    assert [each.body for each in UnplacedText.objects.filter(body__contains="Sanne")] == [
        "Sanne doet rekenen."
    ]

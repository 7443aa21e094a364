"""Keeping and destroying: exactly what has had its time goes, over eight years of a clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st
from tests.plans.actions.test_erasing import everything
from tests.web.access.house import House, build

from partituur.adoption import verifying
from partituur.adoption.models import SealedText
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.privacy import queries, terms
from partituur.privacy.actions import destroying, holding
from partituur.privacy.models import LegalHold
from partituur.schools.models import Membership

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


def on(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T03:00").replace(tzinfo=AMSTERDAM)


def destroy(house: House, day: str) -> dict[str, int]:
    return destroying.destroy(school=house.school, at=on(day))


def left(house: House, *places: str) -> set[str]:
    """The words of these places that are still anywhere in the database."""
    kept = everything()
    return {word for word, place in house.canaries.items() if place in places and word in kept}


def words(house: House, *places: str) -> set[str]:
    return {word for word, place in house.canaries.items() if place in places}


NOTES = ("note own", "note shared")


def test_over_the_years_exactly_what_has_had_its_time_goes(house: House) -> None:
    """The plan is of 2026-2027, and nobody has left."""
    assert destroy(house, "2028-07-30")["guidance_log"] == 0
    assert left(house, *NOTES) == words(house, *NOTES)
    assert destroy(house, "2028-07-31")["guidance_log"] == 2
    assert left(house, *NOTES) == set()
    own = words(house, "own", "shared", "learning", "team")
    assert left(house, "own", "shared", "learning", "team") == own

    assert destroy(house, "2029-07-31")["personal_parts"] == 1  # last year's, adopted
    sealed = SealedText.objects.filter(version=house.things["version"], body__isnull=False)
    said = set(sealed.values_list("body", flat=True))
    assert "Leraar toen" not in said  # whose it was, goes
    assert left(house, "version shared") == words(house, "version shared")  # the words stay
    assert verifying.problems_in(house.school) == []

    assert destroy(house, "2030-07-30")["personal_parts"] == 0
    assert left(house, "own", "shared", "learning", "team") == own
    destroy(house, "2030-07-31")
    assert left(house, "own", "before", "question own", "effort own") == set()
    kept = left(house, "shared", "team")
    assert {word for word in kept if "zegt" in word or "voorstel" in word} == set()
    assert words(house, "team") <= kept
    house.parts["shared"].refresh_from_db()
    assert (house.parts["shared"].heading, house.parts["shared"].partner) == ("Leraren", None)

    for year in range(2031, 2035):
        assert destroy(house, f"{year}-09-01")["personal_parts"] == 0
    assert {word for word in words(house, "team") if word in everything()} == words(house, "team")


def test_who_left_two_years_ago_goes_and_who_left_later_stays(house: House) -> None:
    Membership.objects.filter(pk=house.people["subject"].pk).update(until_date=date(2026, 12, 31))
    Membership.objects.filter(pk=house.people["teacher"].pk).update(until_date=date(2027, 1, 1))
    assert destroy(house, "2028-12-30")["leavers"] == 0
    assert destroy(house, "2028-12-31")["leavers"] == 1
    kept = everything()
    assert "sanne@canarie.test" not in kept
    assert "thijs@canarie.test" in kept


def test_names_in_the_log_go_after_a_year_and_the_log_still_holds(
    house: House, moment: datetime
) -> None:
    assert destroy(house, "2027-09-07")["log"] == 0
    before = chain.head(house.school.public_id)
    assert before
    assert destroy(house, "2027-09-09")["log"] > 0
    old = LogEntry.objects.filter(number__lte=before.number)
    assert all(each.personal is None for each in old)
    assert chain.verify(house.school.public_id, before.fingerprint) is None


def test_control_names_that_are_taken_out_by_hand_are_found(house: House) -> None:
    LogEntry.objects.filter(school_id=house.school.public_id, number=1).update(personal=None)
    assert chain.verify(house.school.public_id) == 1


def test_every_destruction_is_in_the_log(house: House) -> None:
    destroy(house, "2028-07-31")
    entry = LogEntry.objects.filter(act="data.destroyed").get()
    assert entry.facts == {"kind": "guidance_log", "number": 2}


def test_it_is_shown_three_months_before_it_strikes(house: House) -> None:
    def said(day: date) -> set[tuple[str, date, int]]:
        found = queries.strikes(house.school, day)
        return {(each.term.key, each.day, each.number) for each in found if each.term.key != "log"}

    assert said(date(2028, 5, 1)) == set()
    assert said(date(2028, 5, 3)) == {("guidance_log", date(2028, 7, 31), 2)}


# --- a hold -----------------------------------------------------------------------------------


def test_under_a_hold_nothing_is_destroyed_and_it_takes_two_to_end_it(
    house: House, moment: datetime
) -> None:
    ib, leader = house.people["named_ib"], house.people["leader"]
    found = holding.ask_hold(reason="Een onderzoek.", by=ib, at=moment)
    assert destroy(house, "2040-01-01") == {}  # also before it is confirmed
    with pytest.raises(Refusal):
        holding.confirm_hold(found=found, by=ib, at=moment)
    holding.confirm_hold(found=found, by=leader, at=moment)
    found.refresh_from_db()
    assert not holding.lift_hold(found=found, by=ib, at=moment)
    found.refresh_from_db()
    with pytest.raises(Refusal):
        holding.lift_hold(found=found, by=ib, at=moment)
    assert destroy(house, "2040-01-01") == {}
    assert holding.lift_hold(found=found, by=leader, at=moment)
    assert queries.hold_of(house.school) is None
    assert destroy(house, "2040-01-01")["guidance_log"] == 2


def test_control_without_the_hold_it_is_destroyed(house: House) -> None:
    assert destroy(house, "2040-01-01")["guidance_log"] == 2


def test_there_is_one_hold_at_a_time_with_a_reason_by_who_manages(
    house: House, moment: datetime
) -> None:
    with pytest.raises(Refusal):
        holding.ask_hold(reason=" ", by=house.people["leader"], at=moment)
    with pytest.raises(Refusal):
        holding.ask_hold(reason="x", by=house.people["teacher"], at=moment)
    holding.ask_hold(reason="x", by=house.people["leader"], at=moment)
    with pytest.raises(Refusal):
        holding.ask_hold(reason="y", by=house.people["named_ib"], at=moment)
    assert LegalHold.objects.count() == 1


# --- terms ------------------------------------------------------------------------------------


def test_a_school_chooses_within_the_bounds(house: House, moment: datetime) -> None:
    leader = house.people["leader"]
    holding.choose_terms(months={"guidance_log": 1}, by=leader, at=moment)
    assert destroy(house, "2027-08-31")["guidance_log"] == 2
    for months in ({"guidance_log": 13}, {"leavers": 0}, {"personal_parts": 61}):
        with pytest.raises(Refusal):
            holding.choose_terms(months=months, by=leader, at=moment)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 60))
def test_months_before_and_after_never_come_out_late(day: date, months: int) -> None:
    back = terms.months_before(day, months)
    assert back <= day
    assert terms.months_after(back, months) <= day
    assert day - back <= timedelta(days=31 * months)


def test_every_table_with_something_of_a_person_goes_by_a_term_or_stays_for_a_reason() -> None:
    """A new table with a tie to a member has to be thought about here."""
    stays: dict[str, str] = {
        "plans.Part": "term: personal parts", "plans.PartSubject": "term: personal parts",
        "plans.Agreement": "term: personal parts", "plans.Revision": "loses its author",
        "plans.Import": "loses its author", "schools.LearningTeamMember": "goes with the member",
        "schools.ErasureRequest": "goes with the member", "schools.Invitation": "a month",
        "schools.SignInService": "loses who asked", "talking.Remark": "goes with its author",
        "talking.Suggestion": "goes with its author", "talking.GuidanceNote": "term: guidance log",
        "talking.SupportQuestion": "goes with the colleague", "talking.GuestLink": "with the part",
        "plans.Handover": "goes with the part", "privacy.LegalHold": "loses who asked",
        "talking.Conversation_readers": "goes with the member",
        "talking.Remark_mentions": "goes with the member",
        "evaluations.Evaluation": "term: personal parts; of goals of the school with its author",
        "adoption.VersionMember": "goes with the member",
        "adoption.Amendment": "loses who asked", "meetings.Meeting": "loses who led it",
        "meetings.Decision": "loses who recorded it", "meetings.Seat": "goes with the member",
        "meetings.Answer": "goes with the member",
    }  # fmt: skip
    tied = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None) is Membership and getattr(field, "concrete", False)
        and not field.many_to_many
    }  # fmt: skip
    assert tied == set(stays)


def test_another_school_keeps_what_is_its_own(house: House) -> None:
    stranger: Any = house.people["stranger"]
    Membership.objects.filter(pk=stranger.pk).update(until_date=date(2020, 1, 1))
    assert destroy(house, "2026-10-01")["leavers"] == 0
    assert Membership.objects.filter(pk=stranger.pk).exists()

"""The weekly mail: once a week at most, on a school day, off at will, and nothing of others."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from tests.web.access.house import House, build

from partituur.kernel import chain
from partituur.kernel.models import LogEntry
from partituur.mail.models import Mail
from partituur.schools.models import Membership
from partituur.talking.actions import supporting
from partituur.web import digest

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 9, 14, 8, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def house(db: None, moment: datetime) -> House:
    return build(moment)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """``at(moment)``: do the round of that moment; how many mails it wrote."""

    def go(moment: datetime) -> int:
        before = Mail.objects.count()
        monkeypatch.setattr("partituur.kernel.clock.now", lambda: moment)
        digest.send_digests()
        return Mail.objects.count() - before

    return go


def letters() -> dict[str, str]:
    return {each.to: each.body for each in Mail.objects.filter(kind="digest")}


def test_it_leaves_on_the_first_school_day_of_the_week(house: House, at: Any) -> None:
    assert at(MONDAY - timedelta(hours=1)) == 0  # half past seven
    assert at(MONDAY) > 0


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 9, 15, 9, 0, tzinfo=AMSTERDAM),  # a Tuesday
        datetime(2026, 9, 14, 18, 30, tzinfo=AMSTERDAM),  # the evening
        datetime(2026, 9, 13, 9, 0, tzinfo=AMSTERDAM),  # a Sunday
        datetime(2026, 10, 19, 9, 0, tzinfo=AMSTERDAM),  # the autumn holiday
    ],
)
def test_at_other_times_it_stays(house: House, at: Any, moment: datetime) -> None:
    assert at(moment) == 0


def test_after_a_monday_that_is_free_it_leaves_on_the_next_school_day(
    house: House, at: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from partituur.schools import quiet

    monkeypatch.setattr(quiet, "in_holiday", lambda _school, day: day == MONDAY.date())
    assert at(MONDAY) == 0
    assert at(MONDAY + timedelta(days=1)) > 0


def test_nobody_gets_two_in_a_week_however_often_the_round_is_done(house: House, at: Any) -> None:
    at(MONDAY)
    assert at(MONDAY) == 0
    assert at(MONDAY + timedelta(hours=3)) == 0


def test_it_says_what_waits_and_who_did_what_and_quotes_nothing(house: House, at: Any) -> None:
    at(MONDAY)
    said = letters()
    assert "Sanne vraagt je hulp" in said["thijs@canarie.test"]
    assert "Er ligt een voorstel bij jouw deel" in said["sanne@canarie.test"] or (
        "Er liggen 2 voorstellen bij jouw deel" in said["sanne@canarie.test"]
    )
    assert "Nieuw gedeeld met het team: Leraar shared" in said["lena@canarie.test"]
    everything = " ".join(said.values())
    assert [word for word in house.canaries if word in everything] == []


def test_of_a_part_that_is_not_shared_nobody_else_hears(house: House, at: Any) -> None:
    at(MONDAY)
    said = letters()
    for other in ("otto@canarie.test", "lena@canarie.test"):
        assert "Leraar own" not in said.get(other, "")
        assert "gesprek" not in said.get(other, "")


def test_who_has_nothing_to_hear_gets_nothing(house: House, at: Any) -> None:
    at(MONDAY)
    assert (
        at(MONDAY + timedelta(days=28)) == 2
    )  # a question waits for Thijs, a suggestion for Sanne
    assert "vera@canarie.test" not in letters()


def test_it_is_turned_off_with_the_link_by_a_button_and_not_by_looking(
    house: House, at: Any
) -> None:
    at(MONDAY)
    link = re.search(r"/weekbericht/uit/\S+", letters()["thijs@canarie.test"])
    assert link
    thijs = house.people["teacher"]
    Client().get(link[0])
    thijs.refresh_from_db()
    assert thijs.gets_digest
    Client(enforce_csrf_checks=True).post(link[0], {"List-Unsubscribe": "One-Click"})
    thijs.refresh_from_db()
    assert not thijs.gets_digest
    assert Client().get("/weekbericht/uit/iets-anders/").status_code == 404
    assert at(MONDAY + timedelta(days=7)) == 0 or "thijs@canarie.test" not in {
        each.to for each in Mail.objects.filter(made_at__gt=MONDAY)
    }


def test_a_mail_program_can_turn_it_off_by_its_headers(house: House, at: Any) -> None:
    at(MONDAY)
    headers = Mail.objects.filter(to="thijs@canarie.test", kind="digest")[0].headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http")


def test_it_is_turned_off_and_on_at_the_account(house: House) -> None:
    client, thijs = house.client("teacher"), house.people["teacher"]
    for on in ("", "1"):
        client.post(f"/account/weekbericht/{house.school.slug}/", {"on": on})
        assert Membership.objects.get(pk=thijs.pk).gets_digest is bool(on)


def test_the_fingerprint_of_the_log_goes_along_and_shows_an_end_that_was_cut_off(
    house: House, at: Any
) -> None:
    at(MONDAY)
    school, client = house.school, house.client("teacher")
    page, last = f"/school/{school.slug}/logboek/", chain.head(school.public_id)
    assert last
    mailed = [re.findall(r"\d+-[0-9a-f]{24}", letter) for letter in letters().values()]
    assert mailed == [[last.fingerprint]] * len(mailed) != []
    assert all(page in letter for letter in letters().values())
    known = {"vingerafdruk": last.fingerprint}
    assert "Het logboek klopt, ook met" in client.get(page, known).content.decode()
    LogEntry.objects.filter(school_id=school.public_id, number=last.number).delete()
    assert "Het logboek klopt: " in client.get(page).content.decode()  # by itself it cannot know
    assert f"klopt niet vanaf regel {last.number}" in client.get(page, known).content.decode()


def test_an_answer_to_what_was_asked_and_another_coordinator_are_told(
    house: House, at: Any, moment: datetime
) -> None:
    own, other = house.things["question own"], house.things["question shared"]
    for question, says_yes in ((own, True), (other, False)):
        supporting.answer(
            question=question, says_yes=says_yes, words="Hierom.", by=house.people["teacher"],
            at=moment,
        )  # fmt: skip
    at(MONDAY)
    told = letters()["sanne@canarie.test"]
    assert "Thijs helpt je." in told
    assert "Thijs kan je nu niet helpen." in told
    assert "Hierom." not in told
    assert "Mag Otto jouw intern begeleider worden?" in told
    for address, letter in letters().items():
        if address != "sanne@canarie.test":
            assert "helpt je" not in letter
            assert "Mag Otto" not in letter

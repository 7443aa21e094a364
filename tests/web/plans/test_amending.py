"""The screens of amending: a pen at each text, my proposal, a page for the team; the mail about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.adoption.desk import Desk, desk, late_part

from partituur.adoption.models import AmendedText, Amendment, PlanVersion
from partituur.mail.models import Mail
from partituur.plans.models import Plan
from partituur.schools.models import Membership
from partituur.web import rounds

__all__ = ["desk"]
ClientOf = Callable[[Membership], Client]
PLAN = "/school/de-notenbalk/plan/2026-2027/"
MINE = f"{PLAN}bijstellen/"
State = Amendment.State
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def of(desk: Desk, client_of: ClientOf) -> Callable[[str], Client]:
    """``of("subject")``: a browser in which somebody of the desk is signed in."""
    return lambda who: client_of(desk.people[who])


Of = Callable[[str], Client]


def field(desk: Desk, key: str = "approach") -> str:
    return f"{MINE}doel/{desk.goal.public_id}/{key}/"


def version_in(page: str) -> str:
    found = re.search(r'name="\w+\.version" value="(\d+)"', page)
    assert found
    return found[1]


def fill(client: Client, path: str, body: str, key: str = "approach", reason: str = "") -> Any:
    """Open a page, and send its form with other words."""
    version = version_in(client.get(path).content.decode())
    return client.post(path, {key: body, f"{key}.version": version, "reason": reason})


def propose(client: Client, size: str = "small", reason: str = "Zo klopt het.") -> Any:
    return client.post(MINE, {"reason": reason, "size": size})


def announced(of: Of, desk: Desk, body: str = "Wij kijken op dinsdag.") -> str:
    """The address of a small change of Jesse's."""
    jesse = of("subject")
    fill(jesse, field(desk), body)
    return str(propose(jesse)["Location"])


# --- proposing --------------------------------------------------------------------------------


def test_from_the_pen_to_the_page_for_the_team(desk: Desk, of: Of) -> None:
    jesse = of("subject")
    assert f'href="bijstellen/doel/{desk.goal.public_id}/approach/"' in words(jesse.get(PLAN))
    page = words(jesse.get(field(desk)))
    assert "Zo staat het er nu" in page
    assert "Wij kijken op maandag." in page

    begun = fill(jesse, field(desk), "Wij kijken op dinsdag.", reason="Op maandag is Jesse vrij.")
    assert begun["Location"] == MINE
    mine = words(jesse.get(MINE))
    assert "“maandag” wordt “dinsdag”." in mine
    assert "Op maandag is Jesse vrij." in mine
    assert "Mijn voorstel" in words(jesse.get(PLAN))

    done = propose(jesse, reason="Op maandag is Jesse vrij.")
    page = words(of("leader").get(done["Location"]))
    assert "voorgesteld door Jesse Bakker" in page
    assert "Op maandag is Jesse vrij." in page
    assert "“maandag” wordt “dinsdag”." in page
    assert "Geldt vanaf woensdag 16 september" in page
    assert "Dit wil ik in de teamvergadering bespreken" in page
    assert "Voorstel van Jesse Bakker" in words(of("teacher").get(PLAN))
    assert desk.text() == "Wij kijken op maandag."


def words(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_pen_is_there_for_who_may_propose_and_nobody_else(desk: Desk, of: Of) -> None:
    for who, sees in {
        "subject": {"doel"}, "named_ib": {"doel", "uitgangspunt"}, "other_ib": {"uitgangspunt"},
        "teacher": set(), "leader": set(),
    }.items():  # fmt: skip
        page = words(of(who).get(PLAN))
        found = {
            what
            for what, id in {"doel": desk.goal, "uitgangspunt": desk.principle}.items()
            if f"bijstellen/{what}/{id.public_id}/" in page
        }
        assert found == sees


def test_before_adopting_there_is_no_pen_for_proposing(desk: Desk, of: Of) -> None:
    Plan.objects.update(state=Plan.State.IN_CONSULTATION)
    assert "bijstellen/doel" not in words(of("subject").get(PLAN))
    answer = of("subject").get(field(desk))
    assert answer.status_code == 403
    assert "gewoon in het plan" in words(answer)


def test_ones_own_part_leads_to_proposing_once_it_is_sealed(desk: Desk, of: Of) -> None:
    path = f"{MINE}doel/{desk.goal.public_id}/"
    assert f'href="{path}"' in words(of("subject").get(f"{PLAN}mijn-deel/"))
    Plan.objects.update(state=Plan.State.EVALUATED)
    assert path not in words(of("subject").get(f"{PLAN}mijn-deel/"))


def test_the_fields_of_a_goal_lead_to_their_pages(desk: Desk, of: Of) -> None:
    page = words(of("subject").get(f"{MINE}doel/{desk.goal.public_id}/"))
    assert 'href="approach/"' in page
    assert 'href="start/"' in page


def test_ibers_propose_in_principles_and_parts_of_the_school(desk: Desk, of: Of) -> None:
    marieke = of("named_ib")
    fill(marieke, f"{MINE}uitgangspunt/{desk.principle.public_id}/", "Samen leren.", "principle")
    fill(marieke, f"{MINE}doel/{desk.team.public_id}/approach/", "Elke maand.")
    page = words(marieke.get(propose(marieke, "real")["Location"]))
    assert "Uitgangspunt 1" in page
    assert "“week” wordt “maand”." in page
    assert "Gaat naar de teamvergadering" in page
    assert Amendment.objects.get().state == State.TO_MEETING


def test_what_is_missing_is_a_sentence_and_nothing_is_lost(desk: Desk, of: Of) -> None:
    jesse = of("subject")
    assert fill(jesse, field(desk), "Wij kijken op maandag.").status_code == 422
    answer = jesse.post(
        field(desk), {"approach": "x" * 20_001, "approach.version": "1", "reason": "Daarom."}
    )
    assert answer.status_code == 422
    assert "Daarom." in words(answer)
    assert "Dit klopt nog niet" in words(answer)
    fill(jesse, field(desk), "Wij kijken op dinsdag.")
    for data, said in (
        ({"reason": " ", "size": "small"}, "Schrijf op waarom"),
        ({"reason": "Zo klopt het.", "size": ""}, "Kies of de wijziging klein is"),
        ({"reason": "Zo klopt het.", "size": "groot"}, "Kies of de wijziging klein is"),
    ):
        answer = jesse.post(MINE, data)
        assert answer.status_code == 422
        assert said in words(answer)
        assert data["reason"].strip() in words(answer)
    assert Amendment.objects.get().state == State.DRAFT


def test_proposing_without_a_draft_changes_nothing(desk: Desk, of: Of) -> None:
    assert propose(of("subject"))["Location"] == MINE
    assert "nog niets voorgesteld" in words(of("subject").get(MINE))
    assert not Amendment.objects.exists()


def test_a_change_is_taken_out_of_the_draft_in_two_ways(desk: Desk, of: Of) -> None:
    jesse = of("subject")
    fill(jesse, field(desk), "Zo.")
    jesse.post(field(desk), {"choice": "theirs"})
    assert not AmendedText.objects.exists()
    fill(jesse, field(desk), "Zo.")
    jesse.post(f"{MINE}tekst/{AmendedText.objects.get().public_id}/weg/")
    assert not AmendedText.objects.exists()
    fill(jesse, field(desk), "Zo.")
    draft = Amendment.objects.get()
    assert jesse.get(f"{MINE}{draft.public_id}/")["Location"] == MINE
    jesse.post(f"{MINE}{draft.public_id}/intrekken/")
    assert not Amendment.objects.exists()


def test_what_was_typed_does_nothing_on_the_page_of_the_team(desk: Desk, of: Of) -> None:
    fill(of("subject"), field(desk), EVIL)
    done = propose(of("subject"), reason=EVIL)
    page = words(of("leader").get(done["Location"]))
    assert EVIL not in page
    assert "&lt;script&gt;" in page


# --- what strangers and others get ------------------------------------------------------------


def test_others_and_strangers_do_not_propose_and_read_no_draft(desk: Desk, of: Of) -> None:
    fill(of("subject"), field(desk), "Geheimpje.")
    draft, text = Amendment.objects.get(), AmendedText.objects.get()
    for who, answer in {"teacher": 403, "leader": 403, "other_ib": 403, "stranger": 404}.items():
        assert of(who).get(field(desk)).status_code == answer
        assert of(who).post(field(desk), {"approach": "x"}).status_code == answer
        assert of(who).get(f"{MINE}{draft.public_id}/").status_code == 404
        assert of(who).get(f"{MINE}tekst/{text.public_id}/").status_code == 404
        assert of(who).post(f"{MINE}tekst/{text.public_id}/weg/").status_code == 404
    assert "Geheimpje" not in words(of("named_ib").get(MINE))
    assert "Geheimpje" not in words(of("named_ib").get(PLAN))
    assert AmendedText.objects.get().body == "Geheimpje."


def test_only_who_proposed_withdraws(desk: Desk, of: Of) -> None:
    path = announced(of, desk)
    assert "Trek mijn voorstel in" not in words(of("leader").get(path))
    for who, answer in {"leader": 403, "named_ib": 403, "stranger": 404}.items():
        assert of(who).post(f"{path}intrekken/").status_code == answer
    of("subject").post(f"{path}intrekken/")
    assert Amendment.objects.get().state == State.WITHDRAWN
    assert "Ingetrokken" in words(of("leader").get(path))


def test_a_proposal_about_what_is_not_shared_any_more_is_not_there(desk: Desk, of: Of) -> None:
    path = announced(of, desk)
    desk.goal.part.shared_at = None
    desk.goal.part.save()
    assert of("leader").get(path).status_code == 404
    assert of("leader").post(f"{path}bespreken/").status_code == 404
    assert of("named_ib").get(path).status_code == 200


# --- the meeting, the mail, the round ---------------------------------------------------------


def letters(word: str) -> dict[str, Mail]:
    return {each.to: each for each in Mail.objects.filter(subject__contains=word)}


def test_the_team_gets_a_mail_without_a_word_of_the_change(desk: Desk, of: Of) -> None:
    announced(of, desk, "Geheimpje.")
    mails = letters("kleine wijziging")
    assert set(mails) == {each.email for each in desk.members if each != desk.people["subject"]}
    for mail in mails.values():
        assert "woensdag 16 september" in mail.body
        assert "/bijstellen/" in mail.body
        assert "Geheimpje" not in mail.body
        assert "Zo klopt het" not in mail.body
        assert mail.due_at == desk.at


def test_a_real_change_is_not_mailed(desk: Desk, of: Of) -> None:
    fill(of("subject"), field(desk), "Zo.")
    propose(of("subject"), "real")
    assert not Mail.objects.exists()


def test_in_the_evening_the_mail_waits_and_so_does_the_term(
    desk: Desk, of: Of, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = desk.at.replace(hour=21)
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: evening)
    announced(of, desk)
    due = {each.due_at for each in letters("kleine wijziging").values()}
    assert due == {datetime(2026, 9, 9, 8, tzinfo=desk.at.tzinfo)}
    assert str(Amendment.objects.get().counts_from) == "2026-09-17"


def test_who_left_or_has_no_account_gets_no_mail(desk: Desk, of: Of) -> None:
    Membership.objects.filter(pk=desk.people["leader"].pk).update(
        until_date=desk.at.date() - timedelta(days=1)
    )
    Membership.objects.create(school=desk.plan.school, name="Nina", email="nina@voorbeeld.test")
    announced(of, desk)
    assert desk.people["leader"].email not in letters("kleine wijziging")
    assert "nina@voorbeeld.test" not in letters("kleine wijziging")


def test_one_button_brings_it_to_the_meeting_and_tells_who_proposed(desk: Desk, of: Of) -> None:
    path = announced(of, desk)
    for _time in range(2):  # a second tap changes nothing
        assert of("teacher").post(f"{path}bespreken/")["Location"] == path
    assert Amendment.objects.get().state == State.TO_MEETING
    assert set(letters("wil je wijziging")) == {desk.people["subject"].email}
    assert len(Mail.objects.filter(subject__contains="wil je wijziging")) == 1
    page = words(of("leader").get(path))
    assert "Karin Smit wil dit in de teamvergadering bespreken" in page
    assert "Dit wil ik in de teamvergadering bespreken" not in page
    assert of("leader").post(f"{path}bespreken/").status_code == 403


def test_the_round_lets_it_count_and_mails_the_fingerprint(
    desk: Desk, of: Of, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = announced(of, desk)
    go(monkeypatch, desk.at + timedelta(days=7))
    assert desk.text() == "Wij kijken op maandag."
    go(monkeypatch, desk.at + timedelta(days=8))
    go(monkeypatch, desk.at + timedelta(days=8))
    assert desk.text() == "Wij kijken op dinsdag."
    version = PlanVersion.objects.get(number=2)
    mails = letters("versie 2")
    assert set(mails) == {each.email for each in desk.members}
    assert all(f"v2-{version.root[:24]}" in each.body for each in mails.values())
    assert "Wij kijken" not in "".join(each.body for each in mails.values())
    page = words(of("leader").get(path))
    assert "staat in het plan sinds versie 2" in page
    assert "“maandag” wordt “dinsdag”." in page  # also when it stands in the plan
    assert "Voorstel van Jesse" not in words(of("teacher").get(PLAN))


def go(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: at)
    rounds.count_small_changes()


def test_the_worker_does_this_round() -> None:
    assert rounds.count_small_changes in rounds.ROUNDS


def test_one_that_cannot_count_does_not_hold_up_the_others(
    desk: Desk, of: Of, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced(of, desk)
    marieke = of("named_ib")
    fill(marieke, f"{MINE}doel/{desk.team.public_id}/approach/", "Elke maand.")
    propose(marieke)
    desk.write("own", "Wij kijken op vrijdag.")
    go(monkeypatch, desk.at + timedelta(days=8))
    assert (desk.text("own"), desk.text("team")) == ("Wij kijken op vrijdag.", "Elke maand.")


# --- a text that changed meanwhile ------------------------------------------------------------


def test_words_typed_on_an_old_text_come_back_beside_the_new_one(desk: Desk, of: Of) -> None:
    jesse = of("subject")
    version = version_in(words(jesse.get(field(desk))))
    desk.write("own", "Wij kijken op vrijdag.")
    sent = {"approach": "Wij kijken op dinsdag.", "approach.version": version, "reason": "Zo."}
    answer = jesse.post(field(desk), sent)
    assert answer.status_code == 409
    assert "Wij kijken op vrijdag." in words(answer)
    assert "Wij kijken op dinsdag." in words(answer)
    assert "Kies opnieuw" in words(answer)
    again = jesse.post(field(desk), sent | {"approach.version": version_in(words(answer))})
    assert again.status_code == 302
    assert AmendedText.objects.get().before == "Wij kijken op vrijdag."


def test_under_a_proposal_who_made_it_sees_both_and_chooses_again(desk: Desk, of: Of) -> None:
    path = announced(of, desk)
    desk.write("own", "Wij kijken op vrijdag.")
    jesse, text = of("subject"), AmendedText.objects.get()
    again = f"{MINE}tekst/{text.public_id}/"
    assert again in words(jesse.get(path))
    assert again not in words(of("leader").get(path))
    page = words(jesse.get(again))
    assert "Wij kijken op vrijdag." in page
    assert "Wij kijken op dinsdag." in page
    Mail.objects.all().delete()
    chosen = fill(jesse, again, "Wij kijken op vrijdag, samen.")
    assert chosen["Location"] == path
    text.refresh_from_db()
    assert text.body == "Wij kijken op vrijdag, samen."
    assert letters("kleine wijziging")  # the team is told again: it read other words


def test_choosing_what_stands_there_ends_the_proposal(desk: Desk, of: Of) -> None:
    path = announced(of, desk)
    desk.write("own", "Wij kijken op vrijdag.")
    jesse, text = of("subject"), AmendedText.objects.get()
    jesse.post(f"{MINE}tekst/{text.public_id}/", {"choice": "theirs"})
    assert Amendment.objects.get().state == State.WITHDRAWN
    assert jesse.get(path).status_code == 200


# --- who came later ---------------------------------------------------------------------------


def test_ibers_give_a_newcomer_a_place_in_an_adopted_plan(desk: Desk, of: Of) -> None:
    marieke = of("named_ib")
    page = words(marieke.get(PLAN))
    assert "Karin Smit heeft nog geen plek in het plan." in page
    assert "Deel toevoegen" in page
    assert "Deel toevoegen" not in words(of("teacher").get(PLAN))
    form = words(marieke.get(f"{PLAN}deel/"))
    assert 'value="teacher"' in form
    assert 'value="other"' not in form
    assert marieke.post(f"{PLAN}deel/", {"kind": "other", "heading": "Meer"}).status_code == 422
    marieke.post(f"{PLAN}plekken/")
    assert "Karin Smit heeft nog geen plek" not in words(marieke.get(PLAN))
    karin = of("teacher")
    karin.post(f"{PLAN}mijn-deel/", {"goal": "Rust.", "goal.version": "0"})
    assert "Rust." in words(karin.get(PLAN))
    assert "Rust." not in words(of("leader").get(PLAN))


def test_a_late_part_is_taken_away_and_a_sealed_one_is_not(desk: Desk, of: Of) -> None:
    late = late_part(desk)
    marieke = of("named_ib")
    assert marieke.post(f"{PLAN}deel/{late.public_id}/weg/").status_code == 302
    assert marieke.post(f"{PLAN}deel/{late.public_id}/terug/").status_code == 302
    assert marieke.post(f"{PLAN}deel/{desk.goal.part.public_id}/weg/").status_code == 403
    late.refresh_from_db()
    assert late.removed_at is None

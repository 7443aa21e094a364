"""The screens of talking it over: conversations, suggestions, support, guests, the guidance log."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from tests.talking.parts import body, share, write

from partituur.plans.models import Goal, Part
from partituur.schools.models import Membership
from partituur.talking.models import (
    Conversation,
    GuestLink,
    GuidanceNote,
    Remark,
    Suggestion,
    SupportQuestion,
)

ClientOf = Callable[[Membership], Client]
PLAN = "/school/de-notenbalk/plan/2026-2027/"
EVIL = "<script>alert(1)</script>"
SAFE = "&lt;script&gt;alert(1)&lt;/script&gt;"


def field(goal: Goal) -> str:
    return f"{PLAN}gesprek/doel/{goal.public_id}/approach/"


def support(goal: Goal) -> str:
    return f"{PLAN}steun/doel/{goal.public_id}/"


# --- conversations ----------------------------------------------------------------------------


def test_partners_talk_beside_a_field_and_settle_it(
    goal: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership
) -> None:
    jesse, marieke = client_of(teacher), client_of(coordinator)
    assert "Dit lezen alleen" in jesse.get(field(goal)).content.decode()
    begun = jesse.post(field(goal), {"body": "Lastig. @Marieke?"})
    talk = Conversation.objects.get()
    assert begun["Location"] == f"{field(goal)}#gesprek-{talk.public_id}"
    marieke.post(f"{PLAN}gesprek/{talk.public_id}/zeg/", {"body": "Wat precies?"})
    page = jesse.get(field(goal)).content.decode()
    assert page.index("Lastig.") < page.index("Wat precies?")
    assert list(Remark.objects.order_by("pk")[0].mentions.all()) == [coordinator]
    jesse.post(f"{PLAN}gesprek/{talk.public_id}/afronden/")
    assert "Afgerond" in jesse.get(field(goal)).content.decode()
    jesse.post(f"{PLAN}gesprek/{talk.public_id}/open/")
    assert "Afgerond" not in jesse.get(field(goal)).content.decode()


def test_what_is_said_is_shown_as_it_was_typed_and_does_nothing(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    client.post(field(goal), {"body": EVIL})
    page = client.get(field(goal)).content.decode()
    assert SAFE in page
    assert EVIL not in page


def test_saying_nothing_is_a_sentence_and_too_much_stays_in_the_form(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    client = client_of(teacher)
    assert client.post(field(goal), {"body": " "}).status_code == 422
    answer = client.post(field(goal), {"body": "x" * 4001})
    assert answer.status_code == 422
    assert "x" * 4001 in answer.content.decode()


def test_the_sheet_says_how_many_conversations_are_open_to_who_reads_them(
    goal: Goal, part: Part, client_of: ClientOf, teacher: Membership, leader: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    client_of(teacher).post(field(goal), {"body": "Onder ons."})
    share(part, teacher, moment)
    assert "1 open" in client_of(teacher).get(PLAN).content.decode()
    assert "1 open" not in client_of(leader).get(PLAN).content.decode()


def test_a_conversation_leads_to_where_it_stands(
    goal: Goal, client_of: ClientOf, teacher: Membership, leader: Membership
) -> None:
    client_of(teacher).post(field(goal), {"body": "Hier."})
    talk = Conversation.objects.get()
    assert (
        client_of(teacher)
        .get(f"{PLAN}gesprek/{talk.public_id}/")["Location"]
        .startswith(field(goal))
    )
    assert client_of(leader).get(f"{PLAN}gesprek/{talk.public_id}/").status_code == 404


def test_one_takes_away_ones_own_remark_only(
    goal: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership
) -> None:
    client_of(teacher).post(field(goal), {"body": "Weg ermee."})
    away = f"{PLAN}opmerking/{Remark.objects.get().public_id}/weg/"
    assert client_of(coordinator).post(away).status_code == 404
    client_of(teacher).post(away)
    assert Remark.objects.count() == 0


# --- suggestions ------------------------------------------------------------------------------


def suggest(client: Client, goal: Goal, words: str) -> Suggestion:
    client.post(field(goal), {"what": "suggest", "suggestion": words})
    return Suggestion.objects.latest("pk")


def decide(client: Client, made: Suggestion, how: str, seen: int = 1) -> Any:
    return client.post(f"{PLAN}voorstel/{made.public_id}/{how}/", {"seen": str(seen)}, follow=True)


def test_a_suggestion_shows_what_goes_and_what_comes_and_the_writer_accepts_it(
    goal: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership
) -> None:
    made = suggest(client_of(coordinator), goal, "Wij kijken vaak bij elkaar.")
    page = client_of(teacher).get(field(goal)).content.decode()
    assert re.search(r"<ins>vaak ?</ins>|<ins> ?vaak</ins>", page)
    assert "Neem over" in page
    assert "Neem over" not in client_of(coordinator).get(field(goal)).content.decode()
    assert "De tekst is nu zo" in decide(client_of(teacher), made, "neem-over").content.decode()
    assert body(goal) == "Wij kijken vaak bij elkaar."


def test_a_text_that_changed_since_is_shown_again_and_not_written_over(
    goal: Goal, client_of: ClientOf, teacher: Membership, coordinator: Membership, moment: datetime
) -> None:
    made = suggest(client_of(coordinator), goal, "Anders.")
    write(goal, "approach", "Intussen.", teacher, moment + timedelta(minutes=9))
    said = decide(client_of(teacher), made, "neem-over").content.decode()
    assert "intussen veranderd" in said
    assert "<del>Intussen</del>" in said
    assert body(goal) == "Intussen."


def test_who_only_reads_accepts_and_declines_nothing(
    goal: Goal, part: Part, client_of: ClientOf, teacher: Membership, leader: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    share(part, teacher, moment)
    made = suggest(client_of(teacher), goal, "Anders.")
    for how in ("neem-over", "laat"):
        answer = decide(client_of(leader), made, how)
        assert answer.status_code == 403
        assert "Hier schrijven alleen de mensen om wie het gaat" in answer.content.decode()
    made.refresh_from_db()
    assert made.state == "open"
    assert body(goal) == "Wij kijken bij elkaar."


# --- support ----------------------------------------------------------------------------------


def ask(client: Client, goal: Goal, colleague: Membership, question: str = "Kijk je mee?") -> Any:
    about = {
        "colleague": str(colleague.public_id),
        "question": question,
        "takes": ["time", "class"],
    }
    return client.post(support(goal), about)


def test_a_colleague_finds_the_question_says_yes_and_then_reads_the_goal(
    goal: Goal, client_of: ClientOf, teacher: Membership, other_teacher: Membership
) -> None:
    ask(client_of(teacher), goal, other_teacher, f"Kijk je mee? {EVIL}")
    karin, made = client_of(other_teacher), SupportQuestion.objects.get()
    page = f"{PLAN}steun/{made.public_id}/"
    assert f"steun/{made.public_id}/" in karin.get(PLAN).content.decode()
    before = karin.get(page).content.decode()
    assert "opvang van de klas" in before
    assert SAFE in before
    assert "Wij kijken bij elkaar." not in before
    karin.post(page, {"answer": "yes", "words": "Graag."})
    assert "Wij kijken bij elkaar." in karin.get(page).content.decode()
    assert "zegt ja" in client_of(teacher).get(support(goal)).content.decode()
    karin.post(page, {"answer": "no"})
    assert "Wij kijken bij elkaar." not in karin.get(page).content.decode()


def test_what_was_typed_stays_when_nobody_was_chosen(
    goal: Goal, client_of: ClientOf, teacher: Membership
) -> None:
    answer = client_of(teacher).post(support(goal), {"question": "Kijk je mee?", "takes": ["time"]})
    assert answer.status_code == 422
    assert "Kies wie je vraagt." in answer.content.decode()
    assert "Kijk je mee?" in answer.content.decode()


def test_a_question_is_taken_back_and_gone(
    goal: Goal, client_of: ClientOf, teacher: Membership, other_teacher: Membership
) -> None:
    ask(client_of(teacher), goal, other_teacher)
    page = f"{PLAN}steun/{SupportQuestion.objects.get().public_id}/"
    assert client_of(other_teacher).post(f"{page}terug/").status_code == 404
    client_of(teacher).post(f"{page}terug/")
    assert client_of(other_teacher).get(page).status_code == 404


def test_of_a_goal_that_was_taken_out_nothing_is_read_and_nobody_is_asked(
    goal: Goal, client_of: ClientOf, teacher: Membership, other_teacher: Membership,
    moment: datetime,
) -> None:  # fmt: skip
    jesse, karin = client_of(teacher), client_of(other_teacher)
    ask(jesse, goal, other_teacher)
    page = f"{PLAN}steun/{SupportQuestion.objects.get().public_id}/"
    karin.post(page, {"answer": "yes"})
    link = re.search(
        r"/derde/[\w-]+/",
        jesse.post(support(goal), {"what": "guest", "name": "Derde"}).content.decode(),
    )
    assert link
    jesse.post(f"{PLAN}doel/{goal.public_id}/weg/")
    assert karin.get(page).status_code == 404
    assert Client().get(link[0]).status_code == 404
    answer = jesse.post(support(goal), {"what": "guest", "name": "Nog een"})
    assert answer.status_code == 403
    assert "weggehaald" in answer.content.decode()
    jesse.post(f"{PLAN}doel/{goal.public_id}/terug/")
    assert "Wij kijken bij elkaar." in karin.get(page).content.decode()


# --- a guest ----------------------------------------------------------------------------------


def test_a_guest_sees_one_goal_as_it_was_and_writes_an_effort(
    goal: Goal, client_of: ClientOf, teacher: Membership, moment: datetime
) -> None:
    jesse = client_of(teacher)
    page = jesse.post(support(goal), {"what": "guest", "name": "De logopedist"}).content.decode()
    link = re.search(r"/derde/[\w-]+/", page)
    assert link
    assert link[0] not in jesse.get(support(goal)).content.decode()
    write(goal, "approach", "Nu anders.", teacher, moment + timedelta(minutes=9))
    guest = Client()
    assert "Wij kijken bij elkaar." in guest.get(link[0]).content.decode()
    guest.post(link[0], {"effort": f"Drie keer. {EVIL}"})
    assert SAFE in jesse.get(support(goal)).content.decode()
    assert guest.post(link[0], {"effort": "x" * 2001}).status_code == 422
    made = GuestLink.objects.get()
    jesse.post(f"{PLAN}derde/{made.public_id}/weg/")
    assert guest.get(link[0]).status_code == 404
    assert "Drie keer." in jesse.get(support(goal)).content.decode()


# --- the guidance log -------------------------------------------------------------------------


def test_partners_remember_and_nobody_else_finds_the_page(
    goal: Goal, part: Part, client_of: ClientOf, teacher: Membership, coordinator: Membership,
    second_coordinator: Membership, leader: Membership, moment: datetime,
) -> None:  # fmt: skip
    page = f"{PLAN}deel/{part.public_id}/begeleiding/"
    for day, words in (("1-9-2026", "Eerste bezoek."), ("3-9-2026", f"Tweede. {EVIL}")):
        client_of(coordinator).post(page, {"kind": "visit", "day": day, "body": words})
    shown = client_of(teacher).get(page).content.decode()
    assert shown.index("Tweede.") < shown.index("Eerste bezoek.")
    assert SAFE in shown
    assert "31 juli 2028" in shown
    share(part, teacher, moment)
    for other in (second_coordinator, leader):
        assert client_of(other).get(page).status_code == 404
    note = GuidanceNote.objects.order_by("pk")[0]
    assert client_of(teacher).post(f"{page}{note.public_id}/weg/").status_code == 404
    client_of(coordinator).post(f"{page}{note.public_id}/weg/")
    assert GuidanceNote.objects.count() == 1


def test_a_note_without_a_day_is_a_sentence_and_what_was_typed_stays(
    part: Part, client_of: ClientOf, coordinator: Membership
) -> None:
    page = f"{PLAN}deel/{part.public_id}/begeleiding/"
    answer = client_of(coordinator).post(
        page, {"kind": "talk", "day": "ooit", "body": "Bewaar me."}
    )
    assert answer.status_code == 422
    assert "Bewaar me." in answer.content.decode()

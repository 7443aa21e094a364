"""A phone in the meeting: what is asked, one's own answer, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from partituur.meetings.actions import holding
from partituur.meetings.models import Answer, Meeting, Point

Signed = Callable[[Any], Client]


def answer(point: Point, choice: str = "agree", **more: Any) -> dict[str, Any]:
    """What the form of a phone sends."""
    sent = {"point": str(point.public_id), "round": point.round, "choice": choice}
    return sent | {"key": str(uuid4()), "moment": "", "words": ""} | more


def test_a_phone_shows_what_is_asked_and_takes_an_answer(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any
) -> None:
    point, client = go_to("goal"), client_of(teacher)
    page = client.get(f"{address}meedoen/").content.decode()
    assert "We lezen elke dag." in page
    assert "Kun je hiermee leven" in page

    sent = client.post(f"{address}meedoen/", answer(point))

    assert sent.status_code == 302
    assert Answer.objects.get(point=point, member=teacher).choice == "agree"
    page = client.get(f"{address}meedoen/").content.decode()
    assert 'aria-pressed="true"' in page
    assert "Zolang het punt open is" in page


def test_the_piece_that_comes_back_is_the_fresh_page(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any
) -> None:
    point, client = go_to("goal"), client_of(teacher)
    piece = client.post(f"{address}meedoen/", answer(point), headers={"HX-Request": "true"})
    assert piece.status_code == 200
    assert "<html" not in piece.content.decode()
    assert 'aria-pressed="true"' in piece.content.decode()


def test_an_objection_without_a_reason_is_refused_and_keeps_what_was_chosen(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any
) -> None:
    point = go_to("goal")
    refused = client_of(teacher).post(f"{address}meedoen/", answer(point, "object"))
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Schrijf erbij waarom" in page
    assert f'id="more-object-{point.public_id}" open' in page
    assert not Answer.objects.exists()


def test_words_that_were_refused_stand_in_the_form_again(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any
) -> None:
    point = go_to("goal")
    words = "Een lange reden. " * 200
    refused = client_of(teacher).post(f"{address}meedoen/", answer(point, "note", words=words))
    assert refused.status_code == 422
    assert words.strip() in refused.content.decode()


def test_the_same_answer_sent_twice_counts_once(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any
) -> None:
    point, client = go_to("goal"), client_of(teacher)
    sent = answer(point, "note", words="Graag met tijd.")
    for _time in range(3):
        client.post(f"{address}meedoen/", sent)
    assert Answer.objects.filter(point=point).count() == 1


def test_nobody_reads_the_answer_of_another(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any, leader: Any
) -> None:
    point = go_to("goal")
    client_of(teacher).post(f"{address}meedoen/", answer(point, "object", words="kanarie-bezwaar"))
    for path in ("meedoen/", "scherm/"):
        page = client_of(leader).get(f"{address}{path}").content.decode()
        assert "kanarie-bezwaar" not in page
        assert teacher.name not in page.replace(f"als {teacher.name}", "")
    console = client_of(leader).get(f"{address}leiden/").content.decode()
    said = console.split("Wat erbij gezegd is")[1].split("<nav")[0]
    assert "kanarie-bezwaar" in said
    assert teacher.name not in said


def test_a_name_is_on_the_screen_only_of_who_wants_to_speak(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any, leader: Any
) -> None:
    point = go_to("goal")
    client_of(teacher).post(f"{address}meedoen/", answer(point, wants_word="1"))
    assert teacher.name in client_of(leader).get(f"{address}scherm/").content.decode()


def test_a_point_that_was_closed_says_so(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any, coordinator: Any,
    moment: Any,
) -> None:  # fmt: skip
    point = go_to("goal")
    holding.close_point(point=point, by=coordinator, at=moment)
    refused = client_of(teacher).post(f"{address}meedoen/", answer(point))
    assert refused.status_code == 422
    assert "Dit punt is gesloten" in refused.content.decode()


def test_who_opens_the_page_is_there_once_the_page_says_so(
    meeting: Meeting, address: str, client_of: Signed, teacher: Any
) -> None:
    client = client_of(teacher)
    client.get(f"{address}meedoen/")
    assert meeting.seats.filter(came_at__isnull=False).count() == 0
    client.post(f"{address}meedoen/", {"step": "here"})
    assert meeting.seats.get(came_at__isnull=False).member == teacher


def test_who_is_not_invited_has_no_phone_page(
    meeting: Meeting, address: str, client_of: Signed, teacher: Any, stranger: Any
) -> None:
    meeting.seats.filter(member=teacher).delete()
    assert client_of(teacher).get(f"{address}meedoen/").status_code == 404
    assert client_of(stranger).get(f"{address}meedoen/").status_code == 404


@pytest.mark.parametrize("kind", ["accents", "decision", "principles", "part", "others"])
def test_every_kind_of_point_has_its_page(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any, kind: str
) -> None:
    go_to(kind)
    for path in ("meedoen/", "scherm/"):
        assert client_of(teacher).get(f"{address}{path}").status_code == 200


def test_accents_are_chosen_from_the_plan(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any
) -> None:
    point, client = go_to("accents"), client_of(teacher)
    client.post(f"{address}meedoen/", answer(point, "accents", picks=["classroom", "talks"]))
    assert Answer.objects.get().picks == ["classroom", "talks"]
    many = ["classroom", "talks", "learning_teams"]
    goal = f"goal:{point.meeting.points.filter(kind='goal')[0].goal.public_id}"
    refused = client.post(f"{address}meedoen/", answer(point, "accents", picks=[*many, goal]))
    assert refused.status_code == 422


def test_a_part_that_is_not_shared_is_on_no_screen(
    go_to: Callable[[str], Any], address: str, client_of: Signed, teacher: Any, leader: Any
) -> None:
    for kind in ("others", "part"):
        go_to(kind)
        for member in (teacher, leader):
            for path in ("meedoen/", "scherm/"):
                page = client_of(member).get(f"{address}{path}").content.decode()
                assert "Samen kijken, Leraar Thijs" not in page

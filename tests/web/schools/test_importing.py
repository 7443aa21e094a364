"""People from a list, on screen: hand in, preview, do, take back."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from tests.web.schools.conftest import Ask

from partituur.schools.models import Membership, School

PATH = "/school/de-notenbalk/mensen/inlezen/"
LIST = "Anna Bos; anna@s.nl; leraar; groep 3\nJesse Bakker; groep 6\nFout; fout@fout\n"


@pytest.fixture
def browser(coordinator: Membership, client_of: Callable[[Any], Client]) -> Client:
    """One browser for the whole journey: what a list did is kept in its session."""
    return client_of(coordinator)


def _preview(browser: Client, text: str = LIST) -> tuple[str, dict[str, str]]:
    """The page of the preview, and what its form would send."""
    answer = browser.post(PATH, {"text": text})
    assert answer.status_code == 200
    page = answer.content.decode()
    token = re.search(r'name="token" value="([^"]*)"', page)
    return page, {"token": unescape(token[1]) if token else "", "text": text}


def test_the_preview_says_what_each_row_does_and_does_nothing(
    browser: Client, teacher: Membership
) -> None:
    page, _sent = _preview(browser)

    for said in (
        "1 nieuw teamlid", "1 verandert", "1 slaan we over", "anna@s.nl", "Doe dit: 2 regels",
        "is geen e-mailadres", "groep 5",
    ):  # fmt: skip
        assert said in page
    assert Membership.objects.count() == 2


def test_doing_it_does_what_the_preview_said_and_tells_so(
    browser: Client, teacher: Membership
) -> None:
    _page, sent = _preview(browser)

    answer = browser.post(f"{PATH}doen/", sent, follow=True)

    teacher.refresh_from_db()
    assert teacher.note == "groep 6"
    assert Membership.objects.filter(name="Anna Bos", email="anna@s.nl").exists()
    assert answer.redirect_chain == [(f"{PATH}klaar/", 302)]
    page = answer.content.decode()
    assert "1 nieuw teamlid." in page
    assert "1 teamlid is bijgewerkt." in page
    assert "1 regel is overgeslagen." in page


def test_what_was_done_can_be_taken_back(browser: Client, teacher: Membership) -> None:
    _page, sent = _preview(browser)
    browser.post(f"{PATH}doen/", sent)

    answer = browser.post(f"{PATH}terug/", follow=True)

    teacher.refresh_from_db()
    assert teacher.note == "groep 5"
    assert not Membership.objects.filter(name="Anna Bos").exists()
    assert "De lijst is teruggedraaid." in answer.content.decode()
    again = browser.post(f"{PATH}terug/", follow=True)
    assert "niets meer om ongedaan te maken" in again.content.decode()


def test_who_was_changed_since_stays_and_is_named(browser: Client, teacher: Membership) -> None:
    _page, sent = _preview(browser)
    browser.post(f"{PATH}doen/", sent)
    Membership.objects.filter(name="Anna Bos").update(note="groep 8")

    answer = browser.post(f"{PATH}terug/", follow=True)

    assert "behalve" in answer.content.decode()
    assert Membership.objects.filter(name="Anna Bos").exists()


def test_a_change_in_the_meantime_brings_a_new_preview(
    browser: Client, teacher: Membership
) -> None:
    _page, sent = _preview(browser)
    Membership.objects.filter(pk=teacher.pk).update(note="groep 8")

    answer = browser.post(f"{PATH}doen/", sent)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "intussen iets veranderd" in page
    assert "groep 8" in page
    assert "Fout; fout@fout" in page
    assert not Membership.objects.filter(name="Anna Bos").exists()


def test_a_preview_that_is_not_ours_keeps_the_list(browser: Client) -> None:
    answer = browser.post(f"{PATH}doen/", {"token": "verzonnen", "text": LIST})

    assert answer.status_code == 422
    assert "Lees de lijst opnieuw in." in answer.content.decode()
    assert "Fout; fout@fout" in answer.content.decode()


def test_a_list_that_changes_nothing_has_no_button(browser: Client, teacher: Membership) -> None:
    page, sent = _preview(browser, "Jesse Bakker; groep 5")

    assert "Deze lijst verandert niets." in page
    assert sent["token"] == ""


def test_the_list_can_be_mended_on_the_preview(browser: Client) -> None:
    page, _sent = _preview(browser)

    assert page.count("Fout; fout@fout") == 2  # in the form that does it, and to be mended


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Plak een lijst, of kies een bestand."),
        ("  \n ", "Er staat niets in de lijst."),
        ("\n".join(f"Naam {n}" for n in range(1001)), "meer dan 1000 regels"),
    ],
)
def test_a_list_that_cannot_be_read_says_why_and_is_kept(
    browser: Client, text: str, reason: str
) -> None:
    answer = browser.post(PATH, {"text": text})

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert text.strip()[-8:] in answer.content.decode()


def test_an_excel_file_is_previewed_and_can_be_mended_as_text(browser: Client) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["Naam", "E-mail", "Geboortedatum"], ["Anna Bos", "anna@s.nl", "1-1-1990"]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    file = SimpleUploadedFile("team.xlsx", content.getvalue())

    page = browser.post(PATH, {"text": "", "file": file}).content.decode()

    assert "1 nieuw teamlid" in page
    assert "Deze kolommen lezen we niet in: Geboortedatum." in page
    assert "Naam\tE-mail\tGeboortedatum" in page


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("team.pdf", b"%PDF", "kunnen we niet lezen"),
        ("team.xlsx", b"PK\x03\x04", "beschadigd"),
        ("team.csv", b"", "Er staat niets in de lijst."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    browser: Client, name: str, content: bytes, reason: str
) -> None:
    answer = browser.post(PATH, {"text": "", "file": SimpleUploadedFile(name, content)})

    assert answer.status_code == 422
    assert reason in answer.content.decode()


def test_a_list_and_a_file_together_ask_which_and_keep_the_list(browser: Client) -> None:
    file = SimpleUploadedFile("team.csv", b"naam\nBert")

    answer = browser.post(PATH, {"text": "Anna Bos", "file": file})

    assert answer.status_code == 422
    assert "Kies één van de twee" in answer.content.decode()
    assert "Anna Bos" in answer.content.decode()


def test_words_from_a_list_are_never_code(browser: Client) -> None:
    page, _sent = _preview(browser, "<script>alert(1)</script>; =1+1")

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_summary_without_a_list_leads_to_the_people(ask: Ask, coordinator: Membership) -> None:
    answer = ask(coordinator, "mensen/inlezen/klaar/")

    assert (answer.status_code, answer["Location"]) == (302, "/school/de-notenbalk/mensen/")


def test_what_a_list_did_in_one_school_is_not_undone_in_another(
    browser: Client, coordinator: Membership, teacher: Membership
) -> None:
    other = School.objects.create(name="Ander", slug="ander", region="north")
    Membership.objects.create(
        school=other, person=coordinator.person, name="Marieke", is_coordinator=True
    )
    _page, sent = _preview(browser)
    browser.post(f"{PATH}doen/", sent)

    browser.post("/school/ander/mensen/inlezen/terug/")

    assert Membership.objects.filter(name="Anna Bos").exists()

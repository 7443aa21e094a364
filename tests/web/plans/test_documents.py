"""Documents in and out, through the pages that people use."""

from __future__ import annotations

import html
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partituur.kernel import chain, richtext
from partituur.kernel.models import LogEntry
from partituur.plans import queries, snapshot
from partituur.plans.actions import arranging
from partituur.plans.models import Goal, Import, Part, Plan, Principle, Revision, Text, UnplacedText
from partituur.web.plans import documents

PLAN = "/school/de-notenbalk/plan/2026-2027/"
EXAMPLE = Path(__file__).parents[2] / "exchange/word/examples/notenbalk-doorlopend.docx"
ODD = Path(__file__).parents[2] / "exchange/word/corpus/dev/d06_kaarten_voorblad.docx"
WITH_HEADERS = ODD.with_name("d13_inhoudsopgave.docx")
ENGLISH = {"accept-language": "en"}


@pytest.fixture
def ib(plan: Plan, coordinator: Any, client_of: Callable[[Any], Client]) -> Client:
    return client_of(coordinator)


def hand_in(client: Client, data: bytes, name: str = "plan.docx") -> Any:
    return client.post(f"{PLAN}inlezen/", {"file": SimpleUploadedFile(name, data)})


def confirm(client: Client, preview: Any, **more: str) -> Any:
    sealed = preview.context["sealed"]
    return client.post(f"{PLAN}inlezen/", {"confirmed": sealed, **more})


def opened(preview: Any) -> Any:
    """What a preview carries to its confirmation."""
    return signing.loads(preview.context["sealed"], salt=documents._salt(preview.context["here"]))


def rows() -> list[int]:
    """How many there are of all that an import could change."""
    models = (Import, Principle, Part, Goal, Text, Revision, UnplacedText, LogEntry)
    return [model._default_manager.count() for model in models]


# --- in ------------------------------------------------------------------------------------------


def test_a_preview_shows_what_will_come_and_changes_nothing(ib: Client) -> None:
    before = rows()
    answer = hand_in(ib, EXAMPLE.read_bytes())
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Leraar J." in page
    assert "Alles uit het bestand heeft een plek." in page
    assert rows() == before


def test_every_text_can_be_read_in_the_preview(ib: Client) -> None:
    answer = hand_in(ib, EXAMPLE.read_bytes())
    page = html.unescape(answer.content.decode())
    texts = [
        text.body
        for part in snapshot.from_data(opened(answer)["shot"]).parts
        for goal in part.goals
        for text in goal.texts.values()
    ]
    assert len(texts) > 20
    for text in texts:
        assert richtext.to_plain(text) in page


def test_a_confirmed_preview_comes_into_the_plan_and_can_be_taken_out(ib: Client) -> None:
    answer = confirm(ib, hand_in(ib, EXAMPLE.read_bytes()))
    assert answer.status_code == 302
    assert "Leraar J." in ib.get(PLAN).content.decode()
    arrival = Import.objects.get()
    ib.post(f"{PLAN}inlezen/{arrival.public_id}/terug/")
    assert "Leraar J." not in ib.get(PLAN).content.decode()
    ib.post(f"{PLAN}inlezen/{arrival.public_id}/weer/")
    assert "Leraar J." in ib.get(PLAN).content.decode()


def test_whose_part_it_is_can_be_said_in_the_preview(ib: Client, teacher: Any) -> None:
    preview = hand_in(ib, EXAMPLE.read_bytes())
    [person] = [each for each in preview.context["people"] if each.part.heading == "Leraar J."]
    confirm(ib, preview, **{f"who.{person.number}": str(teacher.public_id)})
    part = Part.objects.get(kind="teacher", subjects__member=teacher)
    assert part.shared_at is None  # hers to share


def test_what_found_no_place_is_listed_and_one_click_from_a_field(ib: Client) -> None:
    confirm(ib, hand_in(ib, ODD.read_bytes()))
    waiting = UnplacedText.objects.filter(placed_at=None)[0]
    assert waiting.body in ib.get(PLAN).content.decode()
    goal = Goal.objects.filter(part__kind="general", removed_at=None)[0]
    text = queries.text_of(goal, "approach")
    answer = ib.post(
        f"{PLAN}doel/{goal.public_id}/approach/",
        {
            "approach": text.body, "approach.version": text.version,
            "save_key": "6f9619ff-8b86-4d01-b42d-00c04fc964ff", "insert": str(waiting.public_id),
        },
        headers={"HX-Request": "true"},
    )  # fmt: skip
    assert answer.status_code == 200
    assert waiting.body in queries.text_of(goal, "approach").body
    waiting.refresh_from_db()
    assert waiting.placed_at is not None


def test_a_preview_of_somebody_else_cannot_be_confirmed(
    ib: Client, second_coordinator: Any, client_of: Callable[[Any], Client]
) -> None:
    preview = hand_in(ib, EXAMPLE.read_bytes())
    before = rows()
    answer = confirm(client_of(second_coordinator), preview)
    assert answer.status_code == 422
    assert rows() == before


@pytest.mark.parametrize("who", ["teacher", "leader"])
def test_only_an_iber_reads_documents_in(
    plan: Plan, who: str, request: pytest.FixtureRequest, client_of: Callable[[Any], Client]
) -> None:
    client = client_of(request.getfixturevalue(who))
    before = rows()
    assert hand_in(client, EXAMPLE.read_bytes()).status_code == 403
    assert rows() == before


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def spoiled(name: str, data: bytes) -> bytes:
    """The example with one of its parts replaced."""
    with zipfile.ZipFile(EXAMPLE) as file:
        return zipped({each: file.read(each) for each in file.namelist()} | {name: data})


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a page": lambda: b"<html><body>Begeleidingsplan</body></html>",
    "an old Word file": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096,
    "an encrypted file": lambda: (
        bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") * 40
    ),
    "half a file": lambda: EXAMPLE.read_bytes()[:3000],
    "a DOCTYPE": lambda: spoiled(
        "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>'
    ),
    "a bomb": lambda: spoiled("word/document.xml", b" " * 300_000_000),
    "ten thousand entries": lambda: zipped({f"word/{each}.xml": b"" for each in range(10_000)}),
    "another zip": lambda: zipped({"readme.txt": b"hallo"}),
    "sixty megabytes": lambda: b"PK\x03\x04" + bytes(60_000_000),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_broken_or_hostile_file_gets_one_sentence_and_changes_nothing(
    ib: Client, what: str
) -> None:
    before = rows()
    answer = hand_in(ib, HOSTILE[what]())
    assert answer.status_code == 422
    [sentence] = answer.context["form"].errors["file"]
    assert sentence.endswith(".")
    assert len(sentence) < 200
    assert rows() == before


def test_an_english_reader_is_refused_in_english(ib: Client) -> None:
    for name, data, said in (
        ("plan.docx", b"%PDF-1.7", "This is a PDF."),
        ("plan.pdf", b"%PDF-1.7", "This is not a Word file."),
        ("plan.json", b"{", "This file is not JSON"),
    ):
        file = {"file": SimpleUploadedFile(name, data)}
        answer = ib.post(f"{PLAN}inlezen/", file, headers=ENGLISH)
        assert answer.status_code == 422
        assert said in answer.content.decode()


def test_an_english_reader_reads_in_english_what_was_passed_over(ib: Client) -> None:
    said = "De kopteksten en voetteksten zijn niet meegenomen."
    data = WITH_HEADERS.read_bytes()
    assert said in hand_in(ib, data).content.decode()
    file = {"file": SimpleUploadedFile("plan.docx", data)}
    page = ib.post(f"{PLAN}inlezen/", file, headers=ENGLISH).content.decode()
    assert said not in page
    assert "The headers and footers" in page


# --- out -----------------------------------------------------------------------------------------


@pytest.fixture
def written(plan: Plan, coordinator: Any, teacher: Any, other_teacher: Any, ib: Client) -> Plan:
    """A plan in which one teacher shared a part and the other did not."""
    fmt = queries.format_of(plan.school)
    for member, words in ((teacher, "Geheim van Jesse."), (other_teacher, "Gedeeld door Karin.")):
        part = arranging.add_part(
            plan=plan, kind="teacher", heading=member.name, fmt=fmt, subjects=[member],
            partner=coordinator,
        )  # fmt: skip
        goal = Goal.objects.get(part=part)
        ib.post(
            f"{PLAN}doel/{goal.public_id}/approach/",
            {"approach": words, "approach.version": 0, "save_key": str(part.public_id)},
            headers={"HX-Request": "true"},
        )
    Part.objects.filter(subjects__member=other_teacher).update(shared_at=plan.created_at)
    return plan


@pytest.mark.parametrize(
    ("key", "kind", "begins"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("pdf", "application/pdf", b"%PDF"),
        ("md", "text/markdown", b"# "),
        ("json", "application/json", b"{"),
    ],
)
def test_a_document_comes_as_a_file_with_a_name(
    written: Plan, ib: Client, key: str, kind: str, begins: bytes
) -> None:
    answer = ib.get(f"{PLAN}document/{key}/")
    assert answer["Content-Type"].startswith(kind)
    name = f"begeleidingsplan-de-notenbalk-2026-2027.{key}"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.content.startswith(begins)


@pytest.mark.parametrize("who", ["coordinator", "teacher", "other_teacher", "leader"])
def test_a_document_holds_what_is_shared_whoever_asks(
    written: Plan, who: str, request: pytest.FixtureRequest, client_of: Callable[[Any], Client]
) -> None:
    text = client_of(request.getfixturevalue(who)).get(f"{PLAN}document/md/").content.decode()
    assert "Gedeeld door Karin." in text
    assert "Geheim van Jesse." not in text


def test_what_is_not_shared_goes_along_only_for_its_partners_and_into_the_log(
    written: Plan,
    ib: Client,
    leader: Any,
    other_teacher: Any,
    client_of: Callable[[Any], Client],
) -> None:
    assert "Geheim van Jesse." in ib.post(f"{PLAN}document/md/alles/").content.decode()
    assert LogEntry.objects.filter(act="plan.exported_private").count() == 1
    for member in (leader, other_teacher):
        answer = client_of(member).post(f"{PLAN}document/md/alles/")
        assert "Geheim van Jesse." not in answer.content.decode()


def test_my_own_sheet_is_for_who_may_read_it(
    written: Plan, teacher: Any, leader: Any, client_of: Callable[[Any], Client]
) -> None:
    part = Part.objects.get(subjects__member=teacher)
    address = f"{PLAN}deel/{part.public_id}/blad.pdf"
    answer = client_of(teacher).get(address)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert client_of(leader).get(address).status_code in (403, 404)


def test_paper_carries_the_fingerprint_of_the_log_so_that_a_cut_end_shows(
    written: Plan, teacher: Any, ib: Client, client_of: Callable[[Any], Client]
) -> None:
    ib.post(f"{PLAN}document/md/alles/")  # an act, so that there is a log
    head = chain.head(written.school.public_id)
    assert head
    part = Part.objects.get(subjects__member=teacher)
    mine = client_of(teacher).get(f"{PLAN}deel/{part.public_id}/blad.pdf").content
    for data in (ib.get(f"{PLAN}document/pdf/").content, mine):
        opened: Any = pymupdf.open(stream=data, filetype="pdf")  # type: ignore[no-untyped-call]
        with opened:
            feet = [page.get_text() for page in opened]
        assert [foot for foot in feet if head.fingerprint not in foot] == []


def test_initials_stand_for_names_in_a_document_for_outside(written: Plan, ib: Client) -> None:
    answer = ib.get(f"{PLAN}document/json/?initialen=1")
    names = json.dumps([part["heading"] for part in json.loads(answer.content)["parts"]])
    assert "Karin Smit" not in answer.content.decode()
    assert "K" in names


def test_a_document_that_does_not_exist_is_not_found(written: Plan, ib: Client) -> None:
    assert ib.get(f"{PLAN}document/odt/").status_code == 404

"""Pages through the server as a school runs it: what the way from ASGI to WSGI could lose."""

from __future__ import annotations

import http.client
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from tests.live.listening import Page
from tests.serving import PATIENCE, on_test_database, served

from partituur.config.asgi import THREADS
from partituur.live import tickets
from partituur.plans.models import Goal, Text

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.real_clock]

SHEET = "/school/de-notenbalk/plan/2026-2027/"
EXAMPLE = Path(__file__).parents[1] / "exchange" / "word" / "examples" / "notenbalk-doorlopend.docx"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Visitor:
    """Somebody who is signed in, over a line of their own for each question."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, path, body, self._headers() | headers)
            got = line.getresponse()
            return Answer(got.status, got.headers, got.read())
        finally:
            line.close()

    def post(self, path: str, data: dict[str, Any], **headers: str) -> Answer:
        token = {"csrfmiddlewaretoken": self.cookies[settings.CSRF_COOKIE_NAME]}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask(path, "POST", urlencode(data | token).encode(), **kind | headers)

    def upload(self, path: str, name: str, content: bytes) -> Answer:
        token, edge = self.cookies[settings.CSRF_COOKIE_NAME], "rand7"
        parts = (
            f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        body = parts.encode() + content + f"\r\n--{edge}--\r\n".encode()
        return self.ask(
            path, "POST", body, **{"Content-Type": f"multipart/form-data; boundary={edge}"}
        )

    def begin(self, path: str, **headers: str) -> socket.socket:
        """Send only the head of a question; the caller does with the line what it wants."""
        line = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        said = "".join(
            f"{name}: {value}\r\n" for name, value in (self._headers() | headers).items()
        )
        line.sendall(f"{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{said}\r\n".encode())
        return line

    def _headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}


@pytest.fixture(scope="module")
def port(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[int]:
    folder: Path = tmp_path_factory.mktemp("server")
    with django_db_blocker.unblock():
        environment = on_test_database(folder)
    with served("serve", environment) as (_process, found):
        yield found


@pytest.fixture
def visitor(port: int, plan: Any, coordinator: Any) -> Visitor:
    client = Client()
    client.force_login(coordinator.person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return Visitor(
        port, {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: "a" * 32}
    )


@pytest.fixture
def goal(plan: Any) -> Goal:
    return Goal.objects.get(part__plan=plan, part__kind="general")


def _field(goal: Goal) -> str:
    return f"{SHEET}doel/{goal.public_id}/approach/"


def _words(body: str, version: int = 0) -> dict[str, Any]:
    return {"approach": body, "approach.version": version, "save_key": str(uuid4())}


def test_a_page_has_its_length_and_head_gives_the_same_without_words(visitor: Visitor) -> None:
    page, head = visitor.ask(SHEET), visitor.ask(SHEET, "HEAD")
    assert page.status == head.status == 200
    assert int(page.headers["Content-Length"]) == len(page.body) > 5000
    assert head.body == b""
    assert head.headers["Content-Type"] == page.headers["Content-Type"]
    assert page.headers["Date"]


def test_a_document_comes_whole(visitor: Visitor) -> None:
    for key, begins in (("pdf", b"%PDF-"), ("docx", b"PK")):
        found = visitor.ask(f"{SHEET}document/{key}/")
        assert found.body.startswith(begins)
        assert int(found.headers["Content-Length"]) == len(found.body)


def test_a_word_file_comes_in(visitor: Visitor) -> None:
    answer = visitor.upload(f"{SHEET}inlezen/", EXAMPLE.name, EXAMPLE.read_bytes())
    assert answer.status in (200, 302), answer.body


def test_twenty_megabytes_come_in_and_are_refused_in_words(visitor: Visitor) -> None:
    answer = visitor.upload(f"{SHEET}inlezen/", "groot.docx", b"x" * (20 * 1024 * 1024))
    assert answer.status == 422
    assert b"error" in answer.body


def test_a_form_of_more_than_four_megabytes_is_refused_and_one_of_three_is_read(
    visitor: Visitor, goal: Goal
) -> None:
    assert visitor.post(_field(goal), _words("x" * 3_000_000)).status == 422  # read, and too long
    with suppress(BrokenPipeError, ConnectionResetError):  # refused before all of it was sent
        assert visitor.post(_field(goal), _words("x" * 4_300_000)).status == 400
    assert not Text.objects.exclude(body="").exists()
    assert visitor.post(_field(goal), _words("Kort.")).status == 302


def test_half_a_form_is_not_taken_for_a_whole_one(visitor: Visitor, goal: Goal) -> None:
    token = visitor.cookies[settings.CSRF_COOKIE_NAME]
    data = urlencode({"csrfmiddlewaretoken": token, "save_key": str(uuid4()), "approach.version": 0,
                      "approach": "Dit is de eerste helft"}).encode()  # fmt: skip
    line = visitor.begin(
        f"POST {_field(goal)}",
        **{
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(data) + 100),
        },
    )
    line.sendall(data)
    line.close()
    for _time in range(8):  # long enough for what was half to be saved, if it would be
        assert visitor.ask(SHEET).status == 200
    assert not Text.objects.exclude(body="").exists()


def test_who_goes_away_halfway_holds_no_thread(visitor: Visitor, goal: Goal) -> None:
    for _time in range(THREADS * 8):
        visitor.begin(f"GET {SHEET}document/pdf/").close()
        visitor.begin(f"POST {_field(goal)}", **{"Content-Length": "1000"}).close()
    assert visitor.ask(SHEET).status == 200


def test_many_at_once_are_all_answered(visitor: Visitor) -> None:
    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(lambda _time: visitor.ask(SHEET).status, range(120)))
    assert set(answers) == {200}


def test_many_at_once_take_no_more_connections_than_there_are_threads(visitor: Visitor) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("a file has no connections")
    from os import cpu_count

    with ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda _time: visitor.ask(SHEET).status, range(200)))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            )
            [number] = cursor.fetchone()
    assert set(answers) == {200}
    listening, beside, ours = 1, 1, 1
    assert number <= (cpu_count() or 1) * (THREADS + listening) + beside + ours


def test_an_error_of_ours_is_a_page_of_ours(visitor: Visitor) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE live_presence RENAME TO live_presence_away")
    try:
        answer = visitor.post(f"{SHEET}hier/", {})
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE live_presence_away RENAME TO live_presence")
    assert answer.status == 500
    assert answer.headers["Content-Security-Policy"]
    assert b"Traceback" not in answer.body
    assert visitor.ask(SHEET).status == 200


def test_a_header_with_an_underscore_is_nobodys(visitor: Visitor, goal: Goal) -> None:
    """WSGI knows no difference between X-Forwarded-For, which a proxy sets, and X_Forwarded_For."""
    piece = visitor.ask(_field(goal), "GET", None, **{"HX-Request": "true"})
    page = visitor.ask(_field(goal), "GET", None, **{"HX_Request": "true"})
    assert piece.body.startswith(b"<form")
    assert page.body.startswith(b"<!doctype html>")


def test_a_school_that_stops_does_not_wait_for_pages_that_listen(
    django_db_blocker: Any, tmp_path: Path
) -> None:
    with served("serve", on_test_database(tmp_path)) as (process, port):
        pages = [Page(port, tickets.address(["a"])) for _time in range(6)]
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        for page in pages:
            page.wait(lambda page=page: page.ended)  # type: ignore[misc]

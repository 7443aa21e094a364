"""Mail that is written down first, and sent until it has arrived."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core import mail as sent
from django.db import connection, transaction
from tests.serving import free_port

from partituur.mail import outbox
from partituur.mail.models import Attachment, Mail
from partituur.mail.outbox import File

MINUTE = timedelta(minutes=1)


@pytest.fixture
def put(db: None, moment: datetime) -> Callable[..., Mail]:
    def write(**given: Any) -> Mail:
        about: dict[str, Any] = {
            "kind": Mail.Kind.NOTICE, "to": "jesse@voorbeeld.test", "subject": "Hallo",
            "body": "Een brief.", "at": moment,
        }  # fmt: skip
        return outbox.put(**(about | given))

    return write


class Breaks:
    """A transport that fails so many times."""

    def __init__(self, times: int) -> None:
        self.times, self.tried = times, 0

    def __call__(self, *_args: Any, **_kwargs: Any) -> int:
        self.tried += 1
        if self.tried <= self.times:
            raise ConnectionRefusedError("no server for jesse@voorbeeld.test")
        return 1


def test_a_mail_leaves_once(put: Callable[..., Mail], moment: datetime) -> None:
    put()
    assert outbox.send_due(moment).left == 1
    assert outbox.send_due(moment).left == 0
    [left] = sent.outbox
    assert (left.to, left.subject, left.body) == (["jesse@voorbeeld.test"], "Hallo", "Een brief.")


def test_a_mail_waits_for_its_time(put: Callable[..., Mail], moment: datetime) -> None:
    put(due_at=moment + MINUTE)
    assert outbox.send_due(moment).left == 0
    assert outbox.send_due(moment + MINUTE).left == 1


def test_a_mail_of_a_page_that_failed_is_not_sent(
    put: Callable[..., Mail], moment: datetime
) -> None:
    with transaction.atomic():
        put()
        transaction.set_rollback(True)
    assert outbox.send_due(moment).left == 0


def test_a_mail_that_does_not_leave_is_tried_again_later_each_time(
    put: Callable[..., Mail], moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks = Breaks(3)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", breaks)
    put()
    at, waits = moment, []
    while not Mail.objects.get().closed_at:
        outbox.send_due(at)
        due = Mail.objects.get().due_at
        waits.append(round((due - at) / MINUTE))
        at = due
    assert waits[:3] == [1, 5, 15]
    assert Mail.objects.get().has_left


def test_one_mail_that_fails_does_not_keep_the_next(
    put: Callable[..., Mail], moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.mail.EmailMessage.send", Breaks(1))
    put(), put()
    tally = outbox.send_due(moment)
    assert (tally.left, tally.failed) == (1, 1)


def test_after_five_days_it_is_given_up(
    put: Callable[..., Mail], moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.mail.EmailMessage.send", Breaks(1000))
    put()
    at = moment
    while not Mail.objects.get().closed_at:
        outbox.send_due(at)
        at = max(at + MINUTE, Mail.objects.get().due_at)
        assert at < moment + timedelta(days=7)
    assert not Mail.objects.get().has_left


def test_a_code_that_came_too_late_is_not_sent(put: Callable[..., Mail], moment: datetime) -> None:
    put(kind=Mail.Kind.CODE, expires_at=moment + 15 * MINUTE)
    assert outbox.send_due(moment + 15 * MINUTE).given_up == 1
    assert sent.outbox == []


def test_what_left_is_wiped_and_what_waits_is_not(
    put: Callable[..., Mail], moment: datetime, settings: Any
) -> None:
    settings.KEEP_SENT_MAIL = False
    left, waits = put(), put(due_at=moment + MINUTE)
    outbox.send_due(moment)
    left.refresh_from_db()
    waits.refresh_from_db()
    assert (left.subject, left.body, left.headers) == ("", "", {})
    assert waits.body == "Een brief."


def test_what_went_wrong_is_kept_without_the_address_or_the_words(
    put: Callable[..., Mail], moment: datetime, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    monkeypatch.setattr("django.core.mail.EmailMessage.send", Breaks(1))
    put()
    outbox.send_due(moment)
    assert Mail.objects.get().problem == "ConnectionRefusedError"
    assert "jesse" not in caplog.text


def test_a_subject_cannot_add_headers(put: Callable[..., Mail], moment: datetime) -> None:
    put(subject="Hallo\r\nBcc: iedereen@voorbeeld.test")
    outbox.send_due(moment)
    assert sent.outbox[0].subject == "Hallo Bcc: iedereen@voorbeeld.test"


def test_everything_to_an_address_can_be_forgotten(put: Callable[..., Mail]) -> None:
    put(), put(to="JESSE@voorbeeld.test"), put(to="karin@voorbeeld.test")
    assert outbox.forget("jesse@voorbeeld.test") == 2
    assert Mail.objects.get().to == "karin@voorbeeld.test"


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_a_mail_once(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    for _each in range(20):
        outbox.put(kind=Mail.Kind.NOTICE, to="a@voorbeeld.test", subject="x", body="x", at=moment)
    tallies: list[int] = []

    def go() -> None:
        tallies.append(outbox.send_due(moment).left)
        connection.close()

    workers = [threading.Thread(target=go) for _each in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert (sum(tallies), len(sent.outbox)) == (20, 20)


@pytest.mark.django_db(transaction=True)
def test_control_without_taking_it_first_a_mail_leaves_more_than_once(
    moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "_take", lambda *_args: True)
    outbox.put(kind=Mail.Kind.NOTICE, to="a@voorbeeld.test", subject="x", body="x", at=moment)
    both_looked = threading.Barrier(2, timeout=30)

    def slow(*_args: Any) -> str:
        both_looked.wait()
        return ""

    monkeypatch.setattr(outbox, "_sent", slow)
    tallies: list[int] = []

    def go() -> None:
        tallies.append(outbox.send_due(moment).left)
        connection.close()

    workers = [threading.Thread(target=go) for _each in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert sum(tallies) == 2


# --- a real mail server -----------------------------------------------------------------------


class Letterbox:
    """A mail server that keeps what comes; it refuses as long as it is told to."""

    def __init__(self) -> None:
        self.letters: list[Any] = []
        self.refuses = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if self.refuses:
            return "451 4.3.0 Try again later"
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def server(settings: Any) -> Iterator[tuple[Letterbox, Controller]]:
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port
    yield box, controller
    controller.stop(no_assert=True)


def test_a_real_server_gets_it_as_it_was_written(
    put: Callable[..., Mail], moment: datetime, server: Any
) -> None:
    box, _controller = server
    put(
        subject="Geëvalueerd: ‘samen’",
        body="Één zin.\n",
        headers={"List-Unsubscribe": "<https://x>"},
    )
    assert outbox.send_due(moment).left == 1
    import email
    import email.policy

    letter = email.message_from_bytes(box.letters[0].content, policy=email.policy.default)
    assert letter["Subject"] == "Geëvalueerd: ‘samen’"
    assert letter.get_content().splitlines() == ["Één zin."]
    assert letter["List-Unsubscribe"] == "<https://x>"


def test_a_server_that_refuses_gets_it_later(
    put: Callable[..., Mail], moment: datetime, server: Any
) -> None:
    box, _controller = server
    box.refuses = True
    put()
    assert outbox.send_due(moment).failed == 1
    box.refuses = False
    assert outbox.send_due(moment + MINUTE).left == 1
    assert len(box.letters) == 1


def test_a_server_that_is_away_gets_it_when_it_is_back(
    put: Callable[..., Mail], moment: datetime, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    put()
    assert outbox.send_due(moment).failed == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert outbox.send_due(moment + MINUTE).left == 1


def test_what_is_enclosed_arrives_as_it_was_and_is_wiped_with_the_words(
    put: Callable[..., Mail], moment: datetime, settings: Any
) -> None:
    settings.KEEP_SENT_MAIL = False
    content = "één\r\nregel\r\n".encode()
    put(files=[File("afspraak.ics", "text/calendar; method=REQUEST", content)])
    assert outbox.send_due(moment).left == 1
    whole = message_from_bytes(sent.outbox[0].message().as_bytes(), policy=default)
    [part] = list(whole.iter_attachments())
    assert part.get_filename() == "afspraak.ics"
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == "REQUEST"
    assert part.get_payload(decode=True) == content
    assert Attachment.objects.count() == 0


def test_a_mail_that_does_not_leave_keeps_what_is_enclosed(
    put: Callable[..., Mail], moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(files=[File("afspraak.ics", "text/calendar", b"x")])
    monkeypatch.setattr("django.core.mail.EmailMessage.send", Breaks(1))
    assert outbox.send_due(moment).failed == 1
    assert Attachment.objects.count() == 1


def test_what_waits_about_something_can_be_taken_back(
    put: Callable[..., Mail], moment: datetime
) -> None:
    put(about="meeting:1", files=[File("afspraak.ics", "text/calendar", b"x")])
    put(about="meeting:1", to="karin@voorbeeld.test")
    put(about="meeting:2")
    put()
    assert outbox.take_back("meeting:1", to="karin@voorbeeld.test") == 1
    assert outbox.take_back("meeting:1") == 1
    assert outbox.take_back("") == 0
    assert outbox.send_due(moment).left == 2

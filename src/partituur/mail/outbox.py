"""Putting mail in the outbox, and sending what waits there.

A mail that cannot be sent is tried again, later each time, for five days. Two workers never send
the same mail: taking one is a single UPDATE that only one of them wins. A worker that dies between
the mail server's yes and our note of it sends the mail once more: better twice than never.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage

from partituur.mail.models import Mail

WAITS = (1, 5, 15, 60, 240, 720)  # minutes until the next try; then every twelve hours
GIVE_UP_AFTER = timedelta(days=5)
TAKEN_FOR = timedelta(minutes=10)  # how long a worker may be busy with one mail
AT_ONCE = 50  # mails in one go

log = logging.getLogger("partituur.mail")


@dataclass(slots=True)
class Tally:
    """What one go did."""

    left: int = 0
    failed: int = 0
    given_up: int = 0


def put(
    *,
    kind: Mail.Kind,
    to: str,
    subject: str,
    body: str,
    at: datetime,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> Mail:
    """Write a mail down; it leaves when ``due_at`` has come and this transaction is done.

    :param subject: one line; a line break in it becomes a space
    :param headers: beside the usual ones, as List-Unsubscribe
    """
    return Mail.objects.create(
        kind=kind, to=to, subject=" ".join(subject.split())[:200], body=body,
        headers=dict(headers or {}), made_at=at, due_at=due_at or at, expires_at=expires_at,
    )  # fmt: skip


def send_due(at: datetime) -> Tally:
    """Send what may leave at ``at``. Never raises for a mail that does not arrive."""
    tally = Tally()
    waiting = Mail.objects.filter(closed_at__isnull=True, due_at__lte=at).order_by("due_at", "pk")
    for mail in list(waiting[:AT_ONCE]):
        if not _take(mail, at):
            continue
        if _is_pointless(mail, at):
            _close(mail, at, has_left=False)
            tally.given_up += 1
        elif problem := _sent(mail):
            _later(mail, at, problem)
            tally.failed += 1
        else:
            _close(mail, at, has_left=True)
            tally.left += 1
    return tally


def forget(address: str) -> int:
    """Remove every mail to an address, sent or waiting; how many there were."""
    return Mail.objects.filter(to__iexact=address).delete()[0]


def clear(before: datetime) -> int:
    """Remove what was closed before a moment; how many there were."""
    return Mail.objects.filter(closed_at__lt=before).delete()[0]


def _take(mail: Mail, at: datetime) -> bool:
    """Claim a mail for this worker; False when another was first."""
    return bool(
        Mail.objects.filter(pk=mail.pk, due_at=mail.due_at, closed_at__isnull=True).update(
            due_at=at + TAKEN_FOR
        )
    )


def _is_pointless(mail: Mail, at: datetime) -> bool:
    return at - mail.made_at > GIVE_UP_AFTER or bool(mail.expires_at and mail.expires_at <= at)


def _sent(mail: Mail) -> str:
    """Send one mail; what went wrong, in one line, or nothing."""
    message = EmailMessage(
        mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [mail.to], headers=mail.headers
    )
    try:
        message.send()
    except Exception as wrong:  # whatever a mail server does, the next mail has to go
        # Its kind only: what a mail server says can quote the address and the words.
        log.warning("a mail did not leave: %s", type(wrong).__name__)
        return type(wrong).__name__
    return ""


def _later(mail: Mail, at: datetime, problem: str) -> None:
    wait = timedelta(minutes=WAITS[min(mail.tries, len(WAITS) - 1)])
    Mail.objects.filter(pk=mail.pk).update(
        tries=mail.tries + 1, problem=problem[:200], due_at=at + wait
    )


def _close(mail: Mail, at: datetime, *, has_left: bool) -> None:
    wiped = {} if settings.KEEP_SENT_MAIL else {"subject": "", "body": "", "headers": {}}
    Mail.objects.filter(pk=mail.pk).update(closed_at=at, has_left=has_left, **wiped)

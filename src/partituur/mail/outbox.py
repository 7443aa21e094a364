"""Putting mail in the outbox, and sending what waits there.

A mail that cannot be sent is tried again, later each time, for five days. Two workers never send
the same mail: taking one is a single UPDATE that only one of them wins. A worker that dies between
the mail server's yes and our note of it sends the mail once more: better twice than never.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.encoders import encode_base64
from email.headerregistry import ContentTypeHeader
from email.mime.base import MIMEBase
from email.policy import default as by_the_rules
from typing import cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet

from partituur.mail.models import Attachment, Mail

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


@dataclass(frozen=True, slots=True)
class File:
    """What goes along with a mail. ``type``: a media type with its parameters."""

    name: str
    type: str
    content: bytes


@transaction.atomic
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
    about: str = "",
    files: Iterable[File] = (),
) -> Mail:
    """Write a mail down; it leaves when ``due_at`` has come and this transaction is done.

    :param subject: one line; a line break in it becomes a space
    :param headers: beside the usual ones, as List-Unsubscribe
    :param about: a word of one's own for what it is about; see take_back
    """
    mail = Mail.objects.create(
        kind=kind, to=to, subject=" ".join(subject.split())[:200], body=body, about=about,
        headers=dict(headers or {}), made_at=at, due_at=due_at or at, expires_at=expires_at,
    )  # fmt: skip
    Attachment.objects.bulk_create(
        Attachment(mail=mail, name=each.name, type=each.type, content=each.content)
        for each in files
    )
    return mail


def take_back(about: str, *, to: str = "") -> int:
    """Remove what still waits about something, for it is not true any more; how many mails.

    :param to: only what goes to this address; empty for all
    """
    waiting = Mail.objects.filter(about=about, closed_at__isnull=True).exclude(about="")
    return _removed(waiting.filter(to__iexact=to) if to else waiting)


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
    return _removed(Mail.objects.filter(to__iexact=address))


def clear(before: datetime) -> int:
    """Remove what was closed before a moment; how many there were."""
    return _removed(Mail.objects.filter(closed_at__lt=before))


def _removed(mails: QuerySet[Mail]) -> int:
    """How many mails went; what was enclosed went with them."""
    return mails.delete()[1].get("mail.Mail", 0)


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
    for each in mail.attachments.order_by("pk"):
        message.attach(_enclosed(each))
    try:
        message.send()
    except Exception as wrong:  # whatever a mail server does, the next mail has to go
        # Its kind only: what a mail server says can quote the address and the words.
        log.warning("a mail did not leave: %s", type(wrong).__name__)
        return type(wrong).__name__
    return ""


def _enclosed(file: Attachment) -> MIMEBase:
    """The attachment as a part of the message; a calendar's method stands in its type."""
    made = by_the_rules.header_factory("Content-Type", file.type)
    kind = cast(ContentTypeHeader, made)
    part = MIMEBase(kind.maintype, kind.subtype, **kind.params)
    part.set_payload(bytes(file.content))
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=file.name)
    return part


def _later(mail: Mail, at: datetime, problem: str) -> None:
    wait = timedelta(minutes=WAITS[min(mail.tries, len(WAITS) - 1)])
    Mail.objects.filter(pk=mail.pk).update(
        tries=mail.tries + 1, problem=problem[:200], due_at=at + wait
    )


def _close(mail: Mail, at: datetime, *, has_left: bool) -> None:
    keeps = settings.KEEP_SENT_MAIL
    wiped = {} if keeps else {"subject": "", "body": "", "headers": {}, "about": ""}
    with transaction.atomic():
        Mail.objects.filter(pk=mail.pk).update(closed_at=at, has_left=has_left, **wiped)
        if not keeps:
            Attachment.objects.filter(mail=mail.pk).delete()

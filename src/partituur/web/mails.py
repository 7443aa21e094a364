"""The mails, in words: plain text, short, in the language of who gets them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.mail import outbox
from partituur.mail.models import Mail
from partituur.schools.models import Membership

CODE_HOLDS_FOR = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)


def link(name: str, *args: object) -> str:
    """A whole address for in a mail; it begins with our own, whatever a browser said."""
    return settings.ADDRESS + reverse(name, args=args)


def code(*, to: str, code: str, at: datetime) -> Mail:
    """The code to sign in with. Goes at once."""
    return outbox.put(
        kind=Mail.Kind.CODE, to=to, at=at, expires_at=at + CODE_HOLDS_FOR,
        subject=_("{code} is je code voor Partituur").format(code=code),
        body=_body("code", code=code, minutes=int(CODE_HOLDS_FOR.total_seconds() // 60)),
    )  # fmt: skip


def unknown_address(*, to: str, at: datetime) -> Mail:
    """To who asked for a code at an address that we do not know: nobody waits for nothing."""
    return outbox.put(
        kind=Mail.Kind.CODE, to=to, at=at, expires_at=at + CODE_HOLDS_FOR,
        subject=_("Dit adres kennen we niet bij Partituur"), body=_body("unknown_address"),
    )  # fmt: skip


def invitation(
    *, member: Membership, token: str, by: Membership, at: datetime, leaves_at: datetime
) -> Mail:
    """The link with which a member comes in for the first time.

    In Dutch, whatever the language of who invites: nobody knows yet which one the member wants.
    """
    with translation.override("nl"):
        return outbox.put(
            kind=Mail.Kind.INVITATION, to=member.email, at=at, due_at=leaves_at,
            subject=_("{name} nodigt je uit voor het plan van {school}").format(
                name=by.name, school=member.school.name
            ),
            body=_body("invitation", member=member, by=by, link=link("invitation", token)),
        )  # fmt: skip


def digest(*, member: Membership, lines: list[str], off: str, at: datetime) -> Mail:
    """What waits for a member, and what colleagues did this week."""
    assert member.person
    return outbox.put(
        kind=Mail.Kind.DIGEST, to=member.person.email, at=at,
        subject=_("Deze week bij {school}").format(school=member.school.name),
        body=_body(
            "digest", member=member, lines=lines, off=off,
            link=link("plan-now", member.school.slug), log=link("log", member.school.slug),
            head=chain.head(member.school.public_id),
        ),
        headers={
            "List-Unsubscribe": f"<{off}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )  # fmt: skip


def _body(name: str, **context: object) -> str:
    said: str = render_to_string(f"mails/{name}.txt", context)
    return said.strip() + "\n"

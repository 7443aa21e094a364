"""The mails, in words: plain text, short, in the language of who gets them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from partituur.adoption import queries as adoption
from partituur.adoption.models import Amendment, PlanVersion
from partituur.kernel import chain
from partituur.mail import outbox
from partituur.mail.models import Mail
from partituur.schools import quiet
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


def amendment(*, amendment: Amendment, member: Membership, at: datetime) -> Mail | None:
    """To who may ask that a small change goes to the meeting; it never quotes what was written."""
    if member.person is None or amendment.by is None or amendment.counts_from is None:
        return None
    with translation.override(member.person.language or "nl"):
        return _notice(
            member, at, "amendment", _("{name} stelt een kleine wijziging voor"),
            amendment.by.name, plan=amendment.plan, day=amendment.counts_from,
            link=_amendment_link(amendment),
        )  # fmt: skip


def amendment_asked(*, amendment: Amendment, at: datetime) -> Mail | None:
    """To who proposed a small change: a colleague wants to talk it over in the meeting."""
    member, asker = amendment.by, amendment.asked_by
    if member is None or member.person is None or asker is None:
        return None
    with translation.override(member.person.language or "nl"):
        return _notice(
            member, at, "amendment_asked", _("{name} wil je wijziging in het team bespreken"),
            asker.name, link=_amendment_link(amendment),
        )  # fmt: skip


def amendment_counts(*, version: PlanVersion, member: Membership, at: datetime) -> Mail | None:
    """To the team: a small change counts from now, with the fingerprint of its version."""
    if member.person is None:
        return None
    with translation.override(member.person.language or "nl"):
        return _notice(
            member, at, "amendment_counts",
            _("Het plan is bijgesteld: versie {name}"), str(version.number),
            plan=version.plan, number=version.number, fingerprint=adoption.fingerprint(version),
            link=link("plan", version.plan.school.slug, version.plan.year.slug),
        )  # fmt: skip


def _notice(
    member: Membership, at: datetime, template: str, subject: str, name: str, **context: object
) -> Mail:
    """A mail that waits for a school day between eight and six."""
    assert member.person
    return outbox.put(
        kind=Mail.Kind.NOTICE, to=member.person.email, at=at,
        due_at=quiet.opens_at(member.school, at), subject=subject.format(name=name),
        body=_body(template, member=member, who=name, **context),
    )  # fmt: skip


def _amendment_link(amendment: Amendment) -> str:
    plan = amendment.plan
    return link("amendment", plan.school.slug, plan.year.slug, amendment.public_id)


def _body(name: str, **context: object) -> str:
    said: str = render_to_string(f"mails/{name}.txt", context)
    return said.strip() + "\n"

"""The mails, in words: plain text, short, in the language of who gets them."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partituur.adoption import queries as adoption
from partituur.adoption.models import Amendment, PlanVersion
from partituur.exchange.calendar import writing as calendar
from partituur.kernel import chain
from partituur.mail import outbox
from partituur.mail.models import Mail
from partituur.mail.outbox import File
from partituur.meetings.models import Decision, Meeting
from partituur.schools import queries as schools
from partituur.schools import quiet
from partituur.schools.models import Membership

CODE_HOLDS_FOR = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
CALENDAR_FILE = "teamvergadering.ics"


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


# --- a meeting -------------------------------------------------------------------------------


def address_of(member: Membership) -> str:
    """Where a member gets mail: the address they sign in with, else the one the school knows."""
    return member.person.email if member.person else member.email


def meeting_invitation(
    *, meeting: Meeting, member: Membership, by: Membership, at: datetime, leaves_at: datetime
) -> Mail | None:
    """Come, read along: with the appointment for one's own calendar. None without an address."""
    return _about_meeting("meeting_invitation", meeting, member, by, at, leaves_at)


def meeting_changed(
    *, meeting: Meeting, member: Membership, by: Membership, at: datetime
) -> Mail | None:
    """Another time or place; the appointment in the calendar goes along."""
    return _about_meeting("meeting_changed", meeting, member, by, at, at)


def meeting_cancelled(
    *, meeting: Meeting, member: Membership, by: Membership, at: datetime
) -> Mail | None:
    """The meeting is off, for everybody or for who is not invited any more."""
    return _about_meeting("meeting_cancelled", meeting, member, by, at, at)


def about_meeting(meeting: Meeting) -> str:
    """What the outbox knows the mails of a meeting by."""
    return f"meeting:{meeting.public_id}"


def appointment(meeting: Meeting) -> calendar.Appointment:
    """A meeting for in a calendar, in the language of now. It says nothing of the plan's words."""
    name, email = meeting.school.name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    address = link("meeting", meeting.school.slug, meeting.public_id)
    return calendar.Appointment(
        uid=meeting.public_id, summary=_("Teamvergadering"), starts_at=meeting.starts_at,
        place=meeting.place, url=address, sequence=meeting.sequence,
        description=_("Lees vooraf mee en reageer: {address}").format(address=address),
        organizer=calendar.Somebody(name, email),
    )  # fmt: skip


def _about_meeting(
    name: str,
    meeting: Meeting,
    member: Membership,
    by: Membership,
    at: datetime,
    leaves_at: datetime,
) -> Mail | None:
    to = address_of(member)
    if not to:
        return None
    method = calendar.CANCEL if name == "meeting_cancelled" else calendar.REQUEST
    with translation.override(_language_of(member)):
        begins = timezone.localtime(meeting.starts_at)
        day, time = date_format(begins, "l j F"), date_format(begins, "H.i")
        file = calendar.write(
            appointment(meeting), method=method, to=calendar.Somebody(member.name, to), at=at
        )
        return outbox.put(
            kind=Mail.Kind.MEETING, to=to, at=at, due_at=leaves_at, expires_at=meeting.starts_at,
            subject=_subject(name).format(day=day, time=time), about=about_meeting(meeting),
            body=_body(
                name, member=member, by=by, meeting=meeting, day=day, time=time,
                link=link("meeting", meeting.school.slug, meeting.public_id),
                plan=link("plan", meeting.school.slug, meeting.plan.year.slug),
            ),
            files=[File(CALENDAR_FILE, f"{calendar.TYPE}; method={method}", file)],
        )  # fmt: skip


def _subject(name: str) -> str:
    if name == "meeting_cancelled":
        return _("Gaat niet door: teamvergadering van {day}")
    if name == "meeting_changed":
        return _("Veranderd: teamvergadering op {day} om {time}")
    return _("Teamvergadering op {day} om {time}")


def adopted(*, version: PlanVersion, decision: Decision, at: datetime) -> list[Mail]:
    """To the whole team, the witness: what was decided, with the fingerprint of the version.

    Goes at once. Who keeps the mail can show later that the version is the one of that day.
    """
    team = schools.members_of(decision.meeting.school, day=timezone.localdate(at))
    return [
        _adopted(version, decision, member, to, at)
        for member in team.select_related("person")
        if (to := address_of(member))
    ]


def _adopted(
    version: PlanVersion, decision: Decision, member: Membership, to: str, at: datetime
) -> Mail:
    plan = decision.meeting.plan
    with translation.override(_language_of(member)):
        day = date_format(timezone.localtime(version.at), "j F Y")
        subject = _("Versie {number} van het begeleidingsplan is vastgesteld")
        return outbox.put(
            kind=Mail.Kind.MEETING, to=to, at=at, subject=subject.format(number=version.number),
            body=_body(
                "adopted", member=member, version=version, plan=plan, day=day, decision=decision,
                fingerprint=adoption.fingerprint(version),
                link=link("plan", plan.school.slug, plan.year.slug),
            ),
        )  # fmt: skip


def _language_of(member: Membership) -> str:
    return (member.person.language if member.person else "") or "nl"


def _body(name: str, **context: object) -> str:
    said: str = render_to_string(f"mails/{name}.txt", context)
    return said.strip() + "\n"

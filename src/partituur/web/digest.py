"""The weekly mail (weekbericht): what waits for somebody, and what colleagues did.

It leaves on the first school day of the week, in the morning; when there is nothing to tell it does
not leave. It names people and parts, and never quotes what was written.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partituur.kernel import clock
from partituur.plans import queries as plans
from partituur.plans import rules
from partituur.plans.models import Handover, Part, Plan
from partituur.schools import queries as schools
from partituur.schools import quiet
from partituur.schools.models import Membership, School
from partituur.talking import queries as talking
from partituur.talking.models import Remark, Suggestion, SupportQuestion
from partituur.web import mails

WEEK = timedelta(days=7)
MOST = 5  # lines in one mail
SALT = "partituur.web.digest"


def send_digests() -> None:
    """Put the weekly mail of every school in the outbox, on the right day. May be called again."""
    now = clock.now()
    for school in School.objects.order_by("pk"):
        if is_the_day(school, now):
            _send(school, now)


def is_the_day(school: School, now: datetime) -> bool:
    """Whether it is a time for mail on the first school day of this week."""
    if quiet.is_quiet(school, now):
        return False
    monday = now - timedelta(days=now.weekday())
    begin = monday.replace(hour=0, minute=0, second=0, microsecond=0)
    return quiet.opens_at(school, begin).date() == now.date()


def _send(school: School, now: datetime) -> None:
    start = schools.year_on(now.date())
    plan = plans.plan_or_none(school, year_start=start)
    if plan is None:
        return
    for member in schools.members_of(school, day=now.date()).select_related("person"):
        last = member.digest_at
        due = last is None or now - last > WEEK - timedelta(hours=20)
        if member.person and member.gets_digest and due:
            _send_one(member, plan, since=max(last or now - WEEK, now - 3 * WEEK), now=now)


@transaction.atomic
def _send_one(member: Membership, plan: Plan, *, since: datetime, now: datetime) -> None:
    assert member.person
    with translation.override(member.person.language or "nl"):
        lines = lines_for(member, plan, since=since, now=now)
        if not lines:
            return
        # The filter lets one of two workers write it.
        if Membership.objects.filter(pk=member.pk, digest_at=member.digest_at).update(
            digest_at=now
        ):
            mails.digest(
                member=member, lines=lines, off=mails.link("digest-off", token_of(member)), at=now
            )


def lines_for(member: Membership, plan: Plan, *, since: datetime, now: datetime) -> list[str]:
    """What the mail says, the most urgent first; nothing when there is nothing."""
    found = [
        *_asked(member, plan),
        *_to_hand_over(member, plan, now),
        *_answered(member, plan, since),
        *_suggested(member, plan, now),
        *_said(member, plan, since, now),
        *_shared(member, plan, since),
    ]
    return found[:MOST]


def _asked(member: Membership, plan: Plan) -> list[str]:
    return [
        _("{name} vraagt je hulp. Zeg je ja of nee?").format(name=each.asked_by.name)
        for each in talking.asked_of(member, plan)
        if each.asked_by
    ]


def _to_hand_over(member: Membership, plan: Plan, now: datetime) -> list[str]:
    asked = Handover.objects.filter(part__in=rules.own_parts(plan, member, now.date()))
    return [
        _("Mag {name} jouw intern begeleider worden? Jij beslist.").format(name=each.to.name)
        for each in asked.select_related("to").order_by("pk")
    ]


def _answered(member: Membership, plan: Plan, since: datetime) -> list[str]:
    """Who said yes or no to what the member asked."""
    answered = SupportQuestion.objects.filter(
        asked_by=member, answered_at__gt=since, says_yes__isnull=False, goal__part__plan=plan
    )
    return [
        (_("{name} helpt je.") if each.says_yes else _("{name} kan je nu niet helpen.")).format(
            name=each.colleague.name
        )
        for each in answered.select_related("colleague").order_by("pk")
    ]


def _suggested(member: Membership, plan: Plan, now: datetime) -> list[str]:
    mine = rules.own_parts(plan, member, now.date())
    number = (
        Suggestion.objects.filter(
            conversation__in=talking.readable(plan, member, now.date()),
            conversation__part__in=mine, state=Suggestion.State.OPEN,
        )
        .exclude(author=member)
        .count()
    )  # fmt: skip
    if not number:
        return []
    return [
        ngettext(
            "Er ligt een voorstel bij jouw deel.",
            "Er liggen {number} voorstellen bij jouw deel.",
            number,
        ).format(number=number)
    ]


def _said(member: Membership, plan: Plan, since: datetime, now: datetime) -> list[str]:
    """Who spoke where the member is a partner, took part or was called."""
    readable = talking.readable(plan, member, now.date())
    remarks = Remark.objects.filter(conversation__in=readable, at__gt=since).exclude(author=member)
    called = remarks.filter(mentions=member)
    with_me = remarks.filter(conversation__remarks__author=member)
    mine = rules.own_parts(plan, member, now.date())
    own = remarks.filter(conversation__part__in=mine)
    lines = [
        _("{name} haalde je bij een gesprek.").format(name=name)
        for name in sorted({each.author.name for each in called.select_related("author")})
    ]
    others = {
        each.author.name
        for each in (with_me | own).distinct().select_related("author")
        if each not in called
    }
    if others:
        lines.append(
            _("Nieuw in jouw gesprekken: {names}.").format(names=", ".join(sorted(others)))
        )
    return lines


def _shared(member: Membership, plan: Plan, since: datetime) -> list[str]:
    fresh = (
        Part.objects.filter(plan=plan, shared_at__gt=since, removed_at__isnull=True)
        .exclude(subjects__member=member)
        .order_by("shared_at")
    )
    headings = [each.heading for each in fresh]
    if not headings:
        return []
    return [_("Nieuw gedeeld met het team: {names}.").format(names=", ".join(headings))]


# --- off at will ------------------------------------------------------------------------------


def token_of(member: Membership) -> str:
    """What stands in the link with which somebody turns the mail off."""
    return signing.dumps(str(member.public_id), salt=SALT)


def member_of(token: str) -> Membership | None:
    """Whose link it is."""
    try:
        found = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Membership.objects.select_related("school").filter(public_id=found).first()

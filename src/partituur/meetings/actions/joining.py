"""Joining with a phone (meedoen) without an account: say who you are, and be confirmed.

The phone gets a token of its own, good for this meeting alone, and a sign of two digits that stands
on both screens: whoever runs the meeting says yes to that phone and no other.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.meetings import rules
from partituur.meetings.actions import holding
from partituur.meetings.changing import changed, counts_changed, hold
from partituur.meetings.models import Device, Meeting, Seat
from partituur.schools.models import Membership

MOST_WAITING = 5  # phones that may wait for one name at once


@transaction.atomic
def ask(*, seat: Seat, at: datetime) -> tuple[Device, str]:
    """Say on a phone who you are; the device that waits, and the token that only the phone keeps.

    :raises Refusal: the meeting is not open; too many phones ask for this name
    """
    if seat.meeting.state != Meeting.State.OPEN:
        raise Refusal(_("Deze vergadering is niet open."))
    if Device.objects.filter(seat=seat, confirmed_at__isnull=True).count() >= MOST_WAITING:
        raise Refusal(_("Er vragen al veel telefoons om deze naam. Steek even je hand op."))
    token = secrets.token_urlsafe(24)
    device = Device.objects.create(
        school_id=seat.school_id, seat=seat, digest=_digest(token), sign=_sign(seat.meeting),
        asked_at=at,
    )  # fmt: skip
    counts_changed(seat.meeting)
    return device, token


def _sign(meeting: Meeting) -> str:
    """Two digits that no other waiting phone has, as long as there are any."""
    waiting = Device.objects.filter(seat__meeting=meeting, confirmed_at__isnull=True)
    taken = set(waiting.values_list("sign", flat=True))
    free = [f"{number}" for number in range(10, 100) if f"{number}" not in taken]
    return secrets.choice(free or [f"{number}" for number in range(10, 100)])


@transaction.atomic
def confirm(*, device: Device, by: Membership, at: datetime) -> None:
    """Say yes to a phone: from now on it is this member's, for this meeting.

    :raises Refusal: see rules.why_not_lead; another said no to it meanwhile
    """
    hold(device.seat.meeting)
    if reason := rules.why_not_lead(device.seat.meeting, by):
        raise Refusal(reason)
    Device.objects.filter(pk=device.pk, confirmed_at__isnull=True).update(confirmed_at=at)
    if not Device.objects.filter(pk=device.pk).exists():
        raise Refusal(_("Deze telefoon vraagt niet meer om mee te doen."))
    holding.arrive(seat=device.seat, at=at)
    changed(device.seat.meeting)


@transaction.atomic
def refuse(*, device: Device, by: Membership, at: datetime) -> None:
    """Say no to a phone, or take a yes back: it can do nothing any more.

    :raises Refusal: see rules.why_not_lead
    """
    if reason := rules.why_not_lead(device.seat.meeting, by):
        raise Refusal(reason)
    meeting = device.seat.meeting
    device.delete()
    changed(meeting)
    counts_changed(meeting)


def device_of(token: str) -> Device | None:
    """The phone with this token, with its seat, member and meeting; None when there is none."""
    if not token:
        return None
    return (
        Device.objects.filter(digest=_digest(token))
        .select_related("seat__member__school", "seat__meeting__plan__school")
        .first()
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

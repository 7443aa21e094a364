"""What the worker does: sending mail, and the rounds of the day. Each may be done again at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from partituur.accounts import factors
from partituur.accounts.models import Person
from partituur.adoption import amendments
from partituur.adoption.actions import amending
from partituur.adoption.models import PlanVersion
from partituur.evaluations.actions import destroying as evaluations
from partituur.kernel import clock
from partituur.live import presence, telling
from partituur.mail import outbox
from partituur.privacy.actions import destroying
from partituur.schools import queries as schools
from partituur.schools.models import Invitation, Membership, School
from partituur.web import digest, mails

MAIL_IS_KEPT_FOR = timedelta(days=35)
PERSON_WAITS_FOR = timedelta(days=30)  # an account that was made and never came in anywhere


def send_mail() -> None:
    """Send what is due, until nothing is."""
    while outbox.send_due(clock.now()).left == outbox.AT_ONCE:
        pass


def sign_out_who_left() -> None:
    """End the sessions of who has no place in any school today."""
    today = clock.today()
    inside = Membership.objects.on(today).filter(person__isnull=False).values("person")
    for person in Person.objects.filter(usersession__isnull=False).exclude(pk__in=inside):
        factors.end_sessions(person)


def count_small_changes() -> None:
    """Let the small changes count whose term is over, and tell the team; each on its own."""
    now = clock.now()
    for due in amendments.due(now.date()):
        with transaction.atomic():
            version = amending.accept_when_due(amendment=due, at=now)
            if version is not None:
                _tell_team(version, now)


def _tell_team(version: PlanVersion, now: datetime) -> None:
    for member in schools.members_of(version.school, day=now.date()).select_related("person"):
        mails.amendment_counts(version=version, member=member, at=now)


def clear_away() -> None:
    """Remove what has had its time: sessions, invitations, mail that left, who was where."""
    now = clock.now()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    Invitation.objects.filter(expires_at__lt=now - PERSON_WAITS_FOR).delete()
    outbox.clear(now - MAIL_IS_KEPT_FOR)
    telling.clear()
    presence.clear(now)
    Person.objects.filter(
        memberships__isnull=True, created_at__lt=timezone.now() - PERSON_WAITS_FOR
    ).delete()


def destroy_what_had_its_time() -> None:
    """Once a day, in the night: what the terms of each school say."""
    now = clock.now()
    if now.hour != 3 and not settings.DEBUG:
        return
    for school in School.objects.order_by("pk"):
        evaluations.destroy(school=school, at=now)
        destroying.destroy(school=school, at=now)


ROUNDS: tuple[Callable[[], None], ...] = (
    sign_out_who_left,
    clear_away,
    digest.send_digests,
    count_small_changes,
    destroy_what_had_its_time,
)

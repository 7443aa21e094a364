"""What the worker does in its rounds."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail as sent
from django.utils import timezone
from tests.web.signing_in.test_account import come_in

from partituur.accounts.models import Person
from partituur.live import presence
from partituur.live.models import Presence
from partituur.mail import outbox
from partituur.mail.models import Mail
from partituur.schools.actions import inviting
from partituur.schools.models import Invitation, Membership
from partituur.web import rounds


def test_the_mail_that_is_due_leaves(moment: datetime, db: None) -> None:
    for _each in range(outbox.AT_ONCE + 3):
        outbox.put(kind=Mail.Kind.NOTICE, to="a@voorbeeld.test", subject="x", body="x", at=moment)
    rounds.send_mail()
    assert len(sent.outbox) == outbox.AT_ONCE + 3


def test_who_left_is_signed_out_and_who_stays_is_not(
    teacher: Membership, other_teacher: Membership, moment: datetime
) -> None:
    left, stays = come_in(teacher), come_in(other_teacher)
    Membership.objects.filter(pk=teacher.pk).update(until_date=moment.date() - timedelta(days=1))
    rounds.sign_out_who_left()
    assert left.get("/account/").status_code == 302
    assert stays.get("/account/").status_code == 200


def test_what_has_had_its_time_is_removed_and_nothing_else(
    coordinator: Membership, school: Any, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = Membership.objects.create(
        school=school, name="Noor", email="noor@voorbeeld.test", is_teacher=True
    )
    inviting.invite(member=member, by=coordinator, at=moment)
    outbox.put(kind=Mail.Kind.NOTICE, to="a@voorbeeld.test", subject="x", body="x", at=moment)
    outbox.send_due(moment)
    presence.arrive(topic="sheet:1", who=member.public_id, at=moment)
    nobody = Person.objects.create_user("niemand@voorbeeld.test")
    rounds.clear_away()
    assert (Mail.objects.count(), Invitation.objects.count()) == (1, 1)
    assert Person.objects.filter(pk=nobody.pk).exists()
    assert presence.here_now(topic="sheet:1", at=moment) == [member.public_id]

    Person.objects.update(created_at=timezone.now() - timedelta(days=31))
    monkeypatch.setattr("partituur.kernel.clock.now", lambda: moment + timedelta(days=36))
    rounds.clear_away()

    assert (Mail.objects.count(), Invitation.objects.count()) == (0, 0)
    assert Presence.objects.count() == 0
    assert list(Person.objects.all()) == [coordinator.person]

"""Who is here now: known while they are, and gone with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from partituur.live import presence
from partituur.live.models import Presence

pytestmark = pytest.mark.django_db

ONE, OTHER = uuid4(), uuid4()


def test_who_comes_is_here_and_who_leaves_is_not(moment: datetime) -> None:
    assert presence.arrive(topic="a", who=ONE, at=moment)
    assert presence.arrive(topic="a", who=OTHER, at=moment)
    assert presence.here_now(topic="a", at=moment) == [ONE, OTHER]
    assert presence.here_now(topic="b", at=moment) == []

    assert presence.leave(topic="a", who=ONE)
    assert not presence.leave(topic="a", who=ONE)
    assert presence.here_now(topic="a", at=moment) == [OTHER]


def test_who_says_nothing_for_45_seconds_is_gone_and_no_row_tells_of_it(moment: datetime) -> None:
    presence.arrive(topic="a", who=ONE, at=moment)
    later = moment + timedelta(seconds=45)
    assert presence.here_now(topic="a", at=later - timedelta(seconds=1)) == [ONE]
    assert presence.here_now(topic="a", at=later) == []

    presence.arrive(topic="b", who=OTHER, at=later)
    assert [each.who for each in Presence.objects.all()] == [OTHER]


def test_who_stays_is_one_row_that_is_not_written_over_and_over(moment: datetime) -> None:
    assert presence.arrive(topic="a", who=ONE, at=moment)
    for seconds in (1, 9, 20, 40):
        at = moment + timedelta(seconds=seconds)
        assert not presence.arrive(topic="a", who=ONE, at=at)
    assert Presence.objects.get().seen_at == moment + timedelta(seconds=40)
    assert presence.arrive(topic="a", who=ONE, at=moment + timedelta(seconds=90))  # came back


def test_somebody_is_forgotten_everywhere(moment: datetime) -> None:
    for topic in ("a", "b"):
        presence.arrive(topic=topic, who=ONE, at=moment)
    presence.forget(who=ONE)
    assert not Presence.objects.exists()

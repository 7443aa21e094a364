"""Telling who takes part that something changed. Called inside the transaction that changes it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F

from partituur.live import telling
from partituur.meetings.models import Meeting


def topic_of(meeting: UUID) -> str:
    """What everybody in a meeting hears: another point, other words, closed, over."""
    return f"meeting:{meeting}"


def counts_topic_of(meeting: UUID) -> str:
    """What the screen and whoever runs the meeting hear: counts, who came, who wants to speak."""
    return f"tally:{meeting}"


def hold(meeting: Meeting) -> None:
    """Let whoever else leads this meeting wait until the transaction is done; see it as it is now.

    Everybody who leads takes the meeting before its points, so that two never wait for each other.
    Answers do not take it: they wait for their own point only.
    """
    now = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    meeting.state, meeting.point_id, meeting.beat = now.state, now.point_id, now.beat


def changed(meeting: Meeting) -> None:
    """What phones show changed."""
    Meeting.objects.filter(pk=meeting.pk).update(beat=F("beat") + 1)
    meeting.beat += 1
    telling.tell(topic_of(meeting.public_id), str(meeting.beat))


def counts_changed(meeting: Meeting) -> None:
    """A count, a presence or a word changed."""
    telling.tell(counts_topic_of(meeting.public_id))

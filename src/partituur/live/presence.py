"""Who is here now (wie er nu is): kept while a page is open, and no longer."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from partituur.live.models import Presence

GONE_AFTER = timedelta(seconds=45)  # without a word; a page says every 20 seconds that it is there
FRESH = timedelta(seconds=10)  # somebody seen so shortly ago is not written down again


def arrive(*, topic: str, who: UUID, at: datetime) -> bool:
    """Say that somebody is here, now or still; whether they just came."""
    seen = Presence.objects.filter(topic=topic, who=who).values_list("seen_at", flat=True).first()
    if seen is not None and at - FRESH < seen <= at:
        return False
    clear(at)
    Presence.objects.bulk_create(
        [Presence(topic=topic, who=who, seen_at=at)],
        update_conflicts=True,
        unique_fields=["topic", "who"],
        update_fields=["seen_at"],
    )
    return seen is None or seen <= at - GONE_AFTER


def leave(*, topic: str, who: UUID) -> bool:
    """Say that somebody is gone; whether they were here."""
    gone, _by_table = Presence.objects.filter(topic=topic, who=who).delete()
    return bool(gone)


def here_now(*, topic: str, at: datetime) -> list[UUID]:
    """Who is here, in the order in which they came."""
    here = Presence.objects.filter(topic=topic, seen_at__gt=at - GONE_AFTER)
    return list(here.order_by("pk").values_list("who", flat=True))


def forget(*, who: UUID) -> None:
    """Forget somebody everywhere."""
    Presence.objects.filter(who=who).delete()


def clear(at: datetime) -> None:
    """Forget who is gone."""
    Presence.objects.filter(seen_at__lte=at - GONE_AFTER).delete()

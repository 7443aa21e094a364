"""Tickets (toegangsbewijzen): who may listen to what, for ten minutes.

A page that somebody was let in to gives its script a ticket. The channel itself asks no database
and knows nobody: a signed ticket is all it looks at. It names its topics by their digests, so that
an address stays short, also for a plan of a hundred parts.
"""

from __future__ import annotations

import hashlib
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from django.core import signing

LASTS = 600  # seconds
PATH = "/live/"
MOST_TOPICS = 400
_SALT = "partituur.live"
_SIZE = 9  # bytes of a digest: twelve characters


class NoTicket(Exception):
    """Forged, damaged, or past its end."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What somebody may hear, and until when."""

    topics: frozenset[str]  # digests, see ``digest``
    ends_at: float  # seconds, as time.time()


def address(topics: Iterable[str]) -> str:
    """The address at which these topics can be heard; it ends by itself after ten minutes."""
    wanted = sorted({digest(topic) for topic in topics})[:MOST_TOPICS]
    value = f"{int(time.time()) + LASTS}.{''.join(wanted)}"
    return f"{PATH}?ticket={quote(signing.Signer(salt=_SALT).sign(value))}"


def read(ticket: str) -> Ticket:
    """The ticket as it was given out.

    :raises NoTicket: it was not, or it has ended
    """
    try:
        value = signing.Signer(salt=_SALT).unsign(ticket)
    except signing.BadSignature:
        raise NoTicket from None
    ends_at, _dot, topics = value.partition(".")
    if float(ends_at) <= time.time():
        raise NoTicket
    size = _SIZE * 4 // 3
    return Ticket(
        frozenset(topics[at : at + size] for at in range(0, len(topics), size)), float(ends_at)
    )


def digest(topic: str) -> str:
    """The short name of a topic in a ticket."""
    return urlsafe_b64encode(hashlib.blake2b(topic.encode(), digest_size=_SIZE).digest()).decode()

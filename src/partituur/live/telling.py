"""Telling (seinen): something changed. Heard by open pages once the caller's transaction holds."""

from __future__ import annotations

from collections.abc import Iterable

from partituur.live import spreading


def tell(topic: str, about: str = "") -> None:
    """Tell everybody who listens to ``topic`` that something changed.

    Called in the caller's transaction: nobody hears it before the commit, and nobody when it is
    rolled back. One statement, without a word of what changed.

    :param topic: what changed, as "meeting:<id>"; at most 100 characters
    :param about: what in it, an id or a number; at most 100 characters, never words
    """
    tell_all((topic,), about)


def tell_all(topics: Iterable[str], about: str = "") -> None:
    """The same to several topics at once, in one statement."""
    wanted = tuple(topics)
    if wanted:
        spreading.chosen().tell(wanted, about)


def clear() -> None:
    """Remove what every process has heard."""
    spreading.chosen().clear()

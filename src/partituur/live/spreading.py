"""How a signal gets from one process to all: by the database that is there.

Two ways with one face. Who tells and who listens does not know which it is.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Protocol

from django.db import connection

Heard = Callable[[str, str], None]  # topic, about
Missed = Callable[[], None]  # signals may have passed by unheard: ask again for everything


class Spreading(Protocol):
    """A way for signals to get around."""

    def tell(self, topics: tuple[str, ...], about: str) -> None:
        """Put one signal for each topic in the transaction of the connection at hand."""

    def clear(self) -> None:
        """Remove what is left of signals that every process has heard."""

    def listen(self, heard: Heard, missed: Missed, ended: Event) -> None:
        """Hear every signal of every process, in a thread of its own, until ``ended``.

        ``missed`` is called each time that listening begins, or begins again.
        """


def chosen() -> Spreading:
    """The way that goes with the database."""
    if connection.vendor == "postgresql":
        from partituur.live import through_postgres

        return through_postgres.WAY
    from partituur.live import through_sqlite

    return through_sqlite.WAY

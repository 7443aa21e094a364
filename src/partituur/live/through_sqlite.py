"""Signals on SQLite: a row in a table, and a look at the file's change counter ten times a second.

``PRAGMA data_version`` says whether another connection committed something. It costs a few
microseconds, so that a process reads the table only when there can be something new in it.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from threading import Event

from django.db import connection
from django.utils import timezone

from partituur.live.models import Signal
from partituur.live.spreading import Heard, Missed

LOOK_EVERY = 0.1  # seconds
KEPT_FOR = timedelta(minutes=1)  # long enough for every process to have read it
AGAIN_AFTER = 1.0  # seconds, after the file could not be read
AT_ONCE = 500  # rows

log = logging.getLogger(__name__)


class ThroughSqlite:
    """Each process reads the rows that are newer than the last that it read."""

    def __init__(self) -> None:
        self._clear_at = 0.0

    def tell(self, topics: tuple[str, ...], about: str) -> None:
        at = connection.ops.adapt_datetimefield_value(timezone.now())
        rows = ", ".join(["(%s, %s, %s)"] * len(topics))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO live_signal (topic, about, at) VALUES {rows}",
                [value for topic in topics for value in (topic, about, at)],
            )
        if time.monotonic() > self._clear_at:
            self._clear_at = time.monotonic() + KEPT_FOR.total_seconds()
            self.clear()

    def clear(self) -> None:
        Signal.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()

    def listen(self, heard: Heard, missed: Missed, ended: Event) -> None:
        while not ended.is_set():
            try:
                with closing(self._opened()) as database:
                    self._follow(database, heard, missed, ended)
            except sqlite3.Error as wrong:
                log.warning("listening stopped, and begins again: %s", wrong)
                ended.wait(AGAIN_AFTER)

    def _opened(self) -> sqlite3.Connection:
        """A connection of this thread, that only reads and never waits long for a writer."""
        file = connection.settings_dict["NAME"]
        database = sqlite3.connect(str(file), timeout=1, isolation_level=None)
        database.execute("PRAGMA query_only=ON")
        return database

    def _follow(
        self, database: sqlite3.Connection, heard: Heard, missed: Missed, ended: Event
    ) -> None:
        seen = _version(database)
        last = database.execute("SELECT coalesce(max(id), 0) FROM live_signal").fetchone()[0]
        missed()
        while not ended.wait(LOOK_EVERY):
            now = _version(database)
            while now != seen:
                rows = database.execute(
                    "SELECT id, topic, about FROM live_signal WHERE id > ? ORDER BY id LIMIT ?",
                    (last, AT_ONCE),
                ).fetchall()
                for number, topic, about in rows:
                    heard(topic, about)
                    last = number
                if len(rows) < AT_ONCE:
                    seen = now


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA data_version").fetchone()[0])


WAY = ThroughSqlite()

"""Signals on PostgreSQL: its own notifications, which follow the transaction by themselves."""

from __future__ import annotations

import json
import logging
from contextlib import closing
from threading import Event

import psycopg
from django.db import connection

from partituur.live.spreading import Heard, Missed

CHANNEL = "partituur_live"
LOOK_EVERY = 1.0  # seconds between two looks whether listening has ended
AGAIN_AFTER = 1.0  # seconds, after the connection was lost

log = logging.getLogger(__name__)


class ThroughPostgres:
    """One connection a process listens; PostgreSQL brings it what others commit."""

    def tell(self, topics: tuple[str, ...], about: str) -> None:
        calls = ", ".join(["pg_notify(%s, %s)"] * len(topics))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {calls}",
                [value for topic in topics for value in (CHANNEL, json.dumps([topic, about]))],
            )

    def clear(self) -> None:
        """PostgreSQL keeps nothing."""

    def listen(self, heard: Heard, missed: Missed, ended: Event) -> None:
        while not ended.is_set():
            try:
                with closing(self._opened()) as database:
                    self._follow(database, heard, missed, ended)
            except psycopg.Error as wrong:
                log.warning("listening stopped, and begins again: %s", wrong)
                ended.wait(AGAIN_AFTER)

    def _opened(self) -> psycopg.Connection[tuple[object, ...]]:
        """A connection of this thread, outside any transaction; a dead line is noticed."""
        parameters = connection.get_connection_params()
        wanted = {
            name: parameters[name]
            for name in ("dbname", "user", "password", "host", "port", "sslmode")
            if name in parameters
        }
        return psycopg.connect(
            **wanted, autocommit=True, keepalives_idle=20, keepalives_interval=5, keepalives_count=3
        )

    def _follow(
        self,
        database: psycopg.Connection[tuple[object, ...]],
        heard: Heard,
        missed: Missed,
        ended: Event,
    ) -> None:
        database.execute(f"LISTEN {CHANNEL}")
        missed()
        while not ended.is_set():
            for each in database.notifies(timeout=LOOK_EVERY):
                topic, about = json.loads(each.payload)
                heard(topic, about)


WAY = ThroughPostgres()

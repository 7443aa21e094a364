"""The protection taken out: a server that says that an answer is in before it is.

Answers are gathered and written half a second later, which looks like a fine way to serve many
phones at once. These are the settings of such a server, for the control of ``test_killed.py``::

    DJANGO_SETTINGS_MODULE=tests.meetings.hasty partituur serve
"""

from __future__ import annotations

import threading
import time
from typing import Any

from django.apps import AppConfig

from partituur.config.settings import *  # noqa: F403
from partituur.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.meetings.hasty.Hasty"]
LATER = 0.5  # seconds


class Hasty(AppConfig):
    """Puts answering later in the place of answering."""

    name = "tests.meetings.hasty"
    label = "hasty"

    def ready(self) -> None:
        from partituur.meetings.actions import answering

        now: Any = answering.answer

        def later(**given: Any) -> None:
            threading.Thread(target=_write, args=(now, given), daemon=True).start()

        answering.answer = later  # type: ignore[assignment]


def _write(now: Any, given: dict[str, Any]) -> None:
    from django.db import connection

    time.sleep(LATER)
    try:
        now(**given)
    finally:
        connection.close()

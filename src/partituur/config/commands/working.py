"""``partituur work``: what has to be done while nobody waits for it.

It sends the mail that is due, every second, and does the rounds of the day once an hour. ``serve``
and ``demo`` keep one of these beside the server; more than one does no harm.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress

EVERY = 1.0  # seconds between two looks in the outbox
ROUNDS = 3600.0  # seconds between two rounds
RESTART_AFTER = 5.0  # seconds until a worker that stopped is started again

log = logging.getLogger("partituur.work")


def work(options: Namespace) -> None:
    """Work until Ctrl-C or SIGTERM, or until the server that started this is gone."""
    import django

    django.setup()
    from partituur.web import rounds

    parent, next_rounds = os.getppid(), 0.0
    while not options.beside or os.getppid() == parent:
        _guarded(rounds.send_mail)
        if time.monotonic() >= next_rounds:
            for each in rounds.ROUNDS:
                _guarded(each)
            next_rounds = time.monotonic() + ROUNDS
        if options.once:
            return
        time.sleep(EVERY)


def _guarded(step: Callable[[], object]) -> None:
    """Do one step; what goes wrong in it is written down and stops no other."""
    from django.db import close_old_connections

    close_old_connections()
    try:
        step()
    except Exception:
        log.exception("%s went wrong", step.__name__)


class Beside:
    """A worker next to a server: started with it, started again when it stops, ended with it."""

    def __init__(self) -> None:
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._ending.set()
        if self._process and self._process.poll() is None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            if self._process.poll() is None:
                self._process.kill()

    def _keep(self) -> None:
        while not self._ending.is_set():
            command = [sys.executable, "-m", "partituur.config.cli", "work", "--beside"]
            self._process = subprocess.Popen(command)
            if self._ending.is_set():
                self._process.terminate()
            self._process.wait()
            self._ending.wait(RESTART_AFTER)

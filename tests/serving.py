"""The program as a process of its own, as a school runs it: started, waited for, and ended."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

PROGRAM = (sys.executable, "-m", "partituur.config.cli")
PATIENCE = 120  # seconds; guards against hanging only
_OF_THE_TESTS = ("PARTITUUR_", "DJANGO_")


def environment(**ours: str) -> dict[str, str]:
    """The environment of a school: what the tests set for themselves is not in it."""
    clean = {key: each for key, each in os.environ.items() if not key.startswith(_OF_THE_TESTS)}
    return clean | ours


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def on_test_database(folder: Path, day: str = "2026-09-08") -> dict[str, str]:
    """The settings of a server that works in the test's own database.

    :param folder: for what else it keeps
    :param day: on which it stands; its clock runs
    """
    from django.db import connection

    settings = {
        "PARTITUUR_MODE": "test",
        "PARTITUUR_DATA": str(folder),
        "PARTITUUR_DEMO_DAY": day,
    }
    if connection.vendor == "postgresql":
        from psycopg.conninfo import make_conninfo

        given = connection.settings_dict
        names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
        found = {ours: given[name] for name, ours in names.items() if given[name]}
        return settings | {
            "PARTITUUR_DATABASE": make_conninfo("", **found, port=given["PORT"] or None)
        }
    (folder / "partituur.sqlite3").symlink_to(connection.settings_dict["NAME"])
    return settings


@contextmanager
def served(
    command: str, settings: Mapping[str, str], *, port: int = 0
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """``partituur serve`` or ``demo`` from its first answer until the block ends.

    :param settings: environment variables
    :param port: to serve on; 0 for one that is free
    """
    port = port or free_port()
    process = subprocess.Popen(
        [*PROGRAM, command, "--port", str(port)],
        env=environment(**settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(process, port)
        yield process, port
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, "the server stopped before it answered"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("the server did not answer")


# --- all the processes of a server --------------------------------------------------------------


def family(pid: int) -> list[int]:
    """A process and all that it started, the first first. Linux only."""
    found = [pid]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            with suppress(OSError):
                found += [int(child) for child in task.read_text().split()]
    return found


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a server and its workers as a power cut would: at once, unasked. Returns when it is so."""
    pids = family(process.pid)
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()
    until = time.monotonic() + PATIENCE
    while any(_runs(pid) for pid in pids):
        assert time.monotonic() < until, "a worker outlived its server"
        time.sleep(0.01)


def _runs(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"

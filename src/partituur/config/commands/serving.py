"""``partituur serve`` and ``partituur demo``."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import sys
import threading
import time
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import Any

from partituur.config.commands.keeping import migrate_quietly, pending_migrations
from partituur.config.commands.working import Beside
from partituur.kernel.errors import Refusal

DEMO_DAY = "2026-09-08"
PATIENCE = 60  # seconds that a server may take to answer for the first time
GOODBYE = signal.SIGUSR1  # from the server to its workers, before it asks them to stop
FAREWELL = 10  # seconds that a worker gets to finish its answers when it is asked to stop


def serve(options: Namespace) -> None:
    """Serve a school until Ctrl-C or SIGTERM."""
    import django

    django.setup()
    _refuse_wrong_settings()
    if pending_migrations():
        raise Refusal("De database is nog niet bij. Doe eerst: partituur migrate")
    collect_static()
    _run(options.host, options.port, "Partituur staat aan op {address}")


def demo(options: Namespace) -> None:
    """Serve a made-up school; its data is kept until ``--reset``."""
    data = _demo_data(options.port)
    database = data / "partituur.sqlite3"
    marker = data / "demo.txt"
    if database.exists() and not marker.exists():
        raise Refusal(
            f"In {data} staat een school die geen demo is. Kies met PARTITUUR_DATA een andere map."
        )
    _refuse_taken_port("127.0.0.1", options.port)
    if options.reset:
        for name in ("partituur.sqlite3", "partituur.sqlite3-journal"):
            (data / name).unlink(missing_ok=True)
    data.mkdir(parents=True, exist_ok=True)
    marker.write_text("Deze map is van de demo van Partituur. Er staat niets echts in.\n")

    import django

    django.setup()
    from partituur.demo import fill

    migrate_quietly()
    fill.fill_when_empty()
    collect_static()
    _run("127.0.0.1", options.port, "Kijk rond op {address}  (stoppen: Ctrl-C)")


def _demo_data(port: int) -> Path:
    """Choose the settings of a demo, and the folder that it lives in."""
    if os.environ.get("PARTITUUR_MODE", "demo") == "production":
        raise Refusal(
            "De demo start niet naast een echte school: PARTITUUR_MODE staat op production."
        )
    data = Path(os.environ.get("PARTITUUR_DATA") or Path.cwd() / "var" / "demo").resolve()
    os.environ |= {"PARTITUUR_MODE": "demo", "PARTITUUR_DATA": str(data)}
    os.environ.setdefault("PARTITUUR_DEMO_DAY", DEMO_DAY)
    os.environ["PARTITUUR_ADDRESS"] = f"http://127.0.0.1:{port}"
    os.environ.pop("PARTITUUR_SMTP", None)  # a demo sends nothing
    os.environ.pop("PARTITUUR_DATABASE", None)  # never in a school's own database
    return data


def _refuse_wrong_settings() -> None:
    from django.core import checks

    wrong = [each for each in checks.run_checks() if each.is_serious()]
    if wrong:
        raise Refusal("\n".join(f"{each.msg} {each.hint or ''}".strip() for each in wrong))


# --- static files -----------------------------------------------------------------------------


def collect_static() -> bool:
    """Collect and compress the static files when they changed; whether that was so.

    Files of an earlier version stay, so that a page that is open keeps its looks.
    """
    from django.conf import settings
    from django.core.management import call_command

    stamp, now = Path(settings.DATA) / "static.stamp", _state_of_static()
    if stamp.exists() and stamp.read_text() == now and Path(settings.STATIC_ROOT).exists():
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)
    return True


def _state_of_static() -> str:
    """A digest of the names, sizes and times of the static files as they are in the rooms."""
    from django.contrib.staticfiles.finders import get_finders

    lines = []
    for finder in get_finders():
        for path, storage in finder.list([]):
            about = os.stat(storage.path(path))
            lines.append(f"{path} {about.st_size} {about.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


# --- the server -------------------------------------------------------------------------------


def _run(host: str, port: int, greeting: str) -> None:
    """Run granian, with as many workers as the machine has cores.

    Also on SQLite: pages that only read do so side by side, and writers wait for one another for a
    few milliseconds. Measured on two cores, see docs/performance.md.
    """
    _refuse_taken_port(host, port)
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = _server_class()(
        "partituur.config.asgi:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=os.cpu_count() or 1,
        workers_kill_timeout=FAREWELL,
        log_level=LogLevels.warning,
    )
    _say_when_it_answers(server, host, port, greeting)
    worker = Beside()
    worker.start()
    try:
        server.serve()
    finally:
        worker.end()


def _server_class() -> Any:
    """Granian's server, that tells its workers to send away the pages that listen.

    It does not end a worker before the last answer is given, and a page that listens gets none.
    """
    from granian.server import Server

    class Ours(Server):  # type: ignore[misc, valid-type]
        def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
            for worker in self.wrks:
                with suppress(ProcessLookupError):
                    os.kill(worker.inner.pid, GOODBYE)
            super().signal_handler_interrupt(*args, **kwargs)

    return Ours


def _say_when_it_answers(server: Any, host: str, port: int, greeting: str) -> None:
    shown = f"[{host}]" if ":" in host else host
    here = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host

    def wait() -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if _answers(here, port):
                sys.stdout.write(greeting.format(address=f"http://{shown}:{port}") + "\n")
                sys.stdout.flush()
                return
            time.sleep(0.05)

    server.on_startup(lambda: threading.Thread(target=wait, daemon=True).start())


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def _refuse_taken_port(host: str, port: int) -> None:
    """Ask before we begin: granian shares a port with whoever has it already."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except (OSError, OverflowError):
        raise Refusal(
            f"Poort {port} op {host} is niet vrij. Kies een andere, bijvoorbeeld --port {port + 1}."
            if 0 < port < 65535
            else "Een poort is een getal van 1 tot en met 65535."
        ) from None

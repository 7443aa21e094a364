"""A page that listens, without a browser: a socket, and what came in over it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

PATIENCE = 60  # seconds; guards against hanging only


@dataclass
class Page:
    """Listens at an address from the moment it is made, until ``close``."""

    port: int
    address: str
    status: int = 0
    head: bytes = b""
    heard: list[tuple[str, str]] = field(default_factory=list)
    beats: int = 0
    said_here: bool = False
    said_end: bool = False
    ended: bool = False

    def __post_init__(self) -> None:
        self._news = threading.Condition()
        self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        ask = f"GET {self.address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
        self._socket.sendall(ask.encode())
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.wait(lambda: bool(self.status))
        if self.status == 200:
            self.wait(lambda: self.said_here)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        latest = monotonic() + PATIENCE
        with self._news:
            while not until():
                assert not self.ended or until(), f"the line ended; heard {self.heard}"
                assert self._news.wait(latest - monotonic()), f"heard only {self.heard}"

    def wait_for(self, *signal: str) -> None:
        """Wait until a signal came in."""
        self.wait(lambda: signal in self.heard)

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(PATIENCE)

    def _read(self) -> None:
        try:
            file = self._socket.makefile("rb")
            status = int(file.readline().split()[1])
            head = b"".join(iter(file.readline, b"\r\n"))
            with self._news:
                self.status, self.head = status, head.lower()
                self._news.notify_all()
            for line in file:
                with self._news:
                    self._take(line.strip())
                    self._news.notify_all()
        except (OSError, ValueError):
            pass
        finally:
            with self._news:
                self.ended = True
                self._news.notify_all()

    def _take(self, line: bytes) -> None:
        if line.startswith(b"data: "):
            topic, about = json.loads(line[6:])
            self.heard.append((topic, about))
        elif line == b"event: here":
            self.said_here = True
        elif line == b"event: end":
            self.said_end = True
        elif line.startswith(b":"):
            self.beats += 1

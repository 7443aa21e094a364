"""Real services to sign in with, each on a port of this machine for as long as a test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.test import Client

Settings = Any


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_args: Any) -> None:
        pass


@contextmanager
def listening(app: Any) -> Iterator[str]:
    """A WSGI application on a free port; its address."""
    server = make_server("127.0.0.1", 0, app, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()


@dataclass
class Browser:
    """A browser without a screen, at our own address."""

    client: Client

    @property
    def is_in(self) -> bool:
        return self.client.get("/account/").status_code == 200


@pytest.fixture
def browser() -> Browser:
    return Browser(Client())


@pytest.fixture
def offered(settings: Settings) -> Callable[..., None]:
    """``offered(key=…, kind=…)``: a service of the installation."""

    def add(**service: Any) -> None:
        settings.SIGN_IN_SERVICES = [*settings.SIGN_IN_SERVICES, service]

    return add

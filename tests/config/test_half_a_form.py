"""A form whose sender goes away halfway, between the server and the pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from a2wsgi import WSGIMiddleware

from partituur.config import asgi


def _read_by_a_page(guard: Callable[[Any], Any]) -> list[bytes]:
    """What a page takes for the whole form."""
    taken: list[bytes] = []

    def page(environ: Any, start_response: Any) -> list[bytes]:
        taken.append(environ["wsgi.input"].read(100))
        start_response("200 OK", [])
        return [b""]

    messages: list[dict[str, Any]] = [
        {"type": "http.request", "body": b"approach=De eerste he", "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    async def send(_message: dict[str, Any]) -> None:
        pass

    scope: Any = {
        "type": "http", "method": "POST", "path": "/", "query_string": b"", "http_version": "1.1",
        "headers": [(b"content-length", b"100")],
    }  # fmt: skip
    app: Any = WSGIMiddleware(page)
    with suppress(ConnectionResetError):
        asyncio.run(app(scope, guard(receive), send))
    return taken


def test_half_a_form_is_not_taken_for_a_whole_one() -> None:
    assert _read_by_a_page(asgi._whole) == []


def test_control_without_the_guard_it_is() -> None:
    assert _read_by_a_page(lambda receive: receive) == [b"approach=De eerste he"]

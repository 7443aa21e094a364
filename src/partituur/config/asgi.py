"""The entry for the server: ``partituur.config.asgi:application``.

Two sorts of traffic, each served the way that suits it. A page is answered by Django in a thread,
as under WSGI: three times as fast as Django under ASGI, and a thread keeps its own connection to
the database. A page that listens (``/live/``) waits in the event loop and holds nothing.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, cast
from wsgiref.util import FileWrapper

from a2wsgi import WSGIMiddleware
from django.conf import settings

from partituur.config.commands.serving import GOODBYE
from partituur.config.wsgi import application as pages
from partituur.live import tickets
from partituur.live.asgi import Channel, Receive, Scope, Send
from partituur.web.middleware import HEADERS

BLOCK = 256 * 1024  # bytes
THREADS = 4  # per worker; each may hold a connection to the database


class Application:
    """Sends each request to where it is answered."""

    def __init__(self) -> None:
        self.channel = Channel()
        self.pages: Any = WSGIMiddleware(cast(Any, _in_blocks), workers=THREADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        elif scope["path"].startswith(tickets.PATH):
            await self.channel(scope, receive, _with_strict_headers(send))
        else:
            await self.pages(_plain(scope), _whole(receive), _in_one(send))

    async def _live(self, receive: Receive, send: Send) -> None:
        """From the first request to the last: open streams do not keep the server from stopping.

        The server says that it stops when it has no streams left, so it is told beforehand.
        """
        await receive()
        with suppress(NotImplementedError):  # no signals on this system
            asyncio.get_running_loop().add_signal_handler(GOODBYE, self.channel.hub.end)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.channel.hub.end()
        await send({"type": "lifespan.shutdown.complete"})


# --- the channel ------------------------------------------------------------------------------


def _strict_headers() -> list[tuple[bytes, bytes]]:
    """What Django's own middleware and ours put on a page, for what Django does not see."""
    wanted = HEADERS | {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": str(settings.SECURE_REFERRER_POLICY),
        "Cross-Origin-Opener-Policy": str(settings.SECURE_CROSS_ORIGIN_OPENER_POLICY),
    }
    if settings.SECURE_HSTS_SECONDS:
        wanted["Strict-Transport-Security"] = (
            f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains; preload"
        )
    return [(name.lower().encode(), value.encode()) for name, value in wanted.items()]


_STRICT = _strict_headers()


def _with_strict_headers(send: Send) -> Send:
    async def strict(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = message | {"headers": [*message["headers"], *_STRICT]}
        await send(message)

    return strict


# --- pages ------------------------------------------------------------------------------------
# What the step from ASGI to WSGI would lose.


def _in_blocks(environ: dict[str, Any], start_response: Any) -> Any:
    """Pages, with a file in large pieces: each is a step from the thread to the loop."""
    environ["wsgi.file_wrapper"] = lambda file, _size: FileWrapper(file, BLOCK)
    return pages(environ, start_response)


def _plain(scope: Scope) -> Scope:
    """Without headers that are spelled with an underscore: WSGI takes them for the real ones.

    Somebody could so give themselves an address, or https, beside what the proxy says.
    """
    return scope | {"headers": [each for each in scope["headers"] if b"_" not in each[0]]}


def _whole(receive: Receive) -> Receive:
    """A form whose sender went away halfway is not taken for a whole one."""

    async def whole() -> dict[str, Any]:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionResetError("the sender is gone")
        return message

    return whole


def _in_one(send: Send) -> Send:
    """An answer of one piece goes out as one piece: the server need not stream it."""
    held: list[dict[str, Any]] = []

    async def in_one(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.body":
            if not held and message.get("more_body"):
                held.append(message)
                return
            if len(held) == 1:
                first = held[0]
                held.append({})
                if not message.get("more_body") and not message.get("body"):
                    return await send(first | {"more_body": False})
                await send(first)
        await send(message)

    return in_one


application = Application()

"""The channel itself: a bare ASGI app that sends signals to open pages (server-sent events).

A page that listens costs no thread, no Django request and no query: a ticket is read once, and
then somebody waits. See https://html.spec.whatwg.org/multipage/server-sent-events.html.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from partituur.live import tickets
from partituur.live.hub import Hub, Signal, Stream

HEARTBEAT = 15.0  # seconds; a proxy takes a silent connection for a dead one
UNREAD = 30.0  # seconds that a page may leave unread what it was sent
MOST_STREAMS = 2000  # in one process
HERE = b"event: here\ndata:\n\n"  # the line is open: a proxy that holds everything up is found out
END = b"event: end\ndata:\n\n"

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Channel:
    """Answers ``GET /live/?ticket=…`` until the ticket ends or the page is gone."""

    def __init__(self, hub: Hub | None = None) -> None:
        self.hub = Hub() if hub is None else hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != tickets.PATH:
            await _refuse(send, 404)
        elif scope["method"] != "GET":
            await _refuse(send, 405, (b"allow", b"GET"))
        elif self.hub.has_ended or len(self.hub) >= MOST_STREAMS:
            await _refuse(send, 503, (b"retry-after", b"30"))
        else:
            try:
                ticket = tickets.read(_given(scope))
            except tickets.NoTicket:
                await _refuse(send, 403)
            else:
                await self._stream(ticket, receive, send)

    async def _stream(self, ticket: tickets.Ticket, receive: Receive, send: Send) -> None:
        stream = self.hub.open(ticket.topics)
        gone = asyncio.ensure_future(_gone(receive))
        gone.add_done_callback(lambda _done: stream.end())
        try:
            await self.hub.listens()
            async with asyncio.timeout(None) as patience:
                await _send_all(ticket, stream, send, patience)
        except TimeoutError:
            pass  # it reads no more; it comes back when it does
        finally:
            gone.cancel()
            self.hub.close(stream)


async def _send_all(
    ticket: tickets.Ticket, stream: Stream, send: Send, patience: asyncio.Timeout
) -> None:
    loop = asyncio.get_running_loop()

    async def sent(words: bytes, *, more: bool = True) -> None:
        patience.reschedule(loop.time() + UNREAD)
        await send({"type": "http.response.body", "body": words, "more_body": more})
        patience.reschedule(None)

    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await sent(HERE)
    while (left := ticket.ends_at - time.time()) > 0:
        waiting = await stream.next(min(HEARTBEAT, left))
        if stream.ended:
            return await sent(b"", more=False)
        await sent(_written(waiting) if waiting else b":\n\n")
    await sent(END, more=False)


_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # nginx: pass on at once
]


def _written(signals: Iterable[Signal]) -> bytes:
    return "".join(f"data: {json.dumps(signal)}\n\n" for signal in signals).encode()


def _given(scope: Scope) -> str:
    query: str = scope["query_string"].decode("latin-1")
    return parse_qs(query).get("ticket", [""])[0]


async def _gone(receive: Receive) -> None:
    """Return when the page is closed or its line is lost."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(send: Send, status: int, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-length", b"0"), (b"cache-control", b"no-store"), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})

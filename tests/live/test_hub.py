"""The hub of one process: who hears what, and how far behind a slow page may be."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from partituur.live import asgi, tickets
from partituur.live.asgi import Channel
from partituur.live.hub import EVERYTHING, MOST_WAITING, Hub, Stream
from partituur.live.spreading import Heard, Missed
from partituur.live.tickets import digest


class Silent:
    """A way that listens at once and never hears a thing."""

    def tell(self, topics: tuple[str, ...], about: str) -> None:
        raise AssertionError

    def clear(self) -> None:
        raise AssertionError

    def listen(self, heard: Heard, missed: Missed, ended: Any) -> None:
        missed()


def _waiting(*signals: tuple[str, str]) -> list[tuple[str, str]]:
    async def put() -> list[tuple[str, str]]:
        stream = Stream(frozenset())
        for each in signals:
            stream.put(each)
        return await stream.next(0.01)

    return asyncio.run(put())


def test_what_says_the_same_is_heard_once() -> None:
    assert _waiting(("a", "1"), ("a", "2"), ("a", "1")) == [("a", "1"), ("a", "2")]


def test_a_page_that_is_far_behind_asks_for_everything_of_its_topics() -> None:
    many = [("a", str(number)) for number in range(MOST_WAITING * 50)]
    assert _waiting(("b", "1"), *many) == [("b", ""), ("a", "")]
    topics = [(f"{number}", "1") for number in range(MOST_WAITING * 50)]
    assert _waiting(*topics) == [EVERYTHING]


def test_who_hears_nothing_waits_no_longer_than_was_said() -> None:
    assert _waiting() == []


# --- a page that does not read -------------------------------------------------------------------


class Slow:
    """A page whose line takes nothing after the first pieces, and what it was sent."""

    def __init__(self, takes: int) -> None:
        self.takes, self.sent = takes, [b""]
        self.free = asyncio.Event()

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message.get("body", b""))
        if len(self.sent) > self.takes:
            await self.free.wait()

    async def receive(self) -> dict[str, Any]:
        await asyncio.sleep(3600)
        raise AssertionError


def _scope(address: str) -> dict[str, Any]:
    path, _mark, query = address.partition("?")
    return {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}


async def _until(true: Any) -> None:
    for _time in range(2000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come about")


def test_a_slow_phone_costs_little_and_gets_the_newest_when_it_reads() -> None:
    async def run() -> bytes:
        hub, slow = Hub(Silent()), Slow(takes=4)
        task = asyncio.ensure_future(
            Channel(hub)(_scope(tickets.address(["a"])), slow.receive, slow.send)
        )
        await _until(lambda: len(hub) and len(slow.sent) > 2)
        for number in range(10_000):
            hub.hear("a", str(number))
            if number % 100 == 0:
                await asyncio.sleep(0)
        [stream] = hub._streams
        assert len(stream._waiting) <= MOST_WAITING
        slow.takes = 10**6
        slow.free.set()
        hub.hear("a", "newest")
        await _until(lambda: b"" in slow.sent[-1] and not stream._waiting)
        await asyncio.sleep(0.05)
        task.cancel()
        return b"".join(slow.sent)

    got = asyncio.run(run())
    assert b'["a", ""]' in got or b'["a", "newest"]' in got
    assert got.count(b"data: [") < MOST_WAITING * 3


def test_a_phone_that_reads_nothing_any_more_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asgi, "UNREAD", 0.05)

    async def run() -> int:
        hub, slow = Hub(Silent()), Slow(takes=3)
        task = asyncio.ensure_future(
            Channel(hub)(_scope(tickets.address(["a"])), slow.receive, slow.send)
        )
        await _until(lambda: len(hub))
        hub.hear("a", "1")
        await asyncio.wait_for(task, 20)
        return len(hub)

    assert asyncio.run(run()) == 0


def test_a_page_that_is_closed_is_forgotten() -> None:
    async def run() -> tuple[int, int]:
        hub, gone = Hub(Silent()), asyncio.Event()

        async def receive() -> dict[str, Any]:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(_message: dict[str, Any]) -> None:
            pass

        task = asyncio.ensure_future(Channel(hub)(_scope(tickets.address(["a"])), receive, send))
        await _until(lambda: len(hub))
        before = len(hub)
        gone.set()
        await asyncio.wait_for(task, 20)
        return before, len(hub) + len(hub._by_topic)

    assert asyncio.run(run()) == (1, 0)


def test_a_ticket_holds_the_topics_of_a_hundred_parts_in_a_short_address() -> None:
    topics = [f"shared:{number:036}:1788854400.123456" for number in range(100)]
    address = tickets.address(topics)
    assert len(address) < 1500
    ticket = tickets.read(address.partition("=")[2].replace("%3A", ":"))
    assert ticket.topics == {digest(each) for each in topics}

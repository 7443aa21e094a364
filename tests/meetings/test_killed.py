"""The server is killed in the middle of a meeting, and killed again: no answer that is in is lost.

Phones answer and change their answers all the time (``phones.py``). The server and all its workers
are killed at a random moment, as by a power cut to its machine's processes; the database is looked
at before it is started again on the same data. The phones are told nothing and go on by themselves.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from tests.meetings import gathering
from tests.meetings.gathering import Gathering
from tests.meetings.phones import Page, Phone, wrongs
from tests.serving import free_port, kill, on_test_database, served

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.real_clock]

PHONES = 8
PATIENCE = 120  # seconds; guards against hanging only

Holds = Callable[..., list[str]]


class Server:
    """A server that is killed and started again, at the same address on the same data."""

    def __init__(self, **settings: str) -> None:
        self.port = free_port()
        self._settings = settings
        self._running = ExitStack()

    def start(self) -> None:
        self._process, _port = self._running.enter_context(
            served("serve", self._settings, port=self.port)
        )

    def kill(self) -> None:
        kill(self._process)
        self.stop()

    def stop(self) -> None:
        self._running.close()


class Meeting:
    """A meeting with phones that never stop answering."""

    def __init__(self, server: Server, made: Gathering, chance: random.Random) -> None:
        self._server, self._made, self._chance = server, made, chance
        self._phones = [
            Phone(server.port, made.path + "meedoen/", each.cookies) for each in made.phones
        ]
        self._runner = Page(server.port, made.path + "leiden/", made.runner.cookies)
        self._steps = 0

    async def hold(self, kills: int) -> list[str]:
        """Hold the meeting, with so many kills; what was found to be wrong."""
        try:
            return await self._hold(kills)
        finally:
            await asyncio.gather(*(each.close() for each in (self._runner, *self._phones)))
            await asyncio.sleep(0)

    async def _hold(self, kills: int) -> list[str]:
        found = []
        await asyncio.gather(self._runner.open(), *(each.open() for each in self._phones))
        answering = [asyncio.create_task(self._answer_on(each)) for each in self._phones]
        for number in range(kills):
            await self._some_are_in()
            await asyncio.sleep(self._chance.random())
            await asyncio.to_thread(self._server.kill)
            await asyncio.sleep(0.05)  # what was sent before the end is read
            found += [f"kill {number + 1}, {each}" for each in await self._look()]
            await asyncio.to_thread(self._server.start)
            await self._next_point()
        await self._some_are_in()
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering, return_exceptions=True)
        await self._all_go_on()
        return found + [f"in the end, {each}" for each in await self._look()]

    async def _answer_on(self, phone: Phone) -> None:
        """Choose, and choose anew before or after the server has it."""
        chosen: set[asyncio.Task[Any]] = set()
        while True:
            task = asyncio.create_task(self._choose(phone))
            chosen.add(task)
            task.add_done_callback(chosen.discard)
            await asyncio.sleep(0.02 + 0.4 * self._chance.random())

    async def _choose(self, phone: Phone) -> int:
        number = len(phone.attempts)
        if self._chance.random() < 0.5:
            return (await phone.answer("agree")).status
        return (await phone.answer("note", f"Keus {number}.")).status

    async def _some_are_in(self) -> None:
        """Wait until two in three phones were told once more that an answer is in."""
        before = [_told(each) for each in self._phones]
        while sum(_told(each) > told for each, told in zip(self._phones, before, strict=True)) < 6:
            await asyncio.sleep(0.02)

    async def _next_point(self) -> None:
        self._steps += 1
        self._point = self._made.points[self._steps % (len(self._made.points) - 2)]
        reply = await self._runner.send(f"{self._made.path}leiden/punt/{self._point}/", [])
        assert reply
        assert reply.status == 200

    async def _all_go_on(self) -> None:
        """Nobody touched a phone: each hears of another point, and its answer comes in."""
        while not all([each.is_listening for each in self._phones]):
            await asyncio.sleep(0.05)
        await self._next_point()
        for phone in self._phones:
            await phone.until(lambda piece: piece.point == self._point)
        assert [await self._choose(each) for each in self._phones] == [200] * PHONES

    async def _look(self) -> list[str]:
        attempts = {
            someone.member: phone.attempts
            for someone, phone in zip(self._made.phones, self._phones, strict=True)
        }
        return [*wrongs(attempts, await asyncio.to_thread(_kept)), *await asyncio.to_thread(_torn)]


def _told(phone: Phone) -> int:
    return sum(each.status == 200 for each in phone.attempts)


def _kept() -> list[Any]:
    try:
        return gathering.answers()
    finally:
        connection.close()


def _torn() -> list[str]:
    """What the database itself finds wrong in its file."""
    if connection.vendor != "sqlite":
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            found = [each for (each,) in cursor.fetchall() if each != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            return found + [str(each) for each in cursor.fetchall()]
    finally:
        connection.close()


@pytest.fixture
def hold(db: None, moment: datetime, tmp_path: Path) -> Holds:
    """``hold(kills)``: a meeting in which the server is killed so many times; what was wrong."""

    def held(kills: int, **settings: str) -> list[str]:
        made = gathering.make(PHONES, moment)
        server = Server(**on_test_database(tmp_path), **settings)
        server.start()
        try:
            meeting = Meeting(server, made, random.Random(kills))
            return asyncio.run(asyncio.wait_for(meeting.hold(kills), PATIENCE * (kills + 1)))
        finally:
            server.stop()

    return held


def test_no_answer_that_is_in_is_lost_when_the_server_is_killed(hold: Holds) -> None:
    assert hold(4) == []


@pytest.mark.endurance
def test_no_answer_that_is_in_is_lost_in_thirty_kills(hold: Holds) -> None:
    assert hold(30) == []


def test_answers_are_lost_by_a_server_that_answers_before_it_writes(hold: Holds) -> None:
    found = hold(2, DJANGO_SETTINGS_MODULE="tests.meetings.hasty")
    assert any("lost" in each or "an older one" in each for each in found)

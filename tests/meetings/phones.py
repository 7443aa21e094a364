"""Phones, a screen and who runs a meeting, without a browser: what their page's script does.

A page of ``web/static/web/meeting.js`` in asyncio, with the channel of ``ui/static/ui/js/live.js``:
the same signals, the same spreading, the same retries with the same waits. It draws nothing. Where
the scripts change, this changes with them.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import re
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

RETRY = (0.7, 1.5, 3.0, 5.0)  # seconds before an answer is sent again; then every five seconds
BACK_OFF = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)  # seconds before the channel is tried again
POLL = 5.0  # seconds between two looks while the channel cannot be opened
LINES = 6  # connections beside the channel, as a browser holds them


# --- one line to the server ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    text: str


@dataclass
class _Line:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, head: str, body: bytes) -> Reply:
        self.writer.write(head.encode() + body)
        await self.writer.drain()
        status, headers, cookies = await read_head(self.reader)
        if "content-length" in headers:
            content = await self.reader.readexactly(int(headers["content-length"]))
        elif headers.get("transfer-encoding") == "chunked":
            content = await self._chunks()
        else:
            content = b""
        if headers.get("content-encoding") == "gzip":
            content = gzip.decompress(content)
        return Reply(status, headers, cookies, content.decode())

    async def _chunks(self) -> bytes:
        found = []
        while size := int(await self.reader.readline(), 16):
            found.append(await self.reader.readexactly(size))
            await self.reader.readline()
        await self.reader.readline()
        return b"".join(found)


async def read_head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], dict[str, str]]:
    """The status, the headers by lower-case name, and the cookies that are set."""
    first = await reader.readline()
    if not first:
        raise ConnectionResetError("the line was closed")
    headers: dict[str, str] = {}
    cookies: dict[str, str] = {}
    while (line := (await reader.readline()).strip()) != b"":
        name, _colon, value = line.decode("latin-1").partition(":")
        if name.lower() == "set-cookie":
            key, _is, given = value.strip().partition("=")
            cookies[key] = given.partition(";")[0]
        else:
            headers[name.lower()] = value.strip()
    return int(first.split()[1]), headers, cookies


# --- what a page holds --------------------------------------------------------------------------

_PIECE = re.compile(r"<main [^>]*data-piece[^>]*>")
_DATA = re.compile(r'data-([a-z]+)="([^"]*)"')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_CHOICES = re.compile(r'name="choice" value="([^"]+)"')
_PICKS = re.compile(r'name="picks" value="([^"]+)"')
_COUNTS = re.compile(r'<div class="count (\w+)"><b>(\d+)</b>')


@dataclass(frozen=True, slots=True)
class Piece:
    """The piece of a page that keeps up with the meeting."""

    data: Mapping[str, str]  # its data- attributes
    token: str
    asks_whether_here: bool
    choices: tuple[str, ...]
    picks: tuple[str, ...]
    given: int  # on the screen: how many answers its counts come to
    html: str = field(repr=False)

    @property
    def point(self) -> str:
        return self.data.get("point", "")

    @property
    def round(self) -> str:
        return self.data.get("round", "")


def piece_in(html: str) -> Piece | None:
    """The piece in a page, or in an answer that is one."""
    found = _PIECE.search(html)
    if found is None:
        return None
    token = _TOKEN.search(html)
    return Piece(
        data={name: unescape(value) for name, value in _DATA.findall(found.group())},
        token=token.group(1) if token else "",
        asks_whether_here=" data-here" in html,
        choices=tuple(dict.fromkeys(_CHOICES.findall(html))),
        picks=tuple(_PICKS.findall(html)),
        given=sum(int(number) for tone, number in _COUNTS.findall(html) if tone != "soft"),
        html=html,
    )


# --- a page -------------------------------------------------------------------------------------

Saw = Callable[[Piece], None]  # called with each new piece, at the moment that it is in


class Page:
    """One page that is open: it listens, and asks for its piece again when it hears.

    :param path: of the page, below the server
    :param cookies: of who looks at it, signed in
    :param seen: told of each new piece
    """

    def __init__(
        self,
        port: int,
        path: str,
        cookies: Mapping[str, str],
        seen: Saw | None = None,
    ) -> None:
        self.port, self.path = port, path
        self.piece: Piece | None = None
        self.is_listening = False
        self.asked = 0  # requests that were answered
        self._cookies = dict(cookies)
        self._seen = seen
        self._idle: list[_Line] = []
        self._room = asyncio.Semaphore(LINES)
        self._busy: set[int] = set()
        self._clock = (0.0, 0.0)
        self._asking: asyncio.Task[None] | None = None
        self._wanted = False
        self._last = 0.0
        self._pace = 0.0
        self._timer: asyncio.Task[None] | None = None
        self._turn = 0
        self._changed = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Load the page, until there is one, and begin to listen."""
        await self._load()
        self._start(self._listen())

    async def close(self) -> None:
        """Leave."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for line in self._idle:
            line.writer.close()

    async def until(self, is_so: Callable[[Piece], bool]) -> Piece:
        """Wait until the piece is as asked."""
        while self.piece is None or not is_so(self.piece):
            self._changed.clear()
            await self._changed.wait()
        return self.piece

    def chosen_at(self) -> int:
        """Now, on the clock of the server: milliseconds since 1970."""
        server, mine = self._clock
        return round(server + (time.monotonic() - mine) * 1000)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # --- asking

    async def ask(
        self, method: str, path: str, body: Iterable[tuple[str, str]] = (), *, piece: bool = True
    ) -> Reply:
        """Ask the server something over a line of our own.

        :raises OSError: there is no server, or the line was lost
        """
        async with self._room:
            line = await self._line()
            try:
                reply = await line.ask(*self._written(method, path, body, piece))
            except BaseException as lost:
                line.writer.close()
                if isinstance(lost, (EOFError, ValueError)):
                    raise ConnectionResetError("the line was lost") from lost
                raise
            self._cookies.update(reply.cookies)
            self._idle.append(line)
        self.asked += 1
        return reply

    async def _line(self) -> _Line:
        while self._idle:
            line = self._idle.pop()
            if not (line.reader.at_eof() or line.writer.is_closing()):
                return line
            line.writer.close()
        return _Line(*await asyncio.open_connection("127.0.0.1", self.port))

    def _written(
        self, method: str, path: str, body: Iterable[tuple[str, str]], piece: bool
    ) -> tuple[str, bytes]:
        content = urlencode(list(body)).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        lines = [
            f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: {cookies}",
            "Accept-Encoding: gzip", "Accept-Language: nl",
        ]  # fmt: skip
        if piece:
            lines.append("HX-Request: true")
        if method == "POST":
            lines += [
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(content)}", f"Origin: http://127.0.0.1:{self.port}",
            ]  # fmt: skip
        return "\r\n".join(lines) + "\r\n\r\n", content

    async def _load(self) -> None:
        while True:
            with suppress(OSError):
                reply = await self.ask("GET", self.path, piece=False)
                if (made := piece_in(reply.text)) and reply.status < 300:
                    break
            await asyncio.sleep(RETRY[0])
        self._clock = float(made.data.get("now", "0")), time.monotonic()
        self._pace = int(made.data.get("pace", "0")) / 1000
        self._put(made)
        if made.asks_whether_here:
            self._start(self._say_here())

    def _put(self, made: Piece) -> None:
        self.piece = made
        if self._seen:
            self._seen(made)
        self._changed.set()

    async def _refresh(self) -> None:
        if self._asking:
            self._wanted = True
            await asyncio.shield(self._asking)
            return
        self._asking = self._start(self._ask_again())
        await asyncio.shield(self._asking)
        self._asking = None
        self._last = time.monotonic()
        if self._wanted:
            self._wanted = False
            self._soon()

    async def _ask_again(self) -> None:
        before = -1 if self._busy else self._turn
        try:
            reply = await self.ask("GET", self.path)
        except OSError:
            return  # no network: the channel asks again when it is back
        made = piece_in(reply.text)
        if made is None or 300 <= reply.status < 400:
            await self._load()
        elif not self._busy and before == self._turn:
            self._put(made)
        else:
            self._wanted = True

    def _soon(self) -> None:
        if self._asking:
            self._wanted = True
        if self._asking or (self._timer and not self._timer.done()):
            return
        assert self.piece
        spread = random.random() * int(self.piece.data.get("spread", "0")) / 1000
        wait = max(spread, self._pace - (time.monotonic() - self._last), 0.0)
        self._timer = self._start(self._later(wait))

    async def _later(self, wait: float) -> None:
        await asyncio.sleep(wait)
        self._timer = None
        await self._refresh()

    # --- listening

    async def _listen(self) -> None:
        tries, poll = 0, None
        while True:
            assert self.piece
            if tries > 1:
                await self._refresh()
            try:
                async for event, data in self._events(self.piece.data["live"]):
                    if event == "here":
                        tries, self.is_listening = 0, True
                        if poll:
                            poll.cancel()
                        poll = None
                    if event in ("here", "message"):
                        self.heard(*json.loads(data or '["", ""]'))
                    elif event == "end":
                        await self._refresh()
                        break
                else:
                    raise ConnectionResetError("the channel ended")
            except OSError:
                self.is_listening = False
                wait = BACK_OFF[min(tries, len(BACK_OFF) - 1)]
                tries += 1
                if tries > 2 and not poll:
                    poll = self._start(self._poll())
                await asyncio.sleep(wait * (0.5 + random.random()))

    def heard(self, _topic: str, _about: str) -> None:
        """Something changed."""
        self._soon()

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(POLL)
            self._soon()

    async def _events(self, address: str) -> AsyncIterator[tuple[str, str]]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            ask = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
            writer.write(ask.encode())
            status, _headers, _cookies = await read_head(reader)
            if status != 200:
                raise ConnectionRefusedError(f"the channel answered {status}")
            event, data = "message", ""
            async for raw in reader:
                line = raw.decode().rstrip("\r\n")
                if line.startswith("event: "):
                    event = line[7:]
                elif line.startswith("data:"):
                    data = line[5:].strip()
                    yield event, data
                    event = "message"
        finally:
            writer.close()

    # --- sending

    async def send(self, path: str, fields: Iterable[tuple[str, str]]) -> Reply | None:
        """Send a form until the server has it; None when another was sent meanwhile."""
        self._turn += 1
        mine = self._turn
        self._busy.add(mine)
        try:
            for tries in range(10**6):
                if mine != self._turn:
                    return None
                with suppress(OSError):
                    assert self.piece
                    token = ("csrfmiddlewaretoken", self.piece.token)
                    reply = await self.ask("POST", path, [token, *fields])
                    if reply.status < 500 and reply.status != 429:
                        await self._take(reply)
                        return reply
                await asyncio.sleep(RETRY[min(tries, len(RETRY) - 1)])
            raise AssertionError("sent for ever")
        finally:
            self._busy.discard(mine)

    async def _take(self, reply: Reply) -> None:
        made = piece_in(reply.text)
        if made is None or 300 <= reply.status < 400:
            await self._load()
        else:
            self._put(made)

    async def _say_here(self) -> None:
        keys = [("key", str(uuid4())), ("moment", str(self.chosen_at()))]
        await self.send(self.path, [("step", "here"), *keys])


# --- a phone, and what it was told --------------------------------------------------------------


@dataclass(slots=True)
class Attempt:
    """An answer that somebody chose, and what their phone was told of it."""

    point: str
    round: str
    choice: str
    words: str
    picks: tuple[str, ...]
    key: str
    moment: int
    status: int = 0  # 200: it is in; 0: not told
    told_at: float = 0.0  # time.monotonic()


class Phone(Page):
    """A phone in the meeting, with a list of what was chosen on it."""

    def __init__(
        self,
        port: int,
        path: str,
        cookies: Mapping[str, str],
        seen: Saw | None = None,
    ) -> None:
        super().__init__(port, path, cookies, seen)
        self.attempts: list[Attempt] = []

    async def answer(self, choice: str, words: str = "", picks: Iterable[str] = ()) -> Attempt:
        """Answer what the phone shows now; returns when the server has it, or a later choice."""
        assert self.piece
        made = Attempt(
            self.piece.point, self.piece.round, choice, words, tuple(picks),
            key=str(uuid4()), moment=self.chosen_at(),
        )  # fmt: skip
        self.attempts.append(made)
        fields = [
            ("point", made.point), ("round", made.round), ("choice", choice), ("words", words),
            ("key", made.key), ("moment", str(made.moment)), *(("picks", each) for each in picks),
        ]  # fmt: skip
        if reply := await self.send(self.path, fields):
            made.status, made.told_at = reply.status, time.monotonic()
        return made


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is in the database."""

    point: str
    member: str
    choice: str
    words: str
    picks: tuple[str, ...]
    key: str


def wrongs(attempts: Mapping[str, list[Attempt]], kept: Iterable[Kept]) -> list[str]:
    """What is not as the phones were told: lost, doubled, older, or changed on the way.

    What counts is the last answer that the phone was told is in, or one that was chosen after it
    and may have arrived without its phone hearing so.

    :param attempts: what was chosen on the phone of each member, by the member's id
    """
    rows: dict[tuple[str, str], list[Kept]] = {}
    for each in kept:
        rows.setdefault((each.member, each.point), []).append(each)
    found = []
    for member, chosen in attempts.items():
        for point in dict.fromkeys(each.point for each in chosen):
            mine = [each for each in chosen if each.point == point]
            if wrong := _wrong(mine, rows.pop((member, point), [])):
                found.append(f"{wrong}: {member} at {point}")
    return found + [f"nobody gave it: {member} at {point}" for member, point in rows]


def _wrong(chosen: list[Attempt], rows: list[Kept]) -> str | None:
    told = [number for number, each in enumerate(chosen) if each.status == 200]
    if not rows:
        return "lost" if told else None
    if len(rows) > 1:
        return "doubled"
    row = rows[0]
    number = next((at for at, each in enumerate(chosen) if each.key == row.key), -1)
    if number < 0:
        return "nobody gave it"
    if told and number < told[-1]:
        return "an older one"
    given = chosen[number]
    same = (given.choice, given.words, given.picks) == (row.choice, row.words, row.picks)
    return None if same else "changed on the way"

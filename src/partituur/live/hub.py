"""The hub (het knooppunt): in one process, which open page wants to hear what."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress

from partituur.live import spreading
from partituur.live.spreading import Spreading
from partituur.live.tickets import digest

MOST_WAITING = 20  # signals that one page may be behind; a page further behind asks for everything
BEGIN_WITHIN = 10.0  # seconds; a page that waited so long is let in, and told to ask again later
EVERYTHING = ("", "")  # a signal that says: anything may have changed, ask again

Signal = tuple[str, str]  # topic, about


class Stream:
    """What one open page has yet to hear.

    A phone that reads slowly is not sent more and more: what says the same is kept once, and when
    too much is waiting only the topics are kept, so that it asks again and gets the newest.
    """

    __slots__ = ("_awake", "_waiting", "ended", "topics")

    def __init__(self, topics: frozenset[str]) -> None:
        self.topics = topics
        self.ended = False
        self._waiting: dict[Signal, None] = {}
        self._awake = asyncio.Event()

    def put(self, signal: Signal) -> None:
        """Add a signal to what is waiting."""
        waiting = self._waiting
        if (signal[0], "") not in waiting and EVERYTHING not in waiting:
            waiting[signal] = None
            if len(waiting) > MOST_WAITING:
                topics = {(topic, ""): None for topic, _about in waiting}
                self._waiting = topics if len(topics) < MOST_WAITING else {EVERYTHING: None}
        self._awake.set()

    def end(self) -> None:
        """Wake whoever waits: the page is gone, or the server stops."""
        self.ended = True
        self._awake.set()

    async def next(self, seconds: float) -> list[Signal]:
        """All that is waiting, as soon as there is something; nothing after ``seconds``."""
        if not self._awake.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._awake.wait(), seconds)
        self._awake.clear()
        waiting, self._waiting = self._waiting, {}
        return list(waiting)


class Hub:
    """The open pages of a process, by topic. Everything but ``_listen`` runs in the event loop."""

    def __init__(self, way: Spreading | None = None) -> None:
        self._way = way
        self._by_topic: dict[str, set[Stream]] = {}
        self._streams: set[Stream] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listening = asyncio.Event()
        self._ended = threading.Event()

    def __len__(self) -> int:
        return len(self._streams)

    @property
    def has_ended(self) -> bool:
        return self._ended.is_set()

    def open(self, topics: frozenset[str]) -> Stream:
        """Let a page hear these topics (digests, see ``tickets``); the first begins to listen."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            threading.Thread(target=self._listen, name="live", daemon=True).start()
        stream = Stream(topics)
        self._streams.add(stream)
        for topic in topics:
            self._by_topic.setdefault(topic, set()).add(stream)
        return stream

    async def listens(self) -> None:
        """Return when the process hears others: from then on an open page misses nothing."""
        if not self._listening.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._listening.wait(), BEGIN_WITHIN)

    def close(self, stream: Stream) -> None:
        """Forget a page."""
        self._streams.discard(stream)
        for topic in stream.topics:
            listening = self._by_topic.get(topic, set())
            listening.discard(stream)
            if not listening:
                self._by_topic.pop(topic, None)

    def end(self) -> None:
        """Send every page away and stop listening."""
        self._ended.set()
        for stream in self._streams:
            stream.end()

    def hear(self, topic: str, about: str) -> None:
        """Pass a signal on to the pages that listen to its topic."""
        for stream in self._by_topic.get(digest(topic), ()):
            stream.put((topic, about))

    def ask_again(self) -> None:
        """Listening begins, and signals may have been missed: every page asks for everything."""
        self._listening.set()
        for stream in self._streams:
            stream.put(EVERYTHING)

    def _listen(self) -> None:
        loop = self._loop
        assert loop

        def heard(topic: str, about: str) -> None:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self.hear, topic, about)

        def missed() -> None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self.ask_again)

        way = self._way or spreading.chosen()
        way.listen(heard, missed, self._ended)

"""A meeting of three hundred phones on the server that a school runs, and on two with PostgreSQL.

Runnable alone: ``python -m bench.bench_meeting``; ``--short`` is a small one for whoever works on
it, ``--sqlite`` or ``--postgres`` does only that half.

What is measured. The server is ``partituur serve`` in processes of its own, as a school runs it
(a worker per core, the database durable), with data of its own that is thrown away. Every phone is
what a phone's page is (``tests/meetings/phones.py``): signed in, its channel open, asking for its
piece when it hears, answering with a form, sending again until the server has it. Beside them the
big screen is open, and the page of who runs the meeting, who goes to the next point. At each of ten
points every phone answers once; the answers of a point are spread evenly over twenty seconds. One
phone in ten changes its mind within three seconds.

- *Lost or doubled*: every answer that a phone was told is in (status 200) is looked for in the
  database afterwards: one row for each member and point, with the last choice and its words.
- *On the screen*: for each first answer to a point, the time from when the phone had its 200 until
  the screen had a piece in which it is counted. Answers to a point come in one after another, so
  that the n-th in the database is counted in the first piece of that point that counts n or more.
  A piece that was there before the 200 counts as no time at all. The 95th percentile of all. The
  screen asks at most four times a second.
- *On a phone*: from the moment that going to the next point was confirmed until a phone shows it.
- *Memory for a phone*: proportional set size (PSS) of all processes of the server with every phone
  connected, less that before the first, divided by the number of phones. Before the first, two
  hundred pages have been asked for, so that what every visitor costs once is not counted; both
  are taken when nothing changes any more.
- *Processor*: what all processes of the server used, while the points were answered.

The clients run on the same cores as the server and in one process: what they take is taken from
the server.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests import postgres, serving
from tests.meetings import gathering, phones
from tests.meetings.gathering import Gathering
from tests.meetings.phones import Attempt, Kept, Page, Phone, Piece

from bench.figure import Figure

SOON_ENOUGH = 0.5  # seconds
AT_ONCE = 20  # phones that open their page at the same moment
SETTLING = 2.0  # seconds after the last answer of a point
LATEST = 120  # seconds that may be lost at one step; guards against hanging only
SETTLED = 100  # kB that memory may change in two seconds
AGREED = ("agree", "agree", "agree", "note", "object")
LOOKING_BACK = 3.0  # seconds that who changes their mind takes


@dataclass(frozen=True)
class Size:
    """How big a meeting is."""

    phones: int
    points: int
    seconds: float  # over which the answers to a point are spread


WHOLE = Size(300, 10, 20)
SHORT = Size(40, 3, 5)


def run() -> Iterator[Figure]:
    """Measure on SQLite with one server, and on PostgreSQL with two."""
    yield from on_sqlite(WHOLE)
    yield from on_postgres(WHOLE)


def on_sqlite(size: Size) -> Iterator[Figure]:
    """One server, one file."""
    with _folder() as folder:
        settings = {"PARTITUUR_MODE": "demo", "PARTITUUR_DATA": str(folder)}
        yield from _figures("one server, SQLite", size, [settings])


def on_postgres(size: Size) -> Iterator[Figure]:
    """Two servers that share a database; half of the phones at each."""
    with _folder() as folder:
        try:
            address = postgres.start(folder / "postgres", durable=True)
        except Exception as wrong:
            yield Figure("a meeting on PostgreSQL", f"did not start ({wrong})", "", None)
            return
        try:
            servers = []
            for number in range(2):
                (data := folder / str(number)).mkdir()
                servers.append(
                    {
                        "PARTITUUR_MODE": "demo",
                        "PARTITUUR_DATA": str(data),
                        "PARTITUUR_DATABASE": address,
                    }
                )
            yield from _figures("two servers, PostgreSQL", size, servers)
        finally:
            postgres.stop(folder / "postgres")


@contextmanager
def _folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="partituur-meeting-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


# --- a whole meeting ----------------------------------------------------------------------------


@dataclass
class Seen:
    """What the screen and the phones were seen to show, and when."""

    screen: list[tuple[float, str, int]] = field(default_factory=list)  # when, point, how many
    phones: dict[str, list[float]] = field(default_factory=dict)  # by point
    stepped: dict[str, float] = field(default_factory=dict)  # by point


@dataclass
class Outcome:
    """All that was measured in one meeting."""

    attempts: dict[str, list[Attempt]]  # by member
    seen: Seen
    memory: float  # kB for a phone
    cores: float  # that the servers kept busy while points were answered
    asked: int  # requests in that time
    seconds: float


def _figures(where: str, size: Size, servers: list[dict[str, str]]) -> Iterator[Figure]:
    meeting = Gathering.of(_said(servers[0], "make", str(size.phones)))
    with ExitStack() as stack:
        started = [stack.enter_context(serving.served("serve", each)) for each in servers]
        ports = [port for _process, port in started]
        pids = [process.pid for process, _port in started]
        outcome = asyncio.run(_hold(meeting, size, ports, pids))
    kept = gathering.kept_of(_said(servers[0], "answers"))
    yield from _judged(where, size, outcome, kept)


def _said(settings: dict[str, str], *command: str) -> str:
    """What a command said that ran in the database of a server."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.meetings.gathering", *command],
        env=serving.environment(**settings), check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.stdout


async def _hold(meeting: Gathering, size: Size, ports: list[int], pids: list[int]) -> Outcome:
    seen = Seen()
    screen = Page(ports[0], meeting.path + "scherm/", meeting.runner.cookies, _watching(seen))
    runner = Page(ports[-1], meeting.path + "leiden/", meeting.runner.cookies)
    await asyncio.gather(screen.open(), runner.open())
    everybody = [
        Phone(ports[number % len(ports)], meeting.path + "meedoen/", each.cookies, _noting(seen))
        for number, each in enumerate(meeting.phones)
    ]
    await _warm_up(everybody[:: max(1, size.phones // 20)])
    before = await _settled_memory(pids)
    await asyncio.wait_for(_all_come(everybody), LATEST)
    memory = (await _settled_memory(pids) - before) / size.phones
    began, used, asked = time.monotonic(), _processor(pids), _asked(everybody)
    for point in meeting.points[: size.points]:
        await _go_to(runner, meeting, point, seen)
        all_answer = asyncio.gather(
            *(
                _answers(phone, number, point, size.seconds * number / size.phones)
                for number, phone in enumerate(everybody)
            )
        )
        await asyncio.wait_for(all_answer, size.seconds + LATEST)
        await asyncio.sleep(SETTLING)
    seconds = time.monotonic() - began
    outcome = Outcome(
        attempts={
            someone.member: phone.attempts
            for someone, phone in zip(meeting.phones, everybody, strict=True)
        },
        seen=seen,
        memory=memory,
        cores=(_processor(pids) - used) / seconds,
        asked=_asked(everybody) - asked,
        seconds=seconds,
    )
    await asyncio.gather(*(each.close() for each in [screen, runner, *everybody]))
    return outcome


def _watching(seen: Seen) -> phones.Saw:
    def watch(piece: Piece) -> None:
        seen.screen.append((time.monotonic(), piece.point, piece.given))

    return watch


def _noting(seen: Seen) -> phones.Saw:
    last = ""

    def note(piece: Piece) -> None:
        nonlocal last
        if piece.point != last:
            last = piece.point
            seen.phones.setdefault(piece.point, []).append(time.monotonic())

    return note


async def _warm_up(few: list[Phone]) -> None:
    for _round in range(10):
        await asyncio.gather(*(each.ask("GET", each.path, piece=False) for each in few))


async def _all_come(everybody: list[Phone]) -> None:
    """All open their page, a few at a time, and hear what happens."""
    room = asyncio.Semaphore(AT_ONCE)

    async def come(phone: Phone) -> None:
        async with room:
            await phone.open()
            await phone.until(lambda piece: not piece.asks_whether_here)

    await asyncio.gather(*(come(each) for each in everybody))
    while not all(each.is_listening for each in everybody):
        await asyncio.sleep(0.1)
    await asyncio.sleep(SETTLING)


async def _go_to(runner: Page, meeting: Gathering, point: str, seen: Seen) -> None:
    """The next point, as the button does it: the one before it is closed."""
    reply = await runner.send(f"{meeting.path}leiden/punt/{point}/", [("close", "1")])
    assert reply
    assert reply.status == 200, reply.status
    seen.stepped[point] = time.monotonic()


async def _answers(phone: Phone, number: int, point: str, after: float) -> None:
    """One phone at one point."""
    latest = asyncio.get_running_loop().create_task(asyncio.sleep(after))
    piece = await phone.until(lambda piece: piece.point == point and bool(piece.choices))
    await latest
    chance = random.Random(f"{number} {point}")
    await _choose(phone, piece, chance)
    if chance.random() < 0.1:
        await asyncio.sleep(LOOKING_BACK * chance.random())
        await _choose(phone, piece, chance)


async def _choose(phone: Phone, piece: Piece, chance: random.Random) -> None:
    if piece.picks:
        await phone.answer("accents", picks=chance.sample(piece.picks, 2))
    else:
        choice = chance.choice(AGREED)
        words = "" if choice == "agree" else f"Wel graag in {chance.randint(2, 9)} weken."
        await phone.answer(choice, words)


# --- what came of it ----------------------------------------------------------------------------


def _judged(where: str, size: Size, outcome: Outcome, kept: list[Kept]) -> Iterator[Figure]:
    told = sum(each.status == 200 for given in outcome.attempts.values() for each in given)
    refused = sum(
        each.status not in (0, 200) for given in outcome.attempts.values() for each in given
    )
    wrong = phones.wrongs(outcome.attempts, kept)
    for each in wrong[:10]:
        print(each, file=sys.stderr)
    complete = len(kept) == size.phones * size.points
    yield Figure(
        f"{where}: answers lost, doubled or changed, of those told",
        f"{len(wrong)} of {told} ({size.phones} phones × {size.points} points; {refused} refused)",
        "0",
        not wrong and complete,
    )
    late = _on_screen(outcome, kept)
    at_95 = _percentile(late, 95)
    asked = [at for at, _point, _given in outcome.seen.screen]
    yield Figure(
        f"{where}: an answer on the big screen, 95th percentile",
        f"{at_95 * 1000:.0f} ms (half within {_percentile(late, 50) * 1000:.0f} ms, "
        f"the last {max(late) * 1000:.0f} ms)",
        "≤ 500 ms",
        at_95 <= SOON_ENOUGH,
    )
    most = _most_in_a_second(asked)
    yield Figure(
        f"{where}: updates of the screen in one second, at most", f"{most}", "≤ 4", most <= 4
    )
    changed = [
        at - outcome.seen.stepped[point]
        for point, times in outcome.seen.phones.items()
        for at in times
        if point in outcome.seen.stepped
    ]
    yield Figure(
        f"{where}: the next point on a phone, 95th percentile",
        f"{_percentile(changed, 95) * 1000:.0f} ms",
        "",
        None,
    )
    yield Figure(f"{where}: memory for a phone", f"{outcome.memory:.0f} kB", "", None)
    yield Figure(
        f"{where}: processor while it was answered",
        f"{outcome.cores:.2f} cores of {os.cpu_count()}, "
        f"{outcome.asked / outcome.seconds:.0f} requests of phones a second",
        "",
        None,
    )


def _on_screen(outcome: Outcome, kept: list[Kept]) -> list[float]:
    """For each first answer: seconds from its 200 until a piece of the screen counted it."""
    told: dict[tuple[str, str], float] = {}
    for member, given in outcome.attempts.items():
        for each in given:
            if each.status == 200:
                told.setdefault((member, each.point), each.told_at)
    found, numbers = [], dict[str, int]()
    for row in kept:
        number = numbers[row.point] = numbers.get(row.point, 0) + 1
        at = told[row.member, row.point]
        shown = next(
            (
                when
                for when, point, given in outcome.seen.screen
                if point == row.point and given >= number
            ),
            float("inf"),
        )
        found.append(max(0.0, shown - at))
    return found


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _most_in_a_second(times: list[float]) -> int:
    return max(sum(at <= each < at + 1 for each in times) for at in times)


def _asked(everybody: list[Phone]) -> int:
    return sum(each.asked for each in everybody)


async def _settled_memory(pids: list[int]) -> float:
    """The memory once it hardly changes; a server that just began still grows."""
    last = _memory(pids)
    for _second in range(60):
        await asyncio.sleep(2)
        now = _memory(pids)
        if abs(now - last) < SETTLED:
            break
        last = now
    return now


def _memory(pids: list[int]) -> float:
    """Proportional set size of servers and all that they started, in kB."""
    total = 0
    for pid in _families(pids):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return float(total)


def _processor(pids: list[int]) -> float:
    """Seconds of processor that servers and all that they started have used."""
    ticks = 0
    for pid in _families(pids):
        values = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(values[11]) + int(values[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _families(pids: list[int]) -> list[int]:
    return [each for pid in pids for each in serving.family(pid)]


def main(arguments: list[str]) -> None:
    """Measure, and print a line for each figure."""
    size = SHORT if "--short" in arguments else WHOLE
    halves = {"--sqlite": on_sqlite, "--postgres": on_postgres}
    wanted = [each for name, each in halves.items() if name in arguments] or [*halves.values()]
    for half in wanted:
        for figure in half(size):
            verdict = {True: "met", False: "missed", None: "reported"}[figure.met]
            print(" | ".join([figure.name, figure.figure, figure.aim or "–", verdict]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

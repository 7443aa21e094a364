"""Word files: writing a plan of 40 parts × 8 fields, and reading it back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from bench import plans
from bench.figure import Figure
from partituur.exchange.word import reading, writing

PARTS = 40
RUNS = 7


def run() -> Iterator[Figure]:
    """Measure both ways, with other text each time; the first run warms up and is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(RUNS + 1):
        plan = plans.plan(PARTS, seed=3_000 + number)
        began = time.perf_counter()
        document = writing.write(plan)
        written = time.perf_counter()
        found = reading.read(document, plan.format)
        read = time.perf_counter()
        assert len(found.sections) >= PARTS, len(found.sections)
        if number:
            times[0].append(written - began)
            times[1].append(read - written)
    for name, each in zip(("writing", "reading"), times, strict=True):
        yield Figure(
            f"Word, {name} 40 parts × 8 fields",
            f"{median(each):.2f} s",
            "< 1 s",
            median(each) < 1,
        )

"""The page of a plan: against a bare template over the same rows, and as it grows."""

from __future__ import annotations

from collections.abc import Iterator

from bench import ground
from bench.figure import Figure

ROUNDS = 40


def run() -> Iterator[Figure]:
    """Measure the sheet at 5, 40 and 80 parts of 8 fields."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    pages, queries = {}, {}
    for parts in (5, 40, 80):
        plan, member = ground.school_with_plan(parts, seed=parts)
        client = ground.client_of(member)
        path = f"/school/{plan.school.slug}/plan/2026-2027/"
        pages[parts] = (client, path, plan.school.slug)
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(path)
        assert answer.status_code == 200, answer.status_code
        queries[parts] = len(seen)

    client, path, slug = pages[40]
    client80, path80, _slug = pages[80]
    times = ground.by_turns(
        {
            "page": lambda: client.get(path),
            "bare": lambda: client.get(f"/bare/{slug}/2026-2027/"),
            "smallest": lambda: client.get("/smallest/"),
            "page80": lambda: client80.get(path80),
        },
        ROUNDS,
    )
    ratio = times["page"] / times["bare"]
    yield Figure(
        "page of 40 parts ÷ bare template, same rows and queries",
        f"{ratio:.2f}× ({ground.ms(times['page'])} ÷ {ground.ms(times['bare'])})",
        "≤ 2.5×",
        ratio <= 2.5,
    )
    yield Figure(
        "page of 40 parts ÷ smallest signed-in page",
        f"{times['page'] / times['smallest']:.1f}× (÷ {ground.ms(times['smallest'])})",
        "",
        None,
    )
    growth = times["page80"] / times["page"]
    yield Figure("page of 80 parts ÷ page of 40", f"{growth:.2f}×", "≤ 2.2×", growth <= 2.2)
    counts = [queries[parts] for parts in (5, 40, 80)]
    yield Figure(
        "queries at 5, 40 and 80 parts",
        ", ".join(map(str, counts)),
        "the same",
        len(set(counts)) == 1,
    )

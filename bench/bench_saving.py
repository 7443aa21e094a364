"""Saving a field, revision and all, answered after commit, against the smallest page."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from bench import ground
from bench.figure import Figure

ROUNDS = 60


def run() -> Iterator[Figure]:
    """Measure a save through the same view that the sheet uses."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from partituur.plans.models import Goal

    plan, member = ground.school_with_plan(40, seed=1000)
    client = ground.client_of(member)
    goal = Goal.objects.filter(part__plan=plan, part__kind="teacher").order_by("pk").first()
    assert goal
    path = f"/school/{plan.school.slug}/plan/2026-2027/doel/{goal.public_id}/approach/"
    version = goal.texts.get(key="approach").version
    number = 0

    def save() -> None:
        nonlocal version, number
        number += 1
        answer = client.post(
            path,
            {
                "approach": f"Routines kiezen, aanleren en oefenen met de groep. Ronde {number}.",
                "approach.version": version,
                "save_key": str(uuid4()),
            },
            headers={"HX-Request": "true"},
        )
        assert answer.status_code == 200, answer.status_code
        version = int(answer["X-Version"])

    save()
    with CaptureQueriesContext(connection) as seen:
        save()
    statements = len(seen)
    times = ground.by_turns(
        {
            "save": save,
            "smallest": lambda: client.get("/smallest/"),
            "commit": _durable_commit(),
        },
        ROUNDS,
    )
    ratio = times["save"] / times["smallest"]
    yield Figure(
        "saving a field ÷ smallest signed-in page",
        f"{ratio:.1f}× ({ground.ms(times['save'])} ÷ {ground.ms(times['smallest'])})",
        "≤ 6×",
        ratio <= 6,
    )
    yield Figure(
        "of which the durable commit itself (one row, same settings)",
        ground.ms(times["commit"]),
        "",
        None,
    )
    yield Figure("statements of a save", str(statements), "≤ 12", statements <= 12)


def _durable_commit() -> Callable[[], object]:
    """One bare UPDATE in a file of its own, with the pragmas of the product."""
    import sqlite3

    folder = Path(tempfile.mkdtemp(prefix="partituur-commit-"))
    database = sqlite3.connect(folder / "commit.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode=DELETE")
    database.execute("PRAGMA synchronous=EXTRA")
    database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
    database.execute("INSERT INTO row VALUES (1, 'x')")

    def commit() -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE row SET text = ? WHERE id = 1", (str(time.perf_counter()),))
        database.execute("COMMIT")

    return commit

"""Writes a plan as JSON."""

from __future__ import annotations

import json

from partituur.plans import snapshot
from partituur.plans.snapshot import PlanShot


def write(plan: PlanShot) -> bytes:
    """The whole snapshot: UTF-8, two spaces of indent, a line break at the end.

    Equal plans give equal bytes.
    """
    text = json.dumps(snapshot.to_data(plan), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()

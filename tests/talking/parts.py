"""What the tests of talking do with a part: write in it, share it, read it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from partituur.plans import queries
from partituur.plans.actions import sharing, writing
from partituur.plans.models import Goal, Part
from partituur.schools.models import Membership


def write(goal: Goal, key: str, body: str, by: Membership, at: datetime) -> None:
    """Make a text what is said."""
    base = queries.text_of(goal, key).version
    writing.save(
        line=goal, key=key, words=writing.Words(body), base=base, save_key=uuid4(), by=by, at=at
    )


def share(part: Part, teacher: Membership, moment: datetime) -> Part:
    sharing.share(part=part, by=teacher, is_subject=True, at=moment)
    part.refresh_from_db()
    return part


def body(goal: Goal, key: str = "approach") -> Any:
    return queries.text_of(goal, key).body

"""Writes and verifies the log of acts (logboek)."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from partituur.kernel.models import LogEntry

ERASED = "person.erased"  # the act under which what is personal may be missing


@transaction.atomic
def record(
    *, school: UUID, act: str, at: datetime, by: Mapping[str, str], facts: Mapping[str, Any]
) -> LogEntry:
    """Add an entry at the end of a school's log.

    :param act: "plan.exported": the thing and what was done with it, in English
    :param by: who did it: {"id": public id of the membership, "name": as printed}
    :param facts: ids and numbers, no words of anybody
    """
    last = LogEntry.objects.select_for_update().filter(school_id=school).order_by("-number").first()
    entry = LogEntry(
        school_id=school,
        number=last.number + 1 if last else 1,
        at=at,
        act=act,
        facts=dict(facts),
        personal=dict(by),
        salt=secrets.token_hex(16),
    )
    entry.commitment = commitment(entry.salt, entry.personal)
    entry.seal = seal_of(entry, last.seal if last else "")
    entry.save(force_insert=True)
    return entry


def verify(school: UUID) -> int | None:
    """The number of the first broken entry of a school's log, or None when it holds."""
    before, expected = "", 1
    for entry in LogEntry.objects.filter(school_id=school).order_by("number").iterator():
        if entry.number != expected or entry.seal != seal_of(entry, before):
            return expected
        if entry.personal is not None and entry.commitment != commitment(
            entry.salt, entry.personal
        ):
            return expected
        before, expected = entry.seal, expected + 1
    return None


def commitment(salt: str, personal: Mapping[str, str] | None) -> str:
    """What the seal covers in place of the personal words themselves."""
    return _digest([salt, personal])


def seal_of(entry: LogEntry, before: str) -> str:
    """The seal that belongs to an entry that follows on the seal ``before``."""
    return _digest(
        [
            before,
            str(entry.school_id),
            entry.number,
            entry.at.astimezone(UTC).isoformat(),
            entry.act,
            entry.facts,
            entry.commitment,
        ]
    )


def _digest(what: Any) -> str:
    canonical = json.dumps(what, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

"""Writes and verifies the log of acts (logboek)."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry

ERASED = "person.erased"  # the acts under which what is personal may be missing
CLEARED = "log.cleared"
SHOWN = 24  # signs of a seal in a fingerprint: 96 bits
HEX = frozenset("0123456789abcdef")


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


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a log: what is printed and mailed, so that a cut tail shows."""

    number: int
    seal: str

    @property
    def fingerprint(self) -> str:
        """ "34-0f3a9c…": the number of the entry and the beginning of its seal."""
        return f"{self.number}-{self.seal[:SHOWN]}"


def head(school: UUID) -> Head | None:
    """The last entry of a school's log; None when there is none."""
    last = LogEntry.objects.filter(school_id=school).order_by("-number").first()
    return Head(last.number, last.seal) if last else None


def verify(school: UUID, known: str = "") -> int | None:
    """The number of the first broken entry of a school's log, or None when it holds.

    Broken is an entry that was changed, removed, added or moved; one whose words are missing while
    no erasure took them; and, against a fingerprint that was kept elsewhere, one that was cut off.

    :param known: a fingerprint from paper or a mail
    :raises Refusal: ``known`` is no fingerprint
    """
    number, seal = _read(known) if known.strip() else (0, "")
    entries = list(LogEntry.objects.filter(school_id=school).order_by("number"))
    erased = {
        each
        for entry in entries
        if entry.act in (ERASED, CLEARED)
        for each in entry.facts["entries"]
    }
    before = ""
    for expected, entry in enumerate(entries, 1):
        if entry.number != expected or entry.seal != seal_of(entry, before):
            return expected
        if not _words_hold(entry, erased):
            return expected
        if entry.number == number and not entry.seal.startswith(seal):
            return expected
        before = entry.seal
    return len(entries) + 1 if number > len(entries) else None


def _words_hold(entry: LogEntry, erased: set[int]) -> bool:
    """Whether the words of an entry are those that were sealed, or were erased as it should."""
    if entry.personal is None:
        return entry.number in erased
    return entry.commitment == commitment(entry.salt, entry.personal)


def _read(fingerprint: str) -> tuple[int, str]:
    number, _dash, seal = "".join(fingerprint.split()).lower().partition("-")
    if not number.isdigit() or len(seal) < 8 or not all(each in HEX for each in seal):
        raise Refusal(
            _("Dit is geen vingerafdruk. Die ziet eruit als 34-0f3a9c27d1, en staat op het papier.")
        )
    return int(number), seal


@transaction.atomic
def erase(
    *,
    school: UUID,
    who: str,
    at: datetime,
    by: Mapping[str, str],
    facts: Mapping[str, Any] | None = None,
) -> LogEntry:
    """Take the words about one person out of a school's log, and record that that was done.

    :param who: the public id of the membership
    :param facts: what else was erased with them, elsewhere
    """
    entries = LogEntry.objects.filter(school_id=school, personal__id=who)
    numbers = sorted(entries.values_list("number", flat=True))
    entries.update(personal=None, salt="")
    return record(
        school=school, act=ERASED, at=at, by=by, facts={"entries": numbers, **(facts or {})}
    )


@transaction.atomic
def clear(*, school: UUID, numbers: list[int], at: datetime, by: Mapping[str, str]) -> LogEntry:
    """Take the words about persons out of entries that have had their time; record that."""
    LogEntry.objects.filter(school_id=school, number__in=numbers).update(personal=None, salt="")
    return record(school=school, act=CLEARED, at=at, by=by, facts={"entries": numbers})


def commitment(salt: str, personal: Any) -> str:
    """What a seal covers in place of the personal words themselves (plain data)."""
    return digest([salt, personal])


def seal_of(entry: LogEntry, before: str) -> str:
    """The seal that belongs to an entry that follows on the seal ``before``."""
    return digest(
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


def digest(what: Any) -> str:
    """SHA-256 over plain data in its one spelling, 64 hexadecimal signs."""
    canonical = json.dumps(what, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

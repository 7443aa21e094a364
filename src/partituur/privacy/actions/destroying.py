"""Destroying what has had its time (vernietigen), each kind in a transaction and a log entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from partituur.kernel import chain
from partituur.plans import erasing as plans_erasing
from partituur.plans.actions import erasing
from partituur.plans.models import Agreement, Part, PartSubject, Revision
from partituur.privacy import queries
from partituur.schools.models import School
from partituur.talking.actions import saying
from partituur.talking.models import Conversation, GuestLink, SupportQuestion

WHO = {"name": "partituur"}
Facts = dict[str, Any]


def destroy(*, school: School, at: datetime) -> dict[str, int]:
    """Destroy what has had its time in a school; how much of each kind. Nothing under a hold."""
    if queries.hold_of(school):
        return {}
    steps: dict[str, Callable[[School, datetime], int | tuple[int, Facts]]] = {
        "guidance_log": _guidance_log,
        "personal_parts": _personal_parts,
        "leavers": _leavers,
        "log": _log,
    }
    done = {}
    for kind, step in steps.items():
        with transaction.atomic():
            found = step(school, at)
            number, facts = found if isinstance(found, tuple) else (found, {})
            if number and kind != "log":
                _note(school, kind, number, at, facts)
        done[kind] = number
    return done


def _note(school: School, kind: str, number: int, at: datetime, more: Facts) -> None:
    chain.record(
        school=school.public_id, act="data.destroyed", at=at, by=WHO,
        facts={"kind": kind, "number": number, **more},
    )  # fmt: skip


def _guidance_log(school: School, at: datetime) -> int:
    found = queries.guidance_notes(school, timezone.localdate(at))
    return found.delete()[0]


def _personal_parts(school: School, at: datetime) -> tuple[int, Facts]:
    found = list(queries.personal_parts(school, timezone.localdate(at)))
    shared = [part for part in found if part.shared_at is not None]
    gone = [part for part in found if part.shared_at is None]
    facts = plans_erasing.take_elsewhere(None, shared, names_only=True)
    plans_erasing.take_elsewhere(None, gone)  # no version holds what was never shared
    for part in found:
        if part.shared_at is None:
            part.delete()
        else:
            _make_nameless(part, school)
    return len(found), facts


def _make_nameless(part: Part, school: School) -> None:
    """What was shared stays as words of the school; whose it was, who spoke about it, goes."""
    from partituur.plans import queries as plans

    PartSubject.objects.filter(part=part).delete()
    Agreement.objects.filter(part=part).delete()
    Conversation.objects.filter(part=part).delete()
    SupportQuestion.objects.filter(goal__part=part).delete()
    GuestLink.objects.filter(goal__part=part).delete()
    of_part = Revision.objects.filter(text__goal__part=part)
    of_part.filter(accepted=False).delete()
    of_part.update(author=None)
    kinds = plans.format_of(school)
    label = kinds.kind(part.kind).label if kinds.has(part.kind) else ""
    Part.objects.filter(pk=part.pk).update(partner=None, heading=label, note="")


def _leavers(school: School, at: datetime) -> int:
    found = list(queries.leavers(school, timezone.localdate(at)))
    for member in found:
        erasing.erase_member(member=member, who=WHO, at=at)
    saying.clear_empty(Conversation.objects.filter(school=school))
    return len(found)


def _log(school: School, at: datetime) -> int:
    numbers = sorted(
        queries.log_entries(school, timezone.localdate(at)).values_list("number", flat=True)
    )
    if numbers:
        chain.clear(school=school.public_id, numbers=numbers, at=at, by=WHO)
    return len(numbers)

"""Does what a preview said, exactly that; and takes it back where that is still possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.schools.actions.asking import allow, hold, note
from partituur.schools.actions.members import add_member, change_member
from partituur.schools.models import Membership, Role, School
from partituur.schools.roster.preview import Outcome, Row, opened, preview, promise, values_of

Values = dict[str, Any]


class Overtaken(Refusal):
    """Since the preview something changed, and the list would now do something else."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__(
            _("Er is intussen iets veranderd in het team. Kijk de lijst nog één keer na.")
        )
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Done:
    """What a list did: ids of new members, and of changed ones with how they were and became."""

    added: tuple[tuple[str, Values], ...]
    changed: tuple[tuple[str, Values, Values], ...]
    skipped: int = 0
    same: int = 0

    def to_data(self) -> dict[str, Any]:
        """Plain data for a session."""
        return {
            "added": [[id, _data(values)] for id, values in self.added],
            "changed": [[id, _data(old), _data(new)] for id, old, new in self.changed],
            "skipped": self.skipped,
            "same": self.same,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Done:
        """Read what ``to_data`` wrote."""
        return cls(
            added=tuple((id, _values(values)) for id, values in data["added"]),
            changed=tuple((id, _values(old), _values(new)) for id, old, new in data["changed"]),
            skipped=data["skipped"],
            same=data["same"],
        )


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and whom we left as they are now (names)."""

    removed: int
    restored: int
    kept: tuple[str, ...]


@transaction.atomic
def apply(*, school: School, token: str, by: Membership | None, at: datetime) -> Done:
    """Do what the preview in ``token`` said, or nothing.

    :raises Overtaken: the list would now do something else; it carries the new preview
    :raises Refusal: see rules.why_not_manage; or the preview is not ours or too old
    """
    allow(by, school)
    hold(school)
    entries, promised = opened(school, token)
    rows = preview(school, entries, today=timezone.localdate(at))
    if promise(rows) != promised:
        raise Overtaken(rows)
    added, changed = [], []
    for row in rows:
        if row.outcome is Outcome.NEW:
            member = add_member(school=school, by=by, at=at, **row.wanted)
            added.append((str(member.public_id), values_of(member)))
        elif row.outcome is Outcome.CHANGE and row.member:
            before = values_of(row.member)
            member = change_member(member=row.member, by=by, at=at, **row.wanted)
            changed.append((str(member.public_id), before, values_of(member)))
    count = [row.outcome for row in rows].count
    return Done(tuple(added), tuple(changed), count(Outcome.SKIP), count(Outcome.SAME))


@transaction.atomic
def undo(*, school: School, done: Done, by: Membership | None, at: datetime) -> Undone:
    """Take back what a list did. Who has been changed, used or invited since then stays.

    :raises Refusal: see rules.why_not_manage
    """
    allow(by, school)
    hold(school)
    removed, restored, kept = 0, 0, []
    for id, values in done.added:
        member = _unchanged(school, id, values)
        if member and _is_loose(member):
            member.delete()
            note(school, "member.taken_back", by=by, at=at, facts={"member": id})
            removed += 1
        else:
            kept.append(values["name"])
    for id, before, after in done.changed:
        member = _unchanged(school, id, after)
        if member and _restored(member, before, by=by, at=at):
            restored += 1
        else:
            kept.append(after["name"])
    return Undone(removed, restored, tuple(kept))


def _unchanged(school: School, id: str, values: Values) -> Membership | None:
    member = Membership.objects.filter(school=school, public_id=id).first()
    return member if member and values_of(member) == values else None


def _restored(member: Membership, before: Values, *, by: Membership | None, at: datetime) -> bool:
    try:
        change_member(member=member, by=by, at=at, **before)
    except Refusal:
        return False
    return True


def _is_loose(member: Membership) -> bool:
    """Whether nothing hangs on a member yet: no account, no learning team, no place in a plan.

    Asked of the models themselves, because the rooms above this one are not known here.
    """
    if member.person_id is not None:
        return False
    for relation in Membership._meta.related_objects:
        rows = relation.related_model._base_manager
        if rows.filter(**{relation.field.name: member}).exists():
            return False
    return True


def _data(values: Values) -> dict[str, Any]:
    return {key: _plain(value) for key, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def _values(data: Mapping[str, Any]) -> Values:
    values = dict(data)
    values["roles"] = frozenset(Role(each) for each in data["roles"])
    for key in ("from_date", "until_date"):
        values[key] = date.fromisoformat(data[key]) if data[key] else None
    return values

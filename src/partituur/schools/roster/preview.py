"""Says what each row of a list will do, before anything is done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partituur.kernel.errors import Refusal
from partituur.schools import dates
from partituur.schools import queries as schools
from partituur.schools.actions.members import why_not_so
from partituur.schools.models import Membership, Role, School
from partituur.schools.roster.understanding import Entry
from partituur.schools.roster.wording import plain

LASTS = 12 * 3600  # seconds that a preview can wait for its yes


class Outcome(StrEnum):
    """What a row will do."""

    NEW = "new"  # nieuw teamlid
    CHANGE = "change"  # verandert
    SAME = "same"  # staat er al
    SKIP = "skip"  # overgeslagen


FIELDS = {
    "name": gettext_lazy("naam"),
    "email": gettext_lazy("e-mailadres"),
    "roles": gettext_lazy("rol"),
    "note": gettext_lazy("groep of taak"),
    "from_date": gettext_lazy("eerste dag"),
    "until_date": gettext_lazy("laatste dag"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a member that a row changes; the values as they are shown."""

    key: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return str(FIELDS[self.key])


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the preview: who, what will happen, and why not where nothing can."""

    entry: Entry
    outcome: Outcome
    member: Membership | None = None  # who is there already
    wanted: Mapping[str, Any] = field(default_factory=dict)  # as actions.members takes them
    changes: tuple[Change, ...] = ()
    why: str = ""


def preview(school: School, entries: Iterable[Entry], *, today: date) -> list[Row]:
    """What each row of a list will do to the members of a school."""
    return _Preview(school, today).rows(entries)


def sign(school: School, rows: Iterable[Row]) -> str:
    """The preview as a text that can travel with the page and cannot be changed on the way."""
    rows = list(rows)
    data = {"entries": [_entry_data(row.entry) for row in rows], "promise": promise(rows)}
    return signing.dumps(data, salt=_salt(school), compress=True)


def opened(school: School, token: str) -> tuple[list[Entry], str]:
    """The entries and the promise of a preview that ``sign`` made.

    :raises Refusal: it is too old, of another school, or not ours
    """
    try:
        data = signing.loads(token, salt=_salt(school), max_age=LASTS)
    except signing.BadSignature:
        raise Refusal(_("Dit overzicht is te oud. Lees de lijst opnieuw in.")) from None
    return [_entry_from(each) for each in data["entries"]], data["promise"]


def promise(rows: Iterable[Row]) -> str:
    """A digest of what the rows will do: the same list at another moment may do other things."""
    said = [
        [
            row.entry.number, row.outcome.value, row.why,
            str(row.member.public_id) if row.member else "",
            [[each.key, each.before, each.after] for each in row.changes],
            _shown(row.wanted, {role: role.value for role in Role}),
        ]
        for row in rows
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def values_of(member: Membership) -> dict[str, Any]:
    """What is known of a member, as actions.members takes it."""
    return {key: getattr(member, key) for key in FIELDS}


class _Preview:
    """Walks the list once, and remembers whom it met."""

    def __init__(self, school: School, today: date) -> None:
        self.today = today
        self.names = schools.role_names(school)
        self.members = list(Membership.objects.filter(school=school).order_by("pk"))
        self.by_email = {each.email: each for each in self.members if each.email}
        self.met: dict[str, int] = {}  # names, addresses and members, with the row they were on

    def rows(self, entries: Iterable[Entry]) -> list[Row]:
        return [self.row(each) for each in entries]

    def row(self, entry: Entry) -> Row:
        if entry.problem:
            return Row(entry, Outcome.SKIP, why=entry.problem)
        if why := self._why_twice(entry):
            return Row(entry, Outcome.SKIP, why=why)
        member, why = self._member(entry)
        if why:
            return Row(entry, Outcome.SKIP, why=why)
        if member is None:
            return Row(entry, Outcome.NEW, wanted=_new_values(entry))
        return self._known(entry, member)

    def _why_twice(self, entry: Entry) -> str:
        """The same person twice in one list: the first row counts. Two people may share a name,
        if each has an address."""
        name = plain(entry.name)
        keys = [f"@{entry.email}"] if entry.email else []
        keys.append(f"{name}|{entry.email}")
        loose = [key for key in self.met if key.startswith(f"{name}|")]
        earlier = next((self.met[key] for key in keys if key in self.met), None)
        if earlier is None and loose and (not entry.email or f"{name}|" in self.met):
            earlier = self.met[loose[0]]
        if earlier is not None:
            return _("Staat al op regel {number} van deze lijst.").format(number=earlier)
        for key in keys:
            self.met[key] = entry.number
        return ""

    def _member(self, entry: Entry) -> tuple[Membership | None, str]:
        """Who of the school is meant: by address, and else by name where that is clear."""
        found = self.by_email.get(entry.email) if entry.email else None
        if found is None:
            same = [each for each in self.members if plain(each.name) == plain(entry.name)]
            if len(same) > 1:
                return None, _("Er zijn meer mensen met deze naam. Zet het e-mailadres erbij.")
            found = same[0] if same else None
            if found and entry.email and found.email:
                return None, _(
                    "Er is al iemand met deze naam en een ander e-mailadres ({email}). Is het "
                    "dezelfde? Pas dan daar het adres aan. Is het een ander? Voeg die zelf toe."
                ).format(email=found.email)
        if found is None:
            return None, ""
        key = f"#{found.pk}"
        if key in self.met:
            why = _("Staat al op regel {number} van deze lijst.").format(number=self.met[key])
            return None, why
        self.met[key] = entry.number
        return found, ""

    def _known(self, entry: Entry, member: Membership) -> Row:
        before, after = values_of(member), self._merged(entry, member)
        keys = [key for key in FIELDS if after[key] != before[key]]
        if not keys:
            return Row(entry, Outcome.SAME, member)
        shown, wanted = _shown(before, self.names), _shown(after, self.names)
        changes = tuple(Change(key, shown[key], wanted[key]) for key in keys)
        if why := why_not_so(member, _as(member, after), self.today):
            return Row(entry, Outcome.SKIP, member, why=why)
        return Row(entry, Outcome.CHANGE, member, after, changes)

    def _merged(self, entry: Entry, member: Membership) -> dict[str, Any]:
        """What is known, with what the list adds. A list gives roles and takes none away; whoever
        had left and is on the list is back."""
        after = values_of(member)
        after["roles"] = member.roles | entry.roles
        for key in ("name", "email", "note", "from_date", "until_date"):
            if value := getattr(entry, key):
                after[key] = value
        if plain(entry.name) == plain(member.name):
            after["name"] = member.name
        gone = member.until_date is not None and member.until_date < self.today
        if gone and not entry.until_date:
            after["until_date"] = None
        return after


def _new_values(entry: Entry) -> dict[str, Any]:
    values = {key: getattr(entry, key) for key in FIELDS}
    values["roles"] = entry.roles or frozenset({Role.TEACHER})
    return values


def _as(member: Membership, values: Mapping[str, Any]) -> Membership:
    """The member as they would be."""
    after = copy(member)
    for key, value in values.items():
        if key != "roles":
            setattr(after, key, value)
    for role in Role:
        setattr(after, f"is_{role.value}", role in values["roles"])
    return after


def _shown(values: Mapping[str, Any], names: dict[Role, str]) -> dict[str, str]:
    """Values as they are shown, in the order of ``FIELDS``."""
    return {key: _said(values[key], names) for key in FIELDS if key in values}


def _said(value: Any, names: dict[Role, str]) -> str:
    if isinstance(value, frozenset):
        return schools.roles_in_words(value, names)
    return dates.typed_as(value) if isinstance(value, date) else str(value or "")


def _salt(school: School) -> str:
    return f"partituur.roster.{school.public_id}"


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "name": entry.name,
        "email": entry.email,
        "roles": sorted(entry.roles),
        "note": entry.note,
        "from": entry.from_date.isoformat() if entry.from_date else "",
        "until": entry.until_date.isoformat() if entry.until_date else "",
        "remarks": list(entry.remarks),
        "problem": entry.problem,
    }


def _entry_from(data: Mapping[str, Any]) -> Entry:
    return Entry(
        number=data["number"],
        name=data["name"],
        email=data["email"],
        roles=frozenset(Role(each) for each in data["roles"]),
        note=data["note"],
        from_date=date.fromisoformat(data["from"]) if data["from"] else None,
        until_date=date.fromisoformat(data["until"]) if data["until"] else None,
        remarks=tuple(data["remarks"]),
        problem=data["problem"],
    )

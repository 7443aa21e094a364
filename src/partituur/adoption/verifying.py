"""Whether anybody touched a version (nakijken): each problem is one sentence that names the place.

A version has to agree with itself (its texts with their commitments, its structure with its root),
with the log of acts (which has the root as well, in a chain of its own), and with the rows beside
it: the plan, its parts, who was a member. A text may be missing only under an entry in the log.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from django.utils.translation import gettext as _

from partituur.adoption import sealing
from partituur.adoption.erasing import FACT
from partituur.adoption.models import PlanVersion, SealedText
from partituur.adoption.sealing import Place, Sealed
from partituur.kernel.models import LogEntry
from partituur.plans.models import Part, Plan
from partituur.schools.models import School

ACTS = {"adopted": "plan.adopted", "adjusted": "plan.adjusted", "small": "plan.adjusted"}
SEALED_STATES = {Plan.State.ADOPTED, Plan.State.EVALUATED}
LEAST = 8  # signs of a root that a fingerprint needs to be one

Key = tuple[str, int]  # public id of a plan, number of a version


@dataclass(slots=True)
class _Log:
    """What the log of a school says about its versions."""

    entries: dict[Key, list[LogEntry]] = field(default_factory=dict)
    erased: dict[Key, set[int]] = field(default_factory=dict)

    def last(self, plan: str) -> int:
        """The number of the last version of a plan that the log knows; 0 when there is none."""
        return max((number for id, number in self.entries if id == plan), default=0)


def _log_of(school: School) -> _Log:
    log = _Log()
    for entry in LogEntry.objects.filter(school_id=school.public_id).order_by("number"):
        if entry.act in ACTS.values():
            key = (str(entry.facts.get("plan")), int(entry.facts.get("version", 0)))
            log.entries.setdefault(key, []).append(entry)
        for each in entry.facts.get(FACT, ()):
            key = (each["plan"], each["version"])
            log.erased.setdefault(key, set()).update(each["texts"])
    return log


def problems_in(school: School) -> list[str]:
    """What is wrong with any version of a school; nothing when all agree."""
    log = _log_of(school)
    plans = Plan.objects.filter(school=school).select_related("year", "school").order_by("pk")
    found: list[str] = []
    for plan in plans:
        found += _problems_of_plan(plan, log)
    known = {str(each.public_id) for each in plans}
    for id, number in log.entries:
        if id not in known:
            found.append(
                _("Het plan waarvan versie {number} is vastgesteld, is weg.").format(number=number)
            )
    return found


def problems_of(version: PlanVersion) -> list[str]:
    """What is wrong with one version."""
    return list(_problems(version, _log_of(version.school)))


def read(fingerprint: str) -> tuple[int, str] | None:
    """The number and the root of a fingerprint as it was typed; None when it is none of a version.

    Spaces and capitals do no harm.
    """
    match = _FINGERPRINT.fullmatch("".join(fingerprint.split()).lower())
    return (int(match[1]), match[2]) if match else None


_FINGERPRINT = re.compile(rf"v([0-9]{{1,4}})-([0-9a-f]{{{LEAST},64}})")


def find(school: School, fingerprint: str) -> PlanVersion | None:
    """The version of a school that has this fingerprint.

    The log of acts is asked as well: a version whose own root was changed is still found by the
    fingerprint that was printed.
    """
    typed = read(fingerprint)
    if typed is None:
        return None
    number, root = typed
    for entry in LogEntry.objects.filter(school_id=school.public_id, act__in=set(ACTS.values())):
        if entry.facts.get("version") == number and entry.facts.get("root", "").startswith(root):
            found = PlanVersion.objects.filter(
                plan__public_id=entry.facts["plan"], plan__school=school, number=number
            )
            version = found.select_related("plan__year", "plan__school", "school").first()
            if isinstance(version, PlanVersion):
                return version
    return None


# --- one plan ---------------------------------------------------------------------------------


def name_of(plan: Plan, number: int) -> str:
    """ "versie 1 van 2026–2027"."""
    return _("versie {number} van {year}").format(number=number, year=plan.year)


def _problems_of_plan(plan: Plan, log: _Log) -> Iterator[str]:
    id, last = str(plan.public_id), log.last(str(plan.public_id))
    rows = PlanVersion.objects.filter(plan=plan).select_related("plan__year", "school")
    versions = {each.number: each for each in rows.order_by("number")}
    for number in range(1, last + 1):
        if number not in versions:
            yield _("{version} staat in het logboek en is weg.").format(
                version=_capital(name_of(plan, number))
            )
    if plan.version != last:
        yield _(
            "Bij het plan van {year} staat versie {said}, en in het logboek versie {known}."
        ).format(year=plan.year, said=plan.version, known=last)
    if (plan.state in SEALED_STATES) != bool(last):
        yield _("Het plan van {year} heet “{state}”, en dat is niet wat het logboek zegt.").format(
            year=plan.year, state=plan.get_state_display()
        )
    for version in versions.values():
        if (id, version.number) in log.entries or version.number not in range(1, last + 1):
            yield from _problems(version, log)
    yield from _problems_of_parts(plan, versions)


def _problems_of_parts(plan: Plan, versions: dict[int, PlanVersion]) -> Iterator[str]:
    """Whether each part says rightly which version was the first that holds it."""
    first: dict[str, int] = {}
    for number in sorted(versions, reverse=True):
        for id in _parts_in(versions[number].structure):
            first[id] = number
    for part in Part.objects.filter(plan=plan).order_by("pk"):
        known = first.get(str(part.public_id), 0)
        if part.sealed_in != known:
            yield _(
                "Een deel van {year} (soort: {kind}) zegt dat het in versie {said} kwam, en dat "
                "was versie {known}."
            ).format(year=plan.year, kind=part.kind, said=part.sealed_in, known=known)


def _parts_in(structure: Any) -> list[str]:
    try:
        return [str(each["id"]) for each in structure["plan"]["parts"] if not each["withheld"]]
    except (KeyError, TypeError):
        return []


# --- one version ------------------------------------------------------------------------------


def _problems(version: PlanVersion, log: _Log) -> Iterator[str]:
    """What is wrong with one version, the most telling first."""
    name = _capital(name_of(version.plan, version.number))
    key = (str(version.plan.public_id), version.number)
    entries = log.entries.get(key, [])
    if len(entries) != 1:
        yield (
            _("{version} staat niet in het logboek.")
            if not entries
            else _("{version} staat twee keer in het logboek.")
        ).format(version=name)
        return
    rows = list(SealedText.objects.filter(version=version).order_by("number"))
    texts = list(_problems_of_texts(version, name, rows, log.erased.get(key, set())))
    yield from texts
    yield from _problems_of_root(
        version, name, rows, str(entries[0].facts.get("root")), bool(texts)
    )
    yield from _problems_of_row(version, name, entries[0])
    yield from _problems_of_members(version, name, rows)


def _problems_of_texts(
    version: PlanVersion, name: str, rows: list[SealedText], erased: set[int]
) -> Iterator[str]:
    places = _places(version.structure)
    there = {each.number for each in rows}
    for number, place in places.items():
        if number not in there:
            yield _("{version}: een tekst is weg ({place}).").format(
                version=name, place=place.where
            )
    for row in rows:
        where = places[row.number].where if row.number in places else ""
        if not where:
            yield _("{version}: er is een tekst bij gekomen (nummer {number}).").format(
                version=name, number=row.number
            )
        elif row.number in erased:
            if not _is_erased(row):
                yield _("{version}: een gewiste tekst staat er weer ({place}).").format(
                    version=name, place=where
                )
        elif row.body is None or row.commitment != _commitment(row):
            said = (
                _("{version}: een tekst is weg zonder dat er iets gewist is ({place}).")
                if row.body is None
                else _("{version}: een tekst is veranderd ({place}).")
            )
            yield said.format(version=name, place=where)


def _places(structure: Any) -> dict[int, Place]:
    """Where each text stands; nothing when the structure is none any more."""
    try:
        return {each.number: each for each in sealing.places(structure)}
    except (KeyError, TypeError, AttributeError, ValueError):
        return {}


def _is_erased(row: SealedText) -> bool:
    return row.body is None and not row.salt and row.part is None and row.member is None


def _commitment(row: SealedText) -> str:
    part, member = (str(each) if each else "" for each in (row.part, row.member))
    return sealing.commitment(row.salt, Sealed(row.number, row.body or "", part, member))


def _problems_of_root(
    version: PlanVersion, name: str, rows: list[SealedText], known: str, is_told: bool
) -> Iterator[str]:
    """Whether structure and commitments still make the root that the log has."""
    made = sealing.root_of(
        school=str(version.school.public_id),
        plan=str(version.plan.public_id),
        number=version.number,
        structure=version.structure,
        commitments=[each.commitment for each in rows],
    )
    if made != known and not is_told:
        yield _("{version}: de opbouw of een zegel is veranderd.").format(version=name)
    if version.root != known:
        yield _("{version}: de vingerafdruk is niet die van het logboek.").format(version=name)


def _problems_of_row(version: PlanVersion, name: str, entry: LogEntry) -> Iterator[str]:
    """Whether what stands beside the structure says the same."""
    structure = version.structure if isinstance(version.structure, dict) else {}
    plan = structure.get("plan")
    number = plan.get("version") if isinstance(plan, dict) else None
    same = (
        structure.get("id") == str(version.public_id)
        and structure.get("kind") == version.kind
        and structure.get("at") == version.at.astimezone(UTC).isoformat()
        and number == version.number
        and entry.act == ACTS.get(version.kind)
        and entry.at == version.at
        and version.school_id == version.plan.school_id
    )
    if not same:
        yield _("{version}: hoe of wanneer zij is vastgesteld, is veranderd.").format(version=name)


def _problems_of_members(version: PlanVersion, name: str, rows: list[SealedText]) -> Iterator[str]:
    """Whether the list of who was a member is the sealed one, but for who was erased."""
    texts = {each.number: each.body for each in rows}
    try:
        sealed = {
            (texts.get(sealing.references(each)[0]), each["present"])
            for each in version.structure["members"]
        }
    except (KeyError, TypeError, IndexError, ValueError):
        sealed = set()
    listed = version.members.values_list("member__public_id", "was_present")
    if {(id, there) for id, there in sealed if id} != {(str(id), there) for id, there in listed}:
        yield _("{version}: de lijst van wie er lid van het team was, is veranderd.").format(
            version=name
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""``partituur read-plan``, ``import-plan`` and ``export-plan``."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from partituur.config.commands.keeping import school_named
from partituur.kernel.errors import Refusal, Unreadable

if TYPE_CHECKING:
    from partituur.schools.models import Membership, School

LARGEST = 50 * 1024 * 1024  # bytes; a plan with pictures is a few million


def read_plan(options: Namespace) -> None:
    """Print as JSON what the import would make of a Word file. No database is touched."""
    from django.conf import settings

    settings.configure(USE_I18N=False)  # nothing of a school is needed, and nothing is read
    from partituur.exchange.word import reading

    found = reading.read(_bytes(options.file))
    for note in found.notes:
        sys.stderr.write(f"{note}\n")
    out = json.dumps(found.to_data(), ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(out.encode() + b"\n")


def import_plan(options: Namespace) -> None:
    """Bring a document into the plan of a year; a plan is begun where there is none."""
    import django

    django.setup()
    from django.db import transaction

    from partituur.exchange import arriving
    from partituur.kernel import clock
    from partituur.plans import queries, rules
    from partituur.plans.actions import importing, starting

    school, start = school_named(options.school), _start(options.year)
    arrival = arriving.read(
        Path(options.file).name,
        _bytes(options.file),
        fmt=queries.format_of(school),
        year=options.year,
    )
    at = clock.now()
    with transaction.atomic():
        plan = queries.plan_or_none(school, year_start=start) or starting.start(
            school=school, start_year=start, at=at
        )
        if plan.state not in rules.WRITABLE_STATES:
            raise Refusal(f"Het plan van {options.year} is vastgesteld; daar komt niets meer bij.")
        importing.bring_in(
            plan=plan, shot=arrival.shot, loose=arrival.loose, file_name=Path(options.file).name,
            by=None, at=at, partner=_only_coordinator(school),
        )  # fmt: skip
    for note in arrival.notes:
        sys.stderr.write(f"{note}\n")
    if arrival.found_year not in ("", options.year):
        sys.stderr.write(f"Let op: in het document staat schooljaar {arrival.found_year}.\n")
    sys.stdout.write(
        f"Ingelezen in het plan van {school.name}, {options.year}: "
        f"{_counted(len(arrival.shot.principles), 'uitgangspunt', 'uitgangspunten')}, "
        f"{_counted(len(arrival.shot.parts), 'deel', 'delen')}, "
        f"{_counted(len(arrival.loose), 'tekst', 'teksten')} zonder plek.\n"
    )


def export_plan(options: Namespace) -> None:
    """Make a document of what is shared of a plan; with ``--private`` of all of it."""
    import django

    django.setup()
    from partituur.exchange import registry
    from partituur.kernel import chain, clock
    from partituur.plans import queries

    school, start = school_named(options.school), _start(options.year)
    writer = registry.FORMATS.get(options.format)
    if writer is None:
        known = ", ".join(registry.FORMATS)
        raise Refusal(f"{options.format} kan Partituur niet maken. Wel: {known}.")
    plan = queries.plan_or_none(school, year_start=start)
    if plan is None:
        raise Refusal(f"{school.name} heeft geen plan voor {options.year}.")
    plan.school = school
    shot = queries.take(plan, member=None, day=clock.today(), only_shared=not options.private)
    data = writer.write(shot)
    if options.private:
        chain.record(
            school=school.public_id,
            act="plan.exported_private",
            at=clock.now(),
            by={"name": "partituur"},
            facts={"plan": str(plan.public_id), "format": options.format},
        )
    _keep(options.output, data)


def _bytes(file: str) -> bytes:
    path = Path(file)
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{file} is te groot. Haal er grote plaatjes uit.")
        return path.read_bytes()
    except IsADirectoryError:
        raise Unreadable(f"{file} is een map. Kies een bestand.") from None
    except OSError:
        raise Unreadable(f"{file} is niet te vinden of niet te openen.") from None


def _keep(file: str, data: bytes) -> None:
    if file == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        Path(file).write_bytes(data)
    except OSError:
        raise Refusal(f"{file} is niet te schrijven. Kies een andere plek.") from None
    sys.stdout.write(f"Bewaard als {file}.\n")


def _start(year: str) -> int:
    """The first calendar year of a school year.

    :raises Refusal: it is not one
    """
    from partituur.schools import queries

    start = queries.start_of(year.replace("–", "-").replace("/", "-"))
    if start is None or not 2000 <= start <= 2100:
        raise Refusal(f"“{year}” is geen schooljaar. Schrijf het als 2026-2027.")
    return start


def _only_coordinator(school: School) -> Membership | None:
    """The school's intern begeleider, when there is one and no more."""
    from partituur.kernel import clock
    from partituur.schools import queries
    from partituur.schools.models import Role

    here = list(queries.members_of(school, day=clock.today()).with_role(Role.COORDINATOR)[:2])
    return here[0] if len(here) == 1 else None


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"

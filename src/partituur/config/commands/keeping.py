"""``partituur migrate``, ``new-school`` and ``check``."""

from __future__ import annotations

import getpass
import re
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from partituur.kernel.errors import Refusal

if TYPE_CHECKING:
    from partituur.schools.models import School

REGIONS = {"noord": "north", "midden": "middle", "zuid": "south"}


def migrate(_options: Namespace) -> None:
    """Bring the database up to date."""
    import django

    django.setup()
    was_behind = pending_migrations()
    migrate_quietly()
    _say("De database is bijgewerkt." if was_behind else "De database was al bij.")


def migrate_quietly() -> None:
    """Bring the database up to date without a word; makes the folder of an SQLite file."""
    from django.conf import settings
    from django.core.management import call_command

    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)


def pending_migrations() -> bool:
    """Whether the code has migrations that the database does not."""
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    if connection.vendor == "sqlite" and not settings.DATA.exists():
        return True
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def new_school(options: Namespace) -> None:
    """Add a school with its first intern begeleider, who can sign in at once."""
    import django

    django.setup()
    from django.db import transaction

    from partituur.accounts.models import Person
    from partituur.kernel import clock
    from partituur.schools.actions import members, school
    from partituur.schools.models import Role

    name, email = _name_and_address(options.coordinator)
    email = members.clean_email(email)
    at = clock.now()
    with transaction.atomic():
        made = school.create_school(
            name=options.name, slug=options.slug, brin=options.brin,
            region=REGIONS.get(options.region.lower(), options.region), at=at,
        )  # fmt: skip
        person = Person.objects.filter(email=email).first()
        if person is None:
            person = Person.objects.create_user(email, _password(email), name=name)
        members.add_member(
            school=made, name=name, roles=[Role.COORDINATOR], email=email, person=person,
            by=None, at=at,
        )  # fmt: skip
    _say(f"{made.name} staat klaar. {name} logt in met {email}.")


def _name_and_address(typed: str) -> tuple[str, str]:
    found = re.fullmatch(r"\s*([^<>]*[^<>\s])\s*<([^<>]+)>\s*", typed)
    if not found:
        raise Refusal("Schrijf de intern begeleider als: “Marieke de Vries <marieke@school.nl>”.")
    return found[1], found[2]


def _password(email: str) -> str:
    """Ask for a password, twice at a keyboard; from a pipe, the first line is it."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    if sys.stdin.isatty():
        password = getpass.getpass(f"Wachtwoord voor {email}: ")
        if password != getpass.getpass("Nog een keer: "):
            raise Refusal("De twee wachtwoorden zijn niet hetzelfde. Er is niets gemaakt.")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    try:
        validate_password(password)
    except ValidationError as wrong:
        raise Refusal(" ".join(wrong.messages)) from None
    return password


def check(_options: Namespace) -> int:
    """Look whether the settings, the database and the log of acts are in order."""
    import django

    django.setup()
    from django.core import checks

    wrong = [
        f"{each.msg} {each.hint or ''}".strip()
        for each in checks.run_checks(databases=["default"])
        if each.is_serious()
    ]
    if pending_migrations():
        wrong.append("De database is nog niet bij. Doe: partituur migrate")
    else:
        wrong += _broken_logs()
    for sentence in wrong:
        sys.stderr.write(f"{sentence}\n")
    if not wrong:
        _say("Instellingen, database, logboek en versies zijn in orde.")
    return 2 if wrong else 0


def school_named(named: str) -> School:
    """The school with this address, BRIN or name.

    :raises Refusal: there is none, or the name is that of several
    """
    from django.db.models import Q

    from partituur.schools.models import School

    exact = Q(slug=named.lower()) | Q(brin=named.upper())
    found = School.objects.filter(exact).first()
    if found is None:
        same = School.objects.filter(name__iexact=named.strip())[:2]
        found = same[0] if len(same) == 1 else None
    if found is None:
        known = ", ".join(School.objects.order_by("slug").values_list("slug", flat=True)[:10])
        raise Refusal(f"Er is geen school “{named}”. " + (f"Wel: {known}." if known else ""))
    return found


def verify(options: Namespace) -> int:
    """Look whether anybody touched a school's log or versions, also against what is on paper.

    A fingerprint is one of the log ("34-0f3a9c…") or of a version ("v1-0f3a9c…"); the latter is
    also read out of a PDF or a Word file.
    """
    import django

    django.setup()
    from partituur.adoption import verifying
    from partituur.kernel import chain

    school = school_named(options.school)
    known = options.fingerprint or (_fingerprint_in(options.file) if options.file else "")
    of_version = verifying.read(known) is not None
    if number := chain.verify(school.public_id, "" if of_version else known):
        sys.stderr.write(f"{_broken(school, number)}\n")
        return 2
    if wrong := verifying.problems_in(school):
        sys.stderr.write("".join(f"{each}\n" for each in wrong))
        return 2
    head = chain.head(school.public_id)
    said = f"{head.number} regels, vingerafdruk {head.fingerprint}" if head else "nog leeg"
    _say(f"Het logboek van {school.name} klopt: {said}.")
    if of_version:
        return _verified_version(school, known)
    return 0


def _verified_version(school: School, known: str) -> int:
    from django.utils import timezone

    from partituur.adoption import verifying

    found = verifying.find(school, known)
    if found is None:
        sys.stderr.write(f"Bij {known} hoort geen versie van {school.name}.\n")
        return 2
    day = timezone.localdate(found.at)
    _say(
        f"{known} is {verifying.name_of(found.plan, found.number)}, vastgesteld op "
        f"{day.day}-{day.month}-{day.year}; er is niets veranderd."
    )
    return 0


def _fingerprint_in(file: str) -> str:
    from pathlib import Path

    from partituur.exchange import fingerprints

    try:
        return fingerprints.read(Path(file).read_bytes())
    except OSError:
        raise Refusal(f"{file} is niet te vinden of niet te openen.") from None


def _broken(school: School, number: int) -> str:
    return (
        f"Het logboek van {school.name} klopt niet vanaf regel {number}: daar is iets "
        "veranderd of weg. Zet een reservekopie terug of vraag hulp."
    )


def _broken_logs() -> list[str]:
    from partituur.adoption import verifying
    from partituur.kernel import chain
    from partituur.schools.models import School

    found = []
    for school in School.objects.order_by("name"):
        if number := chain.verify(school.public_id):
            found.append(_broken(school, number))
        found += verifying.problems_in(school)
    return found


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")

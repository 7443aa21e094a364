"""Making a school, and changing what it is called and which words it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import Membership, School, SchoolYear

BRIN = re.compile(r"[0-9]{2}[A-Z]{2}([0-9]{2})?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FIRST_YEAR, LAST_YEAR = 2000, 2100  # as the database guarantees


@transaction.atomic
def create_school(
    *,
    name: str,
    slug: str,
    brin: str = "",
    region: str,
    at: datetime,
    by: Membership | None = None,
) -> School:
    """Make a school. It has no members and no years yet.

    :param slug: its place in addresses: lower-case letters, digits and hyphens
    :param brin: "12AB" or "12AB03"; empty when it is not known
    :raises Refusal: a value cannot be, or another school has this address or BRIN
    """
    name = _name(name)
    slug, brin_or_none, region = _slug(slug), clean_brin(brin), _region(region)
    _free(School.objects.none(), slug=slug, brin=brin_or_none)
    with _raced():
        school = School.objects.create(name=name, slug=slug, brin=brin_or_none, region=region)
    note(school, "school.created", by=by, at=at, facts={"school": str(school.public_id)})
    return school


@transaction.atomic
def change_school(
    *, school: School, name: str, brin: str, region: str, by: Membership | None, at: datetime
) -> School:
    """Change a school's name, BRIN and holiday region. Its address stays: links keep working.

    :raises Refusal: see rules.why_not_manage; or a value cannot be
    """
    allow(by, school)
    name, brin_or_none, region = _name(name), clean_brin(brin), _region(region)
    _free(School.objects.filter(pk=school.pk), brin=brin_or_none)
    wanted = {"name": name, "brin": brin_or_none, "region": region}
    _write(school, "school.changed", wanted, by=by, at=at)
    return school


@transaction.atomic
def set_words(
    *,
    school: School,
    coordinator: str,
    teacher: str,
    learning_team: str,
    by: Membership | None,
    at: datetime,
) -> School:
    """Set the school's own words (eigen woorden) for IB'er, leraar and leerteam, singular.

    :raises Refusal: see rules.why_not_manage; or a word is missing or too long
    """
    allow(by, school)
    missing = _("Vul een woord in. Weet je er geen? Zet dan het gewone woord terug.")
    wanted = {
        "word_coordinator": words(coordinator, most=40, missing=missing),
        "word_teacher": words(teacher, most=40, missing=missing),
        "word_learning_team": words(learning_team, most=40, missing=missing),
    }
    _write(school, "school.words_set", wanted, by=by, at=at)
    return school


@transaction.atomic
def add_year(*, school: School, start: int, by: Membership | None, at: datetime) -> SchoolYear:
    """Add the school year that begins on 1 August of ``start``.

    :raises Refusal: see rules.why_not_manage; the year is there already, or is out of reach
    """
    allow(by, school)
    hold(school)
    if not FIRST_YEAR <= start <= LAST_YEAR:
        raise Refusal(
            _("Kies een schooljaar tussen {first} en {last}.").format(
                first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    if SchoolYear.objects.filter(school=school, start=start).exists():
        raise Refusal(_("Schooljaar {first}–{last} is er al.").format(first=start, last=start + 1))
    year = SchoolYear.objects.create(school=school, start=start)
    note(school, "school_year.added", by=by, at=at, facts={"start": start})
    return year


def clean_brin(typed: str) -> str | None:
    """A BRIN as it is kept, in capitals and without spaces; None when nothing was typed.

    :raises Refusal: it is not a BRIN: two digits, two letters, and two digits more for a location
    """
    brin = re.sub(r"[\s.-]+", "", typed).upper()
    if not brin:
        return None
    if not BRIN.fullmatch(brin):
        raise Refusal(
            _(
                "Een BRIN is twee cijfers en twee letters, soms met nog twee cijfers voor de "
                "locatie: 12AB of 12AB03."
            )
        )
    return brin


def _name(typed: str) -> str:
    return words(typed, most=120, missing=_("Vul de naam van de school in."))


def _slug(typed: str) -> str:
    slug = typed.strip().lower()
    if not SLUG.fullmatch(slug) or len(slug) > 60:
        raise Refusal(
            _("Het adres heeft kleine letters, cijfers en streepjes: de-notenbalk. Geen spaties.")
        )
    return slug


def _region(typed: str) -> str:
    if typed not in School.Region.values:
        raise Refusal(_("Kies een vakantieregio: Noord, Midden of Zuid."))
    return typed


def _free(itself: Any, *, slug: str = "", brin: str | None) -> None:
    others = School.objects.exclude(pk__in=itself)
    if slug and others.filter(slug=slug).exists():
        raise Refusal(_("Er is al een school met dit adres. Kies een ander adres."))
    if brin and others.filter(brin=brin).exists():
        raise Refusal(_("Er is hier al een school met BRIN {brin}. Kijk het na.").format(brin=brin))


@contextmanager
def _raced() -> Iterator[None]:
    """Two that ask at the same moment: the second gets a sentence as well."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Refusal(
            _("Een andere school heeft dit adres of deze BRIN net gekregen. Kies een andere.")
        ) from None


def _write(
    school: School, act: str, wanted: dict[str, Any], *, by: Membership | None, at: datetime
) -> None:
    changed = sorted(key for key, value in wanted.items() if getattr(school, key) != value)
    if not changed:
        return
    for key in changed:
        setattr(school, key, wanted[key])
    with _raced():
        school.save(update_fields=changed)
    note(school, act, by=by, at=at, facts={"changed": changed})

"""What every action here does before and after: ask the rule, hold the school, note the act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.schools import rules
from partituur.schools.models import Membership, School


def allow(by: Membership | None, school: School) -> None:
    """Let the act go on only if ``by`` may change this school.

    :param by: None for a command on the machine, which may
    :raises Refusal: see rules.why_not_manage
    """
    if by is None:
        return
    if by.school_id != school.pk:
        raise Refusal(_("Deze school is er niet."))
    if reason := rules.why_not_manage(by):
        raise Refusal(reason)


def hold(school: School) -> None:
    """Let one at a time change a school (PostgreSQL; on SQLite it is so already)."""
    list(School.objects.select_for_update().filter(pk=school.pk).values_list("pk"))


def note(
    school: School, act: str, *, by: Membership | None, at: datetime, facts: Mapping[str, Any]
) -> None:
    """Add the act to the school's log (logboek). ``facts`` are ids and numbers, no words."""
    who = {"id": str(by.public_id), "name": by.name} if by else {"name": "partituur"}
    chain.record(school=school.public_id, act=act, at=at, by=who, facts=facts)


def words(text: str, *, most: int, missing: str) -> str:
    """A short text with single spaces.

    :param most: how many characters fit
    :param missing: the sentence for when there is no text
    :raises Refusal: there is no text, or too much of it
    """
    tidy = " ".join(text.split())
    if not tidy:
        raise Refusal(missing)
    if len(tidy) > most:
        raise Refusal(
            _("Hier passen {most} tekens, en dit zijn er {number}. Maak het iets korter.").format(
                most=most, number=len(tidy)
            )
        )
    return tidy

"""What goes out of the proposals to amend when somebody is erased, or their time is over.

A draft is its writer's alone, and goes. Of a proposal about the erased parts the words and the
reason go; that there was one, and what became of it, stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partituur.adoption.models import AmendedText, Amendment
from partituur.adoption.rules_amending import DRAFT, RUNNING
from partituur.plans.models import Part
from partituur.schools.models import Membership


def take(member: Membership | None, parts: list[Part], names_only: bool) -> Mapping[str, Any]:
    """Erase what proposals keep of a member and of these parts; no facts: nothing here is sealed.

    :param names_only: the words of the parts stay, without who proposed or asked
    """
    about = Amendment.objects.filter(texts__goal__part__in=parts)
    if names_only:
        Amendment.objects.filter(pk__in=_keys(about)).update(by=None, asked_by=None)
        return {}
    touched = _keys(about)
    AmendedText.objects.filter(goal__part__in=parts).delete()
    emptied = Amendment.objects.filter(pk__in=touched, texts__isnull=True)
    emptied.filter(state__in=RUNNING).update(state=Amendment.State.WITHDRAWN, counts_from=None)
    emptied.update(reason="")
    if member is not None:
        Amendment.objects.filter(by=member, state=DRAFT).delete()
    return {}


def _keys(found: Any) -> list[int]:
    return list(found.values_list("pk", flat=True).distinct())

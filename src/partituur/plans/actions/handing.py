"""Handing a part to another IB'er (overdragen): asked by the one, answered by the subject."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import rules, telling
from partituur.plans.models import Handover, Part
from partituur.schools.models import Membership


def ask(*, part: Part, to: Membership | None, by: Membership, at: datetime) -> None:
    """Ask the subject; nothing changes before the answer. A new question replaces the old one.

    :raises Refusal: see rules.why_not_hand_over
    """
    if reason := rules.why_not_hand_over(part, by, to):
        raise Refusal(reason)
    assert to is not None
    Handover.objects.update_or_create(
        part=part, defaults={"school_id": part.school_id, "to": to, "asked_by": by, "asked_at": at}
    )


@transaction.atomic
def answer(*, handover: Handover, yes: bool, by: Membership, at: datetime) -> None:
    """Say yes or no. With a yes the other reads the part from now on, and this one no more.

    What was said before stays with who were partners then. Akkoord lapses: it covers the people.

    :raises Refusal: it is not one's own part
    """
    part = handover.part
    if not rules.is_subject(part, by, at.date()):
        raise Refusal(_("Alleen wie dit deel aangaat, beslist hierover."))
    if yes and handover.to.is_coordinator and handover.to.holds_on(at.date()):
        Part.objects.filter(pk=part.pk).update(partner=handover.to)
        chain.record(
            school=by.school.public_id, act="part.handed_over", at=at,
            by={"id": str(by.public_id), "name": by.name},
            facts={"part": str(part.public_id), "to": str(handover.to.public_id)},
        )  # fmt: skip
        telling.tell_line(part)
    handover.delete()

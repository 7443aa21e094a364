"""Holding destroying up (bewaarplicht), and choosing other terms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.privacy import queries, terms
from partituur.privacy.models import LegalHold, RetentionTerms
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import Membership


@transaction.atomic
def ask_hold(*, reason: str, by: Membership, at: datetime) -> LegalHold:
    """Ask that nothing is destroyed. It holds at once.

    :raises Refusal: see schools.rules.why_not_manage; there is one already; no reason is given
    """
    allow(by, by.school)
    hold(by.school)
    if queries.hold_of(by.school):
        raise Refusal(_("Er is al een bewaarplicht."))
    why = words(reason, most=200, missing=_("Schrijf waarom alles bewaard moet blijven."))
    made = LegalHold.objects.create(school=by.school, reason=why, asked_by=by, asked_at=at)
    note(by.school, "hold.asked", by=by, at=at, facts={})
    return made


@transaction.atomic
def confirm_hold(*, found: LegalHold, by: Membership, at: datetime) -> None:
    """Confirm what another asked.

    :raises Refusal: see schools.rules.why_not_manage; it was asked by the same member
    """
    allow(by, found.school)
    _must_be_another(found.asked_by_id, by)
    if LegalHold.objects.filter(pk=found.pk, confirmed_at__isnull=True).update(confirmed_at=at):
        note(found.school, "hold.confirmed", by=by, at=at, facts={})


@transaction.atomic
def lift_hold(*, found: LegalHold, by: Membership, at: datetime) -> bool:
    """Ask that a hold ends, or confirm that another asked so; whether it has ended.

    A hold that nobody confirmed yet is taken back by one.

    :raises Refusal: see schools.rules.why_not_manage; it was asked by the same member
    """
    allow(by, found.school)
    if found.confirmed_at and found.lift_asked_by_id is None:
        LegalHold.objects.filter(pk=found.pk).update(lift_asked_by=by)
        note(found.school, "hold.lift_asked", by=by, at=at, facts={})
        return False
    if found.confirmed_at:
        _must_be_another(found.lift_asked_by_id, by)
    if LegalHold.objects.filter(pk=found.pk, lifted_at__isnull=True).update(lifted_at=at):
        note(found.school, "hold.lifted", by=by, at=at, facts={})
    return True


@transaction.atomic
def choose_terms(*, months: Mapping[str, int], by: Membership, at: datetime) -> None:
    """Keep something for longer or shorter than our term.

    :raises Refusal: see schools.rules.why_not_manage; a term is outside its bounds
    """
    allow(by, by.school)
    for key, number in months.items():
        term = terms.BY_KEY[key]
        if not term.least <= number <= term.most:
            raise Refusal(
                _("{label}: kies een aantal maanden van {least} tot en met {most}.").format(
                    label=_(term.label), least=term.least, most=term.most
                )
            )
    RetentionTerms.objects.update_or_create(school=by.school, defaults={"months": dict(months)})
    note(by.school, "retention.chosen", by=by, at=at, facts={"months": dict(months)})


def _must_be_another(asked_by: int | None, by: Membership) -> None:
    if asked_by is None or asked_by == by.pk:
        raise Refusal(
            _("Jij vroeg dit zelf. Laat iemand anders die de school regelt het bevestigen.")
        )

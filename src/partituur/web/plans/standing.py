"""Where the partners of a part stand, and where a proposal to amend stands, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partituur.adoption import rules_amending as rules
from partituur.adoption.models import Amendment
from partituur.plans.agreeing import Standing


@dataclass(frozen=True, slots=True)
class OnPage:
    """Where one partner stands, in words."""

    name: str
    said: str
    tone: str


def in_words(standing: Standing) -> OnPage:
    """ "akkoord", "nog niet", or that it was changed since."""
    name = standing.member.name
    if standing.stands:
        return OnPage(name, _("akkoord"), "ok")
    if standing.lapsed:
        return OnPage(name, _("veranderd sinds akkoord"), "wrong")
    return OnPage(name, _("nog niet akkoord"), "")


def of_amendment(amendment: Amendment) -> str:
    """Where a proposal stands, in one plain sentence."""
    if amendment.state == rules.ANNOUNCED and amendment.counts_from:
        return _(
            "Geldt vanaf {day}, tenzij iemand dit in de teamvergadering wil bespreken."
        ).format(day=date_format(amendment.counts_from, "l j F"))
    if amendment.state == rules.TO_MEETING:
        return _("Gaat naar de teamvergadering. Tot het besluit blijft het plan zoals het is.")
    if amendment.state == Amendment.State.ACCEPTED and amendment.version:
        return _("Aangenomen: staat in het plan sinds versie {number}.").format(
            number=amendment.version.number
        )
    if amendment.state == Amendment.State.REJECTED:
        return _("Niet aangenomen: het plan is gebleven zoals het was.")
    if amendment.state == Amendment.State.WITHDRAWN:
        return _("Ingetrokken: het plan is gebleven zoals het was.")
    return str(amendment.get_state_display())

"""Where the partners of a part stand, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

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

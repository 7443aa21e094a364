"""What is said of a goal or a principle, as it stands on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from partituur.evaluations.models import Evaluation
from partituur.evaluations.queries import OfGoal


@dataclass(frozen=True, slots=True)
class Said:
    """One evaluation: of whom, how far in a word with its sign, and the words."""

    who: str  # nothing when the name has had its time
    sign: str  # of ui.icons; nothing when the team said it
    reached: str
    next: str
    came_of_it: SafeString
    helped: SafeString


def said(evaluation: Evaluation) -> Said:
    """An evaluation in words."""
    by = evaluation.by
    return Said(
        who=_("Het team") if evaluation.by_team else by.name if by else "",
        sign=evaluation.reached,
        reached=evaluation.get_reached_display() if evaluation.reached else "",
        next=_next(evaluation),
        came_of_it=mark_safe(evaluation.came_of_it_html),  # made by kernel.richtext on saving
        helped=mark_safe(evaluation.helped_html),
    )


def _next(evaluation: Evaluation) -> str:
    if not evaluation.next:
        return ""
    return _("hierna: {what}").format(what=evaluation.get_next_display())


def all_said(found: OfGoal) -> list[Said]:
    """What the team reads of a goal, its own words first."""
    return [said(each) for each in _for_team(found)]


def _for_team(found: OfGoal) -> Iterator[Evaluation]:
    if found.team:
        yield found.team
    yield from found.shared

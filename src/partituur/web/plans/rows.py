"""The rows of a goal on the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from partituur.plans import printing
from partituur.plans.format import Field, PartKind
from partituur.plans.models import Text
from partituur.plans.queries import LoadedGoal


@dataclass(slots=True)
class Row:
    """A field as it stands on the sheet."""

    key: str
    label: str
    html: SafeString
    beside: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.html or self.beside)


def rows_of(kind: PartKind, goal: LoadedGoal, writable: bool) -> tuple[list[Row], list[Row]]:
    """The rows that stand on the sheet, and the empty optional ones that can be added."""
    whole = {
        pair.keys[0]: pair
        for pair in kind.together
        if goal.text(pair.keys[0]).body and not any(goal.text(key).body for key in pair.keys[1:])
    }
    rest = {key for pair in whole.values() for key in pair.keys[1:]}
    rows, more = [], []
    for each in kind.shown:
        if each.key == kind.headline:
            continue
        text = goal.text(each.key)
        row = row_of(each, text)
        if each.key in whole:
            row.label = whole[each.key].label
        if text.body or row.beside or (each.asked and each.key not in rest and writable):
            rows.append(row)
        elif writable:
            more.append(row)
    return rows, more


def row_of(each: Field, text: Text) -> Row:
    """A field with its text."""
    return Row(
        each.key,
        each.label,
        mark_safe(text.html),
        beside(text) if text.moment or text.hours is not None else "",
    )


def beside(text: Text) -> str:
    """The moment and hours in words, as far as the text does not say them already: as on paper."""
    return printing.not_said_in(text.body.replace("*", ""), text.moment, text.hours)

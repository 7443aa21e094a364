"""Advice (advies): what the article asks for and a plan does not have yet. Never a lock.

Everything is said to who can do something about it: about parts that the reader writes in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partituur.kernel import richtext
from partituur.plans import moments, rules
from partituur.plans.format import MOST_PRINCIPLES, PartKind
from partituur.plans.models import Part
from partituur.plans.queries import LoadedGoal, LoadedPart, LoadedPlan
from partituur.schools.models import Membership


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence, and the line of the plan that it is about."""

    text: str
    part: Part | None = None
    goal: LoadedGoal | None = None
    names: tuple[str, ...] = ()  # of those who have no place yet


def on(
    loaded: LoadedPlan, teachers: Iterable[Membership], start_year: int, *, arranges: bool
) -> list[Advice]:
    """What is still missing, in the order of the plan.

    :param teachers: the members who have, in principle, a place in the plan
    :param arranges: whether the reader arranges the plan, and so hears what it lacks as a whole
    """
    whole = (
        [*_on_principles(loaded), *_on_vision(loaded)]
        if arranges and rules.is_open(loaded.plan)
        else []
    )
    places = _on_places(loaded, teachers) if arranges else ()
    return [
        *whole,
        *(
            advice
            for part in loaded.parts
            if part.writable
            for advice in _on_part(loaded, part, start_year)
        ),
        *places,
    ]


def _on_vision(loaded: LoadedPlan) -> Iterator[Advice]:
    if all(each.retired_at for each in loaded.vision.values()):
        yield Advice(
            _("De visie van de school staat er nog niet. Elk doel hoort bij een zin eruit.")
        )


def _on_principles(loaded: LoadedPlan) -> Iterator[Advice]:
    number = len(loaded.principles)
    if not number:
        yield Advice(_("Kies de uitgangspunten van dit jaar."))
    if number > MOST_PRINCIPLES:
        yield Advice(
            _("Jullie hebben {number} uitgangspunten. Meer dan vijf kost focus.").format(
                number=number
            )
        )


def _on_part(loaded: LoadedPlan, part: LoadedPart, start_year: int) -> Iterator[Advice]:
    kind = loaded.format.kind(part.part.kind)
    has_vision = any(not each.retired_at for each in loaded.vision.values())
    if not part.goals:
        yield Advice(_("{part} heeft nog geen doel.").format(part=part.part.heading), part.part)
    for goal in part.goals:
        if not goal.texts:
            yield Advice(_("{part} is nog leeg.").format(part=part.part.heading), part.part, goal)
            continue
        yield from _on_goal(kind, part, goal, start_year)
        if has_vision and not goal.vision:
            yield Advice(
                _("{part}: bij welke visie-uitspraak hoort dit doel?").format(
                    part=part.part.heading
                ),
                part.part,
                goal,
            )


def _on_goal(
    kind: PartKind, part: LoadedPart, goal: LoadedGoal, start_year: int
) -> Iterator[Advice]:
    missing = list(_missing(kind, goal))
    if missing:
        yield Advice(
            ngettext(
                "{part}: {fields} ontbreekt nog.", "{part}: {fields} ontbreken nog.", len(missing)
            ).format(part=part.part.heading, fields=_listed(missing)),
            part.part,
            goal,
        )
    evaluation = goal.text("evaluation")
    if evaluation.body and not evaluation.moment:
        plain = richtext.to_plain(evaluation.body)
        if moments.found_in(plain, start_year=start_year) is None:
            yield Advice(
                _("{part}: wanneer evalueren jullie?").format(part=part.part.heading),
                part.part,
                goal,
            )


def _missing(kind: PartKind, goal: LoadedGoal) -> Iterator[str]:
    """The labels of what is asked for and empty; fields printed together count as one."""
    together = {key: pair for pair in kind.together for key in pair.keys}
    said = set()
    for each in kind.shown:
        if not each.asked:
            continue
        pair = together.get(each.key)
        keys = pair.keys if pair else (each.key,)
        label = pair.label if pair else each.label
        if label not in said and not any(goal.text(key).body for key in keys):
            said.add(label)
            yield f"“{label}”"


def _on_places(loaded: LoadedPlan, teachers: Iterable[Membership]) -> Iterator[Advice]:
    placed = {subject.member_id for part in loaded.parts for subject in part.part.subjects.all()}
    without = [member.name for member in teachers if member.pk not in placed]
    if without:
        yield Advice(
            ngettext(
                "{names} heeft nog geen plek in het plan.",
                "{names} hebben nog geen plek in het plan.",
                len(without),
            ).format(names=_listed(without)),
            names=tuple(without),
        )


def _listed(words: list[str]) -> str:
    """ "Jesse, Sanne en Marieke"."""
    if len(words) < 2:
        return "".join(words)
    return _("{names} en {last}").format(names=", ".join(words[:-1]), last=words[-1])

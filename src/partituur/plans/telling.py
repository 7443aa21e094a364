"""What open sheets are told (seinen): that something changed, and where; never a word of it.

Who may hear what follows who may read what. What is the school's goes to everyone at the plan. What
stands in a personal part goes to its partners; and, as long as it is shared, to who reads it now:
the moment of sharing is in that topic's name, so that taking sharing back ends what others hear.
"""

from __future__ import annotations

from collections.abc import Iterable

from partituur.live import telling
from partituur.plans import rules
from partituur.plans.models import Goal, Part, Plan, Principle
from partituur.schools.models import Membership

PRINCIPLES = "uitgangspunten"
HERE = "hier"  # somebody came or went


def topics_for(
    plan: Plan, parts: Iterable[tuple[Part, bool]], member: Membership
) -> tuple[str, ...]:
    """What a member may hear of a plan.

    :param parts: the parts of the plan, and whether each is the member's own
    """
    topics = [_of_plan(plan)]
    for part, is_subject in parts:
        if not rules.is_personal(part):
            continue
        if rules.is_partner(part, member, is_subject=is_subject):
            topics.append(_of_partners(part))
        elif part.shared_at:
            topics.append(_of_readers(part))
    return tuple(topics)


def tell_plan(plan: Plan, about: str = "") -> None:
    """Something that everyone sees changed: the order, a heading, who is here."""
    telling.tell(_of_plan(plan), about)


def tell_part(part: Part) -> None:
    """Something within a part changed: goals came, went or moved, or a partner agreed."""
    telling.tell_all(_topics(part), f"deel-{part.public_id}")


def tell_line(line: Goal | Principle | Part) -> None:
    """A line came, went or moved. Of a part everyone sees that; of a goal, who reads its part."""
    if isinstance(line, Goal):
        tell_part(line.part)
    elif isinstance(line, Principle):
        tell_plan(line.plan, PRINCIPLES)
    else:
        tell_plan(line.plan, f"deel-{line.public_id}")


def tell_text(line: Goal | Principle, key: str, version: int) -> None:
    """The words of a field are new."""
    if isinstance(line, Goal):
        telling.tell_all(_topics(line.part), f"doel-{line.public_id}/{key}/{version}")
    else:
        tell_plan(line.plan, f"uitgangspunt-{line.public_id}/{key}/{version}")


def _topics(part: Part) -> tuple[str, ...]:
    if not rules.is_personal(part):
        return (_of_plan(part.plan),)
    if part.shared_at:
        return (_of_partners(part), _of_readers(part))
    return (_of_partners(part),)


def _of_plan(plan: Plan) -> str:
    return f"plan:{plan.public_id}"


def _of_partners(part: Part) -> str:
    return f"part:{part.public_id}"


def _of_readers(part: Part) -> str:
    assert part.shared_at
    return f"shared:{part.public_id}:{part.shared_at.timestamp()}"

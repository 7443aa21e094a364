"""Makes what there is to seal: parts with words, agreements, a decision."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from partituur.plans import agreeing, queries
from partituur.plans.actions import agreeing as agreeing_acts
from partituur.plans.actions import arranging, sharing, starting, writing
from partituur.plans.models import Goal, Part, Plan

DECISION: dict[str, Any] = {
    "words": "Zo gaan we het doen.",
    "quorum": 50,
    "points": [{"title": "Leraar Jesse", "outcome": "Mooi plan.", "part": "", "counts": [3, 1]}],
    "present": [{"member": "", "name": "Jesse Bakker"}],
}


def write(goal: Goal, key: str, body: str, by: Any, at: datetime, **more: Any) -> None:
    writing.save(
        line=goal,
        key=key,
        words=writing.Words(body, **more),
        base=0,
        save_key=uuid4(),
        by=by,
        at=at,
    )


def make_parts(
    plan: Plan, coordinator: Any, teacher: Any, other_teacher: Any, moment: datetime
) -> Any:
    """A shared part of Jesse, and one of Karin that is not shared; words in both and in general."""
    fmt = queries.format_of(plan.school)
    made = {
        name: arranging.add_part(
            plan=plan, kind="teacher", heading=f"Leraar {who.name.split()[0]}", fmt=fmt,
            subjects=[who], partner=coordinator,
        )
        for name, who in (("shared", teacher), ("own", other_teacher))
    }  # fmt: skip
    made["general"] = Part.objects.get(plan=plan, kind="general")
    for name, part in made.items():
        goal = part.goals.order_by("position")[0]
        write(goal, "approach", f"Aanpak van {name}.", coordinator, moment)
        write(goal, "evaluation", f"Evaluatie van {name}.", coordinator, moment, moment="2026-12")
    starting.write_principle(plan=plan, body="Samen.", greven=1, by=coordinator, at=moment)
    sharing.share(part=made["shared"], by=teacher, is_subject=True, at=moment)
    for each in made.values():
        each.refresh_from_db()
    return made


def agree(part: Part, by: Any, *, is_subject: bool, at: datetime) -> None:
    loaded = queries.load(part.plan, member=None, day=at.date())
    found = next(each for each in loaded.parts if each.part.pk == part.pk)
    content = agreeing.content_of(loaded.paper.kind(part.kind), found, loaded.vision)
    agreeing_acts.agree(
        part=part, by=by, is_subject=is_subject, seen=agreeing.digest_of(content),
        content=content, at=at,
    )  # fmt: skip

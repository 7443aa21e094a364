"""Looking back (evalueren): writing down what came of a goal, and sharing it with the team."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.evaluations import rules
from partituur.evaluations.models import Evaluation
from partituur.evaluations.rules import Line
from partituur.kernel import chain, richtext
from partituur.kernel.errors import Refusal
from partituur.plans.models import Goal
from partituur.schools.models import Membership

LONGEST = 4000  # characters in one answer


@transaction.atomic
def write(
    *, line: Line, by: Membership, reached: str, came_of_it: str, helped: str, next: str,
    at: datetime,
) -> Evaluation:  # fmt: skip
    """Write down what came of a goal, or change it: one evaluation per member and goal.

    What was shared stays so, with the new words.

    :param reached: of Evaluation.Reached
    :param next: of Evaluation.Next, or nothing
    :raises Refusal: see rules.why_not_write; nothing was chosen, or too much was written
    """
    own = rules.is_subject(line, by, at.date())
    if reason := rules.why_not_write(line, by, is_subject=own):
        raise Refusal(reason)
    if reached not in Evaluation.Reached.values:
        raise Refusal(_("Kies hoe ver dit doel gekomen is."))
    assert isinstance(line, Goal)  # the rule asked
    kept = _kept(came_of_it, helped, next, at)
    evaluation, _made = Evaluation.objects.update_or_create(
        goal=line, by=by, by_team=False,
        defaults={"school_id": line.school_id, "reached": reached, **kept},
    )  # fmt: skip
    return evaluation


@transaction.atomic
def keep(
    *, line: Line, by: Membership, reached: str, came_of_it: str, helped: str, next: str,
    shared: bool, at: datetime,
) -> Evaluation:  # fmt: skip
    """Write, and share it or take it back, in one.

    :raises Refusal: see write and share; then nothing is kept
    """
    evaluation = write(
        line=line, by=by, reached=reached, came_of_it=came_of_it, helped=helped, next=next, at=at
    )
    (share if shared else take_back)(evaluation=evaluation, by=by, at=at)
    return evaluation


@transaction.atomic
def share(*, evaluation: Evaluation, by: Membership, at: datetime) -> None:
    """Let the team read it.

    :raises Refusal: see rules.why_not_share
    """
    if reason := rules.why_not_share(evaluation, by):
        raise Refusal(reason)
    _set_shared(evaluation, by, at, shared_at=at)


@transaction.atomic
def take_back(*, evaluation: Evaluation, by: Membership, at: datetime) -> None:
    """Make it one's own again; nothing happens when it was.

    :raises Refusal: see rules.why_not_take_back
    """
    if reason := rules.why_not_take_back(evaluation, by):
        raise Refusal(reason)
    _set_shared(evaluation, by, at, shared_at=None)


@transaction.atomic
def write_for_team(
    *, line: Line, came_of_it: str, helped: str, next: str, by: Membership, at: datetime
) -> Evaluation:
    """Write down what the team says of a goal or a principle: one evaluation, without a name.

    :raises Refusal: see rules.why_not_write_for_team; nothing was said, or too much
    """
    if reason := rules.why_not_write_for_team(line, by):
        raise Refusal(reason)
    kept = _kept(came_of_it, helped, next, at)
    if not any((came_of_it.strip(), helped.strip(), next)):
        raise Refusal(_("Schrijf op wat het team zegt, of kies hoe het verdergaat."))
    owner = {"goal": line} if isinstance(line, Goal) else {"principle": line}
    evaluation, _made = Evaluation.objects.update_or_create(
        by_team=True, **owner, defaults={"school_id": line.school_id, **kept}
    )
    return evaluation


def _kept(came_of_it: str, helped: str, next: str, at: datetime) -> dict[str, object]:
    """The columns of what was written.

    :raises Refusal: too much, or an unknown choice
    """
    if next and next not in Evaluation.Next.values:
        raise Refusal(_("Kies hoe het verdergaat: door, bijstellen of klaar."))
    if max(len(came_of_it), len(helped)) > LONGEST:
        raise Refusal(_("Dit is te lang: houd een antwoord onder de 4000 tekens."))
    return {
        "came_of_it": came_of_it, "came_of_it_html": richtext.to_html(came_of_it),
        "helped": helped, "helped_html": richtext.to_html(helped),
        "next": next, "written_at": at,
    }  # fmt: skip


def _set_shared(
    evaluation: Evaluation, by: Membership, at: datetime, *, shared_at: datetime | None
) -> None:
    other_way = Evaluation.objects.filter(pk=evaluation.pk, shared_at__isnull=shared_at is not None)
    changed = other_way.update(shared_at=shared_at)
    if changed:
        evaluation.shared_at = shared_at
        chain.record(
            school=by.school.public_id,
            act="evaluation.shared" if shared_at else "evaluation.taken_back",
            at=at,
            by={"id": str(by.public_id), "name": by.name},
            facts={"evaluation": str(evaluation.public_id)},
        )

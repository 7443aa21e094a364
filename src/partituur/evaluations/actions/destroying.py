"""Evaluations that have had their time, by the term of personal parts (see privacy.terms)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from partituur.evaluations.models import Evaluation
from partituur.kernel import chain
from partituur.plans.rules import PERSONAL_KINDS
from partituur.privacy import queries
from partituur.privacy.actions.destroying import WHO
from partituur.schools.models import School


@transaction.atomic
def destroy(*, school: School, at: datetime) -> int:
    """Take what people wrote of their own goals; what they shared stays, without a name.

    Those of the school's own goals go with who wrote them. Nothing goes under a hold.
    """
    if queries.hold_of(school):
        return 0
    months = queries.months_of(school)["personal_parts"]
    found = Evaluation.objects.filter(
        school=school, by__isnull=False, goal__part__kind__in=PERSONAL_KINDS,
        goal__part__plan__year__start__lte=queries.last_year(timezone.localdate(at), months),
    )  # fmt: skip
    number = found.filter(shared_at__isnull=True).delete()[0]
    number += found.update(by=None)
    if number:
        chain.record(
            school=school.public_id, act="data.destroyed", at=at, by=WHO,
            facts={"kind": "evaluations", "number": number},
        )  # fmt: skip
    return number

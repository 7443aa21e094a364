"""Beginning a plan (beginnen), and giving everyone a place in it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.plans import queries
from partituur.plans.actions import arranging, writing
from partituur.plans.models import PRINCIPLE, Part, PartSubject, Plan, Principle
from partituur.schools import queries as schools
from partituur.schools.models import Membership, School, SchoolYear


@transaction.atomic
def start(*, school: School, start_year: int, at: datetime) -> Plan:
    """Begin a plan with the parts of the whole school: general goals and school team.

    :param start_year: the year in which the school year begins; it is added when it is not there
    :raises Refusal: the year has a plan already
    """
    year, _made = SchoolYear.objects.get_or_create(school=school, start=start_year)
    if Plan.objects.filter(year=year).exists():
        raise Refusal(_("Voor dit schooljaar is er al een plan."))
    plan = Plan.objects.create(school=school, year=year, created_at=at)
    fmt = queries.format_of(school)
    for kind in ("general", "team"):
        arranging.add_part(plan=plan, kind=kind, heading=fmt.kind(kind).label, fmt=fmt)
    return plan


@transaction.atomic
def write_principle(
    *, plan: Plan, body: str, greven: int, by: Membership, at: datetime
) -> Principle:
    """Add a principle with its words.

    :param greven: 1-10 when it begins as one of Greven's ten, else 0
    :raises Refusal: the words are too many
    """
    principle = arranging.add_principle(plan=plan, greven=greven)
    writing.save(
        line=principle, key=PRINCIPLE, words=writing.Words(body), base=0, save_key=uuid4(),
        by=by, at=at,
    )  # fmt: skip
    return principle


@transaction.atomic
def give_places(*, plan: Plan, by: Membership, day: date) -> list[Part]:
    """Give everyone a place who has none yet: teachers, learning teams, IB'ers.

    :param by: the IB'er who becomes the partner in each
    """
    fmt = queries.format_of(plan.school)
    taken = set(
        PartSubject.objects.filter(part__plan=plan, part__removed_at__isnull=True).values_list(
            "member", "part__kind"
        )
    )
    made = []
    members = list(schools.members_of(plan.school, day=day))
    for member in (each for each in members if each.is_teacher):
        if (member.pk, "teacher") not in taken:
            made.append(
                arranging.add_part(
                    plan=plan, kind="teacher", heading=member.name, fmt=fmt, subjects=[member],
                    partner=by, note=member.note,
                )
            )  # fmt: skip
    teams = plan.school.learning_teams.exclude(parts__plan=plan).filter(until_date__isnull=True)
    for team in teams.order_by("name"):
        made.append(
            arranging.add_part(
                plan=plan, kind="learning_team", heading=team.name, fmt=fmt, learning_team=team,
                partner=by,
            )
        )  # fmt: skip
    for member in (each for each in members if each.is_coordinator):
        if (member.pk, "coordinator") not in taken:
            made.append(
                arranging.add_part(
                    plan=plan, kind="coordinator", heading=member.name, fmt=fmt, subjects=[member],
                    partner=member,
                )
            )  # fmt: skip
    return made

"""The agenda, made from the plan: which points a meeting has, under which headings, in which order.

Only what is shared comes on it; parts that are not shared are named, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from partituur.adoption.models import Amendment
from partituur.evaluations.models import Evaluation
from partituur.meetings.models import Meeting, Point, Purpose
from partituur.plans import queries, rules
from partituur.plans.queries import LoadedPart, LoadedPlan

COORDINATOR = "coordinator"
Key = tuple[str, str, int | None, int | None, int | None]


@translation.override("nl")  # the agenda is part of the paper, whoever makes it ready
def points_for(meeting: Meeting, day: date) -> list[Point]:
    """The points that the plan gives now, not yet in the database."""
    made: list[Point] = []
    # Evaluating closes the plan of this year, so adjusting it comes before; last year's is looked
    # back on before the new plan is adopted.
    for purpose in (Purpose.ADJUST, Purpose.EVALUATE, Purpose.ADOPT):
        if purpose in meeting.purposes:
            made += _MAKERS[purpose](meeting, day)
    for position, point in enumerate(made):
        point.position = position
    return made


def key_of(point: Point) -> Key:
    """What makes a point the same point when the agenda is made again."""
    return point.kind, point.purpose, point.goal_id, point.part_id, point.amendment_id


def _point(meeting: Meeting, purpose: str, kind: str, section: str, **more: object) -> Point:
    made = Point(
        school_id=meeting.school_id, meeting=meeting, purpose=purpose, kind=kind,
        section=section[:160],
    )  # fmt: skip
    for name, value in more.items():
        setattr(made, name, value)
    return made


def _loaded(meeting: Meeting, purpose: str, day: date) -> LoadedPlan:
    plan = meeting.plan_for(purpose)
    return queries.load(plan, member=None, day=day, only_shared=True)


def _adopting(meeting: Meeting, day: date) -> Iterator[Point]:
    loaded = _loaded(meeting, Purpose.ADOPT, day)
    if loaded.principles:
        yield _point(meeting, Purpose.ADOPT, Point.Kind.PRINCIPLES, _("Uitgangspunten"))
    people = _("Leraren en leerteams")
    for part in _school_wide(loaded):
        for goal in part.goals:
            yield _point(
                meeting, Purpose.ADOPT, Point.Kind.GOAL, part.part.heading,
                goal=goal.goal, part=part.part,
            )  # fmt: skip
    shared = [each for each in _personal(loaded) if each.readable]
    for each in shared:
        if each.part.kind != COORDINATOR:
            yield _point(
                meeting, Purpose.ADOPT, Point.Kind.PART, people, part=each.part, asks=False
            )
    if any(not each.readable for each in _personal(loaded)):
        yield _point(
            meeting, Purpose.ADOPT, Point.Kind.OTHERS, people, asks=False,
            title=_("Nog niet gedeeld"),
        )  # fmt: skip
    for each in shared:
        if each.part.kind == COORDINATOR:
            yield _point(
                meeting, Purpose.ADOPT, Point.Kind.PART, _("De IB’er zelf"), part=each.part
            )
    yield _point(meeting, Purpose.ADOPT, Point.Kind.ACCENTS, _("Accenten van de IB’er"))
    yield _point(meeting, Purpose.ADOPT, Point.Kind.DECISION, _("Vaststellen"))


def _adjusting(meeting: Meeting, _day: date) -> Iterator[Point]:
    waiting = Amendment.objects.filter(plan=meeting.plan, state=Amendment.State.TO_MEETING)
    for amendment in waiting.order_by("proposed_at", "pk"):
        yield _point(
            meeting, Purpose.ADJUST, Point.Kind.AMENDMENT, _("Bijstellingen"), amendment=amendment
        )
    yield _point(meeting, Purpose.ADJUST, Point.Kind.DECISION, _("Bijstellen"))


def _evaluating(meeting: Meeting, day: date) -> Iterator[Point]:
    loaded = _loaded(meeting, Purpose.EVALUATE, day)
    if loaded.principles:
        yield _point(
            meeting, Purpose.EVALUATE, Point.Kind.LOOKING_BACK, _("Terug naar de uitgangspunten")
        )
    told = set(
        Evaluation.objects.filter(
            goal__part__plan=loaded.plan, shared_at__isnull=False
        ).values_list("goal_id", flat=True)
    )
    for part in [*_school_wide(loaded), *_personal(loaded)]:
        is_team = not rules.is_personal(part.part) or part.part.kind == COORDINATOR
        for goal in part.goals if part.readable else ():
            if is_team or goal.goal.pk in told:
                yield _point(
                    meeting, Purpose.EVALUATE, Point.Kind.EVALUATION,
                    part.part.heading if is_team else _("Leraren en leerteams"),
                    goal=goal.goal, part=part.part, asks=is_team,
                )  # fmt: skip
    yield _point(meeting, Purpose.EVALUATE, Point.Kind.DECISION, _("Het jaar afsluiten"))


def _school_wide(loaded: LoadedPlan) -> Iterator[LoadedPart]:
    return (each for each in loaded.parts if not rules.is_personal(each.part))


def _personal(loaded: LoadedPlan) -> Iterator[LoadedPart]:
    return (each for each in loaded.parts if rules.is_personal(each.part))


_MAKERS = {
    Purpose.ADOPT: _adopting,
    Purpose.ADJUST: _adjusting,
    Purpose.EVALUATE: _evaluating,
}

"""Bringing a document into a plan (inlezen), and taking it back again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from django.db import transaction

from partituur.kernel import chain
from partituur.plans import queries, telling
from partituur.plans.actions import arranging, writing
from partituur.plans.format import Changes, Format, OwnField, OwnKind
from partituur.plans.models import (
    PRINCIPLE,
    TITLE,
    FormatSettings,
    Goal,
    GoalVision,
    Import,
    Part,
    PartSubject,
    Plan,
    Principle,
    Text,
    UnplacedText,
)
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot
from partituur.schools.models import LearningTeam, Membership, VisionStatement


@dataclass(frozen=True, slots=True)
class Loose:
    """A text of a document that found no place, with its surroundings."""

    body: str
    heading: str = ""
    before: str = ""
    after: str = ""


@transaction.atomic
def bring_in(
    *,
    plan: Plan,
    shot: PlanShot,
    loose: Iterable[Loose] = (),
    file_name: str,
    by: Membership | None,
    at: datetime,
    partner: Membership | None = None,
) -> Import:
    """Bring what a document holds into a plan; what stands there already stays as it is.

    Parts of a kind that comes once get the document's goals added; a goal without any words is
    filled first. Other parts are added, each private to its partners unless the document says that
    it was shared. Names are tied to members where they are the same.

    :param partner: the IB'er who becomes the partner where the document names none
    """
    arrival = Import.objects.create(
        school_id=plan.school_id, plan=plan, file_name=file_name[:200], at=at, by=by
    )
    UnplacedText.objects.bulk_create(
        UnplacedText(
            school_id=plan.school_id, arrived_with=arrival, position=position, body=each.body,
            heading=each.heading, before=each.before, after=each.after,
        )
        for position, each in enumerate(loose)
    )  # fmt: skip
    _Arrival(arrival, plan, shot, by, at, partner).unpack()
    chain.record(
        school=plan.school.public_id,
        act="plan.imported",
        at=at,
        by={"id": str(by.public_id), "name": by.name} if by else {"name": "partituur"},
        facts={"plan": str(plan.public_id), "import": str(arrival.public_id)},
    )
    telling.tell_plan(plan)
    return arrival


@transaction.atomic
def undo_import(*, arrival: Import, at: datetime) -> None:
    """Take out of the plan what a document brought in. Its words and history stay."""
    Principle.objects.filter(arrived_with=arrival, removed_at__isnull=True).update(removed_at=at)
    Goal.objects.filter(arrived_with=arrival, removed_at__isnull=True).update(removed_at=at)
    Part.objects.filter(arrived_with=arrival, removed_at__isnull=True).update(removed_at=at)
    Import.objects.filter(pk=arrival.pk).update(undone_at=at)
    telling.tell_plan(arrival.plan)


@transaction.atomic
def redo_import(*, arrival: Import) -> None:
    """Undo the undoing: put back what was taken out in that one go."""
    at = Import.objects.get(pk=arrival.pk).undone_at
    for model in (Principle, Goal, Part):
        model._default_manager.filter(arrived_with=arrival, removed_at=at).update(removed_at=None)
    Import.objects.filter(pk=arrival.pk).update(undone_at=None)
    telling.tell_plan(arrival.plan)


def place(*, unplaced: UnplacedText, at: datetime) -> None:
    """Note that a text without a place has found one, or was put away."""
    UnplacedText.objects.filter(pk=unplaced.pk, placed_at__isnull=True).update(placed_at=at)


class _Arrival:
    """Unpacks one document into one plan, with as few queries as it takes."""

    def __init__(
        self,
        arrival: Import,
        plan: Plan,
        shot: PlanShot,
        by: Membership | None,
        at: datetime,
        partner: Membership | None,
    ) -> None:
        self.arrival, self.plan, self.shot, self.by, self.at = arrival, plan, shot, by, at
        self.partner = partner
        self.school = plan.school
        self.members = {each.name.casefold(): each for each in self.school.members.all()}
        self.teams = {each.name.casefold(): each for each in self.school.learning_teams.all()}
        self.format = self._format()
        self.vision = self._vision()

    def unpack(self) -> None:
        place = arranging.next_place(Principle.objects.filter(plan=self.plan))
        for number, each in enumerate(self.shot.principles):
            principle = Principle.objects.create(
                school=self.school, plan=self.plan, position=place + number,
                new_accent=each.new_accent, greven=each.greven, arrived_with=self.arrival,
                public_id=_fresh_id(Principle, each.id),
            )  # fmt: skip
            self._write(principle, PRINCIPLE, writing.Words(each.text))
        for part in self.shot.parts:
            if not part.withheld:
                self._part(part)

    def _part(self, shot: PartShot) -> None:
        part = None
        if self.format.kind(shot.kind).single:
            part = Part.objects.filter(
                plan=self.plan, kind=shot.kind, removed_at__isnull=True
            ).first()
        if part is None:
            part = self._new_part(shot)
        else:
            _clear_unwritten(part)
        place = arranging.next_place(Goal.objects.filter(part=part))
        for number, goal in enumerate(shot.goals):
            self._goal(part, goal, place + number)

    def _new_part(self, shot: PartShot) -> Part:
        named = [self._member(name) for name in shot.subjects or (shot.heading,)]
        # A document may name one person twice, or in two spellings.
        subjects = list(dict.fromkeys(member for member in named if member))
        part = Part.objects.create(
            school=self.school, plan=self.plan, kind=shot.kind, heading=shot.heading[:160],
            note=shot.note, emphasis=shot.emphasis, guidance=shot.guidance,
            arrived_with=self.arrival,
            partner=self._member(shot.partner) or self.partner,
            learning_team=self._team(shot),
            shared_at=self.at if shot.shared and self._was_shared(shot) else None,
            position=arranging.next_place(Part.objects.filter(plan=self.plan, kind=shot.kind)),
            public_id=_fresh_id(Part, shot.id),
        )  # fmt: skip
        PartSubject.objects.bulk_create(
            PartSubject(school=self.school, part=part, member=member) for member in subjects
        )
        return part

    def _was_shared(self, shot: PartShot) -> bool:
        """Shared in a plan of ours; a Word file cannot decide that for the one it is about."""
        return bool(shot.id) and self.format.kind(shot.kind).personal

    def _goal(self, part: Part, shot: GoalShot, position: int) -> None:
        goal = Goal.objects.create(
            school=self.school, part=part, position=position, arrived_with=self.arrival,
            public_id=_fresh_id(Goal, shot.id),
        )  # fmt: skip
        GoalVision.objects.bulk_create(
            GoalVision(school=self.school, goal=goal, statement=self.vision[each])
            for each in shot.vision
            if each in self.vision
        )
        if shot.title:
            self._write(goal, TITLE, writing.Words(shot.title))
        for key, text in shot.texts.items():
            hours = Decimal(text.hours) if text.hours else None
            self._write(goal, key, writing.Words(text.body, text.moment, hours))

    def _write(self, line: Goal | Principle, key: str, words: writing.Words) -> None:
        writing.save(
            line=line, key=key, words=words, base=0, save_key=uuid4(), by=self.by, at=self.at
        )

    def _member(self, name: str) -> Membership | None:
        return self.members.get(name.casefold())

    def _team(self, shot: PartShot) -> LearningTeam | None:
        return self.teams.get(shot.heading.casefold()) if shot.kind == "learning_team" else None

    def _vision(self) -> Mapping[str, VisionStatement]:
        """The document's statements, by the document's ids; those the school lacks are added."""
        here = list(VisionStatement.objects.filter(school=self.school))
        by_id = {str(each.public_id): each for each in here}
        by_text = {each.text: each for each in here}
        found = {}
        for number, each in enumerate(self.shot.vision):
            statement = by_id.get(each.id) or by_text.get(each.text)
            found[each.id] = statement or VisionStatement.objects.create(
                school=self.school, text=each.text[:300], position=len(here) + number,
                public_id=_fresh_id(VisionStatement, each.id),
            )  # fmt: skip
        return found

    def _format(self) -> Format:
        """The school's format; kinds of part that only the document has are added to it."""
        here = queries.format_of(self.school)
        missing = [kind for kind in self.shot.format.kinds if not here.has(kind.key)]
        used = {part.kind for part in self.shot.parts}
        missing = [kind for kind in missing if kind.key in used]
        if not missing:
            return here
        changes = queries.changes_of(self.school)
        added = tuple(
            OwnKind(
                kind.key,
                kind.label,
                tuple(OwnField(each.key, each.label, each.asked) for each in kind.fields),
            )
            for kind in missing
        )
        changes = Changes(changes.labels, changes.hidden, changes.own + added)
        changes.check()
        FormatSettings.objects.update_or_create(
            school=self.school, defaults={"changes": changes.to_data()}
        )
        return queries.format_of(self.school)


def _clear_unwritten(part: Part) -> None:
    """Remove goals that nobody wrote in, so that a document's goals come first."""
    Goal.objects.filter(part=part).exclude(
        pk__in=Text.objects.filter(goal__part=part).values("goal")
    ).delete()


def _fresh_id(model: type[Principle | Goal | Part | VisionStatement], id: str) -> UUID:
    """The document's own id when it is one and nothing has it yet; else a new one."""
    try:
        wanted = UUID(id)
    except ValueError:
        return uuid4()
    return uuid4() if model._default_manager.filter(public_id=wanted).exists() else wanted

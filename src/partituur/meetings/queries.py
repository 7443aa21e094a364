"""Reads of a meeting: its agenda with titles, what a point shows, who is there, who wants to speak.

What a point shows is only ever what is shared with the team: it may stand on a wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext

from partituur.adoption import amendments
from partituur.adoption.models import Amendment
from partituur.evaluations import queries as evaluations
from partituur.evaluations.models import Evaluation
from partituur.kernel import richtext
from partituur.meetings import codes, tallying
from partituur.meetings.models import Answer, Decision, Meeting, Point, Seat
from partituur.plans import queries as plans
from partituur.plans import rules as plan_rules
from partituur.plans.comparing import Change, compare
from partituur.plans.format import Format
from partituur.plans.models import TITLE, Goal, Part, Plan, Text
from partituur.schools.models import Membership, School

_WITH = (
    "plan__year", "looks_back_on__year", "run_by",
    "point__goal__part", "point__part", "point__amendment__by",
)  # fmt: skip
_FOR_A_PHONE = ("plan", "point__part")  # every phone asks at once: what they all show, no more
MEETINGS = ("school", "plan__school", *_WITH)


def meetings_of(school: School) -> QuerySet[Meeting]:
    """The meetings of a school, the newest first."""
    return (
        Meeting.objects.filter(school=school).select_related(*MEETINGS).order_by("-starts_at", "pk")
    )


def meeting_or_none(
    school: School, public_id: UUID, *, for_a_phone: bool = False
) -> Meeting | None:
    """A meeting of a school, which is not read again.

    :param for_a_phone: only with what a phone shows; the rest is read where it is asked for
    """
    wanted = Meeting.objects.filter(school=school, public_id=public_id)
    found = wanted.select_related(*(_FOR_A_PHONE if for_a_phone else _WITH)).first()
    if found is not None:
        found.school = found.plan.school = school
    return found


def next_of(plan: Plan) -> Meeting | None:
    """The meeting of a plan that is open or planned, the nearest first."""
    waiting = Meeting.objects.filter(Q(plan=plan) | Q(looks_back_on=plan))
    return (
        waiting.filter(state__in=(Meeting.State.OPEN, Meeting.State.PLANNED))
        .order_by("-state", "starts_at")
        .first()
    )


def open_by_code(code: str) -> Meeting | None:
    """The open meeting with this code, however it was typed; None when there is none."""
    typed = codes.plain(code)
    found = Meeting.objects.filter(state=Meeting.State.OPEN).select_related(*MEETINGS)
    return next((each for each in found if codes.plain(each.code) == typed), None)


def point_or_none(meeting: Meeting, public_id: UUID) -> Point | None:
    return (
        Point.objects.filter(meeting=meeting, public_id=public_id)
        .select_related("goal", "part", "amendment__by")
        .first()
    )


def seat_of(meeting: Meeting, member: Membership) -> Seat | None:
    """The member's place in a meeting; None for who is not invited."""
    return Seat.objects.filter(meeting=meeting, member=member).select_related("member").first()


def seats_of(meeting: Meeting) -> QuerySet[Seat]:
    """Everybody who is invited, by name."""
    return Seat.objects.filter(meeting=meeting).select_related("member").order_by("member__name")


def present(meeting: Meeting) -> QuerySet[Seat]:
    """Who is there now."""
    return seats_of(meeting).filter(tallying.IS_THERE)


def answer_of(point: Point, member: Membership) -> Answer | None:
    """A member's own answer, of whatever round."""
    return Answer.objects.filter(point=point, member=member).first()


def hands_up(point: Point) -> list[Membership]:
    """Who wants to say something at a point, in the order of asking."""
    asked = tallying.standing(point).filter(wants_word=True).select_related("member")
    return [answer.member for answer in asked.order_by("at")]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that came with an answer, without a name unless the giver wants it."""

    answer: Answer
    label: str
    words: str
    name: str
    member: str  # public id
    met: str


def words_of(point: Point, *, afterwards: bool = False) -> list[Said]:
    """What was said in words at a point, for who runs the meeting and for the minutes.

    The order tells nothing of who it was.
    """
    answers = Answer.objects.filter(point=point, round=point.round, afterwards=afterwards)
    found = answers.exclude(words="").select_related("member").order_by("public_id")
    return [
        Said(
            answer=each,
            label=each.get_choice_display(),
            words=each.words,
            name=each.member.name if each.with_name else "",
            member=str(each.member.public_id),
            met=each.met,
        )
        for each in found
    ]


def decision_of(meeting: Meeting, purpose: str) -> Decision | None:
    return (
        Decision.objects.filter(meeting=meeting, purpose=purpose)
        .select_related("by", "version")
        .first()
    )


# --- the agenda ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A point in the agenda, with its title in words."""

    point: Point
    title: str

    @property
    def is_done(self) -> bool:
        return self.point.closed_at is not None


@dataclass(slots=True)
class Section:
    """Points under one heading."""

    label: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return all(each.is_done for each in self.entries)

    @property
    def is_alone(self) -> bool:
        """Whether the heading says no more than its one point."""
        return len(self.entries) == 1 and self.entries[0].title == self.label


def agenda_of(meeting: Meeting) -> list[Section]:
    """The agenda under its headings, in a fixed number of queries."""
    return under_headings(entries_of(meeting))


def under_headings(entries: Iterable[Entry]) -> list[Section]:
    """The points of an agenda, with those under the same heading together."""
    sections: list[Section] = []
    for entry in entries:
        if not sections or sections[-1].label != entry.point.section:
            sections.append(Section(entry.point.section))
        sections[-1].entries.append(entry)
    return sections


def entries_of(meeting: Meeting) -> list[Entry]:
    """The points of a meeting in their order, each with its title."""
    points = list(
        meeting.points.select_related("part", "goal__part", "amendment__by").order_by(
            "position", "pk"
        )
    )
    titles = _titles(plans.format_of(meeting.school), points)
    return [Entry(point, titles.get(point.pk, point.title or point.section)) for point in points]


def title_of(point: Point) -> str:
    """The title of one point."""
    if point.goal_id is None:
        return (point.part.heading if point.part else "") or point.title or point.section
    fmt = plans.format_of(point.meeting.school)
    return _titles(fmt, [point]).get(point.pk, point.title or point.section)


@translation.override("nl")
def _titles(fmt: Format, points: Sequence[Point]) -> dict[int, str]:
    goals = {point.goal_id: point for point in points if point.goal_id}
    texts: dict[int, dict[str, str]] = {}
    for goal, key, body in Text.objects.filter(goal__in=goals).values_list("goal", "key", "body"):
        texts.setdefault(goal, {})[key] = body
    found = {}
    for point in points:
        part = point.part or (point.goal.part if point.goal else None)
        if part is not None and is_withheld(part):
            found[point.pk] = part.heading
        elif point.goal_id and point.goal:
            found[point.pk] = _goal_title(fmt, point.goal.part, texts.get(point.goal_id, {}))
        elif point.part:
            found[point.pk] = point.part.heading
        elif point.amendment:
            found[point.pk] = _amendment_title(point.amendment)
    return {pk: title for pk, title in found.items() if title}


def _amendment_title(amendment: Amendment) -> str:
    """Who proposes it; the point's own heading when nobody does any more."""
    if amendment.by is None:
        return ""
    return gettext("Voorstel van {name}").format(name=amendment.by.name)


def _goal_title(fmt: Format, part: Part, texts: dict[str, str]) -> str:
    """The goal's own heading, its short title, or the first words that stand there."""
    kind = fmt.kind(part.kind) if fmt.has(part.kind) else None
    keys = [kind.headline] if kind and kind.headline else [TITLE, "goal"]
    keys += [each.key for each in kind.shown] if kind else []
    for key in keys:
        if body := texts.get(key, ""):
            line = " ".join(richtext.to_plain(body).split())
            return line if len(line) <= 200 else line[:199].rstrip() + "…"
    return part.heading


# --- what a point shows ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled text of a goal."""

    label: str
    html: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A text that an amendment changes: where it stands, and what goes and what comes."""

    label: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a point has on the screen. ``items``: principles, or names of parts, as HTML or text."""

    kicker: str
    title: str
    lines: list[Line] = field(default_factory=list)
    items: list[str] = field(default_factory=list)  # HTML, made by kernel.richtext on saving
    names: list[str] = field(default_factory=list)  # plain text
    goals: list[list[Line]] = field(default_factory=list)
    evaluations: list[Evaluation] = field(default_factory=list)
    reason: str = ""  # of an amendment
    changes: list[Changed] = field(default_factory=list)


@translation.override("nl")
def shown_at(point: Point, day: date) -> Shown:
    """What a point shows, in the language of the paper.

    A part that is no longer shared shows its heading only.
    """
    if point.part is not None:
        return _shown_part(point, point.part, day)
    if point.amendment is not None:
        return _shown_amendment(point, point.amendment)
    title = title_of(point)
    if point.kind in (Point.Kind.PRINCIPLES, Point.Kind.LOOKING_BACK):
        principles = plans.principles_of(point.meeting.plan_for(point.purpose))
        return Shown("", title, items=[each.text.html for each in principles])
    if point.kind == Point.Kind.OTHERS:
        return Shown("", title, names=_others(point, day))
    return Shown("", title)


def _shown_amendment(point: Point, amendment: Amendment) -> Shown:
    """What would change, word for word. Only what a version holds is amended: it was shared."""
    fmt = plans.format_of(point.meeting.school)
    changes = [
        Changed(_place_of(fmt, each), compare(each.now.body, each.amended.body))
        for each in amendments.changes_of(amendment)
        if each.part is None or not is_withheld(each.part)
    ]
    return Shown(point.section, title_of(point), reason=amendment.reason, changes=changes)


def _place_of(fmt: Format, change: amendments.Change) -> str:
    """ "Algemene doelen · Aanpak"."""
    if change.part is None:
        return gettext("Uitgangspunt")
    kind = fmt.kind(change.part.kind)
    labels = {each.key: each.label for each in kind.fields}
    return f"{change.part.heading} · {labels.get(change.amended.key, gettext('Titel'))}"


def is_withheld(part: Part) -> bool:
    """Whether of a part nothing but its heading may be said in the meeting."""
    return plan_rules.is_personal(part) and part.shared_at is None


def _others(point: Point, day: date) -> list[str]:
    plan = point.meeting.plan_for(point.purpose)
    loaded = plans.load(plan, member=None, day=day, only_shared=True)
    return [each.part.heading for each in loaded.parts if not each.readable]


def _shown_part(point: Point, part: Part, day: date) -> Shown:
    if is_withheld(part):
        return Shown(point.section, part.heading)
    fmt = plans.format_of(point.meeting.school)
    if point.goal_id is not None:
        return _shown_goal(fmt, point, part)
    loaded = plans.load_part(part, day=day)
    goals = [list(_lines(fmt, part, each.texts)) for each in loaded.goals]
    return Shown(point.section, part.heading, goals=goals)


def _shown_goal(fmt: Format, point: Point, part: Part) -> Shown:
    """One goal. Asked for by every phone at once: only what stands on it is read."""
    texts = {each.key: each for each in Text.objects.filter(goal=point.goal_id)}
    title = _goal_title(fmt, part, {key: each.body for key, each in texts.items()})
    title = title or point.title or point.section
    standing = Goal.objects.filter(part=part, removed_at__isnull=True).order_by("position", "pk")
    goals = list(standing.values_list("pk", flat=True))
    if point.goal_id not in goals:
        return Shown(point.section, title)
    kicker = point.section
    if len(goals) > 1:
        number = goals.index(point.goal_id) + 1
        kicker = gettext("{part} · doel {number}").format(part=kicker, number=number)
    told: list[Evaluation] = []
    if point.kind == Point.Kind.EVALUATION and point.goal is not None:
        told = evaluations.shared_of(point.goal)
    return Shown(kicker, title, lines=list(_lines(fmt, part, texts)), evaluations=told)


def _lines(fmt: Format, part: Part, texts: Mapping[str, Text]) -> Iterator[Line]:
    kind = fmt.kind(part.kind)
    for each in kind.shown:
        text = texts.get(each.key)
        if text and text.body and each.key != kind.headline:
            yield Line(each.label, text.html)

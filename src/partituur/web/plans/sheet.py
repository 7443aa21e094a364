"""The sheet: the whole plan as one page that looks like the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partituur.adoption import amendments
from partituur.adoption import queries as versions
from partituur.adoption.rules_amending import why_not_amend
from partituur.evaluations import queries as evaluations
from partituur.evaluations import rules as looking_back
from partituur.evaluations.queries import OfGoal, OfPlan
from partituur.kernel.marking import N_
from partituur.live import tickets
from partituur.meetings import queries as meetings
from partituur.meetings import rules as meetings_rules
from partituur.meetings.models import Purpose
from partituur.plans import advice, agreeing, queries, rules, telling
from partituur.plans.format import MOST_PRINCIPLES, PartKind
from partituur.plans.models import TITLE, Agreement, Import, Part, Plan, Principle, Text
from partituur.plans.queries import LoadedGoal, LoadedPart, LoadedPlan
from partituur.schools import queries as schools
from partituur.talking import queries as talking
from partituur.ui.templatetags.ui import icon
from partituur.web.doors import here_or_404
from partituur.web.evaluations.said import Said, all_said, said
from partituur.web.plans.doors import PlanHere
from partituur.web.plans.rows import Row, rows_of
from partituur.web.plans.standing import OnPage, in_words, of_amendment
from partituur.web.request import Request


@dataclass(slots=True)
class GoalOnSheet:
    """A goal: its head, its filled and asked rows, and what can be added."""

    id: str
    numbered: bool
    head_key: str  # of the text above the rows; empty when there is none
    head_html: str
    rows: list[Row]
    more: list[Row]
    vision: list[str]
    said: list[Said]  # what came of it, as far as the team reads it
    evaluate: str  # the words of the way to looking back; nothing when the reader has none to write


@dataclass(slots=True)
class PrincipleOnSheet:
    """A principle, with what the team said of it."""

    principle: Principle
    text: Text
    said: Said | None


@dataclass(slots=True)
class PartOnSheet:
    """A part: heading, who can read it, what the reader may do with it, goals."""

    loaded: LoadedPart
    id: str
    heading: str
    beside: str  # beside the heading, in small: "groep 5 · gedeeld met het team"
    readers: str
    state: str
    personal: bool
    writable: bool
    readable: bool
    has_menu: bool
    may_share: bool
    may_remove: bool
    may_amend: bool
    standings: list[OnPage]  # of its partners, when the reader is one
    is_partner: bool
    talks: str  # how many open conversations the reader sees, in words; or nothing
    share_step: str
    share_label: str
    goals: list[GoalOnSheet]

    @property
    def part(self) -> Part:
        return self.loaded.part


@dataclass(slots=True)
class Entry:
    """A line of the outline."""

    anchor: str
    label: str
    state: str = ""
    tone: str = ""  # "ok", "todo" or nothing


@dataclass(slots=True)
class Group:
    """Entries of the outline under one heading."""

    label: str
    entries: list[Entry] = field(default_factory=list)


@require_safe
def current(request: Request, school: str) -> HttpResponse:
    """The plan of today's school year."""
    here = here_or_404(request, school)
    start = schools.year_on(here.today)
    return redirect("plan", here.school.slug, f"{start}-{start + 1}")


@require_safe
def sheet(request: Request, school: str, year: str) -> HttpResponse:
    """The sheet, or how to begin when the year has no plan yet."""
    here = here_or_404(request, school)
    start = schools.start_of(year)
    plan = queries.plan_or_none(here.school, year_start=start) if start else None
    if plan is None:
        from partituur.web.plans.beginning import begin_page

        return begin_page(request, here, start)
    plan.school = here.school
    return render(
        request, "plans/sheet.html", page(PlanHere(here.school, here.member, here.now, plan))
    )


def page(here: PlanHere) -> dict[str, object]:
    """Everything that the sheet shows, for one reader."""
    loaded = queries.load(here.plan, member=here.member, day=here.today, translate=_)
    agreed = _agreements(here, loaded)
    talks = talking.open_in(here.plan, here.member, here.today)
    looked = _looked_back(here, loaded)
    parts = [
        _part(here, loaded, each, agreed.get(each.part.pk, []), talks.get(each.part.pk, 0), looked)
        for each in loaded.parts
    ]
    why_not_arrange = rules.why_not_arrange(here.plan, here.member)
    may_amend = not why_not_amend(here.plan, None, here.member, is_partner=False)
    given = _advice(here, loaded)
    return {
        "here": here,
        "plan": here.plan,
        "version": versions.current(here.plan),
        "parts": parts,
        "principles": _principles(loaded, looked),
        "principle_count": len(loaded.principles),
        "too_many": len(loaded.principles) > MOST_PRINCIPLES,
        "outline": list(_outline(loaded, parts)),
        "advice": given,
        "may_arrange": why_not_arrange is None,
        "may_amend": may_amend,
        "amends_somewhere": may_amend or any(each.may_amend for each in parts),
        "amendments": [
            (each, of_amendment(each))
            for each in amendments.running(here.plan, here.member, here.today)
        ],
        "amendment_draft": amendments.draft_of(here.plan, here.member),
        "may_add": rules.why_not_add(here.plan, here.member, "teacher") is None,
        "own": [each for each in parts if each.loaded.is_subject],
        "unplaced": list(queries.unplaced(here.plan)) if why_not_arrange is None else [],
        "meeting": _meeting(here),
        "may_consult": here.plan.state in rules.WRITABLE_STATES
        and meetings_rules.why_not_plan(here.member) is None,
        "asked": list(talking.asked_of(here.member, here.plan)),
        "arrival": _arrival(here.plan) if why_not_arrange is None else None,
        "missing_places": any(each.names for each in given),
        "live": tickets.address(
            telling.topics_for(
                here.plan, [(each.part, each.is_subject) for each in loaded.parts], here.member
            )
        ),
        "mark": queries.mark_of(loaded),
        "words": _words(),
        "swapped": False,
        "said": "",
        "undo": "",
    }


@dataclass(frozen=True, slots=True)
class Coming:
    """The meeting about this plan that comes, or is going on: what for and when, in words."""

    url: str
    said: str


def _meeting(here: PlanHere) -> Coming | None:
    found = meetings.next_of(here.plan)
    if found is None:
        return None
    purpose = next(each for each in found.purposes if found.plan_for(each) == here.plan)
    day = date_format(timezone.localtime(found.starts_at), "j F")
    return Coming(
        reverse("meeting", args=[here.school.slug, found.public_id]),
        _(_MEETINGS[purpose]).format(day=day),
    )


_MEETINGS = {
    Purpose.ADOPT: N_("vaststelling in de teamvergadering van {day}"),
    Purpose.ADJUST: N_("bijstelling in de teamvergadering van {day}"),
    Purpose.EVALUATE: N_("evaluatie in de teamvergadering van {day}"),
}


def _words() -> dict[str, str]:
    """Words and signs that return with every goal, made once for the whole page."""
    return {
        "write": _("Schrijf in"),
        "amend": _("Stel een wijziging voor"),
        "amending": _("Bijstellen"),
        "do": _("Meer bij"),
        "principle": _("uitgangspunt"),
        "goal": _("doel"),
        "pen": icon("edit"),
        "more": icon("more"),
        "up": _("Omhoog"),
        "down": _("Omlaag"),
        "remove": _("Haal weg"),
        "accent": _("nieuw accent"),
        "as_accent": _("Maak dit een nieuw accent"),
        "no_accent": _("Geen nieuw accent meer"),
        "history": _("Geschiedenis"),
        "withheld": _("Dit deel is nog niet gedeeld."),
        "head": _("Kop en mensen"),
        "print": _("Dit blad als pdf"),
        "empty": _("Nog niet ingevuld"),
        "vision": _("Visie:"),
        "choose_vision": _("Kies bij welke visie dit hoort"),
        "whole": _("Schrijf in het hele doel"),
        "remove_goal": _("Haal dit doel weg"),
        "no_goal": _("Hier staat nog geen doel."),
        "add_goal": _("Nog een doel"),
        "agreement": _("Werkafspraak"),
        "mine": _("Mijn deel"),
        "my_part": _("Schrijf vraag voor vraag"),
        "read_in": _("Ingelezen"),
        "unplaced": _("Nog te plaatsen"),
        "advice": _("Dit vraagt het plan nog"),
        "paper": _("Op papier"),
        "talk": _("Gesprek"),
        "guidance": _("Begeleidingslogboek"),
        "support": _("Wie helpt hierbij?"),
        "asked": _("Aan jou gevraagd"),
        "came_of_it": _("Wat kwam ervan"),
        "together": _("Samen"),
    }


def _advice(here: PlanHere, loaded: LoadedPlan) -> list[advice.Advice]:
    teachers = []
    arranges = rules.why_not_add(here.plan, here.member, "teacher") is None
    if arranges:
        teachers = [
            each for each in schools.members_of(here.school, day=here.today) if each.is_teacher
        ]
    return advice.on(loaded, teachers, here.plan.year.start, arranges=arranges)


def _arrival(plan: Plan) -> Import | None:
    return Import.objects.filter(plan=plan).order_by("-at").first()


# --- parts and goals -------------------------------------------------------------------------


def _agreements(here: PlanHere, loaded: LoadedPlan) -> dict[int, list[OnPage]]:
    """Where the partners of the reader's parts stand: theirs to see, and nobody else's."""
    mine = [
        each
        for each in loaded.parts
        if rules.is_personal(each.part)
        and rules.is_partner(each.part, here.member, is_subject=each.is_subject)
    ]
    given: dict[int, list[Agreement]] = {}
    for agreement in Agreement.objects.filter(part__in=[each.part for each in mine]):
        given.setdefault(agreement.part_id, []).append(agreement)
    partners = queries.partners_of_parts([each.part for each in mine], day=here.today)
    return {
        each.part.pk: [
            in_words(standing)
            for standing in agreeing.standings(
                partners[each.part.pk],
                given.get(each.part.pk, ()),
                agreeing.digest_of(
                    agreeing.content_of(loaded.paper.kind(each.part.kind), each, loaded.vision)
                ),
            )
        ]
        for each in mine
    }


def _looked_back(here: PlanHere, loaded: LoadedPlan) -> OfPlan:
    """What came of it; nothing is asked of a plan that was never adopted."""
    if looking_back.why_not_look_back(here.plan):
        return OfPlan({}, {})
    goals = [goal.goal.pk for part in loaded.parts for goal in part.goals]
    return evaluations.of_plan(here.plan, goals=goals, member=here.member)


def _principles(loaded: LoadedPlan, looked: OfPlan) -> list[PrincipleOnSheet]:
    found = []
    for each in loaded.principles:
        about = looked.principles.get(each.principle.pk)
        found.append(PrincipleOnSheet(each.principle, each.text, said(about) if about else None))
    return found


def _part(
    here: PlanHere, loaded: LoadedPlan, each: LoadedPart, standings: list[OnPage], talks: int,
    looked: OfPlan,
) -> PartOnSheet:  # fmt: skip
    part, kind = each.part, loaded.format.kind(each.part.kind)
    is_shared = part.shared_at is not None
    who = readers(part, [each.name for each in standings])
    may_share = not rules.why_not_share(loaded.plan, part, is_subject=each.is_subject)
    may_evaluate = each.readable and not looking_back.why_not_write_in(
        loaded.plan, part, here.member, is_subject=each.is_subject
    )
    return PartOnSheet(
        loaded=each,
        id=str(part.public_id),
        heading=part.heading,
        beside=" · ".join(filter(None, [part.note, who])),
        readers=who,
        state=_state(each),
        personal=kind.personal,
        writable=each.writable,
        readable=each.readable,
        has_menu=each.readable and (each.writable or kind.personal),
        may_share=may_share,
        may_amend=each.readable
        and not why_not_amend(
            loaded.plan,
            part,
            here.member,
            is_partner=kind.personal
            and rules.is_partner(part, here.member, is_subject=each.is_subject),
        ),
        may_remove=each.writable and not rules.why_not_arrange(loaded.plan, here.member, part),
        standings=standings if rules.is_agreed_by_partners(part) else [],
        is_partner=bool(standings),
        talks=_("{number} open").format(number=talks) if talks else "",
        share_step="niet-delen" if is_shared else "delen",
        share_label=_("Niet meer delen") if is_shared else _("Deel met het team"),
        goals=[
            _goal(loaded, kind, goal, each.writable, looked.goals.get(goal.goal.pk), may_evaluate)
            for goal in each.goals
        ],
    )


def readers(part: Part, partners: list[str]) -> str:
    """Who can read a part now, in plain words; by name for who is one of them."""
    if not rules.is_personal(part):
        return _("het hele team leest mee")
    if part.shared_at:
        return _("gedeeld met het team")
    if partners:
        return _("alleen te lezen voor {names}").format(names=_and(partners))
    return _("alleen te lezen voor wie het aangaat")


def _and(names: list[str]) -> str:
    """ "Jesse, Sanne en Marieke"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} en {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _state(each: LoadedPart) -> str:
    if not each.readable:
        return ""
    if rules.is_personal(each.part) and each.part.shared_at:
        return _("gedeeld")
    return _("nog leeg") if not each.filled else _("concept")


def _goal(
    loaded: LoadedPlan, kind: PartKind, goal: LoadedGoal, writable: bool, looked: OfGoal | None,
    may_evaluate: bool,
) -> GoalOnSheet:  # fmt: skip
    rows, more = rows_of(kind, goal, writable)
    head_key = kind.headline or TITLE
    head = goal.text(head_key)
    if not kind.headline and writable and not head.body:
        more.insert(0, Row(TITLE, _("Korte titel"), SafeString()))
    return GoalOnSheet(
        id=str(goal.goal.public_id),
        numbered=bool(kind.headline),
        head_key=head_key if kind.headline or head.body else "",
        head_html=mark_safe(head.html),  # made by kernel.richtext on saving
        rows=rows,
        more=more,
        vision=[loaded.vision[pk].text for pk in goal.vision if pk in loaded.vision],
        said=all_said(looked) if looked else [],
        evaluate=_evaluate(looked, may_evaluate),
    )


def _evaluate(looked: OfGoal | None, may_evaluate: bool) -> str:
    if looked and looked.mine:
        return _("Mijn evaluatie")
    return _("Evalueren") if may_evaluate else ""


# --- the outline -----------------------------------------------------------------------------


def _outline(loaded: LoadedPlan, parts: list[PartOnSheet]) -> Iterator[Group]:
    number = len(loaded.principles)
    whole = Group(_("Het plan"))
    whole.entries.append(
        Entry(
            "uitgangspunten",
            _("Uitgangspunten"),
            _("{number} van {most}").format(number=number, most=MOST_PRINCIPLES)
            if number <= MOST_PRINCIPLES
            else str(number),
            "todo" if number > MOST_PRINCIPLES else "",
        )
    )
    for each in parts:
        if each.part.kind in ("general", "team"):
            whole.entries.append(Entry(f"deel-{each.id}", each.part.heading, str(len(each.goals))))
    yield whole
    for kind in loaded.format.kinds:
        if kind.key in ("general", "team"):
            continue
        mine = [each for each in parts if each.part.kind == kind.key]
        if mine:
            yield Group(kind.label, [_entry(each) for each in mine])


def _entry(each: PartOnSheet) -> Entry:
    tone = "ok" if each.part.shared_at and each.readable else ""
    if each.readable and each.writable and not each.loaded.filled:
        tone = "todo"
    return Entry(f"deel-{each.id}", each.part.heading, each.state, tone)

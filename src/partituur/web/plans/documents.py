"""Documents in and out: reading in a Word file with a preview, and the plan as a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.adoption import queries as versions
from partituur.exchange import arriving, initials, registry
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import printing, queries, rules, snapshot
from partituur.plans.actions import importing, starting
from partituur.plans.models import Import, Plan, UnplacedText
from partituur.plans.printing import Line
from partituur.plans.snapshot import PartShot, PlanShot
from partituur.schools import queries as schools
from partituur.schools.models import Membership, SchoolYear
from partituur.web.doors import here_or_404
from partituur.web.plans import forms
from partituur.web.plans.arranging import back, refused
from partituur.web.plans.doors import PlanHere, part_or_404, plan_or_404
from partituur.web.request import Request

SALT = "partituur.web.plans.documents"
PREVIEW_HOLDS = 4 * 3600  # seconds that a preview can be confirmed


@dataclass(frozen=True, slots=True)
class GoalIn:
    """A goal of the document, as it will read."""

    headline: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Person:
    """A part of the document, and the member it seems to be about."""

    number: int
    part: PartShot
    guess: Membership | None
    goals: list[GoalIn]
    label: str  # of the kind of part

    @property
    def filled(self) -> list[str]:
        """The labels of the lines with words, each once."""
        return list(dict.fromkeys(line.label for goal in self.goals for line in goal.lines))


@require_http_methods(["GET", "HEAD", "POST"])
def read_in(request: Request, school: str, year: str) -> HttpResponse:
    """Choose a document; see what it will do; confirm."""
    here = _here(request, school, year)
    if reason := rules.why_not_arrange(here.plan, here.member):
        return refused(request, here, reason)
    if "confirmed" in request.POST:
        return _confirm(request, here)
    form = forms.DocumentIn(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _preview(request, here, form.cleaned_data["file"])
        except Refusal as refusal:
            form.add_error("file", refusal.reason)
    status = 422 if form.errors else 200
    return render(request, "plans/read_in.html", {"here": here, "form": form}, status=status)


def _here(request: Request, school: str, year: str) -> PlanHere:
    """The plan of a year, or one that is not there yet and will begin with the document."""
    here = here_or_404(request, school)
    start = schools.start_of(year)
    if start is None or not 2000 <= start <= 2100:
        raise Http404
    plan = queries.plan_or_none(here.school, year_start=start)
    plan = plan or Plan(school=here.school, year=SchoolYear(school=here.school, start=start))
    plan.school = here.school
    return PlanHere(here.school, here.member, here.now, plan)


def _preview(request: Request, here: PlanHere, file: Any) -> HttpResponse:
    arrival = arriving.read(
        file.name, file.read(), fmt=queries.format_of(here.school), year=here.plan.year.slug
    )
    members = list(schools.members_of(here.school, day=here.today))
    sealed = signing.dumps(
        {
            "file": file.name,
            "shot": snapshot.to_data(arrival.shot),
            "loose": [[each.body, each.heading, each.before, each.after] for each in arrival.loose],
        },
        salt=_salt(here),
        compress=True,
    )
    context = {
        "here": here,
        "file_name": file.name,
        "arrival": arrival,
        "people": _people(arrival.shot, members),
        "whole": _whole(arrival.shot),
        "members": members,
        "sealed": sealed,
        "other_year": arrival.found_year if arrival.found_year != here.plan.year.slug else "",
    }
    return render(request, "plans/preview.html", context)


def _people(shot: PlanShot, members: list[Membership]) -> list[Person]:
    people = []
    for number, part in enumerate(shot.parts):
        kind = shot.kind_of(part)
        if not kind.single:
            guess = arriving.guess(part, members)
            people.append(Person(number, part, guess, _goals(shot, part), kind.label))
    return people


def _whole(shot: PlanShot) -> list[dict[str, Any]]:
    """The parts of the whole school."""
    return [
        {"heading": part.heading, "goals": _goals(shot, part)}
        for part in shot.parts
        if shot.kind_of(part).single
    ]


def _goals(shot: PlanShot, part: PartShot) -> list[GoalIn]:
    kind = shot.kind_of(part)
    return [
        GoalIn(printing.headline(kind, goal), list(printing.lines(kind, goal)))
        for goal in part.goals
    ]


def _salt(here: PlanHere) -> str:
    """A preview is confirmed by who made it, for the same year of the same school."""
    return f"{SALT}:{here.member.public_id}:{here.plan.year.slug}"


def _confirm(request: Request, here: PlanHere) -> HttpResponse:
    """Bring in what the preview showed."""
    try:
        data = signing.loads(request.POST["confirmed"], salt=_salt(here), max_age=PREVIEW_HOLDS)
    except signing.BadSignature:
        reason = _("Dit voorbeeld is te oud. Kies het bestand opnieuw; er is niets veranderd.")
        return refused(request, here, reason, status=422)
    shot = _with_people(request, here, snapshot.from_data(data["shot"]))
    plan = here.plan
    if plan.pk is None:
        plan = starting.start(school=here.school, start_year=plan.year.start, at=here.now)
    importing.bring_in(
        plan=plan,
        shot=shot,
        loose=[importing.Loose(*each) for each in data["loose"]],
        file_name=data["file"],
        by=here.member,
        at=here.now,
        partner=here.member,
    )
    return redirect(f"{here.path}#inhoud")


def _with_people(request: Request, here: PlanHere, shot: PlanShot) -> PlanShot:
    """Tie the parts to the members that were chosen in the preview."""
    names = {
        str(each.public_id): each.name for each in schools.members_of(here.school, day=here.today)
    }
    parts = []
    for number, part in enumerate(shot.parts):
        chosen = request.POST.get(f"who.{number}")
        if chosen is not None:
            part = replace(part, subjects=(names[chosen],) if chosen in names else ())
        parts.append(part)
    return replace(shot, parts=tuple(parts))


@require_POST
def undo_read_in(request: Request, school: str, year: str, arrival: UUID, way: str) -> HttpResponse:
    """Take back what a document brought in, or put it back again."""
    here = plan_or_404(request, school, year)
    if reason := rules.why_not_arrange(here.plan, here.member):
        return refused(request, here, reason)
    found = Import.objects.filter(plan=here.plan, public_id=arrival).first()
    if found is None:
        raise Http404
    path = f"{here.path}inlezen/{found.public_id}"
    if way == "terug":
        importing.undo_import(arrival=found, at=here.now)
        said = _("Wat uit het bestand kwam, is weer weg.")
        return back(request, here, "inhoud", undo=f"{path}/weer/", said=said)
    importing.redo_import(arrival=found)
    return back(request, here, "inhoud", said=_("Alles staat er weer."))


@require_POST
def put_away(request: Request, school: str, year: str, unplaced: UUID) -> HttpResponse:
    """Put away a text of a document that needs no place."""
    here = plan_or_404(request, school, year)
    if reason := rules.why_not_arrange(here.plan, here.member):
        return refused(request, here, reason)
    found = UnplacedText.objects.filter(arrived_with__plan=here.plan, public_id=unplaced).first()
    if found is None:
        raise Http404
    importing.place(unplaced=found, at=here.now)
    return back(request, here, "niet-geplaatst", said=_("Weggelegd."))


# --- out -------------------------------------------------------------------------------------


@require_safe
def documents(request: Request, school: str, year: str) -> HttpResponse:
    """The plan as a document: which one?"""
    here = plan_or_404(request, school, year)
    loaded = queries.load(here.plan, member=here.member, day=here.today)
    context = {
        "here": here,
        "formats": registry.FORMATS.values(),
        "parts": [
            each.part for each in loaded.parts if each.readable and rules.is_personal(each.part)
        ],
        "has_private": any(
            each.readable and not each.part.shared_at and rules.is_personal(each.part)
            for each in loaded.parts
        ),
    }
    return render(request, "plans/documents.html", context)


@require_safe
def document(request: Request, school: str, year: str, key: str) -> HttpResponse:
    """What is shared of a plan, as a document."""
    here = plan_or_404(request, school, year)
    shot = queries.take(here.plan, member=here.member, day=here.today, only_shared=True)
    if request.GET.get("initialen"):
        shot = initials.with_initials(shot)
    return _download(here, shot, key)


@require_POST
def private_document(request: Request, school: str, year: str, key: str) -> HttpResponse:
    """A plan with the parts that are not shared but that the asker may read. It is logged."""
    here = plan_or_404(request, school, year)
    shot = queries.take(here.plan, member=here.member, day=here.today, only_shared=False)
    chain.record(
        school=here.school.public_id,
        act="plan.exported_private",
        at=here.now,
        by={"id": str(here.member.public_id), "name": here.member.name},
        facts={"plan": str(here.plan.public_id), "format": key},
    )
    return _download(here, shot, key)


@require_safe
def part_document(request: Request, school: str, year: str, part: UUID) -> HttpResponse:
    """*Mijn blad*: one part as a PDF, for who may read it."""
    here = part_or_404(request, school, year, part)
    shot = queries.take(here.plan, member=here.member, day=here.today, only_shared=False)
    one = next((each for each in shot.parts if each.id == str(here.part.public_id)), None)
    if one is None:  # taken out of the plan meanwhile
        raise Http404
    return _download(here, shot, "pdf", part=one)


def _download(
    here: PlanHere, shot: PlanShot, key: str, part: PartShot | None = None
) -> HttpResponse:
    entry = registry.FORMATS.get(key)
    if entry is None:
        raise Http404
    more = {"part": part.id} if part else {}
    if not part and (adopted := versions.current(here.plan)):
        more["fingerprint"] = versions.fingerprint(adopted)
    elif key == "pdf" and (head := chain.head(here.school.public_id)):
        more["sealed"] = head.fingerprint
    data = entry.write(shot, **more)
    name = slugify(f"{part.heading if part else 'begeleidingsplan'} {here.school.slug} {shot.year}")
    answer = HttpResponse(data, content_type=entry.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{entry.suffix}"'
    return answer

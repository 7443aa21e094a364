"""The log of acts (logboek): what was done, by whom, and whether anybody touched the log itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.marking import N_
from partituur.kernel.models import LogEntry
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import why_not_manage

MOST = 200  # lines on the page; the command shows them all
ACTS = {
    "amendment.accepted": N_("liet een wijziging in het plan ingaan"),
    "amendment.asked": N_("vroeg om een wijziging in de teamvergadering te bespreken"),
    "amendment.proposed": N_("stelde een wijziging in het plan voor"),
    "amendment.rejected": N_("liet het plan zoals het was, na een voorstel"),
    "amendment.withdrawn": N_("trok een voorstel tot wijziging in"),
    "data.destroyed": N_("vernietigde wat zijn tijd had gehad"),
    "evaluation.shared": N_("deelde een evaluatie met het team"),
    "evaluation.taken_back": N_("maakte een evaluatie weer privé"),
    "format.changed": N_("veranderde de indeling"),
    "hold.asked": N_("vroeg om alles vast te houden"),
    "hold.confirmed": N_("bevestigde dat alles wordt vastgehouden"),
    "hold.lift_asked": N_("vroeg om het vasthouden te stoppen"),
    "hold.lifted": N_("liet het vasthouden stoppen"),
    "learning_team.created": N_("maakte een leerteam"),
    "learning_team.ended": N_("liet een leerteam stoppen"),
    "learning_team.member_set": N_("veranderde wie er in een leerteam zit"),
    "learning_team.member_taken_out": N_("haalde iemand uit een leerteam"),
    "learning_team.renamed": N_("gaf een leerteam een andere naam"),
    "learning_team.resumed": N_("liet een leerteam verdergaan"),
    "log.cleared": N_("haalde oude namen uit het logboek"),
    "meeting.cancelled": N_("zegde een teamvergadering af"),
    "meeting.changed": N_("veranderde een teamvergadering"),
    "meeting.closed": N_("sloot een teamvergadering"),
    "meeting.decided": N_("legde een besluit van het team vast"),
    "meeting.invited": N_("verstuurde de uitnodiging voor een teamvergadering"),
    "meeting.opened": N_("opende een teamvergadering"),
    "meeting.planned": N_("zette een teamvergadering klaar"),
    "member.added": N_("zette een collega in het team"),
    "member.changed": N_("veranderde de gegevens van een collega"),
    "member.ended": N_("gaf een collega een laatste dag"),
    "member.invited": N_("nodigde een collega uit"),
    "member.joined": N_("kwam binnen met een uitnodiging"),
    "member.taken_back": N_("haalde een laatste dag weer weg"),
    "part.agreed": N_("ging akkoord met een deel"),
    "part.agreement_withdrawn": N_("nam een akkoord terug"),
    "part.handed_over": N_("zei ja tegen een andere intern begeleider"),
    "part.reassigned": N_("veranderde van wie een deel is"),
    "part.shared": N_("deelde een deel met het team"),
    "part.taken_back": N_("maakte een deel weer privé"),
    "person.erased": N_("wiste iemands gegevens"),
    "plan.adjusted": N_("legde een bijstelling van het plan vast"),
    "plan.adopted": N_("legde vast dat het plan is vastgesteld"),
    "plan.draft": N_("zette het plan terug naar concept"),
    "plan.exported_private": N_("maakte een document met wat niet gedeeld is"),
    "plan.imported": N_("las een bestand in"),
    "plan.in_consultation": N_("zette het plan in overleg"),
    "retention.chosen": N_("koos bewaartermijnen"),
    "school.changed": N_("veranderde de gegevens van de school"),
    "school.created": N_("begon met de school"),
    "school.words_set": N_("koos de eigen woorden van de school"),
    "service.asked": N_("vroeg om een aanmelddienst"),
    "service.confirmed": N_("bevestigde een aanmelddienst"),
    "service.removed": N_("haalde een aanmelddienst weg"),
    "vision.added": N_("zette een visie-uitspraak erbij"),
    "vision.moved": N_("verplaatste een visie-uitspraak"),
    "vision.put_back": N_("zette een visie-uitspraak terug"),
    "vision.replaced": N_("verving een visie-uitspraak"),
    "vision.retired": N_("liet een visie-uitspraak vervallen"),
    "vision.reworded": N_("veranderde een visie-uitspraak"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One act, in words."""

    number: int
    at: datetime
    who: str
    act: str


@require_safe
def log(request: Request, school: str) -> HttpResponse:
    """Who manages the school sees every act, without texts; others see their own."""
    here = here_or_404(request, school)
    manages = why_not_manage(here) is None
    known = request.GET.get("vingerafdruk", "")
    context = {
        "here": here,
        "manages": manages,
        "known": known,
        "lines": [_line(each) for each in _entries(here, manages)[:MOST]],
        "head": chain.head(here.school.public_id),
        **_verified(here, known),
    }
    return render(request, "schools/log.html", context, status=422 if context["error"] else 200)


def _entries(here: Here, manages: bool) -> list[LogEntry]:
    entries = LogEntry.objects.filter(school_id=here.school.public_id)
    if not manages:
        entries = entries.filter(personal__id=str(here.member.public_id))
    return list(entries.order_by("-number")[:MOST])


def _verified(here: Here, known: str) -> dict[str, object]:
    try:
        return {"broken": chain.verify(here.school.public_id, known), "error": ""}
    except Refusal as refusal:
        return {"broken": chain.verify(here.school.public_id), "error": refusal.reason}


def _line(entry: LogEntry) -> Line:
    who = entry.personal["name"] if entry.personal else _("iemand die gewist is")
    act = _(ACTS[entry.act]) if entry.act in ACTS else entry.act
    return Line(entry.number, entry.at, "Partituur" if who == "partituur" else who, act)

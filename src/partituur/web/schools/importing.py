"""People from a list: hand it in, see what it will do, do it, and take it back if you like."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.kernel.errors import Refusal
from partituur.schools import queries
from partituur.schools.roster import applying, preview, reading, wording
from partituur.schools.roster.preview import Outcome, Row
from partituur.schools.roster.understanding import understand
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, why_not_manage
from partituur.web.schools.forms import ListForm

DONE = "roster_done"  # where the session keeps what the last list did, so that it can be undone


@dataclass(frozen=True, slots=True)
class RowOnPage:
    """A row of the preview in words."""

    row: Row
    outcome: str
    tone: str
    roles: str


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: Request, school: str) -> HttpResponse:
    """Paste a list or choose a file, and see what it will do."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    if request.method != "POST":
        return render(request, "schools/import.html", {"here": here, "form": ListForm()})
    form = ListForm(request.POST, request.FILES)
    if table := _read(form):
        rows, notices = _understood(here, table)
        text = table.as_text() if form.cleaned_data["file"] else form.cleaned_data["text"]
        return _preview(request, here, rows, text, notices)
    return render(request, "schools/import.html", {"here": here, "form": form}, status=422)


@require_POST
def apply(request: Request, school: str) -> HttpResponse:
    """Do what the preview said, and nothing else."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    text = request.POST.get("text", "")
    try:
        done = applying.apply(
            school=here.school, token=request.POST.get("token", ""), by=here.member, at=here.now
        )
    except applying.Overtaken as overtaken:
        return _preview(request, here, overtaken.rows, text, overtaken=overtaken.reason)
    except Refusal as refusal:
        form = ListForm({"text": text})
        form.add_error(None, refusal.reason)
        return render(request, "schools/import.html", {"here": here, "form": form}, status=422)
    request.session[DONE] = {"school": str(here.school.public_id), **done.to_data()}
    return redirect("people-import-done", here.school.slug)


@require_safe
def done(request: Request, school: str) -> HttpResponse:
    """What the list did."""
    here = here_or_404(request, school)
    last = _last(request, here)
    if last is None or why_not_manage(here):
        return redirect("people", here.school.slug)
    return render(request, "schools/import_done.html", {"here": here, "done": last})


@require_POST
def undo(request: Request, school: str) -> HttpResponse:
    """Take back what the list did, as far as nobody has gone on with it."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    last = _last(request, here)
    if last is None:
        messages.info(request, _("Er is niets meer om ongedaan te maken."))
        return redirect("people", here.school.slug)
    undone = applying.undo(school=here.school, done=last, by=here.member, at=here.now)
    del request.session[DONE]
    if undone.kept:
        said = _("Teruggedraaid, behalve wat sindsdien is veranderd of gebruikt: {names}.")
        messages.warning(request, said.format(names=", ".join(undone.kept)))
    else:
        messages.success(request, _("De lijst is teruggedraaid."))
    return redirect("people", here.school.slug)


def _read(form: ListForm) -> reading.Table | None:
    """The table that was handed in; None when there is none, and then the form says why."""
    if not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    try:
        if file is None:
            return reading.read_pasted(form.cleaned_data["text"])
        return reading.read_file(file.name or "", file.read(reading.MOST_BYTES + 1))
    except Refusal as refusal:
        form.add_error("file" if file else "text", refusal.reason)
        return None


def _understood(here: Here, table: reading.Table) -> tuple[list[Row], tuple[str, ...]]:
    understood = understand(table, wording.role_words(here.school))
    return preview.preview(here.school, understood.entries, today=here.today), understood.notices


def _preview(
    request: Request,
    here: Here,
    rows: list[Row],
    text: str,
    notices: tuple[str, ...] = (),
    overtaken: str = "",
) -> HttpResponse:
    outcomes = [row.outcome for row in rows]
    doing = outcomes.count(Outcome.NEW) + outcomes.count(Outcome.CHANGE)
    context = {
        "here": here,
        "rows": _on_page(here, rows),
        "counts": _counts(outcomes),
        "notices": notices,
        "overtaken": overtaken,
        "doing": doing,
        "token": preview.sign(here.school, rows) if doing else "",
        "text": text,
        "again": ListForm(initial={"text": text}),
    }
    return render(request, "schools/import_preview.html", context, status=409 if overtaken else 200)


def _counts(outcomes: list[Outcome]) -> list[str]:
    """What the list does in numbers; what does not happen is not counted."""
    new, change = outcomes.count(Outcome.NEW), outcomes.count(Outcome.CHANGE)
    same, skip = outcomes.count(Outcome.SAME), outcomes.count(Outcome.SKIP)
    said = [
        (new, ngettext("{n} nieuw teamlid", "{n} nieuwe teamleden", new)),
        (change, ngettext("{n} verandert", "{n} veranderen", change)),
        (same, ngettext("{n} staat er al", "{n} staan er al", same)),
        (skip, ngettext("{n} slaan we over", "{n} slaan we over", skip)),
    ]
    return [words.format(n=number) for number, words in said if number]


def _on_page(here: Here, rows: list[Row]) -> list[RowOnPage]:
    names = queries.role_names(here.school)
    said = {
        Outcome.NEW: (_("nieuw"), "ok"),
        Outcome.CHANGE: (_("verandert"), "todo"),
        Outcome.SAME: (_("staat er al"), ""),
        Outcome.SKIP: (_("overgeslagen"), "wrong"),
    }
    return [
        RowOnPage(
            row,
            *said[row.outcome],
            capfirst(queries.roles_in_words(row.wanted.get("roles", row.entry.roles), names)),
        )
        for row in rows
    ]


def _last(request: Request, here: Here) -> applying.Done | None:
    """What the last list did, if it was in this school."""
    data = request.session.get(DONE)
    if not data or data["school"] != str(here.school.public_id):
        return None
    return applying.Done.from_data(data)

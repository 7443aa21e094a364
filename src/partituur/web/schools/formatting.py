"""The format (indeling): names of fields, fields that are not used, parts of the school's own."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.kernel.errors import Refusal
from partituur.plans import printing, queries
from partituur.plans.actions import formatting
from partituur.plans.format import Changes, OwnKind, PartKind, format_for
from partituur.plans.snapshot import GoalShot, TextShot
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, why_not_manage
from partituur.web.schools.forms import KindForm, NewKindForm, OwnKindForm


@dataclass(frozen=True, slots=True)
class Paper:
    """How a kind of part reads on paper, with the examples of its fields."""

    kind: PartKind
    headline: str
    lines: list[printing.Line]
    hidden: list[str]  # the names of fields that the school does not use


@require_safe
def overview(request: Request, school: str) -> HttpResponse:
    """All kinds of part, each as it reads on paper."""
    here = here_or_404(request, school)
    papers = [_paper(kind) for kind in queries.format_of(here.school, _).kinds]
    context = {"here": here, "reason": why_not_manage(here), "papers": papers}
    return render(request, "schools/format.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: Request, school: str, kind: str) -> HttpResponse:
    """The fields of one kind of part."""
    here = here_or_404(request, school)
    found = _kind_or_404(here, kind)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="format")
    return _own(request, here, found) if found.own else _standard(request, here, found)


def _standard(request: Request, here: Here, found: PartKind) -> HttpResponse:
    usual = format_for(Changes.none(), queries.words_of(here.school), _).kind(found.key)
    form = KindForm(request.POST if request.method == "POST" else None, kind=found, usual=usual)
    if form.done(
        lambda: formatting.change_kind(
            school=here.school, kind=found.key, labels=form.labels, hidden=form.hidden,
            by=here.member, at=here.now,
        )
    ):  # fmt: skip
        messages.success(request, _("De indeling is bijgewerkt."))
        return redirect("format-kind", here.school.slug, found.key)
    context = {"here": here, "form": form, "paper": _paper(found)}
    return render(request, "schools/format_kind.html", context, status=form.status)


def _own(request: Request, here: Here, found: PartKind) -> HttpResponse:
    form = OwnKindForm(request.POST or None, kind=found)
    if form.done(
        lambda: formatting.change_own_kind(
            school=here.school, kind=found.key, label=form.cleaned_data["label"],
            fields=form.own_fields, by=here.member, at=here.now,
        )
    ):  # fmt: skip
        messages.success(request, _("De indeling is bijgewerkt."))
        return redirect("format-kind", here.school.slug, found.key)
    context = {
        "here": here,
        "form": form,
        "paper": _paper(found),
        "why_not_remove": formatting.why_not_remove_kind(
            here.school, OwnKind(found.key, found.label, ())
        ),
    }
    return render(request, "schools/format_own.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, school: str) -> HttpResponse:
    """A kind of part of the school's own."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="format")
    form = NewKindForm(request.POST or None)
    made: list[OwnKind] = []
    if form.done(
        lambda: made.append(
            formatting.add_kind(
                school=here.school, label=form.cleaned_data["label"], fields=form.names,
                by=here.member, at=here.now,
            )
        )
    ):  # fmt: skip
        said = _("{name} kan nu in het plan.").format(name=made[0].label)
        messages.success(request, said)
        return redirect("format-kind", here.school.slug, made[0].key)
    context = {"here": here, "form": form}
    return render(request, "schools/format_add.html", context, status=form.status)


@require_POST
def remove(request: Request, school: str, kind: str) -> HttpResponse:
    """A kind of the school's own goes, if nothing stands in it."""
    here = here_or_404(request, school)
    found = _kind_or_404(here, kind)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="format")
    try:
        formatting.remove_kind(school=here.school, kind=kind, by=here.member, at=here.now)
    except Refusal as refusal:
        messages.error(request, refusal.reason)
        return redirect("format-kind", here.school.slug, kind)
    said = _("{name} staat niet meer in de indeling.").format(name=found.label)
    messages.success(request, said)
    return redirect("format", here.school.slug)


def _kind_or_404(here: Here, key: str) -> PartKind:
    fmt = queries.format_of(here.school, _)
    if not fmt.has(key):
        raise Http404
    return fmt.kind(key)


def _paper(kind: PartKind) -> Paper:
    """The kind filled with its examples, printed by what prints every plan."""
    texts = {each.key: TextShot(each.example or _("Hier komt de tekst.")) for each in kind.fields}
    goal = GoalShot(id="", texts=texts, title=_("Een doel"))
    return Paper(
        kind,
        printing.headline(kind, goal),
        list(printing.lines(kind, goal)),
        [each.label for each in kind.fields if each.hidden],
    )

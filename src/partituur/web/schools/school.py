"""The school's name, BRIN and region; its own words; its years."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partituur.schools import queries
from partituur.schools.actions import school as schools
from partituur.schools.holidays import SchoolHolidays, school_holidays
from partituur.schools.models import SchoolYear
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import refused, why_not_manage
from partituur.web.schools.forms import SchoolForm, WordsForm, YearForm


@require_http_methods(["GET", "HEAD", "POST"])
def school(request: Request, school: str) -> HttpResponse:
    """Name, BRIN and holiday region."""
    here = here_or_404(request, school)
    reason = why_not_manage(here)
    if reason and request.method == "POST":
        return refused(request, here, reason, back="school")
    form = SchoolForm(request.POST or None, school=here.school)
    if form.done(
        lambda: schools.change_school(
            school=here.school, by=here.member, at=here.now, **form.cleaned_data
        )
    ):
        messages.success(request, _("De gegevens van de school zijn bijgewerkt."))
        return redirect("school", here.school.slug)
    context = {"here": here, "form": form, "reason": reason}
    return render(request, "schools/school.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: Request, school: str) -> HttpResponse:
    """The school's own words for IB'er, leraar and leerteam."""
    here = here_or_404(request, school)
    reason = why_not_manage(here)
    if reason and request.method == "POST":
        return refused(request, here, reason, back="words")
    form = WordsForm(request.POST or None, school=here.school)
    if form.done(
        lambda: schools.set_words(
            school=here.school, by=here.member, at=here.now, **form.cleaned_data
        )
    ):
        messages.success(request, _("Vanaf nu gebruiken we jullie woorden."))
        return redirect("words", here.school.slug)
    context = {"here": here, "form": form, "reason": reason}
    return render(request, "schools/words.html", context, status=form.status)


# --- years -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class YearOnPage:
    """A school year with its holidays."""

    year: SchoolYear
    found: SchoolHolidays
    is_now: bool


@require_http_methods(["GET", "HEAD", "POST"])
def years(request: Request, school: str) -> HttpResponse:
    """The school years with their holidays; and one more."""
    here = here_or_404(request, school)
    reason = why_not_manage(here)
    if reason and request.method == "POST":
        return refused(request, here, reason, back="years")
    form = YearForm(request.POST or None, school=here.school, today=here.today)
    if form.done(
        lambda: schools.add_year(
            school=here.school, start=form.cleaned_data["start"], by=here.member, at=here.now
        )
    ):
        start = form.cleaned_data["start"]
        said = _("Schooljaar {first}–{last} staat erbij.").format(first=start, last=start + 1)
        messages.success(request, said)
        return redirect("years", here.school.slug)
    context = {"here": here, "form": form, "reason": reason, "years": _years(here)}
    return render(request, "schools/years.html", context, status=form.status)


def _years(here: Here) -> list[YearOnPage]:
    now = queries.year_on(here.today)
    return [
        YearOnPage(
            year,
            school_holidays(start=year.start, region=here.school.region),
            year.start == now,
        )
        for year in queries.years_of(here.school)
    ]

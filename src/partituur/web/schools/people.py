"""The people of a school: who is in the team, adding, changing, ending."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partituur.kernel.errors import Refusal
from partituur.schools import dates, queries
from partituur.schools.actions import members
from partituur.schools.models import Membership, School
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import member_or_404, refused, why_not_manage
from partituur.web.schools.forms import EndForm, PersonForm


@dataclass(frozen=True, slots=True)
class PersonOnPage:
    """A member as a row of the list."""

    member: Membership
    roles: str
    tone: str  # of the face: the IB'er stands out
    is_me: bool


@require_safe
def people(request: Request, school: str) -> HttpResponse:
    """Who is in the team, who comes, and who was in it."""
    here = here_or_404(request, school)
    found = queries.everyone(here.school, day=here.today)
    context = {
        "here": here,
        "reason": why_not_manage(here),
        "now": _rows(here, found.now),
        "later": _rows(here, found.later),
        "earlier": _rows(here, found.earlier),
        "any_dates": any(each.from_date or each.until_date for each in found.now),
    }
    return render(request, "schools/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, school: str) -> HttpResponse:
    """One more in the team."""
    here = here_or_404(request, school)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    form = PersonForm(request.POST or None, school=here.school)
    if form.done(
        lambda: members.add_member(
            school=here.school, by=here.member, at=here.now, **form.cleaned_data
        )
    ):
        name = form.cleaned_data["name"]
        messages.success(request, _("{name} zit in het team.").format(name=name))
        return redirect("people", here.school.slug)
    context = {"here": here, "form": form}
    return render(request, "schools/person_add.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: Request, school: str, member: UUID) -> HttpResponse:
    """What is known of a member."""
    here = here_or_404(request, school)
    found = member_or_404(here, member)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    form = PersonForm(request.POST or None, school=here.school, member=found)
    until = found.until_date
    if form.done(
        lambda: members.change_member(
            member=found, until_date=until, by=here.member, at=here.now, **form.cleaned_data
        )
    ):
        name = form.cleaned_data["name"]
        messages.success(request, _("{name} is bijgewerkt.").format(name=name))
        return redirect("people", here.school.slug)
    return _page(request, here, found, form, _end_form(here, found))


@require_POST
def end(request: Request, school: str, member: UUID) -> HttpResponse:
    """The last day of a member."""
    here = here_or_404(request, school)
    found = member_or_404(here, member)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    form = EndForm(request.POST, until=here.today)
    if form.done(
        lambda: members.end_member(
            member=found, until=form.cleaned_data["until"], by=here.member, at=here.now
        )
    ):
        day = dates.typed_as(form.cleaned_data["until"])
        said = _("De laatste dag van {name} is {day}.").format(name=found.name, day=day)
        messages.success(request, said, extra_tags=_undo(here.school, found))
        return redirect("people", here.school.slug)
    return _page(request, here, found, PersonForm(None, school=here.school, member=found), form)


@require_POST
def back(request: Request, school: str, member: UUID) -> HttpResponse:
    """Somebody who left, or will, stays."""
    here = here_or_404(request, school)
    found = member_or_404(here, member)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="people")
    try:
        members.reopen_member(member=found, by=here.member, at=here.now)
    except Refusal as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("{name} zit in het team.").format(name=found.name))
    return redirect("people", here.school.slug)


def _page(
    request: Request, here: Here, found: Membership, form: PersonForm, end_form: EndForm
) -> HttpResponse:
    """The page of a member, with the form that has something to say."""
    talking = end_form if end_form.is_bound else form
    context = {
        "here": here,
        "member": found,
        "person_form": form,
        "end_form": end_form,
        "form": talking,
        "is_me": found.pk == here.member.pk,
    }
    return render(request, "schools/person.html", context, status=talking.status)


def _end_form(here: Here, found: Membership) -> EndForm:
    return EndForm(None, until=found.until_date or here.today)


def _rows(here: Here, found: list[Membership]) -> list[PersonOnPage]:
    names = queries.role_names(here.school)
    return [
        PersonOnPage(
            member,
            queries.roles_in_words(member.roles, names),
            "b" if member.is_coordinator else "c" if member.is_leader else "a",
            member.pk == here.member.pk,
        )
        for member in found
    ]


def _undo(school: School, member: Membership) -> str:
    """The address that takes an end back, for the message with a button."""
    return reverse("person-back", args=[school.slug, member.public_id])

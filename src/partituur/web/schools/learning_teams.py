"""The learning teams of a school: make, name, who is in them, end."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partituur.schools import queries
from partituur.schools.actions import learning_teams as teams
from partituur.schools.models import LearningTeam, LearningTeamMember
from partituur.web.doors import Here, here_or_404
from partituur.web.request import Request
from partituur.web.schools.doors import (
    place_or_404,
    refused,
    team_or_404,
    why_not_manage,
)
from partituur.web.schools.fields import Form
from partituur.web.schools.forms import EndForm, JoinForm, PlaceForm, TeamForm


@dataclass(frozen=True, slots=True)
class TeamOnPage:
    """A learning team with who is in it now, who comes, and who was."""

    team: LearningTeam
    now: list[LearningTeamMember]
    later: list[LearningTeamMember]
    earlier: list[LearningTeamMember]


@require_http_methods(["GET", "HEAD", "POST"])
def learning_teams(request: Request, school: str) -> HttpResponse:
    """All learning teams; and one more."""
    here = here_or_404(request, school)
    reason = why_not_manage(here)
    if reason and request.method == "POST":
        return refused(request, here, reason, back="learning-teams")
    form = TeamForm(request.POST or None)
    made: list[LearningTeam] = []
    if form.done(
        lambda: made.append(
            teams.create_team(
                school=here.school, name=form.cleaned_data["name"], by=here.member, at=here.now
            )
        )
    ):
        messages.success(request, _("{name} is er. Wie komen erin?").format(name=made[0].name))
        return redirect("learning-team", here.school.slug, made[0].public_id)
    context = {"here": here, "form": form, "reason": reason, **_all(here)}
    return render(request, "schools/learning_teams.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def learning_team(request: Request, school: str, team: UUID) -> HttpResponse:
    """One learning team: its name, who is in it, and who comes into it."""
    here = here_or_404(request, school)
    found = team_or_404(here, team)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="learning-teams")
    form = TeamForm(request.POST or None, team=found)
    if form.done(
        lambda: teams.rename_team(
            team=found, name=form.cleaned_data["name"], by=here.member, at=here.now
        )
    ):
        name = form.cleaned_data["name"]
        messages.success(request, _("Het heet nu {name}.").format(name=name))
        return redirect("learning-team", here.school.slug, found.public_id)
    return _page(request, here, found, name_form=form)


@require_POST
def join(request: Request, school: str, team: UUID) -> HttpResponse:
    """Colleagues come into a learning team."""
    here = here_or_404(request, school)
    found = team_or_404(here, team)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="learning-teams")
    form = JoinForm(request.POST, team=found, today=here.today)
    if form.done(lambda: _join(here, found, form)):
        messages.success(request, _("Ze zitten in {name}.").format(name=found.name))
        return redirect("learning-team", here.school.slug, found.public_id)
    return _page(request, here, found, join_form=form)


@require_POST
def end(request: Request, school: str, team: UUID) -> HttpResponse:
    """The last day of a learning team."""
    here = here_or_404(request, school)
    found = team_or_404(here, team)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="learning-teams")
    form = EndForm(request.POST, until=here.today)
    if form.done(
        lambda: teams.end_team(
            team=found, until=form.cleaned_data["until"], by=here.member, at=here.now
        )
    ):
        undo = reverse("learning-team-resume", args=[here.school.slug, found.public_id])
        said = _("{name} stopt. Wat het leerteam schreef, blijft.").format(name=found.name)
        messages.success(request, said, extra_tags=undo)
        return redirect("learning-teams", here.school.slug)
    return _page(request, here, found, end_form=form)


@require_POST
def resume(request: Request, school: str, team: UUID) -> HttpResponse:
    """A learning team that ended goes on."""
    here = here_or_404(request, school)
    found = team_or_404(here, team)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="learning-teams")
    teams.resume_team(team=found, by=here.member, at=here.now)
    messages.success(request, _("{name} gaat verder.").format(name=found.name))
    return redirect("learning-teams", here.school.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: Request, school: str, team: UUID, member: UUID) -> HttpResponse:
    """From when until when somebody is in a learning team."""
    here = here_or_404(request, school)
    found = place_or_404(here, team, member)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="learning-teams")
    form = PlaceForm(request.POST or None, place=found)
    if form.done(
        lambda: teams.set_dates(place=found, by=here.member, at=here.now, **form.cleaned_data)
    ):
        messages.success(request, _("{name} is bijgewerkt.").format(name=found.member.name))
        return redirect("learning-team", here.school.slug, team)
    context = {"here": here, "form": form, "place": found}
    return render(request, "schools/place.html", context, status=form.status)


@require_POST
def take_out(request: Request, school: str, team: UUID, member: UUID) -> HttpResponse:
    """Somebody was put in a learning team by mistake."""
    here = here_or_404(request, school)
    found = place_or_404(here, team, member)
    if reason := why_not_manage(here):
        return refused(request, here, reason, back="learning-teams")
    teams.take_out(place=found, by=here.member, at=here.now)
    said = _("{name} is uit {team} gehaald.")
    messages.success(request, said.format(name=found.member.name, team=found.team.name))
    return redirect("learning-team", here.school.slug, team)


@transaction.atomic
def _join(here: Here, team: LearningTeam, form: JoinForm) -> None:
    for member in form.cleaned_data["members"]:
        teams.add_to_team(
            team=team,
            member=member,
            from_date=form.cleaned_data["from_date"],
            by=here.member,
            at=here.now,
        )


def _page(
    request: Request,
    here: Here,
    team: LearningTeam,
    *,
    name_form: TeamForm | None = None,
    join_form: JoinForm | None = None,
    end_form: EndForm | None = None,
) -> HttpResponse:
    """The page of a learning team, with the form that has something to say."""
    name_form = name_form or TeamForm(None, team=team)
    join_form = join_form or JoinForm(None, team=team, today=here.today)
    end_form = end_form or EndForm(None, until=team.until_date or here.today)
    forms: tuple[Form, ...] = (join_form, end_form, name_form)
    talking = next((each for each in forms if each.is_bound), name_form)
    context = {
        "here": here,
        "shown": _on_page(here, team),
        "team": team,
        "name_form": name_form,
        "join_form": join_form,
        "end_form": end_form,
        "form": talking,
    }
    return render(request, "schools/learning_team.html", context, status=talking.status)


def _all(here: Here) -> dict[str, list[TeamOnPage]]:
    """The learning teams that go on, and those that ended."""
    shown = [_on_page(here, team) for team in queries.learning_teams_of(here.school)]
    return {
        "teams": [each for each in shown if not _has_ended(here, each.team)],
        "ended": [each for each in shown if _has_ended(here, each.team)],
    }


def _has_ended(here: Here, team: LearningTeam) -> bool:
    return team.until_date is not None and team.until_date < here.today


def _on_page(here: Here, team: LearningTeam) -> TeamOnPage:
    """Who left the school is in no learning team any more."""
    shown = TeamOnPage(team, [], [], [])
    for each in team.places.all():
        if each.holds_on(here.today) and each.member.holds_on(here.today):
            shown.now.append(each)
        elif each.from_date and each.from_date > here.today:
            shown.later.append(each)
        else:
            shown.earlier.append(each)
    return shown

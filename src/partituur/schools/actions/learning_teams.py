"""Learning teams (leerteams): make, name, end; who is in one, and from when until when."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import LearningTeam, LearningTeamMember, Membership, School


@transaction.atomic
def create_team(*, school: School, name: str, by: Membership | None, at: datetime) -> LearningTeam:
    """Make a learning team without members.

    :raises Refusal: see rules.why_not_manage; or the name is missing or taken
    """
    allow(by, school)
    hold(school)
    team = LearningTeam(school=school, name=_free_name(school, name))
    team.save(force_insert=True)
    _note(team, "learning_team.created", by=by, at=at)
    return team


@transaction.atomic
def rename_team(
    *, team: LearningTeam, name: str, by: Membership | None, at: datetime
) -> LearningTeam:
    """Give a learning team another name. Plans that the team adopted keep the old one.

    :raises Refusal: see rules.why_not_manage; or the name is missing or taken
    """
    allow(by, team.school)
    hold(team.school)
    wanted = _free_name(team.school, name, besides=team)
    if wanted != team.name:
        team.name = wanted
        team.save(update_fields=["name"])
        _note(team, "learning_team.renamed", by=by, at=at)
    return team


@transaction.atomic
def end_team(
    *, team: LearningTeam, until: date, by: Membership | None, at: datetime
) -> LearningTeam:
    """Let a learning team end; ``until`` is its last day. What it wrote stays.

    :raises Refusal: see rules.why_not_manage
    """
    allow(by, team.school)
    team.until_date = until
    team.save(update_fields=["until_date"])
    _note(team, "learning_team.ended", by=by, at=at)
    return team


@transaction.atomic
def resume_team(*, team: LearningTeam, by: Membership | None, at: datetime) -> LearningTeam:
    """Let a learning team that ended go on.

    :raises Refusal: see rules.why_not_manage
    """
    allow(by, team.school)
    team.until_date = None
    team.save(update_fields=["until_date"])
    _note(team, "learning_team.resumed", by=by, at=at)
    return team


@transaction.atomic
def add_to_team(
    *,
    team: LearningTeam,
    member: Membership,
    from_date: date | None = None,
    until_date: date | None = None,
    by: Membership | None,
    at: datetime,
) -> LearningTeamMember:
    """Put a member in a learning team; one who was in it before comes back with these dates.

    :raises Refusal: see rules.why_not_manage; of another school; it ends before it begins
    """
    allow(by, team.school)
    if member.school_id != team.school_id:
        raise Refusal(_("Deze collega is er niet."))
    _in_order(from_date, until_date)
    place, _made = LearningTeamMember.objects.update_or_create(
        team=team,
        member=member,
        defaults={"school": team.school, "from_date": from_date, "until_date": until_date},
    )
    _note(team, "learning_team.member_set", by=by, at=at, member=member)
    return place


@transaction.atomic
def set_dates(
    *,
    place: LearningTeamMember,
    from_date: date | None,
    until_date: date | None,
    by: Membership | None,
    at: datetime,
) -> LearningTeamMember:
    """Change from when until when somebody is in a learning team.

    :raises Refusal: see rules.why_not_manage; it ends before it begins
    """
    return add_to_team(
        team=place.team, member=place.member, from_date=from_date, until_date=until_date,
        by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def take_out(*, place: LearningTeamMember, by: Membership | None, at: datetime) -> None:
    """Take away a place in a learning team that was a mistake, as if it never was.

    Whoever leaves gets a last day instead (``set_dates``).

    :raises Refusal: see rules.why_not_manage
    """
    allow(by, place.team.school)
    place.delete()
    _note(place.team, "learning_team.member_taken_out", by=by, at=at, member=place.member)


def _free_name(school: School, typed: str, *, besides: LearningTeam | None = None) -> str:
    name = words(typed, most=80, missing=_("Geef het leerteam een naam."))
    others = LearningTeam.objects.filter(school=school, name__iexact=name)
    taken = (others.exclude(pk=besides.pk) if besides else others).first()
    if taken is None:
        return name
    if taken.until_date:
        said = _("{name} is er al, en is gestopt. Laat dat verdergaan, of kies een andere naam.")
        raise Refusal(said.format(name=taken.name))
    raise Refusal(_("{name} is er al. Kies een andere naam.").format(name=taken.name))


def _in_order(from_date: date | None, until_date: date | None) -> None:
    if from_date and until_date and until_date < from_date:
        raise Refusal(_("De laatste dag ligt voor de eerste dag. Kijk de datums na."))


def _note(
    team: LearningTeam,
    act: str,
    *,
    by: Membership | None,
    at: datetime,
    member: Membership | None = None,
) -> None:
    facts = {"learning_team": str(team.public_id)}
    if member:
        facts["member"] = str(member.public_id)
    note(team.school, act, by=by, at=at, facts=facts)

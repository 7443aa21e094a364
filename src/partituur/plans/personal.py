"""Own data (mijn gegevens): everything that a school holds of one member, as plain data.

What a member may ask for by law is what the member finds here: who they are in the school, their
places, their parts, every text they wrote, what they agreed to, and what the log says of them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Q

from partituur.kernel import richtext
from partituur.kernel.models import LogEntry
from partituur.plans import queries, rules
from partituur.plans.models import Agreement, Import, Part, Revision
from partituur.schools.models import LearningTeamMember, Membership

Data = dict[str, Any]
SCHEMA = "https://partituur.example/schema/mine/1"  # a name, not a place


def data_of(member: Membership, *, at: datetime) -> Data:
    """Everything of ``member``, every key always present, dates as ISO 8601."""
    return {
        "schema": SCHEMA,
        "made_at": at.isoformat(),
        "school": member.school.name,
        "member": _member(member),
        "account": _account(member),
        "learning_teams": list(map(_place, _places(member))),
        "parts": [_part(each, at.date()) for each in own_parts(member, at.date())],
        "partner_in": [each.heading for each in Part.objects.filter(partner=member)],
        "written": list(map(_revision, revisions_of(member))),
        "agreements": [
            {
                "part": each.part.heading,
                "agreed_at": each.agreed_at.isoformat(),
                "withdrawn_at": each.withdrawn_at.isoformat() if each.withdrawn_at else None,
                "content": each.content,
            }
            for each in Agreement.objects.filter(member=member).select_related("part")
        ],
        "documents": [
            {"file": each.file_name, "at": each.at.isoformat()}
            for each in Import.objects.filter(by=member)
        ],
        "log": [
            {"number": each.number, "at": each.at.isoformat(), "act": each.act}
            for each in log_of(member)
        ],
    }


def own_parts(member: Membership, day: date) -> list[Part]:
    """The parts that are the member's own, of all years; removed ones too."""
    mine = Part.objects.filter(
        Q(subjects__member=member) | Q(learning_team__in=_teams_on(member, day))
    )
    return list(mine.select_related("plan__year", "partner").distinct().order_by("plan", "pk"))


def _teams_on(member: Membership, day: date) -> list[int]:
    places = rules.team_places_on(day).filter(member=member)
    return list(places.values_list("team", flat=True))


def log_of(member: Membership) -> list[LogEntry]:
    """What the log of acts says that the member did."""
    entries = LogEntry.objects.filter(school_id=member.school.public_id)
    return list(entries.filter(personal__id=str(member.public_id)).order_by("number"))


def _member(member: Membership) -> Data:
    return {
        "name": member.name,
        "email": member.email,
        "roles": sorted(str(role) for role in member.roles),
        "note": member.note,
        "from_date": _day(member.from_date),
        "until_date": _day(member.until_date),
    }


def _account(member: Membership) -> Data | None:
    person = member.person
    if person is None:
        return None
    return {
        "email": person.email,
        "name": person.name,
        "language": person.language,
        "created_at": person.created_at.isoformat(),
        "last_login": person.last_login.isoformat() if person.last_login else None,
    }


def _places(member: Membership) -> list[LearningTeamMember]:
    return list(LearningTeamMember.objects.filter(member=member).select_related("team"))


def _place(place: LearningTeamMember) -> Data:
    return {
        "team": place.team.name,
        "from_date": _day(place.from_date),
        "until_date": _day(place.until_date),
    }


def _part(part: Part, day: date) -> Data:
    loaded = queries.load_part(part, day=day)
    return {
        "year": part.plan.year.slug,
        "heading": part.heading,
        "note": part.note,
        "partner": part.partner.name if part.partner else "",
        "shared_at": part.shared_at.isoformat() if part.shared_at else None,
        "removed": part.removed_at is not None,
        "goals": [
            {key: richtext.to_plain(text.body) for key, text in sorted(goal.texts.items())}
            for goal in loaded.goals
        ],
    }


def revisions_of(member: Membership) -> list[Revision]:
    """Every stretch that the member wrote, the oldest first."""
    found = Revision.objects.filter(author=member, school=member.school)
    return list(
        found.select_related("text__goal__part", "text__principle").order_by("began_at", "pk")
    )


def _revision(revision: Revision) -> Data:
    goal = revision.text.goal
    return {
        "where": goal.part.heading if goal else "",
        "field": revision.text.key,
        "began_at": revision.began_at.isoformat(),
        "saved_at": revision.saved_at.isoformat(),
        "accepted": revision.accepted,
        "text": richtext.to_plain(revision.body),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

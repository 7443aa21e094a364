"""Where others wrote the name of somebody who is to be erased, in what a meeting left.

The member's own seats and answers go with the member; what the team decided stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partituur.meetings.models import Answer, Decision, Meeting, Point
from partituur.plans.erasing import Mention, has_name, names_of
from partituur.schools.models import Membership


def mentions_of(member: Membership, *, reader: Membership, day: date) -> list[Mention]:
    """Words of meetings with the name in them, as far as ``reader`` reads them.

    Answers are read in the minutes, when the meeting is over; agendas, outcomes and decisions by
    the whole team.
    """
    del day  # who reads a meeting does not change with the day
    if reader.school_id != member.school_id:
        return []
    names = names_of(member)
    return [each for each in _said(member) if has_name(each.text, names)]


def _said(member: Membership) -> Iterator[Mention]:
    for point in Point.objects.filter(school=member.school).order_by("pk"):
        for words in (point.title, point.outcome):
            yield Mention(point.section, words)
    for decision in Decision.objects.filter(school=member.school).order_by("pk"):
        yield Mention(str(decision.get_purpose_display()), decision.words)
    closed = Answer.objects.filter(
        school=member.school, point__meeting__state=Meeting.State.CLOSED
    ).exclude(member=member)
    for answer in closed.select_related("point").order_by("pk"):
        for words in (answer.words, answer.met):
            yield Mention(answer.point.section, words)

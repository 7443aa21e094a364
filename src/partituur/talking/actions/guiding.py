"""The guidance log (begeleidingslogboek) of a part: talks, class visits, agreements."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.plans.models import Part
from partituur.schools.models import Membership
from partituur.talking import rules
from partituur.talking.models import GuidanceNote

LONGEST = 4000  # characters in one note
KEPT_YEARS = 1  # after the end of the school year that the part is of


def note(
    *,
    part: Part,
    kind: str,
    day: date,
    body: str,
    by: Membership,
    is_subject: bool,
    at: datetime,
) -> GuidanceNote:
    """Write something down for the partners.

    :raises Refusal: see rules.why_not_guide; there are no words, or too many; the kind is none
    """
    if reason := rules.why_not_guide(part, by, is_subject=is_subject):
        raise Refusal(reason)
    words = body.replace("\r\n", "\n").replace("\x00", "").strip()
    if not words:
        raise Refusal(_("Schrijf eerst wat je wilt onthouden."))
    if len(words) > LONGEST:
        raise Refusal(_("Dit is te lang. Houd het onder de 4.000 tekens."))
    if kind not in GuidanceNote.Kind.values:
        raise Refusal(_("Kies of dit een gesprek, een klassenbezoek of een afspraak was."))
    return GuidanceNote.objects.create(
        school_id=part.school_id, part=part, author=by, kind=kind, day=day, body=words,
        written_at=at,
    )  # fmt: skip


def take_away(*, found: GuidanceNote, by: Membership) -> None:
    """Take one's own note away.

    :raises Refusal: it is somebody else's
    """
    if found.author_id != by.pk:
        raise Refusal(_("Alleen wie dit schreef, haalt het weg."))
    found.delete()


def wiped_on(part: Part) -> date:
    """The day from which the notes of a part are gone: a year after its school year ended."""
    last = part.plan.year.last_day
    return date(last.year + KEPT_YEARS, last.month, last.day)


def due(today: date) -> Q:
    """Which notes have had their time: those of school years that ended a year ago."""
    start = today.year - KEPT_YEARS - (1 if (today.month, today.day) >= (7, 31) else 2)
    return Q(part__plan__year__start__lte=start)

"""The history of a text (geschiedenis): who made what of it, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from partituur.plans import printing
from partituur.plans.comparing import Change, compare
from partituur.plans.models import Part, Revision, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A revision beside the one before it."""

    revision: Revision
    changes: list[Change]
    beside: list[Change]  # of the moment and the hours beside the text, in words
    since_then: list[Change]  # from this text to the text of now
    is_current: bool

    @property
    def author(self) -> str:
        """The writer's name; empty when the writer is gone or a document brought it in."""
        return self.revision.author.name if self.revision.author else ""


def of(text: Text, *, since: datetime | None) -> list[Entry]:
    """The revisions of a text, the newest first.

    :param since: a reader who came in by sharing sees what was written from then on, and the text
        as it was at that moment; None for partners and for what belongs to the whole school
    """
    if text.pk is None:
        return []
    revisions = Revision.objects.filter(text=text).select_related("author")
    if since is not None:
        first = revisions.filter(accepted=True, saved_at__lte=since).order_by("-version").first()
        newer = Q(saved_at__gt=since, accepted=True)
        revisions = revisions.filter(newer | Q(pk=first.pk) if first else newer)
    return _entries(text, revisions.order_by("version", "accepted", "pk"))


def _entries(text: Text, revisions: Iterable[Revision]) -> list[Entry]:
    entries, before, stood = [], "", ""
    now = (text.body, printing.all_beside(text.moment, text.hours))
    for revision in revisions:
        stands = printing.all_beside(revision.moment, revision.hours)
        entries.append(
            Entry(
                revision,
                changes=compare(before, revision.body),
                beside=compare(stood, stands),
                since_then=_since(now, (revision.body, stands)),
                is_current=revision.accepted and revision.version == text.version,
            )
        )
        if revision.accepted:
            before, stood = revision.body, stands
    return entries[::-1]


def _since(now: tuple[str, str], then: tuple[str, str]) -> list[Change]:
    """From what was then to what is now; nothing where they are the same."""
    if now == then:
        return []
    words = [printing.BESIDE.join(filter(None, each)) for each in (then, now)]
    return compare(*words)


def begins_for_readers(part: Part | None) -> datetime | None:
    """From when on a reader who is no partner may see the history of a part's texts."""
    return part.shared_at if part else None

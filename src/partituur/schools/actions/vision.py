"""The school's vision (visie) as statements: add, reword, replace, order, retire, put back.

Goals point at a statement. Other words for the same thought keep the row, and so the goals; a new
thought in its place retires the old one and remembers what it continues. Nothing is deleted.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import Membership, School, VisionStatement


@transaction.atomic
def add_statement(
    *, school: School, text: str, by: Membership | None, at: datetime
) -> VisionStatement:
    """Add a statement at the end of the vision.

    :raises Refusal: see rules.why_not_manage; no words, too many, or it stands there already
    """
    allow(by, school)
    hold(school)
    last = VisionStatement.objects.filter(school=school).aggregate(last=Max("position"))["last"]
    statement = VisionStatement.objects.create(
        school=school, text=_new(school, text), position=0 if last is None else last + 1
    )
    _note(statement, "vision.added", by=by, at=at)
    return statement


@transaction.atomic
def reword_statement(
    *, statement: VisionStatement, text: str, by: Membership | None, at: datetime
) -> VisionStatement:
    """Say the same thought in other words; goals that point at it keep doing so.

    :raises Refusal: see rules.why_not_manage; it is retired; or as for ``add_statement``
    """
    allow(by, statement.school)
    hold(statement.school)
    statement = _standing(statement)
    text = _new(statement.school, text, besides=statement)
    if text != statement.text:
        statement.text = text
        statement.save(update_fields=["text"])
        _note(statement, "vision.reworded", by=by, at=at)
    return statement


@transaction.atomic
def replace_statement(
    *, statement: VisionStatement, text: str, by: Membership | None, at: datetime
) -> VisionStatement:
    """Put a new thought in the place of an old one, which is retired; returns the new one.

    :raises Refusal: see rules.why_not_manage; it is retired; or as for ``add_statement``
    """
    allow(by, statement.school)
    hold(statement.school)
    old = _standing(statement)
    new = VisionStatement.objects.create(
        school=old.school,
        text=_new(old.school, text),
        position=old.position,
        continues=old,
    )
    VisionStatement.objects.filter(pk=old.pk).update(retired_at=at)
    _note(new, "vision.replaced", by=by, at=at)
    return new


@transaction.atomic
def move_statement(
    *, statement: VisionStatement, steps: int, by: Membership | None, at: datetime
) -> None:
    """Move a statement up (``steps`` = -1) or down (1) among the standing ones; stops at the ends.

    :raises Refusal: see rules.why_not_manage; it is retired
    """
    allow(by, statement.school)
    hold(statement.school)
    _standing(statement)
    standing = list(
        VisionStatement.objects.filter(school=statement.school, retired_at__isnull=True).order_by(
            "position", "pk"
        )
    )
    place = next(number for number, each in enumerate(standing) if each.pk == statement.pk)
    to = max(0, min(len(standing) - 1, place + steps))
    standing.insert(to, standing.pop(place))
    for position, each in enumerate(standing):
        each.position = position
    VisionStatement.objects.bulk_update(standing, ["position"])
    _note(statement, "vision.moved", by=by, at=at)


@transaction.atomic
def retire_statement(
    *, statement: VisionStatement, by: Membership | None, at: datetime
) -> VisionStatement:
    """Let a statement no longer hold (vervallen). Goals that point at it keep their tie.

    :raises Refusal: see rules.why_not_manage
    """
    allow(by, statement.school)
    if statement.retired_at is None:
        statement.retired_at = at
        statement.save(update_fields=["retired_at"])
        _note(statement, "vision.retired", by=by, at=at)
    return statement


@transaction.atomic
def put_back_statement(
    *, statement: VisionStatement, by: Membership | None, at: datetime
) -> VisionStatement:
    """Let a retired statement hold again, in its old place.

    :raises Refusal: see rules.why_not_manage; the same words stand there already
    """
    allow(by, statement.school)
    hold(statement.school)
    if statement.retired_at is not None:
        _new(statement.school, statement.text, besides=statement)
        statement.retired_at = None
        statement.save(update_fields=["retired_at"])
        _note(statement, "vision.put_back", by=by, at=at)
    return statement


def _new(school: School, typed: str, *, besides: VisionStatement | None = None) -> str:
    text = words(typed, most=300, missing=_("Schrijf een zin op. Eén uitspraak is genoeg."))
    same = VisionStatement.objects.filter(school=school, text=text, retired_at__isnull=True)
    if (same.exclude(pk=besides.pk) if besides else same).exists():
        raise Refusal(_("Deze uitspraak staat er al."))
    return text


def _standing(statement: VisionStatement) -> VisionStatement:
    fresh = VisionStatement.objects.select_related("school").get(pk=statement.pk)
    if fresh.retired_at is not None:
        raise Refusal(_("Deze uitspraak is vervallen. Zet haar eerst terug."))
    return fresh


def _note(statement: VisionStatement, act: str, *, by: Membership | None, at: datetime) -> None:
    note(statement.school, act, by=by, at=at, facts={"statement": str(statement.public_id)})

"""Changing the format of a school's plans (indeling): labels, hidden fields, kinds of its own.

What is hidden or renamed keeps its words. A kind of part or a field of the school's own goes only
when nothing stands in it; named the same again it gets the same key, and what was there returns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal
from partituur.plans import queries
from partituur.plans.format import (
    STANDARD,
    Changes,
    Format,
    OwnField,
    OwnKind,
    PartKind,
    format_for,
)
from partituur.plans.models import FormatSettings, Part, Text
from partituur.schools.actions.asking import allow, hold, note, words
from partituur.schools.models import Membership, School

MOST_OWN_KINDS = 12
MOST_OWN_FIELDS = 12
OWN = "own-"  # every key of the school's own begins so, and fits 40 characters


@transaction.atomic
def change_format(
    *, school: School, changes: Changes, by: Membership | None, at: datetime
) -> Format:
    """Let exactly these changes hold for the school's plans; returns the format as it now is.

    :raises Refusal: see rules.why_not_manage of schools; the changes do not fit; or something of
        the school's own would go that has words in it
    """
    allow(by, school)
    hold(school)
    before = queries.changes_of(school)
    changes = _tidy(changes)
    changes.check()
    _check_names(format_for(changes, queries.words_of(school)), changes)
    _check_unused(school, before, changes)
    data = changes.to_data()
    if data != before.to_data():
        FormatSettings.objects.update_or_create(school=school, defaults={"changes": data})
        facts = {"labels": len(data["labels"]), "hidden": data["hidden"], "own": len(data["own"])}
        note(school, "format.changed", by=by, at=at, facts=facts)
    return queries.format_of(school)


@transaction.atomic
def change_kind(
    *,
    school: School,
    kind: str,
    labels: Mapping[str, str],
    hidden: Iterable[str],
    by: Membership | None,
    at: datetime,
) -> Format:
    """Name and hide the fields of one of the article's kinds of part.

    :param labels: by field; an empty one, or the article's own, is the article's again
    :raises Refusal: as ``change_format``
    """
    hold(school)
    now = queries.changes_of(school)
    usual = format_for(Changes.none(), queries.words_of(school))
    if not STANDARD.has(kind):
        raise Refusal(_("Zo’n deel bestaat niet in de indeling van jullie school."))
    own = {
        (kind, key): label
        for key, label in labels.items()
        if label.strip() and label.strip() != _usual_label(usual.kind(kind), key)
    }
    others = {pair: label for pair, label in now.labels.items() if pair[0] != kind}
    hide = {(kind, key) for key in hidden} | {pair for pair in now.hidden if pair[0] != kind}
    changes = replace(now, labels={**others, **own}, hidden=frozenset(hide))
    return change_format(school=school, changes=changes, by=by, at=at)


@transaction.atomic
def add_kind(
    *, school: School, label: str, fields: Iterable[str], by: Membership | None, at: datetime
) -> OwnKind:
    """Add a kind of part of the school's own (eigen deel).

    :param fields: the names of its fields, in their order
    :raises Refusal: as ``change_format``
    """
    hold(school)
    now = queries.changes_of(school)
    key = _free_key(label, {kind.key for kind in now.own})
    kind = OwnKind(key, label, _keyed(OwnField("", each) for each in fields))
    change_format(school=school, changes=replace(now, own=(*now.own, kind)), by=by, at=at)
    return kind


@transaction.atomic
def change_own_kind(
    *,
    school: School,
    kind: str,
    label: str,
    fields: Sequence[OwnField],
    by: Membership | None,
    at: datetime,
) -> Format:
    """Name a kind of the school's own, and name, add, order or take away its fields.

    :param fields: all its fields in their order; a new one has an empty key
    :raises Refusal: no such kind; or as ``change_format``
    """
    hold(school)
    now = queries.changes_of(school)
    _own_kind(now, kind)
    wanted = OwnKind(kind, label, _keyed(fields))
    own = tuple(wanted if each.key == kind else each for each in now.own)
    return change_format(school=school, changes=replace(now, own=own), by=by, at=at)


@transaction.atomic
def remove_kind(*, school: School, kind: str, by: Membership | None, at: datetime) -> Format:
    """Take a kind of the school's own out of the format.

    :raises Refusal: no such kind; it is in use; or as ``change_format``
    """
    hold(school)
    now = queries.changes_of(school)
    gone = _own_kind(now, kind)
    own = tuple(each for each in now.own if each.key != gone.key)
    return change_format(school=school, changes=replace(now, own=own), by=by, at=at)


def why_not_remove_kind(school: School, kind: OwnKind) -> str | None:
    """Whether parts of this kind stand in a plan, or words in parts that were taken out."""
    parts = Part.objects.filter(school=school, kind=kind.key)
    if parts.filter(removed_at__isnull=True).exists():
        return _("“{kind}” staat in een plan en kan daarom niet weg.").format(kind=kind.label)
    if _filled(school, kind.key).exists():
        return _(
            "In een weggehaald deel “{kind}” staat nog tekst. Het blijft, zodat die terug kan."
        ).format(kind=kind.label)
    return None


def why_not_remove_field(school: School, kind: str, field: OwnField) -> str | None:
    """Whether there are words in a field of the school's own."""
    if not _filled(school, kind).filter(key=field.key).exists():
        return None
    return _("In “{field}” staat al tekst. Het veld kan niet weg; anders noemen kan wel.").format(
        field=field.label
    )


def _own_kind(changes: Changes, key: str) -> OwnKind:
    for each in changes.own:
        if each.key == key:
            return each
    raise Refusal(_("Dit eigen deel is er niet meer."))


def _usual_label(kind: PartKind, key: str) -> str:
    try:
        return kind.field(key).label
    except KeyError:
        raise Refusal(_("Dit veld bestaat niet in de indeling.")) from None


def _filled(school: School, kind: str) -> QuerySet[Text]:
    """The texts with words, a moment or hours in the parts of a kind, removed parts too."""
    return Text.objects.filter(
        ~Q(body="") | ~Q(moment="") | Q(hours__isnull=False),
        school=school,
        goal__part__kind=kind,
    )


def _keyed(fields: Iterable[OwnField]) -> tuple[OwnField, ...]:
    """The fields, each with a key; a key stays when the field gets another name."""
    fields = list(fields)
    taken = {each.key for each in fields if each.key}
    keyed = []
    for each in fields:
        if not each.key:
            each = replace(each, key=_free_key(each.label, taken))
            taken.add(each.key)
        keyed.append(each)
    return tuple(keyed)


def _free_key(label: str, taken: Iterable[str]) -> str:
    """A key made of a name, so that the same name finds back what once stood under it."""
    stem = OWN + (slugify(label)[:30].strip("-") or "deel")
    taken = set(taken)
    number, key = 2, stem
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key


# --- what fits -------------------------------------------------------------------------------


def _tidy(changes: Changes) -> Changes:
    """The same with single spaces and nothing empty.

    :raises Refusal: a name is missing or too long
    """
    missing = _("Een veld heeft een naam nodig.")
    return Changes(
        labels={
            pair: words(label, most=60, missing=missing) for pair, label in changes.labels.items()
        },
        hidden=changes.hidden,
        own=tuple(
            OwnKind(
                kind.key,
                words(kind.label, most=60, missing=_("Geef het eigen deel een naam.")),
                tuple(
                    replace(each, label=words(each.label, most=60, missing=missing))
                    for each in kind.fields
                ),
            )
            for kind in changes.own
        ),
    )


def _check_names(fmt: Format, changes: Changes) -> None:
    """Two things of one name cannot be told apart, on the screen or on paper."""
    if len(changes.own) > MOST_OWN_KINDS:
        raise Refusal(_("Een school kan {most} eigen delen hebben.").format(most=MOST_OWN_KINDS))
    _check_different([kind.label for kind in fmt.kinds], _("Er is al een deel “{name}”."))
    for kind in fmt.kinds:
        if kind.own and len(kind.fields) > MOST_OWN_FIELDS:
            raise Refusal(
                _("Een eigen deel kan {most} velden hebben.").format(most=MOST_OWN_FIELDS)
            )
        _check_different(
            [each.label for each in kind.fields],
            _("Twee velden heten “{name}”. Geef ze elk een eigen naam."),
        )


def _check_different(names: Sequence[str], said: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise Refusal(said.format(name=name))
        seen.add(name.casefold())


def _check_unused(school: School, before: Changes, after: Changes) -> None:
    left = {kind.key: {each.key for each in kind.fields} for kind in after.own}
    for kind in before.own:
        if kind.key not in left:
            if reason := why_not_remove_kind(school, kind):
                raise Refusal(reason)
            continue
        for each in kind.fields:
            if each.key not in left[kind.key] and (
                reason := why_not_remove_field(school, kind.key, each)
            ):
                raise Refusal(reason)

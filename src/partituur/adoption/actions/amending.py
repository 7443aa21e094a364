"""Amending (bijstellen): a proposal to change an adopted plan, from its first word to its version.

A proposal never touches the plan: its words stand beside the texts, each on the version of the text
that its writer saw. Accepting writes them all and seals the next version, or does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.adoption import amendments as queries
from partituur.adoption import rules_amending as rules
from partituur.adoption.actions import sealing
from partituur.adoption.models import AmendedText, Amendment, PlanVersion
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import queries as plans
from partituur.plans.actions import writing
from partituur.plans.actions.writing import Words
from partituur.plans.models import Goal, Plan, Principle, Text
from partituur.plans.rules import is_personal
from partituur.schools import queries as schools
from partituur.schools import quiet
from partituur.schools.models import Membership

LONGEST_REASON = 2000  # characters

# --- writing a proposal -----------------------------------------------------------------------


def begin_or_get(*, plan: Plan, by: Membership, at: datetime) -> Amendment:
    """The draft of a member for this plan; a new one when there is none. Nobody else sees it.

    :raises Refusal: the plan is not adopted
    """
    if plan.state != Plan.State.ADOPTED:
        raise Refusal(_("Bijstellen kan pas als het plan is vastgesteld."))
    draft, _made = Amendment.objects.get_or_create(
        plan=plan, by=by, state=Amendment.State.DRAFT,
        defaults={"school_id": plan.school_id, "begun_at": at},
    )  # fmt: skip
    return draft


@transaction.atomic
def change_text(
    *,
    amendment: Amendment,
    line: Goal | Principle,
    key: str,
    words: Words,
    by: Membership,
    at: datetime,
    base: int | None = None,
) -> AmendedText:
    """Put other words for one text in a draft; a second time they take the place of the first.

    :param base: the version of the text that the writer saw; None for the one that stands there now
    :raises Refusal: see rules_amending; the text changed meanwhile; the words are the same
    """
    amendment = _held(amendment)
    _refuse(rules.why_not_write(amendment, by))
    _refuse(_why_not_here(amendment, line, by, timezone.localdate(at)))
    text = plans.text_of(line, key)
    _refuse(_why_not_these(text, words, text.version if base is None else base))
    amended, _made = AmendedText.objects.update_or_create(
        amendment=amendment, **_owner(line), key=key,
        defaults={
            "base": text.version, "before": text.body, "body": words.body,
            "moment": words.moment, "hours": words.hours,
        },
    )  # fmt: skip
    return amended


@transaction.atomic
def drop_text(*, amendment: Amendment, line: Goal | Principle, key: str, by: Membership) -> None:
    """Leave a text as it is after all.

    :raises Refusal: see rules_amending.why_not_write
    """
    amendment = _held(amendment)
    _refuse(rules.why_not_write(amendment, by))
    AmendedText.objects.filter(amendment=amendment, **_owner(line), key=key).delete()


@transaction.atomic
def explain(*, amendment: Amendment, reason: str, by: Membership) -> None:
    """Keep the reason of a draft while it is being written.

    :raises Refusal: see rules_amending.why_not_write; the reason is too long
    """
    amendment = _held(amendment)
    _refuse(rules.why_not_write(amendment, by))
    Amendment.objects.filter(pk=amendment.pk).update(reason=_reason(reason))


@transaction.atomic
def propose(
    *, amendment: Amendment, reason: str, is_small: bool, by: Membership, at: datetime
) -> Amendment:
    """Make a draft a proposal: a small one is announced, a real one goes to the meeting.

    :raises Refusal: see rules_amending; no reason, no change, or a text changed meanwhile
    """
    amendment = _held(amendment)
    _refuse(rules.why_not_write(amendment, by))
    reason = _reason(reason)
    if not reason:
        raise Refusal(_("Schrijf op waarom je dit voorstelt. Eén zin is genoeg."))
    _refuse(_why_not_ready(amendment, by, timezone.localdate(at)))
    amendment.reason, amendment.is_small, amendment.proposed_at = reason, is_small, at
    amendment.state = rules.ANNOUNCED if is_small else rules.TO_MEETING
    amendment.counts_from = _counts_from(amendment, at) if is_small else None
    amendment.save()
    _record(amendment, "amendment.proposed", by, at, small=is_small)
    return amendment


@transaction.atomic
def choose_again(
    *, amended: AmendedText, words: Words, base: int, by: Membership, at: datetime
) -> Amendment:
    """Answer to a text that changed under a proposal: keep what stands there, or other words again.

    The words that stand there now take the change out of the proposal; without any change left the
    proposal is withdrawn. An announced proposal has its term again: the team was told other words.

    :param base: the version of the text that the writer saw
    :raises Refusal: see rules_amending.why_not_choose_again; the text changed once more
    """
    amendment = _held(amended.amendment)
    _refuse(rules.why_not_choose_again(amendment, by))
    change = next(
        (each for each in queries.changes_of(amendment) if each.amended.pk == amended.pk), None
    )
    if change is None or not change.has_drifted:
        raise Refusal(_("Deze tekst is niet veranderd. Er valt niets opnieuw te kiezen."))
    if words == _words_of(change.now):
        change.amended.delete()
    else:
        _refuse(_why_not_these(change.now, words, base))
        row = change.amended
        row.base, row.before, row.body = base, change.now.body, words.body
        row.moment, row.hours = words.moment, words.hours
        row.save()
    return _go_on(amendment, by, at)


def _go_on(amendment: Amendment, by: Membership, at: datetime) -> Amendment:
    """What follows for the proposal once a change in it was chosen again."""
    if amendment.state == rules.DRAFT:
        return amendment
    if not amendment.texts.exists():
        return _close(amendment, Amendment.State.WITHDRAWN, "amendment.withdrawn", by, at)
    if amendment.state == rules.ANNOUNCED:
        amendment.counts_from = _counts_from(amendment, at)
        amendment.save(update_fields=["counts_from"])
    return amendment


# --- between proposing and deciding -----------------------------------------------------------


@transaction.atomic
def ask_for_meeting(*, amendment: Amendment, by: Membership, at: datetime) -> Amendment:
    """Ask, within the term, that a small change goes to the meeting. Asking once is enough.

    :raises Refusal: see rules_amending.why_not_ask
    """
    amendment = _held(amendment)
    if amendment.state == rules.TO_MEETING and amendment.asked_by_id == by.pk:
        return amendment
    _refuse(rules.why_not_ask(amendment, by, day=timezone.localdate(at)))
    amendment.state, amendment.counts_from = rules.TO_MEETING, None
    amendment.asked_by, amendment.asked_at = by, at
    amendment.save(update_fields=["state", "counts_from", "asked_by", "asked_at"])
    _record(amendment, "amendment.asked", by, at)
    return amendment


@transaction.atomic
def withdraw(*, amendment: Amendment, by: Membership, at: datetime) -> None:
    """Take a proposal back; a draft goes without a trace.

    :raises Refusal: see rules_amending.why_not_withdraw
    """
    amendment = _held(amendment)
    _refuse(rules.why_not_withdraw(amendment, by))
    if amendment.state == rules.DRAFT:
        amendment.delete()
    else:
        _close(amendment, Amendment.State.WITHDRAWN, "amendment.withdrawn", by, at)


# --- deciding ---------------------------------------------------------------------------------


@transaction.atomic
def accept(
    *,
    amendments: Sequence[Amendment],
    kind: PlanVersion.Kind,
    decision: dict[str, Any],
    members: Iterable[Membership],
    present: set[int],
    by: Membership,
    at: datetime,
) -> PlanVersion:
    """Write all changes of these proposals in the plan, and seal it as its next version.

    All or nothing; the parameters after ``amendments`` are those of ``sealing.seal``.

    :raises Refusal: see rules_amending.why_not_accept; a text changed under a proposal, or two of
        them change the same text
    """
    if not amendments:
        raise Refusal(_("Er is geen wijziging om over te besluiten."))
    plan = _held_plan(amendments[0].plan_id)
    held = [_held(each, plan) for each in sorted(amendments, key=lambda each: each.pk)]
    for each in held:
        _refuse(rules.why_not_accept(each, kind))
    _write(held, at)
    version = sealing.seal(
        plan=plan, kind=kind, decision=decision, members=members, present=present, by=by, at=at
    )
    for each in held:
        each.version = version
        _close(each, Amendment.State.ACCEPTED, "amendment.accepted", by, at, version=version.number)
    return version


@transaction.atomic
def accept_when_due(*, amendment: Amendment, at: datetime) -> PlanVersion | None:
    """Accept a small change whose term is over; None when it is not for this to decide.

    That is so when somebody asked for the meeting or it was withdrawn meanwhile, and when the text
    changed under it: then who proposed it chooses first. When who proposed it is gone, nobody can
    choose, and it goes to the meeting.
    """
    plan, day = _held_plan(amendment.plan_id), timezone.localdate(at)
    amendment = _held(amendment, plan)
    if rules.why_not_accept(amendment, PlanVersion.Kind.SMALL):
        return None
    if amendment.counts_from is None or day < amendment.counts_from:
        return None
    changes = queries.changes_of(amendment)
    if amendment.by is None:
        Amendment.objects.filter(pk=amendment.pk).update(state=rules.TO_MEETING, counts_from=None)
        return None
    if not changes or any(each.has_drifted for each in changes):
        return None
    return accept(
        amendments=[amendment], kind=PlanVersion.Kind.SMALL,
        decision=_told(amendment, amendment.by, changes),
        members=schools.members_of(plan.school, day=day), present=set(), by=amendment.by, at=at,
    )  # fmt: skip


@transaction.atomic
def reject(*, amendment: Amendment, by: Membership, at: datetime) -> None:
    """What the meeting did not accept.

    :raises Refusal: see rules_amending.why_not_reject
    """
    amendment = _held(amendment)
    _refuse(rules.why_not_reject(amendment))
    _close(amendment, Amendment.State.REJECTED, "amendment.rejected", by, at)


def _write(held: list[Amendment], at: datetime) -> None:
    """Write the changes through the plan's own way of writing: it looks at the versions again."""
    written: set[tuple[int | None, int | None, str]] = set()
    for amendment in held:
        for change in queries.changes_of(amendment):
            row = change.amended
            place = (row.goal_id, row.principle_id, row.key)
            if place in written:
                raise Refusal(
                    _("Twee voorstellen veranderen dezelfde tekst. Besluit over één van de twee.")
                )
            written.add(place)
            outcome = writing.save(
                line=change.line, key=row.key, words=change.words, base=row.base,
                save_key=uuid4(), by=amendment.by, at=at, apart=True,
                when_closed=True,
            )  # fmt: skip
            if isinstance(outcome, writing.Clash):
                raise Refusal(_changed_meanwhile())


def _told(amendment: Amendment, by: Membership, changes: list[queries.Change]) -> dict[str, Any]:
    """What a version keeps of a small change; a reason about a personal part goes with the part."""
    personal = [each.part for each in changes if each.part and is_personal(each.part)]
    said = {
        "amendment": str(amendment.public_id), "reason": amendment.reason,
        "member": str(by.public_id), "name": by.name,
    }  # fmt: skip
    return {"amendments": [said | ({"part": str(personal[0].public_id)} if personal else {})]}


# --- what they share --------------------------------------------------------------------------


def _held_plan(pk: int) -> Plan:
    """The plan as it is now; nobody else accepts anything in it before we are done."""
    rows = Plan.objects.select_for_update(of=("self",)).select_related("school", "year")
    return rows.get(pk=pk)


def _held(amendment: Amendment, plan: Plan | None = None) -> Amendment:
    """The proposal as it is now; nobody else changes it before we are done.

    :raises Refusal: it is gone
    """
    rows = Amendment.objects.select_for_update(of=("self",)).select_related("by", "plan__school")
    held = rows.filter(pk=amendment.pk).first()
    if held is None:
        raise Refusal(_("Dit voorstel is er niet meer."))
    if plan is not None:
        if held.plan_id != plan.pk:
            raise Refusal(_("Deze voorstellen horen niet bij één plan."))
        held.plan = plan
    return held


def _refuse(reason: str | None) -> None:
    if reason:
        raise Refusal(reason)


def _owner(line: Goal | Principle) -> dict[str, Any]:
    return {"goal": line} if isinstance(line, Goal) else {"principle": line}


def _why_not_here(
    amendment: Amendment, line: Goal | Principle, by: Membership, day: date
) -> str | None:
    plan_id = line.part.plan_id if isinstance(line, Goal) else line.plan_id
    if plan_id != amendment.plan_id:
        return _("Dit staat in een ander plan.")
    return rules.why_not_amend_line(line, by, day=day)


def _why_not_these(text: Text, words: Words, base: int) -> str | None:
    if len(words.body) > writing.LONGEST:
        return _("Deze tekst is te lang: houd hem onder de 20.000 tekens.")
    if base != text.version:
        return _changed_meanwhile()
    if words == _words_of(text):
        return _("Zo staat het er al. Verander iets, of laat de tekst zoals hij is.")
    return None


def _why_not_ready(amendment: Amendment, by: Membership, day: date) -> str | None:
    changes = queries.changes_of(amendment)
    if not changes:
        return _("Er is nog niets om voor te stellen. Kies in het plan wat je wilt veranderen.")
    for each in changes:
        if each.has_drifted:
            return _changed_meanwhile()
        if reason := _why_not_here(amendment, each.line, by, day):
            return reason
    return None


def _changed_meanwhile() -> str:
    return _("Een tekst is intussen veranderd. Bekijk die naast het voorstel, en kies opnieuw.")


def _words_of(text: Text) -> Words:
    return Words(text.body, text.moment, text.hours)


def _reason(typed: str) -> str:
    reason = typed.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(reason) > LONGEST_REASON:
        raise Refusal(_("De reden is te lang: houd hem onder de 2.000 tekens."))
    return reason


def _counts_from(amendment: Amendment, at: datetime) -> date:
    """The school day after the five in which the team, once told, may ask for the meeting."""
    school = amendment.plan.school
    told = timezone.localdate(quiet.opens_at(school, at))
    return quiet.school_day_after(school, told, rules.TERM + 1)


def _close(
    amendment: Amendment, state: Amendment.State, act: str, by: Membership, at: datetime,
    **facts: int,
) -> Amendment:  # fmt: skip
    amendment.state, amendment.closed_at = state, at
    amendment.save(update_fields=["state", "closed_at", "version"])
    _record(amendment, act, by, at, **facts)
    return amendment


def _record(
    amendment: Amendment, act: str, by: Membership, at: datetime, **facts: int | bool
) -> None:
    chain.record(
        school=amendment.plan.school.public_id, act=act, at=at,
        by={"id": str(by.public_id), "name": by.name},
        facts={
            "plan": str(amendment.plan.public_id), "amendment": str(amendment.public_id), **facts,
        },
    )  # fmt: skip

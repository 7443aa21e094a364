"""Sealing (vastleggen): the plan as it is now becomes a version that nothing changes any more."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partituur.adoption import rules, sealing
from partituur.adoption.models import PlanVersion, SealedText, VersionMember
from partituur.adoption.sealing import DECISION_TEXTS, Agreed, Owners, Present, Sealed
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.plans import agreeing, queries
from partituur.plans.models import Agreement, Part, Plan
from partituur.plans.queries import LoadedPart, LoadedPlan
from partituur.plans.rules import is_personal
from partituur.plans.snapshot import to_data
from partituur.schools.models import Membership

__all__ = ["DECISION_TEXTS", "seal"]


@transaction.atomic
def seal(
    *,
    plan: Plan,
    kind: PlanVersion.Kind,
    decision: dict[str, Any],
    members: Iterable[Membership],
    present: set[int],
    by: Membership,
    at: datetime,
) -> PlanVersion:
    """Seal the plan as it is shared now, with what was decided, as its next version.

    The plan becomes adopted, and every shared part in it is in a version from now on. Of two at the
    same moment one seals: the update of the plan's row decides.

    :param decision: plain data; see ``DECISION_TEXTS`` for what in it is sealed as a text
    :param members: who is a member now: they may read the personal parts of this version
    :param present: primary keys of the members who were there
    :raises Refusal: see rules.why_not_seal; or another made this version a moment ago
    """
    if reason := rules.why_not_seal(plan, kind):
        raise Refusal(reason)
    number = plan.version + 1
    _turn(plan, kind, number)
    day = timezone.localdate(at)
    loaded = queries.load(plan, member=None, day=day, only_shared=True)
    team = sorted(members, key=lambda each: each.pk)
    id = uuid4()
    structure, texts = sealing.seal_up(
        id=str(id),
        kind=str(kind),
        at=at.astimezone(UTC).isoformat(),
        plan=to_data(queries.shot_of(loaded)),
        decision=decision,
        owners=_owners(loaded),
        members=[Present(str(each.public_id), each.pk in present) for each in team],
        agreed=_agreed(loaded, day),
    )
    version = _keep(plan, kind, id, number, structure, texts, at)
    VersionMember.objects.bulk_create(
        VersionMember(version=version, member=each, was_present=each.pk in present) for each in team
    )
    inside = [each.part.pk for each in loaded.parts if each.readable]
    Part.objects.filter(pk__in=inside, sealed_in=0).update(sealed_in=number)
    chain.record(
        school=plan.school.public_id,
        act="plan.adopted" if kind == PlanVersion.Kind.ADOPTED else "plan.adjusted",
        at=at,
        by={"id": str(by.public_id), "name": by.name},
        facts={"plan": str(plan.public_id), "version": number, "root": version.root},
    )
    return version


def _turn(plan: Plan, kind: PlanVersion.Kind, number: int) -> None:
    """The one statement that decides between two who seal at the same moment."""
    turned = Plan.objects.filter(
        pk=plan.pk, version=number - 1, state__in=rules.states_before(kind)
    ).update(version=number, state=Plan.State.ADOPTED)
    if not turned:
        raise Refusal(
            _("Iemand anders was je net voor: van dit plan is zojuist een versie gemaakt.")
        )
    plan.version, plan.state = number, Plan.State.ADOPTED


def _keep(
    plan: Plan,
    kind: PlanVersion.Kind,
    id: UUID,
    number: int,
    structure: dict[str, Any],
    texts: list[Sealed],
    at: datetime,
) -> PlanVersion:
    rows = [_row(each) for each in texts]
    version = PlanVersion.objects.create(
        public_id=id,
        school=plan.school,
        plan=plan,
        number=number,
        kind=kind,
        at=at,
        structure=structure,
        root=sealing.root_of(
            school=str(plan.school.public_id),
            plan=str(plan.public_id),
            number=number,
            structure=structure,
            commitments=[each.commitment for each in rows],
        ),
    )
    for each in rows:
        each.version = version
    SealedText.objects.bulk_create(rows, batch_size=500)
    return version


def _row(sealed: Sealed) -> SealedText:
    salt = secrets.token_hex(16)
    return SealedText(
        number=sealed.number,
        body=sealed.body,
        salt=salt,
        commitment=sealing.commitment(salt, sealed),
        part=UUID(sealed.part) if sealed.part else None,
        member=UUID(sealed.member) if sealed.member else None,
    )


def _owners(loaded: LoadedPlan) -> dict[str, Owners]:
    """Whose the parts are; of a part that is not shared too, for its heading says a name."""
    return {
        str(each.part.public_id): Owners(
            tuple(str(one.member.public_id) for one in each.part.subjects.all()),
            str(each.part.partner.public_id) if each.part.partner else "",
        )
        for each in loaded.parts
    }


def _agreed(loaded: LoadedPlan, day: date) -> Iterator[Agreed]:
    """Who agrees with what each shared personal part prints at this moment."""
    personal = [each for each in loaded.parts if each.readable and is_personal(each.part)]
    partners = queries.partners_of_parts([each.part for each in personal], day=day)
    given: dict[int, list[Agreement]] = {}
    for agreement in Agreement.objects.filter(part__in=partners):
        given.setdefault(agreement.part_id, []).append(agreement)
    for each in personal:
        yield from _standing(loaded, each, partners[each.part.pk], given.get(each.part.pk, []))


def _standing(
    loaded: LoadedPlan, part: LoadedPart, partners: list[Membership], given: list[Agreement]
) -> Iterator[Agreed]:
    kind = loaded.paper.kind(part.part.kind)
    digest = agreeing.digest_of(agreeing.content_of(kind, part, loaded.vision))
    for standing in agreeing.standings(partners, given, digest):
        if standing.stands and standing.agreement:
            yield Agreed(
                part=str(part.part.public_id),
                member=str(standing.member.public_id),
                name=standing.member.name,
                at=standing.agreement.agreed_at.astimezone(UTC).isoformat(),
            )

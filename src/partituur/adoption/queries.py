"""Reads of adopted versions: which there are, and what one says to one reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from partituur.adoption import rules, sealing
from partituur.adoption.models import PlanVersion, SealedText
from partituur.kernel.errors import Refusal
from partituur.plans.models import Plan
from partituur.plans.snapshot import PlanShot, from_data
from partituur.schools.models import Membership

Data = dict[str, Any]


def fingerprint(version: PlanVersion) -> str:
    """ "v1-0f3a9c…": what stands on the paper of a version, and in the mail to the team."""
    return sealing.fingerprint(version.number, version.root)


def versions_of(plan: Plan) -> list[PlanVersion]:
    """The versions of a plan, the latest first."""
    return list(PlanVersion.objects.filter(plan=plan).order_by("-number"))


def version_or_none(plan: Plan, number: int) -> PlanVersion | None:
    """One version of a plan; the plan and its school come along as they were passed."""
    version: PlanVersion | None = PlanVersion.objects.filter(plan=plan, number=number).first()
    if version is not None:
        version.plan, version.school = plan, plan.school
    return version


def current(plan: Plan) -> PlanVersion | None:
    """The version that counts now; None before the team adopted the plan."""
    return version_or_none(plan, plan.version) if plan.version else None


def shot_of(version: PlanVersion, reader: Membership | None, day: date) -> PlanShot:
    """What a version says, as far as ``reader`` may read it.

    A personal part that the reader may not read has its heading and nothing else. What was erased
    is not there: a name, or the goals of a whole part.

    :param reader: None for a command on the machine, which reads everything
    :raises Refusal: somebody changed the version so much that it is no plan any more
    """
    try:
        return _shot_of(version, reader, day)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise Refusal(
            _("Deze versie is niet meer te lezen: er is aan veranderd. Vraag hulp.")
        ) from wrong


def _shot_of(version: PlanVersion, reader: Membership | None, day: date) -> PlanShot:
    texts = _texts(version)
    data: Data = sealing.open_up(version.structure["plan"], texts)
    kinds = {each["key"]: each for each in data["format"]["kinds"]}
    personal = reader is None or not rules.why_not_read_personal(version, reader, day=day)
    data["parts"] = [
        _part(each, kinds[each["kind"]], personal or not kinds[each["kind"]]["personal"])
        for each in data["parts"]
    ]
    return from_data(data)


def _part(part: Data, kind: Data, readable: bool) -> Data:
    heading = part["heading"] or kind["label"]
    if not readable:
        return part | {
            "heading": heading, "note": "", "emphasis": "", "guidance": "", "subjects": [],
            "partner": "", "shared": False, "withheld": True, "goals": [],
        }  # fmt: skip
    goals = [each | {"texts": _filled(each["texts"])} for each in part["goals"]]
    said = [each for each in goals if each["title"] or each["texts"]]
    return part | {"heading": heading, "goals": goals if said or not kind["personal"] else []}


def _filled(texts: Data) -> Data:
    return {key: text for key, text in texts.items() if any(text.values())}


def _texts(version: PlanVersion) -> Mapping[int, str | None]:
    """The words of a version by their number; None for what was erased."""
    return dict(SealedText.objects.filter(version=version).values_list("number", "body"))


def decision_of(
    version: PlanVersion, reader: Membership | None = None, day: date | None = None
) -> Data:
    """What was decided, as it was given to ``seal``; erased words are empty.

    :param reader: who reads, on ``day``; what is said about a personal part that they may not read
        is left out. None for a command on the machine, which reads everything
    """
    decision = version.structure["decision"]
    if reader is not None and rules.why_not_read_personal(
        version, reader, day=day or version.at.date()
    ):
        decision = _without(decision, _personal_parts(version))
    opened: Data = sealing.open_up(decision, _texts(version))
    return opened


def _personal_parts(version: PlanVersion) -> set[str]:
    plan = version.structure["plan"]
    personal = {each["key"] for each in plan["format"]["kinds"] if each["personal"]}
    return {each["id"] for each in plan["parts"] if each["kind"] in personal}


def _without(value: Any, parts: set[str]) -> Any:
    """A decision without what it says about these parts."""
    if isinstance(value, Mapping):
        return {key: _without(each, parts) for key, each in value.items()}
    if isinstance(value, list):
        return [
            _without(each, parts)
            for each in value
            if not (isinstance(each, Mapping) and each.get("part") in parts)
        ]
    return value


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was a member when the team adopted: how many, how many were there, and their names."""

    members: int
    present: int
    names: list[str]  # of those who were there and are not erased


def attendance(version: PlanVersion) -> Attendance:
    """Who was there when a version was made."""
    counted = version.structure["members"]
    there = version.members.filter(was_present=True).order_by("member__name")
    return Attendance(
        len(counted),
        sum(1 for each in counted if each["present"]),
        list(there.values_list("member__name", flat=True)),
    )


def agreed_of(version: PlanVersion, reader: Membership) -> dict[str, list[str]]:
    """Who had agreed with a part, by the id of the part: for its partners then, and nobody else."""
    texts = SealedText.objects.filter(version=version)
    mine = set(texts.filter(member=reader.public_id).values_list("number", flat=True))
    agreed = version.structure["agreed"]
    theirs = {each["part"] for each in agreed if _holds(each, mine)}
    theirs |= {
        each["id"]
        for each in version.structure["plan"]["parts"]
        if _holds([each["subjects"], each["partner"]], mine)
    }
    wanted = [each for each in agreed if each["part"] in theirs]
    found: dict[str, list[str]] = {}
    for each in sealing.open_up(wanted, _texts(version)) if wanted else ():
        if each["name"]:
            found.setdefault(each["part"], []).append(each["name"])
    return found


def _holds(value: Any, numbers: set[int]) -> bool:
    """Whether a piece of structure refers to one of these texts."""
    return not numbers.isdisjoint(sealing.references(value))

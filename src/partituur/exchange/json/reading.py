"""Reads a plan from JSON.

A file comes from outside: it is measured before it is parsed, and taken only when it says exactly
what ``writing`` would have written. Nothing in it is passed over, nothing is guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from partituur.kernel.errors import Refusal, Unreadable
from partituur.plans import moments, snapshot
from partituur.plans.snapshot import GoalShot, PartShot, PlanShot, TextShot

MOST_BYTES = 20 * 2**20  # a plan with 200 teachers has some 2 MB
MOST_DEPTH = 12  # a plan has 8: plan, parts, part, goals, goal, texts, text, and the file itself
STATES = ("draft", "in_consultation", "adopted", "evaluated")
EMPHASES = ("", "light", "normal", "intensive")
GUIDANCES = ("", "coordinator", "colleague", "learning_team", "together")

_YEAR = re.compile(r"(20[0-9]{2})-(20[0-9]{2})")
_HOURS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read(data: bytes) -> PlanShot:
    """The plan in a file that ``writing.write`` made.

    :raises Unreadable: it is no such file, it is damaged, or it says what a plan cannot say
    """
    found = _parsed(_text(data))
    if not isinstance(found, dict) or found.get("schema") != snapshot.SCHEMA:
        raise Unreadable(
            _(
                "Dit bestand is geen plan van Partituur. Kies een .json-bestand dat uit Partituur "
                "komt."
            )
        )
    try:
        plan = snapshot.from_data(found)
    except RecursionError as error:
        raise _damaged() from error
    except Refusal as error:
        raise Unreadable(str(error)) from error
    if not _same(snapshot.to_data(plan), found):
        raise _damaged()
    for problem in _problems(plan):
        raise Unreadable(_("In dit bestand klopt iets niet: {problem}.").format(problem=problem))
    return plan


def _damaged() -> Unreadable:
    return Unreadable(
        _(
            "Dit bestand is beschadigd of met de hand veranderd. Maak in Partituur een nieuw "
            ".json-bestand en kies dat."
        )
    )


# --- from bytes to data ------------------------------------------------------------------------


def _text(data: bytes) -> str:
    if not data.strip():
        raise Unreadable(_("Dit bestand is leeg. Maak in Partituur een nieuw .json-bestand."))
    if len(data) > MOST_BYTES:
        raise Unreadable(_("Dit bestand is te groot voor een begeleidingsplan."))
    try:
        text = data.decode("utf-8-sig")  # some editors put a mark at the beginning
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("Dit bestand is geen leesbare tekst. Kies een .json-bestand dat uit Partituur komt.")
        ) from error
    if _depth(text) > MOST_DEPTH:
        raise _damaged()
    return text


def _depth(text: str) -> int:
    """How deep brackets lie inside each other, outside strings; enough is enough."""
    depth = deepest = 0
    for mark in _MARKS.finditer(text):
        if mark[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MOST_DEPTH:
                break
        elif mark[0] in "]}":
            depth -= 1
    return deepest


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:  # also a number without end
        raise Unreadable(
            _(
                "Dit bestand is geen JSON of het is beschadigd. Kies een .json-bestand dat uit "
                "Partituur komt."
            )
        ) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _damaged()
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _same(written: Any, found: Any) -> bool:
    """Whether two pieces of data say the same, to the letter; 1 and true are not the same."""
    return json.dumps(written, sort_keys=True) == json.dumps(found, sort_keys=True)


# --- what a plan can say ------------------------------------------------------------------------


def _problems(plan: PlanShot) -> Iterator[str]:
    """What a plan cannot say, in words."""
    for text in _strings(snapshot.to_data(plan)):
        if _UNPRINTABLE.search(text):
            yield _("er staan tekens in die geen tekst zijn")
    if not _is_year(plan.year):
        yield _("“{text}” is geen schooljaar").format(text=plan.year[:40])
    if plan.state not in STATES:
        yield _("“{text}” is geen stand van een plan").format(text=plan.state[:40])
    if plan.version < 0:
        yield _("het nummer van de versie is kleiner dan nul")
    yield from _format_problems(plan)
    for each in plan.principles:
        if not 0 <= each.greven <= 10:
            problem = _("{number} is geen nummer van een van de tien principes")
            yield problem.format(number=each.greven)
    for part in plan.parts:
        yield from _part_problems(plan, part)
    yield from _id_problems(plan)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _is_year(text: str) -> bool:
    match = _YEAR.fullmatch(text)
    return match is not None and int(match[2]) == int(match[1]) + 1


def _format_problems(plan: PlanShot) -> Iterator[str]:
    if _has_doubles([kind.key for kind in plan.format.kinds]):
        yield _("twee soorten delen hebben dezelfde sleutel")
    for kind in plan.format.kinds:
        keys = [each.key for each in kind.fields]
        together = [key for pair in kind.together for key in pair.keys]
        if _has_doubles(keys) or _has_doubles(together):
            yield _("twee velden van “{name}” hebben dezelfde sleutel").format(name=kind.label[:40])
        if not {*together, *filter(None, [kind.headline])} <= set(keys):
            yield _("“{name}” noemt een veld dat het niet heeft").format(name=kind.label[:40])
        if any(not pair.keys for pair in kind.together):
            yield _("“{name}” heeft een leeg paar velden").format(name=kind.label[:40])


def _part_problems(plan: PlanShot, part: PartShot) -> Iterator[str]:
    if part.emphasis not in EMPHASES:
        yield _("“{text}” is geen nadruk").format(text=part.emphasis[:40])
    if part.guidance not in GUIDANCES:
        yield _("“{text}” is geen vorm van begeleiding").format(text=part.guidance[:40])
    if part.withheld and part.goals:
        yield _("“{name}” is niet gedeeld en heeft toch doelen").format(name=part.heading[:40])
    for goal in part.goals:
        yield from _goal_problems(plan, goal)


def _goal_problems(plan: PlanShot, goal: GoalShot) -> Iterator[str]:
    known = {each.id for each in plan.vision}
    if not set(goal.vision) <= known:
        yield _("een doel verwijst naar een visie-uitspraak die er niet is")
    for text in goal.texts.values():
        yield from _text_problems(text)


def _text_problems(text: TextShot) -> Iterator[str]:
    if text.moment:
        try:
            moments.kept(text.moment)
        except Refusal:
            yield _("“{text}” is geen dag, week of maand").format(text=text.moment[:40])
    if text.hours and not _HOURS.fullmatch(text.hours):
        yield _("“{text}” is geen aantal uren").format(text=text.hours[:40])


def _id_problems(plan: PlanShot) -> Iterator[str]:
    goals = [goal.id for part in plan.parts for goal in part.goals]
    for ids in (
        [each.id for each in plan.vision],
        [each.id for each in plan.principles],
        [each.id for each in plan.parts],
        goals,
    ):
        if _has_doubles([id for id in ids if id]):
            yield _("twee delen van het plan hebben hetzelfde nummer")


def _has_doubles(keys: list[str]) -> bool:
    return len(set(keys)) != len(keys)

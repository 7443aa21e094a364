"""Many writers at once in one plan: no accepted word is lost, and nobody gets a broken page.

Each writer adds a word of their own to what they see, time after time, through the pages and over
a connection of their own; half the time in a field that others write in too. The control takes the
version check out, and then words are lost.
"""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from partituur.accounts.models import Person
from partituur.plans.actions import writing
from partituur.plans.models import Goal, Plan, Revision, Text
from partituur.schools.models import Membership

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

WRITERS, SAVES = 20, 100
SHARED = 3  # goals that all write in
LATEST = 600  # seconds; guards against hanging only


@dataclass
class Tally:
    """What one writer was told."""

    answers: Counter[int] = field(default_factory=Counter)
    accepted: list[tuple[int, str]] = field(default_factory=list)  # goal, word
    aside: list[tuple[int, str]] = field(default_factory=list)


@pytest.fixture
def writers(school: Any) -> list[Membership]:
    """IB'ers, who may all write in the goals of the school."""
    return [_coordinator(school, number) for number in range(WRITERS)]


@pytest.fixture
def goals(plan: Plan, writers: list[Membership]) -> list[Goal]:
    """A goal for each writer, and after these the ones that they share."""
    first = Goal.objects.get(part__plan=plan, part__kind="general")
    made = [
        Goal(school=plan.school, part=first.part, position=first.position + number + 1)
        for number in range(WRITERS + SHARED)
    ]
    return list(Goal.objects.bulk_create(made))


def test_no_word_is_lost_when_twenty_write_a_hundred_times(
    writers: list[Membership], goals: list[Goal]
) -> None:
    tallies = all_write(writers, goals, saves=SAVES)

    answers = sum((each.answers for each in tallies), Counter())
    assert sum(answers.values()) == WRITERS * SAVES
    assert set(answers) == {200, 409}  # so some did clash, and nothing broke
    assert lost(tallies) == []
    assert not_set_aside(tallies) == []


def test_words_are_lost_when_nobody_looks_at_versions(
    writers: list[Membership], goals: list[Goal], monkeypatch: pytest.MonkeyPatch
) -> None:
    save = writing.save

    def heedless(**given: Any) -> Any:
        text = Text.objects.filter(goal=given["line"], key=given["key"]).first()
        return save(**(given | {"base": text.version if text else 0}))

    monkeypatch.setattr(writing, "save", heedless)
    assert lost(all_write(writers, goals, saves=20)) != []


def test_a_save_that_is_sent_again_and_again_at_once_is_kept_once(
    writers: list[Membership], goals: list[Goal]
) -> None:
    goal, key = goals[0], uuid4()

    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda _time: _once(writers[0], goal, "Samen kijken.", 0, str(key)), range(8))
        )

    assert set(answers) == {200}
    assert Text.objects.get(goal=goal).version == 1
    assert Revision.objects.filter(text__goal=goal).count() == 1


# --- writing ------------------------------------------------------------------------------------


def all_write(writers: list[Membership], goals: list[Goal], *, saves: int) -> list[Tally]:
    """Let all write at once; what each of them was told."""
    with ThreadPoolExecutor(len(writers)) as pool:
        running = [
            pool.submit(_write, number, writer, goals, saves)
            for number, writer in enumerate(writers)
        ]
        return [each.result(timeout=LATEST) for each in running]


def _write(number: int, writer: Membership, goals: list[Goal], saves: int) -> Tally:
    tally, client, chance = Tally(), _client(writer), random.Random(number)
    try:
        for time in range(saves):
            own = chance.random() < 0.5
            goal = goals[number] if own else goals[WRITERS + chance.randrange(SHARED)]
            word = f"w{number}n{time}"
            text = Text.objects.filter(goal=goal, key="approach").first()
            seen, version = (text.body, text.version) if text else ("", 0)
            answer = _post(client, goal, f"{seen} {word}".strip(), version, str(uuid4()))
            tally.answers[answer] += 1
            told = {200: tally.accepted, 409: tally.aside}.get(answer)
            if told is not None:
                told.append((goal.pk, word))
    finally:
        connection.close()
    return tally


def lost(tallies: list[Tally]) -> list[str]:
    """Words that were accepted and stand nowhere: each writer built on what was there."""
    now = {text.goal_id: set(text.body.split()) for text in Text.objects.filter(key="approach")}
    return [
        word for each in tallies for goal, word in each.accepted if word not in now.get(goal, ())
    ]


def not_set_aside(tallies: list[Tally]) -> list[str]:
    """Late words that cannot be found back."""
    kept: dict[int, set[str]] = {}
    for revision in Revision.objects.filter(accepted=False).select_related("text"):
        kept.setdefault(revision.text.goal_id or 0, set()).update(revision.body.split())
    return [word for each in tallies for goal, word in each.aside if word not in kept.get(goal, ())]


def _once(writer: Membership, goal: Goal, words: str, version: int, key: str) -> int:
    try:
        return _post(_client(writer), goal, words, version, key)
    finally:
        connection.close()


def _post(client: Client, goal: Goal, words: str, version: int, key: str) -> int:
    path = f"/school/de-notenbalk/plan/2026-2027/doel/{goal.public_id}/approach/"
    data = {"approach": words, "approach.version": version, "save_key": key}
    return int(client.post(path, data, headers={"HX-Request": "true"}).status_code)


def _client(writer: Membership) -> Client:
    """A browser that is told about an error of the server instead of raising it."""
    client = Client(raise_request_exception=False)
    assert writer.person
    client.force_login(writer.person)
    return client


def _coordinator(school: Any, number: int) -> Membership:
    person = Person.objects.create_user(f"ib{number}@voorbeeld.test", name=f"Ib {number}")
    return Membership.objects.create(
        school=school, person=person, name=person.name, email=person.email, is_coordinator=True
    )

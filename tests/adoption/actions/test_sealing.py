"""Sealing: the plan as it is shared becomes a version, once, wholly or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction
from tests.adoption.making import agree

from partituur.adoption import queries, verifying
from partituur.adoption.models import PlanVersion, SealedText, VersionMember
from partituur.kernel import chain
from partituur.kernel.errors import Refusal
from partituur.kernel.models import LogEntry
from partituur.plans.models import Plan
from partituur.plans.snapshot import from_data, to_data


def test_a_sealed_plan_is_adopted_and_the_log_has_its_root(version: PlanVersion, plan: Any) -> None:
    plan.refresh_from_db()
    assert (plan.state, plan.version) == ("adopted", 1)
    entry = LogEntry.objects.get(act="plan.adopted")
    assert entry.facts == {"plan": str(plan.public_id), "version": 1, "root": version.root}
    assert queries.fingerprint(version) == f"v1-{version.root[:24]}"
    assert verifying.problems_of(version) == []
    assert verifying.problems_in(plan.school) == []


def test_what_is_shared_is_in_it_and_what_is_not_is_named_and_nothing_more(
    version: PlanVersion, parts: Any
) -> None:
    words = set(SealedText.objects.filter(version=version).values_list("body", flat=True))
    assert {"Aanpak van shared.", "Aanpak van general.", "Leraar Karin", "Samen."} <= words
    assert not any("van own" in (each or "") for each in words)
    for part in parts.values():
        part.refresh_from_db()
    assert {name: part.sealed_in for name, part in parts.items()} == {
        "shared": 1, "own": 0, "general": 1,
    }  # fmt: skip


def test_no_word_and_no_name_stands_in_the_structure(version: PlanVersion, teacher: Any) -> None:
    shape = json.dumps(version.structure, ensure_ascii=False)
    for word in (
        "Aanpak van",
        "Jesse",
        "Samen.",
        "Zo gaan we",
        "Mooi plan",
        str(teacher.public_id),
    ):
        assert word not in shape


def test_what_was_sealed_reads_back_to_the_letter(
    plan: Any, parts: Any, seal: Any, moment: datetime
) -> None:
    from partituur.plans import queries as plans

    before = to_data(plans.take(plan, member=None, day=moment.date(), only_shared=True))
    version = seal()
    after = to_data(queries.shot_of(version, None, moment.date()))
    assert after == from_data_again({**before, "state": "adopted", "version": 1})


def from_data_again(data: Any) -> Any:
    return to_data(from_data(data))


def test_the_decision_reads_back_as_it_was_given(version: PlanVersion, parts: Any) -> None:
    decision = queries.decision_of(version)
    assert decision["words"] == "Zo gaan we het doen."
    assert decision["points"][0]["counts"] == [3, 1]
    assert decision["points"][0]["part"] == str(parts["shared"].public_id)
    assert decision["present"][0]["name"] == "Jesse Bakker"


def test_who_agreed_at_that_moment_is_kept_for_the_partners(
    parts: Any, seal: Any, teacher: Any, coordinator: Any, leader: Any, moment: datetime
) -> None:
    agree(parts["shared"], teacher, is_subject=True, at=moment)
    version, id = seal(), str(parts["shared"].public_id)
    assert queries.agreed_of(version, teacher) == {id: ["Jesse Bakker"]}
    assert queries.agreed_of(version, coordinator) == {id: ["Jesse Bakker"]}
    assert queries.agreed_of(version, leader) == {}


def test_a_plan_is_adopted_once_and_adjusted_only_after(seal: Any) -> None:
    with pytest.raises(Refusal, match="Bijstellen kan pas"):
        seal(PlanVersion.Kind.ADJUSTED)
    seal()
    with pytest.raises(Refusal, match="al vastgesteld"):
        seal()
    second = seal(PlanVersion.Kind.ADJUSTED)
    assert second.number == 2
    assert verifying.problems_in(second.school) == []


def test_a_version_has_no_way_to_be_changed(version: PlanVersion) -> None:
    text = SealedText.objects.filter(version=version)[0]
    for row in (version, text, VersionMember.objects.filter(version=version)[0]):
        with pytest.raises(TypeError):
            row.save()
        with pytest.raises(TypeError):
            SealedText.objects.filter(pk=text.pk).update(body="x")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_seals(seal: Any, plan: Any) -> None:
    def once(_time: int) -> str:
        try:
            return f"version {seal().number}"
        except Refusal:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(once, range(4)))
    assert answers == ["refused", "refused", "refused", "version 1"]
    assert PlanVersion.objects.filter(plan=plan).count() == 1
    assert verifying.problems_in(plan.school) == []


# --- stopped halfway ------------------------------------------------------------------------------


class Stopped(Exception):
    """The machine went down."""


def state(plan: Any) -> tuple[Any, ...]:
    """All of the database that sealing touches."""
    return (
        Plan.objects.values_list("state", "version").get(pk=plan.pk),
        PlanVersion.objects.count(),
        SealedText.objects.count(),
        VersionMember.objects.count(),
        LogEntry.objects.filter(act="plan.adopted").count(),
        sorted(plan.parts.values_list("pk", "sealed_in")),
    )


def test_stopped_after_any_statement_it_is_wholly_before(seal: Any, plan: Any) -> None:
    before, after = state(plan), 0
    while True:
        left = after

        def stop(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            nonlocal left
            done = execute(sql, params, many, context)
            left -= 1
            if left < 0:
                raise Stopped
            return done

        try:
            with transaction.atomic(), connection.execute_wrapper(stop):
                seal()
        except Stopped:
            assert state(plan) == before
            after += 1
        else:
            break
    assert after > 15  # so many statements were tried
    assert state(plan)[:2] == (("adopted", 1), 1)


KILLED = textwrap.dedent("""
    import os, sys
    import django
    django.setup()
    from django.conf import settings
    from django.db import connection
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = sys.argv[1]
    from partituur.adoption.actions import sealing
    from partituur.plans.models import Plan
    from partituur.schools.models import Membership
    from django.utils import timezone
    plan = Plan.objects.select_related("school", "year").get(pk=int(sys.argv[2]))
    team = list(Membership.objects.filter(school=plan.school))
    left = int(sys.argv[3])

    def stop(execute, sql, params, many, context):
        global left
        done = execute(sql, params, many, context)
        left -= 1
        if left < 0:
            os._exit(9)
        return done

    with connection.execute_wrapper(stop):
        sealing.seal(plan=plan, kind="adopted", decision={"words": "Ja."}, members=team,
                     present=set(), by=team[0], at=timezone.now())
""")


def killed_after(plan: Any, statement: int) -> int:
    """Seal in a process of its own that ends at once after so many statements; its exit code."""
    settings = connection.settings_dict
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(settings["NAME"]), str(plan.pk), str(statement)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "partituur.config.settings"},
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 9), done.stderr.decode()
    return done.returncode


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_the_database_is_wholly_before_or_after(
    parts: Any, plan: Any, leader: Any
) -> None:
    before = state(plan)
    for statement in (0, 3, 9, 14):
        assert killed_after(plan, statement) == 9
        assert state(plan) == before
    assert killed_after(plan, 1000) == 0
    assert state(plan)[:2] == (("adopted", 1), 1)
    assert verifying.problems_in(plan.school) == []
    assert chain.verify(plan.school.public_id) is None

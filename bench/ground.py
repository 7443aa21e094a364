"""The ground on which is measured: a scratch school in a file, with the settings of a real one.

Every ratio comes from one process: the two sides are run by turns, and the median of each is kept,
so that a busy machine slows both.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from partituur.plans.models import Plan
    from partituur.schools.models import Membership


def prepare() -> None:
    """Point everything at a scratch folder, and make an empty database in it."""
    folder = tempfile.mkdtemp(prefix="partituur-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in [each for each in os.environ if each.startswith("PARTITUUR_")]:
        del os.environ[name]
    os.environ["PARTITUUR_MODE"] = "demo"  # templates cached, no debugging, as in production
    os.environ["PARTITUUR_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "partituur.config.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ROOT_URLCONF = "bench.urls"
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def school_with_plan(parts: int, seed: int) -> tuple[Plan, Membership]:
    """A school of its own with a plan of ``parts`` parts × 8 fields, and its IB'er."""
    from django.utils import timezone

    from bench import plans
    from partituur.accounts.models import Person
    from partituur.plans.actions import importing, starting
    from partituur.schools.models import Membership, School

    now = timezone.localtime()
    school = School.objects.create(name=f"Meetschool {seed}", slug=f"meet-{seed}", region="middle")
    person = Person.objects.create_user(f"ib{seed}@voorbeeld.test", name="Ib")
    member = Membership.objects.create(
        school=school, person=person, name="Ib", is_coordinator=True, is_teacher=True
    )
    plan = starting.start(school=school, start_year=2026, at=now)
    shot = plans.plan(parts, seed=seed)
    importing.bring_in(plan=plan, shot=shot, file_name="meting", by=member, at=now, partner=member)
    return plan, member


def client_of(member: Membership) -> Client:
    """A signed-in client that keeps its connection, as a server's thread does."""
    from django.test import Client

    client = Client()
    assert member.person
    client.force_login(member.person)
    return client


def by_turns(sides: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each side in seconds, run by turns after two rounds to warm up."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 2):
        for name, act in sides.items():
            gc.collect() if number < 2 else None
            began = time.perf_counter()
            act()
            if number >= 2:
                times[name].append(time.perf_counter() - began)
    return {name: statistics.median(each) for name, each in times.items()}


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"

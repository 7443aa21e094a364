"""What every test stands on: a scratch folder, a school with its people, a stopped clock.

The environment is set before Django reads its settings, so that no test can touch the data of
whoever runs it. ``PARTITUUR_TEST_SCRATCH``, ``PARTITUUR_TEST_DATABASE`` (an address of a PostgreSQL
that may be filled and emptied), ``PARTITUUR_TEST_BROWSER`` and ``PARTITUUR_TEST_SEARCH`` (look for
new examples) come from ``tests/run.py``.
"""

from __future__ import annotations

import atexit
import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

# No test measures time: a busy machine is no failure. Big plans are slow to draw, and are meant.
# The same code has the same examples each time, so that what is red was made red by a change; the
# long forms look for new ones.
_SEARCHING = bool(os.environ.get("PARTITUUR_TEST_SEARCH"))
settings.register_profile(
    "partituur",
    deadline=None,
    derandomize=not _SEARCHING,
    max_examples=1000 if _SEARCHING else 100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("partituur")


def _scratch() -> Path:
    """A folder for this run; the processes of one run (pytest-xdist) share it."""
    if given := os.environ.get("PARTITUUR_TEST_SCRATCH"):
        return Path(given)
    made = tempfile.mkdtemp(prefix="partituur-test-")
    os.environ["PARTITUUR_TEST_SCRATCH"] = made
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


def _prepare_environment() -> None:
    scratch = _scratch()
    for name in [each for each in os.environ if each.startswith("PARTITUUR_")]:
        if not name.startswith("PARTITUUR_TEST_"):
            del os.environ[name]
    os.environ["PARTITUUR_MODE"] = "test"
    os.environ["PARTITUUR_DATA"] = str(scratch / "data")
    if database := os.environ.get("PARTITUUR_TEST_DATABASE"):
        os.environ["PARTITUUR_DATABASE"] = database
    (scratch / "data" / "static").mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "partituur.config.settings"


_prepare_environment()

from django.test import Client  # noqa: E402 - only now that the environment is ours

# --- which tests run --------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Read the settings, so that pytest-django finds them read and sets Django up."""
    from django.conf import settings

    assert settings.MODE == "test"


_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="only the tests that touch a database (for the run on PostgreSQL)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long forms, unless they are asked for, and what has no database."""
    long_too = "endurance" in (config.option.markexpr or "")
    only_database = config.getoption("--only-database")
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("examples")
        wanted = (long_too or not item.get_closest_marker("endurance")) and (
            not only_database or _touches_database(item)
        )
        (kept if wanted else left_out).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


def _touches_database(item: pytest.Item) -> bool:
    from django.test import TransactionTestCase

    cls = getattr(item, "cls", None)
    return bool(
        item.get_closest_marker("django_db")
        or _DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        or (cls and issubclass(cls, TransactionTestCase))
    )


# --- walls ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite in a file, as in a school: threads and processes each have their own connection."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        file = _scratch() / f"test{worker}-{os.getpid()}.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(file)


class OutsideTheMachine(Exception):
    """A test tried to reach something that is not on this machine."""


@pytest.fixture(scope="session", autouse=True)
def _closed_network() -> Iterator[None]:
    """Nothing leaves the machine: a connection to elsewhere fails the test that makes it."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        _must_be_here(self, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _must_be_here(self, address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _is_here(host):
            raise OutsideTheMachine(f"a test looked up {host}")
        return look_up(host, *args, **kwargs)

    patch.setattr(socket.socket, "connect", guarded)
    patch.setattr(socket.socket, "connect_ex", guarded_ex)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    patch.undo()


def _must_be_here(made: socket.socket, address: Any) -> None:
    if made.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise OutsideTheMachine(f"a test connected to {address[0]}")


def _is_here(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class UndefinedVariable(Exception):
    """A template used a variable that the view did not give it."""


class _Undefined(str):
    """Django's ``string_if_invalid``: it is asked whether it holds "%s", and then filled in."""

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        raise UndefinedVariable(f"the template knows no “{variable}”")


@pytest.fixture(scope="session", autouse=True)
def _no_undefined_variables() -> Iterator[None]:
    """An undefined template variable fails the test, also behind a ``default`` filter."""
    from django.template import engines

    engine = engines["django"].engine  # type: ignore[attr-defined]
    before, engine.string_if_invalid = engine.string_if_invalid, _Undefined("%s")
    yield
    engine.string_if_invalid = before


# --- time -------------------------------------------------------------------------------------


@pytest.fixture
def moment() -> datetime:
    """The moment it is in every test: Tuesday 8 September 2026, ten o'clock."""
    return datetime(2026, 9, 8, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def _stopped_clock(
    request: pytest.FixtureRequest, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that read the clock read ``moment``; the marker ``real_clock`` lets it run."""
    if not request.node.get_closest_marker("real_clock"):
        monkeypatch.setattr("partituur.kernel.clock.now", lambda: moment)


# --- a school and its people ------------------------------------------------------------------
# Kept plain on purpose: rows, not actions, so that a broken action fails its own tests only.


@pytest.fixture
def school(db: None) -> Any:
    """Basisschool De Notenbalk."""
    from partituur.schools.models import School

    return School.objects.create(
        name="Basisschool De Notenbalk", slug="de-notenbalk", brin="12AB", region="middle"
    )


@pytest.fixture
def year(school: Any) -> Any:
    """The school year 2026-2027."""
    from partituur.schools.models import SchoolYear

    return SchoolYear.objects.create(school=school, start=2026)


@pytest.fixture
def plan(school: Any, year: Any, moment: datetime) -> Any:
    """The plan of 2026-2027, a concept with empty general goals and an empty school team."""
    from partituur.plans.actions import starting

    return starting.start(school=school, start_year=year.start, at=moment)


def _member(school: Any, name: str, **fields: Any) -> Any:
    """A member with an account, whose address is made of the name."""
    from partituur.accounts.models import Person
    from partituur.schools.models import Membership

    email = name.lower().replace(" ", ".") + "@voorbeeld.test"
    person = Person(email=email, name=name)
    person.set_unusable_password()
    person.save()
    return Membership.objects.create(school=school, person=person, name=name, email=email, **fields)


@pytest.fixture
def coordinator(school: Any) -> Any:
    """The intern begeleider."""
    return _member(school, "Marieke de Vries", is_coordinator=True)


@pytest.fixture
def second_coordinator(school: Any) -> Any:
    """Another intern begeleider of the same school."""
    return _member(school, "Femke Postma", is_coordinator=True)


@pytest.fixture
def teacher(school: Any) -> Any:
    """A teacher of group 5."""
    return _member(school, "Jesse Bakker", is_teacher=True, note="groep 5")


@pytest.fixture
def other_teacher(school: Any) -> Any:
    """A teacher of group 7."""
    return _member(school, "Karin Smit", is_teacher=True, note="groep 7")


@pytest.fixture
def leader(school: Any) -> Any:
    """The school leader."""
    return _member(school, "Peter Hendriks", is_leader=True)


@pytest.fixture
def stranger(db: None) -> Any:
    """The intern begeleider of another school, where she may do everything."""
    from partituur.schools.models import School

    other = School.objects.create(name="De Fermate", slug="de-fermate", region="south")
    return _member(other, "Vera Vreemd", is_coordinator=True, is_teacher=True, is_leader=True)


@pytest.fixture
def client_of() -> Callable[[Any], Client]:
    """``client_of(member)``: a browser without a screen in which that member is signed in."""

    def signed_in(member: Any) -> Client:
        client = Client()
        client.force_login(member.person)
        return client

    return signed_in

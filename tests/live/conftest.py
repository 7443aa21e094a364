"""Two real servers on the test's database, as a board runs them on two machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.live.listening import Page
from tests.serving import on_test_database, served


@dataclass(frozen=True)
class Servers:
    """Their ports, and a page that listens at either."""

    ports: tuple[int, int]


@pytest.fixture(scope="module")
def servers(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[Servers]:
    """Each with a process per core; all in one database."""
    with ExitStack() as stack:
        ports = []
        for number in range(2):
            folder: Path = tmp_path_factory.mktemp(f"server{number}")
            with django_db_blocker.unblock():
                settings = on_test_database(folder)
            ports.append(stack.enter_context(served("serve", settings))[1])
        yield Servers((ports[0], ports[1]))


@pytest.fixture
def listen(servers: Servers) -> Iterator[Callable[..., Page]]:
    """``listen(address, server=0)``: a page that listens until the test ends."""
    made: list[Page] = []

    def opened(address: str, server: int = 0) -> Page:
        made.append(Page(servers.ports[server], address))
        return made[-1]

    yield opened
    for each in made:
        with suppress(OSError):
            each.close()

"""The channel between real processes: what is told in one is heard by the pages of all."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable

import pytest
from django.core import signing
from django.db import connection, transaction
from tests.live.conftest import Servers
from tests.live.listening import PATIENCE, Page

from partituur.live import telling, tickets
from partituur.live.models import Signal

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.real_clock]

Listen = Callable[..., Page]


def test_what_is_told_is_heard_at_every_server(listen: Listen) -> None:
    pages = [listen(tickets.address(["meeting:1"]), number % 2) for number in range(8)]

    telling.tell("meeting:1", "7")

    for page in pages:
        page.wait_for("meeting:1", "7")


def test_a_page_hears_only_the_topics_of_its_ticket(listen: Listen) -> None:
    mine, other = listen(tickets.address(["plan:a", "part:b"])), listen(tickets.address(["plan:c"]))

    telling.tell("plan:c", "1")
    telling.tell_all(["plan:a", "part:b"], "2")
    telling.tell("plan:c", "3")

    mine.wait_for("part:b", "2")
    other.wait_for("plan:c", "3")
    assert [each for each in mine.heard if each[0]] == [("plan:a", "2"), ("part:b", "2")]
    assert [each for each in other.heard if each[0]] == [("plan:c", "1"), ("plan:c", "3")]


def test_nothing_is_heard_before_the_commit_and_nothing_of_what_is_rolled_back(
    listen: Listen,
) -> None:
    page = listen(tickets.address(["plan:a"]))

    with transaction.atomic():
        telling.tell("plan:a", "rolled back")
        transaction.set_rollback(True)
    with transaction.atomic():
        telling.tell("plan:a", "held")
        time.sleep(0.5)
        assert ("plan:a", "held") not in page.heard

    page.wait_for("plan:a", "held")
    assert ("plan:a", "rolled back") not in page.heard


def test_who_comes_back_is_told_to_ask_again_or_misses_nothing_from_then_on(
    listen: Listen,
) -> None:
    address = tickets.address(["plan:a"])
    listen(address).close()
    telling.tell("plan:a", "missed")

    again = listen(address)
    telling.tell("plan:a", "after")

    again.wait_for("plan:a", "after")


def test_a_lost_line_to_the_database_is_taken_up_again(listen: Listen) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("a file has no line")
    page = listen(tickets.address(["plan:a"]))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE query LIKE 'LISTEN%%' AND pid <> pg_backend_pid()"
        )
        assert cursor.fetchall()

    page.wait_for("", "")  # ask again: something may have been missed
    telling.tell("plan:a", "after")
    page.wait_for("plan:a", "after")


def test_signals_do_not_stay_in_the_database() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps none")
    from partituur.live import through_sqlite

    way = through_sqlite.ThroughSqlite()
    way.tell(("plan:a",), "old")
    Signal.objects.update(at="2020-01-01T00:00:00Z")
    through_sqlite.ThroughSqlite().tell(("plan:a",), "new")

    assert [each.about for each in Signal.objects.all()] == ["new"]


# --- tickets ------------------------------------------------------------------------------------


def _forged() -> dict[str, str]:
    good = tickets.address(["plan:a"])
    ended = signing.Signer(salt="partituur.live").sign(f"{int(time.time()) - 1}.x")
    return {
        "none": "/live/",
        "empty": "/live/?ticket=",
        "other topics": good.replace("ticket=", "ticket=9", 1),
        "another end": good.replace("ticket=1", "ticket=2", 1),
        "another salt": "/live/?ticket=" + signing.Signer(salt="other").sign("9999999999.x"),
        "ended": f"/live/?ticket={ended}",
    }


@pytest.mark.parametrize("kind", list(_forged()))
def test_without_a_good_ticket_nothing_is_heard(servers: Servers, kind: str) -> None:
    assert _status(servers, _forged()[kind]) == 403


def test_the_channel_is_asked_in_one_way_at_one_address(servers: Servers) -> None:
    address = tickets.address(["plan:a"])
    assert _status(servers, address, "POST") == 405
    assert _status(servers, address, "HEAD") == 405
    assert _status(servers, address.replace("/live/", "/live/x/")) == 404


def test_a_stream_ends_with_its_ticket_and_says_so(
    listen: Listen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tickets, "LASTS", 2)
    page = listen(tickets.address(["plan:a"]))

    page.wait(lambda: page.said_end)


def test_a_stream_carries_the_headers_of_every_page_and_is_not_buffered(listen: Listen) -> None:
    head = listen(tickets.address(["plan:a"])).head.decode()

    assert "content-type: text/event-stream" in head
    assert "cache-control: no-store" in head
    assert "x-accel-buffering: no" in head
    assert "default-src 'none'" in head
    for name in ("x-frame-options", "x-content-type-options", "referrer-policy",
                 "permissions-policy", "cross-origin-resource-policy",
                 "cross-origin-opener-policy"):  # fmt: skip
        assert f"{name}: " in head


def _status(servers: Servers, address: str, method: str = "GET") -> int:
    made = http.client.HTTPConnection("127.0.0.1", servers.ports[0], timeout=PATIENCE)
    try:
        made.request(method, address)
        return made.getresponse().status
    finally:
        made.close()

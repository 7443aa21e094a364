"""What a first visit to the sheet weighs over the wire: on a phone with a slow line it counts.

Measured by the browser, from the server as a school runs it, with nothing kept from before. Sizes
do not depend on the machine, so they can be held to.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.serving import served

pytestmark = pytest.mark.browser

MOST, MOST_SCRIPT = 200_000, 40_000  # bytes


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The address of a demo of its own."""
    with served("demo", {"PARTITUUR_DATA": str(tmp_path)}) as (_process, port):
        yield f"http://127.0.0.1:{port}"


def test_a_first_visit_to_the_sheet_is_light_and_asks_no_other_host(
    demo: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    signing_in = context.request.get(f"{demo}/demo/").text()
    token = signing_in.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    member = signing_in.split('name="member" value="')[1].split('"')[0]
    context.request.post(
        f"{demo}/demo/kijk-als/",
        form={"csrfmiddlewaretoken": token, "member": member},
        headers={"Referer": demo},
    )
    page = context.new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    asked: dict[str, str] = {}
    kinds: dict[str, str] = {}
    weights: dict[str, int] = {}
    network.on("Network.requestWillBeSent", lambda each: _note(asked, each, each["request"]["url"]))
    network.on("Network.responseReceived", lambda each: _note(kinds, each, each["type"]))
    network.on(
        "Network.loadingFinished",
        lambda each: weights.update({each["requestId"]: int(each["encodedDataLength"])}),
    )
    page.goto(f"{demo}/school/de-notenbalk/plan/2026-2027/", wait_until="networkidle")

    by_kind: dict[str, int] = {}
    for request, weight in weights.items():
        kind = kinds.get(request, "Other")
        by_kind[kind] = by_kind.get(kind, 0) + weight
    context.close()
    assert {"Document", "Stylesheet", "Script", "Font"} <= set(by_kind)
    assert all(url.startswith((demo, "data:")) for url in asked.values())
    assert by_kind["Script"] <= MOST_SCRIPT, by_kind
    assert sum(by_kind.values()) <= MOST, by_kind
    print(by_kind, sum(by_kind.values()))  # noqa: T201 - shown with -s, for docs/performance.md


def _note(where: dict[str, str], event: dict[str, Any], what: str) -> None:
    where[event["requestId"]] = what

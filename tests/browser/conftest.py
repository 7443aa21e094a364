"""A real browser on a real server. A page that complains fails its test.

Each test has a browser context of its own. Errors on the console, uncaught errors in a script and
requests to other hosts are complaints; a test that means to provoke one says so with
``complaints.expect("409")``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright
from tests.browser import chromium

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's own loop runs in the test's thread


@dataclass(slots=True)
class Complaints:
    """What the pages of a test complained about, but for what the test expects."""

    heard: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Do not fail on complaints that match this regular expression."""
        self.expected.append(pattern)

    def hear(self, words: str, kind: str = "error") -> None:
        """Note a message; of what goes to the console only errors are complaints."""
        if kind == "error":
            self.heard.append(words)

    @property
    def left(self) -> list[str]:
        return [
            words
            for words in self.heard
            if not any(re.search(pattern, words) for pattern in self.expected)
        ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    path = chromium.find_or_fetch()
    if path is None:
        pytest.exit(chromium.NOT_FOUND, returncode=1)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def live(live_server: Any) -> str:
    """The address of a server on the test's own database, without a slash at its end."""
    return str(live_server.url)


@pytest.fixture
def has_channel() -> bool:
    """Whether the server has the live channel; to a page it is a line that does not open."""
    return False


@pytest.fixture
def complaints() -> Complaints:
    """What the pages of this test complain about."""
    return Complaints()


@pytest.fixture
def new_page(
    browser: Browser, live: str, has_channel: bool, complaints: Complaints
) -> Iterator[Callable[..., Page]]:
    """``new_page(**options)``: a page in a context of its own, for a second person or device.

    Options are those of Playwright's ``Browser.new_context``: viewport, color_scheme, locale …
    """
    contexts = []

    def made(**options: Any) -> Page:
        context = browser.new_context(base_url=live, locale="nl-NL", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.route("**/*", lambda route: _only_here(route, live, complaints))
        if not has_channel:
            context.route("**/live/*", lambda _route: None)
        page = context.new_page()
        page.on(
            "console", lambda said: complaints.hear(said.text) if said.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.hear(f"uncaught: {error}"))
        return page

    yield made
    for context in contexts:
        context.close()
    assert not complaints.left, "\n".join(complaints.left)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page of 1280 by 800."""
    return new_page(viewport={"width": 1280, "height": 800})


@pytest.fixture
def sign_in(live: str) -> Callable[[Page, Any], None]:
    """``sign_in(page, member)``: give the page's context a session of that member."""

    def signed_in(page: Page, member: Any) -> None:
        from django.conf import settings
        from django.test import Client

        client = Client()
        client.force_login(member.person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live}]
        )

    return signed_in


def _only_here(route: Route, live: str, complaints: Complaints) -> None:
    address = urlsplit(route.request.url)
    if address.scheme in ("data", "blob", "about") or address.netloc == urlsplit(live).netloc:
        route.continue_()
        return
    complaints.hear(f"asked another host: {route.request.url}")
    route.abort()

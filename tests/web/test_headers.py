"""What every answer carries, from a server as a school runs it: files, redirects and errors too."""

from __future__ import annotations

import http.client
import secrets
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from tests.serving import PATIENCE, PROGRAM, environment, served

SECURE = {"X-Forwarded-Proto": "https", "Host": "plan.school.test"}
POLICY = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Server:
    port: int

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=SECURE | headers)
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def production(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Partituur as a school runs it, behind a server that does the HTTPS."""
    settings = {
        "PARTITUUR_MODE": "production",
        "PARTITUUR_DATA": str(tmp_path_factory.mktemp("production")),
        "PARTITUUR_SECRET_KEY": secrets.token_urlsafe(50),
        "PARTITUUR_HOSTS": "plan.school.test",
        "PARTITUUR_BEHIND_PROXY": "1",
        "PARTITUUR_SMTP": "smtp+plain://127.0.0.1:9",
    }
    subprocess.run(
        [*PROGRAM, "migrate"], env=environment(**settings), check=True, capture_output=True
    )
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment(**settings, DJANGO_SETTINGS_MODULE="partituur.config.settings"),
        cwd=Path(__file__).parents[2], capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    with served("serve", settings) as (_process, port):
        yield Server(port)


def a_file(server: Server) -> str:
    """The address of a static file that the page names."""
    page = server.ask("/inloggen/").body.decode()
    return page.split('rel="stylesheet" href="')[1].split('"')[0]


KINDS = {
    "a page": lambda server: server.ask("/inloggen/"),
    "a redirect": lambda server: server.ask("/"),
    "a file": lambda server: server.ask(a_file(server)),
    "what is not there": lambda server: server.ask("/bestaat-niet/"),
    "a school of others": lambda server: server.ask("/school/de-buren/plan/"),
    "a forged request": lambda server: server.ask("/inloggen/", "POST"),
    "another name": lambda server: server.ask("/inloggen/", Host="elders.test"),
    "without HTTPS": lambda server: server.ask("/inloggen/", **{"X-Forwarded-Proto": "http"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_has_the_same_headers(production: Server, kind: str) -> None:
    headers = KINDS[kind](production).headers
    policy = dict(
        each.strip().partition(" ")[::2] for each in headers["Content-Security-Policy"].split(";")
    )
    assert {key: policy[key] for key in POLICY} == POLICY
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers or "/" not in headers["Server"]  # no version


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "without HTTPS"])
def test_a_browser_that_came_once_comes_by_https_for_a_year(production: Server, kind: str) -> None:
    told = KINDS[kind](production).headers["Strict-Transport-Security"]
    assert told == "max-age=31536000; includeSubDomains; preload"


def test_cookies_are_of_this_host_alone_and_out_of_reach_of_scripts(production: Server) -> None:
    cookies: SimpleCookie = SimpleCookie()
    for each in production.ask("/inloggen/").headers.get_all("Set-Cookie") or []:
        cookies.load(each)
    assert set(cookies) == {"__Host-csrf"}
    for cookie in cookies.values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]


def test_pages_are_not_kept_and_files_are(production: Server) -> None:
    assert "no-store" in production.ask("/inloggen/").headers["Cache-Control"]
    assert "max-age" in production.ask(a_file(production)).headers["Cache-Control"]


def test_the_rules_of_the_observatory_give_135_or_more(production: Server) -> None:
    assert observatory(production.ask("/inloggen/").headers) >= 135


def observatory(headers: http.client.HTTPMessage) -> int:
    """The score by the published rules of the Mozilla HTTP Observatory, said in our own words.

    A page begins with 100; what fails takes points off, and what goes further adds some. Preloading
    is in a list of the browsers' makers, and is not counted here.
    """
    score = 100
    policy = headers["Content-Security-Policy"] or ""
    if not policy or "unsafe" in policy:
        score -= 20
    elif "default-src 'none'" in policy:
        score += 10
    cookies = headers.get_all("Set-Cookie") or []
    if any("Secure" not in each or "HttpOnly" not in each for each in cookies):
        score -= 20
    elif cookies and all("SameSite" in each for each in cookies):
        score += 5
    if "max-age=31536000" not in (headers["Strict-Transport-Security"] or ""):
        score -= 20
    score += 5 if headers["Referrer-Policy"] in ("no-referrer", "same-origin") else 0
    score -= 0 if headers["X-Content-Type-Options"] == "nosniff" else 5
    score += 5 if "frame-ancestors" in policy else -20
    score += 10 if headers["Cross-Origin-Resource-Policy"] == "same-origin" else 0
    score -= 50 if headers["Access-Control-Allow-Origin"] == "*" else 0
    return score


def test_a_header_that_is_missing_costs_points(production: Server) -> None:
    headers = production.ask("/inloggen/").headers
    del headers["Content-Security-Policy"]
    assert observatory(headers) < 135

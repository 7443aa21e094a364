"""Finds a Chromium, and fetches one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
NOT_FOUND = (
    "No browser: install chromium (on Debian: apt-get install chromium), or put the path of one in "
    "PARTITUUR_TEST_BROWSER."
)
LONGEST = 900  # seconds for fetching one


def find() -> str | None:
    """The path of a browser that is here already."""
    given = os.environ.get("PARTITUUR_TEST_BROWSER")
    found = (shutil.which(name) for name in ((given,) if given else NAMES))
    return next((each for each in found if each), None) or (None if given else _playwrights_own())


def find_or_fetch() -> str | None:
    """The path of a browser; one is installed where there is none. None when that fails."""
    return find() or (_from_debian() and find()) or (_from_playwright() and find()) or None


def _playwrights_own() -> str | None:
    """The browser that ``playwright install`` put here, when it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def _from_debian() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"]
    return _runs(install, environment) or (
        _runs(["apt-get", "update", "-q"], environment) and _runs(install, environment)
    )


def _from_playwright() -> bool:
    return _runs([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _runs(command: list[str], environment: dict[str, str]) -> bool:
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=LONGEST)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

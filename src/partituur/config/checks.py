"""System checks: settings that cannot be meant. Each has an id, a sentence and a way out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db import connections

WAL_IS_SAFE_FROM = (3, 51, 3)  # below it the WAL-reset bug can corrupt a file


@register
def demo_clock_only_in_a_demo(**_kwargs: Any) -> list[CheckMessage]:
    """A school's real plan must not stand on a made-up day."""
    if settings.IS_PRODUCTION and settings.DEMO_DAY:
        return [
            Error(
                "The demo clock is set in production.",
                hint="Remove PARTITUUR_DEMO_DAY, or set PARTITUUR_MODE=demo.",
                id="partituur.E001",
            )
        ]
    return []


@register
def secret_key_is_secret(**_kwargs: Any) -> list[CheckMessage]:
    if settings.IS_PRODUCTION and len(settings.SECRET_KEY) < 50:
        return [
            Error(
                "There is no secret key, or it is too short.",
                hint="Set PARTITUUR_SECRET_KEY to 50 random characters or more.",
                id="partituur.E002",
            )
        ]
    return []


@register
def hosts_are_named(**_kwargs: Any) -> list[CheckMessage]:
    if settings.IS_PRODUCTION and (not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS):
        return [
            Error(
                "It is not said at which address the school finds Partituur.",
                hint="Set PARTITUUR_HOSTS to that name, for example plan.school.nl.",
                id="partituur.E003",
            )
        ]
    return []


@register
def mail_can_leave(**_kwargs: Any) -> list[CheckMessage]:
    """Without a mail server nobody gets a code or an invitation."""
    if settings.IS_PRODUCTION and not settings.HAS_MAIL_SERVER:
        return [
            Warning(
                "There is no mail server: no codes, no invitations, no weekly mail.",
                hint="Set PARTITUUR_SMTP to smtp://user:password@host:587.",
                id="partituur.W001",
            )
        ]
    return []


@register("database")
def journal_is_safe(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """SQLite's write-ahead log can corrupt a file below 3.51.3."""
    errors: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor != "sqlite":
            continue
        with connection.cursor() as cursor:
            mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        if mode == "wal" and settings.SQLITE_VERSION < WAL_IS_SAFE_FROM:
            errors.append(
                Error(
                    "This SQLite can corrupt a database in WAL mode.",
                    hint="Use SQLite 3.51.3 or newer, or journal_mode=DELETE.",
                    id="partituur.E004",
                )
            )
    return errors

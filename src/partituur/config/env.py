"""Reads settings from the environment, and says which variable is wrong."""

from __future__ import annotations

import os
from datetime import date

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if value in ("1", "true", "yes", "ja"):
        return True
    if value in ("0", "false", "no", "nee"):
        return False
    if value:
        raise ImproperlyConfigured(f"{name} is “{value}”; write 1 or 0.")
    return default


def words(name: str) -> list[str]:
    return [each.strip() for each in text(name).split(",") if each.strip()]


def day(name: str) -> date | None:
    value = text(name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise ImproperlyConfigured(f"{name} is “{value}”; write a date as 2026-09-08.") from None

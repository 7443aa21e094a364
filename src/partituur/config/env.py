"""Reads settings from the environment, and says which variable is wrong."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

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


def mail_server(name: str) -> dict[str, Any]:
    """Django's settings for a mail server written as smtp://user:password@host:587.

    smtp asks for encryption on the way (STARTTLS), smtps begins with it; smtp+plain has none, for a
    server on the same machine. Nothing when the variable is empty.
    """
    value = text(name)
    if not value:
        return {}
    try:
        found = urlsplit(value)
        port = found.port
    except ValueError:
        found, port = urlsplit(""), None
    if found.scheme not in ("smtp", "smtps", "smtp+plain") or not found.hostname:
        raise ImproperlyConfigured(f"{name} is no mail server; write smtp://user:password@host:587")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": found.hostname,
        "EMAIL_PORT": port or (465 if found.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(found.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(found.password or ""),
        "EMAIL_USE_SSL": found.scheme == "smtps",
        "EMAIL_USE_TLS": found.scheme == "smtp",
    }


def sign_in_services() -> list[dict[str, Any]]:
    """The services through which everybody here can sign in, as web.signing_in.services reads them.

    A service is there when its first variable is filled in.
    """
    found: list[dict[str, Any]] = []
    if tenant := text("PARTITUUR_ENTRA_TENANT"):
        found.append({
            "key": "entra", "kind": "entra", "name": text("PARTITUUR_ENTRA_NAME", "Microsoft"),
            "issuer": f"https://login.microsoftonline.com/{tenant}/v2.0",
            "client": text("PARTITUUR_ENTRA_CLIENT"), "secret": text("PARTITUUR_ENTRA_SECRET"),
            "has_second_step": flag("PARTITUUR_ENTRA_SECOND_STEP"),
        })  # fmt: skip
    if client := text("PARTITUUR_GOOGLE_CLIENT"):
        found.append({
            "key": "google", "kind": "google", "name": text("PARTITUUR_GOOGLE_NAME", "Google"),
            "issuer": "https://accounts.google.com", "client": client,
            "secret": text("PARTITUUR_GOOGLE_SECRET"),
            "has_second_step": flag("PARTITUUR_GOOGLE_SECOND_STEP"),
        })  # fmt: skip
    if issuer := text("PARTITUUR_ENTREE_ISSUER"):
        found.append({
            "key": "entree", "kind": "entree", "name": "Entree Federatie", "issuer": issuer,
            "client": text("PARTITUUR_ENTREE_CLIENT"), "secret": text("PARTITUUR_ENTREE_SECRET"),
            "checks_brin": True,
        })  # fmt: skip
    if issuer := text("PARTITUUR_OIDC_ISSUER"):
        found.append({
            "key": "oidc", "kind": "oidc", "name": text("PARTITUUR_OIDC_NAME", "Schoolaccount"),
            "issuer": issuer, "client": text("PARTITUUR_OIDC_CLIENT"),
            "secret": text("PARTITUUR_OIDC_SECRET"), "checks_brin": flag("PARTITUUR_OIDC_BRIN"),
            "has_second_step": flag("PARTITUUR_OIDC_SECOND_STEP"),
        })  # fmt: skip
    if path := text("PARTITUUR_SAML_METADATA"):
        found.append({
            "key": "saml", "kind": "saml", "name": text("PARTITUUR_SAML_NAME", "Schoolaccount"),
            "metadata": _file("PARTITUUR_SAML_METADATA", path),
            "checks_brin": flag("PARTITUUR_SAML_BRIN"),
            "has_second_step": flag("PARTITUUR_SAML_SECOND_STEP"),
        })  # fmt: skip
    return found


def _file(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as wrong:
        raise ImproperlyConfigured(f"{name}: {path} cannot be read ({wrong.strerror}).") from None

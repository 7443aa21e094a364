"""Settings from the environment: what is written wrong is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from partituur.config import checks, env


@pytest.mark.parametrize(
    ("written", "host", "port", "tls", "ssl"),
    [
        ("smtp://jan:ge%40heim@mail.school.nl:2525", "mail.school.nl", 2525, True, False),
        ("smtp://mail.school.nl", "mail.school.nl", 587, True, False),
        ("smtps://mail.school.nl", "mail.school.nl", 465, False, True),
        ("smtp+plain://localhost:25", "localhost", 25, False, False),
    ],
)
def test_a_mail_server_is_one_address(
    monkeypatch: pytest.MonkeyPatch, written: str, host: str, port: int, tls: bool, ssl: bool
) -> None:
    monkeypatch.setenv("PARTITUUR_SMTP", written)
    found = env.mail_server("PARTITUUR_SMTP")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    if "jan" in written:
        assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("jan", "ge@heim")


@pytest.mark.parametrize("written", ["mail.school.nl", "http://x", "smtp://", "smtp://x:abc"])
def test_what_is_no_mail_server_is_named(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("PARTITUUR_SMTP", written)
    with pytest.raises(ImproperlyConfigured, match="PARTITUUR_SMTP"):
        env.mail_server("PARTITUUR_SMTP")


def test_a_service_is_there_when_its_first_variable_is_filled_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert env.sign_in_services() == []
    file = tmp_path / "metadata.xml"
    file.write_text("<xml/>")
    for name, value in {
        "PARTITUUR_ENTRA_TENANT": "t-1", "PARTITUUR_GOOGLE_CLIENT": "g-1",
        "PARTITUUR_ENTREE_ISSUER": "https://entree.example", "PARTITUUR_OIDC_ISSUER": "https://x.nl",
        "PARTITUUR_OIDC_BRIN": "1", "PARTITUUR_SAML_METADATA": str(file),
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    found = {each["kind"]: each for each in env.sign_in_services()}
    assert list(found) == ["entra", "google", "entree", "oidc", "saml"]
    assert found["entra"]["issuer"] == "https://login.microsoftonline.com/t-1/v2.0"
    assert found["entree"]["checks_brin"]
    assert found["oidc"]["checks_brin"]
    assert found["saml"]["metadata"] == "<xml/>"


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTITUUR_SAML_METADATA", "/bestaat/niet.xml")
    with pytest.raises(ImproperlyConfigured, match="PARTITUUR_SAML_METADATA"):
        env.sign_in_services()


def test_a_school_without_a_mail_server_is_told(settings: Any) -> None:
    settings.IS_PRODUCTION, settings.HAS_MAIL_SERVER = True, False
    [said] = checks.mail_can_leave()
    assert said.id == "partituur.W001"
    settings.HAS_MAIL_SERVER = True
    assert checks.mail_can_leave() == []
